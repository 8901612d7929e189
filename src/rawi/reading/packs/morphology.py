"""How a language sticks words together, from its `pack.toml`."""

from __future__ import annotations

from typing import Any

from rawi.reading import lexicon as lx
from rawi.reading.folding import Folder
from rawi.reading.inflect import features
from rawi.reading.lexicon import Morphology


def morphology(settings: dict[str, Any], fold: Folder) -> Morphology:
    """Return what `[words]` and `[endings]` say."""
    shape = settings.get("words", {})
    word = fold.word
    return Morphology(
        conjunctions=tuple(shape.get("conjunctions", ())),
        prepositions=tuple(shape.get("prepositions", ())),
        future=tuple(shape.get("future", ())),
        article=shape.get("article", ""),
        contracted=tuple((front, to[0]) for front, to in shape.get("contracted", {}).items()),
        pronouns=tuple(sorted(shape.get("pronouns", ()), key=lambda p: -len(p))),
        accusative=shape.get("accusative", ""),
        restored=tuple((word(a), word(b)) for a, b in shape.get("restored", ())),
        construct=tuple((word(a), word(b)) for a, b in shape.get("construct", ())),
        plurals=tuple((word(a), word(b)) for a, b in shape.get("plurals", ())),
        loose=frozenset(shape.get("loose_prepositions", ())),
        consequent=frozenset(shape.get("consequent", ())),
        object_pronouns=frozenset(shape.get("object_pronouns", ())),
        endings=tuple(
            (word(ending), _ending_features(names))
            for ending, names in sorted(
                settings.get("endings", {}).items(), key=lambda item: -len(item[0])
            )
        ),
    )


def _ending_features(names: str) -> int:
    cases = {"nominative": lx.NOMINATIVE, "oblique": lx.OBLIQUE}
    bits = 0
    for name in names.split():
        bits |= cases[name] if name in cases else features(name)
    return bits
