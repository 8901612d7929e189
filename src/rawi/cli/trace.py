"""`rawi trace`: who carried a statement, from whom, and how many origins it has."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from rawi.cli import options

if TYPE_CHECKING:
    from rawi.ledger.ledger import Ledger


@click.command()
@click.argument("asked", metavar="[QUERY|REPORT|STATEMENT]", required=False)
@options.ledger_option
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Every statement of the ledger, also those that one report alone carries. "
    "For example: rawi trace --all --json > traced.json",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    metavar="N",
    help="Show the first N statements that fit; --all shows all. For example: --limit 20",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Show on what the origins and every derivation rest. "
    "For example: rawi trace REPORT --explain",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Write one JSON object: the statements with their members, origins and who speaks "
    "against them, and the derivations. For example: rawi trace --all --json",
)
@options.view_options
def trace(
    asked: str | None,
    where: str,
    everything: bool,
    limit: int,
    explain: bool,
    as_json: bool,
    color: str,
    width: int | None,
) -> None:
    """Trace statements: their routes, derivations, wordings and origins.

    QUERY is what rawi search takes, or a pasted quotation in any language;
    REPORT and STATEMENT are ids. Without any, the statements that most
    reports carry are shown. Solid lines are what reports declare, dashed ones
    what their wording gives away.

    \b
    For example:
      rawi trace "nearly forty percent of the terminal"
      rawi trace r2kqpd7xw4ty6hjm --explain
      rawi trace --all --json > traced.json
    """
    from rawi.errors import UsageError
    from rawi.ledger.ledger import Ledger

    with Ledger(where, create=False) as ledger:
        _bring_up(ledger)
        if everything and as_json:
            from rawi.export.trace_json import pieces

            for piece in pieces(ledger.every_statement(), ledger.every_derivation()):
                sys.stdout.buffer.write(piece)
            return
        traced = ledger.trace(None if everything else asked, limit=None if everything else limit)
    found = traced.trace.statements
    if not found and not everything:
        raise UsageError(f"no statement fits {asked!r}: rawi search shows what there is")
    if as_json:
        import msgspec

        sys.stdout.buffer.write(msgspec.json.encode(traced.trace) + b"\n")
        return
    from rawi.export.trace_lines import statement_lines

    view = options.view(color, width, explain)
    for statement in found:
        lines = statement_lines(statement, traced.trace, traced.reports, view)
        sys.stdout.buffer.write(options.as_bytes([*lines, ""]))


def _bring_up(ledger: Ledger) -> None:
    """Bring statements up to date; a bar shows how far that is where it takes long."""
    from rawi.cli.progress import Meter, bar_wanted, counted

    meter = Meter(bar_wanted(False), None)
    try:
        ledger.bring_up(lambda done, _: meter.step(partial(counted, done, "report"), done))
    finally:
        meter.close()
