"""Finite verbs that attribute: with their content after them, before them, around them."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.clause_parts import holding
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group
from rawi.reading.subject_first.interposed import Interposed
from rawi.reading.subject_first.stretches import Opening

#: Who is helped to do something stands between in fewer tokens.
HELPED: Final = 12


class Finites(Interposed):
    """Reads the finite verbs of one document that attribute."""

    def _only_so(self, group: Group, opening: Opening, last: int) -> bool:
        """Say whether "que" after a negation only narrows a phrase: "ne répond qu'aux élus"."""
        if not group.negated or opening.kind != "clause" or not self.grammar.comma_inversion:
            return False
        plain = group.cue.governs & w.OBJECT and not group.cue.needs  # "n'a confirmé que deux"
        end = self.contents.object_end(opening.at, last)
        return not plain and not any(self.phrases.is_verb(i) for i in range(opening.at, end))

    def _is_of_content(self, group: Group, drafts: list[Draft]) -> bool:
        """Say whether a verb of another number goes on with what the verb before it says."""
        host = holding(drafts, group.first) if self.grammar.drops_subject else None
        if host is None or host is not drafts[-1] or host.opening != "clause":
            return False
        finite = host.form is not None and host.form.form & w.FINITE
        one = bool(finite) and host.source is not None and not host.features & w.PLUR
        return one and bool(self.postposed.number(group) & w.PLUR)

    def _is_helped(self, group: Group, begin: int) -> bool:
        """Say whether a verb is the infinitive of "help": "to help them | respond to a crisis"."""
        if not self._causing or not group.cue.form & w.INFINITIVE or group.last - group.first > 2:
            return False
        for at in range(group.first - 1, max(begin, group.first - HELPED) - 1, -1):
            if self.key[at] in self._causing:
                return self.phrases.starts(at + 1, group.first)
            if not self.word[at].is_word or self.phrases.is_verb(at) or self.word[at].bits & w.COMP:
                return False
        return False

    def _is_of_relative(self, group: Group, drafts: list[Draft]) -> bool:
        """Say whether a joined verb of another time goes on with a relative clause in an object."""
        host = holding(drafts, group.first) if self.grammar.title_case else None
        if host is None or host.form is None or host.opening not in ("object", "preposition"):
            return False
        led = any(self.word[i].bits & w.REL for i in range(host.content[-1][0], group.first))
        return led and bool((group.cue.form ^ host.form.form) & w.PAST)

    def _finite(self, group: Group, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        if self._is_asked(group, last) or self.key[first] in self.grammar.asking_marks:
            return None
        if self.key[group.first - 1] in self._whoever:
            return None  # "a chi gli chiedeva se": nobody in particular
        begin = self._clause_begin(group.verb, first, drafts)
        parted = self.inversion.parted(group, begin, last)
        if parted is not None:
            unsaid = parted.source is None
            parted.features = self.postposed.number(group) if unsaid else 0
            return parted
        interposed = self._interposed(group, begin, last, drafts)
        interposed = interposed or self._called_so(group, begin, last, drafts)
        if interposed is not None:
            return interposed
        if self._closes(group, first, last):
            return self._closing(group, first, drafts)
        if self._calls(group, first, last):
            return self._calling(group, first, last, drafts)
        shared = self._is_joined(group.verb, begin) or self.postposed.joins(group.verb, begin)
        if self._is_helped(group, begin):
            return None
        if shared and self._is_of_relative(group, drafts):
            return None  # "likened him to one who steals and then reports it"
        if shared and self._is_of_content(group, drafts):
            return None  # "X denunció que sus palabras cambian todo y plantean dudas"
        aside = bool(drafts) and self.subjects.is_after_aside(drafts[-1], group.first)
        aside = aside or self._is_next(group, last, drafts)
        told = None if shared or aside else self._headline_subject(group, first)
        shared = shared or aside or told is not None
        subject = None if shared else self.subjects.before(group.verb, begin)
        if subject is None and not shared:
            subject = self.subjects.said_more(group.first, drafts)
        if group.cue.governs & w.RECORD and (
            subject is None or not self.agreement.is_record(subject)
        ):
            return None
        inverted = None
        if not shared and group.cue.governs & (w.QUOTE | w.BARE | w.AFTER):
            inverted = self.inversion.find(group, begin, last, subject, drafts)
        thanked = self._is_thanked(group, inverted, drafts)
        inverted = None if thanked else inverted
        alone = subject is None and not shared and not thanked
        behind = self.postposed.read(group, last) if alone else None
        if subject is None and behind is None and not shared:
            subject = self.postposed.behalf(group, begin)
        if inverted is not None:
            subject = inverted
            opening = None
            after = self.contents.opening(inverted[1], last, group.cue)
            led = self.inversion.quote_left_of(group.first, begin)
            led = led or self._said_before(group, after, begin)
            if after is not None and after.kind in ("quote", "colon") and not led:
                opening = after
        elif behind is not None:
            subject, opening = behind
        else:
            opening = self.contents.opening(group.last, last, group.cue)
            if (
                opening is not None
                and opening.kind == "object"
                and self.postposed.has_object(group)
            ):
                return None  # "Lo anunció el alcalde"
            if opening is not None and subject is not None:
                clause = opening.kind in ("bare", "clause")
                deed = self.grammar.comma_inversion and opening.kind == "infinitive"
                if (clause or deed) and self.subjects.opens(subject, group.verb):
                    last = self.contents.relative_end(opening.at, last)
                    opening = self.contents.inside_relative(opening, last)
        if shared:
            subject = drafts[-1].source if aside else self._shared_subject(group, first, drafts)
            subject = told or subject
        holder = holding(drafts, group.first)
        if holder is not None and holder.cue and self._is_of_some(group):
            return None
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
        if opening is not None and self._only_so(group, opening, last):
            return None
        if opening is not None and not back:
            if opening.kind == "infinitive" and self._is_urged(group, opening):
                return None
            draft = self._forward(group, opening, last, "verb with content after it")
            draft.source, draft.shared = subject, shared
            draft.features = self.postposed.number(group) if self.grammar.drops_subject else 0
            if group.cue.governs & w.OUTLETS and not self._from_outlet(draft, opening.at):
                return None
            lead = self.backward.lead(subject, begin, opening) if not drafts else None
            if lead is not None:
                draft.content.insert(0, lead)
            if subject is not None and opening.kind in ("clause", "bare"):
                if subject[0] > first and self.key[subject[0] - 1] in self._supposing:
                    return None  # "if he thought"
                self._concede(draft, subject, first)
            elif subject is not None and self.grammar.comma_inversion:
                self._concede(draft, subject, first)  # "Bien que X déclare avoir peur, Y …"
            hides = opening.kind == "infinitive" or (
                opening.kind in ("object", "preposition") and self.grammar.drops_subject
            )
            if hides and any(
                self.word[i].bits & w.HIDDEN for i in range(opening.at, min(last, opening.at + 5))
            ):
                return None  # "who wishes to remain unnamed"
            if subject is None and not shared and not self.postposed.is_dropped(group, begin):
                host = drafts[-1] if drafts else None
                unsaid = self.grammar.drops_subject  # "Assumiu a culpa, pediu desculpa"
                if host is None or host.kind != "verb" or (host.source is None and not unsaid):
                    inverts = self.grammar.comma_inversion
                    return self._after_adjunct(group, begin, last) if inverts else None
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
        if group.cue.governs & w.OUTLETS and (subject is None or not self.relays.is_media(subject)):
            return None
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
        if group.cue.governs & w.OUTLETS:
            self._from_outlet(said, last)  # "…, Reuters has learned from two officials"
        said.shared = shared
        if self.grammar.drops_subject and said.source is None and not shared:
            said.features = self.postposed.number(group)  # “…”, recordou
        same = drafts and (
            said.content[:1] == drafts[-1].content[-1:] or self._is_rest(said, drafts[-1])
        )
        if inverted is None and same and drafts[-1].cue and subject:
            over = self._over(group, subject, first, last, drafts)
            return said if over is None else over  # "A urges care, B stated": all of it is B's
        if holder is not None and holder.cue and said.content:
            if said.content[0][0] >= holder.content[-1][0]:
                return self._over(group, subject, first, last, drafts)
        return said

    def _is_thanked(self, group: Group, behind: Range | None, drafts: list[Draft]) -> bool:
        """Say whether a phrase behind a verb is its object: "X pidió calma, agradeció el trabajo".

        Somebody's verb stands before a comma, and what the phrase is called is nobody.
        """
        parted = self.key[group.first - 1] == "," and bool(drafts) and self.grammar.drops_subject
        if behind is None or not parted or not group.cue.governs & w.OBJECT:
            return False
        inside = range(*behind)
        stop = next((i for i in inside if self.word[i].bits & w.PREP), behind[1])
        who = w.ROLE | w.PERSON | w.BODY | w.MEDIA | w.TITLE | w.GIVEN | w.PLACE | w.PRON
        return not any(
            self.word[i].upper or (self.word[i].bits & who and not self.word[i].bits & w.DET)
            for i in range(behind[0], stop)
        )

    def _is_of_some(self, group: Group) -> bool:
        """Say whether a clause only tells which: "found that people who report using it are few".

        Nobody is named before its pronoun, and no comma parts it from them.
        """
        at = group.first - 1
        while at > 1 and self.word[at].bits & w.ADV and not self.word[at].bits & w.REL:
            at -= 1
        if not self.grammar.title_case or at < 2 or not self.word[at].bits & w.REL:
            return False
        before = self.word[at - 1]
        return before.is_word and not before.upper and group.cue.governs & w.RELAY == 0

    def _closes(self, group: Group, first: int, last: int) -> bool:
        """Say whether a verb without a subject ends a sentence: "El puente cerrará, precisó."."""
        at, comma = group.last, group.first - 1
        if not self.grammar.drops_subject or comma <= first or self.key[comma] != ",":
            return False
        if any(self.word[i].bits & w.NEG for i in range(group.first, group.last)):
            return False
        if self.document.quote_before(comma) is not None and not self._leads_in(comma, first):
            return False
        governs = group.cue.governs
        light = w.ADV | w.TIME
        while at < last and self.word[at].bits & light and not self.word[at].bits & w.HEADS:
            at += 1
        ends = at >= last or self.key[at] in self.grammar.sentence_marks
        return ends and bool(governs & w.THAT and governs & w.QUOTE)

    def _leads_in(self, comma: int, first: int) -> bool:
        """Say whether a clause leads to the quotation before a comma: "es «cara», informan"."""
        quote = self.document.quote_before(comma)
        return quote is not None and quote.open > first and self.word[quote.open - 1].is_word

    def _closing(self, group: Group, first: int, drafts: list[Draft]) -> Draft | None:
        """Return what ends with a verb without a subject; a cue before it has it already."""
        comma = group.first - 1
        host = holding(drafts, comma - 1)
        if host is not None:
            begin, end = host.content[-1]
            if host.cue and begin < comma < end:
                host.content[-1] = (begin, comma)
            return None
        content = self.backward.content(group.first, first, w.BARE)
        denied = content is not None and self.word[content[0]].bits & w.NEG  # "No lo sé, dijo."
        if content is None or not (denied or self.inversion.is_clause(content[0], comma)):
            return None
        draft = Draft([(group.first, group.last)], [content], "verb after its content", 0,
                      opening="backward", around=(group.first, group.last),
                      form=group.cue)  # fmt: skip
        draft.features = self.postposed.number(group)
        return draft

    def _calls(self, group: Group, first: int, last: int) -> bool:
        """Say whether a relative is what somebody calls: "el caso, que calificó de «grave»"."""
        at, led = group.first - 1, group.last
        if not self.grammar.drops_subject or at <= first + 1 or led + 1 >= last:
            return False
        parted = self.key[at - 1] == "," or self.word[at - 1].bits & (w.DET | w.PREP)
        called = self.key[led] in group.cue.needs or self.key[led] in self._as_words
        called = called and self.key[led] in group.cue.preps
        return bool(parted and called and self.word[at].bits & w.REL)

    def _calling(self, group: Group, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Return what the subject of the clause before calls what the clause tells of."""
        comma = next((i for i in range(group.first - 1, first, -1) if self.key[i] == ","), first)
        host = drafts[-1] if drafts and drafts[-1].outer is None else None
        verb = None if host is not None else self._verb_before(comma, first)
        source = None if verb is None else self.subjects.before(verb, first)
        source = host.source if host is not None else source
        if source is None and host is None:
            return None
        at = group.last + 1
        draft = Draft([(group.first, group.last)], [(at, self.contents.object_end(at, last))],
                      "verb with content after it", 0, source=source, shared=True,
                      opening="preposition", around=(group.first, last),
                      form=group.cue)  # fmt: skip
        if host is not None:
            draft.features = host.features
            self._cut(host, comma, draft)
        return draft

    def _is_urged(self, group: Group, opening: Opening) -> bool:
        """Say whether a subject is itself urged, in a headline: "Bees told to stay at home"."""
        governs = group.cue.governs
        bare = opening.at == group.last and opening.hearer is None and governs & w.URGE
        return bool(bare) and not governs & w.INF and self.grammar.title_case

    def _said_before(self, group: Group, after: Opening | None, begin: int) -> bool:
        """Say whether a clause before a verb is said: "Sono venuti, ha detto X: il casaro è"."""
        comma = group.first - 1
        plain = after is not None and after.kind == "colon" and (
            after.at not in self.document.quote_at
        )  # fmt: skip
        parted = plain and comma > begin and self.key[comma] == ","
        return parted and self.grammar.drops_subject and self.inversion.is_clause(begin, comma)

    def _headline_subject(self, group: Group, first: int) -> Range | None:
        """Return the subject of a headline's first verb, for one after a comma: "X opens, eyes".

        None where the verb has a subject of its own, or stands in no headline.
        """
        headline = self.document.paragraphs[0]
        within = headline.kind == "headline" and headline.first <= first < headline.last
        if not within or not self.grammar.title_case or self.key[group.first - 1] != ",":
            return None
        inside = range(first + 1, group.first - 2)
        verb = next((i for i in inside if self.phrases.is_verb(i) or self._may_be_verb(i)), None)
        if verb is None or self.document.quotes_in(first, verb):
            return None
        commas = [i for i in range(first, group.first) if self.key[i] == ","]
        opening = self.contents.opening(group.last, headline.last, group.cue)
        if len(commas) > 1 or opening is None or opening.kind == "bare":
            return None
        subject = self.subjects.before(verb, first)
        return subject if subject is not None and self.inversion.is_somebody(subject) else None

    def _is_rest(self, said: Draft, other: Draft) -> bool:
        """Say whether what was said is the rest of another's: "X asked in May for Y, Z said".

        Nothing but when or where stands between the other's verb and what it governs.
        """
        if not self.grammar.title_case or not other.cue:
            return False
        first = said.content[0][0]
        return other.cue[-1][1] == first < other.content[0][0]

    def _is_asked(self, group: Group, last: int) -> bool:
        """Say whether a participle opens an aside of who speaks: "An aide, asked why, left"."""
        asked = self.word[group.first].bits & w.SPEAKTO and group.cue.form & w.PAST
        if not asked or not self.grammar.title_case or self.key[group.first - 1] != ",":
            return False
        return self.contents.relative_end(group.last, last) < last

    def _may_be_verb(self, index: int) -> bool:
        """Say whether a word in no table has a verb's ending: "Orsk trims dividend"."""
        word = self.word[index]
        plain = word.is_word and not word.upper and not word.bits and not word.cues
        return plain and word.key.endswith(self.grammar.plural_endings)

    def _from_outlet(self, draft: Draft, content: int) -> bool:
        """Say whether an outlet passes on what it has learned; note from whom: "from a source"."""
        if draft.source is None or not self.relays.is_media(draft.source):
            return False
        at = draft.cue[-1][1]
        if at + 1 < content and self.key[at] in self._origins:
            end = self.phrases.end(at + 1, content)
            if end > at + 1 and self.inversion.is_somebody((at + 1, end)):
                draft.relay, draft.relay_cue = draft.source, draft.cue[-1]
                draft.source, draft.kind = (at + 1, end), "relayed"
        return True

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
        subject = self.inversion.after(group.last, last)
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
        if not inverted and self._has_object(group, last):
            return None
        edge = group.first if subject is None else min(subject[0], group.first)
        draft = self.backward.read(group, subject, first, last, inverted, [])
        within = self._comma_inside(edge) and draft is not None
        whole = draft.content[0][0] if within and draft is not None else first
        within = within and whole <= min((d.at for d in drafts if d.cue), default=-1)
        within = within and not self.word[whole].bits & w.SUB  # "When A asked “why,” B said"
        if draft is None or subject is None or not (within or self.key[edge - 1] == ","):
            return None
        if any(d.content[0][0] < d.cue[0][0] for d in drafts if d.cue):
            if not self.relays.is_media(subject):
                return None
        for other in drafts:
            a, b = other.content[-1]
            if a < edge <= b:
                other.content[-1] = (a, edge - (not within))
            if other.outer is None and not self.relays.is_media(subject):
                other.outer = draft
        return draft

    def _comma_inside(self, edge: int) -> bool:
        """Say whether the comma before who says it stands inside marks: "… “of it,” B noted"."""
        quote = self.document.quote_before(edge)
        led = quote is not None and self.grammar.title_case and self.word[quote.open - 1].is_word
        return led and quote is not None and self.key[quote.close - 1] == ","

    def _has_object(self, group: Group, last: int) -> bool:
        """Say whether an object of its own stands behind a verb: "…, they found two bodies"."""
        at = group.last
        if not self.grammar.title_case or at >= last or group.cue.governs & w.HEARER:
            return False
        light = w.TIME | w.ADV | w.CONJ | w.PREP
        return self.phrases.starts(at, last) and not self.word[at].bits & light

    def _is_preferred_back(
        self, group: Group, opening: Opening, begin: int, subject: Range | None
    ) -> bool:
        """Say whether a quotation before the subject is what was said, not what follows."""
        when = opening.kind == "question" and (
            self.word[opening.at].bits & w.SUB or opening.at > group.last + 1
        )
        if subject is None and self.grammar.drops_subject:  # "«No», ha detto a chi chiedeva se"
            led = opening.hearer is not None or self.key[group.last] in self._telling
            asked = led and opening.kind in ("clause", "question")
            return asked and self.inversion.quote_left_of(group.first, begin)
        if subject is None or (
            opening.kind in ("colon", "clause", "question", "infinitive") and not when
        ):
            return False
        at = min(subject[0], group.first)
        quote = self.document.quote_before(at)
        if at <= begin or quote is None:
            return False
        if self.phrases.is_title(quote.open, begin) and quote.close - quote.open > 2:
            return False  # "On “Meet the Press,” she said"
        if opening.kind == "object" and quote.open > begin and self.word[quote.open - 1].is_word:
            return False  # words of another, in a clause before the verb's
        return opening.kind != "quote" or self.key[opening.at - 1] == "," or bool(when)
