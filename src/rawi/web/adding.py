"""From what somebody gives to what became of it: shared by the page Add and the API."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import PurePath
from typing import Final, Literal

import msgspec

from rawi.errors import InputError
from rawi.intake.addresses import is_address
from rawi.intake.inputs import Input
from rawi.intake.limits import MAX_BYTES
from rawi.intake.options import TakeOptions
from rawi.intake.origins import Origin
from rawi.intake.taking import take, take_stream
from rawi.intake.web_options import WebOptions
from rawi.ledger.adding import Known, Ready, ready
from rawi.ledger.ledger import Ledger
from rawi.ledger.preparing import Item, Prepared
from rawi.records import Report, Taken

#: Reports that are added at one time; more are for `rawi add`.
MOST: Final = 200
#: Characters of a title, and of a fault, that are told.
_TITLE, _FAULT = 100, 500

Items = Iterator[Item | InputError]
Source = Callable[[], Items]
"""Something to be read, once: its reports one by one, errors among them."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one report.

    `report` is the id under which it is kept, `title` its title or how its text begins,
    `language` that of its text, `attributions` how many it has; None, None, None and 0 for one
    that was skipped, where `fault` says why.
    """

    outcome: Literal["added", "changed", "known", "skipped"]
    report: str | None = None
    title: str | None = None
    language: str | None = None
    attributions: int = 0
    fault: str | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody tells of a report; it goes before what the report tells.  None is not told."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


def is_url(text: str) -> bool:
    """Tell whether a text is nothing but one address of the web."""
    return is_address(text.strip()) and len(text.split()) == 1


def of_url(url: str, told: Told, web: WebOptions) -> Source:
    """Return what an address holds, fetched as `rawi add` does: of the public web alone."""
    options = TakeOptions(web=web)
    return lambda: (_with(one, told) for one in take([url], options))


def of_text(text: str, told: Told) -> Source:
    """Return a pasted text."""
    data = text.encode("utf-8", "replace")
    name = f"pasted-{hashlib.sha256(data).hexdigest()[:16]}"
    origin = Origin(where=name, id=name, stem=name)
    options = TakeOptions(format="text", max_bytes=MAX_BYTES)
    return lambda: (_with(one, told) for one in take_stream(BytesIO(data), origin, options))


def of_file(name: str, data: bytes) -> Source:
    """Return a file that was sent: its name tells its form, its folders are nobody's."""
    bare = PurePath(name.replace("\\", "/")).name
    origin = msgspec.structs.replace(Input.of(bare).origin, folder=None)
    return lambda: take_stream(BytesIO(data), origin, TakeOptions())


def of_report(make: Callable[[], Report]) -> Source:
    """Return one report, made when its turn comes; an InputError is what became of it."""
    return partial(_made, make)


def _made(make: Callable[[], Report]) -> Items:
    try:
        yield make()
    except InputError as error:
        yield error


def kept(ledger: Ledger, one: Item | InputError) -> Outcome:
    """Read a report and keep it; return what became of it.  Raises LedgerError."""
    if isinstance(one, InputError):
        return skipped(one)
    made = ready(ledger, [one], True)
    (done,) = ledger.keep(made)
    if isinstance(done, InputError):
        return skipped(done)
    there = one.report if isinstance(one, Taken) else one
    report = ledger.report(_key(made[0]) or there.id) or there
    return Outcome(
        outcome="known" if isinstance(made[0], Known) else done,
        report=report.id,
        title=(report.title or report.text)[:_TITLE],
        language=report.language,
        attributions=len(report.attributions),
    )


def skipped(error: Exception) -> Outcome:
    """Return the outcome of what could not be read."""
    return Outcome(outcome="skipped", fault=str(error)[:_FAULT])


def _with(one: Taken | InputError, told: Told) -> Taken | InputError:
    said = {name: value for name, value in msgspec.structs.asdict(told).items() if value}
    if isinstance(one, InputError) or not said:
        return one
    return msgspec.structs.replace(one, report=msgspec.structs.replace(one.report, **said))


def _key(made: Ready) -> str | None:
    """Return the id under which a report is kept."""
    if isinstance(made, Known):
        return made.key
    return made.mark.key if isinstance(made, Prepared) else None
