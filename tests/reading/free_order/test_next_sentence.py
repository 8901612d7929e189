"""Russian: who passes words on in the sentence after them; what "he wrote" interrupts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.records import Attribution

Read = Callable[..., tuple[Attribution, ...]]

WORDS = (
    "Сеть отключило одно реле, заявил глава компании Усман Делорм радиостанции «Юг», "
    "пообещав уйти в тот же день."
)


def ways(told: Attribution) -> list[tuple[str, str]]:
    return [(hop.name, hop.how) for hop in told.chain]


@pytest.mark.parametrize(
    "after",
    [
        "Об этом сообщает агентство «Телекс».",
        "О его словах сообщает агентство «Телекс».",
        "Слова чиновника передаёт агентство «Телекс».",
        "Его цитирует агентство «Телекс».",
    ],
)
def test_the_next_sentence_tells_of_all_that_was_said_before_it(read: Read, after: str) -> None:
    found = read(f"{WORDS} {after}\n\n«Никто не нападал», — сказал Делорм.")
    assert [ways(told) for told in found] == [[("Юг", "said to"), ("Телекс", "relayed by")]] * 3


def test_a_foreign_name_alone_passes_on(read: Read) -> None:
    found = read("«Мы готовы», — заявил министр Иван Котов. Его слова приводит Norwire.")
    assert [ways(told) for told in found] == [[("Norwire", "relayed by")]]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Долги клуба, написал Котов, составляют девять миллионов.",
            ["Долги клуба", "составляют девять миллионов"],
        ),
        (
            "Ни один игрок, пообещал Котов, до лета не уйдёт.",
            ["Ни один игрок", "до лета не уйдёт"],
        ),
        ("Всего 18 человек, сказал Котов, который приехал утром.", ["Всего 18 человек"]),
    ],
)
def test_a_clause_goes_on_after_who_says_it(read: Read, text: str, parts: list[str]) -> None:
    (told,) = read(text)
    assert [span.of(text) for span in told.content] == parts


def test_a_name_may_look_like_a_case_of_a_noun(read: Read) -> None:
    (told,) = read("«Мы готовы», — заявил директор клуба Брам Остерлинг.")
    assert told.speaker is not None
    assert told.speaker.name == "Брам Остерлинг"


def test_a_colon_after_who_says_it_belongs_to_the_report(read: Read) -> None:
    text = "Отозвано уже двадцать дипломатов, сказал Котов «Панораме» при свечах: в студии темно."
    told = read(text)[0]
    assert [span.of(text) for span in told.content] == ["Отозвано уже двадцать дипломатов"]


def test_a_refusal_may_be_a_gerund(read: Read) -> None:
    text = "«Мы готовы», — бросил Котов, не пожелав уточнить, в какой стране добыча."
    told = read(text)[-1]
    assert [span.of(text) for span in told.content] == ["в какой стране добыча"]


def test_a_headline_of_a_short_participle_is_signed(read: Read) -> None:
    text = (
        "Водохранилище заполнено на пятую часть — министр\n\nОно пусто, сказал министр Иван Котов."
    )
    told = read(text)[0]
    assert told.speaker is not None
    assert told.speaker.name == "Иван Котов"
