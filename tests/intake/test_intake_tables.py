"""CSV, TSV and Parquet: columns by name, rows as reports."""

from __future__ import annotations

import builtins
import csv
import gzip
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from rawi.errors import FormatError, InputError, TooLargeError, UnreadableError, UsageError
from rawi.intake import take
from rawi.intake.columns import guess_columns, parse_mapping
from rawi.records import Taken

Take = Callable[..., list[Taken]]
TakeAny = Callable[..., list[Taken | InputError]]

ROWS = [
    {"id": "n1", "title": "عنوان", "text": 'قال: "نعم"،\nثم مضى; وعاد', "date": "2024-08-21"},
    {"id": "", "title": "", "text": "Il a dit, « non »", "date": ""},
]


def table(rows: list[dict[str, str]], encoding: str = "utf-8", **how: Any) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), **how)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_dialects_and_encodings_are_told(
    reports: Take, delimiter: str, encoding: str, ending: str
) -> None:
    data = table(ROWS, encoding, delimiter=delimiter, lineterminator=ending)
    first, second = reports(data, "a.csv")
    assert first.report.text == ROWS[0]["text"]
    assert (first.report.id, first.id_given, first.report.title) == ("n1", True, "عنوان")
    assert first.report.published == "2024-08-21"
    assert second.report.text == ROWS[1]["text"]
    assert (second.report.id, second.id_given, second.report.title) == ("a:4", False, None)
    assert [item.provenance.record for item in (first, second)] == [2, 4]
    assert first.provenance.media_type == "text/csv"
    plain = {"utf-16": "utf-16-le"}.get(encoding, "utf-8")
    assert (
        second.original.decode(plain) == data.decode(encoding).rpartition("2024-08-21" + ending)[2]
    )


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("windows-1256", "قال الوزير إن العمل يبدأ غدا"), ("windows-1251", "Министр заявил об этом"),
     ("windows-1252", "Le ministre a déclaré que l'été")],
)  # fmt: skip
def test_old_encodings_are_guessed_and_said(reports: Take, encoding: str, text: str) -> None:
    told: list[str] = []
    rows = [{"text": text, "url": f"https://a.example/{n}"} for n in range(3)]
    items = reports(table(rows, encoding), "a.csv", tell=told.append)
    assert [item.report.text for item in items] == [text] * 3
    assert items[0].report.warnings == (f"the encoding was guessed: {encoding}",)
    assert told == [f"a.csv: a table in {encoding}, its columns parted by commas"]


def test_a_row_in_another_encoding_costs_no_other(reports: Take) -> None:
    data = b'text,url\nplain,\n"' + "قال الوزير إن العمل".encode("windows-1256") + b'",u\nx,y\n'
    head = b"text,url\n" + b"plain text,\n" * 10_000
    *_, last = reports(head + data.partition(b"\n")[2], "a.csv")[:-1]
    assert last.report.text == "قال الوزير إن العمل"
    assert last.report.warnings == ("the encoding was guessed: windows-1256",)


def test_a_separator_line_of_a_spreadsheet(reports: Take) -> None:
    (item,) = reports(b"sep=;\r\ntext;title\r\na, b;c\r\n", "a.csv")
    assert (item.report.text, item.report.title) == ("a, b", "c")


def test_marks_escaped_by_a_backslash(reports: Take) -> None:
    (item,) = reports(b'title,text\n"a","he said \\"no\\", twice"\n', "a.csv")
    assert item.report.text == 'he said "no", twice'


def test_a_table_is_told_by_its_names_where_the_ending_says_nothing(reports: Take) -> None:
    (item,) = reports("العنوان;النص\nع;قال الوزير\n".encode())
    assert (item.report.title, item.report.text) == ("ع", "قال الوزير")
    (item,) = reports(b"Title, text and more\nThe text, itself\n")
    assert item.provenance.media_type == "text/plain"
    (item,) = reports(b"title,text\na,b\n", "a.txt")
    assert item.report.text == "title,text\na,b\n"


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["Headline", "Body", "Published At", "Link"],
         {"title": "Headline", "text": "Body", "published": "Published At", "url": "Link"}),
        (["titre", "Texte intégral", "Date de publication", "Auteur"],
         {"title": "titre", "text": "Texte intégral", "published": "Date de publication",
          "authors": "Auteur"}),
        (["Заголовок", "Текст", "Дата публикации", "Ссылка", "Издание"],
         {"title": "Заголовок", "text": "Текст", "published": "Дата публикации", "url": "Ссылка",
          "publisher": "Издание"}),
        (["العنوان", "نص الخبر", "تاريخ النشر", "الرابط", "الصحيفة", "اللغة"],
         {"title": "العنوان", "text": "نص الخبر", "published": "تاريخ النشر", "url": "الرابط",
          "publisher": "الصحيفة", "language": "اللغة"}),
        (["content", "text"], {"text": "text"}),
        (["x", "y"], {}),
    ],
)  # fmt: skip
def test_columns_are_guessed_in_four_languages(names: list[str], found: dict[str, str]) -> None:
    assert guess_columns(names) == found


def test_what_was_guessed_is_shown_and_what_is_asked_for_holds(reports: Take) -> None:
    data = b"headline,body,abstract,when\nh,b,s,2024\n"
    told: list[str] = []
    (item,) = reports(data, "a.csv", tell=told.append)
    assert (item.report.text, item.report.title, item.report.published) == ("b", "h", None)
    assert told[0] == "a.csv: columns guessed: text=body, title=headline (--map says otherwise)"
    asked = parse_mapping(["text=abstract, published=when"])
    (item,) = reports(data, "a.csv", mapping=asked)
    assert (item.report.text, item.report.title, item.report.published) == ("s", "h", "2024")


def test_a_field_is_left_out_where_it_is_mapped_to_nothing(reports: Take) -> None:
    for name, data in (("a.csv", b"id,title,text\n1,t,x\n"),
                       ("a.jsonl", b'{"id":1,"title":"t","text":"x"}')):  # fmt: skip
        (item,) = reports(data, name, mapping=parse_mapping(["id=", "title="]))
        assert (item.report.title, item.id_given) == (None, False)
        assert item.report.id.startswith("a:")


def test_a_mapping_that_cannot_be(items: TakeAny) -> None:
    for given, fault in (
        (["body=text"], 'no field "body": it is one of id, text'),
        (["text"], 'FIELD=COLUMN, such as text=body; this is "text"'),
        (["text="], 'this is "text="'),
        (["text=a", "text=b"], '"text" is mapped twice'),
    ):
        with pytest.raises(UsageError, match=fault):
            parse_mapping(given)
    (error,) = items(b"headline,abstract\nh,b\n", "a.csv")
    assert str(error) == (
        'a.csv:1: no "text" among headline, abstract; say which holds it: --map text=…'
    )
    (error,) = items(b"headline,abstract\nh,b\n", "a.csv", mapping={"text": "abstrakt"})
    assert 'no column "abstrakt" for text (is it "abstract"?) among headline, abs' in str(error)


def test_rows_that_are_none(items: TakeAny) -> None:
    data = b'text,title\n"a"\n\n  ,x\nb,c,d\nlast,one\n'
    first, empty, wide, last = items(data, "a.csv")
    assert isinstance(first, Taken)
    assert str(empty) == "a.csv:4: empty: no text in it"
    assert str(wide) == "a.csv:5: 3 fields, but 2 columns; is a field not quoted?"
    assert isinstance(last, Taken)
    for nothing in (b"text,title\n", b"text,title\n\n\n"):
        (error,) = items(nothing, "a.csv")
        assert "no row below the names" in str(error)
    (error,) = items(b"\n\n", "a.csv")
    assert "empty" in str(error)


def test_a_mark_that_is_never_closed_costs_no_more_than_its_row(items: TakeAny) -> None:
    data = b'text,title\na,b\n"open,c\n' + b"x,y\n" * 400 + b"last,z\n"
    found = items(data, "a.csv", max_bytes=1000)
    errors = [item for item in found if isinstance(item, InputError)]
    assert isinstance(errors[0], TooLargeError)
    assert "a.csv:3: the row (is a quotation mark in it never closed?)" in str(errors[0])
    assert len(errors) == 1
    last = found[-1]
    assert isinstance(last, Taken)
    assert last.report.text == "last"
    assert last.provenance.record == 404


def test_a_huge_field_is_refused_and_a_large_one_taken(items: TakeAny) -> None:
    data = b"text,title\n" + b"x" * 300_000 + b",a\ny,z\n"
    first, second = items(data, "a.csv")
    assert isinstance(first, Taken)
    assert len(first.report.text) == 300_000
    first, second = items(data, "a.csv", max_bytes=1000)
    assert isinstance(first, TooLargeError)
    assert isinstance(second, Taken)


def test_dates_and_authors_of_tables(reports: Take) -> None:
    rows = [
        {"text": "a", "date": "Wed, 21 Aug 2024 10:00:00 +0300", "author": "Ada; Bob"},
        {"text": "a", "date": "2024-08-21 10:00:00", "author": "Ada"},
        {"text": "a", "date": "1724230800", "author": ""},
        {"text": "a", "date": "1724230800000", "author": ""},
        {"text": "a", "date": "12/03/24", "author": "| Ada |"},
    ]
    items = [item.report for item in reports(table(rows), "a.csv")]
    assert [report.published for report in items] == [
        "2024-08-21T10:00:00+03:00", "2024-08-21T10:00:00", "2024-08-21T09:00:00Z",
        "2024-08-21T09:00:00Z", None,
    ]  # fmt: skip
    assert [report.authors for report in items] == [("Ada", "Bob"), ("Ada",), (), (), ("Ada",)]
    assert "'12/03/24' is not ISO 8601" in items[4].warnings[0]


def test_lines_of_json_take_the_mapping_too(reports: Take, items: TakeAny) -> None:
    line = {"headline": "h", "article": {"body": "b", "by": [{"name": "Ada"}]}, "date": "2024"}
    data = json.dumps(line).encode()
    asked = parse_mapping(["text=article.body", "authors=article.by"])
    told: list[str] = []
    (item,) = reports(data, "a.jsonl", mapping=asked, tell=told.append)
    assert (item.report.text, item.report.title, item.report.published) == ("b", "h", "2024")
    assert item.report.authors == ("Ada",)
    expected = "a.jsonl: columns guessed: title=headline, published=date (--map says otherwise)"
    assert told == [expected]
    (error,) = items(b'{"headline":"h"}\n', "a.jsonl")
    assert 'no "text" among headline; say which holds it: --map text=' in str(error)


# -- Parquet ---------------------------------------------------------------------------


def parquet(columns: dict[str, list[Any]], **how: Any) -> bytes:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    sink = io.BytesIO()
    pq.write_table(pa.table(columns), sink, **how)
    return sink.getvalue()


def test_parquet(reports: Take) -> None:
    data = parquet(
        {
            "guid": ["n1", None],
            "body": ["قال الوزير", "b"],
            "date": [datetime(2024, 8, 21, 10, tzinfo=UTC), None],
            "updated": [date(2024, 8, 22), None],
            "authors": [["Ada", "Bob"], None],
            "embedding": [[0.1] * 10, None],
        }
    )
    told: list[str] = []
    first, second = reports(data, tell=told.append)
    assert first.report.text == "قال الوزير"
    assert (first.report.id, first.id_given) == ("n1", True)
    assert first.report.published == "2024-08-21T10:00:00Z"
    assert first.report.modified == "2024-08-22"
    assert first.report.authors == ("Ada", "Bob")
    assert (second.report.id, second.id_given, second.provenance.record) == ("stdin:2", False, 2)
    assert json.loads(first.original)["body"] == "قال الوزير"
    assert "embedding" not in json.loads(first.original)
    assert "text=body" in told[0]


def test_parquet_from_a_file_packed_or_not(tmp_path: Path) -> None:
    data = parquet({"text": ["a", "b"]})
    (tmp_path / "a.parquet").write_bytes(data)
    (tmp_path / "b.parquet.gz").write_bytes(gzip.compress(data))
    found = [item for item in take([tmp_path]) if isinstance(item, Taken)]
    assert [item.report.id for item in found] == ["a:1", "a:2", "b:1", "b:2"]


def test_parquet_that_is_broken_or_has_no_text(items: TakeAny) -> None:
    data = parquet({"x": ["a"], "y": ["b"]})
    (error,) = items(data)
    assert 'no "text" among x, y' in str(error)
    (error,) = items(data, mapping={"text": "z"})
    assert 'no column "z" for text' in str(error)
    (error,) = items(data[:-30])
    assert isinstance(error, FormatError)
    assert "not a Parquet file" in str(error)
    (error,) = items(parquet({"text": []}))
    assert "empty" in str(error)


def test_parquet_rows_over_the_limit(items: TakeAny) -> None:
    first, second = items(parquet({"text": ["x" * 5000, "y"]}), max_bytes=1000)
    assert isinstance(first, TooLargeError)
    assert isinstance(second, Taken)


def test_parquet_needs_pyarrow(items: TakeAny, monkeypatch: pytest.MonkeyPatch) -> None:
    data = parquet({"text": ["a"]})
    real = builtins.__import__

    def refuse(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    (error,) = items(data)
    assert isinstance(error, UnreadableError)
    assert "pip install 'rawi[parquet]'" in str(error)
