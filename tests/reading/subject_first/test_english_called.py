"""Whom an English report means: names, titles, bodies, those called by a role; headlines."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

#: the subject of a sentence, and the speaker that it names
CALLED = [
    ("Nils Aker, 71, also", "Nils Aker"),
    ("Prime Minister Datuk Seri Nils Aker", "Nils Aker"),
    ("Comrade Ifeoma Aker", "Ifeoma Aker"),
    ("Major-General Nils Aker", "Nils Aker"),
    ("Mother-of-three Ella Aker", "Ella Aker"),
    ("Bank of Norland governor Ella Aker", "Ella Aker"),
    ("Minister of Culture Ella Aker-Lund", "Ella Aker-Lund"),
    ("Ella van der Aker", "Ella van der Aker"),
    ("Ella ‘Lady Spark’ Aker", "Ella ‘Lady Spark’ Aker"),
    ("Ella Aker and Nils Lorne", "Ella Aker and Nils Lorne"),
    ("Alastair Cook", "Alastair Cook"),
    ("The cook", "cook"),
    ("Norlandish King Harald", "King Harald"),
    ("The paramilitary Rapid Tide Force", "Rapid Tide Force"),
    ("The Brill-based Harbour Watch", "Harbour Watch"),
    ("New York-based Harbour Watch", "Harbour Watch"),
    ("Norland's Skerry TV", "Skerry TV"),
    ("Norland's Defence Ministry", "Norland's Defence Ministry"),
    ("US tech giant Orvix", "Orvix"),
    ("Chipmaker Orvix Semiconductor", "Orvix Semiconductor"),
    ("The Harbour Safety Board (HSB)", "Harbour Safety Board"),
]

#: the text, and the speaker of each statement
TOLD = [
    (
        "The Harbour Safety Board (HSB) said it was lit.\n\nThe HSB added that it was old.",
        ["Harbour Safety Board", "Harbour Safety Board"],
    ),
    (
        "Ella Aker said it was lit. Her spokeswoman said it was out.",
        ["Ella Aker", "her spokeswoman"],
    ),
    (
        "A pal told Reuters it was lit.\n\nThe insider added that it was old.",
        ["a pal", "a pal"],
    ),
    (
        "A nurse said it was lit. A second, speaking to Kan Radio, denied it. “No,” he said.",
        ["a nurse", "a second", "a second"],
    ),
    (
        "Tom Lorne told the court that Ella Aker, 34, lit it.\n\nAker, of Brill, admitted arson.",
        ["Tom Lorne", "Ella Aker"],
    ),
    (
        "The head of the port denied it was lit.\n\nNils Aker was speaking to Eko FM.",
        ["Nils Aker"],
    ),
    (
        "A senior official said it was lit.\n\nDeputy Minister Ella Aker told Reuters it was old.",
        ["Ella Aker", "Ella Aker"],
    ),
    (
        "A senior official who asked not to be named said it was lit.\n\n"
        "Deputy Minister Ella Aker told Reuters it was old.",
        ["a senior official", "Ella Aker"],
    ),
    (
        "The sailors have urged the board to act.\n\nThe group holding the ship denied it.",
        ["sailors", "group"],
    ),
    (
        "“It is out,” Tom Lorne said.\n\nElla Aker has gone, though her post on X says it is lit.",
        ["Tom Lorne", "Ella Aker"],
    ),
    (
        "Coach Ella Aker said it was lit.\n\n“It is old,” the Italian replied.",
        ["Ella Aker", "Ella Aker"],
    ),
    (
        "Ella Aker said it was lit. The Italian government said it was out.",
        ["Ella Aker", "Italian government"],
    ),
    ("Their keeper, reached by the site, would only say that it was lit.", ["their keeper"]),
    ("Men lit it. The HSB opposes it, calling it “a fire”.", ["HSB"]),
    ("The HSB in a tweet said that it was lit.", ["HSB"]),
    ("It was lit, a claim Norland's board rejected as “a lie”.", ["Norland's board"]),
    (
        "A farmer who lifted a car walked free.\n\nNils Aker (61), of Brill, kept silent.\n\n"
        "Tom Lorne told the court it was late. Outside, the farmer said he was glad.",
        ["Tom Lorne", "Nils Aker"],
    ),
    (
        "Nils Aker hailed Tom Lorne: “He is the best keeper I have seen in years.”",
        ["Nils Aker", "Nils Aker"],
    ),
]

BODY = (
    "\n\nThe keeper of Brill, Nan Oduya, said on Monday that the old lamp would be shut for two "
    "years while the wall beside it is rebuilt."
)

#: a headline, and the content of its statement
HEADLINES = [
    ("BREAKING: Old lamp to be shut for years, says keeper", "Old lamp to be shut for years"),
    ("Exclusive: Old lamp to be shut for years, keeper says", "Old lamp to be shut for years"),
    ("Brill lamp: old light to be shut, keeper says", "old light to be shut"),
    ("WATCH: Keeper says old lamp to be shut", "old lamp to be shut"),
    ("Brill lamp: ‘We have no other way’", "We have no other way"),
    ("‘We have no other way’ - keeper on lamp", "We have no other way"),
    ("‘We have no other way’: keeper on lamp", "We have no other way"),
    ("Keeper of Brill Says Old Lamp Will Be Shut for Years", "Old Lamp Will Be Shut for Years"),
]

#: a sentence of an agency, and its content
COUNTED = [
    ("At least 32 people fled when it fell, officials said.",
     "At least 32 people fled when it fell"),
    ("Over 30 homes burned down overnight, the mayor said.",
     "Over 30 homes burned down overnight"),
    ("According to the mayor, at least 30 homes burned in Brill, the capital.",
     "at least 30 homes burned in Brill, the capital"),
    ("At the meeting, the mayor said that homes burned.", "homes burned"),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "name"), CALLED)
def test_what_a_speaker_is_called(subject: str, name: str) -> None:
    (found,) = read(f"{subject} said that the lamp was lit.")
    assert (found.speaker, found.content) == (name, ("the lamp was lit",))


@pytest.mark.parametrize(("text", "speakers"), TOLD)
def test_whom_a_report_means(text: str, speakers: list[str]) -> None:
    assert [one.speaker for one in read(text)] == speakers


@pytest.mark.parametrize(("headline", "content"), HEADLINES)
def test_a_headline(headline: str, content: str) -> None:
    found = read(headline + BODY)
    assert (found[0].speaker, found[0].content) == ("Nan Oduya", (content,))
    assert len(found) == 2


@pytest.mark.parametrize(("sentence", "content"), COUNTED)
def test_a_count_is_part_of_what_is_said(sentence: str, content: str) -> None:
    (found,) = read(sentence)
    assert found.content == (content,)


def test_a_signature_is_no_part_of_what_is_said() -> None:
    (found,) = read("Nan Oduya urged them to “stop counting”. — Bernama")
    assert (found.content, found.chain) == (("to “stop counting”",), ("relayed by Bernama",))


#: sentences of real pages' constructions, and what is said in each, by whom
PAGES = [
    (
        "Ella Aker and Nils Lorne said it was lit. Lorne added that it was old.",
        [("Ella Aker and Nils Lorne", "it was lit"), ("Nils Lorne", "it was old")],
    ),
    ("Nils Lorne backs Ella Aker, giving her a first endorsement in her home state.", []),
    (
        "According to their friends and advisers, Mrs. Aker and Mr. Lorne have worried for months.",
        [("their friends and advisers", "Mrs. Aker and Mr. Lorne have worried for months")],
    ),
    ("Voters dealt a blow to the union by rejecting a treaty.", []),
    (
        "Even as Ella Aker has repeatedly said that she opposes war, she went.",
        [("Ella Aker", "she opposes war")],
    ),
    ("The king ordered 300 men to fight a band that has pledged loyalty to the queen.", []),
    ("“It is lit,” Ella Aker said on NBC's “Meet the Press.”", [("Ella Aker", "It is lit,")]),
    ("Owners, who own the Tide Two, like it, officials said, and the lamp is out.",
     [("officials", "Owners, who own the Tide Two, like it … the lamp is out")]),
    ("“It is late,” the keeper said when the bell began to ring.", [("keeper", "It is late,")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PAGES)
def test_as_on_pages(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.speaker, " … ".join(one.content)) for one in read(text)] == expected
