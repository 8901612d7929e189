"""How a time line is to look, and in whose words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec


def _nowhere(kind: str, id: str) -> str | None:
    return None


def as_given(text: str) -> str:
    """Return a text as it is: the labels in English."""
    return text


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What the page around a time line decides.

    `width` is in CSS pixels, at least; `most` is how many lines are drawn before the rest is
    folded.  `prefix` begins every id, so that several drawings fit on one page.
    `right_to_left` lets time flow from the right, for a page that does.  `link` gives the
    address for ("report", its id), ("outlet", its id in the authority or name), ("speaker",
    name) or ("more", the id of the node below which carriers are folded, "" for the top); None
    where there is none.  `say` translates a label, `day` writes a day.
    """

    width: int = 960
    most: int = 40
    prefix: str = "timeline"
    right_to_left: bool = False
    link: Callable[[str, str], str | None] = _nowhere
    say: Callable[[str], str] = as_given
    day: Callable[[date], str] = date.isoformat
