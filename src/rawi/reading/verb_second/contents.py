"""What a verb governs: the clause, quotation or phrase that it says."""

from __future__ import annotations

from typing import Final, NamedTuple

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.verb_second.nominals import Nominals
from rawi.reading.verb_second.verbs import Verb, Verbs

#: A quotation of fewer words after its verb is part of what is said, where more follows it.
WHOLE: Final = 3
_CLAUSAL: Final = w.THAT | w.BARE | w.QUOTE | w.QUESTION | w.INF | w.URGE


class Said(NamedTuple):
    """What is said: how it opens, its range, and whom it is said to."""

    opening: str
    where: Range


class SaidReader:
    """Finds what the verbs of one document govern."""

    def __init__(self, document: Document, nominals: Nominals, verbs: Verbs) -> None:
        self.document = document
        self.grammar = document.grammar
        self.nominals = nominals
        self.verbs = verbs
        self.word = document.word
        self.key = document.key
        words = document.grammar.words_of
        self._correlates = words("correlates")
        self._pointers = words("back_pointers")
        self._supposing = words("supposing")
        self._lasting = words("lasting")
        self._points = words("time_points")
        self._calendar = words("calendar")

    def after(self, verb: Verb, at: int, last: int) -> Said | None:
        """Return what opens after a verb and its subject: a quotation, a colon, a clause."""
        governs = verb.cue.governs
        while at < last:
            if at in self.document.quote_at:
                quote = self.document.quote_at[at]
                if self.nominals.is_name(at, last):
                    at = quote.after
                    continue
                if governs & (w.QUOTE | w.BARE | w.THAT):
                    return Said("quote", (at, self._quote_end(at, last)))
                return None
            key = self.key[at]
            if key in self.grammar.colons:
                if at + 1 < last and governs & (w.QUOTE | w.BARE | w.THAT | w.OBJECT):
                    start = next(i for i in range(at + 1, last) if self.key[i] != "\n")
                    return Said("colon", (start, self._colon_end(start, last)))
                return None
            if key == "," and verb.final and at + 1 < last and self.nominals.is_finite(at + 1):
                return None  # "Als er Fotos zeigt, | sagt der Vater: …"
            if key == ",":
                found = self._after_comma(verb, at, last)
                if found is not None:
                    return found
                step = self._past_aside(at, last)
                if step is None:
                    return None
                at = step
                continue
            if key in ";\n":
                return None
            at += 1
        return None

    def _colon_end(self, at: int, last: int) -> int:
        quote = self.document.quote_at.get(at)
        if quote is None or quote.after >= last:
            return last
        return quote.after if not self.word[quote.after].is_word else last

    def _quote_end(self, at: int, last: int) -> int:
        quote = self.document.quote_at[at]
        after = min(quote.after, last)
        if after >= last or not self.word[after].is_word:
            return after
        stop = self.verbs.right(after, last)
        return stop if not self.word[after].bits & w.CONJ else after

    def _after_comma(self, verb: Verb, comma: int, last: int) -> Said | None:
        at = comma + 1
        governs = verb.cue.governs
        if at >= last:
            return None
        if at in self.document.quote_at:
            after = self.document.quote_at[at].after
            if governs & (w.INF | w.URGE) and after < last and self.word[after].is_word:
                if self._is_infinitive(after, self.verbs.right(after, last, through=True)):
                    return Said("infinitive", (at, last))  # ", „alle“ Akten zu öffnen"
            if governs & (w.QUOTE | w.BARE) and not self.nominals.is_name(at, last):
                return Said("quote", (at, self._quote_end(at, last)))
            return None
        word = self.word[at]
        if word.bits & w.COMP:
            led = verb.cue.preps or governs & (w.THAT | w.OBJECT)
            return Said("clause", (at + 1, last)) if led else None
        if word.bits & w.WH and not word.bits & w.REL and self._stands_for(verb, comma):
            return Said("question", (at, last))  # "prahlte damit, wie reich er sei"
        stop = self.verbs.right(at, last)
        infinitive = self._is_infinitive(at, self.verbs.right(at, last, through=True))
        if infinitive:
            told = governs & (w.INF | w.URGE | w.THAT) or self._stands_for(verb, comma)
            if told and not word.bits & w.SUB:
                return Said("infinitive", (at, self._infinitive_end(at, last)))
            return None
        asked = word.bits & w.WH or (word.bits & w.PREP and self.nominals.bits(at + 1) & w.WH)
        if asked and not word.bits & w.REL and governs & w.QUESTION and not self._is_as(at):
            return Said("question", (at, last))
        if word.bits & w.REL or (word.bits & w.PREP and self.nominals.bits(at + 1) & w.REL):
            return None
        if verb.negated and not verb.refused and not governs & w.OBJECT:
            return None
        if not (governs & w.BARE or self._stands_for(verb, comma)):
            return None
        if word.bits & w.SUB:
            supposed = self.key[at] in self._supposing
            more = stop < last and self.key[stop] == "," and self._has_finite(stop + 1, last)
            return Said("bare", (at, last)) if supposed and more else None
        if word.bits & w.CONJ and not word.bits & w.ADV:
            return None
        return Said("bare", (at, last)) if self._is_clause(at, last) else None

    def _stands_for(self, verb: Verb, comma: int) -> bool:
        """Say whether a correlate in a verb's clause stands for what follows a comma.

        "drängte darauf, den Hafen zu schließen": of a preposition that the verb governs.
        """
        if not verb.cue.preps or verb.final:
            return False
        return any(
            self.key[i] in self._correlates and self.key[i].endswith(tuple(verb.cue.preps))
            for i in range(verb.finite + 1, comma)
        )

    def _is_as(self, at: int) -> bool:
        """Say whether "as" opens an aside: "…, wie er sagte"."""
        return (
            self.key[at] in self.grammar.words_of("as_said")
            and at + 1 < len(self.word)
            and self.word[at + 1].is_word
            and not self.word[at + 1].bits & (w.ADJ | w.ADV)
            and self._says(at)
        )

    def _says(self, at: int) -> bool:
        stop = self.verbs.right(at, len(self.word))
        return any(self.word[i].cues for i in range(max(at, stop - 3), stop))

    def _is_infinitive(self, at: int, stop: int) -> bool:
        """Say whether a stretch is an infinitive with its mark: ", den Plan zu ändern"."""
        for index in range(at, stop):
            word = self.word[index]
            if self.document.quote_over(index) is not None:
                continue
            if word.bits & w.AUX and not self._follows_mark(index, stop):
                return False
            if self._follows_mark(index, stop):
                return True
        return False

    def _follows_mark(self, index: int, stop: int) -> bool:
        """Say whether an infinitive with "zu" stands at a token: "zu gehen", "anzunehmen"."""
        word = self.word[index]
        if self.nominals.capital(index) or not word.key.endswith(self.grammar.marked_infinitives):
            return False
        before = self.word[index - 1]
        if before.bits & w.INFMARK:
            return not before.upper
        ends = (
            index + 1 >= stop
            or not self.word[index + 1].is_word
            or bool(self.word[index + 1].bits & w.CONJ)
        )
        fixed = any(mark in word.key[2:-3] for mark in self.grammar.infixes)
        return ends and fixed and not word.bits & (w.ADJ | w.AUX)

    def _infinitive_end(self, at: int, last: int) -> int:
        return last

    def _is_clause(self, at: int, last: int) -> bool:
        """Say whether a clause whose verb stands second begins at a token."""
        stop = self.verbs.right(at, last)
        if self._has_finite(at, stop):
            return True
        while stop < last and self.key[stop] == ",":
            following = self.verbs.right(stop + 1, last)
            if self._has_finite(stop + 1, following):
                return True
            stop = following
        quoted = stop < last and stop in self.document.quote_at
        return quoted and not self.nominals.starts(at, stop)

    def _has_finite(self, first: int, last: int) -> bool:
        return any(
            self.nominals.is_finite(i) or self._ends_finite(i)
            for i in range(first, last)
            if self.document.quote_over(i) is None
        )

    def _ends_finite(self, index: int) -> bool:
        """Say whether an unknown word may be a finite verb by its ending."""
        word = self.word[index]
        known = word.bits or word.cues or self.nominals.capital(index)
        if known or not word.is_word:
            return False
        if word.key.endswith(self.grammar.finite_endings):
            return True
        # the mood of reported speech looks like an adjective: no noun stands behind it
        leads = word.key.endswith(self.grammar.adjective_endings)
        before = self.word[index - 1]
        second = before.bits & w.PRON or self.nominals.capital(index - 1)
        return leads and bool(second) and not self.nominals.leads(index, len(self.word))

    def _past_aside(self, comma: int, last: int) -> int | None:
        """Return the token after an aside that a comma opens: an apposition, a dependent clause."""
        at = comma + 1
        if at >= last:
            return None
        stop = self.verbs.right(at, last)
        if stop >= last or self.key[stop] not in (",", ":"):
            return None
        word = self.word[at]
        led = word.bits & w.PREP and self.nominals.bits(at + 1) & (w.REL | w.WH)
        main = not led and not self.verbs.is_dependent(at) and word.is_word
        if main and any(self.word[i].bits & w.AUX or self._tells(i) for i in range(at, stop)):
            return None  # "X pocht auf Ruhe, | Y will prüfen, und Z verweist darauf, dass …"
        return stop

    def _tells(self, index: int) -> bool:
        """Say whether a finite verb of saying or a common one stands at a token."""
        word = self.word[index]
        finite = word.bits & w.VERB or any(cue.form & w.FINITE for cue in word.cues)
        past = any(cue.form & w.PAST for cue in word.cues)
        return bool(finite) and not past and self.nominals.is_finite(index)

    # -- noun phrases that are said ----------------------------------------------------

    def object(self, verb: Verb, first: int, end: int, taken: list[Range]) -> Range | None:
        """Return the noun phrase that is said, in the middle of its clause or before its verb."""
        at = first
        while at < end:
            over = next((b for a, b in taken if a <= at < b), None)
            if over is not None:
                at = over
                continue
            word = self.word[at]
            if at in self.document.quote_at:
                return (at, end)
            if not word.is_word:
                at += 1
                continue
            if word.bits & (w.REFLEX | w.NEG) or (
                word.bits & w.ADV and not self.nominals.starts(at, end)
            ):
                at += 1
                continue
            if word.bits & w.PREP and not word.bits & w.DET and not self._counts(at, end):
                stop = self._adjunct_end(at, end)
                if stop is None:
                    return None
                at = stop
                continue
            if word.bits & w.TIME and not word.bits & w.DET:
                at += 1
                continue
            if word.bits & (w.OBJ | w.PRON) and not word.bits & w.DET:
                at += 1
                continue
            if stop := self.time_end(at, end):
                at = stop
                continue
            stop = self.nominals.end(at, end)
            if self.key[at] in self.nominals.datives and at < stop < end:
                rest = self.object(verb, stop, end, taken)  # "den Angehörigen sein Beileid"
                if rest is not None:
                    return rest
            return (at, end) if stop > at else None
        return None

    def _counts(self, at: int, end: int) -> bool:
        return (
            at + 1 < end
            and self.key[at + 1][:1].isdigit()
            and self.key[at] in (self.grammar.words_of("counting"))
        )

    def time_end(self, at: int, end: int) -> int:
        """Return where a phrase ends that only tells when or how long; 0 for none.

        "diese Woche", "Anfang Dezember", "acht Jahre lang"
        """
        start = at
        while start < end and self.word[start].bits & w.ADV and not self.word[start].bits & w.DET:
            start += 1
        if start + 1 < end and self.key[start] in self._points:
            dated = self.word[start + 1]
            return start + 2 if dated.bits & w.TIME or dated.key[:1].isdigit() else 0
        stop = self.nominals.end(start, end) if start < end else start
        if stop <= start or not self._tells_time(stop - 1):
            return 0
        who = w.HEADS | w.GIVEN | w.TITLE
        if any(self.word[i].bits & who for i in range(start, stop - 1)):
            return 0
        long = stop < end and self.key[stop] in self._lasting
        return stop + long

    def _tells_time(self, index: int) -> bool:
        word = self.word[index]
        if word.bits & w.TIME and not word.bits & w.GIVEN:
            return not word.upper or self._is_month(index)
        return word.key.isdigit() and self._is_month(index - 1)

    def _is_month(self, index: int) -> bool:
        """Say whether a name in the calendar stands at a token: "Anfang Dezember"."""
        return self.key[index] in self._calendar

    def _adjunct_end(self, at: int, end: int) -> int | None:
        """Return where a phrase that a preposition opens ends."""
        begin = at + 1
        while begin < end and self.word[begin].bits & w.PREP:
            begin += 1
        stop = self.nominals.end(begin, end)
        if stop > begin:
            return stop
        while begin < end and self.word[begin].bits & (w.TIME | w.ADV | w.NUM):
            begin += 1
        return begin if begin > at + 1 else None

    def prepositional(self, verb: Verb, first: int, end: int, taken: list[Range]) -> Range | None:
        """Return what follows a preposition that a verb governs: "warnte vor Panik"."""
        for at in range(first, end - 1):
            if any(a <= at < b for a, b in taken) or self.document.quote_over(at) is not None:
                continue
            if self.key[at] in verb.cue.preps and self.word[at].bits & w.PREP:
                if self.nominals.bits(at + 1) & (w.REL | w.WH | w.TIME):
                    continue
                stop = self.nominals.end(at + 1, end)
                some = self.word[at + 1].bits & w.INDEF  # "sprach von | einem guten Jahr"
                when = self.word[stop - 1].bits & (w.TIME | w.OCCASION | w.POST)
                more = stop < end and self.nominals.is_noun(stop)  # "auf fünf Tage | Quarantäne"
                if stop > at + 1 and when and not (some or more):
                    continue
                return (at + 1, end)
        return None

    def is_pointer(self, first: int, end: int) -> bool:
        """Say whether a stretch only points back to the sentence before: "Das", "Dies"."""
        return end - first == 1 and self.key[first] in self._pointers
