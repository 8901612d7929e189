"""Lines that tell who spoke, and where they wrote: "Source: Ann Poe, head of X, on Telegram"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.outlets import Named, Outlets

#: An office stands so near before its field, in tokens.
FIELD: Final = 5


def tells_office(document: Document, first: int, last: int) -> bool:
    """Say whether a line with a label names somebody by their office."""
    return not document.grammar.gendered and any(
        document.key[i] == "," and document.word[i + 1].bits & w.ROLE
        for i in range(first, last - 1)
    )


def names_speakers(document: Document, first: int, last: int) -> bool:
    """Say whether a line names who spoke, and no outlet that cites them."""
    cited = any(cue.governs & w.RELAY for i in range(first, last) for cue in document.word[i].cues)
    return tells_office(document, first, last) and not cited


def posted(document: Document, outlets: Outlets) -> Iterator[tuple[Range, Named, int]]:
    """Yield who is named in such lines, the network that they wrote on, and where that is told."""
    leads = document.grammar.words_of("post_prepositions")
    for first, last, kind in document.paragraphs:
        if kind != "credit" or not names_speakers(document, first, last):
            continue
        colon = next((i for i in range(first, last) if document.key[i] == ":"), first)
        begin = colon + 1
        for index in range(begin, last - 1):
            if document.key[index] == ";":
                begin = index + 1
            if document.key[index] not in leads:
                continue
            named = outlets.at(index + 1, last, strict=False)
            if named is not None and named.outlet and named.outlet.kind == "network":
                yield (begin, index), named, index


def is_portfolio(document: Document, first: int) -> bool:
    """Say whether a name is what a minister is for: "il ministro dell'Interno"."""
    grammar = document.grammar
    led = first > 1 and document.key[first - 1] in grammar.words_of("part_prepositions")
    return led and document.word[first - 2].lemma in grammar.words_of("portfolio_offices")


def past_portfolio(document: Document, run: Range) -> Range:
    """Return a run without what a minister is for: "le ministre de l'Éducation | Ann Poe"."""
    grammar = document.grammar
    fields = grammar.words_of("part_prepositions") | grammar.words_of("serving_prepositions")
    first, last = run
    led = first - (first > 1 and document.key[first - 2] in fields)  # "de l'Éducation"
    if last - first < 3 or led < 1 or document.key[led - 1] not in fields:
        return run
    if not any(word.bits & w.ROLE for word in document.word[max(0, led - FIELD) : led - 1]):
        return run
    given = (i for i in range(first + 1, last - 1) if document.word[i].bits & w.GIVEN)
    start = next(given, last - 2 if names_two(document, first, last) else first)
    if start == first and document.word[first].bits & w.PLACE and document.word[first + 1].upper:
        start = first + 1  # "il presidente dell'Estonia | Alar Karis"
    own = document.word[first].bits & w.GIVEN or document.word[start - 1].bits & w.PARTICLE
    return run if own else (start, last)


def names_two(document: Document, first: int, last: int) -> bool:
    """Say whether two unknown names follow one of a place or a field: "di Vergona | Zdenko Krulic".

    Places of several words begin otherwise ("San Vito Romano").
    """
    word, parts = document.word[first], document.grammar.words_of("place_starts")
    if last - first != 3 or not parts or word.key in parts or not word.upper:
        return False
    told = w.PARTICLE | w.BODY | w.BODYPART | w.MEDIA | w.MEDIAPART | w.TITLE | w.GIVEN
    rest = document.word[first + 1 : last]
    return not word.bits & told and not word.outlet and all(
        one.upper and one.is_word and not (one.bits or one.cues or one.caps) for one in rest
    )  # fmt: skip
