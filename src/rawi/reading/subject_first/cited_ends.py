"""Where the phrase ends that says who is cited: past who saw it, who quotes them, who they are."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.name_lists import listed, name_list
from rawi.reading.subject_first.phrases import Phrases

#: "interviewed on Monday by X" between commas is no longer than this, in tokens.
TALK: Final = 14
#: "which X has been able to consult" is no longer than this, in tokens.
SIGHT: Final = 14
#: When and where a paper appeared is told in fewer tokens: "parue en mai dans X et basée sur".
DONE: Final = 8
#: What tells of who is cited, before a quotation, is no longer than this, in tokens.
ASIDE: Final = 24


class CitedEnds:
    """Finds the ends of the cited phrases of one document."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        self.document = document
        self.grammar = document.grammar
        self.phrases = phrases
        self.word = document.word
        self.key = document.key
        self._agents = self.grammar.words_of("agents")
        self._sights = self.grammar.words_of("sights")
        self._without = self.grammar.words_of("without")
        self._parts = self.grammar.words_of("part_prepositions")

    def _past_serial(self, at: int, end: int, last: int) -> int:
        """Return the token after the last of a list with a comma before "and": "A, B, and C, …"."""
        joint = self.key[end : end + 1] == [","] and end + 2 < last
        if not self.grammar.title_case or not joint or not self.word[end + 1].bits & w.CONJ:
            return end
        stop = end + 2 + bool(self.word[end + 2].bits & w.DET)
        while stop < last and self.word[stop].is_word and self.word[stop].upper:
            stop += 1
        closed = stop < last and self.key[stop] == ","
        return stop if closed and listed(self.document, stop, at) is not None else end

    def _past_sight(self, end: int, last: int) -> int:
        """Return the token after who saw a paper: "a report, which X has been able to consult"."""
        at = end + 1 if end < last and self.key[end] == "," else end
        if at >= last or not self.word[at].bits & (w.COMP | w.REL):
            return end
        for index in range(at + 1, min(last, at + SIGHT)):
            if self.key[index] in ",:;." or index in self.document.quote_at:
                return index if self.key[index - 1] in self._sights else end
        return last if last <= at + SIGHT and self.key[last - 1] in self._sights else end

    def _past_relay(self, end: int, last: int) -> int:
        """Return the token after who cites the source: "a witness, quoted by X"."""
        at = end + 1 if end < last and self.key[end] == "," else end
        if at < last and self.word[at].bits & w.RELAYED:
            at += 1
        elif at == end and self.word[end - 1].bits & w.PASSIVE:
            pass
        elif at != end or not self.word[end - 1].bits & w.RELAYED:
            return end
        if at + 1 >= last or self.key[at] not in self._agents:
            return end
        return max(end, self.phrases.end(at + 1, last))

    def _past_talk(self, end: int, last: int) -> int:
        """Return the comma after to whom who is cited spoke: "Selon X, interrogé par Y, …"."""
        spoke = self.grammar.adjectives_follow and self.key[end : end + 1] == [","]
        if not spoke or end + 1 >= last:
            return end
        if not (self.word[end + 1].bits & w.SPEAKTO or self._opens_aside(end + 1)):
            return end
        for index in range(end + 2, min(last, end + TALK)):
            if self.key[index] == "," and index + 1 < last:
                return index
            if index in self.document.quote_at or self.phrases.is_verb(index):
                return end
        return end

    def _is_set_off(self, index: int, first: int) -> bool:
        """Say whether "per" cites somebody: after a comma, before a name ("$5 per day" is none)."""
        if index + 1 >= len(self.word) or (index > first and self.key[index - 1] != ","):
            return False
        after = self.word[index + 1]
        return after.upper or bool(after.bits & w.DET)

    def _past_done(self, end: int, last: int) -> int:
        """Return the comma after a participle that tells more of a source, a clause behind it.

        "According to papers filed in court on Monday, the firm …"
        """
        if not self.grammar.title_case or end + 2 >= last or end == 0:
            return end
        word, led = self.word[end], self.word[end + 1]
        done = bool(word.bits & (w.PASSIVE | w.VERB)) or any(c.form & w.PAST for c in word.cues)
        if not done or word.upper or not led.bits & (w.PREP | w.TIME):
            return end
        for index in range(end + 1 + bool(led.bits & w.PREP), min(last - 1, end + TALK)):
            if self.key[index] == ",":
                return index
            if index in self.document.quote_at or self.phrases.is_verb(index):
                return end
        return end

    def _past_more(self, end: int, last: int) -> int:
        """Return the comma after what is told of who is cited, a clause of its own behind it.

        "Selon le Collectif, une instance des pêcheurs, le nombre …", "une étude parue en mai
        et basée sur X, l'Europe …".
        """
        if not self.grammar.comma_inversion or end + 3 >= last:
            return end
        near = range(end, min(last - 2, end + DONE))  # "parue | en mai et basée sur X"
        joint = next(
            (i for i in near if not self.word[i].is_word or self.word[i].bits & w.CONJ), end
        )
        joined = self.word[joint].bits & w.CONJ and self._is_done(joint + 1)
        joined = joined and (joint == end or self._is_done(end - 1))
        end = joint if joined else end
        apposed = self.key[end] == "," and self._is_some(end + 1)
        if not (joined or apposed) or end < 2 or self.word[end - 1].bits & w.PRON:
            return end
        near = range(end + 2, min(last - 1, end + ASIDE))
        marks = (i for i in near if self.key[i] in ",;:" and self.document.quote_over(i) is None)
        stop = next(marks, end)
        told = range(end + 1, stop)
        if stop == end or self.key[stop] != "," or any(self.phrases.is_verb(i) for i in told):
            return end
        at = stop + 1
        opens = self.word[at]
        if at in self.document.quote_at:
            return stop
        if opens.bits & (w.REL | w.PREP | w.CONJ | w.INDEF) or not self.phrases.starts(at, last):
            return end
        verb = self.phrases.whole_end(at, last)
        while verb < last and self.word[verb].bits & (w.NEG | w.ADV | w.OBJ | w.REFLEX):
            verb += 1
        return stop if verb < last and self.phrases.is_verb(verb) else end

    def _is_done(self, at: int) -> bool:
        """Say whether a participle stands at a token: "basée sur"."""
        word = self.word[at]
        return bool(word.bits & w.PASSIVE) or any(cue.form & w.PAST for cue in word.cues)

    def _is_some(self, at: int) -> bool:
        """Say whether an indefinite article stands at a token: "une instance"."""
        word = self.word[at]
        return bool(word.bits & w.INDEF) and not word.upper

    def _opens_aside(self, at: int) -> bool:
        """Say whether an aside follows who is cited: "sin citar nombres", "publicado en mayo"."""
        if not self.grammar.drops_subject:
            return False
        word = self.word[at]
        done = word.bits & w.PASSIVE or any(cue.form & w.PAST for cue in word.cues)
        led = bool(self.word[min(at + 1, len(self.word) - 1)].bits & (w.PREP | w.TIME))
        return (bool(done) and led) or self.key[at] in self._without

    def _before_clause(self, at: int, whole: int, last: int) -> int:
        """Return where a phrase ends whose appositions may be the subject of what it cites."""
        if name_list(self.document, at, whole):
            return whole  # "secondo Cgil, Cisl e Uil, …"
        end = self.phrases.end(at, last)
        who = w.ROLE | w.PERSON | w.TITLE
        while end < whole:
            step = self.phrases.addition(end, last)
            if step is None:
                break
            if self.key[end] == "," and not self.word[end + 1].bits & w.REL:
                named = self._is_name(end + 1, step)
                before = any(self.word[i].bits & who for i in range(at, end)) or (
                    named and self._describes(at, end) and step - end > 2
                )
                called = any(self.word[i].bits & who for i in range(end + 1, step))
                by_name = self._is_name(at, end)
                led = self.word[end + 1].bits & (w.PREP | w.NUM)
                if not (
                    (named and before) or (called and by_name) or (led and (before or by_name))
                ):
                    break
                ends = step >= last or self.key[step] in ".;"
                if not (ends and named and before) and (ends or self.key[step] not in ",:("):
                    break
            end = step
        return end

    def _describes(self, first: int, last: int) -> bool:
        """Say whether a phrase without a capital may tell who is named after it."""
        led = self.word[first].bits & w.DET and self.grammar.has_infinitives
        return bool(led) and not any(self.word[i].upper for i in range(first + 1, last))

    def _is_name(self, first: int, last: int) -> bool:
        words = [self.word[i] for i in range(first, last) if self.word[i].is_word]
        return (
            bool(words)
            and words[0].upper
            and all(o.upper or o.bits & (w.PARTICLE | w.TITLE) for o in words)
        )

    def _opens_content(self, first: int, index: int) -> bool:
        """Say whether only adverbs stand between where content begins and a citing phrase."""
        return all(self.word[i].bits & (w.ADV | w.LINK) for i in range(first, index))

    def _mark_before(self, index: int) -> int:
        at = index
        while at and not self.word[at - 1].is_word and self.document.quote_before(at) is None:
            at -= 1
        return at
