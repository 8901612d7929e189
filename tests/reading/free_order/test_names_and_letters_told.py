"""Women's names that never change, letters that are told, countries and their adjectives."""

from __future__ import annotations

import pytest

import rawi

#: the text; of the last attribution its speaker and the names of its chain
READ = [
    ("«Порт закроют», — сказал, открывая встречу, Пётр Зимин.", "Пётр Зимин", []),
    ("По данным заместителя министра Ольги Лебедь, порт закроют.", "Ольга Лебедь", []),
    ("По словам Анны Коваль, порт закроют.", "Анна Коваль", []),
    ("По мнению Марии Король, порт закроют.", "Мария Король", []),
    (
        "Белорусский президент Пётр Зимин приехал в порт. Президент Беларуси заявил, что ждёт.",
        "Пётр Зимин",
        [],
    ),
    ("Мэр Пётр Зимин заявил Москве 24, что порт закроют.", "Пётр Зимин", ["Москва 24"]),
    ("«Порт закроют», — рассказал АПЗ мэр Пётр Зимин.", "Пётр Зимин", ["АПЗ"]),
    ("Мэр Пётр Зимин ждёт. В беседе с АПЗ Зимин отметил, что порт стоит.", "Пётр Зимин", ["АПЗ"]),
    ("По информации сайта 057.ua, порт закроют.", "057.ua", []),
    ("Суда ушли, сообщил ТАСС. По данным российского агентства, порт закроют.", "ТАСС", []),
    (
        "Глава региона Пётр Зимин попросил помощи. Глава минсельхоза заявил, что поможет.",
        "Глава минсельхоза",
        [],
    ),
    ("«Порт закроют», — заявил Xin Times Ли Сяою, эксперт.", "Ли Сяою", ["Xin Times"]),
    ("Порт закроют, сообщили «Губернии Daily» в мэрии.", "мэрия", ["Губерния Daily"]),
    (
        "Порт закроют, заявил мэр Пётр Зимин в интервью сирийским телеканалам, передаёт SANA.",
        "Пётр Зимин",
        ["сирийские телеканалы", "SANA"],
    ),
    (
        "Мэр Пётр Зимин сообщил британским газетам, что порт закроют.",
        "Пётр Зимин",
        ["британские газеты"],
    ),
    (
        "Порт закроют. Об этом сообщает пресс-служба министерства портовой политики.",
        "министерство портовой политики",
        [],
    ),
    ("Зимин минимум трижды заявлял, что порт закроют.", "Зимин", []),
]


@pytest.mark.parametrize(("text", "speaker", "chain"), READ)
def test_who_says_it_and_through_whom(text: str, speaker: str, chain: list[str]) -> None:
    """The name is whole, and an outlet in no list is told what its letters are told."""
    one = rawi.read(text, language="ru").attributions[-1]
    assert one.speaker is not None
    assert one.speaker.name == speaker
    assert [hop.name for hop in one.chain] == chain


def test_a_relay_holds_for_the_lead() -> None:
    """What an outlet passes on further down was passed on by it in the lead, too."""
    text = (
        "Порт закроют\n\nМэр Пётр Зимин заявил, что порт закроют.\n\n"
        "«Это решено», — приводит слова Зимина агентство «Волна»."
    )
    chains = [[hop.name for hop in a.chain] for a in rawi.read(text, language="ru").attributions]
    assert chains == [["Волна"], ["Волна"]]
