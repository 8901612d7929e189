"""What holds for every input."""

from __future__ import annotations

import contextlib
import io
import json

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.errors import InputError
from rawi.intake import FORMATS, from_bytes, from_html, from_text
from rawi.intake.jsonl import read_json
from rawi.intake.opened import Opened
from rawi.intake.options import TakeOptions
from rawi.intake.origins import Origin
from rawi.intake.restoring import key, restore
from rawi.records import Taken

texts = st.text(st.characters(codec="utf-8"))
formats = st.sampled_from([None, *FORMATS])
heads = st.sampled_from([b"", b"<html>", b'{"text":', b'{"text":"', b"[", b"\xff\xfe", b"<?xml "])
markup = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div class='source'>", "<div class=related>", "</div>", "<figcaption>",
         "<a>", "<article>", "<h1>", "<br>", "<table><tr><td>", "<nav>", "<script>", "</script>",
         "<!--",
         "<html lang=ar>", "&rlm;", "&#xD800;", "المصدر: ", "قال الوزير إن العمل يبدأ غدا. ", "<b"]
    )
    | texts
)  # fmt: skip


@given(heads, st.binary(), formats)
@settings(deadline=None, max_examples=300)
def test_bytes_give_a_report_or_an_input_error(
    head: bytes, data: bytes, format: str | None
) -> None:
    with contextlib.suppress(InputError):
        assert msgspec.json.encode(from_bytes(head + data, format=format))


@given(texts)
def test_text_goes_round_exactly(text: str) -> None:
    with contextlib.suppress(InputError):
        assert from_text(text).text == text.removeprefix("\ufeff")
        if "\0" not in text:
            assert from_bytes(text.encode(), format="text").text == text.removeprefix("\ufeff")


@given(markup)
@settings(deadline=None, max_examples=200)
def test_pages_give_a_report_or_an_input_error(pieces: list[str]) -> None:
    page = "".join(pieces)
    with contextlib.suppress(InputError):
        report = from_html(page)
        assert msgspec.json.encode(report)
        assert report == from_html(page)


@given(texts, st.text())
def test_json_goes_round_exactly(text: str, title: str) -> None:
    line = json.dumps({"id": "i", "text": text, "title": title}).encode()
    origin = Origin(where="x", id="x", stem="x")
    (item,) = read_json(Opened(io.BytesIO(line), b"", origin, TakeOptions()))
    if isinstance(item, Taken):
        report = item.report
        assert item.id_given
        assert item.original == line
        assert report.text == text
        assert msgspec.json.encode(report)
    else:
        assert not text.strip()


@given(st.lists(texts.map(lambda text: " ".join(text.split())).filter(bool)))
def test_no_letter_of_a_page_is_lost(lines: list[str]) -> None:
    assert key(restore(lines, "\n\n".join(lines))) == key("".join(lines))
