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
