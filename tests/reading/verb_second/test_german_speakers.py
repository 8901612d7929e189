"""German: who is meant, the mood that reports without a cue, whom something is told."""

from __future__ import annotations

import pytest
from subject_first_sentences import read


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Die Ministerin Karin Brandt besuchte die Schule. Sie sagte, das Dach werde saniert.",
         ["Karin Brandt"]),
        ("Der Bürgermeister Max Holler sprach mit den Anwohnern. „Wir handeln“, sagte er.",
         ["Max Holler"]),
        ("Der Anwalt Paul Reger und die Richterin Ina Voss trafen sich. Er sagte, das Verfahren "
         "dauere zu lange. Sie widersprach: „Es geht zügig voran.“", ["Paul Reger", "Ina Voss"]),
        ("„Wir kommen wieder“, sagte Trainer Jan Kolbe. Man habe viel gelernt, fügte Kolbe hinzu.",
         ["Jan Kolbe", "Jan Kolbe"]),
    ],
)  # fmt: skip
def test_pronouns_and_surnames(text: str, speakers: list[str]) -> None:
    assert [found.speaker for found in read(text, "de")] == speakers


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Die Ärztin Petra Simon warnte vor Panik. Man müsse ruhig bleiben. Die Klinik sei bereit.",
         ["Panik", "Man müsse ruhig bleiben", "Die Klinik sei bereit"]),
        ("Kommandant Josef Mayr schilderte den Einsatz. Das Feuer habe sich schnell ausgebreitet. "
         "Verletzt worden sei niemand.",
         ["den Einsatz", "Das Feuer habe sich schnell ausgebreitet",
          "Verletzt worden sei niemand"]),
    ],
)  # fmt: skip
def test_the_mood_of_reported_speech_goes_on(text: str, contents: list[str]) -> None:
    found = read(text, "de")
    assert [one.content for one in found] == [(content,) for content in contents]
    assert len({one.speaker for one in found}) == 1
    assert [bool(one.cue) for one in found] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ein Sprecher der Polizei sagte, der Mann sei auf der Flucht. Der Sprecher fügte hinzu, "
         "er sei bewaffnet.", "ein Sprecher der Polizei"),
        ("„Das war ein Fehler“, sagte ein Augenzeuge, der anonym bleiben wollte.",
         "ein Augenzeuge"),
    ],
)  # fmt: skip
def test_somebody_without_a_name(text: str, speaker: str) -> None:
    assert {found.speaker for found in read(text, "de")} == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        ("Die Steuer werde sinken, sagte Finanzminister Gerd Lauter der Nachrichtenagentur AFP.",
         "Gerd Lauter", ("said to AFP",)),
        ("In einem Interview mit dem ZDF sagte Außenministerin Nora Feld, die Lage sei ernst.",
         "Nora Feld", ("said to ZDF",)),
        ("Im Gespräch mit der „Presse“ sagte Ökonom Felix Hanke, die Zinsen würden sinken.",
         "Felix Hanke", ("said to Presse",)),
        ("Gegenüber der APA sagte der Wirt, er werde klagen.", "Wirt", ("said to APA",)),
        ("Der Senator schrieb auf der Plattform X, es sei genug.", "Senator", ("posted on X",)),
        ("Der Nachrichtenagentur Reuters zufolge steht der Verkauf bevor.", "Reuters", ()),
        ("Das Werk werde verkauft, berichtete die „Süddeutsche Zeitung“.",
         "Süddeutsche Zeitung", ()),
    ],
)  # fmt: skip
def test_whom_it_is_told(text: str, speaker: str, chain: tuple[str, ...]) -> None:
    (found,) = read(text, "de")
    assert (found.speaker, found.chain) == (speaker, chain)


def test_a_later_statement_has_the_way_of_the_first() -> None:
    text = ("„Wir kommen wieder“, sagte Trainer Jan Kolbe dem Sender RTL. "
            "Man habe viel gelernt, fügte Kolbe hinzu.")  # fmt: skip
    assert [found.chain for found in read(text, "de")] == [("said to RTL",)] * 2
