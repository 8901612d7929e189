"""The tables of a language: how they are read, and how their faults are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.errors import DataError
from rawi.reading.packs import folder
from rawi.reading.subject_first import load_grammar
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.patterns import Patterns

GRAMMAR = load_grammar(folder("en"))


def copy(tmp_path: Path, **files: str) -> Path:
    """Write a language of few words."""
    given = {
        "pack.toml": 'code = "zz"\ndirection = "ltr"\nscripts = ["Latin"]\n'
        'grammar = "subject-first"\n',
        **{name.replace("_", "."): text for name, text in files.items()},
    }
    for name, text in given.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("wouldn’t", ["would", "n’t"]),
        ("Karvelia’s", ["Karvelia", "’s"]),
        ("co-author", ["co-author"]),
        ("U.S.", ["U.S."]),
    ],
)
def test_a_word_is_cut_at_what_is_stuck_to_it(written: str, parts: list[str]) -> None:
    assert GRAMMAR.parts(written) == parts


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("says", "say", w.FINITE),
        ("denied", "deny", w.FINITE),
        ("denying", "deny", w.GERUND),
        ("quipped", "quip", w.PAST),
        ("told", "tell", w.PAST),
    ],
)
def test_the_forms_of_a_cue(form: str, lemma: str, kind: int) -> None:
    cues = [cue for cue in GRAMMAR.word(form).cues if cue.lemma == lemma]
    assert cues
    assert cues[0].form & kind


def test_a_given_name_has_a_capital() -> None:
    assert GRAMMAR.word("Rose").bits & w.GIVEN
    assert not GRAMMAR.word("rose").bits & w.GIVEN


def test_a_phrase_with_a_slot() -> None:
    patterns = Patterns(["in the words of {}", "by {his} account", "in {} 's view"], GRAMMAR.cut)
    words = [GRAMMAR.word(word) for word in ("in", "Ada", "Lorne", "'s", "view", "so")]
    match = patterns.match(words, 0, len(words))
    assert match is not None
    assert (match.slot, match.end) == ((1, 3), 5)
    assert match.fixed == ((0, 1), (3, 5))
    words = [GRAMMAR.word(word) for word in ("by", "her", "account")]
    match = patterns.match(words, 0, 3)
    assert match is not None
    assert match.slot == (1, 2)
    assert patterns.match([GRAMMAR.word("by"), GRAMMAR.word("car")], 0, 2) is None


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({"cues_tsv": "lemma\tkind\tparadigm\tforms\tgoverns\nsay\tverb\tnone\t\tthat\n"}, "none"),
        ({"cues_tsv": "lemma\tkind\tparadigm\tforms\tgoverns\nsay\tverb\t\tpast: s\twhat\n"},
         "what"),
        ({"cues_tsv": "lemma\tkind\tparadigm\tforms\tgoverns\nsay\tverb\t\tpresent: s\tthat\n"},
         "present"),
        ({"nouns_tsv": "word\tkind\ncat\tanimal\n"}, "animal"),
        ({"words_toml": '[classes]\nwonders = ["x"]\n'}, "wonders"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_word(tmp_path: Path, files: dict[str, str], fault: str) -> None:
    with pytest.raises(DataError, match=fault):
        load_grammar(copy(tmp_path, **files))


def test_a_pack_needs_its_code(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text('direction = "ltr"\n', "utf-8")
    with pytest.raises(DataError, match="code"):
        load_grammar(tmp_path)
