"""Give the lines of an extractor their original characters back.

The extractor normalises (NFD → NFC), drops invisible characters (RLM, ZWNJ) and turns
NBSP into a space.  Both its lines and the page's text are reduced to the letters and
signs that it leaves alone; where a line is found in the page, the page's own words are taken.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=65_536)
def reduced(char: str) -> str:
    """Return what of a character survives any extractor, "" for spaces, marks and controls."""
    return "".join(
        part
        for part in unicodedata.normalize("NFD", char)
        if not unicodedata.combining(part) and unicodedata.category(part)[0] not in "CZ"
    )


def key(text: str) -> str:
    """Return a text reduced to what any extractor leaves of it."""
    return "".join(map(reduced, text))


class Original:
    """The text of a page, searched for the lines of an extractor in their order."""

    def __init__(self, text: str) -> None:
        self.text = text
        kept = [reduced(char) for char in text]
        self._key = "".join(kept)
        # For each character of the key, where it stands in the text.
        self._places = [place for place, part in enumerate(kept) for _ in part]
        self._from = 0

    def find(self, line: str) -> tuple[int, int] | None:
        """Return where a line stands in the text, after the last one found if possible."""
        wanted = key(line)
        if not wanted:
            return None
        start = self._key.find(wanted, self._from)
        if start < 0:
            start = self._key.find(wanted)
        if start < 0:
            return None
        self._from = start + len(wanted)
        return self._left(self._places[start]), self._right(self._places[self._from - 1] + 1)

    def _left(self, place: int) -> int:
        """Take in invisible characters before a line."""
        while place and _is_lost(self.text[place - 1]):
            place -= 1
        return place

    def _right(self, place: int) -> int:
        """Take in marks and invisible characters after a line."""
        while place < len(self.text) and _is_lost(self.text[place]):
            place += 1
        return place


def _is_lost(char: str) -> bool:
    """Return whether a character is dropped from the key, without being a space."""
    return not reduced(char) and not char.isspace()


def restore(lines: Iterable[str], page: str) -> str:
    """Return the lines as the page writes them, parted as they are in the page.

    Lines that do not follow one another in the page are parted by a blank line; one that
    is not in it is kept as it is.
    """
    original = Original(page)
    pieces: list[str] = []
    last: int | None = None
    for line in lines:
        found = original.find(line)
        if pieces:
            gap = page[last : found[0]] if found and last is not None else ""
            pieces.append(gap if gap and not gap.strip("\n") else "\n\n")
        pieces.append(page[found[0] : found[1]] if found else line)
        last = found[1] if found else None
    return "".join(pieces)
