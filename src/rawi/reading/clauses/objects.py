"""Contents that are bare objects: no word and no mark leads to them."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.clauses.adjuncts import Adjuncts
from rawi.reading.clauses.part import SOMEBODY, Part
from rawi.reading.document import Document
from rawi.reading.drafts import Candidate, Opening
from rawi.reading.inflect import FEM, HAL, MASC, OBJECT, PLUR
from rawi.reading.lexicon import CueForm
from rawi.reading.nouns import NounPhrases

#: A clause about who speaks is no longer than this, in tokens.
ASIDE: Final = 20
#: Whom one asks are told in so many words, at most.
HEARERS: Final = 8


class Objects(Part):
    """Finds the objects of the verbs of a document."""

    def __init__(self, document: Document, nouns: NounPhrases, adjuncts: Adjuncts) -> None:
        super().__init__(document)
        self.nouns = nouns
        self.adjuncts = adjuncts

    def find(self, cue: Candidate, governs: frozenset[str], limit: int) -> Opening | None:
        """Return where a bare object begins: after the subject, or at once."""
        form = cue.form
        if form is not None and form.features & OBJECT:
            return self._deemed(cue, governs, limit)
        first = self.adjuncts.skip(cue.last, limit)
        while first < limit - 1 and self.lex[first].bits & lx.TIME and self._is_time(first + 1):
            first += 1
        if first < limit and self._is_time(first):
            first = self.adjuncts.skip(first + 1, limit)
        if first >= limit:
            return None
        if self.lex[first].bits & lx.PREP and not self.lex[first].bits & lx.OPENER:
            first = self.adjuncts.past_adjuncts(first, limit, governs)
            if first < limit and self._is_content_later(first, first):
                return Opening("object", first, first)
        if first >= limit or self.adjuncts.quotes(first, limit):
            return None
        if (
            self._is_content(first)
            and not self.lex[first].bits & lx.BODY
            and not self._points_to_somebody(first, limit)
            and not self._counts_somebody(first, limit)
        ) or (form is not None and self._is_no_name(first, form)):
            return Opening("object", first, first)
        if not self.nouns.starts(first, limit):
            return None
        if cue.kind == "noun":  # nobody is named between it and what it is about
            return Opening("object", first, first)
        if form is not None and form.features & HAL:  # its subject stands before it
            lexeme = self.lex[first]
            if "a" in governs and self._is_person(first):
                at = self.adjuncts.past_adjuncts(
                    self.nouns.end(first, limit, objects=True), limit, governs
                )
                if at < limit and self._is_content_later(at, at):
                    return Opening("object", at, at)
            return None if lexeme.prep or lexeme.bits & lx.PREP else Opening("object", first, first)
        end = self.nouns.end(first, limit, objects=True)
        if "r" in governs and form is not None and not form.features & OBJECT:
            apart = self._apart(first, end)
            if apart is not None:
                return Opening("object", apart, apart)
        if "r" in governs and end >= limit and self._is_lone(first, cue):
            last = self._last_object(first, end) if self._is_person(first) else None
            return Opening("object", last or first, last or first)
        if end < limit and self.lex[end].bits & SOMEBODY and self.nouns.is_name(end - 1):
            end = self._past_apposition(end, limit)
        start = self.adjuncts.past_adjuncts(end, limit, governs)
        if start >= limit and "r" in governs:
            start = self._past_statement(end, limit)
        behind = self._past_clause(start, limit)
        if behind is not None:
            return Opening("object", behind, behind)
        if start < limit and self._is_named_apart(start):
            start = self.adjuncts.past_adjuncts(
                self.nouns.end(start, limit, objects=True), limit, governs
            )
        if "a" in governs and start < limit and self._is_person(start):
            end = self.nouns.end(start, limit, objects=True)
            start = self.adjuncts.past_adjuncts(end, limit, governs)
        if start < limit and self._is_content_later(start, end):
            charged = "r" in governs and start > end and self.lex[start - 1].prep in governs
            begin = first if charged else start  # "accused | X in April of strikes"
            return Opening("object", begin, begin)
        if start == end < limit and self.nouns.is_other_in_marks(first, start):
            return Opening("object", start, start)  # "the brother blamed “a body” for …"
        without = cue.last - cue.first > 2  # a phrase that negates: the subject stands before it
        alone = not self.document.tokens.count_words(start, limit)
        if alone and (without or self._may_be_object(first, end, cue)):
            return Opening("object", first, first)
        if "a" in governs:
            asked = self._asked(first, end)
            if asked is not None:
                return Opening("object", asked, asked)
        last = self._last_object(first, end)
        if last is not None and (
            start >= limit or alone or self.key[end] in self.pack.clause_marks
        ):
            return Opening("object", last, last)
        return None

    def is_told_by_text(self, cue: Candidate, index: int) -> bool:
        """Say whether an indefinite document is all between a verb and a clause: "a study that"."""
        noun = index - 1
        while noun > cue.last and self.lex[noun].bits & (lx.ADJ | lx.DEMONYM):
            noun -= 1
        text = self.lex[noun]
        told = text.bits & lx.DOC and text.base in self.pack.any_document
        return bool(told) and noun == cue.last and cue.kind == "verb" and not text.article

    def past_hearers(self, found: Opening, governs: frozenset[str], limit: int) -> Opening | None:
        """Return what is asked, where the preposition but leads to those who are asked.

        "appealed (bi-) to the citizens | not to …", "addressed a call (ila) to X | (li-) to visit"
        """
        first = found.content
        hearer = self.lex[first].bits & (SOMEBODY | lx.QUANTITY | lx.TITLE)
        hearer = bool(hearer) or self.key[first] in self.pack.counterparts
        if not hearer or self.lex[first].bits & lx.MASDAR:
            return None
        for at in range(first + 1, min(limit, first + HEARERS)):
            deed = self.lex[at]
            led = deed.prep in governs or self.key[at - 1] in governs
            if led and deed.bits & lx.MASDAR and not deed.bits & (SOMEBODY | lx.PLACE):
                if deed.prep:
                    return Opening("preposition", at, at)
                return Opening("preposition", at - 1, at)
        end = self.nouns.end(first, limit, objects=True)
        start = self.adjuncts.skip(end, limit)
        if start >= limit or self.key[end] in self.pack.clause_marks:
            return None
        thing = self.lex[start]
        definite = thing.article and thing.bits & lx.MASDAR and not thing.bits & SOMEBODY
        if "o" in governs and (self.nouns.opens_content(start) or definite):
            return Opening("object", start, start)
        return None

    def _apart(self, first: int, end: int) -> int | None:
        """Return a verb's object that a comma parts from an office that nobody's name follows.

        "the spokesman of the ministry accused, | X of …": one word is no apposition of it.
        """
        inside = range(first + 1, end)
        mark = next((i for i in inside if self.key[i] in self.pack.clause_marks), None)
        if mark is not None and self._are_two(first, mark, end):
            return mark + 1  # "X, the defender of A, accused | the star of B, Y, of …"
        if mark is None or end - mark != 2 or not self.lex[first].bits & (lx.ROLE | lx.BODY):
            return None
        word = self.lex[mark + 1]
        name, none = lx.GIVEN | lx.FAMILY, lx.NOMINAL_PREP | lx.DEMONYM | lx.BODY
        before = self.lex[first:mark]
        named = any(lexeme.bits & name and not lexeme.bits & none for lexeme in before)
        family = word.bits & (lx.FAMILY | lx.GIVEN | lx.ROLE | lx.TITLE)
        return None if named or family or word.prep or word.conj else mark + 1

    def _are_two(self, first: int, mark: int, end: int) -> bool:
        """Say whether an office with a full name stands before a mark, and another behind it."""
        for begin, stop in ((first, mark), (mark + 1, end)):
            office = self.lex[begin].bits & (lx.ROLE | lx.UNNAMED)
            both = lx.GIVEN | lx.AMBIGUOUS
            named = any(one.bits & both == lx.GIVEN for one in self.lex[begin + 1 : stop - 1])
            if not office or not named:
                return False
        return True

    def past_field(
        self, cue: Candidate, at: int, governs: frozenset[str], limit: int
    ) -> int | None:
        """Return the preposition of what is asked, where the one at a token is in a body's name.

        "the office (li-) for human rights called on | the parties | (ila) to …"
        """
        first = self.adjuncts.skip(cue.last, limit)
        if "a" not in governs or not self.lex[at].prep or not first < at:
            return None
        if not self.lex[first].bits & (lx.BODY | lx.ROLE) or not self.lex[at - 1].article:
            return None
        end = self.nouns.end(first, limit, objects=True)
        if at < end < limit and self.key[end] in governs and self.nouns.is_name(end - 1):
            return end  # "the secretary (li-) of the pact, X, called | (ila) for …"
        hearer = self.lex[end] if at < end < limit else None
        if hearer is None or hearer.conj or hearer.prep or hearer.bits & lx.TIME:
            return None
        if not (hearer.article or hearer.bits & SOMEBODY or self.nouns.opens_another(end)):
            return None
        for index in range(max(end, at + 1), min(limit, end + HEARERS)):
            if self.key[index] in self.pack.clause_marks or self.lex[index].bits & lx.COMP:
                return None
            if self.key[index] in governs:
                return index
        return None

    def _past_statement(self, index: int, limit: int) -> int:
        """Return the body after "in a statement", where a verb has no other object.

        "the army accused in a statement | the forces of …"
        """
        if index + 2 >= limit or not self.lex[index].bits & lx.NOMINAL_PREP:
            return limit
        text, body = self.lex[index + 1], self.lex[index + 2]
        told = text.base in self.pack.statements and not text.article and text.base == text.stem
        return index + 2 if told and body.bits & SOMEBODY and not body.prep else limit

    def _deemed(self, cue: Candidate, governs: frozenset[str], limit: int) -> Opening | None:
        """Return what a verb of deeming takes its pronoun for ("considered it | an excuse")."""
        first = cue.last
        if "d" not in governs or first >= limit:
            return None
        lexeme = self.lex[first]
        thing = lexeme.bits & (lx.NOUN | lx.MASDAR | lx.DOC | lx.ADJ) or lexeme.features & (
            lx.ACCUSATIVE
        )
        somebody = lexeme.bits & (lx.ROLE | lx.UNNAMED | lx.NAME | lx.BODY | lx.PREP)
        bare = not (lexeme.article or lexeme.prep or lexeme.conj)
        return Opening("object", first, first) if thing and bare and not somebody else None

    def _past_clause(self, index: int, limit: int) -> int | None:
        """Return the deed behind a clause about who speaks: "X, who is …, announced | his …"."""
        if index + 2 >= limit or self.key[index] not in self.pack.clause_marks:
            return None
        opener = self.lex[index + 1]
        about = opener.conj and opener.bits & lx.PRON and opener.bits & ~lx.COMP
        if not about:
            return None
        marks = range(index + 2, min(limit - 1, index + 2 + ASIDE))
        close = next((at for at in marks if self.key[at] in self.pack.clause_marks), None)
        if close is None:
            return None
        deed = self.lex[close + 1]
        bare = not (deed.prep or deed.conj or deed.article or deed.bits & lx.HEADS & ~lx.MASDAR)
        return close + 1 if bare and deed.bits & lx.MASDAR else None

    def _is_named_apart(self, index: int) -> bool:
        """Say whether a comma parts a subject from its name ("spokesman for X, the lawyer Y")."""
        if self.key[index - 1] not in self.pack.clause_marks or index + 1 >= len(self.lex):
            return False
        title, name = self.lex[index], self.lex[index + 1]
        if title.bits & lx.GIVEN and self.nouns.is_full_name(index):
            end = self.nouns.end(index, len(self.lex), objects=True)
            return end < len(self.lex) and self.key[end] in self.pack.clause_marks
        titled = title.article and title.bits & (lx.TITLE | lx.ROLE)
        return bool(titled and name.bits & lx.GIVEN) and not name.prep

    def _past_apposition(self, index: int, limit: int) -> int:
        """Pass over who a name is ("X, governor of Y"), where what is said still follows."""
        end = self.nouns.end(index, limit, objects=True)
        start = self.adjuncts.past_adjuncts(end, limit, frozenset())
        return end if start < limit and self.nouns.opens_content(start) else index

    def _is_no_name(self, index: int, form: CueForm) -> bool:
        """Say whether a noun that is a first name as well cannot be the verb's subject."""
        lexeme = self.lex[index]
        both = lexeme.bits & lx.GIVEN and lexeme.bits & lx.NOUN and not self.nouns.is_surname(index)
        return bool(both and lexeme.features & FEM and form.features & MASC)

    def _asked(self, first: int, end: int) -> int | None:
        """Return the definite verbal noun that somebody is asked for."""
        for index in range(first + 1, end):
            lexeme = self.lex[index]
            if lexeme.article and not lexeme.prep and not lexeme.conj and lexeme.bits & lx.MASDAR:
                if not lexeme.bits & (lx.ROLE | lx.BODY) and not self._is_construct(index - 1):
                    return index
        return None

    def _last_object(self, first: int, end: int) -> int | None:
        """Return the noun at a phrase's end that must be the object for want of others."""
        for index in range(end - 1, max(first, end - 5), -1):
            lexeme = self.lex[index]
            if self.document.quote_over(index) is not None:
                return None  # a name in marks
            if (
                lexeme.article
                and not lexeme.prep
                and not lexeme.conj
                and lexeme.bits & (lx.NOUN | lx.MASDAR)
                and self.document.quote_over(index) is None
            ):
                told = lexeme.bits & (lx.FAMILY | lx.DEMONYM | lx.ADJ)
                if not self._is_construct(index - 1) and (not told or self._clashes(index)):
                    return index
        return None

    def _clashes(self, index: int) -> bool:
        """Say whether a noun that is an adjective as well cannot go on with the one before it."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        feminine = lexeme.features & FEM and not lexeme.bits & (lx.FAMILY | lx.DEMONYM)
        man = before.article and before.features & MASC and not before.features & PLUR
        return bool(feminine and man)

    def _is_person(self, index: int) -> bool:
        human = lx.ROLE | lx.UNNAMED | lx.BODY | lx.TITLE | lx.DEMONYM
        return bool(self.lex[index].bits & human) and not self.lex[index].bits & (
            lx.MASDAR | lx.OPENER
        )

    def _is_lone(self, first: int, cue: Candidate) -> bool:
        """Say whether a verb that must have an object has nothing else: the subject is dropped."""
        return not self.lex[first].bits & (lx.TITLE | lx.NAME) or bool(
            self.lex[first].bits & lx.NOUN
        )

    def _points_to_somebody(self, index: int, limit: int) -> bool:
        """Say whether "these" points to somebody after whom the object comes ("these states")."""
        if not self.lex[index].bits & lx.DEM or index + 1 >= limit:
            return False
        somebody = self.lex[index + 1]
        if not somebody.article or not somebody.bits & (SOMEBODY & ~lx.DOC):
            return False
        end = self.nouns.end(index, limit, objects=True)
        start = self.adjuncts.past_adjuncts(end, limit, frozenset())
        return start < limit and self._is_content_later(start, end)

    def _counts_somebody(self, index: int, limit: int) -> bool:
        """Say whether "a number of" opens a phrase of people after which the object comes.

        In the accusative, as an object, it would have the ending.
        """
        lexeme = self.lex[index]
        bare = not (lexeme.article or lexeme.prep or lexeme.conj)
        if not bare or not lexeme.bits & lx.QUANTITY or index + 2 >= limit:
            return False
        accusative = self.pack.lexicon.morphology.accusative
        of = self.lex[index + 1].bits & lx.REL and self.lex[index + 1].bits & lx.PREP
        start = index + 1 + bool(of)
        somebody = self.lex[start]
        human = somebody.bits & (SOMEBODY & ~lx.DOC | lx.TITLE | lx.DEMONYM)
        raised = of and lexeme.features & MASC and not self.key[index].endswith(accusative or "\0")
        if not human and not (raised and somebody.base != somebody.stem):
            return False
        end = self.nouns.end(index, limit, objects=True)
        start = self.adjuncts.past_adjuncts(end, limit, frozenset())
        return bool(raised) or (start < limit and self._is_content_later(start, end))

    def _is_content(self, index: int) -> bool:
        return self.nouns.opens_content(index) and not self.lex[index].bits & lx.PREP

    def _is_content_later(self, index: int, end: int) -> bool:
        """Say whether an object may begin at a token after the subject's phrase."""
        lexeme = self.lex[index]
        if lexeme.bits & (lx.COMP | lx.CONNECT | lx.NEG | lx.AUX | lx.REL) and not (
            lexeme.bits & lx.OPENER
        ):
            return False
        if self.adjuncts.is_nearness(index, len(self.lex)):
            return True
        if lexeme.prep or lexeme.bits & (lx.PREP | lx.TIME) or lexeme.conj:
            return False
        if not self.key[index][:1].isalnum():
            return self.nouns.is_doubted(index)
        return not lexeme.cues or self.nouns.opens_content(index) or lexeme.article

    def _is_construct(self, index: int) -> bool:
        """Say whether a noun waits for its genitive: it is no name and has no article."""
        lexeme = self.lex[index]
        nouns = (
            lx.NOUN | lx.MASDAR | lx.ROLE | lx.BODY | lx.DOC | lx.QUANTITY | lx.UNNAMED | lx.PREP
        )
        return (
            bool(lexeme.bits & nouns)
            and not lexeme.article
            and not lexeme.bits & (lx.NAME | lx.DEMONYM | lx.ADJ)
            and not lexeme.features & lx.NOMINATIVE
        )

    def _may_be_object(self, first: int, end: int, cue: Candidate) -> bool:
        """Say whether the only phrase after a verb is what is said, its subject being dropped."""
        lexeme = self.lex[first]
        if lexeme.bits & (lx.CONNECT | lx.PREP | lx.TIME | lx.UNNAMED):
            return False
        heads = lx.ROLE | lx.UNNAMED | lx.BODY | lx.TITLE | lx.NAME | lx.DOC | lx.SPEAKS
        if lexeme.bits & heads and not lexeme.bits & (lx.NOUN | lx.MASDAR):
            return False
        return bool(lexeme.bits & (lx.NOUN | lx.MASDAR | lx.DEM | lx.QUANTITY))

    def _is_time(self, index: int) -> bool:
        """Say whether a token tells the day, and nothing else."""
        return self.key[index] in self.pack.days
