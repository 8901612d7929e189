"""A ledger with a story in several languages, right to left among them, and an app over it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

pytest.importorskip("litestar")

from litestar import Litestar
from litestar.testing import TestClient

sys.path.insert(0, str(Path(__file__).parents[2] / "tracing"))

from story import story

from rawi import Ledger, read
from rawi.records import Report
from rawi.web.app import create_app
from rawi.web.settings import Settings

ROOT = Path(__file__).parents[3]
ARABIC = (
    "صرح عمدة أوترادا ليف كوربان في مقابلة مع قناة ماياك بأن برج المدينة تضرر بنسبة 30 في "
    'المئة تقريبا.\n\nوأضاف كوربان: "سنفتحه في يونيو إذا وصلت الحجارة".\n\n'
    "المصدر: وكالة كواي واير"
)
HOSTILE = (
    '<script>alert(1)</script> "<img src=x onerror=alert(2)>" said </mark> \u202eliar\u202c '
    "Otrada mayor Lev Korban said that the <b>bridge</b> is open. " + "x" * 3_000
)

Client = TestClient[Litestar]


def told(id: str, text: str, **more: str) -> Report:
    """Return a report, read."""
    language = more.pop("language")
    return msgspec.structs.replace(read(text, language=language), id=id, **more)


@pytest.fixture(scope="session")
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger with the story, an Arabic copy, a long Arabic interview and a hostile report."""
    path = tmp_path_factory.mktemp("pages") / "story.db"
    long = (ROOT / "examples" / "01-interview.txt").read_text("utf-8")
    with Ledger(path) as ledger:
        ledger.add(
            [
                *story(),
                told(
                    "copy-ar", ARABIC, language="ar", publisher="الميناء",
                    published="2031-05-04T15:00:00Z", title="تضرر 30 في المئة من البرج",
                ),
                told("interview", long, language="ar", publisher="سند", published="2025-08-20"),
                told("hostile/1", HOSTILE, language="en", publisher='"><script>alert(3)</script>'),
            ]
        )  # fmt: skip
    return str(path)


@pytest.fixture(scope="session")
def damaged(where: str) -> str:
    """The id of the statement that most reports carry."""
    with Ledger(where) as ledger:
        found = ledger.trace("town tower has been damaged", limit=1).trace.statements
    return found[0].id


@pytest.fixture
def client(where: str) -> Iterator[Client]:
    """Ask the app over that ledger."""
    with TestClient(create_app(Settings(ledger=where)), base_url="http://127.0.0.1:8077") as made:
        yield made


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Client]:
    """Ask an app over an empty ledger that may be written to."""
    app = create_app(Settings(ledger=str(tmp_path / "empty.db")))
    with TestClient(app, base_url="http://127.0.0.1:8077") as made:
        yield made
