"""`rawi score`: how near the reader comes to what careful readers wrote down."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rawi.cli import options

if TYPE_CHECKING:
    from rawi.scoring.files import Reports
    from rawi.scoring.mistakes import Group
    from rawi.scoring.records import Marked

ALL = 0


class ScoreCommand(click.Command):
    """A command whose `--errors` takes the next argument only where that is a number."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give a bare `--errors` its value before click takes a file name for it."""
        own = args.index("--") if "--" in args else len(args)
        following = [*args[1:own], ""]
        spelt = [
            f"--errors={ALL}" if argument == "--errors" and not after.isdecimal() else argument
            for argument, after in zip(args[:own], following, strict=False)
        ]
        return super().parse_args(ctx, spelt + args[own:])


@click.command(cls=ScoreCommand)
@click.argument("gold", metavar="GOLD.jsonl", type=click.Path(path_type=Path))
@click.option(
    "--predicted",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Score the attributions in FILE (JSON Lines, at least id and attributions) instead of "
    "reading the reports now. For example: --predicted found.jsonl",
)
@click.option(
    "--json", "as_json", is_flag=True, help="Write JSON. For example: rawi score gold.jsonl --json"
)
@click.option(
    "--errors",
    metavar="[N]",
    type=click.IntRange(min=0),
    help="Also show what went wrong, in context, grouped by construction, the biggest groups "
    "first; with N at most N of each group. For example: rawi score gold.jsonl --errors 3",
)
@click.option(
    "--type",
    "only",
    type=click.Choice(["direct", "mixed", "indirect"]),
    help="Show the errors in statements of this type alone; implies --errors. "
    "For example: rawi score gold.jsonl --type mixed",
)
@options.view_options
def score(
    gold: Path,
    predicted: Path | None,
    as_json: bool,
    errors: int | None,
    only: str | None,
    color: str,
    width: int | None,
) -> None:
    """Score the reader against gold reports.

    GOLD.jsonl holds one report a line, with the attributions that careful
    readers found in it. Its reports are read now, unless --predicted gives a
    file with what was found in them. A statement counts as found from a
    token-F1 of 0.8 of its content on (soft) and where that is 1 (exact).

    \b
    For example:
      rawi score gold.jsonl
      rawi score gold.jsonl --errors 3 --type indirect
      rawi score gold.jsonl --predicted found.jsonl --json
    """
    from rawi.errors import InputError, UsageError
    from rawi.scoring.files import score_reports

    try:
        ours, theirs = _both(gold, predicted)
    except InputError as error:
        # A faulty gold file is a fault of the call: no figure can be trusted.
        raise UsageError(str(error)) from None
    groups = _groups(ours, theirs, only) if only or errors is not None else None
    shown = _as_json if as_json else _as_text
    view = options.view(color, width)
    lines = shown(score_reports(ours, theirs), groups, ours, errors or None, view)
    sys.stdout.buffer.write(f"{lines}\n".encode("utf-8", "replace"))


def _both(gold: Path, predicted: Path | None) -> tuple[Reports, dict[str, list[Marked]]]:
    from rawi.cli.prediction import predictions
    from rawi.scoring.files import read_marked

    ours = read_marked(gold)
    if predicted is None:
        return ours, predictions(ours)
    found = read_marked(predicted, ours)
    return ours, {key: report.attributions for key, report in found.items()}


def _groups(gold: Reports, predicted: dict[str, list[Marked]], only: str | None) -> list[Group]:
    from rawi.scoring.mistakes import grouped, mistakes

    return grouped(
        [
            mistake
            for key, report in gold.items()
            for mistake in mistakes(key, report, predicted.get(key, []))
            if only in (None, mistake.construction.type)
        ]
    )


def _as_json(
    figures: dict[str, Any], groups: list[Group] | None, gold: Reports, limit: int | None, view: Any
) -> str:
    import json

    from rawi.export.mistakes import mistake_values

    if groups is not None:
        figures = figures | {"errors": mistake_values(groups, gold, limit)}
    return json.dumps(figures, indent=2, ensure_ascii=False)


def _as_text(
    figures: dict[str, Any], groups: list[Group] | None, gold: Reports, limit: int | None, view: Any
) -> str:
    from rawi.export.mistakes import mistake_lines
    from rawi.scoring.table import table

    text = table(figures)
    if groups is not None:
        text += "\n\n" + "\n".join(mistake_lines(groups, gold, view, limit))
    return text
