"""Where the content of a cue begins, and who stands between the two."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Candidate, Opening, Range
from rawi.reading.inflect import FEM, HAL, MASC, OBJECT, PLUR
from rawi.reading.lexicon import CueForm, agrees
from rawi.reading.nouns import NounPhrases

#: How far from its cue a content may begin, in tokens (a quotation counts as one).
REACH: Final = 70
#: A quotation of at most so many words may be a name ("the company “Blue Sky”").
NAME_WORDS: Final = 5


_DEEDS: Final = lx.MASDAR | lx.NOUN
_SOMEBODY: Final = lx.BODY | lx.ROLE | lx.UNNAMED


class Openings:
    """Finds the beginnings of contents in one document."""

    def __init__(self, document: Document, nouns: NounPhrases) -> None:
        self.document = document
        self.pack = document.pack
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.nouns = nouns
        self.clause_openers = document.pack.clause_openers

    def find(
        self, cue: Candidate, governs: frozenset[str], limit: int, sentence: Sentence
    ) -> Opening | None:
        """Return where the content of a cue begins, before `limit`; None where it has none."""
        found = self._marked(cue, governs, limit, sentence)
        if "r" in governs:
            bare = self._object(cue, governs, self._edge(cue, governs, limit))
            if bare is not None:
                return bare
        if found is not None and found.kind == "colon":
            return found
        if (
            found is not None
            and found.kind == "clause"
            and not self._belongs_to_noun(found.at, governs)
        ):
            return found
        if found is not None and found.kind == "preposition" and "a" in governs:
            return found
        if "o" in governs:
            edge = limit if found is None or self._may_be_name(found) else found.at
            bare = self._object(cue, governs, edge)
            whole = bare is not None and bare.content == self.skip(cue.last, limit)
            if bare is not None and not (
                whole
                and cue.kind != "noun"
                and found is not None
                and found.kind == "preposition"
                and self.key[found.at] in governs
                and self._may_head(bare.content)
            ):
                return bare
        return found

    def _is_time(self, index: int) -> bool:
        """Say whether a token tells the day, and nothing else."""
        return self.key[index] in self.pack.days

    def _may_head(self, index: int) -> bool:
        """Say whether a phrase that begins at a token may be a subject as well as an object."""
        heads = lx.ROLE | lx.UNNAMED | lx.TITLE | lx.BODY | lx.DOC | lx.NAME | lx.QUANTITY
        return self.lex[index].article or bool(self.lex[index].bits & heads)

    def _edge(self, cue: Candidate, governs: frozenset[str], limit: int) -> int:
        """Return the first governed preposition after a verb that must have an object before it."""
        for index in range(cue.last, min(limit, cue.last + REACH)):
            lexeme, key = self.lex[index], self.key[index]
            if key in governs or (
                lexeme.prep and lexeme.prep in governs and not lexeme.bits & lx.PLACE
            ):
                return index
            if (lexeme.bits & lx.COMP and key[:1] in governs) or (
                key[:1] in governs and (len(key) == 1 and index + 1 in self.document.quote_at)
            ):
                return index
        return limit

    def _belongs_to_noun(self, index: int, governs: frozenset[str]) -> bool:
        """Say whether a complementiser hangs on a noun before it ("the need that …")."""
        before = self.lex[index - 1]
        if before.bits & lx.PREP and not self.nouns.has_pronoun(index - 1):
            return True
        stuck = self.key[index][:1]
        if self.lex[index].prep or (
            stuck in self.pack.stuck
            and stuck not in governs
            and self.pack.lexicon.bits(self.key[index][1:]) & lx.COMP
        ):  # "the claim (bi-) that", yet "the source explained (bi-) that"
            noun = index - 1
            while self.lex[noun].article and self.lex[noun].bits & lx.ADJ:
                noun -= 1
            said = stuck in self.pack.place_prepositions and self._may_head(noun)
            return not said or bool(self.lex[noun].bits & (lx.MASDAR | lx.OPENER))
        if self.lex[index - 2].bits & (lx.NUMBER | lx.QUANTITY):
            return False
        if before.bits & lx.TITLE:
            return False
        return bool(before.bits & (lx.MASDAR | lx.OPENER)) and not before.article

    # -- marked by a word or a mark --------------------------------------------

    def _marked(
        self, cue: Candidate, governs: frozenset[str], limit: int, sentence: Sentence
    ) -> Opening | None:
        index = cue.last
        spare: Opening | None = None
        last, quote_at = min(limit, sentence.last), self.document.quote_at
        for _ in range(REACH):
            if index >= last:
                break
            if self.lex[index].inert and self.key[index] not in governs:
                index += 1
                continue
            if index > cue.last and self._breaks(index):
                break
            found = self._at(index, cue, governs, limit, sentence)
            if found is not None:
                if found.kind == "preposition" and (
                    self.lex[found.at].prep or self.lex[found.content].bits & _SOMEBODY
                ):
                    found = self._clause_after(found, cue, governs, limit) or found
                if found.kind == "preposition":
                    if "a" not in governs:
                        found = self._again_stuck(found, limit) or found
                    return self._colon_after(found, limit, sentence) or found
                if not self._may_be_name(found):
                    return found
                spare = spare or found
            index = self.document.skip(index) if index in quote_at else index + 1
        return spare

    def _clause_after(
        self, opening: Opening, cue: Candidate, governs: frozenset[str], limit: int
    ) -> Opening | None:
        """Return the clause that comes after a governed preposition in the source's phrase.

        The same stuck preposition opens it ("…, bi-anna …"), or the phrase ends with a name.
        """
        prep = self.lex[opening.at].prep
        of_somebody = not prep and bool(self.lex[opening.content].bits & _SOMEBODY)
        for index in range(opening.at + 1, min(limit, opening.at + 24)):
            if of_somebody and self.key[index] in self.pack.clause_marks:
                return None
            if self.lex[index].bits & lx.COMP and (
                self.key[index].startswith(prep) if prep else self.nouns.is_name(index - 1)
            ):
                return self._clause(index, cue, governs)
            named = index in self.document.quote_at and self.is_name(index)
            if (index in self.document.quote_at and not named) or self.key[index] in (
                self.pack.colons
            ):
                return None
        return None

    def _again_stuck(self, opening: Opening, limit: int) -> Opening | None:
        """Return where the same stuck preposition opens again after one that is an adjective's.

        "officials (who are) included in the decisions doubted (bi-) their legality"
        """
        prep, before = self.lex[opening.at].prep, self.lex[opening.at - 1]
        if not prep or not (before.article and before.features & lx.OBLIQUE):
            return None
        for index in range(opening.at + 1, min(limit, opening.at + 12)):
            if self.key[index] in self.pack.clause_marks or index in self.document.quote_at:
                return None
            if self.lex[index].prep == prep and not self.lex[index].bits & lx.PLACE:
                return Opening("preposition", index, index)
        return None

    def _colon_after(self, opening: Opening, limit: int, sentence: Sentence) -> Opening | None:
        """Return the colon and quotation that follow a governed phrase ("in a word: …")."""
        for index in range(opening.at, min(limit, sentence.last, opening.at + 14)):
            if index in self.document.quote_at or self.lex[index].bits & lx.COMP:
                return None
            if self.key[index] in self.pack.clause_marks:
                return None
            if self.key[index] in self.pack.colons:
                found = self._colon(index, sentence)
                quoted = found is not None and found.content in self.document.quote_at
                return found if quoted else None
        return None

    def _may_be_name(self, opening: Opening) -> bool:
        """Say whether a quotation is so short that a better opening after it wins."""
        quote = self.document.quote_at.get(opening.content)
        return (
            opening.kind == "quote"
            and quote is not None
            and (
                self.document.tokens.count_words(quote.open, quote.close) <= NAME_WORDS
                and self.key[opening.at - 1] not in self.pack.colons
            )
        )

    def _breaks(self, index: int) -> bool:
        """Say whether a new clause begins at a token, so that no content is looked for after it."""
        if self.key[index - 1] not in self.pack.clause_marks:
            return False
        lexeme = self.lex[index]
        if lexeme.bits & (lx.COMP | lx.PRON | lx.REL):
            return False
        joined = bool(lexeme.conj) and not lexeme.bits & (lx.ROLE | lx.NAME | lx.TITLE | lx.ADJUNCT)
        return joined or (bool(lexeme.bits & lx.CONNECT) and not lexeme.bits & lx.PREP)

    def _at(
        self, index: int, cue: Candidate, governs: frozenset[str], limit: int, sentence: Sentence
    ) -> Opening | None:
        key, lexeme = self.key[index], self.lex[index]
        if not lexeme.is_word:
            if index in self.document.quote_at:
                return self._quotation(index, cue, limit, sentence)
            if key in self.pack.colons:
                return self._colon(index, sentence)
        elif lexeme.bits & lx.COMP:
            return self._clause(index, cue, governs)
        if lexeme.bits & lx.QUESTION and "k" in governs:
            return Opening("clause", index, index)
        if key in governs or (lexeme.conj and key[len(lexeme.conj) :] in governs):
            return self._preposition(index, cue, governs, limit)
        if lexeme.prep in governs and lexeme.prep and index >= cue.last:
            return self._stuck(index, cue)
        if (
            key[:1] in governs
            and len(key) > 2
            and not lexeme.bits
            and not lexeme.cues
            and (index == cue.last or self.nouns.is_closed(index - 1))
            and not self.lex[index - 1].bits & lx.GIVEN
        ):
            return Opening("preposition", index, index)
        if key[:1] in governs and len(key) == 1 and index + 1 in self.document.quote_at:
            return Opening("preposition", index, index + 1)
        return None

    def _quotation(
        self, index: int, cue: Candidate, limit: int, sentence: Sentence
    ) -> Opening | None:
        quote = self.document.quote_at[index]
        if self.is_name(index) and not self._ends_clause(quote.after, sentence):
            return None
        if self.is_name(index) and self.lex[index - 1].bits & (lx.MEDIA | lx.BODY | lx.NETWORK):
            return None
        if index - 1 >= cue.last and self.key[index - 1] in self.pack.addressing:
            return None
        return Opening("quote", index, index)

    def is_name(self, index: int) -> bool:
        """Say whether a quotation looks like a name and not like something said."""
        quote = self.document.quote_at[index]
        if self.document.tokens.count_words(quote.open, quote.close) > NAME_WORDS:
            return False
        before = self.lex[index - 1] if index else None
        if before is None or self.key[index - 1] in self.pack.colons:
            return False
        naming = lx.MEDIA | lx.BODY | lx.GENERIC | lx.NETWORK | lx.PROGRAMME | lx.DOC
        if before.bits & (naming | lx.ROLE | lx.DEMONYM | lx.NOUN) and not before.cues:
            return True
        return (
            bool(before.bits & lx.PREP)
            or self.key[index - 1] in self.pack.loose
            or bool(before.article)
        )

    def _ends_clause(self, index: int, sentence: Sentence) -> bool:
        return index >= sentence.last or (
            not self.key[index][:1].isalnum() and index not in (self.document.quote_at)
        )

    def _colon(self, index: int, sentence: Sentence) -> Opening | None:
        start = index + 1
        if start >= len(self.key) or not self.document.tokens.count_words(start, sentence.last):
            return self._next_paragraph(index)
        if self.lex[start].bits & lx.COMP:
            return Opening("clause", start, start + 1)
        return Opening("colon", index, start)

    def _next_paragraph(self, index: int) -> Opening | None:
        """Return the quotation that opens the paragraph after a colon that ends its own."""
        at = index + 1
        while at < len(self.key) and self.key[at] == "\n":
            at += 1
        return Opening("colon", index, at) if at in self.document.quote_at else None

    def _clause(self, index: int, cue: Candidate, governs: frozenset[str]) -> Opening | None:
        if "t" not in governs:
            return None
        if index > cue.last:
            before = self.lex[index - 1]
            if before.bits & lx.VERB and not before.bits & (lx.HEADS | lx.NAME | lx.PLACE):
                return None  # "should not that": another verb's clause
            joined = self.pack.topics.match(self.lex, index - 1, index + 1)
            if joined is not None and joined[1] > 1 and self.key[index - 1] not in governs:
                return None
            if (
                before.bits & lx.PREP
                and not self.nouns.has_pronoun(index - 1)
                and self.key[index - 1] not in governs
                and not (before.bits & lx.NOMINAL_PREP and self.key[index - 1] in governs)
            ):
                return None
        kept = self.lex[index].bits & lx.KEPT
        start = index if kept else index + 1
        if start < len(self.key) and self.key[start] in self.pack.clause_marks:
            start += 1
        return Opening("clause", index, start)

    def _preposition(
        self, index: int, cue: Candidate, governs: frozenset[str], limit: int
    ) -> Opening | None:
        start = index + 1
        if start + 1 >= limit:
            return None
        if self.key[start] in self.pack.clause_marks and self.lex[start + 1].bits & lx.COMP:
            start += 1
        lexeme = self.lex[start]
        if lexeme.bits & lx.COMP:
            return Opening("clause", start, start if lexeme.bits & lx.KEPT else start + 1)
        if lexeme.bits & lx.DEM and not self.lex[start + 1].article:
            return None  # "commented on that"
        if start in self.document.quote_at and "q" in governs:
            return Opening("quote", index, start)
        on_network = (
            lexeme.bits & lx.NETWORK
            and start + 1 < limit
            and (self.lex[start + 1].outlet or start + 1 in self.document.quote_at)
        )
        if lexeme.bits & (lx.PRESS | lx.TIME) or on_network:
            return None
        if (
            lexeme.bits & lx.MEDIA
            and not lexeme.bits & lx.MASDAR
            and self.key[index] in self.pack.through
        ):
            return None
        if (
            lexeme.bits & lx.OCCASION
            and not lexeme.article
            and index > cue.last
            and not lexeme.bits & lx.NOUN
        ):
            return None
        if (
            self.key[index] in self.pack.nominal
            and index > cue.last
            and not self.nouns.is_closed(index - 1)
        ):
            return None
        if lexeme.bits & lx.PLACE and self.key[index] in self.pack.nominal:
            return None
        if self.key[index] in self.pack.nominal and self._again_after_name(index, limit):
            return None
        if lexeme.bits & (lx.PLACE | _SOMEBODY) and self._again_after_comma(index, limit):
            return None
        return Opening("preposition", index, start)

    def _again_after_comma(self, index: int, limit: int) -> bool:
        """Say whether the same preposition opens again after a comma: this one tells of whom."""
        for at in range(index + 1, min(limit - 1, index + 8)):
            if self.key[at] in self.pack.clause_marks:
                return bool(self.key[at + 1] == self.key[index])
        return False

    def _again_after_name(self, index: int, limit: int) -> bool:
        """Say whether the same preposition comes again after a name: this one is in the source."""
        named = False
        for at in range(index + 1, min(limit, index + 12)):
            if self.key[at] == self.key[index]:
                return named
            if self.key[at] in self.pack.clause_marks:
                return False
            named = named or bool(self.lex[at].bits & lx.GIVEN)
        return False

    def _stuck(self, index: int, cue: Candidate) -> Opening | None:
        lexeme = self.lex[index]
        if lexeme.bits & (lx.OCCASION | lx.PRESS | lx.PLACE | lx.NETWORK) and not lexeme.bits & (
            lx.MASDAR | lx.NOUN
        ):
            return None
        if lexeme.bits & lx.PREP and not lexeme.bits & (lx.NOUN | lx.MASDAR):
            return None
        if self.pack.asides.match(self.lex, index, index + 3):
            return None
        return Opening("preposition", index, index)

    # -- bare objects ----------------------------------------------------------

    def _object(self, cue: Candidate, governs: frozenset[str], limit: int) -> Opening | None:
        """Return where a bare object begins: after the subject, or at once."""
        form = cue.form
        if form is not None and form.features & OBJECT:
            return None
        first = self.skip(cue.last, limit)
        while first < limit - 1 and self.lex[first].bits & lx.TIME and self._is_time(first + 1):
            first += 1
        if first < limit and self._is_time(first):
            first = self.skip(first + 1, limit)
        if first >= limit:
            return None
        if self.lex[first].bits & lx.PREP and not self.lex[first].bits & lx.OPENER:
            first = self._past_adjuncts(first, limit, governs)
            if first < limit and self._is_content_later(first, first):
                return Opening("object", first, first)
        if first >= limit or self._quotes(first, limit):
            return None
        if self._is_content(first) or (form is not None and self._is_no_name(first, form)):
            return Opening("object", first, first)
        if not self.nouns.starts(first, limit):
            return None
        if cue.kind == "noun":  # nobody is named between it and what it is about
            return Opening("object", first, first)
        if form is not None and form.features & HAL:  # its subject stands before it
            lexeme = self.lex[first]
            if "a" in governs and self._is_person(first):
                at = self._past_adjuncts(self.nouns.end(first, limit, objects=True), limit, governs)
                if at < limit and self._is_content_later(at, at):
                    return Opening("object", at, at)
            return None if lexeme.prep or lexeme.bits & lx.PREP else Opening("object", first, first)
        end = self.nouns.end(first, limit, objects=True)
        if "r" in governs and end >= limit and self._is_lone(first, cue):
            return Opening("object", first, first)
        if end < limit and self.lex[end].bits & _SOMEBODY and self.nouns.is_name(end - 1):
            end = self._past_apposition(end, limit)
        start = self._past_adjuncts(end, limit, governs)
        if "a" in governs and start < limit and self._is_person(start):
            end = self.nouns.end(start, limit, objects=True)
            start = self._past_adjuncts(end, limit, governs)
        if start < limit and self._is_content_later(start, end):
            return Opening("object", start, start)
        without = cue.last - cue.first > 2  # a phrase that negates: the subject stands before it
        alone = not self.document.tokens.count_words(start, limit)
        if alone and (without or self._may_be_object(first, end, cue)):
            return Opening("object", first, first)
        if "a" in governs:
            asked = self._asked(first, end)
            if asked is not None:
                return Opening("object", asked, asked)
        last = self._last_object(first, end)
        if last is not None and (start >= limit or self.key[end] in self.pack.clause_marks):
            return Opening("object", last, last)
        return None

    def _past_apposition(self, index: int, limit: int) -> int:
        """Pass over who a name is ("X, governor of Y"), where what is said still follows."""
        end = self.nouns.end(index, limit, objects=True)
        start = self._past_adjuncts(end, limit, frozenset())
        return end if start < limit and self.nouns.opens_content(start) else index

    def _is_no_name(self, index: int, form: CueForm) -> bool:
        """Say whether a noun that is a first name as well cannot be the verb's subject."""
        lexeme = self.lex[index]
        both = lexeme.bits & lx.GIVEN and lexeme.bits & lx.NOUN
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
            if (
                lexeme.article
                and not lexeme.prep
                and not lexeme.conj
                and lexeme.bits & (lx.NOUN | lx.MASDAR)
            ):
                if not self._is_construct(index - 1) and not lexeme.bits & (
                    lx.FAMILY | lx.DEMONYM | lx.ADJ
                ):
                    return index
        return None

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

    def _is_content(self, index: int) -> bool:
        return self.nouns.opens_content(index) and not self.lex[index].bits & lx.PREP

    def _is_content_later(self, index: int, end: int) -> bool:
        """Say whether an object may begin at a token after the subject's phrase."""
        lexeme = self.lex[index]
        if lexeme.bits & (lx.COMP | lx.CONNECT | lx.NEG | lx.AUX | lx.REL) and not (
            lexeme.bits & lx.OPENER
        ):
            return False
        if lexeme.prep or lexeme.bits & (lx.PREP | lx.TIME) or lexeme.conj:
            return False
        if not self.key[index][:1].isalnum():
            return False
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
        if lexeme.bits & (lx.CONNECT | lx.PREP | lx.TIME):
            return False
        heads = lx.ROLE | lx.UNNAMED | lx.BODY | lx.TITLE | lx.NAME | lx.DOC | lx.SPEAKS
        if lexeme.bits & heads and not lexeme.bits & (lx.NOUN | lx.MASDAR):
            return False
        return bool(lexeme.bits & (lx.NOUN | lx.MASDAR | lx.DEM | lx.QUANTITY))

    def skip(self, index: int, limit: int) -> int:
        """Pass over set phrases, marks and times."""
        while index < limit:
            match = self.pack.asides.match(self.lex, index, limit)
            if match is not None and not self._points(index, limit):
                index += match[1]
            elif (
                self.key[index] in self.pack.clause_marks
                or (self.lex[index].bits & lx.TIME and not self.lex[index].bits & _DEEDS)
                or self._is_date(index, limit)
            ):
                index += 1
            else:
                break
        return index

    def _points(self, index: int, limit: int) -> bool:
        """Say whether a demonstrative points to the noun after it: no set phrase."""
        dem = self.lex[index].bits & lx.DEM
        return bool(dem) and index + 1 < limit and self.lex[index + 1].article

    def _is_date(self, index: int, limit: int) -> bool:
        """Say whether a number or a slash stands before a month ("Sunday 19 July / Tammuz")."""
        follows = index + 1 < limit and self.lex[index + 1].bits & lx.TIME
        return bool(follows) and bool(self.lex[index].bits & lx.NUMBER or self.key[index] == "/")

    def _past_adjuncts(self, index: int, limit: int, governs: frozenset[str]) -> int:
        """Pass over what tells time, place and occasion between subject and object."""
        while index < limit:
            at = self.skip(index, limit)
            if at >= limit:
                return limit
            lexeme = self.lex[at]
            stuck = self.key[at] in self.pack.loose and at + 1 in self.document.quote_at
            if not (lexeme.bits & lx.PREP or lexeme.prep or lexeme.bits & lx.TIME or stuck):
                return at
            ahead = self._adjunct_end(at, limit)
            if ahead == at:
                return at
            index = ahead
        return index

    def _adjunct_end(self, index: int, limit: int) -> int:
        """Return the token after an adjunct: a mark, or an object that follows it."""
        at = index + 1
        while at < limit:
            if self.key[at] in self.pack.clause_marks:
                return at
            if at > index + 1 and self.nouns.opens_content(at) and self.nouns.is_closed(at - 1):
                return at
            if self._is_owned(at - 1) and self.lex[at].article and not self.lex[at].bits & lx.ADJ:
                return at
            if at > index + 1 and self._is_new_noun(at):
                return at
            at = self.document.skip(at)
        return limit

    def _is_new_noun(self, index: int) -> bool:
        """Say whether a definite noun cannot belong to the plural of persons before it."""
        if self.nouns.cannot_follow(index):
            return True
        lexeme, before = self.lex[index], self.lex[index - 1]
        return bool(
            lexeme.article
            and lexeme.bits & (lx.NOUN | lx.MASDAR)
            and not lexeme.bits & lx.ADJ
            and before.article
            and before.features & lx.OBLIQUE
        )

    def _is_owned(self, index: int) -> bool:
        """Say whether a pronoun is stuck to a noun, so that no genitive can follow it."""
        return self.lex[index].base != self.lex[index].stem

    # -- between cue and content -----------------------------------------------

    def source(
        self, first: int, opening: Opening, form: CueForm
    ) -> tuple[Range | None, Range | None]:
        """Return the phrase after the cue that names who speaks, and the source it quotes.

        The second is there only where the first is a relay ("the site, quoting X").
        """
        start = self.skip(first, opening.at)
        if start >= opening.at or not self.nouns.starts(start, opening.at):
            relayed = self._relayed(start, opening.at)
            if relayed is not None:
                return None, relayed
            start = self._late_start(start, opening.at)
            if start < 0:
                return None, None
        objects = opening.kind == "object"
        end = self.nouns.end(start, opening.at, objects=objects or "a" in form.governs)
        if end <= start:
            return None, None
        relayed = self._relayed(end, opening.at)
        if "a" in form.governs and self._is_addressee(start, form, first):
            return None, None
        if form.features & OBJECT and not self._may_speak(start):
            return None, None
        if not self._may_speak(start):
            return None, None
        return (start, end), relayed

    def _late_start(self, index: int, limit: int) -> int:
        """Return where a source begins that an adjunct separates from its cue; -1 for none."""
        at = index
        steps = 0
        somebody = lx.ROLE | lx.TITLE | lx.GIVEN
        while at < limit and steps < 24:
            steps += 1
            if self.lex[at].bits & somebody:
                return -1  # the adjunct names whom they met
            if self.key[at] in self.pack.clause_marks and at + 1 < limit:
                following = self.skip(at + 1, limit)
                if following < limit and self.nouns.starts(following, limit):
                    human = lx.ROLE | lx.UNNAMED | lx.TITLE | lx.BODY | lx.GIVEN | lx.DEMONYM
                    if self.lex[following].bits & human:
                        return following
            at = self.document.skip(at)
        return -1

    def _relayed(self, index: int, limit: int) -> Range | None:
        """Return the source that the phrase before it quotes: "…, quoting three people"."""
        at = next((i for i in range(index, limit) if self._quotes(i, limit)), limit)
        if at >= limit:
            return None
        match = self.pack.cue_phrases.match(self.lex, at, limit)
        if match is None or match[0] != "according":
            return None
        start = at + match[1]
        if start < limit and (self.nouns.starts(start, limit) or self.lex[start].prep):
            return start, self.nouns.end(start, limit)
        return None

    def _quotes(self, index: int, limit: int) -> bool:
        if not self.lex[index].bits & lx.PHRASE or self.document.quote_over(index):
            return False
        match = self.pack.cue_phrases.match(self.lex, index, limit)
        return match is not None and match[0] == "according"

    def _is_addressee(self, index: int, form: CueForm, after: int) -> bool:
        """Say whether the phrase after a verb is spoken to, not speaking: case or gender tell."""
        lexeme = self.lex[index]
        if lexeme.features & lx.OBLIQUE and lexeme.bits & (lx.ROLE | lx.UNNAMED | lx.DEMONYM):
            return True
        if lexeme.bits & lx.PRESS or (self._is_owned(index) and lexeme.features & PLUR):
            return True
        cue = self.lex[after - 1]
        if (cue.conj or cue.bits & lx.HOMOGRAPH) and lexeme.base in self.pack.collectives:
            return True
        return not agrees(form.features, lexeme.features) and not lexeme.bits & lx.NAME

    def _may_speak(self, index: int) -> bool:
        lexeme = self.lex[index]
        if index in self.document.quote_at:
            return True
        if lexeme.bits & lx.PRESS and not lexeme.bits & lx.ROLE:
            return False
        if lexeme.prep:
            return False
        return not (
            lexeme.bits & (lx.MASDAR | lx.OPENER)
            and not lexeme.article
            and not (lexeme.bits & (lx.ROLE | lx.BODY | lx.DOC | lx.NAME | lx.QUANTITY | lx.TITLE))
        )
