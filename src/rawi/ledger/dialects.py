"""Whatever differs between SQLite and PostgreSQL: types, connections, locks, errors, full text."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from rawi.errors import LedgerBusyError, LedgerError, UsageError
from rawi.ledger.documents import GAP, Document
from rawi.ledger.query import AnyOf, Node, Words

#: A row's number.  SQLite makes it the table's own order only where it is called INTEGER.
Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
#: A number that may pass 2³¹ (seconds, bytes).
Big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
#: A text that is ordered by its code points, whatever the database's own order is.
Bytewise = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
#: Rows that are found by their primary key alone lie in its index.
IN_KEY: dict[str, Any] = {"sqlite_with_rowid": False}

#: Whoever writes to a ledger on PostgreSQL holds this lock, as SQLite has one writer anyway.
_WRITER = 0x72617769
#: What is stored of a report takes 1 to 3 KB: of smaller pages of SQLite more is left empty.
_PAGE_SIZE = 16_384
_WRITING = "rawi_writing"
_FULL = ("disk is full", "No space left on device", "could not extend file")
_BUSY = ("database is locked", "database table is locked", "lock timeout", "locked by another")


def url_of(where: str | os.PathLike[str]) -> URL:
    """Return the database that a path or a URL names; raises UsageError for one of another kind.

    `postgresql://` is taken for `postgresql+psycopg://`, the one driver that Rawi uses.
    """
    given = os.fspath(where)
    if "://" not in given:
        return URL.create("sqlite", database=given)
    try:
        url = make_url(given)
    except (ArgumentError, ValueError):
        raise UsageError(
            "the ledger's URL cannot be understood: postgresql://USER@HOST/NAME"
        ) from None
    kind = url.get_backend_name()
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if kind == "sqlite":
        return url
    raise UsageError(f"{shown(url)}: a ledger is an SQLite file or on PostgreSQL, not on {kind}")


def shown(url: URL) -> str:
    """Return how messages name a ledger: a path, or a URL without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.render_as_string(hide_password=True)


def engine_of(url: URL, patience: float) -> Engine:
    """Return an engine; `patience` is how long to wait for another writer, in seconds."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, patience)
    try:
        engine = sa.create_engine(
            url,
            pool_pre_ping=True,
            connect_args={
                "connect_timeout": 10,
                "application_name": "rawi",
                "client_encoding": "utf8",
            },
        )
    except (ImportError, NoSuchModuleError):
        raise LedgerError(
            shown(url), "PostgreSQL needs the driver psycopg: pip install 'rawi[postgresql]'"
        ) from None
    milliseconds = max(1, round(patience * 1000))

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(_WRITING):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {milliseconds}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")

    return engine


def _sqlite(url: URL, patience: float) -> Engine:
    engine = sa.create_engine(url, connect_args={"timeout": patience, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _: Any) -> None:
        # The driver would begin transactions at moments of its own: here `begin` does.
        connection.isolation_level = None
        for pragma in (
            f"page_size = {_PAGE_SIZE}",  # of a new file
            "journal_mode = WAL",
            # A commit is on the disk when it returns: even a power cut loses nothing kept.
            "synchronous = FULL",
            "foreign_keys = ON",
            "cache_size = -32768",  # KiB
            # Pages of the index are written again and again: seldom to their place.
            "wal_autocheckpoint = 2000",
            "temp_store = MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(_WRITING)
        # One that reads first and then writes could find that another has written meanwhile.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def check_new(connection: Connection, url: URL) -> None:
    """Raise LedgerError where a database that is to become a ledger cannot hold every text."""
    if connection.dialect.name == "postgresql":
        encoding = connection.scalar(sa.text("SHOW server_encoding"))
        if encoding != "UTF8":
            fault = f"its encoding is {encoding}, which cannot hold every text"
            raise LedgerError(shown(url), f"{fault}: createdb --encoding UTF8 --template template0")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that alone writes; committed at the end, rolled back on any error."""
    with engine.connect() as connection:
        connection = connection.execution_options(**{_WRITING: True})
        with connection.begin():
            yield connection


def insert(connection: Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that have the same columns.

    They go to the driver as they are: compiling each anew would cost more than writing it.
    """
    columns = tuple(rows[0])
    statement = _insertion(connection.dialect, table, columns)
    connection.exec_driver_sql(statement, _in_order(columns, rows))


def _in_order(columns: tuple[str, ...], rows: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Return the values of rows by their columns; the driver takes these sooner than names."""
    if len(columns) == 1:
        return [(row[columns[0]],) for row in rows]
    return list(map(itemgetter(*columns), rows))


def select_in(
    connection: Connection, key: sa.Column[Any], values: Sequence[Any], *columns: sa.Column[Any]
) -> Sequence[Any]:
    """Return columns of the rows of a table whose key is among values, as the driver gives them.

    The values go to the driver as they are: compiling so many would cost more than finding them.
    """
    if not values:
        return []
    statement = _selection(connection.dialect, key, columns, len(values))
    return connection.exec_driver_sql(statement, tuple(values)).fetchall()


@lru_cache(maxsize=64)
def _selection(
    dialect: sa.Dialect, key: sa.Column[Any], columns: tuple[sa.Column[Any], ...], many: int
) -> str:
    quote = dialect.identifier_preparer.quote
    wanted = ", ".join(quote(column.name) for column in columns)
    places = ", ".join(["?" if dialect.name == "sqlite" else "%s"] * many)
    return f"SELECT {wanted} FROM {quote(key.table.name)} WHERE {quote(key.name)} IN ({places})"


@lru_cache(maxsize=64)
def _insertion(dialect: sa.Dialect, table: sa.Table, columns: tuple[str, ...]) -> str:
    quote = dialect.identifier_preparer.quote
    names = ", ".join(map(quote, columns))
    places = ", ".join(["?" if dialect.name == "sqlite" else "%s"] * len(columns))
    return f"INSERT INTO {quote(table.name)} ({names}) VALUES ({places})"


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turn the errors of databases into Rawi's, which name the ledger and the way out."""
    try:
        yield
    except DBAPIError as error:
        raise explanation(error, url) from None


def explanation(error: DBAPIError, url: URL) -> LedgerError:
    """Return the error that tells a person what a database's error means."""
    where = shown(url)
    said = " ".join(str(error.orig).split())
    if any(sign in said for sign in _BUSY):
        return LedgerBusyError(where, "another process is writing to it; try again when it is done")
    if any(sign in said for sign in _FULL):
        return LedgerError(
            where, "no space left for it; nothing half kept: make room and run the same again"
        )
    if "readonly database" in said or "read-only" in said:
        return LedgerError(where, "it cannot be written to: look at its permissions")
    if "not a database" in said:
        return LedgerError(where, "this file is no ledger")
    if "malformed" in said or "disk image" in said:
        return LedgerError(where, f"it is damaged ({said}): take a copy of it, then rawi doctor")
    if "unable to open database file" in said:
        return LedgerError(where, _unopened(where))
    if url.get_backend_name() == "sqlite":
        return LedgerError(where, f"{said}; nothing half kept")
    if error.connection_invalidated or isinstance(error, OperationalError):
        return LedgerError(
            where, f"the connection failed ({said}); nothing half kept: run the same again"
        )
    return LedgerError(where, said)


def _unopened(where: str) -> str:
    path = Path(where)
    if path.is_dir():
        return "a folder, not a ledger"
    if not path.parent.exists():
        return f"there is no folder {path.parent}"
    return "it cannot be opened: look at its permissions"


# Full text.  A document is two lines of terms (`documents`) with its *marks*, terms of their own
# that filters look for.  Its key orders it.  SQLite has them in FTS5 without their text, so that
# taking one out needs its very terms.  PostgreSQL has them as a tsvector, built here and never
# parsed from text; the terms of the head stand there twice, the second time behind a letter of
# their own, because weights would have to be looked up in every document that has the word.

#: Full text has tables of its own, which the schema does not tell of.
FULL_TEXT = ("fulltext_statements", "fulltext_reports")

#: Begins the terms of the head on PostgreSQL, and how many of them can be asked for as such.
_HEAD = "\ue002"
_MOST_HEAD = 1_000
#: KiB of a GIN index that are not yet sorted in.
_MOST_PENDING = 512

Indexed = tuple[int, Document, str]  # key, terms, marks parted by spaces


def make_full_text(connection: Connection) -> None:
    """Make the tables of full text."""
    for table in FULL_TEXT:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {table} USING fts5"
                "(head, rest, content='', columnsize=0, tokenize='ascii')"
            )
        else:
            connection.exec_driver_sql(
                f"CREATE TABLE {table} (key BIGINT PRIMARY KEY, terms TSVECTOR NOT NULL)"
            )
            # What waits to be sorted in is searched one by one: it has to be little.
            connection.exec_driver_sql(
                f"CREATE INDEX {table}_terms ON {table} USING gin (terms) "
                f"WITH (gin_pending_list_limit = {_MOST_PENDING})"
            )
            # Outlets and frequent speakers are among the terms whose frequency is known.
            connection.exec_driver_sql(
                f"ALTER TABLE {table} ALTER COLUMN terms SET STATISTICS 1000"
            )
            # Out of the table, they would cost more to look at than the planner knows.
            connection.exec_driver_sql(f"ALTER TABLE {table} ALTER terms SET STORAGE MAIN")


def clear_full_text(connection: Connection) -> None:
    """Take everything out of the tables of full text."""
    for table in FULL_TEXT:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('delete-all')")
        else:
            connection.exec_driver_sql(f"TRUNCATE {table}")


def purge_full_text(connection: Connection) -> None:
    """Leave nothing on the disk of the terms that were taken out of full text."""
    if connection.dialect.name == "sqlite":
        for table in FULL_TEXT:
            connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('optimize')")


def index_documents(connection: Connection, table: str, rows: Sequence[Indexed]) -> None:
    """Put documents into full text."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            f"INSERT INTO {table}(rowid, head, rest) VALUES (?, ?, ?)", _fts5_rows(rows)
        )
        return
    vectors = [(key, _tsvector(document, marks)) for key, document, marks in rows]
    connection.exec_driver_sql(
        f"INSERT INTO {table}(key, terms) VALUES (%s, CAST(%s AS tsvector))", vectors
    )


def unindex_documents(connection: Connection, table: str, rows: Sequence[Indexed]) -> None:
    """Take documents out of full text, given as they were put there."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            f"INSERT INTO {table}({table}, rowid, head, rest) VALUES ('delete', ?, ?, ?)",
            _fts5_rows(rows),
        )
        return
    keys = [(key,) for key, _, _ in rows]
    connection.exec_driver_sql(f"DELETE FROM {table} WHERE key = %s", keys)


def matching(
    connection: Connection, table: str, node: Node, span: tuple[int, int], most: int
) -> list[int]:
    """Return the keys in `[first, last]` of the documents that match, greatest first."""
    sql, wanted = _matching(connection, table, node)
    found = connection.exec_driver_sql(sql.format("key"), (wanted, *span, most))
    return [row[0] for row in found.fetchall()]


def how_many(
    connection: Connection, table: str, node: Node, span: tuple[int, int], most: int
) -> int:
    """Return how many documents `matching` would find, counted up to `most`."""
    sql, wanted = _matching(connection, table, node)
    counted = f"SELECT count(*) FROM ({sql.format('1')}) AS found"
    return int(connection.exec_driver_sql(counted, (wanted, *span, most)).scalar_one())


def _matching(connection: Connection, table: str, node: Node) -> tuple[str, str]:
    """Return a statement that wants columns, and its first parameter; then the span and a limit."""
    if connection.dialect.name == "sqlite":
        sql = (
            f"SELECT {{}} FROM (SELECT rowid AS key FROM {table} WHERE {table} MATCH ? "
            "AND rowid >= ? AND rowid <= ? ORDER BY rowid DESC LIMIT ?)"
        )
        return sql, _fts5(node)
    sql = (
        f"SELECT {{}} FROM {table} WHERE terms @@ CAST(%s AS tsquery) "
        "AND key >= %s AND key <= %s ORDER BY key DESC LIMIT %s"
    )
    return sql, _tsquery(node)


def full_text_damage(connection: Connection) -> str | None:
    """Return what is wrong with the tables of full text, None where nothing is."""
    if connection.dialect.name != "sqlite":
        return None
    for table in FULL_TEXT:
        try:
            connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")
        except DBAPIError as error:
            return f"the index is damaged ({error.orig})"
        finally:
            connection.rollback()
    return None


def damage(connection: Connection) -> list[str]:
    """Return what the database itself finds wrong, some of it."""
    if connection.dialect.name != "sqlite":
        return []
    found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    faults = [one for one in found if one != "ok"]
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20):
        faults.append(f"a row of {row[0]} refers to none of {row[2]}")
    return faults


def compact(engine: Engine) -> None:
    """Write the whole database anew, so that nothing that was removed stays in its files."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            with connection.begin():
                connection.exec_driver_sql("SELECT 1")
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA secure_delete = ON")
            raw.execute("VACUUM")
            (busy, *_) = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise LedgerBusyError(
                    shown(engine.url),
                    "another process is looking into it, so what was removed is still in its "
                    "file: rawi doctor --compact, when it is done",
                )
        else:
            connection = connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("VACUUM (FULL)")


def insert_new(connection: Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    """Add rows, leaving out those whose key is there already."""
    if rows:
        columns = tuple(rows[0])
        statement = f"{_insertion(connection.dialect, table, columns)} ON CONFLICT DO NOTHING"
        connection.exec_driver_sql(statement, _in_order(columns, rows))


def by_bytes(connection: Connection, column: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    """Return what orders a text by its code points, whatever the database's own order is."""
    return column if connection.dialect.name == "sqlite" else column.collate("C")


def _fts5_rows(rows: Sequence[Indexed]) -> list[tuple[int, str, str]]:
    return [(key, document.head, f"{document.rest} {marks}") for key, document, marks in rows]


def _fts5(node: Node) -> str:
    if isinstance(node, Words):
        column = "head : " if node.head else ""
        return f'{column}"{" ".join(node.terms)}"{" *" if node.prefix else ""}'
    if isinstance(node, AnyOf):
        return f"({' OR '.join(map(_fts5, node.parts))})"
    without = "".join(f" NOT {_fts5(part)}" for part in node.without)
    return f"(({' AND '.join(map(_fts5, node.parts))}){without})"


def _tsquery(node: Node) -> str:
    if isinstance(node, Words):
        begins = _HEAD if node.head else ""
        ends = ["" for _ in node.terms[1:]] + [":*" if node.prefix else ""]
        terms = (f"'{begins}{term}'{end}" for term, end in zip(node.terms, ends, strict=True))
        return f"({' <-> '.join(terms)})"
    if isinstance(node, AnyOf):
        return f"({' | '.join(map(_tsquery, node.parts))})"
    without = "".join(f" & !{_tsquery(part)}" for part in node.without)
    return f"({' & '.join(map(_tsquery, node.parts))}{without})"


def _tsvector(document: Document, marks: str) -> str:
    head = document.head.split()
    placed = [f"'{term}':{at}" for at, term in enumerate(head, 1) if term != GAP]
    placed += [
        f"'{_HEAD}{term}':{at}" for at, term in enumerate(head[:_MOST_HEAD], 1) if term != GAP
    ]
    # A place is left free between the two, as GAP leaves one.
    placed += [
        f"'{term}':{at}"
        for at, term in enumerate(document.rest.split(), len(head) + 2)
        if term != GAP
    ]
    return " ".join(placed + [f"'{mark}'" for mark in marks.split()])
