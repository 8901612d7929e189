"""Bytes, files, folders, pages → Reports: text and what their page says of them.

No module above this one opens an input; none here looks for attributions.  What reads
pages takes as long to import as all else together, so it is loaded when there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rawi.intake.limits import MAX_BYTES
from rawi.intake.options import TakeOptions
from rawi.intake.single import from_bytes
from rawi.intake.sniffing import FORMATS
from rawi.intake.sources import open_reports
from rawi.intake.taking import take, take_stream
from rawi.intake.text import from_text

if TYPE_CHECKING:
    from rawi.intake.html import from_html as from_html

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "TakeOptions",
    "from_bytes",
    "from_html",
    "from_text",
    "open_reports",
    "take",
    "take_stream",
]


def __getattr__(name: str) -> Any:
    if name != "from_html":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from rawi.intake.html import from_html

    return from_html
