"""What a page says of itself: title, publisher, date, address, language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any
from urllib.parse import urljoin, urlsplit

from rawi.intake.json_ld import article_node, organisations, text_of
from rawi.intake.page_text import short_text
from rawi.intake.page_tree import Element
from rawi.intake.published import from_page
from rawi.intake.text import lone_surrogate

_MOST_TITLE = 500
_MOST_URL = 2_000
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created",
    "dcterms.issued", "parsely-pub-date", "sailthru.date",
)  # fmt: skip


@dataclass
class Facts:
    """None where the page does not say; `headings` are all forms in which it gives its title.

    `credits` are organisations that wrote or supplied the article, the publisher left out.
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
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
    return Facts(
        title=headings[0] if headings else None,
        publisher=publisher,
        published=_published(root, node, metas),
        url=_url(root, node, metas, url),
        language=_language(root),
        headings=headings,
        credits=_credits(node, [publisher, metas.get("og:site_name")]),
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


def _published(root: Element, node: dict[str, Any], metas: dict[str, str]) -> str | None:
    """Return the first date that is written for certain."""
    articles = chain(root.iter("article"), root.iter("main"))
    times = (time.get("datetime") for article in articles for time in article.iter("time"))
    said = chain([text_of(node.get("datePublished"))], (metas.get(name) for name in _DATES), times)
    return next((iso for value in said if value and (iso := from_page(value))), None)


def _url(root: Element, node: dict[str, Any], metas: dict[str, str], url: str | None) -> str | None:
    """Return the canonical address, else the one where the page was found."""
    canonical = (
        link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "")
    )
    said = (metas.get("og:url"), text_of(node.get("url")), text_of(node.get("mainEntityOfPage")))
    for value in (*canonical, *said):
        if value and (whole := _absolute(value.strip(), url)):
            return whole
    return url


def _absolute(value: str, base: str | None) -> str | None:
    """Return an address of the web in full, None where it is none."""
    try:
        whole = urljoin(base or "", value)
        parts = urlsplit(whole)
    except ValueError:
        return None
    fits = parts.scheme in ("http", "https") and parts.netloc and len(whole) <= _MOST_URL
    return whole if fits and not re.search(r"\s", whole) and lone_surrogate(whole) is None else None


def _language(root: Element) -> str | None:
    """Return the language that the page claims, without its region: ar-EG → ar."""
    claimed = (root.get("lang") or root.get("xml:lang") or "").strip()
    found = _LANGUAGE.fullmatch(claimed)
    return found[1].lower() if found else None


def _credits(node: dict[str, Any], own: list[str | None]) -> list[str]:
    """Return the organisations that the article is by, or from; `own` are the site's names."""
    names = [*organisations(node.get("author")), *organisations(node.get("sourceOrganization"))]
    sites = [site.casefold() for site in _texts(own)]
    return [
        name
        for name in dict.fromkeys(_texts(names))
        if not any(name.casefold() in site or site in name.casefold() for site in sites)
    ]


def _texts(values: Iterable[str | None]) -> list[str]:
    """Return those values that are a text, white space drawn together."""
    drawn = (" ".join(re.split(r"[ \t\n\r\f]+", value or "")).strip() for value in values)
    return [text for text in drawn if text and len(text) <= _MOST_TITLE and not _broken(text)]


def _broken(text: str) -> bool:
    return lone_surrogate(text) is not None


def _first(values: Iterable[str | None]) -> str | None:
    return next(iter(_texts(values)), None)
