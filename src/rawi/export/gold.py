"""Reports as gold: the format of the annotation guidelines, and nothing beside it."""

from __future__ import annotations

from typing import Any

from rawi.export.jsonl import json_line
from rawi.records import Attribution, Hop, Report, Speaker


def gold_line(report: Report) -> bytes:
    """Return a report as one line of a gold file, its line feed included."""
    return json_line(
        {
            "id": report.id,
            "language": report.language,
            "text": report.text,
            "published": report.published,
            "publisher": report.publisher,
            "attributions": [_attribution(one) for one in report.attributions],
        }
    )


def _attribution(one: Attribution) -> dict[str, Any]:
    return {
        "content": one.content,
        "type": one.type,
        "cue": one.cue,
        "source": one.source,
        "speaker": _speaker(one.speaker) if one.speaker else None,
        "chain": [_hop(hop) for hop in one.chain],
    }


def _speaker(one: Speaker) -> dict[str, Any]:
    return {"name": one.name, "also": one.also, "kind": one.kind, "anonymous": one.anonymous}


def _hop(one: Hop) -> dict[str, Any]:
    return {"name": one.name, "also": one.also, "how": one.how, "evidence": one.evidence}
