"""`rawi doctor`: is the ledger well?"""

from __future__ import annotations

import sys

import click

from rawi.cli import options


@click.command()
@options.ledger_option
@click.option(
    "--check",
    is_flag=True,
    help="Look only, and mend nothing. For example: rawi doctor --check",
)
@click.option(
    "--rebuild",
    is_flag=True,
    help="Make the whole index anew. For example: rawi doctor --rebuild",
)
@click.option(
    "--compact",
    is_flag=True,
    help="Write the ledger's files anew, without the room of what was removed. "
    "For example: rawi doctor --compact",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Write JSON Lines, one finding a line. For example: rawi doctor --json",
)
@click.option(
    "--quiet",
    "-q",
    is_flag=True,
    help="No progress bar and no summary. For example: rawi doctor --quiet",
)
def doctor(
    where: str, check: bool, rebuild: bool, compact: bool, as_json: bool, quiet: bool
) -> None:
    """Look whether the ledger is well, and mend what can be mended.

    Texts and readings are compared with their hashes, the rows beside them with
    the readings, the index with the reports. What is derived is made again;
    what cannot be is named, and the exit status is then 1.

    \b
    For example:
      rawi doctor
      rawi doctor --ledger news.db --check --json
    """
    from functools import partial

    from rawi.cli.progress import Meter, bar_wanted, counted, say
    from rawi.errors import UsageError
    from rawi.export.jsonl import json_line
    from rawi.export.listings import finding_line
    from rawi.ledger.ledger import Ledger

    if check and (rebuild or compact):
        raise UsageError("--check looks only: without it, --rebuild and --compact may be asked for")
    found = left = 0
    with Ledger(where, create=False) as ledger:
        meter = Meter(bar_wanted(quiet))
        try:
            for finding in ledger.examine(
                mend=not check,
                rebuild=rebuild,
                on_progress=lambda done: meter.step(partial(counted, done, "version"), done),
            ):
                meter.close()
                found += 1
                left += not finding.mended
                line = json_line(finding) if as_json else options.as_bytes([finding_line(finding)])
                sys.stdout.buffer.write(line)
        finally:
            meter.close()
        if compact:
            ledger.compact()
    if not quiet:
        say(f"{counted(found, 'finding')}, {left} not mended" if found else "all is well")
    if left:
        raise click.exceptions.Exit(1)
