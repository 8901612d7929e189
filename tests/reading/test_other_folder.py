"""A language in a folder outside the package: a toy one, read as the shipped ones are."""

from __future__ import annotations

from pathlib import Path

import pytest

import rawi
from rawi.errors import DataError
from rawi.reading import packs
from rawi.records import Report

FILES = {
    "pack.toml": """
code = "qt"
direction = "ltr"
scripts = ["Latin"]
grammar = "subject-first"
function_words = ["ka", "na", "to", "e"]
[order]
keep_infinitive_mark = true
""",
    "words.toml": """
[classes]
determiners = ["ka"]
complementisers = ["na"]
prepositions = ["to"]
conjunctions = ["e"]
[pronouns]
lo = "m s"
""",
    "inflection.toml": """
[verb.as]
strip = "i"
finite = ["as", "is"]
past = ["ita"]
gerund = ["ante"]
infinitive = ["i"]
""",
    "cues.tsv": "lemma\tkind\tparadigm\tforms\tgoverns\ndiri\tverb\tas\t\tthat quote bare\n",
    "nouns.tsv": "word\tkind\tgender\nministro\trole\tm\n",
    "phrases.toml": 'according = ["laute {}"]\n',
}


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "languages" / "qt"
    home.mkdir(parents=True)
    for name, text in FILES.items():
        (home / name).write_text(text, "utf-8")
    monkeypatch.setenv("RAWI_LANGUAGES", str(home.parent))
    return home


@pytest.mark.usefixtures("toy")
def test_a_toy_language_is_found_and_read() -> None:
    assert "qt" in packs.available()
    text = "Ka ministro diris na ka pano multas. “Ka pano multas,” lo diris."
    report = rawi.read(Report(id="t", text=text))
    assert report.language == "qt"
    first, second = report.attributions
    assert [span.of(text) for span in first.content] == ["ka pano multas"]
    assert [span.of(text) for span in first.cue] == ["diris"]
    assert [span.of(text) for span in first.source] == ["Ka ministro"]
    assert (first.type, second.type) == ("indirect", "direct")
    assert first.speaker is not None
    assert second.speaker is not None
    assert second.speaker.name == first.speaker.name == "ministro"


@pytest.mark.usefixtures("toy")
def test_the_shipped_languages_stay() -> None:
    report = rawi.read(Report(id="t", text="The minister said that there was enough bread."))
    assert report.language == "en"
    assert len(report.attributions) == 1


def test_without_the_variable_there_is_no_toy_language() -> None:
    assert "qt" not in packs.available()


def test_a_folder_that_is_none_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = tmp_path / "missing"
    monkeypatch.setenv("RAWI_LANGUAGES", str(missing))
    with pytest.raises(DataError, match=r"missing, which is no folder"):
        packs.available()


def test_a_grammar_that_is_none_is_named(toy: Path) -> None:
    text = FILES["pack.toml"].replace("subject-first", "object-first")
    (toy / "pack.toml").write_text(text, "utf-8")
    report = Report(id="t", text="Ka ministro diris na ka pano multas.", language="qt")
    with pytest.raises(DataError, match="object-first"):
        rawi.read(report)
