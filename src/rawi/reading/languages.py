"""Any language that there is a pack for, read by the grammar that its pack names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rawi.errors import DataError
from rawi.reading import packs
from rawi.reading.reader import read_text
from rawi.records import Attribution, Part, Report

if TYPE_CHECKING:
    from rawi.reading.free_order import CaseGrammar
    from rawi.reading.packs.files import Folder
    from rawi.reading.subject_first import Grammar

SUBJECT_FIRST: Final = "subject-first"
VERB_FIRST: Final = "verb-first"
FREE_ORDER: Final = "free-order"


@lru_cache(maxsize=16)
def _grammar(folder: Folder) -> Grammar:
    from rawi.reading.subject_first import load_grammar

    return load_grammar(folder)


@lru_cache(maxsize=16)
def _case_grammar(folder: Folder) -> CaseGrammar:
    from rawi.reading.free_order import CaseGrammar

    return CaseGrammar(folder)


def read_language(
    text: str, code: str, report: Report
) -> tuple[tuple[Attribution, ...], tuple[Part, ...]]:
    """Return the attributions of a text in a language and its parts.

    Raises `DataError` where there is no pack of that code, or its tables are faulty.
    """
    kind = packs.profile(code).grammar
    if kind == VERB_FIRST:
        return read_text(text, packs.load(code), report)
    if kind == FREE_ORDER:
        from rawi.reading.free_order import read_free_order

        return read_free_order(text, _case_grammar(packs.folder(code)), report)
    if kind != SUBJECT_FIRST:
        raise DataError(f"{code}: pack.toml: grammar is {kind!r}, not one of "
                        f"{VERB_FIRST}, {SUBJECT_FIRST}, {FREE_ORDER}")  # fmt: skip
    from rawi.reading.subject_first import read_subject_first

    return read_subject_first(text, _grammar(packs.folder(code)), report)
