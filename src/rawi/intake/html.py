"""HTML page → Report: the article as text, and beside it what the page says of itself."""

from __future__ import annotations

from rawi.errors import FormatError, InputError
from rawi.intake.charset import declared_charset, known_charset
from rawi.intake.claims import told_language
from rawi.intake.decoding import BOM_WARNING, decode
from rawi.intake.limits import MAX_ELEMENTS
from rawi.intake.page_body import article_lines
from rawi.intake.page_dates import from_layout
from rawi.intake.page_facts import Facts, find_facts
from rawi.intake.page_marks import Marks, find_marks
from rawi.intake.page_text import block_text
from rawi.intake.page_tree import Element, count_elements, empty, parse_page, tame
from rawi.intake.page_words import credited
from rawi.intake.publishers import publisher_at
from rawi.intake.restoring import key, restore
from rawi.intake.text import lone_surrogate
from rawi.records import Report

# Left out where all visible text is taken for want of an article.
_FURNITURE = ("nav", "aside", "footer", "header", "form", "button", "menu", "dialog")

# How far down an article its title may stand once more, with only menus before it.
_HEAD_LINES = 12
_HEAD_CHARACTERS = 300
_NO_ARTICLE = "no article text found"


def from_html(
    page: str | bytes, *, id: str = "page", url: str | None = None, charset: str | None = None
) -> Report:
    """Return the Report of a page; `url` is where it was found, None where unknown.

    `charset` is what the server says of its encoding, for a page in bytes; None where nothing.

    `text` is the article in the page's own characters; a title in front of it is left to
    `title`.  Captions are in `captions`.  A credit that stands in the article stays in
    `text`, every other is in `credits`.  Raises EncodingError for bytes that are no text,
    InputError for an empty page, FormatError for one without text.
    """
    data, warnings = _utf8(page, id, charset)
    if not data.strip():
        raise InputError(id, "empty: no text in it")
    root = parse_page(data)
    if root is None:
        raise FormatError(id, _NO_ARTICLE)
    return _report(root, id, url, warnings)


def _utf8(page: str | bytes, where: str, charset: str | None) -> tuple[bytes, list[str]]:
    """Return a page in UTF-8, and what is to be known of its encoding."""
    warnings: list[str] = []
    if isinstance(page, bytes):
        decoded = decode(page, where, declared=known_charset(charset) or declared_charset(page))
        # A mark is nothing to tell of a page: its text is an extraction in any case.
        page, warnings = decoded.text, [w for w in decoded.warnings if w != BOM_WARNING]
    elif lone_surrogate(page) is not None:
        raise FormatError(where, f"a lone surrogate at character {lone_surrogate(page)}")
    return page.removeprefix("\ufeff").replace("\0", "\ufffd").encode("utf-8"), warnings


def _report(root: Element, id: str, url: str | None, warnings: list[str]) -> Report:
    tame(root)
    is_small = count_elements(root, MAX_ELEMENTS) <= MAX_ELEMENTS
    marks = find_marks(root) if is_small else Marks()
    for element in marks.dropped:
        empty(element)
    facts = find_facts(root, url)
    page = block_text(root) if is_small else ""
    text = _article(root, facts, page) if is_small else ""
    if not text:
        text = block_text(root, _FURNITURE)
        warnings.append("no article was told apart: all visible text was taken")
    if not text.strip():
        raise FormatError(id, _NO_ARTICLE)
    language = told_language(facts.language, text, warnings)
    published = facts.published or from_layout(root, warnings)
    return Report(
        id=id,
        text=text,
        title=facts.title,
        publisher=publisher_at(facts.url, language) or facts.publisher,
        url=facts.url,
        published=published,
        modified=facts.modified if facts.modified != published else None,
        authors=tuple(facts.authors),
        language=language,
        captions=tuple(marks.captions),
        credits=tuple(_credits_beside([*marks.credits, *_shown(facts.credits, page)], text)),
        warnings=tuple(warnings),
    )


def _article(root: Element, facts: Facts, page: str) -> str:
    """Return the article as the page writes it, without its title; "" where none is found."""
    lines = article_lines(root)
    return restore(lines[_body_start(lines, facts.headings) :], page)


def _body_start(lines: list[str], headings: list[str]) -> int:
    """Return the number of the line after the title, 0 where it is not at the head."""
    titles = {key(heading) for heading in headings}
    start = length = 0
    for number, line in enumerate(lines[:_HEAD_LINES]):
        if key(line) in titles and length <= _HEAD_CHARACTERS:
            start = number + 1
        else:
            length += len(line)
    return start


def _shown(names: list[str], page: str) -> list[str]:
    """Return those names that a reader of the page sees too."""
    whole = key(page) if names else ""
    return [name for name in names if key(name) in whole]


def _credits_beside(credits: list[str], text: str) -> list[str]:
    """Return the credits that the text does not give already, each once."""
    lines = text.splitlines()
    whole = {key(line) for line in lines}
    # A name alone says nothing beside a credit that holds it.
    given = [key(line) for line in lines if credited(line)]
    beside: list[str] = []
    for credit in credits:
        wanted = key(credit)
        if wanted and wanted not in whole and not any(wanted in known for known in given):
            beside.append(credit)
            given.append(wanted)
    return beside
