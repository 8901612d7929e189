"""The group of commands, and how each of them ends when something comes between."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from rawi.errors import INTERRUPTED, RawiError

#: As the shell reports a program that SIGPIPE ended.
BROKEN_PIPE = 141


class RawiGroup(click.Group):
    """A group whose commands end without a traceback.

    Errors of Rawi's own go to standard error with their exit status, an interrupt
    ends with 130, a reader that went away (`| head`) quietly with 141.  `modules` names its
    commands: each is what the module of this name in `rawi.cli` has by this name.
    """

    def __init__(self, *args: Any, modules: Sequence[str] = (), **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._modules = sorted(modules)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return self._modules

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, None where there is none of this name."""
        if cmd_name not in self._modules:
            return None
        command: click.Command = getattr(import_module(f"rawi.cli.{cmd_name}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            raise click.exceptions.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _hush()
            raise click.exceptions.Exit(BROKEN_PIPE) from None
        except RawiError as error:
            complain(str(error))
            raise click.exceptions.Exit(error.exit_code) from None
        return result


def complain(message: str) -> None:
    """Put a message on standard error: one line, safe to show."""
    from rawi.export.safe import one_line

    click.echo(f"rawi: {one_line(message)}", err=True)


def _hush() -> None:
    """Point the output nowhere: what is still in buffers fails no more when they are flushed."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
