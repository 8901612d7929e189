"""`rawi trace`: who carried a statement, from whom, and how many origins it has."""

from __future__ import annotations

import re
import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from rawi.cli import options

if TYPE_CHECKING:
    from rawi.export.flow import View
    from rawi.ledger.ledger import Ledger
    from rawi.ledger.listing import State
    from rawi.tracing.account import Account
    from rawi.tracing.trace import Traced

#: What --explain is without an edge.
EVERYTHING = "everything"
_ARROW = re.compile(r"→|->|>")


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
    is_flag=False,
    flag_value=EVERYTHING,
    metavar="[EDGE]",
    help="Show on what the origins and every derivation rest; with an EDGE (CHILD→PARENT, or "
    "CHILD>PARENT: ids of reports) on what that one does. "
    "For example: rawi trace REPORT --explain; rawi trace --explain 'copy>wire'",
)
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write a dossier to hand on: one page that needs nothing else, and prints well. "
    "For example: rawi trace STATEMENT --html dossier.html",
)
@click.option(
    "--csv",
    "table",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write the carriers with their routes as a table, a line each. "
    "For example: rawi trace STATEMENT --csv routes.csv",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Write one JSON object: the statements with their members, origins and who speaks "
    "against them, and the derivations; without --all also wordings, conflicts of credit and "
    "denials. For example: rawi trace --all --json",
)
@options.view_options
def trace(
    asked: str | None,
    where: str,
    everything: bool,
    limit: int,
    explain: str | None,
    page: str | None,
    table: str | None,
    as_json: bool,
    color: str,
    width: int | None,
) -> None:
    """Trace statements: their routes, derivations, wordings and origins.

    QUERY is what rawi search takes, or a pasted quotation in any language;
    REPORT and STATEMENT are ids. Without any, the statements that most
    reports carry are shown. Solid lines are what reports declare, dashed ones
    what their wording gives away. Words that were pasted are compared with
    those of every report.

    \b
    For example:
      rawi trace "nearly forty percent of the terminal"
      rawi trace r2kqpd7xw4ty6hjm --explain
      rawi trace r2kqpd7xw4ty6hjm --html dossier.html --csv routes.csv
      rawi trace --all --json > traced.json
    """
    from rawi.errors import UsageError
    from rawi.ledger.ledger import Ledger

    asked, explain = _query_or_edge(asked, explain)
    edge = _edge(explain) if explain and explain != EVERYTHING else None
    with Ledger(where, create=False) as ledger:
        _bring_up(ledger)
        if everything and as_json:
            from rawi.export.trace_json import pieces

            for piece in pieces(ledger.every_statement(), ledger.every_derivation()):
                sys.stdout.buffer.write(piece)
            return
        asked = asked or (edge[0] if edge else None)
        traced = ledger.trace(
            None if everything else asked, limit=None if everything or edge else limit
        )
        state = ledger.state()
    if not traced.trace.statements and not everything:
        raise UsageError(f"no statement fits {asked!r}: rawi search shows what there is")
    view = options.view(color, width, explain is not None)
    if edge:
        _show_edge(edge, traced, view)
        return
    accounts = _accounts(traced, state)
    if page:
        _write_page(page, accounts, traced)
    if table:
        _write_table(table, accounts, traced)
    if as_json:
        from rawi.export.trace_json import told

        sys.stdout.buffer.write(told(traced.trace, accounts))
    elif not page and not table:
        _show(accounts, traced, asked, view)


def _query_or_edge(asked: str | None, explain: str | None) -> tuple[str | None, str | None]:
    """Tell a query that stands right after --explain from an edge."""
    if explain and explain != EVERYTHING and asked is None and not _ARROW.search(explain):
        return explain, EVERYTHING
    return asked, explain


def _edge(told: str) -> tuple[str, str]:
    from rawi.errors import UsageError

    ends = [end.strip() for end in _ARROW.split(told, maxsplit=1)]
    if len(ends) != 2 or not all(ends):
        raise UsageError(f"{told!r} is no edge: CHILD→PARENT or CHILD>PARENT, ids of reports")
    return ends[0], ends[1]


def _accounts(traced: Traced, state: State) -> list[Account]:
    from rawi.tracing.account import account

    return [
        account(one, traced.trace, traced.reports, among=state.reports, as_of=state.last_added_at)
        for one in traced.trace.statements
    ]


def _show(accounts: list[Account], traced: Traced, asked: str | None, view: View) -> None:
    from rawi.export.trace_lines import statement_lines
    from rawi.reading.language import detect
    from rawi.tracing.account import is_quotation, pasted

    ids = {*traced.reports, *(one.statement.id for one in accounts)}
    quoted = asked if asked and asked not in ids and is_quotation(asked) else None
    for one in accounts:
        compared = pasted(quoted, detect(quoted), one) if quoted else ()
        lines = statement_lines(one, traced.trace, traced.reports, view, compared)
        sys.stdout.buffer.write(options.as_bytes([*lines, ""]))


def _show_edge(ends: tuple[str, str], traced: Traced, view: View) -> None:
    from rawi.errors import UsageError
    from rawi.export.trace_lines import edge_lines
    from rawi.tracing.account import account

    child, parent = ends
    there = [e for e in traced.trace.derivations if e.child == child]
    found = next((e for e in there if e.parent == parent), None)
    if found is None:
        known = ", ".join(f"{e.child}→{e.parent}" for e in there) or "none"
        raise UsageError(f"{child!r} has not taken from {parent!r}; its derivations: {known}")
    accounts = [
        account(one, traced.trace, traced.reports)
        for one in traced.trace.statements
        if one.id in found.statements
    ]
    lines = edge_lines(found, accounts, traced.reports, view)
    sys.stdout.buffer.write(options.as_bytes(lines))


def _write_page(path: str, accounts: list[Account], traced: Traced) -> None:
    from rawi.cli.writing import written
    from rawi.export.dossier import dossier_html

    with written(path) as output:
        output.write(
            dossier_html(accounts, traced.trace, traced.reports).encode("utf-8", "replace")
        )


def _write_table(path: str, accounts: list[Account], traced: Traced) -> None:
    from rawi.cli.writing import written
    from rawi.export.csv_table import csv_lines
    from rawi.export.routes_table import ROUTES, route_rows

    with written(path) as output:
        rows = (row for one in accounts for row in route_rows(one, traced.trace, traced.reports))
        for line in csv_lines(ROUTES, rows):
            output.write(line)


def _bring_up(ledger: Ledger) -> None:
    """Bring statements up to date; a bar shows how far that is where it takes long."""
    from rawi.cli.progress import Meter, bar_wanted, counted

    meter = Meter(bar_wanted(False), None)
    try:
        ledger.bring_up(lambda done, _: meter.step(partial(counted, done, "report"), done))
    finally:
        meter.close()
