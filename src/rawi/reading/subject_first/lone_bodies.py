"""Bodies that only a name or a noun in the text tells, where every noun has a capital.

"Rovio streicht Stellen. … teilte das Unternehmen mit"; "das Bundeskartellamt … die Behörde".
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.cast import Cast
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range

#: A name that stands alone is a body's where it stands so often.
OFTEN: Final = 2
_NONE: Final = w.GIVEN | w.PLACE | w.TIME | w.TITLE | w.ROLE | w.PERSON | w.PRON | w.DET | w.NUM


class LoneBodies:
    """Finds the bodies of one document that are named without a word for what they are."""

    def __init__(self, document: Document, cast: Cast) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        self.cast = cast
        self._generic = document.grammar.words_of("generic_bodies")
        self._offices = document.grammar.words_of("public_bodies")
        self._starts = frozenset(sentence.first for sentence in document.sentences)
        self._counted: Counter[str] | None = None

    def before(self, at: int, heads: frozenset[str]) -> Range | None:
        """Return the body before a token that a generic word means: a noun for one, a name."""
        if not self.document.grammar.noun_capitals:
            return None
        return self._noun(at, heads) or self._name(at)

    def _noun(self, at: int, heads: frozenset[str]) -> Range | None:
        """Return the body whose noun opens a sentence: "Das Bundeskartellamt prüft"."""
        for index in range(at - 1, -1, -1):
            word = self.word[index]
            if not word.bits & w.BODY or word.key in self._generic or word.upper:
                continue
            led = index and self.word[index - 1].bits & w.DET and index - 1 in self._starts
            if not led or not heads & self._offices:
                continue
            end = index + 1
            while end < at and self.word[end].is_word and self.word[end].upper:
                end += 1
            return (index, end)
        return None

    def _name(self, at: int) -> Range | None:
        """Return the name that stands alone most often, the nearest of its places."""
        counted = self._names()
        best: tuple[int, int] | None = None
        for index in self.document.tokens.upper:
            if index >= at:
                break
            times = counted.get(self.key[index], 0)
            if times >= OFTEN and (best is None or times >= best[0]):
                best = (times, index)
        return None if best is None else (best[1], best[1] + 1)

    def _names(self) -> Counter[str]:
        """Count the words that stand for nobody and nothing known, no name beside them."""
        if self._counted is None:
            people = {word for known in self.cast.people for word in known.words}
            self._counted = Counter(
                self.key[i] for i in self.document.tokens.upper
                if self._is_alone(i) and self.word[i].stem not in people
            )  # fmt: skip
        return self._counted

    def _is_alone(self, index: int) -> bool:
        word = self.word[index]
        if word.bits & _NONE or word.cues or not word.is_word or len(word.key) < 2:
            return False
        beside = (index - 1, index + 1)
        return not any(0 <= i < len(self.word) and self.word[i].upper for i in beside)
