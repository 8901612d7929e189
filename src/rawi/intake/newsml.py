"""NewsML-G2, as agencies send it: items alone or in messages → Taken, an item at a time.

Nothing that the XML asks for is loaded, no entity is expanded.  Names are compared without
their namespace: the standard has had several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from rawi.errors import FormatError, InputError
from rawi.intake.addresses import is_address
from rawi.intake.claims import language_code
from rawi.intake.html_text import html_text
from rawi.intake.limits import too_large
from rawi.intake.opened import Opened
from rawi.intake.origins import Items, Origin, guarded, taken
from rawi.intake.page_text import block_text
from rawi.intake.published import is_iso
from rawi.intake.text import check_text
from rawi.intake.xml_safe import (
    LONGEST_REFERENCE,
    check_entities,
    local_name,
    sound_reference_bytes,
    xml_options,
)
from rawi.records import Report, Taken

_MEDIA_TYPE = "application/vnd.iptc.g2.newsitem+xml"
_OTHERS = ("packageItem", "conceptItem", "knowledgeItem", "planningItem")
_WITHDRAWN = ("canceled", "cancelled", "withheld")
_MOST_LINE = 2_000

#: Elements of NITF as those of HTML that do the same; what is not named is a part of a line.
_AS_HTML = {
    "hl1": "h1", "hl2": "h2", "block": "div", "bq": "blockquote", "body.content": "div",
    "media": "figure", "byline": "p", "dateline": "p", "fn": "p", "note": "p",
}  # fmt: skip
#: Names as HTML and NITF have them; broken XML has others, which no tree takes.
_NAME = re.compile(r"[a-z][a-z0-9.-]*")
_LEFT_OUT = ("figure", "body.head", "head", "nav", "aside")


def read_newsml(source: Opened) -> Items:
    """Yield the reports of the news items in a stream, and an InputError for each without a text.

    An item's `guid` is the id of its report.  The bytes of a report are its item.
    `max_bytes` is for one item.  Raises FormatError for XML that is broken or none.
    """
    where = source.origin.where
    check_entities(source.head, where)
    found = others = 0
    for name, element in _elements(source.stream, where, source.options.max_bytes):
        if name in _OTHERS:
            others += 1
            continue
        found += 1
        number = None if element.getparent() is None else found
        place = where if number is None else f"{where}:item {number}"
        yield guarded(place, partial(_item, element, number, source.origin, place))
        _forget(element)
    if not found:
        held = f"{others} packages and other items without a text" if others else "none"
        yield InputError(where, f"no news item in it: {held}")


class _Counted:
    """A stream that may give no more than `limit` bytes until it is told to begin anew.

    References to no character are taken out of it.
    """

    def __init__(self, stream: BinaryIO, where: str, limit: int) -> None:
        self._stream = stream
        self._where = where
        self._limit = limit
        self._held = b""
        self.given = 0

    def read(self, size: int) -> bytes:
        """Read on; raises TooLargeError."""
        # No further than needed: what the parser is given beyond an item counts for the next.
        data = self._held + self._stream.read(min(size, 8_192) - len(self._held))
        # A reference that is cut by the end of what was read waits for its rest.
        cut = data.rfind(b"&#", max(0, len(data) - LONGEST_REFERENCE))
        is_last = len(data) == len(self._held)
        self._held = b"" if is_last or cut < 0 else data[cut:]
        data = sound_reference_bytes(data[: len(data) - len(self._held)])
        self.given += len(data)
        if self.given > self._limit + 16_384:
            raise too_large(self._where, self._limit, "a news item")
        return data or (self.read(size) if self._held else b"")


def _elements(stream: BinaryIO, where: str, limit: int) -> Iterator[tuple[str, Any]]:
    """Yield the items in a stream, each whole, with their names."""
    from lxml import etree

    counted = _Counted(stream, where, limit)
    names = [f"{{*}}{name}" for name in ("newsItem", *_OTHERS)]
    walk = etree.iterparse(counted, events=("end",), tag=names, recover=True, **xml_options())
    try:
        for _, element in walk:
            yield local_name(element), element
            counted.given = 0
    except etree.XMLSyntaxError as error:
        raise FormatError(where, f"broken XML: {error.msg}") from None
    except UnicodeDecodeError:  # a reference to no character, in an encoding of wide ones
        raise FormatError(where, "XML with characters that are none") from None


def _forget(element: Any) -> None:
    """Let go of an item and of what stands before it."""
    element.clear(keep_tail=False)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _item(element: Any, number: int | None, origin: Origin, where: str) -> Taken:
    try:
        return _report(element, number, origin, where)
    except UnicodeDecodeError:  # a reference to no character, which the parser bears with
        raise FormatError(where, "a news item with characters that are none") from None


def _report(element: Any, number: int | None, origin: Origin, where: str) -> Taken:
    from lxml import etree

    guid = _line(element.get("guid"))
    status = _line((_first(element, "itemMeta", "pubStatus", attribute="qcode")) or "") or ""
    if status.rpartition(":")[2] in _WITHDRAWN:
        raise FormatError(where, f"a news item that its sender calls {status.rpartition(':')[2]}")
    original = etree.tostring(element, encoding="utf-8", with_tail=False)
    text = max((_content(form) for form in _contents(element)), key=len, default="")
    if not text:
        raise FormatError(where, "a news item without a text (a picture, or text elsewhere)")
    check_text(text, where)
    published, modified = _dates(element)
    report = Report(
        id=guid or (origin.id if number is None else f"{origin.stem}:{number}"),
        text=text,
        title=_title(element),
        publisher=_publisher(element),
        url=guid if guid and is_address(guid) else None,
        language=language_code(
            _first(element, "contentMeta", "language", attribute="tag") or element.get(_LANG)
        ),
        authors=_authors(element),
        credits=_texts(element, "contentMeta", "creditline"),
        published=published,
        modified=modified,
    )
    return taken(report, original, origin, _MEDIA_TYPE, record=number, id_given=guid is not None)


_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _dates(element: Any) -> tuple[str | None, str | None]:
    """Return when an item was published and modified."""
    created = [
        _date(element, "itemMeta", "firstCreated"),
        _date(element, "contentMeta", "contentCreated"),
        _date(element, "itemMeta", "versionCreated"),
    ]
    changed = [
        _date(element, "contentMeta", "contentModified"),
        _date(element, "itemMeta", "versionCreated"),
    ]
    published = next((date for date in created if date), None)
    modified = next((date for date in changed if date), None)
    return published, modified if modified != published else None


def _date(element: Any, *path: str) -> str | None:
    value = _first(element, *path)
    return value if value and is_iso(value) else None


def _title(element: Any) -> str | None:
    """Return the headline: of the item, else that in its text."""
    given = _first(element, "contentMeta", "headline") or _first(element, "itemMeta", "title")
    if given:
        return given
    inside = (one for one in element.iter("{*}hl1", "{*}h1"))
    return next((line for one in inside if (line := _line("".join(one.itertext())))), None)


def _publisher(element: Any) -> str | None:
    """Return who provides the item."""
    for path in (("itemMeta", "provider"), ("rightsInfo", "copyrightHolder")):
        for one in _all(element, *path):
            names = [*_texts(one, "name"), _line(one.get("literal"))]
            if name := next((name for name in names if name), None):
                return name
            if code := _line(one.get("qcode")):
                return code.rpartition(":")[2] or None
    return None


def _authors(element: Any) -> tuple[str, ...]:
    makers = [
        name for one in _all(element, "contentMeta", "creator") for name in _texts(one, "name")
    ]
    return tuple(dict.fromkeys(makers or _texts(element, "contentMeta", "by")))


def _contents(element: Any) -> list[Any]:
    """Return the forms in which the item carries its content."""
    return [form for name in ("inlineXML", "inlineData")
            for form in _all(element, "contentSet", name)]  # fmt: skip


def _content(form: Any) -> str:
    """Return the text of one form of the content, "" where there is none."""
    if local_name(form) == "inlineData":
        value = "".join(form.itertext())
        kind = (form.get("contenttype") or "text/plain").lower()
        return value.strip("\n") if "plain" in kind else html_text(value)
    for inner in form.iter():
        if isinstance(inner.tag, str):
            name = local_name(inner).lower()
            inner.tag = _AS_HTML.get(name, name if _NAME.fullmatch(name) else "span")
    # The head of NITF's body holds title, byline and dateline, which are told apart.
    return block_text(next(form.iter("body"), form), _LEFT_OUT)


def _all(element: Any, *path: str) -> list[Any]:
    """Return the elements at a path of names."""
    found = [element]
    for name in path:
        found = [child for one in found for child in one if local_name(child) == name]
    return found


def _first(element: Any, *path: str, attribute: str | None = None) -> str | None:
    """Return the first text (or attribute) at a path that is of use."""
    for one in _all(element, *path):
        value = one.get(attribute) if attribute else "".join(one.itertext())
        if line := _line(value):
            return line
    return None


def _texts(element: Any, *path: str) -> tuple[str, ...]:
    lines = (_line("".join(one.itertext())) for one in _all(element, *path))
    return tuple(line for line in lines if line)


def _line(value: Any) -> str | None:
    """Return a text on one line, None where it is of no use."""
    line = " ".join(value.split()) if isinstance(value, str) else ""
    return line if line and len(line) <= _MOST_LINE else None
