"""What a text costs grows with its length, not with the square of it.

Counted are the calls of functions, never time, so that the test says the same everywhere.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product

import pytest
from sentences import read

SHORT, TIMES = 6_000, 4
#: How many times the calls may grow where the text grows fourfold.
GROWTH = 5.0


@contextmanager
def counted() -> Iterator[list[int]]:
    """Count the calls of functions within."""
    calls = [0]

    def count(frame: object, event: str, argument: object) -> None:
        calls[0] += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def cost(text: str) -> int:
    read(text)  # its words are known from now on
    with counted() as calls:
        read(text)
    return calls[0]


def grown(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


@pytest.mark.parametrize(
    "unit",
    ["«", "“ «", '"', "\n", "\n-", ":", "(", "قال ", "وقال إن ", "وفقا ل", "قال أحمد: ",
     "وأضاف «نعم» ", "قال الوزير: «لا نريد ذلك اليوم». ", "وقالت مصادر إن ذلك صحيح. ",
     "«هذا كلام طويل جدا لا يقوله إلا من يعرف». وكان ذلك. ", "أحمد: لا أعرف\n",
     "- ما رأيك؟\n- لا أعرف.\n", "«هذا ما قاله الوزير».\nوقال الوزير إن هذا جيد.\n"],
)  # fmt: skip
def test_a_text_of_one_thing(unit: str) -> None:
    assert cost(grown(unit, SHORT * TIMES)) <= GROWTH * cost(grown(unit, SHORT))


def test_a_text_in_which_everybody_speaks_once() -> None:
    """From some hundred speakers on, those who spoke long ago are forgotten."""
    names = ["".join(letters) for letters in product("بتجحد", "ريون", "سشصض", "لمك", "نهو", "فقع")]
    lines = [f"وقال محمد ال{name} إن القمح يكفي البلاد.\n" for name in names]
    short = "".join(lines[:500])
    long = "".join(lines[:2000])
    assert cost(long) <= GROWTH * cost(short)


def test_a_text_in_which_offices_stand_for_many_people() -> None:
    """Whom an office alone means is looked for near it, not in the whole text."""
    names = ["".join(letters) for letters in product("بتجحد", "ريون", "سشصض", "لمك", "نهو", "فقع")]
    lines = [
        f"وقال مدير المركز محمد ال{name} إن القمح يكفي البلاد.\nوأكد وزير الزراعة أن المطر قريب.\n"
        for name in names
    ]
    assert cost("".join(lines[:1600])) <= GROWTH * cost("".join(lines[:400]))
