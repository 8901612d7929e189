"""What a word is: looked up once, remembered by its form."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

# What a word does; one bit each.
(DET, PREP, CONJ, COMP, WH, REL, PRON, POSS, OBJ, HAVE, BE, DO, MODAL, NEG, ADV, TIME, NUM, ROLE,
 PERSON, BODY, DOC, TITLE, GIVEN, MEDIA, NETWORK, OCCASION, POST, RELAYED, VERB, INFMARK, PARTICLE,
 SUB, ADJ, LINK, DEMONYM, GENITIVE, MEDIAPART, BODYPART, PLURAL, INDEF, SPEAKTO, SELF, FIRST,
 REFLEX, THING, PLACE, HEARSAY, PHRASE, LINKING, OTHER, CARDINAL, HIDDEN, PASSIVE, INFIN,
) = (1 << n for n in range(54))  # fmt: skip

#: The class names of words.toml and nouns.tsv, and what they say of a word.
CLASSES: Final[dict[str, int]] = {
    "determiners": DET, "indefinite": DET | INDEF, "prepositions": PREP, "conjunctions": CONJ,
    "complementisers": COMP, "questions": WH, "relatives": REL, "possessives": POSS | DET,
    "objects": OBJ, "have": HAVE, "be": BE, "do": DO, "modals": MODAL, "negations": NEG,
    "adverbs": ADV, "times": TIME, "numbers": NUM | CARDINAL, "titles": TITLE, "verbs": VERB,
    "infinitive_marks": INFMARK, "particles": PARTICLE, "subordinators": SUB, "adjectives": ADJ,
    "linkers": LINK | ADV, "demonyms": DEMONYM | ADJ, "genitives": GENITIVE,
    "media_parts": MEDIAPART, "body_parts": BODYPART, "hearsay": HEARSAY, "places": PLACE,
    "reflexives": REFLEX, "speaking": SPEAKTO, "first_person": FIRST, "others": OTHER,
    "withholding": HIDDEN, "participles": PASSIVE, "infinitives": INFIN,
}  # fmt: skip
KINDS: Final[dict[str, int]] = {
    "role": ROLE, "person": PERSON, "body": BODY, "document": DOC, "media": MEDIA,
    "network": NETWORK, "occasion": OCCASION, "post": POST, "relayed": RELAYED, "thing": THING,
}  # fmt: skip
#: What a phrase that speaks may have for its head.
HEADS: Final = ROLE | PERSON | BODY | DOC | MEDIA
AUX: Final = HAVE | BE | DO | MODAL

# Features of a form.
MASC, FEM, SING, PLUR, NEUT = 1, 2, 4, 8, 16
FEATURES: Final = {"m": MASC, "f": FEM, "s": SING, "p": PLUR, "n": NEUT}
# What a form of a cue is.
(FINITE, PAST, GERUND, INFINITIVE, NOUN, ADJECTIVE, BEFORE_NOUN, SAID_BY, REFUSAL,
) = (1 << n for n in range(9))  # fmt: skip
FORMS: Final = {
    "finite": FINITE, "past": PAST, "gerund": GERUND, "infinitive": INFINITIVE, "noun": NOUN,
    "adjective": ADJECTIVE, "relative": BEFORE_NOUN, "passive": SAID_BY, "negative": REFUSAL,
    "reported": NOUN | SAID_BY,
}  # fmt: skip
# What a cue governs.
(THAT, BARE, QUOTE, OBJECT, INF, ING, QUESTION, HEARER, URGE, QUOTED, NEGATED, REFUSE,
 RELAY, AFTER, WEAK, RELAYS, VIEW, DENIED, NEEDY, PREDICATE,
 SELF_SAID, RECORD, OUTLETS, SOME_INF) = (1 << n for n in range(24))  # fmt: skip
GOVERNS: Final = {
    "that": THAT, "bare": BARE, "quote": QUOTE, "object": OBJECT, "inf": INF, "gerund": ING,
    "question": QUESTION, "hearer": HEARER, "urge": URGE, "quoted": QUOTED, "negated": NEGATED,
    "refuse": REFUSE, "relay": RELAY, "after": AFTER, "weak": WEAK,
    "relays": RELAYS, "view": VIEW, "denied": DENIED,
    "needs_hearer": NEEDY, "predicate": PREDICATE,
    "reflexive": SELF_SAID, "record": RECORD, "outlets": OUTLETS,
}  # fmt: skip


def features(names: str) -> int:
    """Return the features that letters name: "m s"."""
    found = 0
    for name in names.split():
        found |= FEATURES.get(name, 0)
    return found


#: What ends the name of a site: "Europe1.fr", "ACTUALITE.CD", "24.kg".
DOMAINS: Final = (
    "com|net|org|info|tv|eu|fr|be|ch|ca|ma|dz|tn|sn|ci|cd|uk|ru|ua|lb|es|mx|cl|pe|uy|py|bo|ec|cu"
    "|pt|br|mz|cv|it|de|at|kg|kz|by|uz|az|ge|md|lt|lv|ee|su|am|pl|cz|ro|hu|media|news|press"
)
_SITE: Final = re.compile(rf"(?:[^\W\d_][\w-]+|\d{{2,}})\.(?:{DOMAINS})")


#: The letters of Latin alphabets end before this one.
_LATIN_END: Final = "\u0250"


def capital_bits(bits: int) -> int:
    """Return what a word with a capital may be where nouns have small letters."""
    if bits & BODY:
        bits &= ~ROLE  # "la Policía", not "un policía"
    if bits & GIVEN:
        bits &= ~TIME  # "Julio Rivera", as months have small letters
    if bits & MEDIAPART and bits & POST:
        bits &= ~(POST | DOC)  # "il Washington Post", not "un post"
    return bits


def is_site(key: str) -> bool:
    """Say whether a folded word is the name of a site."""
    return "." in key and _SITE.fullmatch(key) is not None


def is_latin(key: str) -> bool:
    """Say whether a word is in Latin letters, with marks or without."""
    if key.isascii():
        return True
    return key[0].isalpha() and key[0] < _LATIN_END and key[-1] < _LATIN_END


def outside(scripts: frozenset[str]) -> Callable[[str], bool]:
    """Return what says whether a word has Latin letters in a language of other scripts."""
    return _never if "LATIN" in scripts else is_latin


def _never(key: str) -> bool:
    return False


class Cue(NamedTuple):
    """One form of a cue.

    `rest` are the folded words that follow it and belong to it; `governs` what it takes for
    content, `preps` prepositions that lead to it, `needs` words one of which an object holds.
    """

    lemma: str
    form: int
    governs: int
    rest: tuple[str, ...] = ()
    preps: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    features: int = 0


class Word:
    """What is known of a word as it is written.

    `key` is its folded form, `upper` says that it begins with a capital, `caps` that it has
    nothing else, `capital` that it is written with one though it names nothing.  `stem` is the key
    without an ending of case, for comparing names; `mask` what case, number and gender it may
    have, `adjective` that it looks like one, both None until a grammar that asks has told them.
    """

    __slots__ = (
        "adjective",
        "bits",
        "capital",
        "caps",
        "cues",
        "features",
        "is_word",
        "key",
        "lemma",
        "mask",
        "outlet",
        "phrases",
        "stem",
        "upper",
    )

    def __init__(self, key: str, form: str) -> None:
        self.key = key
        self.is_word = key[:1].isalnum() or (len(key) > 1 and key[-1:].isalnum())
        self.upper = form[:1].isupper() or sum(map(str.isupper, form)) > 1
        if not self.upper and "-" in form:  # "al-Marri"
            front, _, rest = form.partition("-")
            self.upper = len(front) <= 3 and front.isalpha() and rest[:1].isupper()
        self.capital = self.upper
        self.caps = self.upper and len(form) > 1 and form.isupper() and form[1:2].isalnum()
        self.bits = 0
        self.features = 0
        self.cues: tuple[Cue, ...] = ()
        self.phrases = False
        self.outlet = False
        self.stem = key
        self.lemma = key
        self.mask: int | None = None
        self.adjective: bool | None = None
