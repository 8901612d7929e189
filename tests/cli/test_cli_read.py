"""`rawi read`, what it writes and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import Result

from rawi.cli.options import MAX_BYTES
from rawi.intake import limits
from rawi.records import Report

Run = Callable[..., Result]
ARABIC = "خبر\n\nأحمد قال: «سنبدأ العمل غدا» (TASS)"
ENGLISH = 'News\n\nAnn said: "Rain will come". Bo wrote: "Snow may fall".'


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(ARABIC, encoding="utf-8")
    two.write_text(ENGLISH, encoding="utf-8")
    return one, two


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    lines = [
        json.dumps({"id": f"r{number}", "text": f'{ENGLISH} Cy added: "{number}".'})
        for number in range(150)
    ]
    lines[70] = "{"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_for_a_person(run: Run, files: tuple[Path, Path]) -> None:
    result = run("read", files[0], "--published", "2024-08")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "خبر",
        f"2024-08 · en · {files[0]}",
        "",
        "  1. أحمد",
        "     direct · cue: قال",
        "     “سنبدأ العمل غدا”",
        "     أحمد → TASS",
        "",
    ]


def test_explain(run: Run, files: tuple[Path, Path]) -> None:
    output = run("read", files[0], "--explain").stdout
    assert "     - cue: verb before marks “قال”\n" in output
    assert "     - relayed by TASS “TASS”\n" in output


def test_summary_on_standard_error(run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
    result = run("read", *files, tmp_path / "none.txt")
    fault, summary = result.stderr.splitlines()
    assert fault == f"rawi: {tmp_path / 'none.txt'}: No such file or directory"
    assert summary.startswith("2 reports, 3 attributions, 1 skipped (0.")
    assert result.exit_code == 1


def test_summary_counts_one_as_one(run: Run, files: tuple[Path, Path]) -> None:
    assert run("read", files[0]).stderr.startswith("1 report, 1 attribution (")


def test_the_limit_is_that_of_intake() -> None:
    assert MAX_BYTES == limits.MAX_BYTES


def test_quiet_still_names_what_was_skipped(run: Run, files: tuple[Path, Path]) -> None:
    assert run("read", *files, "--quiet").stderr == ""
    result = run("read", "none.txt", "--quiet")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_json_is_in_the_format_of_the_guidelines(run: Run, files: tuple[Path, Path]) -> None:
    result = run("read", *files, "--json", "--language", "ar", "--published", "2024-08-21")
    lines = result.stdout.splitlines()
    records = [json.loads(line) for line in lines]
    assert list(records[0])[:3] == ["id", "language", "text"]
    assert [record["text"] for record in records] == [ARABIC, ENGLISH]
    assert {record["language"] for record in records} == {"ar"}
    assert {record["published"] for record in records} == {"2024-08-21"}
    attribution = records[0]["attributions"][0]
    assert ARABIC[slice(*attribution["content"][0])] == "سنبدأ العمل غدا"
    assert attribution["chain"][0]["name"] == "TASS"
    assert "أحمد" in lines[0]  # no escapes: a person may look at it
    assert msgspec.json.decode(lines[0], type=Report).text == ARABIC


def test_standard_input(run: Run) -> None:
    result = run("read", "-", input=ENGLISH)
    assert "“Snow may fall”" in result.stdout


@pytest.mark.parametrize("form", [["--json"], ["--explain"]])
def test_jobs_change_nothing(run: Run, many: Path, form: list[str]) -> None:
    one = run("read", many, *form)
    several = run("read", many, *form, "--jobs", 2)
    assert one.stdout_bytes == several.stdout_bytes
    assert one.stdout.count("r149") == 1
    assert f"rawi: {many}:71: not JSON\n" in several.stderr
    assert several.exit_code == one.exit_code == 1


def test_jobs_keep_the_order_of_files(run: Run, tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(f'Ann said: "{number}"', encoding="utf-8")
    # One among them that has gone by the time it is opened, and one that is no file.
    paths = [*sorted(tmp_path.iterdir()), tmp_path / "none.txt"]
    paths[30].unlink()
    one = run("read", *paths, "--json")
    several = run("read", *paths, "--json", "--jobs", 2)
    assert one.stdout_bytes == several.stdout_bytes
    faults = one.stderr.splitlines()[:-1]
    assert len(faults) == 2
    assert several.stderr.splitlines()[:-1] == faults


def test_nothing_is_added_to_piped_output(run: Run, files: tuple[Path, Path]) -> None:
    output = run("read", *files).stdout
    assert not set(output) & set("\x1b\u2066\u2067\u2068\u2069")
    assert output.isascii() is False


def test_colour_and_width_where_asked_for(run: Run, files: tuple[Path, Path]) -> None:
    output = run("read", files[1], "--color", "always", "--width", 30).stdout
    assert "\x1b[1;36mAnn\x1b[0m" in output


def test_a_report_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad\x1b[31m.txt"
    path.write_text('\x1b]0;title\x07\u202eAnn said: "rain\x1b[2J\x9b31m will\u2066 come"')
    result = run("read", path, tmp_path / "none\x1b[31m")
    for output in (result.stdout, result.stderr):
        assert not set(output) & set("\x1b\x07\x9b\u202e\u2066")
    assert "“rain␛[2J\ufffd31m will come”" in result.stdout
