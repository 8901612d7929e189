"""Spanish, Portuguese and Italian as papers write them: clauses that open, objects, bodies."""

from __future__ import annotations

import pytest
from subject_first_sentences import read


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("es", "Aunque los precios suban, Lurania no piensa ceder, declaró la ministra Anna Borg.",
         "Aunque los precios suban, Lurania no piensa ceder"),
        ("es", "Cuando llegó la lluvia, el fuego ya estaba apagado, explicó la alcaldesa Ana Borg.",
         "Cuando llegó la lluvia, el fuego ya estaba apagado"),
        ("pt", "Embora os preços subam, o governo não pensa ceder, declarou a ministra Ana Borges.",
         "Embora os preços subam, o governo não pensa ceder"),
        ("it", "Anche se i prezzi salgono, Lurania non intende cedere, ha detto la ministra Anna "
         "Borghi.", "Anche se i prezzi salgono, Lurania non intende cedere"),
    ],
)  # fmt: skip
def test_a_clause_that_opens_belongs_to_what_is_said(
    language: str, text: str, content: str
) -> None:
    assert [one.content for one in read(text, language)] == [(content,)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Hundido en deudas, llegó a declarar que no tenía nada."),
        ("pt", "Afundado em dívidas, chegou a declarar que não tinha nada."),
        ("it", "Affondato dai debiti, ha ammesso che non aveva nulla."),
        ("pt", "O país precisa se desfazer de suas dívidas."),
        ("pt", "O ministro Rui Melo falou no debate logo antes da pausa."),
        ("es", "El fuego dejó 38 casas en ruinas, cifra a la que hay que sumar otras dos."),
        ("es", "La Unión se ha limitado a sancionar a dos colonos."),
    ],
)
def test_what_is_no_statement(language: str, text: str) -> None:
    told = [one for one in read(text, language) if one.speaker is not None]
    assert told == []


def test_what_is_thanked_is_nobody_who_speaks() -> None:
    text = (
        "La dirigente Ursula Lorne pidió calma, agradeció el trabajo de los bomberos y señaló "
        "que la ayuda llegará hoy."
    )
    assert {one.speaker for one in read(text, "es")} == {"Ursula Lorne"}


def test_a_word_for_any_body_means_the_one_that_spoke_last() -> None:
    text = (
        "La UE pidió calma. El Comité de Socorro de Lurania ha denunciado el ataque. "
        "“Estamos desolados”, explica la ONG."
    )
    assert read(text, "es")[-1].speaker == "Comité de Socorro de Lurania"


def test_a_surname_that_is_a_noun() -> None:
    text = "“Es duro”, comenta David Campo, vecino del barrio. Campo explica que no duerme."
    assert {one.speaker for one in read(text, "es")} == {"David Campo"}


def test_a_likening_is_a_statement() -> None:
    found = read("O chanceler Josep Borel comparou a união a um “jardim”.", "pt")
    assert [(one.speaker, one.content) for one in found] == [
        ("Josep Borel", ("a união a um “jardim”",))
    ]
