"""Which verbs with a content are cues, and which only look like one."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.clauses.lookalikes import LookAlikes
from rawi.reading.document import Sentence
from rawi.reading.drafts import Candidate, Draft, Opening, Range
from rawi.reading.inflect import FEM, IMPF, MASC, NOUN, OBJECT, PERF, PLUR
from rawi.reading.lexicon import CueForm, agrees
from rawi.reading.marks import Quote
from rawi.reading.tokens import NEWLINE

#: So many tokens after a negated verb are looked at for "nobody".
NEARBY: Final = 4
#: A subject and what tells when or where part no more than this from its verb, in tokens.
INSIDE: Final = 16


class Admission(LookAlikes):
    """Says of the verbs of a document whether they attribute what follows them."""

    def admit(self, draft: Draft, candidate: Candidate, form: CueForm, opening: Opening,
               holder: Draft | None, sentence: Sentence, drafts: list[Draft]) -> bool:  # fmt: skip
        """Say whether a verb with an opening is a cue and no look-alike."""
        governs = form.governs
        if draft.source is not None and self.heads.is_mute(draft.source):
            return False
        if self.says_nothing(draft, candidate, form, opening, sentence):
            return False
        if self._is_passive(candidate.last - 1, form, draft):
            return False
        if (
            opening.kind == "object"
            and draft.source is None
            and not form.features & OBJECT
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
        if opening.kind == "object" and draft.source is None and "f" in governs:
            if self._is_event(first, last):
                return False
        if "m" in governs and opening.kind == "object" and draft.source is not None:
            if not any(self.lex[index].bits & lx.DOC for index in range(*draft.source)):
                return False  # "the team showed strength"
        if opening.kind == "object" and self._is_unsaid(first):
            return False  # "preferred not to speak of": a refusal, read at its noun
        if (
            opening.kind == "object"
            and self.key[first] in self.pack.nothing
            and (self.joints.words(first, last) <= 2)
        ):
            return False
        if "d" in governs and opening.kind == "object" and form.features & IMPF:
            if not self.heads.is_definite(opening.content):
                return False  # "X is considered a pioneer"
        if "p" in governs and (draft.source is None or not self.heads.is_somebody(draft.source)):
            return False
        if "b" in governs and not self._is_burden(first, last):
            return False
        if "s" in governs and opening.kind in ("object", "preposition"):
            if self.lex[first].base not in self.pack.stances:
                return False  # "renewed his contract"
        if opening.kind == "clause" and draft.source is None and self._is_deed(candidate, opening):
            return False
        if opening.kind in ("object", "preposition") and self._is_purpose(candidate):
            return False
        none = draft.source is None or bool(self.lex[draft.source[0]].bits & lx.PRON)
        if none and self._is_of_what(candidate, form, draft):
            return False
        said = opening.kind in ("colon", "quote")
        within = holder is not None and opening.kind != "colon"
        if drafts and (within or not said) and opening.kind != "clause":
            if self._is_while(candidate):
                return False
        if opening.kind in ("object", "preposition") and not candidate.negated:
            dropped = draft.source is None and holder is None
            if dropped and self._is_within(candidate.first, form):
                return False
        clause = opening.kind == "clause" and "t" in governs
        if "n" in governs and not candidate.negated and opening.kind != "colon" and not clause:
            if opening.kind != "object" or not self._is_claim(opening.content):
                return False
        between = self.key[candidate.last : min(opening.at, candidate.last + NEARBY)]
        if candidate.negated and not self.pack.nobody.isdisjoint(between):
            return False  # "nobody told him that"
        if "c" in governs and opening.kind != "clause":
            return False
        if "x" in governs and candidate.negated:
            return False
        led = opening.kind == "preposition" and "o" in governs
        deemed = opening.kind in ("object", "quote") and "d" in governs
        addressed = led or deemed or governs & {"a", "r"} or ("q" in governs and said)
        if form.features & OBJECT and not addressed:
            before = self.key[candidate.first - 1] if candidate.first else ""
            if not (clause and before in self.pack.whatever):
                return False
        if form.features & OBJECT and candidate.negated and opening.kind != "clause":
            return False  # "bodies that he did not name"
        if self._is_about_noun(candidate, form):
            return False
        if opening.kind == "quote" and self.is_label(opening, governs):
            return False
        called = opening.kind == "object" and self._ends_in_marks(first, last)
        if "q" in governs and not (
            said or called or candidate.negated or (opening.kind == "clause" and "t" in governs)
        ):
            return False
        if "w" in governs and opening.kind in ("preposition", "object") and not candidate.negated:
            if draft.source is None and holder is None and not self._continues(candidate, sentence):
                return False
            if opening.kind == "object" and not self.heads.has_person(draft.source):
                return False
        if holder is None:
            return self._goes_with(candidate, form, drafts)
        return self._in_content(draft, candidate, form, holder)

    def _ends_in_marks(self, first: int, last: int) -> bool:
        """Say whether an object is called what stands in marks: "named the deal “treason”"."""
        quote = self.document.quote_over(last - 1)
        return quote is not None and quote.after == last and quote.open > first

    def _is_while(self, candidate: Candidate) -> bool:
        """Say whether a verb tells what a speaker does: "said X, (while) he points to"."""
        before = self.lex[candidate.first - 1] if candidate.first else None
        form = candidate.form
        present = form is not None and form.features & IMPF and not candidate.negated
        return bool(present and before is not None and before.bits & lx.PRON and before.conj)

    def _continues(self, candidate: Candidate, sentence: Sentence) -> bool:
        """Say whether a verb opens its sentence: the subject of the one before goes on."""
        first = candidate.first
        if self.joints.is_added(first) or first == sentence.first:
            return True
        return self.joints.is_contrasted(first)

    def _goes_with(self, candidate: Candidate, form: CueForm, drafts: list[Draft]) -> bool:
        """Say whether a verb's tense goes on with the attribution before it in the sentence."""
        if not drafts or drafts[-1].kind != "verb" or drafts[-1].opening in ("quote", "after"):
            return True
        present = bool(form.features & IMPF) and not candidate.negated
        before = self._is_present(drafts[-1])
        return (
            present == before
            or self.joints.is_contrasted(candidate.first)
            or (candidate.first > 0 and not self.lex[candidate.first].conj)
        )

    def _is_present(self, draft: Draft) -> bool:
        """Say whether a verb tells of now: negated it tells of what was not done."""
        negated = bool(draft.cue) and draft.cue[0][1] - draft.cue[0][0] > 1
        return bool(draft.features & IMPF) and not negated

    def _in_content(self, draft: Draft, candidate: Candidate, form: CueForm, holder: Draft) -> bool:
        """Say whether a verb inside a content is an attribution: of the same speaker, or nested."""
        start = draft.source[0] if draft.source else candidate.first
        if self.key[candidate.first - 1] in self.pack.whereas and draft.source is None:
            return False  # "that X, since it makes this clear, …"
        without = candidate.last - candidate.first > 2  # "without saying": whoever says the rest
        own = None if without else self._subject_inside(candidate, draft, holder)
        if own is not None:
            draft.source, start = own, own[0]
        leads = start == holder.content[-1][0] and holder.kind != "according"
        if own is None and self._is_of_pronoun(candidate, form, holder):
            return False
        joined = not leads and self._is_joined(candidate, draft)
        present = bool(form.features & IMPF) and not candidate.negated
        same = present == (holder.kind == "verb" and self._is_present(holder))
        if joined and draft.source is None and self._goes_on_inside(form, holder):
            return False
        if joined and (same or holder.kind != "verb" or self.joints.is_contrasted(candidate.first)):
            return True
        if joined and self._is_subordinate(holder):
            return True
        if joined and (self._is_anothers(candidate, draft) or self._has_said(candidate, draft)):
            return True
        if "f" in form.governs and "m" in form.governs and draft.source is not None:
            if not self.lex[draft.source[0]].bits & lx.DOC:
                return False  # "(said that) the party proved that it …"
        if (
            draft.source is not None
            and self.heads.is_named(draft.source)
            and not self._is_genitive(draft.source, form)
            and (
                draft.opening in ("clause", "quote", "colon")
                or own is not None
                or form.features & OBJECT
                or ("a" in form.governs and draft.opening == "preposition")
                or (leads and (self._is_one(draft.source, form) or self._is_reported(holder)))
                or "r" in form.governs
            )
        ):
            draft.outer = holder
            draft.kind = "nested"
            return True
        return False

    def _is_of_pronoun(self, candidate: Candidate, form: CueForm, holder: Draft) -> bool:
        """Say whether the pronoun stuck to "that" is a verb's subject: "said that he told X".

        What stands behind the verb is its object then, and the words are the speaker's still.
        """
        first = holder.content[-1][0]
        if holder.opening != "clause" or form.features & OBJECT or not 0 < first <= candidate.first:
            return False
        whose = self.pack.that_of.get(self.key[first - 1])
        leads = all(self.lex[at].bits & lx.AUX for at in range(first, candidate.first))
        return leads and whose is not None and agrees(form.features, whose)

    def _is_one(self, source: Range, form: CueForm) -> bool:
        """Say whether one definite person or body is told to have asked, denied or stressed."""
        head = self.lex[source[0]]
        speaks = lx.ROLE | lx.TITLE | lx.GIVEN | lx.SPEAKS | lx.BODY
        if "w" in form.governs or head.features & PLUR or not head.bits & speaks:
            return False
        return not head.bits & (lx.DOC | lx.NOUN) and self.heads.is_definite(source[0])

    def _is_reported(self, holder: Draft) -> bool:
        """Say whether an outlet but reports what is said: "X reported that Y complained"."""
        source = holder.source
        return holder.kind == "verb" and source is not None and self.heads.is_outlet(source)

    def _subject_inside(self, candidate: Candidate, draft: Draft, holder: Draft) -> Range | None:
        """Return the subject of a content that has had no verb yet: the verb after a mark is its.

        "added that the army, in a statement before, confirmed …"
        """
        first, at = holder.content[-1][0], candidate.first
        joined = self.lex[at].conj or self.lex[at].bits & lx.HOMOGRAPH
        apart = self.key[at - 1] in self.pack.clause_marks and not joined
        if draft.source is not None or holder.opening != "clause" or not apart:
            return None
        if at - first > INSIDE or not self.openings.nouns.starts(first, at):
            return None
        if any(self.heads.is_finite(i) or self.lex[i].bits & lx.COMP for i in range(first, at)):
            return None
        return first, self.openings.nouns.end(first, at, subject=True)

    def _goes_on_inside(self, form: CueForm, holder: Draft) -> bool:
        """Say whether a verb goes on with a content's subject: its gender is not the speaker's.

        "the spokesman (m.) said that Egypt refuses it and asked (f.) for …"
        """
        if holder.source is None or holder.opening != "clause":
            return False
        gender = form.features & (MASC | FEM)
        speaker = self.lex[holder.source[0]]
        other = speaker.features & (MASC | FEM)
        if not speaker.bits & (lx.ROLE | lx.TITLE) or speaker.features & PLUR:
            return False
        if not gender or not other or gender & other or form.features & PLUR:
            return False
        subject = self.lex[holder.content[-1][0]]
        fits = subject.features & gender or (gender & FEM and subject.bits & lx.SPEAKS)
        return bool(fits)

    def _is_genitive(self, source: Range, form: CueForm) -> bool:
        """Say whether a man before a verb in the feminine is but whose thing its subject is.

        "the remarks of the minister (m.) call (f.) for mockery"
        """
        first = source[0]
        man = self.lex[first].bits & lx.ROLE and self.lex[first].features & MASC
        before = self.lex[first - 1] if first else None
        if not man or before is None or not form.features & FEM or form.features & MASC:
            return False
        if self.lex[first].features & PLUR:
            return False
        return bool(before.bits & (lx.NOUN | lx.MASDAR | lx.DOC | lx.BODY)) and not before.article

    def _is_purpose(self, candidate: Candidate) -> bool:
        """Say whether a verb tells what is done something for: "returned | to concentrate on X"."""
        verb = candidate.last - 1
        if self.lex[verb].prep not in self.pack.addressing or self.lex[verb].article:
            return False
        return verb > 0 and self.key[verb - 1] not in self.pack.clause_marks

    def _is_of_what(self, candidate: Candidate, form: CueForm, draft: Draft) -> bool:
        """Say whether "what" before a verb is its subject: "…, which points to a lack"."""
        at = candidate.first - 1
        if not form.features & IMPF or form.features & OBJECT or at < 1 or candidate.negated:
            return False
        return self.key[at] in self.pack.whatever and draft.opening != "colon"

    def _is_unsaid(self, index: int) -> bool:
        """Say whether a noun of saying is negated at a token ("the not speaking of")."""
        if self.key[index] not in self.pack.undone or index + 1 >= len(self.lex):
            return False
        noun = self.lex[index + 1]
        return bool(noun.cue_features & NOUN) and noun.article

    def _has_said(self, candidate: Candidate, draft: Draft) -> bool:
        """Say whether "and X has said" is joined on: the tense is its own."""
        perfect = self.lex[candidate.first - 1]
        if not perfect.bits & lx.AUX or not perfect.conj or draft.source is None:
            return False
        return self.heads.is_known(draft.source) and draft.source[0] == candidate.last

    def _is_anothers(self, candidate: Candidate, draft: Draft) -> bool:
        """Say whether a clause after a mark has somebody of its own who speaks."""
        return (
            self.key[candidate.first - 1] in self.pack.clause_marks
            and draft.source is not None
            and self.heads.is_somebody(draft.source)
        )

    def is_label(self, opening: Opening, governs: frozenset[str]) -> bool:
        """Say whether a short quotation that nothing introduces is a name or a label."""
        index = opening.content
        if opening.at < index:
            return False  # a preposition leads to it: "spoke of “utter chaos”"
        quote = self.document.quote_at[index]
        words = self.joints.words(quote.open, quote.close)
        deed = self.lex[quote.open + 1] if quote.open + 1 < len(self.lex) else self.lex[index]
        if "o" in governs and words > 1 and deed.article and deed.bits & lx.MASDAR:
            return False  # "denounced “the mocking of people”"
        if words > 3 or (words > 1 and self._closes_after_comma(quote)):
            return False
        if deed.bits & lx.NEG and "t" in governs and "f" not in governs:
            return False  # "stressed “I rule out nothing”"
        return bool(governs & {"q", "w"}) or self.openings.is_name(index)

    def _is_event(self, first: int, last: int) -> bool:
        """Say whether what follows a verb is an event that shows something ("its fall proved X").

        A noun that needs no object opens it, and a second definite noun comes after it.
        """
        if self.lex[first].bits & lx.MASDAR and self._shows(first, last):
            return True
        if self.lex[first].base not in self.pack.happenings:
            return False
        for index in range(first + 1, min(last, first + NEARBY * 3)):
            lexeme = self.lex[index]
            nominal = lexeme.bits & (lx.NOUN | lx.MASDAR) and not (lexeme.bits & lx.TIME)
            if not nominal or lexeme.article or lexeme.prep or lexeme.conj:
                continue
            if self.heads.is_definite(index) and self.openings.nouns.is_closed(index - 1):
                return True
        return False

    def _is_deed(self, candidate: Candidate, opening: Opening) -> bool:
        """Say whether a deed is what shows: "the judges' apology makes clear that"."""
        start = candidate.last
        if opening.at - start < 2:
            return False
        deed, whose = self.lex[start], self.lex[start + 1]
        bare = deed.bits & lx.MASDAR and not deed.article and not deed.prep and not deed.conj
        other = deed.bits & (lx.TIME | lx.ROLE | lx.BODY | lx.DOC | lx.NAME | lx.ADJ | lx.OPENER)
        if not bare or other or deed.features & lx.ACCUSATIVE or whose.bits & lx.PREP:
            return False
        return self.openings.nouns.end(start, opening.at) == opening.at

    def _is_burden(self, first: int, last: int) -> bool:
        """Say whether a content tells with what somebody is charged ("responsibility for")."""
        near = self.key[first : min(last, first + 4 * NEARBY)]
        return not self.pack.burdens.isdisjoint(near)

    def _is_claim(self, index: int) -> bool:
        """Say whether what is rejected was said: "accusations", "this account", "any talk"."""
        if self.lex[index].bits & (lx.DEM | lx.QUANTITY) and index + 1 < len(self.lex):
            index += 1
        return self.lex[index].base in self.pack.claims

    def _shows(self, first: int, last: int) -> bool:
        """Say whether an analysis or the like comes before what it shows ("the presence of …")."""
        for index in range(first + 2, min(last, first + NEARBY * 2)):
            lexeme = self.lex[index]
            if lexeme.bits & (lx.PREP | lx.COMP | lx.REL) or not lexeme.is_word:
                return False
            if lexeme.bits & lx.OPENER and lexeme.bits & lx.MASDAR and not lexeme.article:
                return not lexeme.prep and not lexeme.conj
        return False

    def _is_about_noun(self, candidate: Candidate, form: CueForm) -> bool:
        """Say whether a relative clause tells what was said of a noun: "of which he spoke"."""
        index = candidate.last
        if index >= len(self.lex) or not self.lex[index].bits & lx.PREP:
            return False
        if not self.joints.in_relative(candidate.first):
            return False
        key = self.key[index]
        return any(
            key.endswith(pronoun) and key[: -len(pronoun)] in form.governs
            for pronoun in self.pack.lexicon.morphology.object_pronouns
        )

    def _is_passive(self, index: int, form: CueForm, draft: Draft) -> bool:
        """Say whether a vowel mark on a verb's first letter tells that nobody is named.

        The present of the fourth form has the mark in the active as well: there a source tells,
        or a negation.
        """
        mark, lexeme = self.pack.passive_mark, self.lex[index]
        if not mark:
            return False
        if form.lemma in self.pack.learning and self.key[index + 1] in self.pack.who:
            return False  # "was learned from X"
        active = draft.source is not None or draft.cue[0][1] - draft.cue[0][0] > 1
        if active and not form.features & PERF:
            return False
        start = self.document.tokens.start[index] + len(lexeme.conj)
        return self.document.tokens.text[start + 1 : start + 2] == mark

    def _closes_after_comma(self, quote: Quote) -> bool:
        """Say whether a quotation stands alone between a comma and its sentence's end."""
        if self.key[quote.open - 1] not in self.pack.clause_marks or not quote.closed:
            return False
        after = self.key[quote.after] if quote.after < len(self.key) else NEWLINE
        return after == NEWLINE or after in self.pack.sentence_marks

    def _is_within(self, index: int, form: CueForm) -> bool:
        """Say whether a verb without a subject stands inside a clause ("when it is shown")."""
        before = self.lex[index - 1] if index else None
        if before is None or not before.is_word or self.joints.opens_clause(index):
            return False
        noun = form.features & IMPF and before.bits & (lx.NOUN | lx.MASDAR) and not before.article
        if noun and before.bits & lx.DOC and self.lex[index + 1].bits & lx.PREP:
            # "a statement condemning in it …"
            noun = not self.openings.nouns.has_pronoun(index + 1)
        return bool(noun or (before.bits & (lx.COMP | lx.CONNECT) and not before.bits & lx.AUX))

    def _is_joined(self, candidate: Candidate, draft: Draft) -> bool:
        """Say whether a clause is joined on from outside ("… , and he added")."""
        index = min(candidate.first, draft.source[0] if draft.source else candidate.first)
        if self.joints.is_added(index):
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
        return bool(index) and self.joints.joins(index - 1) > 0

    def _is_subordinate(self, draft: Draft) -> bool:
        """Say whether a draft's clause only leads up to the next: "while X thinks …, Y found"."""
        first = draft.cue[0][0]
        opener = first - self.joints.joins(first - 1)
        begin = self.joints.clause_start(self.document.sentences[draft.sentence], first)
        return opener < first and not self.joints.words(begin, opener)
