"""What all tests share: how long the property tests look for counter-examples."""

from __future__ import annotations

from hypothesis import settings

# `make soak` takes this one; the usual number of examples is hypothesis' own.
settings.register_profile("soak", max_examples=5_000, deadline=None)
settings.register_profile("rawi", deadline=None)
settings.load_profile("rawi")
