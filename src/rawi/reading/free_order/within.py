"""What somebody's quoted words say that others have said: statements inside a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Sentence
from rawi.reading.subject_first.drafts import Draft, Range

if TYPE_CHECKING:
    from rawi.reading.free_order.clauses import Clauses

#: A quotation that says what others have said has more words than this.
WORDS: Final = 5
#: A clause that somebody says has no fewer words, in another's words.
CLAUSE: Final = 3
_SAID: Final = ("clause", "quote", "object", "infinitive")
#: Who says something in another's words: whom they name, or who holds an office.
_SPEAKERS: Final = w.ROLE | w.BODY | w.MEDIA | w.GIVEN


class Within:
    """Finds the statements that one document's quotations tell of."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses
        self.document = clauses.document
        self.grammar = clauses.grammar
        self.word = clauses.word
        self.key = clauses.key
        self._naming = self.grammar.words_of("naming")
        self._thoughts = self.grammar.words_of("thoughts")

    def read(self, drafts: list[Draft]) -> list[Draft]:
        """Return what the quotations among drafts attribute to others."""
        taken = {span for draft in drafts for span in draft.cue}
        found: list[Draft] = []
        for outer in drafts:
            if outer.outer is not None or outer.kind == "question":
                continue
            for span in outer.content:
                for first, last in self._sentences(span):
                    if self._may_tell(first, last):
                        found += self._in(outer, first, last, taken)
        return found

    def _may_tell(self, first: int, last: int) -> bool:
        """Say whether a verb of speech stands in a sentence, and a clause or what it calls so."""
        if not any(word.bits & w.COMP for word in self.word[first:last]):
            return any(
                cue.lemma in self._naming for word in self.word[first:last] for cue in word.cues
            )
        return any(
            cue.form & (w.FINITE | w.GERUND) and cue.governs & w.QUOTE and not cue.governs & w.WEAK
            and cue.lemma not in self._thoughts
            for word in self.word[first:last] for cue in word.cues
        )  # fmt: skip

    def _in(self, outer: Draft, first: int, last: int, taken: set[Range]) -> list[Draft]:
        """Return what a sentence of somebody's quoted words attributes to others."""
        read = self._clauses.read(outer.sentence, Sentence(first, last, 0))
        found = [d for d in read if d.cue and d.cue[0] not in taken and self._is_anothers(d)]
        for draft in found:
            if draft.outer not in found:
                draft.outer = outer
            draft.kind = "within"
        return found

    def _sentences(self, span: Range) -> Iterator[Range]:
        """Yield the sentences inside the marks that a content stands in."""
        quote = self.document.quote_at.get(span[0])
        if quote is None or quote.after < span[1] or not quote.closed:
            return
        first, last = quote.open + 1, quote.close
        if self.document.tokens.count_words(first, last) <= WORDS:
            return
        start = first
        for at in range(first, last):
            ends = self.key[at] in self.grammar.sentence_marks or self.key[at] == "\n"
            behind = self.word[min(at + 1, last - 1)]
            if ends and (behind.upper or not behind.is_word):
                if at > start:
                    yield start, at
                start = at + 1
        if start < last:
            yield start, last

    def _is_anothers(self, draft: Draft) -> bool:
        """Say whether somebody else who is told of says something, rather than thinks or refuses.

        In another's words a clause or a quotation tells that; an object, only of who speaks.
        """
        if draft.source is None or not draft.content or draft.form is None:
            return False
        if draft.opening not in _SAID or draft.kind not in ("verb", "nested"):
            return False
        if self.word[draft.cue[0][0]].bits & w.NEG or draft.form.lemma in self._thoughts:
            return False
        words = [self.word[i] for i in range(*draft.source)]
        if any(word.bits & w.FIRST for word in words):
            return False
        speaks = bool(draft.form.governs & w.QUOTE)
        if words[0].bits & w.PRON:
            plural = draft.features & w.PLUR
            return speaks and draft.opening == "clause" and not plural and not self._aims(draft)
        head = next((word for word in words if word.bits & (w.HEADS | w.GIVEN)), words[0])
        somebody = bool(head.bits & _SPEAKERS)
        if draft.opening in ("clause", "quote"):
            named = somebody or any(map(self._is_name, range(*draft.source)))
            return speaks and named and not self._aims(draft)
        if draft.opening == "infinitive":
            return somebody and draft.shared
        return somebody and draft.form.lemma in self._naming

    def _aims(self, draft: Draft) -> bool:
        """Say whether a clause tells what for: "wrote in order to eat", "wrote to eat"."""
        first, last = draft.content[0]
        alone = self.document.tokens.count_words(first, last) < CLAUSE
        return alone or self.grammar.is_infinitive(self.word[first])

    def _is_name(self, index: int) -> bool:
        """Say whether a word with a capital is part of a name, whatever opens its sentence."""
        word = self.word[index]
        if not word.upper or word.bits & (w.PREP | w.PRON | w.ADV | w.CONJ):
            return False
        opens = not self.word[index - 1].is_word
        return not opens or bool(word.bits & w.GIVEN) or self._clauses.phrases.is_proper(index)
