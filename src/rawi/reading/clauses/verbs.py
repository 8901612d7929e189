"""Drafts whose cue is a finite verb."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.clauses.admission import Admission
from rawi.reading.clauses.ends import Ends
from rawi.reading.clauses.heads import Heads
from rawi.reading.clauses.joints import Joints
from rawi.reading.clauses.leading import LeadingSubjects
from rawi.reading.clauses.openings import Openings
from rawi.reading.clauses.part import NOMINAL, Part
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Candidate, Draft, Opening, Range
from rawi.reading.inflect import FINITE, IMPF, NOUN, OBJECT
from rawi.reading.lexicon import CueForm, agrees
from rawi.reading.nouns import NounPhrases

#: What a verb's subject may be.
_SPEAKING: Final = (
    lx.ROLE | lx.UNNAMED | lx.TITLE | lx.BODY | lx.DOC | lx.NAME | lx.MEDIA | lx.SPEAKS | lx.OFFICE
    | lx.DEMONYM | lx.ADJ
)  # fmt: skip
#: A quotation right before its cue, no comma between, has so many words: a name has fewer.
TRAILED: Final = 4
#: Two verbs that share a subject stand so near, in tokens.
BETWEEN: Final = 9
#: What is wanted of somebody is told in so many tokens before the verb.
WANTED: Final = 5
#: A refusal and its subject stand so far before the verb of saying that is refused, in tokens.
UNWILLING: Final = 8


class Verbs(Part):
    """Reads the finite verbs of a document."""

    def __init__(
        self,
        document: Document,
        nouns: NounPhrases,
        openings: Openings,
        joints: Joints,
        heads: Heads,
        leading: LeadingSubjects,
        ends: Ends,
        admission: Admission,
    ) -> None:
        super().__init__(document)
        self.nouns = nouns
        self.openings = openings
        self.joints = joints
        self.heads = heads
        self.leading = leading
        self.ends = ends
        self.admission = admission

    def verb(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
              holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        if self._impersonal(sentence, candidate):
            return None
        for form in self._readings(candidate):
            same = form is candidate.form
            other = candidate if same else candidate._replace(form=form)
            draft = self._read_verb(sentence, other, later, holder, drafts)
            if draft is not None:
                return draft
        return None

    def _readings(self, candidate: Candidate) -> list[CueForm]:
        """Return the verbs that a form may be, the likeliest first ("counts" or "promises")."""
        assert candidate.form is not None
        others = [f for f in self.lex[candidate.last - 1].cues if f.features & FINITE]
        return [candidate.form, *(f for f in others if f.governs != candidate.form.governs)]

    def _impersonal(self, sentence: Sentence, candidate: Candidate) -> bool:
        """Say whether nobody is said to have said it: "it is said that"."""
        index = candidate.first
        lexeme = self.lex[index]
        topical = self.lex[sentence.first].bits & lx.TOPIC or self.lex[index - 1].cues
        if not lexeme.bits & lx.IMPERSONAL:
            return False
        if lexeme.conj in self.pack.consequent and topical:
            return False  # "as for X, (so) he thinks it likely that"
        return index + 1 < sentence.last and bool(
            self.lex[index + 1].bits & (lx.COMP | lx.PREP) and not self.lex[index + 1].prep
        )

    def _read_verb(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                   holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        form = candidate.form
        assert form is not None
        limit = self.ends.limit(sentence, later)
        if "q" in form.governs and later and later[0].kind in ("verb", "participle"):
            if not self.joints.in_relative(later[0].first):
                limit = min(limit, later[0].first)
        unwilling = self._unwilling(sentence, candidate) if form.features & IMPF else None
        if unwilling is None and self._is_wished(candidate):
            return None
        if unwilling is not None:
            candidate = candidate._replace(negated=True)
        refused = candidate.negated and ("z" in form.governs or unwilling is not None)
        governs = form.governs | {"o", "k"} if refused else form.governs
        governs = governs | self.pack.refused if unwilling is not None else governs
        shared = self._shared_subject(sentence, candidate)
        governs = governs | {"r"} if shared is not None and "o" in governs else governs
        opening = self.openings.find(candidate, governs, limit, sentence)
        if opening is not None and "t" in governs and self._is_from_somebody(opening):
            opening = self.openings.find(candidate, frozenset("t"), limit, sentence) or opening
        if opening is not None and self._is_refused_saying(candidate, opening):
            return None
        nearer = self._nearer(candidate, later, opening)
        if nearer is not None:
            opening = self.openings.find(candidate, governs, nearer, sentence)
        subject = self.leading.left_subject(sentence, candidate, holder)
        if subject is not None and holder is not None and self._is_asked_for(holder, subject):
            subject = None
        subject = subject or shared
        ends = candidate.last >= limit
        if (
            opening is None
            and unwilling is not None
            and not ends
            and self.lex[candidate.last].article
        ):
            opening = Opening("object", candidate.last, candidate.last)
        if opening is None or opening.kind in ("preposition", "object"):
            trailing = self._trailing(sentence, candidate, opening)
            if opening is None or trailing is not None:
                return trailing
            shown = self.key[candidate.last : max(opening.at, candidate.last + 1)]
            if not self.pack.gestures.isdisjoint(shown):
                return None
        back = self._quote_before(sentence, candidate, opening)
        content = [self.ends.content(opening, sentence, later)]
        if candidate.first and self._is_meanwhile(sentence, candidate.first - 1):
            content = [(opening.content, self.ends.before_main(*content[0]))]
        if "r" in governs and opening.kind == "object":
            rest = self.ends.past_aside(content[-1], governs, sentence, later)
            content += [rest] if rest is not None else []
        if back is not None:
            content.insert(0, back)
        draft = Draft([(candidate.first, candidate.last)], content, "verb", 0,
                      features=form.features, governs=form.governs, lemma=form.lemma,
                      opening=opening.kind, around=(candidate.first, opening.at))  # fmt: skip
        draft.open_end = self.ends.is_open(draft, opening)
        self._set_source(draft, candidate, opening, subject, form)
        form = self._agreeing(draft, candidate, form)
        if draft.source is None:
            self._take_behind_that(draft, opening, sentence)
        if "b" in form.governs and opening.kind == "object":
            self._take_charged(draft, candidate)
        if unwilling is not None:
            draft.cue.insert(0, unwilling[0])
            draft.source = unwilling[1] or draft.source
        if not self.admission.admit(draft, candidate, form, opening, holder, sentence, drafts):
            return None
        if draft.source is None and not drafts and candidate.first > sentence.first:
            near = self.leading.near_subject(sentence, candidate.first)
            if near is not None and agrees(form.features, self.lex[near[0]].features):
                draft.source = near
                draft.because("source", "subject of the verb before", near)
        return draft

    def _shared_subject(self, sentence: Sentence, candidate: Candidate) -> Range | None:
        """Return who stands between two verbs joined by "and", the subject of both."""
        at = candidate.first
        if not self.lex[at].conj or candidate.negated:
            return None
        for index in range(at - 2, max(sentence.first - 1, at - BETWEEN), -1):
            lexeme = self.lex[index]
            if not lexeme.is_word:
                return None
            if lexeme.cue_features & FINITE and not (lexeme.article or lexeme.prep):
                somebody = self.lex[index + 1].bits & (lx.ROLE | lx.BODY | lx.SPEAKS | lx.GIVEN)
                ends = self.nouns.starts(index + 1, at)
                ends = ends and self.nouns.end(index + 1, at, objects=True) == at
                return (index + 1, at) if somebody and ends else None
        return None

    def _is_wished(self, candidate: Candidate) -> bool:
        """Say whether a verb in the present is but wanted ("the state | must | say that")."""
        form, first = candidate.form, candidate.first
        if form is None or not form.features & IMPF or first < 2:
            return False
        if not self.lex[first - 1].bits & lx.COMP or candidate.last - first > 1:
            return False
        near = (
            self.key[at][len(self.lex[at].conj) :] for at in range(max(0, first - WANTED), first)
        )
        return not self.pack.obliging.isdisjoint(near)

    def _is_refused_saying(self, candidate: Candidate, opening: Opening) -> bool:
        """Say whether a refusal leads to a noun of saying with a matter of its own.

        "apologised from | commenting on X": that noun has the content.
        """
        refusal = self.lex[candidate.last - 1].bits & lx.REFUSAL
        if not refusal or opening.kind != "preposition" or opening.content + 1 >= len(self.lex):
            return False
        noun, following = self.lex[opening.content], self.lex[opening.content + 1]
        nouns = [form for form in noun.cues if form.features & NOUN]
        matter = self.key[opening.content + 1] in {g for form in nouns for g in form.governs}
        return noun.article and matter and not following.article

    def _nearer(
        self, candidate: Candidate, later: list[Candidate], opening: Opening | None
    ) -> int | None:
        """Return the verb between a cue and a clause to which the clause belongs.

        "users shared a clip (of which) its publishers said that …": no mark parts the two.
        """
        if opening is None or opening.kind not in ("clause", "colon"):
            return None
        for other in later:
            form = other.form
            if other.first >= opening.at or form is None:
                return None
            verb = other.kind == "verb" and "t" in form.governs and not form.features & OBJECT
            plain = verb and not self.lex[other.last - 1].bits & (NOMINAL | lx.PREP | lx.ADJ)
            if plain and not other.negated and not self.joints.is_added(other.first):
                between = range(candidate.last, opening.at)
                apart = any(self.key[i] in self.pack.clause_marks for i in between)
                led = self.lex[other.last].bits & lx.PREP and self.nouns.has_pronoun(other.last)
                if self.joints.in_relative(other.first) and self._is_thing(other.last):
                    continue  # "X, who followed | the session, explained that"
                if other.last == opening.at and self.joints.in_relative(other.first):
                    return other.first  # "X reached Y, who | confirmed that"
                if not apart and self.nouns.starts(other.last + bool(led), opening.at):
                    return other.first
        return None

    def _is_thing(self, index: int) -> bool:
        """Say whether a definite noun that cannot speak stands at a token: a verb's object."""
        lexeme = self.lex[index]
        return lexeme.article and bool(lexeme.bits) and not lexeme.bits & _SPEAKING

    def _agreeing(self, draft: Draft, candidate: Candidate, form: CueForm) -> CueForm:
        """Take the reading of a form that agrees with its subject ("he regretted", not "she …")."""
        if draft.source is None or draft.source[0] in self.document.quote_at:
            return form
        subject = self.lex[draft.source[0]].features
        if agrees(form.features, subject):
            return form
        for other in self.lex[candidate.last - 1].cues:
            if other.features & FINITE and agrees(other.features, subject):
                if other.governs == form.governs:
                    draft.features, draft.lemma = other.features, other.lemma
                    return other
        return form

    def _take_behind_that(self, draft: Draft, opening: Opening, sentence: Sentence) -> None:
        """Let "admitted that | the director" say no more than "that", and take who says it."""
        first, last = draft.content[-1]
        if opening.kind not in ("preposition", "object") or first + 1 >= last:
            return
        that, somebody = self.lex[first], self.lex[first + 1]
        person = somebody.bits & (lx.ROLE | lx.UNNAMED | lx.TITLE | lx.GIVEN)
        if not that.bits & lx.DEM or not person or somebody.prep or somebody.conj:
            return
        if somebody.article and not that.prep:
            return  # "(denied) that minister"
        draft.content[-1] = (first, first + 1)
        draft.open_end = False
        draft.source = (first + 1, self.nouns.end(first + 1, sentence.last, objects=True))
        draft.because("source", "after the cue", draft.source)

    def _take_charged(self, draft: Draft, candidate: Candidate) -> None:
        """Let a content begin with whom it charges: "charged | the office with the delay"."""
        first, last = draft.content[-1]
        source = draft.source
        start = source[1] if source is not None and source[0] >= candidate.last else candidate.last
        if source is not None and source[1] == first and source[0] == candidate.last:
            return
        who = self.lex[start].bits & lx.REL and start + 1 < first
        if who and (self.lex[start + 1].bits & lx.VERB or self.lex[start + 1].cues):
            draft.content[-1] = (start, last)
        elif start < first and self.nouns.starts(start, first):
            if self.nouns.end(start, first, objects=True) == first:
                draft.content[-1] = (start, last)

    def _is_from_somebody(self, opening: Opening) -> bool:
        """Say whether an unnamed source follows "from", no matter of what is told.

        "the network reported from an official that …"
        """
        if opening.kind != "preposition" or self.key[opening.at] not in self.pack.relay_from:
            return False
        told = self.lex[opening.content]
        return bool(told.bits & lx.UNNAMED) and not told.article

    def _is_meanwhile(self, sentence: Sentence, index: int) -> bool:
        """Say whether a clause begins at a token before which its main clause cannot stand."""
        key = self.key[index]
        opens = index == sentence.first and key[len(self.lex[index].conj) :] in self.pack.fronting
        return key in self.pack.meanwhile or opens

    def _set_source(self, draft: Draft, candidate: Candidate, opening: Opening,
                    subject: Range | None, form: CueForm) -> None:  # fmt: skip
        after, relay = self.openings.sources.find(candidate.last, opening, form)
        if subject is not None and after is not None and self._is_inside(subject, after, candidate):
            subject = None
        if subject is not None and after is not None and self._has_own(candidate, after, form):
            subject = None
        mute = subject is not None and self.heads.is_mute(subject)
        if (
            subject is not None
            and after is not None
            and (
                self._is_weak(subject, draft) or mute or self._is_fronted(subject, after, candidate)
            )
        ):
            subject = None
        if subject is not None and mute and opening.kind == "clause":
            relative = self.joints.in_relative(candidate.first)
            if not relative and self._is_told_in(subject, form):
                subject = None
        if subject is not None:
            draft.source = subject
            draft.because("source", "before the cue", subject)
        elif after is not None:
            draft.source = after
            draft.because("source", "after the cue", after)
        if relay is None and form.lemma in self.pack.learning and draft.source is not None:
            at = self._learnt_from(candidate, opening)
            if at is not None:
                draft.source = draft.source[0], min(draft.source[1], at)
                relay = at + 1, self.nouns.end(at + 1, opening.at)
        if relay is not None and draft.source is not None:
            if self.heads.is_outlet(relay) and not self.heads.is_outlet(draft.source):
                draft.relay = relay  # "the minister said, according to the agency, that"
                return
            draft.relay, draft.relay_cue = draft.source, draft.cue[0]
            draft.source = relay

    def _is_inside(self, subject: Range, after: Range, candidate: Candidate) -> bool:
        """Say whether a verb with its own subject describes a phrase: "bases (that) X says are"."""
        own = after[0] == candidate.last and self.lex[after[0]].bits & (lx.SPEAKS | lx.ROLE)
        joined = self.lex[subject[0]].conj and not self.heads.is_definite(subject[0])
        people = lx.GIVEN | lx.FAMILY | lx.TITLE | lx.ROLE | lx.UNNAMED
        named = any(self.lex[index].bits & people for index in range(*subject))
        return bool(own and joined) and not named

    def _has_own(self, candidate: Candidate, after: Range, form: CueForm) -> bool:
        """Say whether a relative clause has its own subject: "a skill that experts say …"."""
        if "a" in form.governs or after[0] != candidate.last:
            return False
        somebody = self.lex[after[0]].bits & (lx.ROLE | lx.UNNAMED | lx.GIVEN)
        return bool(somebody) and self.joints.in_relative(candidate.first)

    def _is_told_in(self, subject: Range, form: CueForm) -> bool:
        """Say whether a verb tells what is said in a thing: "a video (in which he) claims"."""
        first = subject[0]
        opens = not first or not self.key[first - 1][:1].isalnum()
        clause = "t" in form.governs and "f" not in form.governs
        return clause and not self.heads.is_definite(first) and not (opens and first < 2)

    def _learnt_from(self, candidate: Candidate, opening: Opening) -> int | None:
        """Return the preposition before who told: "the paper learned from an official that"."""
        for at in range(candidate.last + 1, opening.at - 1):
            noun = self.lex[at].bits & lx.NOMINAL_PREP and not self.document.quote_over(at)
            if noun and self.nouns.starts(at + 1, opening.at):
                return at
        return None

    def _is_weak(self, subject: Range, draft: Draft) -> bool:
        """Say whether a phrase before a verb is but an apposition: a comma, no clause, opens it."""
        first = subject[0]
        return (
            first > 0 and self.key[first - 1] in self.pack.clause_marks and not self.lex[first].conj
        )

    def _is_asked_for(self, holder: Draft, subject: Range) -> bool:
        """Say whether a phrase is another verb's object: "urged the filling of …"."""
        return holder.opening == "object" and subject[0] == holder.content[-1][0]

    def _is_fronted(self, subject: Range, after: Range, candidate: Candidate) -> bool:
        """Say whether a phrase is but a part of what tells where ("in X, where Y is, Z said")."""
        first = subject[0]
        where = first > 0 and self.key[first - 1] in self.pack.because
        apart = self.key[candidate.first - 1] in self.pack.clause_marks
        return where and apart and after[0] == candidate.last

    def _quote_before(
        self, sentence: Sentence, candidate: Candidate, opening: Opening
    ) -> Range | None:
        """Return the first half of a quotation that its cue interrupts."""
        if opening.kind != "quote":
            return None
        index = candidate.first - 1
        while index > sentence.first and self.key[index] in self.joints.breaking:
            index -= 1
        quote = self.document.quote_over(index)
        if quote is None or quote.after != index + 1 or quote.open < sentence.first:
            return None
        if self.openings.is_name(quote.open):
            return None
        return quote.open, quote.after

    def _unwilling(
        self, sentence: Sentence, candidate: Candidate
    ) -> tuple[Range, Range | None] | None:
        """Return the refusal whose clause a verb of saying is ("would not (X) that he say")."""
        at = candidate.first - 1
        if at <= sentence.first or not self.lex[at].bits & lx.COMP:
            return None
        for index in range(at - 1, max(sentence.first - 1, at - UNWILLING), -1):
            lexeme = self.lex[index]
            if lexeme.bits & lx.COMP or self.key[index] in self.pack.clause_marks:
                return None
            if lexeme.bits & lx.REFUSAL and not lexeme.article and not lexeme.bits & lx.PREP:
                negated = index > sentence.first and self.lex[index - 1].bits & lx.NEG
                cue = (index - 1 if negated else index, index + 1)
                after = self.joints.skip_asides(index + 1, at)
                named = after < at and self.nouns.starts(after, at)
                return cue, (after, self.nouns.end(after, at)) if named else None
        return None

    def _is_parenthesis(self, sentence: Sentence, candidate: Candidate, after: int) -> bool:
        """Say whether a cue and its source stand between a subject and its verb, in commas."""
        form = candidate.form
        if form is None or not form.governs & {"t"} or form.governs & {"o", "r"}:
            return False
        first = self.joints.skip_asides(sentence.first, candidate.first)
        while first < candidate.first and (
            self.lex[first].bits & lx.CONNECT or self.joints.joins(first)
        ):
            first += 1
        rest = after + 1
        if self.key[after] not in self.pack.clause_marks or rest >= sentence.last:
            return False
        if not self.nouns.starts(first, candidate.first) or self.lex[rest].conj:
            return False
        if self.nouns.end(first, candidate.first) < candidate.first - 1:
            return False
        return bool(self.lex[rest].bits & lx.NEG) or self.heads.is_finite(rest)

    def _between_dashes(
        self, sentence: Sentence, candidate: Candidate, source: Range | None
    ) -> bool:
        """Say whether a cue and its source stand between dashes: "… – X adds – …"."""
        dashes, form = self.pack.dashes, candidate.form
        if source is None or form is None or source[1] >= sentence.last:
            return False
        if self.key[candidate.first - 1] not in dashes or self.key[source[1]] not in dashes:
            return False
        return "t" in form.governs and self.joints.words(sentence.first, candidate.first) > 1

    def _trailing(self, sentence: Sentence, candidate: Candidate,
                  opening: Opening | None) -> Draft | None:  # fmt: skip
        """Read a cue that comes after what is said: "…", said X.

        A cue with an opening of its own, an adjunct, must follow a quotation that opens the
        sentence, nothing joined on.
        """
        form = candidate.form
        assert form is not None
        index = candidate.first - 1
        while index > sentence.first and (
            self.key[index] in self.pack.clause_marks
            or self.key[index] in self.pack.dashes
            or (
                self.lex[index].bits & lx.PHRASE
                and self.pack.asides.match(self.lex, index, index + 1)
            )
        ):
            index -= 1
        if index < sentence.first:
            return None
        quote = self.document.quote_over(index)
        after = self.joints.skip_asides(candidate.last, sentence.last)
        source: Range | None = None
        if self.nouns.starts(after, sentence.last):
            source = (after, self.nouns.end(after, sentence.last, objects="o" in form.governs))
        quoted = quote is not None and quote.after == index + 1 and quote.open >= sentence.first
        if opening is not None and (
            quote is None
            or not quoted
            or quote.open != sentence.first
            or quote.after == candidate.first
            or self.lex[candidate.first].conj
        ):
            return None
        if quote is not None and quoted:
            words = self.joints.words(quote.open, quote.close)
            if words < 2 or candidate.negated:
                return None
            if quote.open > sentence.first and self.openings.is_name(quote.open):
                return None
            if words < TRAILED and quote.after == candidate.first:
                return None  # the subject: a name in marks
            content: list[Range] = [(quote.open, quote.after)]
            rule = "after the quotation"
        else:
            dashed = self._between_dashes(sentence, candidate, source)
            if (
                (self.key[candidate.first - 1] not in self.pack.clause_marks and not dashed)
                or source is None
                or self.lex[candidate.first].conj
                or self.heads.is_mute(source)
                or not form.features & FINITE
                or candidate.negated
                or ("w" in form.governs and "t" not in form.governs)
            ):
                return None
            content = [(sentence.first, index + 1)]
            rule = "after the clause"
            if self.joints.words(source[1], sentence.last) > 0:
                if not dashed and not self._is_parenthesis(sentence, candidate, source[1]):
                    return None
                content.append((source[1] + 1, sentence.last))
        return Draft([(candidate.first, candidate.last)], content, rule, 0, source=source,
                     features=form.features, governs=form.governs, lemma=form.lemma,
                     opening="after", around=(candidate.first, sentence.last))  # fmt: skip
