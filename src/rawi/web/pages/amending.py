"""What a form says of an attribution, made an attribution: words become places in the text."""

from __future__ import annotations

from typing import Any

import msgspec

from rawi.errors import UsageError
from rawi.ledger.corrections import placed
from rawi.records import Attribution, Report, Spans, Speaker

_KINDS = ("person", "organisation", "document")
_TYPES = ("direct", "mixed", "indirect")


class Amendment(msgspec.Struct, frozen=True, kw_only=True):
    """What the form holds: several stretches stand on lines of their own."""

    content: str = ""
    cue: str = ""
    source: str = ""
    speaker: str = ""
    kind: str = "person"
    type: str = "indirect"
    anonymous: str = ""
    note: str = ""


def as_written(one: Attribution, report: Report) -> Amendment:
    """Return an attribution as the form shows it."""
    speaker = one.speaker
    return Amendment(
        content=_lines(one.content, report.text),
        cue=_lines(one.cue, report.text),
        source=_lines(one.source, report.text),
        speaker=speaker.name if speaker else "",
        kind=speaker.kind if speaker else "person",
        type=one.type,
        anonymous="yes" if speaker and speaker.anonymous else "",
    )


def amended(one: Attribution, report: Report, given: Amendment) -> Attribution:
    """Return an attribution as the form wants it.

    What was not changed keeps its places.  Raises UsageError for words that do not stand in
    the text, and where there is no content.
    """
    before = as_written(one, report)
    changed: dict[str, Any] = {}
    for name in ("content", "cue", "source"):
        words = getattr(given, name).replace("\r\n", "\n")
        if words != getattr(before, name):
            changed[name] = _places(words, report.text, one.content)
    if not changed.get("content", one.content):
        raise UsageError("an attribution needs content: the words that are passed on")
    if given.type not in _TYPES or given.kind not in _KINDS:
        raise UsageError("the type or the kind is none that there is")
    speaker = _speaker(one.speaker, given)
    return msgspec.structs.replace(one, **changed, type=given.type, speaker=speaker, why=())


def _lines(spans: Spans, text: str) -> str:
    # A stretch over several lines is one of several lines here: it is found again as it is.
    return "\n".join(span.of(text) for span in spans)


def _places(words: str, text: str, near: Spans) -> Spans:
    """Return where words stand: as one stretch if they do so, else line by line."""
    if not words.strip():
        return ()
    try:
        return (placed(words.strip("\n"), text, near),)
    except UsageError:
        lines = [line.strip() for line in words.split("\n") if line.strip()]
        return tuple(sorted(placed(line, text, near) for line in lines))


def _speaker(before: Speaker | None, given: Amendment) -> Speaker | None:
    name = given.speaker.strip()
    if not name:
        return None
    anonymous = bool(given.anonymous)
    if before is not None and before.name == name:
        return msgspec.structs.replace(before, kind=given.kind, anonymous=anonymous)
    made = Speaker(name=name, anonymous=anonymous)
    return msgspec.structs.replace(made, kind=given.kind)
