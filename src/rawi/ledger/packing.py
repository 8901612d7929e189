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
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Report).decode


@lru_cache(maxsize=2)
def _compressor(level: int) -> zstandard.ZstdCompressor:
    return zstandard.ZstdCompressor(level=level)


@lru_cache(maxsize=1)
def _decompressor() -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor()


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


def pack_reading(report: Report) -> bytes:
    """Return a report without its text, compressed: spans index the text that is kept beside."""
    bare = msgspec.structs.replace(report, text="")
    try:
        encoded = _encode(bare)
    except UnicodeEncodeError:  # lone surrogates, each replaced: spans stay right
        encoded = _encode(_storable(msgspec.to_builtins(bare)))
    return _compressor(_LEVEL).compress(encoded)


def unpack_reading(body: bytes, text: str) -> Report:
    """Return the report that was packed, with its text again."""
    return msgspec.structs.replace(_decode(_decompressor().decompress(body)), text=text)


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: _storable(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_storable(member) for member in value]
    return value
