"""What a page marks as something other than the body: captions, credits, links to other reports.

An extractor of articles loses credits and captions that stand outside the article, and
takes in links that stand inside it; so they are looked for here, in the page itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain

from rawi.intake.page_text import BLOCKS, short_text
from rawi.intake.page_tree import Element, count_elements
from rawi.intake.page_words import class_words, credited, is_marked

_MOST_CREDIT = 160
_MOST_WITHIN = 30  # elements in a credit
_MOST_CAPTION = 800
_MOST_ALIKE = 2
_KEPT = frozenset({"html", "body", "main", "article", "h1"})
_ROLES = frozenset({"navigation", "complementary", "search", "banner"})


@dataclass
class Marks:
    """What was found, in the page's order.

    `unlabelled` credits stand under the tag and class that mark them; `dropped` are the
    elements that are no body text.
    """

    captions: list[str] = field(default_factory=list)
    labelled: list[str] = field(default_factory=list)
    unlabelled: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    dropped: list[Element] = field(default_factory=list)

    @property
    def credits(self) -> list[str]:
        """Return the credits; many that are marked alike are those of a list of other reports."""
        alike = [texts for texts in self.unlabelled.values() if len(texts) <= _MOST_ALIKE]
        return [*self.labelled, *chain.from_iterable(alike)]


def find_marks(root: Element) -> Marks:
    """Go through a page once and collect what it marks."""
    from lxml import etree

    marks = Marks()
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if isinstance(element.tag, str) and _take(element, marks):
            walk.skip_subtree()
    return marks


def _take(element: Element, marks: Marks) -> bool:
    """Put an element where it belongs; return whether all in it is dealt with."""
    words = class_words(element)
    if element.tag in ("head", "script", "style"):
        return True
    if _is_furniture(element, words):
        marks.dropped.append(element)
        return True
    if _is_caption(element, words):
        return _take_caption(element, marks)
    return _take_credit(element, words, marks)


def _is_furniture(element: Element, words: frozenset[str]) -> bool:
    """Return whether an element holds links to elsewhere, or tools of the page."""
    if element.tag in _KEPT:
        return False
    if element.tag in ("nav", "aside") or element.get("role") in _ROLES:
        return True
    return is_marked("related", words) and _is_mostly_links(element)


def _is_mostly_links(element: Element) -> bool:
    """Return whether at least half of the text stands in links, headings left aside."""
    whole = _length(element)
    headings = sum(_length(heading) for heading in element.iter("h2", "h3", "h4", "h5", "h6"))
    linked = sum(_length(link) for link in element.iter("a"))
    return 2 * linked >= whole - headings


def _length(element: Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _is_caption(element: Element, words: frozenset[str]) -> bool:
    """Return whether an element is a caption, or the credit of a picture."""
    if element.tag == "figcaption":
        return True
    if element.tag in _KEPT or element.tag in ("figure", "img", "table", "caption"):
        return False
    of_image = is_marked("image", words) or any(
        parent.tag == "figure" for parent in element.iterancestors("figure")
    )
    return is_marked("caption", words) or (of_image and is_marked("credit", words))


def _take_caption(element: Element, marks: Marks) -> bool:
    """Keep a caption apart; one that is too long for one is left as text."""
    text = short_text(element, _MOST_CAPTION)
    if text is None:
        return False
    if text and text not in marks.captions:
        marks.captions.append(text)
    marks.dropped.append(element)
    return True


def _take_credit(element: Element, words: frozenset[str], marks: Marks) -> bool:
    """Note a credit, by its class or its label; it stays in the page."""
    by_class = is_marked("credit", words) and not is_marked("no_credit", words)
    if not by_class and element.tag not in BLOCKS and element.tag != "span":
        return False
    if count_elements(element, _MOST_WITHIN) > _MOST_WITHIN:
        return False
    text = short_text(element, _MOST_CREDIT)
    if not text:
        return False
    name = credited(text)
    if name:
        return _take_labelled(element, text, marks)
    if by_class and name is None and element.tag not in _KEPT and len(text) > 1:
        _add(text, marks.unlabelled.setdefault((element.tag, element.get("class", "")), []))
        return True
    return False


def _take_labelled(element: Element, text: str, marks: Marks) -> bool:
    """Note a labelled credit, unless a block within holds it without what stands around it."""
    for inner in element.iterdescendants():
        if inner.tag in BLOCKS and credited(short_text(inner, _MOST_CREDIT) or ""):
            return False
    _add(text, marks.labelled)
    return True


def _add(text: str, found: list[str]) -> None:
    if text not in found:
        found.append(text)
