"""The date of publication, as a page or a feed gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rawi.reading.dates.calendars import Value, instant_value, iso_value, month_value, year_value
from rawi.reading.dates.fold import fold_table
from rawi.reading.dates.grammar import DateGrammar

# A page's own date is short; what is longer is text.
_LONGEST = 200
_YEAR_OR_MONTH = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_UTC = re.compile(r" ?(?:utc|gmt|z)$")


def parse_published(value: str, grammars: Sequence[DateGrammar] | None = None) -> Value | None:
    """Return what a `published` says, as ISO 8601 and its precision; None if it is no date.

    Reads ISO 8601 (a year, a month, a day, an instant), the dates of mail and
    feeds (`Wed, 21 Aug 2024 14:30:00 +0000`), and what the grammars find;
    without `grammars`, those of every language that has one.
    """
    written = value[:_LONGEST].translate(_figures()).strip()
    iso = _iso(written) or _mail(written)
    if iso is not None:
        return iso
    for grammar in _all_grammars() if grammars is None else grammars:
        found = [one for one in grammar.find(written) if one.kind == "absolute"]
        if found:
            fine = [one for one in found if one.precision in ("day", "instant")]
            best = (fine or found)[0]
            return best.value, best.precision
    return None


def _iso(written: str) -> Value | None:
    coarse = _YEAR_OR_MONTH.fullmatch(written)
    if coarse:
        year, month = coarse.groups()
        return month_value(int(year), int(month)) if month else year_value(int(year))
    return iso_value(_UTC.sub("z", written))


def _mail(written: str) -> Value | None:
    if ":" not in written:  # without a time it is no instant
        return None
    from email.utils import parsedate_to_datetime  # 10 ms, for the few dates that need it

    try:
        return instant_value(parsedate_to_datetime(written))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


@lru_cache(maxsize=1)
def _figures() -> dict[int, str | None]:
    return fold_table({})


@lru_cache(maxsize=1)
def _all_grammars() -> tuple[DateGrammar, ...]:
    from importlib.resources import files  # for pages only; with what it imports, 8 ms

    folders = sorted(files("rawi").joinpath("languages").iterdir(), key=lambda entry: entry.name)
    tables = [folder.joinpath("dates.toml") for folder in folders if folder.is_dir()]
    return tuple(DateGrammar.load(table) for table in tables if table.is_file())
