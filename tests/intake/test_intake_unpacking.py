"""What is packed is read as it is, within limits."""

from __future__ import annotations

import bz2
import gzip
import io
import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from rawi.errors import FormatError, InputError, TooLargeError
from rawi.intake import TakeOptions, take
from rawi.intake.unpacking import Limits, packed_kind, unpacked
from rawi.records import Taken

Pack = Callable[[bytes], bytes]
PACKERS: dict[str, Pack] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}
LIMITS = Limits(10**9, 200)
each = pytest.mark.parametrize("ending", PACKERS)


def unpack(data: bytes, limits: Limits = LIMITS) -> bytes:
    kind = packed_kind(data)
    assert kind
    return unpacked(io.BytesIO(data), kind, "x", limits)[0].read()


def noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)


@each
@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 1_000_000])
def test_all_comes_out(ending: str, size: int) -> None:
    for data in (noise(size), b"a" * size):
        assert unpack(PACKERS[ending](data)) == data


@each
def test_members_one_after_the_other_and_zeros_at_the_end(ending: str) -> None:
    pack = PACKERS[ending]
    assert unpack(pack(b"one ") + pack(b"") + pack(b"two") + bytes(1000)) == b"one two"


@each
def test_any_input_may_be_packed(tmp_path: Path, ending: str) -> None:
    contents = {
        "a.txt": "قال الوزير".encode(),
        "b.jsonl": b'{"text":"x"}\n{"text":"y","id":"mine"}\n',
        "c.html": "<html><body><p>قال الوزير إن العمل يبدأ غدا.</p></body></html>".encode(),
        "noend": b"text",
    }
    for name, data in contents.items():
        (tmp_path / f"{name}{ending}").write_bytes(PACKERS[ending](data))
    found = list(take([tmp_path]))
    reports = [item.report for item in found if isinstance(item, Taken)]
    assert [report.id for report in reports] == [
        f"{tmp_path}/a.txt{ending}", "b:1", "mine", f"{tmp_path}/c.html{ending}",
        f"{tmp_path}/noend{ending}",
    ]  # fmt: skip
    first = found[0]
    assert isinstance(first, Taken)
    assert first.original == contents["a.txt"]


@each
def test_what_is_cut_off_or_broken_is_told(ending: str) -> None:
    data = PACKERS[ending](noise(100_000))
    with pytest.raises(FormatError, match=r"cut off|broken"):
        unpack(data[:-20])
    broken = bytearray(data)
    broken[len(data) // 2] ^= 0xFF
    broken[len(data) // 2 + 1] ^= 0xFF
    if ending != ".zst":  # without a checksum of its own, which is optional there
        with pytest.raises(FormatError, match="broken"):
            unpack(bytes(broken))
    with pytest.raises(FormatError, match="no member begins"):
        unpack(data + b"something else")


@each
def test_lines_before_a_break_are_kept(tmp_path: Path, ending: str) -> None:
    lines = b"".join(b'{"text":"%s"}\n' % noise(40).hex().encode() for _ in range(20_000))
    path = tmp_path / f"a.jsonl{ending}"
    path.write_bytes(PACKERS[ending](lines)[:-100] if ending != ".bz2" else
                     bz2.compress(lines[:400_000]) + b"BZh91AY&SY broken")  # fmt: skip
    found = list(take([path]))
    assert isinstance(found[0], Taken)
    assert isinstance(found[-1], FormatError)
    assert sum(isinstance(item, InputError) for item in found) <= 2


@each
def test_a_bomb_is_told_before_it_bursts(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"bomb{ending}"
    path.write_bytes(PACKERS[ending](bytes(60_000_000)))
    tracemalloc.start()
    (error,) = take([path], TakeOptions(max_bytes=10**9, format="jsonl"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(error, TooLargeError)
    assert "over 200 times its size" in error.fault
    assert peak < 150_000_000


@each
def test_there_is_a_limit_to_the_whole(ending: str) -> None:
    with pytest.raises(TooLargeError, match="max_unpacked"):
        unpack(PACKERS[ending](noise(100_000)), Limits(50_000, 200))


def test_what_is_packed_again_and_again_is_refused(tmp_path: Path) -> None:
    data = b"text"
    for number in range(4):
        (tmp_path / f"{number}.gz").write_bytes(data)
        data = gzip.compress(data)
    (tmp_path / "9.gz").write_bytes(data)
    found = list(take([tmp_path / "2.gz", tmp_path / "9.gz"]))
    assert isinstance(found[0], Taken)
    assert found[0].original == b"text"
    assert "packed more than 2 times" in str(found[1])


def test_members_are_known_and_a_broken_one_can_be_passed_over() -> None:
    parts = [gzip.compress(noise(n)) for n in (50, 100_000, 60)]
    broken = bytearray(parts[1])
    for place in range(60, 90):
        broken[place] ^= 0x55
    data = parts[0] + bytes(broken) + parts[2]
    stream, unpacker = unpacked(io.BytesIO(data), "gzip", "x", LIMITS)
    assert stream.read(50) == noise(50)
    with pytest.raises(FormatError):
        stream.read()
    assert unpacker.resume() == len(parts[0]) + len(parts[1])
    assert stream.read() == noise(60)
    assert unpacker.resume() is None


def test_words_that_begin_as_a_signature_are_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("BZh is how bzip2 begins")
    (item,) = take([path])
    assert isinstance(item, Taken)
