"""English: what the written stories showed to be misread."""

from __future__ import annotations

import pytest

from rawi import read

CASES = {
    "The club owes nine million euros, president Fadi Marzouk said late on Wednesday.": (
        "Fadi Marzouk", "The club owes nine million euros", []),
    "The chairman of Reseau Mandara says nobody attacked the grid.": (
        "chairman of Reseau Mandara", "nobody attacked the grid", []),
    "Clara Benitez-Roy said no. MNA quoted her as saying that the step was a precaution.": (
        "Clara Benitez-Roy", "the step was a precaution", [("MNA", "relayed by")]),
    "Lev Korban said in an interview with the Volna television channel that it was damaged.": (
        "Lev Korban", "it was damaged", [("Volna", "said to")]),
    "Lev Korban told Volna TV that it was damaged.": (
        "Lev Korban", "it was damaged", [("Volna TV", "said to")]),
    '"We shall talk again," minister Lev Korban told engineers who showed him the gauge.': (
        "Lev Korban", "We shall talk again,", []),
    'Lev Korban said the winger has agreed. "The rest is paperwork."': (
        "Lev Korban", "The rest is paperwork.", []),
    "Lev Korban would not say who was responsible.": ("Lev Korban", "who was responsible", []),
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_who_said_what_and_through_whom(text: str) -> None:
    told = read(text, language="en").attributions[-1]
    name, content, chain = CASES[text]
    assert told.speaker is not None
    assert told.speaker.name == name
    assert [span.of(text) for span in told.content] == [content]
    assert [(hop.name, hop.how) for hop in told.chain] == chain


def test_a_deed_for_people_who_did_something_is_nothing_said() -> None:
    text = "The prime minister declared a day of mourning for three people who died in a lift."
    assert read(text, language="en").attributions == ()


def test_a_publisher_is_no_hop_under_its_initials() -> None:
    text = "KARVALA, June 19 (KNA) - The reservoir is empty, minister Lev Korban said."
    (told,) = read(text, language="en", publisher="Karvala News Agency").attributions
    assert told.chain == ()
    (told,) = read(text, language="en", publisher="The Inland Courier").attributions
    assert [hop.name for hop in told.chain] == ["KNA"]


def test_a_sentence_beside_tells_to_whom_it_was_said() -> None:
    text = (
        'The road is shut, Lev Korban said. He was speaking to Volna TV. "We know why," he added.'
    )
    found = read(text, language="en").attributions
    assert [[hop.name for hop in told.chain] for told in found] == [["Volna TV"]] * len(found)
    other = "Lev Korban said the road was closed. Anna Reed was speaking to CNN."
    (told,) = read(other, language="en").attributions
    assert told.chain == ()


def test_a_date_may_stand_between_a_place_and_an_unknown_agency() -> None:
    text = "VERLANE, Oct 7 (Norwire) - A surgeon said that her team had worked until dawn."
    (told,) = read(text, language="en").attributions
    assert told.speaker is not None
    assert told.speaker.name == "a surgeon"
