"""Portuguese: verbs before and after their subjects, what they govern, set phrases that cite."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("A ministra das Pescas, Rosa Cano, afirmou que não haverá quotas.",
         "A ministra das Pescas, Rosa Cano", "não haverá quotas"),
        ("Garantiu a ministra das Pescas, Rosa Cano, que não haverá quotas.",
         "a ministra das Pescas, Rosa Cano", "não haverá quotas"),
        ("«Não haverá quotas», disse esta segunda-feira Rosa Cano, ministra das Pescas.",
         "Rosa Cano, ministra das Pescas", "Não haverá quotas"),
        ("“A gente perdeu tudo”, conta a moradora Neide Barros.", "a moradora Neide Barros",
         "A gente perdeu tudo"),
        ("A concessionária, por sua vez, rebate que a linha é segura.", "A concessionária",
         "a linha é segura"),
        ("Voluntários reclamam da falta de água.", "Voluntários", "falta de água"),
        ("O preço do pão vai subir, avisa o presidente da associação.",
         "o presidente da associação", "O preço do pão vai subir"),
        ("O Governo angolano prolongou o prazo, informou o coordenador da comissão.",
         "o coordenador da comissão", "O Governo angolano prolongou o prazo"),
        ("Fonte da GNR disse à agência Lusa que a estrada está cortada.", "Fonte da GNR",
         "a estrada está cortada"),
        ("O delegado Caio Prates ressaltou que o suspeito fugiu.", "O delegado Caio Prates",
         "o suspeito fugiu"),
    ],
)  # fmt: skip
def test_a_subject_before_or_behind(text: str, source: str, content: str) -> None:
    found = one(text, "pt")
    assert (found.source, found.content) == (source, (content,))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("O Governo pediu aos sindicatos que desconvoquem a greve.", "desconvoquem a greve"),
        ("O Governo pediu aos sindicatos para desconvocarem a greve.", "desconvocarem a greve"),
        ("O bispo apelou ao diálogo.", "diálogo"),
        ("A OMS aconselhou a população a ferver a água.", "ferver a água"),
        ("Os agricultores queixaram-se de que ninguém os ouve.", "ninguém os ouve"),
        ("Os agricultores se queixaram da seca.", "seca"),
        ("O autarca comprometeu-se a arranjar a praça.", "arranjar a praça"),
        ("A empresa negou ter despejado resíduos no rio.", "ter despejado resíduos no rio"),
        ("A jornalista perguntou ao juiz se vai demitir-se.", "se vai demitir-se"),
        ("O porta-voz descarta por ora o encerramento.", "o encerramento"),
        ("O ministro não precisou quando abrirá o porto.", "quando abrirá o porto"),
        ("O porta-voz recusou-se a comentar a compra.", "a compra"),
        ("A ONG alertou para a seca.", "a seca"),
        ("O vereador defendeu, esta terça-feira, a obra do cais.", "a obra do cais"),
        ("O vereador afirmou desconhecer o relatório.", "desconhecer o relatório"),
        ("A diretora mostrou-se “cansada” da espera.", "cansada"),
        ("O tribunal acusou a empresa de fraude.", "a empresa de fraude"),
        ("A polícia não divulgou a identidade da vítima.", "a identidade da vítima"),
        ("O treinador voltou a dizer que fica no clube.", "fica no clube"),
        ("O treinador limitou-se a dizer que fica no clube.", "fica no clube"),
        ("O dirigente fez questão de lembrar que a obra é antiga.", "a obra é antiga"),
    ],
)  # fmt: skip
def test_what_a_verb_governs(text: str, content: str) -> None:
    assert one(text, "pt").content == (content,)


@pytest.mark.parametrize(
    ("text", "source", "content", "chain"),
    [
        ("Segundo a juíza, não há provas.", "a juíza", ("não há provas",), ()),
        ("A obra, segundo o autarca, vai bem.", "o autarca", ("A obra", "vai bem"), ()),
        ("De acordo com a Polícia Civil, o carro capotou.", "a Polícia Civil",
         ("o carro capotou",), ()),
        ("Na avaliação da economista Lia Prado, os juros vão cair.", "economista Lia Prado",
         ("os juros vão cair",), ()),
        ("Para o bispo, a paz está longe.", "o bispo", ("a paz está longe",), ()),
        ("O rio transbordou, de acordo com os bombeiros.", "os bombeiros",
         ("O rio transbordou",), ()),
        ("Conforme informou o delegado, dois homens fugiram.", "o delegado",
         ("dois homens fugiram",), ()),
        ("Como disse a reitora, faltam salas.", "a reitora", ("faltam salas",), ()),
        ("Nas palavras do poeta Nuno Reis, o mar é um vizinho.", "poeta Nuno Reis",
         ("o mar é um vizinho",), ()),
        ("A ponte abre em maio, disse o ministro à Lusa.", "o ministro",
         ("A ponte abre em maio",), ("said to Lusa",)),
        ("Em entrevista à TSF, a autora contou que vai parar.", "a autora", ("vai parar",),
         ("said to TSF",)),
    ],
)  # fmt: skip
def test_phrases_that_cite(
    text: str, source: str, content: tuple[str, ...], chain: tuple[str, ...]
) -> None:
    found = one(text, "pt")
    assert (found.source, found.content, found.chain) == (source, content, chain)


@pytest.mark.parametrize(
    "text",
    [
        "O Governo está de acordo com as previsões da comissão.",
        "O alerta para o incêndio foi dado às quatro da manhã.",
        "O filme “A Casa do Rio” estreia em maio.",
        "A jovem, conhecida por “Lua”, vive em Braga.",
        "O ministro teria dito que a obra parou.",
        "Disse-se muita coisa sobre a obra.",
        "As imagens mostram que o carro capotou.",
        "Os testes confirmam o bom estado da ponte.",
        "Se o ministro disser que a obra parou, haverá greve.",
        "A nota de vinte euros era falsa.",
        "O apelo ao voto falhou.",
    ],
)
def test_what_is_said_by_nobody(text: str) -> None:
    assert read(text, "pt") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A empresa disse a jornalistas que a fábrica fecha.", "A empresa"),
        ("A presidente disse a um jornal local que a fábrica fecha.", "A presidente"),
        ("A diretora disse a Marcos Leme que a fábrica fecha.", "A diretora"),
        ("Hoje a ministra voltou a dizer que a fábrica fecha.", "a ministra"),
    ],
)
def test_an_article_or_a_preposition(text: str, source: str) -> None:
    found = one(text, "pt")
    assert (found.source, found.content) == (source, ("a fábrica fecha",))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("O juiz queixou-se da demora.", "queixou-se"),
        ("“Não volto”, respondeu-lhe a atriz Eva Luz.", "respondeu-lhe"),
        ("O soba agradeceu o apoio, tendo solicitado a reparação da estrada.", "tendo solicitado"),
        ("A edil tinha-se comprometido a pagar a dívida.", "tinha-se comprometido"),
    ],
)
def test_a_pronoun_stuck_to_its_verb(text: str, cue: str) -> None:
    assert (cue,) in [found.cue for found in read(text, "pt")]
