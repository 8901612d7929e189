"""Reports as JSON Lines, in the format of the annotation guidelines."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from msgspec.structs import asdict

from rawi.records import Attribution, Report

#: The keys of a line, in their order: what a reader looks for first stands first.
KEYS = (
    "id",
    "language",
    "text",
    "title",
    "published",
    "modified",
    "publisher",
    "authors",
    "url",
    "captions",
    "credits",
    "parts",
    "attributions",
    "warnings",
)
_encode = msgspec.json.Encoder().encode


def report_line(report: Report) -> bytes:
    """Return one report as one line of UTF-8, its line feed included.

    Every key is there; what is unknown is null, what is missing an empty list.  Read back
    with `msgspec.json.decode(line, type=Report)` it gives the same report.
    """
    return json_line(report_values(report))


def report_values(report: Report) -> dict[str, Any]:
    """Return a report as the values of its line."""
    record = {key: getattr(report, key) for key in KEYS}
    record["attributions"] = list(map(attribution_values, report.attributions))
    return record


def json_line(values: Any) -> bytes:
    """Return plain values and records as one line of JSON in UTF-8, its line feed included."""
    try:
        return _encode(values) + b"\n"
    except UnicodeEncodeError:
        return _with_surrogates(values)


def attribution_values(attribution: Attribution) -> dict[str, Any]:
    """Spell out what the records leave out where it has its usual value, such as `kind`."""
    record = asdict(attribution)
    record["speaker"] = attribution.speaker and asdict(attribution.speaker)
    record["chain"] = [asdict(hop) for hop in attribution.chain]
    record["why"] = [asdict(reason) for reason in attribution.why]
    return record


def _with_surrogates(record: Any) -> bytes:
    """Encode what holds lone surrogates, which no UTF-8 can: a "?" each, so that spans hold."""
    plain = json.dumps(msgspec.to_builtins(record), ensure_ascii=False, separators=(",", ":"))
    return plain.encode("utf-8", "replace") + b"\n"
