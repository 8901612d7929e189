"""Shows that somebody spoke on, with whose they are: "en el programa Hora 25, de la Cadena SER"."""

from __future__ import annotations

from typing import Final, NamedTuple

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range

#: The name of a show is no longer than this, in tokens.
TITLE: Final = 8
#: A word for talk stands so near before what leads to a show, in tokens.
LED: Final = 4
#: What tells of a show's kind stands before its name in so many words: "programa televisivo".
KIND: Final = 2


class Show(NamedTuple):
    """A show: where the words that lead to it begin, its title, the token after it, its owner's."""

    first: int
    title: Range
    end: int
    owner: int


class Shows:
    """Finds the shows of one document by the words for their kind."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        words = document.grammar.words_of
        self._kinds = words("programmes") if document.grammar.drops_subject else frozenset()
        self._of = words("part_prepositions") | words("way_prepositions") | words("contracted")
        self._leads = self._of - words("part_prepositions")
        self._sure = words("sure_programmes")
        #: where the words for a show's kind stand
        self.places = [i for i, key in enumerate(self.key) if key in self._kinds]

    def led_by(self, index: int, last: int) -> Show | None:
        """Return the show that a preposition at a token leads to: "no | programa X"."""
        for noun in range(index + 1, min(index + 3, last)):
            if self.key[noun] in self._kinds:
                show = self.at(noun, last)
                return show if show is not None and show.first == index else None
        return None

    def at(self, noun: int, last: int) -> Show | None:
        """Return the show whose kind stands at a token; None where no title follows."""
        first = noun - 1 if noun else noun
        if first and self.word[first].bits & w.DET and not self.word[first].bits & w.PREP:
            first -= 1
        if self.key[first] not in self._leads:
            return None
        title = self._title(noun + 1, last)
        if title is None:
            return None
        end = title[1] + (title[1] < last and title[0] - 1 in self.document.quote_at)
        owner = end + (end < last and self.key[end] == ",")
        if owner + 1 >= last or self.key[owner] not in self._of:
            return Show(first, title, end, 0)
        owner += 1
        owner += owner + 1 < last and bool(self.word[owner].bits & w.DET)
        return Show(first, title, end, owner)

    def is_aired(self, show: Show, noun: int) -> bool:
        """Say whether a show without an owner is one: no programme of a government's."""
        near = self.word[max(0, show.first - LED) : show.first]
        told = any(word.bits & (w.SPEAKTO | w.OCCASION) for word in near)
        return told or self.key[noun] in self._sure or show.title[0] - 1 in self.document.quote_at

    def _title(self, at: int, last: int) -> Range | None:
        """Return a title in marks or in capitals, numbers and small words between its words."""
        begin = at
        while at < min(last, begin + KIND) and at not in self.document.quote_at:
            if self.word[at].upper or not self.word[at].is_word:
                break
            at += 1
        quote = self.document.quote_at.get(at)
        if quote is not None and quote.closed and quote.after - quote.open <= TITLE + 2:
            return (quote.open + 1, quote.close)
        end = at
        while end < min(last, at + TITLE) and self._goes_on(end, last):
            end += 1
        while end > at and not (self.word[end - 1].upper or self.word[end - 1].bits & w.NUM):
            end -= 1
        return (at, end) if end > at and self.word[at].upper else None

    def _goes_on(self, index: int, last: int) -> bool:
        word = self.word[index]
        if word.upper or word.bits & w.NUM or self.key[index].isdigit():
            return word.is_word
        inside = word.is_word and word.bits & (w.PREP | w.CONJ | w.DET) and index + 1 < last
        return bool(inside) and self.word[index + 1].upper and not self.word[index + 1].outlet
