"""Any language that there is a pack for, read by the grammar that its pack names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from rawi.errors import DataError
from rawi.reading import packs
from rawi.reading.language import detect, fits, foreign_letters, is_alone
from rawi.reading.reader import read_text
from rawi.records import Attribution, Part, Report

if TYPE_CHECKING:
    from rawi.reading.free_order import CaseGrammar
    from rawi.reading.packs.files import Folder
    from rawi.reading.subject_first import Grammar
    from rawi.reading.verb_last import SuffixGrammar

SUBJECT_FIRST: Final = "subject-first"
VERB_FIRST: Final = "verb-first"
FREE_ORDER: Final = "free-order"
VERB_SECOND: Final = "verb-second"
VERB_LAST: Final = "verb-last"
#: A paragraph is told to be in another language from so many letters and blanks.
FOREIGN: Final = 60
FOREIGN_WORDS: Final = 8


@lru_cache(maxsize=16)
def _grammar(folder: Folder) -> Grammar:
    from rawi.reading.subject_first import load_grammar

    return load_grammar(folder)


@lru_cache(maxsize=16)
def _case_grammar(folder: Folder) -> CaseGrammar:
    from rawi.reading.free_order import CaseGrammar

    return CaseGrammar(folder)


@lru_cache(maxsize=16)
def _suffix_grammar(folder: Folder) -> SuffixGrammar:
    from rawi.reading.verb_last import SuffixGrammar

    return SuffixGrammar(folder)


def read_language(
    text: str, code: str, report: Report
) -> tuple[tuple[Attribution, ...], tuple[Part, ...]]:
    """Return the attributions of a text in a language and its parts.

    A paragraph that is plainly in another language that there is a pack for is read as that.
    Raises `DataError` where there is no pack of that code, or its tables are faulty.
    """
    foreign = _foreign(text, code)
    if not foreign:
        return _read(text, code, report)
    found, parts = _read(_without(text, [span for spans in foreign.values() for span in spans]),
                         code, report)  # fmt: skip
    attributions = list(found)
    for other, spans in foreign.items():
        more, others = _read(_only(text, spans), other, report)
        attributions += more
        parts = (*parts, *others)
    attributions.sort(key=lambda one: one.content[0])
    renamed = (
        msgspec.structs.replace(one, id=f"a{number}") for number, one in enumerate(attributions, 1)
    )
    return tuple(renamed), tuple(sorted(parts, key=lambda part: part.span))


def _read(text: str, code: str, report: Report) -> tuple[tuple[Attribution, ...], tuple[Part, ...]]:
    kind = packs.profile(code).grammar
    if kind == VERB_FIRST:
        return read_text(text, packs.load(code), report)
    if kind == FREE_ORDER:
        from rawi.reading.free_order import read_free_order

        return read_free_order(text, _case_grammar(packs.folder(code)), report)
    if kind == VERB_SECOND:
        from rawi.reading.verb_second import read_verb_second

        return read_verb_second(text, _grammar(packs.folder(code)), report)
    if kind == VERB_LAST:
        from rawi.reading.verb_last import read_verb_last

        return read_verb_last(text, _suffix_grammar(packs.folder(code)), report)
    if kind != SUBJECT_FIRST:
        known = (VERB_FIRST, SUBJECT_FIRST, FREE_ORDER, VERB_SECOND, VERB_LAST)
        raise DataError(f"{code}: pack.toml: grammar is {kind!r}, not one of {', '.join(known)}")
    from rawi.reading.subject_first import read_subject_first

    return read_subject_first(text, _grammar(packs.folder(code)), report)


def _foreign(text: str, code: str) -> dict[str, list[tuple[int, int]]]:
    """Return the paragraphs that are in other languages, by language."""
    found: dict[str, list[tuple[int, int]]] = {}
    if "\n" not in text or len(packs.available()) < 2:
        return found
    profile = packs.profile(code)
    others, alone = foreign_letters(text, code), is_alone(code)
    if alone and not others:
        return found
    start = 0
    for line in text.split("\n"):
        if len(line) >= FOREIGN and line.count(" ") >= FOREIGN_WORDS:
            own = alone and others.isdisjoint(line)  # no other language has its letters
            if not own and not fits(line, profile, others):
                other = detect(line)
                if other is not None and other != code:
                    found.setdefault(other, []).append((start, start + len(line)))
        start += len(line) + 1
    return found


def _only(text: str, spans: list[tuple[int, int]]) -> str:
    """Return a text with nothing but some stretches; offsets and line ends stay."""
    kept: list[str] = []
    at = 0
    for first, last in spans:
        kept += (_blank(text[at:first]), text[first:last])
        at = last
    return "".join((*kept, _blank(text[at:])))


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    kept: list[str] = []
    at = 0
    for first, last in sorted(spans):
        kept += (text[at:first], _blank(text[first:last]))
        at = last
    return "".join((*kept, text[at:]))


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))
