"""French: constructions of real pages that went unread, or were read wrong."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read

#: A sentence, its source and its content.
SENTENCES = [
    ("Le notaire nie tout détournement.", "Le notaire", "tout détournement"),
    ("Le syndicat réfute toute pression.", "Le syndicat", "toute pression"),
    ("Comme le dit le ministre, la neige fond plus tôt.", "le ministre",
     "la neige fond plus tôt"),
    ("Comme l'a rappelé le ministre Jean Durac, le pain est cher.", "le ministre Jean Durac",
     "le pain est cher"),
    ("L'avocat général a requis quatre ans de prison.", "L'avocat général",
     "quatre ans de prison"),
    ("Jean Durac attribue ce résultat à la baisse du carburant.", "Jean Durac",
     "ce résultat à la baisse du carburant"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content"), SENTENCES)
def test_a_statement(text: str, source: str, content: str) -> None:
    found = one(text, "fr")
    assert (found.source, found.content) == (source, (content,))


@pytest.mark.parametrize(
    "text", ["Le kilo demande quelque 150 000 fleurs.", "La mairie attribue les logements."]
)
def test_no_statement(text: str) -> None:
    assert not read(text, "fr")


def test_the_author_is_the_novelist() -> None:
    told = read("« J'écris debout », confie la romancière Ana Zer. L'autrice dit vieillir.", "fr")
    assert [a.speaker for a in told] == ["Ana Zer", "Ana Zer"]
