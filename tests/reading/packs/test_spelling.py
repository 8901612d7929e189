"""In which spellings the forms of tables get into a lexicon."""

from __future__ import annotations

import pytest

from rawi.reading import lexicon as lx
from rawi.reading.folding import Folder
from rawi.reading.lexicon import Lexicon, Morphology
from rawi.reading.packs.spelling import Forms, Spelling, spelt, spread

SPELLING = Spelling({"variants": {"ä": "a"}, "final_variants": {"y": "i"}}, "th")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("house", ["house"]),
        ("häuse", ["häuse", "hause"]),
        ("ät", ["ät"]),  # no longer than the article
        ("sky", ["sky"]),  # too short for another ending
        ("cloudy", ["cloudy", "cloudi"]),
        ("gräy", ["gräy", "gray", "grai"]),
    ],
)
def test_spellings_of_a_form(form: str, expected: list[str]) -> None:
    assert list(SPELLING.of(form)) == expected


def test_spellings_take_the_place_of_their_form() -> None:
    forms = ["one", "cloudy", "two", "häuse"]
    several = list(SPELLING.several(forms))
    assert [at for at, _ in several] == [1, 3]
    assert spelt(forms, several) == ["one", "cloudy", "cloudi", "two", "häuse", "hause"]
    assert spread([1, 2, 3, 4], several) == [1, 2, 2, 3, 4, 4]


def test_a_plain_spelling_makes_no_more_of_a_particle() -> None:
    lexicon = Lexicon(Morphology())
    forms = Forms(Folder({}), SPELLING, lexicon)
    forms.add(["cloudi"], lx.PREP)
    forms.add(["Cloudy", "grey", ""], lx.NOUN, 7)
    assert lexicon.bits("cloudi") == lx.PREP
    assert lexicon.bits("cloudy") == lexicon.bits("grey") == lexicon.bits("grei") == lx.NOUN
    assert lexicon.bits("") == 0
