"""Several threads pack and unpack at one time, as a server does: none disturbs another."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from rawi.ledger.packing import (
    pack_original,
    pack_reading,
    pack_text,
    unpack_original,
    unpack_reading,
    unpack_text,
)
from rawi.records import Report


@pytest.fixture
def hurried() -> Iterator[None]:
    """Let threads take turns as often as can be."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hurried")
def test_threads_do_not_disturb_each_other() -> None:
    # Of some size: while one is packed, others run.
    draw = random.Random(3)
    texts = [" ".join(f"{draw.random():.9f}" for _ in range(6_000)) for _ in range(12)]
    reports = [Report(id=f"r{number}", text=text) for number, text in enumerate(texts)]

    def there_and_back(number: int) -> bool:
        text, report = texts[number], reports[number]
        data = text.encode()
        packed = (pack_text(text), pack_original(data), pack_reading(report, report))
        return (
            unpack_text(packed[0]) == text
            and unpack_original(packed[1]) == data
            and unpack_reading(packed[2], text) == report
        )

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(there_and_back, [n for n in range(12) for _ in range(6)]))
