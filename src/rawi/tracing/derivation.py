"""Who took it from whom: the declared credits first, then what the wording gives away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

import msgspec

from rawi.authority.skeletons import outlet_likeness
from rawi.tracing.facts import kinds_in, words_of
from rawi.tracing.items import Item, Source
from rawi.tracing.units import Units, coverage

Kind = Literal["verbatim", "translation", "paraphrase", "merge"]

#: Names of outlets that lie this near are one outlet's, if none lies nearer.
OUTLET: Final = 0.74
#: Without a declared relay, a parent is inferred from this score on; with one, from the lower.
INFERRED: Final = 0.45
CREDITED: Final = 0.28
#: A first-hand report (its own occasion, no relay) has a parent only where nearly all is shared.
FIRST_HAND: Final = 0.8
#: Within a language, copies keep this share of three-word runs; translations of one text do not.
VERBATIM: Final = 0.5


class Edge(msgspec.Struct, frozen=True):
    """Report `child` took statements from `parent`; numbers of sources, or an outlet's name."""

    child: int
    parent: int
    kind: Kind
    declared: bool
    score: float
    statements: tuple[int, ...]
    reasons: tuple[str, ...]


class Story:
    """What derivation looks at: the sources, their sentences, the statement of each item."""

    def __init__(
        self, sources: Sequence[Source], units: Sequence[Units], groups: Sequence[Sequence[Item]]
    ) -> None:
        self.sources = sources
        self.units = units
        self.statement = {item.key: n for n, group in enumerate(groups) for item in group}
        self.of_source = [
            {self.statement[item.key] for item in source.items} for source in sources
        ]
        self.carriers: dict[int, list[int]] = {}
        for number, statements in enumerate(self.of_source):
            for statement in statements:
                self.carriers.setdefault(statement, []).append(number)

    def neighbours(self, number: int) -> list[int]:
        """Return the other sources that share a statement with one, in order."""
        found = {peer for s in self.of_source[number] for peer in self.carriers[s]}
        return sorted(found - {number})


def derive(story: Story) -> list[Edge]:
    """Return the edges of all sources, a directed acyclic graph."""
    edges: list[Edge] = []
    for number in range(len(story.sources)):
        edges += _parents(story, number)
    return _acyclic(story, edges)


def _parents(story: Story, number: int) -> list[Edge]:
    source = story.sources[number]
    peers = [peer for peer in story.neighbours(number) if not _later(story, peer, number)]
    scores = {peer: _score(story, number, peer) for peer in peers}
    credits = _credits(source)
    relays = [hop for hop in credits if hop.how == "relayed by"]
    declared: dict[int, list[int]] = {}
    strong: set[int] = set()
    for name, items in _by_outlet(credits).items():
        parent = _credited(story, items, name, scores)
        if parent is None:
            continue
        declared.setdefault(parent, []).extend(story.statement[c.item.key] for c in items)
        # words said to a channel may have come through another who does not say so
        if any(c.how == "relayed by" for c in items) or len(_by_outlet(credits)) > 1:
            strong.add(parent)
    if strong:
        kind_of: Kind | None = "merge" if len(strong) > 1 else None
        return [
            _edge(story, number, parent, True, scores[parent], declared[parent], kind_of)
            for parent in sorted(strong)
        ]
    if not scores:
        return []
    for parent in declared:
        scores[parent] += _SAID_TO
    best = max(scores, key=lambda peer: (scores[peer], -peer))
    least = CREDITED if relays or declared else FIRST_HAND if _first_hand(source) else INFERRED
    if scores[best] < least:
        return []
    shared = sorted(story.of_source[number] & story.of_source[best])
    return [_edge(story, number, best, best in declared, scores[best], shared, None)]


_SAID_TO: Final = 0.15


class Credit(msgspec.Struct, frozen=True):
    """The outlet nearest a report, of those that it names for one of its attributions."""

    item: Item
    name: str
    how: str


def _credits(source: Source) -> list[Credit]:
    """Return the last hop of every item, the publisher itself and networks left out."""
    publisher = source.report.publisher or ""
    found = []
    for item in source.items:
        hops = [hop for hop in item.attribution.chain if hop.how != "posted on"]
        hops = [hop for hop in hops if outlet_likeness(hop.name, publisher) < OUTLET]
        if hops:
            found.append(Credit(item, hops[-1].name, hops[-1].how))
    return found


def _by_outlet(credits: Sequence[Credit]) -> dict[str, list[Credit]]:
    """Gather the credits that name one outlet."""
    found: dict[str, list[Credit]] = {}
    for credit in credits:
        name = next((n for n in found if outlet_likeness(n, credit.name) >= OUTLET), credit.name)
        found.setdefault(name, []).append(credit)
    return found


def _credited(
    story: Story, credits: Sequence[Credit], name: str, scores: Mapping[int, float]
) -> int | None:
    """Return the report of the credited outlet that this one took the items from."""
    likeness = {
        peer: outlet_likeness(name, story.sources[peer].report.publisher or "") for peer in scores
    }
    best = max(likeness.values(), default=0.0)
    if best < OUTLET:
        return None
    mine = [peer for peer, like in likeness.items() if like >= best - 0.001]

    def fit(peer: int) -> tuple[float, int]:
        variants = [_variant(story, credit.item, peer) for credit in credits]
        return scores[peer] + sum(variants) / len(variants), -peer

    return max(mine, key=fit)


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
    sense, literal = coverage(story.units[child], story.units[parent])
    same_language = story.units[child].language == story.units[parent].language
    base = max(literal, 0.6 * sense) if same_language else sense
    shared = story.of_source[child] & story.of_source[parent]
    agreements = [
        _variant(story, item, parent)
        for item in story.sources[child].items
        if story.statement[item.key] in shared
    ]
    variants = sum(agreements) / len(agreements) if agreements else 0.0
    return base + 0.5 * variants


def _later(story: Story, one: int, other: int) -> bool:
    """Say whether one report is certainly later than the other."""
    first, second = story.sources[one].published, story.sources[other].published
    return first is not None and second is not None and first > second


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
    words = words_of(report.language)
    return bool(kinds_in(report.text, words.occasions, words))


def _edge(
    story: Story,
    child: int,
    parent: int,
    declared: bool,
    score: float,
    statements: Sequence[int],
    kind: Kind | None,
) -> Edge:
    sense, literal = coverage(story.units[child], story.units[parent])
    if kind is None:
        if story.units[child].language != story.units[parent].language:
            kind = "translation"
        else:
            kind = "verbatim" if literal >= VERBATIM else "paraphrase"
    reasons = (f"sense {sense:.2f}", f"word for word {literal:.2f}")
    carried = tuple(sorted(set(statements) or (story.of_source[child] & story.of_source[parent])))
    return Edge(child, parent, kind, declared, min(1.0, max(0.0, score)), carried, reasons)


def _acyclic(story: Story, edges: Sequence[Edge]) -> list[Edge]:
    """Leave out the weakest edges that close a circle; declared ones go last."""
    kept: list[Edge] = []
    parents: dict[int, set[int]] = {}
    for edge in sorted(edges, key=lambda e: (not e.declared, -e.score, e.child, e.parent)):
        if not _reaches(parents, edge.parent, edge.child):
            kept.append(edge)
            parents.setdefault(edge.child, set()).add(edge.parent)
    return sorted(kept, key=lambda e: (e.child, e.parent))


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


__all__ = ["Edge", "Story", "derive"]
