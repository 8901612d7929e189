"""What the lists of `words.toml` say that their words do."""

from __future__ import annotations

from typing import Any, Final

from rawi.reading import lexicon as lx
from rawi.reading.packs.spelling import Forms

_WORDS: Final = {
    "complementisers": lx.COMP,
    "kept_complementisers": lx.KEPT,
    "question_complementisers": lx.QUESTION,
    "connectors": lx.CONNECT,
    "negations": lx.NEG,
    "auxiliaries": lx.AUX,
    "relatives": lx.REL,
    "subject_pronouns": lx.PRON,
    "demonstratives": lx.DEM,
    "anaphora": lx.ANAPHOR,
    "others": lx.OTHER,
    "prepositions": lx.PREP,
    "adjunct_prepositions": lx.PREP | lx.ADJUNCT,
    "nominal_prepositions": lx.NOMINAL_PREP,
    "content_openers": lx.OPENER,
    "times": lx.TIME,
    "naming": lx.NAMING,
    "quantities": lx.QUANTITY,
    "directions": lx.PLACE,
    "offices": lx.OFFICE,
    "byline": lx.BYLINE,
}
_OCCASIONS: Final = {
    "said_to": lx.SAID_TO | lx.OCCASION,
    "posted_on": lx.POSTED_ON | lx.OCCASION,
    "other": lx.OCCASION,
}
_MEDIA: Final = {
    "outlet": lx.MEDIA,
    "network": lx.NETWORK,
    "press": lx.PRESS,
    "reporter": lx.REPORTER,
    "programme": lx.PROGRAMME,
}
_SPEECH: Final = {
    "impersonal": lx.IMPERSONAL,
    "mute": lx.MUTE,
    "support": lx.SUPPORT,
    "refusals": lx.REFUSAL,
}


def add_words(table: dict[str, Any], forms: Forms) -> None:
    """Add the words of a pack's `words.toml`.

    They come before all other tables: what is a particle is told by them alone.
    """
    lists = (
        (table, _WORDS),
        (table.get("occasions", {}), _OCCASIONS),
        (table.get("media", {}), _MEDIA),
        (table.get("speech", {}), _SPEECH),
    )
    for part, does in lists:
        for name, bits in does.items():
            forms.add(part.get(name, ()), bits)
