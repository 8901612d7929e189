"""Plain text is kept exactly; dates are ISO 8601 or nothing."""

from __future__ import annotations

import unicodedata

import msgspec
import pytest

from rawi.errors import EncodingError, FormatError, InputError, TooLargeError, UsageError
from rawi.intake import from_bytes, from_text
from rawi.intake.decoding import BOM_WARNING
from rawi.intake.published import from_page, is_iso

KEPT = [
    "عنوان\r\n\r\nنص بسطر ويندوز\r\nوآخر\rوأخير\n",
    unicodedata.normalize("NFD", "قال آدم إنه سأل عن الأمر"),
    "\u200fقال\u200e: \u202b«كلام»\u202c \u2066x\u2069",
    "مي\u200cخواهم، الـ\u200dنص",
    "  مسافات في الأول والآخر \u00a0\u202f\t\n\n",
    "شدّة قبل الفتحة: أك\u0651\u064eد",
    "سطر\u2028آخر\u2029وآخر\x0bوآخر\x0cوآخر\x85وآخر",
    "وسط \ufeff النص",
    "😀 خارج المستوى الأول 𐤀",
]


@pytest.mark.parametrize("text", KEPT)
def test_text_is_kept_exactly(text: str) -> None:
    assert from_text(text).text == text
    assert from_bytes(text.encode()).text == text
    assert from_bytes(text.encode("utf-16")).text == text


def test_a_mark_in_front_is_dropped_and_told() -> None:
    report = from_text("\ufeffقال", id="a", warnings=("b",))
    assert report == from_text("قال", id="a", warnings=("b", BOM_WARNING))


def test_metadata_is_unknown_in_plain_text() -> None:
    report = from_text("قال")
    assert (report.id, report.title, report.language, report.published) == ("text", *[None] * 3)


@pytest.mark.parametrize("text", ["", " \r\n\t\u00a0", "\ufeff", "\ufeff \n"])
def test_an_empty_text_is_an_error(text: str) -> None:
    with pytest.raises(InputError, match="x: empty"):
        from_text(text, id="x")


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(FormatError, match=r"x: a lone surrogate \(U\+D800\) at character 3"):
        from_text("قال\ud800", id="x")


def test_too_large_names_the_option() -> None:
    with pytest.raises(TooLargeError, match="over 10 bytes; raise max_bytes") as caught:
        from_bytes(b"x" * 11, id="a.txt", max_bytes=10)
    assert caught.value.where == "a.txt"
    assert from_bytes(b"x" * 10, max_bytes=10).text == "x" * 10


def test_a_guess_is_told() -> None:
    report = from_bytes("قال الوزير".encode("windows-1256"))
    assert report.text == "قال الوزير"
    assert report.warnings == ("the encoding was guessed: windows-1256",)


def test_from_bytes_tells_the_format() -> None:
    assert from_bytes('{"text": "قال", "id": "i"}'.encode()).id == "i"
    assert from_bytes("<html><body><p>قال الوزير</p>".encode()).text == "قال الوزير"
    assert from_bytes(b"<html><p>x", format="text").text == "<html><p>x"
    with pytest.raises(FormatError, match="feed may hold several"):
        from_bytes(b'<?xml version="1.0"?><rss></rss>')
    with pytest.raises(EncodingError, match="a PDF file"):
        from_bytes(b"%PDF-1.4", format="jsonl")
    with pytest.raises(UsageError, match="text, html, jsonl"):
        from_bytes(b"x", format="pdf")


def test_the_report_is_encodable() -> None:
    assert msgspec.json.encode(from_bytes("قال\U0001f600".encode()))


@pytest.mark.parametrize(
    "value",
    ["2024", "2024-08", "2024-08-21", "2024-08-21T10:00", "2024-08-21T10:00:00Z",
     "2024-08-21T10:00:00.123+03:00", "2024-02-29", "2024-08-21T10:00:00+0300"],
)  # fmt: skip
def test_iso_dates(value: str) -> None:
    assert is_iso(value)
    assert from_page(value) == value


@pytest.mark.parametrize(
    "value",
    ["", "24", "2024-13", "2024-02-30", "21/08/2024", "2024-8-1", "٢٠٢٤", "2024-08-21T25:00",
     "0000", "2024-W10", "20240821", "yesterday", "2024-08-21T10:00:00 +03:00 x"],
)  # fmt: skip
def test_no_iso_dates(value: str) -> None:
    assert not is_iso(value)


def test_dates_of_pages() -> None:
    assert from_page("2024-08-21 10:00:00") == "2024-08-21T10:00:00"
    assert from_page("Wed, 21 Aug 2024 10:00:00 +0300") == "2024-08-21T10:00:00+03:00"
    assert from_page("21 أغسطس 2024") is None
    assert from_page("Wed, 99 Aug 99999999999999999999 10:00:00 +0300") is None
