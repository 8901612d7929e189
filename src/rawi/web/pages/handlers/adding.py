"""Adding: a pasted text, an address, files; read at once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import Any, Final

import msgspec
from anyio import to_thread
from litestar import Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency

from rawi.errors import InputError
from rawi.intake.addresses import is_address
from rawi.intake.inputs import Input
from rawi.intake.limits import MAX_BYTES
from rawi.intake.options import TakeOptions
from rawi.intake.origins import Items, Origin
from rawi.intake.taking import take, take_stream
from rawi.ledger.adding import Known, Ready, ready
from rawi.ledger.ledger import Ledger
from rawi.ledger.preparing import Prepared
from rawi.records import Report, Taken
from rawi.web.pages.asking import page
from rawi.web.settings import Settings

#: Reports that one request adds; more are for `rawi add`.
MOST: Final = 200


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What the form sends beside files."""

    text: str = ""
    publisher: str = ""
    published: str = ""
    title: str = ""


@dataclass(frozen=True)
class Outcome:
    """What became of one report: the report with what happened, or why it was skipped."""

    report: Report | None = None
    outcome: str = ""
    fault: str | None = None


@get("/add", sync_to_thread=False, include_in_schema=False)
def form(request: Request[Any, Any, Any]) -> Response[Any]:
    """Show the form."""
    return page(request, "add.html", "/add", given=Given(), outcomes=None)


@post("/add", include_in_schema=False)
async def add(
    request: Request[Any, Any, Any],
    ledger: NamedDependency[Ledger],
    settings: NamedDependency[Settings],
) -> Response[Any]:
    """Read what was given, keep it, and tell what became of it."""
    data = await request.form()
    given = Given(**{f: _line(data.get(f)) for f in Given.__struct_fields__})
    files = [one for one in data.getall("files", []) if isinstance(one, UploadFile)]
    outcomes = await to_thread.run_sync(_added, ledger, given, files, settings)
    bad = not any(one.report for one in outcomes)
    return page(
        request, "add.html", "/add", 422 if bad else 200,
        given=given if bad else Given(), outcomes=outcomes,
    )  # fmt: skip


def _added(
    ledger: Ledger, given: Given, files: list[UploadFile], settings: Settings
) -> list[Outcome]:
    return [_kept(ledger, one) for one in _taken(given, files, settings)]


def _line(value: object) -> str:
    return value if isinstance(value, str) else ""


def _taken(given: Given, files: list[UploadFile], settings: Settings) -> Items:
    """Yield what was given, `MOST` at most, told where there is more."""
    number = 0
    for number, one in enumerate(_all(given, files, settings)):
        if number == MOST:
            yield InputError("what was given", f"more than {MOST} reports: rawi add takes all")
            return
        yield one


def _all(given: Given, files: list[UploadFile], settings: Settings) -> Items:
    text = given.text.strip()
    options = TakeOptions(web=settings.web)
    if is_address(text) and len(text.split()) == 1:
        yield from (_told(one, given) for one in take([text], options))
    elif text:
        data = given.text.encode("utf-8", "replace")
        digest = hashlib.sha256(data).hexdigest()[:16]
        name = f"pasted-{digest}"
        origin = Origin(where=name, id=name, stem=name)
        pasted = msgspec.structs.replace(options, format="text", max_bytes=MAX_BYTES)
        yield from (_told(one, given) for one in take_stream(BytesIO(data), origin, pasted))
    for file in files:
        if file.filename:
            name = PurePath(file.filename.replace("\\", "/")).name
            origin = msgspec.structs.replace(Input.of(name).origin, folder=None)
            yield from take_stream(BytesIO(file.file.read()), origin, options)


def _told(one: Taken | InputError, given: Given) -> Taken | InputError:
    """Return a report with what the form says of it."""
    said = {
        name: value.strip()
        for name in ("publisher", "published", "title")
        if (value := getattr(given, name)).strip()
    }
    if isinstance(one, InputError) or not said:
        return one
    return msgspec.structs.replace(one, report=msgspec.structs.replace(one.report, **said))


def _kept(ledger: Ledger, one: Taken | InputError) -> Outcome:
    if isinstance(one, InputError):
        return Outcome(fault=str(one))
    made = ready(ledger, [one], True)
    (kept,) = ledger.keep(made)
    if isinstance(kept, InputError):
        return Outcome(fault=str(kept))
    report = ledger.report(_key(made[0]) or one.report.id)
    return Outcome(report or one.report, "known" if isinstance(made[0], Known) else kept)


def _key(made: Ready) -> str | None:
    """Return the id under which a report is kept."""
    if isinstance(made, Known):
        return made.key
    return made.mark.key if isinstance(made, Prepared) else None
