"""What a server sends, read bit by bit: never more than the limit, before and after unpacking."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

from urllib3.response import BaseHTTPResponse

from rawi.errors import FetchError
from rawi.intake.limits import too_large
from rawi.intake.web.deadlines import Deadline

#: What is asked for; a server that sends another is refused.
ACCEPT_ENCODING = "gzip, deflate"

_CHUNK = 65_536
_GZIP_MARK = b"\x1f\x8b"
_GZIP = 16 + zlib.MAX_WBITS


def read_body(response: BaseHTTPResponse, where: str, limit: int, deadline: Deadline) -> bytes:
    """Return the body of an answer, unpacked.

    Raises TooLargeError over `limit` bytes, FetchError for what cannot be unpacked or is not
    through when the time is over, and whatever urllib3 raises for a broken connection.
    """
    told = response.headers.get("content-length", "")
    if told.isascii() and told.isdigit() and len(told) < 20 and int(told) > limit:
        raise too_large(where, limit, "the page")
    unpacker = _unpacker(response.headers.get("content-encoding", ""), where)
    body = bytearray()
    for piece in _pieces(response, where, limit, deadline):
        for out in unpacker.unpack(piece):
            body += out
            if len(body) > limit:
                raise too_large(where, limit, "the page")
    if not unpacker.is_whole:
        raise FetchError(where, "its compressed content ends too early", temporary=True)
    return bytes(body)


def _pieces(
    response: BaseHTTPResponse, where: str, limit: int, deadline: Deadline
) -> Iterator[bytes]:
    size = 0
    # One reading is one look at the connection: `read` would wait for all that it is asked for.
    while piece := response.read1(_CHUNK, decode_content=False):
        size += len(piece)
        if size > limit:
            raise too_large(where, limit, "the page")
        yield piece
        if deadline.is_past:
            break
    if deadline.is_past:
        raise out_of_time(where)


def out_of_time(where: str) -> FetchError:
    """Return the error for a page that took longer than it may."""
    return FetchError(where, "it took longer than a page may in all", temporary=True)


class _Unpacker(Protocol):
    @property
    def is_whole(self) -> bool: ...

    def unpack(self, piece: bytes) -> Iterator[bytes]: ...


def _unpacker(encoding: str, where: str) -> _Unpacker:
    name = encoding.strip().lower()
    if name in ("", "identity", "none"):
        return _Plain()
    if name in ("gzip", "x-gzip"):
        return _Compressed(_GZIP, where)
    if name == "deflate":
        return _Compressed(None, where)
    raise FetchError(where, f'its content is packed as "{name[:40]}", which was not asked for')


class _Plain:
    is_whole = True

    def unpack(self, piece: bytes) -> Iterator[bytes]:
        yield piece


class _Compressed:
    """Unpacks gzip (of several members, too) or deflate; `wbits` None finds out which deflate."""

    def __init__(self, wbits: int | None, where: str) -> None:
        self._wbits, self._where = wbits, where
        self._packed = zlib.decompressobj(wbits) if wbits is not None else None
        self._is_over = False
        self._seen = False

    @property
    def is_whole(self) -> bool:
        """Whether the content came to its end; an empty body is whole, too."""
        return not self._seen or self._is_over or (self._packed is not None and self._packed.eof)

    def unpack(self, piece: bytes) -> Iterator[bytes]:
        """Yield what a piece holds, in bits of bounded size."""
        self._seen = True
        try:
            while piece and not self._is_over:
                packed = self._packed or self._began(piece)
                out = packed.decompress(piece, _CHUNK)
                piece = packed.unconsumed_tail
                if out:
                    yield out
                if packed.eof:
                    piece = self._next_member(packed.unused_data)
        except zlib.error as error:
            raise FetchError(self._where, f"its compressed content is broken: {error}") from None

    def _began(self, piece: bytes) -> zlib._Decompress:
        # "deflate" is zlib's format, but some servers send it bare.
        is_zlib = piece[0] & 0x0F == 8 and (len(piece) < 2 or (piece[0] * 256 + piece[1]) % 31 == 0)
        self._packed = zlib.decompressobj(zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS)
        return self._packed

    def _next_member(self, rest: bytes) -> bytes:
        """Go on with the next member of a gzip file; what else follows is none of the content."""
        if self._wbits != _GZIP or (rest and not _GZIP_MARK.startswith(rest[:2])):
            self._is_over = True
            return b""
        if rest:
            self._packed = zlib.decompressobj(_GZIP)
        return rest
