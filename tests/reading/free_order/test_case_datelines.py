"""Russian datelines and worded credits: agencies in no list, lines at the foot."""

from __future__ import annotations

import pytest

import rawi

SAID = "Мост откроют осенью, сказал мэр Сарова Илья Кнутов. Он добавил, что деньги уже выделены."


def chain(text: str) -> list[str]:
    """Return the names of the hops of what the mayor says first."""
    return [hop.name for hop in rawi.read(text).attributions[0].chain]


@pytest.mark.parametrize(
    ("dateline", "credit"),
    [
        ("Талдыкорган. 14 мая. УралВести – ", "УралВести"),
        ("МОСКВА, 14 мая – КиФ-Вести. ", "КиФ-Вести"),
        ("ТАШКЕНТ, 14 мая — АН Vestnik.uz. ", "Vestnik.uz"),
        ("Кишинёв, 14 мая. ВЕСТАГ. ", "ВЕСТАГ"),
        ("ВЛАДИВОСТОК, 14 мая, PortMedia. ", "PortMedia"),
        ("Екатеринбург, 14 мая. Урал-Информ. ", "Урал-Информ"),
        ("МОСКВА, 14 мая. /Корр. ТАСС Анна Рогова/. ", "ТАСС"),
    ],
)
def test_an_agency_stands_behind_the_date(dateline: str, credit: str) -> None:
    assert chain(f"Мост закрыт на ремонт\n{dateline}{SAID}") == [credit]


@pytest.mark.parametrize("dateline", ["Казань. 14 мая. Анна Рогова – ", "Москва, 14 мая. "])
def test_a_writer_or_a_place_is_no_agency(dateline: str) -> None:
    assert chain(f"Мост закрыт на ремонт\n{dateline}{SAID}") == []


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Ссылка на источник: Lenta.ru", ["Lenta.ru"]),
        ("Оригинал публикации: Bild", ["Bild"]),
        ("По информации портала «Саров сегодня».", ["Саров сегодня"]),
        ("С использованием материалов «Коммерсанта»", ["Коммерсантъ"]),
        ("Новость предоставлена агентством «Интерфакс»", ["Интерфакс"]),
        ("Материал подготовлен по сообщениям Reuters и AFP", ["Reuters", "AFP"]),
        ("Перевод материала The Guardian", ["The Guardian"]),
    ],
)
def test_lines_at_the_foot_credit_outlets(line: str, credit: list[str]) -> None:
    assert chain(f"Мост закрыт на ремонт\n{SAID}\n{line}") == credit


def test_strokes_at_the_foot_sign() -> None:
    assert chain(f"Мост закрыт на ремонт\n{SAID} /ТАСС/") == ["ТАСС"]


def test_an_outlet_that_passes_on_words_at_the_foot_signs_nothing() -> None:
    text = f"Мост закрыт\n{SAID}\n«Мы ждём», — заверила депутат Анна Рогова, ее цитирует «СБ. Беларусь сегодня»."  # noqa: E501
    assert chain(text) == []


@pytest.mark.parametrize(
    ("text", "hops"),
    [
        ("Мэр Илья Кнутов в разговоре со Sputnik Беларусь сказал, что мост закрыт.",
         ["Sputnik Беларусь"]),
        ("Мост закрыт, передаёт ТАСС слова главы ГАИ Петра Мохова.", ["ТАСС"]),
        ("Мост закрыт, сообщила агентству Петра мэр Анна Кнутова.", ["Петра"]),
    ],
)  # fmt: skip
def test_editions_and_given_names(text: str, hops: list[str]) -> None:
    assert chain(text) == hops
