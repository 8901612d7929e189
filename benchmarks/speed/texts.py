"""Texts to measure with: reports that differ, long ones, and hostile ones."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

#: One seed for all, so that every run measures the same texts.
SEED = 20_240_821
REPORT_LENGTH = 2_000
REPORTS = 300
SENTENCES_A_PARAGRAPH = 3

#: What a hostile report is made of, over and over.
HOSTILE = {
    "quotation marks": '"',
    "opening guillemets": "«",
    "colons": ":",
    "one letter": "ق",
    "a cue and nothing said": "وقال إن ",
    "lines of a dash": "\n-",
}


def example() -> Path:
    """Return the first of the examples."""
    return min((ROOT / "examples").glob("*.txt"))


def sources() -> list[str]:
    """Return the texts of the examples and of the gold reports in the repository."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]
    for path in sorted((ROOT / "tests" / "gold").glob("ar_*.jsonl")):
        texts += [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines() if line]
    return texts


def sentences() -> list[str]:
    """Return the sentences of the sources, cut after full stops and at line ends."""
    pieces = (piece for text in sources() for piece in re.split(r"(?<=[.!؟])\s+|\n+", text))
    return [piece.strip() for piece in pieces if piece.strip()]


def composed(length: int, seed: int) -> str:
    """Return a report of just `length` characters: shuffled sentences in paragraphs."""
    pool = sentences()
    order = random.Random(seed)
    pieces: list[str] = []
    total = 0
    while total < length:
        order.shuffle(pool)
        for number, sentence in enumerate(pool):
            piece = sentence + ("\n" if number % SENTENCES_A_PARAGRAPH == 0 else " ")
            pieces.append(piece)
            total += len(piece)
            if total >= length:
                break
    return "".join(pieces)[:length]


def short_reports() -> list[str]:
    """Return `REPORTS` reports of `REPORT_LENGTH` characters, cut from one shuffled text."""
    text = composed(REPORTS * REPORT_LENGTH, SEED)
    return [text[at : at + REPORT_LENGTH] for at in range(0, len(text), REPORT_LENGTH)]


def hostile(name: str, length: int) -> str:
    """Return a hostile report of `length` characters."""
    unit = HOSTILE[name]
    return (unit * (length // len(unit) + 1))[:length]
