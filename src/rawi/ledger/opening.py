"""Opening a ledger: made where there is none, brought up to date, refused where it is newer."""

from __future__ import annotations

import os
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine

from rawi.errors import LedgerError, NoLedgerError
from rawi.ledger import dialects, indexing
from rawi.ledger.dialects import explained, shown

#: The revision that this Rawi's tables have: the last of `migrations/versions`.
HEAD = "0006"
_MIGRATIONS = Path(__file__).with_name("migrations")
_VERSION = "alembic_version"


def opened(where: str | os.PathLike[str], *, create: bool, patience: float) -> tuple[URL, Engine]:
    """Return a ledger's database, up to date; raises LedgerError.

    `create` makes a ledger where there is none (a PostgreSQL database must be there, empty);
    without it that is a NoLedgerError.
    """
    url = dialects.url_of(where)
    _check_file(url, create)
    engine = dialects.engine_of(url, patience)
    try:
        with explained(url):
            with engine.connect() as connection:
                found = _revision(connection, url)
            if found != HEAD:
                if found is None and not create:
                    raise NoLedgerError(shown(url), "no ledger there yet: rawi add makes one")
                with dialects.writing(engine) as connection:
                    _bring_up(connection, url)
            indexing.bring_up(engine)
    except BaseException:
        engine.dispose()
        raise
    return url, engine


def _check_file(url: URL, create: bool) -> None:
    if url.get_backend_name() != "sqlite" or create or url.database in (None, "", ":memory:"):
        return
    if not os.path.exists(str(url.database)):
        raise NoLedgerError(shown(url), "no such ledger: rawi add makes one")


def _revision(connection: Connection, url: URL) -> str | None:
    """Return the revision of a ledger, None of an empty database; raises LedgerError."""
    tables = set(sa.inspect(connection).get_table_names())
    if _VERSION not in tables:
        if tables:
            raise LedgerError(shown(url), "a database, but no ledger: it has other tables in it")
        return None
    found: str | None = connection.scalar(sa.text(f"SELECT version_num FROM {_VERSION}"))
    if found is not None and not {"reports", "readings"} <= tables:
        raise LedgerError(shown(url), "a database, but no ledger: it has other tables in it")
    return found


def _bring_up(connection: Connection, url: URL) -> None:
    """Run the migrations that are missing, in the transaction of the connection."""
    found = _revision(connection, url)  # again: another process may have done it meanwhile
    if found == HEAD:
        return
    if found is None:
        dialects.check_new(connection, url)
    # 0.1 s to import, for new and old ledgers alone.
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)
    if found is not None and found not in {one.revision for one in script.walk_revisions()}:
        raise LedgerError(
            shown(url), f"made by a newer Rawi (revision {found}): update Rawi to open it"
        )
    environment = EnvironmentContext(
        config, script, fn=lambda revision, _: script._upgrade_revs(HEAD, revision)
    )
    environment.configure(connection=connection)
    environment.run_migrations()
