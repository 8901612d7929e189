"""Who signed a page: its authors, and the organisations that wrote or supplied it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from rawi.authority.outlets import Authority
from rawi.intake.addresses import is_address
from rawi.intake.json_ld import as_list, text_of
from rawi.intake.page_text import short_text
from rawi.intake.page_tree import Element, count_elements
from rawi.intake.page_words import class_words, is_marked, without_byline_label
from rawi.intake.text import lone_surrogate

_METAS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
          "dcterms.creator")  # fmt: skip
_MOST_NAME = 60
_MOST_WORDS = 6
_MOST_AUTHORS = 12
_MOST_BYLINE = 160
_MOST_WITHIN = 20
_MARKS = re.compile(r"[@#<>{}\[\]\\/|=\d]")
_PARTS = re.compile(r"\s*(?:;|\u060c|,(?!\s*(?:jr|sr)\b))\s*", re.IGNORECASE)


def signed(
    root: Element, node: dict[str, Any], metas: dict[str, str], sites: Iterable[str]
) -> tuple[list[str], list[str]]:
    """Return the persons who signed a page, and the organisations that it is by, or from.

    `sites` are the names of the site itself, which signs nothing as an author.  A name that
    the authority knows as an outlet's is an organisation's, whatever the page calls it.
    """
    own = [site.casefold() for site in sites]
    people: list[str] = []
    bodies: list[str] = []
    for name, is_body in _named(root, node, metas):
        if _is_own(name, own):
            continue
        is_outlet = is_body or Authority.load().by_name(name) is not None
        (bodies if is_outlet else people).append(name)
    people = [name for name in dict.fromkeys(people) if _is_name(name)]
    return people[:_MOST_AUTHORS], list(dict.fromkeys(bodies))


def _named(
    root: Element, node: dict[str, Any], metas: dict[str, str]
) -> Iterator[tuple[str, bool]]:
    """Yield the names of the first way in which the page tells, and whether each is a body's."""
    found = [*_of_node(node.get("author")), *((n, True) for n, b in _of_node(
        node.get("sourceOrganization")) if b)]  # fmt: skip
    if any(not is_body for _, is_body in found):
        yield from found
        return
    yield from found
    declared = [name for key in _METAS for name in _split(metas.get(key))]
    yield from ((name, False) for name in declared or _of_byline(root))


def _of_node(value: Any) -> Iterator[tuple[str, bool]]:
    """Yield the names in a member of JSON-LD, and whether each is an organisation's."""
    for item in as_list(value)[:_MOST_AUTHORS]:
        kinds = as_list(item.get("@type")) if isinstance(item, dict) else []
        is_body = any(isinstance(kind, str) and kind.endswith("Organization") for kind in kinds)
        if name := text_of(item.get("name") if isinstance(item, dict) else item):
            parts = [name] if is_body else _split(name)
            yield from ((part, is_body) for part in parts)


def _of_byline(root: Element) -> list[str]:
    """Return the names of the first byline that the page shows."""
    for element in root.iter("a", "span", "div", "p", "address", "li"):
        words = class_words(element)
        is_marked_so = is_marked("author", words) and not is_marked("no_author", words)
        is_byline = is_marked_so or "author" in (element.get("rel") or "").split()
        if is_byline and count_elements(element, _MOST_WITHIN) <= _MOST_WITHIN:
            text = short_text(element, _MOST_BYLINE)
            names = [name for name in _split(text) if _is_name(name)]
            if names:
                return names
    return []


def _split(names: str | None) -> list[str]:
    """Return the names that stand in one text, a label in front left out."""
    if not names or len(names) > _MOST_BYLINE or is_address(names.strip()):
        return []
    parts = (part.strip(" .:-–") for part in _PARTS.split(without_byline_label(names)))
    return [" ".join(part.split()) for part in parts if part and lone_surrogate(part) is None]


def _is_name(name: str) -> bool:
    """Return whether a text may be the name of a person: short, of letters."""
    words = name.split()
    return 0 < len(words) <= _MOST_WORDS and len(name) <= _MOST_NAME and not _MARKS.search(name)


def _is_own(name: str, sites: list[str]) -> bool:
    return any(name.casefold() in site or site in name.casefold() for site in sites)
