"""Whom the text is from, and who only wrote: the credit lines of the French press."""

from __future__ import annotations

import pytest

import rawi

_BODY = """Le maire de Sarlan, Jules Ferrac, a annoncé jeudi la fermeture du pont.

« C'est une question de sécurité », a-t-il expliqué devant le conseil.

Les travaux dureront six mois."""


def _chains(text: str) -> list[list[str]]:
    return [[hop.name for hop in one.chain] for one in rawi.read(text).attributions]


@pytest.mark.parametrize(
    ("line", "hops"),
    [
        ("Le Figaro avec AFP", ["AFP"]),
        ("Le Figaro (avec AFP)", ["AFP"]),
        ("Par Africa Radio avec AFP et Reuters", ["AFP", "Reuters"]),
        ("Source : Jeune Afrique avec AFP", ["Jeune Afrique", "AFP"]),
        ("ats/jm", ["ats"]),
        ("KEYSTONE-ATS / jm", ["KEYSTONE-ATS"]),
        ("jm avec ats", ["ats"]),
        ("map/dlm/cbn", []),
        ("(avec agences)", ["agences"]),
        ("— La Presse Canadienne", ["La Presse Canadienne"]),
        ("Source : communiqué de presse", []),
        ("Avec les informations de Marie Côté", []),
        ("Avec notre partenaire RFI", ["RFI"]),
        ("Jean Martin, avec nos confrères de Sud Ouest", ["Sud Ouest"]),
        ("Article republié de The Conversation", ["The Conversation"]),
    ],
)
def test_a_line_at_the_foot_tells_whom_a_report_is_from(line: str, hops: list[str]) -> None:
    assert _chains(f"Le pont de Sarlan fermé\n\n{_BODY}\n\n{line}") == [hops, hops]


@pytest.mark.parametrize(
    ("line", "hops"),
    [
        ("Source : agences | Publié le 3 mars 2024 à 10h12", ["agences"]),
        ("Source : Actu Niger | Publié le 3 mars 2024", ["Actu Niger"]),
        ("Le360 (avec MAP) | Publié le 3 mars 2024 à 10h12", ["MAP"]),
    ],
)
def test_a_date_behind_a_bar_is_no_part_of_a_credit(line: str, hops: list[str]) -> None:
    assert _chains(f"Le pont de Sarlan fermé\n\n{line}\n\n{_BODY}") == [hops, hops]


@pytest.mark.parametrize(
    ("tail", "hops"),
    [("(AFP)", ["AFP"]), ("Avec AFP", ["AFP"]), ("Jean Martin, avec AFP", ["AFP"])],
)
def test_a_credit_may_end_a_short_last_paragraph(tail: str, hops: list[str]) -> None:
    assert _chains(f"Le pont de Sarlan fermé\n\n{_BODY} {tail}") == [hops, hops]


@pytest.mark.parametrize(
    ("dateline", "hops"),
    [("APA-Dakar (Sénégal) – ", ["APA"]), ("TASS, 3 mars. ", ["TASS"])],
)
def test_an_agency_stands_before_its_place_or_date(dateline: str, hops: list[str]) -> None:
    assert _chains(f"Le pont de Sarlan fermé\n\n{dateline}{_BODY}") == [hops, hops]
