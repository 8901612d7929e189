"""Portuguese: subjects left out, lines of dialogue, who is meant, whom a report credits."""

from __future__ import annotations

import pytest
from subject_first_sentences import read


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("A juíza Ana Torres explicou a sentença. Acrescentou que é definitiva.",
         ["Ana Torres", "Ana Torres"]),
        ("O ministro da Saúde, Pedro Gomes, visitou a clínica. Disse que virão 40 médicos.",
         ["Pedro Gomes"]),
        ("Os médicos protestam. Dizem que faltam camas.", ["médicos"]),
        ("O treinador Rui Lobo falou no fim. Assumiu a culpa, pediu desculpa pela derrota e "
         "recusou-se a comentar a arbitragem.", ["Rui Lobo"] * 3),
        ("A atriz Eva Luz disse que vem. O relatório indica que faltam salas. "
         "“Eu já sabia”, desabafou.", ["Eva Luz", "relatório", "Eva Luz"]),
        ("O prefeito Caio Leme abriu a praça. “Ficou linda”, disse ele.", ["Caio Leme"]),
        ("O bispo de Baucau, D. Leandro Ximenes da Cruz, pediu paz. O prelado lembrou que é tarde.",
         ["Leandro Ximenes da Cruz"] * 2),
        ("A obra, explicou o vereador Davi Sales, vai custar dois milhões. A obra, garantiu, "
         "acaba em maio.", ["Davi Sales", "Davi Sales"]),
    ],
)  # fmt: skip
def test_who_spoke_last(text: str, speakers: list[str]) -> None:
    assert [found.speaker for found in read(text, "pt")] == speakers


@pytest.mark.parametrize(
    ("line", "content", "speaker"),
    [
        ("— A água entrou pela janela — contou a moradora Neide Barros.",
         "A água entrou pela janela", "Neide Barros"),
        ("— A água entrou pela janela. Perdi tudo — afirmou.",
         "A água entrou pela janela. Perdi tudo", "Caio Prates"),
        ("- A água vai baixar - explicou o meteorologista Léo Kern.", "A água vai baixar",
         "Léo Kern"),
    ],
)  # fmt: skip
def test_a_line_of_dialogue(line: str, content: str, speaker: str) -> None:
    text = f"O coordenador Caio Prates disse que a água vai subir.\n\n{line}"
    found = read(text, "pt")[-1]
    assert (found.speaker, found.content) == (speaker, (content,))


def test_a_bullet_is_no_dialogue() -> None:
    text = "O ministro Caio Prates anunciou duas obras.\n\n- uma ponte\n\n- uma escola"
    assert len(read(text, "pt")) == 1


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("O rio subiu, disse a vereadora.\n\nFonte: Agência Brasil",
         ("relayed by Agência Brasil",)),
        ("O rio subiu, disse a vereadora.\n\n*Com informações da Agência Brasil",
         ("relayed by Agência Brasil",)),
        ("No X, o reitor Davi Sales escreveu que o rio subiu.", ("posted on X",)),
        ("O reitor disse que vai dirigir o Instituto Politécnico (IPL).", ()),
    ],
)  # fmt: skip
def test_what_a_report_credits(text: str, chain: tuple[str, ...]) -> None:
    assert read(text, "pt")[0].chain == chain
