"""`rawi reread`: what an older reader has read, read again."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import click

from rawi.cli import options

if TYPE_CHECKING:
    from rawi.errors import InputError
    from rawi.ledger.ledger import Ledger


@click.command()
@options.ledger_option
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also read again what this very version of Rawi has read. For example: rawi reread --all",
)
@options.jobs_option("ledger")
@click.option(
    "--quiet",
    "-q",
    is_flag=True,
    help="No progress bar and no summary. For example: rawi reread --quiet",
)
def reread(where: str, everything: bool, jobs: int, quiet: bool) -> None:
    """Read again what an older version of Rawi has read.

    What was read is replaced; what people decided stays, and so do the texts.
    Broken off, it goes on where it stopped.

    \b
    For example:
      rawi reread --ledger news.db --jobs 4
    """
    from rawi.cli.progress import Meter, bar_wanted, counted, say
    from rawi.ledger import rereading
    from rawi.ledger.ledger import Ledger

    done = failed = 0
    with Ledger(where, create=False) as ledger:
        meter = Meter(bar_wanted(quiet), rereading.count(ledger, everything))
        try:
            with closing(_replaced(ledger, everything, jobs)) as replaced:
                for number, faults in replaced:
                    done += number
                    failed += len(faults)
                    for fault in faults:
                        meter.complain(str(fault))
                    meter.step(partial(counted, done, "text"), done)
        finally:
            meter.close()
    if not quiet:
        kept = f", {counted(failed, 'text')} not" if failed else ""
        say(f"{counted(done, 'text')} read again{kept} ({meter.seconds:.1f} s)")
    if failed:
        raise click.exceptions.Exit(1)


def _replaced(
    ledger: Ledger, everything: bool, jobs: int
) -> Generator[tuple[int, list[InputError]], None, None]:
    """Yield how many readings were replaced, and what could not be read, again and again."""
    from rawi.cli.processes import Processes
    from rawi.ledger import rereading

    batches = rereading.unread(ledger, everything)
    if jobs == 1:
        for again in map(rereading.read_all_again, batches):
            yield rereading.replace(ledger, again.readings), again.faults
        return
    ledger.close()  # no two processes may use one connection
    with Processes(jobs, rereading.read_all_again) as processes:
        for again in processes.ordered(batches):
            yield rereading.replace(ledger, again.readings), again.faults
