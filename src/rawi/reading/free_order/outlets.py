"""Outlets in a text whose names decline."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from rawi.authority.names import fold_words
from rawi.authority.outlets import Authority
from rawi.authority.table import LANGUAGES, Outlet
from rawi.reading.free_order import cases as c
from rawi.reading.free_order.grammar import CaseGrammar
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.outlets import Named, Outlets

#: An outlet's letters are no more than so many.
LETTERS: Final = 4
_WORD: Final = re.compile(r"\w+")
_JOINTS: Final = re.compile(r"[-.]")


class Declined(NamedTuple):
    """A name of an outlet by the stems of its words."""

    stems: tuple[str, ...]
    outlet: Outlet
    name: str
    ambiguous: bool


def is_letters(word: w.Word) -> bool:
    """Say whether a word is a short abbreviation that no table holds, as of an outlet."""
    told = word.bits & (w.ROLE | w.PERSON | w.BODY | w.MEDIA | w.TITLE | w.PREP)
    return word.caps and not told and 1 < len(word.key) <= LETTERS


@cache
def _declined(grammar: CaseGrammar) -> dict[str, list[Declined]]:
    """Return the names of outlets in a language, by the stem of the first word."""
    found: dict[str, list[Declined]] = {}
    for outlet in Authority.load().outlets:
        if outlet.kind == "collective":
            continue
        for name in _names(outlet, grammar):
            stems = tuple(grammar.name_stem(grammar.fold(word)) for word in _WORD.findall(name))
            if stems and not grammar.alien(name):
                entry = Declined(stems, outlet, name, name in outlet.ambiguous)
                found.setdefault(stems[0], []).append(entry)
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry.stems))
    return found


def _names(outlet: Outlet, grammar: CaseGrammar) -> Iterable[str]:
    """Return an outlet's names in a language; those of its script where it has no column."""
    if grammar.code in LANGUAGES:
        return outlet.names.get(grammar.code, ())
    every = (name for names in outlet.names.values() for name in names)
    return dict.fromkeys(name for name in every if _script(name) in grammar.scripts)


def _script(name: str) -> str:
    """Return the script of a name's first letter, as Unicode's names of letters begin."""
    letter = next(filter(str.isalpha, name), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


class CaseOutlets(Outlets):
    """Finds the outlets of one document, in whatever case they stand."""

    def __init__(self, document: Document, grammar: CaseGrammar) -> None:
        super().__init__(document)
        self._cases, self.alien = grammar, grammar.alien
        self._written: dict[tuple[int, int], str] = {}
        self._seen: dict[tuple[int, int], Named | None] = {}

    def at(self, index: int, last: int, *, strict: bool = True) -> Named | None:
        """Return the outlet that begins at a token; an ambiguous name only if not `strict`.

        A generic word leads to a name rather than being one ("the agency X").
        """
        if index >= min(last, len(self.word)):
            return None
        word = self.word[index]
        if word.bits & w.MEDIA and not self._is_marked(index):
            whole = self.known(index, last) if word.upper else None
            if whole is not None and whole.whole[1] > index + 1:
                return whole  # a name that begins with its generic word: "Radio X"
            small = self._in_small(index + 1, last)
            if small is not None:
                return Named((index + 1, index + 2), (index, index + 2), small, False)
            return self._after_generic(index, last)
        if not (word.upper or word.bits & w.MEDIA or word.key in self._owners):
            if not (word.key[:1].isdigit() or w.is_site(word.key)):
                return None  # no name, and nothing that leads to one
        return super().at(index, last, strict=strict)

    def known(self, index: int, last: int) -> Named | None:
        """Return the outlet of the authority whose name begins at a token."""
        last = min(last, len(self.word))
        key = (index, last)
        if key not in self._seen:
            self._seen[key] = self._known(index, last)
        return self._seen[key]

    def _known(self, index: int, last: int) -> Named | None:
        word = self.word[index]
        if not (word.upper or word.key[:1].isdigit() or w.is_site(word.key)):
            return None
        if self._is_somebody(index, last):
            return None
        exact = super().known(index, last)
        exact = exact and self._with_country(exact, last)
        if exact is not None and exact.whole[1] in self.document.quote_at:
            exact = self._half_marked(index, last) or exact
        several = (
            exact is not None and exact.outlet is not None and (exact.outlet.kind == "collective")
        )
        if exact is not None and exact.outlet is not None and not several:
            self._note_written(exact)
            return exact
        for entry in _declined(self._cases).get(
            self._cases.name_stem(_JOINTS.split(word.key)[0]), ()
        ):
            end = self._match(entry, index, last)
            if word.caps and fold_words(entry.name) != fold_words(word.key):
                continue  # an abbreviation does not decline
            if end:
                self._written[(index, end)] = entry.name
                return Named((index, end), (index, end), entry.outlet, entry.ambiguous)
        return exact

    def _in_small(self, index: int, last: int) -> Outlet | None:
        """Return the outlet whose name is written so in small letters: "the agency dpa"."""
        if index >= min(last, len(self.word)) or self.word[index].upper:
            return None
        text = self.document.tokens.words(index, index + 1)
        outlet = self.authority.by_name(text) if text.isalpha() else None
        written = outlet is not None and any(text in names for names in outlet.names.values())
        return outlet if written else None

    def _note_written(self, named: Named) -> None:
        """Remember the nominative of a name that a mark on a letter tells from another case."""
        if not self._cases.drops_subject or named.outlet is None or named.name in self._written:
            return
        text = self.document.tokens.words(*named.name).casefold()
        names = [name for every in named.outlet.names.values() for name in every]
        if any(name.casefold() == text for name in names):
            return
        words = fold_words(text)
        same = next((name for name in names if fold_words(name) == words), None)
        if same is not None:
            self._written[named.name] = same

    def _is_somebody(self, index: int, last: int) -> bool:
        """Say whether a given name stands at a token, a capital behind it: "of Petra Koch"."""
        if index + 1 >= last or self._is_marked(index) or not self._cases.given(self.word[index]):
            return False
        following = self.word[index + 1]
        return following.upper and following.is_word and not self.alien(following.key)

    def _with_country(self, known: Named, last: int) -> Named:
        """Add the country of an outlet's edition, in the nominative: "Sputnik Kazakhstan"."""
        first, end = known.name
        if known.whole[1] != end or end >= last or not self.alien(self.key[end - 1]):
            return known
        place = self.word[end]
        if not (place.upper and place.bits & w.PLACE) or self.alien(place.key):
            return known
        if place.bits & w.DEMONYM or not self._cases.mask(place) & c.NOMINATIVE:
            return known
        return known._replace(name=(first, end + 1), whole=(known.whole[0], end + 1))

    def _half_marked(self, index: int, last: int) -> Named | None:
        """Return the outlet whose name goes on in marks: "RIA “Novosti”"."""
        for entry in _declined(self._cases).get(self._cases.name_stem(self.key[index]), ()):
            end = self._match(entry, index, last) if len(entry.stems) > 1 else 0
            mark = self.document.quote_at.get(index + 1)
            if end and mark is not None and end == mark.close:
                where = (index, mark.after)
                self._written[where] = entry.name
                return Named(where, where, entry.outlet, entry.ambiguous)
        return None

    def run(self, index: int, last: int) -> int:
        """Return the end of a run of capitals; a Latin name ends where somebody's begins."""
        end = super().run(index, last)
        if not self.alien(self.key[index]) or self.key[index][:1].isdigit():
            behind = self.word[index + 1] if index + 1 < end else self.word[index]
            letters = self.word[index].caps and len(self.key[index]) <= LETTERS
            somebody = behind.upper and not behind.caps
            # "in a talk with TNA Petrov said"
            return index + 1 if letters and somebody and not behind.outlet else end
        for at in range(index + 1, end):
            word = self.word[at]
            if word.upper and word.is_word and not self.alien(word.key) and not word.bits & w.PLACE:
                return at  # "told Pro TV (that) X"
        return end

    def _match(self, entry: Declined, index: int, last: int) -> int:
        at, parts = index, list[str]()
        for wanted in entry.stems:
            while not parts:
                if at >= last:
                    return 0
                key = self.key[at]
                at += 1
                if key not in '.-\u2013&+\u00ab\u00bb"':
                    parts = _JOINTS.split(key)
            if self._cases.name_stem(parts.pop(0)) != wanted:
                return 0
        return 0 if parts else at

    def _before_generic(self, index: int, last: int) -> Named | None:
        return None  # a name stands after its generic word

    def text(self, named: Named) -> str:
        """Return an outlet's name in the nominative, as its record has it."""
        text = super().text(named)
        written = self._written.get(named.name)
        if written is None:
            return text
        if fold_words(text) == fold_words(written):
            marked = any(i in self.document.quote_at for i in range(*named.name))
            other = self._cases.drops_subject and text.casefold() != written.casefold()
            return written if marked or other else text
        first, last = named.name
        if last - first == 1 and text.count("-") == written.count(" ") and "-" not in written:
            return written.replace(" ", "-")  # as the report writes it
        return written

    def is_outlet(self, index: int, last: int) -> bool:
        """Say whether a known outlet's name, ambiguous with nothing, begins at a token."""
        named = self.known(index, last)
        return named is not None and not (named.ambiguous and not self._is_marked(index))

    def _is_marked(self, index: int) -> bool:
        return index > 0 and index - 1 in self.document.quote_at

    def generic(self, index: int, last: int) -> bool:
        """Say whether a token is a word for a medium that stands alone ("told the agency")."""
        if not self.word[index].bits & w.MEDIA:
            return False
        return self.at(index, last, strict=False) is None
