"""What intake hands on: reports with where they came from, and the bytes they were made of."""

from __future__ import annotations

import gzip
import hashlib
import io
import sys
from pathlib import Path

import pytest

import rawi
from rawi.errors import InputError, TooLargeError, UsageError
from rawi.intake import TakeOptions, take
from rawi.intake.origins import Origin
from rawi.intake.taking import take_stream
from rawi.records import Provenance, Taken

PAGE = "<!DOCTYPE html><html lang='ar'><body><p>قال الوزير إن العمل يبدأ غدا.</p></body></html>"


def taken(*sources: str | Path, **options: object) -> list[Taken]:
    found = list(take(sources, TakeOptions(**options)))  # type: ignore[arg-type]
    assert all(isinstance(item, Taken) for item in found), found
    return found  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [("a.txt", "قال".encode("windows-1256"), "text/plain"), ("a.html", PAGE.encode(), "text/html")],
)
def test_a_file_of_one_report(tmp_path: Path, name: str, data: bytes, media_type: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (item,) = taken(path)
    assert item.report.id == str(path)
    assert not item.id_given
    assert item.original == data
    assert item.provenance == Provenance(
        source=str(path), media_type=media_type, bytes_hash=hashlib.sha256(data).hexdigest()
    )


def test_lines_of_json_have_numbers_and_bytes_of_their_own(tmp_path: Path) -> None:
    lines = ['{"text":"a","id":"mine"}', "", '{"text":"ب","authors":["س","ص"],"modified":"2024"}']
    path = tmp_path / "a.jsonl"
    path.write_text("\r\n".join(lines), "utf-8")
    first, second = taken(path)
    assert (first.report.id, first.id_given, first.provenance.record) == ("mine", True, 1)
    assert (second.report.id, second.id_given, second.provenance.record) == ("a:3", False, 3)
    assert (second.report.authors, second.report.modified) == (("س", "ص"), "2024")
    assert [item.original for item in (first, second)] == [lines[0].encode(), lines[2].encode()]
    assert second.provenance.bytes_hash == hashlib.sha256(lines[2].encode()).hexdigest()
    assert second.provenance.media_type == "application/json"


def test_items_of_an_array_have_numbers_an_object_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"text": "a"},\n {"text": "b"}]')
    (tmp_path / "b.json").write_text('{\n"text": "c"}')
    items = taken(tmp_path)
    assert [item.provenance.record for item in items] == [1, 2, None]
    assert items[1].original == b'{"text": "b"}'


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("قال".encode())))
    (item,) = taken("-")
    assert (item.report.id, item.provenance.source, item.id_given) == ("stdin", "<stdin>", False)


def test_what_is_skipped_stands_among_the_reports(tmp_path: Path) -> None:
    for name, data in (("a.txt", b"a"), ("b.txt", b""), ("c.txt", b"long " * 9), ("d.txt", b"d")):
        (tmp_path / name).write_bytes(data)
    found = list(take([tmp_path, tmp_path / "gone"], TakeOptions(max_bytes=20)))
    errors = [item for item in found if isinstance(item, InputError)]
    assert [isinstance(item, Taken) for item in found] == [True, False, False, True, False]
    assert isinstance(errors[1], TooLargeError)


def test_a_format_that_there_is_not_is_told_at_once() -> None:
    with pytest.raises(UsageError, match='no format "docx"'):
        take(["x"], TakeOptions(format="docx"))


def test_a_stream_from_elsewhere_keeps_what_is_known_of_it() -> None:
    origin = Origin(
        where="https://a.example/1", id="https://a.example/1", stem="1",
        url="https://a.example/1", fetched_at="2024-08-21T10:00:00Z", charset="windows-1256",
    )  # fmt: skip
    data = PAGE.encode("windows-1256")
    (item,) = take_stream(io.BytesIO(data), origin)
    assert isinstance(item, Taken)
    assert item.report.url == "https://a.example/1"
    assert item.report.text == "قال الوزير إن العمل يبدأ غدا."
    assert not any("guessed" in warning for warning in item.report.warnings)
    assert item.provenance.fetched_at == "2024-08-21T10:00:00Z"


def test_reading_opens_what_taking_opens(tmp_path: Path) -> None:
    text = "قال الوزير أحمد سعيد إن الطريق سيفتح قريبا."
    packed = gzip.compress(f"title,text\nع,{text}\n".encode())
    (tmp_path / "a.csv.gz").write_bytes(packed)
    assert rawi.read(tmp_path / "a.csv.gz").attributions
    assert rawi.read(packed).title == "ع"
    (found,) = rawi.read_many([tmp_path])
    assert isinstance(found, rawi.Report)
    assert found.text == text
    with pytest.raises(InputError, match="holds several reports"):
        rawi.read(b"title,text\na,b\nc,d\n")


def test_a_fault_of_our_own_costs_its_input_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(*_: object, **__: object) -> None:
        raise KeyError("x")

    for name in ("a.html", "b.txt"):
        (tmp_path / name).write_text(PAGE if name[0] == "a" else "text", "utf-8")
    monkeypatch.setattr("rawi.intake.html.find_facts", trip)
    first, second = take([tmp_path])
    assert isinstance(first, InputError)
    assert "a fault of Rawi's own, KeyError" in str(first)
    assert isinstance(first.__cause__, KeyError)
    assert isinstance(second, Taken)
