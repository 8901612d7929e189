"""Plain text → Report: kept exactly as given, so that offsets stay those of the original."""

from __future__ import annotations

import re

from rawi.errors import FormatError, InputError
from rawi.intake.decoding import BOM_WARNING
from rawi.records import Report

BOM = "\ufeff"
_SURROGATE = re.compile("[\ud800-\udfff]")


def from_text(text: str, *, id: str = "text", warnings: tuple[str, ...] = ()) -> Report:
    """Return a Report of `text`; a first line that is a headline stays in it.

    A byte order mark at the beginning is dropped, with a warning.  `warnings` are put
    before it.  Raises InputError for a text without a visible character, FormatError for
    one with a lone surrogate, which no UTF-8 output could hold.
    """
    if text.startswith(BOM):
        text, warnings = text[1:], (*warnings, BOM_WARNING)
    check_text(text, id)
    return Report(id=id, text=text, warnings=warnings)


def check_text(text: str, where: str) -> None:
    """Raise InputError where the text is empty, FormatError where it holds a lone surrogate."""
    if not text.strip():
        raise InputError(where, "empty: no text in it")
    if (position := lone_surrogate(text)) is not None:
        code = f"U+{ord(text[position]):04X}"
        raise FormatError(where, f"a lone surrogate ({code}) at character {position} of the text")


def lone_surrogate(text: str) -> int | None:
    """Return where the first lone surrogate stands, None where there is none."""
    found = _SURROGATE.search(text)
    return found.start() if found else None
