"""What came of one round, and the line that tells it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Tally:
    """Counts of one round.

    `feeds` were asked, `failed` of them gave nothing; `found` pages are new.  Of those and of
    older ones that waited, `added` and `changed` were kept, `known` were there already under
    another address, `refused` give nothing ever, `later` are tried again; `waiting` is what
    waits at the end.
    """

    feeds: int = 0
    failed: int = 0
    found: int = 0
    added: int = 0
    changed: int = 0
    known: int = 0
    refused: int = 0
    later: int = 0
    waiting: int = 0

    def line(self) -> str:
        """Return "12 feeds (1 failed), 34 new pages: 30 added, 2 known, 2 refused; 5 waiting"."""
        failed = f" ({self.failed:,} failed)" if self.failed else ""
        outcomes = ("added", "changed", "known", "refused", "later")
        counts = [f"{getattr(self, name):,} {name}" for name in outcomes if getattr(self, name)]
        kept = f": {', '.join(counts)}" if counts else ""
        waiting = f"; {self.waiting:,} waiting" if self.waiting else ""
        return (
            f"{_counted(self.feeds, 'feed')}{failed}, {_counted(self.found, 'new page')}"
            f"{kept}{waiting}"
        )


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}" + ("" if number == 1 else "s")
