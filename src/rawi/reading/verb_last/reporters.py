"""Outlets in no list that a text tells by what was said to them: "RİK'e yaptığı açıklamada"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.verb_last.suffixes import DATIVE, GENITIVE, SuffixGrammar

#: Words that tell what was done stand so near behind a name, in tokens.
NEAR: Final = 3
#: The name of an outlet in no list has no more tokens.
NAME: Final = 4
#: What no word of an outlet's name is.
_NOT: Final = (
    w.ROLE | w.TITLE | w.PERSON | w.BODY | w.GIVEN | w.PLACE | w.DEMONYM | w.TIME | w.PRON
    | w.OCCASION | w.DET | w.LINK | w.ADV | w.CONJ
)  # fmt: skip


class Reporters:
    """Finds the names that one document tells as those of outlets."""

    def __init__(self, document: Document, grammar: SuffixGrammar) -> None:
        self.word = document.word
        self.key = document.key
        self.tokens = document.tokens
        words = grammar.words_of
        self._told, self._aired = words("told_outlets"), words("aired")
        self._given, self._never = words("given_to"), words("not_outlets")

    def read(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Return the names found, as folded words, by their first."""
        found: dict[str, tuple[tuple[str, ...], ...]] = {}
        people = self._people()
        for index in self.tokens.upper:
            end = index + 1
            if end >= len(self.word) or not self.word[end].bits & w.GENITIVE:
                continue
            if not self._is_told(end):
                continue
            first = self._begin(index)
            name = tuple(self.key[first:end])
            if name and not people.issuperset(name) and name not in found.get(name[0], ()):
                found[name[0]] = (*found.get(name[0], ()), name)
        return found

    def _people(self) -> frozenset[str]:
        """Return the words that stand in names of people somewhere in the text."""
        who = w.ROLE | w.GIVEN | w.TITLE
        names = (i for i in self.tokens.upper if i and self.word[i - 1].bits & who)
        return frozenset(self.key[i] for i in names if not self.word[i].bits & w.MEDIAPART)

    def _is_told(self, suffix: int) -> bool:
        """Say whether the words behind a name tell that somebody spoke to it."""
        case = self.word[suffix].mask or 0
        behind = self.key[suffix + 1 : suffix + 1 + NEAR]
        if case & DATIVE:
            given = bool(behind) and behind[0] in self._given  # "yaptığı | açıklamada"
            talks = given and any(self._is_talk(suffix + 1 + n) for n in range(1, len(behind)))
            return talks or (bool(behind) and behind[0] in self._told)
        return bool(case & GENITIVE) and any(key in self._aired for key in behind)

    def _is_talk(self, index: int) -> bool:
        word = self.word[index]
        return bool(word.bits & (w.OCCASION | w.DOC)) and not word.upper

    def _begin(self, last: int) -> int:
        """Return where a name begins that ends at a token; the token after it, if it is none."""
        at = last + 1
        while at > max(0, last + 1 - NAME):
            word = self.word[at - 1]
            named = self.word[last].bits & w.MEDIAPART and at <= last  # "Deniz | Haber"
            if not word.is_word or not word.upper or (word.bits & _NOT and not named) or word.mask:
                break
            if self.key[at - 1] in self._never:
                return last + 1
            at -= 1
        return at
