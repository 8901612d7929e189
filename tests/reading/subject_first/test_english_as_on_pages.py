"""English: constructions of real pages that went unread, or were read wrong."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read

#: A sentence, its cue and its content.
SENTENCES = [
    ("Ada Lorne noted that: “Bread is dear.”", "noted", "Bread is dear."),
    ("Ada Lorne warned buses may not run.", "warned", "buses may not run"),
    ("Ada Lorne attacked the council for closing the baths.", "attacked",
     "the council for closing the baths"),
    ("Ada Lorne attributed the closures to dear flour.", "attributed",
     "the closures to dear flour"),
    ("Ada Lorne branded the cuts a disgrace.", "branded", "the cuts a disgrace"),
    ("The union threatened a two-week walkout.", "threatened", "a two-week walkout"),
    ("Ada Lorne wanted to know where the water went.", "wanted to know", "where the water went"),
    ("The firm cut its forecast, citing weak demand.", "citing", "weak demand"),
    ("The firm cited a shortage of bakers.", "cited", "a shortage of bakers"),
    ("One oven in six is cold, by the count of the Bakers' Union.", "by the count of",
     "One oven in six is cold"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content"), SENTENCES)
def test_a_statement(text: str, cue: str, content: str) -> None:
    found = one(text, "en")
    assert (found.cue, found.content) == ((cue,), (content,))


def test_the_subject_goes_on_after_a_relative_clause_that_says_something() -> None:
    told = read("Ada Lorne, who told Reuters the arrest was wrong, said the man was held.", "en")
    assert [a.content for a in told] == [("the arrest was wrong",), ("the man was held",)]
    assert [a.source for a in told] == ["Ada Lorne", "Ada Lorne"]


@pytest.mark.parametrize("text", ["The ball attacked the wicket.", "The judge cited the driver."])
def test_no_statement(text: str) -> None:
    assert not read(text, "en")
