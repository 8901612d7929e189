"""A trace as one JSON object, written piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from rawi.records import Derivation, Statement, Trace
from rawi.tracing.account import Account


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


def told(trace: Trace, accounts: Sequence[Account]) -> bytes:
    """Return a trace as one JSON object, ended by a line feed.

    Beside `statements` and `derivations` it has `told`: for every statement, in their order, its
    `variants`, `conflicts`, `denials`, who `never` carried these, and `among` how many reports,
    `as_of` when and by which `version` that is said.
    """
    from rawi import __version__

    more = [
        {
            "statement": one.statement.id,
            "variants": one.variants,
            "conflicts": one.conflicts,
            "denials": one.denials,
            "never": one.never,
            "among": one.among,
            "as_of": one.as_of,
            "version": __version__,
        }
        for one in accounts
    ]
    whole = {"statements": trace.statements, "derivations": trace.derivations, "told": more}
    return msgspec.json.encode(whole) + b"\n"
