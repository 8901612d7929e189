"""Outlets that are called by a common noun: "der Zeit sagte sie", but "in der Zeit danach"."""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document


class NounOutlets:
    """Tells of the nouns of one document whether an outlet of that name is meant."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        words = document.grammar.words_of
        self.nouns = words("noun_outlets")
        self._articles = words("name_articles") | words("dative_articles")
        self._citing = words("citing_prepositions")
        self._hearing = words("hearing_prepositions")
        self._contracted = words("contracted")
        self._claims = words("claims") | words("remarks")

    def is_plain(self, index: int) -> bool:
        """Say whether a noun at a token, in no marks, is no outlet's name."""
        if self.key[index] not in self.nouns or self.document.quote_over(index) is not None:
            return False
        return not (index and self._is_meant(index))

    def _is_meant(self, index: int) -> bool:
        before = self.word[index - 1]
        if not before.is_word or before.bits & w.CONJ:
            return self._is_listed(index - 1)
        if before.bits & w.MEDIA or self.key[index - 1] in self._citing | (
            self._hearing - self._articles
        ):
            return True
        if self.key[index - 1] in self._contracted:
            return index > 1 and self._tells(index - 2)
        if self.key[index - 1] not in self._articles or index < 2:
            return False
        return self._is_told(index - 2) or self._reports(index)

    def _is_listed(self, mark: int) -> bool:
        """Say whether a mark or "and" stands between an outlet and a noun, or a credit's mark."""
        joined = self.key[mark] == "," or self.word[mark].bits & w.CONJ
        named = mark > 0 and bool(self.word[mark - 1].outlet)
        return named if joined else self.key[mark] in ":/("

    def _is_told(self, at: int) -> bool:
        """Say whether what stands before an article leads to an outlet: "sagte sie | der Zeit"."""
        word = self.word[at]
        if word.bits & w.PREP and not word.bits & w.PRON:
            heard = self.key[at] in self._hearing - self._articles
            return heard or (at > 0 and bool(self.word[at - 1].bits & (w.OCCASION | w.DOC)))
        return self._tells(at) or self.key[at] in self._claims

    def _tells(self, at: int) -> bool:
        """Say whether who speaks stands at a token, the verb, or a talk or a text."""
        word = self.word[at]
        who = w.PRON | w.OCCASION | w.DOC
        says = any(not cue.form & w.NOUN for cue in word.cues)
        return bool(word.bits & who or says or (word.upper and not word.bits & w.PREP))

    def _reports(self, index: int) -> bool:
        """Say whether a verb of reporting follows a noun and its article: "die Zeit meldet"."""
        after = self.word[index + 1] if index + 1 < len(self.word) else None
        led = after is not None and any(
            cue.form & w.FINITE and cue.governs & (w.RELAYS | w.QUOTE) for cue in after.cues
        )
        return led and bool(self.word[index - 1].bits & w.DET)
