"""An input that is open: unpacked, its beginning looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from rawi.errors import FormatError, InputError
from rawi.intake.limits import HEAD_BYTES
from rawi.intake.options import TakeOptions
from rawi.intake.origins import Origin
from rawi.intake.prefixed import prefixed
from rawi.intake.unpacking import MOST_LAYERS, Limits, Unpacker, packed_kind, unpacked


@dataclass(frozen=True)
class Opened:
    """What the reader of a format is given.

    `stream` is the input from its beginning, unpacked; `head` its first bytes.  `unpacker` is
    what unpacks it, None where it is not packed.  `file` is the input itself where one can
    move in it, else None.
    """

    stream: BinaryIO
    head: bytes
    origin: Origin
    options: TakeOptions
    unpacker: Unpacker | None = None
    file: BinaryIO | None = None


def opened(stream: BinaryIO, origin: Origin, options: TakeOptions) -> Opened:
    """Return an open stream unpacked; raises FormatError for what is packed too often."""
    head = read_head(stream)
    file = stream if _is_file(stream) else None
    unpacker: Unpacker | None = None
    limits = Limits(options.max_unpacked, options.max_ratio)
    layers = 0
    while kind := packed_kind(head):
        if layers == MOST_LAYERS:
            raise FormatError(origin.where, f"packed more than {layers} times; unpack it yourself")
        stream, unpacker = unpacked(prefixed(head, stream), kind, origin.where, limits)
        file, head, layers = None, read_head(stream), layers + 1
    return Opened(prefixed(head, stream), head, origin, options, unpacker, file)


def _is_file(stream: BinaryIO) -> bool:
    """Return whether one can move in a stream."""
    return bool(getattr(stream, "seekable", bool)())


def read_head(stream: BinaryIO) -> bytes:
    """Read what the format is told from: of JSON Lines from a pipe, no more than a line."""
    head = b""
    read = getattr(stream, "read1", stream.read)
    while len(head) < HEAD_BYTES and (chunk := _next(read, bool(head))):
        head += chunk
        start = head.lstrip()
        if start.startswith(b"{") and b"\n" in start:
            break
    return head


def _next(read: Callable[[int], bytes], is_begun: bool) -> bytes:
    """Read on; what is broken further on in a packed input is told when one comes to it."""
    try:
        return read(HEAD_BYTES)
    except InputError:
        if not is_begun:
            raise
        return b""
