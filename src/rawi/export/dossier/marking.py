"""Outside text in a page: escaped, isolated, with its language and its direction."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from rawi.export.columns import direction
from rawi.export.safe import one_line
from rawi.records import Report, Span


def escaped(text: str) -> str:
    """Return a text that is safe in an element and in an attribute."""
    return escape(one_line(text))


def _run(language: str | None, text: str) -> str:
    lang = f' lang="{escaped(language)}"' if language else ""
    return f'{lang} dir="{direction(text) or "auto"}"'


def bdi(text: str, language: str | None = None) -> str:
    """Return a name that neither turns what is around it nor is turned by it."""
    return f"<bdi{_run(language, text)}>{escaped(text)}</bdi>"


def said(report: Report) -> str:
    """Return who published a report, and its language."""
    name = bdi(report.publisher, report.language) if report.publisher else "publisher unknown"
    return f"{name} ({escaped(report.language)})" if report.language else name


def quoted(text: str, language: str | None, changed: Sequence[Span] = ()) -> str:
    """Return words of a report as a quotation, ranges of it marked."""
    shown, at = "", 0
    for span in changed:
        shown += escaped_part(text[at : span.start])
        shown += f"<mark>{escaped_part(span.of(text))}</mark>"
        at = span.end
    shown += escaped_part(text[at:])
    return f"<q{_run(language, text)}>{shown}</q>"


def escaped_part(text: str) -> str:
    """Return a part of a line, the spaces at its ends kept."""
    return escape(one_line(text))
