"""Local papers in Spanish, Portuguese and Italian: ways, edges, who is meant."""

from __future__ import annotations

import pytest
from subject_first_sentences import read


@pytest.mark.parametrize(
    ("language", "text", "chain"),
    [
        ("es", "RT. La edil Ana Mora declaró que el río baja sucio.", ("relayed by RT",)),
        ("es", "Lund (Suecia), 20 de abril, RIA Novosti. La edil Ana Mora dijo que no irá.",
         ("relayed by RIA Novosti",)),
        ("pt", "Faro, 12 mar (Lusa) – A vereadora Ana Reis disse que não vai.",
         ("relayed by Lusa",)),
        ("it", "(Agenzia Dire) Roma, 4 feb - La sindaca Ada Neri ha detto che non va.",
         ("relayed by Agenzia Dire",)),
        ("es", "La edil Ana Mora dijo que no irá.\n\nCon información de agencias",
         ("relayed by agencias",)),
        ("es", "La edil Ana Mora dijo que no irá.\n\nFuente original: Sputnik",
         ("relayed by Sputnik",)),
        ("pt", "A vereadora Ana Reis disse que não vai.\n\nCom agências", ("relayed by agências",)),
        ("es", "La edil Ana Mora dijo que no irá en declaraciones a EFE.", ("said to EFE",)),
        ("es", "La edil Ana Mora dijo que no irá a través de su cuenta de Twitter.",
         ("posted on Twitter",)),
        ("es", "La edil Ana Mora dijo que no irá, citada por Tass.", ("relayed by Tass",)),
        ("pt", "A vereadora Ana Reis escreveu no X (antigo Twitter): “Não vou”.", ("posted on X",)),
        ("es", "La edil Ana Mora dijo ante las cámaras de TVE que no irá.", ("said to TVE",)),
        ("pt", "“Não vou”, disse Ana Reis em entrevista ao programa “A Praça”, da CBS.",
         ("said to CBS",)),
        ("es", "“No iré”, dijo Ana Mora en el programa Hora 25, de la Cadena SER.",
         ("said to Cadena SER",)),
        ("es", "La edil Ana Mora dijo en el podcast La Cafetera que no irá.",
         ("said to La Cafetera",)),
        ("es", "El presentador del programa La Noche dijo que no irá.", ()),
        ("it", "La sindaca Ada Neri ha definito la gara “una farsa”. Lo riporta l'agenzia Tass.",
         ("relayed by Tass",)),
    ],
)  # fmt: skip
def test_through_whom_it_came(language: str, text: str, chain: tuple[str, ...]) -> None:
    (found,) = read(text, language)
    assert found.chain == chain


@pytest.mark.parametrize(
    ("language", "text", "contents"),
    [
        ("es", "«El río baja sucio y nadie lo limpia«, afirmó la edil.",
         ["El río baja sucio y nadie lo limpia"]),
        ("es", "Ana Mora recalcó; «el río baja sucio».", ["el río baja sucio"]),
        ("es", "“El río baja sucio y huele”, cerró.", ["El río baja sucio y huele"]),
        ("es", "Ana Mora insinúa que el río baja sucio.", ["el río baja sucio"]),
        ("es", "Ana Mora publicó un tuit en el cual informa que no irá.", ["no irá"]),
        ("es", "Ana Mora colgó un vídeo donde dice que no irá.", ["no irá"]),
        ("es", "Ana Mora dijo que la obra va bien y volvió a pedir fondos.",
         ["la obra va bien", "fondos"]),
        ("es", "Ana Mora dijo que va mal, si bien reconoció que hay fondos.",
         ["va mal", "hay fondos"]),
        ("es", "El edil Julio Gil denunció que sus palabras cambian todo y plantean dudas.",
         ["sus palabras cambian todo y plantean dudas"]),
        ("es", "Dos barcos llegaron hoy al puerto, indicó la capitanía.",
         ["Dos barcos llegaron hoy al puerto"]),
        ("pt", "A partir de maio, as patrulhas conjuntas chegarão ao banco, adiantou o oficial.",
         ["A partir de maio, as patrulhas conjuntas chegarão ao banco"]),
        ("it", "Bonvicini, ‘la piazza resta chiusa per sempre’\n\n"
         "La sindaca Ada Bonvicini ha parlato ieri ai cittadini davanti al municipio vecchio.",
         ["la piazza resta chiusa per sempre"]),
        ("es", "La edil Ana Mora posteó en su cuenta de Twitter:\n“No iré a esa reunión”.",
         ["No iré a esa reunión"]),
    ],
)  # fmt: skip
def test_what_is_said(language: str, text: str, contents: list[str]) -> None:
    assert [" … ".join(found.content) for found in read(text, language)] == contents


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", "El comodoro Teivo Mora dijo que no irá. «Gracias», señaló el comodoro.",
         "Teivo Mora"),
        ("pt", "“Bem”, disse o presidente-executivo, Fausto Meira. O executivo previu queda.",
         "Fausto Meira"),
        ("es", "Tromp dijo que no irá. El presidente ruso agregó que tal vez.", "Tromp"),
        ("it", "Tromp ha detto di no. Il leader del Cremlino ha aggiunto che si vedrà.", "Tromp"),
        ("it", "Ada Neri è a Lund. La Neri ha affermato che non va.", "Ada Neri"),
        ("it", "Ad un cronista che chiedeva di Gino Rossi, il ministro ha detto che non va.",
         "ministro"),
        ("es", "Hubo una charla, en la que el alcalde Juan Gil dijo que no irá.", "Juan Gil"),
    ],
)  # fmt: skip
def test_who_is_meant(language: str, text: str, speaker: str) -> None:
    assert read(text, language)[-1].speaker == speaker
