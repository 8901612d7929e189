"""Outlets in a text: known ones by the authority, others by the generic word before them."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from rawi.authority.names import NameSequence, fold_words
from rawi.authority.outlets import Authority, Outlet
from rawi.reading import lexicon as lx
from rawi.reading.document import Document
from rawi.reading.drafts import Range
from rawi.reading.nouns import NounPhrases

#: The name of an outlet that the authority does not know is no longer than this, in tokens.
NAME_TOKENS: Final = 4


class Named(NamedTuple):
    """An outlet in the text: the tokens of its name and, where it is known, who it is."""

    name: Range
    outlet: Outlet | None
    ambiguous: bool


@cache
def _index() -> dict[str, list[NameSequence]]:
    """Return the names of all outlets by their first word, the longest first."""
    index: dict[str, list[NameSequence]] = {}
    for sequence in Authority.load().name_sequences():
        index.setdefault(sequence.words[0], []).append(sequence)
    for sequences in index.values():
        sequences.sort(key=lambda sequence: -len(sequence.words))
    return index


@cache
def _folded(key: str) -> str:
    return "".join(fold_words(key))


class Outlets:
    """Finds outlets in one document."""

    def __init__(self, document: Document, nouns: NounPhrases, country: str | None = None) -> None:
        self.document = document
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.nouns = nouns
        self.country = country
        self.authority = Authority.load()
        self._by_first = _index()

    def known(self, index: int, last: int) -> Named | None:
        """Return the outlet of the authority whose name begins at a token."""
        lexeme = self.lex[index]
        forms = [lexeme.key]
        if lexeme.conj or lexeme.prep:
            bare = lexeme.key[len(lexeme.conj) + len(lexeme.prep) :]
            article = self.document.pack.lexicon.morphology.article
            forms += [article + lexeme.stem] if lexeme.article else [bare]
        elif not lexeme.bits and len(lexeme.key) > 3 and lexeme.key[0] in self.document.pack.stuck:
            forms.append(lexeme.key[1:])
        for form in forms:
            for sequence in self._by_first.get(_folded(form), ()):
                length = self._length(sequence, index, last)
                if length:
                    return self._named(sequence, index, length)
        return None

    def _length(self, sequence: NameSequence, index: int, last: int) -> int:
        """Return how many tokens a name takes (its own dots and dashes among them); 0 for no match."""
        at = index + 1
        for word in sequence.words[1:]:
            while at < last and self.key[at] in ".-–":
                at += 1
            if at >= last or _folded(self.key[at]) != word:
                return 0
            at += 1
        if len(sequence.words) > 1 and len(sequence.words[-1]) == 1 and at < last and self.key[at] == ".":
            at += 1
        if self.lex[index].bits & lx.LATIN and not sequence.fits(self.document.tokens.words(index, at)):
            return 0
        return at - index

    def _named(self, sequence: NameSequence, index: int, length: int) -> Named:
        outlet = None
        if len(sequence.outlets) == 1:
            outlet = self.authority.by_id(sequence.outlets[0])
        else:
            bearers = [self.authority.by_id(key) for key in sequence.outlets]
            outlet = next((o for o in bearers if o and o.country == self.country), None)
        first = index + sequence.generic
        return Named((first, index + length), outlet, sequence.ambiguous)

    def after_generic(self, index: int, last: int) -> Named | None:
        """Return the outlet after a generic word ("channel X") that stands at a token."""
        whole = self.known(index, last)
        if whole is not None and whole.name[1] > index + 2:
            return whole
        at = index + 1
        while at < last and self.lex[at].bits & (lx.MEDIA | lx.NETWORK) and not self.known(at, last):
            at += 1
        if at < last and self.key[at] in ("ل", "ب"):
            at += 1
        if at >= last:
            return self._definite(index, at)
        quote = self.document.quote_at.get(at)
        if quote is not None and quote.closed and quote.after - at <= NAME_TOKENS + 4:
            found = self.known(quote.open + 1, quote.close)
            return Named((quote.open + 1, quote.close), found.outlet if found else None, False)
        known = self.known(at, last)
        if known is not None:
            return known._replace(ambiguous=False)
        if self.lex[index].article and at == index + 1:
            return self._definite(index, last)
        return self._unknown(at, last)

    def _definite(self, index: int, last: int) -> Named | None:
        """Read "the national radio": the generic word is part of the name."""
        if not self.lex[index].article:
            return None
        end = index + 1
        while end < min(last, index + NAME_TOKENS) and self.lex[end].article and not self.lex[end].prep:
            end += 1
        if end == index + 1:
            return None
        known = self.known(index, end)
        return Named((index, end), known.outlet if known else None, False)

    def _unknown(self, index: int, last: int) -> Named | None:
        """Read the name of an outlet that the authority does not know."""
        end = index
        stop = lx.PREP | lx.COMP | lx.TIME | lx.REL | lx.CONNECT | lx.NEG | lx.AUX
        while end < min(last, index + NAME_TOKENS):
            lexeme = self.lex[end]
            if not self.key[end][:1].isalnum() or lexeme.bits & stop and not lexeme.article:
                break
            if lexeme.prep or lexeme.conj or self.nouns._is_verb(end):
                break
            if end > index and lexeme.bits & lx.DEMONYM and lexeme.article:
                break
            end += 1
        return Named((index, end), None, False) if end > index else None

    def text(self, name: Range) -> str:
        """Return an outlet's name as the report writes it, nothing stuck to it."""
        first, last = name
        text = self.document.tokens.words(first, last)
        lexeme = self.lex[first]
        article = self.document.pack.lexicon.morphology.article
        if lexeme.prep or lexeme.conj:
            text = article + text[lexeme.front :] if lexeme.article else text[len(lexeme.conj) + len(lexeme.prep) :]
        elif not lexeme.bits and lexeme.key[0] in self.document.pack.stuck and self._stuck_known(first):
            text = text[1:]
        return text.strip(" \"'«»“”„()،,:؛")

    def _stuck_known(self, index: int) -> bool:
        key = self.lex[index].key
        return _folded(key) not in self._by_first and _folded(key[1:]) in self._by_first
