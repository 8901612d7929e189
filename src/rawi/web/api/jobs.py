"""Jobs: what is read in the background, and how far it is."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, Response, delete, get
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, FromQuery
from litestar.response import Stream

from rawi.web.api.lists import FAULTS, Form, Listing, answered, fields, whole
from rawi.web.api.telling import Listed
from rawi.web.ids import id_of
from rawi.web.jobs import streaming
from rawi.web.jobs.jobs import REMEMBERED, Jobs
from rawi.web.jobs.records import Job
from rawi.web.responses import SafeResponse

GONE = (
    f"no job {{!r}} here: jobs are forgotten when the server ends, and all but the last "
    f"{REMEMBERED}; what it kept is in the ledger, and giving the same again does the rest"
)
_OVER = ResponseSpec(None, generate_examples=False, description="Nothing follows any more.")
_EVENTS = ResponseSpec(
    str, generate_examples=False, media_type=streaming.KIND,
    description="Server-sent events: progress, then done, failed or cancelled.",
)  # fmt: skip


class JobList(msgspec.Struct, frozen=True, kw_only=True):
    """The jobs that are remembered, the latest first; all of them, so that `next` is None."""

    items: list[Job]
    next: str | None = None


@get("/jobs", sync_to_thread=False, responses=FAULTS, operation_class=Listed)
def jobs_list(
    request: Request[Any, Any, Any],
    jobs: NamedDependency[Jobs],
    format: FromQuery[Form | None] = None,
) -> Response[JobList]:
    """List the jobs that are remembered, the latest first."""
    listing = Listing(
        get=whole(jobs.every()),
        told=lambda some, _: JobList(items=list(some)),
        names=fields(Job),
        row=msgspec.structs.astuple,
        of=("jobs",),
    )
    return answered(request, format, listing, None, 0)


@get("/jobs/{id:str}", sync_to_thread=False, responses=FAULTS)
def job(jobs: NamedDependency[Jobs], id: FromPath[str]) -> Response[Job]:
    """Return a job: how far it is, and what became of each report."""
    return SafeResponse(_there(jobs, id), media_type="application/json")


@delete("/jobs/{id:str}", sync_to_thread=False, status_code=200, responses=FAULTS)
def cancel(jobs: NamedDependency[Jobs], id: FromPath[str]) -> Response[Job]:
    """End a job before its next report; what it has kept stays.  One that is over stays so."""
    found = _there(jobs, id)
    return SafeResponse(jobs.cancel(found.id) or found, media_type="application/json")


@get(
    "/jobs/{id:str}/events",
    responses={**FAULTS, 200: _EVENTS, 204: _OVER},
    response_headers=[ResponseHeader(name="Cache-Control", value="no-store")],
)
async def events(
    request: Request[Any, Any, Any], jobs: NamedDependency[Jobs], id: FromPath[str]
) -> Response[Any]:
    """Stream what happens to a job, from its beginning, or after the event Last-Event-ID."""
    found = _there(jobs, id)
    after = streaming.number_of(request.headers.get("last-event-id"))
    if found.over and not jobs.events(found.id, after):
        return Response(None, status_code=204)  # an EventSource does not come again
    streaming.check_room()
    return Stream(streaming.stream(jobs, found.id, after), media_type=streaming.KIND)


def _there(jobs: Jobs, id: str) -> Job:
    found = jobs.get(id_of(id))
    if found is None:
        raise NotFoundException(detail=GONE.format(id_of(id)))
    return found


routes = [jobs_list, job, cancel, events]
