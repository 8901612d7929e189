"""All that is told of one statement, gathered once for every view of it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rawi.records import Change, Conflict, Denial, Report, Span, Statement, Trace, Variant
from rawi.tracing.conflicts import conflicts
from rawi.tracing.denied import Silence, denials, silence
from rawi.tracing.routes import Tree, tree
from rawi.tracing.variants import variants
from rawi.tracing.wordings import Said, changes, differences, folded, likeness


class Pasted(msgspec.Struct, frozen=True, kw_only=True):
    """One wording of a statement against the words that were asked for.

    `reports` have it, the earliest first.  `score` is 0 to 1, how alike the two are: 1 for the
    same words; None where they are of two languages.  `changes` are from the pasted words to
    it; `altered` ranges of `text` that the pasted words do not have.
    """

    text: str
    language: str | None
    reports: tuple[str, ...]
    score: float | None
    changes: tuple[Change, ...]
    altered: tuple[Span, ...] = ()


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One statement with its ways, wordings, conflicts and denials.

    `never` are its carriers that carry none of the denials.  `among` is how many reports there
    are in all, `as_of` when the last of them was added (ISO 8601; None where unknown).
    """

    statement: Statement
    variants: tuple[Variant, ...]
    conflicts: tuple[Conflict, ...]
    denials: tuple[Denial, ...]
    never: Silence
    among: int
    as_of: str | None = None

    def ways(self, trace: Trace, reports: Mapping[str, Report]) -> Tree:
        """Return the tree of its routes."""
        return tree(self.statement, trace, reports)


def account(
    statement: Statement,
    trace: Trace,
    reports: Mapping[str, Report],
    *,
    among: int | None = None,
    as_of: str | None = None,
) -> Account:
    """Return all that is told of a statement; `among` None counts `reports`."""
    return Account(
        statement=statement,
        variants=variants(statement, trace, reports),
        conflicts=conflicts(statement, trace, reports),
        denials=denials(statement, reports),
        never=silence(statement, reports),
        among=len(reports) if among is None else among,
        as_of=as_of,
    )


#: A pasted quotation has so many words at least: fewer are a query.
QUOTED = 4


def pasted(words: str, language: str | None, told: Account) -> tuple[Pasted, ...]:
    """Compare pasted words with every wording of a statement, the likest first.

    `language` is that of the words (ISO 639; None compares them with all as if it were theirs).
    """
    found = []
    for variant in told.variants:
        for wording in variant.wordings:
            same = language is None or language == wording.language
            mine = Said("", words, wording.language if same else language)
            theirs = Said("", wording.text, wording.language)
            score = round(likeness(words, wording.text), 3) if same else None
            found.append(
                Pasted(
                    text=wording.text,
                    language=wording.language,
                    reports=wording.reports,
                    score=score,
                    changes=changes(mine, theirs),
                    altered=_altered(words, wording.text) if same else (),
                )
            )
    return tuple(sorted(found, key=lambda p: -(p.score or 0.0)))


def _altered(words: str, text: str) -> tuple[Span, ...]:
    return tuple(place for _, _, place in differences(words, text) if place is not None)


def is_quotation(asked: str) -> bool:
    """Say whether what was asked may be words that somebody said, and no query."""
    return len(folded(asked)) >= QUOTED


__all__ = ["Account", "Pasted", "account", "is_quotation", "pasted"]
