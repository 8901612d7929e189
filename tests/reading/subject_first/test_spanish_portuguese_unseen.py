"""Spanish and Portuguese as other hands write them: who is meant, and through whom it came."""

from __future__ import annotations

import pytest
from subject_first_sentences import read


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("La ministra de Minería, Rosa Villa, dijo que no. La titular de Minería añadió que sí.",
         ["Rosa Villa", "Rosa Villa"]),
        ("El superintendente José Caldero dijo que hay dos. "
         "El líder de la Uniformada dijo que son vecinos.", ["José Caldero", "José Caldero"]),
        ("El alcalde Curro Pinto dijo que no. Unas fuentes dijeron que sí. La Policía dijo que no. "
         "El jefe del cuerpo dijo que sí.",
         ["Curro Pinto", "unas fuentes", "Policía", "jefe del cuerpo"]),
        ("El novelista Mario Vega dijo que no.\n\nEl autor de la obra añadió que sí.",
         ["Mario Vega", "Mario Vega"]),
        ("El comisario Julio Salas dijo que no. Salas Ruiz añadió que sí.",
         ["Julio Salas", "Julio Salas"]),
        ("El presidente, Enrique Peña Nieto, dijo que no. “No lo sé”, añadió Peña Nieto.",
         ["Enrique Peña Nieto", "Enrique Peña Nieto"]),
        ("El edil Marcos Iglesias dijo que no. “Estamos bien”, añadió Iglesias.",
         ["Marcos Iglesias", "Marcos Iglesias"]),
        ("El concejal Curro Alcaide dijo que no. Alcaide añadió que sí.",
         ["Curro Alcaide", "Curro Alcaide"]),
        ("El senador Ted Cruz dijo que no. El texano añadió que sí.", ["Ted Cruz", "Ted Cruz"]),
        ("Marcelo Pinto escuchó al técnico Éder Sara, que dijo que no.", ["Éder Sara"]),
        ("Julio Vera dijo que no se entrena, aunque reconoció que le cuesta.",
         ["Julio Vera", "Julio Vera"]),
        ("Julio Vera criticó la ley al afirmar que nadie la cumple.", ["Julio Vera", "Julio Vera"]),
        ("Julio Vera no fue claro, pero sí dijo que habrá cambios.", ["Julio Vera"]),
        ("La portavoz Ana Vera dijo que no. En su opinión, la ley es buena.",
         ["Ana Vera", "Ana Vera"]),
        ("“No”, dijo Rosa Mora. “Sí”, dijo el electricista Julio Rivera, de 68 años.",
         ["Rosa Mora", "Julio Rivera"]),
        ("La Fiscalía General de la Nación dijo que no. La Fiscalía añadió que sí.",
         ["Fiscalía General de la Nación", "Fiscalía General de la Nación"]),
        ("La Fiscalía General de Jalisco dijo que no. La Fiscalía añadió que sí.",
         ["Fiscalía General de Jalisco", "Fiscalía General de Jalisco"]),
        ("El Instituto Nacional Electoral dijo que no. El INE añadió que sí.",
         ["Instituto Nacional Electoral", "Instituto Nacional Electoral"]),
        ("Leyó un mensaje de la presidenta, Ana Villa, quien dijo que no.", ["Ana Villa"]),
        ("“No”, dijo el pasado lunes el ministro Juan Vera.", ["Juan Vera"]),
        ("“No”, dijo este lunes 3 de mayo Juan Vera.", ["Juan Vera"]),
        ("En su cuenta, el Jefe de Estado expresó: “No”.", ["Jefe de Estado"]),
        ("Según publicó La Jornada, la ley es buena.", ["La Jornada"]),
        ("Según publicó El Economista, la ley es buena.", ["El Economista"]),
    ],
)  # fmt: skip
def test_who_is_meant_in_spanish(text: str, speakers: list[str | None]) -> None:
    assert [found.speaker for found in read(text, "es")] == speakers


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("El puente, que es viejo, cerrará en junio, precisó.",
         ["El puente, que es viejo, cerrará en junio"]),
        ("Fuentes de la Policía aseguran que “no hay nada”, informaron.", ["no hay nada"]),
        ("El alcalde lamentó el caso, que calificó de grave, y calló.", ["el caso", "grave"]),
        ("Con ese fin, se dará más información mañana, dijo la fuente policial.",
         ["Con ese fin, se dará más información mañana"]),
        ("La ministra dijo el pasado 3 de abril que no hay. Aseguró el pasado lunes que hay más.",
         ["no hay", "hay más"]),
        ("La ministra advirtió este martes, 3 de mayo, de que no hay.", ["no hay"]),
        ("No lo sé, dijo. La ministra no descartó que haya más casos.",
         ["No lo sé", "haya más casos"]),
        ("El alcalde mandó un audio a la radio: “Nadie se va”.", ["Nadie se va"]),
        ("La ley es, a su juicio, un error.", ["La ley es", "un error"]),
        ("“No hay nada -comenzó Ángel Nido-. Ni lo habrá”.", ["No hay nada", "Ni lo habrá"]),
    ],
)  # fmt: skip
def test_what_is_said_in_spanish(text: str, content: list[str]) -> None:
    assert [part for found in read(text, "es") for part in found.content] == content


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Ancoyo, 12 may (Austral).- La ministra, Rosa Villa, dijo que no.",
         ("relayed by Austral",)),
        ("“No hay”, dijo Rosa Villa, en declaraciones a Unitel.", ("said to Unitel",)),
        ("“No hay”, dijo el alcalde, Jens Olde, al Nordkurier.", ("said to Nordkurier",)),
        ("“No hay”, aseguró el alcalde Juan Pardo en diálogo con Fox Sports.",
         ("said to Fox Sports",)),
        ("“No hay”, dijo Juan Pardo en una entrevista con Página/12.", ("said to Página/12",)),
        ("El alcalde dijo a MVS Noticias que no hay.", ("said to MVS Noticias",)),
        ("“No hay”, dijo Juan Pardo en su conferencia desde Palacio Nacional.", ()),
        ("“No hay”, dijo por separado a la prensa Óscar Chong.", ()),
        ("“No hay”, dijo Juan Pardo en una charla con Vox.", ()),
    ],
)  # fmt: skip
def test_through_whom_in_spanish(text: str, chain: tuple[str, ...]) -> None:
    assert [found.chain for found in read(text, "es")] == [chain]


@pytest.mark.parametrize(
    ("text", "speakers", "chain"),
    [
        ("Não há, garantiu nesta terça-feira (12) a ministra Rosa Lima, em entrevista à CNN.",
         ["Rosa Lima"], ("said to CNN",)),
        ("O prefeito Paulo Lima disse nesta quarta (5) que não há.", ["Paulo Lima"], ()),
        ("“Não há”, contou à Folha a moradora Maria Dias, 45.", ["Maria Dias"],
         ("said to Folha",)),
        ("“Não há”, disse à agência Lusa Maria Costa, presidente da junta.", ["Maria Costa"],
         ("said to Lusa",)),
    ],
)  # fmt: skip
def test_portuguese(text: str, speakers: list[str], chain: tuple[str, ...]) -> None:
    found = read(text, "pt")
    assert [one.speaker for one in found] == speakers
    assert found[0].chain == chain


def test_where_somebody_spoke_is_not_what_they_said() -> None:
    assert read("O ministro falava no Porto.", "pt") == []
