"""`rawi outlets`: who publishes and relays in the ledger."""

from __future__ import annotations

import sys

import click

from rawi.cli import options


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
    help="Write JSON Lines, one outlet a line. For example: rawi outlets --json",
)
@options.view_options
def outlets(
    name: str | None, where: str, limit: int | None, as_json: bool, color: str, width: int | None
) -> None:
    """List who publishes and who relays in the ledger, those with most first.

    NAME is an outlet's name in any language, its domain, or its id.

    \b
    For example:
      rawi outlets
      rawi outlets rt.com --json
    """
    from rawi.export.jsonl import json_line
    from rawi.export.listings import outlet_lines
    from rawi.ledger.ledger import Ledger

    view = options.view(color, width)
    with Ledger(where, create=False) as ledger:
        for row in ledger.outlets(name)[:limit]:
            written = json_line(row) if as_json else options.as_bytes(outlet_lines(row, view))
            sys.stdout.buffer.write(written)
