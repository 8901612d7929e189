"""Edges as they are asked for by those who follow ways: parents, and what each brought."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.tracing.derivation import Edge
from rawi.tracing.firsthand import Marks
from rawi.tracing.story import Story


class Lineage:
    """The parents of each source, who brought each statement, who names whom as its source."""

    def __init__(self, edges: Sequence[Edge]) -> None:
        self.parents: dict[int, list[int]] = {}
        self.carrying: dict[int, dict[int, list[int]]] = {}
        self.cited: dict[int, list[int]] = {}
        self.marks: dict[int, Marks] = {}
        for edge in edges:
            self.parents.setdefault(edge.child, []).append(edge.parent)
            if edge.declared:
                self.cited.setdefault(edge.parent, []).append(edge.child)
            for number in edge.statements:
                brought = self.carrying.setdefault(number, {})
                brought.setdefault(edge.child, []).append(edge.parent)

    def marks_of(self, story: Story, number: int) -> Marks:
        """Return what a source's words tell, worked out once."""
        found = self.marks.get(number)
        if found is None:
            found = self.marks[number] = Marks(story.sources[number])
        return found
