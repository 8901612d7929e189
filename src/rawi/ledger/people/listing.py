"""Who speaks: one row a person, with all names in all scripts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.ledger import resolve, schema
from rawi.ledger.people.tallying import LANGUAGE
from rawi.ledger.rows import chunks

#: Rows that are fetched at a time.
_AT_A_TIME: Final = 200
#: How rows are ordered: statements, name, kind.  What comes after one is asked for by it.
Place = tuple[int, str, str]


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """One name as it is written: the languages (ISO 639) of the reports that have it, sorted, and
    how many statements they give to it."""

    name: str
    languages: tuple[str, ...] = ()
    statements: int


class SpeakerRow(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker: how many statements of theirs are in how many reports (present versions).

    `name` is the fullest one, of equal ones the most frequent; `names` are all that are one
    person's, in any script, those with most statements first.  `since` and `until` are the first
    and the last day of publication (ISO 8601), None where no report has a date.
    """

    name: str
    kind: str
    statements: int
    reports: int
    since: str | None
    until: str | None
    names: tuple[Written, ...] = ()


def speakers(
    connection: Connection, name: str | None, after: Place | None = None
) -> Iterator[SpeakerRow]:
    """Yield the speakers one of whose names has all words of `name`, in any script; None: all.

    Those with most statements come first, of equal ones by name.  `after` begins after a row.
    """
    meant = None if name is None else resolve.persons(connection, name)
    place = after
    while True:
        rows = _page(connection, meant, place)
        yield from told(connection, rows)
        if len(rows) < _AT_A_TIME:
            return
        last = rows[-1]
        place = (last.statements, last.name, last.kind)


def _page(
    connection: Connection, meant: Collection[int] | None, place: Place | None
) -> Sequence[sa.Row[Any]]:
    table = schema.persons
    query = sa.select(table).order_by(table.c.less, table.c.name, table.c.kind)
    if meant is not None:
        query = query.where(table.c.id.in_(meant))
    if place is not None:
        statements, name, kind = place
        query = query.where(
            table.c.less >= -statements,
            sa.or_(
                table.c.less > -statements,
                table.c.name > name,
                sa.and_(table.c.name == name, table.c.kind > kind),
            ),
        )
    return connection.execute(query.limit(_AT_A_TIME)).all()


def told(connection: Connection, rows: Sequence[sa.Row[Any]]) -> list[SpeakerRow]:
    """Return rows of persons as they are shown, with their names."""
    names = _names(connection, [row.id for row in rows])
    return [
        SpeakerRow(
            name=row.name, kind=row.kind, statements=row.statements, reports=row.reports,
            since=_day(row.since), until=_day(row.until), names=tuple(names.get(row.id, ())),
        )
        for row in rows
    ]  # fmt: skip


def _names(connection: Connection, persons: Collection[int]) -> dict[int, list[Written]]:
    table, names = schema.tallies, schema.speakers
    found: dict[int, list[Written]] = {}
    for some in chunks(persons):
        query = (
            sa.select(table.c.person, table.c.speaker, table.c.statements, names.c.name)
            .join(names, names.c.id == table.c.speaker)
            .where(table.c.person.in_(some))
        )
        rows = connection.execute(query).all()
        languages = _languages(connection, [row.speaker for row in rows])
        for row in sorted(rows, key=lambda row: (-row.statements, row.name)):
            written = Written(
                name=row.name,
                languages=tuple(sorted(languages.get(row.speaker, ()))),
                statements=row.statements,
            )
            found.setdefault(row.person, []).append(written)
    return found


def _languages(connection: Connection, speakers: Collection[int]) -> dict[int, list[str]]:
    table = schema.traits
    found: dict[int, list[str]] = {}
    for some in chunks(speakers):
        query = sa.select(table.c.speaker, table.c.trait).where(
            table.c.speaker.in_(some), table.c.trait.startswith(LANGUAGE)
        )
        for speaker, trait in connection.execute(query):
            found.setdefault(speaker, []).append(trait.removeprefix(LANGUAGE))
    return found


def _day(day: int | None) -> str | None:
    return None if day is None else (date(1970, 1, 1) + timedelta(days=day)).isoformat()
