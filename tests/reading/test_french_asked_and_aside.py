"""French: whom something is asked of, asides of who is cited, papers in marks, lists, links."""

from __future__ import annotations

import pytest

import rawi


def said(text: str) -> list[tuple[str, str | None]]:
    report = rawi.read(text, language="fr")
    return [
        (
            " … ".join(text[span.start : span.end] for span in found.content),
            found.speaker.name if found.speaker else None,
        )
        for found in report.attributions
    ]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Les dockers ont demandé au préfet des Côtes des lits supplémentaires pour l'hiver.",
            "des lits supplémentaires pour l'hiver",
            "les dockers",
        ),
        (
            "La Norvie s'est engagée à la tribune du Conseil à fermer ses mines.",
            "fermer ses mines",
            "Norvie",
        ),
        (
            "Selon le Collège du port (CDP), une instance des pilotes, le trafic a doublé en mai.",
            "le trafic a doublé en mai",
            "Collège du port",
        ),
        (
            "Selon une étude parue en mai et basée sur des relevés, la baie perd ses crabes.",
            "la baie perd ses crabes",
            "étude",
        ),
        ("Selon le «Tagi», la tour penche.", "la tour penche", "Tagi"),
        (
            "« Tout va bien », a lancé début décembre Odile Karsenti, la gérante.",
            "Tout va bien",
            "Odile Karsenti",
        ),
        (
            "Les pompiers alertent les riverains sur l'état des digues.",
            "l'état des digues",
            "pompiers",
        ),
    ],
)
def test_content_and_speaker(text: str, content: str, speaker: str) -> None:
    assert (content, speaker) in said(text)


def test_a_clause_before_the_main_one_ends_with_it() -> None:
    text = "Si les élus se disent prêts à payer, les riverains veulent un tunnel."
    assert said(text)[0][0] == "prêts à payer"


def test_who_is_cited_by_a_relative_says_more() -> None:
    text = "Le préfet Yann Oriol, selon qui la digue tient, a vanté un ouvrage « sûr »."
    assert said(text) == [
        ("la digue tient", "Yann Oriol"),
        ("un ouvrage « sûr »", "Yann Oriol"),
    ]


def test_a_quotation_in_a_relative_clause_is_no_rest_of_another() -> None:
    text = "« C'est juste », a dit l'avocate Odile Karsenti, qui a salué une décision « ferme »."
    assert said(text) == [
        ("C'est juste", "Odile Karsenti"),
        ("une décision « ferme »", "Odile Karsenti"),
    ]


def test_a_link_with_a_pointer_says_nothing() -> None:
    text = "La digue a cédé lundi.\n\n» LIRE AUSSI - Digues: «Nous avons tous eu très peur»"
    assert said(text) == []


def test_an_adviser_is_not_whom_they_serve() -> None:
    text = "L'ancienne ministre de Yann Oriol est partie. « Je sais », répond le ministre."
    assert said(text) == [("Je sais", "le ministre")]
