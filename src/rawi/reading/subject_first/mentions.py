"""What a phrase says of somebody: the name in it, the role, whether it is a pronoun."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.records import Kind

#: A name has no more words than this.
NAME_WORDS: Final = 6


@dataclass(slots=True)
class Mention:
    """One phrase that speaks.

    `name` is the range of the proper name in it (None where it has none), `core` the phrase
    without determiner, relative clauses and appositions; `heads` the lemmas of its roles.
    """

    where: Range
    core: Range
    name: Range | None = None
    kind: Kind = "person"
    features: int = 0
    heads: frozenset[str] = frozenset()
    pronoun: bool = False
    definite: bool = False
    indefinite: bool = False
    generic: bool = False
    words: frozenset[str] = field(default_factory=frozenset)


class Mentions:
    """Reads the phrases of one document that name who speaks."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = document.grammar
        self.tokens = document.tokens
        self.word = document.word
        self.key = document.key
        self._own = document.grammar.words_of("way_prepositions")

    def read(self, where: Range) -> Mention:
        """Return what a phrase says of who it names."""
        first, last = where
        if last - first == 1 and self.word[first].bits & (w.PRON | w.OBJ | w.POSS):
            return Mention(where, where, pronoun=True, features=self.word[first].features)
        segments = self._segments(first, last)
        core = self._core(*segments[0])
        found = Mention(where, core)
        self._take_determiner(found, segments[0][0])
        for segment in segments:
            name = self._person(*segment, alone=segment is not segments[0])
            if name is not None:
                found.name = name
                break
        heads = [
            self.word[i].lemma
            for start, end in segments
            for i in range(start, end)
            if self.word[i].bits & (w.ROLE | w.PERSON) and not self._is_in(i, found.name)
        ]
        found.heads = frozenset(heads)
        found.features = self._features(found, segments)
        if found.name is None or not self._is_human(found, segments[0]):
            self._as_body(found, segments[0])
        return found

    def _is_in(self, index: int, name: Range | None) -> bool:
        return name is not None and name[0] <= index < name[1]

    # -- stretches -----------------------------------------------------------------

    def _segments(self, first: int, last: int) -> list[Range]:
        """Return the stretches of a phrase between commas, relative clauses left out."""
        found: list[Range] = []
        at = first
        while at < last:
            end = at
            while end < last and self.key[end] not in ",;:(" and not (
                self.word[end].bits & w.REL and end > at and self.word[end].is_word
            ):
                end += 1
            if end > at and not self.word[at].bits & w.REL:
                found.append((at, end))
            while end < last and self.key[end] not in ",;:)":
                end += 1
            at = end + 1
        return found or [(first, last)]

    def _core(self, first: int, last: int) -> Range:
        """Return a stretch without its determiner and what a participle adds to it."""
        while first < last - 1 and (
            self.word[first].bits & w.DET and not self.word[first].bits & (w.NUM | w.OTHER)
            and not self.word[first].caps or not self.word[first].is_word
        ):
            first += 1
        end = first + 1
        while end < last:
            word = self.word[end]
            lower = not word.upper
            if lower and end > first and word.bits & (w.VERB | w.SPEAKTO | w.HIDDEN) and not (
                word.bits & w.HEADS or self.word[end - 1].bits & (w.PREP | w.DET)
            ):
                break
            if lower and word.key.endswith(self.grammar.gerund_endings) and not word.bits:
                break
            end += 1
        while end > first + 1 and (
            self.word[end - 1].bits & w.PREP and not self.word[end - 1].upper
            or not self.word[end - 1].is_word and self.key[end - 1] not in ".)"
            and self.document.quote_before(end) is None
        ):
            end -= 1
        return first, end

    def _take_determiner(self, found: Mention, first: int) -> None:
        word = self.word[first]
        if word.bits & w.INDEF or word.bits & w.CARDINAL:
            found.indefinite = True
        elif word.bits & w.DET:
            found.definite = True

    # -- names ---------------------------------------------------------------------

    def _person(self, first: int, last: int, *, alone: bool) -> Range | None:
        """Return the name of a person in a stretch: what ends it, roles before it left out."""
        end = first
        while end < last and not (
            self.word[end].bits & w.PREP and not self.word[end].upper
            and not self.word[end].bits & w.PARTICLE
        ):
            if end in self.document.quote_at:
                break
            if self.word[end].bits & w.VERB and not self.word[end].upper:
                break
            end += 1
        while end > first and (
            not self.word[end - 1].is_word or self.word[end - 1].bits & (w.TIME | w.ADV)
            and not self.word[end - 1].upper
        ):
            end -= 1
        stop = end
        while end > first and not self._names(end - 1) and self.word[end - 1].caps:
            end -= 1  # letters after a name: KC, MP
        if end == first:
            end = stop
        start = end
        while start > first and self._names(start - 1):
            start -= 1
        while start < end and self._is_title(start, first, end):
            start += 1
        if start >= end:
            return None
        if not self.word[start].upper and not self.word[start].bits & w.PARTICLE:
            return None
        words = [self.word[i] for i in range(start, end) if self.word[i].is_word]
        if len(words) > NAME_WORDS or any(
            word.bits & (w.BODYPART | w.MEDIAPART) for word in words
        ):
            return None
        if start > first:
            before = self.word[start - 1]
            if before.bits & w.DET and not before.bits & w.TITLE:
                return None  # "the Guardian"
            described = any(
                self.word[i].bits & (w.ROLE | w.PERSON | w.TITLE | w.GIVEN)
                for i in range(first, start)
            )
            if not described:
                bodied = any(self.word[i].bits & (w.BODY | w.MEDIA) for i in range(first, start))
                return None if bodied or len(words) < 2 else (start, end)
        return start, end

    def _names(self, index: int) -> bool:
        """Say whether a token may be part of a person's name."""
        word = self.word[index]
        if not word.is_word:
            if self.key[index] == "." and index:
                before = self.word[index - 1]
                return before.upper and (
                    len(before.key) == 1 or before.key in self.grammar.abbreviations
                )
            return False
        if word.bits & w.PARTICLE and not word.upper:
            return index + 1 < len(self.word) and self.word[index + 1].upper
        if not word.upper or word.bits & (w.DET | w.GENITIVE):
            return False
        return not (word.bits & (w.ROLE | w.DEMONYM | w.BODY) and not word.bits & w.GIVEN)

    def _is_title(self, index: int, first: int, end: int) -> bool:
        """Say whether a word at the head of a name is a title, or begins the sentence."""
        word = self.word[index]
        if word.bits & w.TITLE and not word.bits & w.GIVEN:
            return index + 1 < end
        if not word.is_word:
            return True
        before = self.word[index - 1] if index else None
        if word.bits & (w.ROLE | w.PERSON | w.DEMONYM) and not word.bits & w.GIVEN:
            return True
        return bool(before is not None and before.bits & w.TITLE and self.key[index] == ".")

    def _is_human(self, found: Mention, segment: Range) -> bool:
        assert found.name is not None
        head = self.word[found.name[0]]
        if head.outlet and found.name[1] - found.name[0] == 1 and not head.bits & w.GIVEN:
            return bool(found.heads)
        return True

    def _as_body(self, found: Mention, segment: Range) -> None:
        """Read a phrase without a person's name: a body, a document, an unnamed person."""
        first, last = found.core
        head = self._head(first, last)
        bits = self.word[head].bits
        named = any(self.word[i].upper for i in range(first, last)) and (
            first > segment[0] or not self._begins(first) or last - first > 1
            or not bits & w.HEADS
        )
        found.name = None
        found.words = frozenset(
            self.word[i].stem for i in range(first, last)
            if self.word[i].is_word and not self.word[i].bits & (w.PREP | w.DET)
        )
        if bits & (w.ROLE | w.PERSON) and not bits & (w.BODY | w.DOC | w.MEDIA):
            found.kind = "person"
            found.heads |= {self.word[head].lemma}
            return
        found.heads |= {self.word[head].lemma}
        found.kind = "document" if bits & w.DOC and not bits & w.BODY else "organisation"
        found.generic = last - first == 1 and not named
        if not found.indefinite or named:
            found.name = self._bare_name(first, last)

    def _begins(self, index: int) -> bool:
        return index == 0 or not self.word[index - 1].is_word

    def _bare_name(self, first: int, last: int) -> Range:
        """Return a body's name without the generic word before it ("the charity Open Ledger")."""
        for index in range(first, last - 1):
            if self.word[index].bits & w.PREP and index > first:
                break
            word, after = self.word[index], self.word[index + 1]
            quoted = index + 1 in self.document.quote_at
            lower = word.bits & (w.BODY | w.MEDIA | w.DOC | w.THING) and not word.upper
            if lower and (after.upper or quoted) and not self._is_of(index + 1, last):
                if not quoted and not all(
                    self.word[i].upper or self.word[i].bits & (w.PREP | w.PARTICLE | w.CONJ | w.DET)
                    or not self.word[i].is_word for i in range(index + 1, last)
                ):
                    continue
                return (index + 1, last)
        return (first, last)

    def _is_of(self, index: int, last: int) -> bool:
        return bool(self.word[index].bits & w.PREP)

    def _head(self, first: int, last: int) -> int:
        """Return the head noun of a phrase: what stands before its first preposition."""
        end = first
        while end < last and not (
            self.word[end].bits & w.PREP and not self.word[end].upper and end > first
        ):
            end += 1
        for index in range(end - 1, first - 1, -1):
            if self.word[index].bits & w.HEADS and not self.word[index].bits & w.GENITIVE:
                following = self.word[index + 1].bits if index + 1 < end else 0
                if not following & w.GENITIVE:
                    return index
        return max(first, end - 1)

    def _features(self, found: Mention, segments: list[Range]) -> int:
        told = 0
        if found.name is not None:
            for index in range(found.name[0], found.name[1]):
                if self.word[index].bits & w.GIVEN:
                    told |= self.word[index].features & (w.MASC | w.FEM)
                    break
        for start, end in segments:
            for index in range(start, end):
                word = self.word[index]
                if word.bits & (w.TITLE | w.ROLE | w.PERSON) and not told & (w.MASC | w.FEM):
                    told |= word.features & (w.MASC | w.FEM)
                if word.bits & (w.ROLE | w.PERSON) and word.features & w.PLUR and not found.name:
                    told |= w.PLUR
        return told if told & (w.MASC | w.FEM) != w.MASC | w.FEM else told & ~(w.MASC | w.FEM)
