"""`rawi add`: reports into the ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from rawi.cli import options
from rawi.cli.web import web_asked, web_options

if TYPE_CHECKING:
    from rawi.cli.adding import AddTask, Step
    from rawi.cli.progress import Tally


@dataclass(frozen=True, kw_only=True)
class AddOptions:
    """What `rawi add` was asked for; see its options."""

    sources: tuple[str, ...]
    where: str
    jobs: int
    dry_run: bool
    no_originals: bool
    input_format: str | None
    mapping: tuple[str, ...]
    language: str | None
    max_bytes: int
    allow_private: bool
    contact: str | None
    proxies: bool
    quiet: bool


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@options.ledger_option
@options.jobs_option("ledger")
@click.option(
    "--dry-run",
    is_flag=True,
    help="Add nothing; write a line for each report: what would become of it, its id, where it "
    "is from, its title. For example: rawi add news/ --dry-run | less",
)
@click.option(
    "--no-originals",
    is_flag=True,
    help="Keep no original bytes beside the texts that were made of them. "
    "For example: rawi add crawl/ --no-originals",
)
@options.input_options("add")
@options.max_bytes_option("report (a file, a page, a line of JSON Lines)")
@web_options
@click.option(
    "--quiet",
    "-q",
    is_flag=True,
    help="No progress bar and no summary; skipped inputs are still named. "
    "For example: rawi add news/ --quiet",
)
def add(**given: Any) -> None:
    """Read reports and keep them in the ledger.

    A SOURCE is a file of text, a page, JSON Lines, CSV or Parquet, a feed, a
    WARC or NewsML, packed or not, a folder of such files, or an address of the
    web; - is standard input. A report that the ledger holds already is known
    and not read again, one that has changed becomes a new version of itself.

    Whatever comes between (an interrupt, a full disk, a power cut), no report
    is half kept, and the same command goes on where it stopped. An input that
    cannot be read is named on standard error and skipped; the exit status is
    then 1.

    \b
    For example:
      rawi add news/ --jobs 4
      rawi add reports.jsonl --ledger news.db
      cat page.html | rawi add - --ledger postgresql://ann@localhost/news
    """
    from rawi.cli.adding import AddTask
    from rawi.intake.columns import parse_mapping
    from rawi.intake.options import TakeOptions

    asked = AddOptions(**given)
    task = AddTask(
        options=TakeOptions(
            format=asked.input_format,
            max_bytes=asked.max_bytes,
            mapping=parse_mapping(asked.mapping),
            web=web_asked(
                allow_private=asked.allow_private, contact=asked.contact, proxies=asked.proxies
            ),
        ),
        originals=not asked.no_originals,
        language=asked.language,
    )
    tally = _dry_run(asked, task) if asked.dry_run else _run(asked, task)
    if tally.counts["skipped"]:
        raise click.exceptions.Exit(1)


def _run(asked: AddOptions, task: AddTask) -> Tally:
    from rawi.cli.adding import add_all
    from rawi.cli.amounts import bytes_of
    from rawi.cli.progress import Tally, bar_wanted, say
    from rawi.errors import LedgerError
    from rawi.ledger.ledger import Ledger

    with Ledger(asked.where) as ledger:
        bar = bar_wanted(asked.quiet)
        tally = Tally(bar, bytes_of(asked.sources) if bar else None)
        try:
            # Closed here and now: it may hold processes.
            tell = None if asked.quiet else tally.tell
            with closing(add_all(ledger, asked.sources, task, asked.jobs, tell)) as steps:
                _count(steps, tally)
        except (KeyboardInterrupt, LedgerError):
            tally.close()
            say(f"{tally.summary()}; broken off: the same command goes on from here")
            raise
        tally.close()
        if not asked.quiet:
            say("\n".join((tally.summary(), *tally.reasons())))
    return tally


def _count(steps: Iterable[Step], tally: Tally) -> None:
    from rawi.errors import InputError

    for step in steps:
        for outcome in step.outcomes:
            if isinstance(outcome, InputError):
                tally.skip(outcome)
            else:
                tally.add(outcome)
        tally.step(step.size)


def _dry_run(asked: AddOptions, task: AddTask) -> Tally:
    from rawi.cli.dry_run import would_add
    from rawi.cli.progress import Tally, say
    from rawi.errors import InputError
    from rawi.export.safe import one_line

    tally = Tally(False, None)
    for found in would_add(asked.where, asked.sources, task):
        if isinstance(found, InputError):
            tally.skip(found)
            continue
        tally.add(found.outcome)
        cells = (found.outcome, found.key, found.place, found.title)
        line = "\t".join(map(one_line, cells))
        sys.stdout.buffer.write(f"{line}\n".encode("utf-8", "replace"))
    if not asked.quiet:
        say(f"{tally.summary()}: a dry run, nothing was added")
    return tally
