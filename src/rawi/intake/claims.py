"""What a page or a feed claims of itself, believed where its text does not tell against it."""

from __future__ import annotations

import re
from collections import Counter

from rawi.intake.page_words import page_words
from rawi.intake.plausibility import script

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
_SAMPLE = 10_000


def language_code(claimed: object) -> str | None:
    """Return a language without its region: ar-EG → ar; None where it is no code."""
    found = _LANGUAGE.fullmatch(claimed.strip()) if isinstance(claimed, str) else None
    return found[1].lower() if found else None


def believed(language: str | None, text: str, warnings: list[str]) -> str | None:
    """Return the language that is claimed, None (with a warning) where its letters are not."""
    wanted = page_words().scripts.get(language or "")
    if wanted is None:
        return language
    letters = Counter(script(char) for char in text[:_SAMPLE] if char.isalpha())
    most = max(letters, key=lambda name: (letters[name], name), default=wanted)
    if most == wanted:
        return language
    warnings.append(f'the page claims the language "{language}", its letters are another\'s')
    return None
