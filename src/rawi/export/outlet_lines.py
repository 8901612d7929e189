"""How an outlet stands among others, laid out for a person."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.export.flow import Piece, View, flow, outside
from rawi.export.told_lines import REST, counted, section
from rawi.records import OutletWays, Taking

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def ways_lines(ways: OutletWays, view: View) -> list[str]:
    """Lay out whom an outlet takes from, who takes from it, and with whom it moves."""
    told = [f"{counted(ways.published, 'report')} traced", f"{ways.originated:,} from nobody here"]
    if ways.uncredited_share is not None:
        told.append(f"{ways.uncredited_share:.0%} of what it takes uncredited")
    if ways.median_lag is not None:
        told.append(f"after {lag(ways.median_lag)} (median)")
    lines = flow([Piece("  " + " · ".join(told), "meta")], view, "", REST)
    for title, takings in (("Takes from", ways.takes_from), ("Taken by", ways.taken_by)):
        if takings:
            lines += section(title, view)
            for taking in takings:
                lines += _taking(taking, view)
    if ways.moves_with:
        lines += section("Moves with", view)
        for name in ways.moves_with:
            lines += flow([outside(name, "chain")], view, REST, REST)
    return lines


def _taking(taking: Taking, view: View) -> Iterator[str]:
    told = [f" · {taking.reports:,}×"]
    if taking.uncredited:
        told.append(f"{taking.uncredited:,} uncredited")
    if taking.median_lag is not None:
        told.append(f"after {lag(taking.median_lag)}")
    told += [f"{pair} ×{count}" for pair, count in taking.languages.items()]
    pieces = [outside(taking.outlet, "chain"), Piece(" · ".join(told), "meta")]
    yield from flow(pieces, view, REST, REST + "  ")


def lag(seconds: float) -> str:
    """Return a span of time in the unit that suits it."""
    sign, size = ("-" if seconds < 0 else ""), abs(seconds)
    if size < _HOUR:
        return f"{sign}{size / _MINUTE:.0f} min"
    return f"{sign}{size / _HOUR:.1f} h" if size < 2 * _DAY else f"{sign}{size / _DAY:.1f} days"
