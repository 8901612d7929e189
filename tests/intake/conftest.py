"""What the tests of formats share: bytes in, what was taken out."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from typing import Any

import pytest

from rawi.errors import InputError
from rawi.intake import TakeOptions, take_stream
from rawi.intake.origins import Origin
from rawi.records import Taken

Items = list[Taken | InputError]

#: How many mutated inputs of each format `make soak` tries; 0 elsewhere.
SOAK = int(os.environ.get("RAWI_SOAK", "0"))


def items_of(data: bytes, name: str = "", /, **options: Any) -> Items:
    """Take bytes as a file of this name would be."""
    suffix = "." + name.rpartition(".")[2] if "." in name else ""
    where = name or "<stdin>"
    origin = Origin(where=where, id=where, stem=name.partition(".")[0] or "stdin", suffix=suffix)
    return list(take_stream(io.BytesIO(data), origin, TakeOptions(**options)))


@pytest.fixture
def items() -> Callable[..., Items]:
    """Take bytes, errors among the reports."""
    return items_of


@pytest.fixture
def reports() -> Callable[..., list[Taken]]:
    """Take bytes that hold no error."""

    def take(data: bytes, name: str = "", /, **options: Any) -> list[Taken]:
        found = items_of(data, name, **options)
        assert all(isinstance(item, Taken) for item in found), found
        return found  # type: ignore[return-value]

    return take


@pytest.fixture
def soak() -> int:
    """Return how many inputs a test that runs for long takes; skipped outside `make soak`."""
    if not SOAK:
        pytest.skip("runs for long: make soak")
    return SOAK
