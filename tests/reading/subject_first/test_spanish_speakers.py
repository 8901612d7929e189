"""Spanish: subjects that are left out, and who is meant by what they are called."""

from __future__ import annotations

import pytest
from subject_first_sentences import read


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("La jueza Ana Torres explicó el fallo. Añadió que es firme.",
         ["Ana Torres", "Ana Torres"]),
        ("El ministro de Salud, Pedro Gómez, visitó la clínica. Dijo que llegarán 40 médicos.",
         ["Pedro Gómez"]),
        ("Los médicos protestan. Dicen que faltan camas.", ["médicos"]),
        ("Los vecinos denuncian que hay polvo. La alcaldesa, Luz Mora, lo niega. "
         "Aseguran que nadie limpia.", ["vecinos", "vecinos"]),
        ("Julio Mora, en charla con la prensa, se rió. Y agregó que descansará.", ["Julio Mora"]),
        ("La concejala Ana Mora habló en la radio, a la vez que recordaba que la obra acabó.",
         ["Ana Mora"]),
        ("«No hay dinero», lamentó. «Ni lo habrá», zanjó la tesorera.", [None, "tesorera"]),
        ("Desde la asociación aseguran que el río baja sucio.", ["asociación"]),
        ("La editora Ana Mora firmó una columna en la que critica el plan.", ["Ana Mora"]),
    ],
)  # fmt: skip
def test_a_subject_that_is_left_out(text: str, speakers: list[str | None]) -> None:
    assert [found.speaker for found in read(text, "es")] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("El presidente de la cámara, Martín Duarte, habló ayer. El riojano dijo que no irá.",
         "Martín Duarte"),
        ("El canciller de Cuba, Aurelio Pardo, dio las gracias. "
         "El titular de Relaciones Exteriores dijo que no irá.", "Aurelio Pardo"),
        ("El primero en hablar fue Jorge Ríos, quien dijo que no irá.", "Jorge Ríos"),
        ("Luego fue el turno del periodista Mauro Gil, quien dijo que no irá.", "Mauro Gil"),
        ("El alcalde, Luis Mora, calló. El vocero de la Secretaría de Seguridad dijo que no irá.",
         "vocero de la Secretaría de Seguridad"),
        ("Fuentes de la Policía Local dijeron que no irá.", "fuentes de la Policía Local"),
        ("Para el economista Luis Rey, la inflación bajará.", "Luis Rey"),
        ("De visita en Santiago de Cuba, el rector dijo que no irá.", "rector"),
        ("Según El Correo del Norte, el Gobierno caerá.", "El Correo del Norte"),
        ("Vecinos de la zona dicen que no irán.", "vecinos de la zona"),
        ("«No», responde, en cambio, La Gaceta del Sur, que calla.", "La Gaceta del Sur"),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, speaker: str) -> None:
    assert read(text, "es")[-1].speaker == speaker


def test_what_the_sentence_before_says() -> None:
    found = read(
        "Ni un coche más en la plaza. Lo anunció ayer el edil de Tráfico, Curro Díaz.", "es"
    )
    assert [(f.speaker, f.content) for f in found] == [
        ("Curro Díaz", ("Ni un coche más en la plaza",))
    ]


def test_an_interview_with_a_dash_before_each_turn() -> None:
    text = (
        "Con la escritora Irma Duarte: «No tengo prisa»\n\n"
        "—¿Por qué tardó tanto?\n—Porque no tenía apuro.\n\n"
        "—El ministro Pablo Larra aseguró que la llamó.\n—A mí no me llamó nadie.\n\n"
        "—¿Qué está leyendo?\n—Prospectos de remedios."
    )
    found = [(f.speaker, f.content[0]) for f in read(text, "es")]
    assert ("Irma Duarte", "Porque no tenía apuro") in found
    assert ("Pablo Larra", "la llamó") in found
    assert not any("?" in content for _, content in found)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("El río baja sucio, dijo la edil.\n\n(Fuente: Agencia Fides, 3/6/2024)",
         ("relayed by Fides",)),
        ("La Habana, 3 nov (Prensa Latina) El rector dijo que el río baja sucio.",
         ("relayed by Prensa Latina",)),
        ("MADRID, 12 mar. (EUROPA PRESS) - El rector ha dicho que el río baja sucio.",
         ("relayed by EUROPA PRESS",)),
        ("El rector ha criticado las grabaciones publicadas por 'El Mundo'.", ()),
        ("El rector dijo que dirigirá el Instituto Politécnico Nacional (IPN).", ()),
    ],
)  # fmt: skip
def test_what_a_report_credits(text: str, chain: tuple[str, ...]) -> None:
    assert read(text, "es")[0].chain == chain
