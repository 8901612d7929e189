from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("litestar")

from litestar import Litestar
from litestar.testing import TestClient

sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))

import small_ledger

from rawi.web.app import create_app
from rawi.web.settings import Settings

Client = TestClient[Litestar]


@pytest.fixture
def where(tmp_path: Path) -> str:
    """A ledger of three reports."""
    return str(small_ledger.make(tmp_path / "small.db"))


@pytest.fixture
def served(where: str) -> Iterator[Callable[..., Client]]:
    """Serve that ledger; what is given are settings."""
    with ExitStack() as stack:

        def serve(**given: Any) -> Client:
            base = given.pop("base", "http://127.0.0.1:8077")
            app = create_app(Settings(**{"ledger": where, **given}))
            # A fault of the server's own is an answer here, as it is in use.
            client = TestClient(app, base_url=base, raise_server_exceptions=False)
            return stack.enter_context(client)

        yield serve


@pytest.fixture
def client(served: Callable[..., Client]) -> Client:
    """A client of the server as it runs by default."""
    return served()
