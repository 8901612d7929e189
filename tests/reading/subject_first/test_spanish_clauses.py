"""Spanish: verbs before and after their subjects, what they govern, set phrases that cite."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("La ministra de Pesca, Rosa Cano, afirmó que no habrá cupos.",
         "La ministra de Pesca, Rosa Cano", "no habrá cupos"),
        ("Afirmó la ministra de Pesca, Rosa Cano, que no habrá cupos.",
         "la ministra de Pesca, Rosa Cano", "no habrá cupos"),
        ("Ayer, explicó a la prensa el portavoz, Juan Gil, que todo va bien.",
         "el portavoz, Juan Gil", "todo va bien"),
        ("Rechaza la patronal la ley de vivienda.", "la patronal", "la ley de vivienda"),
        ("En ese sentido, señaló la jueza: «No habrá cambios».", "la jueza", "No habrá cambios"),
        ("“No habrá cupos”, ha dicho este lunes Rosa Cano, ministra de Pesca.",
         "Rosa Cano, ministra de Pesca", "No habrá cupos"),
        ("Comunicó la empresa al regulador que cierra.", "la empresa", "cierra"),
        ("Sube el precio del pan, dice ministro", "ministro", "Sube el precio del pan"),
    ],
)  # fmt: skip
def test_a_subject_before_or_behind(text: str, source: str, content: str) -> None:
    found = one(text, "es")
    assert (found.source, found.content) == (source, (content,))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("El Gobierno pidió a los sindicatos que desconvoquen la huelga.",
         "desconvoquen la huelga"),
        ("El Gobierno instó a los sindicatos a desconvocar la huelga.", "desconvocar la huelga"),
        ("La OMS aconsejó al presidente disolver la comisión.", "disolver la comisión"),
        ("La fiscal pidió diez años de cárcel para el acusado.",
         "diez años de cárcel para el acusado"),
        ("La policía acusó a tres jóvenes de quemar el autobús.",
         "tres jóvenes de quemar el autobús"),
        ("Los ganaderos se quejaron de que nadie los escucha.", "nadie los escucha"),
        ("El alcalde se comprometió a arreglar la plaza.", "arreglar la plaza"),
        ("La empresa negó haber vertido residuos al río.", "haber vertido residuos al río"),
        ("La periodista preguntó al juez si dimitirá.", "si dimitirá"),
        ("El portavoz descarta por ahora el cierre.", "el cierre"),
        ("El ministro no precisó cuándo abrirá el puerto.", "cuándo abrirá el puerto"),
        ("El vocero rehusó confirmar el número de víctimas.", "el número de víctimas"),
        ("La ONG avisó de la sequía.", "la sequía"),
    ],
)  # fmt: skip
def test_what_a_verb_governs(text: str, content: str) -> None:
    assert one(text, "es").content == (content,)


@pytest.mark.parametrize(
    ("text", "source", "content", "chain"),
    [
        ("Según la jueza, no hay pruebas.", "la jueza", ("no hay pruebas",), ()),
        ("La obra, según el alcalde, va bien.", "el alcalde", ("La obra", "va bien"), ()),
        ("Según explicó el portavoz a EFE, la obra va bien.", "el portavoz",
         ("la obra va bien",), ("said to EFE",)),
        ("Según informó el ministro, Juan Gil, en Radio Nacional, hay tres muertos.",
         "el ministro, Juan Gil", ("hay tres muertos",), ("said to Radio Nacional",)),
        ("El Papa, según contó el nuncio, «sigue el caso con dolor».", "el nuncio",
         ("El Papa", "sigue el caso con dolor"), ()),
        ("Según aclaran fuentes policiales a Europa Press, el fuego se extendió.",
         "fuentes policiales", ("el fuego se extendió",), ("said to Europa Press",)),
        ("El edil Juan Mora dijo que no hay crisis, según recogió la agencia Efe.",
         "El edil Juan Mora", ("no hay crisis",), ("relayed by Efe",)),
        ("De acuerdo con el informe, la deuda creció.", "el informe", ("la deuda creció",), ()),
        ("La deuda crece, según ha podido saber EFE de fuentes policiales.",
         "fuentes policiales", ("La deuda crece",), ("relayed by EFE",)),
        ("Reuters informó que hay acuerdo, citando a dos fuentes diplomáticas.",
         "dos fuentes diplomáticas", ("hay acuerdo",), ("relayed by Reuters",)),
    ],
)  # fmt: skip
def test_who_is_cited(
    text: str, source: str, content: tuple[str, ...], chain: tuple[str, ...]
) -> None:
    found = one(text, "es")
    assert (found.source, found.content, found.chain) == (source, content, chain)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“Vamos a ganar —dijo el técnico—. No tengo dudas”.", ("Vamos a ganar", "No tengo dudas")),
        ("—No pienso dimitir —dijo la alcaldesa—. Que lo sepan todos.",
         ("No pienso dimitir", "Que lo sepan todos")),
        ("«No sabía nada», dice el bedel, «y nadie me avisó».",
         ("No sabía nada", "y nadie me avisó")),
    ],
)  # fmt: skip
def test_who_speaks_inside_a_quotation(text: str, content: tuple[str, ...]) -> None:
    assert one(text, "es").content == content


@pytest.mark.parametrize(
    "text",
    [
        "Se dice que habrá elecciones.",
        "El ministro habría dicho que dimitirá.",
        "La imagen habla por sí sola.",
        "La película cuenta la historia de un niño.",
        "El delantero marcó un gol y celebró con la grada.",
        "El juez ordenó la detención del alcalde.",
        "El ministro firmó un acuerdo que dice lo contrario.",
        "La Real Academia publicó su diccionario.",
        "Las medidas que anunció no sirven.",
        "¿Dijo el alcalde que dimite?",
        "El hombre llamó a la policía.",
        "La ciudad espera su puerto.",
        "El salón, conocido como «la cueva», cumple dos siglos.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert read(text, "es") == []
