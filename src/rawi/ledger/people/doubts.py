"""Who may be one person and is not told to be: a list for somebody to look at and decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.authority.persons.comparing import DOUBTFUL, FAMILY_KEY, ONE, Likeness, keys
from rawi.authority.persons.grouping import FULL, Form, judged, level
from rawi.ledger import resolve, schema
from rawi.ledger.people import decided
from rawi.ledger.people.names import Name, load

#: Bearers of a family name that it is laid beside, and reports that are named, of each.
MOST_BEARERS: Final = 5
MOST_REPORTS: Final = 3
#: Names that sound alike and are apart nevertheless score this much.
_APART: Final = 0.65


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Two names that may be one person's: `score` is 0 to 1, `reasons` say on what it rests.

    `reports` and `other_reports` are the ids of some reports that have them.
    """

    name: str
    other: str
    score: float
    reasons: tuple[str, ...]
    reports: tuple[str, ...]
    other_reports: tuple[str, ...]


def doubts(connection: Connection, name: str | None = None) -> Iterator[Doubt]:
    """Yield the pairs of persons who may be one, the likeliest first, each pair once.

    `name` leaves those of whom one is meant by it (`resolve.persons`).  What people decided about
    is not asked again.
    """
    meant = None if name is None else set(resolve.persons(connection, name))
    names = load(connection, list(connection.scalars(sa.select(schema.tallies.c.speaker))))
    people = {n: one for n, one in names.items() if one.kind == "person"}
    best: dict[tuple[int, int], tuple[float, int, int, Likeness]] = {}
    verdicts = decided.verdicts(connection)
    apart = {key for key, verdict in verdicts.items() if verdict == "different"}
    settled = _settled(people, apart)
    for one, other in _pairs(people):
        a, b = people[one], people[other]
        key = (min(a.person, b.person), max(a.person, b.person))
        if a.person == b.person or key in settled or not _is_meant(meant, key):
            continue
        found = _told(judged(Form(a.name, a.traits), Form(b.name, b.traits)))
        rank = (found.score, -one, -other, found)
        if found.score >= DOUBTFUL and (key not in best or rank[:3] > best[key][:3]):
            best[key] = rank
    for score, one, other, found in sorted(best.values(), key=lambda r: (-r[0], -r[1], -r[2])):
        first, second = people[-one], people[-other]
        yield Doubt(
            name=first.name, other=second.name, score=round(score, 2), reasons=found.reasons,
            reports=_reports(connection, first), other_reports=_reports(connection, second),
        )  # fmt: skip


def _told(found: Likeness) -> Likeness:
    """Return a likeness as it is told of two who are apart."""
    if found.score < ONE or found.partial:
        return found
    reasons = (*found.reasons, "but other names of theirs differ")
    return Likeness(_APART, reasons, found.partial)


def _is_meant(meant: set[int] | None, key: tuple[int, int]) -> bool:
    return meant is None or not meant.isdisjoint(key)


def _settled(people: Mapping[int, Name], apart: set[tuple[str, str]]) -> set[tuple[int, int]]:
    """Return the pairs of persons of whom people decided that they are two."""
    person = {one.name: one.person for one in people.values()}
    pairs = [(person.get(a), person.get(b)) for a, b in apart]
    return {(min(a, b), max(a, b)) for a, b in pairs if a is not None and b is not None}


def _pairs(people: Mapping[int, Name]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of names that have a key in common, each once, sorted."""
    by_key: dict[str, list[int]] = {}
    for n, one in people.items():
        for key in keys(one.name):
            by_key.setdefault(key, []).append(n)
    found: set[tuple[int, int]] = set()
    for key, some in by_key.items():
        if not key.startswith(FAMILY_KEY):
            found.update(combinations(sorted(some), 2))
            continue
        short = [n for n in some if level(people[n].name) != FULL]
        for n in short:
            others = [other for other in some if other != n][:MOST_BEARERS]
            found.update((min(n, other), max(n, other)) for other in others)
    yield from sorted(found)


def _reports(connection: Connection, one: Name) -> tuple[str, ...]:
    """Return the ids of the first reports in which somebody is named so."""
    table, reports = schema.attributions, schema.reports
    query = (
        sa.select(reports.c.key, reports.c.id)
        .join(table, table.c.version == reports.c.latest)
        .where(table.c.speaker == one.speaker)
        .distinct()
        .order_by(reports.c.id)
        .limit(MOST_REPORTS)
    )
    return tuple(row.key for row in connection.execute(query))
