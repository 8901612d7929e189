"""German as tickers and daily papers write it: own claims, parties, who cites whom, moods."""

from __future__ import annotations

import pytest
from subject_first_sentences import read


def told(text: str) -> list[tuple[str | None, str]]:
    """Return who says what in a text."""
    return [(one.speaker, " … ".join(one.content)) for one in read(text, "de")]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Die Zeitung meldete einen Vorfall. Lurans Armee hat nach eigenen Angaben einen Hafen "
         "geräumt.", "Lurans Armee", "Lurans Armee hat … einen Hafen geräumt"),
        ("Der Sprecher Karl Benz lobte den Plan. Zuvor hatte die Firma Ostwerk nach eigener "
         "Aussage zwei Werke verkauft.", "Firma Ostwerk",
         "Zuvor hatte die Firma Ostwerk … zwei Werke verkauft"),
        ("Der Präsident Nikolas Marun warf den USA vor, es auf die Häfen abgesehen zu haben.",
         "Nikolas Marun", "es auf die Häfen abgesehen zu haben"),
        ("Der Präsident Nikolas Marun warf Venezuela vor, „alle“ Schiffe versenkt zu haben.",
         "Nikolas Marun", "„alle“ Schiffe versenkt zu haben"),
        ("Laut der von der Miliz kontrollierten Gesundheitsbehörde kamen neun Menschen um.",
         "von der Miliz kontrollierten Gesundheitsbehörde", "kamen neun Menschen um"),
        ("Bei Angriffen sind nach palästinensischen Angaben von Montag bis Dienstag 18 Menschen "
         "umgekommen.", "palästinensischen Angaben",
         "Bei Angriffen sind … von Montag bis Dienstag 18 Menschen umgekommen"),
        ("Syrische Medien berichteten, der etwa 40-Jährige sei erschossen worden.",
         "Syrische Medien", "der etwa 40-Jährige sei erschossen worden"),
        ("„Das Blatt wendet sich bald“, zitiert das Handelsblatt EPI-Chefin Martina Weim.",
         "Martina Weim", "Das Blatt wendet sich bald"),
        ("Die Lage sei ernst, zitiert der Sender CNN eine ungenannte Beamtin.",
         "eine ungenannte Beamtin", "Die Lage sei ernst"),
    ],
)  # fmt: skip
def test_who_is_said_to_say_it(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in told(text)


def test_the_outlet_that_cites_somebody_passes_it_on() -> None:
    found = read("Die Lage sei ernst, zitiert der Sender CNN eine ungenannte Beamtin.", "de")
    assert [one.chain for one in found] == [("relayed by CNN",)]


@pytest.mark.parametrize(
    "more",
    [
        "Diesen Schwung zu nutzen, sei folgerichtig",
        "Den Leuten, die den Deich hielten, gebühre Respekt",
        "Wer das mache, verkenne die Lage",
        "Seit Montag sei das Wasser um einen Meter gestiegen",
        "Die Gemeinden würden nicht zusehen",
    ],
)
def test_what_goes_on_in_the_mood_of_reported_speech(more: str) -> None:
    text = f"Die Abgeordnete Anna Luhr sagte, dass der Damm nicht reicht. {more}."
    assert told(text)[-1] == ("Anna Luhr", more)


def test_who_is_called_by_a_party_is_its_member() -> None:
    text = (
        "AfD-Kandidat Björn Hocke warf dem CDU-Kandidaten Mario Vogt vor, gelogen zu haben. "
        "„Was soll das?“, fragte Mario Vogt. „Das ist absurd“, schimpfte der AfD-Chef."
    )
    assert told(text)[-1][0] == "Björn Hocke"


def test_a_name_in_the_genitive_and_a_noun_are_no_name() -> None:
    text = (
        "Der Plan sei gut, betonte Tramm nun.\n\nBondi schon lange in Tramms Orbit\n\n"
        "„Das hört auf“, so Tramm in einem Schreiben."
    )
    assert {speaker for speaker, _ in told(text)} == {"Tramm"}


def test_what_points_back_issues_no_statement() -> None:
    text = "Die Miliz schoss. Dies sei eine Reaktion auf den Brand, hieß es in einer Mitteilung."
    assert "Dies" not in [speaker for speaker, _ in told(text)]


def test_a_question_and_its_answer_are_two_statements() -> None:
    text = (
        "Tramm sagte auf die Frage eines Journalisten, ob es um Öl gehe: „Es geht um viele Dinge.“"
    )
    assert told(text) == [
        ("Journalist", "ob es um Öl gehe"),
        ("Tramm", "Es geht um viele Dinge."),
    ]
    assert told("Wie viele Männer sie einzieht, sagte die Armee nicht.") == [
        ("Armee", "Wie viele Männer sie einzieht")
    ]


def test_what_was_said_before_had_a_way_of_its_own() -> None:
    text = (
        "Donald Tramm sprach über Einsätze. „Bald beginnt es“, sagte er im Schloss.\n\n"
        "Zuletzt hatte Tramm im Interview der Zeitung „Politico“ gesagt, er schließe nichts aus."
        "\n\n„Das ist alles“, sagte Tramm am Abend."
    )
    assert [one.chain for one in read(text, "de")] == [(), ("said to Politico",), ()]


def test_readers_who_are_addressed_say_nothing() -> None:
    assert told("Fordern Sie mehr: Bestellen Sie die gedruckte Zeitung.") == []


def test_a_picture_has_its_own_source() -> None:
    body = "Die Ministerin Ada Lorne sagte in Ulm, dass der Hafen in den nächsten Wochen öffne."
    more = "Der Hafen liegt seit vielen Jahren still, und niemand weiß in der Stadt noch warum."
    picture = f"Der Handel\n\nEin Kran im Hafen.\n\nQuelle: AFP\n\n{body}\n\n{more}\n\n{more}"
    assert [one.chain for one in read(picture, "de")] == [()]
    foot = f"Der Handel\n\n{body}\n\n{more}\n\n{more}\n\nQuelle: AFP"
    assert [one.chain for one in read(foot, "de")] == [("relayed by AFP",)]


def test_a_question_that_a_word_in_the_main_clause_stands_for() -> None:
    text = "Der Minister Karl Benz prahlte damit, wie viele Brücken das Land zu bauen vermag."
    assert told(text) == [("Karl Benz", "wie viele Brücken das Land zu bauen vermag")]
