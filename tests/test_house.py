"""The house stays as it was meant: documented, in small rooms, and complete when it is shipped."""

from __future__ import annotations

import ast
import inspect
import re
import tomllib
from pathlib import Path

import pytest

import rawi
from rawi.reading import packs

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "rawi"
MODULES = sorted(SOURCE.rglob("*.py"))

#: No module is longer, in lines, save those below.
MOST_LINES = 600
#: These may only get shorter; one that fits is taken off the list.
TOO_LONG: dict[str, int] = {}


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_no_longer_than_it_may_be(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= TOO_LONG.get(name(path), MOST_LINES)


def test_the_list_of_long_modules_only_gets_shorter() -> None:
    lengths = {key: len((SOURCE / key).read_text("utf-8").splitlines()) for key in TOO_LONG}
    assert {key for key, lines in lengths.items() if lines <= MOST_LINES} == set()


@pytest.mark.parametrize("public", [key for key in rawi.__all__ if key != "__version__"])
def test_the_public_names_are_documented(public: str) -> None:
    thing = getattr(rawi, public)
    assert inspect.getdoc(thing)
    if inspect.isclass(thing):
        own = [key for key, value in vars(thing).items() if inspect.isfunction(value)]
        for key in own:
            assert key.startswith("__") or inspect.getdoc(getattr(thing, key)), f"{public}.{key}"


@pytest.mark.parametrize("code", packs.available())
def test_a_language_holds_the_files_that_its_docs_name(code: str) -> None:
    page, heading = "how-it-works.md", "## A language pack"
    if packs.profile(code).grammar != "verb-first":
        page, heading = "guides/add-a-language.md", "## The files"
    section = (ROOT / "docs" / page).read_text("utf-8").partition(heading)[2]
    named = set(re.findall(r"^\| `([a-z]+\.(?:toml|tsv))` \|", section, re.MULTILINE))
    there = {path.name for path in (SOURCE / "languages" / code).iterdir()}
    assert "pack.toml" in there
    assert there <= named
    assert code != "ar" or there == named


def test_every_file_of_the_package_is_shipped() -> None:
    wheel = pytest.importorskip("hatchling.builders.wheel").WheelBuilder(str(ROOT))
    shipped = {file.distribution_path for file in wheel.recurse_included_files()}
    there = {
        path.relative_to(ROOT / "src").as_posix()
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped == there
    assert {"rawi/py.typed", "rawi/languages/ar/pack.toml", "rawi/authority/outlets.tsv"} <= there


def test_the_name_and_the_version_are_told_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert f"[{rawi.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
