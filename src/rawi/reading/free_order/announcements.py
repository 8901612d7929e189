"""Sentences that say who said the one before: "this was reported by X", "such is X's view"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.subjects import Subject
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Sentence
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.patterns import Match

if TYPE_CHECKING:
    from rawi.reading.free_order.clauses import Clauses
    from rawi.reading.free_order.phrases import Phrases

#: So far after "this" the verb is looked for, in tokens.
REACH: Final = 16
#: "He said this": so far from the head of its sentence "this" stands, in tokens.
NEAR: Final = 8


def said_it(phrases: Phrases, first: int, last: int) -> bool:
    """Say whether a sentence tells no more than that somebody said it: "He said this at X"."""
    grammar, word, key = phrases.grammar, phrases.word, phrases.key
    for at in range(first + 2, min(last, first + NEAR)):
        match = grammar.backward.match(word, at, last)
        if match is None:
            continue
        cues = word[at - 1].cues
        if not any(cue.governs & w.BARE and cue.form & w.FINITE for cue in cues):
            return False
        end = match.end
        leads = w.PREP | w.TIME | w.ADV
        if end < last and word[end].is_word and not word[end].bits & leads:
            return False
        own = grammar.colons | grammar.dashes
        return not any(
            word[i].bits & (w.COMP | w.WH) or key[i] in own or i in phrases.quote_at
            for i in range(end, min(last, end + 2))
        )
    return False


class Announcements:
    """Reads "this was reported by X" in one document."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses
        self.document = clauses.document
        self.phrases = clauses.phrases
        self.subjects = clauses.subjects
        self.contents = clauses.contents
        self.citations = clauses.citations
        self.ends = clauses.ends
        self.grammar = clauses.grammar
        self.word = clauses.word
        self.key = clauses.key
        self._as, self._relays = self.grammar.words_of("as"), self.grammar.words_of("relays")
        self._denying = self.grammar.words_of("denying")
        self._confirming = self.grammar.words_of("confirming")
        self._about, self._which = self.grammar.words_of("about"), self.grammar.words_of("which")
        self._sos = self.grammar.words_of("so")
        self._responding = self.grammar.words_of("responding")
        self._suches, self._views = self.grammar.words_of("suches"), self.grammar.words_of("views")
        self._known = self.grammar.words_of("known_to")
        #: marks before "this was reported by X" in one sentence
        self.joints = frozenset([*self.grammar.dashes, ","])

    def about(self, sentence: Sentence) -> Draft | None:
        """Return the draft of "this was reported by X", its content still to be found."""
        first, last = sentence.first, sentence.last
        while (
            last > first
            and not self.word[last - 1].is_word
            and (
                last - 1 not in self.document.quote_at and self.document.quote_before(last) is None
            )
        ):
            last -= 1
        match = self.grammar.backward.match(self.word, first, last)
        if match is not None:
            return self._said(match, first, last)
        if said_it(self.phrases, first, last):
            return self._said(Match(first, ((first, first + 1),), None, False), first, last)
        return (
            self._led(first, last) or self._such(first, last)
            or self._so(first, last) or self._thus(first, last)
        )  # fmt: skip

    def _so(self, first: int, last: int) -> Draft | None:
        """Return the draft of "so think the experts", where nothing more is said."""
        if self.key[first] not in self._sos or first + 2 >= last:
            return None
        own = self.grammar.colons | {","}
        if any(self.key[i] in own or i in self.document.quote_at for i in range(first, last)):
            return None
        verb = first + 1
        while verb < last and self.word[verb].bits & w.ADV:
            verb += 1
        if not any(cue.governs & w.BARE for cue in self.word[min(verb, last - 1)].cues):
            return None
        return self._said(Match(first + 1, ((first, first + 1),), None, False), first, last)

    def _thus(self, first: int, last: int) -> Draft | None:
        """Return the draft of "thus the minister answered a question": of the sentence before."""
        lead = next((n for n in (2, 1) if " ".join(self.key[first : first + n]) in self._sos), 0)
        begin = first + lead
        if not lead or begin + 1 >= last or not self.word[begin].is_word:
            return None
        for at in range(begin, min(last, begin + REACH)):
            if self.key[at] in self.grammar.colons:
                return None
            cues = [cue for cue in self.word[at].cues if cue.form & w.FINITE]
            cue = next((cue for cue in cues if cue.lemma in self._responding), None)
            if cue is None:
                continue
            told = self.grammar.verb_features(self.key[at])
            subject = self.subjects.before(at, begin, told)
            if subject is None or not self._is_somebody(subject):
                subject = self._behind(at + 1, last, told)
            if subject is None or told & w.PLUR:
                return None
            return Draft([(at, at + 1)], [], "this was said", 0, form=cue, source=subject.span,
                         features=told, around=(first, last))  # fmt: skip
        return None

    def _is_somebody(self, subject: Subject) -> bool:
        word = self.word[subject.head]
        people = w.ROLE | w.PERSON | w.BODY | w.GIVEN | w.PRON
        return bool(word.bits & people) or self.phrases.is_proper(subject.head)

    def _behind(self, at: int, last: int, told: int) -> Subject | None:
        """Return who stands behind a verb and its objects."""
        while at < last and self.word[at].is_word:
            found = self.subjects.after(at, last, told)
            if found is not None and self._is_somebody(found):
                return found
            other = self.phrases.read(at, last, c.OBLIQUE)
            led = self.word[at].bits & w.PREP
            end = self.phrases.complement(at, last) if led else None
            at = end or (other.last if other is not None else at + 1)
        return None

    def below(self, first: int, last: int) -> Draft | None:
        """Return the draft of a line "— said X" below what X says."""
        at = first + 1
        if at + 1 >= last or self.key[first] not in self.grammar.dashes or self.word[at].upper:
            return None
        if not any(cue.form & w.FINITE and cue.governs & w.QUOTE for cue in self.word[at].cues):
            return None
        draft = self._said(Match(at, ((at, at + 1),), None, False), at, last)
        return draft if draft is not None and draft.cue[0][0] == at else None

    def _such(self, first: int, last: int) -> Draft | None:
        """Return the draft of "such is the forecast of X"."""
        if first + 2 >= last or self.key[first] not in self._suches:
            return None
        at = first + 1
        while at < last and (
            self.word[at].bits & w.ADV or self.grammar.is_adjective(self.word[at])
        ):
            at += 1
        if at + 1 >= last or self.word[at].lemma not in self._views:
            return None
        whose = self.phrases.read(at + 1, last, c.GENITIVE)
        if whose is None:
            return None
        end = self.phrases.whole(whose, last)
        source = (whose.first, end)
        return Draft([(at, at + 1)], [], "this was said", 0, source=source, kind="words",
                     around=(first, last))  # fmt: skip

    def confirms(self, draft: Draft) -> bool:
        """Say whether a verb confirms what was said before: "this information X confirmed"."""
        return draft.form is not None and draft.form.lemma in self._confirming

    def _led(self, first: int, last: int) -> Draft | None:
        """Return the draft of "as the agency reports, this was said by X"."""
        if self.key[first] not in self._as:
            return None
        comma = next((i for i in range(first + 1, min(last, first + REACH))
                      if self.key[i] == ","), last)  # fmt: skip
        match = self.grammar.backward.match(self.word, comma + 1, last) if comma < last else None
        draft = self._said(match, comma + 1, last) if match is not None else None
        verb = next((i for i in range(first + 1, comma) if self.key[i] in self._relays), None)
        if draft is not None and verb is not None and draft.relay is None:
            told = self.subjects.before(verb, first + 1, 0) or self.subjects.after(
                verb + 1, comma, 0
            )
            if told is not None:
                draft.relay, draft.relay_cue = told.span, (verb, verb + 1)
        return draft

    def _said(self, match: Match, first: int, last: int) -> Draft | None:
        """Return the draft of "this was said by X" whose words for "this" are matched."""
        for at in range(match.end, min(last, match.end + REACH)):
            if self.word[at].bits & w.PHRASE:
                draft = self._in_document(at, first, last)
                if draft is not None:
                    return draft
            of_words = match.end - first > 1
            verbs = self._clauses.verbs(at, (first, last))
            plain = self.word[at].bits & w.VERB or self.word[at].cues
            known = self.key[at + 1 : at + 2] and self.key[at + 1] in self._known
            if of_words and plain and not verbs and not known:
                draft = self._delivered(at, match.end, last)
                if draft is not None:
                    return draft
            for verb in verbs:
                if verb.cue.lemma in self._denying:
                    continue  # "this was denied by X": not what X says
                told = self._clauses.told(verb)
                subject = self.subjects.before(at, match.end, told)
                told_to = (
                    subject
                    if subject is not None and self._is_told(subject, verb.last, last, told)
                    else None
                )
                subject = None if told_to is not None else subject
                if subject is not None and self._is_passed(subject, verb.last, last, told):
                    subject = None
                cue = verb.cue._replace(governs=verb.cue.governs & w.HEARER)
                opened = self.contents.follow(verb.last, last, cue, told, subject, False)
                source = subject or opened.subject
                if source is None or verb.negated:
                    continue
                draft = Draft([verb.span], [], "this was said", 0, form=verb.cue, features=told,
                              source=self._clauses.source(source, last, opened))  # fmt: skip
                draft.hearer = opened.hearer or (told_to.span if told_to is not None else None)
                draft.around = (first, last)
                self.citations.refer(draft, match.end, (first, last))
                return draft
        return None

    def _is_passed(self, subject: Subject, at: int, last: int, told: int) -> bool:
        """Say whether a name of no table before a verb is none who says it: somebody follows."""
        people = w.ROLE | w.PERSON | w.GIVEN
        if subject.place or self.word[subject.head].bits & (people | w.HEADS | w.PRON):
            return False
        behind = self.subjects.behind(at, last, told)
        return behind is not None and bool(self.word[behind.head].bits & people)

    def _in_document(self, at: int, first: int, last: int) -> Draft | None:
        """Return the draft of "this is said in a statement of X"."""
        draft = self.citations.read(at, (at, last), [], placed=False)
        if draft is None or draft.kind == "sourcing":
            return None
        draft.rule, draft.around = "this was said", (first, last)
        return draft

    def passed_on(self, draft: Draft, others: list[Draft], first: int) -> list[Draft]:
        """Let ", reports the agency" behind "this was said by X" pass that on; return the rest."""
        kept = []
        for other in others:
            whole = other.opening == "before" and other.content[0][0] <= first + 1
            if whole and draft.relay is None and self.citations.relays(other):
                draft.relay, draft.relay_cue = other.source, other.cue[0]
            elif whole and draft.relay is None and other.rule == "with reference to":
                draft.relay, draft.relay_cue = other.relay, other.relay_cue
            elif whole and other.cue[0] in (draft.relay_cue, draft.cue[0]):
                continue
            else:
                kept.append(other)
        return kept

    def _is_told(self, subject: Subject, at: int, last: int, told: int) -> bool:
        """Say whether an outlet before a verb is told what somebody behind the verb says."""
        if not self.citations.is_outlet(subject.span):
            return False
        behind = self.subjects.behind(at, last, told)
        if behind is not None and bool(self.word[behind.head].bits & w.HEADS):
            return True
        end = self.phrases.complement(at, last) if at < last else None
        return (
            bool(told & w.PLUR) and end is not None and (self.subjects.place(at, end) is not None)
        )

    def passed_back(self, at: int, bounds: Range, drafts: list[Draft]) -> bool:
        """Let ", this is reported by the outlet X" pass on what the sentence has attributed."""
        if self.key[at - 1] not in self.joints or at <= bounds[0] + 1:
            return False
        match = self.grammar.backward.match(self.word, at, bounds[1])
        draft = self._said(match, at, bounds[1]) if match is not None else None
        if draft is None or draft.source is None or not self.citations.relays(draft):
            return False
        mark = at - 1
        for other in (d for d in drafts if d.outer is None and d.relay is None and d.content):
            other.relay, other.relay_cue = draft.source, draft.cue[0]
            first, last = other.content[-1]
            if first < mark < last:
                other.content[-1] = (first, mark)
        return True

    def inside(self, at: int, bounds: Range) -> Draft | None:
        """Return the draft of "words — this was reported by X", in one sentence."""
        such = self.key[at] in self._suches
        if self.is_of_which(at, bounds[0]):
            draft = self._said(Match(at + 1, ((at, at + 2),), None, False), at, bounds[1])
        elif not such and self.grammar.backward.match(self.word, at, bounds[1]) is None:
            return None
        else:
            draft = self.about(Sentence(at, bounds[1], 0))
        mark = at - 1
        while mark > bounds[0] and self.key[mark - 1] in self.joints:
            mark -= 1
        start = self.ends.start(mark, bounds[0], [])
        if draft is None or start >= mark:
            return None
        draft.content, draft.opening = [(start, mark)], "before"
        return draft

    def is_of_which(self, at: int, first: int) -> bool:
        """Say whether ", of which X told" begins at a token: what stands before is told."""
        if at + 2 >= len(self.key) or self.key[at - 1] != "," or at < first + 3:
            return False
        if self.key[at] not in self._about or self.key[at + 1] not in self._which:
            return False
        asked = self.word[at - 2]  # "it is known, of what they spoke"
        return not (asked.cues or asked.bits & w.ADV or self.phrases.is_verb(at - 2))

    def enclose(self, draft: Draft, drafts: list[Draft]) -> None:
        """Let what a sentence attributes before ", of which X told" be told by X."""
        comma = draft.content[0][1]
        for other in drafts:
            if other.outer is None and other is not draft:
                other.outer = draft
                other.content = [(a, min(b, comma)) for a, b in other.content if a < comma]

    def _delivered(self, at: int, first: int, last: int) -> Draft | None:
        """Return the draft of "such a statement was made by X"."""
        told = self.grammar.verb_features(self.key[at])
        subject = self.subjects.before(at, first, told)
        if subject is None:
            index = at + 1
            while index < last and subject is None:
                subject = self.subjects.after(index, last, told)
                if subject is None:
                    end = (
                        self.phrases.complement(index, last)
                        if self.word[index].bits & w.PREP
                        else None
                    )
                    index = end if end is not None else index + 1
        if subject is None:
            return None
        return Draft([(at, at + 1)], [], "this was said", 0, source=subject.span, features=told,
                     around=(first, last))  # fmt: skip
