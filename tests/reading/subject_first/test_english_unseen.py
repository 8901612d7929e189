"""English: what reports that nobody had tuned on left unread, or read wrong."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read

#: A sentence, its cue and its content.
SENTENCES = [
    # money is a number; a number may have an adverb before it
    ("The council said £4m had gone on ovens.", "said", "£4m had gone on ovens"),
    ("The council said $12 million was missing.", "said", "$12 million was missing"),
    ("Ada Lorne says nearly half of bakers work at night.", "says",
     "nearly half of bakers work at night"),
    # a hearer before a clause that begins with a bare noun
    ("Ada Lorne told Radio Tarn bread was dear.", "told", "bread was dear"),
    ("Ada Lorne told the court witnesses had lied.", "told", "witnesses had lied"),
    ("Mr Lorne told the jury, at Tarn Crown Court, ash from the oven proved little.", "told",
     "ash from the oven proved little"),
    ("Ada Lorne urged members of the Flour Board (FB) to stay at home.", "urged",
     "to stay at home"),
    # what something is called may stand far off
    ("Ada Lorne described the oven as the worst she had used.", "described",
     "the oven as the worst she had used"),
    ("Ada Lorne has described the naming of the mill after her as a kind gesture.",
     "has described", "the naming of the mill after her as a kind gesture"),
    ("Ada Lorne hailed the mill as proof that “flour can be clean”.", "hailed",
     "the mill as proof that “flour can be clean”"),
    ("Two bakers described seeing smoke near the mill.", "described",
     "seeing smoke near the mill"),
    # every row of a verb is tried
    ("Ada Lorne challenged the council to open its books.", "challenged", "to open its books"),
    ("Ada Lorne enjoined bakers to rise early.", "enjoined", "to rise early"),
    ("Ada Lorne refrained from naming the miller.", "refrained from naming", "the miller"),
    ("Ada Lorne called on Monday for bakers to strike.", "called on Monday for",
     "bakers to strike"),
    ("Ada Lorne has taken to Instagram to angrily deny the rumours.",
     "has taken to Instagram to angrily deny", "the rumours"),
    # adjuncts before a subject without a comma, and before an inserted verb
    ("In the same interview Lorne described the mill as idle.", "described", "the mill as idle"),
    ("But, said Ada Lorne, the mill must open again.", "said", "the mill must open again"),
    ("The mill is shut, fire officials said.", "said", "The mill is shut"),
    ("Ada Lorne claimed each of the bakers had pocketed £40.", "claimed",
     "each of the bakers had pocketed £40"),
    ("Another baker remembers asking whether the oven was safe.", "remembers",
     "asking whether the oven was safe"),
    ("Net debt rose by a third, the mill's accounts show.", "show", "Net debt rose by a third"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content"), SENTENCES)
def test_a_statement(text: str, cue: str, content: str) -> None:
    found = one(text)
    assert (found.cue, found.content) == ((cue,), (content,))


#: A sentence, and the parts of its content.
PARTED = [
    ("Luckily, she says, the mill is still dry.", ("Luckily", "the mill is still dry")),
    ("The mill will grind 12 tonnes a day, the firm said, and employ 85 people.",
     ("The mill will grind 12 tonnes a day", "and employ 85 people")),
    ("Ada Lorne was not surprised: the mill, she said, had been shut for years.",
     ("the mill", "had been shut for years")),
    ("The mill will close, Ada Lorne said, and left the room.", ("The mill will close",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content"), PARTED)
def test_what_a_verb_interrupts(text: str, content: tuple[str, ...]) -> None:
    assert one(text).content == content


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("“I owe three banks. What now?” she wailed.", "wailed", "she"),
        ("“I owe three banks,” Ada Lorne, 34, harrumphed.", "harrumphed", "Ada Lorne, 34"),
        ("“I owe three banks. What now?” Lorne huffed.", "huffed", "Lorne"),
        ("“It was a foul,” the coach blasted on Monday.", "blasted", "the coach"),
        ("“Bare cupboards,” it squawked.", "squawked", "it"),
        ("“I owe three banks,” harrumphed the mayor.", "harrumphed", "the mayor"),
    ],
)
def test_a_verb_that_no_table_has_after_a_quotation(text: str, cue: str, source: str) -> None:
    found = one(text)
    assert (found.cue, found.source, found.type) == ((cue,), source, "direct")


@pytest.mark.parametrize(
    "text",
    [
        "The “house of many old cards” she painted was sold.",
        "The film “The House of Many Cards,” she directed in 2019.",
        "He refrained from attacking the village.",
        "She called on Monday.",
        "The trial of murder suspect Ada Lorne nears its end.",
        "Nobody said a word.",
        "He learned that bread was dear.",
        "Another baker, asked who had left the oven on, laughed.",
        "Ada Lorne, who studies bread at Tarn, posted a photo of an oven.",
        "The baker had three options: “Plan A” and two more.",
        "It is one of the 312 objects that the museum lost.",
    ],
)
def test_no_statement(text: str) -> None:
    assert not read(text)


def test_passives_name_who_speaks_after_by() -> None:
    told = one("The jury was told by counsel Ada Lorne that the miller had lied.")
    assert (told.source, told.content) == ("counsel Ada Lorne", ("the miller had lied",))
    called = one("The plan was described by critics as reckless.")
    assert (called.source, called.content) == ("critics", ("The plan", "as reckless"))
    warned = one("Staff were warned by the miller not to talk.")
    assert (warned.speaker, warned.content) == ("miller", ("not to talk",))


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        ("Reuters has learned from a source that the mill is shut.", "a source",
         ("relayed by Reuters",)),
        ("TASS reported with reference to the ministry that bread was dear.", "ministry",
         ("relayed by TASS",)),
        ("TASS, with reference to the ministry, reported that bread was dear.", "ministry",
         ("relayed by TASS",)),
        ("The mill is to close, The Information reported, citing a memo.", "memo",
         ("relayed by The Information",)),
        ("Someone at Orbis Bank told Reuters it was late.", "someone at Orbis Bank",
         ("said to Reuters",)),
    ],
)  # fmt: skip
def test_who_passes_it_on(text: str, speaker: str, chain: tuple[str, ...]) -> None:
    found = one(text)
    assert (found.speaker, found.chain) == (speaker, chain)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Iran's envoy in Astana Davoud Mehrabani told reporters it was late.",
         "Davoud Mehrabani"),
        ("Its commander, known by the nom de guerre “Abu Rih”, said the town had fallen.",
         "Abu Rih"),
        ("Talks are on, the Tarnian Minister of Foreign Affairs said.",
         "Tarnian Minister of Foreign Affairs"),
        ("Planning lead Richard Seaman said one letter was late.", "Richard Seaman"),
        ("The mayor, Ada Lorne, in an interview with the paper said bread was dear.",
         "Ada Lorne"),
        ("The mayor while speaking on air on Friday, May 3, 2024, accused bakers of greed.",
         "mayor"),
        ("The bank will close 40 branches, it said on Monday.", "bank"),
        ("Ada Lorne, 34, posted a photo: “We are home at last.”", "Ada Lorne"),
        ("“It is late,” said Ada Lorne at the funeral.", "Ada Lorne"),
        ("Tarn’s Health CS Ann Lorne says 40 bakers have quit.", "Ann Lorne"),
        ("Asked if she would quit, Lorne was defiant: “Never.”", "Lorne"),
        ("His bride, Ada, was blunter: “Never again.”", "Ada"),
    ],
)  # fmt: skip
def test_the_speaker(text: str, speaker: str) -> None:
    assert one(text).speaker == speaker


def test_a_team_is_no_she() -> None:
    told = read("According to reporter Ada Lorne, Eintracht Tarn have asked. She said it was so.")
    assert told[-1].speaker == "Ada Lorne"


def test_the_minister_of_the_lead_is_named_after_it() -> None:
    told = read(
        "The flour minister has rejected claims that mills are unsafe.\n\n"
        "Lord Askew told reporters that they were clean."
    )
    assert [one.speaker for one in told] == ["Lord Askew", "Lord Askew"]


def test_verbs_of_a_headline_share_their_subject() -> None:
    told = read(
        "Tarn denies flour shortage, calls it a rumour\n\n"
        "The council of Tarn met on Monday in the old town hall, with all its members there."
    )
    assert [(one.source, one.content) for one in told] == [
        ("Tarn", ("flour shortage",)),
        ("Tarn", ("it a rumour",)),
    ]


INTERVIEW = """‘The oven does not wait’: baker Ada Lorne on thirty years of flour

Ada Lorne has baked in Tarn since 1994.

How did you begin?

My father was a baker, and I carried his lamp.

We were poor, but we had bread.

What has changed since then?

The ovens are larger and I know bakers who have never seen a fire.

Would you let your daughter do it?

She does it already. She is better than me.

The bakery in Tarn is run by the council."""


def test_an_interview_without_labels() -> None:
    told = read(INTERVIEW)
    assert [one.content for one in told][1:] == [
        ("My father was a baker, and I carried his lamp", "We were poor, but we had bread"),
        ("The ovens are larger and I know bakers who have never seen a fire",),
        ("She does it already. She is better than me",),
    ]
    assert {(one.speaker, one.type) for one in told} == {("Ada Lorne", "direct")}


def test_questions_above_their_answers() -> None:
    told = read(
        "Baker Ada Lorne on flour\n\nHow did you begin?\nI carried my father's lamp.\n\n"
        "You never wrote it down.\nI keep it in my head.\n\nWhy Tarn?\nI was born there.\n\n"
        "What next?\nSleep.\n\nLorne's book is out in May."
    )
    assert [one.content for one in told] == [
        ("I carried my father's lamp",), ("I keep it in my head",), ("I was born there",),
        ("Sleep",),
    ]  # fmt: skip


def test_questions_of_a_report_are_no_interview() -> None:
    told = read(
        "Who pays for flour?\n\nThe council met on Monday.\n\nWho knew?\n\nThe mill is shut.\n\n"
        "What next?\n\nThe bakers wait."
    )
    assert not told


TRANSCRIPT = """Bakers flee fire in Tarn

ADA LORNE: We saw the flames at midnight.

BERT ROE: I took my toothbrush.

LORNE: It was not our first fire.

We knew it was coming, I think.

ROE: I would go back."""


def test_labels_in_capitals() -> None:
    told = read(TRANSCRIPT)
    assert [one.content for one in told] == [
        ("We saw the flames at midnight",),
        ("I took my toothbrush",),
        ("It was not our first fire", "We knew it was coming, I think"),
        ("I would go back",),
    ]


def test_a_pronoun_for_somebody_is_nobody_told_of_before() -> None:
    told = read(
        "Orbis Software said on Monday that it would cut jobs. Someone at Tarn Bank, an early "
        "customer, told Reuters it was late."
    )
    assert told[-1].speaker == "someone at Tarn Bank"
