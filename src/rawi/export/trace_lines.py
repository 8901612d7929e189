"""A traced statement, laid out for a person: its routes as a tree, its origins, its wordings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rawi.authority.outlets import Authority
from rawi.export.flow import Piece, View, flow, outside
from rawi.records import OUTSIDE, Attribution, Derivation, Report, Statement, Trace, words

_REST = "    "
#: How an edge is drawn: declared solid, inferred dashed; and what a branch leaves below it.
_DECLARED, _INFERRED = "━", "╍"
_CARRIER, _OUTSIDE = "●", "○"
#: Wordings that are shown of a statement.
_WORDINGS = 12


def statement_lines(
    statement: Statement, trace: Trace, reports: Mapping[str, Report], view: View
) -> list[str]:
    """Lay out one statement; `reports` are those that were traced, by their ids."""
    edges = [edge for edge in trace.derivations if statement.id in edge.statements]
    first = _earliest(statement, reports)
    lines = flow(
        [
            Piece(statement.id + "  ", "meta"),
            Piece("“"),
            outside(_said(first), "content"),
            Piece("”"),
        ],
        view,
        "",
        _REST,
    )
    lines += flow(
        [*_speaker(_members(statement, reports)), Piece(_counts(statement, reports), "meta")],
        view,
        "  ",
        _REST,
    )
    lines += _section("Routes", view)
    lines += _tree(statement, edges, reports, view)
    if view.explain:
        lines += _reasons(statement, edges, view)
    lines += _wordings(statement, reports, view)
    lines += _against(statement, reports, view)
    return lines


class _Told:
    """One attribution with its report."""

    def __init__(self, report: Report, attribution: Attribution) -> None:
        self.report = report
        self.attribution = attribution


def _members(statement: Statement, reports: Mapping[str, Report]) -> list[_Told]:
    found = []
    for member in statement.members:
        report = reports[member.report]
        found += [_Told(report, a) for a in report.attributions if a.id == member.attribution]
    return found


def _earliest(statement: Statement, reports: Mapping[str, Report]) -> _Told:
    return min(
        _members(statement, reports),
        key=lambda told: (told.report.published or "9", told.report.id),
    )


def _said(told: _Told) -> str:
    return words(told.attribution.content, told.report.text)


def _speaker(members: Sequence[_Told]) -> list[Piece]:
    """Lay out the speaker as most of the reports name him, a name before an unnamed one."""
    speakers = [told.attribution.speaker for told in members]
    named = [speaker for speaker in speakers if speaker is not None]
    if not named:
        return [Piece("speaker unknown · ", "meta")]
    known = [speaker.name for speaker in named if not speaker.anonymous]
    name, _ = Counter(known or [speaker.name for speaker in named]).most_common(1)[0]
    return [outside(name, "speaker"), Piece(" · ", "meta")]


def _counts(statement: Statement, reports: Mapping[str, Report]) -> str:
    carriers = {member.report for member in statement.members}
    languages = {reports[id].language for id in carriers} - {None}
    return " · ".join(
        (
            _counted(len(carriers), "report"),
            _counted(len(languages), "language"),
            _interval(statement.speech_events, "speech event"),
            _interval(statement.independent_origins, "independent origin"),
            f"of {_counted(len(reports), 'report')} in all",
        )
    )


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def _interval(bounds: tuple[int, int], thing: str) -> str:
    least, most = bounds
    if least == most:
        return _counted(least, thing)
    return f"{least:,} to {most:,} {thing}s"


def _section(title: str, view: View) -> list[str]:
    return flow([Piece(title, "title")], view, "  ")


def _tree(
    statement: Statement, edges: Sequence[Derivation], reports: Mapping[str, Report], view: View
) -> list[str]:
    """Lay out the carriers below the one that they took it from, the surest parent first."""
    carriers = sorted({m.report for m in statement.members}, key=lambda id: _when(reports, id))
    parents: dict[str, list[Derivation]] = {}
    # a report of the ledger before an outlet that has none in it, what is declared before the rest
    for edge in sorted(edges, key=lambda e: (e.kind is None, not e.declared, -e.score, e.parent)):
        parents.setdefault(edge.child, []).append(edge)
    children: dict[str, list[str]] = {}
    for child in carriers:
        if child in parents:
            children.setdefault(parents[child][0].parent, []).append(child)
    roots = [id for id in dict.fromkeys([*children, *carriers]) if id not in parents]
    lines: list[str] = []
    # an outlet without a report stands where the first that took from it does
    first = {root: _when(reports, root if root in reports else children[root][0]) for root in roots}
    for root in sorted(roots, key=lambda id: (first[id], id)):
        lines += _branch(root, "", "", parents, children, reports, view)
    return lines


def _branch(
    id: str,
    mark: str,
    below: str,
    parents: Mapping[str, Sequence[Derivation]],
    children: Mapping[str, Sequence[str]],
    reports: Mapping[str, Report],
    view: View,
) -> Iterator[str]:
    """Yield one carrier and those below it; deep trees are no deeper than they are long."""
    waiting = [(id, mark, below)]
    while waiting:
        here, mark, below = waiting.pop()
        report = reports.get(here)
        under = list(children.get(here, ()))
        if report is None:
            yield from flow(
                _outside(here, reports[under[0]].language),
                view,
                f"  {mark}{_OUTSIDE} ",
                f"  {below}  ",
            )
            waiting += _under(under, below, parents)
            continue
        pieces = [
            outside(report.publisher or "publisher unknown", "chain"),
            Piece(_facts(report), "meta"),
        ]
        pieces += _way(parents.get(here, ()), reports)
        yield from flow(pieces, view, f"  {mark}{_CARRIER} ", f"  {below}  ")
        waiting += _under(under, below, parents)


def _under(
    children: Sequence[str], below: str, parents: Mapping[str, Sequence[Derivation]]
) -> list[tuple[str, str, str]]:
    """Return those below a carrier, the last first, with their marks."""
    found = []
    for number, child in enumerate(children):
        line = _DECLARED if parents[child][0].declared else _INFERRED
        last = number == len(children) - 1
        corner, rest = ("└", "   ") if last else ("├", "│  ")
        found.append((child, f"{below}{corner}{line}", below + rest))
    return found[::-1]


def _outside(id: str, language: str | None) -> list[Piece]:
    """Return the pieces of an outlet that has no report in the ledger."""
    return [outside(_outlet_name(id, language), "chain"), Piece(" · not in the ledger", "meta")]


def _outlet_name(id: str, language: str | None) -> str:
    """Return an outlet's name in a language, if it has one, by its id in the authority or name."""
    known = id.removeprefix(OUTSIDE)
    outlet = Authority.load().by_id(known)
    names = outlet.names if outlet else {}
    own = names.get(language or "") or next(filter(None, names.values()), None)
    return own[0] if own else known


def _facts(report: Report) -> str:
    known = (report.language, (report.published or "no date")[:16].replace("T", " "), report.id)
    return "".join(f" · {fact}" for fact in known if fact)


def _way(edges: Sequence[Derivation], reports: Mapping[str, Report]) -> list[Piece]:
    if not edges:
        return []
    edge = edges[0]
    told = "declared" if edge.declared else f"inferred {edge.score:.2f}"
    pieces = [Piece(f" · {edge.kind}, {told}" if edge.kind else f" · {told}", "meta")]
    for other in edges[1:]:
        # an inferred parent beside a declared outlet: they contradict each other
        lead = " · also from " if edge.declared or not other.declared else " · but credits "
        report = reports.get(other.parent)
        name = (
            (report.publisher or other.parent)
            if report
            else _outlet_name(other.parent, reports[edge.child].language)
        )
        pieces += [Piece(lead, "meta"), outside(name, "chain")]
    return pieces


def _when(reports: Mapping[str, Report], id: str) -> tuple[str, str]:
    return reports[id].published or "9", id


def _reasons(statement: Statement, edges: Sequence[Derivation], view: View) -> list[str]:
    lines = _section("Why", view)
    for title, reasons in (
        ("speech events", statement.speech_events_why),
        ("independent origins", statement.independent_origins_why),
    ):
        for reason in reasons:
            lines += flow([Piece(f"{title}: ", "meta"), outside(reason)], view, _REST, _REST)
    for edge in edges:
        told = f"{edge.child} from {edge.parent}: " + ", ".join(edge.evidence)
        lines += flow([outside(told, "meta")], view, _REST, _REST)
    return lines


def _wordings(statement: Statement, reports: Mapping[str, Report], view: View) -> list[str]:
    """Lay out the different wordings, those of one language together."""
    found: dict[tuple[str, str], int] = {}
    for told in _members(statement, reports):
        key = (told.report.language or "?", _said(told))
        found[key] = found.get(key, 0) + 1
    if len(found) < 2:
        return []
    lines = _section("Wordings", view)
    ordered = sorted(found, key=lambda key: (key[0], -found[key], key[1]))
    for language, said in ordered[:_WORDINGS]:
        count = f" ×{found[language, said]}" if found[language, said] > 1 else ""
        pieces = [Piece(f"{language}{count} ", "meta"), outside(said, "content")]
        lines += flow(pieces, view, _REST, _REST + "   ")
    if len(ordered) > _WORDINGS:
        lines.append(f"{_REST}and {len(ordered) - _WORDINGS:,} more")
    return lines


def _against(statement: Statement, reports: Mapping[str, Report], view: View) -> list[str]:
    """Lay out who speaks against it, and how many carriers never say so."""
    if not statement.against:
        return []
    lines = _section("Against it", view)
    for one in statement.against:
        report = reports[one.report]
        pieces = [
            Piece("✗ ", "warning"),
            outside(report.publisher or "publisher unknown", "chain"),
            Piece(f" {one.stance} it{_facts(report)}", "meta"),
        ]
        lines += flow(pieces, view, _REST, _REST)
    silent = {m.report for m in statement.members} - {one.report for one in statement.against}
    lines.append(f"{_REST}{_counted(len(silent), 'carrier')} without it")
    return lines


__all__ = ["statement_lines"]
