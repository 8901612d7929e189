"""Whom an outlet takes from and who takes from it, as its page shows that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rawi.records import OutletWays, Taking

_MINUTE = 60


@dataclass(frozen=True)
class Way:
    """How often one outlet took from another.

    `times` counts reports, `uncredited` those without a credit; `lag` is the median in minutes,
    None where no dates tell.
    """

    name: str
    times: int
    uncredited: int
    lag: float | None
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Ways:
    """Both directions, the most frequent first."""

    takes: tuple[Way, ...] = ()
    gives: tuple[Way, ...] = ()


def ways(found: OutletWays | None) -> Ways:
    """Return the ways from and to an outlet; none of one of which nothing is traced."""
    if found is None:
        return Ways()
    return Ways(_ways(found.takes_from), _ways(found.taken_by))


def _ways(found: Iterable[Taking]) -> tuple[Way, ...]:
    return tuple(
        Way(
            name=one.outlet,
            times=one.reports,
            uncredited=one.uncredited,
            lag=None if one.median_lag is None else one.median_lag / _MINUTE,
            languages=_languages(one.languages),
        )
        for one in found
    )


def _languages(pairs: Iterable[str]) -> tuple[str, ...]:
    """Return the languages of pairs ("ru→en"), each once; "?" stands for none that is known."""
    codes = {code for pair in pairs for code in pair.split("→")}
    return tuple(sorted(codes - {"?"}))
