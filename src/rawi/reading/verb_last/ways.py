"""Through whom it came, where suffixes and the words after an outlet tell how."""

from __future__ import annotations

from bisect import bisect_left
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
#: The verb of a sentence is among so many tokens at its end.
ENDING: Final = 3
#: So many words back an outlet is looked for that a noun means.
BACK: Final = 40


class VerbLastWays(Ways):
    """Reads the chains of the statements of one document."""

    def __init__(self, document: Document, report: Report, people: People) -> None:
        super().__init__(document, report, people)
        words = document.grammar.words_of
        self._talk, self._relays = words("talking"), words("relaying")
        self._bases, self._states = words("basing"), words("states")
        self._posts, self._hears = words("posting"), words("hearers")

    def _read(
        self, index: int, first: int, last: int, sources: list[Range]
    ) -> tuple[Way | None, int]:
        """Read the outlet at a token, and how what is said came by it."""
        again = self._meant(index, first, last)
        if again is not None:
            return again, index + 1
        named = self.outlets.at(index, last, strict=False) or self._of_state(index, last)
        before = self.word[index - 1] if index > first else None
        plain = self.key[index] in self._not_outlets or (
            before is not None and before.upper and before.bits & w.GIVEN  # "Bülent | Turan'dan"
        )
        if named is None or plain or any(a <= index < b for a, b in sources):
            return None, index + 1
        end = max(named.whole[1], index + 1)
        if end < last and self._goes_on(end):
            return None, end
        how, reached = self._told_behind(named, end, last)
        if how is None:
            return None, end
        return self._way_of(named, how, index, reached), end

    def _meant(self, index: int, first: int, last: int) -> Way | None:
        """Read the outlet named before that a noun alone means: "Ajansa | konuşan"."""
        word, opens = self.word[index], index == first or not self.word[index - 1].upper
        alone = word.bits & w.MEDIA and opens and (index == first or not word.upper)
        if not alone or not (word.mask or 0) & DATIVE or self.nouns_before(index, first):
            return None
        if not any(self.key[i] in self._talk for i in range(index + 1, min(last, index + 4))):
            return None
        hot = self._hot[: bisect_left(self._hot, first)]
        for at in reversed(hot[-BACK:]):
            named = self.outlets.known(at, first)
            if named is not None and not named.ambiguous and not self._is_network(named):
                return self._way_of(named, "said to", index, index + 2)
        return None

    def nouns_before(self, index: int, first: int) -> bool:
        """Say whether a suffix tells whose a noun is: "Haaretz'in gazetesine"."""
        return index > first and bool(self.word[index - 1].bits & w.GENITIVE)

    def _of_state(self, index: int, last: int) -> Named | None:
        """Read an outlet that is called by whose it is alone: "İran devlet televizyonu"."""
        if not self.word[index].upper or not self.word[index].bits & (w.PLACE | w.DEMONYM):
            return None
        at = index + 1
        while at < last and self.key[at] in self._states:
            at += 1
        if at == index + 1 or at + 1 >= last or not self.word[at].bits & w.MEDIA:
            return None
        named = self.word[at].upper or self.word[at + 1].upper  # "İran resmi ajansı IRNA"
        return None if named else Named((index, at + 1), (index, at + 1), None, False)

    def _described(self, first: int, last: int) -> Named | None:
        """Return a name before generic words, whole where it names only a country."""
        named = super()._described(first, last)
        if named is None or not all(self.word[i].bits & w.PLACE for i in range(*named.name)):
            return named
        return Named((first, last), (first, last), None, False)

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
        at, reach = end - 1, min(last, end + REACH)
        while at + 1 < reach:
            at += 1
            quote = self.document.quote_at.get(at)
            if quote is not None:  # "IRNA'ya | "…" dedi"
                reach = min(last, reach + quote.after - at)
                at = min(quote.after, last) - 1
                continue
            if not self.word[at].is_word and self.key[at] not in ",'\u2019\"":
                break
            key = self.key[at]
            if self._is_network(named):
                if key in self._posts:
                    return "posted on", at + 1
                continue
            if key in self._bases and case & DATIVE:
                return "relayed by", at + 1
            if key in self._hears and case in (0, GENITIVE):
                case = DATIVE
            if key in self._relays and case in (0, GENITIVE) and key not in self._talk:
                return "relayed by", at + 1
            if key in self._talk and (case & (DATIVE | LOCATIVE) or at - end < 4):
                return "said to", at + 1
        if self._is_network(named):
            return ("posted on" if case & (ABLATIVE | LOCATIVE) else None), end
        said = case & DATIVE and named.outlet is not None
        ends = (cue for word in self.word[max(end, last - ENDING) : last] for cue in word.cues)
        if said and any(cue.form & w.FINITE and cue.governs & (w.THAT | w.QUOTE) for cue in ends):
            return "said to", end + 1  # "A Spor'a | … olduğunu söyledi"
        return None, end
