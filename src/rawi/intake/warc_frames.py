"""Where the records of a web archive begin and end, and how to go on after a broken one.

The libraries that read archives stop at the first fault.  Here the file is parted into
records, which are then read one by one: a fault costs its record.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

import msgspec

from rawi.errors import FormatError, InputError
from rawi.intake.limits import too_large
from rawi.intake.unpacking import Unpacker

_CHUNK = 65_536
_MOST_HEADER = 65_536
_BEGIN = re.compile(rb"WARC/\d\.\d[ \t]{0,8}\r?\n(?=[A-Za-z])")
_VERSION = re.compile(rb"WARC/\d\.\d[ \t]{0,8}\r?\n")
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(
    rb"^content-length[ \t]*:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE
)
_TYPE = re.compile(rb"^warc-type[ \t]*:[ \t]*([\w-]{1,40})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_LONGEST_BEGIN = 32


class Frame(msgspec.Struct, frozen=True):
    """One record: where it begins, its type ("response"), its bytes from header to block.

    `offset` is that of the file, in bytes: of the packed member that the record is, where each is
    packed for itself, else of the unpacked data.
    """

    offset: int
    type: str
    data: bytes


@dataclass
class Passed:
    """How many records there were, and how many of them were not asked for."""

    all: int = 0
    others: int = 0


class _Tape:
    """A stream of which one sees what comes next; `position` is that of the next byte."""

    def __init__(self, stream: BinaryIO) -> None:
        self._read = getattr(stream, "read1", stream.read)
        self.ahead = bytearray()
        self.position = 0

    def more(self) -> bool:
        """See further; return whether there is more."""
        data = self._read(_CHUNK)
        self.ahead += data
        return bool(data)

    def see(self, size: int) -> bool:
        """See `size` bytes ahead; return whether there are as many."""
        while len(self.ahead) < size:
            if not self.more():
                return False
        return True

    def pass_by(self, size: int) -> None:
        """Go on by so many of the bytes seen."""
        del self.ahead[:size]
        self.position += size

    def begin_at(self, position: int) -> None:
        """Go on at a position, forgetting what was seen before it."""
        self.ahead.clear()
        self.position = position

    def skip(self, size: int) -> int:
        """Go on by `size` bytes, keeping nothing; return how many were missing."""
        while size:
            if not self.ahead and not self.more():
                return size
            step = min(size, len(self.ahead))
            self.pass_by(step)
            size -= step
        return 0

    def skip_blank(self) -> None:
        """Go on to what is no line end."""
        while True:
            blank = len(self.ahead) - len(self.ahead.lstrip(b"\r\n"))
            self.pass_by(blank)
            if self.ahead or not self.more():
                return

    def skip_to_record(self) -> bool:
        """Go on to where a record begins; return whether there is one."""
        while True:
            if found := _BEGIN.search(self.ahead):
                self.pass_by(found.start())
                return True
            # What begins a record may be cut by the end of what is seen.
            self.pass_by(max(0, len(self.ahead) - _LONGEST_BEGIN))
            if not self.more():
                self.pass_by(len(self.ahead))
                return False


class Frames:
    """The records of an archive that is read once, from its beginning."""

    def __init__(
        self, stream: BinaryIO, where: str, limit: int, unpacker: Unpacker | None = None
    ) -> None:
        self._tape = _Tape(stream)
        self._where = where
        self._limit = limit
        self._unpacker = unpacker
        self._by_member: bool | None = None
        self._last = 0  # the offset of the record at hand
        self.passed = Passed()

    def read(self, wanted: Callable[[str], bool]) -> Iterator[Frame | InputError]:
        """Yield the records of the types wanted, and an InputError for each broken one.

        Of what is packed, a member that cannot be unpacked is passed over.
        """
        while True:
            try:
                yield from self._to_the_end(wanted)
                return
            except FormatError as error:  # in unpacking
                unpacker = self._unpacker
                began = unpacker.began if unpacker else 0
                if unpacker is None or unpacker.resume() is None:
                    yield error
                    return
                yield FormatError(self._named(began), f"broken record: {error.fault}; passed over")
                self._tape.begin_at(unpacker.position)

    def _to_the_end(self, wanted: Callable[[str], bool]) -> Iterator[Frame | InputError]:
        tape = self._tape
        while True:
            tape.skip_blank()
            if not tape.see(1):
                return
            self._last = self._offset()
            found = self._next(wanted)
            if found is not None:
                yield found

    def _offset(self) -> int:
        """Return the offset of the record that begins here."""
        position = self._tape.position
        member = self._unpacker.member_at(position) if self._unpacker else None
        if member is None:
            return position
        unpacked_at, packed_at = member
        # The second record tells whether each is packed for itself.
        if self._by_member is None and position:
            self._by_member = unpacked_at == position
        return packed_at if self._by_member else position

    def _named(self, offset: int) -> str:
        return f"{self._where}:offset {offset}"

    def _next(self, wanted: Callable[[str], bool]) -> Frame | InputError | None:
        """Return the next record, None where it is not wanted."""
        header = self._header()
        length = _LENGTH.search(header) if header else None
        if header is None or length is None:
            fault = "no Content-Length" if header else "no record begins there"
            return self._broken(fault, len(header or b"") or 1)
        kind = _TYPE.search(header)
        type = kind[1].decode("ascii").lower() if kind else ""
        size = int(length[1])
        self.passed.all += 1
        if not wanted(type):
            self.passed.others += 1
            return self._skipped(header, size)
        if size > self._limit:
            return self._skipped(header, size) or too_large(
                self._named(self._last), self._limit, "the record"
            )
        return self._whole(header, size, type)

    def _header(self) -> bytes | None:
        """Return the header that stands here, its blank line included; None where none does."""
        tape = self._tape
        tape.see(_LONGEST_BEGIN)
        if not _VERSION.match(tape.ahead):
            return None
        start = 0
        while not (end := _HEADER_END.search(tape.ahead, start)):
            start = max(0, len(tape.ahead) - 3)
            if len(tape.ahead) > _MOST_HEADER or not tape.more():
                return None
        return bytes(tape.ahead[: end.end()]) if end.end() <= _MOST_HEADER else None

    def _whole(self, header: bytes, size: int, type: str) -> Frame | InputError:
        tape = self._tape
        whole = len(header) + size
        is_there = tape.see(whole + 4) or len(tape.ahead) >= whole
        if not is_there:
            fault = f"cut off: {len(tape.ahead) - len(header):,} bytes of {size:,}"
            return self._broken(fault, len(header))
        if not self._is_end(whole):
            return self._broken("its Content-Length is not that of its block", len(header))
        data = bytes(tape.ahead[:whole])
        if b"\r\n" not in header:  # written by hand, or by a tool that did
            data = header.replace(b"\n", b"\r\n") + data[len(header) :]
        tape.pass_by(whole)
        return Frame(self._last, type, data)

    def _is_end(self, whole: int) -> bool:
        """Return whether a record may end after so many bytes."""
        after = bytes(self._tape.ahead[whole : whole + 4])
        return after[:2] == b"\r\n" or after[:1] == b"\n" or after in (b"", b"WARC")

    def _skipped(self, header: bytes, size: int) -> InputError | None:
        """Pass over a record; return what is wrong with it, None where nothing is."""
        tape = self._tape
        if tape.see(len(header) + size) if size <= _CHUNK else False:
            tape.see(len(header) + size + 4)
            if not self._is_end(len(header) + size):
                return self._broken("its Content-Length is not that of its block", len(header))
        tape.pass_by(len(header))
        missing = tape.skip(size)
        if missing:
            fault = f"broken record: cut off: {size - missing:,} bytes of {size:,}"
            return FormatError(self._named(self._last), fault)
        return None

    def _broken(self, fault: str, size: int) -> InputError:
        """Go on to the next record, at least `size` bytes further; return the fault."""
        self._tape.pass_by(min(size, len(self._tape.ahead)))
        self._tape.skip_to_record()
        return FormatError(self._named(self._last), f"broken record: {fault}; passed over")
