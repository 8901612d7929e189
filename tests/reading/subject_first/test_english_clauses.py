"""English: which words of a sentence are cue, source and content."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read

#: A sentence, its cue, its source and its content.
SENTENCES = [
    ("After questioning a man, the court was closed, he said.", "said", "he",
     "After questioning a man, the court was closed"),
    ("When the minister said the plan was dead, workers were cheering.", "said", "the minister",
     "the plan was dead"),
    ("“We must act,” Ada Lorne said in supporting that measure.", "said", "Ada Lorne",
     "We must act,"),
    ("The minister said that bread was dear.", "said", "The minister", "bread was dear"),
    ("The minister said bread was dear.", "said", "The minister", "bread was dear"),
    ("Bread was dear, the minister said.", "said", "the minister", "Bread was dear"),
    ("Bread was dear and scarce, argues Fell Water.", "argues", "Fell Water",
     "Bread was dear and scarce"),
    ("“Bread is dear,” said Ada Lorne, a baker from Dunmarra who was on the quay.", "said",
     "Ada Lorne, a baker from Dunmarra who was on the quay", "Bread is dear,"),
    ("“Bread is dear,” the baker, Ada Lorne, told the Ledger.", "told", "the baker, Ada Lorne",
     "Bread is dear,"),
    ("Ada Lorne, 58, testified that bread was dear.", "testified", "Ada Lorne, 58",
     "bread was dear"),
    ("A baker who did not wish to be identified claimed bread was dear.", "claimed",
     "A baker who did not wish to be identified", "bread was dear"),
    ("A baker, speaking to Reuters on condition of anonymity, said at least nine ovens were cold.",
     "said", "A baker, speaking to Reuters on condition of anonymity",
     "at least nine ovens were cold"),
    ("The company declined to say who had signed it.", "declined to say", "The company",
     "who had signed it"),
    ("The ministry did not say how the gap would be filled.", "did not say", "The ministry",
     "how the gap would be filled"),
    ("A spokeswoman wouldn’t confirm their account.", "wouldn’t confirm", "A spokeswoman",
     "their account"),
    ("Ministers have not ruled out a statutory inquiry.", "have not ruled out", "Ministers",
     "a statutory inquiry"),
    ("He would not be drawn on whether a ransom had been paid.", "would not be drawn on", "He",
     "whether a ransom had been paid"),
    ("Ada Lorne accused the council of opening the dam at night.", "accused", "Ada Lorne",
     "the council of opening the dam at night"),
    ("The coordinator called for an immediate pause in an interview with Sky News.", "called for",
     "The coordinator", "an immediate pause"),
    ("Ada Lorne urged residents to attend the meeting.", "urged", "Ada Lorne",
     "to attend the meeting"),
    ("The baker assured the victims that flour would come.", "assured", "The baker",
     "flour would come"),
    ("The court heard nothing, but the clerk acknowledged lying to investigators twice.",
     "acknowledged", "the clerk", "lying to investigators twice"),
    ("In Ada Lorne’s telling, the menu was a joke between friends.", "In", "Ada Lorne",
     "the menu was a joke between friends"),
    ("According to the health regulator, a new line will open in April.", "According to",
     "the health regulator", "a new line will open in April"),
    ("A new line will open in April, according to the trust.", "according to", "the trust",
     "A new line will open in April"),
    ("The network's warning that nobody should move house was widely shared.", "warning",
     "The network", "nobody should move house"),
    ("He did, however, confirm that a review was under way.", "confirm", "He",
     "a review was under way"),
    ("The BBC last night admitted it had been alerted in advance.", "admitted", "The BBC",
     "it had been alerted in advance"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "content"), SENTENCES)
def test_the_parts_of_a_sentence(text: str, cue: str, source: str, content: str) -> None:
    found = one(text)
    assert found.content == (content,)
    assert cue in " ".join(found.cue)
    assert found.source.startswith(source.partition(",")[0])
    assert found.source == source or source.startswith(found.source)


#: Sentences that attribute nothing.
SILENT = [
    "Asked if he thought the plan would work, Ada Lorne walked away.",
    "While the price of oil fell, the minister said.",
    "Fuel was reportedly changing hands at twice the price.",
    "The accident has told heavily on bookings this year.",
    "The 17.42 to Kestrel said otherwise.",
    "The report was published on Tuesday by the council.",
    "The baker was told to leave by the police.",
    "The driver asked not to be named.",
    "Officials will say more on Friday.",
    "The chart below tells the story.",
    "The finance ministry declined to comment.",
    "Solskjaer said this on Monday at his press conference.",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_sentence_that_attributes_nothing(text: str) -> None:
    assert read(text) == []


def test_a_quotation_that_its_cue_interrupts_is_one() -> None:
    found = one("“I asked for a tug at nine,” the master, Moira Tennant, said, “and again at ten.”")
    assert found.content == ("I asked for a tug at nine,", "and again at ten.")
    assert found.type == "direct"
    assert found.speaker == "Moira Tennant"


def test_what_a_cue_interrupts_goes_on_after_it() -> None:
    found = one("Gardeners can help, Te Whare suggests, by leaving one untidy corner.")
    assert found.content == ("Gardeners can help", "by leaving one untidy corner")


def test_a_participle_shares_the_subject_of_its_verb() -> None:
    text = "A driver claimed the lorries were late, adding that two had failed their test."
    first, second = read(text)
    assert first.content == ("the lorries were late",)
    assert second.cue == ("adding",)
    assert second.content == ("two had failed their test",)
    assert second.source == first.source == "A driver"


def test_a_participle_at_the_head_has_the_subject_that_comes() -> None:
    first, second = read("Refuting the charge, the mayor said time had been given for debate.")
    assert (first.cue, first.content) == (("Refuting",), ("the charge",))
    assert first.source == second.source == "the mayor"


def test_joined_verbs_share_their_subject() -> None:
    found = read("She praised the midwives who came and urged others to come forward.")
    assert [one.content for one in found] == [("the midwives who came",), ("to come forward",)]
    assert {one.source for one in found} == {"She"}


def test_one_statement_in_another_has_its_speaker_in_its_chain() -> None:
    text = "Tobias Wren testified that the mayor, Lucian Marsh, had assured him that all was legal."
    outer, inner = read(text)
    assert inner.speaker == "Lucian Marsh"
    assert inner.chain == ("relayed by Tobias Wren",)
    assert inner.content == ("all was legal",)
    assert outer.content[0].startswith("the mayor")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She said: “We are not for sale.”", "direct"),
        ("She said they were “not for sale”.", "mixed"),
        ("She said they were not for sale.", "indirect"),
        ("She called the plan “an act of plain recklessness”.", "mixed"),
        ("Our reporter Callie Brennan writes: I can see the smoke from here.", "direct"),
    ],
)
def test_the_type_tells_how_much_stands_in_marks(text: str, kind: str) -> None:
    assert one(text).type == kind


def test_a_quotation_goes_on_in_the_same_paragraph() -> None:
    text = "“They are only lads,” she says. “It is not them I mind.”"
    assert one(text).content == ("They are only lads,", "It is not them I mind.")


def test_a_quotation_over_paragraphs_has_a_span_in_each() -> None:
    text = "“This is about the boiler,” Teske said. “It is old.\n\n“It goes in January.”"
    assert one(text).content == (
        "This is about the boiler,", "It is old", "It goes in January.",
    )  # fmt: skip
