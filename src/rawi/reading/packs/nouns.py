"""The tables of nouns, names and adjectives: each row a word in some of its forms."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, compress
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
    names = forms.fold.words(table["form"])
    firsts = [name.partition(" ")[0] for name in names]
    kept = [len(word) >= _SHORT_NAME or not bits_of(word) & lx.PARTICLES for word in firsts]
    does = [
        _NAMES[kind] | (lx.AMBIGUOUS if ambiguous == "yes" else 0)
        for kind, ambiguous in zip(table["kind"], table["ambiguous"], strict=True)
    ]
    features = [_GENDERS.get(gender, 0) for gender in table["gender"]]
    forms.add_all(
        list(compress(firsts, kept)), list(compress(does, kept)), list(compress(features, kept))
    )
    others = [
        word
        for name in compress(names, kept)
        if " " in name
        for word in name.split(" ")[1:]
        if len(word) > 2 and not bits_of(word) & lx.PARTICLES
    ]
    forms.add_all(others, lx.FAMILY | lx.AMBIGUOUS)


def add_demonyms(table: Table, forms: Forms) -> dict[str, str]:
    """Add nouns and adjectives of origin, by their first word; return the masculine of each."""
    features = (MASC | SING, FEM | SING, MASC | PLUR | lx.NOMINATIVE, MASC | PLUR | lx.OBLIQUE)
    words = [forms.fold.words(form.partition(" ")[0] for form in table[name]) for name in _PEOPLE]
    _add_rows(forms, words, features, lx.DEMONYM)
    return {form: row[0] for row in zip(*words, strict=True) for form in row[1:] if form and row[0]}


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
    features: list[int | Sequence[int]] = [
        MASC | SING,
        FEM | SING,
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
    _add_rows(forms, words, (MASC | SING, FEM | SING, PLUR), lx.ADJ)

    feminine = tuple(end for end, bits in forms.lexicon.morphology.endings if bits & FEM)
    table = Table(folder, "bodies.tsv")
    words = [fold.words(table[name]) for name in _NUMBERS]
    bodies = [
        (lx.DOC if kind == "document" else lx.BODY) | (lx.GENERIC if drop == "yes" else 0)
        for kind, drop in zip(table["kind"], table["drop"], strict=True)
    ]
    # a singular with a plural beside it is a man's word unless its ending or the table says not
    genders = [
        _GENDERS.get(gender) or (MASC | SING if plural and not one.endswith(feminine) else 0)
        for one, plural, gender in zip(*words, table["gender"], strict=True)
    ]
    _add_rows(forms, words, (genders, 0), bodies)

    forms.add(Table(folder, "masdars.tsv")["form"], lx.MASDAR)

    table = Table(folder, "nouns.tsv")
    words = [fold.words(table[name]) for name in _NUMBERS]
    genders = [_GENDERS.get(gender, 0) for gender in table["gender"]]
    nouns = [lx.NOUN | (lx.QUANTITY if kind == "quantity" else 0) for kind in table["kind"]]
    _add_rows(forms, words, (genders, 0), nouns)


def _add_rows(
    forms: Forms,
    columns: Sequence[Sequence[str]],
    features: Sequence[int | Sequence[int]],
    bits: int | Sequence[int],
) -> None:
    """Add folded words row by row.

    `features` are for each column those of all its words, or of each; `bits` tell what the
    words of all rows do, or of each.
    """
    rows = len(columns[0])
    told = [[one] * rows if isinstance(one, int) else one for one in features]
    if not isinstance(bits, int):
        bits = [does for does in bits for _ in columns]
    words = list(chain.from_iterable(zip(*columns, strict=True)))
    forms.add_all(words, bits, list(chain.from_iterable(zip(*told, strict=True))))
