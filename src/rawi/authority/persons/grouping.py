"""Which names are one person's: those that agree, as far as nothing speaks against it.

What comes out depends on the names alone, never on the order in which they came.  Full names come
first; one that leaves something out (a middle name, the given name) goes with another only where
no second person bears what it says.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final, Literal

import msgspec

from rawi.authority.persons.comparing import (
    FAMILY_KEY,
    ONE,
    Likeness,
    keys,
    likeness,
    spelled_apart,
)
from rawi.authority.persons.parsing import parse
from rawi.authority.persons.traits import contradiction
from rawi.authority.sounds import script

Verdict = Literal["same", "different"]
#: Two written names, the lesser first.
Pair = tuple[str, str]

#: Levels of names, by what they leave out: the given name, all of it but a letter, nothing.
FAMILY, INITIALS, FULL = 0, 1, 2


class Form(msgspec.Struct, frozen=True):
    """One written name of a person, with what the roles beside it tell (`traits.traits_of`)."""

    name: str
    traits: frozenset[str] = frozenset()


def pair(one: str, other: str) -> Pair:
    """Return two names as the key of what was decided about them."""
    return (one, other) if one <= other else (other, one)


def level(name: str) -> int | None:
    """Return how much a name says: FULL, INITIALS or FAMILY; None for what is no name."""
    parsed = parse(name)
    if parsed is None:
        return None
    return FULL if parsed.is_full else INITIALS if parsed.initials else FAMILY


def judged(one: Form, other: Form) -> Likeness:
    """Compare two forms: their names, and whether their roles contradict each other."""
    found = likeness(one.name, other.name)
    if found.score <= 0.0 or one.name == other.name:
        return found
    against = contradiction(one.traits, other.traits)
    if against:
        reasons = (*found.reasons, f"but another {against}")
        return Likeness(min(found.score, _CONTRADICTED), reasons, found.partial)
    return found


_CONTRADICTED: Final = 0.65


def groups(
    forms: Collection[Form], decided: Mapping[Pair, Verdict] | None = None
) -> list[list[str]]:
    """Return the names by persons, each sorted.

    `decided` is what people decided about pairs of names, the earliest first: it wins over all
    else, and the later over the earlier.
    """
    settled = Grouping(forms, decided or {})
    return settled.groups()


class Grouping:
    """Names on their way to persons.

    `settled` are names that are persons already, by their person: nothing is done with them but
    that others may go with them.
    """

    def __init__(
        self,
        forms: Collection[Form],
        decided: Mapping[Pair, Verdict],
        settled: Mapping[str, Hashable] | None = None,
    ) -> None:
        self._forms = {form.name: form for form in sorted(forms, key=lambda form: form.name)}
        self._home = {name: name for name in self._forms}
        self._members = {name: [name] for name in self._forms}
        self._apart: set[Pair] = set()
        self._tied: set[str] = set()
        self._restore(settled or {})
        self._settle(decided)
        ranks: dict[int | None, list[str]] = {rank: [] for rank in (FAMILY, INITIALS, FULL, None)}
        for name in self._forms:
            ranks[level(name)].append(name)
        full, initials, families = (
            [name for name in ranks[rank] if name not in (settled or {})]
            for rank in (FULL, INITIALS, FAMILY)
        )
        self._gather(full, ONE)
        self._bring(_most_first(full), full)
        self._gather(initials, ONE)
        self._bring(initials, ranks[FULL])
        self._bring_families(families, [*ranks[FULL], *ranks[INITIALS]])

    def groups(self) -> list[list[str]]:
        """Return the names by persons, each sorted."""
        return sorted(sorted(some) for some in self._members.values())

    def _restore(self, settled: Mapping[str, Hashable]) -> None:
        first: dict[Hashable, str] = {}
        for name in sorted(settled):
            self._join(name, first.setdefault(settled[name], name))

    def _settle(self, decided: Mapping[Pair, Verdict]) -> None:
        """Do what people decided, the latest first."""
        for (one, other), verdict in reversed(list(decided.items())):
            if one not in self._forms or other not in self._forms:
                continue
            if verdict == "different":
                if self._home[one] != self._home[other]:
                    self._apart.add(pair(one, other))
            elif not self._parted(one, other):
                self._join(one, other)
                self._tied |= {one, other}

    def _parted(self, one: str, other: str) -> bool:
        """Tell whether people decided that what two names belong to is two persons."""
        ours, theirs = self._members[self._home[one]], self._members[self._home[other]]
        return any(pair(a, b) in self._apart for a in ours for b in theirs)

    def _may_join(self, one: str, other: str) -> bool:
        ours, theirs = self._members[self._home[one]], self._members[self._home[other]]
        return not any(
            pair(a, b) in self._apart
            or contradiction(self._forms[a].traits, self._forms[b].traits)
            or _never(a, b)
            for a in ours
            for b in theirs
        )

    def _join(self, one: str, other: str) -> None:
        kept, gone = sorted((self._home[one], self._home[other]))
        if kept == gone:
            return
        for name in self._members[gone]:
            self._home[name] = kept
        self._members[kept] += self._members.pop(gone)

    def _gather(self, names: Sequence[str], least: float) -> None:
        """Join names that say the same, the likest first."""
        edges = [
            (-found.score, one, other)
            for one, other in candidates(names)
            if (found := likeness(one, other)).score >= least
        ]
        for _, one, other in sorted(edges):
            if self._home[one] != self._home[other] and self._may_join(one, other):
                self._join(one, other)

    def _bring(self, names: Sequence[str], bearers: Sequence[str]) -> None:
        """Join each name with the one person who bears what it says, if it is one alone."""
        index = by_key(bearers, _keys_of(names))
        for name in names:
            found = self._bearers(name, index)
            if len(found) != 1 or name in self._tied or self._home[found[0]] == self._home[name]:
                continue
            if self._may_join(name, found[0]):
                self._join(name, found[0])

    def _bring_families(self, names: Sequence[str], bearers: Sequence[str]) -> None:
        """Join family names alone with each other and their one bearer; with no one of several."""
        index = by_key(bearers, _keys_of(names))
        alone = [name for name in names if len(self._bearers(name, index)) <= 1]
        self._bring(alone, bearers)
        self._gather([name for name in alone if name not in self._tied], ONE)

    def _bearers(self, name: str, index: Mapping[str, list[str]]) -> list[str]:
        """Return a name of each person, his own among them, who bears what a name says."""
        found: dict[str, str] = {}
        for other in _near(name, index):
            if self._home[other] not in found and self._bears(other, name):
                found[self._home[other]] = other
        return sorted(found.values())

    def _bears(self, other: str, name: str) -> bool:
        fits = says_more(other, name) and likeness(name, other).score >= BORNE
        return fits and not self._parted(name, other)


#: What a name that leaves much out scores with who bears it.
BORNE: Final = 0.78


def _never(one: str, other: str) -> bool:
    """Tell whether two full names cannot be one person's.

    So it is with two patronymics, and with two names of one script that are spelled otherwise:
    a third, in another script, may sound like both.
    """
    first, second = parse(one), parse(other)
    if first is None or second is None or not (first.is_full and second.is_full):
        return False
    if likeness(one, other).score > 0.0:
        return False
    one_script = script(first.family) == script(second.family)
    both = first.patronymic and second.patronymic
    if both or not one_script or len(first.words) != len(second.words):
        return bool(both)
    return any(spelled_apart(a, b) for a, b in zip(first.words, second.words, strict=True))


def says_more(one: str, other: str) -> bool:
    return _told(one) > _told(other)


@lru_cache(maxsize=100_000)
def _told(name: str) -> tuple[int, int, bool]:
    """Return how much a name says: its words, its initials, whether it has a patronymic."""
    parsed = parse(name)
    assert parsed is not None
    return len(parsed.words), len(parsed.initials), bool(parsed.patronymic)


def _most_first(names: Iterable[str]) -> list[str]:
    def told(name: str) -> tuple[int, str]:
        parsed = parse(name)
        return (-len(parsed.words) if parsed else 0, name)

    return sorted(names, key=told)


def candidates(names: Sequence[str]) -> list[Pair]:
    """Return the pairs of names that have a key in common, sorted.

    Of full names the family name alone is none: too many bear it.
    """
    short = [name for name in names if level(name) != FULL]
    full = [name for name in names if level(name) == FULL]
    index = by_key(short) | {
        key: some for key, some in by_key(full).items() if not key.startswith(FAMILY_KEY)
    }
    found = {pair(a, b) for some in index.values() for a, b in combinations(some, 2)}
    return sorted(found)


def by_key(names: Iterable[str], wanted: frozenset[str] | None = None) -> dict[str, list[str]]:
    """Return the names that have each key, of those keys that are wanted where some are."""
    found: dict[str, list[str]] = {}
    for name in names:
        for key in keys(name) if wanted is None else keys(name) & wanted:
            found.setdefault(key, []).append(name)
    return found


def _keys_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset(key for name in names for key in keys(name))


def _near(name: str, index: Mapping[str, list[str]]) -> list[str]:
    return sorted({other for key in keys(name) for other in index.get(key, ()) if other != name})
