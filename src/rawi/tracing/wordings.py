"""Two wordings laid side by side: word by word in one language, by what they say across two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

import msgspec

from rawi.authority.names import fold_words
from rawi.records import Change, Report, Span, Statement
from rawi.tracing.facts import Facts, Number, facts_of, shared_numbers
from rawi.tracing.routes import members, order

_WORD: Final = re.compile(r"\d+(?:[.,\u066b\u066c]\d+)*|[\w'\u2019\u0640]+")
_DIGIT: Final = re.compile(r"\d")
#: Words that are compared, at most: a content is rarely longer, and a hostile one may be.
_MOST: Final = 400
#: A run of so many words that the other has not is a clause, not a choice of words.
CLAUSE: Final = 5
#: A hedge has so many words at most.
_HEDGE: Final = 4


class Said(msgspec.Struct, frozen=True):
    """The words with which one report passes a statement on."""

    report: str
    text: str
    language: str | None

    @property
    def facts(self) -> Facts:
        """What they say that can be compared."""
        return _facts(self.text, self.language)


@lru_cache(maxsize=8192)
def _facts(text: str, language: str | None) -> Facts:
    return facts_of(text, language)


def said(statement: Statement, reports: dict[str, Report]) -> list[Said]:
    """Return the words of each report that carries a statement, the earliest first.

    Of a report that passes it on in several places the longest words count.
    """
    longest: dict[str, str] = {}
    there = sorted(members(statement, reports), key=lambda told: order(told[0]))
    for report, attribution in there:
        text = " … ".join(span.of(report.text) for span in attribution.content)
        if len(text) > len(longest.get(report.id, "")):
            longest[report.id] = text
    return [Said(id, text, reports[id].language) for id, text in longest.items()]


@lru_cache(maxsize=4096)
def folded(text: str) -> tuple[tuple[str, Span], ...]:
    """Return the words of a text as they are compared, each with its place."""
    found = []
    for match in _WORD.finditer(text):
        word = _folded(match[0])
        if word:
            found.append((word, Span(match.start(), match.end())))
        if len(found) >= _MOST:
            break
    return tuple(found)


def _folded(word: str) -> str:
    if word[0].isdigit():  # 1.2 is not 12; the digits of any script are one
        return _DIGIT.sub(lambda digit: str(int(digit[0])), word)
    return "".join(fold_words(word))


def differences(before: str, after: str) -> Iterator[tuple[str, str, Span | None]]:
    """Yield what one text has and the other has for it, with its place in `after` if any.

    Both are in one language; letters' case, vowel signs and marks do not count.
    """
    first, second = folded(before), folded(after)
    matcher = SequenceMatcher(
        None, [word for word, _ in first], [word for word, _ in second], autojunk=False
    )
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            left = before[first[a][1].start : first[b - 1][1].end] if b > a else ""
            place = Span(second[c][1].start, second[d - 1][1].end) if d > c else None
            yield left, place.of(after) if place else "", place


def likeness(before: str, after: str) -> float:
    """Return which share of the words of both is in the other in the same order, 0 to 1."""
    first = [word for word, _ in folded(before)]
    second = [word for word, _ in folded(after)]
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def changes(before: Said, after: Said) -> tuple[Change, ...]:
    """Return what differs in what two wordings say, of any two languages.

    Within one language clauses that only one of them has are told as well.
    """
    found = [
        *_numbers(before.facts, after.facts),
        *_months(before.facts, after.facts),
        *_hedges(before, after),
        *_negation(before, after),
    ]
    if before.language == after.language:
        found += _clauses(before.text, after.text)
    return tuple(found)


def _numbers(before: Facts, after: Facts) -> Iterator[Change]:
    lost = [n for n in before.numbers if shared_numbers(Facts((n,)), after)[0] == 0]
    new = [n for n in after.numbers if shared_numbers(Facts((n,)), before)[0] == 0]
    for number in range(max(len(lost), len(new))):
        yield Change("number", _figure(lost, number), _figure(new, number))


def _figure(numbers: Sequence[Number], at: int) -> str:
    if at >= len(numbers):
        return ""
    number = numbers[at]
    return f"{number.value:,.12g}" + (" %" if number.percent else "")


def _months(before: Facts, after: Facts) -> Iterator[Change]:
    lost, new = set(before.months) - set(after.months), set(after.months) - set(before.months)
    if lost and new:
        yield Change("date", ", ".join(map(str, sorted(lost))), ", ".join(map(str, sorted(new))))


def _hedges(before: Said, after: Said) -> Iterator[Change]:
    for kind in before.facts.hedges:
        if kind not in after.facts.hedges:
            yield Change("hedge", _hedge(before, kind), "")
    for kind in after.facts.hedges:
        if kind not in before.facts.hedges:
            yield Change("hedge", "", _hedge(after, kind))


def _hedge(one: Said, kind: str) -> str:
    """Return the words of a hedge; its kind where they cannot be told from what is around them."""
    places = [match.span() for match in _WORD.finditer(one.text)][:_MOST]
    for length in range(1, _HEDGE + 1):
        for at in range(len(places) - length + 1):
            run = one.text[places[at][0] : places[at + length - 1][1]]
            if kind in _facts(run, one.language).hedges:
                return run
    return kind.replace("_", " ")


def _negation(before: Said, after: Said) -> Iterator[Change]:
    # two words of negation are one negation in many languages: "n'a … aucun"
    if bool(before.facts.negations) != bool(after.facts.negations):
        yield Change("negation", _negated(before), _negated(after))


def _negated(one: Said) -> str:
    return "negated" if one.facts.negations else ""


def _clauses(before: str, after: str) -> Iterator[Change]:
    for left, right, _ in differences(before, after):
        few = min(len(left.split()), len(right.split()))
        if max(len(left.split()), len(right.split())) >= CLAUSE and few <= 1:
            yield Change("clause", left, right)
