"""What is stuck to a word, and what the word is."""

from __future__ import annotations

import pytest
from sentences import PACK

from rawi.reading import lexicon as lx
from rawi.reading.inflect import DUAL, FEM, MASC, PERF, PLUR, SING
from rawi.reading.lexicon import Lexicon, Morphology, agrees


@pytest.mark.parametrize(
    ("word", "stem", "conj", "prep", "article"),
    [
        ("وقالت", "قالت", "و", "", False),
        ("فقال", "قال", "ف", "", False),
        ("للوزير", "وزير", "", "ل", True),
        ("لوزارة", "وزارة", "", "ل", False),
        ("بالقاهرة", "قاهرة", "", "ب", True),
        ("الوزير", "وزير", "", "", True),
        ("وزير", "وزير", "", "", False),
    ],
)
def test_what_is_stuck_to_the_front(
    word: str, stem: str, conj: str, prep: str, article: bool
) -> None:
    found = PACK.lexicon.analyse(PACK.fold.word(word))
    assert (found.stem, found.conj, found.prep, found.article) == (stem, conj, prep, article)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("وقالت", "قال"), ("مُؤَكِّداً", "أكد"), ("قوله", "قال"), ("ينفِ", "نفى"), ("أبلغه", "أبلغ")],
)
def test_a_cue_is_known_in_its_forms(word: str, lemma: str) -> None:
    found = PACK.lexicon.analyse(PACK.fold.word(word))
    assert lemma in {cue.lemma for cue in found.cues}


def test_an_unknown_word_is_unknown() -> None:
    found = PACK.lexicon.analyse("غخضظثذ")
    assert (found.bits, found.cues, found.stem) == (0, (), "غخضظثذ")


@pytest.mark.parametrize(
    ("verb", "noun", "admits"),
    [
        (MASC | SING, MASC | SING, True),
        (FEM | SING, FEM | SING, True),
        (MASC | SING, FEM | SING, False),
        (PERF | FEM, MASC | SING, False),
        (MASC, 0, True),
        (0, FEM, True),
        (FEM | SING, MASC | PLUR, True),
        (FEM | SING, MASC | DUAL, True),
    ],
)
def test_a_verb_agrees_with_its_subject(verb: int, noun: int, admits: bool) -> None:
    assert agrees(verb, noun) is admits


def test_the_memory_of_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lexicon, "LIMIT", 10)
    lexicon = Lexicon(Morphology())
    lexicon.add("known", lx.ROLE)
    known = lexicon.analyse("known").bits
    assert known & lx.ROLE
    for number in range(100):
        lexicon.analyse(f"word{number}")
        assert len(lexicon.memory) <= 10
    assert lexicon.analyse("known").bits == known
