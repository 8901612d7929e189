"""A bare word for somebody means whom its paragraph tells of, the nearest whom it may call so."""

from __future__ import annotations

import pytest

import rawi

#: the text, and the speaker of its last attribution
TEXTS = [
    # of whom no more is told than whose colleague she is
    (
        "Спрос упадёт, считает аналитик Олег Дуров. Его коллега Анна Лаптева оценивает спад "
        "скромнее. «Рынок устал», — напоминает эксперт.",
        "Анна Лаптева",
    ),
    # what somebody was only called since makes nobody that, a paragraph later
    (
        "«Ставки вырастут», — сообщил руководитель отдела Пётр Сомов. Как пояснил эксперт, "
        "вклады подорожают.\n\n«Рост будет мягким», — сказал начальник управления Егор Мороз. "
        "По словам эксперта, бояться нечего.",
        "Егор Мороз",
    ),
    # named in another case than the nominative
    (
        "Министр Антон Гурин сказал, что топлива хватит. На сцену пригласили комбайнёра Михаила "
        "Белова. «Секрета нет», — ответил механизатор.",
        "Михаил Белов",
    ),
    # named in what an outlet says
    (
        "Мэр Геннадий Прудов сказал, что денег нет.\n\nРанее «Коммерсантъ» писал об интересе "
        "структур Андрея Глушко. «Это слухи», — ответил бизнесмен.",
        "Андрей Глушко",
    ),
    # not whom somebody tells of
    (
        "Политолог Олег Дуров заявил, что Иван Мороз уйдёт. Эксперт добавил, что осенью.",
        "Олег Дуров",
    ),
    # who is what the word says goes before who is named nearer
    (
        "Адвокат Олег Дуров выступил в защиту Ивана Мороза. Юрист отметил, что улик нет.",
        "Олег Дуров",
    ),
    # an office is theirs who hold it
    (
        "Министр Антон Гурин открыл мост. Ленту держала Анна Лаптева. Министр пообещал, что "
        "пробок не будет.",
        "Антон Гурин",
    ),
    # who comes by chance is somebody new
    (
        "На площади выступил Иван Мороз. Очевидец рассказал, что было шумно.",
        "Очевидец",
    ),
    # agreement holds
    (
        "Певица Анна Лаптева уехала с Иваном Морозом. Артистка призналась, что устала.",
        "Анна Лаптева",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), TEXTS)
def test_whom_a_bare_word_means(text: str, speaker: str) -> None:
    found = rawi.read(text, language="ru").attributions
    assert found[-1].speaker is not None
    assert found[-1].speaker.name == speaker
