"""Reports of several invented stories that touch each other, read once."""

from __future__ import annotations

from functools import cache

import msgspec

from rawi.pipeline import read
from rawi.records import Report

_HARBOUR = '"We will open the harbour in June if the stones arrive," said mayor Lev Korban.'
_TOWER = "Almost 30 percent of the town tower has been damaged, Otrada mayor Lev Korban said."
_BOAT = '"The last boat leaves at noon," said captain Ada Lind.'
_FOLLOW = '"Follow us on every channel," the editors said.'

#: id, publisher, published (None is unknown), text
_REPORTS = (
    ("a1", "Quaywire", "2031-05-04T09:10:00Z", f"OTRADA. /Quaywire/. {_HARBOUR}\n\n{_TOWER}"),
    ("a2", "Harbour Post", "2031-05-04T12:00:00Z", f"{_HARBOUR}\n\n{_FOLLOW}\n\nSource: Quaywire"),
    ("a3", "Harbour Post", None, f"{_HARBOUR}\n\n{_TOWER}\n\nSource: Quaywire"),
    ("a4", "Otrada Daily", "2031-05-05T07:00:00Z", _TOWER.replace("30", "40")),
    ("a5", "Otrada Daily", "2031-05-06T07:00:00Z", f"{_BOAT}\n\n{_TOWER}"),
    ("a6", "Quaywire", "2031-05-04T10:00:00Z", f"{_BOAT} {_FOLLOW}"),
    ("a7", "Harbour Post", "2031-06-20T10:00:00Z", f"{_BOAT}\n\n{_FOLLOW}"),
    ("a8", "Island News", "2031-06-21T10:00:00Z", f"{_FOLLOW}"),
    ("a9", "Island News", "2031-05-04T11:00:00Z", f"{_HARBOUR}\n\n{_BOAT}"),
)  # fmt: skip


@cache
def stories() -> tuple[Report, ...]:
    """Return the reports."""
    return tuple(
        msgspec.structs.replace(
            read(text, language="en", publisher=publisher, published=published), id=key
        )
        for key, publisher, published, text in _REPORTS
    )
