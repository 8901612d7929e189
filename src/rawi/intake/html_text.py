"""A piece of HTML that is an article already, as feeds and agencies send it → its text."""

from __future__ import annotations

from rawi.intake.limits import MAX_ELEMENTS
from rawi.intake.page_text import block_text
from rawi.intake.page_tree import count_elements, parse_page, tame

_FURNITURE = ("nav", "aside", "form", "button", "figcaption")


def html_text(html: str) -> str:
    """Return the visible text of a piece of HTML, "" where there is none.

    Paragraphs are parted by a blank line.  Captions are left out, as in a page.
    """
    if "<" not in html and "&" not in html:
        return html.strip()
    data = html.replace("\0", "\ufffd").encode("utf-8", "replace")
    root = parse_page(b"<html><body>" + data + b"</body></html>")
    if root is None or count_elements(root, MAX_ELEMENTS) > MAX_ELEMENTS:
        return ""
    tame(root)
    return block_text(root, _FURNITURE)
