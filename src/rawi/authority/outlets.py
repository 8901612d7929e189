"""The outlets that Rawi knows, found by id, by name or by domain.

::

    authority = Authority.load()
    authority.by_name("A.F.P.")                           # the outlet afp
    authority.by_domain("https://arabic.rt.com/world/")  # the outlet rt

An entry says who somebody is, never how far to trust them.
"""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path

from rawi.authority.names import NameSequence, fold_all, fold_name, fold_words
from rawi.authority.table import Outlet, read_table
from rawi.errors import DataError

_TABLE = "outlets.tsv"


class Authority:
    """All outlets of one table.  Take the one that ships from `Authority.load()`.

    `where` names the table in a `DataError`.  The outlets must be in the order of its lines.
    """

    def __init__(self, outlets: tuple[Outlet, ...], where: str = _TABLE) -> None:
        self.outlets = outlets
        self._where = where
        self._by_id = {outlet.id: outlet for outlet in outlets}
        self._sequences: dict[str, tuple[NameSequence, ...]] = {}
        self._by_domain = {domain: outlet for outlet in outlets for domain in outlet.domains}

    @staticmethod
    @cache
    def load() -> Authority:
        """Return the authority that ships with Rawi, read once."""
        table = Path(__file__).with_name(_TABLE)
        return Authority(read_table(table.read_text(encoding="utf-8"), _TABLE, checked=True))

    def by_id(self, outlet_id: str) -> Outlet | None:
        """Return the outlet of this id, None where there is none."""
        return self._by_id.get(outlet_id)

    def by_name(self, name: str, country: str | None = None) -> Outlet | None:
        """Return the one outlet that bears this name, None where it is none's or several's.

        `country` (ISO 3166 alpha-2, such as the publisher's) decides between several.
        """
        bearers = self.all_by_name(name)
        if len(bearers) > 1 and country:
            bearers = tuple(outlet for outlet in bearers if outlet.country == country)
        return bearers[0] if len(bearers) == 1 else None

    def all_by_name(self, name: str) -> tuple[Outlet, ...]:
        """Return every outlet that bears this name, in the order of the table."""
        return self._by_name.get(fold_name(name), ())

    def by_domain(self, host_or_url: str) -> Outlet | None:
        """Return the outlet whose domain ends the host, the longest such; None without one."""
        labels = _host(host_or_url).split(".")
        suffixes = (".".join(labels[start:]) for start in range(len(labels)))
        return next((self._by_domain[s] for s in suffixes if s in self._by_domain), None)

    def equal_names(self, outlet: Outlet) -> tuple[str, ...]:
        """Return all names of an outlet in all languages, each once, in the table's order."""
        return tuple(dict.fromkeys(name for names in outlet.names.values() for name in names))

    def name_sequences(self) -> tuple[NameSequence, ...]:
        """Return every name, folded into words, for a matcher: sorted, each sequence once."""
        sequences = (one for first in self._by_first for one in self.names_from(first))
        return tuple(sorted(sequences, key=lambda sequence: sequence.words))

    def names_from(self, first: str) -> tuple[NameSequence, ...]:
        """Return the names whose first folded word is `first`, the longest before others.

        They are made when they are asked for: a report needs few of all that there are.
        """
        named = self._by_first.get(first)
        if named is None:
            return ()
        found = self._sequences.get(first)
        if found is None:
            groups: dict[tuple[str, ...], list[tuple[Outlet, str]]] = {}
            for outlet, name, words in named:
                groups.setdefault(words, []).append((outlet, name))
            ordered = sorted(groups, key=lambda words: (-len(words), words))
            found = tuple(_sequence(words, groups[words]) for words in ordered)
            self._sequences[first] = found
        return found

    def first_words(self) -> frozenset[str]:
        """Return the folded words that names begin with."""
        return frozenset(self._by_first)

    def one_word_names(self) -> frozenset[str]:
        """Return the folded names that are of one word."""
        return frozenset(words[0] for _, _, words in self._folded if len(words) == 1)

    def aired_words(self) -> frozenset[tuple[str, ...]]:
        """Return the first two folded words of unambiguous names, and names of one word.

        Of ambiguous names only those of agencies and broadcasters are there.
        """
        return frozenset(
            words[:2]
            for outlet, name, words in self._folded
            if name not in outlet.ambiguous
            or (len(words) == 1 and outlet.kind in ("agency", "broadcaster"))
        )

    @cached_property
    def _folded(self) -> tuple[tuple[Outlet, str, tuple[str, ...]], ...]:
        """Every name of every outlet, with its folded words."""
        named = [
            (outlet, name)
            for outlet in self.outlets
            for name in {name: None for names in outlet.names.values() for name in names}
        ]
        folded = fold_all(name for _, name in named)
        return tuple((*pair, words) for pair, words in zip(named, folded, strict=True))

    @cached_property
    def _by_name(self) -> dict[str, tuple[Outlet, ...]]:
        bearers: dict[str, dict[str, Outlet]] = {}
        for outlet, _, words in self._folded:
            bearers.setdefault("".join(words), {})[outlet.id] = outlet
        for key, those in bearers.items():
            if len(those) > 1 or not key:
                self._check_shared(key, those)
        return {key: tuple(those.values()) for key, those in bearers.items()}

    def _check_shared(self, key: str, bearers: dict[str, Outlet]) -> None:
        """Raise unless all who share a name call it ambiguous and name each other."""
        for outlet in bearers.values():
            noted = set(outlet.note.replace(",", " ").split())
            others = [other for other in bearers if other != outlet.id]
            if not (key and noted.issuperset(others) and key in map(fold_name, outlet.ambiguous)):
                line = self.outlets.index(outlet) + 2
                raise DataError(
                    f"{self._where}:{line}: {outlet.id} shares {key!r} with {', '.join(others)}: "
                    "each must call it ambiguous and name the others in its note"
                )

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[Outlet, str, tuple[str, ...]]]]:
        """Every name of every outlet by its first folded word."""
        found: dict[str, list[tuple[Outlet, str, tuple[str, ...]]]] = {}
        for named in self._folded:
            if named[2]:
                found.setdefault(named[2][0], []).append(named)
        return found


def _sequence(words: tuple[str, ...], bearers: list[tuple[Outlet, str]]) -> NameSequence:
    return NameSequence(
        words=words,
        outlets=tuple(sorted({outlet.id for outlet, _ in bearers})),
        ambiguous=any(name in outlet.ambiguous for outlet, name in bearers),
        generic=max(len(fold_words(outlet.generic.get(name, ""))) for outlet, name in bearers),
        written=tuple(dict.fromkeys(name for _, name in bearers)),
    )


def _host(host_or_url: str) -> str:
    """Return the host, in ASCII, of a URL or of a host with or without port and path."""
    scheme, _, rest = host_or_url.strip().lower().partition("://")
    rest = (rest or scheme).lstrip("/")
    for mark in "/?#":
        rest = rest.partition(mark)[0]
    host = rest.rpartition("@")[2].partition(":")[0].rstrip(".")
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host
