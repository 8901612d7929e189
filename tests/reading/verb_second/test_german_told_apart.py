"""German reports: nouns that outlets and people are spelt like, and what only looks like a cue."""

from __future__ import annotations

import pytest

import rawi
from rawi.records import Attribution


def read(text: str) -> list[Attribution]:
    return list(rawi.read(text).attributions)


def said(text: str, one: Attribution) -> list[str]:
    return [text[span.start : span.end] for span in one.content]


def speakers(text: str) -> list[str | None]:
    return [one.speaker.name if one.speaker else None for one in read(text)]


def ways(text: str) -> list[list[str]]:
    return [[hop.name for hop in one.chain] for one in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Wir brauchen Geld“, sagte Ministerin Eva Roth der Zeit.", [["Zeit"]]),
        ("„Das reicht nicht“, sagte Trainer Jan Moll im Gespräch mit dem Blick.", [["Blick"]]),
        ("„Wir sparen“, sagte Ministerin Eva Roth mit Blick auf den Haushalt.", [[]]),
        ("„Wir sparen“, sagte Ministerin Eva Roth in der Zeit vor der Wahl.", [[]]),
        ("Kremlsprecher Ilja Orlow sagte der Agentur Tass zufolge, ein Treffen sei nicht geplant.",
         [["Tass"]]),
        ("Im Gespräch mit t-online sagte Ökonom Jens Lauter, die Zinsen stiegen.", [["t-online"]]),
        ("Paul Ritz forderte in den ARD-Tagesthemen ein Umdenken.", [["ARD"]]),
        ("Die Worte von Ministerin Petra Halm in einem Interview mit der „Rundschau“, dass die "
         "Brücke nie geprüft worden sei, sorgen für Ärger.", [["Rundschau"]]),
        ("„Ich habe Angst“, sagte die Ministerin im Deutschlandfunk.", [["Deutschlandfunk"]]),
        ("US-Präsident John Carter schrieb auf seiner Plattform Truth Social, er werde die Zölle "
         "erhöhen. Das berichtet CNN.", [["Truth Social", "CNN"]]),
    ],
)  # fmt: skip
def test_outlets(text: str, expected: list[list[str]]):
    assert ways(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Für die Jugend sprach Lea Ambs aus dem Verein. „Fragt uns doch mal“, sagte sie.",
         ["Lea Ambs"]),
        ("In der Kirche predigten Heiner Koch und Christian Stäblein. Auf den Alltag ging Stäblein "
         "ebenfalls ein. „Wir lernen das“, sagte er.", ["Christian Stäblein"]),
        ("Anwalt Sebastian Thum bat um Milde. „Er bereut das“, sagte Thum.\n\nDer 31 Jahre alte "
         "Pilot schildert, er habe nichts gesehen.",
         ["Sebastian Thum", "Sebastian Thum", "31 Jahre alte Pilot"]),
        ("Außenministerin Anna Beck reiste ab. „Wir bleiben stark“, sagte die Grünen-Politikerin "
         "bei einer Podiumsdiskussion in Prag.", ["Anna Beck"]),
        ("Die Behörde schätzt, dass jede vierte Kirche schließt. Zahlen gab sie nicht bekannt.",
         ["Behörde", "Behörde"]),
        ("In einem Podcast meldet sich John Carter – Staatssekretär der USA – zu Wort und "
         "erklärt:\n„Wir befinden uns in einem großen Moment.“", ["John Carter"]),
        ("Der Sieger der Wahl Joe Brand hat versprochen, Präsident aller zu sein. „Ich danke auch "
         "den Wählern von Präsident Donald Trunk“, sagte er. Der künftige Präsident sagte, man "
         "habe ihm geholfen.", ["Joe Brand"] * 3),
        ("Nach Informationen von NDR, WDR und „Seepost“ hat die Firma die Mängel verschwiegen.",
         ["NDR, WDR und Seepost"]),
    ],
)  # fmt: skip
def test_speakers(text: str, expected: list[str | None]):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Die Pandemie forderte bisher rund 2000 Menschenleben.",
        "Wenn Sie alle Nachrichten wollen, empfehlen wir Ihnen unsere App.",
        "Der Mann soll die Tat gestanden haben.",
        "Zu finden ist dies im bekannten Restaurant der Stadt.",
        "Twitter: Gekürztes Video geht viral",
    ],
)
def test_nobody_says_it(text: str):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Minister unterstellte Merker, sie habe die Wahl verzögert. Sie hätten „nur ein Ziel "
         "gehabt“.", [["sie habe die Wahl verzögert"], ["Sie hätten „nur ein Ziel gehabt“"]]),
        ("„Wir weichen nicht“, sagte Olaf Trenk. Er rechne mit einer Klage.",
         [["Wir weichen nicht"], ["Er rechne mit einer Klage"]]),
        ("Anfang Dezember hat Anna Lohr gesagt, die Lage sei gut.", [["die Lage sei gut"]]),
        ("Der Kurs, so hob Minister Karl Lohr hervor, sei richtig.",
         [["Der Kurs", "sei richtig"]]),
        ("„Es gab keinen Plan.“ Mit diesen Worten beschreibt Staatssekretär Uwe Kant die Lage.",
         [["Es gab keinen Plan."]]),
        ("Der Kurs sei der beste, so das Verdikt vieler Nutzer.", [["Der Kurs sei der beste"]]),
        ("Chef Jan Kolb pocht auf eine Reform: Ohne mehr Geld, warnt er, breche alles zusammen.",
         [["eine Reform"], ["Ohne mehr Geld", "breche alles zusammen"]]),
        ("Als ein Reporter fragte, ob das gelte, antwortete Jan Kolb: „Ich fürchte, ja.“",
         [["ob das gelte"], ["Ich fürchte, ja."]]),
        ("Parteichef Karl Wolf machte deutlich: „Wir kämpfen.“ Wolf weiter: „Wir verlieren Jahre.“ "
         "Und: „Das ist bitter.“", [["Wir kämpfen."], ["Wir verlieren Jahre.", "Das ist bitter."]]),
        ("Ingenieur Karl Pohl war zufrieden. Er sagte:\nIm besten Fall können wir bald im Sommer "
         "dort fahren. Das wäre gut.",
         [["Im besten Fall können wir bald im Sommer dort fahren. Das wäre gut"]]),
        ("Gestern kam Bürgermeister Jan Olm ins Zelt und erklärte, das Wasser sei sauber.",
         [["das Wasser sei sauber"]]),
        ("Bremen wartet ab, Niedersachsen will prüfen und Thüringen verweist darauf, dass andere "
         "entscheiden.", [["andere entscheiden"]]),
        ("Ökonomin Eva Lind sprach sich dafür aus, den Satz zu senken.", [["den Satz zu senken"]]),
    ],
)  # fmt: skip
def test_contents(text: str, expected: list[list[str]]):
    assert [said(text, one) for one in read(text)] == expected


def test_a_line_of_its_own_that_the_next_one_signs():
    text = (
        "Karl Erder droht den Nachbarn\n\nPräsident Karl Erder hat im Streit um das Wasser "
        "gedroht.\nWir müssen sehr stark sein, damit das aufhört.\nKarl Erder, Präsident\n"
        "Das Nachbarland wies die Worte am Abend nicht zurück und schwieg."
    )
    signed = [one for one in read(text) if said(text, one)[0].startswith("Wir müssen")]
    assert [(one.type, one.speaker and one.speaker.name) for one in signed] == [
        ("direct", "Karl Erder")
    ]


def test_a_surname_before_a_colon_in_a_subheading():
    text = (
        "Streit um die Stadt\n\nGeneralsekretär Paul Zimmak kritisierte den Senat scharf.\n\n"
        "Zimmak: Stadt hat „ein Vollzugsproblem“\nDie Stadt habe versagt, sagte Zimmak."
    )
    assert "Paul Zimmak" in {one.speaker.name for one in read(text) if one.speaker and not one.cue}
