"""The ids of statements: opaque, kept as reports come, followed after a merge."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.ledger import schema
from rawi.ledger.rows import chunks

_LENGTH = 12


def followed(connection: Connection, key: str) -> sa.Row[Any] | None:
    """Return the row of a statement, or of the one that it is part of now; None without one."""
    table, redirects = schema.statements, schema.redirects
    row = connection.execute(sa.select(table).where(table.c.key == key)).first()
    if row is not None:
        return row
    target = connection.scalar(sa.select(redirects.c.target).where(redirects.c.key == key))
    return connection.execute(sa.select(table).where(table.c.key == target)).first()


def made(connection: Connection, places: Sequence[tuple[str, int]]) -> list[str]:
    """Return new ids for statements by the items (report, number) in which they begin.

    They are the same for the same items, unless such an id is in use.
    """
    found: dict[int, str] = {}
    for salt in range(1_000):
        wanted = {n: _key(*place, salt) for n, place in enumerate(places) if n not in found}
        if not wanted:
            break
        taken = _in_use(connection, set(wanted.values())) | set(found.values())
        for n, key in wanted.items():
            if key not in taken:
                found[n] = key
                taken.add(key)
    return [found[n] for n in range(len(places))]


def _key(report: str, number: int, salt: int) -> str:
    told = "\0".join((report, str(number), *([str(salt)] if salt else [])))
    return f"s{sha256(told.encode('utf-8', 'replace')).hexdigest()[:_LENGTH]}"


def _in_use(connection: Connection, keys: Collection[str]) -> set[str]:
    found: set[str] = set()
    for column in (schema.statements.c.key, schema.redirects.c.key):
        for some in chunks(sorted(keys)):
            found.update(connection.scalars(sa.select(column).where(column.in_(some))))
    return found


def redirect(connection: Connection, keys: dict[str, str]) -> None:
    """Point ids that are gone to those that there are, and those that pointed to them as well."""
    table = schema.redirects
    for key, target in sorted(keys.items()):
        moved = sa.update(table).where(table.c.target == key).values(target=target)
        connection.execute(moved)
        connection.execute(sa.insert(table).values(key=key, target=target))


def drop_dangling(connection: Connection, keys: Collection[str]) -> None:
    """Take out the redirects that point to statements which are gone."""
    for some in chunks(sorted(keys)):
        connection.execute(sa.delete(schema.redirects).where(schema.redirects.c.target.in_(some)))
