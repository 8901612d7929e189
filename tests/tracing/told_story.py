"""A traced statement made by hand: a channel, an agency, its translation, a copy, a denial."""

from __future__ import annotations

from collections.abc import Mapping

from rawi.records import (
    Against,
    Attribution,
    Derivation,
    Hop,
    Member,
    Report,
    Span,
    Speaker,
    Statement,
    Trace,
)

TEXTS = {
    "ru": "терминал повреждён почти на 40 процентов",
    "en": "the terminal is almost 40 percent damaged",
    "copy": "the terminal is 40 percent damaged",
    "ar": "المحطة تضررت بنسبة 40 بالمئة تقريبا",
    "fr": "le terminal est endommagé à 40 pour cent",
    "no": "the terminal is not damaged",
}
ORIGINAL, NAMED = "wire-ru", "Volna TV"


def report(
    id: str,
    words: str,
    publisher: str | None,
    published: str | None,
    language: str,
    *hops: str,
) -> Report:
    """Return a report of one attribution, the chain as named."""
    end = len(words)
    said = Attribution(
        id="a1",
        content=(Span(0, end),),
        type="indirect",
        speaker=Speaker(name="Adel Mansouri", anonymous=False, role="port director"),
        chain=tuple(Hop(name=hop, how="relayed by", evidence=()) for hop in hops),
    )
    return Report(
        id=id,
        text=words,
        publisher=publisher,
        published=published,
        language=language,
        attributions=(said,),
    )


def reports() -> dict[str, Report]:
    """Return the reports by their ids."""
    found = [
        report(ORIGINAL, TEXTS["ru"], "Севинформ", "2025-03-04T09:10:00Z", "ru", NAMED),
        report("wire-en", TEXTS["en"], "Sevinform", "2025-03-04T11:02:00Z", "en", "Sevinform"),
        report("copy-en", TEXTS["copy"], "Gulf Lines", "2025-03-04", "en", "Sevinform"),
        report("copy-fr", TEXTS["fr"], "Le Quai <b>&", "2025-03-05T07:00:00Z", "fr", "Reuters"),
        report("copy-ar", TEXTS["ar"], "المرفأ", None, "ar", "Севинформ"),
        report("denial", TEXTS["no"], "صدى سيدي عمران", "2025-03-06T10:00:00Z", "ar"),
    ]
    return {one.id: one for one in found}


def derivation(child: str, parent: str, declared: bool, score: float = 0.8) -> Derivation:
    """Return a derivation of the statement."""
    return Derivation(
        child=child,
        parent=parent,
        kind=None if parent.startswith("outlet:") else "translation",
        declared=declared,
        score=score,
        statements=("s1",),
        evidence=("sense 0.80",),
    )


def statement(carriers: Mapping[str, Report]) -> Statement:
    """Return the statement that all reports but the denial carry."""
    members = [
        Member(report=one.id, attribution="a1", content=one.attributions[0].content)
        for one in carriers.values()
        if one.id != "denial"
    ]
    return Statement(
        id="s1",
        members=tuple(members),
        speech_events=(1, 1),
        speech_events_why=("interview: outlet:Volna TV",),
        independent_origins=(1, 1),
        independent_origins_why=("outlet:Volna TV has it from no other carrier",),
        against=(Against(report="denial", attribution="a1", stance="denies"),),
    )


def told() -> tuple[Statement, Trace, dict[str, Report]]:
    """Return the statement, its trace and the reports."""
    there = reports()
    one = statement(there)
    derivations = (
        derivation(ORIGINAL, f"outlet:{NAMED}", True, 1.0),
        derivation("wire-en", ORIGINAL, True),
        derivation("copy-en", "wire-en", False, 0.91),
        derivation("copy-fr", "wire-en", False, 0.79),
        derivation("copy-fr", "outlet:reuters", True, 1.0),
        derivation("copy-ar", ORIGINAL, True),
    )
    return one, Trace(statements=(one,), derivations=derivations), there
