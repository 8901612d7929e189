"""`rawi stats`: how much is in the ledger."""

from __future__ import annotations

import sys
from typing import Final

import click

from rawi.cli import options

#: Counts of what tracing has made so far.
_TRACED: Final = ("statements", "derivations", "untraced")


@click.command()
@options.ledger_option
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Write one JSON object. For example: rawi stats --json",
)
def stats(where: str, as_json: bool) -> None:
    """Count what is in the ledger.

    Statements, speakers and outlets are those of the present version of each
    report. Two ledgers that hold the same give the same counts.

    \b
    For example:
      rawi stats
      rawi stats --ledger news.db --json
    """
    from rawi.export.jsonl import json_line
    from rawi.export.listings import statistics_lines
    from rawi.ledger.ledger import Ledger

    with Ledger(where, create=False) as ledger:
        counts = ledger.statistics()
    if as_json:  # what waits to be traced differs between ledgers that hold the same
        counts = {key: one for key, one in counts.items() if key not in _TRACED}
    lines = json_line(counts) if as_json else options.as_bytes(statistics_lines(counts))
    sys.stdout.buffer.write(lines)
