"""A trace as one JSON object, written piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from rawi.records import Derivation, Statement


def pieces(statements: Iterable[Statement], derivations: Iterable[Derivation]) -> Iterator[bytes]:
    """Yield `{"statements": […], "derivations": […]}` in pieces, ended by a line feed."""
    yield b'{"statements":['
    yield from _listed(statements)
    yield b'],"derivations":['
    yield from _listed(derivations)
    yield b"]}\n"


def _listed(records: Iterable[Statement | Derivation]) -> Iterator[bytes]:
    encode = msgspec.json.Encoder().encode
    for number, one in enumerate(records):
        yield (b"," if number else b"") + encode(one)
