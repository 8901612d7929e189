"""Who publishes at an address, as the authority knows it."""

from __future__ import annotations

from rawi.authority.outlets import Authority


def publisher_at(url: str | None, language: str | None = None) -> str | None:
    """Return the name of the outlet whose address `url` is, None where the authority knows none.

    In `language` where the outlet has a name in it, else its first.
    """
    outlet = Authority.load().by_domain(url) if url else None
    if outlet is None:
        return None
    own = outlet.names.get(language or "", ())
    return next((names[0] for names in (own, *outlet.names.values()) if names), None)
