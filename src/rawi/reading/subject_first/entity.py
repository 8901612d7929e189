"""One speaker in the making: what the report calls them."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.reading.subject_first.known import Known
from rawi.records import Kind, Span, Speaker


@dataclass(slots=True, eq=False)
class Entity:
    """One speaker in the making."""

    kind: Kind
    name: str
    words: frozenset[str]
    anonymous: bool
    features: int = 0
    heads: set[str] = field(default_factory=set)
    also: list[str] = field(default_factory=list)
    role: str | None = None
    evidence: list[Span] = field(default_factory=list)
    last: int = -1
    known: Known | None = None
    soft: bool = False  # nothing tells a person from a body
    nations: frozenset[str] = frozenset()  # that unnamed ones are called of

    def record(self) -> Speaker:
        """Return the speaker's record."""
        also = tuple(dict.fromkeys(name for name in self.also if name != self.name))
        return Speaker(name=self.name, kind=self.kind, anonymous=self.anonymous, also=also,
                       role=self.role, evidence=tuple(self.evidence[:1]))  # fmt: skip
