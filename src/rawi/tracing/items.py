"""What tracing works on: every attribution of every report, with what can be compared of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from functools import cached_property
from typing import Final, cast

import numpy as np

from rawi.authority.names import fold_words
from rawi.authority.outlets import Authority
from rawi.authority.skeletons import skeleton
from rawi.records import Attribution, Report, Stance
from rawi.tracing.embedding import Vectors, embed
from rawi.tracing.facts import Facts, facts_of, words_of
from rawi.tracing.shown import shown_day

#: Contents of fewer words are told apart by their cue too, where it stands this near (characters).
_TELLING: Final = 4
_AROUND: Final = 160
_BONES: Final = 3
_WORD: Final = re.compile(r"\w+")


class Item:
    """One attribution: its place, its words, its speaker, its facts, its vector."""

    def __init__(self, source: Source, number: int, attribution: Attribution) -> None:
        report = source.report
        self.source = source
        self.number = number
        self.attribution = attribution
        self.text = " ".join(span.of(report.text) for span in attribution.content)
        self.headline = not attribution.cue and _in_first_line(attribution, report)
        speaker = attribution.speaker
        self.names: tuple[str, ...] = (speaker.name, *speaker.also) if speaker else ()
        #: names of which people decided that they are another person's
        self.apart_from: frozenset[str] = frozenset()
        self.anonymous = speaker is not None and speaker.anonymous
        self.kind = speaker.kind if speaker else None
        self.sequence = [word.casefold() for word in _WORD.findall(self.text)]
        self.words = frozenset(self.sequence)
        self.vector = np.zeros(0, np.float32)
        #: the vectors of its sentences, one row each; the content's own where it has one
        self.parts = np.zeros((0, 0), np.float32)
        self.name_vector = np.zeros(0, np.float32)

    @cached_property
    def facts(self) -> Facts:
        """What its content says that can be compared one by one."""
        return facts_of(self.text, self.source.report.language)

    @cached_property
    def stance(self) -> Stance | None:
        """How it speaks against what it reports, None where it does not."""
        return _stance(self.attribution, self.source.report)

    @cached_property
    def bones(self) -> list[str]:
        """What names are known by across scripts, in their order, each once."""
        # a small letter at the front tells that it is none
        named = (word for word in _WORD.findall(self.text) if not word[0].islower())
        found = (skeleton(folded) for word in named for folded in fold_words(word))
        return list(dict.fromkeys(bone for bone in found if len(bone) >= _BONES))

    @property
    def context(self) -> str:
        """Its content; with its cue where it is too short to tell what it is about."""
        spans = (*self.attribution.cue, *self.attribution.content)
        if not spans:
            return ""
        first, last = min(s.start for s in spans), max(s.end for s in spans)
        if len(self.sequence) >= _TELLING or last - first > _AROUND:
            return self.text
        return self.source.report.text[first:last]

    @cached_property
    def place(self) -> float:
        """Where in its report it stands, 0 (the beginning) to 1."""
        start = min((span.start for span in self.attribution.content), default=0)
        return start / max(1, len(self.source.report.text))

    @property
    def key(self) -> tuple[int, int]:
        return (self.source.number, self.number)

    @property
    def relays(self) -> tuple[str, ...]:
        """The outlets that it came through, nearest this report last."""
        return tuple(hop.name for hop in self.attribution.chain if hop.how == "relayed by")


def _in_first_line(attribution: Attribution, report: Report) -> bool:
    end = report.text.strip().find("\n")
    starts = [span.start for span in attribution.content]
    return end > 0 and bool(starts) and starts[0] < end


def _stance(attribution: Attribution, report: Report) -> Stance | None:
    """Return how a cue speaks against what it reports ("denied that …"), None where it does not."""
    words = words_of(report.language)
    cue = " ".join(span.of(report.text) for span in attribution.cue)
    kinds = words.stances.kinds(cue, words)
    return cast(Stance, kinds[0]) if kinds else None


class Standing(IntEnum):
    """What is known of a publisher: nothing, that it is an outlet, that others live on it."""

    UNKNOWN = 0
    KNOWN = 1
    AGENCY = 2


class Source:
    """One report as tracing sees it: its attributions, its other sentences, its time."""

    def __init__(self, number: int, report: Report) -> None:
        self.number = number
        self.report = report
        published = report.published or shown_day(report)
        #: when it was published: the beginning and the end of what is known of it, None for both
        #: where nothing is
        self.published = _instant(published)
        self.published_by = _end(self.published, published)
        self.items = [Item(self, n, a) for n, a in enumerate(report.attributions)]
        #: by how much its contents and those of another source, by its number, are liker than
        #: usual (see `company`)
        self.excesses: dict[int, float] = {}

    @cached_property
    def matrix(self) -> Vectors:
        """The vectors of its attributions, one row each."""
        return np.stack([item.vector for item in self.items])

    @cached_property
    def alike(self) -> Vectors:
        """The cosines of its attributions with each other."""
        return cast(Vectors, self.matrix @ self.matrix.T)

    @cached_property
    def cosines(self) -> tuple[float, ...]:
        """The cosines of every two of its attributions."""
        return tuple(self.alike[np.triu_indices(len(self.items), 1)].tolist())

    @cached_property
    def people(self) -> frozenset[str]:
        """The names of the people who speak in it."""
        return frozenset(
            name
            for said in self.report.attributions
            if said.speaker is not None and said.speaker.kind == "person"
            for name in (said.speaker.name, *said.speaker.also)
        )

    @cached_property
    def standing(self) -> Standing:
        """What is known of its publisher."""
        authority, report = Authority.load(), self.report
        outlet = authority.by_name(report.publisher) if report.publisher else None
        outlet = outlet or (authority.by_domain(report.url) if report.url else None)
        if outlet is None:
            return Standing.UNKNOWN
        return Standing.AGENCY if outlet.kind == "agency" else Standing.KNOWN

    @cached_property
    def occasions(self) -> tuple[str, ...]:
        """The kinds of occasion that its words tell of (`conference`, `post` …), in their order."""
        words = words_of(self.report.language)
        return words.occasions.kinds(self.report.text, words)


def _instant(value: str | None) -> datetime | None:
    """Return a time as far as it is known, UTC; None where there is none."""
    if not value:
        return None
    text = value.replace("Z", "+00:00")
    text += "-01-01"[(len(text) - 4) :] if len(text) in (4, 7) else ""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _end(start: datetime | None, value: str | None) -> datetime | None:
    """Return the end of the year, month or day that a time names; an instant is its own end."""
    if start is None or value is None:
        return start
    if len(value) == _DAY:
        return start + timedelta(days=1)
    if len(value) == _MONTH:
        return (start + timedelta(days=31)).replace(day=1)
    return start.replace(year=start.year + 1) if len(value) == _YEAR else start


#: Characters of a date that tells no more than its year, its month, its day.
_YEAR, _MONTH, _DAY = 4, 7, 10


def _sentences(item: Item) -> list[str]:
    """Return the sentences of a content, and its spans where it has several."""
    text = item.source.report.text
    found = [
        sentence.strip()
        for span in item.attribution.content
        for sentence in _SENTENCE.split(span.of(text))
    ]
    return [sentence for sentence in found if len(sentence) >= _SHORTEST][:_MOST]


_SENTENCE: Final = re.compile(r"(?<=[.!?\u061f\u2026])\s+")
#: Characters of a sentence that tells something, and sentences of a content that are looked at.
_SHORTEST: Final = 12
_MOST: Final = 6


def sources_of(reports: Iterable[Report], vectors: Vectors | None = None) -> list[Source]:
    """Return the reports ready for tracing, their vectors in place.

    `vectors` are those of all their attributions, in order, where they are known.
    """
    sources = [Source(number, report) for number, report in enumerate(reports)]
    items = [item for source in sources for item in source.items]
    if vectors is None:
        vectors = embed([item.context for item in items])
    for item, vector in zip(items, vectors, strict=True):
        item.vector = vector
    sentences = [_sentences(item) for item in items]
    parts = iter(embed([text for some in sentences if len(some) > 1 for text in some]))
    for item, some in zip(items, sentences, strict=True):
        rows = [next(parts) for _ in some] if len(some) > 1 else [item.vector]
        item.parts = np.stack(rows)
    names = sorted({item.names[0] for item in items if item.names})
    by_name = dict(zip(names, embed(names), strict=True))
    for item in items:
        if item.names:
            item.name_vector = by_name[item.names[0]]
    return sources


def statement_id(group: Iterable[Item]) -> str:
    """Return an id that tells nothing: that of the earliest item, whatever comes to it."""
    first = min(group, key=lambda item: (item.source.report.published or "9", *_place(item)))
    told = "\0".join(map(str, _place(first)))
    return f"s{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _place(item: Item) -> tuple[str, str]:
    return item.source.report.id, item.attribution.id
