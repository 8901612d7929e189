"""Names of outlets in a report's own words: whom it names beside those that its credits tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from rawi.authority.names import fold_words
from rawi.authority.skeletons import full_size, is_generic, outlet_likeness, skeletons
from rawi.records import Report

#: A name in the text is an outlet's from this likeness on: higher than for credits, for here
#: nothing says that it is an outlet's at all.
NAMED: Final = 0.88
#: Code points of a text that are looked at, names that are kept of it, words that one has.
_READ: Final = 20_000
_NAMES: Final = 300
_WORDS: Final = 4
#: Characters at the beginning of a report in which its dateline stands.
_DATELINE: Final = 90
#: Consonants of a name that stands in marks or is short for a longer one.
_SHORT: Final = 3

_QUOTED: Final = re.compile(r"[«“„‹\"]\s*([^«»“”„‹›\"\n]{1,48}?)\s*[»”›\"]")
#: A word with a capital, Latin or Cyrillic.
_UPPER: Final = r"[A-ZÀ-Þ\u0401\u0410-\u042f][\w'’-]*"
_CAPITAL: Final = re.compile(rf"{_UPPER}(?:[ \u00a0](?:(?:al|el|of|de|du|des|la)[ -])?{_UPPER})*")
_ARABIC: Final = re.compile(r"[\u0621-\u065f]+")
_PARTS: Final = re.compile(r"[-–—/()\[\].,:;|]+")


class Named:
    """The names in one report: those in quotation marks, and the others."""

    def __init__(self, report: Report) -> None:
        text = report.text[:_READ]
        self.quoted = _first(_quoted(text))
        self.plain = _first(_plain(text))
        self.publisher = report.publisher or ""
        self.dateline = [part for part in _PARTS.split(text.lstrip()[:_DATELINE]) if part.strip()]

    def names(self, outlet: str) -> bool:
        """Say whether the report names an outlet, which is not its publisher."""
        return outlet_likeness(outlet, self.publisher) < NAMED and self._has(outlet)

    @property
    def itself(self) -> bool:
        """Whether the report names its own publisher, in its running text."""
        return bool(self.publisher) and self._has(self.publisher)

    @property
    def own_dateline(self) -> bool:
        """Whether it begins as a dispatch of its own publisher: "GENEVA (MNA) - …"."""
        return bool(self.publisher) and any(
            len(part.split()) <= _WORDS and outlet_likeness(part.strip(), self.publisher) >= NAMED
            for part in self.dateline
        )

    def _has(self, outlet: str) -> bool:
        if is_generic(outlet):
            return False
        return any(_is_whole(name, outlet) for name in self.plain) or any(
            outlet_likeness(name, outlet) >= NAMED or _is_short_for(name, outlet)
            for name in self.quoted
        )


def _first(found: Iterator[str]) -> tuple[str, ...]:
    return tuple(name for name, _ in zip(dict.fromkeys(found), range(_NAMES), strict=False))


def _quoted(text: str) -> Iterator[str]:
    """Yield what stands in quotation marks and is short enough to be a name."""
    for match in _QUOTED.finditer(text):
        if len(match[1].split()) <= _WORDS:
            yield match[1]


def _plain(text: str) -> Iterator[str]:
    """Yield runs of words with a capital letter, and in Arabic what follows "agency", "paper"."""
    for match in _CAPITAL.finditer(text):
        yield from _runs(match[0].split())
    words = _ARABIC.findall(text)
    for at, word in enumerate(words[:-1]):
        if is_generic(word):
            yield from (" ".join(words[at : at + 1 + size]) for size in (1, 2, 3))


def _runs(words: list[str]) -> Iterator[str]:
    for size in range(min(_WORDS, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            yield " ".join(words[at : at + size])


@lru_cache(maxsize=16_384)
def _is_whole(name: str, outlet: str) -> bool:
    """Say whether a name is an outlet's, and not the place that the outlet is named after."""
    if outlet_likeness(name, outlet) < NAMED:
        return False
    size, generic = full_size(name)
    return generic or size >= full_size(outlet)[0]


@lru_cache(maxsize=16_384)
def _is_short_for(name: str, outlet: str) -> bool:
    """Say whether a name in marks is how an outlet's longer name begins."""
    if len(fold_words(name)) < 2:  # one word of few consonants is like too many others
        return False
    short, full = "".join(skeletons(name)), "".join(skeletons(outlet))
    return len(short) >= _SHORT and full.startswith(short)
