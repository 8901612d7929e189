"""An item of ninjs (IPTC's News in JSON, 1.x to 3.x) → Report.

The versions write the same things differently: 1.x has `body_text` and `headline`, 2.x lists of
`bodies` and `headlines`, 3.x the same with capitals inside the names.  So names are
compared without capitals and underscores, and both forms are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from rawi.errors import FormatError
from rawi.intake.addresses import is_address
from rawi.intake.claims import language_code
from rawi.intake.html_text import html_text
from rawi.intake.published import is_iso
from rawi.intake.text import check_text, lone_surrogate
from rawi.records import Report

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_MOST_DEPTH = 4
_MOST_LINE = 1_000
_WITHDRAWN = ("canceled", "cancelled", "withheld")

#: The members of 1.x that hold the body, the best first.
_BODIES = (
    ("text/plain", "bodytext"),
    ("text/html", "bodyhtml"),
    ("text/html", "bodyhtml5"),
    ("application/xhtml+xml", "bodyxhtml"),
    ("application/nitf+xml", "bodynitf"),
)


def ninjs_report(members: dict[str, Any], where: str) -> Report:
    """Return the Report of an item; its id is the item's `uri`.

    Raises FormatError for an item without a text: a picture, an event, a withdrawn report.
    """
    item: dict[str, Any] = _small(members)
    id = _string(item.get("uri"))
    if id is None:
        raise FormatError(where, 'ninjs, but its "uri" is no string')
    if item.get("pubstatus") in _WITHDRAWN:
        raise FormatError(where, f"ninjs that its sender calls {item['pubstatus']}")
    text = _text(item)
    if text is None:
        raise FormatError(where, f"ninjs without a text ({_string(item.get('type')) or 'item'})")
    check_text(text, where)
    published = _date(item, "firstpublished", "firstcreated", "contentcreated", "versioncreated")
    modified = _date(item, "contentmodified", "versioncreated")
    return Report(
        id=id,
        text=text,
        title=_title(item),
        publisher=_publisher(item),
        url=_url(item),
        published=published,
        modified=modified if modified != published else None,
        authors=_authors(item),
        language=language_code(item.get("language")),
        credits=_credits(item),
    )


def _small(value: Any, depth: int = 0) -> Any:
    """Return objects with their names in small letters, without underscores."""
    if depth > _MOST_DEPTH:
        return value
    if isinstance(value, dict):
        return {
            key.lower().replace("_", ""): _small(item, depth + 1) for key, item in value.items()
        }
    return [_small(item, depth + 1) for item in value] if isinstance(value, list) else value


def _text(item: dict[str, Any]) -> str | None:
    """Return the text of the best form of the body, None where there is none."""
    bodies = [(kind, _long(item.get(name))) for kind, name in _BODIES]
    for body in _objects(item.get("bodies")):
        kind = _string(body.get("contenttype")) or ""
        bodies.append((kind.lower(), _long(body.get("value"))))
    # Mark-up parts the paragraphs, which plain text often does not; but some call it plain.
    marked = [value for kind, value in bodies if value and "plain" not in kind]
    found = next((text for value in marked if (text := html_text(value))), None)
    if found is not None:
        return found
    plain = next((value for kind, value in bodies if value and "plain" in kind), None)
    return html_text(plain) if plain and _TAG.search(plain) else plain


def _title(item: dict[str, Any]) -> str | None:
    """Return the headline, the main one where there are several."""
    several = _objects(item.get("headlines"))
    main = [one for one in several if _string(one.get("role")) in (None, "main")]
    values = [item.get("headline"), *(one.get("value") for one in [*main, *several])]
    return next((html_text(text) for value in values if (text := _string(value))), None) or None


def _publisher(item: dict[str, Any]) -> str | None:
    """Return who provides the item: in `infosources`, else the holder of the copyright."""
    sources = _objects(item.get("infosources"))
    named = [one for one in sources if (_string(one.get("role")) or "provider") == "provider"]
    names = [item.get("provider"), *named, item.get("source"), item.get("copyrightholder")]
    holders = (_string(name.get("name") if isinstance(name, dict) else name) for name in names)
    return next((holder for holder in holders if holder), None)


def _url(item: dict[str, Any]) -> str | None:
    """Return the address of the item on the web, where it has one."""
    values = (_string(item.get(name)) for name in ("url", "canonical", "uri"))
    return next((link for link in values if link and is_address(link)), None)


def _date(item: dict[str, Any], *names: str) -> str | None:
    values = (_string(item.get(name)) for name in names)
    return next((value for value in values if value and is_iso(value)), None)


def _authors(item: dict[str, Any]) -> tuple[str, ...]:
    """Return the persons of the byline."""
    listed = [_string(one.get("name")) for one in _objects(item.get("authors"))]
    given = [*listed, _string(item.get("byline")), _string(item.get("by"))]
    return tuple(dict.fromkeys(name for name in given if name))


def _credits(item: dict[str, Any]) -> tuple[str, ...]:
    credit = _string(item.get("creditline"))
    return (credit,) if credit else ()


def _objects(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list, [] for what is none."""
    values: Iterable[Any] = value if isinstance(value, list) else ()
    return [one for one in values if isinstance(one, dict)]


def _long(value: Any) -> str | None:
    """Return a text, None where it is none; a lone surrogate in it is left to be told."""
    return value if isinstance(value, str) and value.strip() else None


def _string(value: Any) -> str | None:
    """Return a string of one line that is of use, None where it is not."""
    if not isinstance(value, str) or len(value) > _MOST_LINE or lone_surrogate(value) is not None:
        return None
    return value.strip() or None
