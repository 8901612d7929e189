"""Guessing an encoding: Rawi's own way beside charset-normalizer, on slices of news.

    python benchmarks/peers/encodings.py FILE.jsonl…    reports with `language` and `text`

Prints, for each language, encoding and length in characters, how many of the slices each
of the two decodes to the very text.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from rawi.intake.guessing import guess

ENCODINGS = {
    "ar": ("windows-1256",),
    "ru": ("windows-1251", "koi8-r"),
    "fr": ("windows-1252",),
}
LENGTHS = (15, 30, 120)
SLICES = 150
SEED = 7

Guess = Callable[[bytes], str | None]


def peer(data: bytes) -> str | None:
    """Return what charset-normalizer makes of the bytes, None where it knows nothing."""
    best = from_bytes(data).best()
    return None if best is None else best.encoding


def slices(texts: list[str], encoding: str, length: int) -> Iterator[str]:
    """Yield `SLICES` slices that hold a letter above ASCII and can be written in the encoding."""
    order = random.Random(SEED)
    found = 0
    while found < SLICES:
        text = order.choice(texts)
        start = order.randrange(max(1, len(text) - length))
        piece = text[start : start + length]
        if not piece.isascii() and piece.encode(encoding, "ignore").decode(encoding) == piece:
            found += 1
            yield piece


def right(way: Guess, pieces: list[str], encoding: str) -> int:
    """Return how many pieces come out as they went in."""
    return sum(
        (name := way(piece.encode(encoding))) is not None
        and piece.encode(encoding).decode(name, "replace") == piece
        for piece in pieces
    )


def main() -> None:
    """Measure and print."""
    lines = [line for path in sys.argv[1:] for line in Path(path).read_text("utf-8").splitlines()]
    reports = [json.loads(line) for line in lines if line]
    print(f"{'language':<10}{'encoding':<14}{'length':>6}{'Rawi':>6}{'charset-normalizer':>20}")
    for language, encodings in ENCODINGS.items():
        texts = [report["text"] for report in reports if report["language"] == language]
        for encoding in encodings if texts else ():
            for length in LENGTHS:
                pieces = list(slices(texts, encoding, length))
                ours, theirs = (right(way, pieces, encoding) for way in (guess, peer))
                print(f"{language:<10}{encoding:<14}{length:>6}{ours:>6}{theirs:>20}")


if __name__ == "__main__":
    main()
