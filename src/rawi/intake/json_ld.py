"""What a page says of itself in JSON-LD (schema.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from typing import Any

from rawi.intake.page_tree import Element

_MOST_NODES = 2_000
_ARTICLE = "Article"
_POSTING = "BlogPosting"


def article_node(root: Element) -> dict[str, Any]:
    """Return the members of the first node that is an article, {} where there is none."""
    for node in _nodes(root):
        kinds = as_list(node.get("@type"))
        if any(isinstance(kind, str) and kind.endswith((_ARTICLE, _POSTING)) for kind in kinds):
            return node
    return {}


def as_list(value: Any) -> list[Any]:
    """Return a member as a list: JSON-LD writes one value with or without brackets."""
    return value if isinstance(value, list) else [] if value is None else [value]


def text_of(value: Any) -> str | None:
    """Return the text of a member: a string, or the name (else the id) of a node; else None."""
    for item in as_list(value):
        if isinstance(item, dict):
            item = item.get("name") or item.get("@id")
        if isinstance(item, str) and item.strip():
            return unescape(item.strip())
    return None


def _nodes(root: Element) -> Iterator[dict[str, Any]]:
    """Yield the nodes of all scripts, in their order, graphs opened."""
    left = _MOST_NODES
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        waiting = [_loaded(script.text or "")]
        while waiting and left:
            left -= 1
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting[:0] = value[:_MOST_NODES]
            elif isinstance(value, dict):
                yield value
                waiting[:0] = as_list(value.get("@graph"))[:_MOST_NODES]


def _loaded(text: str) -> Any:
    """Return the JSON of a script, None where it is broken; line ends in strings are let pass."""
    text = text.strip().removeprefix("<!--").removesuffix("-->")
    text = text.strip().removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
