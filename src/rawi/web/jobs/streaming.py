"""The events of a job as server-sent events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from time import monotonic
from typing import Final

import msgspec

from rawi.errors import BusyError
from rawi.web.jobs.jobs import Jobs
from rawi.web.jobs.records import OVER, Event

KIND: Final = "text/event-stream"
#: Streams at one time, how often each looks, how long one lasts, and is silent (seconds).
MOST: Final = 100
_LOOK, _LAST, _SILENCE = 0.2, 600.0, 15.0
_BEGIN: Final = b"retry: 2000\n\n"
_ALIVE: Final = b": still there\n\n"

_open: set[object] = set()


def check_room() -> None:
    """Raise BusyError where as many streams are open as there may be."""
    if len(_open) >= MOST:
        raise BusyError("too many follow jobs already: ask for the job itself now and then")


async def stream(jobs: Jobs, id: str, after: int) -> AsyncIterator[bytes]:
    """Yield what happens to a job after an event, until it is over or the stream is old.

    A client that went away ends it: whoever sends closes the generator.
    """
    me = object()
    _open.add(me)
    try:
        yield _BEGIN
        end = monotonic() + _LAST
        told = monotonic()
        while not jobs.closed and monotonic() < end:
            for event in jobs.events(id, after):
                after = event.number
                told = monotonic()
                yield _sent(event)
                if event.state in OVER:
                    return
            if monotonic() - told > _SILENCE:
                told = monotonic()
                yield _ALIVE
            if jobs.get(id) is None:  # forgotten meanwhile
                return
            await asyncio.sleep(_LOOK)
    finally:
        _open.discard(me)


def number_of(header: str | None) -> int:
    """Return the number of a Last-Event-ID, 0 for none and for what is no number of ours."""
    told = (header or "").strip()
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 10 else 0


def _sent(event: Event) -> bytes:
    # Escaped to ASCII: what a report holds breaks no line, and lone surrogates can be told.
    data = json.dumps(msgspec.to_builtins(event))
    return f"id: {event.number}\nevent: {event.kind}\ndata: {data}\n\n".encode("ascii")
