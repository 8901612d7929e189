"""A report as a fragment of HTML, for a notebook: no script, no style sheet, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from rawi.export.safe import lines_kept, one_line
from rawi.export.segments import ROLES, Segment, segments
from rawi.export.terminal import title
from rawi.records import Attribution, Report, words

# Colour and line tell the parts apart, so that one of them is enough.  The text colour is
# set with the background: a notebook may be dark.
_STYLES = {
    "content": "background:#fff3bf;color:#1a1a1a;text-decoration:underline dotted #8a6d00",
    "source": "background:#d0ebff;color:#1a1a1a;text-decoration:underline double #1864ab",
    "cue": "background:#ffd8d8;color:#1a1a1a;text-decoration:underline wavy #a61e1e",
}
_BOX = "display:flex;flex-wrap:wrap;gap:1.5em;line-height:1.7;align-items:flex-start"
_TEXT = "flex:3 1 24em;white-space:pre-wrap;unicode-bidi:plaintext;text-align:start"
_SIDE = "flex:2 1 16em;margin:0;padding-inline-start:2em"
_SMALL = "opacity:.75;font-size:.9em"


def report_html(report: Report) -> str:
    """Return the report's text with its attributions marked, and beside it their list.

    The fragment is one `<section>`, safe to put into any page: all outside text is escaped.
    """
    text = "".join(_segment(report.text, segment) for segment in segments(report))
    return (
        f'<section class="rawi-report"{_lang(report)}>'
        f"{_head(report)}"
        f'<div style="{_BOX}">'
        f'<div class="rawi-text" dir="auto" style="{_TEXT}">{text}</div>'
        f"{_side(report)}</div></section>"
    )


def _lang(report: Report) -> str:
    return f' lang="{_escaped(report.language)}"' if report.language else ""


def _escaped(text: str) -> str:
    return escape(one_line(text))


def _segment(text: str, segment: Segment) -> str:
    shown = escape(lines_kept(text[segment.start : segment.end]))
    if not segment.marks:
        return shown
    roles = sorted({role for _, role in segment.marks}, key=ROLES.index)
    classes = " ".join(f"rawi-{role}" for role in roles)
    tells = ", ".join(f"{id_} {role}" for id_, role in segment.marks)
    # The most telling part gives the style; the tooltip names them all.
    return (
        f'<mark class="{classes}" style="{_STYLES[roles[-1]]}" title="{_escaped(tells)}">'
        f"{shown}</mark>"
    )


def _head(report: Report) -> str:
    about = (report.publisher, report.published, report.language or "language unknown", report.id)
    shown = " · ".join(f"<bdi>{_escaped(value)}</bdi>" for value in about if value)
    notes = "".join(
        f'<p class="rawi-warning">note: <bdi>{_escaped(warning)}</bdi></p>'
        for warning in report.warnings
    )
    return (
        f'<p class="rawi-title" dir="auto"><strong>{escape(title(report))}</strong></p>'
        f'<p class="rawi-about" lang="en" style="{_SMALL}">{shown}</p>{notes}'
    )


def _side(report: Report) -> str:
    if not report.attributions:
        return f'<p lang="en" style="{_SIDE}">No attributed statements.</p>'
    items = "".join(_item(attribution, report) for attribution in report.attributions)
    return f'<ol class="rawi-attributions" lang="en" dir="ltr" style="{_SIDE}">{items}</ol>'


def _item(attribution: Attribution, report: Report) -> str:
    """Return one attribution: who, how, what, through whom."""
    lang = _lang(report)
    content = _escaped(words(attribution.content, report.text))
    return (
        f"<li>{''.join(_who(attribution, lang))}"
        f'<br><span style="{_SMALL}">{_escaped(attribution.id)} · {attribution.type} · '
        f"{_cue(attribution, report.text, lang)}</span>"
        f'<br><q dir="auto"{lang}>{content}</q>{_chain(attribution, lang)}</li>'
    )


def _who(attribution: Attribution, lang: str) -> Iterator[str]:
    speaker = attribution.speaker
    if speaker is None:
        yield "(speaker unknown)"
        return
    yield f"<bdi{lang}><strong>{_escaped(speaker.name)}</strong></bdi>"
    if speaker.role:
        yield f", <bdi{lang}>{_escaped(speaker.role)}</bdi>"
    if speaker.anonymous:
        yield " (unnamed)"


def _cue(attribution: Attribution, text: str, lang: str) -> str:
    if not attribution.cue:
        return "no cue"
    return f"cue: <bdi{lang}>{_escaped(words(attribution.cue, text))}</bdi>"


def _chain(attribution: Attribution, lang: str) -> str:
    if not attribution.chain:
        return ""
    speaker = attribution.speaker.name if attribution.speaker else "?"
    hops = "".join(
        f' → <bdi{lang} title="{_escaped(hop.how)}">{_escaped(hop.name)}</bdi>'
        for hop in attribution.chain
    )
    return f'<br><span class="rawi-chain"><bdi{lang}>{_escaped(speaker)}</bdi>{hops}</span>'
