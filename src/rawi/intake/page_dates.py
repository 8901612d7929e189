"""When a page was published and changed: what it says for certain, then what its layout tells."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

from rawi.intake.json_ld import text_of
from rawi.intake.limits import MAX_DATED_CHARACTERS, MAX_DATED_ELEMENTS
from rawi.intake.page_tree import Element, count_elements
from rawi.intake.published import from_page, is_iso

LAYOUT_WARNING = "the date of publication was found in the page's layout, not in what it declares"

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created",
    "dcterms.issued", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod",
)  # fmt: skip

#: A day in an address: /2024/08/21/, /2024/8/21/, /2024-08-21-title, /20240821/.
_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?:(?P<sign>[/-]?)(?P<m>\d\d)(?P=sign)(?P<d>\d\d)"
    r"|/(?P<month>\d\d?)/(?P<day>\d\d?))(?!\d)",
    re.ASCII,
)
_ISO_DAY = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)", re.ASCII)
#: The same range whenever it is read: what is found may not depend on the day.
_EARLIEST, _LATEST = "1995-01-01", "2100-01-01"


def published(root: Element, node: dict[str, Any], metas: dict[str, str]) -> str | None:
    """Return the first date of publication that is written for certain, as ISO 8601."""
    articles = chain(root.iter("article"), root.iter("main"))
    times = (
        time.get("datetime")
        for article in articles
        for time in article.iter("time")
        if "dateModified" not in (time.get("itemprop") or "")
    )
    declared = (metas.get(name) for name in _PUBLISHED)
    marked = _marked(root, "datePublished")
    return _first(chain([text_of(node.get("datePublished"))], declared, marked, times))


def modified(root: Element, node: dict[str, Any], metas: dict[str, str]) -> str | None:
    """Return the first date of change that is written for certain, as ISO 8601."""
    declared = (metas.get(name) for name in _MODIFIED)
    return _first(
        chain([text_of(node.get("dateModified"))], declared, _marked(root, "dateModified"))
    )


def in_address(url: str | None) -> str | None:
    """Return the day that an address names, None where it names none, or two."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return None
    days = {
        f"{found['y']}-{found['m'] or found['month']:0>2}-{found['d'] or found['day']:0>2}"
        for found in _IN_ADDRESS.finditer(path)
    }
    real = [day for day in days if is_iso(day)]
    return real[0] if len(real) == 1 else None


def from_layout(root: Element, warnings: list[str]) -> str | None:
    """Return the day that a page shows where pages show theirs, None where that is not certain.

    For pages that declare nothing; it is noted in the warnings.  The page is not to be used
    after it.  Large pages are left alone, for what it costs.
    """
    if count_elements(root, MAX_DATED_ELEMENTS) > MAX_DATED_ELEMENTS:
        return None
    import htmldate
    from lxml import etree

    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    whole = etree.tostring(root, encoding="unicode")
    if len(whole) > MAX_DATED_CHARACTERS:
        return None
    written = set(_ISO_DAY.findall(whole))
    try:
        found = htmldate.find_date(
            root, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=_LATEST
        )
    except Exception:  # a third party's code on a stranger's page
        return None
    if not isinstance(found, str) or not is_iso(found):
        return None
    month, day = found[5:7], found[8:]
    # 3/4/2024 is a day in March or in April: only the writer knows.
    if int(day) <= 12 and day != month and found not in written:
        return None
    warnings.append(LAYOUT_WARNING)
    return found


def _marked(root: Element, name: str) -> Iterator[str | None]:
    """Yield the values of elements that are marked as a property of schema.org."""
    for element in root.iter("time", "span", "div", "p", "abbr"):
        if element.get("itemprop") == name:
            yield element.get("datetime") or element.get("content") or element.get("title")


def _first(values: Iterator[str | None]) -> str | None:
    return next((iso for value in values if value and (iso := from_page(value))), None)
