"""Rawi: who said it, and through whom did it reach us?

    import rawi

    report = rawi.read("report.txt")
    for attribution in report.attributions:
        print(attribution.speaker, attribution.content, attribution.chain)

The names here are the public ones; they are loaded when first used, so that importing
the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOME = {
    "read": "rawi.pipeline",
    "read_many": "rawi.pipeline",
    "Report": "rawi.records",
    "Attribution": "rawi.records",
    "Speaker": "rawi.records",
    "Hop": "rawi.records",
    "SaidAt": "rawi.records",
    "Span": "rawi.records",
    "Reason": "rawi.records",
    "Part": "rawi.records",
    "Ledger": "rawi.ledger.ledger",
    "RawiError": "rawi.errors",
    "InputError": "rawi.errors",
    "LedgerError": "rawi.errors",
    "QueryError": "rawi.errors",
}

__all__ = sorted([*_HOME, "__version__"])

if TYPE_CHECKING:
    from rawi.errors import InputError as InputError
    from rawi.errors import LedgerError as LedgerError
    from rawi.errors import QueryError as QueryError
    from rawi.errors import RawiError as RawiError
    from rawi.ledger.ledger import Ledger as Ledger
    from rawi.pipeline import read as read
    from rawi.pipeline import read_many as read_many
    from rawi.records import Attribution as Attribution
    from rawi.records import Hop as Hop
    from rawi.records import Part as Part
    from rawi.records import Reason as Reason
    from rawi.records import Report as Report
    from rawi.records import SaidAt as SaidAt
    from rawi.records import Span as Span
    from rawi.records import Speaker as Speaker


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'rawi' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return list(__all__)
