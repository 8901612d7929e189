"""Statements are brought up to date beside the server; nobody waits for what others added."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
import small_ledger

from rawi import Ledger, read
from rawi.ledger.listing import Untraced
from rawi.web import tracing
from rawi.web.tracing import Beside, ServedLedger, Settling

V1 = "/api/v1"
TEXT = "The bridge is open again, mayor Lev Korban said."


def statements(client: Any) -> set[str]:
    return {one["id"] for one in client.get(f"{V1}/statements?limit=100").json()["items"]}


def added_by_another(where: str) -> None:
    with Ledger(where) as other:
        other.add([read(TEXT, language="en")])


def awaited(what: Callable[[], bool]) -> None:
    """Wait until something is so: the process beside loads the model first."""
    end = time.monotonic() + 120
    while not what():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_what_others_add_is_traced_beside(client: Any, where: str) -> None:
    before = statements(client)
    assert before
    added_by_another(where)
    with Ledger(where) as there:
        assert statements(client) == before  # as far as is known, at once
        assert "1 report waits to be traced" in client.get("/").text
        awaited(lambda: not there.untraced().reports and not there.untraced().unfinished)
    assert len(statements(client)) == len(before) + 1
    assert "to be traced" not in client.get("/").text


def test_what_is_decided_here_is_traced_before_the_next_answer(client: Any) -> None:
    before = statements(client)
    asked = {"kind": "same", "subjects": ["war/a1", "wheat/a1"], "who": "Mona"}
    assert client.post(f"{V1}/decisions", json=asked).status_code == 201
    assert len(statements(client)) == len(before) - 1


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whenever the process beside would be started, tell it here instead."""
    started: list[str] = []
    monkeypatch.setattr(Beside, "start", lambda _: started.append("started"))
    return started


def test_much_is_left_to_the_process_even_where_it_was_given_here(
    where: str, beside: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracing, "FEW", 2)
    ledger = ServedLedger(where, create=False, patience=5)
    assert ledger.statements().rows == ()  # three reports, none of which was traced yet
    assert beside == ["started"]
    monkeypatch.setattr(tracing, "FEW", 3)
    assert ledger.statements().rows
    assert beside == ["started"]
    ledger.close()


def test_what_others_add_is_never_traced_in_a_request(where: str, beside: list[str]) -> None:
    ledger = ServedLedger(where, create=False, patience=5)
    known = ledger.statements().rows
    added_by_another(where)
    assert ledger.statements().rows == known
    assert beside == ["started"]
    ledger.correct("war", "a2", "reject", by="Mona")  # then both are
    assert ledger.statements().rows != known
    assert not ledger.untraced().reports
    ledger.close()


def test_who_adds_comes_before_who_traces() -> None:
    def waits(reports: int, unfinished: bool = False) -> Untraced:
        return Untraced(reports=reports, unfinished=unfinished, never=False)

    settling = Settling()
    looks = [(0, 0), (30, 1), (60, 2), (90, 3), (90, 4), (0, 5), (7, 6), (7, 7)]
    told = [settling.is_due(waits(reports), at) for reports, at in looks]
    assert told == [False, False, False, False, True, False, False, True]
    busy = Settling()  # ever more is added: it is traced now and then all the same
    due = [at for at in range(200) if busy.is_due(waits(at + 1), at)]
    assert due == [60, 120, 180]
    assert [busy.is_due(waits(0, unfinished=True), at) for at in (200, 201)] == [False, True]


def test_the_process_ends_with_the_server(where: str) -> None:
    beside = Beside(str(small_ledger.make(where + "-2")), 5.0)
    beside.start()
    process = beside._process
    assert process.is_alive()
    beside.start()
    assert beside._process is process  # one is enough
    beside.close()
    assert not process.is_alive()
    beside.start()
    assert not beside.runs
