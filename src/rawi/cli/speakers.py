"""`rawi speakers`: who speaks in the ledger."""

from __future__ import annotations

import sys
from itertools import islice

import click

from rawi.cli import options


@click.command()
@click.argument("name", required=False)
@options.ledger_option
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help="The first N alone. For example: rawi speakers --limit 50",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Write JSON Lines, one speaker a line. For example: rawi speakers --json",
)
@options.view_options
def speakers(
    name: str | None, where: str, limit: int | None, as_json: bool, color: str, width: int | None
) -> None:
    """List who speaks in the ledger, those with most statements first.

    NAME is a name or a part of one, in any script. Speakers without a name are
    not listed: rawi search --anonymous finds what they said.

    \b
    For example:
      rawi speakers
      rawi speakers Diarra --json
    """
    from rawi.export.jsonl import json_line
    from rawi.export.listings import speaker_lines
    from rawi.ledger.ledger import Ledger

    view = options.view(color, width)
    with Ledger(where, create=False) as ledger:
        for row in islice(ledger.speakers(name), limit):
            written = json_line(row) if as_json else options.as_bytes(speaker_lines(row, view))
            sys.stdout.buffer.write(written)
