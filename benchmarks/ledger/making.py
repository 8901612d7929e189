"""Reports to fill a ledger with: the sentences of this repository, shuffled, with other names.

Every report has its own order of sentences, its own speakers and its own numbers, so that
neither texts nor speakers repeat more than the press repeats them.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks" / "speed"))

import texts  # noqa: E402

#: A sentence in parts, each with its kind: "words", "name", "number".
Template = list[tuple[str, str]]

#: As many people speak in all; some often, most seldom.
SPEAKERS = 20_000
PUBLISHERS = 300
DAYS = 28
#: A name of so many words at least is a person's.
FULL_NAME = 2


def reports(number: int, length: int = texts.REPORT_LENGTH) -> Iterator[dict[str, object]]:
    """Yield reports as members of a JSON object, each of `length` characters."""
    random_ = random.Random(texts.SEED)
    people = _people()
    templates = _templates()
    for count in range(number):
        text = _text(templates, people, length, random_)
        publisher = random_.randrange(PUBLISHERS)
        yield {
            "url": f"https://paper{publisher}.example/news/{count}",
            "publisher": f"Paper {publisher}",
            "title": text[:60],
            "published": f"2024-0{random_.randrange(1, 10)}-{random_.randrange(1, DAYS):02}",
            "language": "ar",
            "text": text,
        }


def _text(templates: list[Template], people: list[str], length: int, random_: random.Random) -> str:
    pieces: list[str] = []
    total = 0
    while total < length:
        template = random_.choice(templates)
        filled = [
            part if kind == "words" else _person(people, random_) if kind == "name"
            else str(random_.randrange(10 ** len(part)))
            for kind, part in template
        ]  # fmt: skip
        filled.append("\n" if len(pieces) % texts.SENTENCES_A_PARAGRAPH == 2 else " ")
        pieces.append("".join(filled))
        total += len(pieces[-1])
    return "".join(pieces)[:length]


def _templates() -> list[Template]:
    """Return the sentences in parts: words that stay, names and numbers that change."""
    slots = re.compile(rf"(?P<name>{_names()})|(?P<number>\d+)")
    return [_parts(sentence, slots) for sentence in texts.sentences()]


def _parts(sentence: str, slots: re.Pattern[str]) -> Template:
    parts: Template = []
    at = 0
    for found in slots.finditer(sentence):
        parts += [("words", sentence[at : found.start()]), (str(found.lastgroup), found[0])]
        at = found.end()
    return [*parts, ("words", sentence[at:])]


def _person(people: list[str], random_: random.Random) -> str:
    # The cube of an even draw: the first tenth of all people speaks nearly half of the time.
    return people[int(random_.random() ** 3 * len(people))]


def _names() -> str:
    """Return an expression for the full names of speakers in the gold reports."""
    found = set()
    for path in sorted((ROOT / "tests" / "gold").glob("ar_*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            for attribution in json.loads(line)["attributions"] if line else ():
                speaker = attribution.get("speaker") or {}
                if not speaker.get("anonymous", True) and speaker.get("kind", "person") == "person":
                    found.add(speaker["name"])
    full = [name for name in found if len(name.split()) >= FULL_NAME]
    return "|".join(map(re.escape, sorted(full, key=lambda name: (-len(name), name))))


def _people() -> list[str]:
    """Return names of people, put together from the names of the language's pack."""
    table = ROOT / "src" / "rawi" / "languages" / "ar" / "names.tsv"
    lines = [line.split("\t") for line in table.read_text("utf-8").splitlines()]
    rows = [line for line in lines if len(line) > 3 and line[3] != "yes"]
    given = [row[0] for row in rows if row[2] == "given"]
    families = [row[0] for row in rows if row[2] == "family"]
    random_ = random.Random(texts.SEED)
    pairs = {f"{random_.choice(given)} {random_.choice(families)}" for _ in range(SPEAKERS)}
    people = sorted(pairs)
    random_.shuffle(people)
    return people
