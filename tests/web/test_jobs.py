"""Jobs: what is read in the background, told of as it goes, and kept within bounds."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

pytest.importorskip("litestar")

from rawi import Ledger, Report
from rawi.errors import BusyError
from rawi.web.adding import Outcome, of_report
from rawi.web.jobs import jobs as jobs_module
from rawi.web.jobs import streaming
from rawi.web.jobs.jobs import Jobs
from rawi.web.jobs.records import Job

V1 = "/api/v1"
TEXTS = [f"The bridge number {n} is open, mayor Lev Korban said." for n in range(3)]


def over(client: Any, where: str) -> dict[str, Any]:
    """Wait until a job is over."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        job: dict[str, Any] = client.get(where).json()
        if job["state"] in ("done", "failed", "cancelled"):
            return job
        time.sleep(0.05)
    raise AssertionError(job)


def events(text: str) -> list[dict[str, Any]]:
    """Return the events of a stream, each with its kind and its id."""
    found = []
    for block in text.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if "data" in fields:
            told = json.loads(fields["data"])
            found.append({**told, "kind": fields["event"], "id": int(fields["id"])})
    return found


def test_several_reports_become_a_job_with_events(client: Any) -> None:
    given = [{"text": text} for text in TEXTS] + [{"text": "a", "html": "b"}]
    made = client.post(f"{V1}/reports", json=given)
    assert made.status_code == 202, made.text
    where = made.headers["Location"]
    job = over(client, where)
    assert (job["state"], job["total"], job["done"]) == ("done", 4, 4)
    assert [one["outcome"] for one in job["outcomes"]] == ["added"] * 3 + ["skipped"]
    report = client.get(f"{V1}/reports/{job['outcomes'][0]['report']}").json()
    assert report["text"] == TEXTS[0]

    stream = client.get(f"{where}/events")
    assert stream.headers["content-type"].startswith("text/event-stream")
    told = events(stream.text)
    assert [one["kind"] for one in told] == ["progress"] * 5 + ["done"]
    assert [one["id"] for one in told] == [1, 2, 3, 4, 5, 6]
    rest = events(client.get(f"{where}/events", headers={"Last-Event-ID": "4"}).text)
    assert rest == told[4:]
    assert client.get(f"{where}/events", headers={"Last-Event-ID": "6"}).status_code == 204
    for hostile in ("-1", "x", "9" * 8 + "x", "1" * 5_000):
        again = client.get(f"{where}/events", headers={"Last-Event-ID": hostile})
        assert events(again.text) == told
    assert client.get(f"{V1}/jobs").json()["items"][0]["id"] == job["id"]


def test_an_address_of_this_machine_is_not_fetched(client: Any) -> None:
    made = client.post(f"{V1}/reports", json={"url": "http://127.0.0.1:9/secret"})
    assert made.status_code == 202
    job = over(client, made.headers["Location"])
    assert job["state"] == "failed"
    assert job["outcomes"][0]["outcome"] == "skipped"
    assert "127.0.0.1" in job["outcomes"][0]["fault"]
    for url in ("file:///etc/passwd", "nothing", "\0", "http://a b"):
        assert client.post(f"{V1}/reports", json={"url": url}).status_code == 422
    page = client.post("/add", files={"text": (None, "http://127.0.0.1:9/secret")})
    assert page.status_code == 422
    assert "skipped" in page.text


@pytest.mark.parametrize("id", ["nothing", "%F0%9F", "x" * 3_000])
def test_a_job_that_is_not_known_says_why(client: Any, id: str) -> None:
    for path in (id, f"{id}/events"):
        answer = client.get(f"{V1}/jobs/{path}")
        assert answer.status_code == 404
        assert "forgotten" in answer.json()["detail"]
    assert client.delete(f"{V1}/jobs/{id}").status_code == 404
    page = client.get(f"/jobs/{id}")
    assert page.status_code == 404
    assert "not known any more" in page.text
    assert client.post(f"/jobs/{id}/cancel").status_code == 404


def test_bodies_with_too_many_or_none_are_refused(client: Any) -> None:
    for given in ([], [{"text": "a"}] * 201, [{"text": 1}], [[]]):
        assert client.post(f"{V1}/reports", json=given).status_code == 400
    files = [("files", (f"{n}.txt", b"a")) for n in range(101)]
    assert client.post("/add", files=files).status_code == 400


def test_nothing_is_queued_read_only(served: Any) -> None:
    client = served(read_only=True)
    assert client.post(f"{V1}/reports", json=[{"text": "a"}]).status_code == 403
    assert client.delete(f"{V1}/jobs/x").status_code == 403


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[Jobs]:
    """Jobs over an empty ledger."""
    with Ledger(tmp_path / "jobs.db") as ledger:
        made = Jobs(ledger)
        yield made
        made.close()


def ended(jobs: Jobs, id: str) -> Job:
    """Wait until a job is over."""
    end = time.monotonic() + 30
    while not (job := jobs.get(id)) or not job.over:
        assert time.monotonic() < end
        time.sleep(0.01)
    return job


def test_the_queue_and_the_memory_are_bounded(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs_module, "WAITING", 2)
    monkeypatch.setattr(jobs_module, "REMEMBERED", 1)
    begun, go_on = Event(), Event()

    def slow() -> Report:
        begun.set()
        assert go_on.wait(30)
        return Report(id="slow", text=TEXTS[0])

    first = jobs.submit([of_report(slow), of_report(lambda: Report(id="b", text=TEXTS[1]))])
    assert begun.wait(30)
    second, third = jobs.submit([]), jobs.submit([])
    with pytest.raises(BusyError, match="later"):
        jobs.submit([])
    waiting = jobs.cancel(third.id)
    assert waiting is not None
    assert waiting.state == "cancelled"
    jobs.cancel(first.id)
    go_on.set()
    done = ended(jobs, second.id)
    broken = ended(jobs, first.id)
    assert (broken.state, len(broken.outcomes)) == ("cancelled", 0)
    assert done.fault == "no report in it"
    jobs.submit([])
    assert len([one for one in jobs.every() if one.over]) <= 2
    assert jobs.get(first.id) is None


def test_a_job_that_was_read_whole_is_done_whoever_cancels_it_then(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids: list[str] = []

    def kept(*given: Any) -> Outcome:
        while not ids:
            time.sleep(0.01)
        jobs.cancel(ids[0])  # too late: the last report is being kept
        return keep(*given)

    keep = jobs_module.kept
    monkeypatch.setattr(jobs_module, "kept", kept)
    ids.append(jobs.submit([of_report(lambda: Report(id="a", text=TEXTS[0]))]).id)
    job = ended(jobs, ids[0])
    assert (job.state, job.done, len(job.outcomes)) == ("done", 1, 1)


def test_a_job_that_the_end_of_the_server_broke_off_has_failed(jobs: Jobs) -> None:
    begun, go_on = Event(), Event()

    def slow() -> Report:
        begun.set()
        assert go_on.wait(30)
        return Report(id="b", text=TEXTS[1])

    job = jobs.submit([of_report(lambda: Report(id="a", text=TEXTS[0])), of_report(slow)])
    assert begun.wait(30)
    ending = Thread(target=jobs.close)
    ending.start()
    while not jobs.closed:
        time.sleep(0.01)
    go_on.set()
    ending.join(30)
    broken = ended(jobs, job.id)
    assert (broken.state, broken.done, len(broken.outcomes)) == ("failed", 1, 1)
    assert "ended before" in (broken.fault or "")


def test_the_bytes_that_wait_are_bounded(jobs: Jobs) -> None:
    begun, go_on = Event(), Event()

    def slow() -> Report:
        begun.set()
        assert go_on.wait(30)
        return Report(id="slow", text=TEXTS[0])

    jobs.submit([of_report(slow)])
    assert begun.wait(30)
    jobs.submit([], jobs_module.WEIGHT)
    with pytest.raises(BusyError, match="later"):
        jobs.submit([], 1)
    go_on.set()


def test_a_fault_of_one_job_costs_no_other(jobs: Jobs) -> None:
    def broken() -> Report:
        raise ZeroDivisionError

    bad = jobs.submit([of_report(broken)])
    good = jobs.submit([of_report(lambda: Report(id="a", text=TEXTS[0]))])
    assert ended(jobs, good.id).state == "done"
    failed = ended(jobs, bad.id)
    assert failed.state == "failed"
    assert "own" in (failed.fault or "")


@pytest.mark.anyio
async def test_a_client_that_goes_away_leaves_no_stream(jobs: Jobs) -> None:
    job = jobs.submit([])
    following = streaming.stream(jobs, job.id, 1_000)
    before = len(streaming._open)
    assert (await anext(following)).startswith(b"retry")
    assert len(streaming._open) == before + 1
    await following.aclose()  # type: ignore[attr-defined]
    assert len(streaming._open) == before


@pytest.fixture
def anyio_backend() -> str:
    """The loop that the server runs on."""
    return "asyncio"
