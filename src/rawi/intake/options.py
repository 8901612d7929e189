"""What a caller may ask of intake."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from rawi.intake.limits import MAX_BYTES


class TakeOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How sources are opened.

    `format` is one of `FORMATS`, None to tell it from each input.  `max_bytes` is for one report:
    a file of text, a page, a line.  `tell`, where given, is called with a line for
    people on what was guessed of an input.
    """

    format: str | None = None
    max_bytes: int = MAX_BYTES
    tell: Callable[[str], None] | None = None
