"""French: outlets in all their wordings, who is told, and the sentence before."""

from __future__ import annotations

import pytest

import rawi


def _first(text: str) -> tuple[str | None, list[str], str]:
    one = rawi.read(text, language="fr").attributions[0]
    speaker = one.speaker.name if one.speaker else None
    content = text[one.content[0].start : one.content[0].end]
    return speaker, [hop.name for hop in one.chain], content


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("le quotidien sportif", "L'Équipe"),
        ("le quotidien économique", "L'Agefi"),
        ("le site spécialisé", "L'Usine nouvelle"),
        ("le média indépendant", "Les Jours"),
        ("la radio privée", "Les Ondes de l'Ouest"),
        ("le site d'information", "Les Nouvelles du Niger"),
        ("le journal", "L'As"),
    ],
)
def test_an_outlets_article_has_a_capital_behind_its_kind(kind: str, name: str) -> None:
    speaker, _, content = _first(f"Selon {kind} {name}, le club va changer d'entraîneur.")
    assert (speaker, content) == (name, "le club va changer d'entraîneur")


@pytest.mark.parametrize(
    "told",
    [
        "à une journaliste de l'AFP",
        "au correspondant de l'AFP à Bamako",
        "à une équipe de l'AFP",
        "à un photographe de l'AFP présent sur place",
        "dans un enregistrement parvenu à l'AFP",
        "dans une vidéo transmise à l'AFP",
        "dans des propos recueillis par l'AFP",
    ],
)
def test_an_outlets_people_and_papers_sent_to_it_are_ways(told: str) -> None:
    speaker, hops, _ = _first(f"« Nous avons frappé », a dit Abou Nasr {told}.")
    assert (speaker, hops) == ("Abou Nasr", ["AFP"])


def test_a_show_named_in_marks_is_nothing_said() -> None:
    text = "Luc Denis a expliqué dans l'émission « C à vous » (France 5) qu'il partait."
    assert _first(text) == ("Luc Denis", ["France 5"], "il partait")


def test_remarks_that_an_outlet_reports_are_no_hop() -> None:
    text = "« C'est fini », a dit Luc Denis, d'après des propos rapportés par l'agence Tass."
    assert _first(text)[:2] == ("Luc Denis", ["Tass"])


def test_who_issued_a_cited_paper_speaks() -> None:
    text = "La base est reprise, a annoncé la radio RTB, citant un communiqué de la présidence."
    assert _first(text)[:2] == ("présidence", ["RTB"])


@pytest.mark.parametrize(
    ("told", "speaker", "hops"),
    [
        ("Le ministre l'a confirmé à l'AFP.", "le ministre", ["AFP"]),
        ("L'information a été confirmée par la préfecture à l'AFP.", "préfecture", ["AFP"]),
        ("La nouvelle a été annoncée lundi par Les Échos.", "Les Échos", []),
        ("C'est sa fille Anne qui l'a annoncé.", "Anne", []),
    ],
)
def test_a_pronoun_stands_for_the_sentence_before(told: str, speaker: str, hops: list[str]) -> None:
    text = f"Le groupe Novia va fermer son usine. {told}"
    assert _first(text)[:2] == (speaker, hops)


def test_a_pronoun_may_stand_for_somebody() -> None:
    text = "Luc Denis est tombé. Le juge l'a dit coupable."
    assert not rawi.read(text, language="fr").attributions


def test_a_headline_came_the_way_of_the_statement_that_it_repeats() -> None:
    text = """« Nous avons failli » : la PDG de Verano s'excuse

Dans un post publié sur LinkedIn, la PDG de Verano, Lise Martel, présente ses excuses.
« Nous avons failli », écrit-elle."""
    for one in rawi.read(text, language="fr").attributions:
        assert [hop.name for hop in one.chain] == ["LinkedIn"]


@pytest.mark.parametrize("told", ["la saison", "les cas", "les besoins"])
def test_what_something_depends_on_is_nobodys(told: str) -> None:
    text = f"Selon {told}, le juge peut demander une expertise."
    assert not rawi.read(text, language="fr").attributions
