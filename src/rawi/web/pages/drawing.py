"""The time line of a statement as this page wants it: its links, its words, its direction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib import import_module, util
from typing import Any

from markupsafe import Markup

from rawi.records import Report, Statement, Trace
from rawi.web.pages.interface import Interface
from rawi.web.pages.rendering import href

_PAGES = {"report": "reports", "outlet": "outlets", "speaker": "speakers"}
_TIMELINE = "rawi.export.timeline"


def drawing(
    statement: Statement, trace: Trace, reports: Mapping[str, Report], face: Interface
) -> Markup | None:
    """Return the drawing as SVG, all outside text in it escaped by whoever draws."""
    if util.find_spec(_TIMELINE) is None:
        return None
    timeline: Any = import_module(_TIMELINE)
    look = timeline.Look(
        right_to_left=face.direction == "rtl",
        link=_link,
        say=face.messages.gettext,
        day=lambda day: face.moment(_iso(day)),
    )
    return Markup(timeline.timeline_svg(statement, trace, reports, look=look))


def _link(kind: str, name: str) -> str | None:
    return href(_PAGES[kind], name) if kind in _PAGES else None


def _iso(day: date) -> str:
    return day.isoformat()[:10]
