"""What a caller may ask of intake."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from rawi.intake.limits import MAX_BYTES, MAX_RATIO, MAX_UNPACKED
from rawi.intake.web_options import WebOptions


class TakeOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How sources are opened.

    `format` is one of `FORMATS`, None to tell it from each input.  `max_bytes` is for one report:
    a file of text, a page, a line.  Of a packed file (gzip, bzip2, Zstandard) no more is read
    than `max_unpacked` bytes, nor than `max_ratio` times its size.  `mapping` gives for fields of a
    report the columns of tables and the members of JSON that hold them; those that it does
    not give are guessed from their names, those that it gives as "" are left out.  `tell`,
    where given, is called with a line for people on what was guessed of an input.  `web`
    tells how addresses of the web are asked, None for the usual way.
    """

    format: str | None = None
    max_bytes: int = MAX_BYTES
    max_unpacked: int = MAX_UNPACKED
    max_ratio: int = MAX_RATIO
    mapping: Mapping[str, str] = {}
    tell: Callable[[str], None] | None = None
    web: WebOptions | None = None
