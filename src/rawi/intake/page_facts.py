"""What a page says of itself: title, publisher, dates, authors, address, language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from rawi.intake.claims import language_code
from rawi.intake.json_ld import article_node, text_of
from rawi.intake.page_dates import in_address, modified, published
from rawi.intake.page_people import signed
from rawi.intake.page_text import short_text
from rawi.intake.page_tree import Element
from rawi.intake.text import lone_surrogate

_MOST_TITLE = 500
_MOST_URL = 2_000
#: Beginnings of a host's name that tell a site for telephones from the same for others.
_ALIASES = re.compile(r"^(?:(?:www|m|mobile|amp)\.)+")


@dataclass
class Facts:
    """None where the page does not say; `headings` are all forms in which it gives its title.

    `credits` are organisations that wrote or supplied the article, the publisher left out.
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: list[str] = field(default_factory=list)
    url: str | None = None
    language: str | None = None
    headings: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)


def find_facts(root: Element, url: str | None = None) -> Facts:
    """Return what the page says of itself; `url` is where it was found, None where unknown."""
    node, metas = article_node(root), _metas(root)
    publisher = _first(
        [text_of(node.get("publisher")), metas.get("og:site_name"), metas.get("application-name")]
    )
    headings = list(dict.fromkeys(_texts(_headings(root, node, metas, publisher))))
    address = _url(root, node, metas, url)
    people, bodies = signed(root, node, metas, _texts([publisher, metas.get("og:site_name")]))
    return Facts(
        title=headings[0] if headings else None,
        publisher=publisher,
        published=published(root, node, metas) or in_address(address),
        modified=modified(root, node, metas),
        authors=list(_texts(people)),
        url=address,
        language=language_code(root.get("lang") or root.get("xml:lang")),
        headings=headings,
        credits=list(_texts(bodies)),
    )


def _metas(root: Element) -> dict[str, str]:
    """Return the content of each meta element by its name, the first of a name."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if content := meta.get("content"):
            found.setdefault(name.strip().lower(), content)
    return found


def _headings(
    root: Element, node: dict[str, Any], metas: dict[str, str], publisher: str | None
) -> Iterator[str | None]:
    """Yield the forms of the title, the best first."""
    visible = [short_text(heading, _MOST_TITLE) for heading in root.iter("h1")]
    yield text_of(node.get("headline"))
    if len(visible) == 1:
        yield visible[0]
    named = (metas.get("og:title"), metas.get("twitter:title"), _title_element(root))
    yield from (_without_site(title, publisher) for title in named)
    yield from visible


def _title_element(root: Element) -> str | None:
    """Return the title of the page itself, not that of a drawing within."""
    head = root.find("head")
    title = head.find("title") if head is not None else None
    return title.text if title is not None else None


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """Cut the site's name from the end of a title: "Headline | Site"."""
    if title and publisher:
        return re.sub(rf"\s*[|–—:·-]\s*{re.escape(publisher)}\s*$", "", title)
    return title


def _url(root: Element, node: dict[str, Any], metas: dict[str, str], url: str | None) -> str | None:
    """Return the canonical address, else the one where the page was found."""
    canonical = (
        link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "")
    )
    said = (metas.get("og:url"), text_of(node.get("url")), text_of(node.get("mainEntityOfPage")))
    for value in (*canonical, *said):
        if value and (whole := _absolute(value.strip(), url)) and _is_same_site(whole, url):
            return whole
    return url


def _is_same_site(said: str, url: str | None) -> bool:
    """Return whether a page may say that it is at an address.

    A copy on another site is a publication of its own, whatever it calls its original.
    """
    if url is None:
        return True
    hosts = [(urlsplit(one).hostname or "").lower() for one in (said, url)]
    return len({_ALIASES.sub("", host) for host in hosts}) == 1


def _absolute(value: str, base: str | None) -> str | None:
    """Return an address of the web in full, None where it is none."""
    try:
        whole = urljoin(base or "", value)
        parts = urlsplit(whole)
    except ValueError:
        return None
    fits = parts.scheme in ("http", "https") and parts.netloc and len(whole) <= _MOST_URL
    return whole if fits and not re.search(r"\s", whole) and lone_surrogate(whole) is None else None


def _texts(values: Iterable[str | None]) -> list[str]:
    """Return those values that are a text, white space drawn together."""
    drawn = (" ".join(re.split(r"[ \t\n\r\f]+", value or "")).strip() for value in values)
    return [text for text in drawn if text and len(text) <= _MOST_TITLE and not _broken(text)]


def _broken(text: str) -> bool:
    return lone_surrogate(text) is not None


def _first(values: Iterable[str | None]) -> str | None:
    return next(iter(_texts(values)), None)
