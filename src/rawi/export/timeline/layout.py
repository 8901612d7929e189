"""The places of a drawing: every line with its node's place and its label, in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from rawi.export.columns import width
from rawi.export.timeline.folding import Row, rows
from rawi.export.timeline.scale import Moment, Scale, moment
from rawi.export.timeline.tags import Tag, Tags
from rawi.tracing.routes import Tree

ROW: Final = 28
TOP: Final = 34
#: The speaker stands on a line of their own above the carriers.
SPEAKER: Final = 1
#: What is below another stands at least so far from it, and as far from the edges.
STEP: Final = 18
EDGE: Final = 14
_LABEL: Final = 11
#: A column of text as it is drawn, at most; and how little room time may be left with.
_COLUMN: Final = 7.9
_LEAST: Final = 240
#: The lane of those without a date.
LANE: Final = 56
#: What the name of a day takes.
DAY: Final = 84
_DEEPEST = 6


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the drawing: what stands there, where, and what is written beside it.

    `until` is where the span of an inexact date ends, None for an instant.
    """

    row: Row
    id: str
    x: float
    y: float
    tags: tuple[Tag, ...]
    until: float | None = None


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """Places in pixels from the left and the top; `lane` is where those without a date begin,
    None where all have one."""

    width: float
    height: float
    spots: tuple[Spot, ...]
    days: tuple[tuple[date, float], ...]
    lane: float | None
    by_id: dict[str, Spot]


def lay_out(tree: Tree, tags: Tags, *, least: int, most: int, telling: frozenset[str]) -> Layout:
    """Return the places of a drawing that is `least` pixels wide, wider where labels need it."""
    return _Laying(tree, tags, rows(tree, most, telling)).layout(least)


def fold_id(below: str | None) -> str:
    """Return what stands for a fold in a layout."""
    return f"more:{below or ''}"


class _Laying:
    """The making of a layout."""

    def __init__(self, tree: Tree, tags: Tags, lines: Sequence[Row]) -> None:
        self._tree = tree
        self._lines = lines
        self._ids = [row.node.id if row.node else fold_id(_below(row)) for row in lines]
        self._moments = self._read_moments()
        self._scale = Scale([at.start for at in self._moments.values() if at])
        self._tags = {id: tags(row) for id, row in zip(self._ids, lines, strict=True)}
        self._undated = any(at is None for at in self._moments.values())

    def layout(self, least: int) -> Layout:
        plot = self._plot(least)
        xs = self._places(plot)
        right = max((xs[id] + self._label(id) for id in self._ids), default=0.0)
        spots = tuple(
            self._spot(row, id, xs[id], n + SPEAKER, plot)
            for n, (row, id) in enumerate(zip(self._lines, self._ids, strict=True))
        )
        return Layout(
            width=max(float(least), right + EDGE),
            height=TOP + ROW * (len(spots) + SPEAKER) + EDGE,
            spots=spots,
            days=tuple((day, self._left() + f * plot) for day, f in self._scale.days()),
            lane=self._lane(plot) if self._undated else None,
            by_id={spot.id: spot for spot in spots},
        )

    def _read_moments(self) -> dict[str, Moment | None]:
        """Return when each line stands: an outlet, or what is folded, at the first below it."""
        own = {
            id: moment(node.report.published) if node.report else None
            for id, node in self._tree.nodes.items()
        }
        first = dict(own)
        for id in reversed(self._tree.nodes):
            node = self._tree.nodes[id]
            parent, mine = node.parent, first[id]
            if parent and mine and self._tree.nodes[parent].report is None:
                theirs = first[parent]
                first[parent] = min(theirs, mine, key=lambda m: m.start) if theirs else mine
        found: dict[str, Moment | None] = {}
        for row, id in zip(self._lines, self._ids, strict=True):
            if row.node:
                found[id] = first[id]
            else:
                inside = [at for i in (row.fold.ids if row.fold else ()) if (at := own[i])]
                found[id] = min(inside, key=lambda m: m.start, default=None)
        return found

    def _left(self) -> float:
        return EDGE + STEP * (1 + self._levels())

    def _levels(self) -> int:
        """Return how many outlets without a report stand above each other."""
        depth: dict[str, int] = {}
        for id, node in self._tree.nodes.items():
            above = depth.get(node.parent or "", 0)
            depth[id] = above + 1 if node.report is None else 0
        return min(_DEEPEST, max(depth.values(), default=0))

    def _label(self, id: str) -> float:
        return _LABEL + _COLUMN * sum(width(tag.text) for tag in self._tags[id])

    def _plot(self, least: int) -> float:
        """Return how many pixels time has: as many as leave room for the labels."""
        room = float(least) - self._left() - EDGE - (LANE if self._undated else 0)
        fits = room
        for _ in range(4):
            xs = self._places(fits)
            over = max((xs[id] + self._label(id) for id in self._ids), default=0.0)
            over -= least - EDGE
            if over <= 0 or fits <= _LEAST:
                break
            fits = max(_LEAST, fits - over)
        return max(fits, min(_LEAST, room))

    def _lane(self, plot: float) -> float:
        """Return where the lane begins: behind time, and clear of the last day's name."""
        days = self._scale.days()
        name = self._left() + days[-1][1] * plot + DAY if days else 0.0
        return max(self._left() + plot + STEP, name)

    def _places(self, plot: float) -> dict[str, float]:
        xs: dict[str, float] = {}
        for row, id in zip(self._lines, self._ids, strict=True):
            parent = row.node.parent if row.node else _below(row)
            at, above = self._moments[id], self._moments.get(parent or "")
            if at is None:
                x = self._lane(plot) + STEP
                if parent in xs and above is None:
                    x = min(xs[parent] + STEP, x + _DEEPEST * STEP)
            else:
                x = self._left() + plot * self._scale(at.start)
                if row.node and row.node.report is None:
                    x = self._before(id, x)
                elif parent in xs and (above is None or above.start <= at.start):
                    x = max(x, xs[parent] + STEP) if above else x
            xs[id] = x
        return xs

    def _before(self, id: str, x: float) -> float:
        """Return the place of an outlet without a report: before what took from it."""
        levels, at = 1, id
        while levels < _DEEPEST:
            below = self._tree.children.get(at, ())
            hollow = [child for child in below if self._tree.nodes[child].report is None]
            if not hollow:
                break
            at, levels = hollow[0], levels + 1
        parent = self._tree.nodes[id].parent
        return x if parent and self._tree.nodes[parent].report else x - STEP * levels

    def _spot(self, row: Row, id: str, x: float, line: int, plot: float) -> Spot:
        at = self._moments[id]
        until = None
        if at and at.end > at.start and row.node and row.node.report:
            until = max(x, self._left() + plot * self._scale(at.end))
        return Spot(
            row=row, id=id, x=x, y=TOP + ROW * line + ROW / 2, tags=self._tags[id], until=until
        )


def _below(row: Row) -> str | None:
    return row.fold.below if row.fold else None
