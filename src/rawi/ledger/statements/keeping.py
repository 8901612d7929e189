"""Writing statements and derivations in the place of those that there were, ids kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
import zstandard
from sqlalchemy.engine import Connection

from rawi.ledger import schema
from rawi.ledger.documents import numbered
from rawi.ledger.identity import storable
from rawi.ledger.rows import Row, Rows, chunks
from rawi.ledger.statements import keys
from rawi.records import OUTSIDE, Attribution, Derivation, Report, Statement, Trace, words

#: An item: the number of its report's row, and its own in the report.
Item = tuple[int, int]

_LEVEL = 3
#: Characters of a content that lists show.
_SHOWN = 1_000


class Home(msgspec.Struct, frozen=True):
    """A report where it is kept: its row's number, its outlet's, when it was published."""

    report: Report
    row: int
    outlet: int | None
    since: int | None


def pack(statement: Statement) -> bytes:
    """Return a statement as it is stored."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(msgspec.msgpack.encode(statement))


def unpack(body: bytes) -> Statement:
    """Return a statement that was stored."""
    return msgspec.msgpack.decode(zstandard.ZstdDecompressor().decompress(body), type=Statement)


def keep(
    connection: Connection,
    domains: Sequence[tuple[Trace, Collection[Item]]],
    homes: Mapping[str, Home],
) -> None:
    """Put what was made of some items, domain by domain, in the place of what was there of them.

    `homes` are the reports by their ids.  A statement keeps the id of the one whose first member
    it has; of several the oldest, to which the others then redirect.  The transaction must be
    the only one that writes.
    """
    names = {
        (home.report.id, one.id): (home.row, number)
        for home in homes.values()
        for number, one in numbered(home.report).items()
    }
    items = {item for _, some in domains for item in some}
    statements = [statement for trace, _ in domains for statement in trace.statements]
    groups = [[names[m.report, m.attribution] for m in s.members] for s in statements]
    taken = _claimed(connection, groups, items)
    rows = Rows(connection)
    _drop(connection, homes.values(), items)
    fresh = [n for n in range(len(groups)) if n not in taken]
    row_key = {home.row: key for key, home in homes.items()}
    beginnings = [min(groups[n]) for n in fresh]
    made = keys.made(connection, [(row_key[row], number) for row, number in beginnings])
    for n, key in zip(fresh, made, strict=True):
        taken[n] = (rows.number(schema.statements), key)
    ids = {s.id: taken[n] for n, s in enumerate(statements)}
    old = {taken[n][0] for n in range(len(groups))} - {taken[n][0] for n in fresh}
    changed: list[Row] = []
    for n, statement in enumerate(statements):
        number, key = taken[n]
        row = _row(msgspec.structs.replace(statement, id=key), homes)
        if number in old:
            changed.append({"id": number, **row})
        else:
            rows.put(schema.statements, {"id": number, **row})
        for report, item in groups[n]:
            rows.put(schema.members, {"report": report, "number": item, "statement": number})
    _update(connection, changed)
    for trace, some in domains:
        _put_derivations(rows, trace.derivations, homes, ids, some)
    rows.write()


def _claimed(
    connection: Connection, groups: Sequence[Sequence[Item]], items: set[Item]
) -> dict[int, tuple[int, str]]:
    """Return which groups take over which statements, by their rows' numbers and ids."""
    table = schema.members
    before: set[int] = set()
    for some in chunks(sorted({report for report, _ in items})):
        query = sa.select(table.c.report, table.c.number, table.c.statement)
        before |= {
            row.statement
            for row in connection.execute(query.where(table.c.report.in_(some)))
            if (row.report, row.number) in items
        }
    first: dict[int, Item] = {}
    whole: dict[int, bool] = {}
    for some in chunks(sorted(before)):
        query = sa.select(table.c.report, table.c.number, table.c.statement)
        for row in connection.execute(query.where(table.c.statement.in_(some))):
            item = (row.report, row.number)
            first[row.statement] = min(first.get(row.statement, item), item)
            whole[row.statement] = whole.get(row.statement, True) and item in items
    group = {item: n for n, some in enumerate(groups) for item in some}
    claims: dict[int, list[int]] = defaultdict(list)
    for statement in sorted(before):
        if first[statement] in group:
            claims[group[first[statement]]].append(statement)
    known = _keys(connection, before)
    taken = {n: (some[0], known[some[0]]) for n, some in claims.items()}
    gone = {
        statement: known[some[0]]
        for some in claims.values()
        for statement in some[1:]
        if whole[statement]
    }
    keys.redirect(connection, {known[statement]: target for statement, target in gone.items()})
    for some in chunks(sorted(gone)):
        connection.execute(sa.delete(schema.statements).where(schema.statements.c.id.in_(some)))
    return taken


def _keys(connection: Connection, rows: Collection[int]) -> dict[int, str]:
    table = schema.statements
    found: dict[int, str] = {}
    for some in chunks(sorted(rows)):
        query = sa.select(table.c.id, table.c.key).where(table.c.id.in_(some))
        found |= {row.id: row.key for row in connection.execute(query)}
    return found


def _drop(connection: Connection, homes: Iterable[Home], items: set[Item]) -> None:
    """Take out members and derivations of items, and of items that are no longer there."""
    there = {home.row: set(numbered(home.report)) for home in homes}
    for table, report in (
        (schema.members, schema.members.c.report),
        (schema.derivations, schema.derivations.c.child),
    ):
        gone: list[Row] = []
        for some in chunks(sorted(there)):
            query = sa.select(report.label("report"), table.c.number).where(report.in_(some))
            gone += [
                {"a": row.report, "b": row.number}
                for row in set(connection.execute(query).all())
                if (row.report, row.number) in items or row.number not in there[row.report]
            ]
        if gone:
            which = sa.and_(report == sa.bindparam("a"), table.c.number == sa.bindparam("b"))
            connection.execute(sa.delete(table).where(which), gone)


def drop_empty(connection: Connection) -> int:
    """Take out the statements that nothing passes on any more; return how many there were."""
    table, members = schema.statements, schema.members
    empty = ~sa.exists().where(members.c.statement == table.c.id)
    gone = list(connection.execute(sa.select(table.c.id, table.c.key).where(empty)))
    keys.drop_dangling(connection, [row.key for row in gone])
    for some in chunks([row.id for row in gone]):
        connection.execute(sa.delete(table).where(table.c.id.in_(some)))
    carried = schema.carried
    bare = ~sa.exists().where(carried.c.derivation == schema.derivations.c.id)
    connection.execute(sa.delete(schema.derivations).where(bare))
    return len(gone)


def _update(connection: Connection, rows: Sequence[Row]) -> None:
    if not rows:
        return
    table = schema.statements
    values: Row = {
        name: sa.bindparam(f"new_{name}") for name in rows[0] if name not in ("id", "key")
    }
    told = [{"row": row["id"], **{f"new_{name}": row[name] for name in values}} for row in rows]
    query = sa.update(table).where(table.c.id == sa.bindparam("row")).values(values)
    connection.execute(query, told)


def _row(statement: Statement, homes: Mapping[str, Home]) -> Row:
    told = [
        (home, one)
        for member in statement.members
        for home in (homes[member.report],)
        for one in home.report.attributions
        if one.id == member.attribution
    ]
    first, said = min(told, key=lambda t: (t[0].report.published or "9", t[0].report.id))
    named = _named(said, [one for _, one in told])
    carriers = {home.row: home for home, _ in told}
    dates = [one.said_at.value for one in (said, *(o for _, o in told)) if one.said_at]
    return {
        "key": statement.id,
        "body": pack(statement),
        "content": storable(words(said.content, first.report.text))[:_SHOWN],
        "language": first.report.language,
        "speaker": named and storable(named[0]),
        "role": named and named[1] and storable(named[1]),
        "said_at": dates[0] if dates else None,
        "first_published": first.report.published,
        "first_from": first.since,
        "reports": len(carriers),
        "outlets": len({home.outlet for home in carriers.values()} - {None}),
        "languages": " ".join(sorted({h.report.language or "" for h in carriers.values()} - {""})),
        "events_least": statement.speech_events[0],
        "events_most": statement.speech_events[1],
        "origins_least": statement.independent_origins[0],
        "origins_most": statement.independent_origins[1],
        "against": len(statement.against),
    }


def _named(said: Attribution, others: Sequence[Attribution]) -> tuple[str, str | None] | None:
    """Return name and role of the speaker: as the first tells, else as another does."""
    speakers = [one.speaker for one in (said, *others) if one.speaker]
    best = next((s for s in speakers if not s.anonymous), speakers[0] if speakers else None)
    return (best.name, best.role) if best else None


def _put_derivations(
    rows: Rows,
    derivations: Iterable[Derivation],
    homes: Mapping[str, Home],
    ids: Mapping[str, tuple[int, str]],
    items: Collection[Item],
) -> None:
    place: dict[int, int] = {}
    for row, number in items:
        place[row] = min(number, place.get(row, number))
    for edge in derivations:
        if not edge.statements:
            continue
        child = homes[edge.child].row
        outside = edge.parent.startswith(OUTSIDE) and edge.parent not in homes
        told: dict[str, Any] = {
            "child": child, "number": place[child],
            "parent": None if outside else homes[edge.parent].row,
            "outlet": storable(edge.parent.removeprefix(OUTSIDE)) if outside else None,
            "kind": edge.kind, "declared": edge.declared, "score": edge.score,
            "evidence": storable(msgspec.json.encode(edge.evidence).decode("utf-8", "replace")),
        }  # fmt: skip
        number = rows.numbered(schema.derivations, told)
        for statement in dict.fromkeys(edge.statements):
            rows.put(schema.carried, {"statement": ids[statement][0], "derivation": number})
