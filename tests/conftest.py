"""What all tests share: how long properties are tried, and that an interrupt is one."""

from __future__ import annotations

import os
import signal

from hypothesis import settings

# `make soak` takes this one; the usual number of examples is hypothesis' own.
settings.register_profile("soak", max_examples=5_000, deadline=None)
settings.register_profile("rawi", deadline=None)
# Under CI hypothesis loads a profile of its own, in which every run has the same examples.
if "CI" not in os.environ:
    settings.load_profile("rawi")

# Whoever runs the tests in the background may have interrupts ignored, which programs inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)
