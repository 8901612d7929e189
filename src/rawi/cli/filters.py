"""The options that say which statements and reports are meant, for several commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from rawi.cli import options

Command = TypeVar("Command", bound=Callable[..., Any])

#: The parameters that the options give a command.
NAMES = ("speaker", "outlet", "via", "language", "since", "until", "type", "anonymous")

_OPTIONS = (
    click.option(
        "--speaker",
        metavar="NAME",
        help="What somebody said: a name or a part of one, in any script. "
        "For example: --speaker Diarra",
    ),
    click.option(
        "--outlet",
        metavar="NAME",
        help="What an outlet published: its name in any language, its domain, or its id. "
        "For example: --outlet rt.com",
    ),
    click.option(
        "--via",
        metavar="NAME",
        help="What came through an outlet: an interview, an agency, a post. "
        "For example: --via TASS",
    ),
    click.option(
        "--language",
        metavar="CODE",
        callback=options.language,
        help="Reports in a language, an ISO 639 code. For example: --language ar",
    ),
    click.option(
        "--since",
        metavar="DATE",
        help="Published on that day or later: a year, a month or a day. "
        "For example: --since 2024-08",
    ),
    click.option(
        "--until",
        metavar="DATE",
        help="Published on that day or earlier: a year, a month or a day, the last of them "
        "included. For example: --until 2024",
    ),
    click.option(
        "--type",
        type=click.Choice(["direct", "mixed", "indirect"]),
        help="Statements of this type. For example: --type direct",
    ),
    click.option(
        "--anonymous/--named",
        default=None,
        help="Statements by somebody without a name, or with one. "
        "For example: rawi search wheat --anonymous",
    ),
)


def filter_options(command: Command) -> Command:
    """Add the filters."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
