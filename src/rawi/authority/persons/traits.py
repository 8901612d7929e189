"""What the roles of two namesakes tell of them: countries and fields that no one person has."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from rawi.authority.persons.tables import fold, spelling

_WHOLE: Final = "="
_COUNTRY, _FIELD = "country:", "field:"
#: Letters by which beginnings of words are first told.
_FIRST: Final = 2


@lru_cache(maxsize=50_000)
def traits_of(role: str) -> frozenset[str]:
    """Return the countries ("country:FR") and fields ("field:sport") that a role names."""
    found: set[str] = set()
    for word in fold(role):
        for form in _forms(word):
            for start, trait in _starts().get(form[:_FIRST], ()):
                whole = start.removeprefix(_WHOLE)
                if form == whole or (whole == start and form.startswith(start)):
                    found.add(trait)
    return frozenset(found)


def contradiction(one: Collection[str], other: Collection[str]) -> str | None:
    """Return in what two persons differ as no one does: "country", "field"; None in nothing."""
    for kind, name in ((_COUNTRY, "country"), (_FIELD, "field")):
        first = {trait for trait in one if trait.startswith(kind)}
        second = {trait for trait in other if trait.startswith(kind)}
        if first and second and first.isdisjoint(second):
            return name
    return None


def _forms(word: str) -> list[str]:
    bare = [word.removeprefix(one) for one in spelling("stuck") if word.startswith(one)]
    return [word, *(one for one in bare if len(one) > _FIRST)]


@cache
def _starts() -> dict[str, list[tuple[str, str]]]:
    """Return the beginnings of words that tell a trait, by their first letters."""
    text = (files("rawi.authority.persons") / "traits.toml").read_text("utf-8")
    data = tomllib.loads(text)
    found: dict[str, list[tuple[str, str]]] = {}
    for prefix, table in ((_COUNTRY, data["countries"]), (_FIELD, data["fields"])):
        for name, starts in table.items():
            for start in starts:
                key = start.removeprefix(_WHOLE)[:_FIRST]
                found.setdefault(key, []).append((start, prefix + name))
    return found
