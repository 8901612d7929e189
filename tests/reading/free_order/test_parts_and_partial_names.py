"""Foreign names of several words, reports in labelled parts, sentences that tell who said it."""

from __future__ import annotations

import pytest

import rawi

#: the text, and of each attribution the speaker, the content and the names of its chain
TEXTS = [
    # a name of three words that no table holds, behind an abbreviation in brackets
    (
        "Порт закроют. Об этом заявил начальник штаба сухопутных войск (СВ) Республики Мали Алу "
        "Тобо Сарра в интервью RTVI.\n\n«Груз уйдёт морем», — сказал он. «Суда готовы», — "
        "продолжил Сарра.",
        [
            ("Алу Тобо Сарра", "Порт закроют", ["RTVI"]),
            ("Алу Тобо Сарра", "«Груз уйдёт морем»", ["RTVI"]),
            ("Алу Тобо Сарра", "«Суда готовы»", ["RTVI"]),
        ],
    ),
    (
        "Мост нужен, сообщил депутат Остапчук Hürriyet.",
        [("Остапчук", "Мост нужен", ["Hürriyet"])],
    ),
    # an outlet behind a name that no table holds, a site that begins with figures
    (
        "Хлеб подорожает, рассказал глава района Тойло Верес РИА Новости.",
        [("Тойло Верес", "Хлеб подорожает", ["РИА Новости"])],
    ),
    (
        "Хлеб подорожает, сообщила пекарь Анна Лаптева. Её слова приводит 24.kg.",
        [("Анна Лаптева", "Хлеб подорожает", ["24.kg"])],
    ),
    (
        "Накануне издание Gulf Daily Post сообщило, что порт закрыт.",
        [("Gulf Daily Post", "порт закрыт", [])],
    ),
    # labelled parts
    (
        "Источник: глава области Антон Гурин в Telegram\n\nДословно: «Свет вернём к утру. Бригады "
        "в пути».\n\nДетали: По его словам, пострадавших нет.",
        [
            ("Антон Гурин", "«Свет вернём к утру. Бригады в пути»", ["Telegram"]),
            ("Антон Гурин", "пострадавших нет", ["Telegram"]),
        ],
    ),
    # who says it stands below
    (
        "«Мост закрыт до утра.\nОбъезд есть»,\n— сообщил мэр Антон Гурин в своём телеграм-канале.",
        [("Антон Гурин", "Мост закрыт до утра … Объезд есть", ["Telegram"])],
    ),
    # who issued a statement
    (
        "В заявлении, которое партия «Берег» распространила в среду, говорится, что сбор вырос.",
        [("Берег", "сбор вырос", [])],
    ),
    (
        "В обращении, опубликованном советом рыбаков, говорится, что квот мало.",
        [("совет рыбаков", "квот мало", [])],
    ),
    # what else a body is called
    (
        "Минобороны показало склад. По данным военного ведомства, он пуст.",
        [("Минобороны", "он пуст", [])],
    ),
    # "of which X told", "he said this at …", "thus X answered"
    (
        "Дождь пойдёт в среду, о чём сообщил синоптик Олег Дуров.",
        [("Олег Дуров", "Дождь пойдёт в среду", [])],
    ),
    (
        "Мэр Антон Гурин заявил, что порт стоит. Он сказал это на встрече с рыбаками, передаёт "
        "«Маяк».",
        [("Антон Гурин", "порт стоит", ["Маяк"])],
    ),
    (
        "Порт ждёт зимы. Так мэр Антон Гурин прокомментировал простой.",
        [("Антон Гурин", "Порт ждёт зимы.", [])],
    ),
    # several questions before a verb, nouns at the head of a sentence that name nobody
    (
        "А вот кто заплатит, почему не сейчас, мэр Антон Гурин не уточнил.",
        [("Антон Гурин", "кто заплатит, почему не сейчас", [])],
    ),
    ("Имя раненого врач назвать отказался.", [("врач", "Имя раненого", [])]),
    # references inside what an outlet tells
    (
        "В статье газеты The Times сообщалось со ссылкой на рыбаков, что улов мал.",
        [("рыбаки", "улов мал", ["The Times"])],
    ),
    # what an outlet printed is only commented on
    (
        "Комментируя статью газеты The Times, мэр Антон Гурин заявил, что это вымысел.",
        [("Антон Гурин", "это вымысел", [])],
    ),
    # an office of who goes on speaking
    (
        "Президент Антон Гурин сказал, что ждёт доклада. После речи руководителя порта Олега "
        "Дурова президент объявил: «Перерыв».",
        [("Антон Гурин", "ждёт доклада", []), ("Антон Гурин", "«Перерыв»", [])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_who_says_what_and_through_whom(
    text: str, expected: list[tuple[str, str, list[str]]]
) -> None:
    found = [
        (
            attribution.speaker.name if attribution.speaker else "",
            " … ".join(text[span.start : span.end] for span in attribution.content),
            [hop.name for hop in attribution.chain],
        )
        for attribution in rawi.read(text).attributions
    ]
    assert [(name, said.strip("«».").strip(), hops) for name, said, hops in found] == [
        (name, said.strip("«».").strip(), hops) for name, said, hops in expected
    ]
