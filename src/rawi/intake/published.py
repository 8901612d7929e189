"""When a report was published: ISO 8601 (a year, a month, a day, an instant) or nothing."""

from __future__ import annotations

import re
from datetime import date, datetime

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?", re.ASCII
)


def is_iso(value: str) -> bool:
    """Return whether `value` is a year, a month, a day or an instant that exists, in ISO 8601."""
    try:
        if found := _PARTIAL.fullmatch(value):
            date(int(found[1]), int(found[2] or 1), 1)
        elif _DAY.fullmatch(value):
            date.fromisoformat(value)
        elif _INSTANT.fullmatch(value):
            datetime.fromisoformat(value)
        else:
            return False
    except ValueError:
        return False
    return True


def from_page(value: str) -> str | None:
    """Return a date of a page as ISO 8601, None where it is written in no form that is certain.

    Feeds and old pages write dates as mail does ("Wed, 21 Aug 2024 10:00:00 +0300").
    """
    value = value.strip()
    if is_iso(value):
        return value.replace(" ", "T", 1)
    from email.utils import parsedate_to_datetime  # 10 ms, for the few dates that need it

    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
