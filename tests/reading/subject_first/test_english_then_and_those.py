"""English: small words before a verb that hid it, and marks and signs around who speaks."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read

#: A sentence, its source and its content.
SENTENCES = [
    ("Ada Lorne then said the baths were shut.", "Ada Lorne", "the baths were shut"),
    ("She then told reporters the baths were shut.", "She", "the baths were shut"),
    ("He then added, “Bread is dear and flour is gone.”", "He", "Bread is dear and flour is gone."),
    ("“Bread was dear,” those polled said.", "those polled", "Bread was dear,"),
    ("Those interviewed said bread was dear.", "Those interviewed", "bread was dear"),
    ("18% say bread is dear.", "18%", "bread is dear"),
    ("AT&T said the masts would stand.", "AT&T", "the masts would stand"),
    ("He's denied the theft.", "He", "the theft"),
    ("In a tweet on November 20 Harbour Watch said the pier was shut.", "Harbour Watch",
     "the pier was shut"),
    ("According to a report released Tuesday, the pier is unsafe.", "a report released Tuesday",
     "the pier is unsafe"),
    ("Police declined to comment further about the theft of the bell.", "Police",
     "the theft of the bell"),
    ("Ada Lorne stressed on the need for bread.", "Ada Lorne", "the need for bread"),
    ("Ada Lorne's latest outlandish claim, made on Monday, that bread is free has surprised few.",
     "Ada Lorne", "bread is free"),
    ("He played a clip of a baker saying, “We had no flour left that week.”", "a baker",
     "We had no flour left that week."),
    ("The union leader Ada Lorne said at yesterday's opening ceremony in Lund that bread was dear.",
     "The union leader Ada Lorne", "bread was dear"),
    ("The union said flour helped the bakers and their wives respond to the flood.", "The union",
     "flour helped the bakers and their wives respond to the flood"),
    ("The pier was shut for a day, which the mayor called “a disgrace”.", "the mayor",
     "a disgrace"),
    ("The pier was shut, which the mayor described as a loss for Lund.", "the mayor",
     "a loss for Lund"),
    ("“It's a big loss,” he told Sky's Ada Lorne on “Sky Morning.”", "he", "It's a big loss,"),
    ("Ada Lorne moved a motion for the sale of the pier.", "Ada Lorne", "the sale of the pier"),
    ("His repeated claims of having no flour were untrue.", "His", "having no flour"),
    ("But he also baked in jail, she added.", "she", "he also baked in jail"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content"), SENTENCES)
def test_a_statement(text: str, source: str, content: str) -> None:
    found = one(text, "en")
    assert (found.source, found.content) == (source, (content,))


def test_two_nouns_are_the_subject_behind_who_says_it() -> None:
    found = one("In fact, he said, the bakers and millers of Lund have lost hope.", "en")
    assert found.content[-1] == "the bakers and millers of Lund have lost hope"


def test_a_participle_before_a_comma_says_a_clause() -> None:
    told = read("Ada Lorne rejected the plan, saying, the baths were sound.", "en")
    assert told[-1].content == ("the baths were sound",)


def test_all_of_a_sentence_is_theirs_who_end_it_after_marks() -> None:
    told = read("Ada Lorne told them the bell was gone and “nobody knew,” Tom Reed said.", "en")
    assert [a.source for a in told] == ["Tom Reed", "Ada Lorne"]
    assert told[0].content[0].startswith("Ada Lorne told them")


def test_a_verb_after_then_goes_on_with_the_first_subject() -> None:
    told = read("Ada Lorne opposed the sale, then asked for a vote.", "en")
    assert told[-1].source == "Ada Lorne"


@pytest.mark.parametrize("surname", ["Chambers", "Banks"])
def test_a_surname_that_is_a_plural_of_bodies(surname: str) -> None:
    text = f"Baker John {surname} apologised on Thursday. {surname} said bread was dear."
    assert read(text, "en")[-1].speaker == f"John {surname}"


def test_a_picture_before_a_label_is_no_part_of_it() -> None:
    told = read("🔴 Minister: no talks this year\n\nThe talks were off.", "en")
    assert told[0].content == ("no talks this year",)


def test_letters_of_an_office_are_no_agency() -> None:
    told = read("The Public Relations Officer (PRO), Ada Lorne, said the man was held.", "en")
    assert told[0].chain == ()


def test_a_writing_before_a_headlines_colon_tells() -> None:
    text = "Study: Coffee makes bakers live longer\n\nA new study was out on Monday."
    assert read(text, "en")[0].content == ("Coffee makes bakers live longer",)


def test_a_gerund_after_before_is_a_statement_of_its_own() -> None:
    told = read("“Bread is dear,” Ada Lorne said before adding that flour was gone.", "en")
    assert [a.content[0] for a in told] == ["Bread is dear,", "flour was gone"]


def test_somebody_urged_has_an_adjective_in_marks() -> None:
    text = "The union said bread was dear and called on the “interim” mayor to resign."
    assert [a.content[0] for a in read(text, "en")] == ["bread was dear", "to resign"]


def test_two_hyphens_part_a_headline_from_who_says_it() -> None:
    told = read("Pier to stay shut until May -- harbour spokesman\n\nThe pier is shut.", "en")
    assert told[0].content == ("Pier to stay shut until May",)


def test_a_nickname_in_marks_is_no_statement() -> None:
    assert not read("The vote was lost, which the papers dubbed “Breadgate”.", "en")
