"""Through whom it came: hops between the speaker and this report."""

from __future__ import annotations

from rawi.reading.document import Document
from rawi.reading.drafts import Draft
from rawi.reading.speakers import Entity, SpeakerLinker
from rawi.records import Hop, Report


class ChainReader:
    """Reads the hops of one document."""

    def __init__(self, document: Document, report: Report, linker: SpeakerLinker) -> None:
        self.document = document

    def read(self, drafts: list[Draft], entities: list[Entity | None]) -> list[tuple[Hop, ...]]:
        """Return the chain of each draft."""
        return [() for _ in drafts]
