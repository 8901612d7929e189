"""French: unnamed speakers with their article, ages, initials, and what is said where."""

from __future__ import annotations

import pytest

import rawi


def _speakers(text: str) -> list[str | None]:
    return [
        a.speaker.name if a.speaker else None for a in rawi.read(text, language="fr").attributions
    ]


@pytest.mark.parametrize("who", ["les pharmaciens", "l'expert psychiatre", "l'entourage du joueur"])
def test_an_unnamed_speaker_keeps_its_article(who: str) -> None:
    assert _speakers(
        f"Tout va bien, assurent {who}." if who[0:3] == "les" else f"Selon {who}, tout va bien."
    ) == [who]


@pytest.mark.parametrize("where", ["à la tribune", "devant le tribunal", "au Sénat", "au public"])
def test_a_place_ends_before_a_name(where: str) -> None:
    text = f"« Tout est à nous », a lancé {where} Mariama Issoufou, coordinatrice du front."
    assert _speakers(text) == ["Mariama Issoufou"]


def test_who_is_of_that_age_is_meant() -> None:
    text = """Le parquet a ouvert le dossier d'Olivier D., 47 ans. Le garagiste Michel Warnier a dit
avoir « peur ».

Le quadragénaire conteste toute intention de tuer."""
    assert _speakers(text)[-1] == "Olivier D."


def test_a_feminine_noun_may_be_a_mans() -> None:
    text = """Michel Warnier a dit avoir « peur ».

La victime, Jean-Marie Collard, 61 ans, boite. « Je ne dors plus », a-t-il soufflé."""
    assert _speakers(text)[-1] == "Jean-Marie Collard"


def test_a_trade_of_several_words_is_whoever_was_named() -> None:
    text = "Brice Abessolo, 33 ans, s'en va. « Je pars sans haine », écrit le gardien de but."
    assert _speakers(text) == ["Brice Abessolo"]


def test_authorities_are_no_body_named_before() -> None:
    text = """Le Syndicat des métallos dénonce « un procès ».

Les autorités tunisiennes nient toute pression."""
    assert _speakers(text)[-1] == "autorités tunisiennes"


@pytest.mark.parametrize("tail", ["des propos repris par X", "une déclaration qui a surpris"])
def test_what_the_report_adds_of_remarks_is_not_said(tail: str) -> None:
    text = f"Le ministre Rik Acker a affirmé que le groupe était fort, {tail}."
    (one,) = rawi.read(text, language="fr").attributions
    assert text[one.content[0].start : one.content[-1].end] == "le groupe était fort"


def test_an_outlet_told_ends_before_an_indefinite_object() -> None:
    (one,) = rawi.read("Le lieutenant Nassim Diop a annoncé à l'AFP des arrestations.").attributions
    assert [hop.name for hop in one.chain] == ["AFP"]
