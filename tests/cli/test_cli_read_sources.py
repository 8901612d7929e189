"""`rawi read` on sources other than texts and pages: the same opening as that of `rawi add`."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rawi.cli import main
from rawi.cli.add import add
from rawi.cli.read import read
from rawi.intake import FORMATS

TABLE = "headline,body\nعنوان,قال الوزير إن العمل يبدأ غدا.\nآخر,وأكد ذلك مرتين.\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, arguments)], prog_name="rawi")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_table_is_read_and_the_guess_told(tmp_path: Path, jobs: int) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(TABLE.encode()))
    done = run(path, "--json", "--jobs", jobs)
    assert done.exit_code == 0, done.stderr
    first, _ = map(json.loads, done.stdout.splitlines())
    assert (first["id"], first["title"]) == ("a:2", "عنوان")
    assert first["attributions"]
    assert "columns guessed: text=body, title=headline" in done.stderr
    assert "columns guessed" not in run(path, "--json", "--jobs", jobs, "--quiet").stderr


def test_columns_are_mapped(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLE, "utf-8")
    done = run(path, "--json", "--map", "text=headline", "--map", "id=body")
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == ["عنوان", "آخر"]
    assert run(path, "--map", "text").exit_code == 2
    wrong = run(path, "--map", "text=none")
    assert wrong.exit_code == 1
    assert 'no column "none" for text' in wrong.stderr


def test_the_formats_of_the_commands_are_those_of_intake() -> None:
    for command in (read, add):
        (option,) = [one for one in command.params if one.name == "input_format"]
        assert tuple(option.type.choices) == FORMATS  # type: ignore[attr-defined]
