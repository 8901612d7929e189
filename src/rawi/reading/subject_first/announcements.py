"""Sentences about what the sentence beside them says: "This was said by X"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.agreement import Agreement
from rawi.reading.subject_first.document import Document, Sentence
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group, Groups
from rawi.reading.subject_first.inversion import Inversion
from rawi.reading.subject_first.patterns import Match
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.subjects import Subjects

#: "A dirlo, ai microfoni di X, è" is no longer than this, in tokens.
FRONTED: Final = 16
#: Whom it was said to is named in no more tokens.
HEARER: Final = 8


class Announcements:
    """Reads what tells who says the sentence before, or the quotation after."""

    def __init__(
        self,
        document: Document,
        phrases: Phrases,
        groups: Groups,
        subjects: Subjects,
        agreement: Agreement,
        inversion: Inversion,
    ) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.phrases = phrases
        self.groups = groups
        self.subjects = subjects
        self.agreement = agreement
        self.inversion = inversion
        self._joints = {",", *document.grammar.dashes, *document.grammar.colons}
        self._telling = document.grammar.words_of("telling_prepositions")
        self._news = document.grammar.words_of("news_nouns")
        self._agents = document.grammar.words_of("agents")
        self._fronting = document.grammar.words_of("fronting")
        self._cut_off = document.grammar.words_of("infinitive_vowels")
        self._own_objects = tuple(document.grammar.words_of("fronted_objects"))

    def of_before(self, number: int, sentence: Sentence, drafts: list[Draft]) -> None:
        """Read "This was said by X": what the sentence before it says is X's."""
        led = self._before_colon(sentence)
        first = sentence.first if led is None else led[1] + 1
        match = self.grammar.backward.match(self.word, first, sentence.last)
        before = led or self.document.sentences[max(0, number - 1)][:2]
        if match is not None and self._is_with(match) and self._ends_quoted(before):
            drafts.clear()  # "Sono le parole con cui X ha annunciato le dimissioni"
        if match is not None and match.open:  # "That's | according to X"
            end = max(stop for _, stop in match.fixed)
            own = [d for d in drafts if first <= d.content[0][0] < d.content[0][1] <= end]
            drafts[:] = [d for d in drafts if d not in own]
        if drafts or (not number and led is None):
            return
        named = self._named_by(match, sentence.last) if match is not None else None
        if match is not None and named is not None:
            drafts.append(self._draft(number, match.fixed, before, named, first, sentence.last))
            return
        if match is not None and match.open and self.phrases.starts(match.end, sentence.last):
            return  # somebody is named, and does something else
        fronted = self._fronted(first, sentence.last)
        told = self._confirmed(first, sentence.last) if fronted is None else None
        if fronted is not None or told is not None:
            verb, fronted = told or (first, fronted)
            assert fronted is not None
            cue = ((verb, verb + (1 if told else 2)),)
            drafts.append(self._draft(number, cue, before, fronted, first, sentence.last))
            return
        for index in range(match.end - 1, sentence.last) if match is not None else ():
            group = self.groups.read(index, first, sentence.last) if self.word[index].cues else None
            if group is None or group.kind != "finite":
                continue
            draft = self._of_verb(number, group, before, first, sentence.last)
            if draft is not None:
                drafts.append(draft)
            return

    def _named_by(self, match: Match, last: int) -> int | None:
        """Return where who says it is named behind a phrase, asides passed over.

        "Così X", "Così, in una nota, X", "Così su Facebook il sindaco".
        """
        if match.open and self.phrases.starts(match.end, last):
            return None if self._goes_on(match, last) else match.end
        if not self.grammar.drops_subject or match.end - match.fixed[0][0] > 1:
            return None
        found = self.inversion.after(match.end, last)
        if found is None or found[0] == match.end or not self.inversion.is_somebody(found):
            return None
        end = self.phrases.whole_end(found[0], last)
        return found[0] if end >= last or not self.phrases.is_verb(end) else None

    def _is_with(self, match: Match) -> bool:
        """Say whether a relative ends a phrase: "sono le parole con **cui** X ha commentato"."""
        return match.open and bool(self.word[match.end - 1].bits & w.REL)

    def _ends_quoted(self, before: Range) -> bool:
        """Say whether a quotation ends what stands before."""
        marks = range(max(before[0] + 1, before[1] - 1), before[1] + 1)
        return any(self.document.quote_before(at) is not None for at in marks)

    def _goes_on(self, match: Match, last: int) -> bool:
        """Say whether a verb that says nothing follows who is named: "Così il Napoli torna"."""
        if not self.grammar.drops_subject or self._is_with(match):
            return False
        end = self.phrases.whole_end(match.end, last)
        if self.word[match.end].bits & w.TIME and not self.word[match.end].upper:
            return True  # "le parole di ieri"
        if end >= last or not self.word[end].is_word:
            return False
        near = range(end, min(last, end + 3))
        said = any(self.groups.read(i, end, last) for i in near if self.word[i].cues)
        if said and match.end - match.fixed[0][0] == 1:
            return False  # "Così la Casa Bianca ha definito"
        return self.phrases.is_verb(end) or bool(self.word[end].bits & (w.AUX | w.REFLEX))

    def _confirmed(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the participle and where its agent is named in "La notizia è stata data da X"."""
        begins = last - first > 1 and self.word[first].bits & w.DET
        if not begins or self.key[first + 1] not in self._news:
            return None
        done = None
        for index in range(first + 3, min(last - 1, first + FRONTED)):
            word = self.word[index]
            past = any(cue.form & w.PAST and not cue.rest for cue in word.cues)
            if past and self.word[index - 1].bits & w.BE:
                done = index
            elif done is not None and self.key[index] in self._agents:
                named = self.phrases.starts(index + 1, last)
                return (done, index + 1) if named else None
        return None

    def _draft(
        self, number: int, cue: Iterable[Range], before: Range, at: int, first: int, last: int
    ) -> Draft:
        """Return the draft of what stands before, by whom a phrase names at a token."""
        end = self.phrases.whole_end(at, last)
        hearer = None
        if self.grammar.drops_subject:
            end = self.inversion.name_end(at, end)
            hearer = self.hearer(end, last)
        if self.grammar.drops_subject and end < last and self.word[end].is_word:
            verbs = (i for i in range(end, min(last, end + 3)) if self.word[i].cues)
            group = next((g for i in verbs if (g := self.groups.read(i, end, last))), None)
            if group is not None:  # "Così la Casa Bianca | ha definito"
                cue = (*cue, (group.first, group.last))
        return Draft(list(cue), [before], "said of the sentence before", number, source=(at, end),
                     kind="according", opening="backward", hearer=hearer,
                     around=(first, last))  # fmt: skip

    def _of_verb(
        self, number: int, group: Group, before: Range, first: int, last: int
    ) -> Draft | None:
        """Return the draft of "This was said by X", "Lo ha detto ieri, a Y, X"."""
        at = self._past_hearer(group.last, last)
        relay, begin = self._relayed(group.last, last)
        subject = self.subjects.after(at, last)
        if self.grammar.drops_subject:
            subject = self.inversion.after(begin, last) or subject
        subject = subject or self.subjects.before(group.verb, first + 1)
        if subject is None:
            return None
        hearer = (group.last, at) if at > group.last else None
        if self.grammar.drops_subject:
            hearer = self.hearer(subject[1], last) or self.hearer(group.last, subject[0])
        return Draft([(group.first, group.last)], [before], "said of the sentence before", number,
                     source=subject, opening="backward", hearer=hearer, around=(first, last),
                     form=group.cue, relay=relay,
                     relay_cue=(group.last + 1, begin - 1) if relay else None)  # fmt: skip

    def _relayed(self, at: int, last: int) -> tuple[Range | None, int]:
        """Return who is cited between commas behind a verb, and the token after the second.

        "Lo ha detto, come riportato dalla Tass, il ministro"
        """
        if not self.grammar.drops_subject or at >= last or self.key[at] != ",":
            return None, at
        match = self.grammar.according.match(self.word, at + 1, last)
        if match is None or not match.open or not self.phrases.starts(match.end, last):
            return None, at
        end = self.phrases.end(match.end, last)
        shut = end < last - 1 and self.key[end] == ","
        return ((match.end, end), end + 1) if shut else (None, at)

    def hearer(self, at: int, last: int) -> Range | None:
        """Return whom it was said to, right behind who said it or the verb: "X a Sky Tg24"."""
        if at + 1 >= last or self.key[at] not in self._telling:
            return None
        end = min(self.phrases.end(at + 1, last), at + HEARER)
        quote = self.document.quote_at.get(end)
        if quote is not None and quote.closed and quote.after <= min(last, at + HEARER):
            end = quote.after  # "all'agenzia di stampa «X»"
        return (at, end) if end > at + 1 else None

    def _fronted(self, first: int, last: int) -> int | None:
        """Return where who says it is named in "A dirlo, ai microfoni di X, è stato Y"."""
        if first + 2 >= last or self.key[first] not in self._fronting:
            return None
        ending = next((e for e in self._own_objects if self.key[first + 1].endswith(e)), "")
        stem = self.key[first + 1].removesuffix(ending)
        forms = [self.grammar.word(stem + vowel) for vowel in self._cut_off] if ending else []
        if not any(cue.form & w.INFINITIVE for form in forms for cue in form.cues):
            return None
        for index in range(first + 2, min(last - 1, first + FRONTED)):
            if not self.word[index].bits & w.BE or not self.word[index].is_word:
                continue
            at = index + 1
            while at < last and self.word[at].bits & (w.BE | w.ADV):
                at += 1
            return at if at < last and self.phrases.starts(at, last) else None
        return None

    def _before_colon(self, sentence: Sentence) -> Range | None:
        """Return what stands in the same sentence before who said it, and ends at a mark.

        "«…»: lo ha detto X", "«…», è il commento di X"
        """
        first, last = sentence[:2]
        if not self.grammar.drops_subject:
            return None
        quote = self.document.quote_at.get(first)
        if quote is not None and quote.after < last - 1:
            mark = quote.after if self.key[quote.after] in self._joints else quote.after - 1
            if self.grammar.backward.match(self.word, mark + 1, last) is not None:
                return (first, mark)
        for index in range(first + 1, last - 1):
            if self.key[index] not in self.grammar.colons or self.document.quote_over(index):
                continue
            if self.grammar.backward.match(self.word, index + 1, last) is not None:
                return (first, index)
        return None

    def _past_hearer(self, at: int, last: int) -> int:
        """Return where a subject after its verb begins, whom it was said to passed over."""
        hearers = self.grammar.words_of("hearers")
        while at < last and (
            self.key[at] in hearers
            or (self.word[at].bits & (w.ADV | w.TIME | w.OBJ) and not self.word[at].bits & w.DET)
            or (self.word[at].bits & w.DET and self.word[min(at + 1, last - 1)].bits & w.TIME)
        ):
            at += 1
        return at

    def announced(self, sentence: Sentence) -> tuple[Group, Range] | None:
        """Return the verb of speech of a sentence that says nothing itself, and its subject."""
        for index in range(sentence.last - 1, sentence.first, -1):
            if not self.word[index].cues or self.document.quote_over(index) is not None:
                continue
            group = self.groups.read(index, sentence.first, sentence.last)
            if group is None or group.kind != "finite" or not group.cue.governs & w.QUOTE:
                continue
            subject = self.subjects.before(group.verb, sentence.first)
            if subject is not None and not self.agreement.is_mute(subject):
                return group, subject
        return None
