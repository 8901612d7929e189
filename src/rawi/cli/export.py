"""`rawi export`: statements and reports of the ledger as files for other tools."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Literal, cast

import click

from rawi.cli import options
from rawi.cli.filters import NAMES, filter_options

if TYPE_CHECKING:
    from rawi.export.tables import Row
    from rawi.ledger.ledger import Ledger
    from rawi.records import Report

Format = Literal["csv", "jsonl", "parquet", "gold"]
_SUFFIXES: dict[str, Format] = {".csv": "csv", ".jsonl": "jsonl", ".parquet": "parquet"}


@dataclass(frozen=True, kw_only=True)
class ExportOptions:
    """What `rawi export` was asked for; see its options."""

    query: tuple[str, ...]
    where: str
    format: Format | None
    what: Literal["statements", "reports"]
    decided: bool
    output: str
    quiet: bool
    filters: dict[str, Any]

    @property
    def told(self) -> Format:
        """The format that is asked for, or that the name of the file tells."""
        ending = os.path.splitext(self.output)[1].lower()
        return self.format or _SUFFIXES.get(ending, "jsonl")

    @property
    def selects(self) -> bool:
        """Tell whether a query or a filter is given."""
        return bool(self.query) or any(one is not None for one in self.filters.values())


@click.command()
@click.argument("query", metavar="[QUERY]...", nargs=-1)
@options.ledger_option
@click.option(
    "--format",
    type=click.Choice(["csv", "jsonl", "parquet", "gold"]),
    help="What to write: tables (csv, parquet), reports as rawi read --json writes them (jsonl), "
    "or in the format of gold files (gold); otherwise what the name of the file tells, else "
    "jsonl. For example: --format csv",
)
@click.option(
    "--what",
    type=click.Choice(["statements", "reports"]),
    default="statements",
    show_default=True,
    help="The rows of a table. For example: --format csv --what reports",
)
@click.option(
    "--decided",
    is_flag=True,
    help="Only reports about which somebody decided something (rawi correct). "
    "For example: --format gold --decided",
)
@click.option(
    "--output",
    "-o",
    default="-",
    metavar="FILE",
    help="Where to write; it is there whole or not at all. Otherwise to standard output. "
    "For example: -o statements.csv",
)
@filter_options
@click.option(
    "--quiet", "-q", is_flag=True, help="No summary. For example: rawi export -o all.jsonl --quiet"
)
def export(**given: Any) -> None:
    """Write statements and reports to a file for other tools.

    QUERY and filters are those of rawi search; without them all is written.
    What was decided with rawi correct goes out as it was decided. The columns
    are described in docs/guides/exporting.md.

    \b
    For example:
      rawi export -o statements.csv
      rawi export wheat --since 2024 --format csv -o wheat.csv
      rawi export --format gold --decided -o gold.jsonl
    """
    from rawi.cli.progress import counted, say
    from rawi.ledger.ledger import Ledger

    filters = {name: given.pop(name) for name in NAMES}
    asked = ExportOptions(**given, filters=filters)
    with Ledger(asked.where, create=False) as ledger, _opened(asked) as output:
        written = _write(ledger, asked, output)
    if not asked.quiet:
        thing = "report" if asked.told in ("jsonl", "gold") else asked.what.removesuffix("s")
        say(f"{counted(written, thing)} written")


def _write(ledger: Ledger, asked: ExportOptions, output: IO[bytes]) -> int:
    from rawi.export import tables

    if asked.told in ("jsonl", "gold"):
        return _write_lines(asked, _reports(ledger, asked), output)
    columns = tables.REPORTS if asked.what == "reports" else tables.STATEMENTS
    rows = _rows(ledger, asked)
    if asked.told == "parquet":
        from rawi.export.parquet_table import write_parquet

        return write_parquet(columns, rows, output)
    from rawi.export.csv_table import csv_lines

    written = -1  # the names of the columns are no row
    for line in csv_lines(columns, rows):
        output.write(line)
        written += 1
    return written


def _write_lines(asked: ExportOptions, reports: Iterable[Report], output: IO[bytes]) -> int:
    from rawi.export.gold import gold_line
    from rawi.export.jsonl import report_line

    line = gold_line if asked.told == "gold" else report_line
    written = 0
    for report in reports:
        output.write(line(report))
        written += 1
    return written


def _rows(ledger: Ledger, asked: ExportOptions) -> Iterator[Row]:
    """Yield the rows of what is meant: of statements those alone that were found."""
    from rawi.export import tables

    if asked.what == "reports" or not asked.selects:
        columns = tables.REPORTS if asked.what == "reports" else tables.STATEMENTS
        for report in _reports(ledger, asked):
            yield from tables.rows(report, columns)
        return
    decided = ledger.decided() if asked.decided else None
    query = " ".join(asked.query)
    for hit in ledger.search(query, within="statements", **cast(Any, asked.filters)):
        if hit.attribution and (decided is None or hit.report.id in decided):
            yield tables.statement_row(hit.report, hit.attribution)


def _reports(ledger: Ledger, asked: ExportOptions) -> Iterator[Report]:
    """Yield the reports that are meant, each once."""
    decided = ledger.decided() if asked.decided else None
    seen: set[str] = set()
    found: Iterable[Report] = ledger.reports()
    if asked.selects:
        hits = ledger.search(" ".join(asked.query), **cast(Any, asked.filters))
        found = (hit.report for hit in hits)
    for report in found:
        if (decided is not None and report.id not in decided) or report.id in seen:
            continue
        if asked.selects:
            seen.add(report.id)
        yield report


@contextmanager
def _opened(asked: ExportOptions) -> Iterator[IO[bytes]]:
    """Open what is written to; a file is there under its name when all is written."""
    from rawi.errors import UnreadableError, UsageError

    if asked.output == "-":
        if asked.told == "parquet" and sys.stdout.isatty():
            raise UsageError("Parquet is nothing for a terminal: -o FILE")
        yield sys.stdout.buffer
        return
    part = f"{asked.output}.part"
    try:
        with open(part, "wb") as output:
            yield output
        os.replace(part, asked.output)
    except OSError as error:
        raise UnreadableError(asked.output, error.strerror or str(error)) from None
    finally:
        if os.path.exists(part):
            os.unlink(part)
