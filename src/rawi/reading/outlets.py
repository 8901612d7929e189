"""Outlets in a text: known ones by the authority, others by the generic word before them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rawi.authority.names import NameSequence, fold_words
from rawi.authority.outlets import Authority
from rawi.authority.table import Outlet
from rawi.reading import lexicon as lx
from rawi.reading.document import Document
from rawi.reading.drafts import Range
from rawi.reading.inflect import FEM, MASC
from rawi.reading.nouns import NounPhrases

#: The name of an outlet that the authority does not know is no longer than this, in tokens.
NAME_TOKENS: Final = 4


class Named(NamedTuple):
    """An outlet in the text: the tokens of its name and, where it is known, who it is."""

    name: Range
    outlet: Outlet | None
    ambiguous: bool
    front: int = 0  # the letters stuck to the front of the name
    restored: str = ""  # what they stood for: the article


@cache
def _names_from(first: str) -> dict[str, list[NameSequence]]:
    """Return the names of outlets that begin with a word by their second, the longest first.

    Generic words begin hundreds of names; those of one word stand under "".
    """
    index: dict[str, list[NameSequence]] = {}
    for sequence in Authority.load().names_from(first):
        index.setdefault((*sequence.words, "")[1], []).append(sequence)
    return index


@lru_cache(maxsize=1 << 15)
def _folded(key: str) -> str:
    return "".join(fold_words(key))


class Outlets:
    """Finds outlets in one document."""

    def __init__(self, document: Document, nouns: NounPhrases, country: str | None = None) -> None:
        self.document = document
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.nouns = nouns
        self.country = country
        self.authority = Authority.load()
        self._firsts = document.pack.lexicon.outlet_words
        self._suffixes = document.pack.name_suffixes | document.pack.press_words

    def known(self, index: int, last: int) -> Named | None:
        """Return the outlet of the authority whose name begins at a token."""
        if not self.lex[index].outlet or self.key[index] in self.document.pack.media_suffixes:
            return None
        for form, front, restored in self._forms(index):
            first = _folded(form)
            if first not in self._firsts:
                continue
            names = _names_from(first)
            for sequence in (*names.get(self._second(index, last), ()), *names.get("", ())):
                length = self._length(sequence, index, last)
                if length:
                    named = self._without_origin(self._named(sequence, index, length), last)
                    return (
                        named
                        if sequence.generic
                        else named._replace(front=front, restored=restored)
                    )
        return None

    def _without_origin(self, named: Named, last: int) -> Named:
        """Cut the adjective of a country off a name that its outlet bears without it too."""
        first, end = named.name
        origin = self.lex[end - 1]
        if end - first < 2 or origin.prep or not origin.article or not origin.bits & lx.DEMONYM:
            return named  # "CNN in Arabic" keeps its language
        for form, _, _ in self._forms(first):
            word = _folded(form)
            for sequence in Authority.load().names_from(word) if word in self._firsts else ():
                own = named.outlet is not None and named.outlet.id in sequence.outlets
                if own and self._length(sequence, first, last) == end - first - 1:
                    return named._replace(name=(first, end - 1))
        return named

    def _second(self, index: int, last: int) -> str:
        """Return the word after a token, its dots and dashes passed over; "" for none."""
        at = index + 1
        while at < last and self.key[at] in ".-–":
            at += 1
        return _folded(self.key[at]) if at < last else ""

    def _forms(self, index: int) -> Iterator[tuple[str, int, str]]:
        """Yield what a token may be without what is stuck to its front."""
        lexeme = self.lex[index]
        yield lexeme.key, 0, ""
        stuck = len(lexeme.conj) + len(lexeme.prep)
        if stuck and lexeme.article:
            article = self.document.pack.lexicon.morphology.article
            yield article + lexeme.stem, lexeme.front, article
        elif stuck:
            yield lexeme.key[stuck:], stuck, ""
        elif (
            not lexeme.bits & ~lx.VERB
            and len(lexeme.key) > 2
            and lexeme.key[0] in self.document.pack.stuck
        ):
            yield lexeme.key[1:], 1, ""

    def _length(self, sequence: NameSequence, index: int, last: int) -> int:
        """Return how many tokens a name takes (its dots and dashes counted); 0 for no match."""
        at = index + 1
        for word in sequence.words[1:]:
            while at < last and self.key[at] in ".-–":
                at += 1
            if at >= last or _folded(self.key[at]) != word:
                return 0
            at += 1
        if self.lex[index].bits & lx.LATIN and not sequence.fits(
            self.document.tokens.words(index, at)
        ):
            return 0
        return at - index

    def _named(self, sequence: NameSequence, index: int, length: int) -> Named:
        outlet = None
        if len(sequence.outlets) == 1:
            outlet = self.authority.by_id(sequence.outlets[0])
        else:
            bearers = [self.authority.by_id(key) for key in sequence.outlets]
            outlet = next((o for o in bearers if o and o.country == self.country), None)
        first, end = index + sequence.generic, index + length
        if end < len(self.key) and self.key[end] in self._suffixes:
            return Named((first, end + 1), None, False)  # "X Plus" is another than "X"
        return Named((first, end), outlet, sequence.ambiguous)

    def tells_of_statement(self, index: int) -> bool:
        """Say whether a statement stands before the clause that tells who passed it on."""
        at = index - 1
        while at > 0 and self.lex[at].bits & lx.ADJ and not self.lex[at].bits & lx.DOC:
            at -= 1
        return self.lex[at].base in self.document.pack.statements | self.document.pack.recordings

    def after_generic(self, index: int, last: int, *, sure: bool = False) -> Named | None:
        """Return the outlet after a generic word ("channel X") that stands at a token.

        `sure`: something was said to it or passed on by it, so that an unknown name counts
        even after words that mean other things as well ("agency", "site").
        """
        medium = self.lex[index + 1] if index + 1 < last else None
        if medium is not None and self.lex[index].bits & lx.REPORTER and medium.bits & lx.MEDIA:
            if not medium.article and not medium.prep and not self.lex[index].article:
                return self.after_generic(index + 1, last, sure=sure)  # "the reporter of radio X"
        whole = self.known(index, last)
        if whole is not None and self._has_adjective(index, whole.name[1], last):
            return self._unknown(index + 1, last)  # "(the paper) New Tomorrow", not "Tomorrow"
        if whole is not None and whole.name[1] > index + 1:
            inner = self.known(index + 1, last)
            if inner is not None and (
                inner.name[1] > whole.name[1]
                or (inner.outlet is not None and inner.outlet == whole.outlet)
            ):
                return inner._replace(ambiguous=False)
            return whole
        kept = self.lex[index].stem in self.document.pack.kept_media
        if kept and (named := self._unknown(index + 1, last)) is not None:
            return named._replace(name=(index, named.name[1]))  # "Radio Cap", not "Cap"
        at = index + 1
        while (
            at < last
            and self.lex[at].bits & (lx.MEDIA | lx.NETWORK | lx.GENERIC)
            and not self.known(at, last)
        ):
            at += 1
        if at < last and self.key[at] in self.document.pack.loose:
            at += 1
        if at + 1 < last and self.key[at] in self.document.pack.media_kinds:
            if not self.lex[at].article or self.known(at + 1, last) is not None:
                at += 1  # "agency (of news) X", "the agency (of the news) X"
        if at >= last:
            return self._definite(index, at)
        marked = self.marked(at, last)
        if marked is not None:
            found = self.known(*marked)
            return Named(marked, found.outlet if found else None, False)
        known = self.known(at, last)
        if known is not None:
            goes_on = known.ambiguous and self._goes_on(known.name[1], last)
            goes_on = goes_on or self._has_adjective(index, known.name[1], last)
            return self._unknown(at, last) if goes_on else known._replace(ambiguous=False)
        if self._is_of_land(index, at, last):
            return Named((index, at + 1), None, False)
        if self.lex[index].article and at == index + 1:
            return self._definite(index, last)
        if at == index + 1 and self._is_of_place(index, at):
            return self._of_place(index, last)
        if self.lex[index].stem in self.document.pack.weak_media:
            named = self._unknown(at, last)
            end = named.name[1] if named else at
            suffixed = end < last and self.key[end] in self.document.pack.media_suffixes
            told = sure and named is not None and self._is_telling(index, named)
            return named if suffixed or told else None
        return self._unknown(at, last)

    def _is_of_place(self, generic: int, index: int) -> bool:
        """Say whether an adjective tells where papers without a name are from ("British papers").

        A name has no such word after a generic one without the article, unless it is marked.
        """
        lexeme = self.lex[index]
        if lexeme.article or lexeme.prep or lexeme.conj or self.lex[generic].bits & lx.REPORTER:
            return False
        return bool(lexeme.bits & (lx.DEMONYM | lx.ADJ)) and bool(lexeme.features & FEM)

    def _is_of_land(self, index: int, at: int, last: int) -> bool:
        """Say whether a broadcaster is called by its land alone ("the radio of Israel")."""
        if self.lex[index].base not in self.document.pack.land_media or at != index + 1:
            return False
        land = self.document.pack.places.match(self.lex, at, last)
        goes_on = at + 1 < last and self.lex[at + 1].article
        speaks = self.lex[at].bits & lx.SPEAKS  # a land's name, no region's
        return land is not None and land[1] == 1 and bool(speaks) and not goes_on

    def _of_place(self, index: int, last: int) -> Named:
        """Read papers by where they are from: the generic word is part of the name."""
        end = index + 2
        while end < min(last, index + NAME_TOKENS) and self._is_of_place(index, end):
            end += 1
        return Named((index, end), None, False)

    def _is_telling(self, index: int, named: Named) -> bool:
        """Say whether a generic word, or a word that is in no table, tells that a name is one's."""
        told = self.lex[named.name[0]]
        if not told.article and told.bits & (lx.DEMONYM | lx.ADJ):
            return False  # "a Lebanese site"
        if self.lex[index].base in self.document.pack.media_bodies and not self._is_place(index):
            return True
        return any(not self.lex[at].bits & ~lx.VERB for at in range(*named.name))

    def _is_place(self, index: int) -> bool:
        """Say whether a generic word is where something happened: "from the site of the blast"."""
        pack = self.document.pack
        placed = self.lex[index].prep in pack.place_prepositions
        return placed or (index > 0 and self.key[index - 1] in pack.media_within)

    def _has_adjective(self, generic: int, index: int, last: int) -> bool:
        """Say whether a masculine adjective after a feminine generic word is the name's own."""
        if index >= last or index in self.document.quote_at:
            return False
        lexeme = self.lex[index]
        own = lexeme.article and lexeme.bits & lx.ADJ and not lexeme.bits & (lx.DEMONYM | lx.PLACE)
        masculine = lexeme.features & MASC and not lexeme.features & FEM
        return bool(own and masculine and self.lex[generic].features & FEM)

    def _goes_on(self, index: int, last: int) -> bool:
        """Say whether an unknown name goes on after a word that is an outlet's name as well."""
        if index >= last or index in self.document.quote_at:
            return False
        lexeme = self.lex[index]
        strange = not lexeme.bits and not lexeme.cues and not lexeme.article
        return strange and lexeme.is_word and not lexeme.conj and not lexeme.prep

    def marked(self, index: int, last: int) -> Range | None:
        """Return the name that stands in quotation marks or brackets at a token."""
        quote = self.document.quote_at.get(index)
        if quote is not None and quote.closed and quote.after - index <= NAME_TOKENS + 4:
            return quote.open + 1, quote.close
        if self.key[index] == "(":
            for close in range(index + 2, min(last, index + NAME_TOKENS + 6)):
                if self.key[close] == ")":
                    return index + 1, close
        return None

    def _definite(self, index: int, last: int) -> Named | None:
        """Read "the national radio": the generic word is part of the name."""
        if not self.lex[index].article:
            return None
        end = index + 1
        while (
            end < min(last, index + NAME_TOKENS)
            and self._has_article(end)
            and not self.lex[end].prep
        ):
            end += 1
        if end == index + 1:
            return None
        if end < last and self.lex[end].article and self.lex[end].bits & lx.BODY:
            end += self.lex[end].prep in self.document.pack.addressing  # "the site of the club"
        known = self.known(index, end)
        return Named((index, end), known.outlet if known else None, False)

    def _has_article(self, index: int) -> bool:
        """Say whether a word begins with the article, known without it or not."""
        article = self.document.pack.lexicon.morphology.article
        known = self.lex[index].article
        spelt = bool(article) and self.key[index].startswith(article)
        return known or (spelt and not self.lex[index].bits & lx.PARTICLES)

    def _unknown(self, index: int, last: int) -> Named | None:
        """Read the name of an outlet that the authority does not know."""
        end = index
        stop = lx.PREP | lx.COMP | lx.TIME | lx.REL | lx.CONNECT | lx.NEG | lx.AUX
        while end < min(last, index + NAME_TOKENS):
            lexeme = self.lex[end]
            if not self.key[end][:1].isalnum() or (lexeme.bits & stop and not lexeme.article):
                break
            foreign = end > index and lexeme.conj in self.document.pack.consequent
            foreign = foreign and not (lexeme.bits & ~lx.VERB or lexeme.cues)  # "Deutsch Welle"
            if lexeme.prep or (lexeme.conj and not foreign) or lexeme.saying:
                break
            if end > index and lexeme.bits & lx.DEMONYM and lexeme.article:
                break
            if end > index and lexeme.article and self.lex[end - 1].article:
                if lexeme.bits & (lx.ROLE | lx.TITLE):
                    break  # "(said to) radio X the deputy Y"
            if end > index and lexeme.cues and not lexeme.article:
                break  # "(which) X followed"
            if end > index and lexeme.bits & lx.OCCASION and not lexeme.article:
                break  # "radio X an interview with"
            end += 1
        return Named((index, end), None, False) if end > index else None

    def is_screen(self, index: int) -> bool:
        """Say whether "the screen of", "the waves of" stands at a token: an outlet follows."""
        through = self.key[index] in self.document.pack.through
        return through and not self.lex[index].bits & lx.PREP

    def in_latin(self, index: int, last: int) -> Named | None:
        """Read an outlet that the authority does not know in Latin letters after its screen."""
        led = index and (self.is_screen(index - 1) or self.is_screen(max(index - 2, 0)))
        end = index
        while end < min(last, index + NAME_TOKENS) and self.lex[end].bits & lx.LATIN:
            end += 1
        return Named((index, end), None, False) if led and end > index else None

    def text(self, named: Named) -> str:
        """Return an outlet's name as the report writes it, nothing stuck to it."""
        text = self.document.tokens.words(*named.name)
        lexeme = self.lex[named.name[0]]
        front, restored = named.front, named.restored
        marked = named.name[0] - 1 in self.document.quote_at
        if not (front or marked) and named.outlet is None and (lexeme.prep or lexeme.conj):
            article = self.document.pack.lexicon.morphology.article
            front = lexeme.front if lexeme.article else len(lexeme.conj) + len(lexeme.prep)
            restored = article if lexeme.article else ""
        return (restored + text[front:]).strip("\"'«»“”„()" + self.document.pack.edges)
