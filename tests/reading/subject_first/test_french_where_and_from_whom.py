"""French: who speaks behind where it was said, whom an outlet cites, capitals without accents."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "« Tout a brûlé », a raconté, sur les ondes de Radio Sahel, un éleveur de Kaya.",
            "un éleveur de Kaya",
        ),
        (
            "« On tiendra », a prévenu lundi, au micro de RTL, le patron du syndicat, Paul Hirsch.",
            "Paul Hirsch",
        ),
        (
            "« On tiendra », a lancé, devant des militants réunis à Lyon, Paul Hirsch.",
            "Paul Hirsch",
        ),
        ("Le pont rouvrira lundi, a précisé, dans un communiqué, la préfecture.", "préfecture"),
        ("« On tiendra », a dit Paul Hirsch, au micro de RTL, la veille du vote.", "Paul Hirsch"),
    ],
)
def test_who_stands_behind_where_it_was_said(text: str, speaker: str) -> None:
    assert one(text, "fr").speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        (
            "Selon Le Desk, qui cite un cadre de la mutuelle, une alerte avait été émise.",
            "un cadre de la mutuelle",
            ("relayed by Le Desk",),
        ),
        (
            "D'après le Kyiv Courier, qui s'appuie sur une source militaire, le pont est détruit.",
            "une source militaire",
            ("relayed by Kyiv Courier",),
        ),
        (
            "Trois ministres vont partir, selon Jeune Afrique, qui cite deux proches du chef de "
            "l'État.",
            "deux proches du chef de l'État",
            ("relayed by Jeune Afrique",),
        ),
        (
            "Le fugitif est mort, rapporte Mediazone, sur la foi d'une source judiciaire.",
            "une source judiciaire",
            ("relayed by Mediazone",),
        ),
        (
            "Deux soldats ont été tués, a rapporté mardi l'agence Interfax sur la foi de témoins.",
            "témoins",
            ("relayed by Interfax",),
        ),
        ("Selon Moscou, qui cite deux témoins, le pont est détruit.", "Moscou", ()),
        ("Selon le maire, qui cite le préfet, le pont est détruit.", "le maire", ()),
    ],
)
def test_whom_an_outlet_cites(text: str, speaker: str, chain: tuple[str, ...]) -> None:
    said = one(text, "fr")
    assert (said.speaker, said.chain) == (speaker, chain)


def test_who_goes_by_a_phrase_without_an_outlet_says_nothing() -> None:
    assert not read("La police a arrêté un homme sur la foi de deux témoins.", "fr")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A Bercy, on assure que la réforme tiendra.", "Bercy"),
        ("A l'Elysée, on rappelle que la date n'est pas fixée.", "Elysée"),
        ("Le maire nie tout retard. A ses yeux, le pont tiendra.", "le maire"),
    ],
)
def test_a_capital_without_its_accent(text: str, speaker: str) -> None:
    assert read(text, "fr")[-1].speaker == speaker


def test_on_goes_on_with_a_verb_of_its_own() -> None:
    said = one("À Bercy, on assure que rien n'est tranché et on renvoie au rapport.", "fr")
    assert said.content == ("rien n'est tranché",)
