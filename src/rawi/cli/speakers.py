"""`rawi speakers`: who speaks in the ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

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
@click.option(
    "--doubtful",
    is_flag=True,
    help="List pairs of names that may be one person's instead, the likeliest first; "
    "rawi decide settles them. For example: rawi speakers --doubtful",
)
@options.view_options
def speakers(
    name: str | None,
    where: str,
    limit: int | None,
    as_json: bool,
    doubtful: bool,
    color: str,
    width: int | None,
) -> None:
    """List who speaks in the ledger, those with most statements first.

    One person is one line, with all names in all scripts. NAME is a name or a
    part of one, in any script. Speakers without a name are not listed: rawi
    search --anonymous finds what they said.

    \b
    For example:
      rawi speakers
      rawi speakers Diarra --json
      rawi speakers --doubtful
    """
    from rawi.export.jsonl import json_line
    from rawi.export.listings import doubt_lines, speaker_lines
    from rawi.ledger.ledger import Ledger

    view = options.view(color, width)
    with Ledger(where, create=False) as ledger:
        rows: Iterator[Any] = ledger.doubts(name) if doubtful else ledger.speakers(name)
        lines: Callable[..., list[str]] = doubt_lines if doubtful else speaker_lines
        for row in islice(rows, limit):
            written = json_line(row) if as_json else options.as_bytes(lines(row, view))
            sys.stdout.buffer.write(written)
