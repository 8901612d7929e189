"""Who took it from whom: the declared credits first, then what the wording gives away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations
from typing import Final

import msgspec

from rawi.authority.skeletons import outlet_likeness, short_for
from rawi.records import DerivationKind as Kind
from rawi.records import Report
from rawi.tracing.credits import OUTLET, Credit, by_outlet, credits_of, passes_on
from rawi.tracing.items import Item, Source
from rawi.tracing.links import UNKNOWN
from rawi.tracing.similarity import WINDOW, speaker_agreement
from rawi.tracing.story import Story

#: Without a declared relay, a parent is inferred from this score on; with one, from the lower.
INFERRED: Final = 0.45
CREDITED: Final = 0.28
#: Below this score an inferred parent is akin, and perhaps no more than a sibling: of seven such on
#: three real stories none was right, of one in the open written ones one.
SURE: Final = 0.42
#: A first-hand report (its own occasion, no relay) has a parent only where what it says in its
#: own words is shared too: score and share of the background together from here on.
FIRST_HAND: Final = 0.78
#: Within a language, copies keep this share of three-word runs; translations of one text do not.
VERBATIM: Final = 0.5
#: Copies, even where other people are named as speakers, keep this share.
WHOLE: Final = 0.75


class Edge(msgspec.Struct, frozen=True):
    """Report `child` took statements from `parent`; numbers of sources, or an outlet's name.

    `slight` says that they are akin and no more is sure: it ties them, and is not shown.
    """

    child: int
    parent: int
    kind: Kind
    declared: bool
    score: float
    statements: tuple[int, ...]
    reasons: tuple[str, ...]
    slight: bool = False


def derive(story: Story) -> list[Edge]:
    """Return the edges of all sources, a directed acyclic graph.

    Declared parents come first, then the others from the best explained report on; a report
    whose best parent would close a circle takes its next best.
    """
    choices = [_choices(story, number) for number in range(len(story.sources))]
    kept: list[Edge] = []
    parents: dict[int, set[int]] = {}

    def keep(edge: Edge) -> bool:
        if _reaches(parents, edge.parent, edge.child):
            return False
        kept.append(edge)
        parents.setdefault(edge.child, set()).add(edge.parent)
        return True

    for edge in _decided(story):
        keep(edge)
    for choice in choices:
        for edge in choice.declared:
            keep(edge)
    settled = set(parents)
    for possible in ([c.inferred for c in choices], [c.named for c in choices]):
        waiting = [(-e.score, e.child, n) for some in possible for n, e in enumerate(some)]
        for _, child, number in sorted(waiting):
            if child not in settled and keep(possible[child][number]):
                settled.add(child)
    for choice in choices:
        for edge in choice.told:
            if edge.parent not in _ancestors(parents, edge.child):
                keep(edge)
    for choice in choices:
        for edge in choice.beside:
            if _brings(story, edge, parents.get(edge.child, set())) and not _are_of_one_line(
                parents, edge.parent, edge.child
            ):
                keep(edge)
    return sorted(kept, key=lambda e: (e.child, e.parent))


def _decided(story: Story) -> Iterator[Edge]:
    """Yield the edges that persons decided."""
    for (child, parent), why in sorted(story.settled.derived.items()):
        edge = _edge(story, child, parent, False, 1.0, [], None)
        yield msgspec.structs.replace(edge, reasons=(why, *edge.reasons))


class Choices(msgspec.Struct, frozen=True):
    """The parents that a report declares, and those that it may have, the likeliest first.

    `told` are reports of channels to which the words were said: they came through these, if
    perhaps not straight.  `named` are those of outlets that the report names somewhere in its
    text: taken where there is nothing better; `beside` those of them that may stand beside
    another parent.
    """

    declared: list[Edge]
    inferred: list[Edge]
    told: list[Edge]
    named: list[Edge]
    beside: list[Edge]


def _choices(story: Story, number: int) -> Choices:
    source = story.sources[number]
    outlets = by_outlet(credits_of(source))
    near = _candidates(story, number, outlets)
    scores = {p: _score(story, number, p) for p in near if not _later(story, p, number)}
    early = [p for p in near if p not in scores and not _later(story, p, number, by=LIES)]
    strong, told = _credited_parents(story, number, outlets, scores, early)
    kind: Kind | None = "merge" if len(strong) > 1 else None
    possible, doubtful = _possible(story, number, scores, strong, told)
    others = [p for p in scores if p not in strong and p not in told and scores[p] >= BESIDE]
    return Choices(
        declared=[
            _edge(story, number, parent, True, scores[parent], statements, kind)
            for parent, statements in sorted(strong.items())
        ],
        inferred=possible,
        told=[
            _edge(story, number, parent, True, scores[parent], statements, None)
            for parent, statements in sorted(told.items())
        ],
        named=[] if possible or strong else _named(story, number, doubtful, scores),
        beside=_named(story, number, others, scores, "merge"),
    )


#: Parents, with the statements that the report has from them.
_Parents = dict[int, list[int]]


def _credited_parents(
    story: Story,
    number: int,
    outlets: Mapping[str, Sequence[Credit]],
    scores: dict[int, float],
    early: Sequence[int],
) -> tuple[_Parents, _Parents]:
    """Return the parents that a report credits, and those to whom the words were said.

    `early` are reports that are older by a lying clock alone; the scores of those that are
    credited join `scores`.
    """
    told: _Parents = {}
    strong: _Parents = {}
    for name, items in outlets.items():
        parent = _credited(story, items, name, scores)
        if parent is None:
            late = {p: _score(story, number, p) for p in _published_by(story, name, early)}
            parent = _credited(story, items, name, late)
            if parent is None:
                continue
            scores[parent] = late[parent]
        # words said to a channel may have come through another who does not say so
        relayed = any(c.how == "relayed by" for c in items) or len(outlets) > 1
        among = strong if relayed else told
        among.setdefault(parent, []).extend(story.statement[c.item.key] for c in items)
    return strong, told


def _possible(
    story: Story,
    number: int,
    scores: Mapping[int, float],
    strong: _Parents,
    told: _Parents,
) -> tuple[list[Edge], list[int]]:
    """Return the parents that the wording gives away, and those that it leaves in doubt."""
    source = story.sources[number]
    relayed = passes_on(source)
    first_hand = not relayed and not told and _first_hand(source)
    least = CREDITED if relayed or told else FIRST_HAND if first_hand else INFERRED
    possible: list[Edge] = []
    doubtful: list[int] = []
    for peer in sorted(scores, key=lambda p: (-scores[p] - _SAID_TO * (p in told), p)):
        score = scores[peer] + _SAID_TO * (peer in told)
        if peer not in told and peer not in strong and _has_it_from(story, peer, source):
            continue
        text = story.shared(number, peer)
        if text.literal < WHOLE and _others_speak(story, number, peer):
            continue
        likely = score + (text.background or 0.0) if first_hand else score
        if (likely >= least and score >= CREDITED + 0.1 * first_hand) or text.literal >= VERBATIM:
            shared = _carried(story, number, peer)
            edge = _edge(story, number, peer, peer in told, score, shared, None)
            slight = score < SURE and text.literal < VERBATIM and peer not in told
            possible.append(msgspec.structs.replace(edge, slight=slight))
        elif score >= MENTIONED:
            doubtful.append(peer)
    return possible, doubtful


_SAID_TO: Final = 0.15
#: A report whose outlet is named in the text is a parent from this score on.
MENTIONED: Final = 0.15
#: The same, where it has another parent already: told by the open stories.
BESIDE: Final = 0.2
#: Clocks may lie so much: a report that another credits is older than that one, whatever it says.
LIES: Final = timedelta(hours=14)


def _named(
    story: Story,
    number: int,
    peers: Sequence[int],
    scores: Mapping[int, float],
    kind: Kind | None = None,
) -> list[Edge]:
    """Return the edges from those peers whose outlet the report names, in their order."""
    if not peers:
        return []
    named = story.named(number)
    return [
        _edge(story, number, peer, False, scores[peer], _carried(story, number, peer), kind)
        for peer in peers
        if named.names(story.sources[peer].report.publisher or "")
    ]


def _carried(story: Story, child: int, parent: int) -> list[int]:
    return sorted(story.of_source[child] & story.of_source[parent])


def _candidates(story: Story, number: int, outlets: Mapping[str, Sequence[Credit]]) -> list[int]:
    """Return those who share a statement, and the reports of the outlets that it credits."""
    credited = {
        peer
        for name in outlets
        for peer in story.published_by(name)
        if _near_in_time(story, peer, number)
    }
    settled = {p for c, p in story.settled.not_derived | set(story.settled.derived) if c == number}
    found = sorted((credited | set(story.neighbours(number))) - {number} - settled)
    if len(found) > MOST:
        found = sorted(sorted(found, key=lambda peer: _remoteness(story, number, peer))[:MOST])
    return found


#: So many reports are laid beside one to find its parent: of more, those that share most with
#: it, the nearest in time first.
MOST: Final = 48


def _remoteness(story: Story, number: int, peer: int) -> tuple[int, float, int]:
    shared = len(story.of_source[number] & story.of_source[peer])
    first, second = story.sources[number].published, story.sources[peer].published
    apart = abs((first - second).total_seconds()) if first and second else float("inf")
    return -shared, apart, peer


def _has_it_from(story: Story, peer: int, source: Source) -> bool:
    """Say whether the peer names the source's publisher as where it has it from.

    Then it is no parent of the source's reports, however alike they are.
    """
    publisher = source.report.publisher
    if not publisher or peer == source.number:
        return False
    named = by_outlet(credits_of(story.sources[peer]))
    return any(outlet_likeness(name, publisher) >= OUTLET for name in named)


def _others_speak(story: Story, one: int, other: int) -> bool:
    """Say whether what two sources share is told by other named people in each.

    Like words about a like matter then show no way from one to the other.
    """
    pairs = [
        (item, peer)
        for item in story.sources[one].items
        for peer in story.sources[other].items
        if story.statement[item.key] == story.statement[peer.key]
    ]
    return bool(pairs) and all(speaker_agreement(*pair) < UNKNOWN for pair in pairs)


def _near_in_time(story: Story, one: int, other: int) -> bool:
    first, second = story.sources[one].published, story.sources[other].published
    return first is None or second is None or abs(first - second) <= WINDOW


def _credited(
    story: Story, credits: Sequence[Credit], name: str, scores: Mapping[int, float]
) -> int | None:
    """Return the report of the credited outlet that this one took the items from."""
    mine = _published_by(story, name, scores)
    language = credits[0].item.source.report.language

    def fit(peer: int) -> tuple[float, int]:
        variants = [_variant(story, credit.item, peer) for credit in credits]
        own = _OWN_LANGUAGE * (story.sources[peer].report.language == language)
        return scores[peer] + own + sum(variants) / len(variants), -peer

    return max(mine, key=fit, default=None)


#: How much an outlet's report in one's own language is likelier to be what one took.
_OWN_LANGUAGE: Final = 0.2


#: An outlet's services in several languages are alike up to so much.
SERVICE: Final = 0.06


def _published_by(story: Story, name: str, peers: Iterable[int]) -> list[int]:
    """Return those of the peers that are of the outlet of this name."""
    publishers = {peer: story.sources[peer].report.publisher or "" for peer in peers}
    likeness = {peer: outlet_likeness(name, own) for peer, own in publishers.items()}
    best = max(likeness.values(), default=0.0)
    if best >= OUTLET:
        return [peer for peer, like in likeness.items() if like >= max(OUTLET, best - SERVICE)]
    short = [peer for peer, own in publishers.items() if short_for(name, own)]
    # a short name that may be several outlets' tells of none
    return short if len({publishers[peer] for peer in short}) == 1 else []


def _variant(story: Story, item: Item, peer: int) -> float:
    """Return how far the item's hedges and numbers are those of the peer's, from -0.3 to 0.3."""
    statement = story.statement[item.key]
    theirs = [i for i in story.sources[peer].items if story.statement[i.key] == statement]
    if not theirs:
        return 0.0
    return max(_agreement(item, other) for other in theirs)


def _agreement(child: Item, parent: Item) -> float:
    """A hedge that the parent lacks cannot come from it; one that is lost can, but is a change."""
    mine, theirs = set(child.facts.hedges), set(parent.facts.hedges)
    score = 0.1 if mine == theirs else -0.1 if mine <= theirs else -0.3
    if child.facts.numbers and parent.facts.numbers:
        score += 0.1 if set(child.facts.numbers) <= set(parent.facts.numbers) else -0.1
    return score


def _score(story: Story, child: int, parent: int) -> float:
    """Return how well the child's text is explained by the parent's, about 0 to 1.2."""
    shared_text = story.shared(child, parent)
    sense, literal = shared_text.sense, shared_text.literal
    same_language = story.units[child].language == story.units[parent].language
    base = 0.5 * sense + 0.6 * literal if same_language else sense
    shared = story.of_source[child] & story.of_source[parent]
    agreements = [
        _variant(story, item, parent)
        for item in story.sources[child].items
        if story.statement[item.key] in shared
    ]
    variants = sum(agreements) / len(agreements) if agreements else 0.0
    return base + 0.5 * variants - _doubt(story.sources[child], story.sources[parent])


def _doubt(child: Source, parent: Source) -> float:
    """Return what speaks against a parent of which nobody knows whether it came before."""
    first, second = parent.published_by, child.published
    if first is not None and second is not None and first <= second:
        return 0.0
    return UNDATED * (second is not None) + LESSER * (parent.standing < child.standing)


#: What a parent of which nobody knows whether it was published before has against it, and what
#: one has whose publisher is less known: agencies and outlets that the authority knows are copied
#: by sites that it does not, rarely the other way.  Told by real stories.
UNDATED: Final = 0.1
LESSER: Final = 0.3


def _later(story: Story, one: int, other: int, by: timedelta = timedelta(0)) -> bool:
    """Say whether one report is certainly later than the other, and by more than a time.

    A day alone may be any time of it.
    """
    first, second = story.sources[one].published, story.sources[other].published_by
    return first is not None and second is not None and first - second > by


def _first_hand(source: Source) -> bool:
    """Say whether the report tells of an occasion of its own: no relay, but a conference, a post,
    or words said to its publisher."""
    report = source.report
    publisher = report.publisher or ""
    for item in source.items:
        if any(h.how == "posted on" for h in item.attribution.chain):
            return True
        if any(outlet_likeness(h.name, publisher) >= OUTLET for h in item.attribution.chain):
            return True
    return _own_dateline(report) or bool(source.occasions)


#: Characters at the beginning of a report in which its dateline stands.
_DATELINE: Final = 80


def _own_dateline(report: Report) -> bool:
    """Say whether the text begins as a dispatch of its own publisher: "GENEVA (MNA) - ..."."""
    if not report.publisher:
        return False
    start = report.text.lstrip()[:_DATELINE]
    marked = _MARKED.findall(start)
    return any(outlet_likeness(name, report.publisher) >= OUTLET for name in marked)


_MARKED: Final = re.compile(r"[(/\[]\s*([^()/\[\]\n]{2,40}?)\s*[)/\]]")


def _edge(
    story: Story,
    child: int,
    parent: int,
    declared: bool,
    score: float,
    statements: Sequence[int],
    kind: Kind | None,
) -> Edge:
    text = story.shared(child, parent)
    # of several parents each brought what it is credited with, an only one what both carry
    both = story.of_source[child] & story.of_source[parent]
    carried = set(statements) if kind == "merge" else set(statements) | both
    if kind is None:
        if story.units[child].language != story.units[parent].language:
            kind = "translation"
        else:
            kind = "verbatim" if text.literal >= VERBATIM else "paraphrase"
    reasons = (f"sense {text.sense:.2f}", f"word for word {text.literal:.2f}")
    score = min(1.0, max(0.0, score))
    return Edge(child, parent, kind, declared, score, tuple(sorted(carried)), reasons)


class Named(msgspec.Struct, frozen=True):
    """Report `child` names an outlet as its source that has no report among the sources."""

    child: int
    outlet: str
    statements: tuple[int, ...]


def named_outside(story: Story, edges: Sequence[Edge]) -> list[Named]:
    """Return the outlets that reports credit and that none of those above them is of."""
    parents: dict[int, set[int]] = {}
    for edge in edges:
        parents.setdefault(edge.child, set()).add(edge.parent)
    credited = [(source, by_outlet(credits_of(source))) for source in story.sources]
    one = _one_name({c[0].outlet: name for _, some in credited for name, c in some.items()})
    found = []
    for source, some in credited:
        above = _ancestors(parents, source.number) - {source.number}
        publishers = [story.sources[n].report.publisher or "" for n in above]
        for name, credits in some.items():
            if any(outlet_likeness(name, publisher) >= OUTLET for publisher in publishers):
                continue
            statements = {story.statement[credit.item.key] for credit in credits}
            outlet = one[credits[0].outlet]
            found.append(Named(source.number, outlet, tuple(sorted(statements))))
    return found


#: Names of outlets are one outlet's from this likeness on: "RTVI", "RTVI News".
ALIKE: Final = 0.88
#: Of more names it is not asked which are alike.
MOST_NAMES: Final = 300


def _one_name(names: Mapping[str, str]) -> dict[str, str]:
    """Return for what each outlet is known by the same for all that are alike.

    `names` are by their ids in the authority, or by themselves; an id goes before a name.
    """
    if len(names) > MOST_NAMES:
        return {key: key for key in names}
    found: dict[str, str] = {}
    for key in sorted(names, key=lambda key: (key == names[key], key)):
        known = (other for other in found if found[other] == other)
        alike = (other for other in known if outlet_likeness(names[other], names[key]) >= ALIKE)
        found[key] = next(alike, key) if key == names[key] else key
    return found


def kinship(story: Story, edges: Sequence[Edge]) -> dict[tuple[int, int], float]:
    """Return how two sources are tied: 1 for child and parent, less for those of one family.

    Reports of one occasion are tied too: those that share several statements.
    """
    parents: dict[int, set[int]] = {}
    for edge in edges:
        parents.setdefault(edge.child, set()).add(edge.parent)
    families: dict[int, list[int]] = {}
    for child in {*parents, *(p for ps in parents.values() for p in ps)}:
        for ancestor in _ancestors(parents, child):
            families.setdefault(ancestor, []).append(child)
    found = dict.fromkeys(_occasions(story), OCCASION)
    for family in families.values():
        found |= dict.fromkeys(combinations(sorted(family), 2), FAMILY)
    for edge in edges:
        found[min(edge.child, edge.parent), max(edge.child, edge.parent)] = 1.0
    return found


#: How far those are tied who have an ancestor in common.
FAMILY: Final = 0.6


#: How far those are tied who share several statements: so many.
OCCASION: Final = 0.7
_SEVERAL: Final = 2


def _occasions(story: Story) -> Iterator[tuple[int, int]]:
    """Yield the pairs of sources, the lower number first, that share several statements."""
    for number, statements in enumerate(story.of_source):
        shared = Counter(peer for s in statements for peer in story.carriers[s] if peer > number)
        yield from ((number, peer) for peer, count in shared.items() if count >= _SEVERAL)


def _ancestors(parents: Mapping[int, set[int]], start: int) -> set[int]:
    seen, waiting = {start}, [start]
    while waiting:
        fresh = parents.get(waiting.pop(), set()) - seen
        seen |= fresh
        waiting += fresh
    return seen


def _brings(story: Story, edge: Edge, parents: set[int]) -> bool:
    """Say whether an edge brings a report what none of the parents that it has carries."""
    have = {statement for parent in parents for statement in story.of_source[parent]}
    return bool(parents) and not set(edge.statements) <= have


def _are_of_one_line(parents: Mapping[int, set[int]], one: int, child: int) -> bool:
    """Say whether a report is above a child already, or above it are others that come from it."""
    above = _ancestors(parents, child)
    return one in above or any(one in _ancestors(parents, peer) for peer in above)


def _reaches(parents: Mapping[int, set[int]], start: int, goal: int) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        if at == goal:
            return True
        fresh = parents.get(at, set()) - seen
        seen |= fresh
        waiting += fresh
    return False
