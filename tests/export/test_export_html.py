"""A report as HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from sample_report import REPORT, TEXT

from rawi.export.html import report_html
from rawi.export.segments import segments
from rawi.records import Attribution, Report, Span, Speaker


class Reader(HTMLParser):
    """Check that every element is closed in turn; gather the text of the report's box."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text = ""
        self._depth: int | None = None
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "br":
            return
        self.open.append(tag)
        if ("class", "rawi-text") in attrs:
            self._depth = len(self.open)

    def handle_endtag(self, tag: str) -> None:
        if self._depth == len(self.open):
            self._depth = None
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.text += data


def test_the_text_is_all_there() -> None:
    assert Reader(report_html(REPORT)).text == TEXT


def test_parts_are_marked_by_colour_and_line() -> None:
    html = report_html(REPORT)
    for role, line in (("content", "dotted"), ("source", "double"), ("cue", "wavy")):
        style = re.search(f'class="rawi-{role}" style="([^"]*)"', html)
        assert style is not None
        assert "background:#" in style[1]
        assert f"underline {line}" in style[1]
    assert '<mark class="rawi-cue"' in html
    assert 'title="a2 content, a3 content">لا</mark>' in html


def test_language_and_direction_are_declared() -> None:
    html = report_html(REPORT)
    assert '<section class="rawi-report" lang="ar">' in html
    assert '<div class="rawi-text" dir="auto"' in html
    assert '<q dir="auto" lang="ar">المخزون كاف … لا خوف</q>' in html


def test_the_list_beside() -> None:
    html = report_html(REPORT)
    assert html.count("<li>") == 3
    assert '→ <bdi lang="ar" title="said to">RTVI</bdi> → ' in html
    assert "(speaker unknown)" in html
    assert "note: <bdi>the encoding was guessed</bdi>" in html
    assert "No attributed statements" in report_html(Report(id="r", text="Rain."))


def test_nothing_is_fetched_or_run() -> None:
    assert Reader(report_html(REPORT)).tags <= {
        *("section", "p", "strong", "bdi", "div", "mark", "ol", "li", "br", "span", "q")
    }


def test_outside_text_is_escaped() -> None:
    bad = "\"><script>alert('x')</script>&amp;"
    report = Report(
        id=bad,
        text=bad,
        title=bad,
        publisher=bad,
        published=bad,
        language=bad,
        warnings=(bad,),
        attributions=(
            Attribution(
                id=bad,
                content=(Span(0, 9),),
                cue=(Span(3, 12),),
                type="direct",
                speaker=Speaker(name=bad, role=bad, anonymous=True),
            ),
        ),
    )
    html = report_html(report)
    assert "<script" not in html
    assert Reader(html).text == bad


def test_in_a_notebook() -> None:
    assert REPORT._repr_html_() == report_html(REPORT)


spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda two: Span(*sorted(two)))


@given(st.lists(st.tuples(spans, spans, spans), max_size=5))
def test_segments_are_the_text_with_its_marks(parts: list[tuple[Span, Span, Span]]) -> None:
    text = "0123456789"
    attributions = tuple(
        Attribution(id=f"a{number}", type="direct", content=(one,), source=(two,), cue=(three,))
        for number, (one, two, three) in enumerate(parts)
    )
    report = msgspec.structs.replace(REPORT, text=text, attributions=attributions)
    cut = list(segments(report))
    assert "".join(text[segment.start : segment.end] for segment in cut) == text
    for segment in cut:
        for position in range(segment.start, segment.end):
            assert set(segment.marks) == {
                (attribution.id, role)
                for attribution in attributions
                for role in ("content", "source", "cue")
                for span in getattr(attribution, role)
                if span.start <= position < span.end
            }
    Reader(report_html(report))
