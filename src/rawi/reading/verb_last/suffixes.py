"""A language whose nouns take suffixes: what a word is without them, and which case they tell."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any, Final, NamedTuple

from rawi.reading.packs.files import Folder, Table, read_toml
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.words import Cue, Word

# The case that a word's suffixes tell, in its `mask`; 0 is the nominative.
(GENITIVE, DATIVE, ACCUSATIVE, LOCATIVE, ABLATIVE, INSTRUMENTAL, ADJECTIVE,
) = (1 << n for n in range(7))  # fmt: skip
CASES: Final = {
    "genitive": GENITIVE, "dative": DATIVE, "accusative": ACCUSATIVE, "locative": LOCATIVE,
    "ablative": ABLATIVE, "instrumental": INSTRUMENTAL, "adjective": ADJECTIVE,
}  # fmt: skip
#: What a noun is with its suffixes as without.
_NOMINAL: Final = (
    w.HEADS | w.DEMONYM | w.OCCASION | w.POST | w.NETWORK | w.RELAYED | w.THING | w.MEDIAPART
    | w.BODYPART
)  # fmt: skip
#: A noun has so many letters at least before its suffixes.
STEM: Final = 3
APOSTROPHES: Final = "'\u2019\u02bc"


class Told(NamedTuple):
    """What a run of suffixes tells: the case, whether of several, how long the case's ending is."""

    case: int
    plural: bool
    ending: int


class Suffixes:
    """The suffixes of nouns: each run of them, with its case and whether it is a plural's."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.softened: dict[str, str] = table.get("softened", {})
        self.told: dict[str, Told] = {}
        ranks: dict[str, tuple[int, int]] = {}
        plurals, owners = table.get("plural", ()), table.get("possessive", ())
        cases = [("", 0)]
        cases += [(e, CASES[name]) for name, ends in table.get("cases", {}).items() for e in ends]
        for plural, owner, (ending, case) in product(("", *plurals), ("", *owners), cases):
            run = plural + owner + ending
            # "bakanı" is whose he is before it is an object: the fewest suffixes, the owner first
            rank = bool(plural) + bool(owner) + bool(ending), case
            if run not in ranks or rank < ranks[run]:
                self.told[run], ranks[run] = Told(case, bool(plural), len(ending)), rank

    def stems(self, key: str) -> Iterable[tuple[str, Told]]:
        """Yield what a word may be without its suffixes, the longest first."""
        for at in range(len(key) - 1, STEM - 1, -1):
            told = self.told.get(key[at:])
            if told is not None:
                yield key[:at], told
                hard = self.softened.get(key[at - 1])
                if hard is not None:
                    yield key[: at - 1] + hard, told


class SuffixGrammar(Grammar):
    """One language with the verb last: its words, and what stands on them."""

    suffixed = True
    title_share = 0.9

    def __init__(self, folder: Folder) -> None:
        settings = read_toml(folder, "pack.toml")
        self.suffixes = Suffixes(settings.get("suffixes", {}))
        clauses = settings.get("clauses", {})
        pairs = clauses.get("endings", ())
        #: how a clause ends that somebody said, as the object of the verb
        self.clause_ends = tuple(a + b for pair in pairs for a, b in product(*pair)) or ("\0",)
        #: so end words in small letters that no noun phrase goes back over
        self.stops = tuple(clauses.get("stops", ())) or ("\0",)
        #: so end words that describe a noun
        self.describing_ends = tuple(clauses.get("describing", ())) or ("\0",)
        #: so end verbs whose subject is another than that of the verb after them
        self.contrasts = tuple(clauses.get("contrasts", ())) or ("\0",)
        super().__init__(folder)

    def parts(self, piece: str) -> list[str]:
        """Return a written word cut before the apostrophe of its suffixes: "Fidan | 'ın"."""
        at = max(piece.rfind(mark) for mark in APOSTROPHES)
        if at > 0 and self.fold(piece[at + 1 :]) in self.suffixes.told:
            return [piece[:at], piece[at:]]
        return [piece]

    def _take_cues(self, table: Table) -> None:
        """Take the cues, of which the last word is inflected: "ifade etmek"."""
        rows = zip(table["lemma"], table["kind"], table["paradigm"], table["forms"],
                   table["governs"], strict=True)  # fmt: skip
        for lemma, kind, paradigm, forms, governs in rows:
            *before, last = lemma.split()
            found = [(last, w.NOUN, 0)]
            if kind == "verb":
                found = list(self.inflection.verb(last, paradigm, forms))
            takes, preps, needs = self._governs(governs, lemma)
            head = tuple(map(self.fold, before))
            for form, what, told in found:
                self._add_cue(form, Cue(self.fold(lemma), what, takes, head, preps, needs, told))

    def _analyse(self, form: str) -> Word:
        word = super()._analyse(form)
        if form[:1] in APOSTROPHES and len(form) > 1:
            word.bits = w.GENITIVE
            told = self.suffixes.told.get(word.key[1:])
            word.mask = told.case if told is not None else 0
            return word
        word.mask = 0
        if word.bits & w.GIVEN:
            word.bits &= ~(w.HEADS | w.TIME)  # "Devlet Bahçeli"
        if not word.bits & (_NOMINAL | w.PLACE | w.GIVEN) and word.is_word:
            self._without_suffixes(word)
        return word

    def _without_suffixes(self, word: Word) -> None:
        """Let a noun with suffixes be what it is without them: "bakanlığından"."""
        for stem, told in self.suffixes.stems(word.key):
            bits = self._bits.get(stem, 0) & _NOMINAL
            if bits == w.DEMONYM and not told.plural:
                continue  # a name that begins like a people's
            if bits and told.case == ADJECTIVE:
                word.bits, word.mask = w.ADJ | w.DEMONYM | w.TITLE, told.case
                return
            if bits:
                if bits & w.BODY and len(word.key) - told.ending > len(stem):
                    bits |= w.BODYPART  # "Savunma Bakanlığı" is a name with what it is of
                    bits |= w.MEDIAPART if bits & w.MEDIA else 0
                word.bits |= bits | (w.PLURAL if told.plural else 0)
                word.features |= self._features.get(stem, 0) & ~w.SING
                word.features |= w.PLUR if told.plural else w.SING
                word.lemma, word.mask = self._lemmas.get(stem, stem), told.case
                bare = word.key[: len(word.key) - told.ending]
                word.stem = stem if len(bare) == len(stem) else bare
                return

    def without_case(self, form: str) -> str:
        """Return a written noun without the ending of its case: "Bakanlığından", "uzmanlara"."""
        word = self.word(form)
        if not word.mask:
            return form
        bare = form[: len(word.stem)]
        return bare if self.fold(bare) == word.stem else bare[:-1] + word.stem[-1:]
