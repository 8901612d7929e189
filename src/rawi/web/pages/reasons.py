"""What origins, events and routes rest on, in words: carriers become links with their names.

Tracing gives its reasons in English; those of a form that is known here are told in the language
of the interface, others as they are, marked as English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from rawi.records import OUTSIDE, Report
from rawi.web.pages.interface import SOURCE, Interface
from rawi.web.pages.rendering import href, run
from rawi.web.pages.terms import N_, TERMS
from rawi.web.pages.views.members import outlet_name

#: How sure it is that a carrier has it from no other one: as tracing says it, and as we do.
_ALONE: Final = re.compile(r"(.+?) (has it|may have it|hardly has it) from no other carrier: (.+)")
_SURE: Final = {
    "has it": N_("%(carrier)s has it from no other carrier: %(why)s"),
    "may have it": N_("%(carrier)s may have it from no other carrier: %(why)s"),
    "hardly has it": N_("%(carrier)s hardly has it from no other carrier: %(why)s"),
}
#: What comes before a group of carriers where it is not sure.
_PERHAPS: Final = "perhaps "
_PERHAPS_HERE: Final = N_("perhaps %(reason)s")

#: Reasons of one form each: with a number, with a score at the end, or as they are.
_NUMBERED: Final = {
    re.compile(r"([\d,]+) more reports name no source, and were not weighed one by one"): N_(
        "%(num)s more reports name no source, and were not weighed one by one"
    ),
    re.compile(
        r"([\d,]+) reports with the same words: too many to compare, only credits count"
    ): N_("%(num)s reports with the same words: too many to compare, only credits count"),
    re.compile(r"sense ([\d.]+)"): N_("sense %(num)s"),
    re.compile(r"word for word ([\d.]+)"): N_("word for word %(num)s"),
    re.compile(r"([\d.]+) of the credited one"): N_("%(num)s of the credited one"),
}
_SCORED: Final = re.compile(r"(.+) \(([\d.]+)\)")
_PLAIN: Final = (
    N_("named by the report"),
    N_("credited in another language"),
    N_("speaks against it"),
    N_("its publisher carried it before"),
    N_("one outlet held the interview"),
    N_("the only one"),
    N_("has no date and names no source"),
    N_("says so"),
    N_("others name it as their source"),
    N_("the earliest, and names no source"),
    N_("a dispatch of its own"),
    N_("tells what the room was like"),
    N_("the only one that tells of a post"),
    N_("may have read the post itself"),
    N_("tells of a document"),
    N_("tells of a conference"),
    N_("tells of a speech"),
    N_("has much that none before it has"),
    N_("names no source"),
)


def reason(text: str, reports: Mapping[str, Report], face: Interface) -> Markup:
    """Return one reason of a statement's origins or speech events."""
    told = face.messages.gettext
    if found := _ALONE.fullmatch(text):
        carrier, sure, why = found.groups()
        given = {"carrier": _carriers(carrier, reports, face), "why": evidence(why, face)}
        return Markup(_escaped(told(_SURE[sure]))) % given
    if text.startswith(_PERHAPS):
        rest = reason(text.removeprefix(_PERHAPS), reports, face)
        return Markup(_escaped(told(_PERHAPS_HERE))) % {"reason": rest}
    kind, colon, rest_ = text.partition(": ")
    if colon and kind in TERMS:
        return Markup("{}: {}").format(told(TERMS[kind]), _carriers(rest_, reports, face))
    if (known := _known(text, face)) is not None:
        return known
    return _english(_carriers(text, reports, face), face)


def evidence(text: str, face: Interface) -> Markup:
    """Return one piece of what a route rests on."""
    known = _known(text, face)
    return known if known is not None else _english(run(text), face)


def _known(text: str, face: Interface) -> Markup | None:
    """Return a reason of a form that is known in the language of the interface, else None."""
    told = face.messages.gettext
    if text in _PLAIN:
        return Markup(_escaped(told(text)))
    for form, message in _NUMBERED.items():
        if found := form.fullmatch(text):
            number = Markup("<bdi>{}</bdi>").format(found[1])
            return Markup(_escaped(told(message))) % {"num": number}
    scored = _SCORED.fullmatch(text)
    inner = _known(scored[1], face) if scored else None
    if scored is None or inner is None:
        return None
    return Markup("{} (<bdi>{}</bdi>)").format(inner, scored[2])


def _english(text: Markup, face: Interface) -> Markup:
    """Return what is told in English, marked so where the interface is in another language."""
    if face.language == SOURCE:
        return text
    return Markup('<span lang="en" dir="ltr">{}</span>').format(text)


def _escaped(message: str) -> str:
    """Return a message of ours for formatting; it holds no markup."""
    return message.replace("&", "&amp;").replace("<", "&lt;")


def _carriers(text: str, reports: Mapping[str, Report], face: Interface) -> Markup:
    """Return a text in which `report:ID` and `outlet:ID` are links."""
    parts = re.split(r"(, )?(?=(?:report|outlet):)", text)
    return Markup("").join(_carrier(part, reports, face) for part in parts if part)


def _carrier(part: str, reports: Mapping[str, Report], face: Interface) -> Markup:
    if part.startswith("report:") and (report := reports.get(part.removeprefix("report:"))):
        name = run(report.publisher or report.id, report.language)
        return Markup('<a href="{}">{}</a>').format(href("reports", report.id), name)
    if part.startswith(OUTSIDE):
        known = outlet_name(part, face.language)
        return Markup('<a href="{}">{}</a>').format(href("outlets", known), run(known))
    return run(part) if part != ", " else Markup(", ")
