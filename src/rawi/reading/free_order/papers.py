"""What documents say: "in the report it says that", "out of the report it follows that"."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.ends import Ends
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.free_order.subjects import OWNED, Subject
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range

#: The phrase for a writing before ", in which it says" is no longer, in tokens.
PHRASE: Final = 12


class Papers:
    """Reads the verbs of one document's sentences that tell what stands in a paper."""

    def __init__(self, phrases: Phrases, ends: Ends) -> None:
        self.phrases = phrases
        self.ends = ends
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        lists = phrases.grammar.words_of
        self._following, self._places = lists("following"), lists("place_prepositions")
        self._in_it, self._out_of = lists("in_it"), lists("out_of")
        self._printed = lists("printed") | lists("statements")
        self._speeches, self._about = lists("speeches"), lists("about")

    def _added(self, at: int, bounds: Range) -> Draft | None:
        """Return the draft of "it is added: “…”": who spoke last goes on."""
        first, last = bounds
        quote = self.phrases.document.quote_at.get(at + 2)
        if quote is None or at + 1 >= last or self.key[at + 1] not in self.grammar.colons:
            return None
        if not all(self.word[i].bits & (w.ADV | w.LINK | w.CONJ) for i in range(first, at)):
            return None
        return Draft([(at, at + 1)], [(quote.open, quote.after)], "document", 0, kind="quotation",
                     opening="colon", around=bounds)  # fmt: skip

    def _source(self, at: int, first: int) -> Subject | None:
        """Return the document in which something is said, before the verb."""
        verb, at = at, self._past_relative(at, first)
        index = at
        while index > first and self.word[index - 1].is_word:
            index -= 1
        if index > first + 2 and self.key[first + 1] in self._in_it:
            index = first  # "in it, in particular, it says"
        if self.key[verb] in self._following:
            return self._drawn_from(index, at) or self._drawn_from(first, min(first + 1, at), at)
        who = self.phrases.read(index, at, c.NOMINATIVE)
        if who is not None and who.last > who.first + 1 and who.last >= at and (
            self.word[who.head].bits & (w.ROLE | w.PERSON)
        ):  # fmt: skip
            return None  # "the source in the government admits"
        while index < at:
            if self.key[index] in self._places:
                phrase = self.phrases.read(index + 1, at, c.LOCATIVE)
                if phrase is not None:
                    return Subject((index, phrase.last), phrase.head, True)
                told = self._of_which(index, first)
                if told is not None:
                    return told
                if index + 1 < at and self.key[index + 1] in self._in_it:
                    return Subject((index + 1, index + 2), index + 1)
            index += 1
        return None

    def _of_which(self, at: int, first: int) -> Subject | None:
        """Return the writing before ", in which it says": the longest phrase that ends there."""
        if at - 2 < first or self.key[at - 1] != "," or not self.word[at + 1].bits & w.REL:
            return None
        for index in range(max(first, at - 1 - PHRASE), at - 1):
            phrase = self.phrases.read(index, at - 1, c.ANY)
            if phrase is None or phrase.last != at - 1 or self.word[index].bits & w.PREP:
                continue
            if self.word[phrase.head].bits & (w.DOC | w.POST) or (
                self.word[phrase.head].lemma in self._printed
            ):
                return Subject(phrase.span, phrase.head)
        return None

    def _past_relative(self, at: int, first: int) -> int:
        """Return the comma of a clause that parts a document from a verb; else the verb.

        "In the ruling, parts of which X quotes, it says that"; "in the study, printed in X, …".
        """
        if at - 2 <= first or self.key[at - 1] != ",":
            return at
        comma = next((i for i in range(at - 2, first, -1) if self.key[i] == ","), first)
        opens = range(comma + 1, min(comma + 1 + OWNED, at))
        relative = any(self.word[i].bits & w.REL for i in opens)
        added = relative or self.phrases.is_participle(comma + 1)
        return comma if comma > first and added else at

    def _drawn_from(self, first: int, at: int, last: int = 0) -> Subject | None:
        """Return the document "out of" which something follows, before the verb."""
        for index in range(first, at):
            phrase = self.phrases.read(index + 1, last or at, c.GENITIVE)
            if self.key[index] in self._out_of and phrase is not None:
                return Subject((index + 1, phrase.last), phrase.head)
        return None

    def read(self, at: int, bounds: Range) -> Draft | None:
        """Return the draft of "in the report it says that"."""
        first, last = bounds
        source = self._source(at, first)
        if source is None:
            return self._added(at, bounds)
        begin = at + 1
        while begin < last and self.word[begin].bits & w.ADV:
            begin += 1
        draft = Draft([(at, at + 1)], [], "document", 0, source=source.span, kind="document")
        draft.around = bounds
        if self.key[at] in self._following:
            draft.kind = "according"  # its source stands in the genitive
            draft.cue.insert(0, (source.span[0] - 1, source.span[0]))
        elif begin < last and self.word[begin].lemma in self._speeches:
            draft.cue, begin = [(at, begin + 1)], begin + 1
            if self.grammar.is_infinitive(self.word[min(begin, last - 1)]):
                draft.opening = "infinitive"
                draft.content = [(begin, self.ends.clause(begin, last))]
                return draft
        if begin + 1 < last and self.key[begin] == "," and self.word[begin + 1].bits & w.COMP:
            draft.opening = "clause"
            draft.content = [(begin + 2, self.ends.clause(begin + 2, last))]
            return draft
        if begin + 1 < last and self.key[begin] in self._about:
            if self.word[begin + 1].bits & w.ADJ and not self.word[begin + 1].bits & w.POSS:
                return None  # "in the letter this is told of"
            draft.opening = "preposition"
            end = self.ends.phrase_end(begin + 1, self.ends.clause(begin + 1, last))
            draft.content = [(begin + 1, end)]
            return draft
        if begin < last and self.key[begin] in self.grammar.colons:
            draft.opening = "colon"
            quote = self.document.quote_at.get(begin + 1)
            end = quote.after if quote is not None else self.ends.clause(begin + 1, last)
            draft.content = [(begin + 1, end)]
            return draft
        return None
