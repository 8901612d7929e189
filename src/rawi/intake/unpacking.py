"""gzip, bzip2 and Zstandard read as they are: a piece at a time, and never without end.

A file may hold several members one after the other, as web archives do: where each begins
is kept for who asks while reading, and a broken one can be passed over.
"""

from __future__ import annotations

import io
from collections import deque
from typing import Any, BinaryIO, cast

import msgspec

from rawi.errors import FormatError, InputError, TooLargeError
from rawi.intake.decoders import Decoder, decoder_of

NAMES = {"gzip": "gzip", "bzip2": "bzip2", "zstd": "Zstandard"}
ENDINGS = (".gz", ".bz2", ".zst", ".zstd")

MOST_LAYERS = 2
"""How often a thing may be packed: once as a rule, twice by mistake."""

#: So much may be unpacked before the ratio is looked at: small files repeat themselves.
GRACE_BYTES = 50_000_000

_CHUNK = 65_536
_LONGEST_MAGIC = 10
_MAGICS = {b"\x1f\x8b\x08": "gzip", b"\x28\xb5\x2f\xfd": "zstd"}
_GZIP_MAGIC = b"\x1f\x8b\x08"
#: What follows "BZh" and a digit: a block, or the end of what is empty.
_BZIP2_BLOCKS = (b"1AY&SY", b"\x17rE8P\x90")
_MEMBERS_KEPT = 4_096


class Limits(msgspec.Struct, frozen=True):
    """How much may come out of a packed input: bytes in all, and times the bytes that went in."""

    bytes: int
    ratio: int


def packed_kind(head: bytes) -> str | None:
    """Return how an input that begins so is packed ("gzip"), None where it is not."""
    if head.startswith(b"BZh") and head[3:4].isdigit() and head[4:10] in _BZIP2_BLOCKS:
        return "bzip2"
    return next((kind for magic, kind in _MAGICS.items() if head.startswith(magic)), None)


class Unpacker(io.RawIOBase):
    """The unpacked bytes of a stream.

    Reading raises FormatError where the data is broken or cut off, TooLargeError where more
    comes out than `limits` allow.  The stream is not closed with it.
    """

    def __init__(self, stream: BinaryIO, kind: str, where: str, limits: Limits) -> None:
        self.kind = kind
        self._stream = stream
        self._where = where
        self._limits = limits
        self._input = b""  # read from the stream, not yet handed to the decoder
        self._fed = b""  # what the decoder was handed last
        self._read = 0  # bytes read from the stream
        self._given = 0  # bytes unpacked
        #: Where the member at hand begins in the stream.
        self.began = 0
        self._decoder: Decoder | None = None
        self._output = memoryview(b"")
        self._fault: InputError | None = None  # raised at every reading, until `resume`
        # Where members begin: unpacked and in the stream.
        self._members: deque[tuple[int, int]] = deque(maxlen=_MEMBERS_KEPT)

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with what comes next; 0 at the end."""
        if self._fault is not None:
            raise self._fault
        try:
            while not self._output and self._fill():
                pass
        except InputError as error:
            self._fault = error
            raise
        size = min(len(buffer), len(self._output))
        buffer[:size] = self._output[:size]
        self._output = self._output[size:]
        return size

    def member_at(self, position: int) -> tuple[int, int] | None:
        """Return where the member that holds an unpacked position begins: unpacked, in the stream.

        Positions are asked for in their order; None where no member is known that holds it.
        """
        members = self._members
        while len(members) > 1 and members[1][0] <= position:
            members.popleft()
        return members[0] if members and members[0][0] <= position else None

    @property
    def position(self) -> int:
        """How many bytes were unpacked so far."""
        return self._given

    def resume(self) -> int | None:
        """Go on at the next member after a broken one; return where it begins in the stream.

        What was unpacked of the broken one and not yet read is lost.  None where there is no
        other, or where members cannot be told apart (only those of gzip can).
        """
        if self.kind != "gzip":
            return None
        whole = self._fed + self._input if self._decoder else self._input
        skip = max(0, self.began + 1 - (self._read - len(whole)))
        self._input, self._fed, self._decoder = whole[skip:], b"", None
        self._output, self._fault = memoryview(b""), None
        while (found := self._input.find(_GZIP_MAGIC)) < 0:
            self._input = self._input[-2:]
            if not self._more():
                return None
        self._input = self._input[found:]
        return self._read - len(self._input)

    def _fill(self) -> bool:
        """Unpack the next piece; return whether there may be more."""
        decoder = self._decoder or self._begin()
        if decoder is None:
            return False
        if decoder.hungry:
            if not self._input and not self._more():
                fault = (
                    f"cut off: the {NAMES[self.kind]} data ends too early, at byte {self._read:,}"
                )
                raise FormatError(self._where, fault)
            self._fed, self._input = self._input, b""
            decoder.feed(self._fed)
        try:
            piece = decoder.pull(_CHUNK)
        except Exception as error:  # each library has errors of its own, and they change
            fault = f"broken {NAMES[self.kind]} data near byte {self._read - len(self._fed):,}"
            raise FormatError(self._where, f"{fault}: {error}") from None
        if decoder.eof:
            self._input = decoder.rest
            self._decoder = None
        self._given += len(piece)
        self._output = memoryview(piece)
        self._check()
        return True

    def _begin(self) -> Decoder | None:
        """Begin the next member, None where there is none."""
        # Files are filled up with zeros to the end of a block.
        if self._members:
            self._input = self._input.lstrip(b"\0")
        while len(self._input) < _LONGEST_MAGIC and self._more():
            if self._members:
                self._input = self._input.lstrip(b"\0")
        if not self._input:
            return None
        self.began = self._read - len(self._input)
        if packed_kind(self._input) != self.kind and not self._is_skippable():
            fault = f"broken {NAMES[self.kind]} data at byte {self.began:,}"
            raise FormatError(self._where, f"{fault}: no member begins there")
        self._members.append((self._given, self.began))
        self._decoder = decoder_of(self.kind)
        return self._decoder

    def _is_skippable(self) -> bool:
        """Return whether a frame of Zstandard follows that holds no data."""
        return self.kind == "zstd" and self._input[1:4] == b"\x2a\x4d\x18"

    def _check(self) -> None:
        limits = self._limits
        if self._given > limits.bytes:
            way = "raise max_unpacked, or unpack it yourself"
            raise TooLargeError(self._where, f"unpacked it is over {limits.bytes:,} bytes; {way}")
        if self._given > max(GRACE_BYTES, limits.ratio * self._read):
            fault = (
                f"unpacked it is over {limits.ratio} times its size, as archives made to break "
                "programs are; unpack it yourself where it is none"
            )
            raise TooLargeError(self._where, fault)

    def _more(self) -> bool:
        """Read on; return whether there was more."""
        read = getattr(self._stream, "read1", self._stream.read)
        data = read(_CHUNK)
        self._read += len(data)
        self._input += data
        return bool(data)


def unpacked(stream: BinaryIO, kind: str, where: str, limits: Limits) -> tuple[BinaryIO, Unpacker]:
    """Return the unpacked stream, buffered, and what unpacks it."""
    unpacker = Unpacker(stream, kind, where, limits)
    return cast(BinaryIO, io.BufferedReader(unpacker, _CHUNK)), unpacker
