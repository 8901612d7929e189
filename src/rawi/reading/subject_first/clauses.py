"""From a sentence to its drafts: cue → subject → content → ends.

A sentence is read once from left to right.  Every candidate for a cue opens a draft, ends the
content of the one before it, or is passed over.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.absolutes import Absolutes
from rawi.reading.subject_first.agreement import Agreement
from rawi.reading.subject_first.announcements import Announcements
from rawi.reading.subject_first.backward import Backward
from rawi.reading.subject_first.citations import Citations
from rawi.reading.subject_first.contents import Contents, Opening
from rawi.reading.subject_first.document import Document, Sentence
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group, Groups
from rawi.reading.subject_first.incises import Incises
from rawi.reading.subject_first.inversion import Inversion
from rawi.reading.subject_first.nominals import Nominals
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.relays import Relays
from rawi.reading.subject_first.subjects import Subjects
from rawi.reading.subject_first.unlisted import Unlisted

#: A sentence has no more candidates and no more attributions than this.
CANDIDATES: Final = 64
DRAFTS: Final = 24


class ClauseReader:
    """Reads the sentences of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.phrases = Phrases(document)
        self.subjects = Subjects(document, self.phrases)
        self.contents = Contents(document, self.phrases)
        self.groups = Groups(document)
        self.backward = Backward(document, self.phrases)
        self.nominals = Nominals(document, self.phrases, self.contents, self.subjects)
        self.relays = Relays(document, self.phrases, self.contents)
        self.citations = Citations(document, self.phrases, self.contents, self.relays.is_media)
        self.unlisted = Unlisted(document, self.subjects)
        self.incises = Incises(document, self.phrases, self.groups, self.subjects, self.unlisted)
        self.agreement = Agreement(document, self.phrases)
        self.inversion = Inversion(document, self.phrases, self.subjects, self.contents)
        self.announcements = Announcements(
            document, self.phrases, self.groups, self.subjects, self.agreement
        )
        self._as_said = self.grammar.words_of("as_said")
        self.absolutes = Absolutes(document, self.phrases, self.subjects)
        self._blaming = self.grammar.words_of("blaming")
        self._supposing = self.grammar.words_of("supposing")
        self._gerund_marks = self.grammar.words_of("gerund_marks")
        self._hot = [
            index for index, word in enumerate(self.word) if word.cues or word.bits & w.PHRASE
        ]

    def read(self, number: int, sentence: Sentence) -> list[Draft]:
        """Return the drafts of a sentence in the order of the text."""
        first, last = sentence.first, sentence.last
        found = self.incises.read(number, first, last)
        if not found:
            found = self.read_range(number, first, last)
            self.announcements.of_before(number, sentence, found)
        for quote in self.document.quotes_in(first, last):
            outer = _holding(found, quote.open)
            if outer is not None and quote.after - quote.open > 8:
                inner = self.read_quoted(number, quote.open + 1, quote.close)
                for draft in inner:
                    draft.outer = outer
                found += inner
        return found

    def read_quoted(self, number: int, first: int, last: int) -> list[Draft]:
        """Return what a quotation passes on in marks of its own: He said, ‘…’"""
        return self.relays.inner(number, first, last, self)

    def read_range(self, number: int, first: int, last: int) -> list[Draft]:
        """Return the drafts of a range of tokens, quotations passed over."""
        drafts: list[Draft] = []
        at = bisect_left(self._hot, first)
        reached, seen = first, 0
        while at < len(self._hot) and self._hot[at] < last and seen < CANDIDATES:
            index = self._hot[at]
            at += 1
            if index < reached or self.document.quote_over(index) is not None:
                continue
            seen += 1
            draft = self._candidate(index, first, last, drafts)
            if draft is None:
                continue
            if any(draft.content[:1] == other.content[:1] for other in drafts):
                continue  # one content has one cue
            draft.sentence = number
            drafts.append(draft)
            reached = max([reached, *(end for _, end in draft.cue)])
            if len(drafts) >= DRAFTS:
                break
        return self.relays.settle(drafts)

    def _candidate(self, index: int, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        if self.word[index].bits & w.PHRASE:
            cited = self.citations.read(index, first, last, drafts)
            if cited is not None:
                return cited
        if not self.word[index].cues:
            return None
        group = self.groups.read(index, first, last)
        if group is None:
            return None
        if group.kind == "noun":
            return self.nominals.read(group, first, last, drafts)
        if group.kind == "quoted":
            return self._quoted(group, first, last, drafts)
        if group.cue.governs & w.RELAY:
            return self.relays.read(group, first, last, drafts)
        if group.kind in ("participle", "sharing"):
            return self._participle(group, first, last, drafts)
        if group.first > first and self.key[group.first - 1] in self._as_said:
            said = self._as_others_say(group, first, last, drafts)
            if said is not None:
                return said
        return self._finite(group, first, last, drafts)

    def _quoted(self, group: Group, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Read "X was quoted as saying"."""
        saying = self.relays.saying(group.last, last)
        if saying is None:
            return None
        cue = next(c for c in reversed(self.word[saying].cues) if c.form & w.GERUND)
        begin = self._clause_begin(group.verb, first, drafts)
        whole = group._replace(last=saying + 1, cue=cue)
        subject = self.subjects.before(group.verb, begin)
        opening = self.contents.opening(saying + 1, last, cue)
        if opening is not None and not self._is_preferred_back(whole, opening, begin, subject):
            draft = self._forward(whole, opening, last, "quoted as saying")
            draft.source = subject
            return draft
        return self.backward.read(whole, subject, begin, last, False, drafts)

    def _as_others_say(
        self, group: Group, first: int, last: int, drafts: list[Draft]
    ) -> Draft | None:
        """Read "…, as the minister said it": a subject after the verb, content elsewhere."""
        subject = self.subjects.after(self.inversion.past_asides(group.last, last), last)
        if (
            subject is None
            or not group.cue.governs & w.QUOTE
            or not self.inversion.is_somebody(subject)
        ):
            return None
        opening = self.contents.opening(subject[1], last, group.cue)
        at = group.first - 1
        if opening is not None and opening.kind in ("quote", "colon"):
            content = (opening.at, self._content_end(opening, last, group.cue.governs))
        elif at > first + 2 and not drafts:
            content = (first, at - 1 if self.key[at - 1] == "," else at)
        elif at == first and subject[1] < last and self.key[subject[1]] == ",":
            content = (subject[1] + 1, self.contents.end(subject[1] + 1, last))
        else:
            return None
        return Draft([(group.first, group.last)], [content], "as others say", 0, source=subject,
                     opening="backward", around=(at, last), form=group.cue)  # fmt: skip

    # -- participles ---------------------------------------------------------------

    def _participle(self, group: Group, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Read "…, adding that": its source is that of the verb before it, or after it."""
        at = group.first
        before = self.key[at - 1] if at > first else ","
        opening = self.contents.opening(group.last, last, group.cue)
        if opening is None:
            return None
        source = self.absolutes.source(at, first)
        if source is not None:
            draft = self._forward(group, opening, last, "participle with its own subject")
            draft.source = source
            if drafts and drafts[-1].outer is None:
                self._cut(drafts[-1], self.absolutes.edge(at, first), draft)
            return draft
        host = drafts[-1] if drafts else None
        if before in self._blaming and _holding(drafts, at) is not None:
            return None  # "criticised X for saying that": what X says
        if group.kind == "sharing":
            at = group.verb
        led = (
            at == first
            or before in ",;\u2014\u2013-"
            or self.word[at - 1].bits & (w.CONJ | w.ADV | w.PREP)
            or group.kind == "sharing"
            or self.key[at] in self._gerund_marks
        )
        if not led and not self.document.quote_before(at):
            return None
        draft = self._forward(group, opening, last, "participle")
        if host is not None and host.outer is None:
            draft.source, draft.shared = host.source, True
            draft.features = host.features
            self._cut(host, self._back_to_mark(at, first), draft)
        elif at == first or self._opens(at, first):
            if group.kind != "sharing":
                draft.source = self._coming_subject(draft, last)
            draft.shared = True
        else:
            verb = self._verb_before(at, first)
            draft.source = None if verb is None else self.subjects.before(verb, first)
            if draft.source is None or self.agreement.is_mute(draft.source):
                return None
        return draft

    def _opens(self, at: int, first: int) -> bool:
        return all(self.word[i].bits & (w.ADV | w.CONJ) for i in range(first, at))

    def _back_to_mark(self, at: int, first: int) -> int:
        while (
            at > first and self.word[at - 1].bits & (w.CONJ | w.ADV) and self.word[at - 1].is_word
        ):
            at -= 1
        if self.grammar.has_infinitives and at > first and self.key[at - 1] in self._gerund_marks:
            return self._back_to_mark(at - 1, first)
        if at > first and not self.word[at - 1].is_word and self.key[at - 1] in ",;\u2014\u2013-":
            at -= 1
        return at

    def _coming_subject(self, draft: Draft, last: int) -> Range | None:
        """Return the subject of the clause that follows a participle at its sentence's head."""
        begin, end = draft.content[-1]
        comma = next(
            (i for i in range(begin, end) if self.key[i] == "," and
             self.document.quote_over(i) is None), None
        )  # fmt: skip
        if comma is None and end < last and self.key[end] == ",":
            comma = end
        if comma is None:
            return None
        for other in range(comma, end):
            if self.key[other] != "," or self.document.quote_over(other) is not None:
                continue
            subject = self.subjects.after(other + 1, last)
            if subject is not None and subject[1] < last and self.phrases.is_verb(subject[1]):
                draft.content[-1] = (begin, other)
                return subject
        draft.content[-1] = (begin, comma)
        return self.subjects.after(comma + 1, last)

    def _verb_before(self, at: int, first: int) -> int | None:
        """Return the finite verb of the clause that a participle belongs to."""
        found: int | None = None
        segment = True  # whether a comma was passed since the last verb
        for index in range(first, at):
            if self.key[index] == ",":
                segment = True
            elif segment and self.phrases.is_verb(index) and not self.word[index].bits & w.HEADS:
                if found is None or self.subjects.before(index, found) is not None:
                    found = index
                segment = False
        return found

    # -- finite verbs --------------------------------------------------------------

    def _finite(self, group: Group, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        begin = self._clause_begin(group.verb, first, drafts)
        parted = self.inversion.parted(group, begin, last)
        if parted is not None:
            return parted
        shared = self._is_joined(group.verb, begin)
        subject = None if shared else self.subjects.before(group.verb, begin)
        if group.cue.governs & w.RECORD and (
            subject is None or not self.agreement.is_record(subject)
        ):
            return None
        inverted = None
        if not shared and group.cue.governs & (w.QUOTE | w.BARE | w.AFTER):
            inverted = self.inversion.find(group, begin, last, subject, drafts)
        if inverted is not None:
            subject = inverted
            opening = None
            after = self.contents.opening(inverted[1], last, group.cue)
            led = self.inversion.quote_left_of(group.first, begin)
            if after is not None and after.kind in ("quote", "colon") and not led:
                opening = after
        else:
            opening = self.contents.opening(group.last, last, group.cue)
        if shared:
            subject = self._shared_subject(group, first, drafts)
        holder = _holding(drafts, group.first)
        if inverted is not None and self.inversion.says_again(group, inverted, begin, holder):
            return None
        if inverted is not None and drafts and self.grammar.comma_inversion:
            over = self._over_quoted(group, inverted, begin, first, last, drafts)
            if over is not None:
                return over
        back = (
            not shared
            and opening is not None
            and self._is_preferred_back(group, opening, begin, subject)
        )
        if opening is not None and not back:
            draft = self._forward(group, opening, last, "verb with content after it")
            draft.source, draft.shared = subject, shared
            lead = self.backward.lead(subject, begin, opening) if not drafts else None
            if lead is not None:
                draft.content.insert(0, lead)
            if subject is not None and opening.kind in ("clause", "bare"):
                if subject[0] > first and self.key[subject[0] - 1] in self._supposing:
                    return None  # "if he thought"
                self._concede(draft, subject, first)
            if opening.kind == "infinitive" and any(
                self.word[i].bits & w.HIDDEN for i in range(opening.at, min(last, opening.at + 5))
            ):
                return None  # "who wishes to remain unnamed"
            if subject is None and not shared and not self.grammar.drops_subject:
                host = drafts[-1] if drafts else None
                if host is None or host.source is None or host.kind != "verb":
                    return None
                goes_on = holder is host and self.key[group.first - 1] == ","
                if not goes_on and not self.subjects.is_after_relative(host, group.first):
                    return None
                draft.source = subject = host.source
                draft.shared = shared = True
            if subject is not None and not self.agreement.admits(
                group, subject, first, shared=shared
            ):
                return None
            return self._placed(draft, group, holder, subject, shared, first)
        if holder is not None and holder.cue and not shared and inverted is None:
            return self._over(group, subject, first, last, drafts)
        if (
            inverted is not None
            and drafts
            and self.grammar.comma_inversion
            and not (self.inversion.quote_left_of(group.first, begin))
        ):
            return self._over(group, subject, first, last, drafts, inverted=True)
        said = self.backward.read(group, subject, begin, last, inverted is not None, drafts)
        if said is None and subject is None and self.grammar.comma_inversion:
            return self._after_adjunct(group, begin, last)
        if said is None:
            return None
        said.shared = shared
        if holder is not None and holder.cue and said.content:
            if said.content[0][0] >= holder.content[-1][0]:
                return self._over(group, subject, first, last, drafts)
        return said

    def _over_quoted(
        self, group: Group, subject: Range, begin: int, first: int, last: int, drafts: list[Draft]
    ) -> Draft | None:
        """Read "A demands “help”, B noted": the whole is B's, A's words a part of it."""
        other = drafts[-1]
        quoted = self.document.quote_at.get(other.content[-1][0])
        if not other.cue or quoted is None or other.source is None or other.outer is not None:
            return None
        if self.document.quote_before(group.first - 1) is not quoted:
            return None
        begins, ends = other.source
        bare = begins + 1 if self.word[begins].bits & w.DET else begins
        speaks = self.inversion.is_somebody((bare, ends))
        if speaks and self.inversion.is_stuck(subject[0]):
            return None
        draft = self._over(group, subject, first, last, drafts, inverted=True)
        if draft is None or draft.content[0][0] >= other.content[0][0]:
            other.outer = None if other.outer is draft else other.outer
            return None
        if not speaks:
            drafts.remove(other)  # "the moment demands": nobody says it
        return draft

    def _after_adjunct(self, group: Group, begin: int, last: int) -> Draft | None:
        """Read "To that end, the minister said, everybody must": who says it inverted."""
        at = group.first
        if at <= begin + 1 or self.key[at - 1] != "," or not group.cue.governs & w.QUOTE:
            return None
        subject = self.subjects.after(self.inversion.past_asides(group.last, last), last)
        if (
            subject is None
            or not self.inversion.is_somebody(subject)
            or subject[1] >= last - 1
            or (self.key[subject[1]] != ",")
        ):
            return None
        begin = subject[1] + 1
        return Draft([(group.first, group.last)], [(begin, self.contents.end(begin, last))],
                     "after an adjunct", 0, source=subject, opening="backward",
                     around=(group.first, last), form=group.cue)  # fmt: skip

    def _over(
        self,
        group: Group,
        subject: Range | None,
        first: int,
        last: int,
        drafts: list[Draft],
        *,
        inverted: bool = False,
    ) -> Draft | None:
        """Read "A offered to help, B noted": what stands before is B's, A's a part of it."""
        edge = group.first if subject is None else min(subject[0], group.first)
        draft = self.backward.read(group, subject, first, last, inverted, [])
        if draft is None or subject is None or self.key[edge - 1] != ",":
            return None
        if any(d.content[0][0] < d.cue[0][0] for d in drafts if d.cue):
            if not self.relays.is_media(subject):
                return None
        for other in drafts:
            a, b = other.content[-1]
            if a < edge <= b:
                other.content[-1] = (a, edge - 1)
            if other.outer is None and not self.relays.is_media(subject):
                other.outer = draft
        return draft

    def _is_preferred_back(
        self, group: Group, opening: Opening, begin: int, subject: Range | None
    ) -> bool:
        """Say whether a quotation before the subject is what was said, not what follows."""
        if subject is None or opening.kind in ("colon", "clause", "question", "infinitive"):
            return False
        at = min(subject[0], group.first)
        quote = self.document.quote_before(at)
        if at <= begin or quote is None:
            return False
        if self.phrases.is_title(quote.open, begin) and quote.close - quote.open > 2:
            return False  # "On “Meet the Press,” she said"
        if opening.kind == "object" and quote.open > begin and self.word[quote.open - 1].is_word:
            return False  # words of another, in a clause before the verb's
        return opening.kind != "quote" or self.key[opening.at - 1] == ","

    def _forward(self, group: Group, opening: Opening, last: int, rule: str) -> Draft:
        end = self._content_end(opening, last, group.cue.governs)
        return Draft(
            [(group.first, group.last)],
            [(opening.at, end)],
            rule,
            0,
            opening=opening.kind,
            hearer=opening.hearer,
            around=(group.first, last),
            form=group.cue,
        )

    def _concede(self, draft: Draft, subject: Range, first: int) -> None:
        """End what a clause before the main one says there: "Although X says so, Y went"."""
        led = self.word[first : subject[0]]
        joined = w.SUB | w.COMP
        if not any(word.bits & joined for word in led) or not all(
            word.is_word and word.bits & (joined | w.ADV | w.CONJ | w.LINK) for word in led
        ):
            return
        begin, last = draft.content[-1]
        for comma in range(begin + 1, last):
            if self.key[comma] != "," or self.document.quote_over(comma) is not None:
                continue
            if comma + 1 < last and self.phrases.starts(comma + 1, last):
                end = self.phrases.whole_end(comma + 1, last)
                while end < last and (
                    self.key[end] == "," or self.word[end].bits & (w.NEG | w.ADV | w.REFLEX)
                ):
                    end += 1
                if end < last and self.phrases.is_verb(end):
                    draft.content[-1] = (begin, comma)
                    return

    def _content_end(self, opening: Opening, last: int, governs: int) -> int:
        """Return where content ends: with its quotation, or with its clause."""
        quote = self.document.quote_at.get(opening.at)
        if quote is not None and opening.kind in ("quote", "colon"):
            after = quote.after
            if quote.closed and self.key[quote.close - 1] == "," and not self.grammar.incises:
                return min(after, last)
            if (
                governs & w.OBJECT
                and self.contents.is_attached(after, last)
                and (
                    opening.kind == "quote"
                    and not self.inversion.is_clause(quote.open + 1, quote.close)
                )
            ):
                return self.contents.object_end(after + 1, last)
            ends = after >= last or not self.word[after].is_word
            if ends or self.word[after].bits & (w.SUB | w.CONJ | w.PREP | w.COMP | w.ADV | w.TIME):
                return min(after, last)
        if opening.kind in ("object", "preposition"):
            return self.contents.object_end(opening.at, last)
        if opening.kind in ("infinitive", "question", "gerund"):
            return self.contents.clause_end(opening.at, last)
        return self.contents.end(opening.at, last)

    def _placed(
        self,
        draft: Draft,
        group: Group,
        holder: Draft | None,
        subject: Range | None,
        shared: bool,
        first: int,
    ) -> Draft | None:
        """Cut the content that a draft stands in, or note that it is part of it."""
        if holder is None:
            return draft
        begin = holder.content[-1][0]
        if shared:
            self._cut(holder, self._back_to_mark(self._before_adverbs(group.first), first), draft)
            return draft
        if subject is None:
            return None
        if subject[0] <= begin + 1 or (
            self.word[subject[0] - 1].bits & (w.COMP | w.REL) and self.word[subject[0] - 1].is_word
        ):
            at = subject[0] - 1
            if (
                self.grammar.has_infinitives
                and self.word[at].bits & w.REL
                and (holder.opening in ("object", "preposition") and self.key[at - 1] == ",")
            ):
                self._cut(holder, at - 1, draft)
                return draft
            draft.outer = holder
            if self.word[subject[0]].bits & w.PRON and not self._is_told(holder):
                return None
            return draft if draft.opening in ("clause", "quote", "colon", "infinitive") else None
        edge = self._back_to_mark(self.inversion.before_links(subject[0], begin), begin)
        plain = (
            edge == subject[0] - 1
            and self.key[edge] == ","
            and (holder.opening in ("clause", "bare"))
        )
        if edge < subject[0] and edge > begin and not plain:
            self._cut(holder, edge, draft)
            return draft
        pronoun = self.word[subject[0]].bits & w.PRON
        if draft.opening in ("clause", "quote", "colon") and not pronoun:
            draft.outer = holder
            return draft
        return None

    def _is_told(self, holder: Draft) -> bool:
        return False

    def _before_adverbs(self, at: int) -> int:
        while at and self.word[at - 1].bits & w.ADV and self.word[at - 1].is_word:
            at -= 1
        return at

    def _cut(self, holder: Draft, at: int, draft: Draft) -> None:
        """End a draft's content where another cue begins its clause."""
        first, last = holder.content[-1]
        if first < at < last:
            holder.content[-1] = (first, at)

    def _clause_begin(self, verb: int, first: int, drafts: list[Draft]) -> int:
        """Return where the clause of a verb may begin: after the cue before it."""
        begin = first
        for draft in drafts:
            for _, end in draft.cue:
                if end <= verb:
                    begin = max(begin, end)
            if draft.source and draft.source[1] <= verb and not draft.shared:
                begin = max(begin, draft.source[1])
        return begin

    def _is_joined(self, verb: int, begin: int) -> bool:
        """Say whether a verb has its subject from the clause before: "and said"."""
        at = verb
        while at > begin and self.word[at - 1].bits & w.ADV and self.word[at - 1].is_word:
            at -= 1
        return at > begin and self.word[at - 1].is_word and bool(self.word[at - 1].bits & w.CONJ)

    def _shared_subject(self, group: Group, first: int, drafts: list[Draft]) -> Range | None:
        """Return the subject of the verb that a joined one goes on from."""
        for draft in reversed(drafts):
            if draft.outer is None and draft.cue and draft.cue[0][0] < group.first:
                return draft.source
        verb = self._verb_before(group.first, first)
        if verb is None:
            start = first
            while start < group.first and not self.phrases.starts(start, group.first):
                start += 1
            end = self.phrases.end(start, group.first) if start < group.first else start
            return (start, end) if end > start else None
        return self.subjects.before(verb, first)


def _holding(drafts: list[Draft], index: int) -> Draft | None:
    """Return the draft whose content a token stands in."""
    for draft in reversed(drafts):
        if any(first <= index < last for first, last in draft.content):
            return draft
    return None
