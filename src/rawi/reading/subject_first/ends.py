"""Where what a cue governs ends: before a way, a reason, words of the report's own."""

from __future__ import annotations

from typing import Final

from rawi.authority.outlets import Authority
from rawi.reading.marks import Quote
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.words import Cue

#: An apposition after an object is no longer than this, in tokens.
APPOSITION: Final = 14
#: What opens a clause before its subject is no longer than this, in tokens.
FRAME: Final = 16

#: "au micro de" is no longer than this, in tokens.
AIRED: Final = 4
#: The noun of an occasion stands so near its article, in tokens.
OCCASION: Final = 5
#: A time between commas is no longer than this, in tokens.
TIMED: Final = 6
#: The last of several complements stands so near after a comma between them, in tokens.
LISTED: Final = 16


class Ends:
    """Finds where the contents of one document end."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        self.document = document
        self.grammar = document.grammar
        self.phrases = phrases
        self.word = document.word
        self.key = document.key
        self._parts = document.grammar.words_of("part_prepositions")
        self._stating = document.grammar.words_of("stating_prepositions")
        self._quote_ends = document.grammar.words_of("quote_ends")
        self._attaching = document.grammar.words_of("attaching")
        self._object_ends = document.grammar.words_of("object_ends")
        self._hearing_marks = document.grammar.words_of("hearing_marks")
        self._hearing = document.grammar.words_of("hearing_prepositions")
        self._answers = document.grammar.words_of("answers")
        self._framing = document.grammar.words_of("framing")
        self._gatherings = document.grammar.words_of("gatherings")
        self._days = document.grammar.words_of("day_prepositions")
        self._while = document.grammar.words_of("while")
        self._after_comma_ends = document.grammar.words_of("clause_ends")
        self._telling = document.grammar.words_of("telling_prepositions")
        self._where = document.grammar.words_of("post_prepositions")
        self._at_gatherings = document.grammar.words_of("gathering_prepositions")
        self._airing = document.grammar.words_of("airing")
        self._occasion_leads = document.grammar.words_of("occasion_leads")
        self._papers = document.grammar.words_of("issued_papers")
        self._ways = document.grammar.words_of("way_prepositions")

    def _has_comma(self, quote: Quote) -> bool:
        """Say whether a comma stands before a closing mark, though it parts what is outside."""
        return quote.closed and self.key[quote.close - 1] == ","

    def _goes_on(self, at: int, last: int) -> bool:
        """Say whether an object goes on after a quotation with a comma before its closing mark."""
        if at >= last or not self.word[at].is_word:
            return True
        joined = self.word[at].bits & w.CONJ
        return bool(joined and at + 1 in self.document.quote_at) or self._lists(at - 1, last)

    def _departs(self, at: int, last: int) -> bool:
        """Say whether what follows a comma is the report's: a participle, a clause joined on."""
        if at + 1 >= last or not self.word[at].is_word:
            return False
        word = self.word[at]
        if word.key.endswith(self.grammar.gerund_endings) and not word.upper:
            return not word.bits & (w.PREP | w.HEADS | w.SUB)
        if self.grammar.own_voice.match(self.word, at, last) is not None:
            return True
        if word.bits & w.CONJ and self.phrases.starts(at + 1, last):
            end = self.phrases.end(at + 1, last)
            pronoun = self.word[at + 1].bits & w.PRON and not self.word[at + 1].bits & w.DET
            if self.word[at + 1].bits & w.COMP:
                return False  # "…,” and that the party opposes it"
            return not pronoun and end < last and self.phrases.is_verb(end)
        return False

    def object_end(self, at: int, last: int) -> int:
        """Return where a noun phrase ends that is content: before a comma, a way, a reason."""
        return self._before_writing(at, self._object_end(at, last))

    def _object_end(self, at: int, last: int) -> int:
        index = at
        while index < last:
            quote = self.document.quote_at.get(index)
            if quote is not None and quote.after <= last:
                index = quote.after
                if index < last and self.key[index] in self._quote_ends:
                    if not self._told_of(quote, at):
                        return index
                if self._has_comma(quote) and not self._goes_on(index, last):
                    return index
                continue
            word, key = self.word[index], self.key[index]
            if key == "(":
                shut = next((i for i in range(index, min(last, index + 9))
                             if self.key[i] == ")"), None)  # fmt: skip
                if shut is None:
                    return index
                index = shut + 1
                continue
            if key in self.grammar.strong_marks or key in "\n:\u2014\u2013":
                return index
            if (
                word.bits & w.TIME
                and word.upper
                and index > at
                and not (self.word[index - 1].bits & (w.PREP | w.DET | w.ADJ | w.GENITIVE))
                and not (index + 1 < last and self.word[index + 1].bits & (w.GENITIVE | w.PREP))
            ):
                return index
            if index > at and (self._is_day(index, last) or self._is_told(index, last)):
                return index
            if key == "," and index + 1 not in self.document.quote_at:
                past = self._past_time(at, index, last)
                if past is not None:
                    index = past
                    continue
                deed = self._past_accused(index, last)
                if deed:
                    index = deed
                elif not self._lists(index, last):
                    return index
            if index > at and key in self._object_ends and not word.upper:
                return index
            if index > at and word.bits & w.CONJ and self._begins_verb(index + 1, last):
                return index
            if index > at and word.bits & w.PREP:
                if self.is_way(index, last) or self._trails(at, index, last):
                    return index
            if (
                index > at
                and key in self._where
                and self.grammar.has_infinitives
                and (self.is_way(index, last, named=True))
            ):
                return index
            if index > at and (self._tells_outlet(index, last) or self._gathers(index, last)):
                return index
            if index > at and key in self._while and self._is_clause(index + 1, last):
                return index
            index += 1
        return last

    def _told_of(self, quote: Quote, at: int) -> bool:
        """Say whether a relative clause is in marks: "qui « pillent » avant l'aube"."""
        relative = quote.open > at and self.word[quote.open - 1].bits & w.REL
        return bool(relative) and self.grammar.has_infinitives

    def _past_time(self, at: int, comma: int, last: int) -> int | None:
        """Return the comma after a time in an infinitive: "d'avoir pris, jeudi, la ville"."""
        if not self.grammar.has_infinitives or not self.phrases.is_verb_form(comma - 1):
            return None
        for index in range(comma + 1, min(last - 1, comma + TIMED)):
            if self.key[index] == ",":
                return index + 1 if self.word[index + 1].bits & w.DET else None
            if not self.word[index].bits & (w.TIME | w.DET | w.ADJ | w.ADV | w.NUM | w.PREP):
                return None
        return None

    def _past_accused(self, comma: int, last: int, preps: frozenset[str] | None = None) -> int:
        """Return what an apposition parts from its noun: "accuse X, maire de Y, | de mentir"."""
        if not self.grammar.comma_inversion:
            return 0
        for index in range(comma + 1, min(last - 2, comma + APPOSITION)):
            if self.key[index] == ",":
                led = self.key[index + 1] in (preps or self._parts)
                return index + 1 if led and self.phrases.opens_infinitive(index + 2, last) else 0
            if self.word[index].bits & (w.AUX | w.PRON) or index in self.document.quote_at:
                return 0
        return 0

    def _gathers(self, at: int, last: int) -> bool:
        """Say whether where people met is told at a token: "un abus lors d'une réunion"."""
        led = self.grammar.gathering_leads.match(self.word, at, last)
        if led is None:
            return False
        return any(self.key[i] in self._gatherings for i in range(led.end, min(last, led.end + 3)))

    def _tells_outlet(self, at: int, last: int) -> bool:
        """Say whether an outlet that was told stands at a token: "ce bilan à l'AFP,"."""
        if self.key[at] not in self._telling:
            return False
        after = at + 1
        if after < last and self.word[after].bits & w.DET and not self.word[after].outlet:
            after += 1
        ends = after + 1 >= last or not self.word[after + 1].is_word
        named = after < last and self.word[after].outlet and self.word[after].upper
        placed = named and self.word[after].bits & w.PLACE and not self.word[after].caps
        return bool(named) and not placed and ends  # "un hommage à Abidjan", no site's

    def _begins_verb(self, at: int, last: int) -> bool:
        """Say whether a verb of its own follows a conjunction: "but was found"."""
        if at < last and self.word[at].bits & w.ADV and not self.word[at].upper:
            at += 1
        if self.grammar.bare_infinitives and self._says_more(at, last):
            return True
        return (
            at < last
            and self.word[at].is_word
            and bool(self.word[at].bits & w.AUX)
            and (not self.word[at].upper and not self.word[at].bits & w.INFMARK)
        )

    def _says_more(self, at: int, last: int) -> bool:
        """Say whether the same subject's next verb of saying stands at a token: "et signale"."""
        while at < last and self.word[at].bits & (w.NEG | w.REFLEX):
            at += 1
        if at >= last or self.word[at].upper:
            return False
        noun = w.HEADS | w.THING | w.OCCASION | w.POST | w.RELAYED | w.ADJ
        return not self.word[at].bits & noun and any(
            cue.form & w.FINITE for cue in self.word[at].cues
        )

    def _is_clause(self, at: int, last: int) -> bool:
        """Say whether a noun phrase at a token is followed by a verb, known or not."""
        if not self.phrases.starts(at, last) or self.word[at].bits & w.INDEF:
            return False
        end = self.phrases.end(at, last)
        return (
            end > at
            and end < last
            and self.word[end].is_word
            and not self.word[end].bits & (w.PREP | w.CONJ | w.ADV | w.TIME | w.COMP | w.REL)
            and not self.word[end].bits & (w.PRON | w.DET)
        )

    def clause_end(self, at: int, last: int) -> int:
        """Return where an infinitive or a question ends: before another clause joined on."""
        end = self._before_writing(at, self.end(at, last))
        for index in range(at + 1, end - 1):
            if self.key[index] != "," or self.document.quote_over(index) is not None:
                continue
            following = self.word[index + 1]
            if following.bits & w.LINK or following.key in self._after_comma_ends:
                return index
            if following.bits & w.CONJ and self.phrases.starts(index + 2, end):
                stop = self.phrases.end(index + 2, end)
                if stop < end and self.phrases.is_verb(stop):
                    return index
        return end

    def _before_writing(self, at: int, end: int) -> int:
        """Return where a clause ends that a writing follows in which it stands: "in a post on"."""
        for index in range(at + 2, end - 2):
            if self.key[index] not in self._stating or not self.word[index + 1].bits & w.INDEF:
                continue
            stop = self.phrases.end(index + 1, end)
            written = any(self.word[i].bits & (w.POST | w.DOC) for i in range(index + 2, stop))
            issued = stop + 1 < end and self.word[stop + 1].bits & w.PREP  # "emailed to"
            after = range(stop + 1 if issued else stop, end)
            if written and not any(self.phrases.is_verb(i) for i in after):
                return index
        return end

    def before_occasion(self, at: int, end: int) -> int:
        """Return where a clause ends before the occasion on which it was said, or its writing.

        "… was dead | in an interview with X", with no verb behind that it might belong to.
        """
        if not self._occasion_leads:
            return end
        for index in range(end - 2, at + 1, -1):
            word = self.word[index]
            if not word.is_word and self.key[index] not in "'\u2019-.":
                if self.key[index] != ",":
                    return end
                continue
            if self.document.quote_over(index) is not None or self.phrases.is_verb(index):
                return end
            if self.key[index] in self._occasion_leads and self._is_occasion(index + 1, end):
                whole = any(self.phrases.is_verb(i) for i in range(at, index))
                return index - (self.key[index - 1] == ",") if whole else end
        return end

    def _is_occasion(self, at: int, end: int) -> bool:
        """Say whether what somebody may say a thing in is told, and to whom or where."""
        if not self.word[at].bits & w.INDEF:
            return False
        for index in range(at + 1, min(end, at + OCCASION)):
            word = self.word[index]
            if not word.is_word or word.bits & (w.PREP | w.DET):
                return False
            after = self.word[index + 1] if index + 1 < end else None
            done = after is None or not after.is_word or bool(after.bits & (w.PREP | w.TIME))
            if done:
                said = word.bits & (w.OCCASION | w.POST)
                return bool(said) or self.key[index] in self._papers
        return False

    def _lists(self, comma: int, last: int) -> bool:
        """Say whether a comma stands in a list, a number or before a relative clause."""
        if comma + 1 >= last:
            return False
        following = self.word[comma + 1]
        if following.bits & w.REL:
            return not self._is_own(comma + 1, last)
        if self.key[comma + 1] in self._parts and self._lists_parts(comma, last):
            return True
        led = comma + 3 < last and self.key[comma + 2] in self._parts
        if led and self.word[comma + 3].bits & w.REL and self.word[comma + 3].bits & w.WH:
            return True  # "41 of which", "most of whom"
        end = self.phrases.end(comma + 1, last) if self.phrases.starts(comma + 1, last) else 0
        joined = (
            end
            and end < last
            and self.key[end] == ","
            and end + 1 < last
            and (self.word[end + 1].bits & w.CONJ)
        )
        inside = end and any(self.word[i].bits & w.CONJ for i in range(comma + 1, end))
        inside = inside or (
            end
            and end + 1 < last
            and self.word[end].bits & w.CONJ
            and (end + 1 in self.document.quote_at)
        )
        return bool(joined or inside)

    def _lists_parts(self, comma: int, last: int) -> bool:
        """Say whether a comma parts complements: "les domaines du livre, de l'art et du son"."""
        for index in range(comma + 2, min(last - 1, comma + LISTED)):
            if self.word[index].bits & w.CONJ and self.key[index + 1] in self._parts:
                return True
            if self.key[index] in ";:." or self.phrases.is_verb(index):
                return False
        return False

    def _is_own(self, at: int, last: int) -> bool:
        """Say whether a relative clause at a token is the report's, and the last of all."""
        if self.grammar.own_relative.match(self.word, at, last) is None:
            return False
        return not any(self.key[i] == "," for i in range(at, last))

    def _is_day(self, at: int, last: int) -> bool:
        """Say whether a day is told at a token: "on Monday", and not "on Monday's show"."""
        if self.key[at] not in self._days or at + 1 >= last:
            return False
        day = self.word[at + 1]
        after = self.word[at + 2].bits if at + 2 < last else 0
        return bool(day.upper and day.bits & w.TIME) and not after & w.GENITIVE

    def is_attached(self, at: int, last: int) -> bool:
        """Say whether what follows a quoted noun phrase is part of it: "“a fault” in a valve"."""
        if at + 1 >= last or self.key[at] not in self._attaching or self.is_way(at, last):
            return False
        following = self.word[at + 1]
        if following.bits & w.DET and at + 2 < last:
            following = self.word[at + 2]
        if following.bits & w.MEDIA and self.key[at] in self._where and not following.upper:
            return False  # "« … » sur la chaîne X"
        outlet = following.outlet and not following.bits & w.BODY
        return not outlet and not following.bits & (w.TIME | w.OCCASION | w.POST)

    def is_way(self, at: int, last: int, *, named: bool = False) -> bool:
        """Say whether a preposition tells where it was said: "in an interview", "on Telegram".

        With `named`, only a network or outlet that is named is a way.
        """
        index = at + 1
        while (
            index < min(last - 1, at + 5)
            and self.word[index].is_word
            and not (self.word[index].bits & (w.OCCASION | w.POST | w.PREP | w.NETWORK))
            and self.key[index] not in self._answers
            and not (named and self.word[index].outlet and self.word[index].upper)
        ):
            index += 1
        if index >= last:
            return False
        bits = self.word[index].bits
        if self.key[at] not in self._where:
            return False
        if (bits & (w.OCCASION | w.POST) or self._is_answer(at, index, last)) and not named:
            return True
        network = bits & w.NETWORK or (named and self.word[index].outlet)
        return bool(network) and self.word[index].upper

    def _is_answer(self, at: int, index: int, last: int) -> bool:
        """Say whether a preposition leads to words given to somebody: "in a reply to the Tide"."""
        if self.key[index] not in self._answers:
            return False
        after = self.word[index + 1] if index + 1 < last else None
        ends = after is None or not after.is_word
        led = after is not None and (self.key[index + 1] in self._hearing or after.bits & w.RELAYED)
        return bool(led) or (ends and bool(self.word[at + 1].bits & w.INDEF))

    def end(self, at: int, last: int) -> int:
        """Return where a clause or an object ends that begins at a token, cues aside."""
        index = at
        while index < last:
            quote = self.document.quote_at.get(index)
            if quote is not None and quote.after <= last:
                index = quote.after
                if self._has_comma(quote) and self._departs(index, last):
                    return index
                continue
            if self.key[index] in self.grammar.strong_marks or self.key[index] == "\n":
                return index
            if self.key[index] == "," and index + 2 < last:
                own = self.grammar.own_voice.match(self.word, index + 1, last) is not None
                if own or self._is_own(index + 1, last) or self.is_way(index + 1, last):
                    return index
            if index > at + 1 and self.word[index].bits & w.PREP and self._trails(at, index, last):
                return index - (self.key[index - 1] == ",")
            index += 1
        return last

    def _trails(self, begin: int, at: int, last: int) -> bool:
        """Say whether the sentence ends with where it was said: "… stable au micro de X".

        Not where a clause tells of somebody's speech itself, or one follows.
        """
        if not self._airing or self.grammar.drops_subject:
            return False
        near = range(at + 1, min(last, at + AIRED))
        aired = any(
            self.key[i] in self._airing
            and self.key[min(i + 1, last - 1)] in self._parts
            and self.key[at] in self._ways
            for i in near
        )
        talk = any(self.word[i].bits & w.OCCASION for i in near) and (
            self.key[at] in self._stating and self.word[at + 1].bits & w.INDEF
        )
        if not (aired or talk or self._gathers(at, last)):
            return False
        told = any(cue.form & (w.FINITE | w.PAST) for i in range(begin, at)
                   for cue in self.word[i].cues if cue.governs & w.THAT)  # fmt: skip
        return not told and not any(self.phrases.is_verb(i) for i in range(at, last))

    def _before_name(self, at: int, verb: int) -> int | None:
        """Return where a hearer ends whom a name as subject follows: "told the court | Poe had"."""
        if self.grammar.gendered:
            return None
        outlet = at + bool(self.word[at].bits & w.DET)
        head = self.word[outlet]
        if head.outlet and head.upper and (outlet > at or not head.bits & w.MEDIAPART):
            outlet += 1
            while outlet < verb and self.word[outlet].bits & w.MEDIAPART:
                outlet += 1
            return outlet if outlet < verb and self.word[outlet].upper else None
        for index in range(at + 1, verb):
            before, noun = self.word[index - 1], self.word[index]
            if not noun.is_word or noun.bits & (w.PREP | w.GENITIVE):
                return None
            if not noun.upper or before.upper:
                continue
            body = before.bits & (w.BODY | w.MEDIA | w.OCCASION | w.PLURAL)
            return index if body or before.key in self._gatherings else None
        return None

    def _past_apposition(self, comma: int, last: int, cue: Cue) -> int:
        """Return what an object needs behind its apposition: "accused Poe, a clerk, | of theft"."""
        if self.grammar.gendered or comma >= last or self.key[comma] != ",":
            return 0
        for index in range(comma + 1, min(last - 1, comma + APPOSITION)):
            if self.key[index] == ",":
                return index + 1 if self.key[index + 1] in cue.needs else 0
            if self.word[index].bits & (w.AUX | w.PRON | w.CONJ) or index in self.document.quote_at:
                return 0
        return 0

    def _is_told(self, at: int, last: int) -> bool:
        """Say whether "to" leads to the outlet that was told: "confirmed the deaths to AFP"."""
        if self.grammar.gendered or self.key[at] not in self._hearing_marks or at + 1 >= last:
            return False
        name = at + 1 + bool(self.word[at + 1].bits & w.DET)
        head = self.word[min(name, last - 1)]
        after = self.word[name + 1].bits if name + 1 < last else 0
        if name < last and head.caps and after & (w.MEDIA | w.MEDIAPART):
            return True  # "to ZNBC news"
        if name >= last or not head.outlet or not head.upper:
            return False
        kinds = {outlet.kind for outlet in Authority.load().all_by_name(head.key)}
        return bool(kinds) and (head.caps or "agency" in kinds)

    def _is_framed(self, at: int, last: int) -> bool:
        """Say whether a phrase opens a clause that is said: "said despite the cold, it went on"."""
        if self.key[at] not in self._framing or self.is_way(at, last):
            return False
        comma = next((i for i in range(at + 2, min(last, at + FRAME)) if self.key[i] == ","
                      or i in self.document.quote_at), last)  # fmt: skip
        if comma >= last or self.key[comma] != "," or not self.phrases.starts(comma + 1, last):
            return False
        end = self.phrases.end(comma + 1, last)
        return comma + 1 < end < last and self.phrases.is_verb(end)

    def _acts(self, index: int, last: int) -> bool:
        """Say whether a verb stands at a token, of which a time is the subject."""
        verb = not self.grammar.gendered and index < last and self.phrases.is_verb(index)
        return verb and not self.word[index].upper

    def _before_subject(self, at: int, verb: int) -> int:
        """Return where a hearer ends whom a subject without an article follows.

        "told Radio Four | bread was dear", "told the court | witnesses had lied"
        """
        for index in range(verb - 1, at, -1):
            before, noun = self.word[index - 1], self.word[index]
            hears = before.is_word and (before.upper or before.bits & w.HEADS)
            plain = noun.is_word and not noun.upper and not noun.bits & (w.GENITIVE | w.PREP)
            if hears and plain and not noun.bits & w.CONJ:
                return index
        return verb
