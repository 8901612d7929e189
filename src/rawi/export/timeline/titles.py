"""What a drawing says in full: of itself, of each carrier, of each way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from rawi.export.timeline.layout import Spot
from rawi.export.timeline.look import Look
from rawi.export.timeline.tags import Tag, Tags, stance
from rawi.records import Derivation, Report, Shift, Variant
from rawi.tracing.routes import Node, Tree

#: Names of folded carriers that are told.
_NAMES: Final = 20


class Titles:
    """The full texts of one drawing, in the words of its look."""

    def __init__(
        self,
        ways: Tree,
        tags: Tags,
        reports: Mapping[str, Report],
        variants: Sequence[Variant],
        look: Look,
    ) -> None:
        self._ways = ways
        self._tags = tags
        self._reports = reports
        self._say = look.say
        self._shifts = {shift.child: shift for v in variants for shift in v.appeared}

    def whole(self) -> str:
        """Return what the drawing shows."""
        carriers = sum(node.report is not None for node in self._ways.nodes.values())
        told = self._say("Who took the statement from whom, on a time line: {number} reports")
        return told.format(number=f"{carriers:,}")

    def speaker(self) -> list[Tag]:
        """Return the label of the speaker."""
        speaker = self._ways.speaker
        if speaker is None:
            return [Tag(self._say("speaker unknown"), "name")]
        role = [Tag(" · ", "about"), Tag(speaker.role, "about", True)] if speaker.role else []
        return [Tag(speaker.name, "name", True), *role]

    def node(self, spot: Spot) -> str:
        """Return all that is known of a carrier; of folded ones their names."""
        node = spot.row.node
        if node is None:
            ids = spot.row.fold.ids if spot.row.fold else ()
            names = [self._tags.name(id) for id in ids[:_NAMES]]
            return ", ".join(names) + (" …" if len(ids) > _NAMES else "")
        return "; ".join(self._known(node))

    def _known(self, node: Node) -> list[str]:
        report = node.report
        name = node.name or self._say("publisher unknown")
        if report is None:
            return [name, self._say("not in the ledger")]
        known = [name, report.published or self._say("no date"), report.language or ""]
        known += [report.title or "", report.id]
        if node.stance:
            known.append(stance(node.stance, self._say))
        known += self._conflict(node.id)
        known += self._changes(self._shifts.get(node.id))
        return [part for part in known if part]

    def _conflict(self, id: str) -> list[str]:
        conflict = self._tags.conflict.get(id)
        if conflict is None:
            return []
        told = self._say("credits {credited}, reads like {reads_like}")
        names = {
            "credited": self._tags.name(conflict.credited, self._language(id)),
            "reads_like": self._tags.name(conflict.reads_like),
        }
        return [told.format(**names)]

    def _changes(self, shift: Shift | None) -> list[str]:
        if shift is None:
            return []
        return [f"“{c.before or '–'}” → “{c.after or '–'}”" for c in shift.changes]

    def edge(self, spot: Spot) -> str:
        """Return what leads to a line."""
        node = spot.row.node
        if node is None:
            return self.node(spot)
        if node.parent is None:
            if node.sourced or node.report is None:
                return self._say("from the speaker")
            return self._say("it does not say through whom it has it")
        if node.edge is None:
            return self._pair(node.id, node.parent, self._say("named in a chain"))
        return self.also(node.edge)

    def also(self, edge: Derivation) -> str:
        """Return what one derivation is."""
        declared = self._say("declared")
        inferred = f"{self._say('inferred')} {edge.score:.2f}"
        told = [self._say(edge.kind)] if edge.kind else []
        told.append(declared if edge.declared else inferred)
        return self._pair(edge.child, edge.parent, ", ".join(told))

    def _pair(self, child: str, parent: str, how: str) -> str:
        told = self._say("{child} from {parent}: {how}")
        language = self._language(child)
        names = {"child": self._tags.name(child), "parent": self._tags.name(parent, language)}
        return told.format(**names, how=how)

    def _language(self, id: str) -> str | None:
        report = self._reports.get(id)
        return report.language if report else None
