"""English: who speaks, and through whom it came."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read, report

REPORT = """Harbour boss says ferry was late

Moira Tennant, the harbourmaster of Carrick, said the light had been out.

She added that a tug had been asked for. "We were minutes away," Tennant said.

Strand Ferries insisted that the ship was sound. The company declined to say who had signed it. \
It has apologised for "a bad night".

A port official said two logs were missing. The official asked for time.
"""


def speakers(text: str) -> list[str | None]:
    return [found.speaker for found in read(text)]


def test_speakers_are_linked_by_name_pronoun_and_role() -> None:
    assert speakers(REPORT) == [
        "Moira Tennant", "Moira Tennant", "Moira Tennant", "Moira Tennant",
        "Strand Ferries", "Strand Ferries", "Strand Ferries",
        "a port official", "a port official",
    ]  # fmt: skip


def test_an_unnamed_speaker_is_anonymous_and_a_body_is_not() -> None:
    found = report(REPORT).attributions
    told = {one.speaker.name: one.speaker.anonymous for one in found if one.speaker}
    assert told == {"Moira Tennant": False, "Strand Ferries": False, "a port official": True}


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Education Minister K. Ramalakshmi", "K. Ramalakshmi"),
        ("The Qatari prime minister's adviser, Saif al-Marri,", "Saif al-Marri"),
        ("Mediator Faris al-Munthir", "Faris al-Munthir"),
        ("Helen Adeyemi KC, for the defence,", "Helen Adeyemi"),
        ("Arkansas Gov. Asa Hutchinson", "Asa Hutchinson"),
        ("Sister Bernadette of the Convent School", "Sister Bernadette"),
        ("The statistics office", "statistics office"),
        ("Karvelia's foreign ministry", "Karvelia's foreign ministry"),
        ("The rights group Sahel Watch", "Sahel Watch"),
        ("Australia's consumer watchdog, the ACCC,", "ACCC"),
        ("A spokeswoman for the bank", "a spokeswoman for the bank"),
        ("Two people familiar with the matter", "two people familiar with the matter"),
        ("A hacking group calling itself Paper Wolf", "Paper Wolf"),
    ],
)
def test_the_name_in_a_phrase(source: str, name: str) -> None:
    assert one(f"{source} said that the gate was shut.").speaker == name


def test_a_headline_that_names_nobody_says_what_the_body_says() -> None:
    text = (
        "'Nobody rang us back'\n\nKirsty Landon said she had phoned six times. "
        '"Nobody rang us back," she told the BBC.'
    )
    first, *_ = read(text)
    assert (first.type, first.cue, first.speaker) == ("direct", (), "Kirsty Landon")
    assert first.chain == ("said to BBC",)


def test_an_unnamed_speaker_of_the_lead_is_named_later() -> None:
    text = (
        "A former council clerk told a jury how the cash was carried.\n\n"
        "Tobias Wren, 58, testified that the payments were legal."
    )
    assert speakers(text) == ["Tobias Wren", "Tobias Wren"]


#: A sentence and its chain.
WAYS = [
    ("Ada Lorne told the BBC that bread was dear.", ("said to BBC",)),
    ("Ada Lorne said in an interview with the Al Ufuq channel that bread was dear.",
     ("said to Al Ufuq",)),
    ("In a post on her Telegram channel, Ada Lorne accused the town of waste.",
     ("posted on Telegram",)),
    ("“Bread is dear,” Ada Lorne posted on X.", ("posted on X",)),
    ("TASS quoted Ada Lorne as saying that bread was dear.", ("relayed by TASS",)),
    ("Interfax reported, citing two sources in the industry, that bread was dear.",
     ("relayed by Interfax",)),
    ("The Anadolu agency reported that baker Ada Lorne had advised all sides to eat cake.",
     ("relayed by Anadolu",)),
    ("Ada Lorne told local station Radio Kyma that bread was dear, the Associated Press reports.",
     ("said to Radio Kyma", "relayed by Associated Press")),
    ("Ada Lorne told the Arizona Republic that bread was dear.", ("said to Arizona Republic",)),
    ("The general said on state television that all was well.", ("said to state television",)),
    ("Ada Lorne told Parliament that bread was dear.", ()),
    ("Ada Lorne told reporters that bread was dear.", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "chain"), WAYS)
def test_the_way_that_a_sentence_tells(text: str, chain: tuple[str, ...]) -> None:
    assert one(text).chain == chain


@pytest.mark.parametrize(
    "text",
    [
        "SARIF (AP) — Ada Lorne said bread was dear in all the towns of the coast.",
        "NAIROBI, June 11 (Reuters) - Ada Lorne said bread was dear in all the towns.",
        "MOSCOW, February 8. /TASS/. Ada Lorne said bread was dear in all the towns.",
        "Ada Lorne said bread was dear in all the towns.\n\n(NAN)",
        "Ada Lorne said bread was dear in all the towns. PTI",
        "Ada Lorne said bread was dear in all the towns.\n\nSource: Xinhua",
    ],
)
def test_the_credit_carries_every_statement(text: str) -> None:
    found = one(text)
    assert len(found.chain) == 1
    assert found.chain[0].startswith("relayed by ")
    assert found.content == ("bread was dear in all the towns of the coast",) or (
        found.content == ("bread was dear in all the towns",)
    )


def test_the_publisher_itself_is_no_hop() -> None:
    found = read("Ada Lorne told the Ledger that bread was dear.", publisher="The Harbour Ledger")
    assert [one.chain for one in found] == [()]
