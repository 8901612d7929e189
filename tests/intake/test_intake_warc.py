"""Archives of the web: pages with where and when they were got; what is broken costs no other."""

from __future__ import annotations

import builtins
import gzip
import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest
import zstandard

from rawi.errors import FormatError, InputError, TooLargeError, UnreadableError
from rawi.intake import TakeOptions, take_stream
from rawi.intake.origins import Origin
from rawi.records import Taken

pytest.importorskip("fastwarc")

PAGE_KIB = os.sysconf("SC_PAGE_SIZE") // 1024

Take = Callable[..., list[Taken]]
TakeAny = Callable[..., list[Taken | InputError]]


def record(
    block: bytes, number: int = 1, *, kind: str = "response", type: str = "", length: int = -1,
    end: bytes = b"\r\n\r\n", more: str = "",
) -> bytes:  # fmt: skip
    type = type or "application/http; msgtype=response"
    size = len(block) if length < 0 else length
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://a.example/{number}\r\n"
            f"WARC-Date: 2024-08-21T10:00:{number % 60:02}Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{number}>\r\n{more}"
            f"Content-Type: {type}\r\nContent-Length: {size}\r\n\r\n"
        ).encode()
        + block
        + end
    )


def http(body: bytes, type: str = "text/html; charset=utf-8", more: str = "",
         status: str = "200 OK") -> bytes:  # fmt: skip
    return f"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{more}\r\n".encode() + body


def text_of(number: int) -> str:
    return f"قال الوزير إن العمل رقم {number} يبدأ غدا."


def page(number: int) -> bytes:
    return f"<html lang='ar'><body><p>{text_of(number)}</p></body></html>".encode()


def pages(*numbers: int) -> list[bytes]:
    return [record(http(page(number)), number) for number in numbers]


INFO = record(b"software: x\r\n", kind="warcinfo", type="application/warc-fields")


def test_a_page_of_an_archive(reports: Take) -> None:
    told: list[str] = []
    data = INFO + b"".join(pages(1, 2))
    first, second = reports(data, "a.warc", tell=told.append)
    assert first.report.text == text_of(1)
    assert first.report.url == first.report.id == "https://a.example/1"
    assert not first.id_given
    assert first.provenance.fetched_at == "2024-08-21T10:00:01Z"
    assert first.provenance.media_type == "text/html"
    assert first.provenance.record == len(INFO)
    assert first.original == page(1)
    assert second.provenance.record == data.rindex(b"WARC/1.0")
    assert told == ["a.warc: 1 records of other kinds than pages left out"]


def test_offsets_are_those_of_the_packed_records(reports: Take) -> None:
    packed = [gzip.compress(part) for part in [INFO, *pages(1, 2, 3)]]
    items = reports(b"".join(packed), "a.warc.gz")
    starts = [len(b"".join(packed[:number])) for number in (1, 2, 3)]
    assert [item.provenance.record for item in items] == starts
    data = b"".join(packed)
    assert b"a.example/2" in zlib.decompressobj(31).decompress(data[starts[1] :])
    whole = reports(gzip.compress(INFO + b"".join(pages(1, 2, 3))), "a.warc.gz")
    assert [item.provenance.record for item in whole] == [
        len(INFO), len(INFO + pages(1)[0]), len(INFO + b"".join(pages(1, 2)))
    ]  # fmt: skip
    zst = b"".join(zstandard.ZstdCompressor().compress(part) for part in pages(1, 2))
    assert len(reports(zst)) == 2


def test_what_is_no_page_is_left_out(items: TakeAny) -> None:
    others = [
        INFO,
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request", type="application/http"),
        record(http(b"\x89PNG", "image/png")),
        record(http(page(1), status="404 Not Found")),
        record(http(b"", status="301 Moved")),
        record(http(b"{}", "application/json")),
        record(b"x" * 100_000, kind="metadata", type="application/warc-fields"),
        record(http(b""), kind="revisit"),
    ]
    (error,) = items(b"".join(others), "a.warc")
    assert str(error) == "a.warc: no page in it: 8 records of other kinds"
    found = items(b"".join([*others, *pages(1)]), "a.warc")
    assert [type(item) for item in found] == [Taken]
    (error,) = items(b"", "a.warc", format="warc")
    assert "empty: no record" in str(error)


def test_texts_and_pages_saved_otherwise(reports: Take) -> None:
    data = b"".join([
        record(text_of(1).encode(), 1, kind="conversion", type="text/plain"),
        record(page(2), 2, kind="resource", type="text/html"),
        record(http(text_of(3).encode(), "text/plain"), 3),
        record(http(page(4), "application/octet-stream"), 4),
        record(http(page(5), "text/plain"), 5),
    ])  # fmt: skip
    items = reports(data)
    assert [item.report.text for item in items] == [text_of(number) for number in range(1, 6)]
    types = [item.provenance.media_type for item in items]
    assert types == ["text/plain", "text/html", "text/plain", "text/html", "text/html"]


def test_packed_chunked_and_odd_encodings(reports: Take) -> None:
    body, packed = page(1), gzip.compress(page(2))
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    data = b"".join([
        record(http(chunked, more="Transfer-Encoding: chunked\r\n"), 1),
        record(http(packed, more="Content-Encoding: gzip\r\n"), 2),
        record(http(text_of(3).encode("windows-1256"), "text/html; charset=windows-1256"), 3),
    ])  # fmt: skip
    items = reports(data)
    assert [item.report.text for item in items] == [text_of(1), text_of(2), text_of(3)]
    assert items[2].report.warnings[:1] != ("the encoding was guessed: windows-1256",)


def test_addresses_dates_and_parts(reports: Take) -> None:
    data = pages(1)[0].replace(b"https://a.example/1", b"<https://a.example/1>")
    data = data.replace(b"10:00:01Z", b"10:00:01+03:00")
    (item,) = reports(data)
    assert item.report.url == "https://a.example/1"
    assert item.provenance.fetched_at == "2024-08-21T07:00:01Z"
    (item,) = reports(record(http(page(1)), more="WARC-Truncated: length\r\n"))
    assert "the archive holds only a part of this page (length)" in item.report.warnings
    (item,) = reports(pages(1)[0].replace(b"2024-08-21T10:00:01Z", b"yesterday"))
    assert item.provenance.fetched_at is None
    lf = pages(1)[0].replace(b"\r\n", b"\n")
    lf = lf.replace(b"Content-Length: %d" % len(http(page(1))),
                    b"Content-Length: %d" % len(http(page(1)).replace(b"\r\n", b"\n")))  # fmt: skip
    (item,) = reports(lf)
    assert item.report.text == text_of(1)


BROKEN: dict[str, tuple[bytes, str]] = {
    "a length too short": (record(http(page(2)), 2, length=20), "Content-Length is not that"),
    "a length too long": (record(http(page(2)), 2, length=500), "Content-Length is not that"),
    "no length": (pages(2)[0].replace(b"Content-Length", b"X-Length"), "no Content-Length"),
    "rubbish between": (b"rubbish\r\n" * 3, "no record begins there"),
    "binary between": (bytes(range(256)) * 400, "no record begins there"),
    "an endless header": (b"WARC/1.0\r\n" + b"X: " + b"y" * 100_000 + b"\r\n", "no record begins"),
    "no answer of HTTP": (record(http(b"<html>zz", more="Transfer-Encoding: chunked\r\n")), "hunk"),
    "a false packing": (record(http(page(2), more="Content-Encoding: gzip\r\n")), "broken record"),
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("packed", [False, True])
def test_a_broken_record_costs_no_other(items: TakeAny, name: str, packed: bool) -> None:
    broken, fault = BROKEN[name]
    parts = [*pages(1), broken, *pages(3, 4)]
    parts = [gzip.compress(part) for part in parts] if packed else parts
    found = items(b"".join(parts), "a.warc")
    texts = [item.report.text for item in found if isinstance(item, Taken)]
    assert texts == [text_of(1), text_of(3), text_of(4)]
    (error,) = [item for item in found if isinstance(item, InputError)]
    assert isinstance(error, FormatError)
    assert error.where == f"a.warc:offset {len(parts[0])}"
    assert fault in error.fault


def test_a_member_that_cannot_be_unpacked_costs_no_other(items: TakeAny) -> None:
    parts = [bytearray(gzip.compress(part)) for part in pages(1, 2, 3, 4)]
    for place in range(40, 80):
        parts[1][place] ^= 0x5A
    found = items(b"".join(parts), "a.warc.gz")
    texts = [item.report.text for item in found if isinstance(item, Taken)]
    assert texts == [text_of(1), text_of(3), text_of(4)]
    errors = [item for item in found if isinstance(item, InputError)]
    assert len(errors) == 1
    assert errors[0].where == f"a.warc.gz:offset {len(parts[0])}"
    later = found[-1]
    assert isinstance(later, Taken)
    assert later.provenance.record == sum(map(len, parts[:3]))


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_that_is_cut_off(items: TakeAny, packed: bool) -> None:
    parts = [gzip.compress(part) if packed else part for part in pages(1, 2, 3)]
    data = b"".join(parts)
    for cut in range(5, len(parts[2]), 23):
        found = items(data[:-cut], "a.warc")
        texts = [item.report.text for item in found if isinstance(item, Taken)]
        assert texts[:2] == [text_of(1), text_of(2)]
        assert all(isinstance(item, FormatError) for item in found[2:] if not packed)


def test_records_over_the_limit(items: TakeAny) -> None:
    big = record(http(b"x" * 50_000), 2)
    bomb = record(http(gzip.compress(bytes(3_000_000)), more="Content-Encoding: gzip\r\n"), 3)
    found = items(b"".join([*pages(1), big, bomb, *pages(4)]), "a.warc", max_bytes=10_000)
    kinds = [type(item) for item in found]
    assert kinds == [Taken, TooLargeError, TooLargeError, Taken]


def test_a_page_that_cannot_be_read_is_named_by_its_offset(items: TakeAny) -> None:
    (error,) = items(record(http(b"<html></html>")), "a.warc")
    assert str(error).startswith("a.warc:offset 0: no article text found")


def test_it_needs_fastwarc(items: TakeAny, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("fastwarc"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    (error,) = items(pages(1)[0], "a.warc")
    assert isinstance(error, UnreadableError)
    assert "pip install 'rawi[warc]'" in str(error)


class Endless:
    """An archive that is made as it is read: `size` bytes of records in all."""

    def __init__(self, size: int, packed: bool) -> None:
        self._left = size
        self._ahead = b""
        self._packed = packed
        self._parts = self._records()

    def _records(self) -> Iterator[bytes]:
        rubbish = record(http(b"\x89PNG" + b"x" * 400_000, "image/png"), 7)
        block = [*pages(*range(20)), *[rubbish] * 8]
        block = [gzip.compress(part, 1) for part in block] if self._packed else block
        while self._left > 0:
            for part in block:
                self._left -= len(part)
                yield part

    def read(self, size: int = -1) -> bytes:
        while len(self._ahead) < size and (part := next(self._parts, b"")):
            self._ahead += part
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data

    read1 = read


def resident() -> int:
    """Return the memory that this process holds now, in KiB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_KIB


def measured(size: int, packed: bool) -> tuple[int, int]:
    """Return how many reports an archive of `size` bytes gave, and the memory it took, in KiB."""
    if not Path("/proc/self/statm").exists():
        pytest.skip("memory is read from /proc")
    origin = Origin(where="x", id="x", stem="x")
    items = take_stream(cast(BinaryIO, Endless(size, packed)), origin, TakeOptions())
    found, most = 0, 0
    next(items)  # what reading loads is loaded now
    begun = resident()
    for item in items:
        assert isinstance(item, Taken)
        found += 1
        most = max(most, resident() - begun)
    return found, most


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_is_streamed_in_flat_memory(packed: bool) -> None:
    found, memory = measured(120_000 if packed else 20_000_000, packed)
    assert found >= 100
    assert memory < 30_000


def test_soak_an_archive_of_a_gigabyte_is_streamed_in_flat_memory(soak: int) -> None:
    found, memory = measured(1_000_000_000, False)
    assert found > 5_000
    assert memory < 60_000
