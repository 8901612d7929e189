"""English: several verbs of one subject, refusals, acts in the passive, clauses that are held."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

#: A sentence about Poe, and what each of its verbs says.
SEVERAL = [
    ("Poe praised the crews, blamed the army and urged residents to stay home.",
     ["the crews", "the army", "to stay home"]),
    ("Poe praised the crews, said the dam was safe and urged all to stay home.",
     ["the crews", "the dam was safe", "to stay home"]),
    ("Poe said the dam was safe, denied any leak and accused the press of lying.",
     ["the dam was safe", "any leak", "the press of lying"]),
    ("Poe condemned the attack, urged calm and promised to act.",
     ["the attack", "calm", "to act"]),
    ("Poe did not deny sending the messages, but said it was petty to say so.",
     ["sending the messages", "it was petty to say so"]),
    ("Poe pointed to violence in the north.", ["violence in the north"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SEVERAL)
def test_several_verbs_of_one_subject(text: str, said: list[str]) -> None:
    found = read(text)
    assert [" ".join(one.content) for one in found] == said
    assert {one.speaker for one in found} == {"Poe"}


@pytest.mark.parametrize(
    "text",
    [
        "Poe refused to stop the car.",
        "The firm declined to pay the fine.",
        "The team has been unable to reach the wreck.",
        "The figures underscored the importance of the mill.",
        "The bill was rejected by parliament.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert read(text) == []


#: A sentence in the passive, what it tells of, and who did that by saying it.
PASSIVE = [
    ("The claim was denied by Ann Poe.", "The claim", "Ann Poe"),
    ("The attack was condemned by the United Nations.", "The attack", "United Nations"),
    ("The blast was claimed by the Marsh Front.", "The blast", "Marsh Front"),
]


@pytest.mark.parametrize(("text", "said", "speaker"), PASSIVE)
def test_acts_in_the_passive(text: str, said: str, speaker: str) -> None:
    [one] = read(text)
    assert (one.content, one.speaker) == ((said,), speaker)


#: What the mayor said, with a clause in it about what another says.
HELD = [
    "prices rose after the union announced a strike over wages",
    "he was shot after he refused to stop the car",
    "the deal would stand until the union demanded more",
]


@pytest.mark.parametrize("said", HELD)
def test_a_clause_that_is_held_is_not_cut(said: str) -> None:
    assert read(f"Mayor Ann Poe said {said}.")[0].content == (said,)


def test_a_clause_after_a_comma_is_the_reports() -> None:
    found = read("Mayor Ann Poe said the mill was shut, a day after the union announced a strike.")
    assert found[0].content == ("the mill was shut",)


#: A sentence, and the outlet that was told.
OUTLETS = [
    ("Mr Poe told the Namibian Broadcasting Corporation that it was late.",
     "Namibian Broadcasting Corporation"),
    ("Mr Poe told Sarnia National Broadcasting Corporation that it was late.",
     "Sarnia National Broadcasting Corporation"),
    ("Mr Poe told the Malaysian National News Agency it was late.",
     "Malaysian National News Agency"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), OUTLETS)
def test_outlets_with_a_land_in_their_name(text: str, name: str) -> None:
    [one] = read(text)
    assert one.chain == (f"said to {name}",)


@pytest.mark.parametrize("rank", ["Major-Gen", "Lt-Col", "Brig-Gen", "Vice-Adm", "Det-Insp"])
def test_ranks_cut_short_with_a_hyphen(rank: str) -> None:
    [one] = read(f"{rank} Dan Pole said it was late.")
    assert one.speaker == "Dan Pole"


#: A sentence, who speaks in it, and what is said.
MORE = [
    ("In a letter in May, Ann Poe, the head of the Farm Bureau, said it was late.",
     "Ann Poe", "it was late"),
    ("A spokesperson who was not named because of agency policy said that it was late.",
     "a spokesperson", "it was late"),
    ("The boat sank, though Dempsey noted there’s no sign of a leak.",
     "Dempsey", "there’s no sign of a leak"),
    ("The league has urged an “end to the violence” in Sarn.",
     "league", "an “end to the violence” in Sarn"),
    ("The two men spoke of how they clung to hope until dawn as they waited for help.",
     "two men", "how they clung to hope until dawn as they waited for help"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "said"), MORE)
def test_who_says_what(text: str, speaker: str, said: str) -> None:
    one = read(text)[-1]
    assert (one.speaker, one.content) == (speaker, (said,))
