"""The decompressors of three libraries behind one face: fed and pulled, a piece at a time."""

from __future__ import annotations

from typing import Protocol

#: Zstandard gives all that its input holds at once: four bytes may stand for 128 KiB.
_ZSTD_CHUNK = 512
_ZSTD_WINDOW = 1 << 27


class Decoder(Protocol):
    """One member of packed data.

    `hungry` says that it needs more to go on, `eof` that it has ended, `rest` what it was fed
    beyond its end.  `pull` raises what its library raises for broken data.
    """

    @property
    def hungry(self) -> bool:
        """Whether it is to be fed before it is pulled."""

    @property
    def eof(self) -> bool:
        """Whether it has given all."""

    @property
    def rest(self) -> bytes:
        """What it was fed beyond its end."""

    def feed(self, data: bytes) -> None:
        """Take in more of the packed data; only when it is hungry."""

    def pull(self, most: int) -> bytes:
        """Return what comes next, unpacked; of Zstandard it may be more than `most` bytes."""


class _Gzip:
    def __init__(self) -> None:
        import zlib

        self._inner = zlib.decompressobj(wbits=31)
        self._pending = b""
        self.hungry = True

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def rest(self) -> bytes:
        return self._inner.unused_data

    def feed(self, data: bytes) -> None:
        self._pending = data

    def pull(self, most: int) -> bytes:
        piece = self._inner.decompress(self._pending, most)
        self._pending = self._inner.unconsumed_tail
        # A full piece may leave more inside though all input is used.
        self.hungry = not self._pending and len(piece) < most
        return piece


class _Bzip2:
    def __init__(self) -> None:
        import bz2

        self._inner = bz2.BZ2Decompressor()
        self._pending = b""

    @property
    def hungry(self) -> bool:
        return not self._pending and self._inner.needs_input

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def rest(self) -> bytes:
        return self._inner.unused_data

    def feed(self, data: bytes) -> None:
        self._pending = data

    def pull(self, most: int) -> bytes:
        data, self._pending = self._pending, b""
        return self._inner.decompress(data, most)


class _Zstandard:
    def __init__(self) -> None:
        import zstandard

        self._inner = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
        self._pending = memoryview(b"")

    @property
    def hungry(self) -> bool:
        return not self._pending

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def rest(self) -> bytes:
        return self._inner.unused_data + bytes(self._pending)

    def feed(self, data: bytes) -> None:
        self._pending = memoryview(data)

    def pull(self, most: int) -> bytes:
        data, self._pending = self._pending[:_ZSTD_CHUNK], self._pending[_ZSTD_CHUNK:]
        return self._inner.decompress(bytes(data))


_DECODERS: dict[str, type[Decoder]] = {"gzip": _Gzip, "bzip2": _Bzip2, "zstd": _Zstandard}


def decoder_of(kind: str) -> Decoder:
    """Return a decoder for one member of packed data; its library is loaded only now."""
    return _DECODERS[kind]()
