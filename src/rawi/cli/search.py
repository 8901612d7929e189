"""`rawi search`: statements and reports in the ledger, found again."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import click

from rawi.cli import options
from rawi.cli.filters import NAMES, filter_options

if TYPE_CHECKING:
    from rawi.ledger.search import Hit


@dataclass(frozen=True, kw_only=True)
class SearchOptions:
    """What `rawi search` was asked for; see its options."""

    query: tuple[str, ...]
    where: str
    within: Literal["all", "statements", "reports"]
    filters: dict[str, Any]
    limit: int
    page: int
    as_json: bool
    color: str
    width: int | None


@click.command()
@click.argument("query", metavar="[QUERY]...", nargs=-1)
@options.ledger_option
@click.option(
    "--in",
    "within",
    type=click.Choice(["all", "statements", "reports"]),
    default="all",
    show_default=True,
    help="Search what is said and by whom (statements), titles and texts (reports), or statements "
    "first, then the reports that none of them is in. For example: --in reports",
)
@filter_options
@click.option(
    "--limit",
    type=click.IntRange(1, 1_000),
    default=20,
    show_default=True,
    metavar="N",
    help="Hits on a page. For example: --limit 50",
)
@click.option(
    "--page",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Which page. For example: --page 2",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Write one JSON object: the hits with their snippets, and how many there are. "
    "For example: rawi search wheat --json",
)
@options.view_options
def search(**given: Any) -> None:
    """Find statements and reports in the ledger.

    QUERY is words that must all be there, in any order and spelling: case,
    accents, Arabic diacritics, hamza and article make no difference, and a name
    is found in other scripts, too. "Words in quotation marks" are found as they
    follow each other, and beginning* finds all that begins so. OR (|) and
    NOT (-) join words, parentheses group them. Without QUERY the filters alone
    decide.

    What is spelt as in the query comes first, then the newest.

    \b
    For example:
      rawi search wheat
      rawi search '"price of bread" OR flour' --since 2024-08 --outlet Reuters
      rawi search --speaker ديارا --via TASS --json
    """
    from rawi.cli.progress import say
    from rawi.export.hits import counts_line
    from rawi.ledger.ledger import Ledger

    filters = {name: given.pop(name) for name in NAMES}
    asked = SearchOptions(**given, filters=filters)
    with Ledger(asked.where, create=False) as ledger:
        found = ledger.search(" ".join(asked.query), within=asked.within, **asked.filters)
        hits = found.page(asked.page, asked.limit)
        counts = found.count()
    if asked.as_json:
        _write_json(asked, hits, counts)
    else:
        _write_lines(asked, hits)
        page = f"; page {asked.page}" if asked.page > 1 else ""
        more = f"; more: --page {asked.page + 1}" if len(hits) == asked.limit else ""
        say(f"{counts_line(counts)}{page}{more}")


def _write_json(asked: SearchOptions, hits: list[Hit], counts: Any) -> None:
    from rawi.export.hits import hit_values
    from rawi.export.jsonl import json_line

    values = {
        "query": " ".join(asked.query),
        "page": asked.page,
        "limit": asked.limit,
        "counts": counts,
        "hits": list(map(hit_values, hits)),
    }
    sys.stdout.buffer.write(json_line(values))


def _write_lines(asked: SearchOptions, hits: list[Hit]) -> None:
    from rawi.export.hits import hit_lines

    view = options.view(asked.color, asked.width)
    first = (asked.page - 1) * asked.limit + 1
    for number, hit in enumerate(hits, first):
        sys.stdout.buffer.write(options.as_bytes(hit_lines(number, hit, view)))
