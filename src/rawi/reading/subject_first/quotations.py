"""Quotations that no cue claimed: joined to the one before, or standing alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from rawi.reading.marks import Quote
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document, Sentence
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group
from rawi.reading.subject_first.led_by import LedBy
from rawi.reading.subject_first.owned_quotes import owned_quote
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.unlisted import GOING_ON, LEAST_WORDS, Unlisted

#: An hour as a live blog has it.
_HOUR: Final = re.compile(r"\d{1,2}[.:h]\d{2}h?")
#: A quotation without a cue is something said, not a name or a scare quote, from this many words.
SAID_WORDS: Final = 6
#: As a sentence of its own, or after a colon, it is from this many words.
WHOLE_WORDS: Final = 1
#: After the topic of a headline and a colon, or a sentence in which somebody speaks, it is from
#: this many words.
LED_WORDS: Final = 3


class Quotations:
    """Places the quotations of one document that no cue governs."""

    def __init__(
        self,
        document: Document,
        phrases: Phrases,
        announced: Callable[[Sentence], tuple[Group, Range] | None],
        unlisted: Unlisted,
    ) -> None:
        self.unlisted = unlisted
        self.led_by = LedBy(document, phrases)
        self.announced = announced
        self.document = document
        self.grammar = document.grammar
        self.phrases = phrases
        self.word = document.word
        self.key = document.key

    def place(self, sentences: range, drafts: list[Draft]) -> list[Draft]:
        """Return a paragraph's drafts with its unclaimed quotations joined or added."""
        if not sentences:
            return drafts
        of = self.document.sentences
        quotes = self.document.quotes_in(of[sentences[0]].first, of[sentences[-1]].last)
        if not quotes:
            return drafts
        drafts = list(drafts)
        self._telling = {draft.sentence for draft in drafts}
        claimed = sorted(span for draft in drafts for span in draft.content)
        at, reach, place = 0, -1, sentences.start
        for quote in quotes:
            while at < len(claimed) and claimed[at][0] <= quote.open + 1:
                reach = max(reach, claimed[at][1])
                at += 1
            while of[place].last <= quote.open:
                place += 1
            if reach > quote.open:
                continue
            known = len(drafts)
            owned = owned_quote(self.document, quote, place)
            if owned is not None:
                drafts.append(owned)
                continue
            self._one(quote, place, of[place], drafts)
            self._telling.update(draft.sentence for draft in drafts[known:])
        return drafts

    def _one(self, quote: Quote, place: int, sentence: Sentence, drafts: list[Draft]) -> None:
        words = self.document.tokens.count_words(quote.open, quote.close)
        going = self.key[quote.close - 1] in GOING_ON and not self.grammar.comma_inversion
        if (words >= LEAST_WORDS or going) and self._said_so(quote, place, sentence, drafts):
            return
        signed = self._signed(quote, sentence) if words >= LED_WORDS else None
        if signed is not None:
            drafts.append(Draft([], [(quote.open, quote.after)], "quotation without a cue", place,
                                source=signed, kind="quotation", opening="quote",
                                around=(sentence.first, sentence.last)))  # fmt: skip
            return
        whole = self._is_whole(quote, sentence)
        led = quote.open > sentence.first and self.key[quote.open - 1] in self.grammar.colons
        if whole and self.grammar.drops_subject and place and words >= LED_WORDS:
            led = led or self.key[self.document.sentences[place - 1].last - 1] in (
                self.grammar.colons
            )
        if words < WHOLE_WORDS or (words < SAID_WORDS and not whole and not led):
            return
        exclaimed = led and self._is_exclaimed(quote, sentence)
        before = self._before(quote, drafts) if whole else None
        if before is not None:
            before.content.append((quote.open, quote.after))
            return
        after = self._after(quote, drafts) if whole else None
        if after is not None:
            after.content.insert(0, (quote.open, quote.after))
            return
        fronted = (
            quote.open == sentence.first
            and self.key[quote.close - 1] == ","
            and place not in self._telling
        )
        source = self._label(sentence, quote) if led else None
        if exclaimed and words < SAID_WORDS:
            source = self._exclaimer(sentence.first, quote.open - 1)
        told = self.grammar.topics or (source is not None and self._is_said(source, quote))
        short = led and words >= LED_WORDS and told
        follows = whole and words >= LED_WORDS and self._goes_on(quote, place, drafts)
        long = words >= SAID_WORDS or short or follows or exclaimed
        if long and (whole or led or fronted):
            if source is None and whole and self._announced(quote, place, drafts):
                return
            if fronted and self.phrases.starts(quote.after, sentence.last):
                source = (quote.after, self.phrases.whole_end(quote.after, sentence.last))
            drafts.append(Draft([], [(quote.open, quote.after)], "quotation without a cue", place,
                                source=source, kind="quotation", opening="quote",
                                around=(sentence.first, quote.open)))  # fmt: skip

    def _signed(self, quote: Quote, sentence: Sentence) -> Range | None:
        """Return who stands behind a quotation and a dash: “We queued” – Ann Poe, student."""
        first, last = quote.after + 1, sentence.last
        while last > first and self.key[last - 1] in self.grammar.sentence_marks:
            last -= 1
        if quote.open != sentence.first or first >= last:
            return None
        if self.key[quote.after] not in self.grammar.dashes or not self.word[first].upper:
            return None
        who = w.ROLE | w.PERSON | w.TITLE | w.GIVEN
        named = self.phrases.starts(first, last) and any(
            word.bits & who for word in self.word[first:last]
        )
        return (first, last) if named and self.phrases.whole_end(first, last) == last else None

    def _is_exclaimed(self, quote: Quote, sentence: Sentence) -> bool:
        """Say whether a clause and a colon lead to a sentence in marks: "She was blunt: “No.”"."""
        paragraph = self.document.paragraphs[sentence.paragraph]
        if self.grammar.topics or paragraph.kind is not None or not quote.closed:
            return False
        ends = self.key[quote.close - 1] in self.grammar.sentence_marks
        few = self.document.tokens.count_words(quote.open, quote.close) < 2
        opens = self.word[quote.open + 1].upper and (few or not self._is_named(quote))
        return ends and opens and any(
            self.phrases.is_verb(i) for i in range(sentence.first + 1, quote.open - 1)
        )  # fmt: skip

    def _exclaimer(self, first: int, colon: int) -> Range | None:
        """Return who is the subject of a clause before a colon; None where that is nobody."""
        starts = [first, *(i + 1 for i in range(first, colon) if self.key[i] == ",")]
        who = w.ROLE | w.PERSON | w.BODY | w.MEDIA | w.GIVEN | w.TITLE
        for start in starts:
            end = self.phrases.whole_end(start, colon) if self.phrases.starts(start, colon) else 0
            verb = end + (end < colon and self.key[end] == ",")
            while verb < colon and self.word[verb].bits & w.ADV:
                verb += 1
            if not start < end <= verb < colon or not self.phrases.is_verb(verb):
                continue
            words = self.word[start:end]
            named = words[0].bits & w.PRON or (words[0].upper and not words[0].bits & w.DET)
            if named or any(o.bits & who or o.upper for o in words[1:]):
                return (start, end)
        return None

    def _is_said(self, source: Range, quote: Quote) -> bool:
        """Say whether somebody stands before a colon, and a sentence in marks after it."""
        who = w.ROLE | w.PERSON | w.TITLE | w.GIVEN
        whole = self.key[quote.close - 1] in self.grammar.sentence_marks
        return whole and any(self.word[i].bits & who for i in range(*source))

    def _goes_on(self, quote: Quote, place: int, drafts: list[Draft]) -> bool:
        """Say whether a quoted sentence follows one in which somebody speaks."""
        whole = self.key[quote.close - 1] in self.grammar.sentence_marks
        return whole and any(d.sentence == place - 1 and d.outer is None for d in drafts)

    def _said_so(self, quote: Quote, place: int, sentence: Sentence, drafts: list[Draft]) -> bool:
        """Take an unlisted verb right after a quotation for its cue."""
        if not self.grammar.open_incises or quote.after >= sentence.last:
            return False
        at = quote.after + (self.key[quote.after] == ",")
        found = self.unlisted.read(at, sentence.last)
        if found is None and not self._is_named(quote):
            found = self.unlisted.after_subject(at, sentence.last)
        if found is None:
            return False
        verb, subject = found
        drafts.append(Draft([verb], [(quote.open, quote.after)], "unlisted verb", place,
                            source=subject, kind="verb", opening="quote",
                            around=(quote.open, sentence.last)))  # fmt: skip
        return True

    def _is_named(self, quote: Quote) -> bool:
        """Say whether a quotation is a title: each word of it has a capital, but the small ones."""
        words = [word for word in self.word[quote.open + 1 : quote.close] if word.is_word]
        return all(word.upper or word.bits & (w.DET | w.PREP | w.CONJ) for word in words)

    def _announced(self, quote: Quote, place: int, drafts: list[Draft]) -> bool:
        """Take the verb of the sentence before, or a set phrase of the one after, for a cue."""
        of = self.document.sentences
        for other in (place - 1, place + 1):
            if not 0 <= other < len(of) or of[other].paragraph != of[place].paragraph:
                continue
            if any(draft.sentence == other for draft in drafts):
                continue
            found = self.announced(of[other])
            if found is None:
                continue
            group, subject = found
            if other > place and not group.cue.rest and not group.negated:
                continue
            drafts.append(Draft([(group.first, group.last)], [(quote.open, quote.after)],
                                "announced", other, source=subject, kind="verb",
                                opening="quote", around=(of[other].first, of[other].last),
                                form=group.cue))  # fmt: skip
            return True
        return False

    def _is_whole(self, quote: Quote, sentence: Sentence) -> bool:
        """Say whether a sentence is quotations and nothing else."""
        words = self.document.tokens.count_words(sentence.first, sentence.last)
        inside = sum(
            self.document.tokens.count_words(q.open, min(q.after, sentence.last))
            for q in self.document.quotes_in(sentence.first, sentence.last)
        )
        return words == inside

    def _before(self, quote: Quote, drafts: list[Draft]) -> Draft | None:
        """Return the last quotation before one, where the same speaker goes on."""
        last = None
        for draft in drafts:
            if (
                draft.outer is None
                and draft.at < quote.open
                and (last is None or draft.at >= last.at)
            ):
                last = draft
        if last is None or last.kind in ("line", "dialogue"):
            return None
        return (
            last
            if any(
                f in self.document.quote_at
                or (self.document.quotes_in(f, e) and (self.document.quote_before(e) is not None))
                for f, e in last.content
            )
            else None
        )

    def _after(self, quote: Quote, drafts: list[Draft]) -> Draft | None:
        """Return the next draft of a short quotation that opens its paragraph."""
        later = [d for d in drafts if d.outer is None and d.at > quote.open and d.cue]
        if not later:
            return None
        first = min(later, key=lambda d: d.at)
        near = first.content[0][0] - quote.after <= 12
        return first if near and first.content[0][0] in self.document.quote_at else None

    def _label(self, sentence: Sentence, quote: Quote) -> tuple[int, int] | None:
        """Return the phrase before a colon that names who speaks."""
        first, end = self._past_hour(sentence.first), quote.open - 1
        if self.grammar.title_case:
            return self._led_label(first, end)
        return self._plain_label(first, end)

    def _led_label(self, first: int, end: int) -> Range | None:
        """Return who speaks after a colon; who is named before it where a thing is the subject."""
        if self.led_by.is_label(first, end):
            return None
        owner = self.led_by.owner(first, end)
        found = owner or self._plain_label(first, end)
        stop = self.phrases.end(first, end) if self.phrases.starts(first, end) else first
        if found is None or (owner is None and self.led_by.is_thing(first, stop)):
            return self.led_by.person(first + 1, end) or found
        return found

    def _plain_label(self, first: int, end: int) -> Range | None:
        """Return the phrase before a colon, or the subject of the clause before it."""
        if not self.phrases.starts(first, end):
            return None
        stop = self.phrases.whole_end(first, end)
        named = any(self.word[i].bits & w.HEADS or self.word[i].upper for i in range(first, stop))
        if self.grammar.topics:
            who = w.ROLE | w.PERSON | w.TITLE | w.GIVEN
            who |= w.BODY if self.grammar.drops_subject else 0
            head = next((i for i in range(first, stop) if self.word[i].bits & w.PREP
                          and not self.word[i].upper), stop)  # fmt: skip
            named = any(
                self.word[i].bits & who and not self.word[i].bits & w.PLACE
                for i in range(first, head)
            )
        if stop == end and named:
            return (first, stop)
        pronoun = self.word[first].bits & w.PRON
        verb = stop < end and (self.word[stop].is_word and self.phrases.is_verb(stop))
        return (first, stop) if verb and (named or pronoun) else None

    def _past_hour(self, first: int) -> int:
        """Return the token after the hour that opens an entry of a live blog: "10:15 – X: «…»"."""
        if not self.grammar.drops_subject or not _HOUR.fullmatch(self.key[first]):
            return first
        return first + 1 + (self.key[first + 1] in self.grammar.dashes)
