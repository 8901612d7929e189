"""Adding reports: one text is read at once, what takes longer becomes a job."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from litestar import Response, post
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import JSONBody

from rawi.errors import InputError, UsageError
from rawi.ledger.identity import key_of
from rawi.ledger.ledger import Ledger
from rawi.records import Report
from rawi.web import adding
from rawi.web.api.lists import FAULTS
from rawi.web.ids import quoted
from rawi.web.jobs.jobs import Jobs
from rawi.web.jobs.records import Job
from rawi.web.responses import SafeResponse
from rawi.web.settings import Settings


class NewReport(adding.Told, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report to be read and kept: its text, or the mark-up of its page, or its address alone.

    Where there is neither `text` nor `html`, the page at `url` is fetched.  What is None the
    text may tell.
    """

    text: str | None = None
    html: str | None = None


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """The id of a report that was given, and whether it was new."""

    id: str
    outcome: Literal["added", "changed", "known"]


_KNOWN = ResponseSpec(Kept, generate_examples=False, description="It is there already.")
_JOB = ResponseSpec(
    Job, generate_examples=False, description="It will be read: Location is the job."
)


@post("/reports", sync_to_thread=True, responses={**FAULTS, 200: _KNOWN, 202: _JOB})
def add(
    ledger: NamedDependency[Ledger],
    jobs: NamedDependency[Jobs],
    settings: NamedDependency[Settings],
    data: JSONBody[NewReport | list[NewReport]],
) -> Response[Kept]:
    """Read a report and keep it; what is there already is known, and stays as it is.

    Several reports, and a `url` without text or html, become a job.
    """
    if isinstance(data, NewReport) and not _is_fetched(data):
        return _kept(ledger, data)
    given = [data] if isinstance(data, NewReport) else data
    if not 1 <= len(given) <= adding.MOST:
        raise UsageError(f"{len(given)} reports: 1 to {adding.MOST} can be given at one time")
    sources = [_source(one, settings) for one in given]
    weight = sum(2 * len(one.text or one.html or "") for one in given)
    job = jobs.submit(sources, weight)
    headers = {"Location": f"/api/v1/jobs/{quoted(job.id)}"}
    return SafeResponse(job, status_code=202, headers=headers, media_type="application/json")


def _kept(ledger: Ledger, data: NewReport) -> Response[Kept]:
    report, given = _report(data)
    faults: list[InputError] = []
    counts = ledger.add([report], on_skip=faults.append)
    if faults:
        raise faults[0]
    outcome: Any = "added" if counts.added else "changed" if counts.changed else "known"
    headers = {"Location": f"/api/v1/reports/{quoted(given)}"}
    status = 200 if outcome == "known" else 201
    told = Kept(id=given, outcome=outcome)
    return SafeResponse(told, status_code=status, headers=headers, media_type="application/json")


def _is_fetched(data: NewReport) -> bool:
    return data.text is None and data.html is None and data.url is not None


def _source(data: NewReport, settings: Settings) -> adding.Source:
    """Return a report as a job takes it; raises InputError for an address that is none."""
    if not _is_fetched(data):
        return adding.of_report(lambda: _report(data)[0])
    url = (data.url or "").strip()
    if not adding.is_url(url):
        raise InputError("the report", "its url is no address of the web (https://...)")
    told = adding.Told(
        id=data.id, title=data.title, publisher=data.publisher, published=data.published,
        language=data.language,
    )  # fmt: skip
    return adding.of_url(url, told, settings.web)


def _report(data: NewReport) -> tuple[Report, str]:
    """Return the report, and the id under which it is kept; raises InputError."""
    if (data.text is None) == (data.html is None):
        raise InputError("the report", "one of text, html and url has to be given")
    if data.html is not None:
        from rawi.intake import from_html

        page = data.html.encode("utf-8", "replace")
        report = from_html(page, id="text", url=data.url, charset="utf-8")
    else:
        report = Report(id="text", text=data.text or "")
    told = msgspec.structs.asdict(data)
    names = ("title", "publisher", "url", "published", "language")
    report = msgspec.structs.replace(
        report, **{name: told[name] for name in names if told[name] is not None}
    )
    id = data.id or key_of(report, False)
    report = msgspec.structs.replace(report, id=id)
    return report, key_of(report, True)


routes = [add]
