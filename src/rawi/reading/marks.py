"""Quotation marks, matched over the whole report.

Only outermost quotations are kept: what stands in marks inside marks belongs to its
quotation.  A quotation may run over several paragraphs (reopened at each, or closed only
at the end), be closed by the wrong mark, or not at all; then it ends with its paragraph.
One pass over the marks, so that a text of nothing but marks costs no more than another.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import Final, NamedTuple, Protocol

from rawi.reading.tokens import NEWLINE

#: Which marks may close a quotation that a mark opened.
CLOSERS: Final = {
    "«": "»«", "“": "”\"“", "„": "“”\"„", "‟": "”\"", "‹": "›", '"': '"”“', "‘": "’'", "'": "'’",
    "”": "”“", "»": "«»",
}  # fmt: skip
SINGLE: Final = frozenset("‘’'")
MARKS: Final = frozenset("«»“”„‟‹›\"‘’'")
_READ: Final = MARKS | {NEWLINE}
#: Marks that open nothing unless the text around them says so.
_RIGHT: Final = frozenset("»”›’")
#: A quotation in single marks is no longer than this, in marks that stand inside it.
SINGLE_REACH: Final = 12
#: A quotation between two single marks on each side is no longer than this, in marks.
PAIR_REACH: Final = 32
#: A word before a mark inside a quotation that has no more letters is a preposition.
STUCK_LETTERS: Final = 2
#: How many paragraphs a quotation may run over before it counts as never closed.
REACH: Final = 6


class Marked(Protocol):
    """What is asked of tokens: their folded forms, offsets, and which of them are marks."""

    text: str
    key: list[str]
    start: array[int]
    end: array[int]
    marks: array[int]

    def __len__(self) -> int:
        """Return how many tokens there are."""


class Quote(NamedTuple):
    """A quotation: the tokens of its marks.

    `close` is the token of the closing mark, or, where there is none (`closed` False),
    the first token after the quotation.
    """

    open: int
    close: int
    closed: bool

    @property
    def after(self) -> int:
        """The first token after the quotation."""
        return self.close + 1 if self.closed else self.close


def match(tokens: Marked, *, both_ways: bool = False) -> list[Quote]:
    """Return the outermost quotations in the order of the text.

    With `both_ways` the language writes »so« as well as «so»; the text tells which.
    """
    turned = both_ways and _is_turned(tokens)
    return _Matcher(_Turned(tokens) if turned else tokens).run()


def _is_turned(tokens: Marked) -> bool:
    """Say whether angled marks point inwards in a text: »so«."""
    found = 0
    for index in tokens.marks:
        key = tokens.key[index]
        if key in "«»‹›":
            start, end = tokens.start[index], tokens.end[index]
            loose = not start or not tokens.text[start - 1].isalnum()
            opens = loose and tokens.text[end : end + 1].isalnum()
            found += (key in "»›") - (key in "«‹") if opens else 0
    return found > 0


class _Turned:
    """Tokens whose angled marks are read the other way round."""

    def __init__(self, tokens: Marked) -> None:
        turned = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
        self.text, self.start, self.end = tokens.text, tokens.start, tokens.end
        self.key = [turned.get(key, key) for key in tokens.key]
        self.marks = tokens.marks

    def __len__(self) -> int:
        return len(self.key)


class _Matcher:
    def __init__(self, tokens: Marked) -> None:
        self.tokens = tokens
        key = tokens.key
        self.marks = array("i", [index for index in tokens.marks if key[index] in _READ])
        self.quotes: list[Quote] = []

    def run(self) -> list[Quote]:
        at = 0
        while at < len(self.marks):
            index = self.marks[at]
            if self.tokens.key[index] == NEWLINE or not self._opens(index):
                at += 1
            else:
                at = self._close(at)
        return self.quotes

    def _before(self, index: int) -> str:
        start = self.tokens.start[index]
        return self.tokens.text[start - 1] if start else "\n"

    def _after(self, index: int) -> str:
        end = self.tokens.end[index]
        return self.tokens.text[end] if end < len(self.tokens.text) else "\n"

    def _opens(self, index: int) -> bool:
        key, before, after = self.tokens.key[index], self._before(index), self._after(index)
        if key in SINGLE and self._is_pair(index):
            following = self._after(index + 1)
            return not before.isalnum() and (following.isalnum() or following in "«[")
        if key in SINGLE:
            return not before.isalnum() and before != '"' and (after.isalnum() or after in '«"')
        if key in _RIGHT:
            led = self._is_led_to(index)
            if (before.isspace() or led) and after.isspace() and key == "”":
                return self._comes_again(index)
            if key == "”" and before.isalnum() and after.isspace():
                return self._is_first_of_two(index, "”“")
            led = led or (key == "»" and self._is_first(index))
            return (before.isspace() or led) and after.isalnum() and (key != "»" or led)
        if key == '"' and after.isspace() and not before.isspace():
            return self._is_led_to(index) or (before.isalnum() and self._is_first_of_two(index))
        return key in CLOSERS

    def _is_first(self, index: int) -> bool:
        """Say whether a mark stands at the head of a line."""
        return index == 0 or self.tokens.key[index - 1] == NEWLINE

    def _is_pair(self, index: int) -> bool:
        """Say whether a single mark and the one stuck to it stand for a double one: ’’ or ‘’."""
        tokens = self.tokens
        if index + 1 >= len(tokens.key) or tokens.key[index + 1] not in SINGLE:
            return False
        return tokens.start[index + 1] == tokens.end[index]

    def _is_led_to(self, index: int) -> bool:
        """Say whether a colon stands before a mark."""
        return index > 0 and self.tokens.key[index - 1] == ":"

    def _is_first_of_two(self, index: int, twins: str = '"') -> bool:
        """Say whether a mark stuck to the word before it opens all the same.

        No quotation is open before it in its paragraph, and the mark after it closes: no word
        follows that at once, and what comes after it, if anything, opens again.
        """
        key, at = self.tokens.key, bisect_left(self.marks, index)
        before = self.marks[at - 1] if at else -1
        closed = self.quotes and self.quotes[-1].closed and self.quotes[-1].close == before
        if before >= 0 and key[before] != NEWLINE and not closed:
            return False
        after = self.marks[at + 1 : at + 3]
        if not after or key[after[0]] not in twins or not self._may_end(after[0]):
            return False
        return (
            len(after) < 2
            or key[after[1]] not in twins
            or not self._may_end(after[1])
            or (self._before(after[1]).isalnum() and self._after(after[1]).isspace())
        )

    def _may_end(self, index: int) -> bool:
        """Say whether a mark looks like a closing one: stuck to a word or to another mark."""
        after = self._after(index)
        return not self._before(index).isspace() or not (after.isalnum() or after in " \t")

    def _comes_again(self, index: int) -> bool:
        """Say whether the same mark, or its opposite, comes again in the paragraph."""
        at = bisect_left(self.marks, index) + 1
        for mark in self.marks[at : at + REACH]:
            if self.tokens.key[mark] == NEWLINE:
                return False
            if self.tokens.key[mark] in "”“":
                return True
        return False

    def _closes(self, opener: str, index: int) -> bool:
        key = self.tokens.key[index]
        if key in "'’" and opener in '"»':  # "…''
            return self.tokens.key[index - 1] == key and not self._after(index).isalnum()
        if key not in CLOSERS.get(opener, ()):
            return False
        before, after = self._before(index), self._after(index)
        if key in SINGLE:
            return not after.isalnum()
        if key == opener and key in "«„‹":  # «…«, the mark stuck to the last word
            return not (before.isspace() or after.isalnum())
        if key == opener and key != '"':  # “…“
            return not after.isalnum()
        if key in "“" and after.isalnum() and before.isspace():
            return False
        return True

    def _close(self, at: int) -> int:
        """Close the quotation that opens at a mark; return the mark to go on with."""
        opener, first = self.tokens.key[self.marks[at]], self.marks[at]
        if opener in SINGLE and self._is_pair(first):
            return self._close_pair(at)
        depth, paragraphs, spare, line_end = 1, 0, -1, -1
        inner = False  # the spare mark closes what stands in marks inside
        here = at + 1
        while here < len(self.marks):
            index = self.marks[here]
            key = self.tokens.key[index]
            if opener in SINGLE and (key == NEWLINE or here > at + SINGLE_REACH):
                return at + 1
            if key == NEWLINE:
                paragraphs += 1
                line_end = index if line_end < 0 else line_end
                wrong = spare >= 0 and not inner
                if wrong or paragraphs > REACH or not self._goes_on(opener, here):
                    break
                here = self._skip_reopening(opener, here)
                continue
            if (opener == '"' and (self._is_stuck(index) or self._opens_inside(here))) or (
                opener == key == "“" and self._nests(here)
            ):
                depth += 1
            elif self._closes(opener, index):
                depth -= 1
                if depth == 0:
                    if index > first + 1:  # two marks with nothing between them quote nothing
                        self.quotes.append(Quote(first, index, True))
                    return here + 1
                spare, inner = here, True
            elif key == opener and opener in "«„‹":
                depth += 1
            elif not self._opens(index) and key not in SINGLE:
                spare, inner = here, False  # the wrong mark, but the only one there is
            here += 1
        if opener in SINGLE:
            return at + 1
        if spare >= 0:
            self.quotes.append(Quote(first, self.marks[spare], True))
            return spare + 1
        end = line_end if line_end >= 0 else len(self.tokens)
        if end > first + 1:
            self.quotes.append(Quote(first, end, False))
        return here if line_end < 0 else self._mark_after(at, line_end)

    def _close_pair(self, at: int) -> int:
        """Close a quotation that two single marks open: with two, or with a double one."""
        first = self.marks[at]
        for here in range(at + 2, min(len(self.marks), at + PAIR_REACH)):
            index = self.marks[here]
            key = self.tokens.key[index]
            if key == NEWLINE:
                break
            pair = key in SINGLE and self._is_pair(index)
            last = index + 1 if pair else index
            if (pair or key in '"”') and not self._after(last).isalnum():
                self.quotes.append(Quote(first, last, True))
                return here + 1 + pair
        return at + 2

    def _mark_after(self, at: int, index: int) -> int:
        while at < len(self.marks) and self.marks[at] <= index:
            at += 1
        return at

    def _goes_on(self, opener: str, here: int) -> bool:
        """Say whether a quotation that is open at a line's end goes on in a later line."""
        limit = min(len(self.marks), here + 2 * REACH)
        inside = 0
        for at in range(here + 1, limit):
            index = self.marks[at]
            if self.tokens.key[index] == NEWLINE:
                continue
            if self._reopens(opener, index):
                return True
            after = self._after(index)
            if self.tokens.key[index] == opener and opener == "«" and after.isalnum():
                inside += 1  # a name in marks
                continue
            if inside and self._closes(opener, index):
                inside -= 1
                continue
            return self._closes(opener, index) and not (
                after.isalnum() or (self._before(index).isspace() and after in " \t")
            )
        return False

    def _opens_inside(self, here: int) -> bool:
        """Say whether a mark looks like an opening one, and one that closes follows."""
        index = self.marks[here]
        if not (self._before(index).isspace() and self._after(index).isalnum()):
            return False
        following = self.marks[here + 1] if here + 1 < len(self.marks) else index
        key = self.tokens.key[following]
        return following > index and key == '"' and not self._before(following).isspace()

    def _nests(self, here: int) -> bool:
        """Say whether “ looks like an opening mark, and enough ” follow in its paragraph."""
        index = self.marks[here]
        if not (self._before(index).isspace() and self._after(index).isalnum()):
            return False
        opened = closed = 0
        for mark in self.marks[here : here + PAIR_REACH]:
            key = self.tokens.key[mark]
            if key == NEWLINE:
                break
            opened += key == "“" and self._before(mark).isspace()
            closed += key == "”" and not self._before(mark).isspace()
        return closed > opened

    def _is_stuck(self, index: int) -> bool:
        """Say whether a mark opens after a preposition that is stuck to what it quotes."""
        before = self.tokens.key[index - 1]
        stuck = self._before(index).isalnum() and self._after(index).isalnum()
        return stuck and len(before) <= STUCK_LETTERS

    def _reopens(self, opener: str, index: int) -> bool:
        at_line_start = index == 0 or self.tokens.key[index - 1] == NEWLINE
        return at_line_start and self.tokens.key[index] in (
            opener,
            "»" if opener == "«" else opener,
        )

    def _skip_reopening(self, opener: str, here: int) -> int:
        at = here + 1
        while at < len(self.marks) and self.tokens.key[self.marks[at]] == NEWLINE:
            at += 1
        if at < len(self.marks) and self._reopens(opener, self.marks[at]):
            return at + 1
        return at
