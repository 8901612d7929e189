"""The time line of a statement: who took it from whom, and when, drawn and as a table.

::

    drawing = timeline_svg(statement, traced.trace, traced.reports)
    table = timeline_rows(statement, traced.trace, traced.reports)
"""

from rawi.export.timeline.look import Look
from rawi.export.timeline.svg import timeline_svg
from rawi.export.timeline.table import TimelineRow, timeline_rows

__all__ = ["Look", "TimelineRow", "timeline_rows", "timeline_svg"]
