"""Making the index anew: where it is missing, where another version of Rawi made it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from rawi.ledger import index, schema
from rawi.ledger.dialects import writing

#: Reports in one transaction.
BATCH: Final = 200
#: Stands for the maker of an index that is being made.
_UNDER_WAY = "under way"


def bring_up(engine: Engine) -> None:
    """Make the index anew unless this version of Rawi, or one that makes the same, made it."""
    with engine.connect() as connection:
        if index.is_current(connection):
            return
    rebuild(engine)


def rebuild(engine: Engine, on_progress: Callable[[int], None] | None = None) -> int:
    """Make the index anew from what is kept; return of how many reports.

    What was done is kept where this is broken off; the next opening begins again.
    `on_progress` is told how many reports were done.
    """
    with writing(engine) as connection:
        index.clear(connection)
        connection.execute(sa.update(schema.index_state).values(made_by=_UNDER_WAY))
    done = last = 0
    while True:
        with writing(engine) as connection:
            versions = index.present_versions(connection, last, BATCH)
            if not versions:
                connection.execute(sa.update(schema.index_state).values(made_by=index.VERSION))
                return done
            index.put_again(connection, versions)
        last = versions[-1]
        done += len(versions)
        if on_progress:
            on_progress(done)
