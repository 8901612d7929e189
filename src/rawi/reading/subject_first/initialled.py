"""Signatures of agencies among the initials of who wrote and edited: "pgr/kle (dpa, afp)"."""

from __future__ import annotations

from typing import Final

from rawi.authority.outlets import Authority
from rawi.authority.table import Outlet
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.datelines import agency_in_small
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.outlets import Named, Outlets

#: The initials of who wrote it are no longer than this, in letters.
INITIALS: Final = 5
_MARKS: Final = frozenset("()[]/,;:.|-–—*©")
_AGENCIES: Final = frozenset({"agency", "collective"})


def initialled(
    document: Document, outlets: Outlets, first: int, last: int
) -> list[tuple[Named, int]]:
    """Return the agencies of a line of nothing but agencies, initials, staff, dates and marks."""
    signing = document.grammar.words_of("signing_agencies")
    if not document.grammar.noun_capitals and not any(
        document.key[i] in signing for i in range(first, last)
    ):
        return []
    staff = document.grammar.words_of("credit_staff") | document.grammar.words_of("credit_words")
    leading = document.grammar.words_of("credit_leads")
    found: list[tuple[Named, int]] = []
    index, apart = first, False
    while index < last:
        word, key = document.word[index], document.key[index]
        if not word.is_word:
            if key not in _MARKS:
                return []
            apart = apart or key in "/(),["
            index += 1
            continue
        named = _agency(document, outlets, index, last)
        if named is not None and signing and named.outlet and document.word[index].upper is False:
            named = named if key in signing else None  # "map/dlm/cbn" are writers alone
        if named is not None:
            found.append((named, first if not found else index))
            index = max(named.whole[1], index + 1)
            continue
        apart = apart or key in leading
        short = key.isalpha() and len(key) <= INITIALS and not word.bits and not word.cues
        dated = word.bits & (w.NUM | w.TIME) or key[:1].isdigit()
        if not (short or dated or key in staff or (named is None and outlets.known(index, last))):
            return []
        index += 1
    return found if apart else []


def _agency(document: Document, outlets: Outlets, index: int, last: int) -> Named | None:
    """Return the agency at a token, in whatever letters."""
    known = outlets.known(index, last)
    if known is not None:
        outlet = known.outlet
        agency = _is_small(document.key[index]) if outlet is None else outlet.kind in _AGENCIES
        return known if agency and not known.part else None
    if not _is_small(document.key[index]):
        return None
    return Named((index, index + 1), (index, index + 1), _small(document.key[index]), False)


def _small(key: str) -> Outlet | None:
    """Return the agency that small letters stand for; None where several do."""
    return Authority.load().by_name(key.upper())


def _is_small(key: str) -> bool:
    """Say whether small letters are an agency's, or those of several: "apa"."""
    if agency_in_small(key):
        return True
    several = Authority.load().all_by_name(key.upper()) if 1 < len(key) <= INITIALS else ()
    return bool(several) and all(outlet.kind == "agency" for outlet in several)
