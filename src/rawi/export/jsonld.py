"""A statement in the words of schema.org, W3C PROV and Web Annotation: JSON-LD.

Each report is a `NewsArticle`, each attribution in it a `Quotation` whose place is told by
selectors of text; the statement itself is the `Claim` that they pass on.  What a report takes
from another is `prov:wasDerivedFrom` (inferred) or `prov:wasQuotedFrom` (declared), both with
the other as their object; `prov:hadPrimarySource` of a quotation is who said it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from rawi.records import OUTSIDE, Attribution, Member, Report, Span, Statement, Trace, words

CONTEXT: Final = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
}
#: Characters of a text that are told before and after what is selected.
_AROUND: Final = 32
_KINDS: Final = {"person": "Person", "organisation": "Organization", "document": "CreativeWork"}


def statement_values(
    statement: Statement, trace: Trace, reports: Mapping[str, Report]
) -> dict[str, Any]:
    """Return a statement as a JSON-LD document of plain values."""
    ids = dict.fromkeys(one.report for one in statement.members if one.report in reports)
    return {
        "@context": CONTEXT,
        "@id": f"urn:rawi:statement:{quote(statement.id, safe='')}",
        "@type": "Claim",
        "appearance": [_quotation(one, reports) for one in statement.members if one.report in ids],
        "subjectOf": [_article(reports[id], statement, trace) for id in ids],
    }


def _iri(report: str) -> str:
    return f"urn:rawi:report:{quote(report, safe='', errors='replace')}"


def _article(report: Report, statement: Statement, trace: Trace) -> dict[str, Any]:
    edges = [
        edge
        for edge in trace.derivations
        if edge.child == report.id and statement.id in edge.statements
    ]
    told: dict[str, Any] = {
        "@id": _iri(report.id),
        "@type": ["NewsArticle", "prov:Entity"],
        "headline": report.title,
        "url": report.url,
        "inLanguage": report.language,
        "datePublished": report.published,
        "publisher": report.publisher and {"@type": "Organization", "name": report.publisher},
        "prov:wasQuotedFrom": [_parent(edge.parent) for edge in edges if edge.declared],
        "prov:wasDerivedFrom": [_parent(edge.parent) for edge in edges if not edge.declared],
    }
    return {key: value for key, value in told.items() if value}


def _parent(parent: str) -> dict[str, Any]:
    if parent.startswith(OUTSIDE):
        name = parent.removeprefix(OUTSIDE)
        return {"@id": f"urn:rawi:outlet:{quote(name, safe='')}", "@type": "Organization",
                "name": name}  # fmt: skip
    return {"@id": _iri(parent)}


def _quotation(member: Member, reports: Mapping[str, Report]) -> dict[str, Any]:
    report = reports[member.report]
    said = next((one for one in report.attributions if one.id == member.attribution), None)
    told: dict[str, Any] = {
        "@id": f"{_iri(report.id)}:{quote(member.attribution, safe='')}",
        "@type": ["Quotation", "prov:Entity"],
        "text": words(member.content, report.text),
        "inLanguage": report.language,
        "isPartOf": {"@id": _iri(report.id)},
        "spokenByCharacter": said and _speaker(said),
        "prov:hadPrimarySource": said and _speaker(said),
        "oa:hasTarget": {
            "oa:hasSource": {"@id": _iri(report.id)},
            "oa:hasSelector": [
                one for span in member.content for one in _selectors(span, report.text)
            ],
        },
    }
    return {key: value for key, value in told.items() if value}


def _speaker(said: Attribution) -> dict[str, Any] | None:
    one = said.speaker
    if one is None:
        return None
    told = {"@type": _KINDS[one.kind], "name": one.name, "jobTitle": one.role}
    return {key: value for key, value in told.items() if value}


def _selectors(span: Span, text: str) -> list[dict[str, Any]]:
    return [
        {"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end},
        {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": span.of(text),
            "oa:prefix": text[max(0, span.start - _AROUND) : span.start],
            "oa:suffix": text[span.end : span.end + _AROUND],
        },
    ]
