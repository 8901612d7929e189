"""Options that several commands share, and how output is to be shown."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rawi.export.flow import View

Command = TypeVar("Command", bound=Callable[..., Any])

#: As in `rawi.intake`, which takes longer to import than the help may take to appear.
MAX_BYTES = 20_000_000
FORMATS = ("text", "html", "jsonl", "csv", "parquet", "feed", "opml", "warc", "newsml")

#: The ledger where none is named.
LEDGER = "rawi.db"

NARROWEST = 30
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def view_options(command: Command) -> Command:
    """Add the options for colour and width."""
    color = click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colours in the output. auto: on a terminal, unless NO_COLOR is set. "
        "For example: rawi read report.txt --color always | less -R",
    )
    width = click.option(
        "--width",
        type=click.IntRange(min=NARROWEST),
        metavar="N",
        help="Wrap lines at N columns. Otherwise a terminal's own width, and no wrapping "
        "where the output is no terminal. For example: --width 72",
    )
    return color(width(command))


def ledger_option(command: Command) -> Command:
    """Add the option that names the ledger; its value is a path or a URL."""
    return click.option(
        "--ledger",
        "where",
        envvar="RAWI_LEDGER",
        default=LEDGER,
        show_default=True,
        metavar="PATH|URL",
        help="The ledger: a file of SQLite, or postgresql://USER@HOST/NAME; otherwise what the "
        "variable RAWI_LEDGER says. For example: --ledger news.db",
    )(command)


def by_option(command: Command) -> Command:
    """Add `--by`: who decides."""
    return click.option(
        "--by",
        envvar="RAWI_USER",
        metavar="NAME",
        help="Who decides; otherwise what the variable RAWI_USER says, else the name of the "
        "account. For example: --by Mona",
    )(command)


def account() -> str:
    """Return the name of the account that decides."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        return "unknown"


def input_options(verb: str) -> Callable[[Command], Command]:
    """Return what adds the options that say what inputs are; `verb` is the command's name."""
    input_format = click.option(
        "--format",
        "input_format",
        type=click.Choice(FORMATS),
        help="What the inputs are, where their names and first bytes would not tell. "
        f"For example: curl -s URL | rawi {verb} - --format html",
    )
    mapping = click.option(
        "--map",
        "mapping",
        multiple=True,
        metavar="FIELD=COLUMN",
        help="Which column of a table, or member of a JSON object, holds a field of a report; "
        "others are guessed from their names, and told. May be repeated. "
        "For example: --map text=body",
    )
    code = click.option(
        "--language",
        metavar="CODE",
        callback=language,
        help="The reports' language, an ISO 639 code, whatever they say themselves. "
        "For example: --language ar",
    )
    return lambda command: input_format(mapping(code(command)))


def max_bytes_option(what: str) -> Callable[[Command], Command]:
    """Return what adds the limit of size; `what` is skipped where it is larger."""
    return click.option(
        "--max-bytes",
        type=click.IntRange(min=1),
        default=MAX_BYTES,
        show_default=True,
        metavar="N",
        help=f"Skip a {what} that is larger than N bytes. For example: --max-bytes 1000000",
    )


def jobs_option(same: str) -> Callable[[Command], Command]:
    """Return what adds the number of processes; `same` is what it does not change."""
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        metavar="N",
        help=f"Read with N processes; the {same} is the same. For example: --jobs 4",
    )


def as_bytes(lines: Iterable[str]) -> bytes:
    """Return lines without line ends as they are written to standard output."""
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def view(color: str, width: int | None, explain: bool = False) -> View:
    """Return how standard output is to be shown.

    Where it is no terminal nothing is added that was not asked for.
    """
    from rawi.export.flow import View

    terminal = sys.stdout.isatty()
    if width is None and terminal:
        width = max(NARROWEST, shutil.get_terminal_size().columns)
    return View(
        width=width,
        colour=color == "always" or (color == "auto" and terminal and _colour_wanted()),
        isolates=terminal,
        explain=explain,
    )


def _colour_wanted() -> bool:
    # https://no-color.org: set to anything but the empty string.
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def language(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Check a language code; None where none is given."""
    if value is not None and not _LANGUAGE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no ISO 639 code, such as ar")
    return value


def published(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Check an ISO 8601 year, month, day or instant; None where none is given."""
    if value is not None and not _is_date(value):
        raise click.BadParameter(
            f"{value!r} is no ISO 8601 date: 2024, 2024-08, 2024-08-21 or 2024-08-21T09:30:00Z"
        )
    return value


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    try:
        if match:
            date(*(int(part or 1) for part in match.groups()))
            return True
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return "T" in value
