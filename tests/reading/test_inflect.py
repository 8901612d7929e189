"""From principal parts to forms."""

from __future__ import annotations

import pytest
from sentences import PACK

from rawi.reading.inflect import (
    DUAL,
    FEM,
    HAL,
    IMPF,
    JUSS,
    MASC,
    NOUN,
    OWN,
    PERF,
    PLUR,
    SING,
    Paradigm,
    features,
    paradigms,
)  # fmt: skip
from rawi.reading.packs.files import read_toml

FOLD = PACK.fold.word
PARADIGMS = paradigms(read_toml(PACK.folder, "inflection.toml"), FOLD)


def forms_of(column: str, part: str) -> dict[str, int]:
    """Return the folded forms of a part, with their features."""
    lines, told = PARADIGMS[column].forms(part, FOLD(part))
    return dict(zip(lines.split("\n"), told, strict=True))


@pytest.mark.parametrize(
    ("column", "part", "form", "bits"),
    [
        ("past", "قال", "قالت", PERF | FEM | SING),
        ("past", "قال", "قالوا", PERF | MASC | PLUR),
        ("past", "قال", "قالا", PERF | MASC | DUAL),
        ("past", "نفى", "نفت", PERF | FEM | SING),
        ("past", "نفى", "نفوا", PERF | MASC | PLUR),
        ("past", "دعا", "دعت", PERF | FEM | SING),
        ("past", "خشي", "خشيت", PERF | FEM | SING),
        ("present", "يقول", "تقول", IMPF | FEM | SING),
        ("present", "يقول", "يقولون", IMPF | MASC | PLUR),
        ("present", "يقول", "يقل", JUSS | MASC | SING),
        ("present", "يشير", "تشر", JUSS | FEM | SING),
        ("present", "ينفي", "ينف", JUSS | MASC | SING),
        ("present", "يدعو", "تدع", JUSS | FEM | SING),
        ("participle", "مؤكد", "مؤكدا", HAL | MASC | SING),
        ("participle", "مؤكد", "مؤكدة", HAL | FEM | SING),
        ("participle", "مؤكد", "مؤكدين", HAL | MASC | PLUR),
        ("masdar", "قول", "قوله", NOUN | OWN | MASC | SING),
        ("masdar", "قول", "قولها", NOUN | OWN | FEM | SING),
        ("masdar", "إشارة", "إشارته", NOUN | OWN | MASC | SING),
    ],
)
def test_forms_of_a_principal_part(column: str, part: str, form: str, bits: int) -> None:
    assert forms_of(column, part)[FOLD(form)] == bits


@pytest.mark.parametrize(
    ("column", "part", "wrong"),
    [("past", "نفى", "نفىت"), ("masdar", "إشارة", "إشارةه"), ("present", "يقول", "يقوللون")],
)
def test_the_longest_ending_rules(column: str, part: str, wrong: str) -> None:
    assert FOLD(wrong) not in forms_of(column, part)


def test_features_are_added_up() -> None:
    assert features("perf f s") == PERF | FEM | SING
    with pytest.raises(KeyError):
        features("perf x")


def test_a_paradigm_prefers_the_longer_ending_whatever_the_order() -> None:
    rules = {
        "rule": [
            {"ends": "", "forms": [{"add": "s", "is": "p"}]},
            {"ends": "y", "forms": [{"strip": 1, "add": "ies", "is": "p"}]},
        ]
    }
    paradigm = Paradigm(rules, str)
    assert paradigm.forms("city", "city") == ("cities", [PLUR])
    assert paradigm.forms("town", "town") == ("towns", [PLUR])


def test_a_prefix_replaces_the_first_letter_and_is_told_by_the_unfolded_part() -> None:
    rules = {
        "prefixes": {"I": "m", "o": "f"},
        "rule": [
            {"ends": "", "forms": [{"add": "", "is": "s"}]},
            {"ends": "E", "forms": [{"add": "", "is": "s"}, {"strip": 1, "add": "N", "is": "p"}]},
        ],
    }
    paradigm = Paradigm(rules, str.lower)
    lines, told = paradigm.forms("xabE", "xabe")
    assert lines.split("\n") == ["iabe", "oabe", "iabn", "oabn"]
    assert told == [SING | MASC, SING | FEM, PLUR | MASC, PLUR | FEM]
    assert paradigm.forms("xabe", "xabe")[0].split("\n") == ["iabe", "oabe"]
