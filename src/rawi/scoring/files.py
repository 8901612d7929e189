"""Gold and predictions as JSON Lines: read, checked, and set against each other.

A prediction needs only `id` and `attributions`; its offsets index the gold
report's text.  A gold report without a prediction counts as one with nothing
predicted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rawi.errors import FormatError, UnreadableError
from rawi.scoring.figures import Score
from rawi.scoring.records import Marked, expect, marked
from rawi.scoring.text import Tokens


@dataclass(frozen=True)
class MarkedReport:
    """One line of a file: the report's text, its attributions, and the line as it was.

    `where` is `path:line`, for messages.
    """

    text: str
    attributions: list[Marked]
    raw: dict[str, Any]
    where: str


Reports = dict[str, MarkedReport]


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the lines that are not blank, each with its place."""
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(file, 1):
                where = f"{path}:{number}"
                try:
                    line = raw.decode("utf-8")
                except UnicodeDecodeError as error:
                    raise FormatError(where, f"not UTF-8: {error}") from None
                if line.strip():
                    yield where, line
    except OSError as error:
        raise UnreadableError(str(path), str(error.strerror)) from None


def _report(report: Any, where: str, known: Reports, gold: Reports | None) -> MarkedReport:
    expect(isinstance(report, dict), "not a JSON object")
    key = report.get("id")
    expect(isinstance(key, str) and key != "", "'id' is missing or not a string")
    expect(key not in known, f"the id {key!r} occurs a second time")
    if gold is not None:
        expect(key in gold, f"the gold file has no report {key!r}")
    text = report.get("text", gold[key].text if gold is not None else None)
    expect(isinstance(text, str), "'text' is missing or not a string")
    if gold is not None:
        expect(text == gold[key].text, "'text' differs from that of the gold report")
    expect(isinstance(report.get("attributions"), list), "'attributions' is missing or not a list")
    return MarkedReport(text, marked_all(report["attributions"], text), report, where)


def marked_all(records: Sequence[Any], text: str) -> list[Marked]:
    """Take in a report's attributions; `ValueError` names what is malformed."""
    tokens = Tokens(text)
    return [marked(record, tokens) for record in records]


def read_marked(path: Path, gold: Reports | None = None) -> Reports:
    """Read a file of reports with their attributions, by id, in the order of the file.

    `gold` are the gold reports where the file holds predictions, None where the
    file is gold itself.  Raises `FormatError` that names file, line and fault, and
    `UnreadableError`.
    """
    reports: Reports = {}
    for where, line in _lines(path):
        try:
            record = json.loads(line)
            report = _report(record, where, reports, gold)
        except json.JSONDecodeError as error:
            raise FormatError(where, f"not JSON: {error}") from None
        except RecursionError:
            raise FormatError(where, "not JSON that can be read: nested too deep") from None
        except ValueError as error:
            raise FormatError(where, str(error)) from None
        reports[record["id"]] = report
    return reports


def score_reports(gold: Reports, predicted: Mapping[str, Sequence[Marked]]) -> dict[str, Any]:
    """Return the figures of all gold reports; `predicted` is by id and may lack some."""
    score = Score()
    for key, report in gold.items():
        score.add(report.attributions, predicted.get(key, []))
    return score.figures()
