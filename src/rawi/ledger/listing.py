"""Who speaks, who publishes and relays, and how much of everything there is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.ledger import outlet_counts, resolve, schema
from rawi.ledger.outlet_counts import OutletRow
from rawi.ledger.statements import touching


class State(msgspec.Struct, frozen=True, kw_only=True):
    """How far a ledger is: its reports, and when the last version of one was added (UTC, ISO
    8601, ending in "Z"; None for an empty ledger)."""

    reports: int
    last_added_at: str | None


class Untraced(msgspec.Struct, frozen=True, kw_only=True):
    """What waits to be traced: so many `reports`; `unfinished` are statements of reports that are
    placed already, `never` says that nothing was traced yet by a Rawi like this one."""

    reports: int
    unfinished: bool
    never: bool


def untraced(connection: Connection) -> Untraced:
    """Return how much waits to be traced."""
    state = connection.execute(sa.select(schema.statements_state)).first()
    never = state is None or state.made_by != touching.VERSION
    table = schema.reports if never else schema.touched
    count = connection.scalar(sa.select(sa.func.count()).select_from(table))
    unfinished = state is not None and bool(state.unfinished)
    return Untraced(reports=int(count or 0), unfinished=unfinished, never=never)


def state(connection: Connection) -> State:
    """Return how many reports there are, and when the last version of one came."""
    last = connection.scalar(sa.select(sa.func.max(schema.versions.c.added_at)))
    count = connection.scalar(sa.select(sa.func.count()).select_from(schema.reports))
    at = datetime.fromtimestamp(last, UTC).isoformat(timespec="seconds") if last else None
    return State(reports=int(count or 0), last_added_at=at and at.replace("+00:00", "Z"))


def outlets(
    connection: Connection,
    name: str | None,
    limit: int | None = None,
    after: outlet_counts.Place | None = None,
) -> list[OutletRow]:
    """Return the outlets that `name` means (see `resolve.outlets`); None returns all.

    Those with most reports and statements come first, of equal ones by name.
    """
    meant = None if name is None else resolve.outlets(connection, name)
    return outlet_counts.listed(connection, meant, limit, after)


def statistics(connection: Connection) -> dict[str, Any]:
    """Return how much there is: counts alone, the same for equal ledgers.

    Attributions, speakers and outlets are those of present versions.
    """
    reports, versions, said = schema.reports, schema.versions, schema.attributions
    present = reports.join(versions, versions.c.id == reports.c.latest)
    stated = present.join(said, said.c.version == versions.c.id)
    relayed = stated.join(schema.hops, schema.hops.c.attribution == said.c.id)

    def number(query: sa.Select[Any]) -> int:
        return int(connection.scalar(query) or 0)

    def count(table: sa.FromClause, what: Any = None) -> int:
        counted = sa.func.count() if what is None else sa.func.count(sa.distinct(what))
        return number(sa.select(counted).select_from(table))

    def groups(table: sa.FromClause, by: Any) -> dict[str, int]:
        found = _pairs(connection, sa.select(by, sa.func.count()).select_from(table).group_by(by))
        return {str(key or "unknown"): rows for key, rows in sorted(found, key=lambda p: str(p[0]))}

    decided = sa.select(schema.decisions).where(schema.decisions.c.undoes.is_(None)).subquery()
    anonymous = sa.select(sa.func.count()).select_from(stated)
    return {
        "reports": count(reports),
        "versions": count(versions),
        "texts": count(schema.texts),
        "characters": number(sa.select(sa.func.sum(schema.texts.c.characters))),
        "originals": count(schema.originals),
        "languages": groups(present, versions.c.language),
        "dates": groups(present, versions.c.published_precision),
        "attributions": count(stated),
        "types": groups(stated, said.c.type),
        "anonymous": number(anonymous.where(said.c.anonymous.is_(True))),
        "speaker_unknown": number(anonymous.where(said.c.anonymous.is_(None))),
        "speakers": count(stated, said.c.speaker),
        "hops": groups(relayed, schema.hops.c.how),
        "publishers": count(present, versions.c.outlet),
        "relays": count(relayed, schema.hops.c.outlet),
        "decisions": groups(schema.corrections, schema.corrections.c.action),
        "statements": count(schema.statements),
        "derivations": count(schema.derivations),
        "untraced": count(schema.touched),
        "trace_decisions": groups(decided, decided.c.kind),
    }


def _pairs(connection: Connection, query: sa.Select[Any]) -> list[tuple[Any, int]]:
    return [(row[0], row[1]) for row in connection.execute(query)]
