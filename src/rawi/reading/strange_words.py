"""Words that no table has: hashtags, and names that a preposition is stuck to."""

from __future__ import annotations

import re
from typing import Final

from rawi.reading.inflect import IMPF
from rawi.reading.lexicon import VERB, Lexeme
from rawi.reading.packs import Pack

#: A word in no table that is some name has more letters than this.
STRANGE: Final = 3
_HASHTAG: Final = re.compile(r"#(?=[^\W\d_])(\w+)")


def without_tags(shadow: str) -> str:
    """Return a shadow in which the words of hashtags are words: "#Karim_Nassour"."""
    if "#" not in shadow:
        return shadow
    return _HASHTAG.sub(lambda tag: " " + tag[1].replace("_", " "), shadow)


def part_known_names(lexemes: list[Lexeme], pack: Pack) -> None:
    """Take the preposition of address off a strange word that the text has without it, too.

    "said to Mattis", where the text tells of "Mattis". A name that could else be "by" and a
    verb is a name ("Bergman"), since no verb has "by" before it.
    """
    leads, lexicon = pack.addressing, pack.lexicon
    strange = {one.key for one in lexemes if not one.bits and len(one.key) > STRANGE}
    for index, one in enumerate(lexemes):
        if one.cues or one.conj:
            continue
        if one.bits == VERB and one.prep and one.prep not in leads:
            if one.features & IMPF:
                lexemes[index] = lexicon.plain(one.key)
        elif not one.bits and not one.prep and one.key[:1] in leads and one.key[1:] in strange:
            lexemes[index] = lexicon.led(one.key)
