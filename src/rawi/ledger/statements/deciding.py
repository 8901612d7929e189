"""Deciding who and what is one: appended, never changed, taken back by more rows."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.errors import UsageError
from rawi.ledger import schema, stored
from rawi.ledger.corrections import LONGEST_NAME, LONGEST_NOTE
from rawi.ledger.documents import numbered
from rawi.ledger.history import instant
from rawi.ledger.identity import storable
from rawi.ledger.people import deciding as people
from rawi.ledger.people.decided import KINDS, verdicts
from rawi.ledger.rows import Rows, chunks
from rawi.ledger.statements import places
from rawi.ledger.statements.keys import followed
from rawi.ledger.statements.touching import touch
from rawi.records import Decision, DecisionKind, Place, Report
from rawi.tracing.decided import Apart, Decided, Derives, Name, Same

#: Attributions of one statement that a decision is anchored to; more would tell no more.
MOST: int = 500
#: What is asked for, in words, by kind.
SUBJECTS: Mapping[DecisionKind, str] = {
    "same": "two attributions or more, each as REPORT/ATTRIBUTION",
    "not-same": "two attributions, each as REPORT/ATTRIBUTION",
    "merge": "the ids of two statements or more",
    "split": "the id of a statement, then the attributions to be split off (REPORT/ATTRIBUTION)",
    "derives": "two reports: the one that took, then the one that it took from",
    "derives-not": "two reports: the one that did not take, then the one that it did not take from",
    "same-speaker": "two names, as rawi speakers lists them",
    "different-speakers": "two names, as rawi speakers lists them",
}
_PAIR = 2


def decide(
    connection: Connection, kind: DecisionKind, subjects: Sequence[str], who: str, why: str | None
) -> Decision:
    """Append a decision, and mark the reports that it is about; raises UsageError.

    The transaction must be the only one that writes.
    """
    _check(kind, subjects, who, why)
    made = _made(connection, kind, subjects)
    now = int(time.time())
    made = msgspec.structs.replace(
        made, by=storable(who), at=instant(now), why=None if why is None else storable(why)
    )
    rows = Rows(connection)
    number = _append(rows, made, now, None)
    keys = {*(one.report for one in (*made.one, *made.other)), made.child, made.parent} - {None}
    reports = _rows_of(connection, {key for key in keys if key})
    for report in sorted(reports.values()):
        rows.put(schema.decided_reports, {"decision": number, "report": report})
    rows.write()
    touch(connection, reports.values())
    if made.names:
        people.follow(connection, made)
    return msgspec.structs.replace(made, id=number)


def undo(connection: Connection, number: int, who: str, why: str | None) -> Decision:
    """Take a decision back; return it as it stands now.  Raises UsageError."""
    _check_name(who, why)
    found = next((one for one in every(connection) if one.id == number), None)
    if found is None:
        raise UsageError(f"no decision {number}: rawi decide --list shows them")
    if found.undone:
        raise UsageError(f"decision {number} was taken back already")
    table = schema.decided_reports
    query = sa.select(table.c.report).where(table.c.decision == number)
    reports = list(connection.scalars(query))
    rows = Rows(connection)
    undone = msgspec.structs.replace(found, by=storable(who), why=why and storable(why))
    again = _append(rows, undone, int(time.time()), number)
    for report in reports:
        rows.put(schema.decided_reports, {"decision": again, "report": report})
    rows.write()
    touch(connection, reports)
    if found.names:
        people.follow(connection, found)
    return msgspec.structs.replace(found, undone=True)


def every(connection: Connection, reports: Collection[int] | None = None) -> list[Decision]:
    """Return the decisions, the earliest first; `reports` are those to be asked about, None all.

    `unfit` is not looked at: see `listed`.
    """
    table, about = schema.decisions, schema.decided_reports
    rows: dict[int, Any] = {}
    query = sa.select(table.c.id, table.c.body, table.c.undoes).order_by(table.c.id)
    if reports is None:
        rows = {row.id: row for row in connection.execute(query)}
    else:
        for some in chunks(reports):
            which = sa.select(about.c.decision).where(about.c.report.in_(some))
            found = connection.execute(query.where(table.c.id.in_(which)))
            rows.update((row.id, row) for row in found)
    undone = {row.undoes for row in rows.values() if row.undoes is not None}
    return [
        msgspec.structs.replace(
            msgspec.json.decode(row.body, type=Decision), id=number, undone=number in undone
        )
        for number, row in sorted(rows.items())
        if row.undoes is None
    ]


def related(connection: Connection, reports: Collection[int]) -> set[int]:
    """Return the reports of all decisions about some reports, by the numbers of their rows."""
    about = schema.decided_reports
    found: set[int] = set()
    for some in chunks(sorted(reports)):
        which = sa.select(about.c.decision).where(about.c.report.in_(some))
        query = sa.select(about.c.report).where(about.c.decision.in_(which))
        found.update(connection.scalars(query))
    return found


def listed(connection: Connection) -> Iterator[Decision]:
    """Yield all decisions, and of each whether its words are still there."""
    for one in every(connection):
        if one.names:
            yield msgspec.structs.replace(one, unfit=not people.is_fit(connection, one))
            continue
        keys = {place.report for place in (*one.one, *one.other)}
        reports = _reports(connection, _rows_of(connection, keys))
        fits = one.child is not None or _resolved(one, reports, _texts(connection, [one], reports))
        yield msgspec.structs.replace(one, unfit=not fits)


def standing(
    connection: Connection, rows: Collection[int], reports: Mapping[str, Report]
) -> Decided:
    """Return what stands about some reports, by the numbers of their rows and by their ids."""
    found = [one for one in every(connection, rows) if not one.undone]
    texts = _texts(connection, found, reports)
    members = [made for one in found if (made := _resolved(one, reports, texts))]
    derivations = [
        Derives(one.child, one.parent, one.kind == "derives", _why(one))
        for one in found
        if one.child and one.parent
    ]
    told = tuple((*key, said == "same") for key, said in verdicts(connection).items())
    return Decided(tuple(members), tuple(derivations), told)


def _why(one: Decision) -> str:
    return f"decided by {one.by} on {one.at[:10]}" + (f": {one.why}" if one.why else "")


def _resolved(
    one: Decision, reports: Mapping[str, Report], texts: Mapping[str, str | None]
) -> Same | Apart | None:
    """Return a decision by the ids that its attributions have now; None without effect."""
    first, second = (_names(some, reports, texts) for some in (one.one, one.other))
    if one.kind in ("same", "merge"):
        names = tuple(dict.fromkeys((*first, *second)))
        return Same(names) if len(names) > 1 else None
    if one.kind in ("not-same", "split") and first and second:
        return Apart(first, second)
    return None


def _names(
    some: Iterable[Place], reports: Mapping[str, Report], texts: Mapping[str, str | None]
) -> tuple[Name, ...]:
    found = []
    for one in some:
        report = reports.get(one.report)
        name = report and places.found(one, report, texts)
        if name:
            found.append((one.report, name))
    return tuple(dict.fromkeys(found))


def _texts(
    connection: Connection, decisions: Iterable[Decision], reports: Mapping[str, Report]
) -> dict[str, str | None]:
    every = [place for one in decisions for place in (*one.one, *one.other)]
    hashes = places.hashes(every, reports)
    return {hash: stored.text(connection, bytes.fromhex(hash)) for hash in sorted(hashes)}


def _made(connection: Connection, kind: DecisionKind, subjects: Sequence[str]) -> Decision:
    empty = Decision(id=0, kind=kind, by="", at="")
    if kind in KINDS:
        return people.made(connection, empty, subjects)
    if kind in ("derives", "derives-not"):
        child, parent = subjects
        missing = {child, parent} - set(_rows_of(connection, {child, parent}))
        if missing:
            raise UsageError(f"no report {min(missing)!r} in the ledger: rawi search finds ids")
        if child == parent:
            raise UsageError("a report takes nothing from itself: name two reports")
        return msgspec.structs.replace(empty, child=child, parent=parent)
    if kind in ("same", "not-same"):
        found = _attributions(connection, subjects)
        one, other = found[:1], found[1:]
    elif kind == "merge":
        some = [_members(connection, key) for key in subjects]
        one, other = some[0], [place for more in some[1:] for place in more]
    else:
        other = _attributions(connection, subjects[1:])
        off = {(place.report, place.attribution) for place in other}
        members = _members(connection, subjects[0])
        one = [p for p in members if (p.report, p.attribution) not in off]
        if len(members) - len(one) < len(off):
            raise UsageError(f"not all of these are of statement {subjects[0]}: rawi trace shows")
        if not one:
            raise UsageError("nothing of the statement would stay: leave out what is to stay")
    return msgspec.structs.replace(empty, one=tuple(one), other=tuple(other))


def _check(kind: DecisionKind, subjects: Sequence[str], who: str, why: str | None) -> None:
    if kind not in SUBJECTS:
        raise UsageError(f"{kind!r} is nothing to decide: {', '.join(SUBJECTS)}")
    many = kind in ("same", "merge", "split")
    if len(subjects) < _PAIR or (len(subjects) > _PAIR and not many):
        raise UsageError(f"to decide {kind}, give {SUBJECTS[kind]}")
    if len(set(subjects)) < len(subjects):
        raise UsageError(f"to decide {kind}, give different ones: {SUBJECTS[kind]}")
    _check_name(who, why)


def _check_name(who: str, why: str | None) -> None:
    if not who.strip() or len(who) > LONGEST_NAME:
        raise UsageError(f"who decides needs a name of at most {LONGEST_NAME} characters")
    if why is not None and len(why) > LONGEST_NOTE:
        raise UsageError(f"a reason has at most {LONGEST_NOTE:,} characters")


def _attributions(connection: Connection, names: Sequence[str]) -> list[Place]:
    """Return the places of attributions, each named REPORT/ATTRIBUTION."""
    parted = [name.rpartition("/") for name in names]
    reports = _reports(connection, _rows_of(connection, {key for key, _, _ in parted}))
    found = []
    for key, _, name in parted:
        report = reports.get(key)
        if report is None:
            fault = f"no report {key!r} in the ledger" if key else f"{name!r} names no attribution"
            raise UsageError(f"{fault}: give REPORT/ATTRIBUTION, as in rawi trace --json")
        one = next((one for one in report.attributions if one.id == name), None)
        if one is None:
            raise UsageError(f"no attribution {name!r} in report {key!r}: rawi show lists them")
        found.append(places.place(report, one))
    return found


def _members(connection: Connection, key: str) -> list[Place]:
    """Return the places of the members of a statement, some of them where there are many."""
    statement = followed(connection, key)
    if statement is None:
        raise UsageError(f"no statement {key!r} in the ledger: rawi trace shows ids")
    table, names = schema.members, schema.reports
    query = (
        sa.select(names.c.key, table.c.report, table.c.number)
        .join(names, names.c.id == table.c.report)
        .where(table.c.statement == statement.id)
        .order_by(table.c.report, table.c.number)
        .limit(MOST)
    )
    rows = connection.execute(query).all()
    reports = _reports(connection, {row.key: row.report for row in rows})
    found = []
    for row in rows:
        report = reports.get(row.key)
        one = numbered(report).get(row.number) if report else None
        if report and one:
            found.append(places.place(report, one))
    return found


def _rows_of(connection: Connection, keys: Collection[str]) -> dict[str, int]:
    table = schema.reports
    found: dict[str, int] = {}
    for some in chunks(sorted(keys)):
        query = sa.select(table.c.key, table.c.id).where(table.c.key.in_(some))
        found |= {row.key: row.id for row in connection.execute(query)}
    return found


def _reports(connection: Connection, rows: Mapping[str, int]) -> dict[str, Report]:
    table = schema.reports
    versions: list[int] = []
    for some in chunks(sorted(rows.values())):
        versions += connection.scalars(sa.select(table.c.latest).where(table.c.id.in_(some)))
    return {report.id: report for _, report in stored.reports(connection, versions)}


def _append(rows: Rows, one: Decision, at: int, undoes: int | None) -> int:
    return rows.numbered(
        schema.decisions,
        {
            "kind": one.kind, "body": msgspec.json.encode(one).decode(), "by": one.by, "at": at,
            "why": one.why, "undoes": undoes,
        },
    )  # fmt: skip
