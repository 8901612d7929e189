"""English: one interview over a whole report: who holds an office, whose report, which outlet."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

STORY = (
    "Norland helped island state win back its waters – official\n\n"
    "Marovia's coast guard chief has accused Velland of arming smugglers\n\n"
    "Help from Norland has let Marovia win back its waters, the chief of staff of Port Ame's "
    "Coast Guard said in an interview with Priboy TV.\n\n"
    "Commodore Teivo Ruo Marande told the Norwegian outlet that the sea had been cut in two.\n\n"
    "“They are loyal,” the coast guard commander was cited as saying.\n\n"
    "He added that boats had come.\n"
)


def test_one_officer_says_it_all() -> None:
    found = read(STORY)
    assert {one.speaker for one in found} == {"Teivo Ruo Marande"}
    assert {one.chain for one in found} == {("said to Priboy TV",)}
    assert len(found) == 6


#: A sentence, and the name of who speaks in it: all the capitals behind what an office is for.
NAMES = [
    ("Marovian Coast Guard Chief of Staff Teivo Ruo Marande said the sea was calm.",
     "Teivo Ruo Marande"),
    ("Minister of Defense Sado Kamar Kito told reporters the deal was done.", "Sado Kamar Kito"),
    ("Under-Secretary-General for Peace Operations Lac Rox Demo said it was over.",
     "Lac Rox Demo"),
    ("President of the Transition Asim Goto said they would win.", "Asim Goto"),
    ("Minister for Information and Broadcasting Chor Fawa Huss said it was over.",
     "Chor Fawa Huss"),
    ("Navy spokesman Captain Third Rank Artem Levko stated that boats sank.", "Artem Levko"),
    ("Mullah Hafo Rahmano denied any link to the raid.", "Hafo Rahmano"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_the_whole_name_behind_an_office(text: str, name: str) -> None:
    assert read(text)[0].speaker == name


#: A headline with its body, and who speaks in the headline.
DASHES = [
    ("Fuel convoy reached capital after weeks — sources\n\nThe convoy reached it, sources said.",
     "sources"),
    ("Two drones downed over Gulf port - minister\n\nMinister Sam Adeko said two drones fell.",
     "Sam Adeko"),
    ("Aid to north halved since May – UN\n\nAid has been halved, the United Nations said.",
     "United Nations"),
    ("Moscow ready for talks any time – Kremlin\n\nMoods in the Kremlin are good. “We are ready,” "
     "the Kremlin said.", "Kremlin"),
    ("Firm in talks to raise $150m at lower value: Report\n\nThe firm wants $150m, The Economic "
     "Times reported. The sum is lower than before, the report said.", "The Economic Times"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), DASHES)
def test_who_speaks_behind_a_headline(text: str, speaker: str) -> None:
    assert read(text)[0].speaker == speaker


def test_the_name_of_a_site_says_nothing() -> None:
    found = read("Ferry sinks off island, 12 missing - BBC News\n\nIt sank, police said.")
    assert [one.speaker for one in found] == ["police"]


def test_the_report_is_its_outlets() -> None:
    found = read(
        "The firm wants more, The Economic Times reported.\n\nIt is cheap, the report said."
    )
    assert [one.speaker for one in found] == ["The Economic Times"] * 2


#: A text, and the speakers of its statements.
OFFICES = [
    (
        "Foreign Minister Abo Aragho said Orland was open to talks. Orland's foreign minister "
        "said a deal was near. Norland's foreign minister said it was far. Orland's oil minister "
        "denied it.",
        ["Abo Aragho", "Abo Aragho", "Norland's foreign minister", "Orland's oil minister"],
    ),
    (
        "The National Security Adviser, Nuho Ribado, said peace was near. The NSA added that it "
        "would last.",
        ["Nuho Ribado"] * 2,
    ),
    (
        "The governor refuted the story.\n\nThis was contained in a statement signed by his aide, "
        "Yusuf Gusau.\n\nAccording to the statement, the story was false.",
        ["governor", "Yusuf Gusau"],
    ),
    (
        "Abu Khalo, a shopkeeper in Khan Arnabo, heard the blast. “It was near,” he said.",
        ["Abu Khalo"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), OFFICES)
def test_who_holds_an_office(text: str, speakers: list[str]) -> None:
    assert [one.speaker for one in read(text)] == speakers


def test_where_an_address_ends_a_sentence() -> None:
    found = read("Gary Rusk was there. It meets at 110 W. Fourth St. Rusk said he would be there.")
    assert found[-1].speaker == "Gary Rusk"


#: A text, and the chain of its first statement.
CHAINS = [
    ("Mayor Tom Hadley told Wichita TV station KAKE that he knew.", ("said to KAKE",)),
    ("His sister told FOX 2 that he had two children.", ("said to FOX 2",)),
    ("The clerk told CBS 8 it was bad.", ("said to CBS 8",)),
    ("The singer told Match of the Day that he was sad.", ("said to Match of the Day",)),
    ("The miner said on the Going for Gold podcast that he was sad.",
     ("said to Going for Gold",)),
    ("A spokesperson termed the number “baseless” in an emailed response to Reuters.",
     ("said to Reuters",)),
    ("The governor wrote on the messenger Max that two people were hurt.", ("posted on Max",)),
    ("The chairman said in an interview on Saturday in Gusau that talks failed.", ()),
    ("He won\n\nBureau Report\n\nThe vote was fair, the commission said.", ()),
    ("He won\n\nThe Tide Monitor Staff & Agencies\n\nThe vote was fair, the commission said.", ()),
    ("Police ban marches\n\nInspector Dan Kano in Lund. [Colo Kweyo, Standard]\n\n"
     "Police have banned marches, Kano said.", ()),
    ("Two elders told Dawn that a shell fell. “We want an inquiry,” one of them said.",
     ("said to Dawn",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "chain"), CHAINS)
def test_by_which_way(text: str, chain: tuple[str, ...]) -> None:
    assert read(text)[-1].chain == chain


def test_who_is_cited_inside_passes_nothing_on() -> None:
    found = read(
        "The minister said in an interview with BBC that it was late. He said that according to "
        "media reports, spies were there."
    )
    assert [one.chain for one in found] == [("said to BBC",)] * 2


#: A sentence, and what it says.
CONTENTS = [
    ("The ministry dismissed as “fake news” reports that the port was shut.",
     ["as “fake news” reports that the port was shut"]),
    ("The army dismissed as false and misleading claims that it fired.",
     ["as false and misleading claims that it fired"]),
    ("The minister rejected the Indian media reports that it helped.",
     ["the Indian media reports that it helped"]),
    ("Kano noted that keeping order has been challenging because nobody leads.",
     ["keeping order has been challenging because nobody leads"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "contents"), CONTENTS)
def test_what_is_said(text: str, contents: list[str]) -> None:
    assert [" … ".join(one.content) for one in read(text)] == contents


def test_words_that_interrupt_anothers_statement() -> None:
    found = read(
        "Ribado revealed that the president gave an order, a task, he said, is being done."
    )
    assert [one.content for one in found] == [
        ("the president gave an order, a task",), ("a task", "is being done"),
    ]  # fmt: skip
