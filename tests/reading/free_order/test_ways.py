"""Russian words for the way of a statement: told to, posted on, passed on by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.records import Attribution

Read = Callable[..., tuple[Attribution, ...]]


def hops(found: tuple[Attribution, ...]) -> list[list[tuple[str, str]]]:
    return [[(hop.name, hop.how) for hop in a.chain] for a in found]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Мэр Олег Сомов сообщил «Интерфаксу», что мест нет.", [("Интерфакс", "said to")]),
        ("Мест нет, сообщил РБК мэр Олег Сомов.", [("РБК", "said to")]),
        ("Мест нет, сообщил «Ведомостям» мэр Олег Сомов.", [("Ведомости", "said to")]),
        ("Мэр Олег Сомов в интервью «Известиям» заявил, что мест нет.", [("Известия", "said to")]),
        ("«Мест нет», — сказал мэр в эфире радио «Эхо гор».", [("Эхо гор", "said to")]),
        ("Мэр написал в своём Telegram-канале, что мест нет.", [("Telegram", "posted on")]),
        ("Мэр написал на своей странице «ВКонтакте», что мест нет.",
         [("ВКонтакте", "posted on")]),
        ("Мэр написал в соцсети X, что мест нет.", [("X", "posted on")]),
        ("Мэр заявил, что мест нет, передаёт ТАСС.", [("ТАСС", "relayed by")]),
        ("Мест нет, сообщает ТАСС со ссылкой на мэрию.", [("ТАСС", "relayed by")]),
        ("Мест нет, сообщил в беседе с ТАСС мэр Олег Сомов.", [("ТАСС", "said to")]),
        ("Агентство Reuters со ссылкой на два источника передаёт, что мест нет.",
         [("Reuters", "relayed by")]),
        ("Как пишет «Коммерсантъ» со ссылкой на источник в мэрии, мест нет.",
         [("Коммерсантъ", "relayed by")]),
        ("«Мест нет», — приводит слова мэра ТАСС.", [("ТАСС", "relayed by")]),
        ("Мест нет, сообщил мэр телеканалу «Дождик», слова которого приводит ТАСС.",
         [("Дождик", "said to"), ("ТАСС", "relayed by")]),
        ("Мэр не уточнил сроки.", []),
    ],
)  # fmt: skip
def test_the_way_of_one_statement(text: str, chain: list[tuple[str, str]], read: Read) -> None:
    assert hops(read(text)) == [chain]


def test_a_dateline_is_the_credit_of_all(read: Read) -> None:
    text = (
        "МОСКВА, 3 фев — РИА Новости. Мест нет, заявил мэр Олег Сомов.\n\nВрач Анна Лисина "
        "сообщила, что больных много."
    )
    assert hops(read(text)) == [[("РИА Новости", "relayed by")]] * 2


def test_whom_a_dateline_credits_may_have_been_told(read: Read) -> None:
    text = "МОСКВА, 3 фев — РИА Новости. Мест нет, заявил агентству мэр Олег Сомов."
    assert hops(read(text)) == [[("РИА Новости", "said to")]]


def test_a_way_is_carried_to_what_the_speaker_adds(read: Read) -> None:
    text = "Мест нет, сообщил РБК мэр Олег Сомов. Он добавил, что строит больницу."
    assert hops(read(text)) == [[("РБК", "said to")]] * 2


def test_the_publisher_is_no_hop(read: Read) -> None:
    text = "Мест нет, сообщил РБК мэр Олег Сомов."
    assert hops(read(text, publisher="РБК")) == [[]]


def test_a_credit_line_carries_everything(read: Read) -> None:
    text = "Мест нет, сообщил мэр Олег Сомов.\n\nИсточник: ТАСС"
    assert hops(read(text)) == [[("ТАСС", "relayed by")]]
