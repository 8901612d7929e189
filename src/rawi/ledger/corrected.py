"""What persons decided, laid over what the machine read.

A decision is anchored to a text, a place in it and the words there, never to a row: it holds
for whatever reading of that text there is, now or after an upgrade.  Where the page has changed
it goes with its words, if they stand in the new text once; if not, it is *unfit*, for a person
to look at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from rawi.records import Attribution, Report, Span, Spans, words

Action = Literal["accept", "reject", "amend", "withdraw"]

#: The share of all their characters that two contents have in common, to be about one statement.
SAME_PLACE = 0.5


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One decision.

    `content` is the place that it is about in the text of `text_hash`, `quote` the words there.
    `attribution` is what it is to be from now on (as it was read for "accept"), None for
    "reject" and "withdraw", which takes earlier decisions about the place back.  `by` is
    who, `at` when (seconds since 1970), `note` why.
    """

    id: int
    report: str
    text_hash: bytes
    content: Spans
    quote: str
    action: Action
    attribution: Attribution | None = None
    by: str
    at: int
    note: str | None = None


class Corrected(msgspec.Struct, frozen=True):
    """A report with its decisions: which attributions were decided, and what found no place."""

    report: Report
    decided: dict[str, Correction] = {}
    rejected: tuple[tuple[Attribution, Correction], ...] = ()
    unfit: tuple[Correction, ...] = ()


def corrected(
    report: Report,
    text_hash: bytes,
    decisions: Sequence[Correction],
    texts: Mapping[bytes, str | None],
) -> Corrected:
    """Lay decisions, the oldest first, over a reading of the text of `text_hash`.

    `texts` are the other texts that decisions are about, None for one that is gone.
    """
    attributions = list(report.attributions)
    decided: dict[str, Correction] = {}
    rejected = []
    unfit = []
    for one in standing(decisions):
        placed = one if one.text_hash == text_hash else _moved(one, texts, report.text)
        if placed is None:
            unfit.append(one)
            continue
        at = _found(placed, attributions, decided)
        if one.action == "reject":
            if at is not None:
                rejected.append((attributions.pop(at), one))
        elif placed.attribution is not None:
            name = f"c{one.id}" if at is None else attributions[at].id
            made = msgspec.structs.replace(placed.attribution, id=name)
            decided[name] = one
            if at is None:
                attributions.append(made)
            else:
                attributions[at] = made
    attributions.sort(key=_start)
    whole = msgspec.structs.replace(report, attributions=tuple(attributions))
    return Corrected(whole, decided, tuple(rejected), tuple(unfit))


def quote(content: Spans, text: str) -> str:
    """Return the words that a decision is anchored to."""
    return words(content, text)


def standing(decisions: Sequence[Correction]) -> list[Correction]:
    """Return the last decision about each place, those withdrawn left out."""
    last: dict[tuple[bytes, Spans], Correction] = {}
    for one in decisions:
        last[one.text_hash, one.content] = one
    return [one for one in last.values() if one.action != "withdraw"]


def _found(
    placed: Correction, attributions: Sequence[Attribution], decided: Mapping[str, Correction]
) -> int | None:
    """Return which attribution a decision is about; None where none is at its place."""
    shares = [
        (shared(placed.content, one.content), -at)
        for at, one in enumerate(attributions)
        if one.id not in decided
    ]
    if placed.attribution is not None:  # the machine may have come to read it as a person did
        shares += [
            (shared(placed.attribution.content, one.content), -at)
            for at, one in enumerate(attributions)
            if one.id not in decided
        ]
    share, at = max(shares, default=(0.0, 0))
    return -at if share >= SAME_PLACE else None


def shared(one: Spans, other: Spans) -> float:
    """Return the share of all their characters that two contents have in common."""
    ours = {at for span in one for at in range(span.start, span.end)}
    theirs = {at for span in other for at in range(span.start, span.end)}
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0


def _moved(one: Correction, texts: Mapping[bytes, str | None], text: str) -> Correction | None:
    """Return a decision at the place of its words in another text; None where they are not once."""
    before = texts.get(one.text_hash)
    if before is None:
        return None
    content = all_moved(one.content, before, text)
    if content is None:
        return None
    if one.attribution is None:
        return msgspec.structs.replace(one, content=content)
    attribution = _attribution_moved(one.attribution, before, text)
    if attribution is None:
        return None
    return msgspec.structs.replace(one, content=content, attribution=attribution)


def _attribution_moved(one: Attribution, before: str, text: str) -> Attribution | None:
    """Move all that an attribution rests on; what it rests on beside its words may be gone."""
    content, cue, source = (
        all_moved(spans, before, text) for spans in (one.content, one.cue, one.source)
    )
    if content is None or cue is None or source is None:
        return None
    speaker = one.speaker and msgspec.structs.replace(
        one.speaker, evidence=all_moved(one.speaker.evidence, before, text) or ()
    )
    chain = tuple(
        msgspec.structs.replace(hop, evidence=all_moved(hop.evidence, before, text) or ())
        for hop in one.chain
    )
    return msgspec.structs.replace(
        one, content=content, cue=cue, source=source, speaker=speaker, chain=chain,
        said_at=None, why=(),
    )  # fmt: skip


def all_moved(spans: Spans, before: str, text: str) -> Spans | None:
    """Return where the words of spans are in another text; None where one is not there once."""
    moved = []
    for span in spans:
        there = _once(span, before, text)
        if there is None:
            return None
        moved.append(there)
    return tuple(moved)


def _once(span: Span, before: str, text: str) -> Span | None:
    """Return where the words of a span are in another text.

    Words that stand there several times are told by what is around them, which must be the same.
    """
    for around in (0, 20, 60):
        start, end = max(0, span.start - around), min(len(before), span.end + around)
        sought = before[start:end]
        at = text.find(sought)
        if at < 0:
            return None
        if text.find(sought, at + 1) < 0:
            first = at + span.start - start
            return Span(first, first + span.end - span.start)
    return None


def _start(one: Attribution) -> tuple[int, int]:
    return (one.content[0].start, one.content[0].end) if one.content else (0, 0)
