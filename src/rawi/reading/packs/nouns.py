"""The tables of nouns, names and adjectives: each row a word in some of its forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.inflect import FEM, MASC, PLUR, SING
from rawi.reading.packs.files import Folder, Table
from rawi.reading.packs.spelling import Forms

_GENDERS: Final = {"m": MASC | SING, "f": FEM | SING}
_NAMES: Final = {"given": lx.GIVEN, "family": lx.FAMILY, "particle": lx.PARTICLE}
_PEOPLE: Final = ("masculine", "feminine", "plural_nominative", "plural_oblique")
_NUMBERS: Final = ("form", "plural")
_SHORT_NAME: Final = 4


def add_names(table: Table, forms: Forms) -> None:
    """Add names of people: the first word as what it is, the others as parts of such a name."""
    bits_of = forms.lexicon.bits
    words: list[str] = []
    does: list[int] = []
    features: list[int] = []
    parts: list[str] = []
    written = forms.fold.words(table["form"])
    columns = (table["kind"], table["gender"], table["ambiguous"])
    for form, kind, gender, ambiguous in zip(written, *columns, strict=True):
        first, *others = form.split(" ")
        if len(first) < _SHORT_NAME and bits_of(first) & lx.PARTICLES:
            continue
        words.append(first)
        does.append(_NAMES[kind] | (lx.AMBIGUOUS if ambiguous == "yes" else 0))
        features.append(_GENDERS.get(gender, 0))
        parts += [w for w in others if len(w) > 2 and not bits_of(w) & lx.PARTICLES]
    forms.add_all(words, does, features)
    forms.add(parts, lx.FAMILY | lx.AMBIGUOUS)


def add_demonyms(table: Table, forms: Forms) -> None:
    """Add nouns and adjectives of origin, by their first word."""
    features = (MASC | SING, FEM | SING, MASC | PLUR | lx.NOMINATIVE, MASC | PLUR | lx.OBLIQUE)
    words = [
        forms.fold.words(form.partition(" ")[0] for form in table[name]) for name in _PEOPLE
    ]
    _add_rows(forms, words, [repeat(told) for told in features], repeat(lx.DEMONYM))


def add_roles(table: Table, forms: Forms) -> dict[str, str]:
    """Add nouns for people; return the masculine singular of each of their forms, folded."""
    words = [forms.fold.words(table[name]) for name in _PEOPLE]
    lemmas: dict[str, str] = {}
    for row in zip(*words, strict=True):
        for form in row:
            lemmas.setdefault(form, row[0])
    roles = [lx.ROLE | (lx.UNNAMED if unnamed == "yes" else 0) for unnamed in table["unnamed"]]
    # a broken plural tells no case
    told = [nominative != oblique for nominative, oblique in zip(*words[2:], strict=True)]
    features = [
        repeat(MASC | SING),
        repeat(FEM | SING),
        [MASC | PLUR | (lx.NOMINATIVE if case else 0) for case in told],
        [MASC | PLUR | (lx.OBLIQUE if case else 0) for case in told],
    ]
    _add_rows(forms, words, features, roles)
    return lemmas


def add_nouns(folder: Folder, forms: Forms) -> None:
    """Add adjectives, bodies and documents, verbal nouns, everyday nouns."""
    fold = forms.fold
    table = Table(folder, "adjectives.tsv")
    words = [fold.words(table[name]) for name in ("masculine", "feminine", "plural")]
    features = [repeat(MASC | SING), repeat(FEM | SING), repeat(PLUR)]
    _add_rows(forms, words, features, repeat(lx.ADJ))

    table = Table(folder, "bodies.tsv")
    words = [fold.words(table[name]) for name in _NUMBERS]
    bodies = [
        (lx.DOC if kind == "document" else lx.BODY) | (lx.GENERIC if drop == "yes" else 0)
        for kind, drop in zip(table["kind"], table["drop"], strict=True)
    ]
    _add_rows(forms, words, [repeat(0), repeat(0)], bodies)

    forms.add(Table(folder, "masdars.tsv")["form"], lx.MASDAR)

    table = Table(folder, "nouns.tsv")
    words = [fold.words(table[name]) for name in _NUMBERS]
    genders = [_GENDERS.get(gender, 0) for gender in table["gender"]]
    nouns = [lx.NOUN | (lx.QUANTITY if kind == "quantity" else 0) for kind in table["kind"]]
    _add_rows(forms, words, [genders, repeat(0)], nouns)


def _add_rows(
    forms: Forms,
    columns: Sequence[Sequence[str]],
    features: Sequence[Iterable[int]],
    bits: Iterable[int],
) -> None:
    """Add folded words row by row; `features` are columns too, `bits` tell what a row does."""
    rows = zip(zip(*columns, strict=True), zip(*features, strict=False), bits, strict=False)
    entries = [
        (word, does, feature)
        for row, told, does in rows
        for word, feature in zip(row, told, strict=True)
        if word
    ]
    if entries:
        forms.add_all(*zip(*entries, strict=True))
