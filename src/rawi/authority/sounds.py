"""One name in three scripts: which spellings may be of the same name.

Every word of a name has a *skeleton*, the classes of its consonants in Latin capitals: Diarra
has TR, in Arabic and in Cyrillic letters too.  A skeleton is only the key that candidates are
fetched by, for many names share it; `alike` then compares how the words sound, vowels and all.
What letters sound like, and how far sounds are apart, is data (`romanise.toml`).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Any, Final

#: Counts up when names get other skeletons than before: an index of another version is rebuilt.
ROMANISING: Final = 2
#: Names of fewer consonants are too alike to be told apart by their sounds.
FEWEST_CONSONANTS: Final = 2
#: Readings of one word that are looked at, the likeliest first.
MOST_READINGS: Final = 12
#: The share of a word's sounds that may differ: little where there is little to go by.
MOST_APART: Final = 0.13
MOST_APART_SHORT: Final = 0.08

_VOWELS = frozenset("aeiou")
_LONG = frozenset("AWY")
_HALF = frozenset("wy")
_SIGN = "'"
_END = "$"
_TWICE = re.compile(r"([aeiou])\1")
_LIGHT = _VOWELS | _LONG | frozenset(_SIGN)


@lru_cache(maxsize=50_000)
def skeletons(term: str) -> tuple[str, ...]:
    """Return the skeletons of a folded word, of all its readings, each once.

    None for a word in another script than Latin, Cyrillic or Arabic, and for one with too
    few consonants to be told from others.
    """
    return tuple(dict.fromkeys(key for key, _ in _readings(term)))


def script(term: str) -> str | None:
    """Return "latin", "cyrillic" or "arabic" for a folded word; None for others and numbers."""
    first = term[:1]
    if "a" <= first <= "z":
        return "latin"
    if "\u0430" <= first <= "\u045f" or first in "\u0491\u045e":
        return "cyrillic" if first else None
    return "arabic" if "\u0620" <= first <= "\u06d3" else None


@lru_cache(maxsize=100_000)
def alike(one: str, other: str) -> bool:
    """Tell whether two folded words may be the same name.

    In one script that is only who sounds the same: the spelling of a name is settled there, and
    another vowel is another name.
    """
    if script(one) == script(other):
        return not {sounds for _, sounds in _readings(one)}.isdisjoint(
            sounds for _, sounds in _readings(other)
        )
    short = min(map(len, skeletons(one)), default=0) <= FEWEST_CONSONANTS
    return apart(one, other) <= (MOST_APART_SHORT if short else MOST_APART)


def apart(one: str, other: str) -> float:
    """Return how far two folded words are apart in sound: 0 (the same) to 1."""
    if one == other:
        return 0.0
    theirs = _readings(other)
    arabic = (script(one) == "arabic", script(other) == "arabic")
    found = [
        _distance(sounds, others, arabic)
        for key, sounds in _readings(one)
        for its, others in theirs
        if key == its
    ]
    return min(found, default=1.0)


@lru_cache(maxsize=200_000)
def distance(one: str, other: str) -> float:
    """Return how far two folded words are apart in sound, whatever their consonants: 0 to 1.

    Unlike `apart` it compares words of few consonants and of other skeletons, too: for words
    that stand where the same name is to be expected.  1 for a word in another script.
    """
    if one == other:
        return 0.0
    arabic = (script(one) == "arabic", script(other) == "arabic")
    found = [
        _distance(sounds, others, arabic)
        for _, sounds in _every(one)
        for _, others in _every(other)
        if _weight(sounds) and _weight(others)
    ]
    return min(found, default=1.0)


def consonants(term: str) -> tuple[str, ...]:
    """Return the skeletons of all readings of a folded word, those of few consonants, too."""
    return tuple(dict.fromkeys(key for key, _ in _every(term)))


@lru_cache(maxsize=50_000)
def _readings(term: str) -> tuple[tuple[str, str], ...]:
    """Return the (skeleton, sounds) of each reading that has enough consonants."""
    return tuple(one for one in _every(term) if len(one[0]) >= FEWEST_CONSONANTS)


@lru_cache(maxsize=50_000)
def _every(term: str) -> tuple[tuple[str, str], ...]:
    """Return the (skeleton, sounds) of each way to read a folded word."""
    writing = script(term)
    if writing is None:
        return ()
    return tuple((_skeleton(sounds), sounds) for sounds in _sounds(term, writing))


def _sounds(term: str, writing: str) -> list[str]:
    table, pieces = _table(writing)
    found = [""]
    for match in pieces.finditer(term):
        letters = match[1] or match[0]
        end = _END if match.end() == len(term) else ""
        readings = table.get(letters + end) or table.get(letters)
        if readings is not None and len(readings) == 1:
            found = [sounds + readings[0] for sounds in found]
        elif readings is not None:
            found = [sounds + reading for reading in readings for sounds in found][:MOST_READINGS]
    return list(dict.fromkeys([_TWICE.sub(r"\1", sounds) for sounds in found]))


def _skeleton(sounds: str) -> str:
    """Return the classes of the consonants; of neighbours of one class ("dt") one stands."""
    told, before, found = _classes(), "", ""
    for sound in sounds:
        one = told.get(sound, "")
        if one != before:
            found, before = found + one, one
    return found


def _distance(one: str, other: str, arabic: tuple[bool, bool]) -> float:
    """Return the cost of turning one row of sounds into the other, by what they have of them."""
    lacks_other = _lacking(other, arabic[0])
    above = [0.0, *accumulate(lacks_other)]
    for sound, lack in zip(one, _lacking(one, arabic[1]), strict=True):
        left = above[0] + lack
        row = [left]
        corner = above[0]
        for their, over, lacks in zip(other, above[1:], lacks_other, strict=True):
            # `min` of three is most of the time that comparing names takes
            best = corner if sound == their else corner + _apart(sound, their)
            if over + lack < best:
                best = over + lack
            if left + lacks < best:
                best = left + lacks
            row.append(best)
            corner, left = over, best
        above = row
    return above[-1] / max(_weight(one), _weight(other))


@lru_cache(maxsize=50_000)
def _weight(sounds: str) -> float:
    return sum(0.5 if sound in _LIGHT else 1.0 for sound in sounds)


@lru_cache(maxsize=50_000)
def _lacking(sounds: str, other_is_arabic: bool) -> tuple[float, ...]:
    """Return what it costs that the other side does not have a sound, for each."""
    return tuple(_missing(sounds, at, other_is_arabic) for at in range(len(sounds)))


@cache
def _apart(one: str, other: str) -> float:
    if one == other:
        return 0.0
    costs = _data()["apart"]
    known = costs.get(one + other, costs.get(other + one))
    if known is not None:
        return float(known)
    vowels = _VOWELS | _LONG
    return 0.6 if one in vowels and other in vowels else 1.0


def _missing(sounds: str, at: int, other_is_arabic: bool) -> float:
    """Return what it costs that the other side does not have a sound."""
    sound, last = sounds[at], at == len(sounds) - 1
    if sound in _VOWELS:
        kind = "vowel" if not other_is_arabic else "at_an_end" if last or not at else "unwritten"
        kind = "final_e" if sound == "e" and last else kind
    elif sound in _LONG:
        kind = "long" if at else "first"
    elif sound in _HALF:
        kind = "half_vowel"
    else:
        kind = {"h": "h", _SIGN: "sign"}.get(sound, "consonant")
    return float(_data()["missing"][kind])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("rawi.authority") / "romanise.toml").read_text("utf-8"))


@cache
def _classes() -> dict[str, str]:
    return {sound: key for key, sounds in _data()["classes"].items() for sound in sounds}


@cache
def _table(writing: str) -> tuple[dict[str, tuple[str, ...]], re.Pattern[str]]:
    """Return what the letters of a script sound like, and what cuts a word into such letters.

    The longest entry counts.  A letter that is doubled (`match[1]`) sounds once, but Arabic
    doubles none without a vowel between.
    """
    table = {
        letters: tuple(reading.replace("-", "") for reading in readings.split())
        for letters, readings in _data()[writing].items()
    }
    ordered = sorted(table, key=lambda one: (-len(one.removesuffix(_END)), one))
    several = [_piece(one) for one in ordered if len(one) > 1]
    single = "(.)" if writing == "arabic" else r"(.)\1?"
    return table, re.compile("|".join([*several, single]), re.DOTALL)


def _piece(letters: str) -> str:
    """Return what matches an entry of a table, one for a word's end only there."""
    bare = letters.removesuffix(_END)
    return re.escape(bare) + (r"\Z" if bare != letters else "")
