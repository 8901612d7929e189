"""`rawi follow` as a program: rounds, stopping, exit status; addresses as sources of `rawi add`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rawi import Ledger, __version__
from rawi.cli import main

sys.path.insert(0, str(Path(__file__).parents[1] / "intake" / "web"))

from web_site import Site, answer

PAGE = (
    "<!DOCTYPE html><html lang='ar'><article><p>قال الوزير أحمد سعيد إن العمل في الميناء رقم {} "
    "يبدأ غدا، وأضاف أن السفن تصل تباعا.</p></article>"
)
Program = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def site() -> Iterator[Site]:
    one = Site()
    items = "".join(f"<item><link>/{number}</link></item>" for number in range(2))
    one.routes["/feed"] = answer(f"<rss><channel>{items}</channel></rss>", type="text/xml")
    one.routes |= {f"/{number}": answer(PAGE.format(number)) for number in range(2)}
    yield one
    one.close()


@pytest.fixture
def rawi(tmp_path: Path) -> Iterator[Program]:
    """Start `rawi` as a program of its own, with a ledger of its own."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: Any) -> subprocess.Popen[str]:
        source = str(Path(__file__).parents[2] / "src")
        env = os.environ | {"RAWI_LEDGER": str(tmp_path / "news.db"), "PYTHONPATH": source}
        env.pop("RAWI_CONTACT", None)
        program = subprocess.Popen(
            [sys.executable, "-m", "rawi", *map(str, arguments)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, encoding="utf-8",
            cwd=tmp_path,
        )  # fmt: skip
        started.append(program)
        return program

    yield start
    for program in started:
        if program.poll() is None:
            program.kill()
        program.communicate()


def test_once(site: Site, rawi: Program, tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_text(f"<opml><outline xmlUrl='{site.url}/feed'/></opml>")
    arguments = ("follow", "feeds.opml", "--once", "--allow-private", "--delay", "0.2",
                 "--contact", "desk@example.org")  # fmt: skip
    first = rawi(*arguments)
    out, err = first.communicate(timeout=180)
    assert (first.returncode, err) == (0, "")
    (line,) = out.splitlines()
    assert line[4] + line[10] + line[19:22] == "-TZ  "
    assert line[22:] == "1 feed, 2 new pages: 2 added"
    assert {one.headers["user-agent"] for one in site.requests} == {
        f"Rawi/{__version__} (desk@example.org)"
    }
    again = rawi(*arguments)
    assert again.communicate(timeout=180)[0][22:] == "1 feed, 0 new pages\n"
    assert site.paths == ["/feed", "/0", "/1", "/feed"]
    with Ledger(tmp_path / "news.db") as ledger:
        assert len(list(ledger.reports())) == 2


def test_a_feed_that_fails_is_told_and_costs_no_other(site: Site, rawi: Program) -> None:
    program = rawi("follow", f"{site.url}/gone", f"{site.url}/feed", "gone.opml", "--once",
                   "--allow-private", "--delay", "0.2")  # fmt: skip
    out, err = program.communicate(timeout=180)
    assert program.returncode == 1
    assert out[22:] == "2 feeds (1 failed), 2 new pages: 2 added\n"
    assert err.splitlines() == [
        "rawi: gone.opml: no such file or directory",
        f"rawi: {site.url}/gone: there is no such page (HTTP status 404)",
    ]


def test_nothing_to_follow(rawi: Program, site: Site) -> None:
    program = rawi("follow", "gone.opml", "--once")
    out, err = program.communicate(timeout=180)
    assert (program.returncode, out) == (1, "")
    assert err.splitlines()[-1] == "rawi: gone.opml: nothing to follow"


def test_it_is_stopped_between_two_rounds(site: Site, rawi: Program) -> None:
    program = rawi("follow", f"{site.url}/feed", "--allow-private", "--delay", "0.2")
    assert program.stdout
    assert program.stdout.readline().endswith("2 new pages: 2 added\n")
    began = time.monotonic()
    program.send_signal(signal.SIGINT)
    out, err = program.communicate(timeout=60)
    assert (program.returncode, out, err) == (0, "", "")
    assert time.monotonic() - began < 20


def test_it_is_stopped_in_a_round(site: Site, rawi: Program, tmp_path: Path) -> None:
    items = "".join(f"<item><link>/p{number}</link></item>" for number in range(100))
    site.routes["/feed"] = answer(f"<rss>{items}</rss>", type="text/xml")
    site.routes |= {f"/p{number}": answer(PAGE.format(number)) for number in range(100)}
    program = rawi("follow", f"{site.url}/feed", "--allow-private", "--delay", "0.2")
    while len(site.paths) < 4:
        time.sleep(0.05)
    program.send_signal(signal.SIGTERM)
    out, err = program.communicate(timeout=60)
    assert (program.returncode, err) == (0, "")
    with Ledger(tmp_path / "news.db") as ledger:
        kept = len(list(ledger.reports()))
    assert 1 <= kept < 100
    assert out[22:] == f"1 feed, 100 new pages: {kept} added; {100 - kept} waiting\n"


def test_killed_it_goes_on(site: Site, rawi: Program, tmp_path: Path) -> None:
    items = "".join(f"<item><link>/p{number}</link></item>" for number in range(12))
    site.routes["/feed"] = answer(f"<rss>{items}</rss>", type="text/xml")
    site.routes |= {f"/p{number}": answer(PAGE.format(number)) for number in range(12)}
    arguments = ("follow", f"{site.url}/feed", "--once", "--allow-private", "--delay", "0.2")
    for _ in range(2):
        before = len(site.paths)
        program = rawi(*arguments)
        while len(site.paths) < before + 4:
            time.sleep(0.02)
        program.kill()
        program.wait()
    last = rawi(*arguments)
    last.communicate(timeout=180)
    assert last.returncode == 0
    with Ledger(tmp_path / "news.db") as ledger:
        reports = list(ledger.reports())
    assert sorted(str(one.url) for one in reports) == sorted(
        f"{site.url}/p{number}" for number in range(12)
    )


@pytest.mark.parametrize(
    "arguments",
    [["follow"], ["follow", "x", "--every", "5s"], ["follow", "x", "--every", "soon"],
     ["follow", "x", "--every", "99d"], ["follow", "x", "--every", "-5m"],
     ["follow", "x", "--delay", "0"], ["follow", "x", "--contact", "a\r\nb"],
     ["add", "https://news.example/", "--contact", "(x)"]],
)  # fmt: skip
def test_what_cannot_be_asked(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").write_text("https://news.example/\n")
    result = CliRunner().invoke(main, arguments, prog_name="rawi")
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_an_address_is_added(site: Site, rawi: Program, tmp_path: Path) -> None:
    program = rawi("add", f"{site.url}/0", f"{site.url}/gone")
    _, err = program.communicate(timeout=180)
    assert program.returncode == 1
    assert err.count("--allow-private lets it be fetched") >= 2
    assert site.requests == []
    program = rawi("add", f"{site.url}/0", f"{site.url}/gone", "--allow-private", "--quiet")
    _, err = program.communicate(timeout=180)
    assert program.returncode == 1
    assert err == f"rawi: {site.url}/gone: there is no such page (HTTP status 404)\n"
    with Ledger(tmp_path / "news.db") as ledger:
        (report,) = ledger.reports()
    assert report.url == f"{site.url}/0"
