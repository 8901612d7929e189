"""What an object is called: "Den Plan nannte er … als Irrweg", "Als Irrweg bezeichnete er …"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.verb_second.subjects import Placed
from rawi.reading.verb_second.verbs import Verb, Verbs

#: What an object is called stands before its verb in no more tokens.
FRONTED: Final = 20


class Called:
    """Finds what the objects of one document are called, apart from them."""

    def __init__(self, document: Document, verbs: Verbs) -> None:
        self.document = document
        self.verbs = verbs
        self.word = document.word
        self.key = document.key
        self._as = document.grammar.words_of("as")

    def before(self, verb: Verb, placed: Placed) -> Range | None:
        """Return what an object is called where it stands before its verb: "Als „Irrweg“ …"."""
        if verb.final or placed.begin > verb.finite:
            return None
        low = self.verbs.left(verb.finite, max(0, verb.finite - FRONTED), through=True)
        led = (i for i in range(low, verb.finite - 1)
               if self.key[i] in self._as and self.word[i].capital)  # fmt: skip
        begin = next(led, None)  # behind a dateline, too
        if begin is None:
            return None
        where = (begin, verb.finite)
        loose = not verb.cue.needs and not self.document.quotes_in(*where)
        office = any(self.word[i].bits & (w.ROLE | w.PERSON) for i in range(*where))
        return None if loose and office else where  # "Als Präsident kritisierte er …"

    def after(self, verb: Verb, first: int, end: int) -> list[Range]:
        """Return what an object before its verb is called: "Den Plan nannte er | als …"."""
        at = next((i for i in range(first, end) if self.key[i] in verb.cue.needs), None)
        return [(at, end)] if at is not None else []
