"""Lines that attribute by their shape, and the parts of a page."""

from __future__ import annotations

import pytest
from subject_first_sentences import read, report

BODY = "\n\nThe council met for three hours on Monday and broke up without a vote on the matter."


@pytest.mark.parametrize(
    ("line", "source", "content"),
    [
        ("Nurses: no arrears, no night duty", "Nurses", "no arrears, no night duty"),
        ("Ministers resign after protests: cabinet official", "cabinet official",
         "Ministers resign after protests"),
        ("Ice-class tanker fleet to grow by six, says yard", "yard",
         "Ice-class tanker fleet to grow by six"),
    ],
)  # fmt: skip
def test_a_headline_that_attributes(line: str, source: str, content: str) -> None:
    (found,) = read(line + BODY)
    assert (found.source, found.content, found.type) == (source, (content,), "indirect")


def test_a_partly_quoted_headline_is_mixed() -> None:
    (found,) = read("BIN ROUND CHAOS: COUNCIL LEADER “OWES TOWN AN APOLOGY”" + BODY)
    assert found.type == "mixed"
    assert found.content == ("COUNCIL LEADER “OWES TOWN AN APOLOGY",) or (
        found.content == ("COUNCIL LEADER “OWES TOWN AN APOLOGY”",)
    )


def test_the_turns_of_a_transcript_are_direct() -> None:
    text = """The sprinter Amara Nwosu, 41, now coaches in Leeds.

Why begin with a defeat?
AN: Because nobody remembers who came fourth.

Did you think of stopping?
AN: Every February.

What do you tell the children?
AN: That the track is four hundred metres for everybody.
"""
    found = read(text)
    assert [one.type for one in found] == ["direct"] * 3
    assert {one.speaker for one in found} == {"Amara Nwosu"}
    assert found[1].content == ("Every February",) or found[1].content == ("Every February.",)


def test_the_parts_of_a_page() -> None:
    text = """Levy shelved after stoppage

By Halima Dorre

NAIROBI, June 11 (Reuters) - The chairman said the levy would not be collected this year.

Photo: Lou Vasseur
Read more: Why wasps hold grudges
© Lakeside Standard 2023"""
    kinds = [part.kind for part in report(text).parts]
    assert kinds == ["headline", "byline", "caption", "related", "copyright"]


def test_words_of_a_label_open_other_lines_too() -> None:
    text = "Photo-sharing app Lumio has confirmed that intruders copied pictures."
    assert len(read(text)) == 1
