"""Addresses of the web, as far as they can be told from their letters."""

from __future__ import annotations


def is_address(source: str) -> bool:
    """Return whether a source is an address of the web and no path."""
    return source[:8].lower().startswith(("http://", "https://"))
