"""Where the content of a cue begins."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.attributes import Attributes
from rawi.reading.clauses.adjuncts import Adjuncts
from rawi.reading.clauses.named_marks import NAME_WORDS, NamedMarks
from rawi.reading.clauses.objects import Objects
from rawi.reading.clauses.part import SOMEBODY
from rawi.reading.clauses.sources import Sources
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Candidate, Opening
from rawi.reading.inflect import FINITE, HAL
from rawi.reading.nouns import NounPhrases

#: How far content is looked for after its cue, in tokens.
REACH: Final = 70
#: An aside between commas is no longer than this, in tokens.
ASIDE: Final = 20


class Openings(NamedMarks):
    """Finds where the contents of a document's cues begin."""

    def __init__(self, document: Document, nouns: NounPhrases) -> None:
        super().__init__(document)
        self.nouns = nouns
        self.adjuncts = Adjuncts(document, nouns)
        self.objects = Objects(document, nouns, self.adjuncts)
        self.sources = Sources(document, nouns, self.adjuncts)
        self.attributes = Attributes(document)
        self.clause_openers = self.pack.clause_openers

    def find(
        self, cue: Candidate, governs: frozenset[str], limit: int, sentence: Sentence
    ) -> Opening | None:
        """Return where the content of a cue begins, before `limit`; None where it has none."""
        if cue.last < limit and self.key[cue.last] in self.pack.whom:
            if "a" in governs:
                cue = cue._replace(last=cue.last + 1)
            elif governs & {"o", "r"}:
                return Opening("object", cue.last, cue.last)
        issued = self._past_issuer(cue, limit)
        if issued is not None:
            cue = cue._replace(last=issued)
        found = self._marked(cue, governs, limit, sentence)
        if found is not None and found.kind == "preposition":
            held = self.attributes.withheld(cue.last, min(limit, cue.last + REACH))
            end = held and self.attributes.held_end(held, limit)
            if held and end and held < found.at < end:
                return self.find(cue._replace(last=end), governs, limit, sentence)
        if "r" in governs:
            bare = self._object(cue, governs, self._edge(cue, governs, limit), limit)
            if bare is not None:
                return bare
        if found is not None and found.kind == "colon":
            return found
        second = found is not None and found.kind == "clause" and "o" in governs and bool(
            self.lex[found.at].conj  # "denied X, and that Y": one of two contents
        )  # fmt: skip
        if (
            found is not None
            and found.kind == "clause"
            and not second
            and not self._belongs_to_noun(found.at, cue, governs)
        ):
            return found
        if found is not None and found.kind == "preposition" and "a" in governs:
            return self.objects.past_hearers(found, governs, limit) or found
        if "o" in governs:
            edge = limit if found is None or self._may_be_name(found) else found.at
            bare = self._object(cue, governs, edge, limit)
            whole = bare is not None and bare.content == self.adjuncts.skip(cue.last, limit)
            if (
                bare is not None
                and found is not None
                and self.sources.announces(cue, bare, found, limit)
            ):
                return found
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

    def _past_issuer(self, cue: Candidate, limit: int) -> int | None:
        """Return the end of a statement and of who issued it, right after a cue."""
        first = cue.last
        if first >= limit or self.lex[first].base not in self.pack.statements:
            return None
        reach = range(first + 1, min(limit, first + NAME_WORDS))
        if not any(self.nouns.issuer_at(first, index, limit) for index in reach):
            return None
        return self.nouns.end(first, limit, objects=True)

    def _object(
        self, cue: Candidate, governs: frozenset[str], edge: int, limit: int
    ) -> Opening | None:
        """Return the bare object of a verb before `edge`; a clause about its speaker is none."""
        bare = self.objects.find(cue, governs, edge)
        if bare is None:
            return None
        close = self._relative_end(cue.last, bare.content, edge)
        if close is not None:
            return self.objects.find(cue._replace(last=close + 1), governs, edge)
        held = self.attributes.withheld(cue.last, min(limit, cue.last + REACH))
        if held is None or held > bare.content:
            return bare
        end = self.attributes.held_end(held, limit)
        if bare.content >= end:
            return bare
        if end + 1 >= edge or self.key[end] not in self.pack.clause_marks:
            return None
        return self.objects.find(cue._replace(last=end + 1), governs, edge)

    def _relative_end(self, first: int, at: int, limit: int) -> int | None:
        """Return the comma that closes the clause about somebody in which a token stands.

        "revealed X, who heads the safety of vaccines, (about) …"
        """
        for index in range(max(first, at - REACH) + 1, at):
            relative = self.lex[index].bits & lx.REL and not self.lex[index].bits & lx.PREP
            if relative and self.key[index - 1] in self.pack.clause_marks:
                marks = range(index + 1, limit)
                close = next((i for i in marks if self.key[i] in self.pack.clause_marks), None)
                return close if close is not None and close > at else None
        return None

    def _may_head(self, index: int) -> bool:
        """Say whether a phrase that begins at a token may be a subject as well as an object."""
        heads = lx.ROLE | lx.UNNAMED | lx.TITLE | lx.BODY | lx.DOC | lx.NAME | lx.QUANTITY
        return self.lex[index].article or bool(self.lex[index].bits & heads)

    def _edge(self, cue: Candidate, governs: frozenset[str], limit: int) -> int:
        """Return the first governed preposition after a verb that must have an object before it."""
        aside = self.adjuncts.apposition(cue.last, limit)
        for index in range(cue.last, min(limit, cue.last + REACH)):
            if index in aside:
                continue
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

    def _belongs_to_noun(self, index: int, cue: Candidate, governs: frozenset[str]) -> bool:
        """Say whether a complementiser hangs on a noun before it ("the need that …")."""
        before = self.lex[index - 1]
        if before.bits & lx.PREP and not self.nouns.has_pronoun(index - 1):
            return self.key[index - 1] not in governs
        if self.objects.is_told_by_text(cue, index):
            return False
        stuck = self.key[index][:1]
        if "d" in governs and stuck in self.pack.stuck and before.article:
            return True  # "considered the decision (bi-) that it is a mistake"
        if self.lex[index].prep or (
            stuck in self.pack.stuck
            and stuck not in governs
            and self.pack.lexicon.bits(self.key[index][1:]) & lx.COMP
        ):  # "the claim (bi-) that", yet "the source explained (bi-) that"
            noun = index - 1
            if self._is_all_source(cue, index):
                return False
            if self.key[noun] in self.pack.clause_marks:
                return any(
                    self.lex[at].bits & lx.VERB or self.lex[at].cue_features & FINITE
                    for at in range(cue.last, noun)
                )
            while self.lex[noun].article and self.lex[noun].bits & lx.ADJ:
                noun -= 1
            said = stuck in self.pack.place_prepositions and self._may_head(noun)
            return not said or bool(self.lex[noun].bits & (lx.MASDAR | lx.OPENER))
        if self.lex[index - 2].bits & (lx.NUMBER | lx.QUANTITY):
            return False
        if before.bits & lx.TITLE or self.nouns.is_surname(index - 1):
            return False
        if before.bits & lx.ADJ and self.lex[index - 2].bits & (lx.UNNAMED | lx.ADJ):
            return False  # "an informed source", not "the beginning of"
        if before.bits & lx.NAME and self.lex[index - 2].bits & (lx.GIVEN | lx.TITLE):
            return False
        return bool(before.bits & (lx.MASDAR | lx.OPENER)) and not before.article

    def _is_all_source(self, cue: Candidate, index: int) -> bool:
        """Say whether all that stands before a clause is an unnamed source ("sources who …")."""
        start = cue.last
        if start >= index or not self.lex[start].bits & lx.UNNAMED or cue.kind != "verb":
            return False
        return not self.lex[start].article and self.nouns.end(start, index) == index

    def _marked(
        self, cue: Candidate, governs: frozenset[str], limit: int, sentence: Sentence
    ) -> Opening | None:
        index = cue.last
        spare: Opening | None = None
        last, quote_at = min(limit, sentence.last), self.document.quote_at
        for _ in range(REACH):
            if index >= last:
                break
            inert = self.lex[index].inert and self.key[index] not in governs
            if inert or self.is_due(index):
                index += 1
                continue
            if index > cue.last and self._breaks(index):
                resumed = self._past_aside(index, last) if "t" in governs else None
                if resumed is None:
                    break
                index = resumed
            found = self._at(index, cue, governs, limit, sentence)
            if found is not None:
                if found.kind == "preposition":
                    again = self._again_before_clause(found, limit)
                    found = (again and self._at(again, cue, governs, limit, sentence)) or found
                if found.kind == "preposition" and (
                    self.lex[found.at].prep
                    or self.lex[found.content].bits & SOMEBODY
                    or self._is_place_of_clause(found, governs, limit)
                ):
                    found = self._clause_after(found, cue, governs, limit) or found
                if found.kind == "preposition":
                    later = self.objects.past_field(cue, found.at, governs, limit)
                    if later is not None:
                        found = self._preposition(later, cue, governs, limit) or found
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
        of_somebody = not prep and bool(self.lex[opening.content].bits & SOMEBODY)
        for index in range(opening.at + 1, min(limit, opening.at + 24)):
            if of_somebody and self.key[index] in self.pack.clause_marks:
                return None
            if self.lex[index].bits & lx.COMP and (
                self.key[index].startswith(prep) or self._is_attached(opening.at - 1)
                if prep
                else self.nouns.is_name(index - 1)
                or self._is_called(cue, governs, index)
                or index == opening.content + 1
            ):
                return self._clause(index, cue, governs)
            named = index in self.document.quote_at and self.is_name(index)
            if (index in self.document.quote_at and not named) or self.key[index] in (
                self.pack.colons
            ):
                return None
        return None

    def _is_attached(self, index: int) -> bool:
        """Say whether a definite participle wants the preposition after it ("in charge of")."""
        lexeme = self.lex[index]
        return lexeme.article and lexeme.base in self.pack.governing

    def _is_place_of_clause(self, opening: Opening, governs: frozenset[str], limit: int) -> bool:
        """Say whether a definite noun that means no saying stands before the clause itself.

        "(He swore) at the door that …"
        """
        noun, index = self.lex[opening.content], opening.content + 1
        if "t" not in governs or index >= limit or not self.lex[index].bits & lx.COMP:
            return False
        return noun.article and not noun.bits & (lx.MASDAR | lx.OPENER | lx.DOC | lx.SPEECH)

    def _is_called(self, cue: Candidate, governs: frozenset[str], index: int) -> bool:
        """Say whether a noun's clause follows those it calls on ("an appeal to X (bi-) that")."""
        stuck = self.key[index][:1]
        return cue.kind == "noun" and stuck in self.pack.stuck and stuck in governs

    def _again_stuck(self, opening: Opening, limit: int) -> Opening | None:
        """Return where the same stuck preposition opens again after one that is an adjective's.

        "officials (who are) included in the decisions doubted (bi-) their legality"
        """
        prep, before = self.lex[opening.at].prep, self.lex[opening.at - 1]
        own = before.article and before.features & lx.OBLIQUE
        if not prep or not (own or self.nouns.is_seat_of_named(opening.at)):
            return None
        for index in range(opening.at + 1, min(limit, opening.at + 12)):
            if self.key[index] in self.pack.clause_marks or index in self.document.quote_at:
                return None
            if self.lex[index].prep == prep and not self.lex[index].bits & lx.PLACE:
                return Opening("preposition", index, index)
        return None

    def _again_before_clause(self, opening: Opening, limit: int) -> int | None:
        """Return where the same preposition stands right before a clause.

        "researchers of (min) the hospital X warned of (min) that": the first is the source's.
        """
        key = self.key[opening.at]
        if self.lex[opening.at].prep or self.lex[opening.content].bits & lx.COMP:
            return None
        for index in range(opening.at + 1, min(limit - 1, opening.at + REACH)):
            if self.key[index] in self.pack.clause_marks or index in self.document.quote_at:
                return None
            if self.lex[index].bits & lx.COMP and self.key[index] not in self.pack.clause_marks:
                return None
            if self.key[index] == key and self.lex[index + 1].bits & lx.COMP:
                return index
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
        if opening.kind != "quote" or quote is None or self.key[opening.at - 1] in self.pack.colons:
            return False
        words = self.document.tokens.count_words(quote.open, quote.close)
        if words > NAME_WORDS:
            return False
        led, inside = self.lex[opening.at - 1], self.lex[quote.open + 1]
        bare = opening.at == opening.content and words > 2
        saying = bare and bool(led.cue_features & HAL or self._is_whole_clause(opening))
        saying = saying or bool(words > 1 and inside.bits & lx.NEG)
        return not saying or bool(inside.bits & (SOMEBODY | lx.NAME | lx.TITLE | lx.MEDIA))

    def _breaks(self, index: int) -> bool:
        """Say whether a new clause begins at a token, so that no content is looked for after it."""
        if self.key[index - 1] not in self.pack.clause_marks:
            return False
        lexeme = self.lex[index]
        if lexeme.conj and self.pack.comments.match(self.lex, index, len(self.lex)) is not None:
            return True  # "…, which X called a lie"
        if lexeme.bits & (lx.COMP | lx.PRON | lx.REL | lx.NAMING):
            return False
        noun = lx.ROLE | lx.NAME | lx.TITLE | lx.ADJUNCT
        joined = bool(lexeme.conj) and not (lexeme.bits & noun or lexeme.article)
        return joined or (bool(lexeme.bits & lx.CONNECT) and not lexeme.bits & lx.PREP)

    def _past_aside(self, index: int, last: int) -> int | None:
        """Return where "that" opens a clause after an aside between commas, in which nobody speaks.

        "X holds, as she told us, | that …", "in the hall, where the crowd was waiting, | that …"
        """
        key = self.key[index]
        if key not in self.pack.because and key not in self.pack.simply_as:
            return None
        for at in range(index + 1, min(index + ASIDE, last - 1)):
            if at in self.document.quote_at or self.key[at] in self.pack.colons:
                return None
            if self.lex[at].bits & lx.COMP and self.lex[at].bits & ~lx.AUX & lx.COMP:
                return at if self.key[at - 1] in self.pack.clause_marks else None
        return None

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
            asks = "k" in governs and cue.kind != "noun"
            if not asks and self.is_whether(index, limit):
                return None
            return self._clause(index, cue, governs)
        if "k" in governs and (lexeme.bits & lx.QUESTION or self._asks(index, limit)):
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
            and not (index + 1 < limit and self.lex[index + 1].bits & lx.COMP)
        ):
            return Opening("preposition", index, index)
        if key[:1] in governs and len(key) == 1 and index + 1 in self.document.quote_at:
            return Opening("preposition", index, index + 1)
        return None

    def is_whether(self, index: int, limit: int) -> bool:
        """Say whether a conjunction that looks like "that" asks: "if X was behind it"."""
        return index + 1 < limit and self.key[index + 1] in self.pack.after_if.get(
            self.key[index], frozenset()
        )

    def _asks(self, index: int, limit: int) -> bool:
        """Say whether a preposition asks: "who (min) will pay", "from (min) where"."""
        if self.key[index] not in self.pack.who or index + 1 >= limit:
            return False
        following = self.lex[index + 1].bits
        if following & lx.QUESTION:
            return True
        return bool(following & lx.VERB) and not following & (lx.HEADS | lx.NAME | lx.PLACE)

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
        if self.lex[start].bits & lx.AUX and self.lex[start].conj in self.pack.consequent:
            return None  # "… has another story: for its reporter wrote"
        return Opening("colon", index, start)

    def _next_paragraph(self, index: int) -> Opening | None:
        """Return the quotation or the item that opens the line after a colon that ends its own."""
        at = index + 1
        while at < len(self.key) and self.key[at] == "\n":
            at += 1
        if at in self.document.quote_at:
            return Opening("colon", index, at)
        item = at < len(self.key) - 1 and self.key[at] in self.pack.bullets
        return Opening("colon", index, at + 1) if item else None

    def _clause(self, index: int, cue: Candidate, governs: frozenset[str]) -> Opening | None:
        led = self.key[index][:1] in self.pack.stuck and self.key[index][:1] in governs
        if not ("t" in governs or (led and "r" in governs)) or (
            cue.negated and self.key[index] in self.pack.nothing
        ):
            return None
        if index > cue.last:
            before = self.lex[index - 1]
            verb = before.bits & lx.VERB and not before.bits & (lx.HEADS | lx.NAME | lx.PLACE)
            if verb and not self._is_surname(index - 1):
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

    def _is_surname(self, index: int) -> bool:
        """Say whether a word that looks like a verb follows "ibn", or rules alone make it one."""
        if not index or self.lex[index].conj:
            return False
        named = self.lex[index - 1].bits & lx.GIVEN and self.lex[index].derived
        return bool(named or self.lex[index - 1].bits & lx.PARTICLE)

    def _preposition(
        self, index: int, cue: Candidate, governs: frozenset[str], limit: int
    ) -> Opening | None:
        start = index + 1
        if start + 1 >= limit:
            return None
        if self.key[start] in self.pack.clause_marks and self.lex[start + 1].bits & lx.COMP:
            start += 1
        lexeme = self.lex[start]
        posted = lexeme.bits & lx.POSTED_ON and lexeme.base != lexeme.stem
        if index > cue.last and self.lex[index - 1].bits & lx.RELAY:
            return None  # "quoting X"
        if index > cue.last and (posted or self._is_of_verb(index)):
            return None  # "published on its page"
        if index > cue.last + 1 and self._is_of_noun(index, limit):
            return None
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
        if lexeme.outlet and not lexeme.bits and self.key[index] in self.pack.through:
            return None  # "on Facebook"
        if self.key[index] in self.pack.through and self._is_channel(start, limit):
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
        if self.key[index] in self.pack.nominal and self.adjuncts.again_after_name(index, limit):
            return None
        if index - 1 == cue.last and self.adjuncts.again_after_envoys(index, limit):
            return None
        if lexeme.bits & (lx.PLACE | SOMEBODY) and self.adjuncts.again_after_comma(index, limit):
            return None
        return Opening("preposition", index, start)

    def _is_of_verb(self, index: int) -> bool:
        """Say whether a preposition belongs to a verb right before it that is no cue."""
        before, led = self.lex[index - 1], self.lex[index - 2]
        owned = before.derived and before.base != before.stem and led.bits & lx.DOC
        if owned and not led.article:
            return True  # "a notice (which it) addressed to"
        return bool(before.bits & lx.VERB) and not before.bits & (lx.HEADS | lx.NAME | lx.PLACE)

    def _is_of_noun(self, index: int, limit: int) -> bool:
        """Say whether a preposition belongs to the noun or adjective right before it.

        "while he inspected (his inspecting of) the works"; "the body in charge of elections that"
        """
        before, led = self.lex[index - 1], self.lex[index - 2]
        owned = before.base != before.stem
        writing = before.bits & (lx.DOC | lx.SAID_TO)  # "in his report | (he pointed) to"
        if owned and before.bits & (lx.MASDAR | lx.NOUN) and led.bits & lx.PREP and not writing:
            return True
        if before.base not in self.pack.governing or not (led.article and before.article):
            return False
        for at in range(index + 1, min(limit, index + 8)):
            if self.key[at] in self.pack.clause_marks or self.lex[at].bits & lx.COMP:
                return bool(self.lex[at].bits & lx.COMP)
        return False

    def _stuck(self, index: int, cue: Candidate) -> Opening | None:
        lexeme = self.lex[index]
        if index + 1 in self.document.quote_at and self._is_network(index + 1):
            return None  # on "Facebook"
        if lexeme.bits & (lx.OCCASION | lx.PRESS | lx.PLACE | lx.NETWORK) and not lexeme.bits & (
            lx.MASDAR | lx.NOUN
        ):
            return None
        if lexeme.bits & lx.PREP and not lexeme.bits & (lx.NOUN | lx.MASDAR):
            return None
        named = index + 1 in self.document.quote_at or (
            index + 1 < len(self.lex) and self.lex[index + 1].outlet
        )
        if lexeme.bits & lx.MEDIA and named:
            return None  # to whom it was said
        if lexeme.outlet and lexeme.prep and not lexeme.bits:
            return None  # "told Reuters", "on Facebook"
        if self.pack.asides.match(self.lex, index, index + 3):
            return None
        return Opening("preposition", index, index)
