"""From a source to read reports: intake, language, reading."""

from __future__ import annotations

import msgspec

from rawi.reading import packs
from rawi.reading.reader import read_text
from rawi.records import Report


def read_report(report: Report) -> Report:
    """Return a report with its language, attributions and parts."""
    pack = packs.load("ar")
    attributions, parts = read_text(report.text, pack, report)
    return msgspec.structs.replace(report, attributions=attributions, parts=parts)
