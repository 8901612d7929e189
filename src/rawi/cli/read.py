"""`rawi read`: reports in, attributed statements out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from rawi.cli import options

if TYPE_CHECKING:
    from rawi.cli.progress import Run
    from rawi.cli.work import Result


@dataclass(frozen=True, kw_only=True)
class ReadOptions:
    """What `rawi read` was asked for; see its options."""

    paths: tuple[str, ...]
    as_json: bool
    explain: bool
    jobs: int
    input_format: str | None
    mapping: tuple[str, ...]
    language: str | None
    published: str | None
    max_bytes: int
    color: str
    width: int | None
    quiet: bool


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Write JSON Lines, one report a line, its text and its attributions in it. "
    "For example: rawi read *.html --json > found.jsonl",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Show which rules led to each statement, and on which words they rest; --json always "
    "holds them, under why. For example: rawi read report.txt --explain",
)
@options.jobs_option("output")
@options.input_options("read")
@click.option(
    "--published",
    metavar="DATE",
    callback=options.published,
    help="When the reports were published, whatever they say themselves: an ISO 8601 year, "
    "month, day or instant. For example: --published 2024-08-21",
)
@options.max_bytes_option("report (a file, a page, a line of JSON Lines)")
@options.view_options
@click.option(
    "--quiet",
    "-q",
    is_flag=True,
    help="No progress bar and no summary; skipped inputs are still named. "
    "For example: rawi read news/ --json --quiet",
)
def read(**given: Any) -> None:
    """Find the attributed statements in reports.

    A PATH is a file of text, a page, JSON Lines, CSV or Parquet, a feed, a
    WARC or NewsML, packed (gzip, bzip2, Zstandard) or not, or a folder of
    such files; - is standard input. Each statement is shown with its
    speaker, its cue, its content, and the chain that it came through.

    An input that cannot be read is named on standard error and skipped; the
    exit status is then 1.

    \b
    For example:
      rawi read report.txt
      rawi read page.html --explain
      rawi read reports.jsonl --json --jobs 4 > found.jsonl
      cat report.txt | rawi read - --language ar --published 2024-08-21
    """
    run = _run(ReadOptions(**given))
    if run.skipped:
        raise click.exceptions.Exit(1)


def _run(asked: ReadOptions) -> Run:
    from rawi.cli.progress import Run, bar_wanted, say
    from rawi.cli.work import Task, read_all
    from rawi.intake.columns import parse_mapping

    view = None if asked.as_json else options.view(asked.color, asked.width, asked.explain)
    task = Task(
        view=view,
        format=asked.input_format,
        max_bytes=asked.max_bytes,
        language=asked.language,
        published=asked.published,
        mapping=parse_mapping(asked.mapping),
    )
    run = Run(bar_wanted(asked.quiet))
    try:
        # Closed here and now: it may hold processes.
        with closing(read_all(asked.paths, task, asked.jobs)) as results:
            _write(results, run, asked.quiet)
    finally:
        run.close()
    if not asked.quiet:
        say(run.summary())
    return run


def _write(results: Iterable[Result], run: Run, quiet: bool) -> None:
    from rawi.cli.work import Skipped, Told

    output = sys.stdout.buffer
    for result in results:
        if isinstance(result, Skipped):
            run.skip(result.fault)
            continue
        if isinstance(result, Told):
            if not quiet:
                run.tell(result.line)
            continue
        output.write(result.output)
        # At once, so that whoever reads a stream that is still growing waits for nothing.
        output.flush()
        run.add(result.attributions)
