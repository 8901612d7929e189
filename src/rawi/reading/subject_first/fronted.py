"""Clauses without a complementiser that begin with an adjunct: "said since the flood, she had".

A verb of saying may have its clause at once, and the clause may open with a time, a phrase with a
preposition or a clause of its own.  Where that tells when or where it was said, it is no part of
what was said: "said on Tuesday, the bridge would close".
"""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.stretches import Opening, Stretches
from rawi.reading.subject_first.words import Cue
from rawi.reading.subject_first.works import is_show

#: An adjunct and its comma are no longer than this, in tokens.
ADJUNCT: Final = 26
#: What stands between a subject and its verb is no longer than this, in tokens.
BETWEEN: Final = 8
#: Marks that may stand inside a phrase.
_INSIDE: Final = frozenset(".'\u2019-&")

#: What was said on a show begins so near before its name, in tokens.
SHOWN: Final = 80
#: An adjective in marks has no more words.
SCARE: Final = 2


class Fronted(Stretches):
    """Finds clauses of one document whose subject does not come first."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        super().__init__(document, phrases)
        self._joining = document.grammar.words_of("opening_joints")
        self._saying = document.grammar.words_of("plain_sayings")
        self._governed = document.grammar.words_of("verb_prepositions")
        self._timing = document.grammar.words_of("timing")
        self._recurring = document.grammar.words_of("recurring")

    def fronted(self, at: int, last: int, cue: Cue) -> Opening | None:
        """Return the clause that an adjunct right behind a cue opens; None where none does."""
        clausal = cue.lemma in self._saying and not cue.form & w.NOUN and not cue.rest
        if not clausal or not self.grammar.title_case or at + 3 >= last:
            return None
        if self.word[at - 1].upper or self.key[at] in cue.preps or self.word[at].bits & w.COMP:
            return None  # "Speaking to her, he said", "explained to the court"
        if cue.governs & w.OBJECT and self.key[at] not in self._joining:
            return None  # "announced on Tuesday a ban on boats, the first"
        if self.key[at] in self._recurring and self.word[at + 1].bits & w.TIME:
            end = self.phrases.end(at + 1, last)
            return Opening("bare", at) if self._has_verb(end, last) else None
        tail = self._opens(at, last)
        if tail is None:
            return None
        comma = self._comma(tail, last, joined=self.key[at] in self._joining)
        if comma is None:
            return None
        told = self._tells_when(at, tail, comma)
        return Opening("bare", comma + 1 if told else at)

    def _opens(self, at: int, last: int) -> int | None:
        """Return the token after what makes an adjunct of a stretch; None where nothing does."""
        word = self.word[at]
        if not word.is_word or word.upper or at in self.document.quote_at:
            return None
        if self.key[at] in self._joining:
            return None if self._is_when(at, last) else at + 1
        if word.bits & w.PREP and not word.bits & w.DET:
            near = range(at + 1, min(at + 4, last))
            timed = any(self.word[i].bits & (w.TIME | w.ADV) for i in near)
            if self.key[at] in self._governed and not timed:
                return None  # "recalled by the bank", "reports for the Tide"
            return None if self.is_way(at, last, named=True) else at + 1
        first = at
        while first < last and self.word[first].bits & (w.DET | w.ADJ | w.NUM) and (
            not self.word[first].bits & w.TIME
        ):  # fmt: skip
            first += 1
        time = self.word[first].bits & w.TIME and not self.word[first].upper
        return first + 1 if time and at < first < last - 1 else None

    def _comma(self, at: int, last: int, *, joined: bool) -> int | None:
        """Return the comma between an adjunct and the clause that it opens."""
        for index in range(at, min(last - 2, at + ADJUNCT)):
            if index in self.document.quote_at or self.key[index] in ".;:\n":
                return None
            if self.word[index].bits & w.COMP and not joined:
                return None  # "said on Monday that"
            if self.key[index] != ",":
                continue
            if any(cue.form & w.GERUND for cue in self.word[index + 1].cues):
                return None  # "reported on Monday, citing X, that"
            if self.is_clause_at(index + 1, last):
                return index
        return None

    def is_clause_at(self, at: int, last: int) -> bool:
        """Say whether a subject and its finite verb stand at a token."""
        word = self.word[at]
        there = word.bits & w.ADV and self.word[min(at + 1, last - 1)].bits & (
            w.BE | w.MODAL | w.HAVE
        )
        if there:
            return True  # "there had been"
        if not self.phrases.starts(at, last) or word.bits & (w.REL | w.WH | w.COMP):
            return False
        if self.key[at].endswith(self.grammar.gerund_endings) and not word.upper:
            return False
        end = self.phrases.end(at, last)
        low = min(last, end + BETWEEN)
        while end < low and self.word[end].is_word and self.word[end].bits & (w.ADV | w.PREP):
            whole = self.word[end].bits & w.PREP and self.phrases.starts(end + 1, last)
            end = self.phrases.end(end + 1, last) if whole else end + 1
        if end >= last or not self.word[end].is_word or self.word[end].upper:
            return False
        done = self.word[end].bits & w.AUX or self.key[end].endswith(self.grammar.verb_endings)
        return bool(done) or self.phrases.is_verb(end) or self._is_unlisted(at, end)

    def _is_unlisted(self, at: int, end: int) -> bool:
        """Say whether a word in no table, right behind a pronoun, can only be its verb."""
        pronoun = self.word[at].bits & w.PRON and not self.word[at].bits & w.DET
        return bool(pronoun) and end == at + 1 and not self.word[end].bits

    def _tells_when(self, at: int, tail: int, comma: int) -> bool:
        """Say whether an adjunct tells when or where something was said: "said on Tuesday,"."""
        if self.key[at] in self._joining and self._has_verb(tail, comma):
            return False
        span: Range = (at, comma)
        talk = any(self.word[i].bits & (w.OCCASION | w.POST) for i in range(*span))
        if talk and self.word[at].bits & w.PREP:
            return True
        if self.word[at].bits & w.PREP and self.key[at] not in self._days:
            return False  # "from next month", "by noon"
        plain = w.TIME | w.ADJ | w.DET | w.NUM | w.PREP | w.ADV
        named = any(self.word[i].bits & w.TIME for i in range(*span))
        return named and all(
            self.word[i].bits & plain or self.key[i].isdigit() for i in range(*span)
        ) and not self.word[at].bits & w.SUB  # fmt: skip

    def past_doing(self, at: int, last: int) -> Opening | None:
        """Return the clause after what somebody was doing: "said when arriving at the hall that".

        None where a verb of saying between them may own it: "said when asked if he knew that".
        """
        if not self.grammar.title_case or self.key[at] not in self._joining:
            return None
        for index in range(at + 2, min(last - 1, at + ADJUNCT)):
            word = self.word[index]
            if word.bits & w.COMP and word.is_word:
                after = index + 1
                clause = after in self.document.quote_at or self.phrases.starts(after, last)
                leads = bool(self.word[after].bits & (w.PREP | w.SUB | w.ADV))
                if self.document.is_relative(index) or not (clause or leads):
                    continue
                return Opening("clause", index + 1)
            if index in self.document.quote_at:
                return Opening("quote", index)
            if not word.is_word and self.key[index] not in _INSIDE:
                return Opening("colon", index + 1) if self.key[index] == ":" else None
            if any(cue.governs & w.THAT and not cue.form & w.NOUN for cue in word.cues):
                return None
        return None

    def urges_quoted(self, at: int, last: int, governs: int) -> bool:
        """Say whether an article leads to marks that hold what is urged: "an “end to the war”"."""
        quote = self.document.quote_at.get(at + 1)
        if quote is None or not self.grammar.title_case or governs & (w.BARE | w.NEEDY):
            return False
        word = self.word[at]
        if not word.bits & w.DET or word.bits & (w.OBJ | w.POSS) or quote.close - quote.open < 4:
            return False
        after = self.word[quote.after] if quote.after < last else None
        return after is None or not after.is_word or bool(after.bits & (w.PREP | w.TIME | w.ADV))

    def _is_saying(self, index: int) -> bool:
        """Say whether a gerund of saying stands at a token, in English."""
        cues = self.word[index].cues if self.grammar.title_case else ()
        return any(cue.form & w.GERUND and cue.lemma in self._saying for cue in cues)

    def _is_show(self, at: int, start: int) -> bool:
        """Say whether a quotation names the show that somebody was told on, another before it."""
        quote = self.document.quote_at[at]
        if not self.grammar.title_case or not quote.closed or at - 1 <= start:
            return False
        return is_show(self.document, quote) and bool(
            self.document.quotes_in(max(0, at - SHOWN), start)
        )

    def _past_scare(self, end: int, last: int) -> int:
        """Return where a phrase ends whose adjective is in marks: "on the “interim” cabinet"."""
        quote = self.document.quote_at.get(end)
        if quote is None or not self.grammar.title_case or quote.after >= last:
            return end - 1 if quote is not None else self.phrases.end(end - 1, last)
        short = self.document.tokens.count_words(quote.open, quote.close) <= SCARE
        noun = self.word[quote.after]
        plain = noun.is_word and not noun.bits & (w.PREP | w.CONJ | w.AUX | w.INFMARK | w.COMP)
        return self.phrases.end(quote.after, last) if short and plain else end - 1

    def _is_bare_infinitive(self, at: int, last: int) -> bool:
        """Say whether an infinitive without a mark begins at a token, adverbs left to skip."""
        bits = self.word[at].bits
        if (bits & w.ADV and not bits & w.NEG) or (bits & w.DET and not bits & w.OBJ):
            return False
        return self.phrases.opens_infinitive(at, last)
