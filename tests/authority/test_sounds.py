"""One name in three scripts is found to be one, and few others are taken for it."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.authority.sounds import MOST_READINGS, alike, apart, script, skeletons
from rawi.ledger.terms import terms

#: 131 names of people in the news as the press of each script writes them.
SPELLINGS = [
    [terms(name)[0] for name in line.split("\t")]
    for line in (Path(__file__).with_name("name_spellings.tsv")).read_text("utf-8").splitlines()[1:]
]


def test_the_name_that_everything_began_with() -> None:
    diarra, ديارا, диарра = terms("Diarra ديارا Диарра")
    assert alike(diarra, ديارا)
    assert alike(ديارا, диарра)
    assert alike(диарра, diarra)
    assert skeletons(diarra) == skeletons(ديارا) == skeletons(диарра) == ("TR",)


@pytest.mark.parametrize("columns", list(permutations(range(3), 2)))
def test_names_are_found_across_scripts(columns: tuple[int, int]) -> None:
    ours, theirs = columns
    found = [row for row in SPELLINGS if alike(row[ours], row[theirs])]
    assert len(found) / len(SPELLINGS) >= 0.85


@pytest.mark.parametrize("columns", list(permutations(range(3), 2)))
def test_other_names_are_hardly_taken_for_one(columns: tuple[int, int]) -> None:
    ours, theirs = columns
    wrong = [
        (one[ours], other[theirs])
        for one in SPELLINGS
        for other in SPELLINGS
        if one is not other and alike(one[ours], other[theirs])
    ]
    assert len(wrong) <= 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("diarra", "dar"), ("diarra", "дура"), ("دار", "diarra"), ("mali", "миле"),
        ("wheat", "вето"), ("2024", "2024a"), ("bread", "брода"),
    ],
)  # fmt: skip
def test_words_that_only_share_consonants_are_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)


def test_what_has_too_few_consonants_has_no_skeleton() -> None:
    assert skeletons("ali") == ()
    assert skeletons("2024") == ()
    assert skeletons("北京") == ()
    assert not alike("ali", "али")


@pytest.mark.parametrize(
    ("term", "told"),
    [("diarra", "latin"), ("ديارا", "arabic"), ("диарра", "cyrillic"), ("1", None), ("", None)],
)
def test_scripts(term: str, told: str | None) -> None:
    assert script(term) == told


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzابتجدكسшжхцчюя", max_size=60))
def test_any_word_is_read(word: str) -> None:
    assert len(skeletons(word)) <= MOST_READINGS
    assert apart(word, word) == 0.0


@given(st.sampled_from(SPELLINGS), st.sampled_from(SPELLINGS))
def test_likeness_has_no_direction(one: list[str], other: list[str]) -> None:
    assert apart(one[0], other[1]) == pytest.approx(apart(other[1], one[0]))
