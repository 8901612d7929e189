"""Who is one person: asked of names that are new or changed, and of those near them alone.

Names find each other by keys (`authority.persons.comparing.keys`); what is then asked is what
`authority.persons.grouping` would answer, were it asked of all names of the ledger.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.authority.persons import grouping
from rawi.authority.persons.comparing import FAMILY_KEY, keys, likeness
from rawi.authority.persons.grouping import BORNE, FULL, Form, Grouping, level
from rawi.ledger import schema
from rawi.ledger.dialects import insert, select_in
from rawi.ledger.people import decided
from rawi.ledger.people.names import Name, Names, of_names
from rawi.ledger.rows import chunks

_PERSON: Final = "person"


def regroup(
    connection: Connection,
    changed: Collection[int],
    fresh: Collection[int],
    *,
    lost: Collection[int] = (),
    families: Collection[str] = (),
) -> set[int]:
    """Ask again who is who of some speakers, by the numbers of their rows; count who changed.

    `fresh` are those that are new, `lost` persons of whom a name has gone, `families` the keys of
    family names of which a bearer has gone.  Returns the persons that were made or changed.
    """
    if not changed and not lost and not families:
        return set()
    known = Names(connection)
    names = known.load(changed)
    _put_keys(connection, [names[speaker] for speaker in fresh])
    people = {
        n: one for n, one in names.items() if one.kind == _PERSON and level(one.name) is not None
    }
    verdicts = decided.verdicts(connection)
    full = _near(connection, known, people, verdicts)
    short, bearers = _families(connection, known, people, full, families)
    placed = _placed(full, short, bearers, verdicts)
    others = {n: n for n in names if n not in placed}
    return _assign(connection, {**names, **full, **short, **bearers}, {**others, **placed}, lost)


def _near(
    connection: Connection,
    known: Names,
    people: Mapping[int, Name],
    verdicts: decided.Verdicts,
) -> dict[int, Name]:
    """Return all full names that may be one with some, or with those that may, and so on."""
    found = dict(people)
    front = people
    while front:
        told = decided.partners(verdicts, [one.name for one in front.values()])
        more = of_names(connection, told)
        more |= known.load(members(connection, {one.person for one in front.values()}))
        wanted = {
            key
            for one in front.values()
            if level(one.name) == FULL
            for key in keys(one.name)
            if not key.startswith(FAMILY_KEY)
        }
        by_key = grouping.by_key(one.name for one in front.values())
        for one in known.with_keys(wanted).values():
            if one.speaker not in found and one.speaker not in more and _is_near(one, by_key):
                more[one.speaker] = one
        front = {n: one for n, one in more.items() if n not in found and one.kind == _PERSON}
        found |= front
    return found


def _is_near(one: Name, front: Mapping[str, list[str]]) -> bool:
    found = {other for key in keys(one.name) for other in front.get(key, ())}
    return any(likeness(one.name, other).score >= BORNE for other in found)


def _families(
    connection: Connection,
    known: Names,
    people: Mapping[int, Name],
    full: dict[int, Name],
    families: Collection[str],
) -> tuple[dict[int, Name], dict[int, Name]]:
    """Return the names that leave the given name out and may be of these, and who bears them.

    Those among `full` are taken out of it.
    """
    short = {n: one for n, one in full.items() if level(one.name) != FULL}
    for n in short:
        del full[n]
    wanted = set(families) | {k for one in (*people.values(), *full.values()) for k in _family(one)}
    asked: set[str] = set()
    while wanted - asked:
        asked |= wanted
        for n, one in known.short(wanted).items():
            short.setdefault(n, one)
        wanted = {key for one in short.values() for key in _family(one)}
    if not short:
        return {}, {}
    # who bears a family name that nobody is called by alone is nobody's bearer
    near = {*short, *known.with_keys(wanted), *full}
    persons = {one.person for one in known.load(near).values()}
    mates = known.load(members(connection, persons))
    return short, {n: one for n, one in mates.items() if n not in full and n not in short}


def _family(one: Name) -> list[str]:
    return [key for key in keys(one.name) if key.startswith(FAMILY_KEY)]


def _placed(
    full: Mapping[int, Name],
    short: Mapping[int, Name],
    bearers: Mapping[int, Name],
    verdicts: decided.Verdicts,
) -> dict[int, int]:
    """Return of each name the person that it is of: the least of the numbers of the names."""
    number = {one.name: n for n, one in {**bearers, **full, **short}.items()}
    forms = [Form(one.name, one.traits) for one in {**bearers, **full, **short}.values()]
    settled = {one.name: one.person for one in bearers.values()}
    made = Grouping(forms, verdicts, settled).groups()
    numbers = [[number[name] for name in group] for group in made]
    return {n: min(mine) for mine in numbers for n in mine}


def _assign(
    connection: Connection,
    names: Mapping[int, Name],
    placed: Mapping[int, int],
    lost: Collection[int],
) -> set[int]:
    """Write who is who; count the persons that changed, and drop those that nobody is any more."""
    moved = [(n, person) for n, person in sorted(placed.items()) if names[n].person != person]
    fresh = {person for n, person in placed.items() if not names[n].counted}
    table = schema.tallies
    if moved:
        query = (
            sa.update(table)
            .where(table.c.speaker == sa.bindparam("row"))
            .values(person=sa.bindparam("who"))
        )
        connection.execute(query, [{"row": n, "who": person} for n, person in moved])
    about = {*lost, *fresh, *(p for _, p in moved), *(names[n].person for n, _ in moved)}
    count(connection, about)
    return about


def members(connection: Connection, persons: Collection[int]) -> list[int]:
    """Return the speakers who are some persons, by the numbers of their rows, sorted."""
    table = schema.tallies
    found: list[int] = []
    for some in chunks(sorted(persons)):
        rows = select_in(connection, table.c.person, some, table.c.speaker)
        found += [speaker for (speaker,) in rows]
    return sorted(found)


def families(connection: Connection, speakers: Collection[int]) -> set[str]:
    """Return the keys of the family names of speakers."""
    table = schema.person_keys
    found: set[str] = set()
    for some in chunks(sorted(speakers)):
        query = sa.select(table.c.key).where(table.c.speaker.in_(some))
        found |= {key for key in connection.scalars(query) if key.startswith(FAMILY_KEY)}
    return found


def count(connection: Connection, persons: Collection[int]) -> None:
    """Count persons anew; those that nobody is any more are taken out."""
    refresh(connection, dict.fromkeys(persons))


def refresh(connection: Connection, more: Mapping[int, int | None]) -> None:
    """Bring the rows of persons up to date with those of their names.

    `more` is of each how many reports have come, None where they are to be counted.
    """
    tallied = _tallied(connection, more)
    several = [p for p, some in tallied.items() if len(some) > 1 and more[p] is None]
    reports = _reports(connection, several)
    before = _present(connection, more)
    new, old = [], []
    for person, some in sorted(tallied.items()):
        gained = more[person]
        own = some[0].reports if len(some) == 1 else reports.get(person)
        if own is None:
            own = before.get(person, 0) + (gained or 0)
        row = _row(some, own)
        if person in before:
            old.append({"row": person, **{f"new_{key}": value for key, value in row.items()}})
        else:
            new.append({"id": person, **row})
    _write(connection, new, old)
    gone = [person for person in before if person not in tallied]
    for few in chunks(gone):
        connection.execute(sa.delete(schema.persons).where(schema.persons.c.id.in_(few)))


def rows_of(connection: Connection, persons: Collection[int]) -> dict[int, dict[str, Any]]:
    """Return the rows of persons as they are to be, counted anew."""
    tallied = _tallied(connection, persons)
    several = [person for person, some in tallied.items() if len(some) > 1]
    reports = _reports(connection, several)
    return {
        person: _row(some, reports.get(person, some[0].reports)) for person, some in tallied.items()
    }


def _tallied(connection: Connection, persons: Collection[int]) -> dict[int, list[Any]]:
    table, speakers = schema.tallies, schema.speakers
    found: dict[int, list[Any]] = {}
    for some in chunks(sorted(persons)):
        query = (
            sa.select(table, speakers.c.name, speakers.c.kind)
            .join(speakers, speakers.c.id == table.c.speaker)
            .where(table.c.person.in_(some))
            .order_by(table.c.speaker)
        )
        for row in connection.execute(query):
            found.setdefault(row.person, []).append(row)
    return found


def _present(connection: Connection, persons: Collection[int]) -> dict[int, int]:
    table = schema.persons
    found: dict[int, int] = {}
    for some in chunks(sorted(persons)):
        query = sa.select(table.c.id, table.c.reports).where(table.c.id.in_(some))
        found |= {row.id: row.reports for row in connection.execute(query)}
    return found


def _reports(connection: Connection, persons: Collection[int]) -> dict[int, int]:
    """Count the reports of persons who have several names: some may be in one report."""
    table, tallies, indexed = schema.attributions, schema.tallies, schema.indexed
    number = sa.func.count(sa.distinct(table.c.version)).label("number")
    found: dict[int, int] = {}
    for some in chunks(sorted(persons)):
        query = (
            sa.select(tallies.c.person, number)
            .join(table, table.c.speaker == tallies.c.speaker)
            .join(indexed, indexed.c.version == table.c.version)
            .where(tallies.c.person.in_(some))
            .group_by(tallies.c.person)
        )
        found |= {row.person: row.number for row in connection.execute(query)}
    return found


def _row(some: list[Any], reports: int) -> dict[str, Any]:
    best = min(some, key=lambda row: (-(level(row.name) or 0), -row.statements, row.name))
    statements = sum(row.statements for row in some)
    return {
        "name": best.name,
        "kind": best.kind,
        "statements": statements,
        "less": -statements,
        "reports": reports,
        "since": min((row.since for row in some if row.since is not None), default=None),
        "until": max((row.until for row in some if row.until is not None), default=None),
    }


def _write(connection: Connection, new: list[dict[str, Any]], old: list[dict[str, Any]]) -> None:
    table = schema.persons
    if new:
        insert(connection, table, new)
    if old:
        values: dict[str, Any] = {
            key.removeprefix("new_"): sa.bindparam(key) for key in old[0] if key != "row"
        }
        query = sa.update(table).where(table.c.id == sa.bindparam("row")).values(values)
        connection.execute(query, old)


def _put_keys(connection: Connection, names: Collection[Name]) -> None:
    rows = [
        {"key": key, "speaker": one.speaker}
        for one in names
        if one.kind == _PERSON
        for key in sorted(keys(one.name))
    ]
    if rows:
        insert(connection, schema.person_keys, rows)
