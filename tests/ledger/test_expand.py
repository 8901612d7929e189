"""A query is looked for in steps, the narrowest first."""

from __future__ import annotations

from test_query import shown, words_of

from rawi.authority.sounds import skeletons
from rawi.ledger.expand import MOST_SPELLINGS, same_name, steps
from rawi.ledger.query import parse

NAMES = ["ديارا", "диарра", "dar", "دار", "lavrov"]


def names(keys: tuple[str, ...]) -> list[str]:
    return [name for name in NAMES if set(keys) & set(skeletons(name))]


def test_one_word() -> None:
    found = steps(parse("wheat"), names)
    assert [shown(step) for step in found] == ["wheat", "wheat"]
    assert [words_of(step)[0].head for step in found] == [True, False]


def test_a_name_ends_with_its_other_spellings() -> None:
    assert [shown(step) for step in steps(parse("Diarra"), names)][-1] == (
        "(diarra | диарра | (ديارا | بديارا | لديارا | كديارا | فديارا))"
    )
    assert len(steps(parse('"Diarra"'), names)) == 2
    assert len(steps(parse("diarr*"), names)) == 2


def test_words_side_by_side_begin_as_a_phrase() -> None:
    found = [shown(step) for step in steps(parse("price bread"), names)]
    assert found == ['"price bread"', "(price & bread)", "(price & bread)"]
    assert len(steps(parse("price -bread"), names)) == 2


def test_letters_that_may_be_stuck_to_a_word_are_looked_for() -> None:
    assert shown(steps(parse("إرهاب"), names)[-1]) == "(ارهاب | بارهاب | لارهاب | كارهاب | فارهاب)"
    assert shown(steps(parse("قمح -إرهاب"), names)[0]).endswith(
        "-(ارهاب | بارهاب | لارهاب | كارهاب | فارهاب))"
    )


def test_the_nearest_spellings_alone() -> None:
    many = [f"d{vowel}r{other}" for vowel in "aeiou" for other in "aeiouy"]
    found = same_name("ديرا", lambda keys: many)
    assert 0 < len(found) <= MOST_SPELLINGS
    assert "ديرا" not in same_name("ديرا", lambda keys: ["ديرا"])
