"""Attributions as the comparison needs them, checked as they are taken in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from rawi.scoring.text import Offsets, Tokens, fold

TYPES = ("direct", "mixed", "indirect")
Field = Literal["source", "speaker", "chain"]
FIELDS: tuple[Field, ...] = ("source", "speaker", "chain")


@dataclass(frozen=True)
class Name:
    """A name and the names that count as equal, all folded; `written` is as it was given."""

    name: str
    equals: frozenset[str]
    written: str


@dataclass(frozen=True)
class Marked:
    """One attribution: its parts as sets of token numbers, and its spans as given.

    `has` names the fields that the record has a key for; the others hold the
    value of an empty one.  `spans` has the keys content, cue and source.
    """

    content: frozenset[int]
    type: str
    source: frozenset[int]
    speaker: Name | None
    chain: tuple[Name, ...]
    has: frozenset[str]
    spans: dict[str, list[Offsets]]


def expect(condition: bool, fault: str) -> None:
    """Raise `ValueError` with the fault unless the condition holds."""
    if not condition:
        raise ValueError(fault)


def _spans(record: dict[str, Any], key: str, length: int) -> list[Offsets]:
    spans = record.get(key, [])
    expect(isinstance(spans, list), f"{key!r} is not a list of spans")
    for span in spans:
        expect(
            isinstance(span, list)
            and len(span) == 2
            and all(type(offset) is int for offset in span),
            f"{key!r} has {span!r} where a span [start, end] belongs",
        )
        expect(
            0 <= span[0] < span[1] <= length,
            f"{key!r} has the span {span}, which is empty or outside "
            f"the text of {length} characters",
        )
    return [(start, end) for start, end in spans]


def _name(value: Any, key: str) -> Name:
    expect(
        isinstance(value, dict) and isinstance(value.get("name"), str),
        f"{key!r} has {value!r} where an object with a 'name' belongs",
    )
    also = value.get("also") or []
    expect(
        isinstance(also, list) and all(isinstance(other, str) for other in also),
        f"'also' of {value['name']!r} is not a list of names",
    )
    name = fold(value["name"])
    return Name(name, frozenset([name, *map(fold, also)]), value["name"])


def _checked(record: Any) -> list[Any]:
    """Check what hangs on no text; return the chain."""
    expect(isinstance(record, dict), "an attribution is not an object")
    expect(bool(record.get("content")), "an attribution has no 'content'")
    expect(
        record.get("type") in TYPES,
        f"'type' is {record.get('type')!r}, not one of {', '.join(TYPES)}",
    )
    chain = record.get("chain") or []
    expect(isinstance(chain, list), "'chain' is not a list")
    return list(chain)


def marked(record: Any, tokens: Tokens) -> Marked:
    """Take in one attribution, as it stands in a file of reports.

    Raises `ValueError` that names the fault where it is malformed.
    """
    chain = _checked(record)
    spans = {key: _spans(record, key, tokens.length) for key in ("cue", "content", "source")}
    speaker = record.get("speaker")
    return Marked(
        content=tokens.within(spans["content"]),
        type=record["type"],
        source=tokens.within(spans["source"]),
        speaker=None if speaker is None else _name(speaker, "speaker"),
        chain=tuple(_name(hop, "chain") for hop in chain),
        has=frozenset(key for key in FIELDS if key in record),
        spans=spans,
    )
