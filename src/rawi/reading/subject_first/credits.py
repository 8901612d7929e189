"""The report's own credit: dateline, credit line, signature at the foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document, Paragraph
from rawi.reading.subject_first.drafts import Draft
from rawi.reading.subject_first.outlets import Named, Outlets
from rawi.records import Hop

#: A signature stands in the last so many lines, and is this short, in tokens.
FOOT_LINES: Final = 5
FOOT_TOKENS: Final = 14
#: A report credits no more outlets than this.
CREDITS: Final = 12
_AGENCIES: Final = frozenset({"agency", "collective"})


class Credits:
    """Reads whom the report says it has its text from."""

    def __init__(
        self, document: Document, outlets: Outlets, is_publisher: Callable[[str], bool]
    ) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        self.outlets = outlets
        self.is_publisher = is_publisher
        self._words = document.grammar.words_of("credit_words")

    def read(self, drafts: list[Draft]) -> list[Hop]:
        """Return the hops of the credit, each name once."""
        found: list[tuple[Named, int]] = []
        paragraphs = self.document.paragraphs
        for paragraph in paragraphs:
            if paragraph.kind == "credit":
                found += self._line(paragraph)
        spoken = {self.document.sentences[d.sentence].paragraph for d in drafts}
        running = [(n, p) for n, p in enumerate(paragraphs) if p.kind in (None, "byline")]
        for number, paragraph in running[-FOOT_LINES:]:
            if number not in spoken and paragraph.last - paragraph.first <= FOOT_TOKENS:
                found += self._foot(paragraph.first, paragraph.last)
            elif number > max(spoken, default=-1) or not self._is_picture(paragraph):
                found += self._tail(paragraph)
        for number, end in self.document.datelines.items():
            found += self._dateline(paragraphs[number].first, end)
        return self._hops(found)

    def _hops(self, found: list[tuple[Named, int]]) -> list[Hop]:
        hops: list[Hop] = []
        for named, start in found:
            name, outlet = self.outlets.text(named), named.outlet
            if not name or self.is_publisher(name) or len(hops) >= CREDITS:
                continue
            if outlet is not None and outlet.kind == "network":
                continue
            if any(h.name == name or (outlet and h.outlet == outlet.id) for h in hops):
                continue
            also = self.outlets.authority.equal_names(outlet) if outlet else ()
            span = self.document.tokens.span(min(start, named.name[0]), named.name[1])
            hops.append(Hop(name=name, how="relayed by", evidence=(span,),
                            also=tuple(n for n in also if n != name),
                            outlet=outlet.id if outlet else None))  # fmt: skip
        return hops

    def _line(self, paragraph: Paragraph) -> list[tuple[Named, int]]:
        """Read a line with a label: the outlets in it, or whatever it names."""
        first, last, _ = paragraph
        colon = next((i for i in range(first, last) if self.key[i] == ":"), None)
        start = first if colon is None else colon + 1
        found = self._outlets(start, last, strict=False)
        found = [(named, first if not n else at) for n, (named, at) in enumerate(found)]
        if not found and colon is None:
            start = self._name_after_label(first, last)
        if not found and start > first:
            end = last
            while end > start and not self.word[end - 1].is_word:
                end -= 1
            if 0 < end - start <= 5:
                found.append((Named((start, end), (start, end), None, False), first))
        return found

    def _name_after_label(self, first: int, last: int) -> int:
        """Return where the name begins of "Source Morning Tide"; `first` for no name."""
        small = w.PREP | w.DET | w.CONJ
        start = next((i for i in range(first + 1, last) if self._is_capital(i)), last)
        rest = [i for i in range(start, last) if self.word[i].is_word]
        named = all(self._is_capital(i) or self.word[i].bits & small for i in rest)
        return start if rest and named else first

    def _is_capital(self, index: int) -> bool:
        return bool(self.word[index].upper) or self.key[index].isdigit()

    def _outlets(self, first: int, last: int, *, strict: bool) -> list[tuple[Named, int]]:
        found: list[tuple[Named, int]] = []
        index = first
        while index < last:
            named = self.outlets.known(index, last)
            if named is None or (strict and not self._is_agency(named)):
                index += 1
                continue
            found.append((named, index))
            index = max(named.whole[1], index + 1)
        return found

    def _is_agency(self, named: Named) -> bool:
        return named.outlet is None or not named.ambiguous or named.outlet.kind in _AGENCIES

    def _foot(self, first: int, last: int) -> list[tuple[Named, int]]:
        """Read a last line that is a signature: outlets and nothing but marks and names."""
        found = self._outlets(first, last, strict=True)
        covered = {i for named, _ in found for i in range(*named.whole)}
        rest = [i for i in range(first, last) if i not in covered and self.word[i].is_word]
        small = all(self.word[i].bits & (w.PREP | w.CONJ | w.NUM | w.TIME) for i in rest)
        return found if small else []

    def _is_picture(self, paragraph: Paragraph) -> bool:
        """Say whether a paragraph ends like a picture's credit: "… in Oslo. ANN LEE / REUTERS"."""
        first, last, _ = paragraph
        slash = next((i for i in range(last - 1, max(first + 2, last - 4), -1)
                      if self.key[i] == "/"), None)  # fmt: skip
        if slash is None:
            return False
        return all(self.word[i].upper and not self.word[i].outlet for i in (slash - 1, slash - 2))

    def _tail(self, paragraph: Paragraph) -> list[tuple[Named, int]]:
        """Read "… . (Reuters)", "… . PTI", "… / AFP" at a paragraph's end."""
        first, last, _ = paragraph
        end = last
        while end > first and self.key[end - 1] in ".":
            end -= 1
        if end - 1 > first and self.key[end - 1] == ")":
            start = next((i for i in range(end - 1, max(first, end - 12), -1)
                          if self.key[i] == "("), None)  # fmt: skip
            return [] if start is None else self._foot(start, end)
        for index in range(end - 1, max(first, end - 7), -1):
            if self.key[index] in ".\u2014\u2013/-" or (index in self.document.quote_at):
                if index + 1 < end and self.key[index + 1] in self._words:
                    return self._foot(index + 2, end)
                if index + 1 < end and self.word[index + 1].outlet:
                    return self._foot(index + 1, end)
                return self._initials(index, end)
        return []

    def _initials(self, slash: int, end: int) -> list[tuple[Named, int]]:
        """Read "… . ats/lgr": an agency in small letters, and who wrote or edited it."""
        if self.key[slash] != "/" or end - slash > 3 or slash < 2 or self.key[slash - 2] != ".":
            return []
        outlet = self.outlets.authority.by_name(self.key[slash - 1].upper())
        if outlet is None or outlet.kind not in _AGENCIES:
            return []
        where = (slash - 1, slash)
        return [(Named(where, where, outlet, False), slash - 1)]

    def _dateline(self, first: int, end: int) -> list[tuple[Named, int]]:
        """Read the outlets of a dateline: those that marks part from the rest."""
        found = []
        for named, at in self._outlets(first, end, strict=True):
            before = at == first or not self.word[at - 1].is_word
            after = named.whole[1] >= end or not self.word[named.whole[1]].is_word
            if before and after:
                found.append((named, at))
        return found
