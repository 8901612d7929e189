"""Anchoring decisions to the words of attributions, and finding these again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rawi.ledger.corrected import all_moved, quote, shared
from rawi.ledger.identity import storable, text_hash
from rawi.records import Attribution, Place, Report

#: The share of all their characters that two contents have in common, to be about one attribution.
SAME_PLACE = 0.5


def place(report: Report, attribution: Attribution) -> Place:
    """Return what a decision about an attribution is anchored to."""
    return Place(
        report=report.id,
        attribution=attribution.id,
        text_hash=text_hash(report.text).hex(),
        content=attribution.content,
        quote=storable(quote(attribution.content, report.text)),
    )


def found(one: Place, report: Report, texts: Mapping[str, str | None]) -> str | None:
    """Return the id of the attribution at a place in a report as it is now; None without one.

    `texts` are the other texts that places are in, by their hash in hex, None for one that is gone.
    """
    content = one.content
    if text_hash(report.text).hex() != one.text_hash:
        before = texts.get(one.text_hash)
        moved = None if before is None else all_moved(content, before, report.text)
        if moved is None:
            return None
        content = moved
    shares = [(shared(content, other.content), -n) for n, other in enumerate(report.attributions)]
    best, at = max(shares, default=(0.0, 0))
    return report.attributions[-at].id if best >= SAME_PLACE else None


def hashes(places: Iterable[Place], reports: Mapping[str, Report]) -> set[str]:
    """Return the hashes of the texts that places are in and that their reports no longer have."""
    return {
        one.text_hash
        for one in places
        if one.report in reports and text_hash(reports[one.report].text).hex() != one.text_hash
    }
