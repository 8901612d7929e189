"""Attributions as points: what tells of two of them alone whether they are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from rawi.records import Report
from rawi.tracing.candidates import speaker_keys
from rawi.tracing.embedding import DIMENSIONS, SCALE, embed
from rawi.tracing.items import Item, Source

Bytes = npt.NDArray[np.int8]
#: The day of a report without a date.
UNDATED: Final = -(2**31)
_DAY: Final = 86_400


class Points(msgspec.Struct, frozen=True):
    """The attributions of one report, in its order.

    `vectors` are rows of int8 (`SCALE` is one), `keys` the hashes of the names of each's speaker,
    `same` the hash of its words and speaker, `day` when the report was published, in days since
    1970, `UNDATED` without a date.
    """

    day: int
    vectors: bytes
    keys: tuple[tuple[int, ...], ...]
    same: tuple[int, ...]

    @property
    def matrix(self) -> Bytes:
        """The vectors, one row an attribution."""
        return np.frombuffer(self.vectors, np.int8).reshape(-1, DIMENSIONS)


def points_of(reports: Sequence[Report]) -> list[Points]:
    """Return the points of reports."""
    sources = [Source(number, report) for number, report in enumerate(reports)]
    vectors = as_bytes(embed([item.context for source in sources for item in source.items]))
    found, at = [], 0
    for source in sources:
        rows = vectors[at : at + len(source.items)]
        at += len(source.items)
        keys = tuple(tuple(sorted(map(_hash, speaker_keys(item)))) for item in source.items)
        same = tuple(_same(item) for item in source.items)
        found.append(Points(day_of(source), rows.tobytes(), keys, same))
    return found


def as_bytes(vectors: npt.NDArray[np.float32]) -> Bytes:
    """Return vectors as `embed` gives them, in one byte a number."""
    return np.rint(vectors * SCALE).astype(np.int8)


def day_of(source: Source) -> int:
    """Return the day on which a report was published."""
    at = source.published
    return UNDATED if at is None else int(at.timestamp() // _DAY)


def _same(item: Item) -> int:
    names = sorted(item.names)
    return _hash("\0".join([" ".join(item.context.casefold().split()), *names]))


def _hash(text: str) -> int:
    digest = sha256(text.encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def joined(some: Iterable[Points]) -> Bytes:
    """Return the vectors of several reports as one matrix."""
    rows = [one.matrix for one in some]
    return np.concatenate(rows) if rows else np.zeros((0, DIMENSIONS), np.int8)
