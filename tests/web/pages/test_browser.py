"""The pages in a browser: both languages and colours, narrow and wide, by keys alone, no script."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from rawi import Ledger, read

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
uvicorn = pytest.importorskip("uvicorn")
pytest.importorskip("litestar")


CHROMIUM = os.environ.get("RAWI_TEST_CHROMIUM", "/usr/bin/chromium")
#: axe-core's script, unpacked from its npm package: see .ci/run.
AXE = Path(os.environ.get("RAWI_TEST_AXE", Path(__file__).parents[3] / ".axe" / "axe.min.js"))

pytestmark = pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"no browser at {CHROMIUM}")

PATHS = {
    "start": "/",
    "statements": "/?q=tower",
    "attributions": "/?q=tower&kind=attributions",
    "nothing": "/?q=zzz-nothing",
    "report": "/reports/interview",
    "arabic": "/reports/copy-ar",
    "hostile": "/reports/hostile%2F1",
    "amend": "/reports/interview/a2/amend",
    "statement": "/statements/{damaged}",
    "speakers": "/speakers",
    "speaker": "/speakers/Lev%20Korban",
    "outlets": "/outlets",
    "outlet": "/outlets/Quaywire",
    "add": "/add",
    "decisions": "/decisions",
    "keys": "/keys",
    "gone": "/reports/none",
}

Opened = Callable[..., Any]


@contextmanager
def serving(where: str) -> Iterator[str]:
    """Serve a ledger; yield the address."""
    from rawi.web.app import create_app
    from rawi.web.settings import Settings

    listener = socket.create_server(("127.0.0.1", 0))
    app = create_app(Settings(ledger=where, port=listener.getsockname()[1]))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none", http="h11"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def address(where: str) -> Iterator[str]:
    """The ledger of the story, served."""
    with serving(where) as there:
        yield there


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all."""
    with playwright.sync_playwright() as running:
        # A container has no name spaces of its own for the browser's sandbox.
        made = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[Opened]:
    """Open a page as somebody has set up the browser; no script of it may fail."""
    contexts = []
    faults: list[str] = []

    def go(
        path: str, *, language: str = "en", scheme: str = "light", width: int = 1280,
        script: bool = True, base: str = address,
    ) -> Any:  # fmt: skip
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, locale=language,
            java_script_enabled=script, bypass_csp=False,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        page.on(
            "request", lambda one: one.url.startswith((base, "data:")) or faults.append(one.url)
        )
        page.goto(base + path)
        return page

    yield go
    for context in contexts:
        context.close()
    assert faults == []


def follow(page: Any, selector: str) -> None:
    """Click a link and wait until the page that it leads to is there."""
    with page.expect_navigation():
        page.click(selector)


def enter(page: Any) -> None:
    """Press Enter and wait until the page that it leads to is there."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_page_fits_and_is_accessible(
    opened: Opened, damaged: str, language: str, scheme: str, width: int
) -> None:
    page = opened("/keys", language=language, scheme=scheme, width=width)
    base = page.url.removesuffix("/keys")
    wide, found = {}, {}
    for name, path in PATHS.items():
        page.goto(base + path.format(damaged=damaged))
        assert page.get_attribute("html", "dir") == {"en": "ltr", "ar": "rtl"}[language]
        wide[name] = page.evaluate("document.documentElement.scrollWidth")
        if AXE.exists():
            found |= {f"{name}: {id}": nodes for id, nodes in violations(page).items()}
    assert {name for name, its in wide.items() if its > width} == set()
    assert found == {}


@pytest.mark.skipif(not AXE.exists(), reason=f"axe-core is not at {AXE}: see .ci/run")
def test_axe_finds_what_is_wrong(opened: Opened) -> None:
    page = opened("/keys")
    page.evaluate("document.querySelector('html').removeAttribute('lang')")
    assert "html-has-lang" in violations(page)


def violations(page: Any) -> dict[str, list[str]]:
    """Return what axe-core finds on a page, all that opens being open."""
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate(AXE.read_text("utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    options = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
    result = page.evaluate("options => axe.run(document, options)", options)
    return {
        one["id"]: [node["html"][:160] for node in one["nodes"][:4]] for one in result["violations"]
    }


@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_is_there_without_a_script(opened: Opened, damaged: str, language: str) -> None:
    page = opened("/", language=language, script=False, width=390)
    page.fill("#q", "tower")
    enter(page)
    assert "q=tower" in page.url
    follow(page, f'a[href="/statements/{damaged}"]')
    assert page.locator("svg").count() >= 1
    follow(page, 'tbody a[href^="/reports/copy-ar"]')
    page.click("#c-a1 summary >> nth=0")
    assert page.locator("#c-a1 dl").is_visible()
    follow(page, "#c-a1 .num")
    assert page.url.endswith("#t-a1")


def test_by_keys_alone(opened: Opened) -> None:
    page = opened("/")
    page.keyboard.press("/")
    page.keyboard.type("tower")
    enter(page)
    assert "q=tower" in page.url
    page.keyboard.press("j")
    enter(page)
    assert "/statements/" in page.url
    for _ in range(4):
        page.keyboard.press("j")
    page.keyboard.press("k")
    enter(page)
    assert "/reports/" in page.url
    page.keyboard.press("j")
    assert page.locator(".card.lit").count() == 1
    assert page.locator(".text .m.lit").count() >= 1
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open]")
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0


def test_a_decision_takes_two_keys_and_can_be_undone(opened: Opened, tmp_path: Path) -> None:
    where = str(tmp_path / "small.db")
    with Ledger(where) as ledger:
        text = "The bridge is open, mayor Lev Korban said."
        ledger.add([msgspec.structs.replace(read(text, language="en"), id="r1")])
    with serving(where) as base:
        page = opened("/reports/r1", base=base)
        page.keyboard.press("j")
        page.keyboard.press("d")
        page.keyboard.press("a")
        # nobody has said yet who decides: the field has the focus
        page.keyboard.type("Mona")
        enter(page)
        assert page.locator(".tag.decided").count() == 1
        for keys, there in (("du", 0), ("da", 1)):
            page.goto(f"{base}/reports/r1")
            page.keyboard.press("j")
            with page.expect_navigation():
                page.keyboard.press(keys[0])
                page.keyboard.press(keys[1])
            assert page.locator(".tag.decided").count() == there
        page.goto(f"{base}/reports/r1")
        page.keyboard.press("j")
        with page.expect_navigation():
            page.keyboard.press("d")
            page.keyboard.press("e")
        assert page.url.endswith("/amend")


def test_keys_can_be_turned_off(opened: Opened) -> None:
    page = opened("/keys")
    page.click("[data-keys-off]")
    page.keyboard.press("g")
    page.wait_for_timeout(200)
    assert page.url.endswith("/keys")


def test_a_mark_in_a_word_leaves_its_letters_joined(opened: Opened) -> None:
    page = opened("/reports/copy-ar")
    widths = page.evaluate(
        """() => {
            const text = document.querySelector('.text');
            const measure = (html) => {
                const line = document.createElement('span');
                line.style.whiteSpace = 'nowrap';
                line.innerHTML = html;
                text.append(line);
                const width = line.getBoundingClientRect().width;
                line.remove();
                return width;
            };
            const marked = '<mark class="m content">مستش</mark><mark class="m cue">فيات</mark>';
            return ['والمستشفيات', `وال${marked}`, 'وال مستش فيات'].map(measure);
        }"""
    )
    assert abs(widths[0] - widths[1]) < 0.6
    assert widths[2] > widths[0] + 2


def test_the_interface_and_the_colours_are_switched_and_remembered(opened: Opened) -> None:
    page = opened("/?q=tower", scheme="light")
    before = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    follow(page, '.settings a[href*="theme=dark"]')
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != before
    follow(page, '.settings a[lang="ar"]')
    assert page.get_attribute("html", "dir") == "rtl"
    assert page.url.endswith("/?q=tower")
    page.goto(page.url.replace("/?q=tower", "/outlets"))
    assert page.get_attribute("html", "lang") == "ar"
    assert page.get_attribute("html", "data-theme") == "dark"


def test_a_statement_prints_without_what_only_a_screen_needs(opened: Opened, damaged: str) -> None:
    page = opened(f"/statements/{damaged}")
    page.emulate_media(media="print")
    for hidden in (".top", ".actions", ".decide >> nth=0"):
        assert not page.locator(hidden).is_visible()
    assert page.locator("h1").is_visible()
