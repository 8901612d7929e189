"""Finding phrases of several words in a run of tokens: longest first, one look-up a token."""

from __future__ import annotations

from collections.abc import Iterable, KeysView, Sequence
from typing import Generic, NamedTuple, TypeVar

from rawi.reading.lexicon import Lexeme

Payload = TypeVar("Payload")
#: The words of a phrase after its first, and what it stands for.
_Entry = tuple[tuple[str, ...], Payload]


class _Branch(NamedTuple, Generic[Payload]):
    """The phrases that begin with one word, by their second, each list in the order to try.

    `by_letter` is for the second words that `by_second` has not: the phrases whose last word
    is stuck to such a word, by its first letter.  `alone` are the phrases of one word.
    """

    by_second: dict[str, list[_Entry[Payload]]]
    by_letter: dict[str, list[_Entry[Payload]]]
    alone: list[_Entry[Payload]]


class PhraseBook(Generic[Payload]):
    """Phrases by their first word.

    A last word of one letter that the language sticks to the next word ("according
    to" + noun in Arabic) matches a word that begins with it; it is then not counted
    in the phrase's length.
    """

    def __init__(self, stuck: Sequence[str] = ()) -> None:
        self._stuck = frozenset(stuck)
        self._by_first: dict[str, list[_Entry[Payload]]] = {}
        #: the words that phrases begin with, whatever is stuck to them
        self.firsts: KeysView[str] = self._by_first.keys()
        self._branches: dict[str, _Branch[Payload]] = {}
        self._lasts: set[str] = set()

    def add(self, words: Sequence[str], payload: Payload) -> None:
        """Add a phrase of folded words."""
        self.add_all([(words, payload)])

    def add_all(self, phrases: Iterable[tuple[Sequence[str], Payload]]) -> None:
        """Add phrases of folded words; of equally long ones that match, the first counts."""
        for words, payload in phrases:
            self._by_first.setdefault(words[0], []).append((tuple(words[1:]), payload))
            self._branches.pop(words[0], None)
            self._lasts.update(words[-2:] if words[-1] in self._stuck else words[-1:])

    def may_end(self, lexeme: Lexeme) -> bool:
        """Say whether a phrase may end with a word; cheaper than to try where it began."""
        lasts = self._lasts
        return lexeme.key in lasts or (
            bool(lexeme.conj) and lexeme.key[len(lexeme.conj) :] in lasts
        )

    def match(
        self, lexemes: Sequence[Lexeme], at: int, end: int, *, stem: bool = False
    ) -> tuple[Payload, int] | None:
        """Return the longest phrase that begins at a token, and its length in tokens.

        The first word may carry a conjunction; with `stem` also a preposition.
        """
        first = lexemes[at]
        word = first.key
        if word not in self._by_first:
            if not first.conj and not stem:
                return None
            found = self._first(first, stem)
            if found is None:
                return None
            word = found
        branch = self._branches.get(word) or self._branch(word)
        at += 1
        end = min(end, len(lexemes))
        if at >= end:
            entries = branch.alone
        else:
            second = lexemes[at].key
            entries = (
                branch.by_second.get(second) or branch.by_letter.get(second[:1]) or branch.alone
            )
        for rest, payload in entries:
            length = self._length(rest, lexemes, at, end)
            if length is not None:
                return payload, length + 1
        return None

    def _first(self, first: Lexeme, stem: bool) -> str | None:
        """Return the first word of phrases that a token is when something is taken off it."""
        if first.conj and (word := first.key[len(first.conj) :]) in self._by_first:
            return word
        if stem and first.stem in self._by_first:
            return first.stem
        if stem and first.prep:
            word = first.key[len(first.conj) + len(first.prep) :]
            return word if word in self._by_first else None
        return None

    def _branch(self, first: str) -> _Branch[Payload]:
        """Lay out the phrases that begin with a word; done when one is first looked for."""
        entries = sorted(
            self._by_first[first],
            key=lambda entry: (-len(entry[0]), entry[0][-1:] and entry[0][-1] in self._stuck),
        )
        seconds = {rest[0] for rest, _ in entries if rest}
        letters = {rest[0][:1] for rest, _ in entries if len(rest) == 1 and rest[0] in self._stuck}
        branch = self._branches[first] = _Branch(
            {word: [e for e in entries if self._fits(e[0], word)] for word in seconds},
            {char: [e for e in entries if self._may_stick(e[0], char)] for char in letters},
            [entry for entry in entries if not entry[0]],
        )
        return branch

    def _fits(self, rest: tuple[str, ...], word: str) -> bool:
        """Say whether the words after the first may begin with a word."""
        stuck = len(rest) == 1 and rest[0] in self._stuck and word.startswith(rest[0])
        return not rest or rest[0] == word or stuck

    def _may_stick(self, rest: tuple[str, ...], char: str) -> bool:
        """Say whether the one word after the first may be stuck to a word with a first letter."""
        return not rest or (len(rest) == 1 and rest[0] in self._stuck and rest[0][:1] == char)

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
