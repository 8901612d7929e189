"""French: what the written stories showed to be misread."""

from __future__ import annotations

import pytest

from rawi import read

CASES = {
    "Le réservoir est vide, selon la ministre de l’Eau, Samira Haddouche.": (
        "Samira Haddouche", "Le réservoir est vide"),
    "Le réservoir est vide, selon le maire, Jean Dupont.": (
        "Jean Dupont", "Le réservoir est vide"),
    "Selon le maire, le réservoir est vide.": ("le maire", "le réservoir est vide"),
    "Le porte-parole de Blue Dune Airways, Karim Ouaddane, a démenti toute cession.": (
        "Karim Ouaddane", "toute cession"),
    "« Nous ne partons pas », a affirmé jeudi devant la presse Jean Dupont, directeur.": (
        "Jean Dupont", "Nous ne partons pas"),
    "« Nous ne partons pas », a publié sur X Marie Dupont, photo à l’appui.": (
        "Marie Dupont", "Nous ne partons pas"),
    "Le tunnel est cher, a reconnu Hélène Aubrac. « Je reste », a ajouté la maire.": (
        "Hélène Aubrac", "Je reste"),
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_who_said_what(text: str) -> None:
    told = read(text, language="fr").attributions[-1]
    name, content = CASES[text]
    assert told.speaker is not None
    assert told.speaker.name == name
    assert [span.of(text) for span in told.content] == [content]


def test_the_answers_of_an_interview_are_of_the_one_named_before_them() -> None:
    text = (
        "Le patron du réseau, Jean Dupont, a répondu à nos questions.\n\nUn piratage ?\n\n"
        "– Non. Un relais, un seul.\n\nLes hôpitaux ?\n\n– Deux groupes n’ont pas démarré."
    )
    found = read(text, language="fr").attributions
    assert [told.speaker.name for told in found if told.speaker] == ["Jean Dupont"] * 2
