"""French: who speaks, and through whom it came."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read

REPORT = """Le pont fermé jusqu’à lundi

La maire, Ada Lorne, a indiqué que le pont serait fermé. Elle a promis des navettes.

Le ministère des Transports déplore un retard. Il rappelle que le pont date de 1920.

Un riverain, qui tient à rester anonyme, raconte que le sol a tremblé. L’élue n’a pas souhaité \
commenter ces propos.
"""


def test_speakers_are_linked_by_name_pronoun_and_role() -> None:
    assert [found.speaker for found in read(REPORT, "fr")] == [
        "Ada Lorne",
        "Ada Lorne",
        "ministère des Transports",
        "ministère des Transports",
        "un riverain",
        "Ada Lorne",
    ]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("le ministre du Commerce, Moussa Keïta", "Moussa Keïta"),
        ("la procureure de la République, Nathalie Druelle", "Nathalie Druelle"),
        ("le chercheur Yann Le Goaziou", "Yann Le Goaziou"),
        ("M. de Sainte-Luce", "de Sainte-Luce"),
        ("le mouvement Sawt al-Jabal", "Sawt al-Jabal"),
        ("l’institut Thalassa", "institut Thalassa"),
        ("son voisin", "son voisin"),
    ],
)
def test_a_phrase_names_its_speaker(source: str, name: str) -> None:
    found = one(f"« Le pont tiendra longtemps », a dit {source}.", "fr")
    assert found.speaker is not None
    assert found.speaker.removeprefix("de ") == name.removeprefix("de ")


@pytest.mark.parametrize(
    ("way", "chain"),
    [
        ("à l’AFP", ("said to AFP",)),
        ("auprès de l’AFP", ("said to AFP",)),
        ("au micro de Radio Galet", ("said to Radio Galet",)),
        ("dans les colonnes du Monde", ("said to Monde",)),
        ("sur franceinfo", ("said to franceinfo",)),
        ("dans un entretien au quotidien Izvestia cité par TASS",
         ("said to Izvestia", "relayed by TASS")),
        ("sur sa page Facebook", ("posted on Facebook",)),
    ],
)  # fmt: skip
def test_the_way_that_a_sentence_tells(way: str, chain: tuple[str, ...]) -> None:
    assert one(f"« Le pont tiendra », a assuré la maire, Ada Lorne, {way}.", "fr").chain == chain


@pytest.mark.parametrize(
    "text",
    [
        "Citant deux élus, l’agence Reuters rapporte que le pont est fermé.",
        "L’agence Reuters rapporte, en se référant à deux élus, que le pont est fermé.",
        "L’agence Reuters cite deux élus, pour qui le pont est fermé.",
    ],
)
def test_an_agency_relays_whom_it_cites(text: str) -> None:
    found = one(text, "fr")
    assert (found.speaker, found.chain) == ("deux élus", ("relayed by Reuters",))
    assert found.content == ("le pont est fermé",)


@pytest.mark.parametrize(
    ("before", "after", "chain"),
    [
        ("DAKAR, 14 avr (AFP) - ", "", ("relayed by AFP",)),
        ("", "\n\n(avec Reuters)", ("relayed by Reuters",)),
        ("", " (Belga)", ("relayed by Belga",)),
    ],
)
def test_the_credit_of_a_report(before: str, after: str, chain: tuple[str, ...]) -> None:
    text = f"Titre du jour\n\n{before}La maire a promis un pont neuf aux habitants lundi.{after}"
    assert read(text, "fr")[0].chain == chain


def test_a_quotation_is_of_whom_the_sentence_before_announces() -> None:
    text = "Ada Lorne ne décolère pas. « On nous a menti depuis le début de cette affaire. »"
    found = one(text, "fr")
    assert (found.speaker, found.type) == ("Ada Lorne", "direct")
