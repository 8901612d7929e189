"""English: whom an office, a rank, a trade or a description means."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

#: A text, and the speaker of its last statement.
LAST = [
    # the place that an office is for is no part of the name behind it
    ("Norland's ambassador to Egypt Lena Brandt said the talks would go on.", "Lena Brandt"),
    ("Norland's High Commissioner to Kenya Akin Oyelaro said the road was safe.", "Akin Oyelaro"),
    ("UN special envoy for Yemen Hans Grund said the truce held.", "Hans Grund"),
    ("The group's country director for Malawi John Phiri said food had run out.", "John Phiri"),
    # but whom a spokesman serves has not spoken
    ("A spokesman for Mayor Ann Poe said the road was safe.", "a spokesman for Mayor Ann Poe"),
    # a rank, a title, a trade, and what else its holder is called
    ("Garda Orla Keane told the court that she arrived at six. “He slept,” the garda said.",
     "Orla Keane"),
    ("Archbishop Luis Prado said the church was poor. The prelate asked for alms.", "Luis Prado"),
    ("Colonel Ivan Reshko said the line held. The officer said losses were small.",
     "Ivan Reshko"),
    ("Ambassador Lena Brandt said talks went on. The envoy said both sides were tired.",
     "Lena Brandt"),
    ("The Dean of Tarn, the Very Revd Ian Crisp, said the roof leaked. He added that it rained.",
     "Ian Crisp"),
    ("The Revd Joan Marsh said the organ was sold. “It wheezed,” she said.", "Joan Marsh"),
    # a given name that is an office, too
    ("Baker Dean Abbot said the oven was cold. Abbot added that it was old.", "Dean Abbot"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), LAST)
def test_who_speaks_last(text: str, speaker: str) -> None:
    assert read(text)[-1].speaker == speaker


def test_an_office_of_somebody_else_is_nobody_told_of() -> None:
    found = read(
        "Mr Bob Roe said the levy was dear. Mrs Ann Poe said it was lost.\n\n"
        "The precentor told members to be quiet."
    )
    assert [one.speaker for one in found] == ["Bob Roe", "Ann Poe", "precentor"]


#: A text in which a word is a name or a time, and the speaker of its last statement.
TIMES = [
    ("Theresa May said the deal was done. May added that talks would end.", "Theresa May"),
    ("Malik Gulab Jan said it rained.", "Malik Gulab Jan"),
    ("June Marsh said it was loud. “Too loud,” Marsh said.", "June Marsh"),
    ("Mayor Ali March said it was loud.", "Ali March"),
    ("Gov. Ann Poe Monday said it was over.", "Ann Poe"),
    ("In May Orbis said it was over.", "Orbis"),
    ("The court on March 3 said it was over.", "court"),
    ("Orbis Group said Jan. 5 that it was closing.", "Orbis Group"),
]


@pytest.mark.parametrize(("text", "speaker"), TIMES)
def test_names_that_are_times(text: str, speaker: str) -> None:
    assert read(text)[-1].speaker == speaker


@pytest.mark.parametrize("day", ["Jan. 5", "Sept. 12, 2024,", "March 3", "on Oct. 7"])
def test_a_date_is_no_content(day: str) -> None:
    assert read(f"Orbis Group said {day} that it was closing.")[0].content == ("it was closing",)


def test_a_bulletin_or_a_post_is_whose_it_was() -> None:
    text = "A tank was lost, the ministry said in its bulletin. “They fled,” the bulletin reads."
    assert [one.speaker for one in read(text)] == ["ministry", "ministry"]
    text = "In a post on X, Mayor Ann Poe said the road was shut. The post added that buses ran."
    assert [one.speaker for one in read(text)] == ["Ann Poe", "Ann Poe"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The firm that built the dam, Orbis Water, said the wall was sound.", "Orbis Water"),
        ("A faction calling itself Sons of the River said it had fired.", "Sons of the River"),
    ],
)
def test_a_body_is_called_so(text: str, speaker: str) -> None:
    assert [one.speaker for one in read(text)] == [speaker]


#: A sentence, its cue and its content.
SHAPES = [
    # what something is called may come first
    ("The police dismissed as false a figure of 40 victims.", "dismissed",
     "as false a figure of 40 victims"),
    ("The board described as “bizarre” the decision to leave.", "described",
     "as “bizarre” the decision to leave"),
    ("Ann Poe denounced as theft the sale of the mill.", "denounced",
     "as theft the sale of the mill"),
    ("Constable Tom Hale gave evidence that he arrived at six.", "gave evidence",
     "he arrived at six"),
    ("The agency distanced itself from the video.", "distanced itself from", "the video"),
    ("The tenants pleaded poverty.", "pleaded", "poverty"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content"), SHAPES)
def test_a_shape(text: str, cue: str, content: str) -> None:
    found = read(text)
    assert [(one.cue, one.content) for one in found] == [((cue,), (content,))]


@pytest.mark.parametrize(
    "text",
    [
        "The group reportedly said it would strike again.",
        "Ann Poe allegedly told the clerk that the safe was open.",
        "The mall, for which the rebel group, Dawn Front, had claimed responsibility.",
    ],
)
def test_nothing_is_attributed(text: str) -> None:
    assert not [one for one in read(text) if one.cue != ("had claimed",)]


@pytest.mark.parametrize("paper", ["The daily", "The Italian daily"])
def test_a_described_paper_is_the_one_told_of(paper: str) -> None:
    text = f"Osei will go, according to Gazzetta dello Sport. {paper} adds that he has signed."
    assert {one.speaker for one in read(text)} == {"Gazzetta dello Sport"}


#: A text, and the speaker of its last statement.
CHOSEN = [
    # a title tells what somebody is, though another spoke since
    ("Cllr Jo Marsh said the bins were full. Sgt Tom Hale saw foxes. The councillor urged "
     "patience.", "Jo Marsh"),
    ("Rev Tom Hale said the roof leaked. Cllr Jo Marsh offered help. The vicar asked for tiles.",
     "Tom Hale"),
    ("Senator Ruth Kim said the bill was dead. Governor Al Snow said it lived. The lawmaker "
     "blamed the lobby.", "Ruth Kim"),
    # a company is no union, and may be an app
    ("Paper Wolf, a hacking group, said it had the data. Photo-sharing app Lumio confirmed the "
     "breach. The company wrote: “No password was exposed.”", "Lumio"),
    # those who belong to a body by their name
    ("Six people were saved, the State Rescue Service said. The rescuers noted that the fire was "
     "out.", "State Rescue Service"),
    ("Six people were saved, the State Rescue Service said. The doctors noted that all lived.",
     "doctors"),
    # a network, none that is listed
    ("Ann Poe spoke to Army Radio. Bob Roe will quit, Channel 12 reports. Roe was told, according "
     "to the network.", "Channel 12"),
    # where it was said, a participle in it
    ("In a statement released today the union said the decision was bizarre.", "union"),
    ("In a letter sent to parents on Tuesday the school said it would close.", "school"),
    ("At a meeting held last week residents said they were tired.", "residents"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), CHOSEN)
def test_whom_a_description_means(text: str, speaker: str) -> None:
    assert read(text)[-1].speaker == speaker


def test_a_name_may_be_of_the_other_gender_elsewhere() -> None:
    text = "Maren Kuliev said it was over. The cut would ruin farms, he argued."
    assert [one.speaker for one in read(text)] == ["Maren Kuliev", "Maren Kuliev"]
    text = "Ada Poe and Tom Roe met. Poe said it was over. It would ruin farms, he argued."
    assert read(text)[-1].speaker != "Ada Poe"


def test_a_clause_may_open_with_an_adjunct() -> None:
    found = read("The ministry revealed that as of the last review, the sum stood at $69 million.")
    assert found[0].content == ("as of the last review, the sum stood at $69 million",)
    found = read("Ann Poe denied that in court.")
    assert found[0].content[0].startswith("that")
