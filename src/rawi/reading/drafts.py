"""What the clause reader finds, before speakers and chains are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from rawi.reading.lexicon import CueForm

#: A range of tokens, half-open.
Range = tuple[int, int]


class Candidate(NamedTuple):
    """A place where a cue may stand.

    `kind`: verb, participle, noun, or one of the kinds of cue phrases.
    """

    first: int
    last: int
    kind: str
    form: CueForm | None = None
    negated: bool = False


class Opening(NamedTuple):
    """Where content begins: `kind` is clause, colon, quote, preposition or object."""

    kind: str
    at: int
    content: int


@dataclass(slots=True, eq=False)
class Draft:
    """An attribution in the making; all places are tokens.

    `content` are ranges whose ends may still be cut; `open_end` says that the last one
    runs on until something ends it.  `around` is where the words of the occasion are
    looked for.  `relay` is the phrase of an outlet that passes it on, `relay_cue` its verb,
    `via` that of the outlet from which that one has it.
    `outer` is the draft that holds this one in its content; `host` the one whose subject
    it shares (a participle's verb).  `shared` says that its source is the subject of a verb
    before its own.
    """

    cue: list[Range]
    content: list[Range]
    rule: str
    sentence: int
    source: Range | None = None
    features: int = 0
    kind: str = "verb"
    open_end: bool = False
    own: bool = False
    around: Range = (0, 0)
    relay: Range | None = None
    relay_cue: Range | None = None
    via: Range | None = None
    outer: Draft | None = None
    host: Draft | None = None
    shared: bool = False
    opening: str = ""
    governs: frozenset[str] = field(default_factory=frozenset)
    lemma: str = ""
    steps: list[tuple[str, str, Range]] = field(default_factory=list)

    @property
    def at(self) -> int:
        """Where the draft stands in the text."""
        return self.content[0][0] if not self.cue else min(self.cue[0][0], self.content[0][0])

    def because(self, part: str, rule: str, words: Range) -> None:
        """Note a step of the way to a judgement."""
        self.steps.append((part, rule, words))
