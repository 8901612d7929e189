"""English: clauses that open with an adjunct, and verbs of saying inside a relative clause."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

#: What the mayor said, without "that" and with what stands before its subject.
FRONTED = [
    "the day before the flood reached Riverton, her office gave residents two hours",
    "since the night the bridge fell, she had been in touch with the families",
    "after the court had ruled, on May 29, that the mill must close, there had been talk",
    "in the past year, six boats had been lost",
    "before the vote, the council had promised to wait",
    "until the report is out, no one should return",
    "once the dam is full, the valley will have power",
    "at the time of the crash, the driver was asleep",
    "for now, schools will stay closed",
    "from next month, the fare will double",
    "the moment the siren sounded, people ran",
    "the week after the fire, they found two more bodies",
    "every morning the pumps are checked",
    "as a result, the school will close",
]


@pytest.mark.parametrize("said", FRONTED)
def test_a_clause_that_opens_with_an_adjunct(said: str) -> None:
    [one] = read(f"Mayor Ann Poe said {said}.")
    assert (one.content, one.speaker) == ((said,), "Ann Poe")


#: A sentence, and what is said in it: when or where it was said is no part of that.
TOLD = [
    ("Mayor Ann Poe said at a news conference on Monday, the road had been closed.",
     "the road had been closed"),
    ("Mayor Ann Poe said on Tuesday, the bridge would be closed.", "the bridge would be closed"),
    ("Mayor Ann Poe announced on Tuesday a ban on boats, the clerk was told.", None),
    ("The Tide reported on Saturday, citing three officials, the bridge had gone.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), TOLD)
def test_when_it_was_said_is_not_said(text: str, said: str | None) -> None:
    found = [part for one in read(text) for part in one.content]
    if said is None:
        assert not any(content.startswith("on ") for content in found)
    else:
        assert found == [said]


#: A sentence, who says it in a relative clause, and what.
RELATIVE = [
    ("The mayor moved the law, a reversal that experts say is aimed at preventing collapse.",
     "experts", "is aimed at preventing collapse"),
    ("Police seized a boat that customs officers said was used to carry fuel.",
     "customs officers", "was used to carry fuel"),
    ("The firm sold the mill, which critics say was never its to sell.",
     "critics", "was never its to sell"),
    ("She was on the boards, which the union says went to the council.",
     "union", "went to the council"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "said"), RELATIVE)
def test_a_verb_of_saying_in_a_relative_clause(text: str, speaker: str, said: str) -> None:
    one = read(text)[-1]
    assert (one.speaker, one.content) == (speaker, (said,))


def test_what_another_says_of_it_ends_before_it() -> None:
    found = read(
        "The Marsh Front claimed responsibility for downing the plane, which it said fell in Sarn."
    )
    assert [one.content for one in found] == [("downing the plane",), ("fell in Sarn",)]
    assert {one.speaker for one in found} == {"Marsh Front"}


def test_a_pronoun_alone_needs_no_relative() -> None:
    found = read("Col. Ivan Resh was calm. The army struck a depot he said belonged to rebels.")
    assert [(one.speaker, one.content) for one in found] == [("Ivan Resh", ("belonged to rebels",))]


#: A sentence, and what is said after what somebody was doing as they said it.
DOING = [
    ("Ann Poe said when arriving at the summit that the dam was safe.", "the dam was safe"),
    ("Ann Poe said after meeting the governor that the dam was safe.", "the dam was safe"),
    ("Ann Poe said while visiting Sarn on Monday that the dam was safe.", "the dam was safe"),
    ("Ann Poe said when contacted by the Tide: “It is safe.”", "It is safe."),
    ("Ann Poe said when she arrived at the court that the dam was safe.", "the dam was safe"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), DOING)
def test_a_clause_after_what_was_being_done(text: str, said: str) -> None:
    [one] = read(text)
    assert (one.content, one.speaker) == ((said,), "Ann Poe")


#: A sentence, and the words that stand for people in it.
ALONE = [
    ("Some said they felt robbed.", "Some"),
    ("Many complained that the road was gone.", "Many"),
    ("“The road is gone,” several said.", "several"),
    ("Some claim that the road was never there.", "Some"),
    ("Dozens said they had no water.", "Dozens"),
]


@pytest.mark.parametrize(("text", "speaker"), ALONE)
def test_words_that_stand_for_people(text: str, speaker: str) -> None:
    [one] = read(text)
    assert one.speaker == speaker
