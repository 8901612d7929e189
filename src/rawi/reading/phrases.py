"""Finding phrases of several words in a run of tokens: longest first, one look-up a token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from rawi.reading.lexicon import Lexeme

Payload = TypeVar("Payload")


class PhraseBook(Generic[Payload]):
    """Phrases by their first word.

    A last word of one letter that the language sticks to the next word ("according
    to" + noun in Arabic) matches a word that begins with it; it is then not counted
    in the phrase's length.
    """

    def __init__(self, stuck: Sequence[str] = ()) -> None:
        self._stuck = frozenset(stuck)
        self._by_first: dict[str, list[tuple[tuple[str, ...], Payload]]] = {}

    def add(self, words: Sequence[str], payload: Payload) -> None:
        """Add a phrase of folded words."""
        self.add_all([(words, payload)])

    def add_all(self, phrases: Iterable[tuple[Sequence[str], Payload]]) -> None:
        """Add phrases of folded words; of equally long ones that match, the first counts."""
        by_first = self._by_first
        for (first, *rest), payload in phrases:
            entry = (tuple(rest), payload)
            entries = by_first.get(first)
            if entries is None:
                by_first[first] = [entry]
            else:
                entries.append(entry)
                entries.sort(key=self._rank)

    def _rank(self, entry: tuple[tuple[str, ...], Payload]) -> tuple[int, bool]:
        rest = entry[0]
        return -len(rest), bool(rest) and rest[-1] in self._stuck

    def firsts(self) -> Sequence[str]:
        """Return the words that phrases begin with."""
        return list(self._by_first)

    def match(
        self, lexemes: Sequence[Lexeme], at: int, end: int, *, stem: bool = False
    ) -> tuple[Payload, int] | None:
        """Return the longest phrase that begins at a token, and its length in tokens.

        The first word may carry a conjunction; with `stem` also a preposition.
        """
        first = lexemes[at]
        entries = self._by_first.get(first.key)
        if entries is None and first.conj:
            entries = self._by_first.get(first.key[len(first.conj) :])
        if entries is None and stem and first.stem != first.key:
            entries = self._by_first.get(first.stem)
        if entries is None and stem and first.prep:
            entries = self._by_first.get(first.key[len(first.conj) + len(first.prep) :])
        if entries is None:
            return None
        for rest, payload in entries:
            length = self._length(rest, lexemes, at + 1, end)
            if length is not None:
                return payload, length + 1
        return None

    def _length(
        self, rest: Sequence[str], lexemes: Sequence[Lexeme], at: int, end: int
    ) -> int | None:
        if at + len(rest) > end:
            return None
        for offset, word in enumerate(rest):
            key = lexemes[at + offset].key
            if key == word:
                continue
            if offset == len(rest) - 1 and word in self._stuck and key.startswith(word):
                return offset
            return None
        return len(rest)
