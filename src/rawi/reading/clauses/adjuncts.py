"""What stands between a cue and its content and is neither source nor content."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.clauses.part import Part
from rawi.reading.document import Document
from rawi.reading.inflect import OBJECT
from rawi.reading.nouns import NounPhrases

#: A clause about who read or signed a text has so many tokens, at most.
TOLD: Final = 14
#: A subject with an apposition between commas has so many tokens, at most.
APPOSED: Final = 40
#: A day or a date in brackets has so many words, at most.
DATED: Final = 4
_DEEDS: Final = lx.MASDAR | lx.NOUN


class Adjuncts(Part):
    """Passes over set phrases, times, places and occasions in a document."""

    def __init__(self, document: Document, nouns: NounPhrases) -> None:
        super().__init__(document)
        self.nouns = nouns

    def skip(self, index: int, limit: int) -> int:
        """Pass over set phrases, marks and times."""
        while index < limit:
            match = self.pack.asides.match(self.lex, index, limit)
            if match is not None and not self._points(index, limit):
                index += match[1]
            elif self.key[index] == "(" and self._is_timed(index, limit):
                index = self._after_bracket(index, limit)
            elif (
                self.key[index] in self.pack.clause_marks
                or (self.lex[index].bits & lx.TIME and not self.lex[index].bits & _DEEDS)
                or self.key[index] in self.pack.days
                or self._is_time_of_day(index, limit)
                or self._is_date(index, limit)
            ):
                index += 1
            else:
                break
        return index

    def _is_timed(self, index: int, limit: int) -> bool:
        """Say whether a bracket holds a day or a date and nothing else ("today (Sunday)")."""
        close = self._after_bracket(index, limit) - 1
        inside = self.lex[index + 1 : close]
        return 0 < len(inside) <= DATED and all(w.bits & (lx.TIME | lx.NUMBER) for w in inside)

    def _points(self, index: int, limit: int) -> bool:
        """Say whether a demonstrative points to the noun after it: no set phrase."""
        dem = self.lex[index].bits & lx.DEM
        return bool(dem) and index + 1 < limit and self.lex[index + 1].article

    def _is_time_of_day(self, index: int, limit: int) -> bool:
        """Say whether a day follows a time of the day, or a time a preposition before a subject.

        "(said) in the evening of | yesterday (the minister)", "some days | before (the body)"
        """
        if index + 2 >= limit:
            return False
        lexeme, following, rest = self.lex[index : index + 3]
        if lexeme.article:  # "on (last) Thursday", "the day (before) yesterday"
            told = index and self.key[index - 1] in self.pack.days and lexeme.bits & lx.ADJ
            return bool(told) and not lexeme.bits & (lx.ROLE | lx.UNNAMED | lx.TITLE)
        if lexeme.bits & lx.TIME:
            return self.key[index + 1] in self.pack.days or self._ends_time(index)
        time = following.bits & lx.TIME and not (following.article or following.conj)
        if not time or not lexeme.bits & lx.PREP or lexeme.bits & lx.NOMINAL_PREP:
            return False
        return rest.is_word and not (rest.prep or rest.conj or rest.bits & lx.PREP)

    def _ends_time(self, index: int) -> bool:
        """Say whether a preposition leads to a time at a token ("some days before")."""
        before = self.lex[index - 1].bits if index else 0
        return bool(before & lx.PREP) and not before & lx.NOMINAL_PREP

    def _is_date(self, index: int, limit: int) -> bool:
        """Say whether a number or a slash stands before a month ("Sunday 19 July / Tammuz")."""
        follows = index + 1 < limit and self.lex[index + 1].bits & lx.TIME
        return bool(follows) and bool(self.lex[index].bits & lx.NUMBER or self.key[index] == "/")

    def past_adjuncts(self, index: int, limit: int, governs: frozenset[str]) -> int:
        """Pass over what tells time, place and occasion between subject and object."""
        while index < limit:
            at = self.skip(index, limit)
            if at >= limit:
                return limit
            if at and self._is_remarks(at):
                index = at + 1
                continue
            lexeme = self.lex[at]
            stuck = self.key[at] in self.pack.loose and self._is_marked(at + 1, limit)
            if not (lexeme.bits & lx.PREP or lexeme.prep or lexeme.bits & lx.TIME or stuck):
                return at
            if self.is_nearness(at, limit):
                return at
            ahead = self._adjunct_end(at, limit)
            if ahead == at:
                return at
            index = ahead
        return index

    def apposition(self, first: int, limit: int) -> range:
        """Return where it is told who a verb's subject is, between commas ("X, head of …, said").

        After the second comma the verb's object still follows, with its preposition.
        """
        marks = [i for i in range(first, min(limit, first + APPOSED))
                 if self.key[i] in self.pack.clause_marks]  # fmt: skip
        if len(marks) < 2 or marks[1] + 2 >= limit or marks[0] == first:
            return range(0)
        who, rest = self.lex[marks[0] + 1], self.lex[marks[1] + 1]
        told = who.bits & (lx.ROLE | lx.UNNAMED | lx.TITLE) and not (who.prep or who.conj)
        thing = rest.bits & (lx.DEM | lx.NOUN | lx.MASDAR | lx.QUANTITY) and not rest.conj
        if not told or not thing or rest.prep or rest.bits & lx.PREP:
            return range(0)
        return range(marks[0], marks[1])

    def again_after_comma(self, index: int, limit: int) -> bool:
        """Say whether the same preposition opens again after a comma: this one tells of whom."""
        for at in range(index + 1, min(limit - 1, index + 8)):
            if self.key[at] in self.pack.clause_marks:
                return bool(self.key[at + 1] == self.key[index])
        return False

    def again_after_name(self, index: int, limit: int) -> bool:
        """Say whether the same preposition comes again after a name: this one is in the source."""
        named = False
        for at in range(index + 1, min(limit, index + 12)):
            if self.key[at] == self.key[index]:
                return named
            if self.key[at] in self.pack.clause_marks:
                return False
            named = named or bool(self.lex[at].bits & lx.GIVEN)
        return False

    def again_after_envoys(self, index: int, limit: int) -> bool:
        """Say whether a preposition tells whom people stand for, and what is said has it again.

        "envoys (an) of the council and the party expressed (an) their hope"
        """
        envoys = self.lex[index - 1]
        if not envoys.bits & (lx.ROLE | lx.UNNAMED) or envoys.article or envoys.bits & lx.NAME:
            return False
        for at in range(index + 2, min(limit, index + 14)):
            if self.key[at] in self.pack.clause_marks:
                return False
            if self.key[at] == self.key[index]:
                return True
        return False

    def is_nearness(self, index: int, limit: int) -> bool:
        """Say whether a noun that may be a preposition has a deed after it ("the nearness of")."""
        lexeme = self.lex[index]
        if not lexeme.bits & lx.MASDAR or lexeme.article or index + 1 >= limit:
            return False
        deed = self.lex[index + 1]
        return bool(deed.bits & lx.MASDAR) and not (deed.article or deed.prep or deed.conj)

    def _told_end(self, index: int, limit: int) -> int | None:
        """Return the comma after who read or signed a text ("in a statement X signed, …")."""
        if index + 2 >= limit or not self.lex[index].bits & (lx.DOC | lx.OCCASION):
            return None
        verb = self.lex[index + 1]
        if self.lex[index].article or verb.conj or verb.prep or verb.base == verb.stem:
            return None
        if not (verb.bits & (lx.VERB | lx.MASDAR) or verb.cue_features & OBJECT):
            return None
        marks = range(index + 2, min(limit, index + TOLD))
        return next((i for i in marks if self.key[i] in self.pack.clause_marks), None)

    def _after_bracket(self, index: int, limit: int) -> int:
        """Return the token after a bracket; the one after its mark where it is never closed."""
        close = next((i for i in range(index + 1, limit) if self.key[i] == ")"), index)
        return close + 1

    def _is_marked(self, index: int, limit: int) -> bool:
        """Say whether a name in quotation marks or brackets may stand at a token."""
        return index in self.document.quote_at or (index < limit and self.key[index] == "(")

    def _adjunct_end(self, index: int, limit: int) -> int:
        """Return the token after an adjunct: a mark, or an object that follows it."""
        at = index + 1
        told = self._told_end(at, limit)
        if told is not None:
            return told
        if at < limit and self.key[index] in self.pack.days and self._is_thing(at):
            return at  # "yesterday | the framework of"
        if at < limit and self.nouns.has_pronoun(index):
            deed = self.lex[at].bits & lx.MASDAR and not self.lex[at].bits & (lx.ROLE | lx.BODY)
            if deed or self.nouns.opens_content(at):
                return at
        while at < limit:
            if self.key[at] in self.pack.clause_marks:
                return at
            if self.key[at] == "(":
                at = self._after_bracket(at, limit)
                continue
            if at > index + 1 and self.nouns.opens_content(at) and self.nouns.is_closed(at - 1):
                return at
            if self.is_owned(at - 1) and self.lex[at].article and not self.lex[at].bits & lx.ADJ:
                return at
            if at > index + 1 and self._is_new_noun(at):
                return at
            at = self.document.skip(at)
        return limit

    def _is_remarks(self, index: int) -> bool:
        """Say whether somebody's remarks follow a noun of time ("at the end of his remarks")."""
        spoken = self.lex[index].bits & (lx.SAID_TO | lx.OCCASION)
        return bool(spoken and self.lex[index - 1].bits & lx.TIME) and self.is_owned(index)

    def _is_thing(self, index: int) -> bool:
        """Say whether a definite thing stands at a token, no day and no ordinal."""
        lexeme = self.lex[index]
        thing = lexeme.bits & _DEEDS and not lexeme.bits & (lx.TIME | lx.ADJ | lx.ROLE)
        return lexeme.article and bool(thing) and self.key[index] not in self.pack.ordinals

    def _is_new_noun(self, index: int) -> bool:
        """Say whether a definite noun cannot belong to the plural of persons before it."""
        if self.nouns.cannot_follow(index):
            return True
        named = self.key[index - 1] in self.pack.closing_marks  # "to the channel “X” | the finding"
        if named and self.lex[index].article and self.lex[index].bits & lx.MASDAR:
            return not self.lex[index].bits & (lx.ADJ | lx.NAME | lx.DEMONYM)
        lexeme, before = self.lex[index], self.lex[index - 1]
        return bool(
            lexeme.article
            and lexeme.bits & (lx.NOUN | lx.MASDAR)
            and not lexeme.bits & lx.ADJ
            and before.article
            and before.features & lx.OBLIQUE
        )

    def is_owned(self, index: int) -> bool:
        """Say whether a pronoun is stuck to a noun, so that no genitive can follow it."""
        return self.lex[index].base != self.lex[index].stem

    def quotes(self, index: int, limit: int) -> bool:
        if not self.lex[index].bits & lx.PHRASE or self.document.quote_over(index):
            return False
        match = self.pack.cue_phrases.match(self.lex, index, limit)
        return match is not None and match[0] == "according"
