"""The gold for tracing is what its sources give, and says what it means to say."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

GOLD = Path(__file__).parent / "gold"
STORIES = (
    "routes_own.json",
    "routes_more.json",
    "routes_blind.json",
    "routes_langs.json",
    "routes_langs_blind.json",
)
PAIRS = ("hard_pairs.jsonl", "hard_pairs_blind.jsonl")
HARD = {"negation", "number", "hedge", "speaker", "day", "roles"}
SAME = {"translation", "paraphrase"}


def script(name: str) -> ModuleType:
    """Load a compiler that lies beside the gold, in no package."""
    spec = importlib.util.spec_from_file_location(name, GOLD / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stories(name: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads((GOLD / name).read_text("utf-8"))["stories"]
    return read


def pairs(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]


@pytest.mark.parametrize("compiler", ["compile_routes", "compile_pairs"])
def test_the_gold_is_what_its_sources_give(compiler: str) -> None:
    assert script(compiler).main(["--check"]) == 0


@pytest.mark.parametrize(
    ("story", "fault"),
    [
        ("# T\nstmt s1 1 1 | g\n", "s1 has members in 0"),
        (
            "# T\n\n== 01 en - | P | https://p.example/1\n[1 Rain], said he.\n--\n",
            "not in the table",
        ),
        ("# T\n\n== 01 en - | P | https://p.com/1\nRain.\n--\n", "not on .example"),
        ("# T\n\n== 01 en - | P | https://p.example/1\n[1 Rain, said he.\n--\n", "stays open"),
        (
            "# T\nfrom 01 01 verbatim i\n\n== 01 en - | P | https://p.example/1\nRain.\n--\n",
            "cycle",
        ),
    ],
)
def test_a_story_at_fault_is_refused(tmp_path: Path, story: str, fault: str) -> None:
    module = script("compile_routes")
    path = tmp_path / "x.txt"
    path.write_text(story, encoding="utf-8")
    with pytest.raises(module.Fault, match=fault):
        module.Story(path)


@pytest.mark.parametrize("name", STORIES)
def test_every_story_has_four_languages_and_a_distractor(name: str) -> None:
    for story in stories(name):
        documents = story["documents"]
        assert 8 <= len(documents) <= 14, story["id"]
        assert {document["language"] for document in documents} >= {"ar", "en", "fr", "ru"}
        held = {
            (member["document"], member["attribution"])
            for statement in story["statements"]
            for member in statement["members"]
        }
        loose = [
            document["id"]
            for document in documents
            if document["attributions"]
            and not any((document["id"], n) in held for n in range(len(document["attributions"])))
        ]
        assert loose, f"{story['id']} has no report outside its statements"


def test_no_story_and_no_base_is_in_two_files() -> None:
    ids = [story["id"] for name in STORIES for story in stories(name)]
    assert len(ids) == len(set(ids))
    own, blind = ({pair["id"].split("-")[0] for pair in pairs(name)} for name in PAIRS)
    assert own.isdisjoint(blind)


def test_there_are_pairs_enough_of_every_kind() -> None:
    both = [pair for name in PAIRS for pair in pairs(name)]
    kinds = Counter(pair["kind"] for pair in both)
    assert set(kinds) == HARD | SAME
    assert all(kinds[kind] >= 65 for kind in HARD)
    assert sum(kinds[kind] for kind in SAME) >= 200
    crossed = Counter(
        frozenset((pair["a"]["language"], pair["b"]["language"])) for pair in both if pair["same"]
    )
    assert len(crossed) == 6
    assert min(crossed.values()) >= 30


@pytest.mark.parametrize("name", PAIRS)
def test_a_pair_is_what_its_kind_says(name: str) -> None:
    for pair in pairs(name):
        a, b = pair["a"], pair["b"]
        assert pair["same"] == (pair["kind"] in SAME), pair["id"]
        for side in (a, b):
            assert all(0 <= start < end <= len(side["text"]) for start, end in side["content"])
        if pair["kind"] == "day":
            assert a["published"] != b["published"], pair["id"]
        if a["language"] == b["language"]:
            other = a["speaker"]["name"] != b["speaker"]["name"]
            assert other == (pair["kind"] == "speaker"), pair["id"]
