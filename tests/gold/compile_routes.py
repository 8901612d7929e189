#!/usr/bin/env python3
"""Compile the marked-up stories of routes_source/ into the gold that score_routes.py reads.

    python tests/gold/compile_routes.py [--check]

`--check` writes nothing and exits with 1 where a file in the tree is not what its sources give.
routes_source/README.md explains the markup.  A fault ends the run with the file and the fault.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, NoReturn

HERE = Path(__file__).parent
FILES = {
    "own": "routes_own.json",
    "more": "routes_more.json",
    "blind": "routes_blind.json",
    "langs": "routes_langs.json",
    "langs_blind": "routes_langs_blind.json",
}
TYPES = {"d": "direct", "i": "indirect", "m": "mixed"}
HOWS = {"said": "said to", "relayed": "relayed by", "posted": "posted on"}
KINDS = ("verbatim", "translation", "paraphrase", "merge")
STANCES = ("denies", "questions", "retracts", "debunks", "affirms", "distorts")
LABELS = re.compile(r"\[((?:\d+[qs]?|h\d+)(?:,(?:\d+[qs]?|h\d+))*) ")
OPENING = "«“\"„‹‘'”"
Json = dict[str, Any]
Spans = dict[str, list[list[int]]]


class Fault(Exception):
    """A story that is not as it should be."""


def fail(where: str, fault: str) -> NoReturn:
    raise Fault(f"{where}: {fault}")


def unmark(marked: str, where: str) -> tuple[str, Spans]:
    """Return the text without its markup, and the spans of every label in it."""
    text, spans, open_ends, at = "", defaultdict(list), [], 0
    while at < len(marked):
        if found := LABELS.match(marked, at):
            open_ends.append((found[1].split(","), len(text)))
            at = found.end()
            continue
        if marked[at] == "]":
            if not open_ends:
                fail(where, f"a ']' too many after {text[-40:]!r}")
            labels, start = open_ends.pop()
            for label in labels:
                spans[label].append([start, len(text)])
            if text[start:] != text[start:].strip() or start == len(text):
                fail(where, f"white space at the edge of {text[start:]!r}")
        elif marked[at] == "[":
            fail(where, f"a '[' that opens nothing after {text[-40:]!r}")
        else:
            text += marked[at]
        at += 1
    if open_ends:
        fail(where, f"{open_ends[-1][0]} stays open")
    return text, {label: sorted(found) for label, found in spans.items()}


class Names:
    """The speakers or outlets of a story: by key, the kind and the names by language."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        self.forms: dict[str, list[tuple[str, str]]] = {}

    def add(self, key: str, kind: str, fields: list[str]) -> None:
        self.kinds[key] = kind
        self.forms[key] = [
            (language, form.strip())
            for language, _, forms in (field.partition(" ") for field in fields)
            for form in forms.split(";")
        ]

    def named(self, reference: str, language: str, where: str) -> tuple[str, list[str]]:
        """Return the name in this language, or as given after '=', and the other names."""
        key, _, written = reference.partition("=")
        if key not in self.forms:
            fail(where, f"{key!r} is not in the head")
        forms = self.forms[key]
        name = written or next((form for own, form in forms if own == language), "")
        if not name:
            fail(where, f"{key!r} has no name in {language!r}")
        return name, sorted({form for _, form in forms} - {name})


class Story:
    """One story, read line by line."""

    def __init__(self, path: Path) -> None:
        self.where = path.name
        self.id = path.stem
        self.speakers, self.outlets = Names(), Names()
        self.documents: list[Json] = []
        self.statements: dict[str, Json] = {}
        self.loose: set[str] = set()
        self.derivation: list[Json] = []
        self.mutations: list[Json] = []
        self.stance: list[Json] = []
        head, *reports = re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.M)
        self.title = head.splitlines()[0].removeprefix("# ")
        for line in filter(None, head.splitlines()[1:]):
            self.read_head(line)
        for report in reports:
            self.read_report(report)
        self.check()

    def fail(self, fault: str) -> NoReturn:
        fail(self.where, fault)

    def doc(self, number: str) -> str:
        return number if number.startswith("ext:") else f"{self.id}-{number}"

    def read_head(self, line: str) -> None:
        first, *fields = (field.strip() for field in line.split("|"))
        word, *rest = first.split()
        if word == "who":
            self.speakers.add(rest[0], rest[1], fields)
        elif word == "out":
            self.outlets.add(rest[0], "", fields)
        elif word == "stmt":
            self.read_statement(rest, fields)
        elif word == "from":
            child, parent, kind, declared = rest[0], " ".join(rest[1:-2]), *rest[-2:]
            if kind not in KINDS or declared not in "di":
                self.fail(f"{line!r} is no derivation")
            self.derivation.append(
                {"child": self.doc(child), "parent": self.doc(parent), "kind": kind}
                | {"declared": declared == "d"}
            )
        elif word == "mut":
            self.mutations.append(
                {"document": self.doc(rest[0]), "statement": rest[1], "what": fields[0]}
            )
        elif word == "stance" and rest[2] in STANCES:
            self.stance.append(
                {"document": self.doc(rest[0]), "statement": rest[1], "stance": rest[2]}
            )
        else:
            self.fail(f"{line!r} is nothing that a head has")

    def read_statement(self, rest: list[str], fields: list[str]) -> None:
        key, events, origins = rest
        if origins.endswith("!"):
            self.loose.add(key)
        places = [dict(zip(("kind", "who", "where"), re.split(r"; ?", field, maxsplit=2),
                           strict=True)) for field in fields[1:]]  # fmt: skip
        statement: Json = {"id": key, "gloss": fields[0], "members": [], "origins": places}
        statement["speech_events"] = int(events)
        statement["independent_origins"] = int(origins.rstrip("!"))
        self.statements[key] = statement

    def read_report(self, source: str) -> None:
        head, body = source.split("\n", 1)
        marked, _, table = body.partition("\n--\n")
        place, publisher, url = (field.strip() for field in head.split("|"))
        number, language, published = place.split()
        where = f"{self.where}, {number}"
        text, spans = unmark(marked.strip(), where)
        lines = [line for line in table.splitlines() if line.strip()]
        hops = dict(self.hop(line, spans, language, where) for line in lines if line[0] == "h")
        document: Json = {"id": self.doc(number), "language": language, "text": text}
        document |= {} if published == "-" else {"published": published}
        document |= {"publisher": publisher, "url": url, "attributions": []}
        for index, line in enumerate(line for line in lines if line[0] != "h"):
            self.attribution(line, index, document, spans, hops, where)
        if left := sorted(spans):
            fail(where, f"{left} stand in the text, not in the table")
        self.documents.append(document)

    def hop(self, line: str, spans: Spans, language: str, where: str) -> tuple[str, Json]:
        key, how, reference = line.split(" ", 2)
        name, also = self.outlets.named(reference.strip(), language, where)
        if key not in spans:
            fail(where, f"no evidence of {key}")
        hop = {"name": name, "also": also, "how": HOWS[how], "evidence": spans.pop(key)}
        return key, hop

    def attribution(self, line: str, index: int, document: Json, spans: Spans,
                    hops: dict[str, Json], where: str) -> None:  # fmt: skip
        fields = [field.strip() for field in line.split("|")] + ["", ""]
        number, kind, who = fields[0].split(" ", 2)
        where = f"{where}, attribution {number}"
        if int(number) != index + 1 or number not in spans:
            fail(where, "out of order, or without content")
        content, text = spans.pop(number), document["text"]
        self.check_type(kind, content, text, where)
        document["attributions"].append({
            "content": content, "type": TYPES[kind], "cue": spans.pop(f"{number}q", []),
            "source": spans.pop(f"{number}s", []),
            "speaker": self.speaker(who, document["language"], text, where),
            "chain": [hops[key] for key in fields[1].split(",") if key],
        })  # fmt: skip
        if any(hop["name"] == document["publisher"] for hop in hops.values()):
            fail(where, "the publisher is no hop of its own")
        for key in filter(None, fields[2].split(",")):
            if key not in self.statements:
                fail(where, f"no statement {key!r}")
            member = {"document": document["id"], "attribution": index}
            self.statements[key]["members"].append(member)

    def check_type(self, kind: str, content: list[list[int]], text: str, where: str) -> None:
        before = text[: content[0][0]].rstrip()[-1:]
        quoted = before and before in OPENING + ":—–-"
        if (kind == "d") and not quoted:
            fail(where, f"direct, but after {text[: content[0][0]][-20:]!r}")
        whole = text[content[0][1] : content[0][1] + 1] in '»”"’'
        if kind == "i" and before in "«“" and before and whole:
            fail(where, "indirect, but in marks")

    def speaker(self, who: str, language: str, text: str, where: str) -> Json | None:
        if who == "-":
            return None
        if who.startswith("~"):
            return {"name": who[1:], "also": [], "kind": "person", "anonymous": True}
        if who.startswith("+"):
            kind, _, name = who[1:].rpartition(":")
            kinds = {"": "person", "org": "organisation", "doc": "document"}
            return {"name": name, "also": [], "kind": kinds[kind], "anonymous": False}
        name, also = self.speakers.named(who, language, where)
        # Names are inflected in Russian and take a stuck preposition in Arabic: a stem will do.
        for word in name.split():
            if word[:3].casefold() not in text.casefold():
                fail(where, f"{word!r} of the name {name!r} is not in the report")
        kind = self.speakers.kinds[who.partition("=")[0]]
        return {"name": name, "also": also, "kind": kind, "anonymous": False}

    def parents(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for edge in self.derivation:
            found[edge["child"]].add(edge["parent"])
        return found

    def ancestors(self, document: str) -> set[str]:
        seen: set[str] = set()
        open_ends, parents = [document], self.parents()
        while open_ends:
            fresh = parents[open_ends.pop()] - seen
            seen |= fresh
            open_ends.extend(fresh)
        return seen

    def check(self) -> None:
        ids = {document["id"] for document in self.documents}
        for record in (*self.derivation, *self.mutations, *self.stance):
            ends = {record[key] for key in ("child", "parent", "document") if key in record}
            if strange := {end for end in ends if not end.startswith("ext:")} - ids:
                self.fail(f"no document {strange}")
            if "statement" in record and record["statement"] not in self.statements:
                self.fail(f"no statement {record['statement']!r}")
        if any(document in self.ancestors(document) for document in ids):
            self.fail("the derivation has a cycle")
        if len({document["url"] for document in self.documents}) < len(ids):
            self.fail("one url twice")
        if any(".example/" not in document["url"] for document in self.documents):
            self.fail("a url that is not on .example")
        for key, statement in self.statements.items():
            self.check_statement(key, statement)

    def check_statement(self, key: str, statement: Json) -> None:
        """Count the roots: members that took from no member, and outlets outside the story."""
        members = {member["document"] for member in statement["members"]}
        if len(members) < 2:
            self.fail(f"{key} has members in {len(members)} report(s)")
        lines = {document: self.ancestors(document) for document in members}
        roots = {document for document in members if not lines[document] & members
                 and not any(end.startswith("ext:") for end in lines[document])}  # fmt: skip
        roots |= {end for line in lines.values() for end in line if end.startswith("ext:")}
        if len(roots) != statement["independent_origins"] and key not in self.loose:
            self.fail(f"{key}: {statement['independent_origins']} origins, but roots {roots}")

    def record(self) -> Json:
        return {
            "id": self.id, "title": self.title, "documents": self.documents,
            "statements": list(self.statements.values()), "derivation": self.derivation,
            "mutations": self.mutations, "stance": self.stance,
        }  # fmt: skip


def main(arguments: list[str]) -> int:
    for folder, name in FILES.items():
        sources = sorted((HERE / "routes_source" / folder).glob("*.txt"))
        try:
            stories = [Story(path).record() for path in sources]
        except Fault as fault:
            print(f"compile_routes.py: {fault}", file=sys.stderr)
            return 1
        compiled = json.dumps({"stories": stories}, ensure_ascii=False, indent=1) + "\n"
        target = HERE / name
        if "--check" not in arguments:
            target.write_text(compiled, encoding="utf-8")
        elif target.read_text(encoding="utf-8") != compiled:
            print(f"{target.name} is not what its sources give", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
