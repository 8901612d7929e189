"""JSON Lines, objects, arrays: one report a line, one error a bad line."""

from __future__ import annotations

import io
import json
from typing import BinaryIO, cast

import pytest

from rawi.errors import EncodingError, FormatError, InputError, TooLargeError
from rawi.intake.jsonl import read_json
from rawi.intake.opened import Opened
from rawi.intake.options import TakeOptions
from rawi.intake.origins import Origin
from rawi.records import Report, Taken

ORIGIN = Origin(where="folder/a.jsonl", id="folder/a.jsonl", stem="a")


def read(data: bytes | str, limit: int = 10_000) -> list[Report | InputError]:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return reports(io.BytesIO(raw), limit)


def reports(stream: BinaryIO, limit: int) -> list[Report | InputError]:
    found = read_json(Opened(stream, b"", ORIGIN, TakeOptions(max_bytes=limit)))
    return [item.report if isinstance(item, Taken) else item for item in found]


def one(data: bytes | str, limit: int = 10_000) -> Report:
    (report,) = read(data, limit)
    assert isinstance(report, Report), report
    return report


def fault(data: bytes | str, limit: int = 10_000) -> InputError:
    (error,) = read(data, limit)
    assert isinstance(error, InputError), error
    return error


def test_what_is_given_is_taken() -> None:
    given = {
        "id": "r1", "text": "قال\r\n", "title": "عنوان", "publisher": "صحيفة",
        "url": "https://a.example/1", "published": "2024-08", "language": "ar",
        "captions": ["صورة"], "credits": ["المصدر: تاس"],
    }  # fmt: skip
    expected = {**given, "captions": ("صورة",), "credits": ("المصدر: تاس",)}
    assert one(json.dumps({**given, "attributions": [{"content": "?"}], "x": {}})) == Report(
        **cast(dict[str, str], expected)
    )


def test_ids_are_kept_or_made_of_the_line() -> None:
    reports = read('{"text":"a"}\n\n{"text":"b","id":"mine"}\r\n  {"text":"c","id":7}')
    assert [cast(Report, report).id for report in reports] == ["a:1", "mine", "7"]
    assert one('\n\n{"text":"a","id":""}').id == "a:3"


def test_a_bad_line_costs_no_other() -> None:
    reports = read(
        '{"text":"a"}\n{"text":\n[1]\n{"id":"x"}\n{"text":5}\n{"text":" "}\n{"text":"z"}'
    )
    assert [r.id for r in reports if isinstance(r, Report)] == ["a:1", "a:7"]
    errors = [r for r in reports if isinstance(r, InputError)]
    assert [error.where for error in errors] == [f"folder/a.jsonl:{n}" for n in (2, 3, 4, 5, 6)]
    assert "not JSON" in errors[0].fault
    assert "array" in errors[1].fault
    assert 'no "text"' in errors[2].fault
    assert '"text" is a number, not a string' in errors[3].fault
    assert "empty" in errors[4].fault


def test_a_bad_first_line_costs_no_other() -> None:
    reports = read('{"text":"a\n{"text":"b"}\n{"text":"c"}\n')
    assert [getattr(report, "id", None) for report in reports] == [None, "a:2", "a:3"]


def test_members_of_no_use_are_left_out_with_a_warning() -> None:
    report = one('{"text":"a","published":"21/08/2024","title":[1],"language":"??","credits":5}')
    assert (report.published, report.title, report.language, report.credits) == (
        None,
        None,
        None,
        (),
    )
    assert len(report.warnings) == 4
    assert any("'21/08/2024' is not ISO 8601" in warning for warning in report.warnings)


def test_a_region_is_cut_from_the_language() -> None:
    assert one('{"text":"a","language":"ar-EG"}').language == "ar"


def test_null_is_unknown() -> None:
    report = one('{"text":"a","published":null,"id":null,"credits":null}')
    assert (report.published, report.id, report.warnings) == (None, "a:1", ())


def test_lone_surrogates() -> None:
    error = fault(r'{"text":"قال \ud800"}')
    assert isinstance(error, FormatError)
    assert error.where == "folder/a.jsonl:1"
    assert "lone surrogate (U+D800) at character 4" in error.fault
    report = one(r'{"text":"قال","title":"\udfff","attributions":["\ud800"]}')
    assert (report.text, report.title) == ("قال", None)
    assert report.warnings == ('"title" left out: it holds a lone surrogate',)
    assert one(r'{"text":"\ud83d\ude00"}').text == "😀"


def test_lone_surrogates_in_an_array() -> None:
    first, second = read(r'[{"text":"\ud800"},{"text":"b"}]')
    assert isinstance(first, FormatError)
    assert second == Report(id="a:2", text="b")


def test_bytes_that_are_not_utf8() -> None:
    error = fault(b'{"text":"\xc7\xe1"}')
    assert isinstance(error, EncodingError)
    assert isinstance(fault('{"text":"a"}'.encode("utf-16")), EncodingError)


def test_numbers_that_are_no_json() -> None:
    assert "not JSON" in fault(r'{"text":"\u0061","x":NaN}').fault


def test_nested_too_deeply() -> None:
    assert "too deeply" in fault('{"text":' + "[" * 9000, limit=20_000).fault
    assert "too deeply" in fault("[" * 9000, limit=20_000).fault


def test_a_mark_in_front_is_passed_over() -> None:
    assert one(b'\xef\xbb\xbf{"text":"a"}').text == "a"
    assert one('{"text":"\\ufeffa"}').text == "\ufeffa"


def test_a_line_over_the_limit_costs_no_other() -> None:
    long = json.dumps({"text": "x" * 200_000})
    first, second, third = read(f'{{"text":"a"}}\n{long}\n{{"text":"b"}}\n', limit=1000)
    assert isinstance(first, Report)
    assert isinstance(second, TooLargeError)
    assert second.where == "folder/a.jsonl:2"
    assert "max_bytes" in second.fault
    assert third == Report(id="a:3", text="b")


def test_a_first_line_over_the_limit() -> None:
    long = json.dumps({"text": "x" * 200_000})
    first, second = read(f'{long}\n{{"text":"b"}}', limit=1000)
    assert isinstance(first, TooLargeError)
    assert second == Report(id="a:2", text="b")


def test_an_array() -> None:
    first, second, third = read('[\n {"text": "a"},\n {"id": "x"},\n {"text": "c", "id": "c"}\n]')
    assert first == Report(id="a:1", text="a")
    assert isinstance(second, FormatError)
    assert second.where == "folder/a.jsonl:item 2"
    assert third == Report(id="c", text="c")


def test_an_array_over_the_limit_names_the_way_out() -> None:
    error = fault("[" + '{"text":"a"},' * 1000 + "1]", limit=1000)
    assert isinstance(error, TooLargeError)
    assert "JSON Lines" in error.fault


def test_an_object_over_several_lines() -> None:
    assert one(json.dumps({"text": "قال", "id": "p"}, indent=2)) == Report(id="p", text="قال")
    assert "not JSON" in fault('{\n "text": "a"\n "id": 1\n}').fault


@pytest.mark.parametrize("data", ["", "\n \n", "[]"])
def test_empty(data: str) -> None:
    assert "empty" in fault(data).fault


def test_the_stream_is_read_as_it_is_wanted() -> None:
    class Counted(io.BytesIO):
        taken = 0

        def read1(self, size: int | None = -1, /) -> bytes:
            data = super().read1(size)
            Counted.taken += len(data)
            return data

    stream = Counted(b'{"text":"a"}\n' * 100_000)
    found = read_json(Opened(cast(BinaryIO, stream), b"", ORIGIN, TakeOptions()))
    assert cast(Taken, next(found)).report == Report(id="a:1", text="a")
    assert Counted.taken < 200_000
