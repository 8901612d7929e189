"""Drafts whose cue is a participle or a noun of saying."""

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
from rawi.reading.inflect import FEM, FINITE, HAL, IMPF, OWN
from rawi.reading.lexicon import agrees
from rawi.reading.nouns import NounPhrases
from rawi.reading.tokens import NEWLINE

#: What makes a word no verb, whatever verb is written the same.
_NO_VERB: Final = lx.HEADS | lx.NAME | lx.ADJ | lx.PLACE | lx.PREP | lx.AUX | lx.NEG | lx.PHRASE
#: A content's subject before its predicate has no more tokens than this.
SUBJECT: Final = 10
#: A verb of saying and its subject have no more tokens between them ("replied | to him | X").
NEAR: Final = 6
#: A quotation that follows a noun of saying has so many words.
SAID: Final = 3


class Nominals(Part):
    """Reads the participles and the nouns of saying of a document."""

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

    def participle(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                    holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        form = candidate.form
        if candidate.first and self.lex[candidate.first - 1].bits & lx.IMPERSONAL:
            return None  # "it is worth noting that"
        governs = form.governs if form else frozenset("t")
        limit = self.ends.limit(sentence, later)
        opening = self.openings.find(candidate, governs, limit, sentence)
        if opening is None:
            return None
        if "w" in governs and opening.kind == "object" and "r" not in governs:
            deed = self.lex[opening.content].bits & lx.MASDAR and "o" in governs
            if not deed or self.key[candidate.first - 1] not in self.pack.clause_marks:
                return None  # ", asking for a hearing of two witnesses" is one
        if "w" in governs and opening.kind == "preposition" and opening.at > candidate.last + NEAR:
            return None  # "useful | to those who …, | (bi-) another"
        if "n" in governs and opening.kind != "colon":
            return None
        if (
            "q" in governs
            and opening.kind not in ("colon", "quote")
            and not ("t" in governs and opening.kind == "clause")
        ):
            return None
        if opening.kind == "quote" and self.admission.is_label(opening, governs):
            return None
        if form is not None and self._is_adjective(candidate.first, opening, holder):
            return None
        if form is not None and not form.features & HAL:
            return None
        draft = Draft([(candidate.first, candidate.last)],
                      [self.ends.content(opening, sentence, later)],
                      "participle", 0, features=form.features if form else 0, kind="participle",
                      governs=governs, lemma=form.lemma if form else "", opening=opening.kind,
                      around=(candidate.first, opening.at))  # fmt: skip
        draft.open_end = self.ends.is_open(draft, opening)
        host = self._host(drafts, draft)
        turned = self._turned(sentence, candidate, host) if host is not None else None
        if turned is not None:
            draft.source = turned
            draft.because("source", "subject of the verb before", turned)
        elif host is not None:
            draft.host, draft.source = host, host.source
            draft.because(
                "source", "subject of the verb before", host.cue[0] if host.cue else draft.cue[0]
            )
        else:
            draft.source = self.leading.first_subject(sentence, candidate)
        if draft.source is not None and self.heads.is_mute(draft.source):
            draft.source = None
        return draft

    def _is_predicate(self, index: int, holder: Draft | None) -> bool:
        """Say whether a participle is what a content says of its subject: "X (is) sure that"."""
        if holder is None or holder.opening != "clause" or not self.lex[index].features & FEM:
            return False
        first = holder.content[-1][0]
        if not 0 < index - first <= SUBJECT or self.lex[index].conj:
            return False
        return all(
            self.lex[at].is_word and not self.heads.is_finite(at)
            and not self.lex[at].bits & (lx.COMP | lx.AUX | lx.NEG | lx.REL | lx.CONNECT)
            for at in range(first, index)
        )  # fmt: skip

    def _is_adjective(self, index: int, opening: Opening, holder: Draft | None) -> bool:
        """Say whether a participle is but a noun or an adjective: nothing bears it out."""
        lexeme = self.lex[index]
        if self._is_predicate(index, holder):
            return True
        if opening.kind in ("clause", "colon") and opening.at - index <= 12:
            return False
        if lexeme.bits & (lx.PREP | lx.PLACE):
            return True
        before = self.key[index - 1] if index else NEWLINE
        if not before[:1].isalnum() or lexeme.conj or self.tells_state(index):
            return False
        return bool(
            lexeme.bits & NOMINAL or self.lex[index - 1].bits & (lx.PREP | lx.BODY | lx.DOC)
        )

    def _host(self, drafts: list[Draft], draft: Draft) -> Draft | None:
        for other in reversed(drafts):
            if other.outer is None and agrees(draft.features, other.features):
                return other
        return drafts[-1] if drafts else None

    def _turned(self, sentence: Sentence, candidate: Candidate, host: Draft) -> Range | None:
        """Return who takes the floor after another's words: "…, (so) X replied, saying".

        A verb of saying joined on that has no content but the participle's.
        """
        near = self.leading.near_subject(sentence, candidate.first)
        begin = max(host.content[0][0], *(last for _, last in host.cue)) if host.cue else 0
        if near is None or near[0] <= begin or near == host.source:
            return None
        if self.lex[near[0]].base != self.lex[near[0]].stem:
            return None  # "and addressed | his staff, saying": the verb's object
        for index in range(near[0] - 1, max(begin, near[0] - NEAR), -1):
            lexeme = self.lex[index]
            joined = lexeme.conj or (lexeme.prep in self.pack.addressing and lexeme.prep)
            if joined and lexeme.cue_features & FINITE and not lexeme.article:
                return near if self.key[index - 1] in self.pack.clause_marks else None
        return None

    def noun(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
              holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        form = candidate.form
        assert form is not None
        if candidate.first and self.lex[candidate.first - 1].bits & lx.IMPERSONAL:
            return None
        lexeme = self.lex[candidate.first]
        if lexeme.article and lexeme.bits & lx.BODY and not lexeme.prep:
            return None  # "the opposition", spelt like "the opposing"
        if lexeme.article and candidate.first:
            before = self.lex[candidate.first - 1]
            if (
                before.bits & (lx.ROLE | lx.BODY)
                and not before.article
                and not before.bits & lx.NAME
            ):
                return None  # "the minister of information (announcing)"
        if drafts and self._accompanies(candidate.first):
            return self._beside(sentence, candidate, later, holder or drafts[-1])
        support = self._support(sentence, candidate, drafts)
        if (
            support is not None
            and self.lex[support[0]].bits & lx.REFUSAL
            and (lexeme.base in self.pack.offers)
        ):
            return None  # somebody else's offer is refused
        if support is not None and (lexeme.conj or self._is_denied(support[0])):
            return None  # "and (a) naming": one noun more that a verb governs
        if support is not None and self._is_ungoverned(support[0], candidate.first):
            return None
        if support is not None and lexeme.base in self.pack.asked and self._is_led(candidate.first):
            return None  # "answered a question": somebody else's
        if support is not None and holder is not None and support[1] is None:
            mark = self.key[support[0] - 1] in self.pack.clause_marks
            if (
                not self.joints.is_added(support[0])
                and not mark
                and not self.joints.joins(support[0] - 1)
            ):
                return None  # a verb that tells more of what is said
        if support is not None and self._is_in_reply(candidate, support):
            return None
        own = bool(form.features & OWN)
        if own and "l" in form.governs and self._is_of_crime(candidate.last):
            return None
        if support is None and not own and not lexeme.prep:
            return self._with_genitive(sentence, candidate, later, holder)
        if support is None and not own and lexeme.article and lexeme.prep in self.pack.addressing:
            return None  # "to the picture"
        limit = self.ends.limit(sentence, later)
        governs = form.governs | {"t"}
        if support is not None and self.lex[support[0]].bits & lx.REFUSAL:
            governs |= self.pack.refused
        opening = self.openings.find(candidate, governs, limit, sentence)
        if opening is None:
            return None
        if support is None and opening.kind in ("preposition", "object"):
            return None
        if "i" in form.governs and not self.admission.is_information(opening):
            return None
        if support is None and opening.kind == "quote" and self._is_short(opening):
            return None
        verb = next((one.first for one in later if one.kind == "verb"), opening.at)
        if support is None and verb < opening.at and opening.kind in ("colon", "quote"):
            return None  # "asked in his answer …, he said: “…”": the verb has the words
        if opening.kind == "object" and self._is_described(candidate, opening):
            return None
        opening = self._past_adjective(candidate, opening, limit)
        cue: list[Range] = [(candidate.first, candidate.last)]
        draft = Draft(cue, [self.ends.content(opening, sentence, later)],
                      "noun", 0, features=form.features, kind="noun", governs=form.governs,
                      lemma=form.lemma, opening=opening.kind,
                      around=(candidate.first, opening.at))  # fmt: skip
        draft.open_end = self.ends.is_open(draft, opening)
        if support is not None:
            at, subject = support
            cue.insert(0, (at, at + 1))
            draft.features = self._features(at)
            draft.source = subject
            draft.around = (at, opening.at)
            draft.rule = "support verb + noun"
            bare = opening.kind in ("preposition", "object")
            if holder is not None and bare and self.joints.in_relative(at):
                draft.outer, draft.kind = holder, "nested"  # "the report that holds an accusation"
        elif own and holder is None:
            host = self._host(drafts, draft)
            if host is not None:
                draft.host, draft.source = host, host.source
            else:
                draft.source = self.leading.first_subject(sentence, candidate)
        elif not own:
            draft.source = self.leading.first_subject(sentence, candidate)
        if holder is not None and support is None:
            return None
        if own and support is None and self._is_asked(candidate.first):
            draft.kind = "question"  # nobody is named who asks
        return draft

    def _accompanies(self, index: int) -> bool:
        """Say whether "with" and a definite noun of saying follow a clause: "…, with emphasis"."""
        if index < 2 or self.key[index - 1] not in self.pack.accompanying:
            return False
        apart = self.key[index - 2] in self.pack.clause_marks
        return self.lex[index].article and apart and not self.lex[index].prep

    def _beside(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                host: Draft) -> Draft | None:  # fmt: skip
        """Read "…, with the emphasis that": the speaker of the clause before it goes on."""
        form = candidate.form
        assert form is not None
        opening = self.openings.find(
            candidate, form.governs | {"t"}, self.ends.limit(sentence, later), sentence
        )
        if opening is None or opening.kind not in ("clause", "preposition"):
            return None
        if opening.at > candidate.last + 1:
            return None
        draft = Draft([(candidate.first, candidate.last)],
                      [self.ends.content(opening, sentence, later)],
                      "noun", 0, source=host.source, features=host.features, kind="participle",
                      governs=form.governs, lemma=form.lemma, opening=opening.kind,
                      around=(candidate.first - 1, opening.at), host=host)  # fmt: skip
        draft.open_end = self.ends.is_open(draft, opening)
        return draft

    def _with_genitive(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                       holder: Draft | None) -> Draft | None:  # fmt: skip
        """Read a noun after a preposition, with its speaker: "with X's claim that …"."""
        first, form = candidate.first, candidate.form
        led = first > sentence.first and self.lex[first - 1].bits & lx.PREP
        if holder is not None or not led or form is None or "t" not in form.governs:
            return None
        if self.lex[first].article or not self.nouns.starts(candidate.last, sentence.last):
            return None
        end = self.nouns.end(candidate.last, sentence.last)
        source = candidate.last, end
        if end >= sentence.last or not self.lex[end].bits & lx.COMP or self.heads.is_mute(source):
            return None
        if not self.heads.has_person(source):
            return None
        opening = self.openings.find(
            candidate, frozenset("t"), self.ends.limit(sentence, later), sentence
        )
        if opening is None or opening.at != end:
            return None
        draft = Draft([(first, candidate.last)],
                      [self.ends.content(opening, sentence, later)],
                      "noun", 0, source=source, features=form.features, kind="noun",
                      governs=form.governs, lemma=form.lemma, opening=opening.kind,
                      around=(first, opening.at))  # fmt: skip
        draft.open_end = self.ends.is_open(draft, opening)
        return draft

    def _is_short(self, opening: Opening) -> bool:
        """Say whether a quotation without a mark before it is but a word or two: a name."""
        quote = self.document.quote_at[opening.content]
        return opening.at == opening.content and self.joints.words(quote.open, quote.close) < SAID

    def _is_ungoverned(self, refusal: int, noun: int) -> bool:
        """Say whether a noun hangs on something else than the refusal before it.

        "keeps its dignity by (a refusal)", "failed to carry it out without (an excuse)"
        """
        if self._is_beside(refusal, noun):
            return True
        if not self.lex[refusal].bits & lx.REFUSAL:
            return False
        prep = self.lex[noun].prep
        if prep and prep not in self.pack.refused:
            return True
        led = self.lex[noun - 1]
        return bool(led.prep and not led.article) and noun - 1 > refusal + 1

    def _past_adjective(self, candidate: Candidate, opening: Opening, limit: int) -> Opening:
        """Move a content over an adjective of the noun: "with (sharp) criticism of X"."""
        at = opening.content
        bare = opening.kind == "object" and at == candidate.last and at + 1 < limit
        if not bare or not self.lex[candidate.first].prep or self.lex[at].article:
            return opening
        quality = not self.lex[at].bits or self.lex[at].bits & lx.ADJ
        if not quality or self.lex[at + 1].prep not in self.pack.addressing:
            return opening
        return Opening("preposition", at + 1, at + 1)

    def _is_in_reply(self, candidate: Candidate, support: tuple[int, Range | None]) -> bool:
        """Say whether "in reply to" but tells why something was done."""
        at, (verb, subject) = candidate.first, support
        if self.key[at] not in self.pack.commenting or at == verb + 1:
            return False
        led = candidate.last < len(self.key) and self.key[candidate.last] in self.pack.commented
        return led and (subject is None or not self.heads.has_person(subject))

    def _is_asked(self, index: int) -> bool:
        """Say whether somebody is asked by nobody who is named ("on his being asked whether")."""
        lexeme, before = self.lex[index], self.lex[index - 1] if index else None
        if before is None or not before.bits & lx.PREP or before.bits & lx.NOMINAL_PREP:
            return False
        pronouns = self.pack.lexicon.morphology.pronouns
        asked = (lexeme.stem[: -len(p)] for p in pronouns if lexeme.stem.endswith(p))
        return any(noun in self.pack.asked for noun in asked)

    def _is_led(self, index: int) -> bool:
        """Say whether a preposition stands before a word, or is stuck to it."""
        return bool(self.lex[index].prep or self.lex[index - 1].bits & lx.PREP)

    def _is_beside(self, support: int, noun: int) -> bool:
        """Say whether a preposition that no verb of saying governs leads to it ("because of")."""
        led = self.lex[noun - 1]
        if not led.bits & lx.PREP or led.article or noun - 1 == support:
            return False
        governs = {key for form in self.lex[support].cues for key in form.governs}
        known = self.pack.governed | self.pack.nominal
        return led.key not in known and led.key not in governs

    def _is_described(self, candidate: Candidate, opening: Opening) -> bool:
        """Say whether adjectives follow an indefinite noun ("a grave announcement"): no object."""
        ending = self.pack.lexicon.morphology.accusative
        index = opening.content
        return bool(
            ending
            and index == candidate.last
            and self.key[index - 1].endswith(ending)
            and (self.key[index].endswith(ending) or self.lex[index].bits & lx.ADJ)
        )

    def _is_of_crime(self, index: int) -> bool:
        """Say whether it follows of what somebody is convicted ("his conviction of fraud")."""
        prep = self.lex[index].prep if index < len(self.lex) else ""
        return prep in self.pack.place_prepositions

    def _is_denied(self, index: int) -> bool:
        """Say whether nothing was said: "did not address any appeal"."""
        refusal = self.lex[index].bits & lx.REFUSAL
        if self.key[index] in self.pack.litotes:
            return False
        return not refusal and index > 0 and bool(self.lex[index - 1].bits & lx.NEG)

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
            apart = at < candidate.first - 1 or self.lex[at].bits & lx.VERB
            if apart and self._is_other_verb(at):
                return None
            lends = bits & (lx.SUPPORT | lx.REFUSAL) and not self._is_genitive(at)
            lends = lends and not self._is_done(at)
            lends = lends and not (bits & lx.AUX and self.joints.in_relative(at))
            if lends and not self.lex[at].article and not bits & lx.PREP:
                after = self.joints.skip_asides(at + 1, candidate.first)
                if self.lex[after].bits & lx.PREP and self.nouns.has_pronoun(after):
                    after = self.joints.skip_asides(after + 1, candidate.first)  # "to him"
                subject: Range | None = None
                if after < candidate.first and self.nouns.starts(after, candidate.first):
                    end = self.nouns.end(after, candidate.first)
                    if end - after > 1 and self.key[end - 1] in self.pack.undone:
                        end -= 1
                    rest = self.joints.skip_asides(end, candidate.first)
                    gap = candidate.first - rest
                    if gap > 2 and not self._only_adjuncts(end, candidate.first):
                        return None
                    subject = (after, end)
                elif candidate.first - after > 1 and not self._only_adjuncts(
                    after, candidate.first
                ):
                    return None
                left = self.leading.left_subject(sentence, Candidate(at, at + 1, "verb"), None)
                return at, left or subject
        return None

    def _is_genitive(self, index: int) -> bool:
        """Say whether a word that lends its form to nouns is one itself ("a face's features").

        A bare noun, a verb that leads to a deed, or a preposition stands before it ("from the
        launching of"), or an adjective after it ("an Israeli reply").
        """
        before = self.lex[index - 1] if index else None
        if self.lex[index].bits & lx.MASDAR and index + 1 < len(self.lex):
            following = self.lex[index + 1]
            led = before is not None and before.bits & lx.PREP and not before.bits & lx.COMP
            if (
                led
                and before is not None
                and not before.article
                and not self.nouns.has_pronoun(index - 1)
            ):
                return True
            if (
                following.bits & lx.DEMONYM
                and not following.article
                and not following.bits & lx.NAME
            ):
                return True
        if before is None or before.article or before.conj or before.bits & (lx.NAME | lx.PREP):
            return False
        thing = before.bits & (lx.NOUN | lx.MASDAR) and before.base == before.stem
        return bool(thing) and not before.cues and not before.bits & (lx.TIME | lx.ROLE | lx.ADJ)

    def _is_done(self, index: int) -> bool:
        """Say whether a verb that is none of saying has a deed for its subject or object.

        "the refusal of X comes", "the presenting of X is done"
        """
        before = self.lex[index - 1] if index else None
        if before is None or not self.lex[index].bits & lx.MASDAR or self.lex[index].conj:
            return False
        verb = before.bits & lx.VERB and not before.bits & (_NO_VERB | lx.SUPPORT | lx.REFUSAL)
        return bool(verb) and not before.cues and not before.article

    def _is_other_verb(self, index: int) -> bool:
        """Say whether a verb that lends its form to no noun stands at a token: a clause begins."""
        lexeme = self.lex[index]
        if lexeme.article or lexeme.prep or lexeme.bits & (_NO_VERB | lx.SUPPORT | lx.REFUSAL):
            return False
        if lexeme.cue_features & FINITE & ~HAL:
            return True
        return bool(lexeme.bits & lx.VERB) and bool(lexeme.features & IMPF or lexeme.conj)

    def _only_adjuncts(self, first: int, last: int) -> bool:
        """Say whether a stretch begins with a preposition, a mark or a time."""
        return first >= last or bool(
            self.lex[first].bits & (lx.PREP | lx.TIME)
            or self.lex[first].prep
            or self.key[first] in self.pack.clause_marks
        )
