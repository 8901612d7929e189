"""Nouns that stand in no table, told by what they are made of."""

from __future__ import annotations

import pytest

import rawi

#: the text, and who says what it tells
SPEAKERS = [
    ("После свадьбы недоброжелатели утверждали, что пара разойдётся.", "недоброжелатели"),
    ("Дом пуст, сообщили правоохранители.", "правоохранители"),
    ("Ещё утром арматурщики заявили, что бетона нет.", "арматурщики"),
    ("Вечером саксофонист рассказал, что концерт отменён.", "саксофонист"),
    ("Позже гидрогеологи сообщили, что вода уйдёт.", "гидрогеологи"),
    ("Зимой каталонцы заявили, что проведут опрос.", "каталонцы"),
    ("Склад сгорел, сообщает райадминистрация.", "райадминистрация"),
    ("Уточняется причина, сообщил зампрокурора области.", "зампрокурора области"),
    ("Пожар потушен, рассказала телеведущая.", "телеведущая"),
    ("«Зал полон», — сказал писатель-сатирик Лев Измайлов.", "Лев Измайлов"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_nouns_for_people_and_bodies(text: str, speaker: str) -> None:
    (found,) = rawi.read(text).attributions
    assert found.speaker is not None
    assert found.speaker.name == speaker


def test_a_noun_that_only_looks_like_one_for_people_says_nothing() -> None:
    assert not rawi.read("Двигатель стучит, датчик погас, возник пожар.").attributions


def test_an_abstract_noun_at_the_head_of_a_sentence_is_nobody() -> None:
    (found,) = rawi.read("Соболезнования семье выразил министр Рейн Куусков.").attributions
    assert found.speaker is not None
    assert found.speaker.name == "Рейн Куусков"
