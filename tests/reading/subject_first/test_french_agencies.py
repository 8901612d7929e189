"""Constructions of French and African agencies: sources, brackets, shared auxiliaries, asides."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

#: the text; of each attribution its speaker, its content and its chain
PAGES = [
    (
        "Dix marins ont disparu lundi, a-t-on appris mardi auprès de sources portuaires.",
        [("sources portuaires", ["Dix marins ont disparu lundi"], [])],
    ),
    (
        "Le convoi a été attaqué, a appris l'AFP de source policière.",
        [("source policière", ["Le convoi a été attaqué"], ["relayed by AFP"])],
    ),
    (
        "Le parquet de Vernes a confirmé l'interpellation d'un homme et indiqué qu'une enquête "
        "était ouverte.",
        [
            ("parquet de Vernes", ["l'interpellation d'un homme"], []),
            ("parquet de Vernes", ["une enquête était ouverte"], []),
        ],
    ),
    (
        "Le préfet Paul Morvan a salué l'accord et promis une aide de dix millions d'euros.",
        [
            ("Paul Morvan", ["l'accord"], []),
            ("Paul Morvan", ["une aide de dix millions d'euros"], []),
        ],
    ),
    (
        "Le parquet de Vernes a précisé que l'homme était connu. « L'enquête avance », a ajouté "
        "cette source.",
        [
            ("parquet de Vernes", ["l'homme était connu"], []),
            ("parquet de Vernes", ["L'enquête avance"], []),
        ],
    ),
    (
        "Réagissant au refus du maire, la porte-parole du port, Anne Lorrec, a rappelé que la loi "
        "était claire.",
        [("Anne Lorrec", ["la loi était claire"], [])],
    ),
    (
        "S'exprimant devant la presse, la préfète, Anne Roux, a dit que tout allait bien.",
        [("Anne Roux", ["tout allait bien"], [])],
    ),
    (
        "Le port sera fermé, a déclaré ce 5 février Dimitri Sorel.",
        [("Dimitri Sorel", ["Le port sera fermé"], [])],
    ),
    (
        "« Le feu a pris vendredi » dans le village de Dornac, situé dans le canton de Vernes, "
        "a fait savoir une source policière.",
        [
            (
                "une source policière",
                [
                    "« Le feu a pris vendredi » dans le village de Dornac, situé dans le canton "
                    "de Vernes"
                ],
                [],
            )
        ],
    ),
    (
        "Anne Lorrec, en déplacement jeudi dans une ferme du canton touchée par la grêle, a assuré "
        "que la ville aiderait.",
        [("Anne Lorrec", ["la ville aiderait"], [])],
    ),
    (
        "Une majorité d'éleveurs, soit 73 %, ont déclaré que la saison était perdue.",
        [("Une majorité d'éleveurs", ["la saison était perdue"], [])],
    ),
    (
        "La chaîne avait rencontré Jean-Paul Riou, inquiet pour sa parcelle : « On sent un sol "
        "vraiment asséché ici ».",
        [("Jean-Paul Riou", ["On sent un sol vraiment asséché ici"], [])],
    ),
    (
        "Un élu local a parlé « d'une opération très rapide menée par dix hommes ».",
        [("un élu local", ["d'une opération très rapide menée par dix hommes"], [])],
    ),
    (
        "Deux morts dans une avalanche en Savoie (préfecture)",
        [("préfecture", ["Deux morts dans une avalanche en Savoie"], [])],
    ),
    (
        "Et le maire de s'exclamer : « C'est une honte pour la ville ! »",
        [("le maire", ["C'est une honte pour la ville !"], [])],
    ),
    (
        "(Actualisé avec déclarations) PARIS, 12 mars (Reuters) - Le ministre des Ports a annoncé "
        "un plan.",
        [("le ministre des Ports", ["un plan"], ["relayed by Reuters"])],
    ),
    (
        "‘’Cette rencontre est utile pour tous’’, a souligné le préfet Paul Morvan.",
        [("Paul Morvan", ["Cette rencontre est utile pour tous"], [])],
    ),
    (
        "»Nous avons reçu les agences. Nous avons parlé », a expliqué le préfet Paul Morvan.",
        [("Paul Morvan", ["Nous avons reçu les agences. Nous avons parlé"], [])],
    ),
    (
        "Lorrec : c'est la ville qui a refusé\n\nLe préfet, Jean Lorrec, a rappelé que l'accord "
        "était prêt.",
        [
            ("Jean Lorrec", ["c'est la ville qui a refusé"], []),
            ("Jean Lorrec", ["l'accord était prêt"], []),
        ],
    ),
    (
        "La hausse a été confirmée par un élu selon lequel les caisses sont vides.",
        [("un élu", ["les caisses sont vides"], [])],
    ),
    (
        "Me Fanny Castel, pour la défense, pointe l'absence de toute plainte avant 2021.",
        [("Fanny Castel", ["l'absence de toute plainte avant 2021"], [])],
    ),
    (
        "Selon Me Fanny Castel, avocate de la famille, le dossier est vide.",
        [("Fanny Castel", ["le dossier est vide"], [])],
    ),
    (
        "La préfète a échangé avec un jeune éleveur qui lui a expliqué que le puits était à sec.",
        [("un jeune éleveur", ["le puits était à sec"], [])],
    ),
    (
        "Le parquet n'a pas indiqué s'il ferait appel. À la barre, l'ancien élu a nié les faits.",
        [("parquet", ["s'il ferait appel"], []), ("l'ancien élu", ["les faits"], [])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAGES, ids=[text[:40] for text, _ in PAGES])
def test_what_agencies_say(text: str, expected: list[tuple[str, list[str], list[str]]]) -> None:
    found = [(a.speaker, list(a.content), list(a.chain)) for a in read(text, "fr")]
    assert sorted(found, key=repr) == sorted(expected, key=repr)


def test_a_name_in_no_table_is_the_outlet_told_of_after_it() -> None:
    text = "Ledjour se veut prudent. « Il fallait bouger », concède le site guinéen."
    assert [said.speaker for said in read(text, "fr")] == ["Ledjour"]
