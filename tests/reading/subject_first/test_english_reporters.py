"""English: outlets in no list that the report tells by what they do, and what is none."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read

#: the text; of each attribution its speaker and its chain
WAYS = [
    (
        "The well is dry, keeper Nan Oduya stated on Tuesday, Farlight reports. "
        "It will be dug, she announced.",
        [("Nan Oduya", ["relayed by Farlight"]), ("Nan Oduya", ["relayed by Farlight"])],
    ),
    (
        "The well is dry, according to the Harbour Board, Farlight reported.",
        [("Harbour Board", ["relayed by Farlight"])],
    ),
    (
        "The well is dry, the Harbour Board said on Monday, reported Farlight.",
        [("Harbour Board", ["relayed by Farlight"])],
    ),
    (
        "Citing three keepers, Farlight said the well was dry.",
        [("three keepers", ["relayed by Farlight"])],
    ),
    (
        "Nan Oduya says well is dry: Farlight\n\n"
        "Keeper Nan Oduya said on Friday that the well was dry, Farlight reported.",
        [("Nan Oduya", ["relayed by Farlight"]), ("Nan Oduya", ["relayed by Farlight"])],
    ),
    (
        "Nan Oduya threatens to quit - TASS\n\nKeeper Nan Oduya threatened to quit, TASS said.",
        [("Nan Oduya", ["relayed by TASS"]), ("Nan Oduya", ["relayed by TASS"])],
    ),
    # whom something is asked of, or who is thanked, passes nothing on
    ("The keeper thanked Nevada for sending twelve lamps.", [("keeper", [])]),
    ("The keeper called on the QRST to send lamps.", [("keeper", [])]),
    ("The keeper urged the BBC to send lamps.", [("keeper", [])]),
    ("The keeper told the Lok Sabha that the well was dry.", [("keeper", [])]),
    ("The keeper told the Verkhovna Rada that the well was dry.", [("keeper", [])]),
    ("The keeper told the QRST that the well was dry.", [("keeper", [])]),
    # datelines with a country in brackets
    (
        "New Delhi [India], December 11 (ANI): The keeper said the well was dry.",
        [("keeper", ["relayed by ANI"])],
    ),
    (
        "Skerry (Norway) 3 March (AFP) - The keeper said the well was dry.",
        [("keeper", ["relayed by AFP"])],
    ),
    # pages of one's own
    ("The well is dry, singer Nan Oduya said on her Patreon.",
     [("Nan Oduya", ["posted on Patreon"])]),
    ("The well is dry, singer Nan Oduya said on her Lumo page.",
     [("Nan Oduya", ["posted on Lumo"])]),
    ("The well is dry, keeper Nan Oduya wrote on the Max messenger.",
     [("Nan Oduya", ["posted on Max"])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), WAYS, ids=[text[:48] for text, _ in WAYS])
def test_ways(text: str, wanted: list[tuple[str, list[str]]]) -> None:
    assert [(said.speaker, list(said.chain)) for said in read(text)] == wanted


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The keeper would not discuss his lamps.", "would not discuss", "his lamps"),
        ("The keeper declined to break out its losses.", "declined to break out", "its losses"),
        ("The keeper had no comment on the well.", "had no comment on", "the well"),
        ("The keeper stayed silent on the date.", "stayed silent on", "the date"),
        ("The judge sought to know why it was dry.", "sought", "to know why it was dry"),
        ("The keeper did not wish to comment on the well.", "did not wish to comment on",
         "the well"),
    ],
)  # fmt: skip
def test_refusals_and_questions(text: str, cue: str, content: str) -> None:
    found = one(text)
    assert (" … ".join(found.cue), " … ".join(found.content)) == (cue, content)


@pytest.mark.parametrize(
    "name", ["Kim Jong Un", "Pak Jong Un"],
)  # fmt: skip
def test_initials_of_bodies_in_names(name: str) -> None:
    assert one(f"North Korean leader {name} said the well was dry.").speaker == name


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The well is dry. Keeper Nan Oduya said this on Telegram, Farlight reports.\n\n"
            "“It is deep,” Oduya wrote.",
            [
                ("The well is dry", ["posted on Telegram", "relayed by Farlight"]),
                ("It is deep", ["posted on Telegram", "relayed by Farlight"]),
            ],
        ),
        (
            "The well is dry. This was reported by the keeper Nan Oduya on Telegram.",
            [("The well is dry", ["posted on Telegram"])],
        ),
        (
            "The well is dry. The information was confirmed by Nan Oduya.",
            [("The well is dry", [])],
        ),
        (
            "“The well is dry,” Nan Oduya said. She said this at a briefing, according to TASS.",
            [("The well is dry", ["relayed by TASS"])],
        ),
    ],
)
def test_this_is_the_sentence_before(text: str, wanted: list[tuple[str, list[str]]]) -> None:
    found = read(text)
    assert [(said.content[0].rstrip(","), list(said.chain)) for said in found] == wanted
    assert {said.speaker for said in found} == {"Nan Oduya"}


@pytest.mark.parametrize(
    ("text", "hop"),
    [
        ("Interviewed on i95.5FM, Minister Nan Oduya said it was dry.", "said to i95.5FM"),
        ("Speaking on Joy 99.7 FM, Minister Nan Oduya said it was dry.", "said to Joy 99.7 FM"),
        ("Nan Oduya said live on the Espreso TV channel that it was dry.", "said to Espreso TV"),
        ("Nan Oduya said on the air of the Espreso TV channel that it was dry.",
         "said to Espreso TV"),
        ("Nan Oduya, who was a guest on Arise TV, said it was dry.", "said to Arise TV"),
        ("Iranian state TV quoted Nan Oduya saying it was dry.", "relayed by Iranian state TV"),
        ("Nan Oduya took to her platform, Truth Social. “It is dry,” she wrote.",
         "posted on Truth Social"),
    ],
)  # fmt: skip
def test_stations_and_networks(text: str, hop: str) -> None:
    found = one(text)
    assert (found.speaker, found.chain) == ("Nan Oduya", (hop,))


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        ("It is dry, Farlight has learned from two keepers.", "two keepers",
         ("relayed by Farlight",)),
        ("“It is dry,” Nan Oduya said, as quoted by Farlight.", "Nan Oduya",
         ("relayed by Farlight",)),
        ("Nan Oduya said it was dry, as reported by Farlight.", "Nan Oduya",
         ("relayed by Farlight",)),
    ],
)  # fmt: skip
def test_learnt_and_reported(text: str, speaker: str, chain: tuple[str, ...]) -> None:
    found = one(text)
    assert (found.speaker, found.chain) == (speaker, chain)


def test_who_is_urged_says_nothing() -> None:
    assert read("Bees told to stay at home") == []
    assert read("Residents urged to stay indoors as smoke spreads") == []
