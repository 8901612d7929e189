"""Which carriers are drawn when there are too many: the telling ones; the rest is folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from heapq import heappop, heappush

import msgspec

from rawi.tracing.routes import Node, Tree


class Fold(msgspec.Struct, frozen=True):
    """Carriers that are not drawn one by one, all below one node (None: the top)."""

    below: str | None
    ids: tuple[str, ...]
    languages: tuple[tuple[str, int], ...]


class Row(msgspec.Struct, frozen=True):
    """A line of the drawing: a node, or a fold."""

    node: Node | None
    fold: Fold | None
    depth: int


def rows(tree: Tree, most: int, telling: frozenset[str] = frozenset()) -> list[Row]:
    """Return the lines of a drawing, about `most` of them, in the order of the tree.

    All are drawn where they fit.  Else the nodes in `telling`, those who speak against it, and
    the ways to them come first, then those with most below them; at every node one fold counts
    the rest.
    """
    drawn = _drawn(tree, most, telling) if len(tree.nodes) > most else set(tree.nodes)
    found: list[Row] = []
    waiting: list[tuple[str | Fold, int]] = list(reversed(_below(tree, None, 0, drawn)))
    while waiting:
        at, depth = waiting.pop()
        if isinstance(at, Fold):
            found.append(Row(None, at, depth))
            continue
        found.append(Row(tree.nodes[at], None, depth))
        waiting += reversed(_below(tree, at, depth + 1, drawn))
    return found


def _below(tree: Tree, id: str | None, depth: int, drawn: set[str]) -> list[tuple[str | Fold, int]]:
    children = tree.children.get(id, ())
    hidden = [child for child in children if child not in drawn]
    if len(hidden) == 1 and not tree.children.get(hidden[0]):
        hidden = []  # a fold would take as much room as what it hides
    shown: list[tuple[str | Fold, int]] = [
        (child, depth) for child in children if child not in hidden
    ]
    if hidden:
        shown.append((_fold(tree, id, hidden), depth))
    return shown


def _fold(tree: Tree, below: str | None, tops: list[str]) -> Fold:
    ids: list[str] = []
    waiting = list(reversed(tops))
    while waiting:
        id = waiting.pop()
        ids.append(id)
        waiting += reversed(tree.children.get(id, ()))
    languages = Counter(
        (report.language or "?") for id in ids if (report := tree.nodes[id].report) is not None
    )
    ordered = sorted(languages.items(), key=lambda pair: (-pair[1], pair[0]))
    return Fold(below, tuple(ids), tuple(ordered))


def _drawn(tree: Tree, most: int, telling: frozenset[str]) -> set[str]:
    """Choose from the top down: what tells something first, then what has most below it."""
    sizes = _sizes(tree)
    marked = _ways_to(tree, telling)
    drawn: set[str] = set()
    heap: list[tuple[bool, int, int, str]] = []
    place = {id: number for number, id in enumerate(tree.nodes)}

    def offer(parent: str | None) -> None:
        for child in tree.children.get(parent, ()):
            heappush(heap, (child not in marked, -sizes[child], place[child], child))

    offer(None)
    folds = 1  # at the top; a node with children has one until all of them are drawn
    while heap and len(drawn) + folds < most:
        id = heappop(heap)[-1]
        drawn.add(id)
        folds += bool(tree.children.get(id))
        offer(id)
    return drawn


def _ways_to(tree: Tree, telling: frozenset[str]) -> set[str]:
    found: set[str] = set()
    for id, node in tree.nodes.items():
        at: str | None = id if node.stance or id in telling else None
        while at is not None and at not in found:
            found.add(at)
            at = tree.nodes[at].parent
    return found


def _sizes(tree: Tree) -> Mapping[str, int]:
    """Return for every node how many there are from it down."""
    found = dict.fromkeys(tree.nodes, 1)
    for id in reversed(tree.nodes):  # what is below comes after
        parent = tree.nodes[id].parent
        if parent is not None:
            found[parent] += found[id]
    return found
