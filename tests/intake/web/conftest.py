from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from web_site import Site

from rawi.intake.web.answers import Fetched
from rawi.intake.web.fetching import Fetcher
from rawi.intake.web.urls import parse
from rawi.intake.web_options import WebOptions

#: Open to this machine, and patient enough for one that has much else to do.
OPTIONS = WebOptions(
    allow_private=True, connect_timeout=10, read_timeout=20, total_timeout=40, delay=0, patience=1
)


@pytest.fixture
def site() -> Iterator[Site]:
    one = Site()
    yield one
    one.close()


@pytest.fixture
def options() -> WebOptions:
    return OPTIONS


@pytest.fixture
def fetch(site: Site) -> Callable[..., Fetched]:
    """Fetch a path of the site."""

    def run(path: str = "/", options: WebOptions = OPTIONS, **more: object) -> Fetched:
        url = path if "://" in path else f"{site.url}{path}"
        return Fetcher(options).fetch(parse(url), **more)  # type: ignore[arg-type]

    return run
