"""How the forms of a pack's tables are spelt in texts.

Packs hold tens of thousands of forms: they are folded and varied as one long text,
which takes a tenth of the time that one after the other would take.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias, TypeVar

from rawi.reading import lexicon as lx
from rawi.reading.folding import Folder
from rawi.reading.lexicon import Lexicon

Spellings: TypeAlias = Sequence[str]
#: The ranks of words that have several spellings, and these, the word itself the first.
Several: TypeAlias = Sequence[tuple[int, Spellings]]
Value = TypeVar("Value")


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
        return next((spellings for _, spellings in self.several([form])), (form,))

    def several(self, forms: Sequence[str]) -> Iterator[tuple[int, Spellings]]:
        """Yield the rank and the spellings of each folded form that has more than one."""
        # No long lists are made of what is thrown away again: fresh memory is what takes time.
        ends = tuple(self._endings)
        candidates = [at for at, form in enumerate(forms) if form.endswith(ends)]
        for letter in self._variants:
            if letter in "\n".join(forms):
                candidates += [at for at, form in enumerate(forms) if letter in form]
                candidates = sorted(set(candidates))
        for at in candidates:
            spellings = self._spellings(forms[at])
            if len(spellings) > 1:
                yield at, spellings

    def _spellings(self, form: str) -> Spellings:
        plain = form
        for letter, other in self._variants.items():
            plain = plain.replace(letter, other)
        ending = self._endings.get(plain[-1:])
        if ending is not None and len(plain) > 3:
            other = plain[:-1] + ending
            return (form, other) if plain == form else (form, plain, other)
        # What is as short as an article is too easily another word.
        return (form,) if plain == form or len(plain) <= self._short else (form, plain)


class Forms:
    """Puts forms into a lexicon, in all their spellings."""

    def __init__(self, fold: Folder, spelling: Spelling, lexicon: Lexicon) -> None:
        self.fold = fold
        self.spelling = spelling
        self.lexicon = lexicon

    def add(self, forms: Iterable[str], bits: int, features: int = 0) -> None:
        """Add what forms do, as a table writes them."""
        self.add_all(self.fold.words(forms), bits, features)

    def add_all(
        self, words: Sequence[str], bits: int | Sequence[int], features: int | Sequence[int] = 0
    ) -> None:
        """Add folded forms as `Lexicon.add_all` does.

        A plain spelling does not turn a particle into more than that.
        """
        bits_of = self.lexicon.bits
        several: list[tuple[int, Spellings]] = []
        for at, spellings in self.spelling.several(words):
            others = [one for one in spellings[1:] if not bits_of(one) & lx.PARTICLES]
            several.append((at, (spellings[0], *others)))
        if several:
            words = spelt(words, several)
            bits = bits if isinstance(bits, int) else spread(bits, several)
            features = features if isinstance(features, int) else spread(features, several)
        self.lexicon.add_all(words, bits, features)


def spelt(words: Sequence[str], several: Several) -> Sequence[str]:
    """Return the words with all spellings of those that have several in their places."""
    found: list[str] = []
    after = 0
    for at, spellings in several:
        found += words[after:at]
        found += spellings
        after = at + 1
    return [*found, *words[after:]]


def spread(values: Sequence[Value], several: Several) -> Sequence[Value]:
    """Return what is told of words, once for each of their spellings."""
    found: list[Value] = []
    after = 0
    for at, spellings in several:
        found += values[after:at]
        found += [values[at]] * len(spellings)
        after = at + 1
    return [*found, *values[after:]]
