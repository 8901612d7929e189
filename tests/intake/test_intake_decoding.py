"""Bytes to text: what is told, what is guessed, what is refused."""

from __future__ import annotations

import codecs
import gzip
import io
import zipfile

import pytest

from rawi.errors import EncodingError
from rawi.intake.decoding import BOM_WARNING, decode

ARABIC = "قال الوزير إن العمل سيبدأ غدا، وأضاف: «لا تأجيل».\r\nوأكد ذلك مرتين.\n"
RUSSIAN = "Министр заявил, что работы начнутся завтра. «Отсрочки не будет», — добавил он."
FRENCH = "Le ministre a déclaré que les travaux débuteront à l'été, « sans délai »."


def test_utf8_is_kept_as_it_is() -> None:
    assert decode(ARABIC.encode(), "x") == (ARABIC, "utf-8", ())


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_tells_the_encoding_and_is_dropped(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + ARABIC.encode(encoding), "x")
    assert decoded == (ARABIC, encoding, (BOM_WARNING,))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ARABIC, RUSSIAN, FRENCH, "قال الوزير"])
def test_utf16_without_a_mark_is_guessed(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding), "x")
    assert decoded.text == text
    assert decoded.warnings == (f"the encoding was guessed: {encoding}",)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "windows-1256"),
        ("قال الوزير", "windows-1256"),
        ("لا تعليق", "windows-1256"),
        ("المصدر: تاس", "windows-1256"),
        ("وقالت رويترز (Reuters) إن القمة - G20 - تأجلت", "windows-1256"),
        ("قال الوزير إن العمل يبدأ غدا", "iso-8859-6"),
        (RUSSIAN, "windows-1251"),
        ("Источник: ТАСС", "windows-1251"),
        ("Министр заявил, что работы начнутся завтра", "koi8-r"),
        (FRENCH, "windows-1252"),
        ("Le président a parlé", "windows-1252"),
    ],
)
def test_old_encodings_are_guessed_even_for_short_texts(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "x")
    assert decoded.text == text
    assert decoded.warnings == (f"the encoding was guessed: {decoded.encoding}",)


def test_every_slice_of_arabic_in_windows_1256_is_guessed() -> None:
    words = ARABIC.split()
    slices = [" ".join(words[start : start + 4]) for start in range(len(words) - 3)]
    for piece in slices:
        assert decode(piece.encode("windows-1256"), "x").text == piece


def test_what_a_page_declares_needs_no_guess() -> None:
    data = "قال".encode("windows-1256")
    assert decode(data, "x", declared="windows-1256") == ("قال", "windows-1256", ())


def test_a_false_declaration_is_not_believed() -> None:
    decoded = decode(ARABIC.encode("windows-1256"), "x", declared="windows-1252")
    assert decoded.text == ARABIC
    assert decoded.warnings


def test_a_text_cut_inside_a_character_is_read_with_a_warning() -> None:
    decoded = decode((ARABIC * 3).encode()[:-4] + b"\xd9", "x")
    assert decoded.text.endswith("\ufffd")
    assert decoded.text[:-1] == (ARABIC * 3)[: len(decoded.text) - 1]
    assert decoded.warnings == ("broken UTF-8: 1 character(s) shown as U+FFFD",)


def _zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "a")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF file"),
        (_zip(), "a ZIP archive"),
        (gzip.compress(b"text"), "a gzip file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"GIF89a\x01\x00", "a GIF image"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a WebP image"),
        (b"a.txt" + bytes(252) + b"ustar\x0000", "a tar archive"),
        (b"abc\x00def\x00\x01\x02\x03", "a NUL at byte 3"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, name: str) -> None:
    with pytest.raises(EncodingError, match=name) as caught:
        decode(data, "folder/file")
    assert caught.value.where == "folder/file"


def test_words_that_look_like_a_signature_are_text() -> None:
    assert decode("ID3 هو اسم ملف".encode(), "x").text == "ID3 هو اسم ملف"


def test_bytes_in_no_encoding_are_refused() -> None:
    with pytest.raises(EncodingError, match="neither UTF-8 nor"):
        decode(bytes(range(1, 256)) * 4, "x")


def test_a_mark_before_broken_utf16_is_refused() -> None:
    with pytest.raises(EncodingError, match="marked as utf-16-le"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8\x41\x00", "x")
