"""The phrase between a cue and its content that names who speaks."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.clauses.adjuncts import Adjuncts
from rawi.reading.clauses.part import Part
from rawi.reading.document import Document
from rawi.reading.drafts import Candidate, Opening, Range
from rawi.reading.inflect import FEM, MASC, NOUN, OBJECT, OWN, PLUR, SING
from rawi.reading.lexicon import CueForm, agrees
from rawi.reading.nouns import NounPhrases

#: Tokens of an outlet's name, its kind among them, a name in marks being one.
_OUTLET: Final = 5


class Sources(Part):
    """Finds the sources after the cues of a document."""

    def __init__(self, document: Document, nouns: NounPhrases, adjuncts: Adjuncts) -> None:
        super().__init__(document)
        self.nouns = nouns
        self.adjuncts = adjuncts

    def find(
        self, first: int, opening: Opening, form: CueForm
    ) -> tuple[Range | None, Range | None]:
        """Return the phrase after the cue that names who speaks, and the source it quotes.

        The second is there only where the first is a relay ("the site, quoting X").
        """
        start = self._past_hearer(self.adjuncts.skip(first, opening.at), opening.at)
        start = self._past_outlet(start, opening.at)
        if form.features & PLUR and start < opening.at and self._is_one(start):
            return None, None  # a verb in the plural has its subject before it
        if start >= opening.at or not self.nouns.starts(start, opening.at):
            relayed = self._relayed(start, opening.at)
            if relayed is not None:
                return None, relayed
            start = self._late_start(start, opening.at, form)
            if start < 0:
                return None, None
        objects = opening.kind == "object"
        end = self.nouns.end(start, opening.at, objects=objects or "a" in form.governs)
        if "a" in form.governs and not self.document.tokens.lex[start].bits & lx.QUANTITY:
            end = self._before_asked(start, end)
        if self.lex[start].bits & lx.MEDIA or self.lex[start].outlet:
            end = self.outlet_end(start, end)
        if end <= start:
            return None, None
        subject = self._behind_object(start, end, opening, form)
        if subject is not None:
            start, end = subject
        relayed = self._relayed(end, opening.at) or self._passed_on(start, end, opening)
        if "a" in form.governs and self._is_addressee(start, form, first, opening.at):
            return None, None
        if form.features & OBJECT and not self._may_speak(start):
            return None, None
        if not self._may_speak(start):
            return None, None
        return (start, end), relayed

    def _behind_object(self, start: int, end: int, opening: Opening, form: CueForm) -> Range | None:
        """Return who speaks behind a thing that the verb's gender rules out for its subject.

        "announced (f.) the news (m.) | his only daughter: “…”"
        """
        thing = self.lex[start]
        things = thing.bits & (lx.NOUN | lx.DOC | lx.MASDAR) and thing.article
        if not things or thing.bits & (lx.BODY | lx.OFFICE | lx.NAME | lx.ROLE):
            return None
        if agrees(form.features, thing.features):
            return None
        for at in range(start + 1, min(end + 1, opening.at)):
            human = self.lex[at].bits & (lx.ROLE | lx.UNNAMED | lx.TITLE | lx.GIVEN)
            if human and not self.lex[at].prep and agrees(form.features, self.lex[at].features):
                return at, self.nouns.end(at, opening.at, objects=opening.kind == "object")
        return None

    def outlet_end(self, first: int, last: int) -> int:
        """Return where who passes on ends: "from" after an adjective leads to who is quoted."""
        from_ = self.pack.relay_from
        for index in range(first + 2, last - 1):
            told = self.lex[index - 1].bits & (lx.ADJ | lx.DEMONYM)
            governs = self.lex[index - 1].base in self.pack.governing
            if self.key[index] in from_ and told and not governs:
                return index
        return last

    def announces(self, cue: Candidate, bare: Opening, found: Opening, limit: int) -> bool:
        """Say whether a body before a quotation is who speaks ("the network announced: “…”").

        A time may stand between; the verb's gender tells that it is no object.
        """
        head = self.lex[bare.content]
        if found.kind != "quote" or cue.form is None or cue.form.features & OBJECT:
            return False
        if not head.bits & (lx.BODY | lx.ROLE | lx.UNNAMED | lx.SPEAKS) or head.prep:
            return False
        if bare.content != self.adjuncts.skip(cue.last, limit):
            return False
        end = self.nouns.end(bare.content, found.at)
        gender = head.features & (MASC | FEM)
        told = bool(gender) and agrees(cue.form.features, head.features)
        return told and self.adjuncts.skip(end, found.at) >= found.at

    def _before_asked(self, start: int, end: int) -> int:
        """Return where whom one asks begins after a phrase ("the envoy | of the council")."""
        for index in range(start + 1, end):
            if self.key[index] in self.pack.who and self.lex[start].article:
                return index
        return end

    def _is_one(self, index: int) -> bool:
        """Say whether a word names one person by title or office."""
        lexeme = self.lex[index]
        named = lexeme.bits & (lx.ROLE | lx.TITLE | lx.UNNAMED) and not lexeme.conj
        return bool(named) and bool(lexeme.features & SING) and not lexeme.features & PLUR

    def _past_hearer(self, index: int, limit: int) -> int:
        """Pass over to whom or where it was said, where a pronoun tells: "said to him", "in it"."""
        lexeme = self.lex[index] if index < limit else None
        if lexeme is None or not lexeme.bits & lx.PREP or lexeme.article:
            return index
        led = self.nouns.has_pronoun(index)
        return self.adjuncts.skip(index + 1, limit) if led else index

    def _past_outlet(self, index: int, limit: int) -> int:
        """Pass over the outlet to which it was said, where somebody stands right after its name."""
        if index >= limit or not self._addresses_outlet(index):
            return index
        at = self.document.skip(index)
        for _ in range(_OUTLET):
            if at >= limit:
                return index
            lexeme = self.lex[at]
            human = lexeme.bits & (lx.ROLE | lx.UNNAMED | lx.TITLE)
            somebody = bool(human) and not (lexeme.article and not lexeme.features & SING)
            somebody = somebody or (not lexeme.outlet and self.nouns.is_full_name(at))
            if somebody and not (lexeme.prep or lexeme.conj) and self.nouns.starts(at, limit):
                return at
            if lexeme.bits & (lx.PREP | lx.COMP) or self.key[at] in self.pack.clause_marks:
                return index
            at = self.document.skip(at)
        return index

    def _addresses_outlet(self, index: int) -> bool:
        """Say whether a preposition and an outlet, or a name in marks, stand at a token."""
        lexeme = self.lex[index]
        if self.key[index] in self.pack.loose:
            return index + 1 in self.document.quote_at
        outlet = lexeme.bits & lx.MEDIA or self.pack.lexicon.is_outlet(lexeme)
        return (
            lexeme.prep in self.pack.addressing and bool(outlet) and not lexeme.bits & lx.REPORTER
        )

    def _late_start(self, index: int, limit: int, form: CueForm) -> int:
        """Return where a source begins that an adjunct separates from its cue; -1 for none."""
        at = index
        steps = 0
        somebody = lx.ROLE | lx.TITLE | lx.GIVEN
        while at < limit and steps < 24:
            steps += 1
            described = at > index and self.lex[at - 1].bits & (lx.OCCASION | lx.SAID_TO)
            body = lx.BODY if self._is_timed(index, at) else 0
            told = described and self.lex[at].bits & lx.ADJ
            if self.lex[at].bits & (somebody | body) and not told:
                # else the adjunct names whom they met
                return at if self._is_subject(index, at, form) else -1
            if self.key[at] in self.pack.clause_marks and at + 1 < limit:
                following = self.adjuncts.skip(at + 1, limit)
                if following < limit and self.nouns.starts(following, limit):
                    human = lx.ROLE | lx.UNNAMED | lx.TITLE | lx.BODY | lx.GIVEN | lx.DEMONYM
                    if self.lex[following].bits & human:
                        return following
            at = self.document.skip(at)
        return -1

    def _is_subject(self, index: int, at: int, form: CueForm) -> bool:
        """Say whether a verb's subject stands at a token after the occasion ("in a talk | X said").

        A bare office cannot go on with a phrase that is definite, a time or an adjective.
        """
        lexeme, before = self.lex[at], self.lex[at - 1]
        occasion = range(index, min(index + 3, at))
        timed = self._is_timed(index, at)
        if not timed and not any(self.lex[i].bits & (lx.OCCASION | lx.SAID_TO) for i in occasion):
            return False
        heads = lx.ROLE | (lx.BODY if timed else 0)
        if not lexeme.bits & heads or lexeme.article or lexeme.prep or lexeme.conj:
            return False
        if lexeme.bits & lx.ADJ or not lexeme.features & SING:
            return False
        apart = before.article or before.bits & (lx.TIME | lx.ADJ) or not before.is_word
        return bool(apart) and agrees(form.features, lexeme.features)

    def _is_timed(self, index: int, at: int) -> bool:
        """Say whether a preposition opens what tells a time before a token ("hours before X")."""
        led = self.lex[index].bits & lx.PREP and not self.lex[index].article
        return bool(led) and any(word.bits & lx.TIME for word in self.lex[index + 1 : at])

    def _passed_on(self, start: int, end: int, opening: Opening) -> Range | None:
        """Return whom an outlet has it from: "the agency reported from witnesses that"."""
        if opening.kind != "clause" or end + 1 >= opening.at:
            return None
        outlet = self.lex[start].bits & lx.MEDIA or self.lex[start].outlet
        if not outlet or self.key[end] not in self.document.pack.relay_from:
            return None
        if not self.lex[end + 1].bits & (lx.UNNAMED | lx.ROLE):
            return None
        return end + 1, self.nouns.end(end + 1, opening.at)

    def quoted(self, index: int, limit: int) -> Range | None:
        """Return whom an outlet quotes right after its name: "the site, quoting X"."""
        at = self.adjuncts.skip(index, limit)
        if at < limit and self.adjuncts.quotes(at, limit) and self.lex[at].bits & lx.RELAY:
            return self._relayed(at, limit)
        return None

    def _relayed(self, index: int, limit: int) -> Range | None:
        """Return the source that the phrase before it quotes: "…, quoting three people"."""
        at = next((i for i in range(index, limit) if self.adjuncts.quotes(i, limit)), limit)
        if at >= limit:
            return None
        match = self.pack.cue_phrases.match(self.lex, at, limit)
        if match is None or match[0] != "according":
            return None
        start = at + match[1]
        if start < limit and (self.nouns.starts(start, limit) or self.lex[start].prep):
            return start, self.nouns.end(start, limit)
        return None

    def _is_addressee(self, index: int, form: CueForm, after: int, limit: int) -> bool:
        """Say whether the phrase after a verb is spoken to, not speaking: case or gender tell."""
        lexeme = self.lex[index]
        if after > 1 and self._holds_subject(self.key[after - 2]):
            return True  # "but (he) asked | Turkey"
        if lexeme.features & lx.OBLIQUE and lexeme.bits & (lx.ROLE | lx.UNNAMED | lx.DEMONYM):
            return True
        if lexeme.bits & lx.PRESS or (self.adjuncts.is_owned(index) and lexeme.features & PLUR):
            return True
        cue = self.lex[after - 1]
        joined = cue.conj or cue.bits & lx.HOMOGRAPH
        joined = joined or (after > 1 and self.key[after - 2] in self.pack.because)
        if joined and lexeme.base in self.pack.collectives:
            end = self.nouns.end(index, limit, objects=True)
            other = self.lex[end].bits & (lx.BODY | lx.ROLE) if end < limit else 0
            return not (other and lexeme.article and not self.lex[end].article)
        features = lexeme.features
        if not features and lexeme.article and index + 1 < len(self.lex):
            following = self.lex[index + 1]
            if following.article and following.bits & lx.ADJ:
                features = following.features
        counted = lexeme.bits & lx.QUANTITY and not lexeme.article  # "thousands of followers"
        return not (agrees(form.features, features) or counted or lexeme.bits & lx.NAME)

    def _holds_subject(self, word: str) -> bool:
        """Say whether a pronoun is stuck to "that" or "but": a verb behind it has its subject."""
        lexicon = self.pack.lexicon
        stems = (word[: -len(p)] for p in lexicon.morphology.pronouns if word.endswith(p))
        return any(lexicon.bits(stem) & (lx.COMP | lx.CONNECT) for stem in stems if len(stem) > 1)

    def _may_speak(self, index: int) -> bool:
        lexeme = self.lex[index]
        if index in self.document.quote_at:
            return True
        if lexeme.bits & lx.PRESS and not lexeme.bits & lx.ROLE:
            return False
        if any(form.features & OWN and form.features & NOUN for form in lexeme.cues):
            return False  # "added | (his) words: …"
        accusative = self.pack.lexicon.morphology.accusative
        if lexeme.prep or (lexeme.key in self.pack.nobody and lexeme.key.endswith(accusative)):
            return False  # "(promised) nobody"
        if lexeme.bits & lx.DEM and self.lex[index + 1].article:
            return True  # "these states"
        return not (
            lexeme.bits & (lx.MASDAR | lx.OPENER)
            and not lexeme.article
            and not (lexeme.bits & (lx.ROLE | lx.BODY | lx.DOC | lx.NAME | lx.QUANTITY | lx.TITLE))
        )
