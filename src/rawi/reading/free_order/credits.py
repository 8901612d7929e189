"""Whom a report credits, in a language with cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.credits import FOOT_TOKENS, Credits
from rawi.reading.subject_first.datelines import coined
from rawi.reading.subject_first.document import Document, Paragraph
from rawi.reading.subject_first.drafts import Draft
from rawi.reading.subject_first.outlets import Named, Outlets
from rawi.records import Hop

#: A line that tells whose text is translated stands among the first so many.
HEAD_LINES: Final = 4
#: What stands between two strokes in a dateline is no longer, in tokens.
STROKED: Final = 9
#: The initials of who wrote a report are shorter, in letters.
SHORT: Final = 5
#: An agency's name in no list has no more words at the end of a dateline.
NAME_WORDS: Final = 3


class CaseCredits(Credits):
    """Reads whom a report credits, agencies that the authority does not know among them."""

    def __init__(
        self, document: Document, outlets: Outlets, is_publisher: Callable[[str], bool]
    ) -> None:
        super().__init__(document, outlets, is_publisher)
        self.alien = w.outside(document.grammar.scripts)
        lists = document.grammar.words_of
        self._photo, self._marks = lists("photo_labels"), lists("credit_marks")

    def read(self, drafts: list[Draft]) -> list[Hop]:
        """Return the hops of the credit, each name once."""
        spoken = {self.document.sentences[d.sentence].paragraph for d in drafts}
        origins = []
        for number, paragraph in enumerate(self.document.paragraphs[:HEAD_LINES]):
            if number not in spoken:
                origins += self._origin(paragraph)
        hops = self._hops(origins)
        names = {hop.name for hop in hops}
        return [*hops, *(hop for hop in super().read(drafts) if hop.name not in names)]

    def _origin(self, paragraph: Paragraph) -> list[tuple[Named, int]]:
        """Read "Outlet, Country" and "Outlet (Country)": the line above a translated text."""
        first, last, kind = paragraph
        if kind not in (None, "headline", "byline", "dateline") or last - first > FOOT_TOKENS:
            return []
        named = self.outlets.at(first, last, strict=False)
        if named is None and self.word[first].upper and self.alien(self.key[first]):
            end = first
            while end < last and self.word[end].is_word and self.alien(self.key[end]):
                end += 1
            named = Named((first, end), (first, end), None, False)
        after = named.whole[1] if named is not None else last
        if named is None or after + 1 >= last or self.key[after] not in ",(":
            return []
        return [(named, first)] if self.word[after + 1].bits & w.PLACE else []

    def _line(self, paragraph: Paragraph) -> list[tuple[Named, int]]:
        first, last, kind = paragraph
        photo = next((i for i in range(first + 1, last) if self.key[i] in self._photo), last)
        colon = next((i for i in range(first, photo) if self.key[i] == ":"), photo)
        if colon == photo:  # no colon: "By reports of the portal “X”"
            colon = next((i - 1 for i in range(first, photo) if i in self.document.quote_at), photo)
        quote = self.document.quote_at.get(colon + 1)
        if quote is not None and quote.after >= photo - 1:
            known = self.outlets.known(quote.open + 1, quote.close)
            if known is None or known.whole[1] < quote.close:  # part of the name is another's
                span = (quote.open + 1, quote.close)
                return [(Named(span, (quote.open, quote.after), None, False), first)]
        return super()._line(Paragraph(first, photo, kind))

    def _addressed(self, named: Named, last: int) -> Named:
        """Return an outlet with what goes on with its name as an address: "X.RU"."""
        first, end = named.name
        start, after = self.document.tokens.start, self.document.tokens.end
        while end + 1 < last and self.key[end] == "." and start[end] == after[end - 1]:
            if start[end + 1] != after[end] or not self.word[end + 1].is_word:
                break
            end += 2
        return named if end == named.name[1] else Named((first, end), (first, end), named.outlet,
                                                        False)  # fmt: skip

    def _beside_names(
        self, found: list[tuple[Named, int]], rest: list[int], last: int
    ) -> list[tuple[Named, int]]:
        begin = min((at for _, at in found), default=last)
        while begin > 0 and self.key[begin - 1] != "\n":
            begin -= 1
        if self.key[begin:last].count("/") > 1:
            return []  # who is pictured, who took it, for whom: "Ann Poe / Bo Lee / AFP"
        return super()._beside_names(found, rest, last)

    def _foot(self, first: int, last: int, *, named: bool = True) -> list[tuple[Named, int]]:
        marks = (i for i in range(first, last - 1) if self.key[i] in self._marks)
        labelled = next((i for i in marks if self.key[i + 1] == ":"), None)
        pictured = not (self._photo - self._marks).isdisjoint(self.key[first:last])
        if labelled is not None and not pictured:  # "Author: AB / CD Source: X"
            told = self._outlets(labelled + 2, last, strict=False)
            if told:
                return told
        return self._beside_initials(first, last) or super()._foot(first, last, named=named)

    def _beside_initials(self, first: int, last: int) -> list[tuple[Named, int]]:
        """Read "X/ab", "ab/ cd/ (X)": outlets, strokes, and the initials of who wrote."""
        if not self._marks or "/" not in self.key[first:last]:
            return []
        found = self._outlets(first, last, strict=True)
        covered = {i for one, _ in found for i in range(*one.whole)}
        rest = [self.word[i] for i in range(first, last) if i not in covered]
        known = w.PREP | w.CONJ | w.HEADS | w.DOC | w.ADV
        small = (
            len(word.key) < SHORT and (word.caps or not word.upper) and not word.bits & known
            for word in rest if word.is_word
        )  # fmt: skip
        return found if all(small) else []

    def _tail(self, paragraph: Paragraph) -> list[tuple[Named, int]]:
        found = self._stroked(paragraph) or super()._tail(paragraph)
        return [one for one in found if not self._is_passing(one[0], paragraph.first)]

    def _stroked(self, paragraph: Paragraph) -> list[tuple[Named, int]]:
        """Read "… . /Agency/" at a paragraph's end."""
        first, last, _ = paragraph
        if self.key[last - 1] != "/":
            return []
        opened = next((i for i in range(last - 3, max(first, last - STROKED), -1)
                       if self.key[i] == "/"), None)  # fmt: skip
        apart = opened is not None and not self.word[opened - 1].is_word
        return self._foot(opened, last) if opened is not None and apart else []

    def _is_passing(self, named: Named, first: int) -> bool:
        """Say whether words lead to an outlet: ", reports “X”", ", he said to “X”"."""
        over = self.document.quote_over(named.whole[0])
        at = (named.whole[0] if over is None else over.open) - 1
        while at > first and (not self.word[at].is_word or self.word[at].bits & w.MEDIA):
            if self.key[at] in ".,:;()/":
                return False
            at -= 1
        return at > first and self.word[at].is_word

    def _dateline(self, first: int, end: int) -> list[tuple[Named, int]]:
        found = super()._dateline(first, end)
        if found:
            return [(self._addressed(named, end), at) for named, at in found]
        for at in range(first, end):
            shut = next((i for i in range(at + 2, min(end, at + STROKED)) if self.key[i] == "/"), 0)
            if self.key[at] == "/" and shut:
                inside = self._outlets(at, shut, strict=True)  # "/Corr. TASS Ann Poe/"
                dot = next((i for i in range(at + 1, shut - 1) if self.key[i] == "."), at)
                unlisted = Named((dot + 1, shut), (at, shut + 1), None, False)
                if inside or self.document.grammar.drops_subject:
                    return inside[:1]  # strokes part who is pictured and who took it as well
                return [(unlisted, at)]
        return self._behind_date(first, end)

    def _behind_date(self, first: int, end: int) -> list[tuple[Named, int]]:
        """Read an agency in no list at the end of a dateline: "Kazan. 5 May. UralWire –"."""
        told = [i for i in range(first, end) if self.word[i].bits & (w.TIME | w.NUM)]
        start = told[-1] + 1 if told else end
        while end > start and not self.word[end - 1].is_word:
            end -= 1
        marks = [i for i in range(start, end) if not self.word[i].is_word and self._is_apart_at(i)]
        start = marks[-1] + 1 if marks else end
        start += start + 1 < end and bool(self.word[start].bits & w.MEDIA)
        words = [i for i in range(start, end) if self.word[i].is_word]
        if not words or len(words) > NAME_WORDS or not any(map(self._coined, words)):
            return []
        if any(self.word[i].bits & w.GIVEN or not self.word[i].upper for i in words[:1]):
            return []
        return [(Named((start, end), (start, end), None, False), start)]

    def _is_apart_at(self, mark: int) -> bool:
        """Say whether a mark stands between words rather than inside an address."""
        start, after = self.document.tokens.start, self.document.tokens.end
        return start[mark] > after[mark - 1] or start[mark + 1] > after[mark]

    def _coined(self, index: int) -> bool:
        return coined(self.document.tokens, self.document.grammar, index)
