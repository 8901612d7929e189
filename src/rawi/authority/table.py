"""Reading `outlets.tsv`: one line, one outlet; every fault is named with its line."""

from __future__ import annotations

import re
from typing import Literal, cast, get_args

import msgspec

from rawi.errors import DataError

OutletKind = Literal["agency", "broadcaster", "paper", "site", "magazine", "network", "collective"]
LANGUAGES = ("ar", "en", "fr", "ru")
COLUMNS = ("id", "kind", "country", *LANGUAGES, "domains", "ambiguous", "note")

_KINDS = frozenset(get_args(OutletKind))
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
# Any number of domains in one cell.
_DOMAINS = re.compile(r"(?:(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+(?: (?=[a-z0-9])|$))*")
# Empty names and spaces too many, in a line or in the whole table.
_STRAY = ("  ", "| |", "\t|", "|\t", "\t ", " \t", " \n")
_GENERIC = re.compile(r"\(([^()]+)\) (.+)")
_NO_NAMES: frozenset[str] = frozenset()


class Outlet(msgspec.Struct, frozen=True):
    """Whoever relays or publishes: an agency, a broadcaster, a paper, a site, a network.

    `id` is a lasting slug.  `country` is an ISO 3166 alpha-2 code, None for what has
    none.  `names` gives for each language the names in use, the preferred one first;
    a language without a name of its own is missing.  `domains` are registered names
    without "www.".  `ambiguous` are those names that are ordinary words too, or
    another's as well.  `note` says what it is, in English.  `generic` gives for a
    name that begins with a generic word (the newspaper So-and-so) that word.
    """

    id: str
    kind: OutletKind
    country: str | None
    names: dict[str, tuple[str, ...]]
    domains: tuple[str, ...]
    ambiguous: frozenset[str]
    note: str
    generic: dict[str, str] = {}


def read_table(text: str, where: str, *, checked: bool = False) -> tuple[Outlet, ...]:
    """Return the outlets of a table; `where` names it in a `DataError`.

    Of a table that was `checked` before, as is the one that ships by its tests, only the
    columns are looked at again.
    """
    lines = text.splitlines()
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise DataError(f"{where}:1: the columns must be {', '.join(COLUMNS)}")
    if not checked and _is_stray(text):  # once for all: fast; then line by line, to name it
        number = next(n for n, line in enumerate(lines, 1) if _is_stray(f"{line}\n"))
        raise DataError(f"{where}:{number}: an empty name, or a stray space, bar or bracket")
    outlets = tuple(_outlet(line, where, n) for n, line in enumerate(lines[1:], 2))
    if not checked:
        _check(outlets, where)
    return outlets


def _outlet(line: str, where: str, number: int) -> Outlet:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise DataError(f"{where}:{number}: {len(cells)} columns, not {len(COLUMNS)}")
    identity, kind, country, ar, en, fr, ru, domains, ambiguous, note = cells
    generic: dict[str, str] = {}
    names = {
        lang: _names(cell, generic)
        for lang, cell in zip(LANGUAGES, (ar, en, fr, ru), strict=True)
        if cell
    }
    return Outlet(
        identity,
        cast(OutletKind, kind),
        country or None,
        names,
        tuple(domains.split()),
        frozenset(ambiguous.split(" | ")) if ambiguous else _NO_NAMES,
        note,
        generic,
    )


def _names(cell: str, generic: dict[str, str]) -> tuple[str, ...]:
    """Return a cell's names, the brackets around their generic words gone into `generic`."""
    names = cell.split(" | ")
    if "(" in cell:
        for number, name in enumerate(names):
            if match := _GENERIC.fullmatch(name):
                names[number] = f"{match[1]} {match[2]}"
                generic[names[number]] = match[1]
    return tuple(names)


def _check(outlets: tuple[Outlet, ...], where: str) -> None:
    """Raise for an outlet with something wrong, and for what stands on two lines."""
    for number, outlet in enumerate(outlets, 2):
        if fault := _fault(outlet):
            raise DataError(f"{where}:{number}: {fault}")
    _check_unique(outlets, where)


def _fault(outlet: Outlet) -> str | None:
    """Return what is wrong with an outlet, None where nothing is."""
    domains = " ".join(outlet.domains)
    if not _ID.fullmatch(outlet.id):
        return f"{outlet.id!r} is no id (small letters, digits, hyphens)"
    if outlet.kind not in _KINDS:
        return f"{outlet.kind!r} is no kind (one of {', '.join(sorted(_KINDS))})"
    if outlet.country and not _COUNTRY.fullmatch(outlet.country):
        return f"{outlet.country!r} is no country code"
    if domains and not _DOMAINS.fullmatch(domains):
        return f"{domains!r} are no domains (small letters, one space between, no 'www.')"
    if not outlet.names:
        return f"{outlet.id} has no name"
    if outlet.ambiguous and (stray := outlet.ambiguous.difference(*outlet.names.values())):
        return f"ambiguous, but no name of {outlet.id}: {', '.join(sorted(stray))}"
    return None


def _is_stray(text: str) -> bool:
    return (
        any(mark in text for mark in _STRAY)
        or text.count("|") != text.count(" | ")
        or text.count("(") != text.count("\t(") + text.count("| (")
        or text.count(")") != text.count(") ")
    )


def _check_unique(outlets: tuple[Outlet, ...], where: str) -> None:
    """Raise for an id or a domain that stands on two lines."""
    seen: dict[str, int] = {}
    for line, outlet in enumerate(outlets, 2):
        for key in (outlet.id, *outlet.domains):
            if key in seen:
                raise DataError(f"{where}:{line}: {key} stands on line {seen[key]} already")
            seen[key] = line
