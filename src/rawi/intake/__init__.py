"""Bytes, files, folders, pages → Reports: text and what their page says of them.

No module above this one opens an input; none here looks for attributions.
"""

from rawi.intake.html import from_html
from rawi.intake.limits import MAX_BYTES
from rawi.intake.single import from_bytes
from rawi.intake.sniffing import FORMATS
from rawi.intake.sources import open_reports
from rawi.intake.text import from_text

__all__ = ["FORMATS", "MAX_BYTES", "from_bytes", "from_html", "from_text", "open_reports"]
