"""`rawi show`: one report of the ledger with all that is kept of it."""

from __future__ import annotations

import sys

import click

from rawi.cli import options


@click.command()
@click.argument("key", metavar="ID")
@options.ledger_option
@click.option(
    "--version",
    type=click.IntRange(min=1),
    metavar="N",
    help="The report as it was in its Nth version; otherwise as it is now. "
    "For example: --version 1",
)
@click.option(
    "--original",
    is_flag=True,
    help="Write the original bytes that are kept, and nothing else. "
    "For example: rawi show ID --original > page.html",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Show which rules led to each statement, and on which words they rest. "
    "For example: rawi show ID --explain",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Write one JSON object: the report as rawi read --json writes it, with its versions, "
    "origins and decisions. For example: rawi show ID --json",
)
@options.view_options
def show(
    key: str,
    where: str,
    version: int | None,
    original: bool,
    explain: bool,
    as_json: bool,
    color: str,
    width: int | None,
) -> None:
    """Show a report: its statements, versions, origins, and what was decided.

    \b
    For example:
      rawi show r2kqpd7xw4ty6hjm
      rawi show r2kqpd7xw4ty6hjm --version 1 --json
    """
    from rawi.errors import UsageError
    from rawi.export.history import shown_lines, shown_values
    from rawi.export.jsonl import json_line
    from rawi.ledger.ledger import Ledger

    with Ledger(where, create=False) as ledger:
        if original:
            data = ledger.original(key, version)
            if data is None:
                raise UsageError(f"no original bytes of {key!r} are kept in {ledger.where}")
            sys.stdout.buffer.write(data)
            return
        shown = ledger.shown(key, version)
        if shown is None:  # rawi search names statements REPORT/ATTRIBUTION
            shown = ledger.shown(key.rpartition("/")[0], version)
        if shown is None:
            which = "" if version is None else f" in version {version}"
            raise UsageError(f"no report {key!r}{which} in {ledger.where}: rawi search finds ids")
    if as_json:
        sys.stdout.buffer.write(json_line(shown_values(shown)))
    else:
        lines = shown_lines(shown, options.view(color, width, explain))
        sys.stdout.buffer.write(options.as_bytes(lines))
