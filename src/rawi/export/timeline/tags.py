"""What is written beside each carrier: name, language, time, family of wording, what is odd."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, Literal

import msgspec

from rawi.export.columns import width
from rawi.export.safe import one_line
from rawi.export.timeline.folding import Fold, Row
from rawi.export.timeline.scale import moment
from rawi.records import OUTSIDE, Conflict, Report, Stance, Variant
from rawi.tracing.routes import Node, outlet_name

#: Columns of a name that are shown; the rest is in the tooltip.
_NAME: Final = 30
_FOLDED: Final = 3
#: Two spaces that no renderer takes for one.
_GAP: Final = "\u00a0\u00a0"

Kind = Literal["name", "about", "family", "against", "conflict"]
Say = Callable[[str], str]


class Tag(msgspec.Struct, frozen=True):
    """A piece of a label; `outside` says that it is text from reports, in `language` if known."""

    text: str
    kind: Kind
    outside: bool = False
    language: str | None = None


class Tags:
    """The labels of one drawing."""

    def __init__(
        self,
        reports: Mapping[str, Report],
        variants: Sequence[Variant],
        conflicts: Sequence[Conflict],
        say: Say,
    ) -> None:
        self._reports = reports
        self._say = say
        self.family = {
            report: variant.name
            for variant in variants
            for wording in variant.wordings
            for report in wording.reports
        }
        self.conflict = {conflict.child: conflict for conflict in conflicts}
        self._several = len(variants) > 1

    def __call__(self, row: Row) -> tuple[Tag, ...]:
        """Return the label of a line."""
        if row.node is None:
            return tuple(self._fold(row.fold)) if row.fold else ()
        return tuple(self._node(row.node))

    def name(self, id: str, language: str | None = None) -> str:
        """Return what a carrier is called, by its id."""
        report = self._reports.get(id)
        if report:
            return report.publisher or self._say("publisher unknown")
        return outlet_name(id, language) if id.startswith(OUTSIDE) else id

    def _node(self, node: Node) -> Iterator[Tag]:
        report = node.report
        language = report.language if report else None
        known = node.name or self._say("publisher unknown")
        yield Tag(_cut(known), "name", bool(node.name), language)
        if report is None:
            yield Tag(f" · {self._say('not in the ledger')}", "about")
            return
        about = (report.language or "", time_of_day(report))
        yield Tag("".join(f" · {part}" for part in about if part), "about")
        if self._several and node.id in self.family:
            yield Tag(f"{_GAP}{self.family[node.id]}", "family")
        if not node.carries and node.stance is None:
            yield Tag(f" · {self._say('credited, does not carry it')}", "about")
        if node.stance:
            yield Tag(f"{_GAP}{stance(node.stance, self._say)}", "against")
        yield from self._odd(node)

    def _odd(self, node: Node) -> Iterator[Tag]:
        conflict = self.conflict.get(node.id)
        if conflict is None:
            return
        language = node.report.language if node.report else None
        yield Tag(f"{_GAP}⚠ {self._say('credits')} ", "conflict")
        yield Tag(_cut(self.name(conflict.credited, language)), "conflict", True, language)

    def _fold(self, fold: Fold) -> Iterator[Tag]:
        yield Tag(self._say("{number} more").format(number=f"{len(fold.ids):,}"), "name")
        shown = [f"{language} {count:,}" for language, count in fold.languages[:_FOLDED]]
        rest = sum(count for _, count in fold.languages[_FOLDED:])
        shown += [f"… {rest:,}"] if rest else []
        yield Tag("".join(f" · {part}" for part in shown), "about")


def stance(kind: Stance, say: Say) -> str:
    """Return what a carrier does who speaks against it."""
    return say("denies it") if kind == "denies" else say("questions it")


def time_of_day(report: Report) -> str:
    """Return the time of day at which a report was published (UTC), "" where that is not known."""
    at = moment(report.published)
    return at.start.strftime("%H:%M") if at and at.start == at.end else ""


def _cut(text: str) -> str:
    shown = one_line(text).strip()
    if width(shown) <= _NAME:
        return shown
    kept = ""
    for char in shown:
        if width(kept) >= _NAME - 1:
            break
        kept += char
    return kept.rstrip() + "…"
