"""How much there is to add, and how much of it is done: in bytes of the sources' files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from rawi.errors import InputError
from rawi.intake.addresses import is_address
from rawi.intake.inputs import Input, inputs_of
from rawi.intake.sniffing import SUFFIXES
from rawi.records import Taken

#: Formats whose reports take together the bytes of their file.
_SUMMED = frozenset({"text", "html", "jsonl", "csv"})
#: Formats whose reports say where in the file they begin, packed or not.
_PLACED = "warc"


@dataclass(frozen=True)
class File:
    """A file of one report, opened by the process that reads it; `size` is in bytes."""

    path: str
    size: int


Work = File | Taken | InputError


def bytes_of(sources: Sequence[str]) -> int | None:
    """Return how many bytes there are to go through; None where that cannot be known."""
    total = 0
    for source in sources:
        if is_address(source):
            return None
        for found in inputs_of(source):
            if isinstance(found, InputError):
                continue
            if not _is_measurable(found):
                return None
            total += size_of_file(found.path)
    return total


def size_of_file(path: str) -> int:
    """Return the bytes of a file, 0 where it is gone since it was listed."""
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


class Amounts:
    """Tells of works, one after the other, by how many bytes of their files they go on."""

    def __init__(self) -> None:
        self._source = ""
        self._offset = 0

    def of(self, work: Work) -> int:
        """Return the bytes of one more work."""
        if isinstance(work, File):
            return work.size
        if isinstance(work, InputError):
            return 0
        place = work.provenance
        if place.record is None or not _is_placed(place.source):
            return len(work.original) + 1  # with the end of its line
        if place.source != self._source:
            self._source, self._offset = place.source, 0
        before, self._offset = self._offset, place.record
        return max(0, place.record - before)


def _is_measurable(found: Input) -> bool:
    """Tell whether what is done of an input can be told: not of a stream, nor of what is packed."""
    format = SUFFIXES.get(found.suffix.lower())
    is_packed = not found.path.lower().endswith(found.suffix.lower())
    return format == _PLACED or (format in _SUMMED and not is_packed)


def _is_placed(path: str) -> bool:
    return any(
        f"{suffix}." in f"{path.lower()}." for suffix, format in SUFFIXES.items()
        if format == _PLACED
    )  # fmt: skip
