"""Where an input comes from, and the hand-over of what was made of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

import msgspec

from rawi.errors import InputError
from rawi.records import Provenance, Report, Taken

Items = Iterator[Taken | InputError]
"""What a format's reader yields: reports, and an error for each that it skipped."""


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """One input, whatever its bytes come from: a file, standard input, a page of the web.

    `where` is how errors and provenance name it: a path as it was given, an address.
    `id` is what its report is called where it holds one without an id, `stem` what ids begin with
    where it holds several.  `suffix` is the end of its name that tells a format (".html"), ""
    for none.  `url` is where it was found, `fetched_at` when (a UTC instant, ISO 8601),
    `charset` what the server says of its encoding; None where unknown.  `folder` is the
    folder that relative paths in it go from, None where it lies in none.
    """

    where: str
    id: str
    stem: str
    suffix: str = ""
    url: str | None = None
    fetched_at: str | None = None
    charset: str | None = None
    folder: str | None = None


def own_fault(where: str, error: Exception) -> InputError:
    """Return the error for an input that trips Rawi up, so that it costs no other.

    Its `__cause__` is the fault itself.
    """
    fault = InputError(
        where,
        f"a fault of Rawi's own, {type(error).__name__}: {str(error)[:200]!r}; please report it",
    )
    fault.__cause__ = error
    return fault


def guarded(where: str, make: Callable[[], Taken]) -> Taken | InputError:
    """Return what `make` returns, or the error that keeps it from that."""
    try:
        return make()
    except InputError as error:
        return error
    except Exception as error:
        return own_fault(where, error)


def taken(
    report: Report,
    original: bytes,
    origin: Origin,
    media_type: str,
    *,
    record: int | None = None,
    id_given: bool = False,
    fetched_at: str | None = None,
) -> Taken:
    """Return a report with its provenance; `original` are the bytes that it was made of.

    `record` tells one report of several in the input (see `Provenance`), `fetched_at`
    overrules that of the origin.
    """
    return Taken(
        report=report,
        provenance=Provenance(
            source=origin.where,
            record=record,
            fetched_at=fetched_at or origin.fetched_at,
            media_type=media_type,
            bytes_hash=hashlib.sha256(original).hexdigest(),
        ),
        original=original,
        id_given=id_given,
    )
