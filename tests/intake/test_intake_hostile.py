"""Pages that are broken, or out to break: nothing crashes, nothing takes for ever."""

from __future__ import annotations

import contextlib
import time

import pytest

from rawi.errors import InputError
from rawi.intake import from_html
from rawi.records import Report

SENTENCE = "قال الوزير إن العمل سيبدأ غدا في كل المدن والقرى، وأضاف أن التمويل متوفر."
PARAGRAPH = f"<p>{SENTENCE}</p>"

HOSTILE = {
    "10,000 divs": "<html><body>" + "<div>" * 10_000 + PARAGRAPH + "</div>" * 10_000,
    "unclosed divs": "<html><body>" + "<div>" * 50_000 + PARAGRAPH,
    "unclosed fonts": "<font>" * 3_000 + PARAGRAPH,
    "unclosed everything": "<table><tr><td><b><ul><li><a><i>" * 200 + PARAGRAPH,
    "nested credits": "<div>" * 1_500 + "Source: x" + "</div>" * 1_500 + PARAGRAPH,
    "a script bomb": "<html><body><script>" + "while(1){}" * 100_000 + "</script>" + PARAGRAPH,
    "a JSON bomb": '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + PARAGRAPH,
    "a wide JSON": '<script type="application/ld+json">['
    + "{}," * 100_000
    + "{}]</script>"
    + PARAGRAPH,
    "many elements": "<body>" + "<p>a</p>" * 60_000 + PARAGRAPH,
    "an endless class": f'<div class="{"source " * 200_000}">{PARAGRAPH}</div>',
    "many attributes": f"<div {'a=b ' * 100_000}>{PARAGRAPH}</div>",
    "entities": "<p>" + "&amp;&lt;&rlm;" * 20_000 + PARAGRAPH,
    "characters of no use": "<p>&#xD800;&#0;&#1;&#x110000;\0\x01\ufffe</p>" + PARAGRAPH,
    "end tags": "</div></p></body></html>" * 500 + PARAGRAPH,
    "namespaces": "<o:p><v:shape xml:lang='x'>" * 50 + PARAGRAPH,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_text_is_found_all_the_same(name: str) -> None:
    begun = time.monotonic()
    report = from_html(HOSTILE[name])
    assert SENTENCE in report.text
    assert report.text.encode("utf-8")
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize(
    "page",
    ["<", "<!", "<!--" * 1000, "<a " * 10_000, "<html", "<![CDATA[", "<?", "&", "<svg><p>x",
     "<frameset><frame src=x></frameset>", "<script>" * 1000, "\0", "<p>\ud800"],
)  # fmt: skip
def test_scraps_give_a_report_or_an_input_error(page: str) -> None:
    with contextlib.suppress(InputError):
        assert isinstance(from_html(page), Report)
