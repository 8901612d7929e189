"""Every command and option explains itself, and nobody waits for it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner
from stubbed_rawi import environment

from rawi import __version__
from rawi.cli import main


def commands(
    command: click.Command = main, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner, f"there is no {name}"
            yield from commands(inner, (*path, name))


def options() -> Iterator[tuple[str, click.Option]]:
    for path, command in commands():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield " ".join((*path, parameter.opts[0])), parameter


@pytest.mark.parametrize("path", [path for path, _ in commands()], ids=" ".join)
def test_help_teaches_with_an_example(path: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, [*path, "--help"], prog_name="rawi")
    assert result.exit_code == 0
    assert re.search(r"^ +For example:\n +rawi ", result.output, re.MULTILINE)


@pytest.mark.parametrize(("name", "option"), list(options()), ids=[name for name, _ in options()])
def test_every_option_has_help(name: str, option: click.Option) -> None:
    assert option.help, f"{name} has no help"
    if "--version" not in option.opts:
        assert "For example: " in option.help, f"the help of {name} has no example"


def test_version() -> None:
    result = CliRunner().invoke(main, ["--version"], prog_name="rawi")
    assert (result.exit_code, result.output) == (0, f"rawi, version {__version__}\n")


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "from rawi.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        "heavy = {'msgspec', 'rich', 'trafilatura', 'babel', 'multiprocessing', 'tomllib'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, env=environment(), check=False
    )
    assert result.stderr.decode().strip() == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "x", "--jobs", "0"],
        ["read", "x", "--width", "3"],
        ["read", "x", "--language", "Arabic"],
        ["read", "x", "--published", "21.8.2024"],
        ["read", "x", "--published", "2024-13"],
        ["read", "x", "--format", "pdf"],
        ["read", "x", "--max-bytes", "-1"],
        ["read", "x", "--no-such-option"],
        ["score"],
        ["score", "x", "--type", "odd"],
        ["no-such-command"],
    ],
    ids=" ".join,
)
def test_wrong_usage(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments, prog_name="rawi")
    assert result.exit_code == 2
    assert "Error: " in result.stderr
    assert result.stdout == ""
