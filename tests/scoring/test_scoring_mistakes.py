"""What went wrong, and the construction that it went wrong in."""

from __future__ import annotations

from typing import Any

import pytest
from marking import TEXT, attribution

from rawi.scoring.construction import construction, opener
from rawi.scoring.excerpt import excerpt
from rawi.scoring.files import MarkedReport, marked_all
from rawi.scoring.mistakes import Mistake, grouped, mistakes


def found(gold: list[Any], predicted: list[Any], text: str = TEXT) -> list[Mistake]:
    report = MarkedReport(text, marked_all(gold, text), {}, "gold:1")
    return list(mistakes("r", report, marked_all(predicted, text)))


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("Ann said that it rains", "it rains", "complementiser"),
        ("قال إنه سيعود", "سيعود", "complementiser"),
        ("قال إن «الأمر محسوم»", "الأمر محسوم", "complementiser + quotation mark"),
        ("قال: «الأمر محسوم»", "الأمر محسوم", "colon + quotation mark"),
        ("قال :\u200f الأمر محسوم", "الأمر محسوم", "colon"),
        ("“It rains,” Ann said", "It rains", "quotation mark"),
        ("Ann warned of rain", "rain", "preposition"),
        ("حذّر من المطر", "المطر", "preposition"),
        ("Anne dit qu’il pleut", "il pleut", "complementiser"),
        ("Anne accuse Paul d'avoir menti", "avoir menti", "preposition"),
        ("Ann spoke of “a flood”", "a flood", "preposition + quotation mark"),
        ("— It rains", "It rains", "dash"),
        ("a-t-il plu", "il plu", "bare"),
        ("Ann asked rain", "rain", "bare"),
        ("Rain comes", "Rain", "bare"),
    ],
)
def test_opener(text: str, content: str, expected: str) -> None:
    assert opener(text, text.index(content)) == expected


@pytest.mark.parametrize(
    ("parts", "cue", "position"),
    [
        (("rain will come soon",), "said", "before"),
        (("rain will come soon", "snow may fall"), "adding", "inside"),
        (("Ann",), "said", "after"),
        (("Ann",), "", "none"),
    ],
)
def test_position(parts: tuple[str, ...], cue: str, position: str) -> None:
    (one,) = marked_all([attribution(*parts, cue=cue)], TEXT)
    assert construction(one, TEXT).position == position


def test_construction_as_words() -> None:
    one, other = marked_all(
        [attribution("rain will come soon", cue="said"), attribution("snow may fall")], TEXT
    )
    assert str(construction(one, TEXT)) == "indirect · said before · complementiser"
    assert str(construction(other, TEXT)) == "indirect · no cue · bare"


def test_kinds() -> None:
    ann = {"source": "Ann", "speaker": {"name": "Ann"}, "chain": []}
    gold = [attribution("rain will come soon", **ann), attribution("We wait", type="direct")]
    predicted = [
        attribution(
            "will come soon", source="Bo", speaker={"name": "Bo"}, chain=[{"name": "TASS"}]
        ),
        attribution("snow may fall"),
    ]
    kinds = [mistake.kind for mistake in found(gold, predicted)]
    assert kinds == ["miss", "false find", "boundary", "source", "speaker", "chain"]


def test_a_near_miss_is_one_of_boundary() -> None:
    (mistake,) = found([attribution("rain will come soon")], [attribution("come soon")])
    assert (mistake.kind, round(mistake.f1, 2)) == ("boundary", 0.67)


def test_no_mistake() -> None:
    gold = [attribution("We wait", speaker={"name": "Bo"})]
    assert found(gold, gold) == []


def test_biggest_group_first_and_spellings_together() -> None:
    text = "قال إن أ. قالَ إن ب. حذر من ج"
    parts = (("حذر", "ج"), ("قال", "أ"), ("قالَ", "ب"))
    gold = [attribution(content, text=text, cue=cue) for cue, content in parts]
    gold[2]["cue"] = [[text.index("قالَ"), text.index("قالَ") + 4]]
    groups = grouped(found(gold, [], text))
    assert [(group.construction.cue, len(group.mistakes)) for group in groups] == [
        ("قال", 2),
        ("حذر", 1),
    ]


def test_excerpt_is_the_sentence() -> None:
    text = "One here. Two “is” there? Three."
    start = text.index("is")
    around = excerpt(text, [(start, start + 2)])
    assert text[around.start : around.end] == "Two “is” there?"
    assert (around.cut_before, around.cut_after) == (False, False)


def test_excerpt_is_cut() -> None:
    text = "x " * 200
    around = excerpt(text, [(200, 201)], reach=10)
    assert (around.start, around.end) == (190, 211)
    assert around.cut_before
    assert around.cut_after
