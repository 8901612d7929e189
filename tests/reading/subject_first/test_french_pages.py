"""Constructions of real French news pages: who says what, where the words stand apart."""

from __future__ import annotations

import pytest

import rawi

#: the text; of each attribution its speaker and its content
PAGES = [
    (
        "Le pont sera rouvert, a déclaré jeudi à Morlane, le ministre des Routes, Karim Belloui.",
        [("Karim Belloui", ["Le pont sera rouvert"])],
    ),
    (
        "Le préfet Paul Morvan a annoncé que le port fermerait. "
        "Le pont, ajoute la même source, restera ouvert.",
        [
            ("Paul Morvan", ["le port fermerait"]),
            ("Paul Morvan", ["Le pont", "restera ouvert"]),
        ],
    ),
    (
        "Le préfet Paul Morvan a annoncé que le port fermerait. "
        "Et pour venir à bout de la crise, a-t-il dit, la ville demeure un appui.",
        [
            ("Paul Morvan", ["le port fermerait"]),
            ("Paul Morvan", ["pour venir à bout de la crise", "la ville demeure un appui"]),
        ],
    ),
    (
        "Le maire Jean Lorrec a parlé. Il a souligné que « le port est la cause des pannes. "
        "En ville, il y a cent grues », a-t-il déclaré.",
        [("Jean Lorrec", ["le port est la cause des pannes. En ville, il y a cent grues"])],
    ),
    (
        "Le maire Jean Lorrec est venu. « Nous partirons demain », a t-il affirmé.",
        [("Jean Lorrec", ["Nous partirons demain"])],
    ),
    (
        "Le maire exige « des grues pour le port », a affirmé le préfet Paul Morvan.",
        [
            ("Paul Morvan", ["Le maire exige « des grues pour le port »"]),
            ("le maire", ["des grues pour le port"]),
        ],
    ),
    (
        "Le port sera fermé, a déclaré ce jeudi le ministre des Routes, Karim Belloui.",
        [("Karim Belloui", ["Le port sera fermé"])],
    ),
    (
        "Selon des chiffres publiés mardi par l'Institut des prix, la ville devrait résister.",
        [("chiffres", ["la ville devrait résister"])],
    ),
    (
        "Le projet, explique le ministre Karim Belloui, ne verra pas le jour.",
        [("Karim Belloui", ["Le projet", "ne verra pas le jour"])],
    ),
    (
        "Le contexte actuel exige « le renfort des équipes », poursuit le communiqué.",
        [("communiqué", ["Le contexte actuel exige « le renfort des équipes »"])],
    ),
]


@pytest.mark.parametrize(("text", "told"), PAGES)
def test_as_on_pages(text: str, told: list[tuple[str, list[str]]]) -> None:
    found = rawi.read(text, language="fr").attributions
    said = [
        (one.speaker.name if one.speaker else "", [text[s.start : s.end] for s in one.content])
        for one in found
    ]
    assert said == told


def test_a_role_ends_where_it_tells_when() -> None:
    text = "« Tout est revu », a déclaré le colonel Kamara à l'issue de l'audience."
    (one,) = rawi.read(text, language="fr").attributions
    assert one.speaker is not None
    assert (one.speaker.name, one.speaker.role) == ("Kamara", "le colonel")
