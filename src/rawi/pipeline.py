"""From a source to read reports: intake, language, reading.

What `rawi.read` and `rawi read` do, in one place.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import cast

import msgspec

from rawi.errors import InputError, UnreadableError
from rawi.intake import MAX_BYTES, TakeOptions, from_text, open_reports
from rawi.intake.origins import Origin
from rawi.intake.publishers import publisher_at
from rawi.intake.sources import reports_of
from rawi.reading import packs
from rawi.reading.language import detect
from rawi.reading.reader import read_text
from rawi.records import Report

#: A string longer than this, or of several lines, is a text and no path.
PATH_LENGTH = 1024

_BYTES = Origin(where="bytes", id="bytes", stem="bytes")


def read_report(report: Report) -> Report:
    """Return a report with language, attributions and parts filled in.

    A report in a language without a pack keeps what it has, with no attributions and a
    warning.  Never raises for any text.
    """
    code = _language(report)
    if code is None:
        told = f" {report.language!r}" if report.language else ""
        warning = f"no language pack for this text{told}: its attributions were not read"
        return msgspec.structs.replace(report, warnings=(*report.warnings, warning))
    if report.publisher is None and report.url is not None:
        report = msgspec.structs.replace(report, publisher=publisher_at(report.url, code))
    attributions, parts = read_text(report.text, packs.load(code), report)
    return msgspec.structs.replace(
        report, language=report.language or code, attributions=attributions, parts=parts
    )


def _language(report: Report) -> str | None:
    """Return the code of the pack to read a report with; None where there is none."""
    if report.language is None:
        return detect(report.text)
    code = report.language.replace("_", "-").partition("-")[0].lower()
    return code if code in packs.available() else None


def read(
    source: str | bytes | Path | Report,
    *,
    format: str | None = None,
    language: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    title: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Report:
    """Read one report: its text, a path to it, its bytes, or a `Report`.

    A string is a path where a file of that name exists, else the text itself.
    `format` is one of `rawi.intake.FORMATS`, None tells it from the content.  What is
    given as `language` (ISO 639), `published` (ISO 8601), `publisher`, `url` or
    `title` overrules what the source says.  Raises `InputError` for what cannot be
    read, and where a file holds more than one report: `read_many` is for those.
    """
    report = _take(source, format, max_bytes)
    given = {"language": language, "published": published, "publisher": publisher,
             "url": url, "title": title}  # fmt: skip
    known = {name: value for name, value in given.items() if value is not None}
    return read_report(msgspec.structs.replace(report, **known))


def _take(source: str | bytes | Path | Report, format: str | None, max_bytes: int) -> Report:
    if isinstance(source, Report):
        return source
    if isinstance(source, str) and not _is_path(source):
        if format in (None, "text"):
            return from_text(source)
        source = source.encode("utf-8", "surrogatepass")
    if isinstance(source, bytes):
        options = TakeOptions(format=format, max_bytes=max_bytes)
        return _only(reports_of(BytesIO(source), _BYTES, options), _BYTES.where)
    where = os.fspath(source)
    return _only(open_reports([source], format=format, max_bytes=max_bytes), where)


def _only(reports: Iterator[Report | InputError], where: str) -> Report:
    """Return the one report there is; raises InputError for none, several, one unreadable."""
    found = list(islice(reports, 2))  # two are enough to tell one from several
    if not found:
        raise UnreadableError(where, "holds no report")
    if len(found) > 1:
        raise InputError(where, "holds several reports: use rawi.read_many")
    if isinstance(found[0], InputError):
        raise found[0]
    return found[0]


def _is_path(source: str) -> bool:
    if not source or len(source) > PATH_LENGTH or "\n" in source or "\0" in source:
        return False
    try:
        return Path(source).is_file()
    except (OSError, ValueError):
        return False


def read_many(
    sources: Iterable[str | bytes | Path | Report], *, format: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Iterator[Report | InputError]:  # fmt: skip
    """Read many reports, one after the other, without holding them all.

    Each source is what `read` takes, or a path to a folder or to a file of many reports.
    What cannot be read is yielded as the `InputError` that names it; the others are read.
    """
    for source in sources:
        is_file = isinstance(source, Path) or (
            isinstance(source, str)
            and (_is_path(source) or (len(source) < PATH_LENGTH and Path(source).is_dir()))
        )
        if is_file:
            for found in open_reports(
                [cast("str | Path", source)], format=format, max_bytes=max_bytes
            ):
                yield read_report(found) if isinstance(found, Report) else found
            continue
        try:
            yield read(source, format=format, max_bytes=max_bytes)
        except InputError as error:
            yield error
