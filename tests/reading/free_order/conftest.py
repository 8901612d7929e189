"""The Russian pack, loaded once, and ways to read with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.reading import packs
from rawi.reading.free_order import CaseGrammar
from rawi.reading.free_order.reader import Reading
from rawi.records import Attribution, Report

Read = Callable[..., tuple[Attribution, ...]]


@pytest.fixture(scope="session")
def grammar() -> CaseGrammar:
    return CaseGrammar(packs.folder("ru"))


@pytest.fixture(scope="session")
def reading(grammar: CaseGrammar) -> Callable[[str], Reading]:
    return lambda text: Reading(text, grammar, Report(id="x", text=text))


@pytest.fixture(scope="session")
def read(grammar: CaseGrammar) -> Read:
    def attributions(text: str, **facts: str) -> tuple[Attribution, ...]:
        report = Report(id="x", text=text, **facts)  # type: ignore[arg-type]
        return Reading(text, grammar, report).attributions()

    return attributions


@pytest.fixture(scope="session")
def lines(read: Read) -> Callable[[str], list[tuple[str, list[tuple[str, str]]]]]:
    """Return the speaker of each statement of a text, with the hops of its chain."""
    return lambda text: [
        (a.speaker.name if a.speaker else "", [(hop.name, hop.how) for hop in a.chain])
        for a in read(text)
    ]
