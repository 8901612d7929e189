"""The report's own credit: line at the foot, dateline."""

from __future__ import annotations

import pytest
from sentences import chains, read

BODY = "قالت وزارة النقل إن الميناء مغلق.\n\nوأكدت الوزارة أن السفن حولت إلى ميناء آخر."


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("المصدر: رويترز", ["رويترز"]),
        ("المصدر: وكالة رويترز", ["رويترز"]),
        ("المصدر : رويترز", ["رويترز"]),
        ("المصدر: وكالات", ["وكالات"]),
        ("المصدر: رويترز + فرانس برس", ["رويترز", "فرانس برس"]),
        ("المصدر: رويترز، رويترز", ["رويترز"]),
    ],
)
def test_the_credit_line_carries_every_statement(line: str, names: list[str]) -> None:
    expected = [(name, "relayed by") for name in names]
    assert chains(f"{BODY}\n\n{line}") == [expected, expected]


@pytest.mark.parametrize(
    "dateline",
    ["بيروت (رويترز) - ", "القاهرة - رويترز: ", "نيويورك - 3 مارس (رويترز) - "],
)
def test_the_dateline_carries_every_statement(dateline: str) -> None:
    expected = [("رويترز", "relayed by")]
    assert chains(dateline + BODY) == [expected, expected]


def test_without_a_credit_there_is_no_hop() -> None:
    assert chains(BODY) == [[], []]


def test_a_hop_of_the_credit_is_written_once_for_all() -> None:
    text = f"{BODY}\n\nالمصدر: رويترز"
    first, second = (one.chain[0] for one in read(text).attributions)
    assert first == second
    assert first.evidence[0].start > text.index("المصدر") - 1
