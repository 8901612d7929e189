"""The credits of English reports: lines at the head and the foot, datelines, signatures."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

BODY = (
    "The keeper of the Brill light, Nan Oduya, said on Monday that the lamp would be kept.\n\n"
    "The lamp was lit in 1871 by a company of two brothers and has not been out for a night "
    "since then, not in the war and not in the long winter that came after it."
)

#: a line before the report or after it, and whom it credits
LINES = [
    ("By Nils Aker and agencies", ["agencies"]),
    ("By Nils Aker, with agencies", ["agencies"]),
    ("News Desk / Agencies", ["Agencies"]),
    ("By Nils Aker, Skerry Wire", ["Skerry Wire"]),
    ("By Nils Aker of the Skerry Wire news agency", ["Skerry Wire"]),
    ("Nils Aker in Brill for Skerry Wire", ["Skerry Wire"]),
    ("Story by Skerry Wire", ["Skerry Wire"]),
    ("via AP news wire", ["AP"]),
    ("Nils Aker", []),
    ("With additional input from APP", ["APP"]),
    ("(With inputs from agencies)", ["agencies"]),
    ("Additional reporting by Agence France-Presse", ["Agence France-Presse"]),
    ("Additional reporting by AFP and Nils Aker", ["AFP"]),
    ("Additional reporting by Nils Aker", []),
    ("The Associated Press contributed to this report.", ["The Associated Press"]),
    ("Associated Press writer Nils Aker contributed to this report.", ["Associated Press"]),
    ("Reuters and the Skerry Wire contributed to this report.", ["Reuters", "Skerry Wire"]),
    ("Nils Aker contributed to this report.", []),
    ("h/t Skerry Live", ["Skerry Live"]),
    ("Hat tip: Skerry Wire", ["Skerry Wire"]),
    ("This story was originally published by The Brill Echo.", ["The Brill Echo"]),
    (
        "This story was originally published by The Brill Echo and distributed through a "
        "partnership with Skerry Wire.",
        ["The Brill Echo", "Skerry Wire"],
    ),
    ("This article first appeared in the Brill Echo on 3 March.", ["Brill Echo"]),
    ("This article was produced in partnership with Skerry Wire.", ["Skerry Wire"]),
    ("Republished with permission from Skerry Wire", ["Skerry Wire"]),
    ("The original article can be found on Skerry Wire", ["Skerry Wire"]),
    ("This report was supplied by Skerry Wire, an agency based in Brill.", ["Skerry Wire"]),
    ("Distributed by Skerry Wire", ["Skerry Wire"]),
    ("Skerry Wire, with additional reporting by AFP", ["Skerry Wire", "AFP"]),
    ("News source: Skerry Wire", ["Skerry Wire"]),
    ("Copyright 2031 The Associated Press. All rights reserved.", ["The Associated Press"]),
    ("afp/dpa", ["afp", "dpa"]),
    ("The lamp was first published in the Brill Almanac", []),
    ("Photo courtesy of Reuters", []),
    ("Nils Aker is a reporter for Skerry Wire.", []),
    ("Tags: lamp, light", []),
]

#: what opens a report's first paragraph, and whom it credits
DATELINES = [
    ("BRILL (Skerry Wire/AFP) — ", ["Skerry Wire", "AFP"]),
    ("[Skerry Wire] Brill -- ", ["Skerry Wire"]),
    ("Brill, 3 March, Skerry Wire – ", ["Skerry Wire"]),
    ("Brill/Lorne, March 3, 2031 (AFP) – ", ["AFP"]),
    ("Brill (Norland), March 3, 2031 (AFP) – ", ["AFP"]),
    ("BRILL — ", []),
]


def _chains(text: str) -> set[tuple[str, ...]]:
    found = read(text)
    assert found
    return {one.chain for one in found}


@pytest.mark.parametrize(("line", "names"), LINES)
def test_a_line_at_the_foot(line: str, names: list[str]) -> None:
    assert _chains(f"Brill to keep its lamp\n\n{BODY}\n\n{line}") == {
        tuple(f"relayed by {name}" for name in names)
    }


@pytest.mark.parametrize(("line", "names"), LINES[:9])
def test_a_line_at_the_head(line: str, names: list[str]) -> None:
    assert _chains(f"Brill to keep its lamp\n\n{line}\n\n{BODY}") == {
        tuple(f"relayed by {name}" for name in names)
    }


@pytest.mark.parametrize(("dateline", "names"), DATELINES)
def test_a_dateline(dateline: str, names: list[str]) -> None:
    assert _chains(f"Brill to keep its lamp\n\n{dateline}{BODY}") == {
        tuple(f"relayed by {name}" for name in names)
    }
