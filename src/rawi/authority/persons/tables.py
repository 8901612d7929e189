"""What `persons.toml` says, made ready once."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

_WORD = re.compile(
    r"[^\W\d_]+(?:['\u2019\u02bc\u02bb\u02bf\u02be`\u0300-\u036f\u064b-\u065f\u0670\u0640][^\W\d_]*)*"
)
_LINE = "\n"


class Tables(msgspec.Struct, frozen=True):
    """The words and endings of `persons.toml`: folded, as sets."""

    titles: frozenset[str]
    particles: frozenset[str]
    binding: frozenset[str]
    servant: frozenset[str]
    servant_joined: tuple[str, ...]
    servant_never: frozenset[str]
    whole: frozenset[str]
    god: str
    houses: frozenset[str]
    leading: tuple[str, ...]
    younger: frozenset[str]
    older: frozenset[str]
    numbered: frozenset[str]
    genitive_too: frozenset[str]
    patronymics: tuple[str, ...]
    cases: tuple[tuple[str, dict[str, list[str]]], ...]
    families: dict[str, str]
    given: tuple[tuple[str, str], ...]
    same: dict[str, str]


@cache
def tables() -> Tables:
    """Return what the table says."""
    data = _data()
    return Tables(
        **{
            name: frozenset(data[name])
            for name in (
                "titles", "particles", "binding", "servant", "servant_never", "younger", "older",
                "numbered", "genitive_too", "whole", "houses",
            )
        },
        servant_joined=tuple(data["servant_joined"]),
        god=data["god"],
        leading=tuple(data["leading"]),
        patronymics=tuple(data["patronymics"]["endings"]),
        cases=tuple((case["name"], case["endings"]) for case in data["cases"]),
        families=data["families"],
        given=tuple((man, woman) for man, some in data["given"].items() for woman in some),
        same={word: name for name, words in data["same"].items() for word in words},
    )  # fmt: skip


def fold(text: str) -> list[str]:
    """Return the words of a name, folded: lower case, no accents, Arabic articles gone.

    An apostrophe parts no word; everything else that is no letter does.
    """
    return [folded for word in _WORD.findall(text) if (folded := _folded(word))]


def _folded(word: str) -> str:
    letters = unicodedata.normalize("NFC", word).casefold()
    kept = "".join(map(_letter, letters))
    # an alef with a hamza begins no article
    if letters.startswith(_article()) and len(kept) > _ARTICLED and kept not in _whole():
        kept = kept[len(_article()) :]
    return kept


_ARTICLED = 3


@cache
def spelling(name: str) -> Any:
    """Return one entry of the table `spelling`: what rules of names look for in their letters."""
    return _data()["spelling"][name]


@cache
def _article() -> str:
    return str(spelling("article"))


@cache
def _whole() -> frozenset[str]:
    return frozenset(_data()["whole"])


@cache
def _letter(char: str) -> str:
    named = _data()["letters"].get(char)
    if named is not None:
        return str(named)
    apart = unicodedata.normalize("NFKD", char)
    return "".join(one for one in apart if one.isalpha() and one != "\u0640")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("rawi.authority.persons") / "persons.toml").read_text("utf-8"))
