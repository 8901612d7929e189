"""Reports as JSON Lines."""

from __future__ import annotations

import json

import msgspec
from sample_report import REPORT, TEXT

from rawi.export.jsonl import KEYS, report_line
from rawi.records import Report


def test_every_field_has_its_key() -> None:
    assert sorted(KEYS) == sorted(Report.__struct_fields__)
    assert list(json.loads(report_line(REPORT))) == list(KEYS)


def test_there_and_back() -> None:
    line = report_line(REPORT)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert msgspec.json.decode(line, type=Report) == REPORT


def test_the_format_of_the_guidelines() -> None:
    record = json.loads(report_line(REPORT))
    first, second, third = record["attributions"]
    assert first["content"][0] == [TEXT.index("المخزون"), TEXT.index("المخزون كاف") + 11]
    assert [hop["how"] for hop in first["chain"]] == ["said to", "relayed by"]
    assert first["speaker"]["anonymous"] is False
    assert (second["speaker"]["kind"], second["speaker"]["also"]) == ("person", [])
    assert first["chain"][0]["also"] == []
    assert (third["speaker"], third["cue"], third["chain"]) == (None, [], [])


def test_a_lone_surrogate_keeps_the_spans() -> None:
    record = json.loads(report_line(Report(id="r", text="a\ud800b")))
    assert record["text"] == "a?b"
