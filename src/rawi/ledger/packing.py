"""Texts, readings and original bytes as they are stored: compressed, each by itself.

Readings are much alike, the names of fields and rules above all: a dictionary that ships with
Rawi (`dictionaries`) spares a third of their bytes.  Each names the one that it needs.
"""

from __future__ import annotations

import threading
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import zstandard

from rawi.ledger.identity import storable
from rawi.records import Report

_LEVEL = 3
#: Where the time goes unnoticed beside that of reading.
_LEVEL_OF_READINGS = 9
_LEVEL_OF_ORIGINALS = 9
#: The dictionary for what is packed now.
_DICTIONARY = 1
#: So much of a text serves as a dictionary for what is derived from it, in bytes.
_MOST_BESIDE = 100_000


class _Mine(threading.local):
    """What packs and unpacks, of one thread: no two may use one of these at a time."""

    def __init__(self) -> None:
        self.decompressor = zstandard.ZstdDecompressor()
        self._compressors: dict[int, zstandard.ZstdCompressor] = {}
        self._of_readings: dict[int, zstandard.ZstdDecompressor] = {}
        self._reading: zstandard.ZstdCompressor | None = None

    def compressor(self, level: int) -> zstandard.ZstdCompressor:
        """Return what compresses texts and original bytes."""
        if level not in self._compressors:
            self._compressors[level] = zstandard.ZstdCompressor(level=level)
        return self._compressors[level]

    def reading_compressor(self) -> zstandard.ZstdCompressor:
        """Return what compresses readings."""
        if self._reading is None:
            self._reading = zstandard.ZstdCompressor(
                level=_LEVEL_OF_READINGS, dict_data=_dictionary(_DICTIONARY)
            )
        return self._reading

    def reading_decompressor(self, number: int) -> zstandard.ZstdDecompressor:
        """Return what decompresses readings that need a dictionary."""
        if number not in self._of_readings:
            self._of_readings[number] = zstandard.ZstdDecompressor(dict_data=_dictionary(number))
        return self._of_readings[number]


_mine = _Mine()


@cache
def _dictionary(number: int) -> zstandard.ZstdCompressionDict:
    name = f"readings-{number}.zdict"
    data = files(__package__).joinpath("dictionaries", name).read_bytes()
    return zstandard.ZstdCompressionDict(data, dict_type=zstandard.DICT_TYPE_FULLDICT)


def _beside(text: bytes) -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(
        text[:_MOST_BESIDE], dict_type=zstandard.DICT_TYPE_RAWCONTENT
    )


def pack_beside(data: bytes, text: bytes) -> bytes:
    """Return what is derived from a text, compressed by what it has in common with it.

    `text` is the text as it is packed; the same is needed to unpack.
    """
    dictionary = _beside(_mine.decompressor.decompress(text))
    return zstandard.ZstdCompressor(level=_LEVEL, dict_data=dictionary).compress(data)


def unpack_beside(body: bytes, text: bytes) -> bytes:
    """Return what was packed beside a text, which is given as it is packed."""
    dictionary = _beside(_mine.decompressor.decompress(text))
    return zstandard.ZstdDecompressor(dict_data=dictionary).decompress(body)


def pack_text(text: str) -> bytes:
    """Return a text compressed; lone surrogates survive."""
    return _mine.compressor(_LEVEL).compress(text.encode("utf-8", "surrogatepass"))


def unpack_text(body: bytes) -> str:
    """Return the text that was packed."""
    return _mine.decompressor.decompress(body).decode("utf-8", "surrogatepass")


def pack_original(data: bytes) -> bytes:
    """Return original bytes compressed."""
    return _mine.compressor(_LEVEL_OF_ORIGINALS).compress(data)


def unpack_original(body: bytes) -> bytes:
    """Return the original bytes, as they were."""
    return _mine.decompressor.decompress(body)


class Stored(msgspec.Struct, frozen=True, array_like=True):
    """A reading as it is stored: the report without its text, and what reading filled in of it.

    `language`, `publisher` and the first `warnings` warnings are what the report was given
    with: from them it is made again as it was before it was read.
    """

    report: Report
    language: str | None
    publisher: str | None
    warnings: int


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Stored).decode


def pack_reading(report: Report, given: Report) -> bytes:
    """Return a read report without its text, compressed; `given` is the report before reading.

    The spans index the text that is kept beside it.
    """
    return _mine.reading_compressor().compress(encoded(report, given))


def encoded(report: Report, given: Report) -> bytes:
    """Return a reading as it is before it is compressed."""
    stored = Stored(
        msgspec.structs.replace(report, text=""),
        given.language,
        given.publisher,
        len(given.warnings),
    )
    try:
        return _encode(stored)
    except UnicodeEncodeError:  # lone surrogates, each replaced: spans stay right
        return _encode(_storable(msgspec.to_builtins(stored)))


def _stored(body: bytes) -> Stored:
    number = zstandard.get_frame_parameters(body).dict_id
    return _decode(_mine.reading_decompressor(number).decompress(body))


def unpack_reading(body: bytes, text: str) -> Report:
    """Return the report that was packed, with its text again."""
    stored = _stored(body)
    return msgspec.structs.replace(stored.report, text=text)


def unpack_unread(body: bytes, text: str) -> Report:
    """Return the report as it was given, before it was read."""
    stored = _stored(body)
    return msgspec.structs.replace(
        stored.report,
        text=text,
        language=stored.language,
        publisher=stored.publisher,
        warnings=stored.report.warnings[: stored.warnings],
        attributions=(),
        parts=(),
    )


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: _storable(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_storable(member) for member in value]
    return value
