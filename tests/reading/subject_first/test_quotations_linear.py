"""Texts of nothing but quotations cost in proportion to their length.

Counted are the calls of functions, never time, so that the test says the same everywhere.
"""

from __future__ import annotations

import sys

import pytest

from rawi import read

SHORT, TIMES = 20_000, 4
#: How many times the calls may grow where the text grows fourfold.
GROWTH = 5.0


def cost(text: str, language: str) -> int:
    calls = [0]

    def count(frame: object, event: str, argument: object) -> None:
        calls[0] += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(text, language=language)
    finally:
        sys.setprofile(before)
    return calls[0]


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        ("en", '"The road number seven is closed again," it was said. '),
        ("en", "“Yes, we are going home.”\n\nHe laughed.\n\n"),
        ("fr", "« La route est encore fermée. » Il rit. "),
        ("ru", "«Дорога снова закрыта», — говорится там. "),
    ],
)
def test_quotations_that_name_nobody(language: str, unit: str) -> None:
    read(unit, language=language)  # its words are known from now on
    short, long = (unit * (size // len(unit)) for size in (SHORT, TIMES * SHORT))
    assert cost(long, language) <= GROWTH * cost(short, language)
