"""Gold and predictions made by hand from the words that they cover."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TEXT = "Ann said that rain will come soon, adding snow may fall. “We wait,” Bo said."


def span(part: str, text: str = TEXT) -> list[int]:
    start = text.index(part)
    return [start, start + len(part)]


def attribution(
    *parts: str,
    text: str = TEXT,
    type: str = "indirect",
    cue: str = "",
    source: str | None = None,
    **more: Any,
) -> dict[str, Any]:
    record = {
        "content": [span(part, text) for part in parts],
        "type": type,
        "cue": [span(cue, text)] if cue else [],
        **more,
    }
    if source is not None:
        record["source"] = [span(source, text)] if source else []
    return record


def write(path: Path, *reports: dict[str, Any] | list[Any] | str) -> Path:
    lines = (
        report if isinstance(report, str) else json.dumps(report, ensure_ascii=False)
        for report in reports
    )
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path
