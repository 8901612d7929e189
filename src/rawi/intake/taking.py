"""Sources → Taken: whatever is given, report by report, errors among them.

::

    for item in take(["news/", "-"], TakeOptions()):
        ...  # a Taken, or the InputError that says what was skipped and why

Nothing is held but the report at hand.  What reads a format is loaded when there is one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import replace

from rawi.errors import InputError
from rawi.intake.addresses import is_address
from rawi.intake.inputs import Input, inputs_of, unreadable
from rawi.intake.limits import too_large
from rawi.intake.opened import Opened, opened
from rawi.intake.options import TakeOptions
from rawi.intake.origins import Items, Origin, own_fault, taken
from rawi.intake.single import from_bytes
from rawi.intake.sniffing import check_format, told_format
from rawi.records import Taken

Reader = Callable[[Opened], Items]

#: Formats that hold several reports: the module and the function that read them.
_READERS = {
    "jsonl": ("rawi.intake.jsonl", "read_json"),
    "csv": ("rawi.intake.csv_table", "read_csv"),
    "parquet": ("rawi.intake.parquet", "read_parquet"),
    "feed": ("rawi.intake.feed", "read_feed"),
    "opml": ("rawi.intake.opml", "read_opml"),
    "warc": ("rawi.intake.warc", "read_warc"),
    "newsml": ("rawi.intake.newsml", "read_newsml"),
}

_MEDIA_TYPES = {"text": "text/plain", "html": "text/html"}
_DEFAULT = TakeOptions()


def take(sources: Iterable[str | Path], options: TakeOptions = _DEFAULT) -> Items:
    """Yield the reports of the sources, and an InputError for each that cannot be read.

    A source is a path to a file or a folder, `-` for standard input, or an address of the web.
    Folders are walked in the order of names, for files with an ending that Rawi knows; a
    path that is given itself is read whatever its ending.  Raises UsageError at once for a
    format that there is not.
    """
    check_format(options.format)
    return _items(sources, options)


def take_stream(stream: BinaryIO, origin: Origin, options: TakeOptions = _DEFAULT) -> Items:
    """Yield the reports of one open input; the caller closes it.

    An InputError that ends the input is yielded as the last item.
    """
    try:
        yield from _all(stream, origin, options)
    except InputError as error:
        yield error
    except OSError as error:
        yield unreadable(origin.where, error)
    except Exception as error:  # one input must not cost a night's others
        yield own_fault(origin.where, error)


def _items(sources: Iterable[str | Path], options: TakeOptions) -> Items:
    for source in sources:
        path = os.fspath(source)
        if is_address(path):
            yield from _fetched(path, options)
            continue
        for found in inputs_of(path):
            if isinstance(found, InputError):
                yield found
            else:
                yield from _file(found, options)


def _fetched(url: str, options: TakeOptions) -> Items:
    """Yield what an address holds; what fetches is loaded only here."""
    items: Items = import_module("rawi.intake.web").take_url(url, options)
    yield from items


def _file(source: Input, options: TakeOptions) -> Items:
    try:
        stream = source.open()
    except InputError as error:
        yield error
        return
    with stream:
        yield from take_stream(stream, source.origin, options)


def _all(stream: BinaryIO, origin: Origin, options: TakeOptions) -> Items:
    source = opened(stream, origin, options)
    told = told_format(source.head, options.format, origin.suffix, origin.where)
    if told in _READERS:
        module, function = _READERS[told]
        reader: Reader = getattr(import_module(module), function)
        yield from reader(source)
        return
    data = source.stream.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise too_large(origin.where, options.max_bytes)
    yield _single(data, told, origin, options)


def _single(data: bytes, told: str, origin: Origin, options: TakeOptions) -> Taken:
    """Return the report of an input that holds one."""
    report = from_bytes(
        data, id=origin.where, format=told, url=origin.url, charset=origin.charset,
        max_bytes=options.max_bytes,
    )  # fmt: skip
    return taken(replace(report, id=origin.id), data, origin, _MEDIA_TYPES[told])
