"""A corpus of news with attributions in brat's standoff files, as the records that are scored.

A part of the corpus is a folder with `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`.
A line `T1<tab>Content 22 51;60 72<tab>words` marks spans of the text, a line
`E1<tab>Attribution:T4 Content:T3 Cue:T2 Source:T1` joins them to an attribution.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rawi.errors import FormatError, UnreadableError

Span = list[int]


class Article(NamedTuple):
    """One text, and what each of its annotators marked there, in the order of their names."""

    id: str
    text: str
    annotations: list[list[dict[str, Any]]]


def read_part(folder: Path) -> list[Article]:
    """Read a part of the corpus, in the order of names.

    Raises `UnreadableError` where the folder is none, `FormatError` for a line that is malformed.
    """
    texts = sorted(folder.glob("text/*.txt"))
    if not texts:
        raise UnreadableError(str(folder), "no text/*.txt in it")
    return [_article(folder, path) for path in texts]


def _article(folder: Path, path: Path) -> Article:
    # newline="": the offsets count the characters of the file as they are
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    marked = sorted(folder.glob(f"attributions/{path.stem}_????.ann"))
    if not marked:
        raise UnreadableError(str(path), "nobody's .ann file beside it")
    return Article(path.stem, text, [list(_attributions(one, len(text))) for one in marked])


def _attributions(path: Path, length: int) -> Iterator[dict[str, Any]]:
    spans: dict[str, list[Span]] = {}
    events = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        key, _, rest = line.partition("\t")
        try:
            if key.startswith("T"):
                spans[key] = _spans(rest.split("\t")[0], length)
            elif key.startswith("E"):
                events.append([tuple(part.split(":", 1)) for part in rest.split()])
        except (ValueError, IndexError):
            raise FormatError(f"{path}:{number}", "no line of a standoff file") from None
    for event in events:
        parts: dict[str, list[Span]] = {"content": [], "cue": [], "source": []}
        for role, key in event:
            name = role.rstrip("0123456789").lower()
            if name in parts:
                parts[name].extend(spans[key])
        if parts["content"]:
            yield {name: sorted(found) for name, found in parts.items()}


def _spans(words: str, length: int) -> list[Span]:
    """Return the spans of `Content 22 51;60 72`."""
    found = [[int(offset) for offset in pair.split()] for pair in words.split(" ", 1)[1].split(";")]
    if any(len(span) != 2 or not 0 <= span[0] < span[1] <= length for span in found):
        raise ValueError
    return found
