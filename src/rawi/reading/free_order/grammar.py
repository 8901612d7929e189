"""One language whose nouns decline, ready for the engine."""

from __future__ import annotations

from typing import Any, Final

from rawi.errors import DataError
from rawi.reading.free_order import cases as c
from rawi.reading.free_order.agents import Agents
from rawi.reading.packs.files import Folder, Table, read_toml
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.words import KINDS, Word, features

#: Words without a vowel pattern of their own: so many capitals in a row are an abbreviation.
_INFINITIVE: Final = 4
#: The noun in a compound has so many letters at least.
_NOUN: Final = 4
#: Such a word has so many letters before its ending.
STEM: Final = 3
_GENDERS: Final = {"m": c.MASC, "f": c.FEM, "n": c.NEUT}
#: A name without a telling end declines or does not; it is no plural that does something.
_UNKNOWN_NAME: Final = c.ANY & ~(c.PLURAL & c.NOMINATIVE)
#: What stands before a hyphen and is no longer is a particle ("al-Hamdani").
_PREFIX: Final = 3
_NO_NAMES: Final[list[tuple[str, int]]] = []


class CaseGrammar(Grammar):
    """A grammar that knows of each word what case, number and gender it may have."""

    declines = True

    def __init__(self, folder: Folder) -> None:
        table = read_toml(folder, "inflection.toml")
        self.declension = c.Declension(table, f"{folder}: inflection.toml")
        self.agents = Agents(self.declension, table.get("agents", {}))
        compounds = table.get("compounds", {})
        self._deputies = frozenset(compounds.get("deputies", ()))
        self._prefixes = self._deputies | frozenset(compounds.get("prefixes", ()))
        self._lengths = sorted({len(prefix) for prefix in self._prefixes})
        self._masks: dict[str, int] = {}
        self._place_names: dict[str, str] = {}
        self._places: dict[str, int] = {}
        self._given: dict[str, list[tuple[str, int]]] = {}
        self._nominatives: dict[tuple[str, bool], tuple[str, str]] = {}
        self._stems: dict[str, str] = {}
        super().__init__(folder)
        #: says whether a word is in Latin letters, where the language has others
        self.alien = w.outside(self.scripts)
        self._take_places(Table(folder, "places.tsv"))
        self._plain = [(self.fold(e), m) for e, m in self.declension.guesses]
        self._adjectival = [(self.fold(e), m) for e, m in self.declension.adjectives]
        self._surnames = [(self.fold(e), m) for e, m in self.declension.surnames]

    # -- tables ------------------------------------------------------------------

    def _take_order(self, order: dict[str, Any]) -> None:
        super()._take_order(order)
        #: speech stands between dashes as it does in marks
        self.dash_quotes: bool = order.get("dash_quotes", False)
        self.own_ends = tuple(order.get("own_ends", ("\0",)))
        self.infinitives = tuple(order.get("infinitives", ()))
        self.gerund_ends = tuple(order.get("gerunds", ()))
        self.manner_ends: tuple[str, ...] = tuple(order.get("manner_ends", ()))
        self.loose_gerunds = (*self.gerund_ends, *order.get("loose_gerunds", ()))
        self.participles = tuple(order.get("participles", ()))
        self._participle_ends = tuple(order.get("participle_ends", ()))
        self._participle_verbs = [(a, b) for a, b in order.get("participle_verbs", ())]
        self._noun_ends = tuple(order.get("noun_ends", ("\0",)))
        self._object_ends = tuple(order.get("object_ends", ("\0",)))
        self.abstract_ends = tuple(order.get("abstract_ends", ("\0",)))
        told = order.get("verb_features", {})
        self._verb_features = sorted(
            ((ending, features(told[ending])) for ending in told), key=lambda pair: -len(pair[0])
        )

    def _take_shape(self, shape: dict[str, Any]) -> None:
        super()._take_shape(shape)
        self.patronymics = tuple(shape.get("patronymics", ("\0",)))
        self.masculine_ends = tuple(shape.get("masculine_ends", ()))
        self.unchanging_ends = tuple(shape.get("unchanging_ends", ("\0",)))
        self.foreign_ends = tuple(shape.get("foreign_ends", ("\0",)))
        self.surname_endings = tuple(shape.get("surname_endings", ()))
        endings = [
            (self.fold(a), self.fold(b), least) for a, b, least in shape.get("name_endings", ())
        ]
        self._name_endings = sorted(endings, key=lambda row: -len(row[0]))

    def participle_cues(self, key: str) -> tuple[w.Cue, ...]:
        """Return the cues that a participle is a form of."""
        for ending in self._participle_ends:
            if key.endswith(ending):
                stem = key[: -len(ending)]
                for mark, finite in self._participle_verbs:
                    if stem.endswith(mark):
                        found = self._cues.get(stem.removesuffix(mark) + finite, ())
                        if found:
                            return found
        return ()

    def verb_features(self, key: str) -> int:
        """Return what the end of a finite verb tells of its subject; 0 for nothing."""
        for ending, found in self._verb_features:
            if key.endswith(ending):
                return found
        return 0

    def _take_nouns(self, table: Table) -> None:
        rows = zip(table["word"], table["kind"], table["gender"], table["paradigm"],
                   table["forms"], strict=True)  # fmt: skip
        known, masks, lemmas, told_of = self._bits, self._masks, self._lemmas, self._features
        for word, kinds, gender, paradigm, forms in rows:
            bits = self._kinds(word, kinds)
            genders = sum(_GENDERS[letter] for letter in gender if letter in _GENDERS)
            told = features(gender)
            lemma = self.fold(word)
            self._remember(word, lemma, paradigm, forms, genders or c.SINGULAR)
            plain = self.fold(forms) if forms else ""
            for key, mask in self.declension.noun(lemma, paradigm, plain, genders or c.SINGULAR):
                plural = 0 if mask & c.SINGULAR else w.PLURAL
                known[key] = known.get(key, 0) | bits | plural
                masks[key] = masks.get(key, 0) | mask
                lemmas.setdefault(key, lemma)
                if told:
                    told_of.setdefault(key, told)

    def _kinds(self, word: str, kinds: str) -> int:
        bits = 0
        for kind in kinds.split():
            if kind not in KINDS:
                raise DataError(f"{self.folder}: nouns.tsv: {word!r} is no {kind!r}")
            bits |= KINDS[kind]
        return bits

    def _remember(self, word: str, lemma: str, paradigm: str, forms: str, genders: int) -> None:
        """Keep a noun's nominatives as they are written: they are needed as names."""
        if not forms:
            self._nominatives.setdefault((lemma, False), (word, ""))
            self._nominatives.setdefault((lemma, True), (word, paradigm))
            return
        for form, mask in self.declension.noun(word, paradigm, forms, genders):
            if mask & c.NOMINATIVE & c.SINGULAR:
                self._nominatives.setdefault((lemma, False), (form, ""))
            if mask & c.NOMINATIVE & c.PLURAL:
                self._nominatives.setdefault((lemma, True), (form, ""))

    def _take_words(self, table: dict[str, Any]) -> None:
        super()._take_words(table)
        #: by the stem of a country, that of its adjective: "of Russia", "Russian"
        self.country_adjectives: dict[str, str] = {
            self.name_stem(self.fold(form)): self.name_stem(self.fold(adjective))
            for adjective, forms in table.get("country_adjectives", {}).items()
            for form in forms.split()
        }
        self.offices: dict[str, set[str]] = {
            " ".join(self.name_stem(self.fold(word)) for word in phrase.split()): set(
                map(self.fold, roles.split())
            )
            for phrase, roles in table.get("offices", {}).items()
        }
        self.kinds: dict[str, set[str]] = {
            self.fold(word): set(map(self.fold, narrower.split()))
            for word, narrower in table.get("kinds", {}).items()
        }
        self.cardinals: dict[str, tuple[str, str, str]] = {
            self.fold(form): tuple(told) for form, told in table.get("cardinals", {}).items()
        }
        self.abbreviated: dict[str, frozenset[str]] = {
            self.name_stem(self.fold(short)): frozenset(
                self.name_stem(self.fold(word)) for word in whole.split()
            )
            for short, whole in table.get("abbreviations", {}).items()
        }
        self.bodies: dict[str, tuple[frozenset[str], ...]] = {
            " ".join(self.name_stem(self.fold(word)) for word in phrase.split()): tuple(
                frozenset(self.name_stem(self.fold(word)) for word in whole.split())
                for whole in wholes.split("/")
            )
            for phrase, wholes in table.get("bodies", {}).items()
        }
        self.airing: dict[str, frozenset[str]] = {
            self.fold(word): frozenset(kinds.split())
            for word, kinds in table.get("airing", {}).items()
        }
        self.networks: dict[str, str] = {
            self.fold(form): name
            for name, forms in table.get("networks", {}).items()
            for form in forms
        }

    def _take_names(self, table: Table) -> None:
        for name, gender in zip(table["name"], table["gender"], strict=True):
            genders = {"m": c.MASC, "f": c.FEM}.get(gender, c.MASC | c.FEM)
            told = features(gender)
            for key, mask in self.declension.name(self.fold(name), genders):
                self._bits[key] = self._bits.get(key, 0) | w.GIVEN
                if told:
                    self._features.setdefault(key, told)
                self._given.setdefault(key, []).append((name, mask))

    def _analyse(self, form: str) -> Word:
        word = super()._analyse(form)
        if word.upper and not word.caps and "-" not in form:
            word.caps = any(char.isupper() for char in form[1:])  # an abbreviation
        if "-" in word.key and not word.upper and word.key not in self._masks:
            self._take_double(word)
        if not word.bits and not word.cues and "-" in word.key:
            first = self._bits.get(word.key.partition("-")[0], 0)
            word.bits = first & (w.ROLE | w.PERSON)  # "writer-satirist"
        if word.bits == w.VERB and word.key.endswith(self._noun_ends):
            word.bits = 0  # "readers" ends as "wanted" does
        if not word.bits and word.is_word and not word.cues and not word.caps:
            if not self._take_compound(word):
                self._take_agent(word)
        return word

    def _take_double(self, word: Word) -> None:
        """Let "company-builder" be what its first noun is, in the case of both."""
        before, _, behind = word.key.partition("-")
        bits = self._bits.get(before, 0)
        if not bits & (w.BODY | w.MEDIA) or bits & (w.ROLE | w.PERSON):
            return
        told = self._masks.get(before, 0)
        mask = told & c.spread(self._masks.get(behind, 0) or c.ending_mask(behind, self._plain, 1))
        if mask:
            word.bits, word.mask = bits & (w.BODY | w.MEDIA), mask
            word.lemma = self._lemmas.get(before, before)

    def _take_compound(self, word: Word) -> bool:
        """Let a word be what the noun in it is, after what compounds begin with."""
        key = word.key
        if key in self._masks:
            return False
        for length in self._lengths:
            before, noun = key[:length], key[length:]
            if before not in self._prefixes or noun not in self._masks:
                continue
            told = self._bits.get(noun, 0) & w.HEADS
            if not told or len(self._lemmas.get(noun, noun)) < _NOUN:
                continue
            if before not in self._deputies:
                word.bits = self._bits[noun] & (w.HEADS | w.OCCASION | w.PLURAL)
                word.mask, lemma = self._masks[noun], self._lemmas.get(noun, noun)
                word.features, word.lemma = self._features.get(noun, 0), before + lemma
                self._name_compound(before, lemma)
                return True
            if told & w.ROLE and self._masks[noun] & c.GENITIVE & c.SINGULAR:
                word.bits, word.mask, word.lemma = w.ROLE, c.ANY, key
                self._nominatives.setdefault((key, False), (key, ""))
                return True
        return False

    def _name_compound(self, before: str, lemma: str) -> None:
        """Keep the nominatives of a compound, as those of the noun in it."""
        for plural in (False, True):
            found = self._nominatives.get((lemma, plural))
            if found is not None:
                made = (before + found[0], found[1])
                self._nominatives.setdefault((before + lemma, plural), made)

    def _take_agent(self, word: Word) -> None:
        """Note of a noun for people that no table holds what its ending tells."""
        agent = None if word.key in self._masks else self.agents.read(word.key)
        many = c.PLURAL & ~(c.GENITIVE | c.ACCUSATIVE)
        named = word.upper and (agent is None or agent.surname)
        if agent is None or (named and not agent.mask & many):
            return  # a capital: a surname rather
        word.bits = w.PERSON | (0 if agent.mask & c.SINGULAR else w.PLURAL)
        word.mask, word.lemma = agent.mask, agent.lemma
        self._nominatives.setdefault((agent.lemma, False), (agent.lemma, ""))
        self._nominatives.setdefault((agent.lemma, True), (agent.lemma, agent.paradigm))

    def nominative(self, word: Word, plural: bool) -> str | None:
        """Return the nominative of a noun of the tables; None for others."""
        if word.key not in self._masks and not word.bits & w.HEADS:
            return self._place_names.get(word.key) if word.upper else None
        found = self._nominatives.get((word.lemma, plural)) or self._nominatives.get(
            (word.lemma, not plural)
        )
        if found is None:
            return None
        form, paradigm = found
        if not plural or not paradigm:
            return form
        forms = self.declension.noun(form, paradigm, "", c.SINGULAR)
        return next((f for f, mask in forms if mask & c.NOMINATIVE & c.PLURAL), form)

    def counted(self, word: Word, form: str) -> str:
        """Return a noun of the tables as it stands after "two": in the genitive singular."""
        found = self._nominatives.get((word.lemma, True)) or ("", "")
        if not found[1]:
            return form
        forms = self.declension.noun(self.fold(found[0]), found[1], "", c.SINGULAR)
        return next((f for f, mask in forms if mask & c.GENITIVE & c.SINGULAR), form)

    def name_stem(self, key: str) -> str:
        """Return a name's word without its ending of case."""
        found = self._stems.get(key)
        if found is None:
            found = self._stems[key] = "-".join(map(self._cut, key.split("-")))
        return found

    def _cut(self, part: str) -> str:
        for ending, kept, least in self._name_endings:
            if part.endswith(ending) and len(part) >= len(ending) + least:
                return part[: len(part) - len(ending)] + kept
        return part

    def _take_places(self, table: Table) -> None:
        rows = zip(table["form"], table["paradigm"], table["forms"], strict=True)
        for name, paradigm, forms in rows:
            plain = self.fold(forms) if forms else ""
            for key, mask in self.declension.noun(self.fold(name), paradigm, plain, c.SINGULAR):
                if paradigm and paradigm != "0" and not mask & c.SINGULAR:
                    continue  # there is one of each
                self._bits[key] = self._bits.get(key, 0) | w.PLACE
                self._places[key] = self._places.get(key, 0) | mask
                self._place_names.setdefault(key, name)

    # -- words -------------------------------------------------------------------

    def given(self, word: Word) -> list[tuple[str, int]]:
        """Return the given names that a word may be a form of, with what the form tells."""
        found = self._given.get(word.key)
        if found is None and word.upper and "-" in word.key:
            name, _, behind = word.key.partition("-")
            if behind in self.words_of("name_particles"):  # "Fania-apa"
                found = [(f"{one}-{behind}", mask) for one, mask in self._given.get(name, ())]
                self._given[word.key] = found
        return found or _NO_NAMES

    def mask(self, word: Word) -> int:
        """Return what case, number and gender a word may have."""
        found = word.mask
        if found is None:
            found = word.mask = self._mask(word)
        return found

    def _mask(self, word: Word) -> int:
        key = word.key
        known = self._masks.get(key, 0)
        given = self._given.get(key)
        if given and word.upper:
            for _, mask in given:
                known |= mask
            return known
        if known:
            pointing = word.bits & w.ADJ  # "the same", which may be a noun's form as well
            return known | c.ending_mask(key, self._adjectival, 1) if pointing else known
        if word.upper and key in self._places:
            return self._places[key]
        if self.alien(key[:1]) or word.caps or not word.is_word or w.is_site(key):
            return c.ANY
        if "-" in key:
            first, _, last = key.rpartition("-")
            known = self._masks.get(last, 0)
            if known:
                return known
            told = c.ending_mask(first, self._surnames, 2) if word.upper else 0
            if told and len(first) > _PREFIX:
                return told & c.ending_mask(last, self._adjectival) or told  # "X the younger"
        if word.upper and key.endswith(self.foreign_ends):
            return c.ANY
        if word.upper and key.endswith(self.abstract_ends):
            return c.ending_mask(key, self._plain, 1)  # no name, at the head of a sentence
        noun = key.endswith(self._noun_ends) and not word.upper
        adjective = 0 if noun else c.ending_mask(key, self._adjectival)
        if word.upper:
            told = c.ending_mask(key, self._surnames, 1)
            return (told | adjective if adjective else told) or _UNKNOWN_NAME
        return adjective or c.ending_mask(key, self._plain, 1) or c.ANY

    def plain_mask(self, key: str) -> int:
        """Return what a common noun may be that no name ends as; 0 for others."""
        if not key.endswith(self._object_ends):
            return 0
        return c.ending_mask(key, self._plain, STEM)

    def noun_mask(self, key: str) -> int:
        """Return what a word may be as a noun that no table holds."""
        return c.ending_mask(key, self._plain, 1)

    def adjectival(self, key: str) -> int:
        """Return what a word may be as an adjective, by its ending."""
        return c.ending_mask(key, self._adjectival)

    def surname(self, key: str) -> int:
        """Return what a surname may be, by its ending."""
        return c.ending_mask(key, self._surnames, 1) or _UNKNOWN_NAME

    def is_adjective(self, word: Word) -> bool:
        """Say whether a word looks like an adjective or a participle; told once a word."""
        found = word.adjective
        if found is None:
            found = word.adjective = self._is_adjective(word)
        return found

    def _is_adjective(self, word: Word) -> bool:
        """Say whether a word looks like an adjective or a participle, by its ending."""
        if not word.upper and word.key.endswith(self._noun_ends) and not word.bits & w.ADJ:
            return False
        if word.bits & w.ADJ:
            return True
        if word.key in self._masks or not word.is_word or word.cues:
            return False
        if word.upper and word.key in self._given:
            return False  # "Maxim"
        return bool(c.ending_mask(word.key, self._adjectival, 3))

    def mask_known(self, word: Word) -> bool:
        """Say whether a table holds a word as a noun."""
        return word.key in self._masks

    def is_infinitive(self, word: Word) -> bool:
        """Say whether a word is an infinitive."""
        if word.cues and any(cue.form & w.INFINITIVE for cue in word.cues):
            return True
        if word.key in self.words_of("no_infinitives"):
            return False
        if word.key in self._masks or word.upper or word.bits or len(word.key) < _INFINITIVE:
            return False
        return word.key.endswith(self.infinitives) and not word.key.endswith(self.abstract_ends)
