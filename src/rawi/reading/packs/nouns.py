"""The tables of nouns, names and adjectives: each row a word in some of its forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.inflect import FEM, MASC, PLUR, SING
from rawi.reading.lexicon import Entry
from rawi.reading.packs.files import Column, Folder, Table
from rawi.reading.packs.spelling import Forms

_GENDERS: Final = {"m": MASC | SING, "f": FEM | SING}
_NAMES: Final = {"given": lx.GIVEN, "family": lx.FAMILY, "particle": lx.PARTICLE}
_PEOPLE: Final = ("masculine", "feminine", "plural_nominative", "plural_oblique")
_SHORT_NAME: Final = 4


def add_names(table: Table, forms: Forms) -> None:
    """Add names of people: the first word as what it is, the others as parts of such a name."""
    bits_of = forms.lexicon.bits
    entries: list[Entry] = []
    written = forms.fold.words(table["form"])
    columns = (table["kind"], table["gender"], table["ambiguous"])
    for form, kind, gender, ambiguous in zip(written, *columns, strict=True):
        first, *others = form.split(" ")
        if len(first) < _SHORT_NAME and bits_of(first) & lx.PARTICLES:
            continue
        bits = _NAMES[kind] | (lx.AMBIGUOUS if ambiguous == "yes" else 0)
        entries.append((first, bits, _GENDERS.get(gender, 0)))
        for other in others:
            if len(other) > 2 and not bits_of(other) & lx.PARTICLES:
                entries.append((other, lx.FAMILY | lx.AMBIGUOUS, 0))
    forms.add_all(entries)


def add_demonyms(table: Table, forms: Forms) -> None:
    """Add nouns and adjectives of origin, by their first word."""
    features = (MASC | SING, FEM | SING, MASC | PLUR | lx.NOMINATIVE, MASC | PLUR | lx.OBLIQUE)
    columns = [[form.partition(" ")[0] for form in table[name]] for name in _PEOPLE]
    _add_columns(forms, columns, features, repeat(lx.DEMONYM))


def add_roles(table: Table, forms: Forms) -> dict[str, str]:
    """Add nouns for people; return the masculine singular of each of their forms, folded."""
    words = [forms.fold.words(table[name]) for name in _PEOPLE]
    entries: list[Entry] = []
    lemmas: dict[str, str] = {}
    for unnamed, *row in zip(table["unnamed"], *words, strict=True):
        bits = lx.ROLE | (lx.UNNAMED if unnamed == "yes" else 0)
        masculine, feminine, nominative, oblique = row
        for form in row:
            lemmas.setdefault(form, masculine)
        told = nominative != oblique  # a broken plural tells no case
        entries += (
            (masculine, bits, MASC | SING),
            (feminine, bits, FEM | SING),
            (nominative, bits, MASC | PLUR | (lx.NOMINATIVE if told else 0)),
            (oblique, bits, MASC | PLUR | (lx.OBLIQUE if told else 0)),
        )
    forms.add_all([entry for entry in entries if entry[0]])
    return lemmas


def add_nouns(folder: Folder, forms: Forms) -> None:
    """Add adjectives, bodies and documents, verbal nouns, everyday nouns."""
    table = Table(folder, "adjectives.tsv")
    columns = [table[name] for name in ("masculine", "feminine", "plural")]
    _add_columns(forms, columns, (MASC | SING, FEM | SING, PLUR), repeat(lx.ADJ))
    table = Table(folder, "bodies.tsv")
    bodies = [
        (lx.DOC if kind == "document" else lx.BODY) | (lx.GENERIC if drop == "yes" else 0)
        for kind, drop in zip(table["kind"], table["drop"], strict=True)
    ]
    _add_columns(forms, [table["form"], table["plural"]], (0, 0), bodies)
    forms.add(Table(folder, "masdars.tsv")["form"], lx.MASDAR)
    _add_everyday(Table(folder, "nouns.tsv"), forms)


def _add_everyday(table: Table, forms: Forms) -> None:
    words = [forms.fold.words(table[name]) for name in ("form", "plural")]
    entries: list[Entry] = []
    for kind, gender, form, plural in zip(table["kind"], table["gender"], *words, strict=True):
        bits = lx.NOUN | (lx.QUANTITY if kind == "quantity" else 0)
        entries.append((form, bits, _GENDERS.get(gender, 0)))
        if plural:
            entries.append((plural, bits, 0))
    forms.add_all(entries)


def _add_columns(
    forms: Forms, columns: Iterable[Column], features: Sequence[int], bits: Iterable[int]
) -> None:
    """Add columns row by row; `features` are those of each column, `bits` those of each row."""
    words = [forms.fold.words(column) for column in columns]
    forms.add_all(
        [
            (word, does, told)
            for row, does in zip(zip(*words, strict=True), bits, strict=False)
            for word, told in zip(row, features, strict=True)
            if word
        ]
    )
