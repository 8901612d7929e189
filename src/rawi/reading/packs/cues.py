"""Verbs, inflected: those that attribute (`cues.tsv`) and all others (`verbs.tsv`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import compress
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.folding import Folder
from rawi.reading.inflect import FEM, IMPF, SING, Paradigm
from rawi.reading.lexicon import CueForm
from rawi.reading.packs.files import Table
from rawi.reading.packs.spelling import Forms, spelt, spread

CUE_COLUMNS: Final = ("past", "present", "participle", "masdar")
VERB_COLUMNS: Final = ("past", "present")
#: Stands in a table for a principal part that is not in use.
NONE: Final = "-"


def add_cues(table: Table, inflection: Mapping[str, Paradigm], forms: Forms) -> None:
    """Add the verbs that attribute, by all forms of their principal parts."""
    lines: list[str] = []
    cues: list[CueForm] = []
    lemmas, codes = table["past"], table["governs"]
    governments = {code: frozenset(government(code, forms.fold)) for code in set(codes)}
    paradigms = [inflection[column] for column in CUE_COLUMNS]
    parts = _parts(table, CUE_COLUMNS, forms.fold)
    for lemma, code, *principal in zip(lemmas, codes, *parts, strict=True):
        for paradigm, (part, folded) in zip(paradigms, principal, strict=True):
            if part != NONE:
                made, features = paradigm.forms(part, folded)
                lines.append(made)
                cues += [CueForm(lemma, governments[code], bits) for bits in features]
    words = "\n".join(lines).split("\n") if lines else []
    several = list(forms.spelling.several(words))
    forms.lexicon.add_cues(spelt(words, several), spread(cues, several))
    forms.add([masdar for masdar in table["masdar"] if masdar != NONE], lx.SPEECH)


def _parts(table: Table, columns: Iterable[str], fold: Folder) -> list[list[tuple[str, str]]]:
    """Return columns of principal parts, each as it is written and folded."""
    return [list(zip(table[column], fold.words(table[column]), strict=True)) for column in columns]


def government(codes: str, fold: Folder) -> Iterator[str]:
    """Yield the codes of a cell: single letters as they are, prepositions folded."""
    for code in codes.split():
        yield code if len(code) == 1 and code.isascii() else fold.word(code)


def add_verbs(table: Table, inflection: Mapping[str, Paradigm], forms: Forms) -> None:
    """Add verbs that attribute nothing.

    Of one whose simplest form may be another word, only forms that are no other word's.
    """
    lines: list[str] = []
    features: list[int] = []
    paradigms = [inflection[column] for column in VERB_COLUMNS]
    parts = _parts(table, VERB_COLUMNS, forms.fold)
    for ambiguous, *principal in zip(table["ambiguous"], *parts, strict=True):
        for paradigm, (part, folded) in zip(paradigms, principal, strict=True):
            if part != NONE:
                made, told = paradigm.forms(part, folded)
                if ambiguous == "yes":
                    kept = [bits & (FEM | IMPF) or not bits & SING for bits in told]
                    made = "\n".join(compress(made.split("\n"), kept))
                    told = list(compress(told, kept))
                if told:
                    lines.append(made)
                    features += told
    words = "\n".join(lines).split("\n") if lines else []
    forms.add_all(words, lx.VERB, features)
