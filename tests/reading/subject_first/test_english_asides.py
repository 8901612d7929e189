"""What stands beside who speaks in an English report: asides, relative clauses, names told late."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

#: the text, and what its first statement takes for who speaks
SOURCES = [
    ("The mayor, in a tribute read at the fair, said it was lit.", "The mayor"),
    ("One keeper, on condition of anonymity, said it was lit.", "One keeper"),
    ("Ella Aker, writing in the Tide, said it was lit.", "Ella Aker"),
    ("Ella Aker, from Brill, said it was lit.", "Ella Aker, from Brill"),
    ("Ella Aker, of Lorne University, said it was lit.", "Ella Aker, of Lorne University"),
]

#: the text, and the speaker of each statement
SPEAKERS = [
    ("The keeper, who asked to be identified only as Sol, said it was lit.", ["Sol"]),
    ("A keeper who gave his name as Nils Aker said it was lit.", ["Nils Aker"]),
    ("Notably, Ella Aker said it was lit. She added that it was old.", ["Ella Aker"] * 2),
    ("Orvix's Norlandish works council said it was lit.", ["Orvix's Norlandish works council"]),
    ("Ella Aker said it was lit. The lawyer added it was old.", ["Ella Aker"] * 2),
    ("“We queued for hours” – Ella Aker, student.", ["Ella Aker"]),
    ("“The Long Night” – a film.", []),
    ("Ella Aker, promising a new lamp by May, said that it was old.", ["Ella Aker"] * 2),
    ("A cook, requesting that his name be withheld, said it was lit.", ["a cook"]),
    (
        "Nils Aker said it was lit.\n\nHere too is the writer Ella Lorne. “It is old,” she said.",
        ["Nils Aker", "Ella Lorne"],
    ),
    (
        "Orvix lit 40 lamps, most of them in customer support, the Tide reported.",
        ["Tide"],
    ),
    ("Chair Nils Aker said it was lit. Clerk Tom Aker is glum: he told us it was old.",
     ["Nils Aker", "Tom Aker"]),
]  # fmt: skip

#: the text, and the content of each statement
CONTENTS = [
    ("Ella Aker, who said it was lit, has left.", ["it was lit"]),
    ("Ella Aker, who claimed her third lamp in May, is away.", []),
    ("The keeper wished the injured a speedy recovery.", ["a speedy recovery"]),
    ("The keeper wished he had stayed.", []),
    ("She demanded four weeks' notice.", ["four weeks' notice"]),
    ("Ella Aker did not hide her joy: “They came back.”", ["They came back."]),
    ("The lamp has a new name: “The Long Night.”", []),
    ("A keeper posted at the quay confided to the Tide that it was lit.", ["it was lit"]),
]

#: the text, and the hops of its first statement
CHAINS = [
    ("Ella Aker wrote in her column for Skerry that it was lit.", ["Skerry"]),
    ("“It is lit,” the mayor joked on QRS1.", ["QRS1"]),
    ("“It is lit,” the mayor joked on Monday.", []),
    (
        "Lamp lit: mayor\n\nIt is lit, the mayor said.\n\nThe mayor wrote on Telegram it was old.",
        ["Telegram"],
    ),
    ("In a memo obtained by Skerry, the mayor said it was lit.", ["Skerry"]),
    ("In a file obtained by MPs, the mayor said it was lit.", []),
    ("A keeper confided to the Tide that it was lit.", ["Tide"]),
    ("She hopes it is lit, she told Reuters.", ["Reuters"]),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_asides_are_no_part_of_who_speaks(text: str, source: str) -> None:
    assert read(text)[0].source == source


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_who_is_meant(text: str, speakers: list[str]) -> None:
    assert [one.speaker for one in read(text)] == speakers


@pytest.mark.parametrize(("text", "contents"), CONTENTS)
def test_what_is_said_beside_a_clause(text: str, contents: list[str]) -> None:
    assert [one.content for one in read(text)] == [(content,) for content in contents]


@pytest.mark.parametrize(("text", "hops"), CHAINS)
def test_how_it_came(text: str, hops: list[str]) -> None:
    assert [hop.split(" ", 2)[2] for hop in read(text)[0].chain] == hops
