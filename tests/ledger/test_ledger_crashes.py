"""Whatever comes between, no report is half kept, and the same command goes on.

`make soak` kills at 50 moments on each database; otherwise it is a few.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from dumping import Dump, dump

import rawi
from rawi import Ledger, LedgerError, Report
from rawi.errors import LedgerBusyError
from rawi.ledger.dialects import writing
from rawi.ledger.ledger import Added

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

KILLS = int(os.environ.get("RAWI_TEST_KILLS", "2"))
TEXT = "قال الوزير أحمد سعيد لقناة RTVI إن الطريق رقم {} سيفتح. وأضاف: «لا خوف». المصدر: تاس"
#: What `rawi add` says of the reports of `many` when all are added.
DONE = "140 added, 10 known, 10 changed"
PROGRAM = [sys.executable, "-m", "rawi"]


def start(*arguments: object, **more: Any) -> subprocess.Popen[str]:
    source = str(Path(rawi.__file__).parents[1])
    return subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": source},
        encoding="utf-8",
        **more,
    )


def add(where: str, source: Path, *more: object) -> str:
    """Run `rawi add` to its end; return what it says."""
    process = start("add", source, "--ledger", where, *more)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return errors


def report(number: int) -> Report:
    return Report(id=f"r{number}", text=TEXT.format(number))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some hundred reports: copies, changed ones and pages among them."""
    folder = tmp_path_factory.mktemp("news")
    lines = [
        {"id": f"r{number % 110}", "text": TEXT.format(number % 110 if number < 120 else number)}
        for number in range(130)
    ]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    (folder / "a.jsonl").write_text(text, encoding="utf-8")
    for number in range(30):
        path = folder / f"{number:02}.txt"
        path.write_text(TEXT.format(f"{number} من الملفات"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(many: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Dump, float]:
    """The ledger as it should be, and how long it takes to make it."""
    where = str(tmp_path_factory.mktemp("undisturbed") / "ledger.db")
    began = time.monotonic()
    assert DONE in add(where, many)
    return dump(where), time.monotonic() - began


def wait_for_a_report(where: str, process: subprocess.Popen[str]) -> None:
    """Wait until the process has added a report, or has ended."""
    while process.poll() is None:
        with suppress(LedgerError):  # there is no ledger yet
            if dump(where)["reports"]:
                return
        time.sleep(0.02)


def empty(where: str) -> None:
    """Make a ledger as if it had never been."""
    if "://" not in where:
        for path in Path(where).parent.glob(Path(where).name + "*"):
            path.unlink()
        return
    engine = sa.create_engine(where)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    engine.dispose()


def check_whole(where: str) -> None:
    """No report is half kept: each has its version, each version its text and its reading."""
    try:
        found = dump(where)
    except LedgerError:  # killed before there was one
        return
    versions = {row[0] for row in found["versions"]}
    assert {row[3] for row in found["reports"]} <= versions
    assert {row[0] for row in found["readings"]} == versions
    assert {row[1] for row in found["provenance"]} <= versions


def test_jobs_change_nothing(where: str, many: Path, undisturbed: tuple[Dump, float]) -> None:
    add(where, many, "--jobs", 2)
    assert dump(where) == undisturbed[0]
    assert "0 added, 160 known" in add(where, many, "--jobs", 2)
    assert dump(where) == undisturbed[0]


@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_at_any_moment(
    where: str, many: Path, undisturbed: tuple[Dump, float], jobs: int
) -> None:
    expected, seconds = undisturbed
    moments = random.Random(f"{where[:10]} {jobs}")
    for _ in range(KILLS // 2):
        empty(where)
        moment = moments.uniform(0.1, seconds)
        process = start("add", many, "--ledger", where, "--jobs", jobs, start_new_session=True)
        time.sleep(moment)
        process.kill()
        process.communicate(timeout=60)  # to the end of its children, who hold the pipes
        check_whole(where)
        add(where, many, "--jobs", jobs)
        assert dump(where) == expected, f"killed after {moment:.3f} s"


@pytest.mark.parametrize("begun", [False, True])
def test_interrupted(where: str, many: Path, undisturbed: tuple[Dump, float], begun: bool) -> None:
    process = start("add", many, "--ledger", where, "--jobs", 2, start_new_session=True)
    if begun:
        wait_for_a_report(where, process)
    else:
        time.sleep(0.3 * undisturbed[1])
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    # It may have been done; then the signal may have met Python on its way out.
    if process.returncode != 0 and DONE not in errors:
        # Python itself may not have been up yet: then the signal ends it.
        assert process.returncode == 130 or (not begun and process.returncode == -signal.SIGINT)
        assert "Traceback" not in errors or not begun
        assert not errors or not begun or "the same command goes on from here" in errors
    add(where, many)
    assert dump(where) == undisturbed[0]


def test_two_processes_at_once(where: str, many: Path, undisturbed: tuple[Dump, float]) -> None:
    both = [start("add", many, "--ledger", where) for _ in range(2)]
    for process in both:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    found, expected = dump(where), undisturbed[0]
    assert {name: len(rows) for name, rows in found.items()} == {
        name: len(rows) for name, rows in expected.items()
    }
    assert {row[1] for row in found["reports"]} == {row[1] for row in expected["reports"]}
    check_whole(where)


def test_a_ledger_that_another_writes_to(where: str) -> None:
    with Ledger(where) as holder, Ledger(where, patience=0.2) as ledger:
        busy = pytest.raises(LedgerBusyError, match="another process is writing to it")
        with writing(holder.engine), busy:
            ledger.add([report(1)])
        assert ledger.add([report(1)]) == Added(added=1)


def test_a_writer_waits_for_another(where: str) -> None:
    released = threading.Event()

    def hold(holder: Ledger) -> None:
        with writing(holder.engine):
            held.set()
            released.wait(30)

    held = threading.Event()
    with Ledger(where) as holder, Ledger(where) as ledger:
        thread = threading.Thread(target=hold, args=(holder,))
        thread.start()
        held.wait(30)
        threading.Timer(0.3, released.set).start()
        assert ledger.add([report(1)]) == Added(added=1)
        thread.join()


def test_a_full_disk(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db") as ledger:
        ledger.add([report(1)])

        @sa.event.listens_for(ledger.engine, "connect")
        def full(connection: sqlite3.Connection, _: object) -> None:
            connection.execute("PRAGMA max_page_count = 1")  # no less than there are

        ledger.close()
        with pytest.raises(LedgerError, match="no space left for it; nothing half kept"):
            ledger.add([report(number) for number in range(500)])
        sa.event.remove(ledger.engine, "connect", full)
        ledger.close()
        check_whole(str(tmp_path / "ledger.db"))
        added = ledger.add([report(number) for number in range(500)])
        assert added.added + added.known == 500
        assert len(list(ledger.reports())) == 500


def test_a_ledger_that_may_not_be_written(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db") as ledger:

        @sa.event.listens_for(ledger.engine, "connect")
        def read_only(connection: sqlite3.Connection, _: object) -> None:
            connection.execute("PRAGMA query_only = 1")

        ledger.close()
        with pytest.raises(LedgerError, match="cannot be written to: look at its permissions"):
            ledger.add([report(1)])


def test_a_connection_that_is_lost(where: str) -> None:
    if "://" not in where:
        pytest.skip("SQLite has no connection")
    with Ledger(where) as ledger:
        ledger.add([report(1)])

        @sa.event.listens_for(ledger.engine, "after_cursor_execute")
        def cut(connection: sa.Connection, *_: object) -> None:
            if connection.get_execution_options().get("rawi_writing"):
                connection.connection.dbapi_connection.close()

        with pytest.raises(LedgerError, match=r"the connection failed .* nothing half kept"):
            ledger.add([report(2)])
        sa.event.remove(ledger.engine, "after_cursor_execute", cut)
        assert ledger.add([report(1), report(2)]) == Added(added=1, known=1)


def test_a_server_that_ends_the_connection(where: str) -> None:
    if "://" not in where:
        pytest.skip("SQLite has no server")
    with Ledger(where) as ledger, Ledger(where) as other:
        ledger.add([report(1)])
        with other.engine.connect() as connection:
            connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
        # One that was lost while nobody used it is made again.
        assert ledger.add([report(1), report(2)]) == Added(added=1, known=1)
