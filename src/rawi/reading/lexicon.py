"""What a word is: looked up once, remembered by its folded form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rawi.authority.names import fold_name
from rawi.reading.folding import FILL
from rawi.reading.inflect import (
    DUAL,
    FEM,
    FINITE,
    HAL,
    IMPF,
    JUSS,
    MASC,
    OBJECT,
    OWN,
    PERF,
    PLUR,
    SING,
)
from rawi.reading.inflect import NOUN as NOUN_FORM

#: What stands between words in a shadow, line ends aside.
BLANKS = " \t\x1c\x1d\x1e\x1f"

# What a word does; one bit each.
(COMP, CONNECT, NEG, AUX, REL, PRON, DEM, PREP, ADJUNCT, OPENER, TIME, TITLE, ROLE, UNNAMED, BODY,
 DOC, GENERIC, GIVEN, FAMILY, PARTICLE, AMBIGUOUS, DEMONYM, PLACE, MASDAR, NOUN, QUANTITY,
 SAID_TO, POSTED_ON, OCCASION, MEDIA, NETWORK, PRESS, MUTE, SUPPORT, REFUSAL, ANAPHOR, OTHER,
 RELAY, KEPT, IMPERSONAL, QUESTION, TOPIC, NUMBER, NOMINAL_PREP, LATIN, SPEAKS, PHRASE, REPORTER,
 SPEECH, PROGRAMME, NAMING, BYLINE, HOMOGRAPH, ADJ, VERB, OFFICE,
) = (1 << n for n in range(56))  # fmt: skip

#: What verbs govern that may have a pronoun for an object.
TRANSITIVE = frozenset("otardk")
PERSON, NAME = ROLE | UNNAMED, GIVEN | FAMILY | PARTICLE
#: What keeps its sense with a pronoun stuck to it: "his wife", "its spokesman".
HEADS = ROLE | UNNAMED | BODY | DOC | NOUN | MASDAR | TITLE | SAID_TO | POSTED_ON | OCCASION
PARTICLES = PREP | NEG | AUX | COMP | REL | PRON | DEM
#: What makes a word a noun, whatever verb is written the same.
NOMINAL = PERSON | BODY | DOC | NOUN | MASDAR | MEDIA | TITLE | NAME | DEMONYM | PLACE
#: What may be a cue, though it is no form of one.
HOT = PHRASE | RELAY | REFUSAL | SUPPORT
#: What may open a content or end the search for one.
OPENS = COMP | QUESTION | CONNECT
OBLIQUE, NOMINATIVE, ACCUSATIVE = 1 << 20, 1 << 21, 1 << 22  # features, beside those of `inflect`


class CueForm(NamedTuple):
    """One form of a cue: its lemma's government and the form's features."""

    lemma: str
    governs: frozenset[str]
    features: int


class Lexeme:
    """What is known of a word form.

    `stem` is the word without what is stuck to its front; `conj`, `prep` and
    `article` tell what that was ("" or the letters; `article` is a bool).  `outlet` says
    that an outlet's name may begin with it.  `base` is the stem without a stuck pronoun.
    `derived` says that only a rule of inflection tells what it is.
    `cue_features` are those of all its `cues`.
    `is_word` tells words and numbers from marks.  `hot` says that a cue may stand here,
    `hop` that a hop may begin here (None until the chain reader has told it), `inert` that no
    content begins here unless a cue governs the very word, `saying` that this is a verb of
    saying and no noun: they are told once a word, since whole reports are searched for them.
    """

    __slots__ = (
        "article",
        "base",
        "bits",
        "conj",
        "cue_features",
        "cues",
        "derived",
        "features",
        "hop",
        "hot",
        "inert",
        "is_word",
        "key",
        "outlet",
        "prep",
        "saying",
        "stem",
    )

    def __init__(self, key: str) -> None:
        self.key = key
        self.is_word = key[:1].isalnum()
        self.stem = key
        self.base = ""
        self.bits = 0
        self.features = 0
        self.cues: tuple[CueForm, ...] = ()
        self.cue_features = 0
        self.conj = ""
        self.prep = ""
        self.article = False
        self.outlet = False
        self.derived = False
        self.hot = False
        self.inert = False
        self.saying = False
        self.hop: bool | None = None

    @property
    def front(self) -> int:
        """The letters before the stem."""
        return len(self.key) - len(self.stem)


class Morphology(NamedTuple):
    """How a language sticks words together (`[words]` and `[endings]` of its pack)."""

    conjunctions: tuple[str, ...] = ()
    consequent: frozenset[str] = frozenset()
    prepositions: tuple[str, ...] = ()
    article: str = ""
    contracted: tuple[tuple[str, str], ...] = ()  # front, preposition (the article is in it)
    pronouns: tuple[str, ...] = ()
    object_pronouns: frozenset[str] = frozenset()
    future: tuple[str, ...] = ()
    construct: tuple[tuple[str, str], ...] = ()
    plurals: tuple[tuple[str, str], ...] = ()  # an ending, and that of the singular
    loose: frozenset[str] = frozenset()  # prepositions before any word with the article
    accusative: str = ""
    restored: tuple[tuple[str, str], ...] = ()  # an ending before a pronoun, and what it was
    endings: tuple[tuple[str, int], ...] = ()


class _Memory(dict[str, Lexeme]):
    """The words met so far: a word is analysed when it is first asked for.

    They are asked for as they stand in a shadow, with fill and the blanks after them.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, key: str) -> Lexeme:
        if len(self) >= self._lexicon.LIMIT:
            self.clear()
        word = key.rstrip(BLANKS).replace(FILL, "")
        found = self._lexicon._analyse(word) if word == key else self[word]
        self[key] = found
        return found


class Lexicon:
    """All that a language's tables say of words.

    `memory` holds the words that were analysed; it is bounded, since texts from outside
    hold any number of words.
    """

    LIMIT = 100_000

    def __init__(self, morphology: Morphology) -> None:
        self.morphology = morphology
        self._bits: dict[str, int] = {}
        self._features: dict[str, int] = {}
        self._cues: dict[str, tuple[CueForm, ...]] = {}
        self.outlet_words: frozenset[str] = frozenset()
        self.outlet_names: frozenset[str] = frozenset()
        self.aired_words: frozenset[tuple[str, ...]] = frozenset()
        self.memory: dict[str, Lexeme] = _Memory(self)

    def add(self, form: str, bits: int, features: int = 0) -> None:
        """Add what a folded form does."""
        self.add_all((form,), bits, features)

    def add_all(
        self, forms: Sequence[str], bits: int | Sequence[int], features: int | Sequence[int] = 0
    ) -> None:
        """Add what folded forms do, and their features: one value for all, or one for each.

        Of several features of a form the first ones tell.  An empty form is none.
        """
        fresh: dict[str, int] = {}
        if isinstance(bits, int):
            fresh = dict.fromkeys(forms, bits)
        else:
            for form, does in zip(forms, bits, strict=True):
                others = fresh.get(form)
                fresh[form] = does if others is None else others | does
        fresh.pop("", None)
        known = self._bits
        for form in known.keys() & fresh.keys():
            fresh[form] |= known[form]
        known.update(fresh)
        if features:
            self._tell(forms, features)

    def _tell(self, forms: Sequence[str], features: int | Sequence[int]) -> None:
        if isinstance(features, int):
            fresh = dict.fromkeys(forms, features)
        else:  # the first come last, so that they tell
            told = zip(reversed(forms), reversed(features), strict=True)
            fresh = {form: feature for form, feature in told if feature}
        fresh.pop("", None)
        known = self._features
        for form in known.keys() & fresh.keys():
            fresh[form] = known[form]
        known.update(fresh)

    def add_cues(self, forms: Iterable[str], cues: Iterable[CueForm]) -> None:
        """Add folded forms of cues, each cue of a form once."""
        known = self._cues
        for form, cue in zip(forms, cues, strict=True):
            others = known.get(form)
            if others is None:
                known[form] = (cue,)
            elif cue not in others:
                known[form] = (*others, cue)

    def forget(self, form: str) -> None:
        """Take a folded form out, so that it is read by what is stuck to it."""
        self._bits.pop(form, None)
        self._features.pop(form, None)

    def bits(self, form: str) -> int:
        """Return what the tables say of a folded form, nothing taken off."""
        return self._bits.get(form, 0)

    def analyse(self, key: str) -> Lexeme:
        """Return what is known of a folded word."""
        return self.memory[key]

    def plain(self, key: str) -> Lexeme:
        """Return a word of which nothing is known."""
        lexeme = Lexeme(key)
        lexeme.base = key
        return lexeme

    def led(self, key: str) -> Lexeme:
        """Return an unknown word with the preposition stuck to its front."""
        lexeme = self._analyse(key[1:])
        lexeme.key, lexeme.prep = key, key[0]
        return lexeme

    def _analyse(self, key: str) -> Lexeme:
        lexeme = Lexeme(key)
        if self._is_joined_particle(lexeme, key):
            pass
        elif not self._is_definite(key) and self._known(lexeme, key):
            if lexeme.bits == PHRASE and not lexeme.cues:
                self._take_apart(lexeme, key)  # the table knows it only as the start of a phrase
                if lexeme.conj and not lexeme.bits & ~VERB:  # a rare verb is none of its senses
                    lexeme.conj, lexeme.stem, lexeme.bits, lexeme.features = "", key, 0, 0
                lexeme.bits |= PHRASE
            self._homograph(lexeme, key)
            self._with_article(lexeme, key)
        else:
            self._take_apart(lexeme, key)
        self._lead_to_outlet(lexeme, key)
        self._tell_gender(lexeme)
        lexeme.base = lexeme.base or lexeme.stem
        lexeme.outlet = self._may_be_outlet(lexeme)
        joined = key[:1] in self.morphology.conjunctions and key[1:].isdigit()
        if key[:1].isdigit() or joined:
            lexeme.bits |= NUMBER
        elif key.isascii() and key.isalpha():
            lexeme.bits |= LATIN
        for form in lexeme.cues:
            lexeme.cue_features |= form.features
        if lexeme.cue_features & OWN:
            lexeme.bits |= self._occasion(lexeme.stem)
        if lexeme.cues and lexeme.base == lexeme.stem:
            self._with_object(lexeme)
        lexeme.hot = bool(lexeme.cues or lexeme.bits & HOT)
        lexeme.saying = bool(lexeme.cue_features & (FINITE | HAL | OWN)) and not (
            lexeme.article or lexeme.bits & NOMINAL
        )
        lexeme.inert = (
            lexeme.is_word
            and len(key) > 1
            and not lexeme.conj
            and not lexeme.prep
            and bool(lexeme.bits or lexeme.cues)
            and not lexeme.bits & OPENS
        )
        return lexeme

    def _occasion(self, stem: str) -> int:
        """Return SAID_TO for somebody's words that may be said to an outlet ("his talk with")."""
        shapes = (stem[: -len(p)] for p in self.morphology.pronouns if stem.endswith(p))
        return SAID_TO if any(self.bits(shape) & SAID_TO for shape in shapes) else 0

    def _may_be_outlet(self, lexeme: Lexeme) -> bool:
        key, firsts = lexeme.key, self.outlet_words
        if not firsts or not key[:1].isalnum():
            return False
        forms = [key, key[len(lexeme.conj) + len(lexeme.prep) :]]
        if lexeme.article:
            forms.append(self.morphology.article + lexeme.stem)
        if not lexeme.bits & ~VERB and len(key) > 2 and key[0] in self.morphology.prepositions:
            forms.append(key[1:])
        return any(fold_name(form) in firsts for form in forms)

    def is_aired(self, lexeme: Lexeme, following: str) -> bool:
        """Say whether the name of an agency or broadcaster stands at a word with its article."""
        article = self.morphology.article if lexeme.article else ""
        first = fold_name(article + lexeme.stem)
        return (first,) in self.aired_words or (first, fold_name(following)) in self.aired_words

    def _lead_to_outlet(self, lexeme: Lexeme, key: str) -> None:
        """Take a preposition off the front of an outlet's name that no table has ("to Reuters")."""
        if lexeme.bits or lexeme.cues or lexeme.conj or lexeme.prep or len(key) < 4:
            return
        if key[0] in self.morphology.prepositions and fold_name(key) not in self.outlet_words:
            if fold_name(key[1:]) in self.outlet_words:
                lexeme.prep, lexeme.stem, lexeme.base = key[0], key[1:], key[1:]

    def is_outlet(self, lexeme: Lexeme) -> bool:
        """Say whether a word, its article aside, is the whole name of an outlet."""
        article = self.morphology.article if lexeme.article else ""
        return fold_name(article + lexeme.stem) in self.outlet_names

    def _take_apart(self, lexeme: Lexeme, key: str) -> None:
        for stem, conj, prep, article in self._fronts(key):
            known = self._known(lexeme, stem) or self._inflected(lexeme, stem)
            if not known and conj and article and self._is_owned(lexeme, key):
                return  # "his mother", not "and the …"
            if not known and article and conj in self.morphology.consequent:
                continue  # "Valerio", not "so the …"
            if known or (article and (not prep or prep in self.morphology.loose)):
                lexeme.stem, lexeme.conj, lexeme.prep, lexeme.article = stem, conj, prep, article
                if article:
                    self._as_noun(lexeme)
                else:
                    self._with_article(lexeme, stem)
                return
        if self._inflected(lexeme, key) or self._future(lexeme, key):
            return
        if not self._construct(lexeme, key) and not self._accusative(lexeme, key):
            self._with_pronoun(lexeme, key)

    def _is_owned(self, lexeme: Lexeme, key: str) -> bool:
        """Read a person with a pronoun stuck to the end, nothing taken off the front."""
        persons = ROLE | UNNAMED
        return any(
            not conj and self._take_bare(lexeme, conj, rest, form, False, persons)
            for conj, rest, form, _ in self._without_pronoun(key)
        )

    def _is_joined_particle(self, lexeme: Lexeme, key: str) -> bool:
        """Read "and in", "and he": a particle wins over a rare noun spelled alike."""
        for conj in self.morphology.conjunctions:
            stem = key[len(conj) :]
            if key.startswith(conj) and len(stem) > 1 and self._bits.get(stem, 0) & PARTICLES:
                self._known(lexeme, stem)
                lexeme.stem, lexeme.conj = stem, conj
                return not self._bits.get(key, 0) & PARTICLES
        return False

    def _with_article(self, lexeme: Lexeme, key: str) -> None:
        """Note the article of a name or title that is listed with it, and the word without."""
        article = self.morphology.article
        known = lexeme.bits & (FAMILY | GIVEN | TITLE | BYLINE)
        if article and known and key.startswith(article) and len(key) > len(article) + 2:
            lexeme.article, lexeme.stem = True, key[len(article) :]
            lexeme.bits |= self._bits.get(lexeme.stem, 0) & (HEADS | DEMONYM | ADJ)
        elif article and lexeme.bits & TITLE and key.startswith(article):
            kin = self._bits.get(key[len(article) :], 0) & (ROLE | UNNAMED)
            if kin:  # "the father": a title and a relation, as short as they are
                lexeme.article, lexeme.stem = True, key[len(article) :]
                lexeme.bits |= kin

    def _is_definite(self, key: str) -> bool:
        """Say whether a noun that begins like the article is one with the article ("the gas")."""
        article = self.morphology.article
        if not article or not key.startswith(article) or len(key) < len(article) + 3:
            return False
        rest = self._bits.get(key[len(article) :], 0)
        return bool(rest & (HEADS | DEMONYM)) and not self._bits.get(key, 0) & ~HEADS

    def _homograph(self, lexeme: Lexeme, key: str) -> None:
        """Note that a word may also be a conjunction and a verb ("individual", "so he replied")."""
        if lexeme.cues or lexeme.bits & PREP:
            return
        for conj in self.morphology.conjunctions:
            if key.startswith(conj) and len(key) > len(conj) + 1:
                cues = tuple(c for c in self._cues.get(key[len(conj) :], ()) if c.features & PERF)
                if cues:
                    lexeme.cues, lexeme.bits = cues, lexeme.bits | HOMOGRAPH
                    return

    def _known(self, lexeme: Lexeme, form: str) -> bool:
        bits, cues = self._bits.get(form, 0), self._cues.get(form, ())
        if not bits and not cues:
            return False
        lexeme.bits, lexeme.cues = bits, cues
        lexeme.features = self._features.get(form, 0)
        if bits == VERB and self._bits.get(form[: -len(self.morphology.accusative)], 0) & MASDAR:
            self._accusative(lexeme, form)  # "a cut", rather than "both cut"
        return True

    def _fronts(self, key: str) -> Iterable[tuple[str, str, str, bool]]:
        """Yield the ways to take letters off the front: stem, conjunction, preposition, article."""
        shape = self.morphology
        for conj in ("", *shape.conjunctions):
            if not key.startswith(conj) or len(key) < len(conj) + 2:
                continue
            rest = key[len(conj) :]
            if conj and not self._is_definite(rest):
                yield rest, conj, "", False
            if shape.article and rest.startswith(shape.article) and len(rest) > 3:
                yield rest[len(shape.article) :], conj, "", True
            for front, prep in shape.contracted:
                if rest.startswith(front) and self._bits.get(rest[1:], 0) & HEADS:
                    yield rest[1:], conj, prep, False  # "for a list", not "for the …"
                if rest.startswith(front) and len(rest) > len(front) + 1:
                    yield rest[len(front) :], conj, prep, True
            for prep in shape.prepositions:
                if rest.startswith(prep + shape.article) and shape.article and len(rest) > 4:
                    yield rest[1 + len(shape.article) :], conj, prep, True
                if rest.startswith(prep) and (len(rest) > 3 or self._is_determiner(rest[1:])):
                    yield rest[1:], conj, prep, False

    def _as_noun(self, lexeme: Lexeme) -> None:
        """Keep of a word with the article what a noun can be; add what it is with the article."""
        lexeme.bits &= ~VERB
        if lexeme.bits & (ADJ | DEMONYM):  # "the financial", not the country that is spelled so
            lexeme.bits &= ~(PLACE | SPEAKS)
        lexeme.bits |= self._bits.get(self.morphology.article + lexeme.stem, 0) & (PLACE | SPEAKS)
        lexeme.cues = tuple(cue for cue in lexeme.cues if cue.features & NOUN_FORM)

    def _inflected(self, lexeme: Lexeme, form: str) -> bool:
        """Read the dual or plural of a noun whose singular the tables have."""
        shape = self.morphology
        for ending, singular in shape.plurals:
            if form.endswith(ending) and len(form) > len(ending) + 2:
                bits = self._bits.get(form[: -len(ending)] + singular, 0) & (HEADS | ADJ | DEMONYM)
                if bits:
                    lexeme.bits, lexeme.derived = bits, True
                    if bits & PERSON and not any(ending == told for told, _ in shape.endings):
                        lexeme.features = PLUR  # "the two sides": more than one
                    return True
        return False

    def _future(self, lexeme: Lexeme, key: str) -> bool:
        """Read a verb of the future: what will be said is not said."""
        for conj in ("", *self.morphology.conjunctions):
            for prefix in self.morphology.future:
                form = key[len(conj) + len(prefix) :]
                if not key.startswith(conj + prefix) or len(form) < 3:
                    continue
                cue = any(cue.features & IMPF for cue in self._cues.get(form, ()))
                verb = self._bits.get(form, 0) & (VERB | AUX)
                if (verb and self._features.get(form, IMPF) & (IMPF | JUSS)) or cue:
                    lexeme.stem, lexeme.conj, lexeme.bits = form, conj, VERB
                    return True
        return False

    def _construct(self, lexeme: Lexeme, key: str) -> bool:
        """Read a plural before its genitive ("representatives of")."""
        for ending, full in self.morphology.construct:
            form = key[: len(key) - len(ending)] + full
            if key.endswith(ending) and self._bits.get(form, 0) & (ROLE | UNNAMED):
                lexeme.bits, lexeme.features = self._bits[form], self._features.get(form, 0)
                lexeme.derived = True
                return True
        return False

    def _ends_owned(self, key: str) -> bool:
        """Say whether a known noun and a pronoun make a form: "her worry", not "worried (f.)"."""
        ends = (end for end in self.morphology.pronouns if len(end) > 1 and key.endswith(end))
        return any(self._bits.get(key[: -len(end)], 0) & HEADS for end in ends)

    def _accusative(self, lexeme: Lexeme, key: str) -> bool:
        """Read an indefinite noun in the accusative: an object, never a subject."""
        ending = self.morphology.accusative
        if not ending or not key.endswith(ending) or self._ends_owned(key):
            return False
        known = self._bits.get(key[: -len(ending)], 0)
        bits = known & HEADS
        if not bits and known & ADJ:
            lexeme.bits = TIME  # an adverb: how or when it was done
            return True
        if not bits:
            return False
        lexeme.bits, lexeme.features = bits, MASC | SING | ACCUSATIVE
        lexeme.derived = True
        return True

    def _is_determiner(self, form: str) -> bool:
        return len(form) > 1 and bool(self._bits.get(form, 0) & (QUANTITY | OPENER))

    def _with_pronoun(self, lexeme: Lexeme, key: str) -> bool:
        """Read a word with a pronoun stuck to its end: "informed her", "his colleague".

        A verb that attributes nothing comes last: it is there to be no name.
        """
        parts = list(self._without_pronoun(key))
        if not any(self._takes_objects(form) for _, _, form, _ in parts):
            if any(self._take_bare(lexeme, conj, rest, form, False, PERSON)
                   for conj, rest, form, _ in parts):  # fmt: skip
                return True  # "her neighbour", spelt like "she bellowed it"
        return (
            any(self._take_bare(lexeme, *part, HEADS) for part in parts)
            or any(self._take_led(lexeme, *part) for part in parts)
            or any(self._take_bare(lexeme, *part, VERB) for part in parts)
        )

    def _takes_objects(self, form: str) -> bool:
        """Say whether a form is a verb's that may have somebody for its object."""
        return any(
            cue.features & FINITE and not TRANSITIVE.isdisjoint(cue.governs)
            for cue in self._cues.get(form, ())
        )

    def _take_led(self, lexeme: Lexeme, conj: str, rest: str, form: str, _verb: bool) -> bool:
        """Read a noun with a preposition before and a pronoun after it ("to his colleague")."""
        for prep in self.morphology.prepositions:
            if form.startswith(prep) and len(form) > len(prep) + 2:
                if self._take_bare(
                    lexeme, conj, rest[len(prep) :], form[len(prep) :], False, HEADS
                ):
                    lexeme.prep = prep
                    return True
        return False

    def _with_object(self, lexeme: Lexeme) -> None:
        """Add the verb with its object to a noun spelled alike ("his saying", "said it")."""
        if not all(cue.features & OWN for cue in lexeme.cues):
            return
        for pronoun in self.morphology.object_pronouns:
            if lexeme.stem.endswith(pronoun):
                for cue in self._cues.get(lexeme.stem[: -len(pronoun)], ()):
                    if cue.features & PERF:
                        verb = cue._replace(features=cue.features | OBJECT)
                        lexeme.cues = (*lexeme.cues, verb)

    def _without_pronoun(self, key: str) -> Iterable[tuple[str, str, str, bool]]:
        """Yield a word's conjunction, the rest, that without its pronoun, and if a verb has it."""
        for conj in ("", *self.morphology.conjunctions):
            if conj and not key.startswith(conj):
                continue
            rest = key[len(conj) :]
            for pronoun in self.morphology.pronouns:
                if rest.endswith(pronoun) and len(rest) >= len(pronoun) + 2:
                    verb = pronoun in self.morphology.object_pronouns
                    for form in self._bare(rest[: -len(pronoun)]):
                        yield conj, rest, form, verb

    def _bare(self, form: str) -> Iterable[str]:
        """Yield what a form may have been before a pronoun was stuck to it."""
        yield form
        for ending, was in self.morphology.restored:
            if form.endswith(ending):
                yield form[: len(form) - len(ending)] + was

    def _take_bare(
        self, lexeme: Lexeme, conj: str, rest: str, form: str, verb: bool, known: int
    ) -> bool:
        """Take a form without its pronoun for what it is, if it is one of what is asked for."""
        bits = self._bits.get(form, 0) & known if verb or known != VERB else 0
        cues: tuple[CueForm, ...] = ()
        if verb and known != VERB:
            cues = tuple(
                cue._replace(features=cue.features | OBJECT)
                for cue in self._cues.get(form, ())
                if cue.features & FINITE
            )
        if not cues and not bits:
            return False
        lexeme.cues, lexeme.bits, lexeme.derived = cues, bits, True
        lexeme.features = self._features.get(form, 0) if bits else 0
        lexeme.conj, lexeme.stem, lexeme.base = conj, rest, form
        return True

    def _tell_gender(self, lexeme: Lexeme) -> None:
        if lexeme.features:
            return
        thing = lexeme.bits & (MEDIA | NOUN | PLACE | BODY) and not lexeme.bits & (PERSON | ADJ)
        for ending, bits in self.morphology.endings:
            if thing and bits & MASC:
                continue  # only people have such a plural: "the television" ends so, too
            if lexeme.stem.endswith(ending) and len(lexeme.stem) > len(ending) + 1:
                lexeme.features = bits
                return


def agrees(verb: int, noun: int) -> bool:
    """Say whether a verb's features admit a noun's as its subject; unknown admits all."""
    gender_verb, gender_noun = verb & (MASC | FEM), noun & (MASC | FEM)
    if not gender_verb or not gender_noun or gender_verb & gender_noun:
        return True
    return bool(noun & (PLUR | DUAL)) and not noun & FEM


__all__ = ["SING", "CueForm", "Lexeme", "Lexicon", "Morphology", "agrees"]
