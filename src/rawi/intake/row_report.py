"""Values by field, from a row of a table or a JSON object → Report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from rawi.errors import FormatError
from rawi.intake.published import from_page
from rawi.intake.text import check_text, lone_surrogate
from rawi.records import Report

_STRINGS = ("title", "publisher", "url", "published", "modified", "language")
_LISTS = ("authors", "captions", "credits")
_DATES = ("published", "modified")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
_MANY = re.compile(r"\s*[;|\n]\s*")

#: Seconds and milliseconds since 1970 for the years 1990 to 2100: what else is a number is no date.
_SECONDS = range(631_152_000, 4_102_444_800)


def report_of_values(
    values: Mapping[str, Any], where: str, fallback_id: str, names: Mapping[str, str]
) -> tuple[Report, bool]:
    """Return the Report of values by field, and whether they give its id.

    `names` are the columns that they come from, for messages.  A value of a wrong type is
    left out with a warning, save the text: raises FormatError naming `where`, InputError
    for an empty text.
    """
    text = values.get("text")
    if not isinstance(text, str):
        column = names.get("text", "text")
        if "text" not in values:
            raise FormatError(where, f'no "{column}" in it')
        raise FormatError(where, f'"{column}" is {kind_of(text)}, not a string')
    check_text(text, where)
    warnings: list[str] = []
    id = _id(values.get("id"), warnings)
    given: dict[str, Any] = {key: _string(key, values.get(key), warnings) for key in _STRINGS}
    given |= {key: _strings(key, values.get(key), warnings) for key in _LISTS}
    report = Report(id=id or fallback_id, text=text, **given, warnings=tuple(warnings))
    return report, id is not None


def kind_of(value: Any) -> str:
    """Name the JSON type of a value."""
    if value is None:
        return "null"
    names = {bool: "a boolean", int: "a number", float: "a number", str: "a string"}
    return names.get(type(value), "an array" if isinstance(value, list) else "an object")


def _id(value: Any, warnings: list[str]) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string("id", value, warnings)


def _string(key: str, value: Any, warnings: list[str]) -> str | None:
    """Return a value that is a string of use, None (with a warning) where it is not."""
    if value is None or value == "":
        return None
    if key in _DATES:
        return _date(key, value, warnings)
    if isinstance(value, Mapping):  # an object with a name: {"id": "bbc", "name": "BBC"}
        value = value.get("name", value)
    if not isinstance(value, str):
        warnings.append(f'"{key}" left out: it is {kind_of(value)}, not a string')
    elif lone_surrogate(value) is not None:
        warnings.append(f'"{key}" left out: it holds a lone surrogate')
    elif key == "language":
        return _language(value, warnings)
    else:
        return value
    return None


def _date(key: str, value: Any, warnings: list[str]) -> str | None:
    """Return a date as ISO 8601: of a string, of a table's own date, of seconds since 1970."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and (found := from_page(value)):
        return found
    number = int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value
    if isinstance(number, int | float) and not isinstance(number, bool):
        for seconds in (number, number / 1000):
            if int(seconds) in _SECONDS:
                return f"{datetime.fromtimestamp(int(seconds), UTC):%Y-%m-%dT%H:%M:%SZ}"
    shown = repr(value[:40]) if isinstance(value, str) else kind_of(value)
    warnings.append(f'"{key}" left out: {shown} is not ISO 8601')
    return None


def _language(value: str, warnings: list[str]) -> str | None:
    """Return the language without its region: ar-EG → ar."""
    if found := _LANGUAGE.fullmatch(value):
        return found[1].lower()
    warnings.append(f'"language" left out: {value[:40]!r} is no ISO 639 code')
    return None


def _strings(key: str, value: Any, warnings: list[str]) -> tuple[str, ...]:
    """Return a value that is a list of strings, () where it is not."""
    if value is None or value == "":
        return ()
    if isinstance(value, str):
        # One string may name several authors; captions and credits may hold such marks.
        value = _MANY.split(value) if key == "authors" else [value]
    if not isinstance(value, list):
        warnings.append(f'"{key}" left out: it is {kind_of(value)}, not an array')
        return ()
    found = [_string(key, item, warnings) for item in value]
    return tuple(item for item in found if item is not None)
