"""Ledgers are brought up to date; what is none, or newer than the program, is refused."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import rawi.ledger.opening
from rawi import Ledger, LedgerError
from rawi.errors import NoLedgerError, UsageError
from rawi.ledger.dialects import FULL_TEXT
from rawi.ledger.schema import metadata


def not_full_text(name: str | None, kind: str, _: object) -> bool:
    """Leave the tables of full text out, which are each database's own."""
    return kind != "table" or not str(name).startswith(FULL_TEXT)


def test_the_migrations_make_what_the_schema_says(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        options = {"compare_type": True, "include_name": not_full_text}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_the_program_knows_its_last_migration() -> None:
    folder = Path(rawi.ledger.opening.__file__).with_name("migrations")
    assert ScriptDirectory(str(folder)).get_current_head() == rawi.ledger.opening.HEAD


def test_a_newer_ledger_is_refused(ledger: Ledger, where: str) -> None:
    with ledger.engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LedgerError, match=r"made by a newer Rawi \(revision 9999\): update Rawi"):
        Ledger(where)


def test_an_encoding_that_cannot_hold_every_text_is_refused(where: str) -> None:
    if "://" not in where:
        pytest.skip("SQLite holds every text")
    ascii = sa.make_url(where).set(database="rawi_ascii").render_as_string(hide_password=False)
    server = sa.create_engine(where, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(
            "CREATE DATABASE rawi_ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'"
        )
        with pytest.raises(LedgerError, match="its encoding is SQL_ASCII"):
            Ledger(ascii)
        connection.exec_driver_sql("DROP DATABASE rawi_ascii WITH (FORCE)")
    server.dispose()


def test_another_database_is_refused(where: str) -> None:
    with Ledger(where) as ledger, ledger.engine.begin() as connection:
        metadata.drop_all(connection)
        connection.execute(sa.text("CREATE TABLE birds (name TEXT)"))
    with pytest.raises(LedgerError, match="a database, but no ledger"):
        Ledger(where)


def test_a_database_of_others_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "birds.db"
    sqlite3.connect(path).execute("CREATE TABLE birds (name TEXT)").connection.close()
    with pytest.raises(LedgerError, match=r"birds\.db: a database, but no ledger"):
        Ledger(path)


def test_where_one_should_be_none_is_made(where: str, tmp_path: Path) -> None:
    with pytest.raises(NoLedgerError, match="rawi add makes one"):
        Ledger(where, create=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("text.db", "this file is no ledger"),
        ("", "a folder, not a ledger"),
        ("none/ledger.db", "there is no folder"),
    ],
)
def test_a_path_that_is_no_ledger(tmp_path: Path, name: str, fault: str) -> None:
    (tmp_path / "text.db").write_text("not a ledger, but long enough to be looked at\n" * 30)
    with pytest.raises(LedgerError, match=fault):
        Ledger(tmp_path / name)


@pytest.mark.parametrize("url", ["mysql://a@b/c", "http://", "postgresql://a:b:c/d"])
def test_a_url_that_is_no_ledger(url: str) -> None:
    with pytest.raises(UsageError):
        Ledger(url)


def test_no_password_is_shown() -> None:
    with pytest.raises(LedgerError) as raised:
        Ledger("postgresql://ann:secret@127.0.0.1:1/none")
    assert "secret" not in str(raised.value)
    assert "127.0.0.1:1/none: the connection failed" in str(raised.value)
