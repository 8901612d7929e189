#!/usr/bin/env python3
"""Compile pairs_source/ into pairs of reports that are, or are not, of one statement.

    python tests/gold/compile_pairs.py [--check]

A source is a list of bases.  A base is one statement (`o`) as reports in the other languages
give it too (`t`ranslation, `p`araphrase), and reports of other statements that come near it:

    = b01 2025-03-04
    o en|Lena Moravec|"[Nearly forty villages have lost power]," said Lena Moravec.
    t fr|Lena Moravec|…
    neg fr >en||…            against the English report; without ">en" against the original
    who ru|org:Министерство|…
    day ar @2025-04-01||…    "@-" is no date; other lines have the date of the base

The speaker is given once for each language; "org:" and "doc:" say what is no person, "~" who is not
named.  "[…]" is the content.  Every line of the output is one pair:

    {"id", "kind", "same", "a": {"text", "language", "content", "speaker", "published"}, "b": {…}}

with `content` as half-open spans of code points and `speaker` as in the gold of reports.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

HERE = Path(__file__).parent
FILES = {"own.txt": "hard_pairs.jsonl", "blind.txt": "hard_pairs_blind.jsonl"}
HARD = {
    "neg": "negation", "num": "number", "hedge": "hedge", "who": "speaker", "day": "day",
    "role": "roles",
}  # fmt: skip
SAME = {"t": "translation", "p": "paraphrase"}
LANGUAGES = ("ar", "en", "fr", "ru")
HEAD = re.compile(r"(\w+) (ar|en|fr|ru)(?: >(\w\w))?(?: @(\S+))?$")
KINDS = {"": "person", "org": "organisation", "doc": "document"}
Json = dict[str, Any]


class Fault(Exception):
    """A source that is not as it should be."""


def fail(where: str, fault: str) -> NoReturn:
    raise Fault(f"{where}: {fault}")


def speaker(written: str) -> Json:
    if written.startswith("~"):
        return {"name": written[1:], "also": [], "kind": "person", "anonymous": True}
    kind, _, name = written.rpartition(":")
    return {"name": name, "also": [], "kind": KINDS[kind], "anonymous": False}


def content(marked: str, where: str) -> tuple[str, list[list[int]]]:
    """Return the text without the brackets and what stood in them."""
    spans: list[list[int]] = []
    text, start = "", None
    for character in marked:
        if character == "[" and start is None:
            start = len(text)
        elif character == "]" and start is not None:
            spans.append([start, len(text)])
            start = None
        elif character in "[]":
            fail(where, f"a bracket too many after {text!r}")
        else:
            text += character
    if start is not None or not spans:
        fail(where, f"no content, or one that stays open: {text!r}")
    if any(text[a:b] != text[a:b].strip() for a, b in spans):
        fail(where, f"white space at the edge of the content of {text!r}")
    return text, spans


class Base:
    """One statement, its reports by language, and the reports that are others."""

    def __init__(self, block: str) -> None:
        head, *lines = block.strip().splitlines()
        self.id, self.date = head.split()
        self.reports: dict[str, Json] = {}
        self.names: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self.original = ""
        self.pairs: list[Json] = []
        for line in filter(None, lines):
            self.read(line)
        if set(self.reports) != set(LANGUAGES):
            fail(self.id, f"its statement is told in {sorted(self.reports)} alone")
        self.pairs += [
            self.pair(f"{self.original}-{language}", kind, self.original, self.reports[language])
            for language, kind in self.kinds.items()
        ]

    def read(self, line: str) -> None:
        first, name, marked = [*line.split("|", 2), "", ""][:3]
        found = HEAD.match(first)
        if not found:
            fail(self.id, f"{first!r} is no head of a line")
        kind, language, partner, date = found.groups()
        name = name or self.names.get(language, "")
        if not name:
            fail(self.id, f"{kind} {language}: no speaker")
        text, spans = content(marked, f"{self.id} {kind} {language}")
        published = None if date == "-" else (date or self.date)
        report = {"text": text, "language": language, "content": spans}
        report |= {"speaker": speaker(name), "published": published}
        if kind == "o" or kind in SAME:
            if language in self.reports:
                fail(self.id, f"two reports in {language!r}")
            self.reports[language], self.names[language] = report, name
            self.original = self.original or language
            self.kinds |= {language: SAME[kind]} if kind in SAME else {}
        elif kind in HARD:
            self.check(kind, report, partner or self.original)
            self.pairs.append(self.pair(kind, HARD[kind], partner or self.original, report))
        else:
            fail(self.id, f"no kind {kind!r}")

    def check(self, kind: str, report: Json, partner: str) -> None:
        """See to it that what must differ does."""
        other = self.reports[partner]
        if kind == "day" and report["published"] in (other["published"], None):
            fail(self.id, "another day without a date of its own")
        named = self.names.get(report["language"])
        if kind == "who" and named == report["speaker"]["name"]:
            fail(self.id, "another speaker of the same name")
        if report["text"] == other["text"]:
            fail(self.id, f"{kind}: the same text")

    def pair(self, key: str, kind: str, partner: str, report: Json) -> Json:
        same = kind in SAME.values()
        pair: Json = {"id": f"{self.id}-{key}", "kind": kind, "same": same}
        return pair | {"a": self.reports[partner], "b": report}


def main(arguments: list[str]) -> int:
    for source, name in FILES.items():
        text = (HERE / "pairs_source" / source).read_text(encoding="utf-8")
        try:
            bases = [Base(block) for block in re.split(r"^= ", text, flags=re.M)[1:]]
        except Fault as fault:
            print(f"compile_pairs.py: {source}: {fault}", file=sys.stderr)
            return 1
        pairs = [json.dumps(pair, ensure_ascii=False) for base in bases for pair in base.pairs]
        compiled, target = "".join(line + "\n" for line in pairs), HERE / name
        if "--check" not in arguments:
            target.write_text(compiled, encoding="utf-8")
        elif target.read_text(encoding="utf-8") != compiled:
            print(f"{target.name} is not what its source gives", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
