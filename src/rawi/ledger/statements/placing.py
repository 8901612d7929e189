"""The components of all items, as the ledger keeps them: many items a row."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa
import zstandard
from sqlalchemy.engine import Connection

from rawi.ledger import schema
from rawi.ledger.dialects import insert
from rawi.tracing.domains import EXACT, LEVELS, Components, Ints
from rawi.tracing.points import Bytes

#: Items in a row.
CHUNK: Final = 8_192
#: A component of more items is not looked at again when some of them go: it may then be told as
#: one though it fell apart.  On a level with components that large nothing is traced anyway.
LOOSE: Final = 20_000

#: An item: the number of its report's row, its own there, its components, the level on which it
#: was traced, and whether it waits to be traced again.
_ROW: Final = np.dtype(
    [
        ("report", "<i8"),
        ("number", "<i4"),
        ("labels", "<i4", (LEVELS,)),
        ("level", "i1"),
        ("waits", "i1"),
    ]
)
_ZSTD_LEVEL: Final = 1


class Placements:
    """All items, in the order in which they were placed."""

    def __init__(self, rows: npt.NDArray[np.void], codes: list[bytes]) -> None:
        self.rows = rows
        self._coded: set[int] = set()
        self._codes = codes  # of the items in one row of the table each
        self._saved = [_packed(chunk) for chunk in _chunks(rows)]

    @classmethod
    def load(cls, connection: Connection) -> Placements:
        """Return them as they are in the ledger."""
        table = schema.placements
        found, codes = [], []
        for body, code in connection.execute(
            sa.select(table.c.body, table.c.codes).order_by(table.c.id)
        ):
            found.append(np.frombuffer(zstandard.ZstdDecompressor().decompress(bytes(body)), _ROW))
            codes.append(bytes(code))
        return cls(np.concatenate(found) if found else np.zeros(0, _ROW), codes)

    def save(self, connection: Connection) -> None:
        """Write what has changed."""
        table = schema.placements
        for number, chunk in enumerate(_chunks(self.rows)):
            body = _packed(chunk)
            if number >= len(self._saved):
                row = {"id": number + 1, "body": body, "codes": self._codes[number]}
                insert(connection, table, [row])
                self._saved.append(body)
            elif body != self._saved[number]:
                told: dict[str, bytes] = {"body": body}
                if number in self._coded:
                    told["codes"] = self._codes[number]
                which = sa.update(table).where(table.c.id == number + 1)
                connection.execute(which.values(told))
                self._saved[number] = body
        self._coded.clear()

    def append(self, items: Sequence[tuple[int, int]], vectors: Bytes) -> list[int]:
        """Place items, each for itself; return their places."""
        first, last = len(self.rows), len(self.rows) + len(items)
        codes = coded(vectors)
        for chunk in range(first // CHUNK, -(-last // CHUNK)):
            if chunk == len(self._codes):
                self._codes.append(b"")
            start = chunk * CHUNK
            mine = codes[max(start, first) - first : min(start + CHUNK, last) - first]
            self._codes[chunk] += mine.tobytes()
            self._coded.add(chunk)
        rows = np.zeros(len(items), _ROW)
        rows["report"] = [report for report, _ in items]
        rows["number"] = [number for _, number in items]
        rows["labels"] = np.arange(first, last)[:, None]
        rows["level"], rows["waits"] = -1, 1
        self.rows = np.concatenate([self.rows, rows])
        return list(range(first, last))

    def join(self, level: int, pairs: Ints) -> None:
        """Join the components of pairs of places on one level."""
        components = Components(self.rows["labels"])
        components.join(level, pairs)
        self.rows["labels"] = components.labels

    def of_reports(self, reports: Collection[int]) -> Ints:
        """Return the places of the items of some reports."""
        mine = np.isin(self.rows["report"], np.array(sorted(reports), np.int64))
        return np.flatnonzero(mine & (self.rows["labels"][:, 0] >= 0))

    def take_out(self, places: Ints) -> Ints:
        """Take items out, and their components apart; return who is left of these."""
        labels = self.rows["labels"]
        loose = np.zeros(len(labels), bool)
        for level in range(LEVELS):
            mine = places[~loose[places]]
            found, sizes = np.unique(labels[mine, level], return_counts=True)
            if not len(found):
                break
            column = labels[:, level]
            sizes = np.bincount(column[column >= 0], minlength=len(column))[found]
            members = np.isin(column, found[sizes <= LOOSE])
            labels[members, level:] = np.flatnonzero(members)[:, None]
            loose |= members
        labels[places] = -1
        self.rows["labels"] = labels
        loose[places] = False
        self.rows["waits"][loose] = 1
        self.rows["waits"][places] = 0
        return np.flatnonzero(loose)

    def settle(self, most: int) -> None:
        """Let those wait whose domain lies on another level than before."""
        there = self.rows["labels"][:, 0] >= 0
        levels = Components(self.rows["labels"]).domains(most)
        moved = there & (levels != self.rows["level"])
        self.rows["waits"][moved] = 1
        self.rows["level"][there] = levels[there]

    def waiting(self) -> list[tuple[Ints, bool]]:
        """Return the domains with items that wait: their places, and whether they are too many."""
        there = np.flatnonzero(self.rows["labels"][:, 0] >= 0)
        if not len(there):
            return []
        levels = self.rows["level"][there].astype(np.int64)
        at = np.minimum(levels, EXACT)
        labels = self.rows["labels"][there, at].astype(np.int64)
        key = levels * (1 << 40) + labels
        order = np.argsort(key, kind="stable")
        places, key = there[order], key[order]
        starts = np.flatnonzero(np.r_[True, key[1:] != key[:-1]])
        waits = np.add.reduceat(self.rows["waits"][places].astype(np.int64), starts) > 0
        ends = np.r_[starts[1:], len(places)]
        return [
            (places[starts[n] : ends[n]], bool(self.rows["level"][places[starts[n]]] == LEVELS))
            for n in np.flatnonzero(waits)
        ]


def coded(vectors: Bytes) -> npt.NDArray[np.uint8]:
    """Return the signs of vectors, a bit each, one row a vector."""
    return np.packbits(vectors > 0, axis=1)


def alike(connection: Connection, vector: Bytes, most: int) -> list[tuple[int, int, int]]:
    """Return the items whose vectors have most signs of one in common: (report, number, place)."""
    table = schema.placements
    wanted = coded(vector[None, :])[0].view(np.uint64)
    best: list[tuple[int, int, int]] = []  # signs in common, chunk, place in it
    for number, codes in connection.execute(sa.select(table.c.id, table.c.codes)):
        rows = np.frombuffer(bytes(codes), np.uint64).reshape(-1, len(wanted))
        differ = np.bitwise_count(rows ^ wanted).sum(axis=1, dtype=np.int64)
        for at in np.argsort(differ, kind="stable")[:most]:
            best.append((int(differ[at]), number, int(at)))
        best = sorted(best)[:most]
    found: list[tuple[int, int, int]] = []
    for number in sorted({number for _, number, _ in best}):
        body = connection.scalar(sa.select(table.c.body).where(table.c.id == number))
        rows = np.frombuffer(zstandard.ZstdDecompressor().decompress(bytes(body or b"")), _ROW)
        mine = [at for _, chunk, at in best if chunk == number]
        there = [at for at in mine if rows[at]["labels"][0] >= 0]
        start = (number - 1) * CHUNK
        found += [(int(rows[at]["report"]), int(rows[at]["number"]), start + at) for at in there]
    return found


def _chunks(rows: npt.NDArray[np.void]) -> list[npt.NDArray[np.void]]:
    return [rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK)]


def _packed(rows: npt.NDArray[np.void]) -> bytes:
    return zstandard.ZstdCompressor(level=_ZSTD_LEVEL).compress(rows.tobytes())
