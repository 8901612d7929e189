"""A traced statement, laid out for a person: its routes as a tree, its origins, what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rawi.export.flow import Piece, View, flow, outside
from rawi.export.terminal import joined
from rawi.export.told_lines import (
    REST,
    against_lines,
    conflict_lines,
    counted,
    name_of,
    pasted_lines,
    section,
    wording_lines,
)
from rawi.records import Derivation, Report, Trace, words
from rawi.tracing.account import Account, Pasted
from rawi.tracing.routes import Node, Tree, earliest, members

#: How an edge is drawn: declared solid, inferred dashed; and what a branch leaves below it.
_DECLARED, _INFERRED = "━", "╍"
_CARRIER, _OUTSIDE, _CREDITED, _AGAINST = "●", "○", "◌", "✗"
#: A day's share of the reports, drawn so long at most.
_BAR = 24


def statement_lines(
    told: Account,
    trace: Trace,
    reports: Mapping[str, Report],
    view: View,
    asked: tuple[Pasted, ...] = (),
) -> list[str]:
    """Lay out one statement; `reports` are those that were traced, by their ids.

    `asked` compares pasted words with its wordings.
    """
    ways = told.ways(trace, reports)
    lines = _head(told, ways, reports, view)
    lines += pasted_lines(asked, reports, view)
    lines += section("Routes", view)
    lines += _tree(ways, told, reports, view)
    lines += _days(reports, told, view)
    if view.explain:
        lines += _reasons(told, trace, view)
    lines += wording_lines(told, reports, view)
    lines += conflict_lines(told, reports, view)
    lines += against_lines(told, reports, view)
    return lines


def edge_lines(
    edge: Derivation, accounts: list[Account], reports: Mapping[str, Report], view: View
) -> list[str]:
    """Lay out on what one derivation rests, and what changed on it."""
    how = _how(edge)
    pieces = [
        outside(edge.child, "chain"),
        Piece(" from ", "meta"),
        outside(edge.parent, "chain"),
        Piece(f" · {how}", "meta"),
    ]
    lines = flow(pieces, view, "", REST)
    for id in (edge.child, edge.parent):
        report = reports.get(id)
        name = [outside(name_of(id, reports), "chain")]
        lines += flow([*name, Piece(_facts(report) if report else "", "meta")], view, "  ", REST)
    for reason in edge.evidence:
        lines += flow([Piece("- ", "meta"), outside(reason)], view, "  ", REST)
    for told in accounts:
        lines += _on_edge(edge, told, reports, view)
    return lines


def _on_edge(
    edge: Derivation, told: Account, reports: Mapping[str, Report], view: View
) -> Iterator[str]:
    """Yield both wordings of a statement that came over an edge, and what changed."""
    yield from flow([outside(told.statement.id, "meta")], view, "  ", REST)
    for id in (edge.parent, edge.child):
        for report, attribution in members(told.statement, reports):
            if report.id == id:
                said = outside(words(attribution.content, report.text), "content")
                yield from flow([Piece("“"), said, Piece("”")], view, REST, REST)
    for variant in told.variants:
        for shift in variant.appeared:
            if (shift.child, shift.parent) == (edge.child, edge.parent):
                for change in shift.changes:
                    before, after = change.before or "–", change.after or "–"
                    pieces = [
                        Piece(f"{change.kind}: ", "meta"),
                        outside(before),
                        Piece(" → ", "meta"),
                        outside(after),
                    ]
                    yield from flow(pieces, view, REST + "- ", REST + "  ")


def _head(told: Account, ways: Tree, reports: Mapping[str, Report], view: View) -> list[str]:
    first = earliest(told.statement, reports)
    said = words(first[1].content, first[0].text) if first else ""
    lines = flow(
        [
            Piece(told.statement.id + "  ", "meta"),
            Piece("“"),
            outside(said, "content"),
            Piece("”"),
        ],
        view,
        "",
        REST,
    )
    speaker = ways.speaker
    who = [outside(speaker.name, "speaker")] if speaker else [Piece("speaker unknown", "meta")]
    pieces = [*who, Piece(" · ", "meta"), *joined(_counts(told, reports))]
    return lines + flow(pieces, view, "  ", REST)


def _counts(told: Account, reports: Mapping[str, Report]) -> Iterator[Piece]:
    from rawi import __version__

    carriers = {member.report for member in told.statement.members}
    languages = {reports[id].language for id in carriers if id in reports} - {None}
    as_of = f", as of {told.as_of[:16].replace('T', ' ')}" if told.as_of else ""
    for text in (
        counted(len(carriers), "report"),
        counted(len(languages), "language"),
        interval(told.statement.speech_events, "speech event"),
        interval(told.statement.independent_origins, "independent origin"),
        f"among {counted(told.among, 'report')}{as_of}, by Rawi {__version__}",
    ):
        yield Piece(text, "meta")


def interval(bounds: tuple[int, int], thing: str) -> str:
    """Return a number of which the bounds are known, as it is told."""
    least, most = bounds
    if least == most:
        return counted(least, thing)
    return f"{least:,} to {most:,} {thing}s"


def _tree(ways: Tree, told: Account, reports: Mapping[str, Report], view: View) -> Iterator[str]:
    """Yield the carriers below the one that they took it from; deep trees nest no calls."""
    family = {
        report: variant.name
        for variant in told.variants
        for wording in variant.wordings
        for report in wording.reports
    }
    family = family if len(told.variants) > 1 else {}
    waiting = [(id, "", "") for id in reversed(ways.children.get(None, ()))]
    while waiting:
        here, mark, below = waiting.pop()
        node = ways.nodes[here]
        pieces = list(_node(node, family.get(here), reports))
        yield from flow(pieces, view, f"  {mark}{_sign(node)} ", f"  {below}  ")
        under = ways.children.get(here, ())
        for number in range(len(under) - 1, -1, -1):
            line = _DECLARED if ways.nodes[under[number]].declared else _INFERRED
            corner, rest = ("└", "   ") if number == len(under) - 1 else ("├", "│  ")
            waiting.append((under[number], f"{below}{corner}{line}", below + rest))


def _sign(node: Node) -> str:
    if node.stance:
        return _AGAINST
    if node.report is None:
        return _OUTSIDE
    return _CARRIER if node.carries else _CREDITED


def _node(node: Node, family: str | None, reports: Mapping[str, Report]) -> Iterator[Piece]:
    yield outside(node.name or "publisher unknown", "chain")
    if node.report is None:
        yield Piece(" · not in the ledger", "meta")
        return
    yield Piece(_facts(node.report), "meta")
    if family:
        yield Piece(f" · {family}", "speaker")
    if node.stance:
        yield Piece(f" · {node.stance} it", "warning")
    elif not node.carries:
        yield Piece(" · credited, does not carry it", "meta")
    if node.edge is not None:
        yield Piece(f" · {_how(node.edge)}", "meta")
    for other in node.also:
        # an inferred parent beside a declared outlet: they contradict each other
        agrees = node.edge is None or node.edge.declared or not other.declared
        yield Piece(" · also from " if agrees else " · but credits ", "meta")
        yield outside(name_of(other.parent, reports, node.report.language), "chain")


def _how(edge: Derivation) -> str:
    told = "declared" if edge.declared else f"inferred {edge.score:.2f}"
    return f"{edge.kind}, {told}" if edge.kind else told


def _facts(report: Report) -> str:
    known = (report.language, (report.published or "no date")[:16].replace("T", " "), report.id)
    return "".join(f" · {fact}" for fact in known if fact)


def _days(reports: Mapping[str, Report], told: Account, view: View) -> list[str]:
    """Lay out how many reports carried it on each day, where there are several days."""
    carriers = {member.report for member in told.statement.members} & set(reports)
    counts: dict[str, int] = {}
    for day in sorted((reports[id].published or "no date")[:10] for id in carriers):
        counts[day] = counts.get(day, 0) + 1
    if len(counts) < 2:
        return []
    most = max(counts.values())
    lines = section("Time line", view)
    for day, count in counts.items():
        bar = "▇" * max(1, round(count / most * min(_BAR, most)))
        lines += flow([Piece(f"{day:<10} ", "meta"), Piece(f"{bar} {count:,}")], view, REST, REST)
    return lines


def _reasons(told: Account, trace: Trace, view: View) -> list[str]:
    lines = section("Why", view)
    statement = told.statement
    for title, reasons in (
        ("speech events", statement.speech_events_why),
        ("independent origins", statement.independent_origins_why),
    ):
        for reason in reasons:
            lines += flow([Piece(f"{title}: ", "meta"), outside(reason)], view, REST, REST)
    for edge in trace.derivations:
        if statement.id in edge.statements:
            why = f"{edge.child} from {edge.parent}: " + ", ".join(edge.evidence)
            lines += flow([outside(why, "meta")], view, REST, REST)
    return lines


__all__ = ["edge_lines", "interval", "statement_lines"]
