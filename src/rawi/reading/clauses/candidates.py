"""Where a cue may stand."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.clauses.openings import Openings
from rawi.reading.clauses.part import NOMINAL, Part
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Candidate
from rawi.reading.inflect import DUAL, FEM, FINITE, HAL, IMPF, NOUN, OBJECT, PERF, PLUR
from rawi.reading.lexicon import CueForm

#: A sentence has no more candidates than this: what has is no speech.
CANDIDATES: Final = 64
#: A refusal and its subject, at most, stand before what is refused, in tokens.
REFUSED: Final = 6
#: How far before a preposition it may stand a first time, in tokens; and behind a mark.
REPEATED: Final = 8
FAR: Final = 24


class Candidates(Part):
    """Finds the places of a document where a cue may stand."""

    def __init__(self, document: Document, openings: Openings) -> None:
        super().__init__(document)
        self.openings = openings
        phrases = self.pack.cue_phrases.firsts
        #: hot words that are forms of cues, or where a phrase may begin that is one
        self._hot = [
            index
            for index, lexeme in enumerate(self.lex)
            if lexeme.hot
            and (lexeme.cues or lexeme.conj or lexeme.bits & lx.RELAY or lexeme.key in phrases)
        ]

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
        as_written = self.pack.as_written.get(lexeme.key[len(lexeme.conj) :])
        if as_written and not self.document.tokens.words(index, index + 1).endswith(as_written):
            return None  # "here", spelt like "he congratulated" but for its hamza
        if lexeme.bits & lx.PHRASE:
            match = self.pack.cue_phrases.match(self.lex, index, last)
            if match is not None:
                kind, length = match
                if self._looks_alike(index, last):
                    return None
                apart = not index or not self.key[index - 1][:1].isalnum()
                if kind == "as_said" and not apart and self._is_manner(index):
                    if not self._closes(index + length, last):
                        return None
                if kind.startswith("in_document") and self._has_subject(index):
                    return self._finite(index)
                if kind == "as_said":
                    return self._as_said(index, index + length, last)
                return Candidate(index, index + length, kind)
        if lexeme.bits & lx.RELAY and not lexeme.article:
            return Candidate(index, index + 1, "relay", self._form(index))
        form = self._form(index)
        quoted = index + 1 in self.document.quote_at or self._leads_on(index)
        if form is None or (not quoted and self.pack.asides.match(self.lex, index, last)):
            return None
        if self._signs(index, last):
            return None
        if self._looks_alike(index, last):
            return None
        if form.features & NOUN:
            if self._is_anonymity(index, last):
                return None
            return Candidate(index, index + 1, "noun", form)
        if lexeme.bits & (lx.PREP | lx.PLACE | lx.TIME | lx.HOMOGRAPH) and not self._may_open(
            index
        ):
            return None
        many = form.features & PLUR and not self._is_state(index)
        doubtful = many or lexeme.bits & NOMINAL
        if form.features & HAL and (
            (doubtful and not self._is_apart(index)) or self._qualifies(index)
        ):
            if not self.tells_state(index):
                return None
        if self._is_anonymity(index, last) or self._is_so_called(index):
            return None
        if self._is_no_verb(index, form) or self._is_supposed(index):
            return None
        without = self._without(index)
        negated = (index > 0 and bool(self.lex[index - 1].bits & lx.NEG)) or without > 0
        kind = "participle" if form.features & HAL else "verb"
        if kind == "participle" and negated and not without:
            return None  # "is not justified that"
        return Candidate(index - (without or negated), index + 1, kind, form, negated)

    def _leads_on(self, index: int) -> bool:
        """Say whether "that" comes right after a word that may tell how it is said as well.

        A mark before it tells that no verb has that clause ("…, (being) sure that").
        """
        apart = index > 0 and self.key[index - 1] in self.pack.clause_marks
        return apart and index + 1 < len(self.lex) and bool(self.lex[index + 1].bits & lx.COMP)

    def _looks_alike(self, index: int, last: int) -> bool:
        """Say whether a set phrase that attributes nothing begins at a cue, or its negation."""
        book = self.pack.look_alikes
        if book.match(self.lex, index, last):
            return True
        led = index > 0 and self.key[index - 1] in self.pack.simply_as  # "as X is called"
        negated = led or (index > 0 and self.lex[index - 1].bits & lx.NEG)
        return bool(negated and book.match(self.lex, index - 1, last))

    def _signs(self, index: int, last: int) -> bool:
        """Say whether a dash, a name and a colon follow a verb: whose report it is ("by – X:")."""
        dash = index + 1 < last and self.key[index + 1].strip("".join(self.pack.dashes)) == ""
        if not dash or index + 2 >= last or not self.lex[index + 2].bits & lx.GIVEN:
            return False
        near = range(index + 3, min(last, index + 2 + REFUSED))
        colon = next((i for i in near if self.key[i] in self.pack.colons), last)
        return colon < last and all(self.lex[i].is_word for i in range(index + 2, colon))

    def _closes(self, verb: int, last: int) -> bool:
        """Say whether a verb of saying ends its sentence: "… in China as he affirmed."."""
        if verb >= last or any(self.lex[i].is_word for i in range(verb + 1, last)):
            return False
        forms = self.lex[verb].cues
        return any(form.features & FINITE and "t" in form.governs for form in forms)

    def _is_manner(self, index: int) -> bool:
        """Say whether a word may tell how and not who says so ("as", "on what")."""
        lexeme = self.lex[index]
        return lexeme.key[len(lexeme.conj) :] in self.pack.manner

    def _is_no_verb(self, index: int, form: CueForm) -> bool:
        """Say whether a form of a cue is another word here.

        "named so" names; the object right after a verb is a noun; so is a whole known noun that
        would else be "and" with a participle.
        """
        lexeme, before = self.lex[index], self.lex[index - 1] if index else None
        if lexeme.bits & lx.NAMING or (lexeme.bits & lx.QUANTITY and form.features & PLUR):
            return True
        if lexeme.bits & lx.HOMOGRAPH and form.features & HAL:
            return True
        if before is not None and form.features & HAL and lexeme.bits & (lx.BODY | lx.PLACE):
            if before.bits == lx.VERB and not lexeme.conj:
                return True  # "aimed at | a centre"
        if form.features & HAL and form.features & PLUR and index + 1 < len(self.lex):
            following = self.lex[index + 1]
            if following.cue_features & FINITE & ~HAL and not following.conj:
                return True  # "critics (who) say"
        if before is not None and form.features & HAL:
            if before.key in self.pack.un or (before.bits & lx.AUX and not lexeme.conj):
                return True  # "which was expected"
        if before is not None and self._is_counted_or_named(index, form):
            return True
        if before is not None and lexeme.bits & (lx.NOUN | lx.MASDAR) and not lexeme.conj:
            things = lx.NOUN | lx.BODY | lx.ROLE | lx.UNNAMED
            governs = before.bits & things and not before.bits & (lx.DOC | lx.NAME)
            governs = governs and not self._leads_on(index) and not self._is_that(index + 1)
            if governs and not before.article and before.base == before.stem:
                return True  # "a centre of security", not "a centre (that) secured"
        if self._is_amount(index, form) or self._is_before_verb(index, form):
            return True
        if self.key[index] in self.pack.semi and index + 1 < len(self.lex):
            quality = self.lex[index + 1]
            if not quality.article and (quality.bits & lx.ADJ or not quality.bits & lx.NAME):
                return True  # "semi-official"
        verb = (
            before is not None
            and before.bits & lx.VERB
            and not before.bits & (lx.HEADS | lx.NAME | lx.AUX | lx.NEG | lx.PLACE)
            and before.base == before.stem  # else the pronoun stuck to it is its object
        )
        perfect = form.features & PERF and not form.features & HAL
        if before is not None and perfect and not lexeme.conj and lexeme.bits & lx.NOUN:
            if before.cue_features & FINITE & ~HAL and not (before.article or before.bits & lx.AUX):
                return True  # "paid | the price of"
        return bool(verb and perfect and not lexeme.conj and not lexeme.bits & lx.SUPPORT)

    def _is_supposed(self, index: int) -> bool:
        """Say whether a verb stands in a condition right behind "if": nobody says it."""
        while index and self.lex[index - 1].bits & (lx.AUX | lx.NEG):
            if self.key[index - 1] in self.pack.conditions:
                return True
            negated = self.lex[index - 1].bits & lx.NEG and index > 1
            if negated and self.key[index - 2] in self.pack.whatever:
                return True  # "unless (what not)"
            index -= 1
        return index > 0 and self.key[index - 1] in self.pack.conditions

    def _is_that(self, index: int) -> bool:
        """Say whether "that" stands at a token."""
        return index < len(self.lex) and bool(self.lex[index].bits & lx.COMP)

    def _is_counted_or_named(self, index: int, form: CueForm) -> bool:
        """Say whether a number counts a participle ("323 accused"), or a name goes on with it."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        if form.features & HAL:
            if self._is_office(index, form):
                return True
            counted = before.bits & lx.NUMBER or self.key[index - 1][-1:].isdigit()
            return bool(counted) and not lexeme.conj
        if before.article and before.bits & lx.DEMONYM and lexeme.bits & lx.GIVEN:
            surname = self.lex[min(index + 1, len(self.lex) - 1)]
            return surname.is_word and not (surname.bits & ~lx.NAME or lexeme.conj)
        sure = before.bits & lx.GIVEN and not before.bits & lx.AMBIGUOUS
        if lexeme.bits & lx.FAMILY and sure and index > 1 and self.lex[index - 2].cues:
            return not lexeme.conj  # "X Izzat revealed", spelt like "ascribed"
        if not lexeme.bits & lx.GIVEN or lexeme.conj or index + 1 >= len(self.lex):
            return False
        article = self.pack.lexicon.morphology.article
        if before.bits & lx.PARTICLE and not before.key.startswith(article or "\0"):
            return True  # "Saif ibn Hamad"
        led = before.bits & (NOMINAL | lx.TITLE) or before.cues
        return bool(led and self.lex[index + 1].bits & lx.NAME | (not self.lex[index + 1].bits))

    def _is_amount(self, index: int, form: CueForm) -> bool:
        """Say whether a verb of telling somebody has a number for its object: "amounts to 4.4"."""
        if not form.features & IMPF or "a" not in form.governs or index + 2 >= len(self.lex):
            return False
        counted = self.lex[index + 2].bits & (lx.ROLE | lx.UNNAMED)
        return bool(self.lex[index + 1].bits & lx.NUMBER) and not counted

    def _is_before_verb(self, index: int, form: CueForm) -> bool:
        """Say whether a word is an adverb: a verb of saying follows ("here | replied X")."""
        if not form.features & PERF or index + 2 >= len(self.lex):
            return False
        verb, somebody = self.lex[index + 1], self.lex[index + 2]
        says = verb.cue_features & FINITE & ~HAL and not (verb.conj or verb.article or verb.prep)
        human = somebody.bits & (lx.ROLE | lx.UNNAMED | lx.TITLE | lx.GIVEN)
        return bool(self.lex[index].bits & lx.PHRASE and says and human)

    def _is_office(self, index: int, form: CueForm) -> bool:
        """Say whether an office stands after a name and a comma ("X, analyst of the sector").

        A bare noun follows that no verb governs.
        """
        lexeme = self.lex[index]
        if not lexeme.bits & lx.ROLE or lexeme.conj or form.governs & {"o", "a", "r"}:
            return False
        if self.key[index - 1] not in self.pack.clause_marks or index + 1 >= len(self.lex):
            return False
        genitive = self.lex[index + 1]
        thing = genitive.bits & (lx.NOUN | lx.BODY | lx.OFFICE | lx.MASDAR | lx.PLACE)
        return bool(thing) and not (genitive.prep or genitive.conj or genitive.bits & lx.PREP)

    def _is_so_called(self, index: int) -> bool:
        return index > 0 and self.pack.so_called.match(self.lex, index - 1, index + 1) is not None

    def _has_subject(self, index: int) -> bool:
        """Say whether an auxiliary before a verb tells that somebody did it: "had mentioned in"."""
        if self.lex[index].bits & lx.HOMOGRAPH:
            return False  # "it came in", spelt like "and he replied"
        return index > 0 and bool(self.lex[index - 1].bits & lx.AUX)

    def _finite(self, index: int) -> Candidate | None:
        """Return a word as the verb that it is."""
        forms = [form for form in self.lex[index].cues if form.features & FINITE]
        return Candidate(index, index + 1, "verb", forms[0]) if forms else None

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
        if self.pack.anonymity.isdisjoint(self.key[index + 1 : min(last, index + 7)]):
            return False
        for at in range(index + 1, min(last, index + 7)):
            if self.key[at] in self.pack.anonymity:
                deed = self.lex[at - 1]  # "promised (bi-) giving his name to the hall"
                return not (deed.prep and deed.bits & lx.MASDAR)
            if self.lex[at].bits & (lx.COMP | lx.REL | lx.REFUSAL):
                return False
            if self.key[at] in self.pack.withholding:  # "said a worker who asked not to be named"
                return False
            if at in self.document.quote_at:
                return False
            if self.key[at] in self.pack.clause_marks or self.key[at] in self.pack.colons:
                return False
        return False

    def _may_open(self, index: int) -> bool:
        """Say whether a word that is a preposition as well may be a verb: it opens its clause."""
        before = self.key[index - 1] if index else "\n"
        if self._is_repeated(index):
            return False
        if self.lex[index].bits & lx.HOMOGRAPH:
            following = self.lex[index + 1].bits if index + 1 < len(self.lex) else 0
            return not before[:1].isalnum() or bool(following & lx.COMP)
        ends = before in self.pack.sentence_marks or before == "\n" or before in self.pack.colons
        joined = index > 0 and self.lex[index - 1].bits & lx.CONNECT and index + 1 < len(self.lex)
        if joined and self.lex[index + 1].bits & lx.COMP:
            return True  # "…, while (he) made clear that"
        if not self.lex[index].conj or ends:
            return ends or (before in self.pack.clause_marks and self._leads_to_clause(index))
        return not before[:1].isalnum() or any(
            self.lex[at].bits & lx.COMP for at in range(index + 1, min(index + 8, len(self.lex)))
        )

    def _leads_to_clause(self, index: int) -> bool:
        """Say whether "that", or a colon, follows before the next mark: a verb with its subject."""
        for at in range(index + 1, min(index + REPEATED, len(self.lex))):
            if self.key[at] in self.pack.clause_marks or self.lex[at].bits & lx.REL:
                return False
            if self.key[at] in self.pack.colons:
                human = lx.ROLE | lx.UNNAMED | lx.TITLE | lx.GIVEN
                return at > index + 1 and bool(self.lex[index + 1].bits & human)
            governed = any(self.key[at] in form.governs for form in self.lex[index].cues)
            if self.lex[at].bits & lx.COMP or (governed and len(self.key[at]) > 1):
                return at > index + 1
        return False

    def _is_repeated(self, index: int) -> bool:
        """Say whether a preposition comes again, joined on: "between us and between them"."""
        key = self.key[index]
        stem = next(
            (key[1:] for c in self.pack.lexicon.morphology.conjunctions if key[:1] == c), ""
        )
        apart = index > 0 and self.key[index - 1] in self.pack.clause_marks
        reach = FAR if apart and not self._is_that_near(index) else REPEATED
        for at in range(index - 1, max(0, index - reach), -1):
            if (self.key[at] in self.pack.clause_marks and reach != FAR) or not stem:
                return False
            if self.key[at].startswith(stem) and self.pack.is_preposition(stem):
                return True
        return False

    def _is_that_near(self, index: int) -> bool:
        """Say whether "that" stands shortly behind a word."""
        near = self.lex[index + 1 : index + REPEATED]
        return any(one.bits & lx.COMP for one in near)

    def _ends_aside(self, index: int) -> bool:
        """Say whether "to that", a set phrase of two words, ends before a token."""
        if index < 2 or not self.lex[index - 1].bits & lx.DEM:
            return False
        match = self.pack.asides.match(self.lex, index - 2, index)
        return match is not None and match[1] == 2

    def _is_apart(self, index: int) -> bool:
        """Say whether a mark stands before a token, or a complementiser after it."""
        before = self.key[index - 1] if index else "\n"
        following = self.lex[index + 1].bits if index + 1 < len(self.lex) else 0
        joined = self.lex[index].conj and not self.lex[index].bits & lx.BODY  # "and (the) league"
        return not before[:1].isalnum() or bool(following & lx.COMP) or bool(joined)

    def _is_state(self, index: int) -> bool:
        """Say whether an indefinite plural follows a definite noun: how they did what they did."""
        before = self.lex[index - 1] if index else None
        return before is not None and (before.article or before.base != before.stem)

    def _form(self, index: int) -> CueForm | None:
        """Return the reading of a cue that its place admits."""
        lexeme = self.lex[index]
        if not lexeme.cues:
            return None
        before = self.lex[index - 1] if index else None
        noun = (
            lexeme.article
            or bool(lexeme.prep)
            or (
                before is not None
                and bool(before.bits & (lx.PREP | lx.DEM))
                and not before.bits & (lx.NEG | lx.CONNECT)
                and not before.article
                and not self._ends_aside(index)
                and not self._is_aside(index - 1)
            )
        )
        both = lexeme.cue_features & NOUN and lexeme.cues[-1].features & OBJECT
        noun = noun or bool(both and not self._opens(index))  # "his saying", not "(who) said it"
        noun = noun or self._is_refused(index)
        if lexeme.prep and not lexeme.article:  # "in order to answer": a verb all the same
            verb = next((f for f in lexeme.cues if f.features & IMPF), None)
            if verb is not None:
                return verb
        if (
            before is not None
            and before.bits & (lx.MASDAR | lx.OPENER)
            and not before.article
            and not self._is_aside(index - 1)
        ):
            noun = noun or (any(form.features & NOUN for form in lexeme.cues) and not lexeme.conj)
        if lexeme.features & lx.ACCUSATIVE or key_ends(
            lexeme.key, self.pack.lexicon.morphology.accusative
        ):
            nouns = [f for f in lexeme.cues if f.features & NOUN]
            done = before is not None and before.bits & lx.AUX and not before.bits & lx.VERB
            if nouns and not (lexeme.conj or done):
                return nouns[0]
        if not noun and self.pack.accusative_mark and self._is_marked(index):
            state = next((form for form in lexeme.cues if form.features & HAL), None)
            if state is not None:
                return state
            noun = True
        fitting = [form for form in lexeme.cues if noun == bool(form.features & NOUN)]
        if fitting:  # "asking" (accusative) rather than "the two demanded"
            states = [form for form in fitting if not self._is_accusative(index, form)]
            return states[0] if states else None
        pointed = before is not None and before.bits & lx.DEM and not before.bits & lx.PREP
        if noun and pointed and not lexeme.article and not lexeme.prep:
            return lexeme.cues[0]  # "behind that, said X": no noun that it points to
        return None if noun or self._is_accusative(index, lexeme.cues[0]) else lexeme.cues[0]

    def _is_refused(self, index: int) -> bool:
        """Say whether a noun of saying is what is refused ("X declined | to mention more")."""
        lexeme = self.lex[index]
        if lexeme.conj or not lexeme.cue_features & NOUN:
            return False
        for at in range(index - 1, max(index - REFUSED, -1), -1):
            before = self.lex[at]
            if not before.is_word or before.bits & (lx.COMP | lx.PREP | lx.REL) or before.conj:
                return bool(before.bits & lx.REFUSAL and before.conj)
            if before.bits & lx.REFUSAL:
                return not (before.article or before.prep)
            if before.cue_features & FINITE and not before.article:
                return False
        return False

    def _is_marked(self, index: int) -> bool:
        """Say whether a vowel sign at a word's end tells that it is no verb."""
        return self.pack.accusative_mark in self.document.tokens.words(index, index + 1)[-2:]

    def _opens(self, index: int) -> bool:
        """Say whether a clause begins with a word: joined on, first of all, or relative."""
        before = self.key[index - 1] if index else "\n"
        if self.lex[index].conj or before == "\n" or before in self.pack.sentence_marks:
            return True
        return bool(self.lex[index - 1].bits & (lx.REL | lx.AUX | lx.NEG | lx.CONNECT))

    def _is_aside(self, index: int) -> bool:
        """Say whether a word is a whole set phrase ("likewise")."""
        if not self.lex[index].bits & lx.PHRASE:
            return False
        return self.pack.asides.match(self.lex, index, index + 1) is not None

    def _is_accusative(self, index: int, form: CueForm) -> bool:
        """Say whether a verb's dual is but a noun in the accusative ("a record")."""
        if not form.features & DUAL or not form.features & PERF or self.lex[index].conj:
            return False
        if index and self.lex[index - 1].bits & lx.AUX:
            return False
        ending = self.pack.lexicon.morphology.accusative
        key = self.key[index]
        return bool(ending and self.pack.lexicon.bits(key.removesuffix(ending)) & lx.HEADS)

    def _as_said(self, first: int, verb: int, last: int) -> Candidate | None:
        """Read "as X said": the phrase counts only before a verb of saying."""
        if (
            verb < last
            and not (self._is_manner(verb - 1) and verb - 1 == first)
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
                    if also and self.lex[index].bits & lx.RELAY:
                        if self._trails(first, index, last):
                            return Candidate(first, index + 1, "as_said", form)
                        return Candidate(index, index + 1, "relay", form)
                    if also and "c" in form.governs:
                        return None  # "the minister also inspected"
                    if also and (
                        self.lex[index].bits & lx.SUPPORT or self._says_itself(index, form, last)
                    ):
                        return Candidate(index, index + 1, "verb", form)
                    if also and not self._is_said_by(index + 1, form, last):
                        return None  # "it also sent to X …", "X also finishes the film"
                    if also and self._is_thing(index + 1, last):
                        return None
                    return Candidate(first, index + 1, "as_said", form)
            if not self.lex[index].bits & lx.AUX:
                break
        return None

    def _trails(self, first: int, verb: int, last: int) -> bool:
        """Say whether "as X reported" closes a sentence: an outlet that quotes nobody."""
        apart = first > 0 and not self.key[first - 1][:1].isalnum()
        rest = range(verb + 1, last)
        outlet = verb + 1 < last and (
            self.lex[verb + 1].bits & lx.MEDIA or self.lex[verb + 1].outlet
        )
        return apart and bool(outlet) and len(rest) <= REPEATED and not any(
            self.lex[i].bits & lx.COMP or self.key[i] in self.pack.relay_from for i in rest
        )  # fmt: skip

    def _is_said_by(self, index: int, form: CueForm, last: int) -> bool:
        """Say whether who says so may follow "as" and a verb: no preposition leads to it."""
        if index >= last or "t" in form.governs:
            return True
        if "q" in form.governs:
            return False
        return not self.lex[index].bits & lx.PREP or self.lex[index].article

    def _is_thing(self, index: int, last: int) -> bool:
        """Say whether a deed or a thing follows, which no verb of saying has for its subject.

        A preposition leads to it or somebody's it is: "it also pointed to a lack", "she also
        pursued her studies".
        """
        lexeme = self.lex[index] if index < last else None
        if lexeme is None or lexeme.outlet or not lexeme.bits & (lx.NOUN | lx.MASDAR):
            return False
        if lexeme.bits & (
            lx.ROLE | lx.UNNAMED | lx.TITLE | lx.BODY | lx.DOC | lx.MEDIA | lx.NAME | lx.PRESS
        ):
            return False
        return bool(lexeme.prep) or lexeme.base != lexeme.stem

    def _says_itself(self, index: int, form: CueForm, last: int) -> bool:
        """Say whether "as" before a verb means "also": the verb has a content of its own."""
        end = index + 1
        while end < last and self.key[end] not in self.pack.clause_marks:
            end = self.document.skip(end)
        if end < last - 1 and self.key[index - 1] in self.pack.simply_as and not self._goes_on(end):
            end = last
        verb = Candidate(index, index + 1, "verb", form)
        opening = self.openings.find(verb, form.governs, end, Sentence(index, end, 0))
        return opening is not None and (
            opening.kind != "object" or opening.content > index + 1 or form.governs >= {"o"}
        )

    def _goes_on(self, mark: int) -> bool:
        """Say whether a quotation or a verbless clause goes on after a mark."""
        return mark + 1 in self.document.quote_at

    def _qualifies(self, index: int) -> bool:
        """Say whether a feminine participle is an adjective of the indefinite noun before it."""
        lexeme, at = self.lex[index], index - 1
        if lexeme.conj or not lexeme.features & FEM:
            return False
        while at > 0 and self.lex[at].bits & (lx.ADJ | lx.DEMONYM):
            if self.lex[at].article or self.lex[at].bits & NOMINAL & ~lx.DEMONYM:
                break
            at -= 1
        noun = self.lex[max(at, 0)]
        if noun.article or noun.base != noun.stem or noun.bits & lx.NAME:
            return False
        return bool(noun.bits & NOMINAL) and bool(noun.features & (FEM | PLUR))


def key_ends(key: str, ending: str) -> bool:
    """Say whether a word has an ending; no word has an empty one."""
    return bool(ending) and key.endswith(ending)
