"""How likely it is that two names are one person's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

import msgspec

from rawi.authority import skeletons
from rawi.authority.persons.edges import ends_agree, is_open, sexes_differ, starts_agree
from rawi.authority.persons.parsing import PersonName, parse
from rawi.authority.persons.tables import spelling, tables
from rawi.authority.sounds import consonants, distance, script

#: From this score on two names are taken for one person's; from the other on they may be.
ONE: Final = 0.85
DOUBTFUL: Final = 0.6

#: How far the sounds of two words may be apart (`sounds.distance`): in one script, where words of
#: few consonants are soon another name, and in two.
SAME_SCRIPT: Final = {"latin": 0.09, "cyrillic": 0.06, "arabic": 0.09}
SAME_SCRIPT_SHORT: Final = 0.03
OTHER_SCRIPT: Final = 0.16
_FEW: Final = 2
#: … and of all words of the names together, on average.
ON_AVERAGE: Final = 0.1
#: What is taken from a score for what only one of two names has.
_MIDDLE, _LEADING, _PATRONYMIC, _CASE = 0.04, 0.06, 0.02, 0.05
#: Scores of names of which one leaves much out.
INITIALS: Final = 0.82
FAMILY: Final = 0.8
_MORE: Final = 0.7
_GENERATION: Final = 0.75
_SEX: Final = 0.7
_SAME: Final = 0.02


class Likeness(msgspec.Struct, frozen=True):
    """How likely two names are one's: `score` is 0 to 1, `reasons` say on what it rests.

    `partial`: one of them only has initials or a family name, and may be anybody's who bears it.
    """

    score: float
    reasons: tuple[str, ...] = ()
    partial: bool = False


NOTHING: Final = Likeness(0.0)


@lru_cache(maxsize=200_000)
def likeness(one: str, other: str) -> Likeness:
    """Compare two names of persons, as they are written."""
    first, second = parse(one), parse(other)
    if first is None or second is None:
        return NOTHING
    if (one > other) if len(one) == len(other) else len(one) > len(other):
        first, second = second, first
    found = _compared(first, second)
    if found.score < ONE and not found.partial:
        others = (_declined(first, second), _declined(second, first), _both_declined(first, second))
        found = max((found, *others), key=_by_score)
    return found


def _by_score(one: Likeness) -> float:
    return one.score


def _compared(one: PersonName, other: PersonName) -> Likeness:
    if one.patronymic and other.patronymic and not _alike(one.patronymic, other.patronymic):
        return NOTHING
    if one.is_full and other.is_full:
        return _limited(_full(one, other), one, other)
    if len(one.words) > 1:
        one, other = other, one
    if len(other.words) > 1:
        return _limited(_short(one, other), one, other)
    return _limited(_families(one, other), one, other)


def _limited(found: Likeness, one: PersonName, other: PersonName) -> Likeness:
    """Return a likeness with what tells father from son."""
    if found.score <= 0.0 or one.generation == other.generation:
        return found
    if one.generation and other.generation:
        return NOTHING
    score = min(found.score, _GENERATION)
    return Likeness(score, (*found.reasons, "one is called the elder or the younger"), True)


def _full(one: PersonName, other: PersonName) -> Likeness:
    """Compare two names that both have a given and a family name."""
    short, long = sorted((one, other), key=lambda name: len(name.words))
    best = NOTHING
    for words, reason in _orders(short):
        for places in _placed(words, long.words):
            found = _scored(words, long, places, reason)
            best = max(best, found, key=_by_score)
    if best.score < ONE:
        best = max(best, _joined(one, other), key=_by_score)
    if best.score > 0.0 and bool(one.patronymic) != bool(other.patronymic):
        best = Likeness(best.score - _PATRONYMIC, (*best.reasons, "one has a patronymic"))
    return best


def _orders(name: PersonName) -> Iterator[tuple[tuple[str, ...], str]]:
    yield name.words, ""
    turned = (name.words[-1], *name.words[:-1])
    yield turned, "the names in another order"
    if len(turned) > 2:
        yield (*name.words[1:], name.words[0]), "the names in another order"


def _placed(words: Sequence[str], among: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """Yield the places, in order, at which all words have their like."""
    for places in combinations(range(len(among)), len(words)):
        if all(_alike(word, among[at]) for word, at in zip(words, places, strict=True)):
            yield places


def _scored(words: Sequence[str], long: PersonName, places: Sequence[int], order: str) -> Likeness:
    apart = [_apart(word, long.words[at]) for word, at in zip(words, places, strict=True)]
    mean = sum(apart) / len(apart)
    given = zip(words[:-1], places[:-1], strict=True)
    if mean > ON_AVERAGE or any(sexes_differ(word, long.words[at]) for word, at in given):
        return NOTHING
    spelled = "the same name" if not mean else "the names sound alike"
    reasons = (spelled, order) if order else (spelled,)
    score = 1.0 - mean - (_SAME if order else 0.0)
    missing = [at for at in range(len(long.words)) if at not in places]
    if not missing:
        return Likeness(score, reasons)
    if missing[0] > 0 and missing[-1] < len(long.words) - 1:
        return Likeness(score - _MIDDLE, (*reasons, "one has a middle name"))
    if missing == [0] and _is_leading(long.words[0]):
        return Likeness(score - _LEADING, (*reasons, f"one has {long.words[0]} before it"))
    if missing == [len(long.words) - 1] and long.words[-1] in tables().houses:
        return Likeness(score - _LEADING, (*reasons, "one has the name of the house"))
    if missing == list(range(len(missing))):
        return Likeness(min(score, FAMILY), (*reasons, "one has more given names"))
    return Likeness(min(score, _MORE), (*reasons, "one has more names"))


def _is_leading(word: str) -> bool:
    return any(_alike(word, lead) for lead in tables().leading)


def _joined(one: PersonName, other: PersonName) -> Likeness:
    """Compare names that part their words differently: Ben Ali, Benali."""
    bound = [name.together != "".join(name.words) for name in (one, other)]
    if len(one.words) == len(other.words) and bound[0] == bound[1]:
        return NOTHING
    if one.patronymic or other.patronymic or one.initials or other.initials:
        return NOTHING
    if set(_coarse(one.together)).isdisjoint(_coarse(other.together)):
        return NOTHING
    apart = distance(one.together, other.together)
    if apart > ON_AVERAGE / 2 or not ends_agree(one.words[-1], other.words[-1]):
        return NOTHING
    return Likeness(1.0 - apart - _SAME, ("the same sounds, parted into other words",))


def _short(short: PersonName, full: PersonName) -> Likeness:
    """Compare a family name, with or without initials, to a full name."""
    if not _alike(short.words[0], full.family):
        return NOTHING
    if not short.initials:
        return Likeness(FAMILY, ("the family name alone",), True)
    given = [word for word in full.words if word != full.family]
    given += [full.patronymic] if full.patronymic else []
    if not _stand_for(short.initials, given):
        return NOTHING
    return Likeness(INITIALS, ("the family name with the same initials",), True)


def _families(one: PersonName, other: PersonName) -> Likeness:
    """Compare two family names, with or without initials."""
    if not _alike(one.words[0], other.words[0]):
        return NOTHING
    if one.initials and other.initials:
        fits = zip(one.initials, other.initials, strict=False)
        if not all(_first_alike(a, b) for a, b in fits):
            return NOTHING
        return Likeness(0.9, ("the family name with the same initials",), True)
    if one.initials or other.initials:
        return Likeness(FAMILY, ("the family name alone",), True)
    return Likeness(1.0 - _apart(one.words[0], other.words[0]), ("the same family name",), True)


def _stand_for(initials: Sequence[str], given: Sequence[str]) -> bool:
    """Tell whether initials stand for given names, in their order."""
    return bool(given) and all(
        _first_alike(letter, word) for letter, word in zip(initials, given, strict=False)
    )


def _first_alike(letter: str, word: str) -> bool:
    """Tell whether an initial is that of a name, in any script."""
    if script(letter) == script(word):
        return word.startswith(letter)
    first, second = consonants(letter), {key[:1] for key in consonants(word)}
    return any(key[:1] in second for key in first)


def _alike(one: str, other: str) -> bool:
    """Tell whether two words may be the same name."""
    return one == other or _apart(one, other) <= _limit(one, other)


def spelled_apart(one: str, other: str) -> bool:
    """Tell whether two words of one script are two names, however their spelling varies."""
    least = min((len(key) for key in (*consonants(one), *consonants(other))), default=0)
    far = _FAR if least > _FEW + 1 else _limit(one, other)
    return one != other and _apart(one, other) > far


#: How far spellings of one name in one script may be apart, where it is a long one.
_FAR: Final = 0.14


def _limit(one: str, other: str) -> float:
    first, second = script(one), script(other)
    if first != second:
        return OTHER_SCRIPT
    short = max(map(len, (*consonants(one), *consonants(other))), default=0) <= _FEW
    return SAME_SCRIPT_SHORT if short else SAME_SCRIPT[first or "latin"]


@lru_cache(maxsize=200_000)
def _apart(one: str, other: str) -> float:
    """Return how far two words of names are apart, 1 for what no spelling makes one name."""
    if one == other:
        return 0.0
    same = tables().same
    first, second = same.get(one), same.get(other)
    if first and second:
        return _SAME if first == second else 1.0
    if not ends_agree(one, other) or not starts_agree(one, other) or not _near(one, other):
        return 1.0
    return distance(one, other)


def _declined(name: PersonName, other: PersonName) -> Likeness:
    """Compare a Russian name in another case than the nominative to a name."""
    if script(name.words[0]) != "cyrillic" or len(name.words) != len(other.words):
        return NOTHING
    for case, endings in tables().cases:
        words = [
            next((form for form in _nominatives(word, endings) if _very(form, wanted)), None)
            for word, wanted in zip(name.words, other.words, strict=True)
        ]
        if all(words) and tuple(words) != name.words and _changes(name.words, words):
            reasons = (f"the same name in the {case}",)
            if name.words[0] in tables().genitive_too:
                return Likeness(_SEX, (*reasons, "or a woman's name"))
            return Likeness(1.0 - _CASE - _SAME, reasons)
    return NOTHING


def _both_declined(one: PersonName, other: PersonName) -> Likeness:
    """Compare two Russian names of which neither is in the nominative."""
    names = (one, other)
    if len(one.words) != len(other.words) or any(script(n.family) != "cyrillic" for n in names):
        return NOTHING
    for (first, ours), (second, theirs) in combinations(tables().cases, 2):
        for a, b in ((ours, theirs), (theirs, ours)):
            pairs = zip(one.words, other.words, strict=True)
            if all({*_nominatives(x, a)} & {*_nominatives(y, b)} for x, y in pairs):
                return Likeness(1.0 - 2 * _CASE, (f"the same name in the {first} and {second}",))
    return NOTHING


def _very(one: str, other: str) -> bool:
    return _apart(one, other) <= _DECLINED


#: How far a name may be apart from one that is declined.
_DECLINED: Final = 0.06


def _changes(words: Sequence[str], found: Sequence[str | None]) -> bool:
    """Tell whether the case shows in each word that can show it."""
    return all(word != form or is_open(word) for word, form in zip(words, found, strict=True))


def _nominatives(word: str, endings: dict[str, list[str]]) -> Iterator[str]:
    for ending, bare in endings.items():
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem + one for one in bare)
    if is_open(word):
        yield word


def _near(one: str, other: str) -> bool:
    """Tell whether the consonants of two words are so near that their sounds may be."""
    theirs = _coarse(other)
    return any(skeletons.alike(a, b) for a in _coarse(one) for b in theirs)


@lru_cache(maxsize=100_000)
def keys(name: str) -> frozenset[str]:
    """Return what names that may be one's have in common; none for what is no name.

    Of a full name the consonants of each two of its words, of any the family name's: coarse,
    so that no spelling is missed.
    """
    parsed = parse(name)
    if parsed is None:
        return frozenset()
    words = [_coarse(word) for word in parsed.words[:_MOST_PAIRED]]
    found = {f"{FAMILY_KEY}{key}" for key in _coarse(parsed.family)}
    for first, second in combinations(words, 2):
        found |= {f"2{'.'.join(sorted((a, b)))}" for a in first for b in second}
    if len(words) > 1:
        found |= {f"3{key}" for key in _coarse(parsed.together)}
    return frozenset(sorted(found)[:MOST_KEYS])


#: What the keys of family names begin with.
FAMILY_KEY: Final = "1"
#: Words of a name of which pairs are made, and keys of one name.
_MOST_PAIRED: Final = 4
MOST_KEYS: Final = 48
_COARSE: Final = str.maketrans({"X": "S", "J": "S", "H": ""})


@lru_cache(maxsize=50_000)
def _coarse(word: str) -> tuple[str, ...]:
    same = tables().same.get(word)
    forms = [word, same] if same else [word]
    if script(word) == "cyrillic":
        forms += _stems(word)
    found = {key.translate(_COARSE) for form in forms for key in consonants(form)}
    return tuple(sorted({_once(key) for key in found}))


def _stems(word: str) -> Iterator[str]:
    """Yield what a word of Russian has without the consonant that only its case brings."""
    for ending in spelling("case_consonants"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word.removesuffix(ending)


def _once(key: str) -> str:
    return "".join(one for one, before in zip(key, " " + key, strict=False) if one != before)
