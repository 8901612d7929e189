"""`rawi outlets`: who publishes and relays in the ledger."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from rawi.cli import options

if TYPE_CHECKING:
    from rawi.ledger.outlet_counts import OutletRow
    from rawi.records import OutletWays


@click.command()
@click.argument("name", required=False)
@options.ledger_option
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help="The first N alone. For example: rawi outlets --limit 50",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Write JSON Lines, one outlet a line; for an outlet by name with its ways. "
    "For example: rawi outlets --json",
)
@options.view_options
def outlets(
    name: str | None, where: str, limit: int | None, as_json: bool, color: str, width: int | None
) -> None:
    """List who publishes and who relays in the ledger, those with most first.

    NAME is an outlet's name in any language, its domain, or its id. Then its
    ways are shown too: whom it takes from and who takes from it, how often
    uncredited, how fast, in which languages, and which outlets move with it.

    \b
    For example:
      rawi outlets
      rawi outlets TASS
      rawi outlets rt.com --json
    """
    from rawi.export.jsonl import json_line
    from rawi.export.listings import outlet_lines
    from rawi.export.outlet_lines import ways_lines
    from rawi.ledger.ledger import Ledger

    view = options.view(color, width)
    with Ledger(where, create=False) as ledger:
        rows = ledger.outlets(name, limit=limit)
        for row in rows:
            ways = None if name is None else ledger.outlet_ways(row)
            if as_json:
                told = row if name is None else _object(row, ways)
                sys.stdout.buffer.write(json_line(told))
                continue
            lines = outlet_lines(row, view)
            lines += ways_lines(ways, view) if ways else []
            sys.stdout.buffer.write(options.as_bytes(lines))


def _object(row: OutletRow, ways: OutletWays | None) -> dict[str, Any]:
    import msgspec

    return {**msgspec.to_builtins(row), "ways": ways}
