"""What origins and events rest on, in words: carriers become links with their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from rawi.records import OUTSIDE, Report
from rawi.web.pages.interface import Interface
from rawi.web.pages.rendering import href, run
from rawi.web.pages.terms import N_, TERMS
from rawi.web.pages.views.members import outlet_name

#: What tracing says of carriers: as it says it, and as the interface does.
_FIRST: Final = " has it from no other carrier"
_FIRST_HERE: Final = N_("%(carrier)s has it from no other carrier")


def reason(text: str, reports: Mapping[str, Report], face: Interface) -> Markup:
    """Return one reason as tracing gave it, translated where it is of a known form."""
    told = face.messages.gettext
    if text.endswith(_FIRST):
        carrier = _carriers(text.removesuffix(_FIRST), reports, face)
        return Markup(_escaped(told(_FIRST_HERE))) % {"carrier": carrier}
    kind, colon, rest = text.partition(": ")
    if colon and kind in TERMS:
        return Markup("{}: {}").format(told(TERMS[kind]), _carriers(rest, reports, face))
    return Markup('<span lang="en" dir="ltr">{}</span>').format(_carriers(text, reports, face))


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
