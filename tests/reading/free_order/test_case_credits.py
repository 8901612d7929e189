"""Whom a Russian report credits, and to whom its speakers talk: lines, asides, later sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.records import Attribution

Read = Callable[..., tuple[Attribution, ...]]
SAID = "Мест нет, заявил мэр Олег Сомов.\n\nВрач Анна Лисина сообщила, что больных много."


def hops(found: tuple[Attribution, ...]) -> list[list[tuple[str, str]]]:
    return [[(hop.name, hop.how) for hop in a.chain] for a in found]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("12 марта, Минск /Корр. БЕЛТА/. ", "БЕЛТА"),
        ("3 июня /ТАСС/. ", "ТАСС"),
        ("14 мая, Уфа /Спец. УРВЕСТИ/. ", "УРВЕСТИ"),
        ("Европа экономит\n\nThe Guardian, Великобритания. Перевод редакции\n\n", "The Guardian"),
        ("Рыба дорожает\n\nCumhuriyet, Турция\n\n", "Cumhuriyet"),
        ("Рыба дорожает\n\nDer Spiegel (Германия)\n\n", "Der Spiegel"),
    ],
)
def test_a_line_before_the_text_credits_all_of_it(head: str, name: str, read: Read) -> None:
    assert hops(read(head + SAID)) == [[(name, "relayed by")]] * 2


def test_a_date_alone_credits_nobody(read: Read) -> None:
    assert hops(read("12 марта — день без снега. " + SAID)) == [[], []]


def test_an_outlet_with_a_verb_passes_on_its_own_sentence_alone(read: Read) -> None:
    found = read(SAID.replace("много.", "много, передал «Интерфакс»."))
    assert hops(found) == [[], [("Интерфакс", "relayed by")]]


def test_the_publisher_under_another_name_is_no_hop(read: Read) -> None:
    text = "Мест нет, рассказал «Ъ» мэр Олег Сомов."
    assert hops(read(text, publisher="Коммерсантъ")) == [[]]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Источник «Интерфакса» в мэрии утверждает, что мест нет.", [("Интерфакс", "said to")]),
        ("По словам источника РБК, мест нет.", [("РБК", "said to")]),
        ("Собеседник агентства Reuters считает, что мест нет.", [("Reuters", "said to")]),
        ("Врач Олег Сомов на телеканале ZDF оправдывался: «Мест не было».", [("ZDF", "said to")]),
        ("Врач Олег Сомов на радио «Эхо гор» заявил, что мест нет.", [("Эхо гор", "said to")]),
        ("Мэр Олег Сомов, комментируя слухи «Матч ТВ», заявил, что мест нет.",
         [("Матч ТВ", "said to")]),
        ("Мэр Олег Сомов, отвечая на вопрос РБК, заявил, что мест нет.", [("РБК", "said to")]),
        ("Банк «Восход» в письме агентству «Анадолу» сообщил, что мест нет.",
         [("Анадолу", "said to")]),
        ("Аналитик Олег Сомов в колонке для Forbes утверждает, что мест нет.",
         [("Forbes", "said to")]),
        ("Мест нет, написала врач Анна Лисина в Bluesky.", [("Bluesky", "posted on")]),
        ("Мэр Олег Сомов сказал порталу «Вести края», что мест нет (его слова приводит ТАСС).",
         [("Вести края", "said to"), ("ТАСС", "relayed by")]),
        ("Мест нет, хотя в городе их обещали, пишет Reuters со ссылкой на доклад, с которым "
         "ознакомилось агентство.", [("Reuters", "relayed by")]),
    ],
)  # fmt: skip
def test_whom_something_is_told(text: str, chain: list[tuple[str, str]], read: Read) -> None:
    assert hops(read(text)) == [chain]


@pytest.mark.parametrize(
    ("later", "chain"),
    [
        ("Лисина разговаривала с «ОВД-Инфо».", [("ОВД-Инфо", "said to")]),
        ("Она дала интервью «Известиям».", [("Известия", "said to")]),
        ("Врач беседовала с РБК.", [("РБК", "said to")]),
        ("Признание прозвучало в эфире канала Klartext, на него обратило внимание РИА Новости.",
         [("Klartext", "said to"), ("РИА Новости", "relayed by")]),
        ("Её заявление опубликовано в Telegram.", [("Telegram", "posted on")]),
        ("Мэр Олег Сомов разговаривал с «ОВД-Инфо».", []),
    ],
)  # fmt: skip
def test_a_later_sentence_tells_the_way(
    later: str, chain: list[tuple[str, str]], read: Read
) -> None:
    text = f"Врач Анна Лисина сообщила, что больных много. Она добавила, что мест нет. {later}"
    assert hops(read(text)) == [chain] * 2


def test_what_stands_in_brackets_is_no_content(read: Read) -> None:
    text = "Мэр выразил надежду на дождь (его слова приводит «Интерфакс-Урал»)."
    (found,) = read(text)
    assert [span.of(text) for span in found.content] == ["надежду на дождь"]


def test_what_somebody_does_is_no_part_of_the_source(read: Read) -> None:
    text = "Мэр Олег Сомов, выступая в Думе, заявил, что мест нет."
    (found,) = read(text)
    assert [span.of(text) for span in found.source] == ["Мэр Олег Сомов"]
