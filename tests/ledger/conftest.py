"""Ledgers to test with: every test runs on SQLite and, where there is a server, on PostgreSQL."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from rawi import Ledger

#: The URL of a server on which databases may be made (`.ci/run` starts one).
SERVER = os.environ.get("RAWI_TEST_POSTGRESQL")


DATABASES = [
    "sqlite",
    pytest.param(
        "postgresql",
        marks=pytest.mark.skipif(not SERVER, reason="RAWI_TEST_POSTGRESQL names no server"),
    ),
]


@pytest.fixture(params=DATABASES)
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new ledger may be: a path, then the URL of an empty database."""
    with new_database(request.param, tmp_path) as where:
        yield where


@pytest.fixture(scope="module", params=DATABASES)
def shared_where(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Where a ledger may be that the tests of a module only look at."""
    with new_database(request.param, tmp_path_factory.mktemp("shared")) as where:
        yield where


@contextmanager
def new_database(kind: str, folder: Path) -> Iterator[str]:
    """Name a new database; gone afterwards."""
    if kind == "sqlite":
        yield str(folder / "ledger.db")
        return
    assert SERVER
    name = f"rawi_{uuid.uuid4().hex}"
    server = sa.create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    yield sa.make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger(where) as ledger:
        yield ledger


@pytest.fixture
def rows(ledger: Ledger) -> Callable[[sa.Select], list]:
    """Run a query on the ledger."""

    def run(query: sa.Select) -> list:
        with ledger.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(query)]

    return run
