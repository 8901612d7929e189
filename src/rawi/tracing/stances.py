"""Who speaks against a statement: denials, retractions, doubts, and those who say the opposite.

A denial is known by its words ("denied", "dismissed as", "withdraws the report"), or because
somebody else says of the same matter that it is not so.  Which statement it is against is told by
what the sentence of the denial is like, among those that were out before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, cast

import msgspec
import numpy as np

from rawi.authority.names import fold_words
from rawi.authority.skeletons import skeleton
from rawi.records import Stance
from rawi.tracing.embedding import Vectors
from rawi.tracing.facts import words_of
from rawi.tracing.items import Item, Source
from rawi.tracing.similarity import WINDOW, speaker_agreement
from rawi.tracing.story import Story

#: From this likeness on a denial, and what is merely negated, is of a statement.
DENIED: Final = 0.42
OPPOSITE: Final = 0.5
#: The same of words that somebody denies having said: it is known whose they are.
OWN: Final = 0.35
#: What each doubling of the reports that carry a statement adds: what spread is what is denied.
SPREAD: Final = 0.06
#: What a name that both bear adds, and what none takes away.
NAME: Final = 0.05
#: What it adds that the report tells it right before the denial, as another's words.
NEXT: Final = 0.15
#: Words of a denier that are like what is denied to this degree are of it.
ABOUT: Final = 0.1
#: The kind of a sentence in which a report takes back what it told.
RETRACTS: Final = "retracts"
#: The kind of a sentence in which somebody denies having said something.
DISOWNS: Final = "disowns"
#: What is denied in no more words than so is named elsewhere: "That is not true."
_BARE: Final = 7
#: Consonants of a name that tells something.
_BONES: Final = 3
_WORD: Final = re.compile(r"\w+")
#: Speakers that agree no better than so are two.
OTHERS: Final = 0.4
SAME: Final = 0.8
#: Members by which a statement is known.
_LEADS: Final = 3


class Opposition(msgspec.Struct, frozen=True):
    """An attribution that speaks against a statement, and how."""

    item: Item
    stance: Stance


class _Voice(msgspec.Struct, frozen=True):
    """What may speak against a statement: the attribution, and the vectors of it and its sentences.

    `cue` says that its words say that it denies, not only what it says; `kind` how, where no cue
    of the attribution tells it: `RETRACTS` (a report takes back what it told itself), `DISOWNS`
    (somebody denies having said so) or a stance.  `bare` tells that its words do not say what is
    denied; `names` are the skeletons of names in it and of who says it.
    """

    item: Item
    vectors: Vectors
    stance: Stance
    cue: bool
    kind: str
    bare: bool
    names: frozenset[str]


def against(story: Story) -> dict[int, list[Opposition]]:
    """Return for each statement those who speak against it, a report once."""
    found: dict[int, dict[int, Opposition]] = {}
    leads = _Leads(story)
    for source in story.sources:
        heard = False
        # what a report denies in so many words is not sought once more in what else it says
        for voice in sorted(_voices(story, source), key=lambda voice: not voice.cue):
            if heard and not voice.cue:
                break
            for number in _targets(story, leads, voice):
                heard = True
                found.setdefault(number, {}).setdefault(
                    source.number, Opposition(voice.item, voice.stance)
                )
    for number, by_report in found.items():
        _pass_on(story, number, by_report)
    return {number: list(by_report.values()) for number, by_report in found.items()}


def _pass_on(story: Story, number: int, found: dict[int, Opposition]) -> None:
    """Add the reports that pass on the words with which one denies, by which they are known.

    Who quotes "not a brick will be sold" carries the denial, though only another report says
    that it is one.
    """
    seen: set[int] = set()
    for voice in list(found.values()):
        for other in _denying_words(story, voice, number):
            words = story.statement[other.key]
            for peer in () if words in seen else story.groups[words]:
                alike = float(peer.vector @ other.vector) >= DENIED and _negated(peer)
                if alike and speaker_agreement(peer, voice.item) >= SAME:
                    found.setdefault(peer.source.number, Opposition(peer, voice.stance))
            seen.add(words)


def _denying_words(story: Story, voice: Opposition, number: int) -> Iterator[Item]:
    """Yield what a report that denies a statement quotes its denier as saying of it is not so."""
    if voice.stance != "denies":
        return
    denied = np.stack([item.vector for item in story.groups[number][:_LEADS]])
    for other in voice.item.source.items:
        of_it = story.statement[other.key] != number and _negated(other)
        if of_it and float((denied @ other.vector).max()) >= ABOUT:
            if speaker_agreement(other, voice.item) >= SAME:
                yield other


class _Leads:
    """The statements by the vectors of a few members each; those that only deny are left out."""

    def __init__(self, story: Story) -> None:
        rows: list[tuple[int, Item]] = []
        for number, group in enumerate(story.groups):
            plain = [item for item in group if item.stance is None and not _denies(item)]
            if len(plain) * 2 >= len(group):
                by_time = sorted(plain, key=lambda item: item.source.report.published or "9")
                rows += [(number, item) for item in by_time[:_LEADS]]
        self.numbers = np.array([number for number, _ in rows], np.int64)
        self.items = [item for _, item in rows]
        vectors = [item.vector for item in self.items]
        self.vectors = np.stack(vectors) if vectors else np.zeros((0, 0), np.float32)

    def like(self, vectors: Vectors, least: float) -> Iterator[tuple[int, Item, float]]:
        """Yield the statements, with the member, that are like one of some vectors."""
        if not self.items or not len(vectors):
            return
        scores = (vectors @ self.vectors.T).max(axis=0)
        for row in np.nonzero(scores >= least)[0]:
            yield int(self.numbers[row]), self.items[int(row)], float(scores[row])


def _denies(item: Item) -> bool:
    """Say whether what an item says is that something is false."""
    words = words_of(item.source.report.language)
    return bool(words.denials.kinds(item.text, words))


def _negated(item: Item) -> bool:
    """Say whether an item says that something is not so: more than a "without"."""
    words = words_of(item.source.report.language)
    return item.facts.negations > len(words.without.kinds(item.text, words))


def _voices(story: Story, source: Source) -> Iterator[_Voice]:
    """Yield what in a report may speak against a statement of others."""
    taken: set[int] = set()
    units = story.units[source.number]
    for item in source.items:
        if item.stance is not None:
            rows = _sentences(story, item)
            taken.update(rows)
            vectors = np.stack([item.vector, *(units.vectors[row] for row in rows)])
            names = _names(item, " ".join(units.texts[row] for row in rows))
            yield _Voice(item, vectors, item.stance, True, item.stance, False, names)
        elif _negated(item):
            vectors = np.stack([item.vector])
            yield _Voice(item, vectors, "denies", False, "", False, _names(item, item.text))
    yield from _unread(story, source, taken)


def _sentences(story: Story, item: Item) -> list[int]:
    """Return the numbers of the sentences in which an attribution's cue and content stand."""
    spans = item.attribution.cue or item.attribution.content
    text = item.source.report.text
    return [
        row
        for row, (start, end) in enumerate(_places(story, item.source.number, text))
        if any(span.start < end and start < span.end for span in spans)
    ]


def _places(story: Story, number: int, text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a report stands."""
    places, at = [], 0
    for sentence in story.units[number].texts:
        start = max(text.find(sentence, at), 0)
        at = start + len(sentence)
        places.append((start, at))
    return places


def _unread(story: Story, source: Source, taken: set[int]) -> Iterator[_Voice]:
    """Yield the sentences that deny in words that no attribution was read from."""
    if not source.items:
        return
    words = words_of(source.report.language)
    units = story.units[source.number]
    for row, place in enumerate(_places(story, source.number, source.report.text)):
        kinds = () if row in taken else words.denials.kinds(units.texts[row], words)
        if kinds:
            near = min(source.items, key=lambda item: abs(_start(item) - place[0]))
            stance = "denies" if kinds[0] in (RETRACTS, DISOWNS) else cast(Stance, kinds[0])
            names = _names(near, units.texts[row])
            inside = place[0] <= _start(near) < place[1]
            said = near.text if inside else units.texts[row]
            bare = len(_WORD.findall(said)) <= _BARE
            vectors = units.vectors[row : row + 1]
            yield _Voice(near, vectors, stance, True, kinds[0], bare, names)


def _names(item: Item, text: str) -> frozenset[str]:
    """Return the skeletons of names in a text, and of the name of who says the item."""
    words = [word for word in _WORD.findall(text) if not word[0].islower()]
    words += [word for name in item.names for word in _WORD.findall(name)]
    bones = (skeleton(folded) for word in words for folded in fold_words(word))
    return frozenset(bone for bone in bones if len(bone) >= _BONES)


def _start(item: Item) -> int:
    return min((span.start for span in item.attribution.content), default=0)


def _targets(story: Story, leads: _Leads, voice: _Voice) -> list[int]:
    """Return the statements that a voice speaks against."""
    least = OWN if voice.kind == DISOWNS else DENIED if voice.cue else OPPOSITE
    scores: dict[int, float] = {}
    for number, lead, like in leads.like(voice.vectors, least - NEXT):
        if _may_be_of(story, voice, number, lead):
            like += SPREAD * float(np.log2(len(story.carriers.get(number, ())) or 1))
            like += NAME if _of_one_matter(voice, lead) else -NAME
            like += NEXT if voice.cue and _told_before(story, voice.item, number) else 0.0
            scores[number] = max(scores.get(number, 0.0), like)
    best = max(scores, key=lambda n: (scores[n], -n), default=None)
    targets = set(_carried(story, voice)) if voice.cue else set()
    if voice.bare and not targets:
        targets = set(_pointed_at(story, voice.item))
    settled = targets and (voice.bare or voice.kind == RETRACTS or voice.stance == "questions")
    if best is not None and scores[best] >= least and not settled:
        targets.add(best)
    return sorted(targets)


def _may_be_of(story: Story, voice: _Voice, number: int, lead: Item) -> bool:
    """Say whether a voice may be against a statement: another's, and out before it."""
    item = voice.item
    if number == story.statement[item.key]:
        return False
    first, second = lead.source.published, item.source.published
    if first is not None and second is not None and not (first <= second <= first + WINDOW):
        return False
    has_it = number in story.of_source[item.source.number]
    here = [o for o in item.source.items if has_it and story.statement[o.key] == number]
    if here and not (voice.cue and _passed_on(story, item, here)):
        return False
    agreement = speaker_agreement(item, lead)
    if not voice.cue:
        return agreement <= OTHERS and not lead.facts.negations and _of_one_matter(voice, lead)
    if voice.kind == DISOWNS:
        return agreement > OTHERS and len(story.carriers.get(number, ())) > 1
    return bool(here) or agreement < SAME or not _repeats(story, item, number)


def _told_before(story: Story, item: Item, number: int) -> bool:
    """Say whether the words before an item, in its report, are of a statement."""
    before = item.source.items[item.number - 1] if item.number else None
    return before is not None and story.statement[before.key] == number


def _passed_on(story: Story, item: Item, here: Sequence[Item]) -> bool:
    """Say whether a report has what it tells from others than who speaks against it there."""
    spread = len(story.carriers[story.statement[here[0].key]]) > 1
    return spread and all(
        bool(set(other.relays) - set(item.relays)) or speaker_agreement(other, item) <= OTHERS
        for other in here
    )


def _of_one_matter(voice: _Voice, lead: Item) -> bool:
    """Say whether what one says, or who says it, bears a name that the other says.

    Endings differ between languages: the one may begin as the other.
    """
    return any(
        bone.startswith(other) or other.startswith(bone)
        for bone in voice.names
        for other in lead.bones
    )


def _repeats(story: Story, item: Item, number: int) -> bool:
    """Say whether a report tells in its own right what those who carry a statement tell."""
    return any(
        not other.relays
        and other.stance is None
        and len(story.groups[story.statement[other.key]]) > 1
        and any(
            peer.source.number in story.carriers[number]
            for peer in story.groups[story.statement[other.key]]
        )
        for other in item.source.items
    )


def _carried(story: Story, voice: _Voice) -> list[int]:
    """Return the statements that the report itself passes on and that its voice is against.

    A denial is of what the report has from another outlet, a retraction of what it told itself,
    a doubt of what it told before.
    """
    item = voice.item
    own = story.statement[item.key]
    others = [o for o in item.source.items if story.statement[o.key] != own and o.stance is None]
    spread = [o for o in others if len(story.groups[story.statement[o.key]]) > 1]
    if voice.kind == RETRACTS:
        return [story.statement[o.key] for o in _told(story, item)][:1]
    if voice.stance == "denies":
        told = [
            o
            for o in spread
            if set(o.relays) - set(item.relays) and speaker_agreement(o, item) >= SAME
        ]
        return [story.statement[o.key] for o in told]
    before = [o for o in spread if o.number < item.number and speaker_agreement(o, item) <= OTHERS]
    return [story.statement[before[0].key]] if before else []


def _pointed_at(story: Story, item: Item) -> list[int]:
    """Return the statement that "that is not true" is of: the last that another was told to say.

    Where a report begins with it, the first that it tells of another.
    """
    spread = [
        other
        for other in item.source.items
        if other.stance is None
        and len(story.carriers[story.statement[other.key]]) > 1
        and speaker_agreement(other, item) <= OTHERS
    ]
    before = [other for other in spread if other.number < item.number]
    pointed = [*before[-1:], *spread[:1]][:1]
    return [story.statement[other.key] for other in pointed]


def _told(story: Story, item: Item) -> list[Item]:
    """Return what a report tells up to an attribution that another report has too."""
    return [
        other
        for other in item.source.items
        if other.number <= item.number and len(story.carriers[story.statement[other.key]]) > 1
    ]
