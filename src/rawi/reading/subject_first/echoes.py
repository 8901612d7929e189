"""Headlines that repeat what somebody says further on: they came the same way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft
from rawi.reading.subject_first.entity import Entity
from rawi.reading.subject_first.hops import Way

#: A headline repeats a statement that holds so much of its words, and of no fewer than this.
SHARED: Final = 0.6
WORDS: Final = 1


def echo(
    document: Document,
    drafts: Sequence[Draft],
    entities: Sequence[Entity | None],
    ways: list[list[Way]],
) -> None:
    """Give each headline the way of the statement by the same speaker that it repeats."""
    of, heads = document.sentences, document.paragraphs
    titles = [n for n, d in enumerate(drafts) if heads[of[d.sentence].paragraph].kind == "headline"]
    for number in titles:
        words = _words(document, drafts[number])
        if entities[number] is None or len(words) < WORDS or drafts[number].outer is not None:
            continue
        mine = [
            n for n, entity in enumerate(entities)
            if entity is entities[number] and n not in titles and drafts[n].outer is None
        ]  # fmt: skip
        shared = {n: len(words & _words(document, drafts[n])) / len(words) for n in mine}
        best = max(shared, key=lambda n: shared[n], default=None)
        if best is not None and shared[best] >= SHARED and ways[best]:
            ways[number] = list(ways[best])


def _words(document: Document, draft: Draft) -> frozenset[str]:
    """Return the words of a statement that mean something."""
    small = w.DET | w.PREP | w.CONJ | w.PRON | w.COMP | w.AUX | w.NEG | w.OBJ
    return frozenset(
        document.word[i].stem
        for first, last in draft.content
        for i in range(first, last)
        if document.word[i].is_word and not document.word[i].bits & small
    )
