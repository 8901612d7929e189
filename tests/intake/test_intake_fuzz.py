"""Whatever is given, what comes out is a report or an error of Rawi's own, and it comes soon.

`make soak` tries 20,000 mutations of each format, the tests some dozens.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import msgspec
import pytest

from rawi.errors import InputError, RawiError
from rawi.intake import FORMATS, TakeOptions, take_stream
from rawi.intake.origins import Origin
from rawi.records import Taken

sys.path.insert(0, str(Path(__file__).parent))

from fuzzing import SEEDS, inputs, within

pytest.importorskip("fastwarc")
pytest.importorskip("pyarrow")

FEW = 40
#: Seconds of the processor for one input of some kilobytes.
LONGEST = 10.0

each = pytest.mark.parametrize("name", SEEDS)


def taken(data: bytes, name: str, folder: Path) -> int:
    """Take bytes as a file of this name would be; check and count what comes."""
    bare = name.removesuffix(".gz").removesuffix(".bz2").removesuffix(".zst")
    suffix = "." + bare.rpartition(".")[2]
    origin = Origin(where=name, id=name, stem="a", suffix=suffix, folder=str(folder))
    count = 0
    for item in take_stream(io.BytesIO(data), origin, TakeOptions(max_bytes=1_000_000)):
        count += 1
        if isinstance(item, InputError):
            assert str(item).startswith((name, str(folder)))
            str(item).encode("utf-8")
            if item.__cause__ is not None:
                raise item.__cause__
            continue
        assert isinstance(item, Taken)
        assert item.report.text.strip()
        assert item.original
        assert item.report.id
        msgspec.json.encode(item.report)
        msgspec.json.encode(item.provenance)
    return count


def tried(name: str, many: int, folder: Path) -> int:
    """Try mutations; a failure shows the bytes that brought it about."""
    found = 0
    for number, data in enumerate(inputs(name, many)):
        try:
            with within(LONGEST):
                found += taken(data, name, folder)
        except BaseException as error:
            error.add_note(f"mutation {number} of {name}: {data[:3000]!r}")
            raise
    return found


@each
def test_the_seed_itself_holds_reports(name: str, tmp_path: Path) -> None:
    assert taken(SEEDS[name](), name, tmp_path)


@each
def test_mutated_inputs_give_reports_or_errors(name: str, tmp_path: Path) -> None:
    assert tried(name, FEW, tmp_path) >= FEW // 2


@each
def test_soak_mutated_inputs_give_reports_or_errors(name: str, tmp_path: Path, soak: int) -> None:
    assert tried(name, soak, tmp_path) >= soak // 2


@pytest.mark.parametrize("format", FORMATS)
def test_any_bytes_in_any_format(format: str) -> None:
    origin = Origin(where="x", id="x", stem="x")
    for name, seed in SEEDS.items():
        with within(LONGEST):
            for item in take_stream(io.BytesIO(seed()), origin, TakeOptions(format=format)):
                assert isinstance(item, Taken | RawiError), name


DEEP = 200_000
BOMBS = {
    "deep JSON": b"[" * DEEP,
    "deep JSON in a line": b'{"text":' + b"[" * DEEP + b"\n" + b'{"text":"a"}\n',
    "deep objects": b'{"a":' * DEEP,
    "a deep member that is no field": b'{"text":"a","x":' + b"[" * DEEP + b"]" * DEEP + b"}\n",
    "many members": json.dumps({f"k{n}": n for n in range(DEEP)}).encode(),
    "a long number": b'{"text":"a","published":' + b"9" * DEEP + b"}\n",
    "a long name": b'{"' + b"k" * DEEP + b'":1}\n',
    "an array of nothing": b"[" + b"{}," * DEEP + b"{}]",
    "many columns": b",".join(b"c%d" % n for n in range(DEEP)) + b"\n" + b"," * DEEP + b"\n",
    "many short rows": b"text,title\n" + b"\n" * DEEP + b"a,b\n",
    "a field of marks": b'text,title\n"' + b'""' * DEEP + b'",x\n',
    "marks and commas": b"text,title\n" + b'",' * DEEP,
    "one line": b"text,title\n" + b"x" * 3_000_000,
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.parametrize("ending", [".jsonl", ".csv", ""])
def test_bombs_of_tables_and_json(name: str, ending: str) -> None:
    origin = Origin(where="x", id="x", stem="x", suffix=ending)
    options = TakeOptions(max_bytes=2_000_000)
    with within(30):
        for count, item in enumerate(take_stream(io.BytesIO(BOMBS[name]), origin, options)):
            assert isinstance(item, Taken | InputError)
            assert len(str(item)) < 3_000 or isinstance(item, Taken)
            if count > 1_000:
                break
