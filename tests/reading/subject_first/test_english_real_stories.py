"""English: what pages of real stories have: pronouns, colons, posts, broken lines."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

#: A text, and its statements: content and speaker.
SAID = [
    # "her" without a noun is a pronoun
    ("Ann Poe met voters. According to her, “it was clear” that the plan stood still.",
     [("“it was clear” that the plan stood still", "Ann Poe")]),
    ("Ann Poe is mayor. Bob Roe told her that the bridge fell.",
     [("the bridge fell", "Bob Roe")]),
    # an office that is over
    ("Norland's ex-Chancellor Ann Poe said it rained. “It pours,” the ex-Chancellor added.",
     [("it rained", "Ann Poe"), ("It pours,", "Ann Poe")]),
    # what somebody told, by which they are cited
    ("Mayor Ann Poe came. The bridge could have fallen, according to Poe's account.",
     [("The bridge could have fallen", "Ann Poe")]),
    # what one goes by says nothing
    ("Ann Poe charged that a minister who acted according to the motto was a failure.",
     [("a minister who acted according to the motto was a failure", "Ann Poe")]),
    # who is named before a colon
    ("The remark left Bob Roe speechless: “This is a fantastic thing to say!”",
     [("This is a fantastic thing to say!", "Bob Roe")]),
    ("Mayor Ann Poe called it a farce. Literally: “For us, it is a farce and remains one.”",
     [("it a farce", "Ann Poe"), ("For us, it is a farce and remains one.", "Ann Poe")]),
    ("Speaking on Monday, Ann Poe said the following:\n“The deal was an attempt to gain time.”",
     [("The deal was an attempt to gain time.", "Ann Poe")]),
    ("Ann Poe said verbatim: “The deal was an attempt.”",
     [("The deal was an attempt.", "Ann Poe")]),
    # a verb tells better than a noun before it
    ("After Mayor Ann Poe's remarks, Bob Roe said, “There is no basis for claims.”",
     [("There is no basis for claims.", "Bob Roe")]),
    # a name among capitals is no verb
    ("He spoke after talks with members of the Alliance of Lake States (ALS).\n"
     "Ann Poe said it was over.", [("it was over", "Ann Poe")]),
    ("Ann Poe is mayor. She did go on to explain that it was over.",
     [("it was over", "Ann Poe")]),
    # a list with a comma before "and"
    ("According to Lund, Sarn, and Tarn, the bloc fell apart.",
     [("the bloc fell apart", "Lund, Sarn, and Tarn")]),
    # what is owned and called something
    ("Mayor Bob Roe's ‘we will go in’ remark drew ire on Monday.",
     [("we will go in", "Bob Roe")]),
    # the report's own "I"
    ("I wrote last week that Ann Poe was tired. Ann Poe says it is over.",
     [("it is over", "Ann Poe")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), SAID)
def test_who_says_what(text: str, told: list[tuple[str, str]]) -> None:
    assert [(" … ".join(one.content), one.speaker) for one in read(text)] == told


def test_the_headline_names_whom_the_lead_describes() -> None:
    found = read(
        "Norland's Brandt accused of ignoring voters\n"
        "At a panel on Wednesday, the Greens politician explained that she kept her word."
    )
    assert [one.speaker for one in found] == ["Brandt"]


def test_lines_that_break_in_a_sentence_are_one() -> None:
    found = read(
        "The bridge is shut\n‘These men are helped by outsiders, and always were,’\n"
        "the minister Ann Poe said.\nShe warned on Monday that the bridge over the wide river\n"
        "would be shut for a month."
    )
    assert [one.speaker for one in found] == ["Ann Poe", "Ann Poe"]
    assert found[-1].content[0].endswith("shut for a month")


def test_an_embedded_post_is_its_writers() -> None:
    found = read(
        "A storm came over the island on Monday evening, late.\n"
        "The bridge fell and nobody helped us. We need money. pic.twitter.com/GwAqIZ2jL7\n"
        "— Ann Poe (@annpoe) August 31, 2022"
    )
    assert [(one.speaker, one.type) for one in found] == [("Ann Poe", "direct")]
    assert "pic" not in found[0].content[0]


def test_an_office_is_called_otherwise_with_its_nation() -> None:
    found = read(
        "Foreign Minister Ann Poe said it was over. The head of Norwegian diplomacy added that it "
        "was late. The member of the Norwegian government made this confession: “I was wrong.”"
    )
    assert {one.speaker for one in found} == {"Ann Poe"}
