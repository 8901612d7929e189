"""Portuguese, and Spanish with it, as papers of several countries write it."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read

DOWN = "A ponte fechou"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Uma delegada da Polícia Civil de Minas Gerais disse que há ladrões.",
         "uma delegada da Polícia Civil de Minas Gerais"),
        ("Un portavoz de la Guardia Civil de Lugo dijo que hay ladrones.",
         "un portavoz de la Guardia Civil de Lugo"),
        ("Auxiliares de Lima dizem que a ponte fechou.", "auxiliares de Lima"),
        ("Pesquisadores da USP afirmam que a ponte fechou.", "pesquisadores da USP"),
        ("Integrantes do partido dizem que a ponte fechou.", "integrantes do partido"),
    ],
)  # fmt: skip
def test_who_holds_an_office_in_a_body_of_a_town(text: str, speaker: str) -> None:
    language = "es" if "Guardia" in text else "pt"
    assert [found.speaker for found in read(text, language)] == [speaker]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("O ministro, que falava em Chaves, disse que a ponte fechou.", []),
        ("O ministro anunciou em Gaia que a ponte fechou.", []),
        ("O ministro disse ao jornal O Globo que a ponte fechou.", ["O Globo"]),
        ("O ministro disse à revista Marola que a ponte fechou.", ["Marola"]),
        ("Um estudo publicado na revista Marola diz que a ponte fechou.", []),
        ("O juiz disse que a ponte fechou.\n\nA ponte custou muito.\n\n"
         "As informações são da Agência Brasil.\n", ["Agência Brasil"]),
        ("O juiz disse que a ponte fechou.\n\nA ponte custou muito.\n\n"
         "A reportagem é da agência Reuters.\n", ["Reuters"]),
    ],
)  # fmt: skip
def test_through_whom_it_came(text: str, names: list[str]) -> None:
    assert [hop.split(" ", 2)[2] for hop in one(text, "pt").chain] == names


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Segundo disse o ministro, a ponte fechou.", "a ponte fechou"),
        ("Como o UOL mostrou, a ponte fechou.", "a ponte fechou"),
        ("A ponte fechou, como o Expresso noticiou.", DOWN),
        ("A ponte fechou, tal como explicou o ministro.", DOWN),
        ("A ponte fechou, segundo a colunista Ana Lima, da Folha de S.Paulo.", DOWN),
        ("Segundo Lima, sem citar nomes, a ponte fechou.", "a ponte fechou"),
        ("Segundo o relatório, publicado em agosto, a ponte fechou.", "a ponte fechou"),
        ("O juiz disse que a ponte fechou para evitar acidentes de trabalho.",
         "a ponte fechou para evitar acidentes de trabalho"),
    ],
)  # fmt: skip
def test_what_another_says_so(text: str, content: str) -> None:
    assert one(text, "pt").content == (content,)


@pytest.mark.parametrize(
    ("language", "text", "cue"),
    [
        ("pt", "O ministro preferiu não comentar a obra.", "preferiu não comentar"),
        ("es", "El ministro prefirió no comentar la obra.", "prefirió no comentar"),
        ("pt", "O ministro evitou dizer quem foi.", "evitou dizer"),
    ],
)
def test_who_would_rather_not_say(language: str, text: str, cue: str) -> None:
    assert one(text, language).cue == (cue,)
