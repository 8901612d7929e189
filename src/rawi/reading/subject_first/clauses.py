"""From a sentence to its drafts: cue → subject → content → ends.

A sentence is read once from left to right.  Every candidate for a cue opens a draft, ends the
content of the one before it, or is passed over.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.bracketed import bracketed
from rawi.reading.subject_first.clause_parts import holding
from rawi.reading.subject_first.document import Sentence
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group
from rawi.reading.subject_first.in_papers import InPapers
from rawi.reading.subject_first.owned_quotes import owned_quote

#: A sentence has no more candidates and no more attributions than this.
CANDIDATES: Final = 64
DRAFTS: Final = 24
#: After "as the mayor said" a quotation is what she said so near, in tokens.
BESIDE: Final = 3
#: "As" stands so near before its verb, a subject between them, in tokens.
REACH: Final = 9


class ClauseReader(InPapers):
    """Reads the sentences of one document."""

    #: the outlet at a sentence's head that passes on what another says there, and its verb
    _leading: tuple[Range, Range] | None = None

    def read(self, number: int, sentence: Sentence) -> list[Draft]:
        """Return the drafts of a sentence in the order of the text."""
        first, last = sentence.first, sentence.last
        back = self.pointing_back.read(number, sentence)
        if back is not None:
            return [back]
        found = self.incises.read(number, first, last)
        if not found:
            if self.grammar.drops_subject:  # "Lo ha detto il sindaco."
                self.announcements.of_before(number, sentence, found)
            found = self.read_range(number, first, last, found)
            self.announcements.of_before(number, sentence, found)
        if found and self.document.paragraphs[sentence.paragraph].kind == "headline":
            self.relays.credit(first, last, found)
        for draft in found:
            self._hear(draft, last)
        for quote in self.document.quotes_in(first, last):
            outer = holding(found, quote.open)
            if outer is not None and quote.after - quote.open > 8:
                inner = self.read_quoted(number, quote.open + 1, quote.close)
                for draft in inner:
                    draft.outer = outer
                found += inner
        return found

    def _hear(self, draft: Draft, last: int) -> None:
        """Note whom what stands before was said to, behind who said it: "«…», ha detto X a Y"."""
        unheard = draft.hearer is None and draft.cue and draft.form is not None
        if not unheard or not self.grammar.drops_subject:
            return
        if draft.opening == "backward" or draft.kind == "incise":
            source = draft.source[1] if draft.source is not None else 0
            draft.hearer = self.announcements.hearer(max(draft.cue[-1][1], source), last)

    def read_quoted(self, number: int, first: int, last: int) -> list[Draft]:
        """Return what a quotation passes on in marks of its own: He said, ‘…’"""
        return self.relays.inner(number, first, last, self)

    def read_range(
        self, number: int, first: int, last: int, before: list[Draft] | None = None
    ) -> list[Draft]:
        """Return the drafts of a range of tokens, quotations passed over.

        `before` has what its head was read to say: "Lo ha detto X, aggiungendo che".
        """
        drafts = list(before or ())
        at = bisect_left(self._hot, first)
        reached, seen = max([first, *(end for d in drafts for _, end in d.cue)]), 0
        self._leading = None
        asides = bracketed(self.document.tokens, first, last) if self.grammar.title_case else []
        while at < len(self._hot) and self._hot[at] < last and seen < CANDIDATES:
            index = self._hot[at]
            at += 1
            if index < reached or self.document.quote_over(index) is not None:
                continue
            seen += 1
            aside = next((pair for pair in asides if pair[0] < index < pair[1]), None)
            if aside is None:
                draft = self._candidate(index, first, last, drafts)
            else:  # "(the firm called it “final”) and left": a sentence of its own
                draft = self._candidate(index, aside[0] + 1, aside[1], [])
            if draft is None:
                reached = max(reached, self.citations.done)
                continue
            rival = next((d for d in drafts if d.content[:1] == draft.content[:1]), None)
            if rival is not None and (rival.source is not None or draft.source is None):
                continue  # one content has one cue
            if rival is not None:
                drafts.remove(rival)  # "Laughing, the mayor told them: “…”"
            draft.sentence = number
            if self._leading is not None and draft.relay is None and draft.source is not None:
                (draft.relay, draft.relay_cue), self._leading = self._leading, None
            if self.citations.passed is not None:
                self.citations.pass_on(draft)
            drafts.append(draft)
            reached = max([reached, *(end for _, end in draft.cue)])
            if len(drafts) >= DRAFTS:
                break
        return self.relays.settle(drafts)

    def _candidate(self, index: int, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        paper = self._in_paper(index, first, last) if self.grammar.drops_subject else None
        if paper is not None:
            return paper
        said = self.key[index] in self._as_said and self.grammar.free
        said = said and index + 1 < last and self.postposed.is_said(index + 1)
        if self.word[index].bits & w.PHRASE and not (said or self._is_as_told(index, last)):
            cited = self.citations.read(index, first, last, drafts)
            if cited is not None:
                return cited
        if not self.word[index].cues or self._is_in_name(index, first):
            return None
        groups = self.groups.all(index, first, last)
        group = next(groups, None)
        draft = None if group is None else self._of_group(group, index, first, last, drafts)
        if draft is None and group is not None and group.kind == "finite":
            for other in groups:  # what else the same verb governs
                if other.kind == "noun" and self.grammar.title_case:  # "X's wild claim that"
                    draft = self.nominals.read(other, first, last, drafts)
                elif other.kind == "finite" and not other.cue.governs & (w.RELAY | w.RELAYS):
                    draft = self._finite(other, first, last, drafts)
                if draft is not None:
                    break
        return draft

    def _of_group(
        self, group: Group, index: int, first: int, last: int, drafts: list[Draft]
    ) -> Draft | None:
        """Return the draft of a verb group or noun; None where it attributes nothing."""
        if group.kind == "noun":
            return self.nominals.read(group, first, last, drafts)
        if group.kind == "agent":
            return self.passives.read(group, self._clause_begin(group.verb, first, drafts), last)
        if group.kind == "quoted":
            return self._quoted(group, first, last, drafts)
        if group.cue.governs & (w.RELAY | w.RELAYS):
            cited = self.relays.read(group, first, last, drafts)
            plain = None
            if cited is None and group.cue.governs & w.RELAY:
                plain = self.groups.read(index, first, last, plain=True)
                if plain is None:
                    return None
            if cited is not None:
                return cited
            group = plain or group
        if group.kind == "joined":
            cue = drafts[-1].cue[-1] if drafts and drafts[-1].cue else (index, index)
            shares = any(self.word[i].bits & w.AUX for i in range(*cue))
            if not shares and (drafts or not self._shares_auxiliary(group.first, first)):
                return None
            group = group._replace(kind="finite")
        if group.kind in ("participle", "sharing"):
            return self._participle(group, first, last, drafts)
        if self._said_from(group.first, first) is not None:
            if drafts and self._passed_on(group, last, drafts[-1]):
                return None
            said = self._as_others_say(group, first, last, drafts)
            if said is not None or self._leading is not None:
                return said
        return self._as_told(group, first, last, drafts) or self._finite(group, first, last, drafts)

    def _shares_auxiliary(self, participle: int, first: int) -> bool:
        """Say whether the verb before, that says nothing, has one: "a visité X et assuré que"."""
        verb = self._verb_before(participle, first)
        if verb is None or not self.word[verb].bits & w.HAVE or not self.grammar.comma_inversion:
            return False
        after = self.word[verb + 1]
        return after.is_word and not after.bits & (w.DET | w.PREP | w.NUM | w.PRON)

    def _is_in_name(self, index: int, first: int) -> bool:
        """Say whether a verb's form is part of a name: a capital among capitals, "Sahel States"."""
        word, before = self.word[index], self.word[index - 1]
        quote = self.document.quote_before(index) if self.grammar.title_case else None
        if quote is not None and owned_quote(self.document, quote, 0) is not None:
            return True  # "the mayor's ‘no way back’ remark"
        if not self.grammar.title_case or index <= first + 1 or not word.upper or word.caps:
            return False
        joined = before.is_word and before.upper and not before.caps
        plain = any(not o.upper and o.is_word and len(o.key) > 3 for o in self.word[first:index])
        return joined and plain and not any(cue.form & w.NOUN for cue in word.cues)

    def _is_as_told(self, index: int, last: int) -> bool:
        """Say whether a word that may cite leads to a clause: "según | el diario reveló, …"."""
        if self.key[index] not in self._as_said or not self.grammar.drops_subject:
            return False
        if index + 1 >= last or not self.phrases.starts(index + 1, last):
            return False
        verb = self.phrases.end(index + 1, last)
        group = next(self.groups.all(verb, index + 1, last), None) if verb < last else None
        return group is not None and self._told_end(group, last) is not None

    def _told_end(self, group: Group, last: int) -> int | None:
        """Return the mark that ends "as X said": a verb, little after it, and nothing said."""
        if group.kind != "finite" or not group.cue.governs & w.QUOTE:
            return None
        end = self.postposed.past_way(group.last, last)
        after = self.word[group.last : end]
        said = any(
            word.bits & (w.COMP | w.DET | w.SUB) and not word.bits & w.PREP for word in after
        )
        marked = end >= last or self.key[end] == "," or self.key[end] in self.grammar.sentence_marks
        return end if marked and not said and len(after) <= BESIDE else None

    def _as_told(self, group: Group, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Read "as the minister said, …" with its subject before the verb."""
        if not self.grammar.drops_subject or (end := self._told_end(group, last)) is None:
            return None
        near = range(group.first - 2, max(first, group.first - REACH) - 1, -1)
        at = next((i for i in near if self.key[i] in self._as_said), None)
        if at is None or self.phrases.end(at + 1, last) != group.first:
            return None
        subject = (at + 1, group.first)
        opens = at == first and end < last and self.key[end] == ","
        comma = self._past_likening(at, first) - 1
        closes = comma > first + 1 and self.key[comma] == "," and not drafts
        if not (opens or closes) or not self.inversion.is_somebody(subject):
            return None
        content = (end + 1, self.contents.end(end + 1, last)) if opens else (first, comma)
        return Draft([(group.first, group.last)], [content], "as others say", 0, source=subject,
                     opening="backward", around=(at, end), form=group.cue)  # fmt: skip

    def _past_likening(self, at: int, first: int) -> int:
        """Return where "as" begins with what leads to it: "tal y | como explicó"."""
        begin = at
        while begin > first and self.key[begin - 1] in self._likening:
            begin -= 1
        return begin if begin > first and self.key[begin - 1] == "," else at

    def _said_from(self, verb: int, first: int) -> int | None:
        """Return where "comme", "ainsi que" before a verb begins; None where none does."""
        if verb > first and self.key[verb - 1] in self._as_said:
            return verb - 1
        two = verb - 1 > first and self.word[verb - 1].bits & w.COMP
        return verb - 2 if two and self.key[verb - 2] in self._just_as else None

    def _quoted(self, group: Group, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Read "X was quoted as saying"."""
        saying = self.relays.saying(group.last, last)
        if saying is None:
            return None
        cues = [c for c in reversed(self.word[saying].cues) if c.form & w.GERUND]
        cue = next((c for c in cues if c.governs & w.QUOTE), cues[0])
        relay = self._quoting(group.last, saying, last)
        begin = self._clause_begin(group.verb, first, drafts)
        whole = group._replace(last=saying + 1, cue=cue)
        subject = self.subjects.before(group.verb, begin)
        opening = self.contents.opening(saying + 1, last, cue)
        if opening is not None and not self._is_preferred_back(whole, opening, begin, subject):
            draft = self._forward(whole, opening, last, "quoted as saying")
            draft.source = subject
            draft.relay = relay
            return draft
        said = self.backward.read(whole, subject, begin, last, False, drafts)
        if said is not None:
            said.relay = relay
        return said

    def _quoting(self, at: int, saying: int, last: int) -> Range | None:
        """Return who quotes: in "quoted by X as saying", or "quoted as saying by X"."""
        if self.key[at] in self._agents:
            stop = next(i for i in range(saying, at, -1) if self.key[i] in self._as_words)
            return (at + 1, stop)
        after = saying + 1
        if after + 1 < last and self.key[after] in self._agents:
            if self.phrases.starts(after + 1, last):
                return (after + 1, self.phrases.end(after + 1, last))
        return None

    def _passed_on(self, group: Group, last: int, host: Draft) -> bool:
        """Say whether an outlet passes on what stands before: "…, según recogió la agencia X"."""
        comma = group.first - 2
        begin, end = host.content[-1]
        told = max((e for _, e in host.cue), default=end)  # "ha detto X, come riporta Y"
        inside = begin < comma < end
        behind = end <= told <= comma and self.grammar.drops_subject
        if not self.grammar.free or self.key[comma] != "," or not (inside or behind):
            return False
        subject = self.inversion.after(group.last, last)
        if subject is None or not self.relays.is_media(subject) or host.relay is not None:
            return False
        if inside:
            host.content[-1] = (begin, comma)
        host.relay, host.relay_cue = subject, (group.first, group.last)
        return True

    def _is_between(self, subject: Range, first: int, at: int, end: int, last: int) -> bool:
        """Say whether an outlet is told of between who says something and their verb."""
        begin = self._clause_begin(at, first, [])
        parted = self.key[at - 1] == "," and end < last and self.key[end] == ","
        if not parted or not self.grammar.free or not self.relays.passes_on(subject):
            return False
        return self.citations.is_told((begin, at - 1), subject, end, last)

    def _as_others_say(
        self, group: Group, first: int, last: int, drafts: list[Draft]
    ) -> Draft | None:
        """Read "…, as the minister said it": a subject after the verb, content elsewhere."""
        subject = self.inversion.after(group.last, last)
        if subject is None or not self.inversion.is_somebody(subject):
            subject = None
        if not group.cue.governs & w.QUOTE or (subject is None and not self.grammar.drops_subject):
            return None
        at = self._said_from(group.first, first)
        if at is None:
            return None
        if subject is not None:
            comma = next((i for i in range(*subject) if self.key[i] == ","), subject[1])
            if (
                at == first
                and comma > subject[0]
                and (
                    subject[1] >= last
                    or self.key[subject[1]] != ","
                    or self.relays.is_media((subject[0], comma))
                )
            ):
                subject = (subject[0], comma)  # "as the mayor said, the baths are shut"
        end = self.postposed.past_way(group.last if subject is None else subject[1], last)
        opening = self.contents.opening(end, last, group.cue)
        near = opening is not None and opening.at <= end + BESIDE
        lead: list[Range] = []
        if opening is not None and near and opening.kind in ("quote", "colon"):
            content = (opening.at, self._content_end(opening, last, group.cue.governs))
            lead = self.postposed.lead(first, at, opening.at)
        elif subject is not None and self._is_between(subject, first, at, end, last):
            self._leading = subject, (group.first, group.last)  # "X, come riporta Y, ha detto che"
            return None
        elif at > first + 2 and not drafts:
            at = self._past_likening(at, first)
            content = (first, at - 1 if self.key[at - 1] == "," else at)
            if self.postposed.goes_on(first, at - 1, end, last):
                lead, content = [content], (end + 1, self.contents.end(end + 1, last))
        elif at == first and (timed := self.inversion.past_time(end, last)) is not None:
            again = self.inversion.past_time(timed + 1, last)  # "devant le conseil, lundi soir,"
            timed = timed if again is None or again == timed + 1 else again
            content = (timed + 1, self.contents.end(timed + 1, last))
            led = (i for i in range(*content) if self.word[i].bits & w.COMP)
            if any(cue.governs & w.THAT for i in led for cue in self.word[i - 1].cues):
                if subject is not None and self.relays.is_media(subject):
                    self.relays.lead = (subject, (group.first, group.last))
                    self._leading = subject, (group.first, group.last)  # "Come scrive X, Y dice"
                return None  # "comme l'avait dit X, Y souligne que …"
        else:
            return None
        draft = Draft([(group.first, group.last)], [*lead, content], "as others say", 0,
                      source=subject, opening="backward", around=(at, last),
                      form=group.cue)  # fmt: skip
        draft.features = self.postposed.number(group) if self.grammar.drops_subject else 0
        return draft
