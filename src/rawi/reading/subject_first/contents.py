"""What a cue governs: where its content begins after it."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.described import Described
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.fronted import Fronted
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.stretches import Opening, key_pair
from rawi.reading.subject_first.words import Cue
from rawi.reading.subject_first.works import is_work, past_work

#: How far after a cue its content may begin, in tokens.
REACH: Final = 60
#: How far an aside between commas may reach, in tokens.
ASIDE: Final = 30


class Contents(Fronted):
    """Finds the contents of one document's cues."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        super().__init__(document, phrases)
        self._hearing = document.grammar.words_of("hearing_prepositions")
        self._negators = document.grammar.words_of("negators")
        self._summing = document.grammar.words_of("summing")
        self._of = document.grammar.words_of("part_prepositions")
        self._supposing = document.grammar.words_of("supposing")
        self.described = Described(document, phrases)

    def _described_end(self, at: int, last: int, governs: int) -> tuple[Range, int] | None:
        """Return a hearer of whom more is told, and the "that" before what it is told."""
        needed = governs & w.NEEDY and governs & w.THAT and self.grammar.title_case
        return self.described.end(at, last) if needed else None

    def opening(self, at: int, last: int, cue: Cue) -> Opening | None:
        """Return where the content of a cue begins that ends before `at`; None for nowhere."""
        governs, hearer, start = cue.governs, None, at
        last = min(last, at + REACH)
        told = self._described_end(at, last, governs)
        if told is not None:
            return Opening("clause", told[1] + 1, told[0])  # "told a crowd who had come that"
        fronted = self.fronted(at, last, cue)
        if fronted is not None:
            return fronted
        while at < last:
            word, key = self.word[at], self.key[at]
            if at in self.document.quote_at:
                if governs & w.HEARER and hearer is None and self.phrases.is_title(at, start - 1):
                    at = self.document.quote_at[at].after
                    hearer = (start, at)
                    continue
                if hearer is not None and self._is_show(at, start):
                    at = self.document.quote_at[at].after  # "told X on “Morning Show.”"
                    continue
                if self.word[at - 1].bits & w.GENITIVE and self.phrases.is_title(at, start - 1):
                    at = self.document.quote_at[at].after  # "said on NBC's “Meet the Press”"
                    continue
                if is_work(self.document, at, start):
                    at = past_work(self.document, at, last)
                    continue
                if self.key[at + 1] in cue.preps:
                    return Opening("preposition", at, hearer)  # "a parlé « d'une attaque »"
                return self._quoted(at, governs, hearer)
            if key in self._called and at == start and self._is_called_first(at, last, cue):
                return Opening("object", at, hearer)  # "described as false reports of it"
            if key in self.grammar.colons:
                if at + 1 >= last or (governs & w.NEEDY and hearer is None):
                    return None
                return Opening("colon", at + 1, hearer)
            if key == ",":
                return self._after_comma(at, last, cue, hearer)
            dated = self.phrases.past_bracketed(at, last)
            if dated is not None:
                at = dated  # "disse nesta terça-feira (12) que"
                continue
            if noted := self._past_note(at, last) if key == "(" and at > start else None:
                at = noted
                continue
            if not word.is_word:
                return None
            bits = word.bits
            if at == start and governs & w.URGE and self.urges_quoted(at, last, governs):
                return Opening("object", at)  # "urged an “end to the war”"
            if key in self._timing and at + 1 < last and self._is_saying(at + 1):
                return None  # "she said before adding that"
            if bits & w.SUB and governs & w.THAT and key not in self._supposing:
                doing = self.past_doing(at, last)
                if doing is not None and doing.kind == "clause":
                    return doing._replace(hearer=hearer)  # "told us as she left that"
            if self._presents(at, last):
                return Opening("colon", at + 3, hearer)  # "said the following: …"
            if at == start and cue.lemma in self._summing and self._adds_up(at, last):
                return None  # "adding to a series of failures that"
            end = self._told_end(at, last) if key in cue.preps and governs & w.THAT else None
            if end is None and cue.rest and cue.preps and key not in cue.preps:
                end = self._led_end(at, last, cue)
            if end is not None:
                hearer, at = (at + 1, end), end
                continue
            urged = self._urged_by(at, last, cue) if hearer is None and governs & w.URGE else None
            if urged is not None:
                hearer, at = (at + 1, urged), urged
                continue
            if (asked := self._asked_of(at, last, cue)) is not None:
                return Opening("object", asked, (at + 1, asked))
            light = bits & w.ADV and not bits & w.PREP and at + 1 < last
            if light and self.key[at + 1] in cue.preps:
                at += 1  # "parla invece di", "a parlé aussi d'un accord"
                continue
            if self.grammar.drops_subject:
                if self._calls_quoted(at, governs):
                    return Opening("quote", at + 1, hearer)
            if bits & w.PREP and governs & w.OBJECT and self.phrases.is_some(at, last):
                return Opening("object", at, hearer)  # "annonce de nouvelles mesures"
            at = (self._before_deed(at, last, cue) if key in cue.preps else None) or at
            if self._leads_to(at, last, cue) and not self.is_way(at, last, named=True):
                return self._led(at + 1, last, hearer)
            if self._leads_on(at, last, governs):
                return Opening("colon", at + 2, hearer)  # "se veut rassurant : …"
            if bits & w.COMP and governs & w.THAT:
                if self.described.is_when(at, last):
                    at += 2  # "told them later that afternoon"
                    continue
                after = hearer is not None and hearer[1] == at and governs & w.NEEDY
                if after and self.described.is_relative(at, last):
                    return None  # "told an audience that included"
                if at + 2 < last and self.key[at + 1] in self.grammar.colons:
                    return Opening("colon", at + 2, hearer)  # "noted that: “…”"
                if (
                    bits & w.DET
                    and governs & w.OBJECT
                    and not self._has_verb(at + 1, last, comma=True)
                    and not self._is_parted(at + 1, last)
                ):
                    return Opening("object", at, hearer)  # "that limitation"
                done = at > start and self.key[at - 1].endswith(self.grammar.gerund_endings)
                if done and bits & w.DET and not self._has_verb(at + 1, last, comma=True):
                    return None  # "said in supporting that measure"
                return Opening("clause", at + 1, hearer)
            if (
                self.grammar.has_infinitives
                and governs & w.INF
                and self._is_bare_infinitive(at, last)
            ):
                return Opening("infinitive", at, hearer)
            if self._is_refused(at, last) and governs & (w.INF | w.URGE):
                return Opening("infinitive", at, hearer)
            if bits & w.INFMARK and self._is_infinitive(at, last):
                if governs & w.SOME_INF and self.key[at + 1] not in cue.needs:
                    return None
                if governs & (w.INF | w.URGE):
                    start = at if self.grammar.keeps_mark else at + 1
                    return Opening("infinitive", start, hearer)
                return None
            if bits & w.WH and governs & w.QUESTION:
                if bits & w.REFLEX and self.phrases.opens_infinitive(at + 1, last):
                    return None  # "precisou se desfazer da empresa"
                asked = hearer is not None and hearer[1] == at and key in self._supposing
                asked = asked or bool(self.grammar.free and not governs & w.THAT)
                if bits & w.SUB and ((at != start and not asked) or self._is_when(at, last)):
                    return self.past_doing(at, last)  # "said when asked"
                if bits & w.REL and self._is_relative(at, last, start, hearer):
                    return None
                return Opening("question", at, hearer)
            if (
                bits & w.PREP
                and governs & w.QUESTION
                and at + 1 < last
                and (self.word[at + 1].bits & w.WH)
                and self.grammar.adjuncts.match(self.word, at, last) is None
            ):
                if self.grammar.title_case and at > start and self._is_noun_before(at):
                    return None  # "said in a letter in which"
                return Opening("question", at, hearer)
            if key in self._nothing and bits & (w.ADV | w.NEG):
                if not governs & w.OBJECT or not self._is_total(at, last):
                    return None
                return self._bare(at, last, cue, hearer)
            if bits & w.CONJ and bits & w.NEG and at + 2 < last and self.word[at + 1].cues:
                at += 2  # "neither confirmed nor denied"
                continue
            if bits & w.CONJ:
                return None
            there = (
                bits & w.ADV
                and governs & w.BARE
                and at + 1 < last
                and (self.word[at + 1].bits & (w.BE | w.HAVE | w.MODAL | w.GENITIVE))
            )
            if there:  # "says there is"
                return Opening("bare", at, hearer)
            if governs & w.BARE and self._approximates(at, last):
                return self._bare(at, last, cue, hearer)  # "says almost half of them"
            if governs & w.BARE and at == start and self._is_framed(at, last):
                return Opening("bare", at, hearer)
            step = None if self._begins_name(at, start) else self._skip(at, last, governs)
            if step is not None:
                inside = range(at + 1, step) if cue.preps and not self.past_date(at, last) else ()
                if governs & w.THAT and self._leads_to_clause(step, last):
                    inside = ()  # "dijo en la sede de la OTAN | que"
                if self.grammar.has_infinitives and self._leads_to_deed(step, last, cue):
                    inside = ()  # "demande au ministre de la Santé | d'agir"
                at = next(
                    (i for i in inside if self.key[i] in cue.preps), step
                )  # "asked in 2021 | for the oven"
                continue
            if (
                bits & w.OBJ
                and governs & (w.HEARER | w.URGE)
                and hearer is None
                and (not bits & w.DET or not self.phrases.starts(at + 1, last))
            ):
                hearer, at = (at, at + 1), at + 1
                continue
            if governs & w.ING and key.endswith(self.grammar.gerund_endings):
                return Opening("gerund", at, hearer)
            if governs & w.URGE and hearer is None and self.grammar.has_infinitives:
                end = self._urged_end(at, last, cue)
                if end is not None:
                    hearer, at = (at, end), end
                    continue
            if governs & (w.HEARER | w.URGE) and hearer is None:
                end = self._hearer_end(at, last, governs)
                if cue.preps:
                    stop = self.phrases.end(at, last) if self.phrases.starts(at, last) else at
                    led = next((i for i in range(at + 1, stop) if self.key[i] in cue.preps), None)
                    end = led if led is not None else end
                if end is not None:
                    hearer, at = (at, end), end
                    continue
            return self._bare(at, last, cue, hearer)
        return None

    def _needed_later(self, at: int, last: int, cue: Cue) -> int:
        """Return the "as" that an object ends before, and what it is called follows; 0 for none."""
        if not cue.needs & self._called or at >= last or self.key[at] not in self._object_ends:
            return 0
        for index in range(at, last):
            if not self.word[index].is_word or self.phrases.is_verb(index):
                return 0
            if self.key[index] in cue.needs & self._called:
                return index
        return 0

    def _told_end(self, at: int, last: int) -> int | None:
        """Return where a hearer ends that a preposition leads to: "confided to X that"."""
        if self.key[at] not in self._hearing or not self.phrases.starts(at + 1, last):
            return None
        end = self.phrases.end(at + 1, last)
        told = end < last and self.word[end].bits & w.COMP and self._hears(at + 1, end)
        return end if told else None

    def _quoted(self, at: int, governs: int, hearer: Range | None) -> Opening | None:
        if governs & (w.QUOTE | w.THAT | w.BARE):
            return Opening("quote", at, hearer)
        return Opening("object", at, hearer) if governs & (w.OBJECT | w.QUOTED) else None

    def _led(self, at: int, last: int, hearer: Range | None) -> Opening | None:
        """Return the opening after a preposition that the cue governs; None at the end."""
        if at < last and self.word[at].bits & w.COMP:
            return Opening("clause", at + 1, hearer)
        return Opening("preposition", at, hearer) if at < last else None

    def _skip(self, at: int, last: int, governs: int) -> int | None:
        """Return the token after an adverb, a time or a phrase that tells how it was said."""
        word = self.word[at]
        bits = word.bits
        match = self.grammar.adjuncts.match(self.word, at, last)
        if match is not None:
            end = match.end
            return self.phrases.end(end, last) if match.open else end
        dated = self.past_date(at, last)
        if dated:
            return dated
        if word.key in self._negators and governs & w.DENIED and not governs & w.OBJECT:
            return at + 1  # "ne se prononce pas sur"
        clausal = governs & (w.THAT | w.BARE | w.QUOTE | w.QUESTION | w.INF | w.URGE)
        if clausal and self._is_issued(at, last):
            return at + 1
        timed = at + 1 < last and self.word[at + 1].bits & w.TIME
        owned = bits & w.PREP and self.grammar.title_case  # "said at yesterday's briefing that"
        if timed and owned and at + 3 < last and self.word[at + 2].bits & w.GENITIVE:
            return self.phrases.end(at + 3, last)
        if timed and at + 2 < last and self.word[at + 2].bits & w.GENITIVE:
            return None  # "demanded four weeks' notice"
        if timed and bits & w.DET and at + 2 < last and self.word[at + 1].outlet:
            timed = 0 if self.word[at + 2].upper else timed  # "told the Sunday Tide"
        if timed and bits & w.DET and governs & w.BARE and self._is_dated_thing(at, last):
            return None  # "said the July 25 call made him"
        if timed and governs & w.BARE and self._acts(at + 2, last):
            return None  # "said the week had been hard", "said the minutes showed"
        if timed and self._is_spent(at, last, governs):
            return None  # "propone un giorno di digiuno"
        if timed and bits & w.INDEF and governs & w.OBJECT and at + 2 < last:
            told = self.word[at + 2]  # "redoutent une année blanche", not "une semaine plus tard"
            none = w.ADV | w.PREP | w.TIME | w.COMP | w.REL | w.CONJ | w.DET | w.PRON
            timed = 0 if told.is_word and not told.upper and not told.bits & none else timed
        counts = timed and self.grammar.has_infinitives and governs & w.OBJECT and bits & w.NUM
        if counts and self.key[min(at + 2, last - 1)] in self._of:
            return None  # "pidió diez años de cárcel"
        if bits & w.ADJ and clausal and self._is_part_of_day(at, last):
            return at + 1  # "said late on Wednesday"
        if timed and bits & (w.ADJ | w.DET | w.NUM) and clausal and not bits & w.PREP:
            return at + 2
        if clausal and bits & w.DET and at + 2 < last and self.key[at + 1].isdigit():
            if self.word[at + 2].bits & w.TIME:
                return at + 3  # "le 4 mars"
        if at + 1 < last and self.word[at + 1].bits & w.GENITIVE:
            return None
        even = bits & w.ADV and self.grammar.adjectives_follow and at + 1 < last
        even = even and self.word[at + 1].bits & w.PREP and not self.word[at + 1].bits & w.DET
        if even or (bits & (w.ADV | w.TIME | w.REFLEX) and not bits & (w.DET | w.PRON)):
            return at + 1 if clausal or timed or bits & w.TIME else None
        if at + 1 < last and key_pair(self.key, at) in self._quantities:
            return None
        counted = at + 1 < last and self.word[at + 1].bits & w.NUM and not self.word[at + 1].upper
        if bits & w.PREP and counted and governs & w.BARE:
            return None
        heard = bits & w.OBJ and governs & w.HEARER and not self.grammar.proclitic
        if bits & w.PREP and not bits & w.DET and not heard:
            if not clausal and not timed and not self.is_way(at, last):
                return None
            end = self.phrases.end(at + 1, last) if self.phrases.starts(at + 1, last) else at + 1
            if end == at + 1 and self._is_to_them(end, last):
                return end + 1  # "reported to him"
            end = self._past_title(at, last) or end
            if governs & w.INF and self.grammar.has_infinitives:
                end = self._before_infinitive(at + 1, end)
            if (
                end < last
                and self.word[end].bits & w.COMP
                and end > at + 1
                and word.key not in self._stating
                and not (governs & w.THAT and self.word[at + 1].bits & w.DET)
                and (
                    (self.word[end - 1].bits & (w.DOC | w.RELAYED) and not self._is_name_end(end))
                    or any(cue.form & w.NOUN for cue in self.word[end - 1].cues)
                )
            ):
                return None  # "commented on reports that"
            return max(end, at + 1)
        return None

    def _hearer_end(self, at: int, last: int, governs: int) -> int | None:
        """Return where the phrase ends that names a hearer; None where it is none."""
        if not self.phrases.starts(at, last) or self.word[at].bits & w.PRON:
            return None
        end = self.phrases.end(at, last)
        end = (
            self._past_scare(at + 1, last) if end <= at + 1 and self.word[at].bits & w.DET else end
        )
        if self.word[at].bits & w.DET and self.word[min(at + 1, last - 1)].bits & w.INFMARK:
            end = at + 1  # "urged all to stay"
        if end <= at:
            return None
        if (
            end in self.document.quote_at
            and self.word[end - 1].bits & w.GENITIVE
            and self.phrases.is_title(end, at)
        ):
            end = min(last, self.document.quote_at[end].after)  # "told CNN's “State of Things”"
        if end < last and self.key[end] == "(":
            shut = next((i for i in range(end, min(last, end + 9)) if self.key[i] == ")"), end)
            end = shut + 1 if shut > end else end  # "victims of the Squad (SARS) to furnish"
        if end >= last:
            return end if not governs & w.OBJECT else None
        word, key = self.word[end], self.key[end]
        if end in self.document.quote_at and governs & w.OBJECT and not self._hears(at, end):
            return None  # "promises refunds “by Tuesday”"
        if end in self.document.quote_at or key in self.grammar.colons:
            return end
        if key == ",":
            led = end + 1 in self.document.quote_at
            told = not governs & w.OBJECT
            return end if led or told else None
        if not word.is_word:
            return None if governs & w.OBJECT else end
        if word.bits & w.INFMARK and governs & w.URGE and self._is_infinitive(end, last):
            return end
        if governs & w.URGE and self._is_refused(end, last):
            return end
        if word.bits & w.COMP and governs & w.THAT:
            return end
        named = self._before_name(at, end) if governs & w.HEARER else None
        if named is not None and self.phrases.is_verb(end):
            return named
        if word.bits & w.MODAL and governs & w.BARE and not word.upper:
            return None  # "warned buses may not run"
        if word.bits & (w.ADV | w.TIME | w.PREP):
            if governs & w.OBJECT and not (governs & w.URGE and self._is_urged_after(end, last)):
                return None
            return end
        if word.bits & w.WH and governs & w.QUESTION:
            return end
        if governs & (w.BARE | w.NEEDY) and self.phrases.starts(end, last):
            return end
        if governs & w.NEEDY and self.phrases.is_verb(end):
            return self._before_subject(at, end)
        return None if governs & w.OBJECT else end

    def _is_urged_after(self, at: int, last: int) -> bool:
        """Say whether a phrase with a preposition leads to an infinitive: "on X to stay"."""
        end = self.phrases.end(at + 1, last) if self.phrases.starts(at + 1, last) else at + 1
        if end >= last:
            return False
        marked = self.word[end].bits & w.INFMARK and self._is_infinitive(end, last)
        return bool(marked) or self._is_refused(end, last)

    def _begins_name(self, at: int, start: int) -> bool:
        """Say whether a time right after a cue begins a name: "told Good Morning Riverton"."""
        if at > start + 1 or (at > start and not self.word[start].bits & w.DET):
            return False
        return all(i < len(self.word) and self.word[i].upper for i in (at, at + 1))

    def _is_refused(self, at: int, last: int) -> bool:
        """Say whether a negated infinitive begins at a token: "not to stop"."""
        if self.grammar.has_infinitives or not self.word[at].bits & w.NEG or at + 1 >= last:
            return False
        hidden = any(self.word[i].bits & w.HIDDEN for i in range(at, min(last, at + 5)))
        if hidden or not self.word[at + 1].bits & w.INFMARK:
            return False  # "asked not to be named"
        return self._is_infinitive(at + 1, last)

    def _urged_end(self, at: int, last: int, cue: Cue) -> int | None:
        """Return where the hearer ends whom a preposition urges to something."""
        if not self.phrases.starts(at, last):
            return None
        places = []
        for index in range(at + 1, last):
            if self.key[index] == "," and (deed := self._past_accused(index, last, cue.preps)):
                return deed  # "appelle X, le maire, | à partir"
            if not self.word[index].is_word and index not in self.document.quote_at:
                break
            if self.word[index].bits & (w.AUX | w.COMP) or self.word[index].bits & w.REL:
                break
            if self.key[index] in cue.preps:
                if self.phrases.opens_infinitive(index + 1, last):
                    return index
                if index + 1 in self.document.quote_at:
                    return index
                places.append(index)
        return places[0] if places and not cue.governs & w.OBJECT else None

    def _after_comma(self, at: int, last: int, cue: Cue, hearer: Range | None) -> Opening | None:
        """Return what begins after an aside between commas, or a quotation after one."""
        governs = cue.governs
        if at + 2 < last and self.word[at - 1].bits & w.TIME and self.key[at + 1] in cue.preps:
            return self._led(at + 2, last, hearer)  # "a fait part jeudi, de sa colère"
        if at + 1 < last and at + 1 in self.document.quote_at and governs & w.QUOTE:
            return Opening("quote", at + 1, hearer)
        if at + 1 < last and self.word[at + 1].bits & w.COMP and governs & w.THAT:
            return Opening("clause", at + 2, hearer)
        gerund = any(c.lemma == cue.lemma and c.form & w.GERUND for c in self.word[at - 1].cues)
        gerund = gerund and self.key[at - 2] == ","
        if gerund and governs & w.BARE and governs & w.QUOTE and self.is_clause_at(at + 1, last):
            return Opening("bare", at + 1, hearer)  # "rejected it, saying, the plan was late"
        if self.grammar.comma_questions and at + 1 < last and self.word[at + 1].bits & w.WH:
            return Opening("question", at + 1, hearer) if governs & w.QUESTION else None
        cued = False  # a colon after another cue is that one's
        for index in range(at + 1, min(last - 1, at + ASIDE)):
            if index in self.document.quote_at:
                return None
            if self.key[index] == ",":
                following = self.word[index + 1]
                if following.bits & w.COMP and governs & w.THAT:
                    return Opening("clause", index + 2, hearer)
                if index + 1 in self.document.quote_at and governs & w.QUOTE:
                    return Opening("quote", index + 1, hearer)
                led = following.bits & w.PREP and index + 2 < last and self.grammar.has_infinitives
                asks = following.bits | (self.word[index + 2].bits if led else 0)
                asked = asks & w.WH and governs & w.QUESTION
                if asked and self._is_linking(at + 1, index):
                    return Opening("question", index + 1, hearer)  # "to say, however, when"
                parted = hearer is not None and governs & w.BARE and self.word[at + 1].bits & w.PREP
                if parted and not self.grammar.has_infinitives and (
                    self.phrases.starts(index + 1, last) and self._has_verb(index + 1, last)
                ):  # fmt: skip
                    return Opening("bare", index + 1, hearer)  # "told the jury, at X, blood"
                if self.grammar.has_infinitives:
                    past = self._past_aside(at + 1, index + 1, last, cue, hearer)
                    if past is not None:
                        return past
            elif any(cue.form & (w.GERUND | w.FINITE) for cue in self.word[index].cues):
                told = self.word[at + 1].bits & w.REL and self.grammar.has_infinitives
                cued = cued or bool(self.word[index].cues[0].governs & w.QUOTE and not told)
            elif self.key[index] in self.grammar.colons and governs & w.QUOTE:
                return None if cued else Opening("colon", index + 1, hearer)
        return None

    def _past_aside(
        self, aside: int, at: int, last: int, cue: Cue, hearer: Range | None
    ) -> Opening | None:
        """Return an infinitive or an object that begins after an aside: "denied, on X, any …"."""
        opens = self.word[aside].bits
        after = self.word[min(aside + 1, last - 1)]
        dated = opens & w.DET and (
            after.key.isdigit() or (self.grammar.free and after.bits & w.TIME)
        )  # ", le 9 novembre,", ", esta segunda-feira,"
        if (
            not dated
            and not opens & (w.PREP | w.ADV | w.TIME | w.PRON)
            and not self.key[aside].endswith(self.grammar.gerund_endings)
        ):
            return None
        if cue.governs & w.INF and self._is_bare_infinitive(at, last):
            return Opening("infinitive", at, hearer)
        if self.key[at] in cue.preps:
            return self._led(at + 1, last, hearer)
        if cue.governs & w.OBJECT and self.word[at].bits & w.DET:
            return self._bare(at, last, cue, hearer)
        if cue.governs & w.URGE and hearer is None and self.grammar.has_infinitives:
            end = self._urged_end(at, last, cue)
            return None if end is None else self._led(end + 1, last, (at, end))
        return None

    def _bare(self, at: int, last: int, cue: Cue, hearer: Range | None) -> Opening | None:
        """Return what begins without any word that leads to it: a clause or an object."""
        governs = cue.governs
        if self.word[at].bits & w.WH and governs & w.OBJECT and not governs & w.QUESTION:
            return Opening("object", at, hearer)
        if any(cue.governs & w.RELAY and cue.form & w.GERUND for cue in self.word[at].cues):
            return None  # "reported citing a witness"
        doing = any(cue.governs & w.THAT and cue.form & w.GERUND for cue in self.word[at].cues)
        told = at and self.word[at - 1].bits & (w.DOC | w.RELAYED | w.MEDIA | w.POST)
        if doing and told and self.grammar.title_case:
            return None  # "was responding to reports | claiming that"
        noun = (
            self.word[at].cues
            and not self.word[at].bits & w.AUX
            and not any(cue.form & w.GERUND for cue in self.word[at].cues)
        )
        forms = [form.form for form in self.word[at].cues]
        told = any(form & w.FINITE for form in forms) and any(form & w.PAST for form in forms)
        told = told and not self.word[at].upper and not self.word[at].bits & (w.HEADS | w.THING)
        if noun and told and not any(form & w.NOUN for form in forms) and at and (
            not self.word[at - 1].cues
        ):  # fmt: skip
            return None  # "posted in the capital confided that"
        if noun and not self.phrases.starts(at, last):
            if governs & w.BARE and self._has_verb(at + 1, last):
                return Opening("bare", at, hearer)
            needed = not cue.needs or self.key[at] in cue.needs
            return Opening("object", at, hearer) if governs & w.OBJECT and needed else None
        given = self.word[at].bits & w.OBJ and governs & (w.OBJECT | w.QUOTED | w.PREDICATE)
        if (
            not given
            and not self.phrases.starts(at, last)
            and not (self.word[at].bits & (w.PRON | w.DET))
        ):
            counted = at + 1 < last and (
                key_pair(self.key, at) in self._quantities or self.word[at + 1].bits & w.NUM
            )
            if governs & w.BARE and (self.word[at].bits & (w.SUB | w.NEG | w.LINK) or counted):
                return Opening("bare", at, hearer)
            return None
        if governs & w.RECORD and not self._is_sentence(at, last):
            return None
        pronoun = self.word[at].bits & w.PRON and not self.word[at].bits & w.DET
        plain = cue.lemma in self._summing and not pronoun
        if plain and not self._has_verb(at, last, comma=True) and not self._is_sentence(at, last):
            return self._after_object(at, last, cue)  # "adds 156,000 jobs", "found no rust"
        alone = self.word[at].bits & w.DET and not self.is_quantity(at, last)
        called = at + 1 < last and self.key[at + 1] in cue.needs  # "described this as"
        if alone and not called and self._stands_alone(at, last):
            return None
        empty = self.key[at] in self._nothing and not self._is_total(at, last)
        if empty or (governs & w.NEEDY and hearer is None):
            return None
        if (
            governs & w.BARE
            and self._has_verb(at, last)
            and not (
                governs & w.OBJECT
                and (self._ends_object(at, last) or not self._is_sentence(at, last))
            )
        ):
            return Opening("bare", at, hearer)
        if governs & w.OBJECT:
            end = self.object_end(at, last)
            if cue.needs and any(self.key[i] in cue.needs for i in range(at, end)):
                return Opening("object", at, hearer)  # "described the comments as"
            later = self._needed_later(end, last, cue) or self._past_apposition(end, last, cue)
            if later:
                return Opening("object", at, hearer, later)  # "described her after it as"
            if not cue.needs:
                return None if self._is_nothing(at, end) else Opening("object", at, hearer)
        if governs & w.QUOTED and self.document.quotes_in(at, self.object_end(at, last)):
            return Opening("object", at, hearer)
        if governs & w.PREDICATE and self._is_predicated(at, last):
            return Opening("object", at, hearer)
        if governs & w.QUOTED:
            return None
        if hearer is None and self._is_thing_alone(at, last, cue):
            return None  # "maintains a lead", "wrote books on tarot"
        return Opening("bare", at, hearer) if governs & w.BARE else None
