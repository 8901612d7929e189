"""`rawi retrace`: statements made anew, or brought up to date ahead of questions."""

from __future__ import annotations

from functools import partial

import click

from rawi.cli import options


@click.command()
@options.ledger_option
@click.option(
    "--new",
    is_flag=True,
    help="Only what was added or changed since, as the next rawi trace would do first. "
    "For example: rawi retrace --new",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Trace with N processes; what comes of it is the same. For example: --jobs 4",
)
@click.option(
    "--quiet",
    "-q",
    is_flag=True,
    help="No progress bar and no summary. For example: rawi retrace --quiet",
)
def retrace(where: str, new: bool, jobs: int, quiet: bool) -> None:
    """Make the statements of a ledger anew from its reports.

    What people decided stays, and so do the ids of statements. Broken off, it
    goes on where it stopped. With --new only what was added since is traced:
    rawi trace does that by itself, but then somebody waits for it.

    \b
    For example:
      rawi retrace --ledger news.db --jobs 2
      rawi add today/ && rawi retrace --new
    """
    from rawi.cli.progress import Meter, bar_wanted, counted, say
    from rawi.ledger.ledger import Ledger

    done = 0
    with Ledger(where, create=False) as ledger:
        meter = Meter(bar_wanted(quiet))

        def step(reports: int, _: int) -> None:
            nonlocal done
            done = reports
            meter.step(partial(counted, done, "report"), done)

        try:
            (ledger.bring_up if new else ledger.retrace)(step, jobs=jobs)
        finally:
            meter.close()
    if not quiet:
        say(f"{counted(done, 'report')} traced ({meter.seconds:.1f} s)")
