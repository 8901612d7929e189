"""The languages that ship with Rawi."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from rawi.errors import DataError
from rawi.reading.packs.files import read_toml
from rawi.reading.packs.pack import Pack, load_from

_HOME: Final = Path(__file__).parents[2] / "languages"


class Profile(NamedTuple):
    """What tells a language from the text alone: its script, and letters that only others use."""

    scripts: tuple[str, ...]
    foreign_letters: frozenset[str]
    foreign_share: float


@cache
def available() -> tuple[str, ...]:
    """Return the codes of the languages that ship with Rawi, sorted."""
    return tuple(sorted(entry.name for entry in _HOME.iterdir() if (entry / "pack.toml").is_file()))


def folder(code: str) -> Path:
    """Return where the tables of a language lie; there may be none."""
    return _HOME / Path(code).name


@cache
def profile(code: str) -> Profile:
    """Return how a language that ships is told, without loading the rest of it."""
    settings = read_toml(_HOME / code, "pack.toml")
    return Profile(
        tuple(script.upper() for script in settings.get("scripts", ())),
        frozenset(settings.get("foreign_letters", "")),
        settings.get("foreign_share", 1.0),
    )


@cache
def load(code: str) -> Pack:
    """Load a language that ships with Rawi.

    Raises `DataError` where there is none of that code or its tables are faulty.
    """
    if code not in available():
        raise DataError(f"no language pack {code!r}; there are: {', '.join(available())}")
    return load_from(_HOME / code)
