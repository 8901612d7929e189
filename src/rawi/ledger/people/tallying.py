"""What is counted of who speaks: kept up to date in the transaction that indexes a report.

Every change of the index comes here, with what it says of speakers: `arrive` for versions that
are in the index now, `leave` for those that are no more.  Who is one person is asked again only
of names that are new, gone, or told something else of (`joining`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.authority.persons.traits import traits_of
from rawi.ledger import schema
from rawi.ledger.dialects import insert
from rawi.ledger.people import joining
from rawi.ledger.rows import chunks

_DAY: Final = 86_400
LANGUAGE: Final = "lang:"


class Said(msgspec.Struct, frozen=True, array_like=True):
    """What one version says of speakers, by the numbers of their rows.

    `day` is that of publication (days since 1970), None where unknown; `statements` how many are
    whose; `traits` what it tells of whom.
    """

    day: int | None = None
    statements: dict[int, int] = {}
    traits: dict[int, list[str]] = {}


def said(connection: Connection, versions: Mapping[int, Any]) -> dict[int, Said]:
    """Return what versions say, by the numbers of their rows, from the rows of what was read."""
    table, mentions = schema.attributions, schema.mentions
    counts: dict[int, Counter[int]] = {version: Counter() for version in versions}
    query = (
        sa.select(table.c.version, table.c.speaker)
        .where(table.c.version.in_(versions), table.c.speaker.is_not(None))
        .order_by(table.c.version, table.c.number)
    )
    for version, speaker in connection.execute(query):
        counts[version][speaker] += 1
    roles = (
        sa.select(mentions.c.version, schema.links.c.speaker, mentions.c.role)
        .join(schema.links, schema.links.c.mention == mentions.c.id)
        .where(mentions.c.version.in_(versions), mentions.c.role.is_not(None))
    )
    told: dict[int, dict[int, set[str]]] = {
        version: {speaker: set(_languages(row)) for speaker in counts[version]}
        for version, row in versions.items()
    }
    for version, speaker, role in connection.execute(roles):
        if speaker in told[version]:
            told[version][speaker] |= traits_of(role)
    return {
        version: Said(
            None if row.published_from is None else row.published_from // _DAY,
            dict(counts[version]),
            {speaker: sorted(some) for speaker, some in told[version].items() if some},
        )
        for version, row in versions.items()
    }


def _languages(row: Any) -> list[str]:
    base = (row.language or "").replace("_", "-").partition("-")[0].lower()
    return [LANGUAGE + base] if base else []


class _Sum:
    """What some versions say of one speaker, together."""

    def __init__(self) -> None:
        self.statements = self.reports = 0
        self.days: list[int] = []
        self.traits: Counter[str] = Counter()

    def add(self, one: Said, speaker: int) -> None:
        self.statements += one.statements[speaker]
        self.reports += 1
        self.days += [] if one.day is None else [one.day]
        self.traits.update(one.traits.get(speaker, ()))


def arrive(connection: Connection, some: Sequence[Said]) -> None:
    """Count what versions say that are in the index from now on; their rows are written."""
    sums = _sums(some)
    if not sums:
        return
    there = _rows(connection, sums)
    fresh = [speaker for speaker in sorted(sums) if speaker not in there]
    told = _add_traits(connection, sums)
    _insert(connection, schema.tallies, [_fresh(speaker, sums[speaker]) for speaker in fresh])
    old = [_added(row, sums[row.speaker]) for row in there.values()]
    _update(connection, schema.tallies, schema.tallies.c.speaker, old)
    changed = joining.regroup(connection, {*fresh, *(told & set(there))}, fresh)
    _add_to_persons(connection, some, {row.speaker: row.person for row in there.values()}, changed)


def leave(connection: Connection, some: Sequence[Said]) -> None:
    """Take back what versions said that are no longer in the index."""
    sums = _sums(some)
    if not sums:
        return
    there = _rows(connection, sums)
    told = _drop_traits(connection, sums)
    gone = [row.speaker for row in there.values() if row.statements <= sums[row.speaker].statements]
    left = [row for row in there.values() if row.speaker not in set(gone)]
    days = _days(connection, [row.speaker for row in left if _ends(row, sums[row.speaker])])
    changes = [_dropped(row, sums[row.speaker], days.get(row.speaker)) for row in left]
    _update(connection, schema.tallies, schema.tallies.c.speaker, changes)
    _forget(connection, there, told, set(gone), sums)


def _forget(
    connection: Connection,
    there: Mapping[int, sa.Row[Any]],
    told: set[int],
    gone: set[int],
    sums: Mapping[int, _Sum],
) -> None:
    """Take out names that nobody bears any more, and ask again who those beside them are."""
    # family names alone may be somebody else's now
    families = joining.families(connection, gone)
    for table in (schema.tallies, schema.person_keys):
        for few in chunks(sorted(gone)):
            connection.execute(sa.delete(table).where(table.c.speaker.in_(few)))
    lost = {there[speaker].person for speaker in gone}
    again = set(joining.members(connection, lost)) | (told - gone)
    changed = joining.regroup(connection, again, (), lost=lost, families=families)
    joining.count(connection, {there[speaker].person for speaker in sums} - changed)


def _sums(some: Iterable[Said]) -> dict[int, _Sum]:
    found: dict[int, _Sum] = {}
    for one in some:
        for speaker in one.statements:
            found.setdefault(speaker, _Sum()).add(one, speaker)
    return found


def _rows(connection: Connection, speakers: Collection[int]) -> dict[int, sa.Row[Any]]:
    table = schema.tallies
    found: dict[int, sa.Row[Any]] = {}
    for some in chunks(sorted(speakers)):
        query = sa.select(table).where(table.c.speaker.in_(some)).order_by(table.c.speaker)
        found |= {row.speaker: row for row in connection.execute(query)}
    return found


def _fresh(speaker: int, one: _Sum) -> dict[str, Any]:
    return {
        "speaker": speaker, "person": speaker, "statements": one.statements,
        "reports": one.reports, "since": min(one.days, default=None),
        "until": max(one.days, default=None),
    }  # fmt: skip


def _added(row: sa.Row[Any], one: _Sum) -> dict[str, Any]:
    return {
        "row": row.speaker,
        "statements": row.statements + one.statements,
        "reports": row.reports + one.reports,
        "since": min([*one.days, *_known(row.since)], default=None),
        "until": max([*one.days, *_known(row.until)], default=None),
    }


def _known(day: int | None) -> list[int]:
    return [] if day is None else [day]


def _ends(row: sa.Row[Any], one: _Sum) -> bool:
    """Tell whether the first or the last day of a speaker is one of those that go."""
    return row.since in one.days or row.until in one.days


def _dropped(
    row: sa.Row[Any], one: _Sum, days: tuple[int | None, int | None] | None
) -> dict[str, Any]:
    since, until = days or ((None, None) if _ends(row, one) else (row.since, row.until))
    return {
        "row": row.speaker,
        "statements": row.statements - one.statements,
        "reports": row.reports - one.reports,
        "since": since,
        "until": until,
    }


def _days(
    connection: Connection, speakers: Collection[int]
) -> dict[int, tuple[int | None, int | None]]:
    """Return the first and the last day of speakers, of what is in the index."""
    table, versions, indexed = schema.attributions, schema.versions, schema.indexed
    first, last = (f(versions.c.published_from) for f in (sa.func.min, sa.func.max))
    found: dict[int, tuple[int | None, int | None]] = {}
    for some in chunks(sorted(speakers)):
        query = (
            sa.select(table.c.speaker, first, last)
            .join(versions, versions.c.id == table.c.version)
            .join(indexed, indexed.c.version == versions.c.id)
            .where(table.c.speaker.in_(some))
            .group_by(table.c.speaker)
        )
        for speaker, since, until in connection.execute(query):
            found[speaker] = tuple(None if s is None else s // _DAY for s in (since, until))  # type: ignore[assignment]
    return found


def _traits(connection: Connection, speakers: Collection[int]) -> dict[tuple[int, str], int]:
    table = schema.traits
    found: dict[tuple[int, str], int] = {}
    for some in chunks(sorted(speakers)):
        query = sa.select(table).where(table.c.speaker.in_(some))
        found |= {(row.speaker, row.trait): row.reports for row in connection.execute(query)}
    return found


def _add_traits(connection: Connection, sums: Mapping[int, _Sum]) -> set[int]:
    """Count traits; return of whom something is told that was not before."""
    there = _traits(connection, [speaker for speaker, one in sums.items() if one.traits])
    new, old = [], []
    told = set()
    for speaker, one in sorted(sums.items()):
        for trait, reports in sorted(one.traits.items()):
            before = there.get((speaker, trait))
            if before is None:
                new.append({"speaker": speaker, "trait": trait, "reports": reports})
                told |= set() if trait.startswith(LANGUAGE) else {speaker}
            else:
                old.append({"row": speaker, "name": trait, "reports": before + reports})
    _insert(connection, schema.traits, new)
    _update_traits(connection, old)
    return told


def _drop_traits(connection: Connection, sums: Mapping[int, _Sum]) -> set[int]:
    """Take back traits; return of whom something is told no more."""
    there = _traits(connection, [speaker for speaker, one in sums.items() if one.traits])
    old, gone = [], []
    told = set()
    for speaker, one in sorted(sums.items()):
        for trait, reports in sorted(one.traits.items()):
            left = there.get((speaker, trait), 0) - reports
            row = {"row": speaker, "name": trait}
            if left > 0:
                old.append({**row, "reports": left})
            else:
                gone.append(row)
                told |= set() if trait.startswith(LANGUAGE) else {speaker}
    _update_traits(connection, old)
    if gone:
        connection.execute(sa.delete(schema.traits).where(_this_trait()), gone)
    return told


def _this_trait() -> sa.ColumnElement[bool]:
    table = schema.traits
    return sa.and_(table.c.speaker == sa.bindparam("row"), table.c.trait == sa.bindparam("name"))


def _update_traits(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        values: dict[str, Any] = {"reports": sa.bindparam("reports")}
        connection.execute(sa.update(schema.traits).where(_this_trait()).values(values), rows)


def _insert(connection: Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        insert(connection, table, rows)


def _update(
    connection: Connection, table: sa.Table, key: sa.Column[int], rows: Sequence[dict[str, Any]]
) -> None:
    if rows:
        values: dict[str, Any] = {name: sa.bindparam(name) for name in rows[0] if name != "row"}
        query = sa.update(table).where(key == sa.bindparam("row")).values(values)
        connection.execute(query, rows)


def _add_to_persons(
    connection: Connection,
    some: Sequence[Said],
    person: Mapping[int, int],
    changed: Collection[int],
) -> None:
    """Add what versions say to the persons who are who they were; the others are counted anew."""
    sums: dict[int, _Sum] = {}
    for one in some:
        mine: dict[int, int] = {}
        for speaker, statements in one.statements.items():
            who = person.get(speaker)
            if who is not None and who not in changed:
                mine[who] = mine.get(who, 0) + statements
        whole = Said(one.day, mine)
        for who in mine:
            sums.setdefault(who, _Sum()).add(whole, who)
    joining.refresh(connection, {who: one.reports for who, one in sums.items()})
