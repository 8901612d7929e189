"""Names across scripts: the skeleton of consonants that is left of a name in any of them.

    skeleton("mansouri") == skeleton("mansur")

A skeleton is coarse: that two names have one says that they may be one, no more.
"""

from __future__ import annotations

import re
import tomllib
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from rawi.authority.names import fold_name, fold_words

_TABLE: Final = "letters.toml"
#: What an article leaves at the front of an Arabic word: cut off where three letters stay.
_ARTICLE: Final = "\u0627\u0644"
_LEAST = 2
_SHORT = 3


@cache
def _letters() -> tuple[re.Pattern[str], dict[str, str]]:
    text = Path(__file__).with_name(_TABLE).read_text(encoding="utf-8")
    classes = {
        letters: sound
        for name, table in tomllib.loads(text).items()
        if name != "generic"
        for letters, sound in table.items()
    }
    ordered = sorted(classes, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))), classes


@cache
def _generic() -> frozenset[str]:
    text = Path(__file__).with_name(_TABLE).read_text(encoding="utf-8")
    return frozenset(fold_name(word) for word in tomllib.loads(text)["generic"]["words"])


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """Return the skeleton of a folded word: its classes of consonants, doubles as one."""
    if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + _LEAST:
        word = word.removeprefix(_ARTICLE)
    pattern, classes = _letters()
    sounds = "".join(classes[found] for found in pattern.findall(word))
    return re.sub(r"(.)\1+", r"\1", sounds)


@lru_cache(maxsize=65_536)
def skeletons(name: str) -> tuple[str, ...]:
    """Return the skeletons of a name's words, those without consonants left out."""
    return tuple(bones for word in fold_words(name) if (bones := skeleton(word)))


def alike(one: str, other: str) -> bool:
    """Say whether two skeletons of words may be of one name: equal, or one class apart.

    Short ones (up to two classes) must be equal.
    """
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORT or abs(len(one) - len(other)) > 1:
        return False
    return _one_apart(one, other)


def _one_apart(one: str, other: str) -> bool:
    """Say whether one change, one more or one less makes the one of the other."""
    if len(one) > len(other):
        one, other = other, one
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[at + (len(one) == len(other)) :] == other[at + 1 :]


@lru_cache(maxsize=65_536)
def same_name(one: str, other: str) -> bool:
    """Say whether two names may be one person's, or one outlet's: across scripts and spellings.

    All words of the shorter must be in the longer, in order; of two names with two words or
    more the last words must be alike.
    """
    first, second = skeletons(one), skeletons(other)
    if not first or not second:
        return False
    if len(first) > len(second):
        first, second = second, first
    return _in_order(first, second) or _joined_alike(first, second)


def _in_order(words: tuple[str, ...], among: tuple[str, ...]) -> bool:
    rest = iter(among)
    return all(any(alike(word, other) for other in rest) for word in words)


def _joined_alike(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Say whether two names are alike that part their words differently: Ben Ali, Benali."""
    one, other = "".join(first), "".join(second)
    return min(len(one), len(other)) > _SHORT and alike(one, other)


@lru_cache(maxsize=65_536)
def outlet_likeness(one: str, other: str) -> float:
    """Return how like two names of outlets are across scripts, from 0 to 1 (equal words).

    Generic words (agency, newspaper) count for little.  Names of few consonants are alike
    only where they are the same; initials are like the name that they stand for.
    """
    if not one or not other:
        return 0.0
    if fold_name(one) == fold_name(other):
        return 1.0
    if _are_initials(one, other) or _are_initials(other, one):
        return _INITIALS
    found = max(_words_likeness(_own_words(one), _own_words(other)), _run_likeness(one, other))
    # letters of one alphabet are not spelt anew: Reuters is no Réalités
    return found if found >= _SPELT or not _are_latin(one, other) else min(found, _APART)


@lru_cache(maxsize=65_536)
def short_for(name: str, outlet: str) -> bool:
    """Say whether a name may be short for an outlet's: its own words or the last of them, with
    the same consonants.

    For short names that is weak: it tells something only of a few outlets of one story.
    """
    first, second = _own_words(name), _own_words(outlet)
    if (
        not first
        or len("".join(first)) <= 1
        or (fold_name(name) != fold_name(outlet) and _are_latin(name, outlet))
    ):
        return False
    return first in (second, second[: len(first)])


def same_consonants(one: str, other: str) -> bool:
    """Say whether two names of outlets have the same consonants, generic words left out.

    For short names that is weak: it tells something only of a few outlets of one story.
    """
    first, second = _own_words(one), _own_words(other)
    return bool(first) and first == second and len("".join(first)) > 1


#: Names in Latin letters are alike from here on; those less alike are no more than so much.
_SPELT: Final = 0.8
_APART: Final = 0.6


def _are_latin(*names: str) -> bool:
    """Say whether all letters of the names are Latin ones, those with accents among them."""
    return all(letter < _LATIN_END for name in names for letter in name if letter.isalpha())


#: The first letter after those of Latin alphabets.
_LATIN_END: Final = "\u0370"
#: How like initials are to the name: less than the name itself, more than another spelling.
_INITIALS: Final = 0.9
#: Runs of consonants shorter than this say nothing unless they are the same.
_TELLING: Final = 4


def _words_likeness(first: list[str], second: list[str]) -> float:
    """Return the share of words that have their like, weighed by their length."""
    if not first or not second:
        return 0.0
    if len(first) > len(second):
        first, second = second, first
    weights = [len(word) for word in first]
    found = [max(_likeness(word, other) for other in second) for word in first]
    if sum(weights) < _SHORT or (sum(weights) < _TELLING and min(found) < 1.0):
        return 0.0
    mean = sum(w * f for w, f in zip(weights, found, strict=True)) / sum(weights)
    # what the longer name has beyond the shorter makes the match a little less sure
    return mean - 0.05 * (len(second) - len(first))


def _run_likeness(one: str, other: str) -> float:
    first, second = "".join(skeletons(one)), "".join(skeletons(other))
    if min(len(first), len(second)) < _TELLING:
        return 0.0
    return _likeness(first, second)


def _are_initials(short: str, name: str) -> bool:
    words = fold_words(name)
    return len(words) > 2 and fold_name(short) == "".join(word[0] for word in words)


def _own_words(name: str) -> list[str]:
    words = [word for word in fold_words(name) if word not in _generic()]
    bones = [skeleton(word) for word in words]
    return [bone for bone in bones if len(bone) > 1] or [bone for bone in bones if bone]


@cache
def _articles() -> frozenset[str]:
    text = Path(__file__).with_name(_TABLE).read_text(encoding="utf-8")
    return frozenset(fold_name(word) for word in tomllib.loads(text)["generic"]["articles"])


@lru_cache(maxsize=16_384)
def full_size(name: str) -> tuple[int, bool]:
    """Return how many words a name of an outlet has, articles left out, and if one is generic."""
    words = [word for word in fold_words(name) if word not in _articles()]
    return len(words), any(word in _generic() for word in words)


@lru_cache(maxsize=16_384)
def is_generic(name: str) -> bool:
    """Say whether a name tells of no one outlet: "agencies", "some radios", or nothing."""
    known = _generic() | _several()
    return not any(word not in known for word in fold_words(name))


@cache
def _several() -> frozenset[str]:
    text = Path(__file__).with_name(_TABLE).read_text(encoding="utf-8")
    return frozenset(fold_name(word) for word in tomllib.loads(text)["generic"]["several"])


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
