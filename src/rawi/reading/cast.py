"""The people whom a report names, speaking or not: full names, roles, where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Document
from rawi.reading.drafts import Range
from rawi.reading.inflect import FEM, MASC
from rawi.reading.mentions import Mention, Mentions
from rawi.reading.nouns import NounPhrases

#: A phrase that names somebody is read no further than this, in tokens.
REACH: Final = 24


@dataclass(slots=True)
class Known:
    """Somebody whom the report names.

    `name` is the fullest name, `words` its folded words; `mentions` the phrases that give it,
    in the order of the text.
    """

    name: Range
    words: frozenset[str]
    features: int
    mentions: list[Mention] = field(default_factory=list)


class Cast:
    """The named people of one document."""

    def __init__(self, document: Document, nouns: NounPhrases, mentions: Mentions) -> None:
        self.document = document
        self.lex = document.tokens.lex
        self.nouns = nouns
        self.mentions = mentions
        self.people: list[Known] = []
        for mention in self._named():
            self._register(mention)
        mentions.know(
            frozenset(self.lex[known.name[1] - 1].base for known in self.people if known.name[1])
        )
        self.tails = self._tails()
        mentions.name_words = frozenset(
            self.lex[index].base for known in self.people for index in range(*known.name)
        )

    def _named(self) -> list[Mention]:
        """Return the phrases outside quotations that give somebody's name."""
        found: list[Mention] = []
        index, size = 0, len(self.lex)
        while index < size:
            quote = self.document.quote_at.get(index)
            if quote is not None and quote.closed:
                index = quote.after
                continue
            if not self._may_open(index):
                index += 1
                continue
            end = self.nouns.end(index, min(index + REACH, size), objects=True)
            if end < size and self.lex[end].article and self.lex[end].bits & lx.ROLE:
                end = max(end, self.nouns.end(index, min(index + REACH, size)))
            mention = self.mentions.read((index, end)) if end > index + 1 else None
            mention = self._first_named(mention) if mention is not None else None
            if mention is None or mention.name is None or mention.kind != "person":
                index += 1
                continue
            found.append(mention)
            index = max(mention.name[1], index + 1)
        return found

    def _first_named(self, mention: Mention) -> Mention:
        """Return the part of a phrase that names its first person ("the Greek X and the …")."""
        first, last = mention.where
        if not mention.several:
            last = (mention.name or mention.where)[0]
        for index in range(first + 1, last):
            if self.lex[index].conj and (self.lex[index].article or mention.several):
                part = self.mentions.read((mention.where[0], index))
                if part.name is not None and part.kind == "person":
                    return part
        return mention

    def _may_open(self, index: int) -> bool:
        bits = self.lex[index].bits
        if bits & (lx.ROLE | lx.TITLE):
            return True
        if bits & lx.UNNAMED:
            return self.lex[index].article
        after = self.lex[index + 1] if index + 1 < len(self.lex) else None
        if after is None or not bits & lx.GIVEN or self.lex[index].outlet:
            return False
        if self.lex[index].prep and bits & lx.PHRASE:
            return False
        if self.lex[index].conj and self.lex[index].cues:
            return False  # "and he thanked X"
        opens = not index or not self.document.tokens.is_word(index - 1)
        if bits & lx.HOMOGRAPH and opens and self.lex[index + 1].bits & lx.NAME:
            return False  # "and X ibn Y replied", not a given name
        if self.lex[index].cues and self._is_role(index + 1):
            return False  # "the director told": a verb before its subject
        if index and self._governs(index - 1) and not self.lex[index - 1].bits & lx.NAMING:
            return False
        if not bits & lx.AMBIGUOUS or (index and self.lex[index - 1].bits & lx.NAMING):
            return True
        return bool(after.bits & lx.NAME) and not bits & (lx.PREP | lx.CONNECT | lx.TIME)

    def _is_role(self, index: int) -> bool:
        """Say whether a definite role stands at a token."""
        role = lx.ROLE | lx.UNNAMED | lx.TITLE
        if index >= len(self.lex) or not self.lex[index].article:
            return False
        return bool(self.lex[index].bits & role and not self.lex[index].bits & lx.FAMILY)

    def _governs(self, index: int) -> bool:
        """Say whether a noun wants a genitive: a street, a school or a paper of that name."""
        lexeme = self.lex[index]
        things = lx.NOUN | lx.BODY | lx.MEDIA | lx.DOC
        return bool(lexeme.bits & things) and not (
            lexeme.article or lexeme.bits & (lx.ADJ | lx.NAME) or lexeme.cues
        )

    def _register(self, mention: Mention) -> None:
        assert mention.name is not None
        words = self.mentions.stems(mention.name)
        before = self.lex[mention.name[0] - 1] if mention.name[0] > mention.where[0] else None
        titled = before is not None and before.bits & (lx.TITLE | lx.ROLE | lx.UNNAMED)
        if max(map(len, words)) < 2 or (len(words) < 2 and not titled):
            return
        for known in self.people:
            if self.mentions.same_name(known.words, words):
                known.mentions.append(mention)
                if len(words) > len(known.words):
                    known.name, known.words = mention.name, words
                if not known.features & (MASC | FEM):
                    known.features = mention.features
                return
        self.people.append(Known(mention.name, words, mention.features, [mention]))

    def _tails(self) -> dict[str, list[tuple[str, ...]]]:
        """Return what people are called by alone, by its first word: names without their first."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for known in self.people:
            words = tuple(self.lex[index].base for index in range(*known.name))
            for first in range(1, len(words)):
                tail = words[first:]
                if tail not in found.setdefault(tail[0], []):
                    found[tail[0]].append(tail)
        for tails in found.values():
            tails.sort(key=len, reverse=True)
        return found

    def tail_at(self, index: int) -> int:
        """Return how many tokens at one are what somebody known is called by; 0 for none."""
        for tail in self.tails.get(self.lex[index].base, ())[:8]:
            if index + len(tail) <= len(self.lex) and all(
                self.lex[index + at].base == word for at, word in enumerate(tail)
            ):
                return len(tail)
        return 0

    def called(self, words: frozenset[str]) -> list[Known]:
        """Return the people who may be meant by a name."""
        return [known for known in self.people if self.mentions.same_name(known.words, words)]


__all__ = ["Cast", "Known"]
