"""What was read of a text in any language: content, speaker and the names of the hops."""

from __future__ import annotations

import rawi
from rawi.records import Report, words


def told_in(language: str, text: str) -> list[tuple[str, str | None, list[str]]]:
    """Return content, speaker and the names of the hops of each statement."""
    return [
        (
            words(one.content, text),
            one.speaker.name if one.speaker else None,
            [hop.name for hop in one.chain],
        )
        for one in rawi.read(Report(id="t", text=text, language=language)).attributions
    ]
