"""What the clause reader finds, before speakers and chains are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from rawi.reading.subject_first.words import Cue

#: A range of tokens, half-open.
Range = tuple[int, int]
#: Marks that stay at the end of what is said.
KEPT: Final = frozenset(")%$€£…!?")


@dataclass(slots=True, eq=False)
class Draft:
    """An attribution in the making; all places are tokens.

    `opening` tells how the content begins: clause, object, quote, colon, line, backward …
    `hearer` is whom it was said to.  `relay` is who passes it on and `relay_cue` their verb.
    `outer` holds this draft in its content; `shared` says that the source is the subject of a
    verb before its own.  `kind`: verb, according, quotation, line, dialogue, relay, noun.
    """

    cue: list[Range]
    content: list[Range]
    rule: str
    sentence: int
    source: Range | None = None
    kind: str = "verb"
    opening: str = ""
    hearer: Range | None = None
    relay: Range | None = None
    relay_cue: Range | None = None
    outer: Draft | None = None
    shared: bool = False
    reopens: bool = False
    features: int = 0
    around: Range = (0, 0)
    form: Cue | None = None
    steps: list[tuple[str, str, Range]] = field(default_factory=list)

    @property
    def at(self) -> int:
        """Where the draft stands in the text."""
        first = min(first for first, _ in self.content)
        return first if not self.cue else min(self.cue[0][0], first)

    def because(self, part: str, rule: str, words: Range) -> None:
        """Note a step of the way to a judgement."""
        self.steps.append((part, rule, words))
