"""What the interface calls the values of records, and how it counts things.

Messages are written in English here and translated by the catalogue (`interface`).  `N_` and
`pair` only mark them for it.
"""

from __future__ import annotations

from typing import Final

from rawi.web.pages.interface import Interface


def N_(message: str) -> str:
    """Mark a message for the catalogue."""
    return message


def pair(one: str, many: str) -> tuple[str, str]:
    """Mark a message with a number for the catalogue."""
    return one, many


#: What is counted, in the singular and the plural.
COUNTED: Final = {
    "report": pair("%(num)s report", "%(num)s reports"),
    "attribution": pair("%(num)s attribution", "%(num)s attributions"),
    "statement": pair("%(num)s statement", "%(num)s statements"),
    "language": pair("%(num)s language", "%(num)s languages"),
    "outlet": pair("%(num)s outlet", "%(num)s outlets"),
    "speaker": pair("%(num)s speaker", "%(num)s speakers"),
    "speech event": pair("%(num)s speech event", "%(num)s speech events"),
    "origin": pair("%(num)s independent origin", "%(num)s independent origins"),
    "carrier": pair("%(num)s carrier", "%(num)s carriers"),
    "wording": pair("%(num)s wording", "%(num)s wordings"),
    "minute": pair("%(num)s minute", "%(num)s minutes"),
    "hour": pair("%(num)s hour", "%(num)s hours"),
    "day": pair("%(num)s day", "%(num)s days"),
    "time": pair("%(num)s time", "%(num)s times"),
}

#: An interval that is not one number: "1 to 3 independent origins".
BETWEEN: Final = {
    "speech event": N_("%(least)s to %(most)s speech events"),
    "origin": N_("%(least)s to %(most)s independent origins"),
}

#: Values of records.
TERMS: Final = {
    "content": N_("content"),
    "cue": N_("cue"),
    "source": N_("source"),
    "speaker": N_("speaker"),
    "chain": N_("chain"),
    "said_at": N_("said at"),
    "type": N_("type"),
    "direct": N_("direct"),
    "mixed": N_("mixed"),
    "indirect": N_("indirect"),
    "person": N_("person"),
    "organisation": N_("organisation"),
    "document": N_("document"),
    "said to": N_("said to"),
    "posted on": N_("posted on"),
    "relayed by": N_("relayed by"),
    "verbatim": N_("verbatim"),
    "translation": N_("translation"),
    "paraphrase": N_("paraphrase"),
    "denies": N_("denies it"),
    "questions": N_("questions it"),
    "accept": N_("accepted"),
    "reject": N_("rejected"),
    "amend": N_("amended"),
    "withdraw": N_("taken back"),
    "same": N_("the same statement"),
    "not-same": N_("not the same statement"),
    "split": N_("split off"),
    "merge": N_("merged"),
    "derives": N_("derives"),
    "derives-not": N_("does not derive"),
    "number": N_("number"),
    "hedge": N_("hedge"),
    "negation": N_("negation"),
    "date": N_("date"),
    "name": N_("name"),
    "order": N_("order"),
    "clause": N_("clause"),
    "words": N_("words"),
    "interview": N_("interview"),
    "post": N_("post"),
    "conference": N_("press conference"),
    "speech": N_("speech"),
    "unknown": N_("unknown"),
    "waiting": N_("waiting"),
    "running": N_("running"),
    "done": N_("done"),
    "failed": N_("failed"),
}


def term(face: Interface, value: str) -> str:
    """Return what the interface calls a value of a record; itself where it has no name."""
    known = TERMS.get(value)
    return face.messages.gettext(known) if known else value


def counted(face: Interface, number: int, thing: str, more: bool = False) -> str:
    """Return a number of things in words; `more` says that there may be more than that."""
    one, many = COUNTED[thing]
    shown = face.number(number) + ("+" if more else "")
    return face.messages.ngettext(one, many, number) % {"num": shown}


def between(face: Interface, bounds: tuple[int, int], thing: str) -> str:
    """Return an interval of things in words."""
    least, most = bounds
    if least == most:
        return counted(face, least, thing)
    numbers = {"least": face.number(least), "most": face.number(most)}
    return face.messages.gettext(BETWEEN[thing]) % numbers


def lag(face: Interface, minutes: float) -> str:
    """Return a length of time in the largest unit that fits, rounded."""
    for unit, size in (("day", 1440), ("hour", 60)):
        if minutes >= 2 * size:
            return counted(face, round(minutes / size), unit)
    return counted(face, round(minutes), "minute")


#: What the time line says, which is drawn elsewhere.
DRAWN: Final = (
    N_("Who took the statement from whom, on a time line: {number} reports"),
    N_("credits {credited}, reads like {reads_like}"),
    N_("from the speaker"),
    N_("it does not say through whom it has it"),
    N_("named in a chain"),
    N_("{child} from {parent}: {how}"),
    N_("{number} more"),
    N_("credits"),
    N_("credited, does not carry it"),
    N_("inferred"),
    N_("merge"),
)
