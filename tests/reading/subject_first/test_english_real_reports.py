"""English: classes of real pages, from local news to interviews and reports put into English."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read

#: A sentence, its cue, its content and who says it.
STATEMENTS = [
    ("Ada Lorne told about 200 people in the old hall that the school would shut.", "told",
     "the school would shut", "Ada Lorne"),
    ("Ada Lorne told a few hundred bakers who filled the square that flour was dear.", "told",
     "flour was dear", "Ada Lorne"),
    ("Ada Lorne told members of the guild, the oldest in Lund, on Oct. 3 that flour was dear.",
     "told", "flour was dear", "Ada Lorne"),
    ("“Bread is dear,” Ada Lorne told an audience that included bakers.", "told",
     "Bread is dear,", "Ada Lorne"),
    ("“Bread is dear,” Ada Lorne told guild staffers later that afternoon.", "told",
     "Bread is dear,", "Ada Lorne"),
    ("Asked about it, Ada Lorne would say, “Bread is dear.”", "would say", "Bread is dear.",
     "Ada Lorne"),
    ("“Bread is dear,” Ada Lorne would say.", "would say", "Bread is dear,", "Ada Lorne"),
    ("Replied Ada Lorne, with a smile, “Bread is dear.”", "Replied", "Bread is dear.",
     "Ada Lorne"),
    ("“Bread is dear,” says Will Lorne, a baker.", "says", "Bread is dear,", "Will Lorne"),
    ("The bakers laid off six people (Ada Lorne called the number “small”) and moved.", "called",
     "the number “small”", "Ada Lorne"),
    ("Ada Lorne said the July 25 meeting made her angry.", "said",
     "the July 25 meeting made her angry", "Ada Lorne"),
    ("The guild formed in May and sent a letter to the mayor last week saying that flour is dear.",
     "saying", "flour is dear", "guild"),
    ("According to papers filed in court, the mill has shut.", "According to",
     "the mill has shut", "papers"),
    ("Some 60% of bakers say they will go.", "say", "they will go", "some 60% of bakers"),
    ("Opponents of the levy say the figures are padded.", "say", "the figures are padded",
     "opponents of the levy"),
    ("The lawyer of Ada Lorne said it was late.", "said", "it was late", "lawyer of Ada Lorne"),
    ("Former envoy to Ukraine Ann Poe said it was late.", "said", "it was late", "Ann Poe"),
    ("Republicans questioned Ann Poe about her testimony.", "questioned", "her testimony",
     "republicans"),
]  # fmt: skip

#: Words that only look like a statement.
NOTHING = [
    "The harbour maintains a lead for months.",
    "Ada Lorne wrote books on bread and ovens.",
    "Ann Poe reported to him.",
    "I think bread is dear.",
    "An official, who requested anonymity due to limits on speaking to the press, left.",
]

#: A sentence, and the outlets through which it came.
WAYS = [
    ("The mayor said the plan was dead in an interview with Reuters.", "said to Reuters"),
    ("The mayor said that the plan was dead in a post on Telegram.", "posted on Telegram"),
    ("Lund Tribune, an independent news site, quoted a baker as saying that it was late.",
     "relayed by Lund Tribune"),
    ("The mayor said, as the edition Strana.ua conveys, that buses will not run.",
     "relayed by Strana.ua"),
    ("“Bread is dear,” Ada Lorne told an NBC executive.", ""),
    ("“Bread is dear,” Ada Lorne told a BBC reporter.", "said to BBC"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content", "speaker"), STATEMENTS)
def test_a_statement_and_its_speaker(text: str, cue: str, content: str, speaker: str) -> None:
    found = one(text, "en")
    assert (found.cue, found.content, found.speaker) == ((cue,), (content,), speaker)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said(text: str) -> None:
    assert not read(text, "en")


@pytest.mark.parametrize(("text", "way"), WAYS)
def test_the_way(text: str, way: str) -> None:
    assert ", ".join(one(text, "en").chain) == way


def test_two_quotations_joined_are_one_statement() -> None:
    found = one("Bakers chanted, “Bread is dear,” and “Flour first,” as they passed.", "en")
    assert found.content == ("Bread is dear,", "Flour first,")


def test_an_explainer_with_questions_is_no_interview() -> None:
    text = "\n\n".join(
        f"What did the {who} say?\n\nThe {who} said bread was dear. “We know,” he added."
        for who in ("baker", "miller", "mayor")
    )
    assert {a.cue for a in read(text, "en")} == {("said",), ("added",)}


def test_a_line_before_a_quotation_names_who_speaks() -> None:
    found = one("Here’s how mayor Ada Lorne reacted:\n\n“Bread is dear, and I am sorry.”", "en")
    assert found.speaker == "Ada Lorne"


def test_a_statement_that_quotes_is_no_hop() -> None:
    text = (
        "The governor’s position is in a statement signed by his press secretary, Bola Poe.\n\n"
        "“I remain here,” the statement quoted the governor as saying."
    )
    assert one(text, "en").chain == ()


@pytest.mark.parametrize("foot", ["This story was reprinted on Wired.com.", "Write to a@tide.com.",
                                  "Featured image credit: Getty", "(END)"])  # fmt: skip
def test_a_line_that_is_no_credit(foot: str) -> None:
    text = f"Ada Lorne said bread was dear in Lund.\n\nNobody bought it on Monday.\n\n{foot}"
    assert [a.chain for a in read(text, "en")] == [()]
