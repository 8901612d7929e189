"""The ways of a statement drawn on a time line: SVG that needs no style sheet and no script.

Declared ways are solid, inferred ones dashed; outlets without a report here are hollow, those who
speak against it are crossed. All outside text is escaped, and names are isolated, so that those
from right to left neither turn their line nor are turned by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final

from rawi.export.safe import one_line
from rawi.export.timeline.layout import DAY, LANE, ROW, STEP, TOP, Layout, Spot, lay_out
from rawi.export.timeline.look import Look
from rawi.export.timeline.tags import Tag, Tags
from rawi.export.timeline.titles import Titles
from rawi.records import OUTSIDE, Conflict, Derivation, Report, Statement, Trace, Variant
from rawi.tracing.routes import Tree, tree

_RADIUS: Final = 5
#: Reads on white and on black alike; a cross and a word say the same without it.
_RED: Final = "#e5484d"
_DASHES: Final = "5 4"
_DOTS: Final = "1 4"
_FSI, _PDI = "\u2068", "\u2069"
#: What XML has no place for, though it is text.
_NOT_XML: Final = str.maketrans(dict.fromkeys("\ufffe\uffff", "\ufffd"))
_ATTRIBUTES: Final = {
    "name": ' font-weight="600"',
    "about": ' fill-opacity="0.75"',
    "family": ' font-weight="700"',
    "against": ' font-weight="600"',
    "conflict": ' font-style="italic"',
}


def timeline_svg(
    statement: Statement,
    trace: Trace,
    reports: Mapping[str, Report],
    *,
    variants: Sequence[Variant] = (),
    conflicts: Sequence[Conflict] = (),
    look: Look | None = None,
) -> str:
    """Return one `<svg>` element; `reports` are those that were traced, by their ids.

    With `variants` every carrier shows its family of wording, with `conflicts` whom it credits
    wrongly. Classes and `data-` attributes (`data-report`, `data-outlet`, `data-parent`,
    `data-language`) are there for a page to style and to link.
    """
    look = look or Look()
    ways = tree(statement, trace, reports)
    tags = Tags(reports, variants, conflicts, look.say)
    telling = frozenset(conflict.child for conflict in conflicts) | _shifts(variants)
    layout = lay_out(ways, tags, least=look.width, most=look.most, telling=telling)
    return _Drawing(ways, tags, layout, look, Titles(ways, tags, reports, variants, look)).svg()


def _shifts(variants: Sequence[Variant]) -> frozenset[str]:
    return frozenset(shift.child for variant in variants for shift in variant.appeared)


class _Drawing:
    """The making of an SVG."""

    def __init__(self, ways: Tree, tags: Tags, layout: Layout, look: Look, titles: Titles) -> None:
        self._ways = ways
        self._tags = tags
        self._layout = layout
        self._look = look
        self._titles = titles

    def svg(self) -> str:
        look, layout = self._look, self._layout
        linked = any(look.link(kind, id) for kind, id in self._targets())
        title = f"{look.prefix}-title"
        role = "group" if linked else "img"
        direction = ' direction="rtl"' if look.right_to_left else ""
        size = f"{_n(layout.width)} {_n(layout.height)}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="rawi-timeline" role="{role}" '
            f'aria-labelledby="{_t(title)}" viewBox="0 0 {size}" width="{_n(layout.width)}" '
            f'height="{_n(layout.height)}" font-family="system-ui, sans-serif" font-size="13" '
            f'fill="currentColor" stroke="none"{direction}>'
            f'<title id="{_t(title)}">{_t(self._titles.whole())}</title>'
            f"{''.join(self._days())}{''.join(self._edges())}{''.join(self._nodes())}</svg>"
        )

    def _targets(self) -> Iterator[tuple[str, str]]:
        yield _speaker_target(self._ways)
        for spot in self._layout.spots:
            yield _target(spot)

    def _x(self, x: float) -> float:
        return self._layout.width - x if self._look.right_to_left else x

    def _days(self) -> Iterator[str]:
        """Draw a line where a day begins, and its name where there is room."""
        bottom, last = self._layout.height - STEP / 2, -DAY
        for day, x in self._layout.days:
            if x - last < DAY:
                continue
            last = int(x)
            yield self._rule("day", x - _RADIUS - 3, bottom, self._look.day(day))
        if self._layout.lane is not None:
            yield self._rule("lane", self._layout.lane, bottom, self._look.say("no date"))

    def _rule(self, kind: str, x: float, bottom: float, text: str) -> str:
        at = self._x(x)
        beside = self._x(x + 4)
        return (
            f'<g class="{kind}"><path d="M{_n(at)} 6V{_n(bottom)}" stroke="currentColor" '
            f'stroke-opacity="0.25" stroke-dasharray="{_DOTS if kind == "lane" else "none"}"/>'
            f'<text x="{_n(beside)}" y="18" fill-opacity="0.75" font-size="12">'
            f"{_t(text)}</text></g>"
        )

    def _edges(self) -> Iterator[str]:
        for spot in self._layout.spots:
            node = spot.row.node
            parent = node.parent if node else spot.row.fold.below if spot.row.fold else None
            above = self._layout.by_id.get(parent) if parent else None
            if above is not None:
                yield self._edge(above, spot)
            elif node is None or node.carries:
                yield self._from_speaker(spot)
            for edge in node.also if node else ():
                yield from self._aside(edge, spot)

    def _edge(self, above: Spot, spot: Spot) -> str:
        node = spot.row.node
        declared = node.declared if node else True
        kind = "declared" if declared else "inferred"
        dashes = "" if declared else f' stroke-dasharray="{_DASHES}"'
        if node is None:
            kind, dashes = "folded", f' stroke-dasharray="{_DOTS}"'
        return self._path(f"edge {kind}", self._elbow(above, spot), dashes, spot)

    def _from_speaker(self, spot: Spot) -> str:
        node = spot.row.node
        sourced = node is not None and node.sourced
        kind, dashes = (
            ("declared", "") if sourced else ("unsourced", f' stroke-dasharray="{_DOTS}"')
        )
        return self._path(f"edge {kind}", self._elbow(self._speaker_spot(), spot), dashes, spot)

    def _path(self, kind: str, way: str, dashes: str, spot: Spot) -> str:
        return (
            f'<path class="{kind}" d="{way}" fill="none" stroke="currentColor" '
            f'stroke-width="1.8"{dashes}><title>{_t(self._titles.edge(spot))}</title></path>'
        )

    def _elbow(self, above: Spot, spot: Spot) -> str:
        """Return the way down from one mark and then along to another."""
        start = f"M{_n(self._x(above.x))} {_n(above.y + _RADIUS + 1)}"
        gap = _RADIUS + 1
        if spot.x >= above.x + gap:
            return f"{start}V{_n(spot.y)}H{_n(self._x(spot.x - gap))}"
        if spot.x > above.x - gap:
            return f"{start}V{_n(spot.y - gap)}"
        # against the time: above the label, then down
        turn = spot.y - ROW / 2 + 2
        return f"{start}V{_n(turn)}H{_n(self._x(spot.x))}V{_n(spot.y - gap)}"

    def _aside(self, edge: Derivation, spot: Spot) -> Iterator[str]:
        """Draw the way from a further parent, lighter, where that is drawn."""
        other = self._layout.by_id.get(edge.parent)
        if other is None:
            return
        ax, ay, bx, by = self._x(other.x), other.y, self._x(spot.x), spot.y
        bend = (ay + by) / 2
        dashes = "" if edge.declared else f' stroke-dasharray="{_DASHES}"'
        yield (
            f'<path class="edge also" d="M{_n(ax)} {_n(ay)}C{_n(ax)} {_n(bend)} {_n(bx)} '
            f'{_n(bend)} {_n(bx)} {_n(by)}" fill="none" stroke="currentColor" '
            f'stroke-opacity="0.4" stroke-width="1.2"{dashes}>'
            f"<title>{_t(self._titles.also(edge))}</title></path>"
        )

    def _speaker_spot(self) -> Spot:
        first = self._layout.spots[0].row if self._layout.spots else None
        assert first is not None
        return Spot(row=first, id="speaker", x=STEP - 4.0, y=TOP + ROW / 2, tags=())

    def _nodes(self) -> Iterator[str]:
        if self._layout.spots:
            yield self._speaker()
        for number, spot in enumerate(self._layout.spots):
            yield self._spot(number, spot)

    def _speaker(self) -> str:
        spot = self._speaker_spot()
        x, y = self._x(spot.x), spot.y
        corners = ((x - 5, y), (x, y - 6), (x + 5, y), (x, y + 6))
        mark = f'<path d="M{"L".join(f"{_n(a)} {_n(b)}" for a, b in corners)}Z"/>'
        tags = self._titles.speaker()
        label = self._label(spot.x, y, tags)
        title = "".join(tag.text for tag in tags)
        address = self._look.link(*_speaker_target(self._ways))
        return (
            f'<g class="node speaker" id="{_t(self._look.prefix)}-speaker">'
            f"<title>{_t(title)}</title>{self._linked(address, spot, mark + label)}</g>"
        )

    def _spot(self, number: int, spot: Spot) -> str:
        classes, data = _facts(spot)
        inside = self._whisker(spot) + self._mark(spot) + self._label(spot.x, spot.y, spot.tags)
        inside = self._linked(self._look.link(*_target(spot)), spot, inside)
        told = "".join(f' data-{key}="{_t(value)}"' for key, value in data.items() if value)
        return (
            f'<g class="node {classes}" id="{_t(self._look.prefix)}-{number}"{told}>'
            f"<title>{_t(self._titles.node(spot))}</title>{inside}</g>"
        )

    def _linked(self, address: str | None, spot: Spot, inside: str) -> str:
        """Wrap a mark and its label, with a target large enough to be hit, in a link."""
        if address is None:
            return inside
        left = self._x(spot.x) - (LANE * 4 if self._look.right_to_left else 12)
        target = (
            f'<rect class="target" x="{_n(left)}" y="{_n(spot.y - 12)}" width="{LANE * 4 + 12}" '
            f'height="24" fill="transparent"/>'
        )
        return f'<a href="{escape(address)}">{target}{inside}</a>'

    def _whisker(self, spot: Spot) -> str:
        if spot.until is None or spot.until <= spot.x:
            return ""
        return (
            f'<path class="inexact" d="M{_n(self._x(spot.x))} {_n(spot.y)}H'
            f'{_n(self._x(spot.until))}" stroke="currentColor" stroke-opacity="0.25" '
            f'stroke-width="6" stroke-linecap="round"/>'
        )

    def _mark(self, spot: Spot) -> str:
        x, y, node = self._x(spot.x), spot.y, spot.row.node
        at = f'cx="{_n(x)}" cy="{_n(y)}"'
        hollow = 'fill="none" stroke="currentColor" stroke-width="1.8"'
        if node is None:
            return "".join(
                f'<circle cx="{_n(x + step)}" cy="{_n(y)}" r="3"/>' for step in (-4, 0, 4)
            )
        if node.stance:
            ring = f'<circle {at} r="{_RADIUS + 3}" {hollow}/>' if node.carries else ""
            r = _RADIUS - (1 if node.carries else 0)
            cross = (
                f"M{_n(x - r)} {_n(y - r)}L{_n(x + r)} {_n(y + r)}"
                f"M{_n(x + r)} {_n(y - r)}L{_n(x - r)} {_n(y + r)}"
            )
            return f'{ring}<path class="cross" d="{cross}" stroke="{_RED}" stroke-width="2.6"/>'
        if node.report is None:
            return f'<circle {at} r="{_RADIUS}" {hollow}/>'
        if not node.carries:
            return f'<circle {at} r="{_RADIUS}" {hollow}/><circle {at} r="1.8"/>'
        return f'<circle {at} r="{_RADIUS}"/>'

    def _label(self, x: float, y: float, tags: Sequence[Tag]) -> str:
        spans = "".join(_span(tag, self._look.right_to_left) for tag in tags)
        return f'<text x="{_n(self._x(x + 12))}" y="{_n(y + 4.5)}">{spans}</text>'


def _span(tag: Tag, right_to_left: bool) -> str:
    text = _t(tag.text)
    if right_to_left and not tag.outside:
        # Each piece by itself: codes and times in Latin letters would else run together the
        # other way round.
        text = _PIECE.sub(rf"{_FSI}\g<0>{_PDI}", text)
    if not tag.outside:
        return f'<tspan class="{tag.kind}"{_ATTRIBUTES[tag.kind]}>{text}</tspan>'
    lang = f' lang="{_t(tag.language)}"' if tag.language else ""
    return f'<tspan class="{tag.kind}"{_ATTRIBUTES[tag.kind]}{lang}>{_FSI}{text}{_PDI}</tspan>'


#: Words between separators and gaps.
_PIECE: Final = re.compile(r"[^ \u00a0·]+(?: [^ \u00a0·]+)*")


def _target(spot: Spot) -> tuple[str, str]:
    node = spot.row.node
    if node is None:
        return "more", (spot.row.fold.below or "") if spot.row.fold else ""
    if node.report is None:
        return "outlet", node.id.removeprefix(OUTSIDE)
    return "report", node.id


def _speaker_target(ways: Tree) -> tuple[str, str]:
    return "speaker", ways.speaker.name if ways.speaker else ""


def _facts(spot: Spot) -> tuple[str, dict[str, str]]:
    """Return the classes and the data of a line."""
    node = spot.row.node
    if node is None:
        below = (spot.row.fold.below or "") if spot.row.fold else ""
        return "fold", {"below": below}
    data = {"parent": node.parent or ""}
    classes = ["report" if node.report else "outlet"]
    if node.report:
        data |= {
            "report": node.id,
            "language": node.report.language or "",
            "published": node.report.published or "",
        }
    else:
        data["outlet"] = node.id.removeprefix(OUTSIDE)
    if node.parent:
        classes.append("declared" if node.declared else "inferred")
    if node.stance:
        classes.append(node.stance)
    return " ".join(classes), data


def _t(text: str) -> str:
    """Make a text safe to stand in an element or an attribute."""
    return escape(one_line(text).translate(_NOT_XML))


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
