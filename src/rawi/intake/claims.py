"""In which language a page or a feed is: what it claims of itself, where its text bears that out.

Templates claim a language that nobody looks at, so the text comes first: its script, then the
short words that every sentence has.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

from rawi.intake.page_words import page_words
from rawi.intake.plausibility import script

_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 10_000
_FEWEST_WORDS = 20

#: Of the words of real texts in the languages of the table 15 to 45 % are of their own list; of
#: another language's seldom more than half as many.
_LEAST_SHARE = 0.12
_LEAST_LEAD = 1.4


def language_code(claimed: object) -> str | None:
    """Return a language without its region: ar-EG → ar; None where it is no code."""
    found = _CODE.fullmatch(claimed.strip()) if isinstance(claimed, str) else None
    return found[1].lower() if found else None


def language_of(text: str) -> str | None:
    """Return the language that a text is certainly in, None where it is too short or another."""
    sample = text[:_SAMPLE]
    own = _script(sample)
    words = Counter(_WORD.findall(sample.lower()))
    all = words.total()
    if own not in _lists() or all < _FEWEST_WORDS:
        return None
    listed = _lists()[own].items()
    shares = sorted(((sum(words[word] for word in short) / all, code) for code, short in listed),
                    reverse=True)  # fmt: skip
    (best, code), (second, _) = shares[:2]
    return code if best >= _LEAST_SHARE and best >= _LEAST_LEAD * second else None


def told_language(claimed: str | None, text: str, warnings: list[str]) -> str | None:
    """Return the language of a text, else the one claimed for it; None where neither tells.

    A claim that the text tells against is noted in the warnings.
    """
    own = language_of(text)
    wanted = page_words().scripts.get(claimed or "")
    if claimed is not None and wanted is not None and _script(text[:_SAMPLE]) not in (wanted, None):
        warnings.append(f'the page claims the language "{claimed}", its letters are another\'s')
        return own
    if claimed is not None and own is not None and own != claimed:
        warnings.append(f'the page claims the language "{claimed}", its words are those of "{own}"')
    return own or claimed


def _script(text: str) -> str | None:
    """Return the script of most letters, None where there is no letter."""
    letters = Counter(script(char) for char in text if char.isalpha())
    return max(letters, key=lambda name: (letters[name], name), default=None)


@cache
def _lists() -> dict[str, dict[str, frozenset[str]]]:
    """Return the short words of each language by script, read once."""
    data = tomllib.loads(files(__package__).joinpath("language_words.toml").read_text("utf-8"))
    return {
        script: {code: frozenset(words.split()) for code, words in languages.items()}
        for script, languages in data.items()
    }
