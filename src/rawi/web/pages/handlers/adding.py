"""Adding: a pasted text, an address, files; read at once, or by a job that its page follows."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import Any, Final

import msgspec
from anyio import to_thread
from litestar import Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath

from rawi.errors import UsageError
from rawi.web import adding
from rawi.web.ids import id_of
from rawi.web.jobs.jobs import Jobs
from rawi.web.jobs.records import Job
from rawi.web.pages.asking import go, page
from rawi.web.pages.errors import gone
from rawi.web.pages.rendering import href
from rawi.web.settings import Settings

#: Files of one request.
MOST_FILES: Final = 100
#: Seconds in which what is small is read before the page of its job is shown, and between looks.
_PATIENCE, _LOOK = 1.5, 0.02

AnyRequest = Request[Any, Any, Any]


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What the form sends beside files."""

    text: str = ""
    publisher: str = ""
    published: str = ""
    title: str = ""


@get("/add", sync_to_thread=False, include_in_schema=False)
def form(request: AnyRequest) -> Response[Any]:
    """Show the form."""
    return page(request, "add.html", "/add", given=Given(), outcomes=None, fault=None)


@post("/add", include_in_schema=False)
async def add(
    request: AnyRequest, jobs: NamedDependency[Jobs], settings: NamedDependency[Settings]
) -> Response[Any]:
    """Read what was given and tell what became of it, or lead to the page of its job."""
    data = await request.form()
    given = Given(**{f: _line(data.get(f)) for f in Given.__struct_fields__})
    files = [one for one in data.getall("files", []) if isinstance(one, UploadFile)]
    files = [one for one in files if one.filename]
    if len(files) > MOST_FILES:
        raise UsageError(f"more than {MOST_FILES} files: pack them, or use rawi add")
    sources, weight = await to_thread.run_sync(_sources, given, files, settings)
    if not sources:
        return page(request, "add.html", "/add", 422, given=given, outcomes=(), fault=None)
    job = await _awaited(jobs, jobs.submit(sources, weight))
    if not job.over:
        return go(href("jobs", job.id))
    bad = not any(one.report for one in job.outcomes)
    return page(
        request, "add.html", "/add", 422 if bad else 200, given=given if bad else Given(),
        outcomes=job.outcomes, fault=job.fault,
    )  # fmt: skip


@get("/jobs/{id:str}", sync_to_thread=False, include_in_schema=False)
def job(request: AnyRequest, id: FromPath[str], jobs: NamedDependency[Jobs]) -> Response[Any]:
    """Show how far a job is."""
    found = jobs.get(id_of(id))
    if found is None:
        return gone(request, "job")
    return page(request, "job.html", "/add", job=found)


@post("/jobs/{id:str}/cancel", sync_to_thread=False, include_in_schema=False)
def cancel(request: AnyRequest, id: FromPath[str], jobs: NamedDependency[Jobs]) -> Response[Any]:
    """End a job before its next report."""
    found = jobs.cancel(id_of(id))
    return go(href("jobs", found.id)) if found else gone(request, "job")


async def _awaited(jobs: Jobs, job: Job) -> Job:
    end = monotonic() + _PATIENCE
    while not job.over and monotonic() < end:
        await asyncio.sleep(_LOOK)
        job = jobs.get(job.id) or job
    return job


def _line(value: object) -> str:
    return value if isinstance(value, str) else ""


def _sources(
    given: Given, files: list[UploadFile], settings: Settings
) -> tuple[list[adding.Source], int]:
    """Return what is to be read, and about how many bytes it holds."""
    sources: list[adding.Source] = []
    weight = 2 * len(given.text)
    told = adding.Told(
        title=given.title.strip() or None,
        publisher=given.publisher.strip() or None,
        published=given.published.strip() or None,
    )
    if adding.is_url(given.text):
        sources.append(adding.of_url(given.text.strip(), told, settings.web))
    elif given.text.strip():
        sources.append(adding.of_text(given.text, told))
    for file in files:
        data = file.file.read()
        weight += len(data)
        sources.append(adding.of_file(file.filename, data))
    return sources, weight
