"""English: shapes of sentences that other hands' reports had, in words of our own."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read

#: A sentence, its cue and its content.
SENTENCES = [
    # a hearer before a clause that begins with a name
    ("Ada Lorne told the court Brandt had lied.", "told", "Brandt had lied"),
    ("Ada Lorne told the jury Mr Brandt had lied.", "told", "Mr Brandt had lied"),
    ("Ada Lorne told parliament Kenya would pay.", "told", "Kenya would pay"),
    ("Ada Lorne told the BBC Downing Street had agreed.", "told", "Downing Street had agreed"),
    ("Ada Lorne reminded the hearing Orbis paid no tax.", "reminded", "Orbis paid no tax"),
    ("Ada Lorne warned the council could appeal.", "warned", "the council could appeal"),
    # a noun of saying as the object of a verb
    (
        "Ada Lorne gave the assurance that calm would return.",
        "gave the assurance",
        "calm would return",
    ),
    (
        "Ada Lorne has issued a stern warning against vigilantes.",
        "has issued a stern warning",
        "vigilantes",
    ),
    ("Ada Lorne made a passionate plea for calm.", "made a passionate plea", "calm"),
    ("The board gave a pledge to repay the money.", "gave a pledge", "to repay the money"),
    # an apposition after an object
    (
        "The youth accused the mayor, Bob Brandt, of tricks.",
        "accused",
        "the mayor, Bob Brandt, of tricks",
    ),
    (
        "Ada Lorne described the miller, a cousin, as a fool.",
        "described",
        "the miller, a cousin, as a fool",
    ),
    # a date before a subject without a comma
    (
        "On 15th July 2017 Inspector Ada Lorne told a briefing that nine had fled.",
        "told",
        "nine had fled",
    ),
    ("On Monday Mayor Ada Lorne said the road was shut.", "said", "the road was shut"),
    # the agency that was told, after an object
    ("Ada Lorne confirmed the arrest to Reuters.", "confirmed", "the arrest"),
    ("Ada Lorne denied selling flour to Iran.", "denied", "selling flour to Iran"),
    # what opens a clause before its subject, and a time that is a subject
    (
        "Ada Lorne said with more rain expected, the river could rise.",
        "said",
        "with more rain expected, the river could rise",
    ),
    (
        "Ada Lorne said the minutes showed that all had voted.",
        "said",
        "the minutes showed that all had voted",
    ),
    ("Ada Lorne said the week had been hard.", "said", "the week had been hard"),
    # words in a table
    ("Ada Lorne finds the plan unworkable.", "finds", "the plan unworkable"),
    ("Ada Lorne would not describe the letter.", "would not describe", "the letter"),
]


@pytest.mark.parametrize(("sentence", "cue", "content"), SENTENCES)
def test_shapes(sentence: str, cue: str, content: str) -> None:
    """A sentence is read with its cue and its content."""
    found = one(sentence)
    assert found.cue == (cue,)
    assert found.content == (content,)


#: A text, and who says what is said in it last.
SPEAKERS = [
    (
        "Ada Lorne sells flour.\n\nMinera Lunes, which ships it, said it had no plans. "
        "It would not say how much it held.",
        "Minera Lunes",
    ),
    ("Bread again\n\nThe Sun has other news. It says the duke has sold his mill.", "Sun"),
    ("Two people briefed on the talks said a deal was near.", "two people briefed on the talks"),
    ("Those present at the meeting described the mood as tense.", "those present at the meeting"),
    ("A group calling itself the Faris Brigades threatened to target the mill.", "Faris Brigades"),
    ("An outfit that calls itself Red Dawn said it was behind the leak.", "Red Dawn"),
    (
        "The company that owns the home, Cedar Senior Partners, said it was safe.",
        "Cedar Senior Partners",
    ),
    (
        "The managing director of Orbis, Ada Lorne, called it baffling.\n\n"
        "“We have waited,” said the MD.",
        "Ada Lorne",
    ),
    (
        "H.E. Fahad bin Hamad Al Thani, Minister of Mills, opened the fair.\n\n"
        "Al Thani said the mill would grow.",
        "Fahad bin Hamad Al Thani",
    ),
    ("Mrs Lorne's son-in-law said she slept. “She is well,” he said.", "Mrs Lorne's son-in-law"),
    ("The Courier wondered whether anyone would notice.", "Courier"),
]


@pytest.mark.parametrize(("text", "name"), SPEAKERS)
def test_who_is_meant(text: str, name: str) -> None:
    """The speaker of the last statement is who the report means."""
    speaker = read(text)[-1].speaker
    assert speaker is not None
    assert speaker == name


def test_lines_of_sources() -> None:
    """A line that names somebody by an office tells who spoke and where they wrote."""
    found = read(
        "Two hurt in Torrel\n\nBombs fell on the village of Torrel on Monday, hurting two.\n\n"
        "Source: Ivan Melnyk, Head of the Torrel Administration, on Telegram\n\n"
        "Quote from Melnyk: “Two bombs hit the mill. We will rebuild it.”\n\n"
        "Details: Melnyk said rescuers were still at work."
    )
    assert [(a.speaker, a.chain) for a in found] == [("Ivan Melnyk", ("posted on Telegram",))] * 2


def test_going_on_without_a_comma() -> None:
    """A participle of adding parts two statements."""
    found = read("Ada Lorne said the road was shut adding that repairs had begun.")
    assert [a.content for a in found] == [("the road was shut",), ("repairs had begun",)]


def test_the_reports_own_fears() -> None:
    """What raises fears is no statement of who spoke before."""
    assert len(read("The mill will close, Ada Lorne said, raising the prospect of a strike.")) == 1
