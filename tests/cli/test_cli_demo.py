"""`rawi demo`: the story that comes with Rawi."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from rawi.cli import main
from rawi.demo import FIRST, STORY

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shown() -> str:
    done = CliRunner().invoke(main, ["demo"])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_it_shows_what_the_story_has(shown: str) -> None:
    lines = shown.splitlines()
    assert "4 languages" in lines[1]
    assert "1 independent origin · among 12 reports" in lines[1]
    assert f"● Гавань ТВ · ru · 2031-03-04 07:30 · {FIRST} · A" in lines[3]
    assert "B en ×3, fr ×2, ar ×1  ← “почти” is lost in Miropol Info (en)" in shown
    assert "⚠ الأفق الزراعي credits رويترز, reads like Miropol Info" in shown
    assert "✗ ليلى سركيس · وكالة السارية denies it · 2031-03-06 10:00" in shown
    assert "1 carrier later, and without it: Agro Matin" in shown


def test_the_story_is_among_the_examples() -> None:
    assert (ROOT / "examples" / "06-story.jsonl").read_bytes() == STORY.read_bytes()


def test_its_dossier(tmp_path: Path) -> None:
    page = tmp_path / "dossier.html"
    done = CliRunner().invoke(main, ["demo", "--html", str(page)])
    assert done.exit_code == 0, done.output
    assert "Leyla Sarkis" in page.read_text("utf-8")
