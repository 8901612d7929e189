"""`rawi score`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
TEXT = 'أحمد قال: «سنبدأ العمل غدا». وحذر علي من الأمطار الغزيرة. Bo wrote: "Rain and snow".'


def span(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def gold() -> dict[str, Any]:
    return {
        "id": "r1",
        "language": "ar",
        "text": TEXT,
        "attributions": [
            {
                "content": [span("سنبدأ العمل غدا")],
                "type": "direct",
                "cue": [span("قال")],
                "source": [span("أحمد")],
                "speaker": {"name": "أحمد البدري"},
                "chain": [],
            },
            {
                "content": [span("الأمطار الغزيرة")],
                "type": "indirect",
                "cue": [span("حذر")],
                "source": [span("علي")],
                "speaker": {"name": "علي"},
                "chain": [],
            },
        ],
    }


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(gold()) + "\n", encoding="utf-8")
    return path


def test_the_reports_are_read(run: Run, path: Path) -> None:
    result = run("score", path)
    assert result.exit_code == 0
    assert "all            2      2     50.0   50.0   50.0" in result.stdout
    figures = json.loads(run("score", path, "--json").stdout)
    assert figures["detection"]["all"]["soft"]["found"] == 1
    assert figures["speaker"]["right"] == 0


def test_predictions_from_a_file(run: Run, path: Path) -> None:
    figures = json.loads(run("score", path, "--predicted", path, "--json").stdout)
    assert figures["detection"]["all"]["exact"]["f1"] == 1.0
    assert run("score", path, "--predicted", path, "--errors").stdout.endswith("No mistakes.\n")


def test_errors_in_context(run: Run, path: Path) -> None:
    # Whether the option stands before or after the file, the file is no number.
    output = run("score", "--errors", path).stdout
    assert output == run("score", path, "--errors").stdout
    assert output.split("\n\n", 3)[3].splitlines() == [
        "⟦gold⟧ ⟪found⟫ ‹cue›",
        "",
        "Missed: 1",
        "",
        "  1 × indirect · حذر before · preposition",
        "    - r1 و‹حذر› علي من ⟦الأمطار الغزيرة⟧.",
        "",
        "Found falsely: 1",
        "",
        "  1 × direct · wrote before · colon + quotation mark",
        '    - r1 Bo ‹wrote›: "⟪Rain and snow⟫".',
        "",
        "Wrong speaker: 1",
        "",
        "  1 × direct · قال before · colon + quotation mark",
        "    - r1 أحمد ‹قال›: «⟦⟪سنبدأ العمل غدا⟫⟧».",
        "      gold: أحمد البدري | found: أحمد",
    ]


def test_errors_of_one_type(run: Run, path: Path) -> None:
    output = run("score", path, "--type", "indirect").stdout
    assert "Missed: 1" in output
    assert "Wrong speaker" not in output


def test_at_most_so_many_of_a_group(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    lines = (json.dumps(gold() | {"id": f"r{number}"}) for number in range(5))
    path.write_text("\n".join(lines), encoding="utf-8")
    output = run("score", path, "--errors", "2").stdout
    assert "  5 × indirect · حذر before · preposition" in output
    assert output.count("⟦الأمطار") == 2


def test_errors_as_json(run: Run, path: Path) -> None:
    errors = json.loads(run("score", path, "--errors", "--json").stdout)["errors"]
    assert list(errors) == ["miss", "false find", "boundary", "source", "speaker", "chain"]
    (group,) = errors["speaker"]
    assert {key: group[key] for key in ("type", "cue", "position", "opener", "count")} == {
        "type": "direct",
        "cue": "قال",
        "position": "before",
        "opener": "colon + quotation mark",
        "count": 1,
    }
    (mistake,) = group["mistakes"]
    assert mistake["gold"]["speaker"] == "أحمد البدري"
    assert mistake["found"]["content"] == [span("سنبدأ العمل غدا")]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", ":2: not JSON"),
        (json.dumps(gold()), ":2: the id 'r1' occurs a second time"),
        (json.dumps(gold() | {"id": "r2", "published": 3}), ":2: Expected `str | null`"),
    ],
)
def test_malformed_gold(run: Run, path: Path, line: str, fault: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(line)
    result = run("score", path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"rawi: {path}{fault}")
    assert result.stderr.count("\n") == 1


def test_missing_gold(run: Run, tmp_path: Path) -> None:
    result = run("score", tmp_path / "none")
    assert (result.exit_code, result.stderr) == (
        2,
        f"rawi: {tmp_path / 'none'}: No such file or directory\n",
    )
