"""Who did what to whom, turned round."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.tracing.turned import turned


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor sued the builder over it", "The builder sued the mayor over it"),
        ("le fonds a versé des aides à la commune", "la commune a versé des aides au fonds"),
        ("Завод обманул поставщика трижды", "Поставщик обманул завод трижды"),
        ("الهيئة حذرت الشركة من التسرب", "الشركة حذرت الهيئة من التسرب"),
    ],
)
def test_turned_roles(one: str, other: str) -> None:
    assert turned(words(one), words(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Since Sunday forty villages have no power", "forty villages have no power since Sunday"),
        ("The mayor sued the builder", "The builder was sued by the mayor, who had lost patience"),
        ("bread and water are scarce in the town", "water and bread are scarce in the town"),
        ("the bridge is closed for a week", "the bridge is closed for a week"),
        ("", ""),
    ],
)
def test_not_turned(one: str, other: str) -> None:
    assert not turned(words(one), words(other), {"and"})


@given(st.lists(st.text("abcd", min_size=1, max_size=5), max_size=12), st.data())
def test_any_words(one: list[str], data: st.DataObject) -> None:
    other = data.draw(st.permutations(one))
    turned(one, other)
    assert not turned(one, one)
