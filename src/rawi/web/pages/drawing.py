"""The time line of a statement as this page wants it: its links, its words, its direction."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from rawi.export.timeline import Look, timeline_svg
from rawi.records import Trace
from rawi.web.pages.interface import Interface
from rawi.web.pages.rendering import href
from rawi.web.pages.views.statement import StatementPage

_PAGES = {"report": "reports", "outlet": "outlets", "speaker": "speakers"}


def drawing(shown: StatementPage, trace: Trace, face: Interface) -> Markup:
    """Return the drawing as SVG, all outside text in it escaped by whoever draws."""
    look = Look(
        right_to_left=face.direction == "rtl",
        link=_link,
        say=face.messages.gettext,
        day=lambda day: face.moment(_iso(day)),
    )
    svg = timeline_svg(
        shown.statement,
        trace,
        shown.reports,
        variants=shown.variants,
        conflicts=shown.conflicts,
        look=look,
    )
    return Markup(svg)


def _link(kind: str, name: str) -> str | None:
    return href(_PAGES[kind], name) if kind in _PAGES else None


def _iso(day: date) -> str:
    return day.isoformat()[:10]
