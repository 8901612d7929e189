"""Through whom it came, where suffixes and the words after an outlet tell how."""

from __future__ import annotations

from typing import Final

import msgspec

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.hops import Way
from rawi.reading.subject_first.outlets import Named
from rawi.reading.subject_first.people import People
from rawi.reading.subject_first.ways import Ways
from rawi.reading.verb_last.suffixes import ABLATIVE, DATIVE, GENITIVE, LOCATIVE
from rawi.records import How, Report

#: The word that tells how something came stands so near behind an outlet, in tokens.
REACH: Final = 9


class VerbLastWays(Ways):
    """Reads the chains of the statements of one document."""

    def __init__(self, document: Document, report: Report, people: People) -> None:
        super().__init__(document, report, people)
        words = document.grammar.words_of
        self._talk, self._relays = words("talking"), words("relaying")
        self._posts, self._hears = words("posting"), words("hearers")

    def _read(
        self, index: int, first: int, last: int, sources: list[Range]
    ) -> tuple[Way | None, int]:
        """Read the outlet at a token, and how what is said came by it."""
        named = self.outlets.at(index, last, strict=False)
        plain = self.key[index] in self._not_outlets
        if named is None or plain or any(a <= index < b for a, b in sources):
            return None, index + 1
        end = max(named.whole[1], index + 1)
        if end < last and self._goes_on(end):
            return None, end
        how, reached = self._told_behind(named, end, last)
        if how is None:
            return None, end
        return self._way_of(named, how, index, reached), end

    def _goes_on(self, end: int) -> bool:
        """Say whether the name of something else begins with an outlet's: "T24 | Buluşmaları"."""
        word, bare = self.word[end], not self.word[end - 1].mask
        who = w.PLACE | w.ROLE | w.MEDIA | w.RELAYED | w.BODY | w.GIVEN
        told = word.bits & who or self.key[end] in self._talk | self._relays | self._hears
        return bare and word.upper and word.is_word and not word.mask and not told

    def _way_of(self, named: Named, how: How, start: int, end: int | None = None) -> Way:
        """Return the way by an outlet, its name without the suffix of a case."""
        way = super()._way_of(named, how, start, end)
        if way.hop is None:
            return way
        head, blank, last = way.hop.name.rpartition(" ")
        name = head + blank + self.grammar.without_case(last)
        if name != way.hop.name:
            also = tuple(n for n in (way.hop.name, *way.hop.also) if n != name)
            way.hop = msgspec.structs.replace(way.hop, name=name, also=also)
        return way

    def _told_behind(self, named: Named, end: int, last: int) -> tuple[How | None, int]:
        """Tell how an outlet comes in, by its case and the words behind it."""
        case = self.word[end].mask or 0 if end < last and self.word[end].mask else 0
        case = case or (self.word[end - 1].mask or 0)
        near = range(end, min(last, end + REACH))
        for at in near:
            if not self.word[at].is_word and self.key[at] not in ",'\u2019\"":
                break
            key = self.key[at]
            if self._is_network(named):
                if key in self._posts:
                    return "posted on", at + 1
                continue
            if key in self._hears and case in (0, GENITIVE):
                case = DATIVE
            if key in self._relays and case in (0, GENITIVE) and key not in self._talk:
                return "relayed by", at + 1
            if key in self._talk and (case & (DATIVE | LOCATIVE) or at - end < 4):
                return "said to", at + 1
        if self._is_network(named) and case & (ABLATIVE | LOCATIVE):
            return "posted on", end
        return None, end
