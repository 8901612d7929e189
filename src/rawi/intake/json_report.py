"""One JSON object → Report.

`text` is needed; `id`, `title`, `publisher`, `url`, `published`, `modified`, `language`,
`authors`, `captions` and `credits` are taken where they are of use; every other key
(`attributions` among them) is passed over without being read.
"""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from rawi.errors import EncodingError, FormatError
from rawi.intake.published import is_iso
from rawi.intake.text import check_text, lone_surrogate
from rawi.records import Report

_STRINGS = ("title", "publisher", "url", "published", "modified", "language")
_LISTS = ("authors", "captions", "credits")
_WANTED = ("id", "text", *_STRINGS, *_LISTS)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")


def report_of_json(data: bytes, where: str, fallback_id: str) -> Report:
    """Return the Report in one JSON object, as `read_object` does."""
    return read_object(data, where, fallback_id)[0]


def read_object(data: bytes, where: str, fallback_id: str) -> tuple[Report, bool]:
    """Return the Report in one JSON object, and whether the object gives its id.

    `fallback_id` is the id where it has none.
    A member of a wrong type is left out with a warning, save `text`.  Raises FormatError
    or EncodingError naming `where`, InputError for an empty text.
    """
    members = _members(data, where)
    if "text" not in members:
        raise FormatError(where, 'no "text" in the object')
    text = members["text"]
    if not isinstance(text, str):
        raise FormatError(where, f'"text" is {_kind(text)}, not a string')
    check_text(text, where)
    warnings: list[str] = []
    id = _id(members.get("id"), warnings)
    given: dict[str, Any] = {key: _string(key, members.get(key), warnings) for key in _STRINGS}
    given |= {key: _strings(key, members.get(key), warnings) for key in _LISTS}
    report = Report(id=id or fallback_id, text=text, **given, warnings=tuple(warnings))
    return report, id is not None


def _members(data: bytes, where: str) -> dict[str, Any]:
    """Return the members that are wanted, decoded."""
    try:
        raw = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        return {key: msgspec.json.decode(raw[key]) for key in _WANTED if key in raw}
    except UnicodeDecodeError:
        raise EncodingError(where, "JSON that is not UTF-8") from None
    except RecursionError:
        raise FormatError(where, "JSON nested too deeply") from None
    except msgspec.ValidationError as error:
        raise FormatError(where, f"not a JSON object with a text: {error}") from None
    except msgspec.DecodeError as error:
        return _with_surrogates(data, where, str(error))


def _with_surrogates(data: bytes, where: str, fault: str) -> dict[str, Any]:
    """Read again what msgspec refused: lone surrogates may stand where they do no harm."""
    if b"\\u" not in data:
        raise FormatError(where, f"not JSON: {fault}")
    try:
        members = json.loads(data.decode("utf-8"), parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise EncodingError(where, "JSON that is not UTF-8") from None
    except RecursionError:
        raise FormatError(where, "JSON nested too deeply") from None
    except ValueError:
        raise FormatError(where, f"not JSON: {fault}") from None
    if not isinstance(members, dict):
        raise FormatError(where, f"{_kind(members)}, not a JSON object with a text")
    return members


def _refuse_constant(name: str) -> None:
    """NaN and the infinities are no JSON, though Python's own reader takes them."""
    raise ValueError(name)


def _id(value: Any, warnings: list[str]) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string("id", value, warnings)


def _string(key: str, value: Any, warnings: list[str]) -> str | None:
    """Return a member that is a string of use, None (with a warning) where it is not."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        warnings.append(f'"{key}" left out: it is {_kind(value)}, not a string')
    elif lone_surrogate(value) is not None:
        warnings.append(f'"{key}" left out: it holds a lone surrogate')
    elif key in ("published", "modified") and not is_iso(value):
        warnings.append(f'"{key}" left out: {value[:40]!r} is not ISO 8601')
    elif key == "language":
        return _language(value, warnings)
    else:
        return value
    return None


def _language(value: str, warnings: list[str]) -> str | None:
    """Return the language without its region: ar-EG → ar."""
    if found := _LANGUAGE.fullmatch(value):
        return found[1].lower()
    warnings.append(f'"language" left out: {value[:40]!r} is no ISO 639 code')
    return None


def _strings(key: str, value: Any, warnings: list[str]) -> tuple[str, ...]:
    """Return a member that is a list of strings, () where it is not."""
    if value is None:
        return ()
    if not isinstance(value, list):
        warnings.append(f'"{key}" left out: it is {_kind(value)}, not an array')
        return ()
    found = [_string(key, item, warnings) for item in value]
    return tuple(item for item in found if item is not None)


def _kind(value: Any) -> str:
    """Name the JSON type of a value."""
    if value is None:
        return "null"
    names = {bool: "a boolean", int: "a number", float: "a number", str: "a string"}
    return names.get(type(value), "an array" if isinstance(value, list) else "an object")
