"""What a text says that can be compared one by one: numbers, months, negations, hedges.

All that belongs to a language is in its `facts.toml`; a language without one has no facts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

import msgspec

from rawi.authority.names import fold_words
from rawi.reading.packs.files import read_toml
from rawi.reading.packs.shipped import available, folder

_TOKEN: Final = re.compile(
    r"\d+(?:[.,\s\u066b\u066c\u060c]\d+|['\u2019]\d{3}(?!\d))*"  # digits and what parts them
    r"|[^\W\d_]+(?:['\u2019\u02bc]\w+)?"  # a word
    r"|[^\w\s\-\u2010-\u2015'\u2019]"  # a mark that parts words
)
PAUSE: Final = ","
_SEPARATOR: Final = re.compile(r"\D")
#: A number this near to another is the same ("2.29" and "2.3" million), as a share of the larger.
SAME_NUMBER: Final = 0.001
_GROUP = 3
NEGATION: Final = "negation"
EXACT: Final = "exact"
#: A verb with a suffix of negation has so many letters at least.
_VERB: Final = 6
#: Words between a negation and what takes it back.
_GAP = 6
_HALF: Final = 0.5
_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000


class Number(msgspec.Struct, frozen=True, order=True):
    """A number as it is meant: 1.2 billion is 1_200_000_000.0; `percent` tells a share."""

    value: float
    percent: bool = False


class Facts(msgspec.Struct, frozen=True):
    """What one content says.

    `numbers` and `months` (1 to 12) are sorted, each once.  `negations` is how many words of
    negation there are.  `hedges` are the kinds of hedge (`approximate`, `until_now`,
    `possible`, `at_least`, `at_most`), sorted.  `exact` tells that it rules them out: "exactly",
    "beyond doubt".
    """

    numbers: tuple[Number, ...] = ()
    months: tuple[int, ...] = ()
    negations: int = 0
    hedges: tuple[str, ...] = ()
    exact: bool = False


class Words:
    """One language's tables, folded."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        numbers = table.get("numbers", {})
        self.groups = frozenset(numbers.get("groups", ()))
        #: digits go on after a scale in words: "17 bin 500"
        self.mixed = bool(numbers.get("mixed", False))
        self.units_first = bool(numbers.get("units_first", False))
        self.skipped = frozenset(numbers.get("skipped", ()))
        self.front: tuple[str, ...] = tuple(
            sorted(map(_joined, numbers.get("front", ())), key=len, reverse=True)
        )
        #: "and a half", after a number or after what it counts
        self.halves = [fold_words(phrase) for phrase in numbers.get("halves", ())]
        self.values = {fold_words(word): float(n) for word, n in numbers.get("values", {}).items()}
        self.scales = {fold_words(word): float(n) for word, n in numbers.get("scales", {}).items()}
        self.weak = frozenset(map(fold_words, numbers.get("weak", {}).get("words", ())))
        self.percent = frozenset(map(fold_words, numbers.get("percent", {}).get("words", ())))
        months = dict(table.get("months", {}))
        #: whether a month begins with a capital; None where the script has none
        self.capital: bool | None = months.pop("capital", None)
        self.months = {fold_words(word): int(n) for word, n in months.items()}
        negation = table.get("negation", {})
        #: so end verbs that are negated by a suffix
        self.negative_ends = tuple(map(_joined, negation.get("endings", ()))) or ("\0",)
        self.hedges = _kinds(table.get("hedges", {}))
        #: phrases of negation, hedges, and what holds their words and denies nothing ("")
        self.manner = (
            dict.fromkeys(map(fold_words, negation.get("words", ())), NEGATION)
            | _kinds({"": [p for p in negation.get("idle", ()) if "*" not in p]})
            | _kinds(table.get("exactness", {}))
            | self.hedges
        )
        #: hedges that are such only before a number
        self.of_numbers = _kinds(table.get("hedges_of_numbers", {}))
        self.gapped = [
            (fold_words(first), fold_words(last))
            for first, _, last in (p.partition(" * ") for p in negation.get("idle", ()))
            if last
        ]
        self.occasions = Phrases(_kinds(table.get("occasions", {})))
        self.first_hand = Phrases(_kinds(table.get("first_hand", {})))
        self.stances = Phrases(_kinds(table.get("stances", {})))
        self.without = Phrases(_kinds({"without": negation.get("without", ())}))
        self.denials = Phrases(_kinds(table.get("denials", {})))
        phrases = [*self.values, *self.scales, *self.percent, *self.manner, *self.months]
        self.longest = max(map(len, phrases), default=1)

    def variants(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield words as they stand, then without what is stuck to the front of the first."""
        yield words
        for front in self.front:
            if words[0].startswith(front) and len(words[0]) > len(front) + 1:
                yield (words[0].removeprefix(front), *words[1:])


def _kinds(table: Mapping[str, Sequence[str]]) -> dict[tuple[str, ...], str]:
    """Return each phrase, folded, with its kind; a last "*" is kept for any ending."""
    return {
        tuple(
            word + "*" * (part[-1:] == "*") for part in phrase.split() for word in fold_words(part)
        ): kind
        for kind, phrases in table.items()
        for phrase in phrases
    }


def _joined(text: str) -> str:
    return "".join(fold_words(text))


@cache
def words_of(code: str | None) -> Words:
    """Return the tables of a language; empty ones where it has none."""
    return Words(read_toml(folder(code), "facts.toml") if code in available() else {})


@lru_cache(maxsize=20_000)
def facts_of(text: str, code: str | None) -> Facts:
    """Return the facts of a content in the language `code` (ISO 639; None where unknown)."""
    words = words_of(code)
    tokens = list(_tokens(text))
    numbers = sorted(set(_numbers(tokens, words)))
    plain = [token for token in tokens if not token[0].isdigit()]
    manner = list(_lookup(plain, words.manner, words))
    hedges = {kind for kind in manner if kind not in ("", NEGATION, EXACT)}
    return Facts(
        numbers=tuple(numbers),
        months=tuple(sorted(set(_lookup(_dated(text, words), words.months, words)))),
        negations=max(0, manner.count(NEGATION) - _idle(plain, words)) + _suffixed(plain, words),
        hedges=tuple(sorted(hedges | _hedged(tokens, words))),
        exact=EXACT in manner,
    )


def _suffixed(tokens: Sequence[str], words: Words) -> int:
    """Return how many words are negated by a suffix of their own."""
    long = (token for token in tokens if len(token) >= _VERB)
    return sum(token.endswith(words.negative_ends) for token in long)


def _dated(text: str, words: Words) -> list[str]:
    """Return the words of a text that may be months by their first letter: "may" is none in
    English, "Mars" none in French."""
    return [
        token
        for found in _TOKEN.findall(unicodedata.normalize("NFKC", text))
        if found[0].isalpha() and words.capital in (None, found[0].isupper())
        for token in _folded(found)
    ]


def _hedged(tokens: Sequence[str], words: Words) -> set[str]:
    """Return the kinds of hedge that stand before a number, at once or with a word between."""
    found = set()
    for phrase, kind in words.of_numbers.items():
        for at in range(len(tokens) - len(phrase)):
            end = at + len(phrase)
            if at and words.manner.get((tokens[at - 1],)) == NEGATION:
                continue  # "not more than" is another hedge
            if any(
                run[1:] == phrase[1:] and run[0] == phrase[0]
                for run in words.variants(tuple(tokens[at:end]))
            ) and any(_is_number(tokens, n, words) for n in (end, end + 1)):
                found.add(kind)
    return found


def _is_number(tokens: Sequence[str], at: int, words: Words) -> bool:
    return at < len(tokens) and _piece(tokens, at, words)[0] is not None


def _idle(tokens: Sequence[str], words: Words) -> int:
    """Return how many negations a later word takes back: "not … but", within a few words."""
    return sum(
        1
        for first, last in words.gapped
        for at in range(len(tokens))
        if tuple(tokens[at : at + len(first)]) == first
        and any(
            tuple(tokens[after : after + len(last)]) == last
            for after in range(at + len(first), min(len(tokens), at + len(first) + _GAP))
        )
    )


def _tokens(text: str) -> Iterator[str]:
    """Yield folded words, digits with what parts them, "%", and "," for a pause."""
    for found in _TOKEN.findall(unicodedata.normalize("NFKC", text)):
        if found[0].isdigit():
            yield found
        elif found in "%\u066a":
            yield "%"
        elif found[0].isalpha():
            yield from _folded(found)
        else:
            yield PAUSE


#: Words come again and again.
_KEPT: Final = 50_000
_folded: Final = lru_cache(maxsize=_KEPT)(fold_words)


def _lookup(
    tokens: Sequence[str], table: Mapping[tuple[str, ...], Any], words: Words
) -> Iterator[Any]:
    """Yield what the table says of each run of tokens that is in it, the longest first."""
    at = 0
    while at < len(tokens):
        step = 1
        for length in range(min(words.longest, len(tokens) - at), 0, -1):
            run = tuple(tokens[at : at + length])
            hit = next(
                (table[f] for form in words.variants(run) for f in _forms(form) if f in table), None
            )
            if hit is not None:
                yield hit
                step = length
                break
        at += step


def _forms(run: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a run as it stands, and with any ending of its last word but the first letter."""
    yield run
    if len(run) > 1:
        yield (*run[:-1], run[-1][0] + "*")


def _numbers(tokens: Sequence[str], words: Words) -> Iterator[Number]:
    """Yield the numbers of a text, written in digits or in words."""
    at = after = 0  # `after` the last number and what tells its share
    while at < len(tokens):
        value, end, weak = _number_at(tokens, at, words)
        if value is None:
            at = max(end, at + 1)
            continue
        half, end = _half_after(tokens, end, words)
        value, weak = value + half, weak and not half
        percent = _percent_at(tokens, end, words)
        if percent or not weak:
            before = at > after and (tokens[at - 1] == "%" or (tokens[at - 1],) in words.percent)
            yield Number(round(value, 6), bool(percent) or before)
        at = after = end + percent


def _half_at(tokens: Sequence[str], at: int, words: Words) -> int:
    """Return where "and a half" at this token ends, the token itself where there is none."""
    ends = (at + len(phrase) for phrase in words.halves)
    return next((end for end in ends if tuple(tokens[at:end]) in words.halves), at)


def _half_after(tokens: Sequence[str], at: int, words: Words) -> tuple[float, int]:
    """Return what "and a half" adds to a number that ends here, and where that ends.

    What is counted may stand between: "four years and a half".  A half is of the scale with
    which the number ends: "one million and a half".
    """
    for start in (at, at + 1):
        if start < len(tokens) and tokens[start] == PAUSE:
            break
        if (end := _half_at(tokens, start, words)) > start:
            return _HALF * (_scale_at(tokens, at - 1, words) or 1.0), end
    return 0.0, at


def _scale_at(tokens: Sequence[str], at: int, words: Words) -> float | None:
    """Return the value of a scale at a token, None where none is."""
    if not 0 <= at < len(tokens):
        return None
    value, _, scale, _ = _piece(tokens, at, words)
    return value if scale else None


def _percent_at(tokens: Sequence[str], at: int, words: Words) -> int:
    """Return how many tokens from here on mean "per cent", 0 for none."""
    if at < len(tokens) and tokens[at] == "%":
        return 1
    return next((n for n in (2, 1) if tuple(tokens[at : at + n]) in words.percent), 0)


def _number_at(tokens: Sequence[str], at: int, words: Words) -> tuple[float | None, int, bool]:
    """Return the number that begins at a token, where it ends, and whether it is weak alone."""
    total, current, last, weak, end = 0.0, None, None, True, at
    while at < len(tokens) and not _percent_at(tokens, at, words):
        if last is not None and (half := _half_at(tokens, at, words)) > at:
            if not _scale_at(tokens, half, words):
                break
            current, at = (current or 0.0) + _HALF, half
        value, length, scale, is_weak = _piece(tokens, at, words)
        if value is None:
            if last is not None and tokens[at] in words.skipped and _starts(tokens, at + 1, words):
                at += 1
                continue
            break
        if scale:
            if last is not None and current is None and value >= last:
                break
            current = (current or 1.0) * value
            if value >= _THOUSAND:
                total, current = total + current, None
        elif last is not None and not _may_follow(value, last, words, tokens[at][0].isdigit()):
            break
        else:
            current = (current or 0.0) + value
        weak = weak and is_weak and last is None
        last = value
        at += length
        end = at
    if last is None:
        return None, at + 1, True
    return total + (current or 0.0), end, weak


def _may_follow(value: float, last: float, words: Words, digits: bool) -> bool:
    """Say whether a plain number goes on with the one before: twenty + five, five + twenty."""
    if digits:
        return words.mixed and value < last and last >= _THOUSAND
    units_before_tens = words.units_first and last < _TEN <= value < _HUNDRED
    return units_before_tens or (value < last and last >= _TWENTY)


def _starts(tokens: Sequence[str], at: int, words: Words) -> bool:
    return (
        at < len(tokens)
        and not tokens[at][0].isdigit()
        and (_piece(tokens, at, words)[0] is not None)
    )


def _piece(tokens: Sequence[str], at: int, words: Words) -> tuple[float | None, int, bool, bool]:
    """Return the value of a digit group or number word, its tokens, if it multiplies, if weak."""
    token = tokens[at]
    if token[0].isdigit():
        return _digits(token, words), 1, False, False
    for length in range(min(words.longest, len(tokens) - at), 0, -1):
        for form in words.variants(tuple(tokens[at : at + length])):
            if form in words.values:
                return words.values[form], length, False, form in words.weak
            if form in words.scales:
                return words.scales[form], length, True, form in words.weak
    return None, 1, False, True


def _digits(token: str, words: Words) -> float:
    """Return the value of digits and what parts them: a group of three, or decimals."""
    parts = _SEPARATOR.split(token)
    marks = _SEPARATOR.findall(token)
    whole, decimals = parts[0], ""
    for number, (mark, part) in enumerate(zip(marks, parts[1:], strict=True), 1):
        mark = " " if mark.isspace() else mark
        last = number == len(marks)
        if len(part) == _GROUP and (mark in words.groups or not last):
            whole += part
        elif last and mark != " ":
            decimals = part
        else:
            break
    try:
        return float(f"{whole[:18]}.{decimals[:6]}" if decimals else whole[:18])
    except ValueError:
        return 0.0


def unshared_numbers(one: Facts, other: Facts) -> tuple[list[Number], list[Number]]:
    """Return the numbers that only the one has, and those that only the other has."""
    mine, theirs = [], list(other.numbers)
    for number in one.numbers:
        match = next((o for o in theirs if _same(number, o)), None)
        if match is None:
            mine.append(number)
        else:
            theirs.remove(match)
    return mine, theirs


def ruled_out(one: Facts, other: Facts) -> bool:
    """Say whether what the one hedges, the other says exactly: "almost forty", "exactly forty"."""
    return bool((one.exact and other.hedges) or (other.exact and one.hedges))


def shared_numbers(one: Facts, other: Facts) -> tuple[int, int, int]:
    """Return how many numbers both have, and how many only the one and only the other has."""
    mine, theirs = unshared_numbers(one, other)
    return len(one.numbers) - len(mine), len(mine), len(theirs)


def _same(one: Number, other: Number) -> bool:
    largest = max(abs(one.value), abs(other.value))
    return abs(one.value - other.value) <= SAME_NUMBER * largest


class Phrases:
    """Phrases with their kinds, found in a text; a last "*" of a word stands for any ending."""

    def __init__(self, table: Mapping[tuple[str, ...], str]) -> None:
        self._by_first: dict[str, list[_Phrase]] = {}
        #: those whose first word may have any ending, by its first letter
        self._open: dict[str, list[_Phrase]] = {}
        #: which begin with a word: words come again and again, and hardly any begins one
        self._begun: dict[str, tuple[_Phrase, ...]] = {}
        #: what was told of a text: a report is asked in each domain that it has a part in
        self._told: dict[str, tuple[str, ...]] = {}
        for number, (phrase, kind) in enumerate(table.items()):
            first = phrase[0]
            among = self._open if first.endswith("*") else self._by_first
            key = first[0] if first.endswith("*") else first
            among.setdefault(key, []).append(_Phrase(number, phrase, kind))

    def kinds(self, text: str, words: Words) -> tuple[str, ...]:
        """Return the kinds whose phrases stand in a text, each once, in the order of the text."""
        if len(text) > _LONGEST:
            return self._kinds(text, words)
        kinds = self._told.get(text)
        if kinds is None:
            if len(self._told) >= _MOST:
                self._told.clear()
            kinds = self._told[text] = self._kinds(text, words)
        return kinds

    def _kinds(self, text: str, words: Words) -> tuple[str, ...]:
        tokens = [token for token in _tokens(text) if not token[0].isdigit()]
        found: dict[str, None] = {}
        for at, token in enumerate(tokens):
            for _, (_, *rest), kind in self._begin(token, words):
                run = tokens[at + 1 : at + 1 + len(rest)]
                if len(run) == len(rest) and all(map(_fits, rest, run)):
                    found.setdefault(kind)
        return tuple(found)

    def _begin(self, token: str, words: Words) -> tuple[_Phrase, ...]:
        """Return the phrases whose first word a token may be, in the order of the table."""
        begun = self._begun.get(token)
        if begun is None:
            if len(self._begun) >= _KEPT:
                self._begun.clear()
            begun = self._begun[token] = tuple(sorted(self._beginning(token, words)))
        return begun

    def _beginning(self, token: str, words: Words) -> Iterator[_Phrase]:
        for (first,) in words.variants((token,)):
            yield from self._by_first.get(first, ())
            yield from (p for p in self._open.get(first[0], ()) if _fits(p.words[0], first))


#: Texts of which it is kept what was told, and the code points of the longest such.
_MOST: Final = 8_192
_LONGEST: Final = 4_000


class _Phrase(NamedTuple):
    number: int
    words: tuple[str, ...]
    kind: str


def _fits(want: str, word: str) -> bool:
    return word.startswith(want[:-1]) if want.endswith("*") else word == want
