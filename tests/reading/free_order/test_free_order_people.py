"""Russian names in all cases, roles, pronouns and bodies: one speaker each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.records import Attribution

Read = Callable[..., tuple[Attribution, ...]]


def names(found: tuple[Attribution, ...]) -> list[str]:
    return [a.speaker.name if a.speaker else "" for a in found]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Олега Диарры", "Олег Диарра"),
        ("Анны Ивановой", "Анна Иванова"),
        ("Сергея Иванова", "Сергей Иванов"),
        ("Елены Ленской", "Елена Ленская"),
        ("Петра Ленского", "Пётр Ленский"),
        ("Юлии Страховой-Мин", "Юлия Страхова-Мин"),
        ("Марии Лим", "Мария Лим"),
        ("Игоря Сомова", "Игорь Сомов"),
        ("директора завода Кая Линдгрена", "Кай Линдгрен"),
    ],
)
def test_a_name_is_led_back_to_the_nominative(source: str, name: str, read: Read) -> None:
    found = read(f"По словам {source}, мост откроют в мае.")
    assert names(found) == [name]
    assert found[0].speaker is not None
    assert not found[0].speaker.anonymous


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("высокопоставленного дипломата", "высокопоставленный дипломат", "person"),
        ("участников похода", "участники похода", "person"),
        ("одного из них", "один из них", "person"),
        ("Росгидромета", "Росгидромет", "organisation"),
        ("банка «Окский»", "Окский", "organisation"),
        ("департамента по ЧС", "департамент по ЧС", "organisation"),
        ("Федерации парусного спорта", "Федерация парусного спорта", "organisation"),
        ("областного дорожного фонда", "областной дорожный фонд", "organisation"),
    ],
)
def test_a_phrase_is_led_back_too(source: str, name: str, kind: str, read: Read) -> None:
    found = read(f"По данным {source}, мост откроют в мае.")
    assert names(found) == [name]
    assert found[0].speaker is not None
    assert found[0].speaker.kind == kind


@pytest.mark.parametrize(
    "again",
    ["Сомов", "Олег Сомов", "Мэр", "Он", "Градоначальник", "Чиновник", "По словам Сомова, мостов"],
)
def test_one_person_is_one_speaker(again: str, read: Read) -> None:
    goes_on = f"{again}, нет." if again.startswith("По") else f"{again} добавил, что мостов нет."
    text = f"Мэр Олег Сомов сообщил, что денег нет. {goes_on}"
    assert names(read(text)) == ["Олег Сомов", "Олег Сомов"]


def test_gender_tells_who_a_pronoun_is(read: Read) -> None:
    text = (
        "Мэр Олег Сомов сообщил, что денег нет. Врач Анна Лисина сказала, что больных много. "
        "Он обещал разобраться. Она не поверила в обещания."
    )
    assert names(read(text))[2:] == ["Олег Сомов", "Анна Лисина"]


def test_a_patronymic_stands_for_the_surname(read: Read) -> None:
    text = "Врач Анна Лисина сообщила, что мест нет. «Ждите», — сказала Анна Петровна."
    assert names(read(text)) == ["Анна Лисина", "Анна Лисина"]


def test_a_body_is_called_by_its_noun(read: Read) -> None:
    text = (
        "Компания «Северный лот» опровергла слухи. В компании пообещали отчёт. "
        "Пресс-служба компании добавила, что верфь работает."
    )
    assert names(read(text)) == ["Северный лот"] * 3


def test_an_abbreviation_is_the_body_written_out(read: Read) -> None:
    text = "Минобороны Карвелии заявило о перехвате. По данным министерства обороны, он удался."
    assert len(set(names(read(text)))) == 1


def test_a_place_after_an_office_is_no_name(read: Read) -> None:
    found = read("Губернатор Приморья сообщил, что дорог нет.")
    assert found[0].speaker is not None
    assert found[0].speaker.anonymous
    assert names(read("Премьер Японии Наото Кан сообщил, что дорог нет.")) == ["Наото Кан"]


@pytest.mark.parametrize("surname", ["Краев", "Городов", "Союзов", "Морев"])
def test_a_surname_may_be_a_form_of_a_common_noun(surname: str, read: Read) -> None:
    found = read(
        f"Мест нет, сообщил министр Олег {surname}. {surname} обещал, что цены не вырастут. "
        f"По словам {surname}а, так и будет."
    )
    assert names(found) == [f"Олег {surname}"] * 3


def test_a_common_noun_is_no_surname_for_its_capital(read: Read) -> None:
    found = read("Олег Союзов заявил, что мест нет. Союз предпринимателей заявил, что места есть.")
    assert names(found) == ["Олег Союзов", "Союз предпринимателей"]


def test_a_ministry_without_cases_keeps_its_name(read: Read) -> None:
    assert names(read("По прогнозам Минэкономразвития, инфляция составит 5%.")) == [
        "Минэкономразвития"
    ]


@pytest.mark.parametrize("text", [
    "Президент Франции Клод Мартен считает, что мост устал.\n\n"
    "«Увидим», — сказал французский лидер.",
    "Премьер-министр Венгрии Янош Шипош считает, что мост устал.\n\n"
    "«Увидим», — сказал венгерский лидер.",
])  # fmt: skip
def test_the_leader_of_a_country_is_its_head(text: str, read: Read) -> None:
    first, second = names(read(text))
    assert first == second


def test_a_leader_whose_office_nobody_has_is_told_by_the_other_words(read: Read) -> None:
    found = read("Директор завода Кай Линдгрен молчит. Мост устал, сказал французский лидер.")
    assert names(found)[-1] == "французский лидер"
