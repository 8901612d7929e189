"""The nominative of phrases in languages whose articles and nouns decline.

"Nach Angaben des Ministeriums", "von Ärzten", "laut einem hohen Beamten": who speaks is called
"Ministerium", "Ärzte", "ein hoher Beamter".
"""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range

#: The part of a compound by which it is known has so many letters at least.
_TAIL = 4


class Nominatives:
    """Writes phrases of one document in the nominative."""

    def __init__(self, document: Document) -> None:
        self.grammar = document.grammar
        self.tokens = document.tokens
        self.word = document.word
        self.key = document.key
        words = self.grammar.words_of
        self._one = words("dative_articles") | words("oblique_articles") | words("contracted")
        self._accusatives = words("accusatives")
        self._loose = words("loose_datives") | words("genitive_articles") | words("plural_datives")
        table = self.grammar.declined
        self._some: dict[str, str] = table.get("articles", {})
        self._weak: dict[str, str] = table.get("weak", {})
        self._strong: dict[str, str] = table.get("strong", {})
        self._genitives: list[str] = table.get("genitive", [])
        self._datives: list[str] = table.get("dative", [])
        #: what "ein Beamter" has more than "der Beamte"
        self._more: str = table.get("nominal", "")

    def words(self, where: Range) -> str:
        """Return the text of a phrase, its article, adjectives and noun in the nominative."""
        first, last = where
        text = self.tokens.words(first, last)
        head = self._head(first, last)
        if head is None:
            return text
        article = first if self._is_article(first) else first - 1
        led = article >= 0 and self._is_article(article)
        key = self.key[article] if led else ""
        one = key in self._one or (key in self._accusatives and not self._is_several(head))
        if (not one and key not in self._loose) if led else not self._is_several(head):
            return text
        forms: dict[int, str] = {}
        some = key in self._some
        told = self.word[head]
        noun = self._singular(head, some=some) if one else self._plural(head)
        forms[head] = noun
        for at in range(max(first, article + 1), head):
            forms[at] = self._adjective(at, told, some=some)
        if some and article == first:
            ending = self._some[key]
            forms[first] = self._like(first, ending)
        return self._written(first, last, forms)

    def _is_article(self, index: int) -> bool:
        key = self.key[index]
        known = key in self._one or key in self._accusatives or key in self._loose
        return known or bool(self.word[index].bits & w.DET and not self.word[index].capital)

    def _head(self, first: int, last: int) -> int | None:
        """Return the noun of a phrase: no name, before what a preposition adds."""
        for at in range(first, last):
            word = self.word[at]
            if not word.is_word or (at > first and word.bits & w.PREP):
                return None
            if word.capital and not word.upper and not word.bits & (w.DET | w.PREP):
                return at
            if word.upper and not word.bits & (w.DET | w.DEMONYM | w.ADJ | w.PREP):
                return None
        return None

    def _is_several(self, head: int) -> bool:
        word = self.word[head]
        return bool(word.bits & w.PLURAL) and not word.features & w.SING

    def _tail(self, key: str) -> tuple[str, str] | None:
        """Return what stands before the noun of the tables in a word, and that noun."""
        starts = range(max(1, len(key) - _TAIL + 1))
        start = next((i for i in starts if key[i:] in self.grammar.noun_lemmas), None)
        return None if start is None else (key[:start], key[start:])

    def _singular(self, head: int, *, some: bool) -> str:
        key = self.key[head]
        found = self._tail(key)
        if found is None:
            genitive = next((e for e in self._genitives if key.endswith(e)), "")
            return self._like(head, key[: len(key) - len(genitive)])
        lemma = self.grammar.noun_lemmas[found[1]]
        if some and lemma + self._more in self.grammar.noun_lemmas:
            lemma += self._more  # "ein Beamter", "der Beamte"
        return self._like(head, found[0] + lemma)

    def _plural(self, head: int) -> str:
        key = self.key[head]
        found = self._tail(key)
        if found is None or not self._is_several(head):
            return self._like(head, key)
        front, noun = found
        for ending in self._datives:
            bare = noun.removesuffix(ending)
            same = self.grammar.noun_lemmas.get(bare) == self.grammar.noun_lemmas[noun]
            if bare != noun and same and self.grammar.is_plural(bare):
                return self._like(head, front + bare)
        return self._like(head, key)

    def _adjective(self, at: int, noun: w.Word, *, some: bool) -> str:
        """Return an adjective as it stands before its noun in the nominative."""
        word = self.word[at]
        for ending, was in self._weak.items():
            if not word.is_word or word.bits & (w.NUM | w.ADV) or not word.key.endswith(ending):
                continue
            gender = "f" if noun.features & w.FEM else "m" if noun.features & w.MASC else "n"
            told = self._strong.get(gender, was) if some else was
            return self._like(at, word.key[: -len(ending)] + told)
        return self._like(at, word.key)

    def _like(self, index: int, key: str) -> str:
        """Return a form of a word with the capitals of that word."""
        form = self.tokens.text[self.tokens.start[index] : self.tokens.end[index]]
        if self.grammar.fold(form) != self.key[index] or len(form) != len(self.key[index]):
            return form
        same = 0
        while same < min(len(key), len(form)) and self.key[index][same] == key[same]:
            same += 1
        return form[:same] + key[same:]

    def _written(self, first: int, last: int, forms: dict[int, str]) -> str:
        parts: list[str] = []
        end = self.tokens.start[first]
        for at in range(first, last):
            start = self.tokens.start[at]
            parts.append(self.tokens.text[end:start])
            end = self.tokens.end[at]
            parts.append(forms.get(at, self.tokens.text[start:end]))
        return "".join(parts)
