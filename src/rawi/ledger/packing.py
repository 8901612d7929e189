"""Texts, readings and original bytes as they are stored: compressed, each by itself."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec
import zstandard

from rawi.ledger.identity import storable
from rawi.records import Report

#: Texts and readings are read often, originals hardly ever.
_LEVEL = 3
_LEVEL_OF_ORIGINALS = 9
_LEVEL_OF_DERIVED = 1


@lru_cache(maxsize=3)
def _compressor(level: int) -> zstandard.ZstdCompressor:
    return zstandard.ZstdCompressor(level=level)


@lru_cache(maxsize=1)
def _decompressor() -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor()


def pack(data: bytes) -> bytes:
    """Return what is derived, compressed quickly."""
    return _compressor(_LEVEL_OF_DERIVED).compress(data)


def unpack(body: bytes) -> bytes:
    """Return what was packed."""
    return _decompressor().decompress(body)


def pack_text(text: str) -> bytes:
    """Return a text compressed; lone surrogates survive."""
    return _compressor(_LEVEL).compress(text.encode("utf-8", "surrogatepass"))


def unpack_text(body: bytes) -> str:
    """Return the text that was packed."""
    return _decompressor().decompress(body).decode("utf-8", "surrogatepass")


def pack_original(data: bytes) -> bytes:
    """Return original bytes compressed."""
    return _compressor(_LEVEL_OF_ORIGINALS).compress(data)


def unpack_original(body: bytes) -> bytes:
    """Return the original bytes, as they were."""
    return _decompressor().decompress(body)


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
    stored = Stored(
        msgspec.structs.replace(report, text=""),
        given.language,
        given.publisher,
        len(given.warnings),
    )
    try:
        encoded = _encode(stored)
    except UnicodeEncodeError:  # lone surrogates, each replaced: spans stay right
        encoded = _encode(_storable(msgspec.to_builtins(stored)))
    return _compressor(_LEVEL).compress(encoded)


def unpack_reading(body: bytes, text: str) -> Report:
    """Return the report that was packed, with its text again."""
    stored = _decode(_decompressor().decompress(body))
    return msgspec.structs.replace(stored.report, text=text)


def unpack_unread(body: bytes, text: str) -> Report:
    """Return the report as it was given, before it was read."""
    stored = _decode(_decompressor().decompress(body))
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
