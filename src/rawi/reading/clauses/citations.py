"""Drafts whose cue is a phrase: "according to", "as X said", "it says in"."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.clauses.ends import Ends
from rawi.reading.clauses.heads import Heads
from rawi.reading.clauses.joints import Joints
from rawi.reading.clauses.leading import LeadingSubjects
from rawi.reading.clauses.openings import Openings
from rawi.reading.clauses.part import Part
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Candidate, Draft, Range
from rawi.reading.inflect import FINITE
from rawi.reading.lexicon import CueForm
from rawi.reading.nouns import NounPhrases

#: "The answer came quickly" has no more words than this.
COMING: Final = 4
#: A name with a preposition stuck to it has more letters than this.
LETTERS: Final = 3
#: How long the name of a source may be before the comma that its content follows, in tokens.
AFTER_SOURCE: Final = 20


class Citations(Part):
    """Reads the phrases of a document that cite."""

    def __init__(
        self,
        document: Document,
        nouns: NounPhrases,
        openings: Openings,
        joints: Joints,
        heads: Heads,
        leading: LeadingSubjects,
        ends: Ends,
    ) -> None:
        super().__init__(document)
        self.nouns = nouns
        self.openings = openings
        self.joints = joints
        self.heads = heads
        self.leading = leading
        self.ends = ends

    def is_aside(self, candidate: Candidate, draft: Draft) -> bool:
        """Say whether a phrase stands between a cue and its content: who passes it on."""
        if candidate.kind not in ("according", "as_said"):
            return False
        within = draft.around[0] < candidate.first < draft.around[1]
        if draft.kind == "relay" and draft.cue:
            within = draft.cue[0][0] < candidate.first < draft.content[0][0]
            return within or self._follows(candidate, draft)
        return (draft.kind == "verb" and within) or self._follows(candidate, draft)

    def _follows(self, candidate: Candidate, draft: Draft) -> bool:
        """Say whether a phrase stands right after a draft's finished quotation."""
        end = draft.content[-1][1]
        quoted = self.key[end - 1] in self.pack.closing_marks and not draft.open_end
        return (
            quoted
            and end <= candidate.first
            and not self.joints.words(end, candidate.first)
            and not self.lex[candidate.first].conj
        )

    def note_relay(self, sentence: Sentence, candidate: Candidate, draft: Draft) -> None:
        """Note the outlet of an aside as the one that passes a draft on."""
        start = candidate.last
        while start < sentence.last and self.lex[start].bits & lx.PREP:
            start += 1
        outlet = start < sentence.last and self.heads.is_outlet((start, sentence.last))
        if outlet and draft.relay is None and self.nouns.may_be_cited(start, sentence.last):
            draft.relay = (start, self.nouns.end(start, sentence.last))
            draft.relay_cue = (candidate.first, candidate.last)

    def passed_on(self, drafts: list[Draft]) -> list[Draft]:
        """Take a phrase that names an outlet before another's cue for the way of what is said.

        "According to the agency, the minister said that …" is one attribution, and so is "the
        agency reported that the minister said that …".
        """
        for place, draft in enumerate(drafts[:-1]):
            following = drafts[place + 1]
            if draft.source is None or not following.cue:
                continue
            reports = draft.kind == "verb" and draft.opening == "clause" and following.source
            if not (reports or draft.kind == "according"):
                continue
            begin, source = draft.content[0][0], following.source
            if following.source is None and begin == following.cue[0][0]:
                following.source = draft.source  # "according to a report, it expects that"
                return [*drafts[:place], *drafts[place + 1 :]]
            leads = begin in (following.cue[0][0], source[0] if source else -1)
            if leads and following.relay is None and self.heads.is_outlet(draft.source):
                following.relay, following.relay_cue = draft.source, draft.cue[0]
                if draft.relay is not None:  # "Reuters reported, quoting the paper X, that Y said"
                    following.via = draft.source
                    following.relay, following.relay_cue = draft.relay, draft.relay_cue
                following.outer = None
                if following.kind == "nested":
                    following.kind = "verb"
                return [*drafts[:place], *drafts[place + 1 :]]
        return drafts

    def _is_quoted_from(self, candidate: Candidate, source: Range | None, holder: Draft) -> bool:
        """Take whom an outlet quotes as the speaker: "the channel said that …, quoting X"."""
        quotes = self.lex[candidate.first].bits & lx.RELAY and source is not None
        if not quotes or holder.source is None or holder.relay is not None or not holder.cue:
            return False
        if not self.heads.is_outlet(holder.source):
            return False
        holder.relay, holder.relay_cue, holder.source = holder.source, holder.cue[0], source
        return True

    def _note_outlet(self, candidate: Candidate, source: Range | None, holder: Draft) -> None:
        """Note an outlet that a phrase after a content cites as the one that passes it on."""
        if source is None or holder.relay is not None:
            return
        if not self.heads.is_outlet(source) and not self._is_marked_name(source):
            return
        holder.relay, holder.relay_cue = source, (candidate.first, candidate.last)

    def _is_marked_name(self, source: Range) -> bool:
        """Say whether a source is a name in marks: after another's words an outlet's."""
        quote = self.document.quote_at.get(source[0])
        return quote is not None and quote.after == source[1]

    def _last_of(self, sentence: Sentence, candidate: Candidate, drafts: list[Draft],
                 source: Range | None) -> Draft | None:  # fmt: skip
        """Return the draft that an outlet at the sentence's end passes on, not right after it.

        "The minister said that …, and this in a talk, according to the agency."
        """
        if not drafts or source is None or self.lex[candidate.first].conj:
            return None
        ends = not self.joints.words(source[1], sentence.last)
        holder = drafts[-1]
        after = holder.kind == "verb" and holder.content[-1][1] <= candidate.first
        return holder if ends and after and self.heads.is_outlet(source) else None

    def _part_from_phrase(self, candidate: Candidate) -> None:
        """Take the preposition with which a phrase ends off a name of which nothing is known."""
        at = candidate.last
        if at >= len(self.lex) or self.pack.cue_phrases.match(self.lex, candidate.first, at):
            return
        name, bare = self.lex[at], len(self.key[at]) > LETTERS
        if bare and not (name.bits or name.cues or name.prep or name.conj):
            self.lex[at] = self.pack.lexicon.led(self.key[at])

    def according(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                   holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        own = candidate.kind == "according_own"
        source: Range | None = None
        end = candidate.last
        if not own:
            start = candidate.last
            self._part_from_phrase(candidate)
            if not self.nouns.may_be_cited(start, sentence.last):
                return None
            end = self._before_saying(start, self.nouns.end(start, sentence.last))
            if end == start:
                return None
            source = (start, end)
            told = self.lex[source[0]].base in self.pack.cited
            if (self.heads.is_mute(source) and not told) or self._is_measure(source):
                return None
        if own and drafts and not self.lex[candidate.first].conj:
            if holder is not None:
                self.ends.trim_tail(holder, candidate.first)
            return None  # "as he put it": the speaker is named already
        if not own and self._is_coming(sentence, candidate):
            return None
        content = self._according_content(sentence, candidate, end, holder)
        if not content or sum(self.joints.words(*span) for span in content) < 2:
            return None
        draft = Draft([(candidate.first, candidate.last)], content, candidate.kind, 0,
                      source=source, kind="according", own=own, opening="side",
                      around=(candidate.first, end))  # fmt: skip
        if holder is not None and not self.lex[candidate.first].conj:
            if own or drafts:
                self.ends.trim_tail(holder, candidate.first)
                if self._is_quoted_from(candidate, source, holder):
                    return None
                self._note_outlet(candidate, source, holder)
                return None
        if content[-1][0] >= end:
            draft.open_end = True
        return draft

    def _before_saying(self, start: int, end: int) -> int:
        """Return where a source ends before a clause in which it says more: "X, who said that"."""
        for index in range(start + 1, end - 1):
            lexeme, verb = self.lex[index], self.lex[index + 1]
            if not lexeme.bits & lx.REL or lexeme.bits & lx.PREP:
                continue
            says = any(f.features & FINITE and "t" in f.governs for f in verb.cues)
            if says and not verb.article and self._leads_to_clause(index + 1):
                return index - (self.key[index - 1] in self.pack.clause_marks)
        return end

    def _leads_to_clause(self, verb: int) -> bool:
        """Say whether "that" stands shortly behind a verb."""
        return any(one.bits & lx.COMP for one in self.lex[verb + 1 : verb + COMING])

    def _is_measure(self, source: Range) -> bool:
        """Say whether something is only done by a measure: "according to the rules, as usual"."""
        first, last = source
        lexeme = self.lex[first]
        if lexeme.base not in self.pack.measures:
            return False
        return last - first == 1 or not lexeme.bits & (lx.ROLE | lx.UNNAMED | lx.TITLE)

    def _is_coming(self, sentence: Sentence, candidate: Candidate) -> bool:
        """Say whether a clause but tells that words came: "the answer came | in the words of X"."""
        first = self.joints.skip_asides(sentence.first, candidate.first)
        verb = self.key[first][len(self.lex[first].conj) :]
        words = self.joints.words(first, candidate.first)
        this = first + 1 < candidate.first and self.lex[first + 1].bits & lx.DEM
        return verb in self.pack.speaking and bool(this or words <= COMING)

    def _according_content(self, sentence: Sentence, candidate: Candidate, end: int,
                           holder: Draft | None) -> list[Range]:  # fmt: skip
        """Return what is said: after the phrase where it opens its sentence, else before it."""
        begin = self.joints.skip_asides(sentence.first, candidate.first)
        ends_with = self.joints.last_clause(sentence, candidate.first)
        if candidate.first <= begin + 1 and not self.joints.words(sentence.first, candidate.first):
            start = self._after_source(end, sentence.last)
            return [(start, sentence.last)] if start < sentence.last else []
        if candidate.first <= begin or self.lex[candidate.first].conj:
            start = self._content_start(end, sentence.last)
            return [(start, sentence.last)] if start < sentence.last else []
        that = end < sentence.last and self.lex[end].bits & lx.COMP
        if that and not self.openings.is_whether(end, sentence.last):
            return [(end + 1, sentence.last)]  # "coincides with a report, quoting X, | that"
        if self._is_resumed(end, sentence.last):
            return [(self._content_start(end, sentence.last), sentence.last)]
        before: Range = (max(begin, ends_with), candidate.first)
        if self.joints.words(*before) == 1 and self.lex[before[0]].cues:
            return []  # "and he concluded, according to …, by saying"
        if self.joints.words(*before) == 0:
            start = self._content_start(end, sentence.last)
            return [(start, sentence.last)] if start < sentence.last else []
        rest = end
        if rest < sentence.last and self.key[rest] in self.pack.clause_marks:
            enclosed = self.key[candidate.first - 1] in self.pack.clause_marks
            following = self.lex[rest + 1] if rest + 1 < sentence.last else None
            if enclosed and rest + 1 in self.document.quote_at:
                quote = self.document.quote_at[rest + 1]
                return [before, (quote.open, quote.after)]  # "it was, as she says, “…”"
            if enclosed and following is not None and self._goes_on(before, rest + 1):
                return [before, (rest + 1, sentence.last)]
        return [before]

    def _is_resumed(self, index: int, last: int) -> bool:
        """Say whether "so that" opens a clause after a source: "according to X, (fa-inna) …".

        Before a verb the same word is "if".
        """
        if index + 2 >= last or self.key[index] not in self.pack.clause_marks:
            return False
        opener, noun = self.lex[index + 1], self.lex[index + 2]
        joined = opener.bits & lx.COMP and opener.conj in self.pack.consequent
        return bool(joined) and not (noun.bits & lx.VERB or noun.cue_features & FINITE)

    def _goes_on(self, before: Range, index: int) -> bool:
        """Say whether a clause that a parenthesis interrupts goes on after it."""
        lexeme = self.lex[index]
        if lexeme.conj or lexeme.bits & (lx.CONNECT | lx.REL) or lexeme.cues:
            return False
        return True

    def _after_source(self, index: int, last: int) -> int:
        """Return where content begins after a source: after a comma that "so" follows, or here."""
        seen = self.key[index] if index < last else ""
        obtained = seen in self.pack.obtaining or seen in self.pack.passing
        for at in range(index, min(last - 1, index + AFTER_SOURCE)):
            if at in self.document.quote_at:
                break
            if self.key[at] in self.pack.clause_marks:
                if obtained:
                    return self._content_start(at, last)  # "a report that X saw, …"
                if self.key[at + 1] in self.openings.clause_openers:
                    return self._content_start(at, last)
                break
        return self._content_start(index, last)

    def _content_start(self, index: int, last: int) -> int:
        while index < last and (
            (not self.key[index][:1].isalnum() and index not in self.document.quote_at)
            or self.key[index] in self.openings.clause_openers
        ):
            index += 1
        return index

    def as_said(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                       holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        start = candidate.last
        governed = range(candidate.first, candidate.last)
        if any(draft.content[-1][0] in governed for draft in drafts[-1:]):
            return None  # "commented (on) | what the defence had said"
        source: Range | None = None
        end = start
        form = candidate.form
        assert form is not None
        while end < sentence.last and self.lex[end].bits & lx.PREP and end - start < 2:
            end += 1  # "as was reported by it"
        if self.nouns.starts(end, sentence.last):
            start, end = end, self.nouns.end(end, sentence.last)
            source = (start, end)
            if self.heads.is_mute(source):
                return None
        relay: Range | None = None
        if (
            source is not None
            and end + 1 < sentence.last
            and self._leads_to_source(candidate, form, end)
            and self.nouns.starts(end + 1, sentence.last)
        ):
            relay, start = source, end + 1
            end = self.nouns.end(start, sentence.last)
            source = (start, end)
        if relay is None and source is not None and self.heads.is_outlet(source):
            quoted = self.openings.sources.quoted(end, sentence.last)
            if quoted is not None:
                relay, source, end = source, quoted, quoted[1]
        past = self._skip_adjunct(end, sentence.last)
        leads = not self.joints.words(sentence.first, candidate.first)
        end = end if leads and past >= sentence.last else past
        passed = self._last_of(sentence, candidate, drafts, source) if holder is None else None
        if passed is not None:
            if passed.content[-1][1] == candidate.first:
                self.ends.trim_tail(passed, candidate.first)
            self._note_outlet(candidate, source, passed)
            return None
        if holder is not None and drafts:
            self.ends.trim_tail(holder, candidate.first)
            self._note_outlet(candidate, relay or source, holder)
            return None
        content = self._according_content(sentence, candidate, end, holder)
        if not content:
            return None
        return Draft([(candidate.first, candidate.last)], content, "as said", 0, source=source,
                     features=form.features, kind="according", opening="side", lemma=form.lemma,
                     open_end=content[-1][0] >= end, around=(candidate.first, end), relay=relay,
                     relay_cue=(candidate.first, candidate.last) if relay else None)  # fmt: skip

    def _sayer(self, candidate: Candidate, limit: int) -> Range | None:
        """Return who says it in the document, right after the verb: "in which a driver says"."""
        first = candidate.last
        if first >= limit or not self.nouns.starts(first, limit) or not self.heads.has_head(first):
            return None
        source = first, self.nouns.end(first, limit)
        whole = not self.joints.words(source[1], limit)
        return source if whole and self.heads.has_person(source) else None

    def _guest(self, first: int, last: int) -> Range | None:
        """Return with whom the interview was in which it is said: "an interview with X"."""
        for index in range(last - 1, max(first, last - AFTER_SOURCE), -1):
            lexeme = self.lex[index]
            if not lexeme.bits & lx.SAID_TO or lexeme.article:
                continue
            start = index + 1 + bool(self.lex[index + 1].bits & lx.PREP)
            if start >= last or not self.nouns.starts(start, last):
                return None
            end = self.nouns.end(start, last)
            whole = not self.joints.words(end, last) and not self.heads.is_outlet((start, end))
            return (start, end) if whole and self.heads.has_head(start) else None
        return None

    def _leads_to_source(self, candidate: Candidate, form: CueForm, index: int) -> bool:
        """Say whether a source follows the outlet: "as the paper learned from", "quoted from"."""
        if form.lemma in self.pack.learning:
            return bool(self.lex[index].bits & lx.NOMINAL_PREP)
        relays = self.lex[candidate.last - 1].bits & lx.RELAY
        return bool(relays) and self.key[index] in self.pack.relay_from

    def _skip_adjunct(self, index: int, last: int) -> int:
        """Pass over an adjunct that follows a source, up to a mark."""
        at = index
        while at < last and at - index < 14:
            if self.key[at] in self.pack.clause_marks | self.openings.clause_openers or (
                at in self.document.quote_at
                and not (self.lex[at - 1].bits & (lx.MEDIA | lx.PREP) or self.lex[at - 1].prep)
            ):
                return at
            at = self.document.skip(at)
        return at if at >= last else index

    def _near(self, sentence: Sentence, at: int) -> Range | None:
        """Return the nearest subject before a token, if it may speak ("on the affair, | in it")."""
        near = self.leading.near_subject(sentence, at)
        return None if near is not None and self.heads.is_mute(near) else near

    def _issuer_before(self, sentence: Sentence, at: int) -> Range | None:
        """Return who issued a statement, told before it: "came out from X a statement in which"."""
        first = sentence.first
        issued = self.key[first][len(self.lex[first].conj) :] in self.pack.issuing
        text = at if self.lex[at].bits & lx.DOC and self.lex[at].article else at - 1
        while text > first and self.lex[text].bits & lx.ADJ:
            text -= 1
        if not issued or first + 2 >= text or self.key[first + 1] not in self.pack.relay_from:
            return None
        if not self.lex[text].bits & lx.DOC or not self.nouns.starts(first + 2, text):
            return None
        return first + 2, min(text, self.nouns.end(first + 2, text, objects=True))

    def in_document(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                     holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        limit = self.ends.limit(sentence, later)
        opening = self.openings.find(candidate, frozenset("t"), limit, sentence)
        if opening is None:
            return None
        draft = Draft([(candidate.first, candidate.last)],
                      [(opening.content, self.ends.content_end(opening, sentence, later))],
                      "in a document", 0, kind="document", opening=opening.kind,
                      around=(sentence.first, opening.at))  # fmt: skip
        draft.open_end = self.ends.is_open(draft, opening)
        if candidate.kind == "in_document":
            if self.nouns.starts(candidate.last, opening.at):
                draft.source = (candidate.last, self.nouns.end(candidate.last, opening.at))
                posted = self.lex[candidate.last]
                said = self.lex[candidate.first]
                verb = said.cues and not (said.bits & lx.HOMOGRAPH or posted.article)
                if verb and posted.bits & lx.POSTED_ON:
                    draft.source = None  # "he wrote in a tweet": whoever spoke last
        else:
            draft.own = True
            draft.source = (
                self._issuer_before(sentence, candidate.first)
                or self._sayer(candidate, opening.at)
                or self._guest(sentence.first, candidate.first)
                or self._near(sentence, candidate.first)
                or self.leading.first_subject(sentence, candidate)
            )
            if draft.source is not None and draft.source[0] < candidate.first < draft.source[1]:
                draft.source = (draft.source[0], candidate.first)
        return draft
