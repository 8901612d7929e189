"""Gold reports read by the reader as it is, to be set against their gold."""

from __future__ import annotations

import msgspec

from rawi.errors import FormatError
from rawi.records import Report
from rawi.scoring.files import MarkedReport, Reports, marked_all
from rawi.scoring.records import Marked

#: What the reader is told: all that a line says of its report, never its attributions.
_GIVEN = ("id", "text", "title", "publisher", "url", "published", "language", "captions", "credits")


def predictions(gold: Reports) -> dict[str, list[Marked]]:
    """Read every gold report; return the attributions found, by the report's id.

    Raises `FormatError` where a line is no report, such as a date that is a number.
    """
    from rawi.pipeline import read_report

    found = {}
    for key, report in gold.items():
        read = read_report(_bare(report))
        # As they would stand in a file, and checked in the same way.
        written = msgspec.json.decode(msgspec.json.encode(read.attributions))
        found[key] = marked_all(written, report.text)
    return found


def _bare(report: MarkedReport) -> Report:
    given = {key: report.raw[key] for key in _GIVEN if report.raw.get(key) is not None}
    try:
        return msgspec.convert(given, Report)
    except msgspec.ValidationError as error:
        raise FormatError(report.where, str(error)) from None
