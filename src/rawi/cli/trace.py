"""`rawi trace`: who carried a statement, from whom, and how many origins it has."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from rawi.cli import options

if TYPE_CHECKING:
    from rawi.ledger.ledger import Ledger
    from rawi.records import Statement
    from rawi.tracing.trace import Traced


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
    from rawi.tracing.trace import Traced

    with Ledger(where, create=False) as ledger:
        traced = Traced(ledger.reports())
        found = list(traced.trace.statements) if everything else _found(ledger, traced, asked)
    if not found and not everything:
        raise UsageError(f"no statement fits {asked!r}: rawi search shows what there is")
    found = found if everything else found[:limit]
    if as_json:
        sys.stdout.buffer.write(_as_json(traced, found, everything))
        return
    from rawi.export.trace_lines import statement_lines

    view = options.view(color, width, explain)
    for statement in found:
        lines = statement_lines(statement, traced.trace, traced.reports, view)
        sys.stdout.buffer.write(options.as_bytes([*lines, ""]))


def _found(ledger: Ledger, traced: Traced, asked: str | None) -> list[Statement]:
    """Return the statements that are asked for, the most fitting first."""
    if asked is None:
        return sorted(traced.trace.statements, key=lambda s: -len({m.report for m in s.members}))
    if statement := traced.statement(asked):
        return [statement]
    if asked in traced.reports:
        return traced.of_report(asked)
    hits = (
        traced.of_attribution(hit.report.id, hit.attribution.id)
        for hit in ledger.search(asked, within="statements")
        if hit.attribution is not None
    )
    found = {statement.id: statement for statement in hits if statement is not None}
    found |= {s.id: s for s in traced.like(asked) if s.id not in found}
    return list(found.values())


def _as_json(traced: Traced, found: list[Statement], everything: bool) -> bytes:
    import msgspec

    from rawi.records import Trace

    ids = {statement.id for statement in found}
    derivations = (
        edge
        for edge in traced.trace.derivations
        if everything or not ids.isdisjoint(edge.statements)
    )
    told = Trace(statements=tuple(found), derivations=tuple(derivations))
    return msgspec.json.encode(told) + b"\n"
