"""`rawi forget`: reports taken out of the ledger for good."""

from __future__ import annotations

import sys

import click

from rawi.cli import options


@click.command()
@click.argument("keys", metavar="[REPORT]...", nargs=-1)
@options.ledger_option
@click.option(
    "--before",
    metavar="DATE",
    help="All that was published before a year, a month or a day; what has no date stays. "
    "For example: rawi forget --before 2020",
)
@click.option(
    "--publisher",
    metavar="NAME",
    help="All that an outlet published: its name, its domain, or its id. "
    "For example: rawi forget --publisher example.org",
)
@click.option(
    "--dry-run",
    is_flag=True,
    help="Forget nothing; tell how many reports that would be. "
    "For example: --before 2020 --dry-run",
)
@click.option(
    "--yes", is_flag=True, help="Do not ask. For example: rawi forget r2kqpd7xw4ty6hjm --yes"
)
def forget(
    keys: tuple[str, ...],
    where: str,
    before: str | None,
    publisher: str | None,
    dry_run: bool,
    yes: bool,
) -> None:
    """Take reports out of the ledger for good.

    Their texts, statements, originals, decisions and what the index has of
    them go, with the speakers and outlets that are in no other report, and the
    ledger's files are written anew. Copies and backups of the ledger are yours
    to look after. Adding the same report again brings it back.

    \b
    For example:
      rawi forget r2kqpd7xw4ty6hjm
      rawi forget --publisher example.org --before 2020 --yes
    """
    from rawi.cli.progress import counted, say
    from rawi.ledger.ledger import Ledger

    with Ledger(where, create=False) as ledger:
        would = ledger.forget(*keys, before=before, publisher=publisher, dry_run=True)
        told = counted(would.reports, "report")
        if dry_run:
            say(f"{told} would be forgotten: a dry run, nothing was")
            return
        if would.reports and not yes and not _agreed(told, ledger.where):
            say("nothing was forgotten")
            raise click.exceptions.Exit(1)
        gone = ledger.forget(*keys, before=before, publisher=publisher)
    texts, originals = counted(gone.texts, "text"), counted(gone.originals, "original")
    say(f"{counted(gone.reports, 'report')} forgotten, with {texts} and {originals}")


def _agreed(told: str, where: str) -> bool:
    from rawi.errors import UsageError
    from rawi.export.safe import one_line

    if not sys.stdin.isatty():
        raise UsageError(f"{told} would be forgotten: --yes says that this is meant")
    return click.confirm(f"Forget {told} in {one_line(where)} for good?", err=True)
