"""What stands between a verb and what is said, and who is named before a colon."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.records import Attribution

Read = Callable[..., tuple[Attribution, ...]]

#: the text, and of each statement its content (without its marks) and who says it
TEXTS: list[tuple[str, list[tuple[str, str]]]] = [
    # an aside of a gerund, a relative clause
    (
        "Мэр Олег Дуров заметил, глядя на трубу: «Её надо менять целиком».",
        [("Её надо менять целиком", "Олег Дуров")],
    ),
    (
        "Мэр Олег Дуров написал в письме, которое передал секретарь, что уходит.",
        [("уходит", "Олег Дуров")],
    ),
    ("Дед игрока, в прошлом вратарь «Зари» Лев Чижов, сказал, что рад.", [("рад", "Лев Чижов")]),
    # a body that no table holds, and one whose noun has a second beside it
    ("В горкульте пообещали, что парк откроют.", [("парк откроют", "горкульт")]),
    (
        "В фирме-перевозчике «Норд» сообщили, что рейс отменён.",
        [("рейс отменён", "Норд")],
    ),
    ("В тихом переулке пели.", []),
    # one of several, a plural beside a name
    (
        "Отец одного из учеников, просивший не снимать его, обвинил завуча во лжи.",
        [("завуча во лжи", "Отец одного из учеников")],
    ),
    ("Защитник рабочих Лейла Юсупова грозит забастовкой.", [("забастовкой", "Лейла Юсупова")]),
    # "got off with the phrase"
    ("Министр Анна Лаптева ограничилась фразой «Потом скажу».", [("Потом скажу", "Анна Лаптева")]),
    # what somebody takes something for
    ("Критик Иван Рябов считает роман неудачей.", [("роман неудачей", "Иван Рябов")]),
    ("Мэр Иван Рябов считает важным убрать парк.", [("важным убрать парк", "Иван Рябов")]),
    ("Кассир Иван Рябов считает деньги в сейфе.", []),
    # a denial of this, a refusal to answer
    ("Завуч Роза Ильина это отрицает.", [("это", "Роза Ильина")]),
    (
        "Посол Анна Ким уклонилась от ответа на вопрос, знает ли она о письме.",
        [("знает ли она о письме", "Анна Ким")],
    ),
    ("От комментариев представитель завода отказался.", []),
    # two verbs of two tenses, clauses side by side
    (
        "Психолог Инна Рогова уверена, что запреты вредны, и призывает говорить с детьми.",
        [("запреты вредны", "Инна Рогова"), ("говорить с детьми", "Инна Рогова")],
    ),
    (
        "Клуб «Заря» опроверг слухи об уходе тренера, сам Лев Чижов заявил, что остаётся.",
        [("слухи об уходе тренера", "Заря"), ("остаётся", "Лев Чижов")],
    ),
    # an adjective inside "according to"
    ("По неподтверждённым данным «Фонтанки», ранены трое.", [("ранены трое", "Фонтанка")]),
    # a paper whose relative clause parts it from its verb
    (
        "В акте, копию которого приводит «Фонтанка», говорится, что мост цел.",
        [("мост цел", "акт")],
    ),
    # "there": a body that has not spoken yet
    ("Фирма «Норд» закрывает цех. Там пообещали, что помогут.", [("помогут", "Норд")]),
    ("Снег выпал. Там пообещали, что помогут.", [("помогут", "")]),
    # numbers
    ("По словам двух чиновников, мост цел.", [("мост цел", "два чиновника")]),
    ("По словам трёх жительниц, мост цел.", [("мост цел", "три жительницы")]),
    ("По словам пяти врачей, мост цел.", [("мост цел", "пять врачей")]),
    # before a colon
    (
        "Социолог Иван Рябов, университет Томска: спрос упал. Дождь не прошёл.",
        [("спрос упал", "Иван Рябов")],
    ),
    ("Тренер Лев Чижов не скрывал слёз: «Мы победили всех».", [("Мы победили всех", "Лев Чижов")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TEXTS, ids=range(len(TEXTS)))
def test_what_is_said_and_by_whom(text: str, told: list[tuple[str, str]], read: Read) -> None:
    found = [
        (" | ".join(text[span.start : span.end].strip("«»") for span in one.content),
         one.speaker.name if one.speaker else "")
        for one in read(text)
    ]  # fmt: skip
    assert found == told


def test_an_outlet_after_a_dash_was_told(lines: Callable[[str], list[object]]) -> None:
    text = "Социолог Иван Рябов — ТАСС: «Спрос упал давно». Дождь не прошёл."
    assert lines(text) == [("Иван Рябов", [("ТАСС", "said to")])]


def test_a_name_in_marks_is_led_back(lines: Callable[[str], list[object]]) -> None:
    text = "Актёр Лев Чижов в интервью «Обществу книги» сказал, что рад."
    assert lines(text) == [("Лев Чижов", [("Общество книги", "said to")])]


def test_an_outlet_passes_on_what_it_has_seen(lines: Callable[[str], list[object]]) -> None:
    text = "Согласно проекту устава, который видела «Фонтанка», налог снизят."
    assert lines(text) == [("проект устава", [("Фонтанка", "relayed by")])]
