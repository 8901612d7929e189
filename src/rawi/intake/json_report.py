"""One JSON object → Report.

`text` is needed, under this name or another that is mapped to it; the other fields are
taken where they are of use; every other key (`attributions` among them) is passed over
without being read.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from rawi.errors import EncodingError, FormatError
from rawi.intake.columns import Columns
from rawi.intake.row_report import kind_of, report_of_values
from rawi.records import Report

_MISSING = object()
#: Members that only an item of ninjs has; see `rawi.intake.ninjs`.
_NINJS = ("body_text", "body_xhtml", "body_html", "bodies", "versioncreated", "versionCreated",
          "headlines", "bodyText", "contentcreated", "contentCreated")  # fmt: skip


def report_of_json(data: bytes, where: str, fallback_id: str) -> Report:
    """Return the Report in one JSON object, as `read_object` does."""
    return read_object(data, where, fallback_id)[0]


def read_object(
    data: bytes, where: str, fallback_id: str, columns: Columns | None = None
) -> tuple[Report, bool]:
    """Return the Report in one JSON object, and whether the object gives its id.

    `fallback_id` is the id where it has none; `columns` says which member holds which
    field, None guesses it.  A member of a wrong type is left out with a warning, save
    the text.  Raises FormatError or EncodingError naming `where`, InputError for an empty
    text.
    """
    columns = columns or Columns({}, where)
    try:
        return _report(_members(data, where), where, fallback_id, columns)
    except RecursionError:
        raise FormatError(where, "JSON nested too deeply") from None
    except UnicodeDecodeError:
        raise EncodingError(where, "JSON that is not UTF-8") from None
    except msgspec.DecodeError as error:
        # Lone surrogates are legal in JSON and refused by msgspec; they may do no harm.
        members = _with_surrogates(data, where, str(error))
        return _report(members, where, fallback_id, columns)


def _report(
    members: dict[str, Any], where: str, fallback_id: str, columns: Columns
) -> tuple[Report, bool]:
    if is_ninjs(members) and not columns.asks_for_text:
        from rawi.intake.ninjs import ninjs_report

        return ninjs_report({key: _value(value) for key, value in members.items()}, where), True
    mapped = columns.of(tuple(members), where)
    found = ((field, _member(members, name)) for field, name in mapped.items())
    values = {field: value for field, value in found if value is not _MISSING}
    return report_of_values(values, where, fallback_id, mapped)


def is_ninjs(members: dict[str, Any]) -> bool:
    """Return whether the members are those of an item of ninjs."""
    return "uri" in members and "text" not in members and any(key in members for key in _NINJS)


def _member(members: dict[str, Any], name: str) -> Any:
    """Return a member, or one within a member: `article.body`."""
    if name in members:
        return _value(members[name])
    first, *rest = name.split(".")
    value = _value(members[first]) if first in members else _MISSING
    for key in rest:
        value = value.get(key, _MISSING) if isinstance(value, dict) else _MISSING
    return value


def _value(value: Any) -> Any:
    """Return a member decoded, where it is not yet."""
    return msgspec.json.decode(value) if isinstance(value, msgspec.Raw) else value


def _members(data: bytes, where: str) -> dict[str, Any]:
    """Return the members of an object, not yet decoded."""
    try:
        return msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except UnicodeDecodeError:
        raise EncodingError(where, "JSON that is not UTF-8") from None
    except msgspec.ValidationError as error:
        raise FormatError(where, f"not a JSON object with a text: {error}") from None


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
        raise FormatError(where, f"{kind_of(members)}, not a JSON object with a text")
    return members


def _refuse_constant(name: str) -> None:
    """NaN and the infinities are no JSON, though Python's own reader takes them."""
    raise ValueError(name)
