"""Cases: how masks are told, and how nouns decline by a table."""

from __future__ import annotations

import pytest

from rawi.errors import DataError
from rawi.reading.free_order import cases as c

TABLE = {"noun": {"m": {"strip": "", "s": ["", "a", "u", "a|", "om", "e"],
                        "p": ["y", "ov", "am", "ov", "ami", "ah"]}},
         "names": {"m-m": ["n"]},
         "adjective": {"yj": "m s nom acc"}}  # fmt: skip


def test_a_mask_holds_cases_by_gender_and_number() -> None:
    mask = c.parse("m s nom / p gen", "here")
    assert mask & c.MASC & c.NOMINATIVE
    assert mask & c.PLURAL & c.GENITIVE
    assert not mask & c.FEM
    assert not mask & c.PLURAL & c.NOMINATIVE


def test_what_is_not_told_may_be_anything() -> None:
    assert c.parse("dat", "here") == c.DATIVE
    assert c.parse("f", "here") == c.FEM | c.PLURAL


def test_words_that_belong_together_share_a_case() -> None:
    adjective, noun = c.parse("m n s gen acc", "x"), c.parse("f s nom / m s gen", "x")
    assert adjective & noun == c.parse("m s gen", "x")


@pytest.mark.parametrize(("mask", "gender"), [(c.MASC, c.MASC), (c.MASC | c.FEM, 0), (0, 0)])
def test_a_gender_is_told_where_there_is_one(mask: int, gender: int) -> None:
    assert c.gender(mask) == gender


def test_a_noun_declines_by_its_paradigm() -> None:
    forms = dict(c.Declension(TABLE, "here").noun("stol", "m", "", c.MASC))
    assert forms["stol"] == c.MASC & (c.NOMINATIVE | c.ACCUSATIVE)
    assert forms["stola"] == c.MASC & (c.GENITIVE | c.ACCUSATIVE)
    assert forms["stolami"] == c.PLURAL & c.INSTRUMENTAL


def test_forms_that_a_table_gives_stand_for_themselves() -> None:
    forms = dict(c.Declension(TABLE, "here").noun("x", "", "s: x y; p: z", c.FEM))
    assert forms == {"x": c.FEM & c.NOMINATIVE, "y": c.FEM & c.GENITIVE,
                     "z": c.PLURAL & c.NOMINATIVE}  # fmt: skip


def test_a_name_declines_in_the_singular_alone() -> None:
    forms = dict(c.Declension(TABLE, "here").name("ivan", c.MASC))
    assert "ivanu" in forms
    assert "ivany" not in forms
    assert dict(c.Declension(TABLE, "here").name("ivan", c.FEM)) == {"ivan": c.FEM}


@pytest.mark.parametrize("told", ["m s nominative", "q"])
def test_a_word_that_is_no_case_is_a_fault(told: str) -> None:
    with pytest.raises(DataError, match="here"):
        c.parse(told, "here")


def test_a_paradigm_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(DataError, match="no paradigm 'f'"):
        list(c.Declension(TABLE, "here").noun("x", "f", "", c.FEM))
    with pytest.raises(DataError, match="not of s or p"):
        list(c.Declension(TABLE, "here").noun("x", "", "d: x", c.FEM))
