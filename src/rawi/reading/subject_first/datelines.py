"""Where a report comes from, before its first words: "KYIV, May 5 (Reuters) -", "Accra –"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rawi.authority.outlets import Authority
from rawi.authority.table import Outlet
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.agency_lines import after_agency
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.tokens import Tokens

if TYPE_CHECKING:
    from rawi.reading.subject_first.document import Paragraph

#: Datelines stand in the first paragraphs of the running text, and are this short, in tokens.
PARAGRAPHS: Final = 5
REACH: Final = 22
#: Without an outlet in it, a dateline names a place in no more words.
PLACE_WORDS: Final = 4
#: The hour that an agency's text came at.
_HOUR: Final = re.compile(r"\d{1,2}[h:.]\d{2}")
#: The name of an outlet at a line's head, and the marks behind it, are no longer, in tokens.
NAME: Final = 4
#: An agency's name in small letters has fewer than this.
LETTERS: Final = 6


class Datelines:
    """Finds the datelines of one text."""

    def __init__(self, tokens: Tokens, grammar: Grammar) -> None:
        self.key = tokens.key
        self.word = tokens.word
        self.tokens = tokens
        self.grammar = grammar

    def read(self, paragraphs: Sequence[Paragraph]) -> dict[int, int]:
        """Return the paragraphs that open with a dateline, and the token after it."""
        found: dict[int, int] = {}
        running = [n for n, p in enumerate(paragraphs) if p.kind in (None, "headline")]
        for place, number in enumerate(running):
            first, last, kind = paragraphs[number]
            if place >= PARAGRAPHS and not self._names_outlet(first, last):
                continue
            end = self._end(first, last)
            if end is not None and not (kind == "headline" and end < last):
                found[number] = end
        return found

    def _names_outlet(self, first: int, last: int) -> bool:
        """Say whether an outlet stands in brackets or slashes near a line's beginning."""
        return any(
            self.key[i] in "(/" and self.word[i + 1].outlet
            for i in range(first, min(last - 1, first + REACH // 2))
        )

    def _end(self, first: int, last: int) -> int | None:
        """Return the token after a dateline: place, date, outlet, and the dash after them."""
        dated = self._is_date(first, last)
        if not (self.word[first].upper or self.key[first] in "(/[" or dated):
            short = self.grammar.noun_capitals and names_agency(self.key[first])
            return after_agency(self.tokens, first, last, names_agency) if short else None
        signed = self._after_name(first, last) or self._after_signature(first, last)
        if signed is None and self.grammar.noun_capitals:
            signed = after_agency(self.tokens, first, last, names_agency)
        if signed is not None:
            return signed
        first = self._past_note(first, last)
        end, index, outlet, barred = None, first, False, False
        caps = self.word[first].caps
        while index < min(last, first + REACH):
            key, word = self.key[index], self.word[index]
            unlisted = self._unlisted_after(index, first, last)
            if unlisted is not None:
                return unlisted  # "Kazan. 5 May. UralWire."
            if key == "(" and self._abbreviates(index, first):
                break  # "The Public Relations Officer (PRO), Ann Poe, said"
            if key in "(/[|":
                close = None if self._is_glued(index) else self._closed(index, last)
                if close is None and self._joins(index, last):
                    index += 1  # "OUAGADOUGOU/BAMAKO"
                    continue
                country = self._country(index, last) if index <= first + PLACE_WORDS else 0
                bracketed = country < last and "[" in (key, self.key[country])
                if country and (close is None or bracketed or self._names_later(country, last)):
                    index = country  # "Port-Soudan (Soudan), 3 fév 2026 (AFP)"
                    continue
                if close is None:
                    break
                index, end, outlet, barred = close, close, True, key == "|"
                if close < last and self.key[close] == ".":
                    index = end = close + 1
                continue
            if key in self.grammar.dashes:
                if (outlet or not dated) and self._parts(index, outlet, caps, first):
                    end = self._after_dashes(index, last)
                    named = self._outlet_after(end, last) or self._unlisted_after(end, first, last)
                    if named is None and outlet:
                        named = self._after_place(end, last)
                    return named if named is not None else end
                if outlet:
                    return end
            elif key in self.grammar.colons and self.key[index + 1 : index + 2] == ["("]:
                pass  # "NEW DELHI: (PTI)"
            elif key in self.grammar.colons:
                few = index - first <= PLACE_WORDS
                return index + 1 if caps and few and self._all_caps(first, index) else end
            elif self._is_agency_stop(index, first, last):
                return index + 2  # "YEREVAN, MAY 5, ARMENPRESS."
            elif word.is_word and not (word.upper or word.bits & (w.NUM | w.TIME)):
                small = word.bits & (w.PREP | w.PARTICLE) and not outlet
                ended = self.key[index + 1 : index + 2] in ([o] for o in ".(/")
                month = self.word[index - 1].bits & w.NUM and ended
                if not small and not month:  # "12 mar. (EUROPA PRESS)", "12 mar (EFE)"
                    break
            elif not word.is_word and key not in ",.":
                break
            elif outlet and word.is_word and not (barred and word.bits & (w.NUM | w.TIME)):
                # a date goes on after "| AFP |", a place and a date after "(DIRE)"
                placed = self._after_place(index, last)
                if placed is not None:
                    return placed
                break
            index += 1
        return end if outlet and end is not None and self._begins(end, first, last) else None

    def _abbreviates(self, index: int, first: int) -> bool:
        """Say whether brackets hold the first letters of the words before them."""
        letters = self.key[index + 1] if index + 2 < len(self.key) else ""
        size = len(letters)
        before = self.key[max(first, index - size) : index]
        led = size > 1 and len(before) == size and self.grammar.title_case
        return led and "".join(word[:1] for word in before) == letters

    def _after_place(self, index: int, last: int) -> int | None:
        """Return the token after a place and date behind an outlet: "(X) - Lund, 3 May -"."""
        at = index
        while at < min(last, index + PLACE_WORDS) and self.word[at].upper:
            at += 1
        if at == index or any(o.bits & (w.HEADS | w.DET | w.TIME) for o in self.word[index:at]):
            return None
        shouted, dated = self._all_caps(index, at), False
        while at < min(last, index + REACH) and not (dated and self.key[at] in self.grammar.dashes):
            if self.word[at].bits & (w.NUM | w.TIME):
                dated = True
            elif self.key[at] not in (",", "."):
                break
            at += 1
        if at >= last or self.key[at] not in self.grammar.dashes or not (dated or shouted):
            return None
        return self._after_dashes(at, last)

    def _begins(self, end: int, first: int, last: int) -> bool:
        """Say whether a sentence begins after brackets: not "The Harbour Board (HB) said".

        Nor "Jane Roe (SPD), mayor of Lund".
        """
        named = any(o.outlet for o in self.word[max(first, end - 3) : end])
        if (self.grammar.title_case or self.grammar.suffixed) and not named:
            return False  # "The British Virgin Islands (BVI) Governor said"
        if end + 1 < last and self.key[end] == ",":
            after = self.word[end + 1]
            return after.upper or bool(after.bits & (w.NUM | w.TIME))
        if end >= last or end - first < 4 or not self.word[end].is_word:
            return True
        return self.word[end].upper or bool(self.word[end].bits & w.NUM)

    def _unlisted_after(self, index: int, first: int, last: int) -> int | None:
        """Return the token after an agency in no list and its stop, behind a date.

        Its name is told by its letters: capitals inside it, a hyphen, another script, an address.
        """
        led = first + 2 < index < last and not self.word[index - 1].is_word
        before = self.word[max(first, index - 3) : index] if led else []
        dated = any(one.bits & w.TIME or one.key[:1].isdigit() for one in before)
        if not dated or self.grammar.noun_capitals:
            return None
        at = index + bool(self.word[index].bits & w.MEDIA)
        end = at + 1
        while end + 1 < last and self.key[end] == "." and self._is_address(end):
            end += 2
        if end + 1 >= last or self.key[end] not in "./" or not self.word[end + 1].upper:
            return None
        return end + 1 if coined(self.tokens, self.grammar, at) else None

    def _is_address(self, stop: int) -> bool:
        """Say whether a stop stands inside an address: "Wire.uz"."""
        start, after = self.tokens.start, self.tokens.end
        return start[stop] == after[stop - 1] and start[stop + 1] == after[stop]

    def _is_agency_stop(self, index: int, first: int, last: int) -> bool:
        """Say whether an outlet's name in capitals ends a place and a date, with a stop."""
        word = self.word[index]
        if self._is_named_stop(index, first, last):
            return True
        if not (word.caps and word.outlet) or index + 2 >= last or self.key[index + 1] != ".":
            return False
        before = self.word[first:index]
        dated = any(one.bits & (w.NUM | w.TIME) for one in before)
        return dated and self.word[first].caps and self.word[index + 2].upper

    def _is_named_stop(self, index: int, first: int, last: int) -> bool:
        """Say whether an agency ends a place and a date: "Lund, 20 de abril, RIA Novosti."."""
        if not self.grammar.drops_subject or index + 2 >= last or self.key[index + 1] != ".":
            return False
        comma = next((i for i in range(index, first, -1) if self.key[i] == ","), first)
        dated = any(one.bits & (w.NUM | w.TIME) for one in self.word[first:comma])
        if comma == first or not dated or not self.word[index + 2].upper:
            return False
        outlet = self._outlet_of(comma + 1, index + 1)
        return outlet is not None and outlet.kind == "agency"

    def _after_name(self, first: int, last: int) -> int | None:
        """Return the token after "RT. The …", "Europa Press | The …": an outlet alone."""
        if not self.grammar.drops_subject:
            return None
        for end in range(min(last - 2, first + NAME), first, -1):
            if not self.word[end - 1].is_word or self._outlet_of(first, end) is None:
                continue
            at = end
            while at < last and (self.key[at] in ".|" or self.key[at] in self.grammar.dashes):
                at += 1
            begins = at < last and not self.tokens.text[self.tokens.start[at]].islower()
            spaced = at < last and self.tokens.start[at] > self.tokens.end[at - 1]
            return at if end < at <= end + NAME and begins and spaced else None
        return None

    def _outlet_of(self, first: int, end: int) -> Outlet | None:
        """Return the outlet that the words of a range name; None for a network or a common word."""
        outlet = Authority.load().by_name(self.tokens.words(first, end))
        if outlet is None or outlet.kind in ("network", "collective"):
            return None
        alone = end - first == 1 and not (self.word[first].caps or self.key[first].isdigit())
        return outlet if not alone or outlet.kind == "agency" else None

    def _after_signature(self, first: int, last: int) -> int | None:
        """Return the token after "Reuters, March 3.": an outlet and a date, and nothing more."""
        if self.word[first].bits & w.MEDIA and first + 1 < last:
            first += 1  # "the agency X, 3 March."
        if not self.word[first].outlet or self.word[first].bits & w.PLACE:
            return None  # a place may begin a name, too
        comma = next((i for i in range(first + 1, min(last, first + 4)) if self.key[i] == ","), 0)
        index, dated = comma + 1, False
        while comma and index < min(last, first + REACH):
            if self.key[index] == "." or self.key[index] in self.grammar.dashes:
                rest = self.word[index + 1 : index + 2]
                led = any(
                    word.key in ("(", "/", "[") or (word.outlet and not word.bits & w.DET)
                    for word in rest
                )
                return index + 1 if dated and not led else None
            if not self.word[index].bits & (w.NUM | w.TIME) and self.key[index] != ",":
                return None
            dated = dated or bool(self.word[index].bits & w.NUM)
            index += 1
        return None

    def _is_date(self, first: int, last: int) -> bool:
        """Say whether a line begins with a day and its month: "12 May, Minsk /BelTA/."."""
        if first + 1 >= last or not self.key[first].isdigit():
            return False
        return bool(self.word[first + 1].bits & w.TIME)

    def _past_note(self, first: int, last: int) -> int:
        """Return the token after a note in brackets before a place: "(Updates) KYIV"."""
        if self.key[first] != "(":
            return first
        shut = next((i for i in range(first, min(last, first + REACH)) if self.key[i] == ")"), None)
        if shut is None or shut + 1 >= last or not self.word[shut + 1].caps:
            return first
        return shut + 1

    def _is_glued(self, index: int) -> bool:
        """Say whether a stroke stands right after a word: "GAZA/KYIV", not "Minsk /BelTA/"."""
        glued = index and self.tokens.end[index - 1] == self.tokens.start[index]
        return bool(glued) and self.key[index] == "/" and self.word[index - 1].is_word

    def _joins(self, index: int, last: int) -> bool:
        """Say whether a stroke joins two places: in capitals, or before an outlet."""
        if index < 1 or index + 1 >= last or self.key[index] != "/":
            return False
        if self.word[index - 1].caps and self.word[index + 1].caps:
            return True
        both = self.word[index - 1].upper and self.word[index + 1].upper
        return both and self._names_later(index + 1, last)

    def _names_later(self, first: int, last: int) -> bool:
        """Say whether an outlet in brackets follows a country in brackets."""
        return any(
            self.key[i] == "(" and self._closed(i, last) is not None
            for i in range(first, min(last, first + REACH))
        )

    def _country(self, index: int, last: int) -> int:
        """Return the token after a country in brackets behind a place; 0 where there is none."""
        shuts = {"(": ")", "[": "]"}.get(self.key[index])
        if shuts is None:
            return 0
        shut = next((i for i in range(index, min(last, index + 6)) if self.key[i] == shuts), index)
        inside = [self.word[i] for i in range(index + 1, shut) if self.word[i].is_word]
        named = bool(inside) and inside[0].upper and shut + 1 < last
        if named and inside[0].outlet:  # "[India]", with which names of outlets begin
            land = not inside[0].caps or inside[0].bits & w.DEMONYM
            named = bool(land) and not names_outlet(" ".join(word.key for word in inside))
        after = self.word[shut + 1] if named else None
        if after is None:
            return 0
        dated = after.bits & w.NUM and shut + 2 < last and self.word[shut + 2].bits & w.TIME
        return shut + 1 if dated or not after.is_word else 0

    def _closed(self, index: int, last: int) -> int | None:
        """Return the token after brackets or slashes around an outlet's name."""
        shut = {"(": ")", "[": "]", "|": "|"}.get(self.key[index], "/")
        for at in range(index + 2, min(last, index + 8)):
            if self.key[at] == shut:
                inside = range(index + 1, at)
                named = any(
                    self.word[i].outlet or self.word[i].caps or agency_in_small(self.key[i])
                    for i in inside
                )
                shouted = (
                    self._follows_place(index)
                    and at + 1 < last
                    and (self.key[at + 1] in self.grammar.dashes and self.word[index + 1].upper)
                )
                stroke = shut == "/" and self.word[index + 1].upper and self._follows_place(index)
                signed = shut == ")" and self._is_signed(index, at + 1, last)
                return at + 1 if named or shouted or stroke or signed else None
        return None

    def _is_signed(self, index: int, after: int, last: int) -> bool:
        """Say whether an agency in no list signs: "Ancoyo, 12 may (Austral).- La ministra"."""
        near = self.word[max(0, index - 2) : index]
        dated = any(word.bits & (w.NUM | w.TIME) for word in near)
        stopped = after < last and self.key[after] == "."
        dash = after + stopped
        ends = dash < last and self.key[dash] in self.grammar.dashes
        small = stopped and after - index == 3 and self._follows_place(index)  # "(apro).-"
        return ends and (dated or stopped) and (self.word[index + 1].upper or small)

    def _follows_place(self, index: int) -> bool:
        """Say whether a place in capitals stands before a token, a date between or not."""
        at = index - 1
        while at > 0 and (self.word[at].bits & (w.NUM | w.TIME) or self.key[at] in ",."):
            at -= 1
        return at >= 0 and self.word[at].caps

    def _parts(self, index: int, outlet: bool, caps: bool, first: int) -> bool:
        """Say whether a dash parts a dateline from the text."""
        if index == first or index + 1 >= len(self.key):
            return False
        spaced = self.tokens.start[index + 1] > self.tokens.end[index]
        if outlet or (caps and spaced):
            return True
        before = [i for i in range(first, index) if self.word[i].is_word]
        dated = any(self.word[i].bits & (w.NUM | w.TIME) for i in before)
        following = self.word[index + 1]
        counts = following.bits & w.NUM and self.word[first].bits & w.PLACE and len(before) == 1
        opens = following.upper or not following.is_word or counts  # "Yaoundé – 143 hommes"
        few = len([i for i in before if not self.word[i].bits & (w.NUM | w.TIME)]) <= PLACE_WORDS
        bare = not any(
            self.word[i].bits & (w.HEADS | w.DET | w.TITLE | w.PRON) or self.word[i].cues
            for i in before
            if not (dated and self.word[i].upper and self.word[i].bits & w.MEDIAPART)
        )
        return spaced and bool(opens) and few and bare and (dated or len(before) <= PLACE_WORDS - 1)

    def _after_dashes(self, index: int, last: int) -> int:
        while index < last and self.key[index] in self.grammar.dashes:
            index += 1
        timed = index + 2 < last and _HOUR.fullmatch(self.key[index])
        if timed and self.key[index + 1] in self.grammar.dashes:
            return index + 2  # "(AFP) - 20h03 - Le président"
        return index

    def _outlet_after(self, index: int, last: int) -> int | None:
        """Return the token after "Outlet.", "(Outlet) -" that follows a dash."""
        if index < last and self.key[index] == "(":
            shut = self._closed(index, last)
            return None if shut is None else self._after_dashes(shut, last)
        if index >= last or not self.word[index].outlet:
            return None
        for at in range(index + 1, min(last - 1, index + 4)):
            if self.key[at] == ".":
                return at + 1
            if not self.word[at].upper:
                return None
        return None

    def _all_caps(self, first: int, index: int) -> bool:
        words = [self.word[i] for i in range(first, index) if self.word[i].is_word]
        return all(word.caps for word in words)


def coined(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Say whether the letters of a word tell that it is a coined name: "UralWire"."""
    word = tokens.word[index]
    if not word.is_word or not word.upper or word.bits & (w.PLACE | w.TIME | w.GIVEN | w.TITLE):
        return False
    text = tokens.words(index, index + 1)
    foreign = bool(grammar.scripts) and w.is_latin(word.key)
    return foreign or "-" in text or any(map(str.isupper, text[1:]))


@lru_cache(maxsize=1 << 10)
def agency_in_small(key: str) -> bool:
    """Say whether small letters are an agency's name: "(ats)"."""
    if not (key.isalpha() and key.isascii() and 1 < len(key) < LETTERS):
        return False
    outlet = Authority.load().by_name(key.upper())
    return outlet is not None and outlet.kind == "agency"


@lru_cache(maxsize=1 << 10)
def names_agency(key: str) -> bool:
    """Say whether a word is an agency's name, whatever letters it is written in."""
    known = Authority.load().all_by_name(key) or Authority.load().all_by_name(key.upper())
    return any(outlet.kind == "agency" for outlet in known)


@lru_cache(maxsize=1 << 10)
def names_outlet(name: str) -> bool:
    """Say whether words are an outlet's whole name."""
    return bool(Authority.load().all_by_name(name))
