"""Verbs of saying that say nothing where they stand: passives, amounts, rulings."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.clauses.heads import Heads
from rawi.reading.clauses.joints import Joints
from rawi.reading.clauses.openings import Openings
from rawi.reading.clauses.part import Part
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Candidate, Draft, Opening
from rawi.reading.inflect import FEM, HAL, IMPF, OBJECT, PLUR
from rawi.reading.lexicon import CueForm

#: What may be told something, or tell it: no thing has an amount that one "tells".
_HEARS: Final = (
    lx.ROLE | lx.UNNAMED | lx.TITLE | lx.BODY | lx.DOC | lx.NAME | lx.MEDIA | lx.PRESS
    | lx.SPEAKS | lx.OFFICE | lx.DEMONYM | lx.PLACE | lx.QUANTITY | lx.PRON
)  # fmt: skip
#: What somebody is held for is told in so many tokens after whom or what one judges.
JUDGED: Final = 9
#: "any" or "more of" stands before the information that somebody gives, in tokens.
INFORMATION: Final = 3


class LookAlikes(Part):
    """Tells the verbs of one document whose form or object shows that they attribute nothing."""

    def __init__(
        self, document: Document, openings: Openings, joints: Joints, heads: Heads
    ) -> None:
        super().__init__(document)
        self.openings = openings
        self.joints = joints
        self.heads = heads

    def says_nothing(self, draft: Draft, candidate: Candidate, form: CueForm,
                     opening: Opening, sentence: Sentence) -> bool:  # fmt: skip
        """Say whether a verb with an opening is a passive, an amount or a ruling."""
        governs = form.governs
        if form.features & OBJECT and draft.source is None and self._is_hedged(candidate):
            return True
        if "r" in governs and self._is_without_object(candidate, form, opening):
            return True
        if "d" in governs and self._is_deemed(draft, candidate, form, opening, sentence):
            return True
        if "d" in governs and self._is_held_so(candidate, form, opening):
            return True
        if "h" in governs and self._is_of_thing(candidate, form):
            return True
        if "j" in governs and opening.kind == "object" and not self._is_judged(opening.content):
            return True
        if "i" in governs and not self.is_information(opening):
            return True
        if "y" in governs and not self._is_attack(opening.content):
            return True
        if self._is_passive_subject(draft, form, opening):
            return True
        return "l" in governs and self._is_ruling(draft, opening)

    def is_information(self, opening: Opening) -> bool:
        """Say whether what is given is something one tells: "(gave no) further | details"."""
        told = self.key[opening.content : opening.content + INFORMATION]
        if opening.kind != "object":
            return False
        return any(self.lex[opening.content + at].base in self.pack.information or
                   key in self.pack.information for at, key in enumerate(told))  # fmt: skip

    def _is_attack(self, index: int) -> bool:
        """Say whether somebody may say to have done what stands at a token."""
        ending, attacks = self.pack.lexicon.morphology.accusative or "\0", self.pack.attacks
        told = self.lex[index : index + INFORMATION]
        return any(
            one.base in attacks or one.stem.removesuffix(ending) in attacks for one in told
        )  # fmt: skip

    def _is_passive_subject(self, draft: Draft, form: CueForm, opening: Opening) -> bool:
        """Say whether a bare noun after a verb is in the nominative: "a date was not set".

        As an object it would have the ending of the accusative, unless a genitive follows.
        """
        at, ending = opening.content, self.pack.lexicon.morphology.accusative
        if opening.kind != "object" or draft.source is not None or not form.features & IMPF:
            return False
        if not ending or form.features & (OBJECT | HAL) or at + 1 >= len(self.lex):
            return False
        noun, after = self.lex[at], self.lex[at + 1]
        bare = not (noun.article or noun.prep or noun.conj) and noun.base == noun.stem
        plain = noun.bits & lx.NOUN and not noun.bits & (
            lx.OPENER | lx.QUANTITY | lx.TIME | lx.NAME
        )
        marked = noun.key.endswith(ending) or noun.features & (FEM | PLUR | lx.ACCUSATIVE)
        if not (bare and plain) or marked or draft.cue[0][1] != at:
            return False
        quality = after.bits & lx.ADJ and not after.article
        return not after.is_word or bool(quality or after.prep or after.bits & lx.PREP)

    def _is_hedged(self, candidate: Candidate) -> bool:
        """Say whether a verb but tells what somebody calls it: "involved | in what it called …"."""
        first = candidate.first
        if first < 2 or self.key[first - 1] not in self.pack.fronting or self.lex[first].conj:
            return False
        return self.lex[first - 2].is_word

    def _is_without_object(self, candidate: Candidate, form: CueForm, opening: Opening) -> bool:
        """Say whether a verb that must have an object leads straight to its preposition.

        "(he was) accused of", "(it was) described as": nobody says who did it.
        """
        if form.features & OBJECT or opening.at != candidate.last:
            return False
        if opening.kind == "preposition":
            return True
        return opening.kind == "clause" and self.key[opening.at][:1] in form.governs

    def _is_deemed(self, draft: Draft, candidate: Candidate, form: CueForm,
                   opening: Opening, sentence: Sentence) -> bool:  # fmt: skip
        """Say whether something is held to be so, by nobody who is named.

        "X is considered one of the oldest": in the present, the verb opening its sentence,
        with the object right after it.
        """
        if not form.features & IMPF or form.features & OBJECT or candidate.negated:
            return False
        if opening.kind == "object" and self.key[opening.content] in self.pack.ranked:
            return True
        if opening.kind == "quote" and opening.content == candidate.last:
            return draft.source is not None and draft.source[1] <= candidate.first  # "X is “Y”"
        if opening.kind != "object":
            return False
        if draft.source is not None:
            end = draft.source[1]
            among = end < len(self.key) and self.key[end] in self.pack.who
            return among and draft.source[0] == candidate.last  # "X is considered | among"
        if opening.content != candidate.last:
            return False
        return candidate.first == sentence.first or self.lex[opening.content].bits & lx.DEM != 0

    def _is_held_so(self, candidate: Candidate, form: CueForm, opening: Opening) -> bool:
        """Say whether a relative clause tells what somebody is held for ("X, who is considered").

        What one who judges holds something for is told after its object.
        """
        if opening.kind in ("clause", "colon") or not form.features & IMPF:
            return False
        if form.features & OBJECT or candidate.negated:
            return False
        relative = self.joints.in_relative(candidate.first)
        return relative and not self._is_judged(candidate.last)

    def _is_of_thing(self, candidate: Candidate, form: CueForm) -> bool:
        """Say whether a thing stands right after a verb of telling somebody: it has an amount.

        "its length (tells, or) amounts to 72 km"
        """
        at = candidate.last
        if form.features & OBJECT or at >= len(self.lex):
            return False
        thing = self.lex[at]
        owned = thing.base != thing.stem  # "its weight"
        bare = not (thing.article or thing.prep or thing.conj) or owned
        deed = lx.MASDAR if not owned else 0
        return bool(bare and thing.bits & lx.NOUN) and not thing.bits & (_HEARS | deed)

    def _is_judged(self, first: int) -> bool:
        """Say whether it is told what an object is held for: "held the step | a prelude to".

        The second object is indefinite, in the accusative or in the feminine, or in marks.
        """
        if not self.heads.is_definite(first):
            return False
        for index in range(first + 1, min(first + JUDGED, len(self.lex))):
            lexeme = self.lex[index]
            if index in self.document.quote_at:
                return True
            if not lexeme.is_word or lexeme.bits & (lx.COMP | lx.REL) or lexeme.conj:
                return False
            if lexeme.article or lexeme.prep or not self.openings.nouns.is_closed(index - 1):
                continue
            ending = self.pack.lexicon.morphology.accusative
            marked = lexeme.features & lx.ACCUSATIVE or lexeme.key.endswith(ending or "\0")
            feminine = lexeme.features & FEM
            noun = lexeme.bits & (lx.NOUN | lx.MASDAR | lx.ADJ | lx.ROLE) or not lexeme.bits
            if noun and (marked or feminine) and not lexeme.bits & lx.TIME:
                return True
        return False

    def _is_ruling(self, draft: Draft, opening: Opening) -> bool:
        """Say whether a court does it, or with what crime follows: a conviction is no statement."""
        if draft.source is not None:
            head = self.lex[draft.source[0]]
            return head.base in self.pack.courts and opening.kind == "object"
        return False
