"""One speaker in the making, and how phrases of the text are worded as names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from rawi.reading.document import Document
from rawi.reading.drafts import Range
from rawi.reading.inflect import FEM, MASC, PLUR
from rawi.reading.mentions import Mention
from rawi.records import Kind, Span, Speaker

_MARKS: Final = "\"'«»“”„"


@dataclass(slots=True, eq=False)
class Entity:
    """One speaker in the making: what the report calls them.

    `origins` are what somebody of the countries would be called that their offices tell of.
    """

    kind: Kind
    name: str
    name_words: frozenset[str]
    anonymous: bool
    features: int
    heads: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    role: str | None = None
    definite: bool = False
    also: list[str] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    mentioned: int = 0
    several: bool = False

    def record(self) -> Speaker:
        """Return the speaker's record."""
        also = tuple(dict.fromkeys(name for name in self.also if name != self.name))
        return Speaker(name=self.name, kind=self.kind, anonymous=self.anonymous, also=also,
                       role=self.role, evidence=tuple(self.evidence[:1]))  # fmt: skip


class Wording:
    """Words phrases of one document as they stand in a record."""

    def __init__(self, document: Document) -> None:
        self.tokens = document.tokens
        self.lex = document.tokens.lex
        self.pack = document.pack

    def role(self, mention: Mention) -> str | None:
        """Return title and function as written: the phrase without the name."""
        assert mention.name is not None
        first, last = mention.where
        before = self.text((first, mention.name[0])) if mention.name[0] > first else ""
        after = self.text((mention.name[1], last)) if mention.name[1] < last else ""
        told = (part for part in (before, after) if any(map(str.isalnum, part)))
        role = " ".join(told)
        return role or None

    def lemma(self, index: int) -> str:
        stem = self.lex[index].base
        lemma = self.pack.lemmas.get(stem)
        if lemma is not None:
            return lemma
        usual = self.pack.usual_endings.get(stem[-1:])  # as some of the press ends its words
        other = stem[:-1] + usual if usual else stem
        return self.pack.lemmas.get(other, other if self.pack.lexicon.bits(other) else stem)

    def others(self, words: set[str]) -> set[str]:
        """Return the other words for what words of a role tell ("parliament" for its assembly)."""
        found: set[str] = set()
        for told, meant in self.pack.synonyms:
            if told <= words:
                found |= meant
        return found

    def name(self, mention: Mention) -> str:
        """Return somebody's name as it stands in a record.

        Inside a phrase nothing is stuck to it, and before it only the preposition of address
        ("Kayleigh" is no "like Ayleigh").
        """
        assert mention.name is not None
        first = mention.name[0]
        lexeme = self.lex[first]
        stuck = first == mention.where[0] and lexeme.prep in {"", *self.pack.addressing}
        stuck = stuck or (first > 0 and self.tokens.key[first - 1] in self.pack.known_as)
        return self.text(mention.name, stuck=stuck or lexeme.article)

    def text(self, where: Range, *, stuck: bool = True) -> str:
        """Return a phrase's words, without what is `stuck` to the front of the first."""
        first, last = where
        text = self.tokens.words(first, last)
        lexeme = self.lex[first]
        stuck = stuck and not (first and self.tokens.key[first - 1] in _MARKS)
        if stuck and (lexeme.conj or lexeme.prep):
            text = self._without_front(first, text)
        dotted = last - first > 1 and len(self.tokens.key[last - 2]) == 1
        edges = self.pack.edges.replace(".", "") if dotted else self.pack.edges
        if "#" in text or "_" in text:  # a hashtag
            text = text.replace("#", "").replace("_", " ")
        text = " ".join(text.strip(edges).split()) or text
        if (
            len(text) > 2
            and text[0] in _MARKS
            and text[-1] in _MARKS
            and not set(text[1:-1]) & set(_MARKS)
        ):
            return text[1:-1]
        return text

    def _without_front(self, first: int, text: str) -> str:
        """Drop what is stuck to the front of a phrase, its article restored."""
        lexeme = self.lex[first]
        article = self.pack.lexicon.morphology.article
        if not lexeme.article:
            return text[len(lexeme.conj) + len(lexeme.prep) :]
        return article + text[lexeme.front :]


def admits(one: int, other: int) -> bool:
    """Say whether two sets of features may be of one speaker."""
    gender_one, gender_other = one & (MASC | FEM), other & (MASC | FEM)
    if gender_one and gender_other and not gender_one & gender_other:
        return False
    return not (one & PLUR and other and not other & PLUR)


__all__ = ["Entity", "Wording", "admits"]
