"""How the forms of a pack's tables are spelt in texts.

Packs hold tens of thousands of forms: they are folded and varied as one long text,
which takes a tenth of the time that one after the other would take.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from rawi.reading import lexicon as lx
from rawi.reading.folding import Folder
from rawi.reading.lexicon import Entry, Lexicon

Spellings: TypeAlias = tuple[str, ...]


class Spelling:
    """The spellings of a language: `[variants]` and `[final_variants]` of its pack.

    A folded form is met as it stands, with plain letters, and with a plain ending.
    """

    def __init__(self, settings: dict[str, Any], article: str) -> None:
        self._variants: dict[str, str] = settings.get("variants", {})
        self._endings: dict[str, str] = settings.get("final_variants", {})
        self._short = len(article)

    def of(self, form: str) -> Spellings:
        """Return the spellings of a folded form, itself the first."""
        return next(self.of_all([form]))

    def of_all(self, forms: Sequence[str]) -> Iterator[Spellings]:
        """Yield the spellings of each folded form; a form holds no line end."""
        text = "\n".join(forms)
        for letter, plain in self._variants.items():
            text = text.replace(letter, plain)
        for form, plain in zip(forms, text.split("\n"), strict=False):
            if form == plain and form[-1:] not in self._endings:
                yield (form,)
            else:
                yield self._spellings(form, plain)

    def _spellings(self, form: str, plain: str) -> Spellings:
        ending = self._endings.get(plain[-1:])
        if ending is not None and len(plain) > 3:
            return tuple(dict.fromkeys((form, plain, plain[:-1] + ending)))
        # What is as short as an article is too easily another word.
        return (form,) if plain == form or len(plain) <= self._short else (form, plain)


class Forms:
    """Puts forms into a lexicon, in all their spellings."""

    def __init__(self, fold: Folder, spelling: Spelling, lexicon: Lexicon) -> None:
        self.fold = fold
        self.spelling = spelling
        self.lexicon = lexicon

    def add(self, forms: Iterable[str], bits: int, features: int = 0) -> None:
        """Add what forms do, as a table writes them; empty ones are left out."""
        words = self.fold.words(forms)
        self.add_all([(word, bits, features) for word in words if word])

    def add_all(self, entries: Sequence[Entry]) -> None:
        """Add folded forms."""
        self.lexicon.add_all(self._spelt(entries))

    def _spelt(self, entries: Sequence[Entry]) -> Iterator[Entry]:
        """Yield the entries of all spellings; a plain one does not turn a particle into more."""
        all_spellings = self.spelling.of_all([form for form, _, _ in entries])
        for spellings, entry in zip(all_spellings, entries, strict=False):
            yield entry
            if len(spellings) > 1:
                for form in spellings[1:]:
                    if not self.lexicon.bits(form) & lx.PARTICLES:
                        yield form, entry[1], entry[2]
