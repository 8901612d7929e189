"""Spanish: the ways in which its press says who said what."""

from __future__ import annotations

import pytest
from subject_first_sentences import read


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "El alcalde de Toledo, Luis Prado, dijo el lunes que el puente sigue cerrado.",
            "Luis Prado",
            "el puente sigue cerrado",
        ),
        ("«El puente aguantará», aseguró Ana Robles.", "Ana Robles", "El puente aguantará"),
        (
            "La alcaldesa Marta Gil visitó el puerto. Dijo que las obras empiezan en mayo.",
            "Marta Gil",
            "las obras empiezan en mayo",
        ),
        (
            "De acuerdo con un portavoz de la empresa, la planta cerrará en julio.",
            "un portavoz de la empresa",
            "la planta cerrará en julio",
        ),
        ("Marta Gil llamó «vergüenza» al retraso de las obras.", "Marta Gil", "vergüenza"),
    ],
)  # fmt: skip
def test_who_says_what(text: str, speaker: str, content: str) -> None:
    (said,) = read(text, "es")
    assert (said.speaker, list(said.content)) == (speaker, [content])


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("“No hubo heridos”, explicó Pedro Luna a la agencia EFE.", ("said to EFE",)),
        (
            "El ministro confirmó que habrá elecciones, informó la agencia EFE.",
            ("relayed by EFE",),
        ),
    ],
)
def test_through_whom(text: str, chain: tuple[str, ...]) -> None:
    (said,) = read(text, "es")
    assert said.chain == chain


def test_what_nobody_says() -> None:
    assert not read("La obra «La vida es sueño» se estrenó en la plaza de Almagro.", "es")
