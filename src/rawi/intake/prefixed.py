"""A binary stream with what was read of it put back in front."""

from __future__ import annotations

import io
from typing import BinaryIO, cast


class _Prefixed(io.RawIOBase):
    """First the bytes given, then the stream."""

    def __init__(self, prefix: bytes, stream: BinaryIO) -> None:
        self._prefix = memoryview(prefix)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data: bytes | memoryview
        if self._prefix:
            data, self._prefix = self._prefix[: len(buffer)], self._prefix[len(buffer) :]
        else:
            # What is there now: a pipe that is written line by line is read line by line.
            data = getattr(self._stream, "read1", self._stream.read)(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def prefixed(prefix: bytes, stream: BinaryIO) -> BinaryIO:
    """Return a stream that gives `prefix` and then what is left of `stream`."""
    return cast(BinaryIO, io.BufferedReader(_Prefixed(prefix, stream), 65_536))
