from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "intake" / "web"))

from web_site import Site

from rawi import Ledger
from rawi.following.follower import Follower, FollowOptions
from rawi.intake.web.urls import parse
from rawi.intake.web_options import WebOptions

WEB = WebOptions(
    allow_private=True, connect_timeout=10, read_timeout=20, total_timeout=40, delay=0, patience=1,
    retries=0,
)  # fmt: skip


@pytest.fixture
def site() -> Iterator[Site]:
    one = Site()
    yield one
    one.close()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger.db") as one:
        yield one


@pytest.fixture
def told() -> list[str]:
    """What was complained of."""
    return []


@pytest.fixture
def stop() -> Event:
    return Event()


@pytest.fixture
def follower(ledger: Ledger, site: Site, stop: Event, told: list[str]) -> Callable[..., Follower]:
    """A follower of feeds of the site, as a new process would make it."""

    def make(*paths: str, every: float = 60, web: WebOptions = WEB, **more: object) -> Follower:
        urls = [parse(path if "://" in path else f"{site.url}{path}") for path in paths]
        options = FollowOptions(every=every, web=msgspec.structs.replace(web, **more))
        return Follower(ledger, urls, options, stop, told.append)

    return make
