"""Verbs, inflected: those that attribute (`cues.tsv`) and all others (`verbs.tsv`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.folding import Folder
from rawi.reading.inflect import FEM, SING, Inflection
from rawi.reading.lexicon import CueForm
from rawi.reading.packs.files import Table
from rawi.reading.packs.spelling import Forms

CUE_COLUMNS: Final = ("past", "present", "participle", "masdar")
VERB_COLUMNS: Final = ("past", "present")
#: Stands in a table for a principal part that is not in use.
NONE: Final = "-"


def add_cues(table: Table, inflection: Inflection, forms: Forms) -> None:
    """Add the verbs that attribute, by all forms of their principal parts."""
    written: list[str] = []
    cues: list[CueForm] = []
    parts = [table[column] for column in CUE_COLUMNS]
    for lemma, codes, *principal in zip(table["past"], table["governs"], *parts, strict=True):
        governs = frozenset(_government(codes, forms.fold))
        for column, part in zip(CUE_COLUMNS, principal, strict=True):
            if part != NONE:
                for form, features in inflection.forms(column, part):
                    written.append(form)
                    cues.append(CueForm(lemma, governs, features))
    spelt = forms.spelling.of_all(forms.fold.words(written))
    forms.lexicon.add_cues(
        (form, cue) for spellings, cue in zip(spelt, cues, strict=False) for form in spellings
    )
    forms.add([masdar for masdar in table["masdar"] if masdar != NONE], lx.SPEECH)


def _government(codes: str, fold: Folder) -> Iterator[str]:
    for code in codes.split():
        yield code if len(code) == 1 and code.isascii() else fold.word(code)


def add_verbs(table: Table, inflection: Inflection, forms: Forms) -> None:
    """Add verbs that attribute nothing.

    Of one whose simplest form may be another word, only forms that are no other word's.
    """
    inflected: list[tuple[str, int]] = []
    parts = [table[column] for column in VERB_COLUMNS]
    for ambiguous, *principal in zip(table["ambiguous"], *parts, strict=True):
        for column, part in zip(VERB_COLUMNS, principal, strict=True):
            if part != NONE:
                found = inflection.forms(column, part)
                if ambiguous == "yes":
                    found = [one for one in found if one[1] & FEM or not one[1] & SING]
                inflected += found
    words = forms.fold.words([form for form, _ in inflected])
    forms.add_all(
        [(word, lx.VERB, bits) for word, (_, bits) in zip(words, inflected, strict=True)]
    )
