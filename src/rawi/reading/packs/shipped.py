"""The languages that there are: those that ship with Rawi, and those of other folders.

`RAWI_LANGUAGES` names folders, parted as in `PATH`, each of which holds language folders as
Rawi's own does.  A language there replaces the one of the same code that ships.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from rawi.errors import DataError
from rawi.reading.packs.files import read_toml
from rawi.reading.packs.pack import Pack, load_from

#: The environment variable that names other folders.
VARIABLE: Final = "RAWI_LANGUAGES"
_HOME: Final = Path(__file__).parents[2] / "languages"


class Profile(NamedTuple):
    """What tells a language from the text alone, and the grammar that reads it.

    `scripts` are the first words of its letters' Unicode names, `foreign_letters` those that
    only others use, `function_words` common short words, by which languages of one script are
    told apart, `foreign_words` such words of its neighbours.  `own_letters` are letters of its
    own: of a text in it they are at least the share `own_share`.
    """

    scripts: tuple[str, ...]
    foreign_letters: frozenset[str]
    foreign_share: float
    grammar: str = "verb-first"
    function_words: frozenset[str] = frozenset()
    foreign_words: frozenset[str] = frozenset()
    own_letters: frozenset[str] = frozenset()
    own_share: float = 0.0


def _folders() -> dict[str, Path]:
    return _folders_of(os.environ.get(VARIABLE, ""))


@lru_cache(maxsize=8)
def _folders_of(others: str) -> dict[str, Path]:
    """Return the folder of each language, those of other folders over those that ship."""
    found: dict[str, Path] = {}
    for home in (_HOME, *(Path(part) for part in others.split(os.pathsep) if part)):
        if not home.is_dir():
            raise DataError(f"{VARIABLE} names {home}, which is no folder")
        for entry in sorted(home.iterdir()):
            if (entry / "pack.toml").is_file():
                found[entry.name] = entry
    return found


def available() -> tuple[str, ...]:
    """Return the codes of all languages, sorted.  Raises `DataError` for a missing folder."""
    return _codes(os.environ.get(VARIABLE, ""))


@lru_cache(maxsize=8)
def _codes(others: str) -> tuple[str, ...]:
    return tuple(sorted(_folders_of(others)))


def folder(code: str) -> Path:
    """Return the folder of a language.  Raises `DataError` where there is none of that code."""
    found = _folders().get(code)
    if found is None:
        raise DataError(f"no language pack {code!r}; there are: {', '.join(available())}")
    return found


def profile(code: str) -> Profile:
    """Return how a language is told, without loading the rest of it."""
    return _profile(folder(code))


@cache
def _profile(where: Path) -> Profile:
    settings = read_toml(where, "pack.toml")
    return Profile(
        tuple(script.upper() for script in settings.get("scripts", ())),
        frozenset(settings.get("foreign_letters", "")),
        settings.get("foreign_share", 1.0),
        settings.get("grammar", "verb-first"),
        frozenset(settings.get("function_words", ())),
        frozenset(settings.get("foreign_words", ())),
        frozenset(settings.get("own_letters", "")),
        settings.get("own_share", 0.0),
    )


def load(code: str) -> Pack:
    """Load a language that the verb-first grammar reads.

    Raises `DataError` where there is none of that code or its tables are faulty.
    """
    return _load(folder(code))


@cache
def _load(where: Path) -> Pack:
    return load_from(where)
