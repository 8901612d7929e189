"""The grammar of languages whose nouns decline, so that a subject may stand anywhere.

A language takes it with `grammar = "free-order"` in its pack.toml.
"""

from rawi.reading.free_order.grammar import CaseGrammar
from rawi.reading.free_order.reader import read_free_order

__all__ = ["CaseGrammar", "read_free_order"]
