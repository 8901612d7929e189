"""The page of a job in a browser: it comes to its end by events, and without a script."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytest.importorskip("uvicorn")
pytest.importorskip("litestar")

from test_browser import AXE, CHROMIUM, browser, serving, violations

from rawi.web.jobs import jobs
from rawi.web.pages.handlers import adding

__all__ = ["browser"]

pytestmark = pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"no browser at {CHROMIUM}")

FILES: Any = [
    {"name": f"{n}.txt", "mimeType": "text/plain", "buffer": f"Rain {n}, Lev Korban said.".encode()}
    for n in range(40)
]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("script", [True, False])
def test_files_are_followed_to_their_end(
    browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: bool, language: str
) -> None:
    monkeypatch.setattr(adding, "_PATIENCE", 0.0)
    seen, kept = Event(), jobs.kept
    # The job waits until its page has been looked at, however fast reading is.
    monkeypatch.setattr(jobs, "kept", lambda *given: kept(*given) if seen.wait(30) else None)
    done = {"en": "Done", "ar": "اكتملت"}[language]
    with serving(str(tmp_path / "jobs.db")) as address:
        context = browser.new_context(
            locale=language, java_script_enabled=script, viewport={"width": 390, "height": 900}
        )
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(f"{address}/add")
        page.set_input_files("#files", FILES)
        page.click("button.first")
        page.wait_for_url("**/jobs/*")
        assert page.locator("progress").count() == 1
        found = violations(page) if script and AXE.exists() else {}
        seen.set()
        page.wait_for_selector(f"h2:has-text('{done}')", timeout=30_000)
        page.wait_for_load_state()
        assert page.locator(".outcomes li").count() == len(FILES)
        found |= violations(page) if script and AXE.exists() else {}
        assert found == {}
        assert faults == []
        context.close()
