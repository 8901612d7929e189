"""English as the press writes it: commas inside closing marks, doubled apostrophes, asides."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

#: A text, and of each attribution its cue, its source and its content.
DOUBLED = [
    ("''The dam is not safe,'' said Ada Lorne, an engineer. ''It's leaking, and we can't stop.''",
     [("said", "Ada Lorne, an engineer",
       ("The dam is not safe,", "It's leaking, and we can't stop."))]),
    ("``The dam is dead,'' Ada Lorne said.", [("said", "Ada Lorne", ("The dam is dead,",))]),
    ("‘‘The dam is dead,’’ Ada Lorne said. ‘‘It’s not ours.’’",
     [("said", "Ada Lorne", ("The dam is dead,", "It’s not ours."))]),
    ("''We heard the workers' answer,'' Ada Lorne said. ''It was 'no' and nothing else.''",
     [("said", "Ada Lorne",
       ("We heard the workers' answer,", "It was 'no' and nothing else."))]),
]  # fmt: skip
#: Where content ends.
ENDS = [
    ("Ada Lorne said the vote was “rigged,” angering many in her party.",
     [("said", "Ada Lorne", ("the vote was “rigged,”",))]),
    ("Ada Lorne described the bridge as “a wreck,” prompting the council to close it.",
     [("described", "Ada Lorne", ("the bridge as “a wreck,”",))]),
    ("She called the mayor “a crook,” and the crowd cheered.",
     [("called", "She", ("the mayor “a crook,”",))]),
    ("He said the plan was “a disaster,” but the council went on with it.",
     [("said", "He", ("the plan was “a disaster,”",))]),
    ("She called the mayor “a crook,” “a cheat” and “a liar.”",
     [("called", "She", ("the mayor “a crook,” “a cheat” and “a liar.”",))]),
    ("Ada Lorne said that the mayor “has lied for years,” and that she would sue.",
     [("said", "Ada Lorne", ("the mayor “has lied for years,” and that she would sue",))]),
    ("Ada Lorne said the bridge would be closed, but it is unclear when that will be.",
     [("said", "Ada Lorne", ("the bridge would be closed",))]),
    ("Ada Lorne said the bridge was safe, even though two beams fell in May.",
     [("said", "Ada Lorne", ("the bridge was safe",))]),
    ("Ada Lorne said the bridge was safe, a claim that two engineers dispute.",
     [("said", "Ada Lorne", ("the bridge was safe",))]),
    ("Ada Lorne criticized the council, which has spent 3 million on the bridge.",
     [("criticized", "Ada Lorne", ("the council",))]),
    ("Ada Lorne said the bridge was safe, which has angered engineers.",
     [("said", "Ada Lorne", ("the bridge was safe",))]),
    ("Ada Lorne said the bridge, which has rusted for years, was safe.",
     [("said", "Ada Lorne", ("the bridge, which has rusted for years, was safe",))]),
]  # fmt: skip
#: Statements without marks that their cue interrupts.
INTERRUPTED = [
    ("The plan, he said, is dead.", [("said", "he", ("The plan", "is dead"))]),
    ("Voters in the north, she added, want a bridge.",
     [("added", "she", ("Voters in the north", "want a bridge"))]),
    ("It is, he said, a mistake.", [("said", "he", ("It is", "a mistake"))]),
    ("The plan would, she said, cost millions.",
     [("said", "she", ("The plan would", "cost millions"))]),
    ("Many people, Mark Lunn argued, just hate the bridge.",
     [("argued", "Mark Lunn", ("Many people", "just hate the bridge"))]),
    ("The bridge fell, he said, killing two.", [("said", "he", ("The bridge fell",))]),
    ("The bridge fell, he said, a day after it opened.",
     [("said", "he", ("The bridge fell",))]),
    ("The mayor, Ada Lorne said, “has no idea what he is doing.”",
     [("said", "Ada Lorne", ("The mayor", "has no idea what he is doing."))]),
    ("The mayor slept, and Ada Lorne said, “has he no shame?”",
     [("said", "Ada Lorne", ("has he no shame?",))]),
    ("Last week, Ada Lorne said, “is as good a time as any.”",
     [("said", "Ada Lorne", ("is as good a time as any.",))]),
]  # fmt: skip
#: Titles, numbers, requests and relative clauses that say nothing.
NOTHING_SAID = [
    ("On NBC's “Meet the Press,” Ada Lorne said the bridge was safe.",
     [("said", "Ada Lorne", ("the bridge was safe",))]),
    ("Ada Lorne told “Meet the Press” that the bridge was safe.",
     [("told", "Ada Lorne", ("the bridge was safe",))]),
    ("Ada Lorne told CNN's “State of the Union” on Sunday that the bridge was safe.",
     [("told", "Ada Lorne", ("the bridge was safe",))]),
    ("“I have read it,” Ada Lorne told “The Morning Show” on Monday.",
     [("told", "Ada Lorne", ("I have read it,",))]),
    ("Ada Lorne appeared on “Meet the Press” on Sunday.", []),
    ("The economy adds 156,000 jobs a month.", []),
    ("A report said the economy added 156,000 jobs in May.",
     [("said", "A report", ("the economy added 156,000 jobs in May",))]),
    ("He did not return the paper's requests for comment.", []),
    ("The council's statement that was published in May was wrong.", []),
    ("Ada Lorne, who runs a think tank in Dunmarra, laughed.", []),
    ("Engineers have found no rust, and the cook adds milk.", []),
    ("She adds that milk is dear.", [("adds", "She", ("milk is dear",))]),
]  # fmt: skip
#: Objects: where they end.
OBJECTS = [
    ("Ada Lorne praised GOP Sens. Kelly Fox and Mark Lunn for their work.",
     [("praised", "Ada Lorne", ("GOP Sens. Kelly Fox and Mark Lunn for their work",))]),
    ("Ada Lorne slammed the mayor for saying that the bridge was safe.",
     [("slammed", "Ada Lorne", ("the mayor for saying that the bridge was safe",))]),
    ("Ada Lorne blasted the mayor for his silence.",
     [("blasted", "Ada Lorne", ("the mayor for his silence",))]),
    ("Ada Lorne denied the claims on Monday.", [("denied", "Ada Lorne", ("the claims",))]),
    ("She asked him if he knew.", [("asked", "She", ("if he knew",))]),
    ("She wondered about the bridge.", [("wondered", "She", ("the bridge",))]),
]  # fmt: skip
#: Participles with a subject of their own, infinitives, documents.
SAID_TOO = [
    ("The bridge will close, with engineers saying that it is not safe.",
     [("saying", "engineers", ("it is not safe",))]),
    ("Shares fell by a third, with analysts saying the bank was too big.",
     [("saying", "analysts", ("the bank was too big",))]),
    ("The council issued a statement saying that the bridge was safe.",
     [("saying", "The council", ("the bridge was safe",))]),
    ("The mayor received a letter saying that the bridge was unsafe.",
     [("saying", "a letter", ("the bridge was unsafe",))]),
    ("Ada Lorne claims to have seen the plan.",
     [("claims", "Ada Lorne", ("to have seen the plan",))]),
    ("Polls show that Ada Lorne leads by ten points.",
     [("show", "Polls", ("Ada Lorne leads by ten points",))]),
    ("The mayor paid twice, records show.", [("show", "records", ("The mayor paid twice",))]),
    ("Pictures from the crossing showed that the queue was long.", []),
    ("The singer showed that she was not tired.", []),
    ("Ada Lorne, who has called the mayor “a liar who says anything,” said that she would run.",
     [("has called", "Ada Lorne", ("the mayor “a liar who says anything,”",)),
      ("said", "Ada Lorne", ("she would run",))]),
    ("Lorne said the vote was “rigged,” angering Mark Fox, who called it “a shameful lie.”",
     [("said", "Lorne", ("the vote was “rigged,”",)),
      ("called", "Mark Fox", ("it “a shameful lie.”",))]),
]  # fmt: skip
Found = list[tuple[str, str, tuple[str, ...]]]


def _found(text: str) -> Found:
    return [(" ".join(one.cue), one.source, one.content) for one in read(text)]


@pytest.mark.parametrize(("text", "wanted"), DOUBLED)
def test_doubled_single_marks_are_quotation_marks(text: str, wanted: Found) -> None:
    assert _found(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), ENDS)
def test_content_ends_where_the_report_goes_on(text: str, wanted: Found) -> None:
    found = _found(text)
    assert found[: len(wanted)] == wanted


@pytest.mark.parametrize(("text", "wanted"), INTERRUPTED)
def test_a_cue_may_interrupt_words_without_marks(text: str, wanted: Found) -> None:
    assert _found(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), NOTHING_SAID)
def test_titles_and_numbers_are_no_statements(text: str, wanted: Found) -> None:
    assert _found(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), OBJECTS)
def test_objects_are_whole(text: str, wanted: Found) -> None:
    assert _found(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), SAID_TOO)
def test_documents_and_participles_with_their_own_subject(text: str, wanted: Found) -> None:
    assert _found(text) == wanted
