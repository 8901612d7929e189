"""A word in no table that stands right before somebody's name is what they are."""

from __future__ import annotations

import pytest
from subject_first_sentences import read


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Planning convenor Graham Neave said the papers were late. The vote is on Monday.\n"
            "Costs rose, but the convenor would not be drawn on how he would vote.",
            ["Graham Neave", "Graham Neave"],
        ),
        ("Hatmaker Omar Roe said rents had doubled.", ["Omar Roe"]),
        ("“Rents doubled,” said the local stavemaker Anna Poe.", ["Anna Poe"]),
        (  # whose office is another may be called by a trade, if nobody else is
            "Hospital president Miriam Feld insists no patient came to harm.\n"
            "In a response to questions, the physician attributed the delay to the works.",
            ["Miriam Feld", "Miriam Feld"],
        ),
        # what only looks so: a verb before a name, an unlisted given name
        ("Rovers must outrun Thomas Poe to win, Ann Lee said.", ["Ann Lee"]),
        ("Yerlan Omar Roe said rents had doubled.", ["Yerlan Omar Roe"]),
    ],
)
def test_trades(text: str, speakers: list[str]) -> None:
    assert [said.speaker for said in read(text, "en")] == speakers
