"""What people decided about who is who, as names that are one person's or two persons'."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, Literal

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.authority.persons.grouping import Pair, Verdict, pair
from rawi.ledger import schema
from rawi.records import Decision

#: The kinds of decisions that are about speakers.
KINDS: Final[dict[str, Verdict]] = {"same-speaker": "same", "different-speakers": "different"}
SpeakerKind = Literal["same-speaker", "different-speakers"]
#: What was decided of pairs of names, the earliest first.
Verdicts = dict[Pair, Verdict]


def verdicts(connection: Connection) -> Verdicts:
    """Return what stands: of two decisions about one pair the later."""
    table = schema.decisions
    undone = sa.select(table.c.undoes).where(table.c.undoes.is_not(None))
    query = (
        sa.select(table.c.body)
        .where(table.c.kind.in_(list(KINDS)), table.c.undoes.is_(None), table.c.id.not_in(undone))
        .order_by(table.c.id)
    )
    found: Verdicts = {}
    for body in connection.scalars(query):
        one = msgspec.json.decode(body, type=Decision)
        for key in pairs(one):
            found.pop(key, None)  # the later one counts, in its place
            found[key] = KINDS[one.kind]
    return found


def pairs(one: Decision) -> list[Pair]:
    """Return the pairs of names that a decision is about."""
    if one.kind == "same-speaker":
        first = one.names[0]
        rest = (*one.names[1:], *one.other_names)
        return [pair(first, name) for name in rest if name != first]
    return [pair(a, b) for a in one.names for b in one.other_names if a != b]


def partners(verdicts: Verdicts, names: Collection[str]) -> set[str]:
    """Return the names about which something was decided together with some names."""
    mine = set(names)
    return {name for key in verdicts if not mine.isdisjoint(key) for name in key} - mine
