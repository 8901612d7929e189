"""How the wording of a statement differs between its routes, and where each change arose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rawi.records import Report, Shift, Span, Statement, Trace, Variant, Wording
from rawi.tracing.facts import Facts
from rawi.tracing.routes import Tree, tree
from rawi.tracing.wordings import Said, changes, differences, folded, said

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#: Significant figures in which two numbers are one.
_FIGURES: Final = 3

Signature = tuple[object, ...]


def variants(
    statement: Statement, trace: Trace, reports: Mapping[str, Report]
) -> tuple[Variant, ...]:
    """Return the families of wording of a statement, the earliest first.

    Wordings are of one family where they have the same numbers and hedges and are negated alike,
    in whatever language.  The change is told on every branch on which it arose: a report of
    another family than the one that it was taken from.
    """
    there = said(statement, dict(reports))
    families: dict[Signature, list[Said]] = {}
    for one in there:
        families.setdefault(_signature(one.facts), []).append(one)
    of_report = {one.report: key for key, some in families.items() for one in some}
    by_id = {one.report: one for one in there}
    shifts = _shifts(tree(statement, trace, reports), by_id, of_report)
    return tuple(
        Variant(
            name=_name(number),
            wordings=tuple(_wordings(some)),
            languages=_languages(some),
            changes=changes(there[0], some[0]) if number else (),
            appeared=tuple(shifts.get(key, ())),
        )
        for number, (key, some) in enumerate(families.items())
    )


def _name(number: int) -> str:
    """Return A to Z, then AA, AB, …"""
    more, last = divmod(number, len(_LETTERS))
    return (_name(more - 1) if more else "") + _LETTERS[last]


def _signature(facts: Facts) -> Signature:
    numbers = tuple(sorted({f"{n.value:.{_FIGURES}g}" for n in facts.numbers}))
    return numbers, facts.hedges, bool(facts.negations)


def _languages(some: Sequence[Said]) -> dict[str, int]:
    counts = Counter(one.language or "?" for one in some)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _wordings(some: Sequence[Said]) -> Iterator[Wording]:
    """Yield the different wordings, each with what the first of its language has not."""
    alike: dict[tuple[str | None, str], list[Said]] = {}
    for one in some:
        key = " ".join(word for word, _ in folded(one.text))
        alike.setdefault((one.language, key), []).append(one)
    first: dict[str | None, Said] = {}
    for (language, _), same in alike.items():
        lead = first.setdefault(language, same[0])
        yield Wording(
            text=same[0].text,
            language=language,
            reports=tuple(one.report for one in same),
            changed=() if lead is same[0] else _changed(lead.text, same[0].text),
        )


def _changed(before: str, after: str) -> tuple[Span, ...]:
    return tuple(place for _, _, place in differences(before, after) if place is not None)


def _shifts(
    ways: Tree, said: Mapping[str, Said], family: Mapping[str, Signature]
) -> dict[Signature, list[Shift]]:
    """Return for each family the branches on which it arose."""
    found: dict[Signature, list[Shift]] = {}
    first = next(iter(said.values()), None)
    for id in ways.nodes:
        mine = said.get(id)
        if mine is None or first is None or mine is first:
            continue
        parent = _carrier_above(ways, id, said)
        before = said[parent] if parent else first
        if family[id] == family[before.report]:
            continue
        if parent is None and family[id] in found:
            continue
        shift = Shift(child=id, parent=parent, changes=changes(before, mine))
        found.setdefault(family[id], []).append(shift)
    return found


def _carrier_above(ways: Tree, id: str, said: Mapping[str, Said]) -> str | None:
    at = ways.nodes[id].parent
    while at is not None and at not in said:
        at = ways.nodes[at].parent
    return at
