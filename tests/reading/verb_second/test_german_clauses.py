"""German: verbs second and last, their parts apart, what they govern, phrases that cite."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("„Wir haben alles versucht“, sagte die Bürgermeisterin Heike Brandl am Montag.",
         "sagte", "die Bürgermeisterin Heike Brandl", "Wir haben alles versucht"),
        ("Die Brücke bleibe bis Mai gesperrt, sagte Landrat Jens Ohlsen.",
         "sagte", "Landrat Jens Ohlsen", "Die Brücke bleibe bis Mai gesperrt"),
        ("Am Dienstag sagte der Rektor Paul Wendt, die Prüfung werde wiederholt.",
         "sagte", "der Rektor Paul Wendt", "die Prüfung werde wiederholt"),
        ("Der Minister sagte, er habe davon nichts gewusst.",
         "sagte", "Der Minister", "er habe davon nichts gewusst"),
        ("Er wolle im Amt bleiben, betonte der Präsident.",
         "betonte", "der Präsident", "Er wolle im Amt bleiben"),
        ("Ob das reiche, fragte die Reporterin.", "fragte", "die Reporterin", "Ob das reiche"),
        ("Auf die Frage, ob er kandidiere, antwortete Huber: „Das entscheide ich im Mai.“",
         "antwortete", "Huber", "Das entscheide ich im Mai."),
        ("Die Direktorin Eva Lohse erklärte, dass das Museum im Herbst öffnet.",
         "erklärte", "Die Direktorin Eva Lohse", "das Museum im Herbst öffnet"),
        ("Bauernpräsident Rukwied, der den Betrieb besuchte, sagte: „Die Lage ist ernst.“",
         "sagte", "Bauernpräsident Rukwied, der den Betrieb besuchte", "Die Lage ist ernst."),
        ("„Ich liebe diese Stadt“, schwärmt Reinhold Maier, 54, Gastwirt aus Passau.",
         "schwärmt", "Reinhold Maier, 54, Gastwirt aus Passau", "Ich liebe diese Stadt"),
        ("Rektorin Anna Seidl: „Wir brauchen Geld.“", "", "Rektorin Anna Seidl",
         "Wir brauchen Geld."),
    ],
)  # fmt: skip
def test_who_says_what(text: str, cue: str, source: str, content: str) -> None:
    found = one(text, "de")
    assert (" ".join(found.cue), found.source, found.content) == (cue, source, (content,))


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Die Stadt teilte am Abend mit, dass die Schule geschlossen bleibt.",
         ("teilte", "mit"), "die Schule geschlossen bleibt"),
        ("Ein Sprecher des Konzerns hat erklärt, man prüfe die Vorwürfe.",
         ("hat erklärt",), "man prüfe die Vorwürfe"),
        ("Zuvor hatte Ministerin Lena Vogt erklärt, die Mittel seien gesichert.",
         ("hatte", "erklärt"), "die Mittel seien gesichert"),
        ("Der Hersteller kündigte an, das Werk in Lünen zu schließen.",
         ("kündigte an",), "das Werk in Lünen zu schließen"),
        ("Der Verband forderte die Regierung auf, die Steuer zu senken.",
         ("forderte", "auf"), "die Steuer zu senken"),
        ("Die Gewerkschaft warf dem Vorstand vor, die Verträge zu brechen.",
         ("warf", "vor"), "die Verträge zu brechen"),
        ("Er habe den Ball nicht gesehen, gab der Schiedsrichter zu.",
         ("gab", "zu"), "Er habe den Ball nicht gesehen"),
        ("Die Polizei geht davon aus, dass der Mann allein handelte.",
         ("geht davon aus",), "der Mann allein handelte"),
        ("Der Anwalt zeigte sich überzeugt, dass das Urteil hält.",
         ("zeigte sich überzeugt",), "das Urteil hält"),
        ("Der Trainer Ole Hartung wies die Kritik zurück.", ("wies", "zurück"), "die Kritik"),
        ("Die Gemeinde räumte Fehler ein.", ("räumte", "ein"), "Fehler"),
        ("Die Ministerin warnte vor einer neuen Welle.", ("warnte",), "einer neuen Welle"),
        ("Der Bischof bat um Geduld.", ("bat",), "Geduld"),
        ("Der Experte Lutz Frey rechnet mit weiteren Beben.", ("rechnet",), "weiteren Beben"),
        ("Die Firma bestritt, Abwasser in den See geleitet zu haben.",
         ("bestritt",), "Abwasser in den See geleitet zu haben"),
        ("Die Betreiber versprachen, den Schaden zu ersetzen.",
         ("versprachen",), "den Schaden zu ersetzen"),
        ("Die Ärztin rät, viel zu trinken.", ("rät",), "viel zu trinken"),
        ("Der Parteichef bezeichnete den Plan als „Unsinn“.",
         ("bezeichnete",), "den Plan als „Unsinn“"),
        ("Die Feuerwehr bestätigte den Brand.", ("bestätigte",), "den Brand"),
    ],
)  # fmt: skip
def test_parts_of_a_verb_and_what_it_governs(text: str, cue: tuple[str, ...], content: str) -> None:
    found = one(text, "de")
    assert (found.cue, found.content) == (cue, (content,))


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("„Das ist ein Skandal“, so die Abgeordnete Rita Holm.", "so",
         "die Abgeordnete Rita Holm", ("Das ist ein Skandal",)),
        ("„Das Geld reicht nicht“, so Holm weiter, „und im Winter wird es knapp.“", "so",
         "Holm", ("Das Geld reicht nicht", "und im Winter wird es knapp.")),
        ("Das Dach war, so die Ermittler, schon länger undicht.", "so", "die Ermittler",
         ("Das Dach war", "schon länger undicht")),
        ("Laut Polizei flüchtete der Fahrer zu Fuß.", "Laut", "Polizei",
         ("flüchtete der Fahrer zu Fuß",)),
        ("Laut der Feuerwehr brach das Feuer im Keller aus.", "Laut", "der Feuerwehr",
         ("brach das Feuer im Keller aus",)),
        ("Nach Angaben von Bauernpräsident Karl Ried fällt die Ernte gering aus.",
         "Nach Angaben von", "Bauernpräsident Karl Ried", ("fällt die Ernte gering aus",)),
        ("Dem Wetterdienst zufolge bleibt es bis Freitag kalt.", "zufolge", "Dem Wetterdienst",
         ("bleibt es bis Freitag kalt",)),
        ("Die Tat war, wie die Staatsanwaltschaft mitteilte, lange geplant.", "mitteilte",
         "die Staatsanwaltschaft", ("Die Tat war", "lange geplant")),
        ("Wie die Gemeinde mitteilte, ist das Bad wieder offen.", "mitteilte", "die Gemeinde",
         ("ist das Bad wieder offen",)),
        ("In dem Bericht heißt es, die Anlage sei marode.", "heißt", "dem Bericht",
         ("die Anlage sei marode",)),
        ("„Kein Kommentar“, hieß es aus dem Ministerium.", "hieß", "dem Ministerium",
         ("Kein Kommentar",)),
        ("„Wir sind müde“, klagt Bäcker Ali Demir, „und niemand hilft uns.“", "klagt",
         "Bäcker Ali Demir", ("Wir sind müde", "und niemand hilft uns.")),
    ],
)  # fmt: skip
def test_phrases_and_asides_that_cite(
    text: str, cue: str, source: str, content: tuple[str, ...]
) -> None:
    found = one(text, "de")
    assert (found.cue, found.source, found.content) == ((cue,), source, content)


@pytest.mark.parametrize(
    "text",
    [
        "Das Buch heißt „Nacht über Wien“ und erscheint im Mai.",
        "Der sogenannte „Deckel“ gilt seit Januar.",
        "Der Film „Der Sprecher“ läuft im Kino.",
        "Das Konzert war so laut, dass die Nachbarn wach wurden.",
        "Die Musik ist laut und der Saal voll.",
        "So ging das Jahr zu Ende.",
        "Er lief so schnell er konnte.",
        "Laut Gesetz gilt die Frist ab Mai.",
        "Die Linie 4 fährt nach Plan.",
        "Wie das Feuer entstand, ist unklar.",
        "Der Zug kam mit Verspätung an, wie so oft.",
        "Der Ministerpräsident sagte seine Reise ab.",
        "Sie erklärte den Kindern das Spiel.",
        "Niemand sagte etwas.",
        "Das Gericht lehnte den Antrag ab.",
        "Die Firma war für eine Stellungnahme nicht zu erreichen.",
        "Er könne kommen.",
    ],
)
def test_what_nobody_says(text: str) -> None:
    assert not read(text, "de")
