"""English as reports tell one story: whose words writings are, who is described, the ways."""

from __future__ import annotations

import pytest

from rawi import read

#: a text: the speaker and the chain of its last statement
SPEAKERS = {
    "A statement from the Ministry of Health said the outbreak was over.": "Ministry of Health",
    "Union Corail issued a statement. The statement said the account was fake.": "Union Corail",
    "In a letter, Kenji Mori said sales fell. “We are sorry,” the letter said.": "Kenji Mori",
    "In a letter, residents sought a ban on cars. “We cannot sleep,” it reads.": "residents",
    "The Herald has seen a secret memo. The document says jobs will go.": "secret memo",
    "Dr Ada Crane treated them. “They were burned,” the surgeon said.": "Ada Crane",
    "Fisherman Naser Dayab thanked the fleet. “They answered,” recalled the father of four.": (
        "Naser Dayab"
    ),
    "Ann Poe met the president on Friday. The president said he was pleased.": "president",
    "A member of the commission, Parisa Ganjavi, also reacted. She said it was late.": (
        "Parisa Ganjavi"
    ),
    "Electricity Minister Hadi al-Rubaie met the board. “It is paid,” al-Rubaie said.": (
        "Hadi al-Rubaie"
    ),
    "Minister Sultan bin Rashid Al Kaabi came. Al Kaabi said the well was dry.": (
        "Sultan bin Rashid Al Kaabi"
    ),
    "Det Con Ruth Oldacre, of the fraud team, said the man was known.": "Ruth Oldacre",
    "The Sagarika Workers' Sangha alleged that machines had gone.": "Sagarika Workers' Sangha",
    "An official at the firm that runs the port said it was shut.": "an official at the firm",
    "WHO representative Tomas Rehak warned that rain could carry it.": "Tomas Rehak",
    "Last week Qalat, listed in Paris since 2019, reported a fall in profit.": "Qalat",
}

CHAINS = {
    "The fleet's commander said ships had gone. Rear Admiral Behruz Kamyab made the remarks in an "
    "interview with Al-Alam.": ("Behruz Kamyab", ["Al-Alam"]),
    "Prices fall, the minister said. He made the comments at a meeting, IRNA reported.": (
        "minister",
        ["IRNA"],
    ),
    "According to Reuters, the minister said prices would fall.": ("minister", ["Reuters"]),
    "The mayor said he was innocent, the Guardian revealed on Sunday.": ("mayor", ["Guardian"]),
    "“It is late,” the minister was quoted by Reuters as saying.": ("minister", ["Reuters"]),
    "A draft seen by Der Spiegel says the truce would last 90 days.": ("draft", ["Der Spiegel"]),
    "In an interview aired on the Nahrayn One channel, Hadi Tal said that it was late.": (
        "Hadi Tal",
        ["Nahrayn One"],
    ),
    "Three sources told Reuters it was for sale. The third cautioned that it was not.": (
        "the third",
        ["Reuters"],
    ),
    "Beth Lund told KSTP-TV that ice looks thick.": ("Beth Lund", ["KSTP-TV"]),
    "Prakash Rao told business channel Paisa Now that the firm would grow.": (
        "Prakash Rao",
        ["Paisa Now"],
    ),
    "The FT has seen a letter. A spokeswoman told the paper that it was private.": (
        "a spokeswoman",
        ["FT"],
    ),
    "An official told this newspaper that the file was gone.": ("an official", []),
    "The analyst Yael Lund, writing in Maariv, argued that maps were not the point.": (
        "Yael Lund",
        ["Maariv"],
    ),
    "Ann Poe told Parliament that she was sorry.": ("Ann Poe", []),
}

BODY = "The minister said on Monday that the dam was full.\n\nThe union asked for talks next week."
CREDITED = {
    f"KAMPALA, March 3 (Sevinform) -- {BODY}": "Sevinform",
    f"YEREVAN, AUGUST 22, ARMENPRESS. {BODY}": "ARMENPRESS",
    f"NEW DELHI: (PTI) {BODY}": "PTI",
    f"The dam is full\n\nBy Ann Poe, AFP\n\n{BODY}": "AFP",
    f"The dam is full\n\nReuters in Kyiv\n\n{BODY}": "Reuters",
    f"{BODY}\n\n(With inputs from PTI)": "PTI",
    f"{BODY}\n\n© 2026 AFP": "AFP",
    f"{BODY}\n\nThis story was first published by Al Jazeera.": "Al Jazeera",
    f"{BODY}\n\n– Sevinform": "Sevinform",
}

SAID = {
    "She urged drivers on Facebook not to stop.": ["not to stop"],
    "The general asked the cabinet for four more months.": ["four more months"],
    "Marta Quill promises refunds “by Tuesday”.": ["refunds “by Tuesday”"],
    "The contract is, she said, “a signature”.": ["The contract is", "a signature"],
    "He declined to say, however, which route it would take.": ["which route it would take"],
    "The secretary said most of the cases came from villages.": [
        "most of the cases came from villages"
    ],
    "According to the airline, 11 of its flights have gone.": ["11 of its flights have gone"],
}

NOTHING = (
    "The evacuation is going according to plan.",
    "The fee is $5 per head in all of them.",
    "Minister Poe made the remarks at a meeting, Reuters reported.",
)


@pytest.mark.parametrize("text", SPEAKERS)
def test_who_speaks(text: str) -> None:
    speaker = read(text, language="en").attributions[-1].speaker
    assert speaker is not None
    assert speaker.name == SPEAKERS[text]


@pytest.mark.parametrize("text", CHAINS)
def test_through_whom(text: str) -> None:
    told = read(text, language="en").attributions[-1]
    speaker, chain = CHAINS[text]
    assert told.speaker is not None
    assert told.speaker.name == speaker
    assert [hop.name for hop in told.chain] == chain


@pytest.mark.parametrize("text", CREDITED)
def test_whom_the_report_credits(text: str) -> None:
    told = read(text, language="en").attributions
    assert [[hop.name for hop in one.chain] for one in told] == [[CREDITED[text]]] * len(told)


@pytest.mark.parametrize("text", SAID)
def test_what_is_said(text: str) -> None:
    report = read(text, language="en")
    assert [span.of(text) for span in report.attributions[-1].content] == SAID[text]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said(text: str) -> None:
    assert not read(text, language="en").attributions


def test_an_outlet_that_speaks_passes_nothing_of_its_own_on() -> None:
    text = "YEREVAN, AUGUST 22, ARMENPRESS. A fire broke out in the forest, Armenpress reports."
    (told,) = read(text, language="en").attributions
    assert told.speaker is not None
    assert (told.speaker.name, told.chain) == ("Armenpress", ())


def test_an_age_is_no_part_of_what_somebody_is() -> None:
    text = "The minister, Paul Lind, 54, said that he regretted it."
    (told,) = read(text, language="en").attributions
    assert told.speaker is not None
    assert (told.speaker.name, told.speaker.role) == ("Paul Lind", "The minister")
