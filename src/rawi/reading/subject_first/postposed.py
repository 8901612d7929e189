"""Subjects behind their verb with what is said behind them, and subjects left out.

A language may put who speaks between the verb and its content ("Dijo el ministro que …",
`[order] free`), or leave out who spoke before ("Añadió que …", `[order] drops_subject`).
"""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.contents import Contents
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.groups import Group
from rawi.reading.subject_first.inversion import Inversion
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.stretches import Opening

#: So many appositions stand between a subject and what it says.
ADDITIONS: Final = 3
#: So many tokens before a verb may be an adjunct's, where its subject is left out.
LEAD: Final = 40
#: A writing stands so near before the relative that means it, in tokens.
NEAR: Final = 3
#: Where somebody spoke, between two commas, is told in fewer tokens.
ASIDE: Final = 10
#: What may stand between the head of a clause and a verb without a subject.
_LIGHT: Final = w.ADV | w.TIME | w.LINK | w.OBJ | w.NEG | w.REFLEX | w.CONJ
_SOMEBODY: Final = w.ROLE | w.PERSON | w.BODY | w.MEDIA | w.TITLE | w.GIVEN | w.PRON | w.PLACE


class Postposed:
    """Finds what stands behind the verbs of one document, and tells whose subject is left out."""

    def __init__(
        self, document: Document, phrases: Phrases, contents: Contents, inversion: Inversion
    ) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.phrases = phrases
        self.contents = contents
        self.inversion = inversion
        self._meanwhile = document.grammar.words_of("meanwhile")
        self._where = document.grammar.words_of("place_relatives")
        self._clitics = document.grammar.words_of("object_clitics")
        self._plural = document.grammar.words_of("plural_have")

    def read(self, group: Group, last: int) -> tuple[Range, Opening] | None:
        """Return the subject right behind a verb, and where what it says opens."""
        if not self.grammar.free:
            return None
        at = self.inversion.past_asides(group.last, last)
        if at >= last or not self.phrases.starts(at, last) or self.word[at].bits & w.COMP:
            return None
        end = self.inversion.name_end(at, self.phrases.end(at, last))
        if end <= at or not self._is_somebody(at, end):
            return None
        for _ in range(ADDITIONS + 1):
            opening = self._opening(group, end, last)
            if opening is not None:
                return (at, end), opening
            step = self._addition(end, last)
            if step is None:
                return None
            end = step
        return None

    def _opening(self, group: Group, end: int, last: int) -> Opening | None:
        """Return what opens right behind a subject: a clause, a quotation, another noun phrase."""
        begin = end + 1 if end < last and self.key[end] == "," else end
        if begin >= last:
            return None
        if begin > end and not self._leads(begin):
            return None
        found = self.contents.opening(begin, last, group.cue)
        if found is None or found.kind == "bare":
            return None
        if found.kind == "object":
            if self.has_object(group):
                return None
            near = found.at == end and self.word[end].is_word and not self.word[end].bits & w.TIME
            return found if near else None
        return found

    def has_object(self, group: Group) -> bool:
        """Say whether a pronoun before a verb is its object already: "Lo anunció X"."""
        return any(self.key[i] in self._clitics for i in range(group.first, group.last))

    def _leads(self, at: int) -> bool:
        """Say whether content opens at a token at once, after the comma that ends an apposition."""
        return bool(self.word[at].bits & w.COMP) or at in self.document.quote_at

    def _addition(self, end: int, last: int) -> int | None:
        """Return the end of an apposition behind a subject, no relative clause."""
        if end >= last or self.word[end].is_word:
            return None
        comma = self.key[end] == ","
        if comma and end + 1 < last and self.word[end + 1].bits & w.REL:
            return None
        step = self.phrases.addition(end, last)
        return step if step is not None and step > end else None

    def _is_somebody(self, first: int, end: int) -> bool:
        """Say whether the head of a phrase may speak; a paper or a thing is rather an object."""
        stop = next(
            (i for i in range(first + 1, end) if self.word[i].bits & w.PREP), end
        )  # what it is of tells nothing
        if first + 1 == stop and self.word[first].bits & w.PRON:
            return True
        words = self.word[first:stop]
        return any(o.bits & _SOMEBODY & ~w.PRON or (o.upper and o.is_word) for o in words)

    def joins(self, verb: int, begin: int) -> bool:
        """Say whether a verb has its subject from the clause before: "a la vez que recordaba"."""
        if not self.grammar.drops_subject:
            return False
        while verb > begin and self.word[verb - 1].is_word and self._is_light(verb - 1):
            verb -= 1
        if (
            verb > begin + 3
            and self.word[verb - 1].bits & w.REL
            and self.word[verb - 2].bits & w.PREP
        ):
            told = w.DOC | w.POST | w.OCCASION  # "una nota in cui precisa"
            return any(o.bits & told for o in self.word[max(begin, verb - 5) : verb - 2])
        if verb <= begin + 1 or not self.word[verb - 1].bits & (w.COMP | w.REL):
            return False
        if self.key[verb - 1] in self._where:
            return self._tells_there(verb - 1, begin)  # "un vídeo donde dice"
        return self.key[verb - 2] in self._meanwhile or self._is_inside(verb - 1, begin)

    def _is_inside(self, relative: int, begin: int) -> bool:
        """Say whether a relative means where it is said: "un comunicado en el que insta"."""
        if relative - 3 <= begin or not self.word[relative - 1].bits & w.DET:
            return False
        led = bool(self.word[relative - 2].bits & w.PREP)
        return led and self._tells_there(relative - 2, begin)

    def _tells_there(self, index: int, begin: int) -> bool:
        """Say whether a relative at a token is of a writing or an occasion: "un vídeo de ayer"."""
        comma = not self.word[index - 1].is_word
        near = self.word[max(begin, index - comma - NEAR) : index - comma]
        told = w.DOC | w.POST | w.OCCASION
        return all(word.is_word for word in near[-1:]) and any(o.bits & told for o in near)

    def behalf(self, group: Group, begin: int) -> Range | None:
        """Return whose people say it: "Desde la alcaldía aseguran que …"."""
        if not self.grammar.drops_subject or not self.number(group) & w.PLUR:
            return None
        while begin < group.first and (
            not self.word[begin].is_word or self.word[begin].bits & (w.CONJ | w.LINK | w.ADV)
        ):
            begin += 1
        match = self.grammar.behalf.match(self.word, begin, group.first)
        if match is None or match.end >= group.first:
            return None
        end = self.phrases.end(match.end, group.first)
        rest = self.word[end : group.first]
        light = all(o.bits & _LIGHT or o.key == "," for o in rest)
        who = w.BODY | w.MEDIA | w.PLACE
        words = self.word[match.end : end]
        return (match.end, end) if light and any(o.bits & who or o.upper for o in words) else None

    def is_dropped(self, group: Group, begin: int) -> bool:
        """Say whether a verb has no subject of its own: it opens its clause, or an adjunct does."""
        if not self.grammar.drops_subject:
            return False
        at = group.first
        strong = (i for i in range(at - 1, begin, -1) if self.key[i] in self.grammar.strong_marks)
        begin = next(strong, begin - 1) + 1
        while at > begin and self.word[at - 1].is_word and self._is_light(at - 1):
            at -= 1
        if at <= begin or not self.word[begin].is_word:
            return at <= begin or self._is_headed(begin, at)
        return self._is_headed(begin, at)

    def _is_headed(self, begin: int, at: int) -> bool:
        """Say whether only an adjunct, or nothing, stands between a clause's head and a verb."""
        if self.key[at - 1] in self.grammar.strong_marks or self.key[at - 1] in ".\n\u2014\u2013":
            return True
        while begin < at and (not self.word[begin].is_word or self._is_light(begin)):
            begin += 1
        if begin >= at:
            return True
        if at - begin > LEAD or not self.word[begin].bits & (w.PREP | w.SUB | w.SPEAKTO):
            return self.key[begin].endswith(self.grammar.gerund_endings)
        return not any(self.word[i].bits & w.COMP for i in range(max(begin, at - 2), at))

    def _is_light(self, index: int) -> bool:
        bits = self.word[index].bits
        return bool(bits & _LIGHT) and not bits & (w.DET | w.PRON | w.HEADS)

    def past_way(self, at: int, last: int) -> int:
        """Return the mark after where somebody spoke: "según dijo la jueza a EFE, …"."""
        if not self.grammar.free:
            return at
        for _ in range(ADDITIONS):
            while at < last and self.word[at].is_word and at not in self.document.quote_at:
                at += 1
            shut = self._aside_end(at, last)
            if shut is None:
                break
            at = shut
        return at

    def _aside_end(self, comma: int, last: int) -> int | None:
        """Return the comma after a phrase with a preposition or a time between two commas."""
        if comma + 1 >= last or self.key[comma] != ",":
            return None
        opens = self.word[comma + 1]
        shut = next((i for i in range(comma + 1, last) if not self.word[i].is_word), last)
        told = opens.bits & (w.PREP | w.TIME) and not opens.bits & w.DET
        near = shut - comma <= ASIDE and shut < last and self.key[shut] == ","
        verbs = any(self.phrases.is_verb(i) for i in range(comma + 1, shut))
        return shut if told and near and not verbs else None

    def lead(self, first: int, at: int, opened: int) -> list[Range]:
        """Return the subject of what a quotation goes on with: "X, según dijo Y, «sigue»"."""
        comma = at - 1
        if not self.grammar.free or comma <= first or self.key[comma] != ",":
            return []
        if opened not in self.document.quote_at or self.word[opened + 1].upper:
            return []
        whole = self.phrases.starts(first, comma) and self.phrases.whole_end(first, comma) >= comma
        return [(first, comma)] if whole else []

    def goes_on(self, first: int, comma: int, end: int, last: int) -> bool:
        """Say whether a clause goes on behind who says so: "La obra, según dijo X, | va bien"."""
        if (
            not self.grammar.free
            or self.key[comma] != ","
            or end >= last - 1
            or self.key[end] != ","
        ):
            return False
        led = bool(self.word[first].bits & (w.PREP | w.SUB)) and not self.word[first].bits & w.DET
        return self.inversion.is_parted_clause(first, comma, end + 1, last, led=led)

    def is_said(self, index: int) -> bool:
        """Say whether a verb stands behind a word that may cite as well: "según | explicó X"."""
        word = self.word[index]
        noun = w.HEADS | w.THING | w.OCCASION | w.POST | w.DET
        finite = any(cue.form & w.FINITE for cue in word.cues) or word.bits & (w.HAVE | w.VERB)
        return bool(finite) and not word.upper and not word.bits & noun

    def number(self, group: Group) -> int:
        """Return what a verb group tells of its subject's number."""
        aux = any(self.key[i] in self._plural for i in range(group.first, group.last))
        plural = aux or (group.cue.features & w.PLUR and group.cue.form & w.FINITE)
        return w.PLUR if plural else w.SING
