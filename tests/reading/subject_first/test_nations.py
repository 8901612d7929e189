"""Whom a description means that tells a nation."""

from __future__ import annotations

import pytest

from rawi.pipeline import read


def speakers(text: str, language: str = "en") -> list[str | None]:
    found = read(text, language=language).attributions
    return [one.speaker.name if one.speaker else None for one in found]


def test_the_official_of_a_nation_is_who_was_called_of_it() -> None:
    text = (
        "Russian Foreign Minister Oleg Vetrov criticised a comment by his Italian counterpart, "
        "Carla Testi. The Italian official said on Monday that the port would stay shut. "
        "The Russian minister said the talks were over. "
        'The top Italian diplomat added: "We shall see."'
    )
    assert speakers(text)[-3:] == ["Carla Testi", "Oleg Vetrov", "Carla Testi"]


def test_a_counterpart_may_be_named_further_on() -> None:
    text = (
        "The remark came after his Italian counterpart said that the port would stay shut.\n\n"
        "Russian Foreign Minister Oleg Vetrov spoke in Moscow of his Italian counterpart, "
        "Carla Testi.\n\nVetrov said the talks were over."
    )
    assert speakers(text) == ["Carla Testi", "Oleg Vetrov"]


@pytest.mark.parametrize("nation", ["European", "western", "African"])
def test_a_part_of_the_world_is_no_nation(nation: str) -> None:
    text = (
        "Russian diplomat Oleg Vetrov said the talks were over. "
        f"The {nation} diplomat said the port would stay shut."
    )
    assert speakers(text)[0] == "Oleg Vetrov"


def test_french_adjectives_follow() -> None:
    text = (
        "Le ministre russe des Affaires étrangères Oleg Vetrov a rencontré son homologue italienne "
        "Carla Testi. La responsable italienne a déclaré que le port resterait fermé."
    )
    assert speakers(text, "fr")[-1] == "Carla Testi"
