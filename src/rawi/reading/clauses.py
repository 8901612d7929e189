"""From a sentence to its drafts: cue → side of source and content → ends.

The sentence is read once from left to right.  Every candidate for a cue either opens a
draft, ends the content of the one before it, or is passed over as a look-alike.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Candidate, Draft, Opening, Range
from rawi.reading.inflect import DUAL, FEM, FINITE, HAL, IMPF, NOUN, OBJECT, OWN, PERF, PLUR
from rawi.reading.lexicon import CueForm, agrees
from rawi.reading.nouns import NounPhrases
from rawi.reading.openings import Openings
from rawi.reading.tokens import NEWLINE

#: How far before a cue the verb whose subject it shares may stand, in tokens.
SUBJECT_REACH: Final = 40
#: A participle that is one of these as well must stand apart to be a cue.
_NOMINAL: Final = lx.ROLE | lx.UNNAMED | lx.NOUN | lx.MASDAR | lx.BODY | lx.DOC
#: So many candidates after a cue are looked at for where its content must have begun.
AHEAD: Final = 16
#: How long the name of a source may be before the comma that its content follows, in tokens.
AFTER_SOURCE: Final = 20
#: A quotation right before its cue, no comma between, has so many words: a name has fewer.
TRAILED: Final = 4
#: So many breaks before a verb are tried as the beginning of its subject.
BREAKS: Final = 5
#: So many tokens of a noun phrase are looked through for a clause that tells circumstances.
CIRCUMSTANCES: Final = 80
#: A sentence has no more candidates and no more attributions than this: what has is no speech.
CANDIDATES: Final = 64
DRAFTS: Final = 32


class ClauseReader:
    """Reads the sentences of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.pack = document.pack
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.nouns = NounPhrases(document)
        self.openings = Openings(document, self.nouns)
        self._breaking = self.pack.clause_marks | self.pack.dashes
        self._broken: tuple[Sentence | None, list[int]] = None, []
        self._limits: dict[int, bool] = {}
        self._starts: set[int] = set()  # where the contents of the sentence's drafts begin
        self._hot = [index for index, lexeme in enumerate(self.lex) if lexeme.hot]

    # -- candidates ------------------------------------------------------------

    def candidates(self, first: int, last: int) -> list[Candidate]:
        """Return the candidates in a range of tokens, quotations passed over."""
        found: list[Candidate] = []
        at = bisect_left(self._hot, first)
        reached = first
        while at < len(self._hot) and self._hot[at] < last and len(found) < CANDIDATES:
            index = self._hot[at]
            at += 1
            if index < reached or self.document.quote_over(index) is not None:
                continue
            candidate = self._candidate(index, last)
            if candidate is not None:
                found.append(candidate)
                reached = candidate.last
        return found

    def _candidate(self, index: int, last: int) -> Candidate | None:
        lexeme = self.lex[index]
        if lexeme.bits & lx.PHRASE:
            match = self.pack.cue_phrases.match(self.lex, index, last)
            if match is not None:
                kind, length = match
                apart = not index or not self.key[index - 1][:1].isalnum()
                if kind == "as_said" and not apart and not self._cites(index):
                    return None
                if kind.startswith("in_document") and self._has_subject(index):
                    return self._finite(index)
                if kind == "as_said":
                    return self._as_said(index, index + length, last)
                return Candidate(index, index + length, kind)
        if lexeme.bits & lx.RELAY and not lexeme.article:
            return Candidate(index, index + 1, "relay", self._form(index))
        form = self._form(index)
        quoted = index + 1 in self.document.quote_at
        if form is None or (not quoted and self.pack.asides.match(self.lex, index, last)):
            return None
        if form.features & NOUN:
            if self._is_anonymity(index, last):
                return None
            return Candidate(index, index + 1, "noun", form)
        if lexeme.bits & (lx.PREP | lx.PLACE | lx.TIME | lx.HOMOGRAPH) and not self._may_open(
            index
        ):
            return None
        doubtful = form.features & PLUR or lexeme.bits & _NOMINAL
        if form.features & HAL and (
            (doubtful and not self._is_apart(index)) or self._qualifies(index)
        ):
            return None
        if self._is_anonymity(index, last) or self._is_so_called(index):
            return None
        without = self._without(index)
        negated = (index > 0 and bool(self.lex[index - 1].bits & lx.NEG)) or without > 0
        kind = "participle" if form.features & HAL else "verb"
        return Candidate(index - (without or negated), index + 1, kind, form, negated)

    def _is_so_called(self, index: int) -> bool:
        return index > 0 and self.pack.so_called.match(self.lex, index - 1, index + 1) is not None

    def _has_subject(self, index: int) -> bool:
        """Say whether an auxiliary before a verb tells that somebody did it: "had mentioned in"."""
        return index > 0 and bool(self.lex[index - 1].bits & lx.AUX)

    def _finite(self, index: int) -> Candidate | None:
        """Return a word as the verb that it is."""
        forms = [form for form in self.lex[index].cues if form.features & FINITE]
        return Candidate(index, index + 1, "verb", forms[0]) if forms else None

    def _cites(self, index: int) -> bool:
        """Say whether a word alone cites a source: "according to what", unlike "as"."""
        match = self.pack.cue_phrases.match(self.lex, index, index + 1)
        return match is not None and match[0] == "according"

    def _without(self, index: int) -> int:
        """Return the length of a phrase that negates the verb after it; 0 for none."""
        if not index or not self.pack.negating.may_end(self.lex[index - 1]):
            return 0
        for length in (3, 2):
            first = index - length
            if first >= 0:
                match = self.pack.negating.match(self.lex, first, index)
                if match is not None and match[1] == length:
                    return length
        return 0

    def _is_anonymity(self, index: int, last: int) -> bool:
        """Say whether a verb only tells that somebody will not be named."""
        for at in range(index + 1, min(last, index + 7)):
            if self.key[at] in self.pack.anonymity:
                return True
            if self.lex[at].bits & (lx.COMP | lx.REL | lx.REFUSAL):
                return False
            if at in self.document.quote_at:
                return False
            if self.key[at] in self.pack.clause_marks or self.key[at] in self.pack.colons:
                return False
        return False

    def _may_open(self, index: int) -> bool:
        """Say whether a word that is a preposition as well may be a verb: it opens its clause."""
        before = self.key[index - 1] if index else "\n"
        if self.lex[index].bits & lx.HOMOGRAPH:
            following = self.lex[index + 1].bits if index + 1 < len(self.lex) else 0
            return not before[:1].isalnum() or bool(following & lx.COMP)
        ends = before in self.pack.sentence_marks or before == "\n" or before in self.pack.colons
        if not self.lex[index].conj or ends:
            return ends
        return not before[:1].isalnum() or any(
            self.lex[at].bits & lx.COMP for at in range(index + 1, min(index + 8, len(self.lex)))
        )

    def _is_apart(self, index: int) -> bool:
        """Say whether a mark stands before a token, or a complementiser after it."""
        before = self.key[index - 1] if index else "\n"
        following = self.lex[index + 1].bits if index + 1 < len(self.lex) else 0
        return not before[:1].isalnum() or bool(following & lx.COMP) or bool(self.lex[index].conj)

    def _form(self, index: int) -> CueForm | None:
        """Return the reading of a cue that its place admits."""
        lexeme = self.lex[index]
        if not lexeme.cues:
            return None
        before = self.lex[index - 1] if index else None
        noun = (
            lexeme.article
            or lexeme.prep
            or (
                before is not None
                and bool(before.bits & (lx.PREP | lx.DEM))
                and not before.bits & (lx.NEG | lx.CONNECT)
                and not before.article
            )
        )
        if lexeme.prep and not lexeme.article:  # "in order to answer": a verb all the same
            verb = next((f for f in lexeme.cues if f.features & IMPF), None)
            if verb is not None:
                return verb
        if before is not None and before.bits & (lx.MASDAR | lx.OPENER) and not before.article:
            noun = noun or (any(form.features & NOUN for form in lexeme.cues) and not lexeme.conj)
        if lexeme.features & lx.ACCUSATIVE or key_ends(
            lexeme.key, self.pack.lexicon.morphology.accusative
        ):
            nouns = [f for f in lexeme.cues if f.features & NOUN]
            if nouns and not lexeme.conj:
                return nouns[0]
        for form in lexeme.cues:
            if noun == bool(form.features & NOUN):
                return None if self._is_accusative(index, form) else form
        return None if noun or self._is_accusative(index, lexeme.cues[0]) else lexeme.cues[0]

    def _is_accusative(self, index: int, form: CueForm) -> bool:
        """Say whether a verb's dual is but a noun in the accusative ("a record")."""
        if not form.features & DUAL or not form.features & PERF or self.lex[index].conj:
            return False
        ending = self.pack.lexicon.morphology.accusative
        key = self.key[index]
        return bool(ending and self.pack.lexicon.bits(key.removesuffix(ending)) & lx.HEADS)

    def _as_said(self, first: int, verb: int, last: int) -> Candidate | None:
        """Read "as X said": the phrase counts only before a verb of saying."""
        if (
            verb < last
            and self.key[verb - 1] not in self.pack.simply_as
            and not self.lex[verb].cues
        ):
            lexeme = self.lex[verb]
            nominal = lexeme.bits & (lx.HEADS | lx.NAME | lx.PLACE) and not lexeme.conj
            if not lexeme.article and not lexeme.prep and not nominal:
                return Candidate(first, verb + 1, "as_said", CueForm("", frozenset("t"), PERF))
        for index in range(verb, min(verb + 2, last)):
            for form in self.lex[index].cues:
                if form.features & FINITE and not self.lex[index].conj and "n" not in form.governs:
                    also = self.key[index - 1] in self.pack.simply_as
                    if also and "c" in form.governs:
                        return None  # "the minister also inspected"
                    if also and (
                        self.lex[index].bits & lx.SUPPORT or self._says_itself(index, form, last)
                    ):
                        return Candidate(index, index + 1, "verb", form)
                    return Candidate(first, index + 1, "as_said", form)
            if not self.lex[index].bits & lx.AUX:
                break
        return None

    def _says_itself(self, index: int, form: CueForm, last: int) -> bool:
        """Say whether "as" before a verb means "also": the verb has a content of its own."""
        end = index + 1
        while end < last and self.key[end] not in self.pack.clause_marks:
            end = self.document.skip(end)
        if (
            end < last - 1
            and self.key[index - 1] in self.pack.simply_as
            and not self._is_aside(end)
        ):
            end = last
        verb = Candidate(index, index + 1, "verb", form)
        opening = self.openings.find(verb, form.governs, end, Sentence(index, end, 0))
        return opening is not None and (
            opening.kind != "object" or opening.content > index + 1 or form.governs >= {"o"}
        )

    def _is_aside(self, mark: int) -> bool:
        """Say whether a quotation or a verbless clause goes on after a mark."""
        return mark + 1 in self.document.quote_at

    # -- a sentence ------------------------------------------------------------

    def read(self, number: int, sentence: Sentence) -> list[Draft]:
        """Return the drafts of a sentence in the order of the text."""
        candidates = self.candidates(sentence.first, sentence.last)
        drafts: list[Draft] = []
        taken: set[int] = set()
        relayed: list[Range] = []
        self._starts.clear()
        self._limits.clear()
        for place, candidate in enumerate(candidates):
            if candidate.first in taken:
                continue
            if any(first < candidate.first < last for first, last in relayed):
                continue
            follower = candidates[place + 1 : place + 1 + AHEAD]
            draft = self._draft(number, sentence, candidate, follower, drafts)
            if draft is not None:
                drafts.append(draft)
                taken.update(*(range(*cue) for cue in draft.cue))
                self._starts.add(draft.content[-1][0])
                if draft.relay:
                    relayed.append(draft.around)
                if len(drafts) >= DRAFTS:
                    break
        return drafts

    def _draft(
        self,
        number: int,
        sentence: Sentence,
        candidate: Candidate,
        later: list[Candidate],
        drafts: list[Draft],
    ) -> Draft | None:
        holder = self._holder(candidate, drafts)
        reader = {
            "verb": self._verb,
            "participle": self._participle,
            "noun": self._noun,
            "according": self._according,
            "according_own": self._according,
            "as_said": self._as_said_draft,
            "in_document": self._in_document,
            "in_document_own": self._in_document,
            "pretext": self._participle,
            "relay": self._relay,
        }[candidate.kind]
        draft = reader(sentence, candidate, later, holder, drafts)
        if draft is None:
            return None
        if draft.content[-1][0] in self._starts:
            return None  # one content has one cue
        draft.sentence = number
        if holder is not None and draft.outer is None and draft.kind != "nested":
            self._cut(holder, candidate, draft)
        return draft

    def _holder(self, candidate: Candidate, drafts: list[Draft]) -> Draft | None:
        """Return the draft whose content a candidate stands in."""
        for draft in reversed(drafts):
            if (
                draft.open_end
                and draft.content
                and draft.content[-1][0] <= candidate.first < (draft.content[-1][1])
            ):
                return draft
        return None

    def _cut(self, holder: Draft, candidate: Candidate, draft: Draft) -> None:
        """End a content before the cue (or the source) of the next attribution."""
        first = holder.content[-1][0]
        end = min(candidate.first, draft.around[0] or candidate.first)
        if draft.source is not None and first < draft.source[0] < end:
            end = draft.source[0]
        end = self._before_connector(first, end)
        if end > first:
            holder.content[-1] = (first, end)

    def _before_connector(self, first: int, end: int) -> int:
        """Move an end back over the words that join the next clause on."""
        while end > first + 1:
            lexeme = self.lex[end - 1]
            if (
                self.key[end - 1] in self.pack.clause_marks
                or self.key[end - 1] in self.pack.dashes
                or lexeme.bits & (lx.CONNECT | lx.AUX | lx.NEG | lx.TOPIC)
                or self._joins(end - 1)
            ):
                end -= self._joins(end - 1) or 1
            else:
                break
        return end

    def _joins(self, index: int) -> int:
        """Return the length of the phrase that joins a new clause on and ends with a token."""
        if not self.pack.contrast.may_end(self.lex[index]):
            return 0
        for length in (3, 2, 1):
            first = index - length + 1
            if first >= 0:
                match = self.pack.contrast.match(self.lex, first, index + 1)
                if match is not None and match[1] == length:
                    return length
        return 0

    # -- verbs -----------------------------------------------------------------

    def _verb(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
              holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        if self._impersonal(sentence, candidate):
            return None
        for form in self._readings(candidate):
            other = candidate._replace(form=form)
            draft = self._read_verb(sentence, other, later, holder, drafts)
            if draft is not None:
                return draft
        return None

    def _readings(self, candidate: Candidate) -> list[CueForm]:
        """Return the verbs that a form may be, the likeliest first ("counts" or "promises")."""
        assert candidate.form is not None
        others = [f for f in self.lex[candidate.last - 1].cues if f.features & FINITE]
        return [candidate.form, *(f for f in others if f.governs != candidate.form.governs)]

    def _read_verb(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                   holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        form = candidate.form
        assert form is not None
        limit = self._limit(sentence, later)
        if "q" in form.governs and later and later[0].kind in ("verb", "participle"):
            limit = min(limit, later[0].first)
        refused = candidate.negated and "z" in form.governs
        governs = form.governs | {"o", "k"} if refused else form.governs
        opening = self.openings.find(candidate, governs, limit, sentence)
        subject = self._left_subject(sentence, candidate, holder)
        trailing = None
        if opening is None:
            trailing = self._trailing(sentence, candidate, later, subject)
            if trailing is None:
                return None
            return trailing
        back = self._quote_before(sentence, candidate, opening)
        content = [(opening.content, self._content_end(opening, sentence, later))]
        if back is not None:
            content.insert(0, back)
        draft = Draft([(candidate.first, candidate.last)], content, "verb", 0,
                      features=form.features, governs=form.governs, lemma=form.lemma,
                      opening=opening.kind, around=(candidate.first, opening.at))  # fmt: skip
        draft.open_end = self._is_open(draft, opening)
        self._set_source(draft, candidate, opening, subject, form)
        if not self._admit(draft, candidate, form, opening, holder, sentence, drafts):
            return None
        if draft.source is None and not drafts and candidate.first > sentence.first:
            near = self._near_subject(sentence, candidate.first)
            if near is not None and agrees(form.features, self.lex[near[0]].features):
                draft.source = near
                draft.because("source", "subject of the verb before", near)
        return draft

    def _near_subject(self, sentence: Sentence, at: int) -> Range | None:
        """Return the person who is the subject of the nearest verb before a token."""
        for index in range(at - 1, max(sentence.first, at - SUBJECT_REACH) - 1, -1):
            lexeme = self.lex[index]
            verb = lexeme.bits & lx.VERB or any(f.features & FINITE for f in lexeme.cues)
            if not verb or lexeme.article or lexeme.prep or lexeme.bits & (lx.HEADS | lx.PREP):
                continue
            start = self._skip_asides(index + 1, at)
            left = self._left_subject(sentence, Candidate(index, index + 1, "verb"), None)
            if left is not None and self._has_person(left) and not self._is_mute(left):
                return left
            if start < at and self.nouns.starts(start, at):
                end = self.nouns.end(start, at, objects=True)
                if (
                    end > start
                    and self._has_person((start, end))
                    and not self._is_mute((start, end))
                ):
                    return start, end
        return None

    def _set_source(self, draft: Draft, candidate: Candidate, opening: Opening,
                    subject: Range | None, form: CueForm) -> None:  # fmt: skip
        after, relay = self.openings.source(candidate.last, opening, form)
        if (
            subject is not None
            and after is not None
            and (self._is_weak(subject, draft) or self._is_mute(subject))
        ):
            subject = None
        if subject is not None:
            draft.source = subject
            draft.because("source", "before the cue", subject)
        elif after is not None:
            draft.source = after
            draft.because("source", "after the cue", after)
        if relay is not None and draft.source is not None:
            draft.relay, draft.relay_cue = draft.source, draft.cue[0]
            draft.source = relay

    def _is_weak(self, subject: Range, draft: Draft) -> bool:
        """Say whether a phrase before a verb is but an apposition: a comma, no clause, opens it."""
        first = subject[0]
        return (
            first > 0 and self.key[first - 1] in self.pack.clause_marks and not self.lex[first].conj
        )

    def _admit(self, draft: Draft, candidate: Candidate, form: CueForm, opening: Opening,
               holder: Draft | None, sentence: Sentence, drafts: list[Draft]) -> bool:  # fmt: skip
        """Say whether a verb with an opening is a cue and no look-alike."""
        governs = form.governs
        if draft.source is not None and self._is_mute(draft.source):
            return False
        if (
            opening.kind == "object"
            and draft.source is None
            and (self.lex[opening.content].bits & lx.MUTE)
        ):
            return False
        if (
            opening.kind == "object"
            and draft.source is None
            and "f" in governs
            and (self.lex[opening.content].bits & lx.DEM or self.lex[opening.content].article)
        ):
            return False
        first, last = draft.content[-1]
        if (
            opening.kind == "object"
            and self.key[first] in self.pack.nothing
            and (self._words(first, last) <= 2)
        ):
            return False
        if "d" in governs and opening.kind == "object" and form.features & IMPF:
            if not self._is_definite(opening.content):
                return False  # "X is considered a pioneer"
        if "p" in governs and (draft.source is None or not self._is_somebody(draft.source)):
            return False
        said = opening.kind in ("colon", "quote")
        if opening.kind in ("object", "preposition") and not candidate.negated:
            dropped = draft.source is None and holder is None
            if dropped and self._is_within(candidate.first, form):
                return False
        if "n" in governs and not candidate.negated and opening.kind != "colon":
            return False
        if "c" in governs and opening.kind != "clause":
            return False
        if "x" in governs and candidate.negated:
            return False
        if form.features & OBJECT and not governs & {"a", "r", "q"}:
            return False
        if opening.kind == "quote" and self._is_label(opening, governs):
            return False
        if "q" in governs and not (
            said or candidate.negated or (opening.kind == "clause" and "t" in governs)
        ):
            return False
        if "w" in governs and opening.kind in ("preposition", "object") and not candidate.negated:
            if draft.source is None and holder is None and not self._continues(candidate, sentence):
                return False
            if opening.kind == "object" and not self._has_person(draft.source):
                return False
        if holder is None:
            return self._goes_with(candidate, form, drafts)
        return self._in_content(draft, candidate, form, holder)

    def _is_within(self, index: int, form: CueForm) -> bool:
        """Say whether a verb without a subject stands inside a clause ("when it is shown")."""
        before = self.lex[index - 1] if index else None
        if before is None or not before.is_word or self._opens_clause(index):
            return False
        noun = form.features & IMPF and before.bits & (lx.NOUN | lx.MASDAR) and not before.article
        return bool(noun or (before.bits & (lx.COMP | lx.CONNECT) and not before.bits & lx.AUX))

    def _is_definite(self, index: int) -> bool:
        lexeme = self.lex[index]
        return bool(
            lexeme.article
            or lexeme.base != lexeme.stem
            or lexeme.bits & (lx.DEM | lx.NAME | lx.OPENER)
            or index in self.document.quote_at
            or (index + 1 < len(self.lex) and self.lex[index + 1].article)
        )

    def _goes_with(self, candidate: Candidate, form: CueForm, drafts: list[Draft]) -> bool:
        """Say whether a verb's tense goes on with the attribution before it in the sentence."""
        if not drafts or drafts[-1].kind != "verb" or drafts[-1].opening in ("quote", "after"):
            return True
        present = bool(form.features & IMPF) and not candidate.negated
        before = bool(drafts[-1].features & IMPF)
        return (
            present == before
            or self._is_contrasted(candidate.first)
            or (candidate.first > 0 and not self.lex[candidate.first].conj)
        )

    def _is_label(self, opening: Opening, governs: frozenset[str]) -> bool:
        """Say whether a short quotation that nothing introduces is a name or a label."""
        index = opening.content
        if opening.at < index:
            return False  # a preposition leads to it: "spoke of “utter chaos”"
        quote = self.document.quote_at[index]
        if self._words(quote.open, quote.close) > 3:
            return False
        return bool(governs & {"q", "w"}) or self.openings.is_name(index)

    def _continues(self, candidate: Candidate, sentence: Sentence) -> bool:
        """Say whether a verb opens its sentence: the subject of the one before goes on."""
        return self._is_added(candidate.first) or candidate.first == sentence.first

    def _in_content(self, draft: Draft, candidate: Candidate, form: CueForm, holder: Draft) -> bool:
        """Say whether a verb inside a content is an attribution: of the same speaker, or nested."""
        joined = self._is_joined(candidate, draft)
        present = bool(form.features & IMPF) and not candidate.negated
        same = present == bool(holder.features & IMPF and holder.kind == "verb")
        if joined and (same or holder.kind != "verb" or self._is_contrasted(candidate.first)):
            return True
        if joined and self._is_subordinate(holder):
            return True
        if (
            draft.source is not None
            and self._is_named(draft.source)
            and (
                draft.opening in ("clause", "quote", "colon")
                or form.features & OBJECT
                or ("a" in form.governs and draft.opening == "preposition")
                or "r" in form.governs
            )
        ):
            draft.outer = holder
            draft.kind = "nested"
            return True
        return False

    def _is_subordinate(self, draft: Draft) -> bool:
        """Say whether a draft's clause only leads up to the next: "while X thinks …, Y found"."""
        first = draft.cue[0][0]
        opener = first - self._joins(first - 1)
        begin = self._clause_start(self.document.sentences[draft.sentence], first)
        return opener < first and not self._words(begin, opener)

    def _is_added(self, index: int) -> bool:
        """Say whether a conjunction is stuck to a word."""
        return bool(self.lex[index].conj or self.lex[index].bits & lx.HOMOGRAPH)

    def _is_contrasted(self, index: int) -> bool:
        if index > 0 and self._joins(index - 1):
            return True
        while index > 0 and self.lex[index - 1].bits & lx.AUX:
            index -= 1
        return index > 0 and self._joins(index - 1) > 0

    def _is_joined(self, candidate: Candidate, draft: Draft) -> bool:
        """Say whether a clause is joined on from outside ("… , and he added")."""
        index = min(candidate.first, draft.source[0] if draft.source else candidate.first)
        if self._is_added(index):
            return True
        while (
            index > 0
            and self.lex[index - 1].bits & (lx.AUX | lx.NEG)
            and not (self.lex[index - 1].bits & lx.COMP)
        ):
            index -= 1
            if self.lex[index].conj:
                return True
        if index and self.key[index - 1] in self.pack.clause_marks:
            return True
        return bool(index) and self._joins(index - 1) > 0

    # -- participles and nouns -------------------------------------------------

    def _participle(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                    holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        form = candidate.form
        governs = form.governs if form else frozenset("t")
        limit = self._limit(sentence, later)
        opening = self.openings.find(candidate, governs, limit, sentence)
        if opening is None:
            return None
        if "w" in governs and opening.kind == "object" and "r" not in governs:
            return None
        if "n" in governs and opening.kind != "colon":
            return None
        if (
            "q" in governs
            and opening.kind not in ("colon", "quote")
            and not ("t" in governs and opening.kind == "clause")
        ):
            return None
        if opening.kind == "quote" and self._is_label(opening, governs):
            return None
        if form is not None and self._is_adjective(candidate.first, opening):
            return None
        if form is not None and not form.features & HAL:
            return None
        draft = Draft([(candidate.first, candidate.last)],
                      [(opening.content, self._content_end(opening, sentence, later))],
                      "participle", 0, features=form.features if form else 0, kind="participle",
                      governs=governs, lemma=form.lemma if form else "", opening=opening.kind,
                      around=(candidate.first, opening.at))  # fmt: skip
        draft.open_end = self._is_open(draft, opening)
        host = self._host(drafts, draft)
        if host is not None:
            draft.host, draft.source = host, host.source
            draft.because(
                "source", "subject of the verb before", host.cue[0] if host.cue else draft.cue[0]
            )
        else:
            draft.source = self._first_subject(sentence, candidate)
        if draft.source is not None and self._is_mute(draft.source):
            draft.source = None
        return draft

    def _is_finite(self, index: int) -> bool:
        """Say whether a word is a verb in its place: joined on or first, and no noun."""
        lexeme = self.lex[index]
        verb = lexeme.bits & (lx.VERB | lx.SUPPORT | lx.REFUSAL) or any(
            f.features & FINITE for f in lexeme.cues
        )
        return bool(verb) and not lexeme.article and not lexeme.bits & lx.HEADS

    def _is_adjective(self, index: int, opening: Opening) -> bool:
        """Say whether a participle is but a noun or an adjective: nothing bears it out."""
        lexeme = self.lex[index]
        if opening.kind in ("clause", "colon") and opening.at - index <= 12:
            return False
        if lexeme.bits & (lx.PREP | lx.PLACE):
            return True
        before = self.key[index - 1] if index else NEWLINE
        if not before[:1].isalnum() or lexeme.conj:
            return False
        return bool(
            lexeme.bits & _NOMINAL or self.lex[index - 1].bits & (lx.PREP | lx.BODY | lx.DOC)
        )

    def _qualifies(self, index: int) -> bool:
        """Say whether a feminine participle is an adjective of the indefinite noun before it."""
        lexeme, at = self.lex[index], index - 1
        if lexeme.conj or not lexeme.features & FEM:
            return False
        while at > 0 and self.lex[at].bits & lx.ADJ and not self.lex[at].bits & _NOMINAL:
            at -= 1
        noun = self.lex[max(at, 0)]
        if noun.article or noun.base != noun.stem or noun.bits & lx.NAME:
            return False
        return bool(noun.bits & _NOMINAL) and bool(noun.features & (FEM | PLUR))

    def _host(self, drafts: list[Draft], draft: Draft) -> Draft | None:
        for other in reversed(drafts):
            if other.outer is None and agrees(draft.features, other.features):
                return other
        return drafts[-1] if drafts else None

    def _first_subject(self, sentence: Sentence, candidate: Candidate) -> Range | None:
        """Return the subject of a sentence whose verb is no cue: verb first, or subject first."""
        first = self._skip_asides(sentence.first, candidate.first)
        for start in (first, first + 1):
            if start < candidate.first and self.nouns.starts(start, candidate.first):
                if start == first and (self._is_finite(start) or not self._has_head(start)):
                    continue
                end = self.nouns.end(start, candidate.first, objects=True)
                if end > start and self._has_person((start, end)):
                    return start, end
        return None

    def _noun(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
              holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        form = candidate.form
        assert form is not None
        if candidate.first and self.lex[candidate.first - 1].bits & lx.IMPERSONAL:
            return None
        support = self._support(sentence, candidate, drafts)
        lexeme = self.lex[candidate.first]
        if (
            support is not None
            and self.lex[support[0]].bits & lx.REFUSAL
            and (lexeme.base in self.pack.offers)
        ):
            return None  # somebody else's offer is refused
        if support is not None and holder is not None and support[1] is None:
            mark = self.key[support[0] - 1] in self.pack.clause_marks
            if not self._is_added(support[0]) and not mark and not self._joins(support[0] - 1):
                return None  # a verb that tells more of what is said
        own = bool(form.features & OWN)
        if support is None and not own and not self.lex[candidate.first].prep:
            return None
        limit = self._limit(sentence, later)
        governs = form.governs | {"t"}
        if support is not None and self.lex[support[0]].bits & lx.REFUSAL:
            governs |= self.pack.refused
        opening = self.openings.find(candidate, governs, limit, sentence)
        if opening is None:
            return None
        if support is None and opening.kind in ("preposition", "object"):
            return None
        cue: list[Range] = [(candidate.first, candidate.last)]
        draft = Draft(cue, [(opening.content, self._content_end(opening, sentence, later))],
                      "noun", 0, features=form.features, kind="noun", governs=form.governs,
                      lemma=form.lemma, opening=opening.kind,
                      around=(candidate.first, opening.at))  # fmt: skip
        draft.open_end = self._is_open(draft, opening)
        if support is not None:
            at, subject = support
            cue.insert(0, (at, at + 1))
            draft.features = self._features(at)
            draft.source = subject
            draft.around = (at, opening.at)
            draft.rule = "support verb + noun"
        elif own and holder is None:
            host = self._host(drafts, draft)
            if host is not None:
                draft.host, draft.source = host, host.source
            else:
                draft.source = self._first_subject(sentence, candidate)
        elif not own:
            draft.source = self._first_subject(sentence, candidate)
        if holder is not None and support is None:
            return None
        return draft

    def _features(self, index: int) -> int:
        lexeme = self.lex[index]
        return lexeme.cues[0].features if lexeme.cues else 0

    def _support(
        self, sentence: Sentence, candidate: Candidate, drafts: list[Draft]
    ) -> tuple[int, Range | None] | None:
        """Return the support verb or refusal before a noun of saying, and its subject."""
        taken = {
            index for draft in drafts for first, last in draft.cue for index in range(first, last)
        }
        for at in range(candidate.first - 1, max(sentence.first, candidate.first - 24) - 1, -1):
            bits = self.lex[at].bits
            if self.key[at] in self.pack.sentence_marks or at in taken or bits & lx.COMP:
                return None
            if bits & (lx.SUPPORT | lx.REFUSAL) and not self.lex[at].article and not bits & lx.PREP:
                after = self._skip_asides(at + 1, candidate.first)
                subject: Range | None = None
                if after < candidate.first and self.nouns.starts(after, candidate.first):
                    end = self.nouns.end(after, candidate.first)
                    rest = self._skip_asides(end, candidate.first)
                    gap = candidate.first - rest
                    if gap > 2 and not self._only_adjuncts(end, candidate.first):
                        return None
                    subject = (after, end)
                elif candidate.first - after > 1 and not self._only_adjuncts(
                    after, candidate.first
                ):
                    return None
                left = self._left_subject(sentence, Candidate(at, at + 1, "verb"), None)
                return at, left or subject
        return None

    def _only_adjuncts(self, first: int, last: int) -> bool:
        """Say whether a stretch begins with a preposition, a mark or a time."""
        return first >= last or bool(
            self.lex[first].bits & (lx.PREP | lx.TIME)
            or self.lex[first].prep
            or self.key[first] in self.pack.clause_marks
        )

    # -- phrases ---------------------------------------------------------------

    def _according(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                   holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        own = candidate.kind == "according_own"
        source: Range | None = None
        end = candidate.last
        if not own:
            start = candidate.last
            if not self._may_start(start, sentence.last):
                return None
            end = self.nouns.end(start, sentence.last)
            if end == start:
                return None
            source = (start, end)
            if self._is_mute(source):
                return None
        if own and drafts and not self.lex[candidate.first].conj:
            if holder is not None:
                self._trim_tail(holder, candidate.first)
            return None  # "as he put it": the speaker is named already
        content = self._according_content(sentence, candidate, end, holder)
        if not content or sum(self._words(*span) for span in content) < 2:
            return None
        draft = Draft([(candidate.first, candidate.last)], content, candidate.kind, 0,
                      source=source, kind="according", own=own, opening="side",
                      around=(candidate.first, end))  # fmt: skip
        if holder is not None and not self.lex[candidate.first].conj:
            if own or drafts:
                self._trim_tail(holder, candidate.first)
                return None
        if content[-1][0] >= end:
            draft.open_end = True
        return draft

    def _may_start(self, index: int, last: int) -> bool:
        if index >= last:
            return False
        return (
            self.nouns.starts(index, last)
            or self.key[index] in self.pack.loose
            or bool(self.lex[index].prep)
        )

    def _trim_tail(self, holder: Draft, at: int) -> None:
        first = holder.content[-1][0]
        end = self._before_connector(first, at)
        if end > first:
            holder.content[-1] = (first, end)

    def _according_content(self, sentence: Sentence, candidate: Candidate, end: int,
                           holder: Draft | None) -> list[Range]:  # fmt: skip
        """Return what is said: after the phrase where it opens its sentence, else before it."""
        begin = self._skip_asides(sentence.first, candidate.first)
        ends_with = self._clause_start(sentence, candidate.first)
        if candidate.first <= begin + 1 and not self._words(sentence.first, candidate.first):
            start = self._after_source(end, sentence.last)
            return [(start, sentence.last)] if start < sentence.last else []
        if candidate.first <= begin or self.lex[candidate.first].conj:
            start = self._content_start(end, sentence.last)
            return [(start, sentence.last)] if start < sentence.last else []
        before: Range = (max(begin, ends_with), candidate.first)
        if self._words(*before) == 0:
            start = self._content_start(end, sentence.last)
            return [(start, sentence.last)] if start < sentence.last else []
        rest = end
        if rest < sentence.last and self.key[rest] in self.pack.clause_marks:
            enclosed = self.key[candidate.first - 1] in self.pack.clause_marks
            following = self.lex[rest + 1] if rest + 1 < sentence.last else None
            if enclosed and following is not None and self._goes_on(before, rest + 1):
                return [before, (rest + 1, sentence.last)]
        return [before]

    def _goes_on(self, before: Range, index: int) -> bool:
        """Say whether a clause that a parenthesis interrupts goes on after it."""
        lexeme = self.lex[index]
        if lexeme.conj or lexeme.bits & (lx.CONNECT | lx.REL) or lexeme.cues:
            return False
        return True

    def _clause_start(self, sentence: Sentence, at: int) -> int:
        """Return where the clause before a token begins: after the last strong break."""
        for index in range(at - 1, sentence.first, -1):
            if self.key[index] in self.pack.strong_marks:
                return index + 1
        return sentence.first

    def _after_source(self, index: int, last: int) -> int:
        """Return where content begins after a source: after a comma that "so" follows, or here."""
        for at in range(index, min(last - 1, index + AFTER_SOURCE)):
            if at in self.document.quote_at:
                break
            if self.key[at] in self.pack.clause_marks:
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

    def _words(self, first: int, last: int) -> int:
        return self.document.tokens.count_words(first, last)

    def _as_said_draft(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                       holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        start = candidate.last
        source: Range | None = None
        end = start
        form = candidate.form
        assert form is not None
        while end < sentence.last and self.lex[end].bits & lx.PREP and end - start < 2:
            end += 1  # "as was reported by it"
        if self.nouns.starts(end, sentence.last):
            start, end = end, self.nouns.end(end, sentence.last)
            source = (start, end)
            if self._is_mute(source):
                return None
        relay: Range | None = None
        if (
            form.lemma in self.pack.learning
            and source is not None
            and end < sentence.last
            and (self.lex[end].bits & lx.NOMINAL_PREP and self.nouns.starts(end + 1, sentence.last))
        ):
            relay, start = source, end + 1
            end = self.nouns.end(start, sentence.last)
            source = (start, end)
        end = self._skip_adjunct(end, sentence.last)
        if holder is not None and drafts:
            if not self._starts_clause(candidate):
                self._trim_tail(holder, candidate.first)
                return None
        content = self._according_content(sentence, candidate, end, holder)
        if not content:
            return None
        return Draft([(candidate.first, candidate.last)], content, "as said", 0, source=source,
                     features=form.features, kind="according", opening="side", lemma=form.lemma,
                     open_end=content[-1][0] >= end, around=(candidate.first, end), relay=relay,
                     relay_cue=(candidate.first, candidate.last) if relay else None)  # fmt: skip

    def _starts_clause(self, candidate: Candidate) -> bool:
        return False

    def _skip_adjunct(self, index: int, last: int) -> int:
        """Pass over an adjunct that follows a source, up to a mark."""
        at = index
        while at < last and at - index < 14:
            if self.key[at] in self.pack.clause_marks or (
                at in self.document.quote_at
                and not (self.lex[at - 1].bits & (lx.MEDIA | lx.PREP) or self.lex[at - 1].prep)
            ):
                return at
            at = self.document.skip(at)
        return at if at >= last else index

    def _in_document(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                     holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        limit = self._limit(sentence, later)
        opening = self.openings.find(candidate, frozenset("t"), limit, sentence)
        if opening is None:
            return None
        draft = Draft([(candidate.first, candidate.last)],
                      [(opening.content, self._content_end(opening, sentence, later))],
                      "in a document", 0, kind="document", opening=opening.kind,
                      around=(sentence.first, opening.at))  # fmt: skip
        draft.open_end = self._is_open(draft, opening)
        if candidate.kind == "in_document":
            if self.nouns.starts(candidate.last, opening.at):
                draft.source = (candidate.last, self.nouns.end(candidate.last, opening.at))
        else:
            draft.own = True
            draft.source = self._near_subject(sentence, candidate.first) or self._first_subject(
                sentence, candidate
            )
        return draft

    def _relay(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
               holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        """Read "the agency quoted an official as saying"."""
        source_of = self.pack.relay_from
        first = self._skip_asides(candidate.last, sentence.last)
        at, outlet = first, None
        subject = self._left_subject(sentence, candidate, holder)
        if (
            self.key[first : first + 1]
            and self.key[first] not in source_of
            and self.key[first] not in self.pack.relay_about
            and self.nouns.starts(first, sentence.last)
        ):
            at = self.nouns.end(first, sentence.last)
            outlet = (first, at)
        else:
            outlet = subject
        for index in range(at, min(sentence.last, at + 14)):
            if self.key[index] in source_of or self.key[index] in self.pack.relay_about:
                break
        else:
            return (
                self._verb(sentence, candidate, later, holder, drafts) if candidate.form else None
            )
        start = end = index + 1
        source: Range | None = None
        if self.key[index] in self.pack.relay_about:  # "the agency quoted him as saying"
            if outlet is None and self.nouns.starts(start, sentence.last):
                end = self.nouns.end(start, sentence.last)
                outlet = (start, end)
        elif self._may_start(start, sentence.last):
            end = self.nouns.end(start, sentence.last)
            source = (start, end)
        if end == start and (source or self.key[index] not in self.pack.relay_about):
            return None
        found = self._relay_content(sentence, end, later)
        if found is None:
            return None
        cue, opening = found
        draft = Draft([cue or (candidate.first, candidate.last)],
                      [(opening.content, self._content_end(opening, sentence, later))], "relay", 0,
                      source=source, features=self.pack.relay_about.get(self.key[index], 0),
                      kind="relay", opening=opening.kind,
                      around=(end, opening.at), relay=outlet,
                      relay_cue=(candidate.first, candidate.last))  # fmt: skip
        draft.open_end = self._is_open(draft, opening)
        return draft

    def _relay_content(
        self, sentence: Sentence, end: int, later: list[Candidate]
    ) -> tuple[Range | None, Opening] | None:
        """Return the noun of saying after a relayed source, and where the content begins."""
        for place, candidate in enumerate(later[:3]):
            form = candidate.form
            if candidate.first < end or form is None:
                continue
            if candidate.kind == "noun" and form.features & OWN and candidate.first - end < 10:
                limit = self._limit(sentence, later[place + 1 :])
                opening = self.openings.find(candidate, form.governs | {"t"}, limit, sentence)
                if opening is not None:
                    return (candidate.first, candidate.last), opening
            break
        whole = Candidate(end, end, "verb")
        opening = self.openings.find(whole, frozenset("t"), self._limit(sentence, later), sentence)
        return None if opening is None else (None, opening)

    # -- after the quotation ---------------------------------------------------

    def _quote_before(
        self, sentence: Sentence, candidate: Candidate, opening: Opening
    ) -> Range | None:
        """Return the first half of a quotation that its cue interrupts."""
        if opening.kind != "quote":
            return None
        index = candidate.first - 1
        while index > sentence.first and self.key[index] in self._breaking:
            index -= 1
        quote = self.document.quote_over(index)
        if quote is None or quote.after != index + 1 or quote.open < sentence.first:
            return None
        if self.openings.is_name(quote.open):
            return None
        return quote.open, quote.after

    def _trailing(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                  subject: Range | None) -> Draft | None:  # fmt: skip
        """Read a cue that comes after what is said: "…", said X."""
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
        after = self._skip_asides(candidate.last, sentence.last)
        source: Range | None = None
        if self.nouns.starts(after, sentence.last):
            source = (after, self.nouns.end(after, sentence.last, objects="o" in form.governs))
        if quote is not None and quote.after == index + 1 and quote.open >= sentence.first:
            words = self._words(quote.open, quote.close)
            if words < 2 or candidate.negated:
                return None
            if words < TRAILED and quote.after == candidate.first:
                return None  # the subject: a name in marks
            content: list[Range] = [(quote.open, quote.after)]
            rule = "after the quotation"
        else:
            if (
                self.key[candidate.first - 1] not in self.pack.clause_marks
                or source is None
                or self.lex[candidate.first].conj
                or self._is_mute(source)
                or self._words(source[1], sentence.last) > 0
                or not form.features & FINITE
                or candidate.negated
                or ("w" in form.governs and "t" not in form.governs)
            ):
                return None
            content = [(sentence.first, index + 1)]
            rule = "after the clause"
        return Draft([(candidate.first, candidate.last)], content, rule, 0, source=source,
                     features=form.features, governs=form.governs, lemma=form.lemma,
                     opening="after", around=(candidate.first, sentence.last))  # fmt: skip

    # -- the subject -----------------------------------------------------------

    def _left_subject(
        self, sentence: Sentence, candidate: Candidate, holder: Draft | None
    ) -> Range | None:
        """Return the subject that stands before its verb."""
        verb = candidate.first
        while verb - 1 > sentence.first and self.lex[verb - 1].bits & (lx.AUX | lx.NEG):
            verb -= 1
        without = candidate.last - candidate.first > 2
        if verb <= sentence.first or without or self._joins(verb - 1):
            return None
        before = self.lex[verb - 1]
        if before.bits & lx.PRON and not before.article:
            return verb - 1, verb
        if before.bits & lx.REL and not before.bits & lx.PREP:
            return self._antecedent(sentence, verb - 1)
        added = verb == candidate.first and self._is_added(candidate.first)
        for start in self._subject_starts(sentence, verb, holder):
            begin = self._skip_topic(start, verb)
            led = begin > start and begin < verb and bool(self.lex[begin].prep)  # "had (l-) X said"
            if (
                begin >= verb
                or not (led or self.nouns.starts(begin, verb))
                or not self._has_head(begin)
            ):
                continue
            after = self.document.skip(begin)
            if (
                begin in self.document.quote_at
                and not self.key[after][:1].isalnum()
                and after < verb
            ):
                continue
            if begin > sentence.first and self._governs(begin - 1):
                continue
            end = self.nouns.end(begin, verb, subject=True)
            rest = self._skip_asides(end, verb)
            while rest < verb and self.key[rest] in self.pack.clause_marks:
                rest += 1
            rest = self._skip_asides(rest, verb)
            topical = begin > start
            if rest == verb and (not added or topical) and end > begin:
                return begin, end
        return None

    def _governs(self, index: int) -> bool:
        """Say whether a token is a preposition, so that what follows it is no subject."""
        return bool(self.lex[index].bits & lx.PREP) and not self.lex[index].article

    def _subject_starts(self, sentence: Sentence, verb: int, holder: Draft | None) -> Iterator[int]:
        """Yield where a subject may begin: the sentence, then each break before the verb."""
        floor = holder.content[-1][0] if holder else self._past_time(sentence.first, verb)
        yield floor
        breaks = self._breaks(sentence)
        near = breaks[bisect_left(breaks, floor + 1) : bisect_left(breaks, verb)]
        for index in near[: -BREAKS - 1 : -1]:
            yield index if self.lex[index].is_word else index + 1

    def _past_time(self, index: int, last: int) -> int:
        """Pass over the time of an entry in a live blog ("12:30")."""
        while index < last and self.lex[index].bits & lx.NUMBER and ":" in self.key[index]:
            index += 1
        return index

    def _breaks(self, sentence: Sentence) -> list[int]:
        """Return the marks and the words of a sentence that join a new clause on."""
        if self._broken[0] != sentence:
            key, lex, may_end = self.key, self.lex, self.pack.contrast.may_end
            breaks = [
                index
                for index in range(sentence.first, sentence.last)
                if key[index] in self._breaking or (may_end(lex[index]) and self._joins(index))
            ]
            self._broken = sentence, breaks
        return self._broken[1]

    def _skip_topic(self, index: int, last: int) -> int:
        """Pass over what stands before a subject: "but", "as for", "had"."""
        while index < last:
            match = self.pack.topics.match(self.lex, index, last)
            if match is None:
                match = self.pack.asides.match(self.lex, index, last)
            if match is not None:
                index += match[1]
            elif self.key[index] in self._breaking or (
                self.lex[index].bits & (lx.AUX | lx.CONNECT) and not self.lex[index].article
            ):
                index += 1
            else:
                break
        return index

    def _is_phrase(self, index: int, last: int) -> bool:
        """Say whether a phrase that cites a source begins at a token."""
        phrase = self.lex[index].bits & lx.PHRASE
        return bool(phrase) and self.pack.cue_phrases.match(self.lex, index, last) is not None

    def _antecedent(self, sentence: Sentence, relative: int) -> Range | None:
        """Return the noun phrase that a relative pronoun stands for."""
        if relative - 1 > sentence.first and self.key[relative - 1] in self.pack.clause_marks:
            relative -= 1
        first = relative
        stop = lx.COMP | lx.NEG | lx.AUX | lx.PRON | lx.CONNECT
        while first > sentence.first:
            lexeme = self.lex[first - 1]
            if not self.key[first - 1][:1].isalnum() or lexeme.bits & stop:
                break
            if lexeme.cues and not lexeme.article and not lexeme.bits & lx.HEADS:
                break
            if lexeme.bits & lx.PREP or self._is_phrase(first - 1, relative):
                break
            first -= 1
            if lexeme.prep and lexeme.bits & lx.ROLE:
                break
        while first < relative and not self._has_head(first):
            first += 1
        return (first, relative) if first < relative else None

    def _skip_asides(self, index: int, last: int) -> int:
        """Pass over marks and set phrases that are neither source nor content."""
        while index < last:
            match = self.pack.asides.match(self.lex, index, last)
            if match is not None:
                index += match[1]
            elif self.key[index] in self._breaking:
                index += 1
            else:
                break
        return index

    def subject_before(self, sentence: Sentence, at: int) -> Range | None:
        """Return the subject of a sentence whose verb is no known cue, up to a token."""
        return self._first_subject(sentence, Candidate(at, at, "verb"))

    # -- what a phrase holds ---------------------------------------------------

    def _has_head(self, index: int) -> bool:
        """Say whether a phrase that begins at a token could speak."""
        if index in self.document.quote_at:
            return True
        lexeme = self.lex[index]
        heads = (
            lx.HEADS
            | lx.NAME
            | lx.TITLE
            | lx.DEMONYM
            | lx.PLACE
            | lx.MEDIA
            | lx.LATIN
            | lx.QUANTITY
        )
        return (
            bool(lexeme.bits & heads)
            or lexeme.article
            or (not lexeme.cues and not lexeme.bits & ~lx.NUMBER)
        )

    def _has_person(self, source: Range | None) -> bool:
        """Say whether a phrase holds somebody who can speak."""
        if source is None:
            return True
        heads = (
            lx.ROLE
            | lx.UNNAMED
            | lx.BODY
            | lx.DOC
            | lx.NAME
            | lx.TITLE
            | lx.SPEAKS
            | lx.PRON
            | lx.MEDIA
        )
        return any(
            self.lex[index].bits & heads or not self.lex[index].bits for index in range(*source)
        )

    def _is_mute(self, source: Range) -> bool:
        """Say whether a source cannot speak: pictures, tests, events, things.

        Only people, bodies, documents and names speak; an unknown word may be a name.
        """
        index = source[0]
        while index < source[1] - 1 and self.lex[index].bits & lx.QUANTITY:
            index += 1
        lexeme = self.lex[index]
        if index in self.document.quote_at or not self.key[index][:1].isalnum():
            return False
        if lexeme.bits & lx.MUTE:
            return True
        speaks = lx.ROLE | lx.UNNAMED | lx.BODY | lx.DOC | lx.TITLE | lx.NAME | lx.MEDIA | lx.SPEAKS
        if lexeme.bits & lx.OFFICE and lexeme.article:
            return False
        if lexeme.bits & (speaks | lx.PRON | lx.DEMONYM | lx.PLACE | lx.LATIN | lx.DEM):
            return False
        return bool(lexeme.bits & (lx.NOUN | lx.MASDAR))

    def _is_somebody(self, source: Range) -> bool:
        """Say whether a source is a known person or office, not "some", not "many"."""
        if self.lex[source[0]].bits & lx.QUANTITY:
            return False
        wanted = lx.ROLE | lx.NAME | lx.TITLE | lx.PRON
        return any(self.lex[index].bits & wanted for index in range(*source))

    def _is_named(self, source: Range) -> bool:
        return any(
            self.lex[index].bits & (lx.GIVEN | lx.FAMILY | lx.BODY | lx.TITLE | lx.ROLE)
            for index in range(*source)
        )

    def _impersonal(self, sentence: Sentence, candidate: Candidate) -> bool:
        """Say whether nobody is said to have said it: "it is said that"."""
        index = candidate.first
        lexeme = self.lex[index]
        if not lexeme.bits & lx.IMPERSONAL:
            return False
        return index + 1 < sentence.last and bool(
            self.lex[index + 1].bits & (lx.COMP | lx.PREP) and not self.lex[index + 1].prep
        )

    # -- limits ----------------------------------------------------------------

    def _limit(self, sentence: Sentence, later: list[Candidate]) -> int:
        """Return the token up to which a cue looks for its content."""
        for candidate in later:
            ends = self._limits.get(candidate.first)
            if ends is None:
                ends = self._limits[candidate.first] = self._is_limit(candidate)
            if ends:
                return candidate.first
        return sentence.last

    def _is_limit(self, candidate: Candidate) -> bool:
        """Say whether the content of the cue before a candidate must begin before it."""
        if candidate.kind not in ("verb", "participle") or self._in_relative(candidate.first):
            return False
        if candidate.kind == "participle":
            return True
        form = candidate.form
        if form is not None and "t" not in form.governs and not self._is_added(candidate.first):
            return False  # "in an article, published by …, that"
        return self._opens_clause(candidate.first)

    def _opens_clause(self, index: int) -> bool:
        """Say whether a verb opens a clause: joined on, or after a mark or a connector."""
        while self.lex[index].bits & (lx.AUX | lx.NEG) or self.lex[index - 1].bits & (
            lx.AUX | lx.NEG
        ):
            if self.lex[index].conj or index < 1:
                break
            index -= 1
        before = self.key[index - 1] if index else "\n"
        return bool(self.lex[index].conj) or not before[:1].isalnum() or self._joins(index - 1) > 0

    def _in_relative(self, index: int) -> bool:
        at = index - 1
        while at >= 0 and self.lex[at].bits & (lx.AUX | lx.NEG):
            at -= 1
        return at >= 0 and bool(self.lex[at].bits & lx.REL) and not self.lex[at].bits & lx.PREP

    def _content_end(self, opening: Opening, sentence: Sentence, later: list[Candidate]) -> int:
        """Return the token after the content, as far as the sentence alone tells."""
        quote = self.document.quote_at.get(opening.content)
        if quote is not None and opening.kind in ("quote", "colon"):
            return quote.after
        if (
            quote is not None
            and quote.after < sentence.last
            and self.key[quote.after] in self.pack.clause_marks
            and self._words(quote.open, quote.close) > 3
            and not self._is_second_clause(quote.after + 1)
        ):
            return quote.after
        if opening.kind in ("object", "preposition"):
            return self._phrase_end(opening.content, sentence.last)
        return self._tail(opening.content, sentence.last)

    def _is_second_clause(self, index: int) -> bool:
        """Say whether another clause of what is said is joined on: "and that"."""
        lexeme = self.lex[index] if index < len(self.lex) else None
        return lexeme is not None and bool(lexeme.conj and lexeme.bits & lx.COMP)

    def _is_open(self, draft: Draft, opening: Opening) -> bool:
        """Say whether a content runs on until something ends it: no closing mark does."""
        quote = self.document.quote_at.get(opening.content)
        return opening.kind != "quote" and (quote is None or draft.content[-1][1] > quote.after)

    def _phrase_end(self, first: int, last: int) -> int:
        """Return the end of a content that is a noun phrase: a new clause after a comma ends it."""
        reached = first
        for index in self.document.tokens.marks_in(first, last - 1):
            if index < reached:
                continue
            reached = self.document.skip(index)
            if self.key[index] in self.pack.clause_marks and self._is_new_clause(index + 1, last):
                return self._before_circumstances(first, index) or index
        return self._before_circumstances(first, last) or self._tail(first, last)

    def _before_circumstances(self, first: int, last: int) -> int:
        """Return where a clause begins that tells why or when; 0 for none."""
        for index in range(first + 1, min(last, first + CIRCUMSTANCES)):
            if self.key[index] in self.pack.because and self.document.quote_over(index) is None:
                return index
        return 0

    def _is_new_clause(self, index: int, last: int) -> bool:
        lexeme = self.lex[index]
        if lexeme.bits & lx.COMP and lexeme.conj:
            return False
        if self.pack.contrast.match(self.lex, index, last) and not lexeme.conj and not lexeme.prep:
            return True
        if lexeme.conj and lexeme.bits & (lx.PRON | lx.AUX | lx.NEG):
            return True
        if lexeme.conj and lexeme.bits & lx.VERB and lexeme.features & PERF:
            return True
        return (
            bool(lexeme.conj)
            and any(form.features & PERF and not form.features & OBJECT for form in lexeme.cues)
            and not lexeme.bits & (lx.NOUN | lx.MASDAR | lx.ROLE)
        )

    def _tail(self, first: int, last: int) -> int:
        """Cut a time of the saying that trails after a content ("…, and that on Wednesday")."""
        for index in range(last - 1, max(first, last - 14), -1):
            if (
                self.key[index] in self.pack.trailers
                and index + 1 < last
                and (self.lex[index + 1].bits & lx.TIME)
            ):
                return index
        for index in self.document.tokens.marks_in(first + 1, last - 1):
            if (
                self.key[index] in self.pack.clause_marks
                and self.document.quote_over(index) is None
            ):
                if self.pack.tails.match(self.lex, index + 1, last):
                    return index
        return last


def key_ends(key: str, ending: str) -> bool:
    """Say whether a word has an ending; no word has an empty one."""
    return bool(ending) and key.endswith(ending)
