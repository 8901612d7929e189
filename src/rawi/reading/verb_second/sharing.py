"""What the statements of one sentence have in common: a quotation, the outlets they were told."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft
from rawi.reading.verb_second.nominals import Nominals

_TOLD: Final = ("verb", "noun")
#: The rule of a noun for what somebody says or asks.
ASKED: Final = "noun with what was said"


def give_up(document: Document, drafts: list[Draft]) -> None:
    """Let the verb after a quotation have it, where one before a colon claims it, too.

    "X kritisierte den Plan: „…“, sagte er."
    """
    for behind in [d for d in drafts if d.opening == "backward" and d.kind == "verb"]:
        quoted = [span for span in behind.content if span[0] in document.quote_at]
        for draft in [d for d in drafts if d is not behind and d.cue and quoted]:
            if draft.at >= behind.cue[0][0] or draft.kind != "verb":
                continue
            rest = [span for span in draft.content if span[0] != quoted[0][0]]
            if len(rest) == len(draft.content) or draft.opening == "backward":
                continue
            draft.content = rest
            if not rest:
                drafts.remove(draft)


def answer(document: Document, drafts: list[Draft]) -> None:
    """Part what was asked from the answer: "sagte auf die Frage eines Kindes, ob …: „…“"."""
    for asked in [d for d in drafts if d.rule == ASKED and d.content]:
        begin, end = asked.content[0]
        same = (d for d in drafts if d.kind == "verb" and d.content and d.content[0] == (begin, end)
                and d.cue and d.cue[0][0] < asked.cue[0][0])  # fmt: skip
        verb = next((d for d in same if d is not asked), None)
        if verb is None:
            continue
        colon = next((i for i in range(begin, end - 1) if i + 1 in document.quote_at
                      and document.key[i] in document.grammar.colons), None)  # fmt: skip
        if colon is not None:
            asked.content[0] = (begin, colon)
            verb.content[0], verb.opening = (colon + 1, end), "colon"
        elif verb.opening == "colon":
            drafts.remove(asked)


def note_hearers(
    document: Document, nominals: Nominals, drafts: list[Draft], first: int, last: int
) -> None:
    """Note the outlets in marks that a sentence tells of: "im Gespräch mit der „Seepost“"."""
    mine = [d for d in drafts if d.hearer is None and d.relay is None and d.kind in _TOLD]
    for quote in document.quotes_in(first, last) if mine else ():
        inside = any(a <= quote.open < b for d in drafts for a, b in d.content)
        if not inside and nominals.is_name(quote.open, last):
            if nominals.is_told(quote.open) and quote.after <= last:
                for draft in mine:
                    draft.hearer = (quote.open - 1, quote.after)
