"""Measure how well Rawi reads the gold reports, and hold it to its floors.

    python benchmarks/quality/check.py                   fail where a figure fell below its floor
    python benchmarks/quality/check.py --table           print the figures as a table, too
    python benchmarks/quality/check.py --update          raise the floors to what is measured
    python benchmarks/quality/check.py --lower REASON    lower what fell, and keep the reason

Exit status: 0 all figures hold, 1 one does not, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import floors
from measuring import Measured, every
from table import table

import rawi
from rawi.errors import RawiError

FLOORS = Path(__file__).with_name("floors.toml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    asked = _arguments(arguments)
    try:
        measured = list(every())
        known = floors.load(asked.floors)
        if asked.update or asked.lower:
            known = floors.updated(known, measured, asked.lower, rawi.__version__)
            floors.save(asked.floors, known)
    except (RawiError, ValueError) as error:
        print(f"check: {error}", file=sys.stderr)
        return 1
    if asked.table:
        print(table({one.name: one.row() for one in measured}))
    return _tell(floors.faults(known, measured), measured)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Hold Rawi to its floors of quality.")
    add = parser.add_argument
    add("--table", action="store_true", help="print the figures as a table in Markdown, too")
    add("--update", action="store_true", help="raise the floors to what is measured")
    add("--lower", metavar="REASON", help="lower the floors of what fell, and keep the reason")
    add("--floors", type=Path, default=FLOORS, help="the file of floors")
    return parser.parse_args(arguments)


def _tell(faults: Sequence[str], measured: Sequence[Measured]) -> int:
    for fault in faults:
        print(f"check: {fault}", file=sys.stderr)
    if not faults:
        print(f"quality: {len(measured)} gold files, no figure below its floor")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
