"""Speech that opens with a dash and ends before the dash of who says it: "– Words – said X."

Where a language writes quotations so, such words are quotations like those in marks: the first
dash opens one, the dash before a verb of speech closes it, and what stands in marks inside it
is its own.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from rawi.reading import marks
from rawi.reading.free_order.grammar import CaseGrammar
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.tokens import NEWLINE, Tokens

#: The verb of speech stands so near the dash before it, in tokens.
TAG: Final = 5
#: Where no table holds the verb, who speaks ends the line within so many tokens.
SHORT: Final = 14
#: What ends a sentence or a quotation before a dash that opens speech.
_ENDS: Final = '.!?…)]"”»'
#: What may open speech besides a capital.
_OPENS: Final = '„"«“…(['


class CaseDocument(Document):
    """A text whose speech between dashes counts as quoted, where its language writes so."""

    def __init__(self, text: str, grammar: CaseGrammar) -> None:
        self._cases = grammar
        super().__init__(text, grammar)

    def _matched(self) -> list[marks.Quote]:
        found = super()._matched()
        return (
            DashQuotes(self.tokens, self._cases).among(found) if self._cases.dash_quotes else found
        )


class DashQuotes:
    """Finds the speech between dashes in one text."""

    def __init__(self, tokens: Tokens, grammar: CaseGrammar) -> None:
        self.tokens, self.grammar = tokens, grammar
        self.key, self.word = tokens.key, tokens.word
        self._documents = grammar.words_of("documents")
        self._as = grammar.words_of("as")
        self._own = grammar.own_ends

    def among(self, quotes: list[marks.Quote]) -> list[marks.Quote]:
        """Return the quotations in marks and those between dashes, the outermost alone."""
        added: list[marks.Quote] = []
        first = 0
        for last in [*(i for i, key in enumerate(self.key) if key == NEWLINE), len(self.key)]:
            added += (marks.Quote(*where, False) for where in self._line(first, last))
            first = last + 1
        return _merged(quotes, added)

    def _line(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return where speech opens and closes in a line; a line without a tag has none."""
        dashes = [i for i in range(first, last) if self.key[i] in self.grammar.dashes]
        found: list[tuple[int, int]] = []
        open_, tagged = -1, False
        for dash in dashes:
            if self._opens(dash, first, last):
                if open_ < 0:
                    open_ = dash
            elif open_ >= 0 and self._closes(dash, last):
                found.append((open_, dash))
                open_, tagged = -1, True
            elif not found and open_ < 0 and self._is_own(first, dash) and self._closes(dash, last):
                found.append((first, dash))  # the dash at its head is lost
                tagged = True
        if open_ >= 0 and (tagged or open_ > first):
            found.append((open_, last))
        return found

    def _opens(self, dash: int, first: int, last: int) -> bool:
        """Say whether a dash at the head of a line or a sentence opens speech."""
        if dash + 1 >= last or self.tokens.start[dash + 1] == self.tokens.end[dash]:
            return False
        if dash > first and self.key[dash - 1] not in _ENDS:
            return False
        if dash > first and self.key[dash - 1] in ")]" and self.key[dash - 2] not in _ENDS:
            return False  # a dateline: "LUND (TT) –"
        following = self.word[dash + 1]
        capital = following.upper or not following.is_word or following.key[:1].isdigit()
        return capital and (following.is_word or self.key[dash + 1] in _OPENS)

    def _is_own(self, first: int, dash: int) -> bool:
        """Say whether somebody speaks of themselves between a line's head and a dash."""
        if any(self.key[i] in marks.CLOSERS for i in range(first, dash)):
            return False
        return any(self.word[i].bits & w.FIRST or self.key[i].endswith(self._own)
                   for i in range(first, dash))  # fmt: skip

    def _closes(self, dash: int, last: int) -> bool:
        """Say whether who speaks follows a dash: a verb of speech near it."""
        if dash + 1 >= last or self.word[dash + 1].upper or not self.word[dash + 1].is_word:
            return False
        if self.key[dash + 1] in self._as:
            return False  # "– as he said –" stands inside what is said
        for index in range(dash + 1, min(last, dash + 1 + TAG)):
            word = self.word[index]
            if not word.is_word or word.bits & (w.COMP | w.REL):
                break
            if word.key in self._documents:
                return True
            if any(cue.form & w.FINITE and cue.governs & w.QUOTE for cue in word.cues):
                return True
        return self._does(dash, last)

    def _does(self, dash: int, last: int) -> bool:
        """Say whether a verb that no table holds follows a dash, and who does it ends the line."""
        at = dash + 1 + bool(self.word[dash + 1].bits & w.NEG)
        if at >= last or self.word[at].upper or not self.grammar.verb_features(self.key[at]):
            return False
        end = next((i for i in range(at, min(last, at + SHORT)) if self.key[i] in ".!?"), last)
        return end - at < SHORT and any(
            self.word[i].upper or self.word[i].bits & w.HEADS for i in range(at + 1, end)
        )


def _merged(quotes: list[marks.Quote], added: list[marks.Quote]) -> list[marks.Quote]:
    """Return quotations with others: those inside one go, and none crosses another."""
    opens = [quote.open for quote in quotes]
    kept: list[marks.Quote] = []
    done = 0
    for quote in added:
        low, high = bisect_left(opens, quote.open), bisect_left(opens, quote.close)
        if low and quotes[low - 1].after > quote.open:
            continue
        if high > low and quotes[high - 1].after > quote.close:
            continue
        kept += quotes[done:low]
        kept.append(quote)
        done = high
    return kept + quotes[done:]
