"""What a name of a person is made of: given and family names, initials, a patronymic.

Titles and small words (al, bin, de, von) are left out, and "Abdel Majid", "Abdelmadjid" and
the Arabic for it are one word each, so that what two names have is what tells them apart.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

import msgspec

from rawi.authority.persons.tables import fold, spelling, tables
from rawi.authority.sounds import script

#: Words of one name that are looked at.
MOST_WORDS: Final = 8
_LATIN: Final = "latin"
_PARTS: Final = 3


class PersonName(msgspec.Struct, frozen=True):
    """A name as it compares.

    `words` are its names in their order, folded, without titles, small words, initials and
    patronymic: one at least, unless nothing is left.  `initials` stand for names before the
    family name, which is the last of `words` (`turned`: the first, as Russian lists have it).
    `together` is all of the name in one, with what binds two words (ben, bin) left in it.
    `generation` is 1 for the elder, 2 for the younger, None where the name does not say.
    """

    words: tuple[str, ...]
    initials: tuple[str, ...] = ()
    patronymic: str | None = None
    generation: int | None = None
    turned: bool = False
    together: str = ""

    @property
    def is_full(self) -> bool:
        """Tell whether it has a given name beside the family name."""
        return len(self.words) > 1

    @property
    def family(self) -> str:
        """The family name."""
        return self.words[0 if self.turned else -1]


@lru_cache(maxsize=100_000)
def parse(name: str) -> PersonName | None:
    """Return what a name is made of; None where it has no word in a script that Rawi reads.

    What has figures in it is none: they tell apart what sounds alike (Unit 7, Unit 8).
    """
    if any(char.isdigit() for char in name):
        return None
    words, generation = _generation(_untitled(fold(name)[: 2 * MOST_WORDS]))
    together = "".join(word for word in words if len(word) > 1 and not _is_article(word))
    words = _whole(words)[:MOST_WORDS]
    initials = tuple(word for word in words if len(word) == 1)
    words = [word for word in words if len(word) > 1 and script(word)]
    if not words:
        return None
    patronymic, turned = None, False
    if len(words) >= _PARTS:
        at = next((n for n in range(1, len(words)) if _is_patronymic(words[n])), None)
        if at is not None:
            patronymic = words.pop(at)
            turned = at == len(words)
        together = "".join(words) if patronymic else together
    return PersonName(tuple(words), initials, patronymic, generation, turned, together)


def _is_article(word: str) -> bool:
    return word in tables().particles and word not in tables().binding


def _untitled(words: list[str]) -> list[str]:
    titles = tables().titles
    at = 0
    while at < len(words) - 1 and words[at] in titles and _stays(words[at + 1 :]):
        at += 1
    return words[at:]


def _stays(words: list[str]) -> bool:
    """Tell whether words hold a name, and not only initials and titles."""
    return any(len(word) > 1 and word not in tables().titles for word in words)


def _generation(words: list[str]) -> tuple[list[str], int | None]:
    """Return words without what tells father from son, and which of them it tells of."""
    known = tables()
    if len(words) >= _PARTS:
        for some, number in ((known.younger, 2), (known.older, 1), (known.numbered, 2)):
            if words[-1] in some:
                return words[:-1], number
    return words, None


def _whole(words: list[str]) -> list[str]:
    """Return the words with small ones left out, and those that belong together joined."""
    known = tables()
    found: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        rest = words[at + 1 :]
        if word in known.servant and rest:
            at += 1
            while words[at] in known.particles and at < len(words) - 1:
                at += 1
            found.append(_served(word, words[at]))
        elif word in known.binding and rest and len(found) != 1 and (not found or len(rest) == 1):
            at += 1
            found.append(word + words[at])
        elif rest and rest[0] == known.god:
            at += 1
            found.append(word + known.god)
        elif word in known.particles and rest and (found or word not in known.binding):
            pass
        else:
            found.append(_unserved(word))
        at += 1
    return found


def _served(servant: str, name: str) -> str:
    """Return "abd" and the name in the script of both."""
    bare: str = spelling("servant_bare")[script(servant) or _LATIN]
    return bare + name


def _unserved(word: str) -> str:
    """Return a word that has "abdel" in it as if it were written apart, others as they are."""
    known = tables()
    if word in known.servant_never or word in known.servant:
        return word
    for start in known.servant_joined:
        rest = word.removeprefix(start)
        if rest == word or len(rest) < _PARTS + 1:
            continue
        writing = script(word) or _LATIN
        if start == spelling("servant_article"):
            return str(spelling("servant_bare")[writing]) + rest
        vowels = spelling("servant_vowels")[writing]
        rest = rest[1:] if rest[0] in vowels and rest[1] not in vowels else rest
        if rest[0] in _ells() and rest[1:2] != spelling("servant_ll"):
            # "abdel-aziz", "abdul-qadir"; but "abdellah" keeps what is Allah's
            rest = rest[1:] if not rest.startswith(tuple(spelling("servant_of_god"))) else rest
            rest = rest.removeprefix(spelling("servant_soft"))
        elif rest[0] == rest[1]:
            rest = rest[1:]  # "abderrahman": the article sounds like what follows
        return start + rest
    return word


@cache
def _ells() -> frozenset[str]:
    return frozenset("".join(spelling("servant_l").values()))


def _is_patronymic(word: str) -> bool:
    return word.endswith(tables().patronymics)
