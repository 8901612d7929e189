"""German: by which way it came, whose claims are cited, bodies that stand for a name."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

SAID = "said to"
POSTED = "posted on"
RELAYED = "relayed by"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("„Wir prüfen das“, sagte Emil Frank im ARD-„Morgenmagazin“.", [(SAID, "ARD")]),
        ("„Es reicht“, sagte Frieda Kurz in der ZDF-Sendung „Nachtcafé“.", [(SAID, "ZDF")]),
        ("„Das bleibt“, sagte Fritz Gruber im Ö1-Morgenjournal.", [(SAID, "Ö1")]),
        ("„Das bleibt“, sagte Heide Ibsen in der „Seezeit“.", [(SAID, "Seezeit")]),
        ("„Das bleibt“, sagte Heide Ibsen im „Seeblick“.", [(SAID, "Seeblick")]),
        ("„Das bleibt“, sagte der Minister der „Seepost“ (Montagausgabe).", [(SAID, "Seepost")]),
        ("„Ja“, sagte Anna Voss dem Sender Radio Eriwan.", [(SAID, "Radio Eriwan")]),
        ("„Ja“, sagte der Produzent, Johannes Pollmann, der Deutschen Presse-Agentur.",
         [(SAID, "Deutschen Presse-Agentur")]),
        ("Unter den Toten seien Offiziere, berichtete Anton Reger im Nachrichtenkanal Telegram.",
         [(POSTED, "Telegram")]),
        ("„Ja“, teilte Anna Voss im Kurznachrichtendienst X mit.", [(POSTED, "X")]),
        ("Laut „Seepost“ sagte Minister Karl Berg, das Haus sei verkauft.",
         [(RELAYED, "Seepost")]),
        ("Die „Seepost“ zitiert den Richter Karl Berg mit den Worten: „Das genügt nicht.“",
         [(RELAYED, "Seepost")]),
        ("„Das war ein Signal“, wurde Kommandeur Amir Said von der Agentur Fars zitiert.",
         [(RELAYED, "Fars")]),
        ("Der Minister geht, wie der „Hafenbote“ unter Berufung auf Parteikreise berichtet.",
         [(RELAYED, "Hafenbote")]),
    ],
)  # fmt: skip
def test_ways(text: str, chain: list[tuple[str, str]]) -> None:
    found = read(text, "de")
    assert len(found) == 1
    assert found[0].chain == tuple(f"{how} {name}" for how, name in chain)


@pytest.mark.parametrize(
    ("foot", "names"),
    [
        ("cb/rz (dpa, AFP)", ["dpa", "AFP"]),
        ("(apa, red)", ["apa"]),
        ("dpa/lby", ["dpa"]),
        ("(sda/afp)", ["sda", "afp"]),
        ("mit Agenturen", ["Agenturen"]),
        ("Der Artikel basiert auf einer Meldung der dpa.", ["dpa"]),
    ],
)
def test_credits_among_initials(foot: str, names: list[str]) -> None:
    text = f"Hafen bleibt zu\n\n„Wir warten“, sagte Bürgermeister Karl Lenz.\n\n{foot}\n"
    (found,) = read(text, "de")
    assert found.chain == tuple(f"{RELAYED} {name}" for name in names)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Nach Polizeiangaben wurde niemand verletzt.", "Polizei", "wurde niemand verletzt"),
        ("Polizeiangaben zufolge war der Fahrer müde.", "Polizei", "war der Fahrer müde"),
        ("Nach Angaben aus Kiew starben zwei Menschen.", "Kiew", "starben zwei Menschen"),
        ("Nach Medienberichten ist der Trainer weg.", "Medienberichte", "ist der Trainer weg"),
        ("„Seepost“ zufolge ist der Trainer weg.", "Seepost", "ist der Trainer weg"),
        ("Die Bank wird verkauft. Das geht aus einem Schreiben des Vorstands hervor.",
         "Vorstand", "Die Bank wird verkauft"),
        ("Rovio streicht Stellen. Rovio hat Sorgen. Man wolle sparen, teilte das Unternehmen mit.",
         "Rovio", "Man wolle sparen"),
        ("Das Bundeskartellamt prüft. Man habe begonnen, teilte die Behörde mit.",
         "Bundeskartellamt", "Man habe begonnen"),
        ("„Warum?“, fragt der Vorsitzende Richter, Klaus Wimmer.", "Klaus Wimmer", "Warum?"),
        ("Das sei neu, sagt die in Ulm tätige Forscherin Karin Brandt.",
         "Karin Brandt", "Das sei neu"),
        ("Die Nutzerin „Seebär“ schrieb, das Fest falle aus.", "Seebär", "das Fest falle aus"),
    ],
)  # fmt: skip
def test_whose_claims(text: str, speaker: str, content: str) -> None:
    (found,) = read(text, "de")
    assert (found.speaker, found.content) == (speaker, (content,))
