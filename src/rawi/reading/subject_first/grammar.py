"""One language with the subject first, ready for the engine: its tables, read once."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from rawi.authority.names import fold_name, fold_words
from rawi.authority.outlets import Authority
from rawi.errors import DataError
from rawi.reading.packs.files import Folder, Table, read_toml
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.claim_words import split_claim
from rawi.reading.subject_first.inflection import Inflection
from rawi.reading.subject_first.patterns import Patterns, expanded
from rawi.reading.subject_first.words import CLASSES, GOVERNS, KINDS, Cue, Word, features

if TYPE_CHECKING:
    from rawi.reading.dates import DateGrammar

#: How many word forms are remembered: texts from outside hold any number of them.
LIMIT: Final = 100_000
#: What may stand inside a word and is none of its letters.
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
#: Letters that only look otherwise: apostrophes and hyphens.
_SAME: Final = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"})

#: Two single marks written for a double one.
_DOUBLED: Final = {"''": '"', "``": '"', "\u2018\u2018": "\u201c", "\u2019\u2019": "\u201d"}

#: The parts of a compound have so many letters at least.
COMPOUND_HEAD: Final = 3
COMPOUND_TAIL: Final = 4
#: A noun in no table that its ending tells to be somebody's office has so many letters at least.
ROLE_LETTERS: Final = 7
#: What only a noun is.
_NOMINAL: Final = (
    w.HEADS | w.OCCASION | w.POST | w.THING | w.NETWORK | w.BODYPART | w.MEDIAPART | w.PLURAL
)

#: A name behind a glued article has so many letters with it at least.
SHORT_NAME: Final = 5


def load_grammar(folder: Folder) -> Grammar:
    """Load a language from its folder.  Raises `DataError` with the file and the fault."""
    return Grammar(folder)


class Grammar:
    """One language: its words, cues, phrases, marks."""

    declines = False  # whether nouns have cases
    suffixed = False  # whether suffixes tell their cases
    title_share = 0.6  # a line with capitals on more of its words is one of titles

    def __init__(self, folder: Folder) -> None:
        settings = read_toml(folder, "pack.toml")
        try:
            self.code: str = settings["code"]
            self.direction: str = settings["direction"]
        except KeyError as error:
            raise DataError(f"{folder}: pack.toml has no {error}") from None
        self.folder, self.scripts = folder, frozenset(map(str.upper, settings.get("scripts", ())))
        self._letters = str.maketrans(settings.get("fold", {}))
        self._bits: dict[str, int] = {}
        self._features: dict[str, int] = {}
        self._cues: dict[str, tuple[Cue, ...]] = {}
        self._lemmas: dict[str, str] = {}
        self._take_marks(settings.get("marks", {}))
        self._take_order(settings.get("order", {}))
        self._take_shape(settings.get("words", {}))
        inflection = read_toml(folder, "inflection.toml")
        #: how a phrase in another case is called in the nominative
        self.declined: dict[str, Any] = inflection.get("nominative", {})
        self.inflection = Inflection(inflection, f"{folder}: inflection")
        #: words for claims at the end of a compound; nothing is cut before they are known
        self.claim_tails: tuple[str, ...] = ()
        self._take_words(read_toml(folder, "words.toml"))
        self.claim_tails = tuple(self.words_of("claim_tails"))
        self._take_nouns(Table(folder, "nouns.tsv"))
        self._take_names(Table(folder, "names.tsv"))
        self._take_cues(Table(folder, "cues.tsv"))
        self._take_phrases(read_toml(folder, "phrases.toml"))
        self.layout = read_toml(folder, "layout.toml")
        #: compiled from the layout's labels when they are first asked for
        self.labels: re.Pattern[str] | None = None
        authority = Authority.load()
        self._outlet_words = authority.first_words()
        self._plain_outlets = authority.one_word_names()
        self._dates: DateGrammar | None = None
        self.memory: dict[str, tuple[tuple[int, Word], ...]] = _Memory(self)
        self._words: dict[str, Word] = {}
        self._noun_words: dict[str, Word] = {}

    @property
    def dates(self) -> DateGrammar | None:
        """The language's date grammar, compiled when it is first asked for; None without one."""
        if self._dates is None and self.folder.joinpath("dates.toml").is_file():
            from rawi.reading.dates import DateGrammar

            self._dates = DateGrammar.load(self.folder.joinpath("dates.toml"))
        return self._dates

    # -- tables ------------------------------------------------------------------

    def _take_marks(self, marks: dict[str, Any]) -> None:
        self.sentence_marks = frozenset(marks.get("sentence", ".!?…"))
        self.clause_marks = frozenset(marks.get("clause", ",;"))
        self.strong_marks = frozenset(marks.get("strong", ";"))
        self.asking_marks = frozenset(marks.get("opening_question", ""))
        self.question_marks = frozenset(marks.get("question", "?"))
        self.colons = frozenset(marks.get("colon", ":"))
        self.dashes = frozenset(marks.get("dash", "-–—"))
        self.bullets = frozenset(marks.get("bullet", "-–—*•▪●"))
        self.turned_marks: bool = marks.get("both_ways", False)
        self.dialogue = frozenset(marks.get("dialogue", ""))

    def _take_order(self, order: dict[str, Any]) -> None:
        self.keeps_mark: bool = order.get("keep_infinitive_mark", True)
        self.free: bool = order.get("free", False)
        self.incises: str = order.get("incises", "")
        self.dashed: bool = self.incises == "dashes"
        self.dashes_too: bool = self.incises == "both"
        self.drops_subject: bool = order.get("drops_subject", False)
        self.proclitic: bool = order.get("proclitic_objects", False)
        self.bare_infinitives: bool = order.get("bare_infinitives", False)
        self.adjectives_follow: bool = order.get("adjectives_follow", False)
        self.title_case: bool = order.get("title_case", False)  # of headlines
        self.gendered: bool = order.get("gendered_bodies", False)
        #: people are called again by what they are ("l'élue"), and told of in the sentence beside
        self.renames: bool = order.get("renames_people", False)
        #: the word for what bears a name keeps a small letter: "le quotidien X", "la maire X"
        self.common_generics: bool = order.get("common_generics", False)
        self.open_incises: bool = order.get("open_incises", False)
        self.topics: bool = order.get("topic_labels", False)
        self.comma_inversion: bool = order.get("comma_inversion", False)
        self.comma_questions: bool = order.get("comma_before_questions", False)
        #: nouns have capitals, so that a capital alone tells no name
        self.noun_capitals: bool = order.get("noun_capitals", False)

    def _take_shape(self, shape: dict[str, Any]) -> None:
        self.elisions = tuple(shape.get("elisions", ()))
        #: other ways to write letters: ("ss", "ß")
        self.spellings: list[tuple[str, str]] = [(a, b) for a, b in shape.get("spellings", ())]
        #: an unknown word is what the noun is that it ends with
        self.compounds: bool = shape.get("compounds", False)
        self.surname_tails = frozenset(shape.get("surname_tails", ()))
        self.role_endings = tuple(shape.get("role_endings", ())) or ("\0",)
        self.noun_endings = tuple(shape.get("noun_endings", ())) or ("\0",)
        #: the nouns that compounds end with: what they are called, by what the tables have
        self.tails: dict[str, str] = {}
        self.enclitics = tuple(shape.get("enclitics", ()))
        self.case_endings = tuple(sorted(shape.get("case_endings", ()), key=len, reverse=True))
        self.nominatives: list[tuple[str, str]] = [
            (old, new) for old, new in shape.get("nominatives", ())
        ]
        self.verb_endings = tuple(shape.get("verb_endings", ()))
        self.gerund_endings = tuple(shape.get("gerund_endings", ())) or ("\0",)
        self.future_endings = tuple(shape.get("future_endings", ())) or ("\0",)
        self.person_endings = tuple(shape.get("person_endings", ())) or ("\0",)
        self.thing_endings = tuple(shape.get("thing_endings", ())) or ("",)
        self.from_endings = tuple(shape.get("demonym_endings", ())) or ("\0",)
        self.name_articles = tuple(shape.get("glued_articles", ())) or ("\0",)
        self.plural_endings = tuple(shape.get("plural_endings", ())) or ("\0",)
        self.predicates = tuple(shape.get("predicate_endings", ())) or ("\0",)
        self.adverb_endings = tuple(shape.get("adverb_endings", ()))
        #: the mark of an infinitive inside its word: "anzunehmen"
        self.infixes = tuple(shape.get("infixes", ()))
        self.marked_infinitives = tuple(shape.get("marked_infinitives", ())) or ("\0",)
        #: how adjectives before a noun end
        self.adjective_endings = tuple(shape.get("adjective_endings", ())) or ("\0",)
        self.finite_endings = tuple(shape.get("finite_endings", ())) or ("\0",)
        self.reported_endings = tuple(shape.get("reported_endings", ())) or ("\0",)
        self.infinitive_endings = tuple(shape.get("infinitive_endings", ()))
        self.genitive: str = shape.get("genitive", "")
        self.abbreviations = frozenset(self.fold(a) for a in shape.get("abbreviations", ()))
        #: endings of what describes a body before its name: "London-based", "state-owned"
        self.describing = tuple(shape.get("describing", ())) or ("\0",)
        self.based = tuple(shape.get("based", ())) or ("\0",)
        #: initials of countries that small words are spelt like
        self.countries = frozenset(shape.get("countries", ()))
        #: bodies' initials that small words are spelt like
        self.initials = frozenset(shape.get("initials", ()))
        #: nouns with a capital that auxiliaries are spelt like
        self.capital_nouns = frozenset(map(self.fold, shape.get("capital_nouns", ())))
        #: words of one capital that leaves out its accent: "A Paris"
        self.bare_capitals: dict[str, str] = shape.get("bare_capitals", {})
        #: offices written as letters that small words are spelt like
        self.letter_offices = frozenset(shape.get("letter_offices", ()))
        #: abbreviations that are common words without a capital
        self.capital_abbreviations = frozenset(shape.get("capital_abbreviations", ()))

    def fold(self, form: str) -> str:
        """Return a form as it is looked up."""
        if not form.isascii():
            form = _INVISIBLE.sub("", unicodedata.normalize("NFC", form).translate(_SAME))
        return form.lower().translate(self._letters)

    def _add(self, form: str, bits: int, told: int = 0) -> None:
        key = self.fold(form)
        self._bits[key] = self._bits.get(key, 0) | bits
        if told and key not in self._features:
            self._features[key] = told

    def _take_words(self, table: dict[str, Any]) -> None:
        #: determiners of two words: "d'autres", "tous les"
        self.two_words: set[tuple[str, str]] = set()
        for name, forms in table.get("classes", {}).items():
            if name not in CLASSES:
                raise DataError(f"{self.folder}: words.toml: no class {name!r}")
            for form in forms:
                if " " not in form:
                    self._add(form, CLASSES[name])
                if CLASSES[name] & w.DET and len(cut := self.cut(form)) == 2:
                    self.two_words.add((cut[0], cut[1]))
        for form, told in table.get("pronouns", {}).items():
            self._add(form, w.PRON, features(told))
        for form, told in table.get("pronoun_objects", {}).items():
            self._add(form, w.OBJ, features(told))
        for form, told in table.get("articles", {}).items():
            self._add(form, w.DET, features(told))
        for form, told in table.get("agreeing", {}).items():
            self._add(form, w.ADJ, features(told))
        for form, told in table.get("owner", {}).items():
            self._add(form, w.POSS | w.DET, features(told))
        for form, told in table.get("titles", {}).items():
            self._add(form, w.TITLE, features(told))
        self.has_infinitives = bool(table.get("classes", {}).get("infinitives"))
        lists = table.get("lists", {})
        self.lists = {name: frozenset(map(self.fold, forms)) for name, forms in lists.items()}
        self.synonyms = [
            frozenset(map(self.fold, group.split())) for group in table.get("synonyms", ())
        ]
        ranked = self.synonyms if self.title_case else []
        self._ranks = frozenset(word for group in ranked for word in group)
        self.periphrases = {
            tuple(self.cut(phrase)): frozenset(map(self.fold, offices.split()))
            for phrase, offices in table.get("periphrases", {}).items()
        }
        self.stand_ins = {
            self.fold(word): frozenset(map(self.fold, offices.split()))
            for word, offices in table.get("stand_ins", {}).items()
        }
        self.ages = {self.fold(k): int(v) for k, v in table.get("ages", {}).items()}
        self.posting = {self.fold(k): v for k, v in table.get("posting_verbs", {}).items()}

    @property
    def noun_lemmas(self) -> dict[str, str]:
        """The lemma of each form of the nouns."""
        return self._lemmas

    def is_plural(self, key: str) -> bool:
        """Say whether a form may be a noun's plural."""
        return bool(self._bits.get(key, 0) & w.PLURAL)

    def words_of(self, name: str) -> frozenset[str]:
        """Return a list of words.toml, empty where the pack has none of that name."""
        return self.lists.get(name, frozenset())

    def _take_nouns(self, table: Table) -> None:
        rows = zip(table["word"], table["kind"], table["gender"], table["paradigm"],
                   table["forms"], strict=True)  # fmt: skip
        for word, kinds, gender, paradigm, forms in rows:
            bits = 0
            for kind in kinds.split():
                if kind not in KINDS:
                    raise DataError(f"{self.folder}: nouns.tsv: {word!r} is no {kind!r}")
                bits |= KINDS[kind]
            told = features(" ".join(gender))
            for form, more in self.inflection.noun(word, paradigm, forms):
                number = more or (w.SING if not told & w.PLUR else 0)
                self._add(form, bits | (w.PLURAL if more & w.PLUR else 0), told | number)
                self._lemmas.setdefault(self.fold(form), self.fold(word))

    def _take_names(self, table: Table) -> None:
        for name, gender in zip(table["name"], table["gender"], strict=True):
            self._add(name, w.GIVEN, features(" ".join(gender)))

    def _take_cues(self, table: Table) -> None:
        rows = zip(table["lemma"], table["kind"], table["paradigm"], table["forms"],
                   table["governs"], strict=True)  # fmt: skip
        for lemma, kind, paradigm, forms, governs in rows:
            first, *rest = lemma.split()
            if kind == "verb":
                found = list(self.inflection.verb(first, paradigm, forms))
            else:
                what = {"noun": w.NOUN, "adjective": w.ADJECTIVE}[kind]
                found = [(first, what, 0), *((form, what, 0) for form in forms.split())]
            takes, preps, needs = self._governs(governs, lemma)
            tail = tuple(map(self.fold, rest))
            for form, what, told in found:
                self._add_cue(form, Cue(self.fold(lemma), what, takes, tail, preps, needs, told))

    def _governs(self, told: str, lemma: str) -> tuple[int, frozenset[str], frozenset[str]]:
        takes = 0
        preps: set[str] = set()
        needs: set[str] = set()
        for one in told.split():
            if one.startswith("prep:"):
                preps.update(map(self.fold, one[5:].split(",")))
            elif one.startswith("object~"):
                takes |= w.OBJECT
                needs.update(map(self.fold, one[7:].split(",")))
            elif one.startswith("inf~"):  # "sought to know why"
                takes |= w.INF | w.SOME_INF
                needs.update(map(self.fold, one[4:].split(",")))
            elif one in GOVERNS:
                takes |= GOVERNS[one]
            else:
                raise DataError(f"{self.folder}: cues.tsv: {lemma!r} governs no {one!r}")
        return takes, frozenset(preps), frozenset(needs)

    def _add_cue(self, form: str, cue: Cue) -> None:
        key = self.fold(form)
        before = self._cues.get(key, ())
        for number, other in enumerate(before):
            if other[0] == cue.lemma and other.rest == cue.rest and other.governs == cue.governs:
                both = other._replace(form=other.form | cue.form)
                self._cues[key] = (*before[:number], both, *before[number + 1 :])
                return
        # the longest first: "point out" before "point"
        self._cues[key] = tuple(sorted((*before, cue), key=lambda c: -len(c.rest)))

    def _take_phrases(self, table: dict[str, Any]) -> None:
        forms = table.get("forms", {})

        def book(name: str) -> Patterns:
            return Patterns(expanded(table.get(name, ()), forms), self.cut)

        self.according = book("according")
        self.according_own = book("according_own")
        self.citing_relatives = book("citing_relatives")
        self.viewpoint = book("viewpoint")
        self.support = book("support")
        self.sharing = book("sharing")
        self.refusals = book("refusals")
        self.anonymity = book("anonymity")
        self.backward = book("backward")
        self.adjuncts = book("adjuncts")
        self.own_voice = book("own_voice")
        self.own_relative = book("own_relative")
        self.gathering_leads = book("gathering_leads")
        self.learning = book("learning")
        self.interview_signs = book("interview_signs")
        self.behalf = book("behalf")
        self.topics_of = book("topics_of")
        self.learnt_from, self.mute = book("learnt_from"), book("mute")
        for key in (
            self.citing_relatives.firsts
            | self.according.firsts
            | self.according_own.firsts
            | self.viewpoint.firsts
            | self.support.firsts
            | self.refusals.firsts
            | self.learnt_from.firsts
        ):
            self._add(key, w.PHRASE)

    # -- words -------------------------------------------------------------------

    def cut(self, phrase: str) -> list[str]:
        """Return the folded words of a phrase, elisions and enclitics apart, slots kept."""
        found: list[str] = []
        for piece in phrase.split():
            if piece.startswith("{"):
                slot, _, tail = piece.partition("}")
                found.append(slot + "}")
                piece = tail
            if piece:
                found += [self.fold(part) for part in self.parts(piece)]
        return found

    def parts(self, piece: str) -> list[str]:
        """Return a written word cut at its elision and its enclitics."""
        low = piece.lower().translate(_SAME)
        front: list[str] = []
        if self._is_loose(low):
            return [piece]
        if self.claim_tails and low.endswith(self.claim_tails):
            return split_claim(piece, self.claim_tails, self._names_speaker)
        if "'" in low or "-" in low:
            for elision in self.elisions:
                if low.startswith(elision) and len(low) > len(elision):
                    front = [piece[: len(elision)]]
                    piece, low = piece[len(elision) :], low[len(elision) :]
                    break
            for enclitic in self.enclitics:
                if low.endswith(enclitic) and len(low) > len(enclitic):
                    cut = len(piece) - len(enclitic)
                    return [*front, *self.parts(piece[:cut]), piece[cut:]]
        return [*front, piece]

    def _names_speaker(self, form: str) -> bool:
        """Say whether a word is for somebody who may claim something: a body, a role, letters."""
        return bool(self.word(form).bits & w.HEADS) or form.isupper() or self.word(form).outlet

    def _is_loose(self, low: str) -> bool:
        """Say whether a word is an enclitic whose first hyphen was forgotten: "a t-il"."""
        return "-" in low and f"-{low}" in self.enclitics

    def tells_role(self, word: Word) -> bool:
        """Say whether a word tells what somebody is: a role, or a title that stands for one."""
        if word.bits & (w.ROLE | w.PERSON):
            return word.is_word
        return bool(word.bits & w.TITLE) and word.key in self._ranks

    def word(self, form: str) -> Word:
        """Return what is known of a word as it is written."""
        found = self._words.get(form)
        if found is None:
            if len(self._words) >= LIMIT:
                self._words.clear()
            found = self._words[form] = self._analyse(form)
        return found

    def _office_in(self, key: str) -> str:
        """Return the office in a word that a prefix begins ("co-", "vice-"), else the word."""
        head, _, base = key.partition("-")
        if not base or key in self._bits or head not in self.words_of("office_prefixes"):
            return key
        return base if self._bits.get(base, 0) & w.ROLE else key

    def _analyse(self, form: str) -> Word:
        key = self.bare_capitals.get(form) or self.fold(form)
        if self._is_loose(key):
            key = f"-{key}"
        key = self._respelt(key) if self.spellings else key
        word = Word(key, form)
        base = self._office_in(key)
        word.bits = self._bits.get(base, 0)
        if not word.upper:
            word.bits &= ~w.GIVEN  # "said", not Said
        if word.upper and self.free:
            word.bits = w.capital_bits(word.bits)
        if word.upper and key in self.capital_nouns:
            word.bits &= w.HEADS | w.THING  # "lo Stato", not "stato"
        if word.caps and form in self.initials:
            word.bits = w.BODY  # "WHO", not "who"
        if word.caps and form in self.letter_offices:
            word.bits |= w.ROLE  # "the CM", not "cm"
        if word.upper and form in self.countries:
            word.bits = w.DEMONYM  # "US", not "us"
        word.features = self._features.get(base, 0)
        if self.renames and word.upper and "-" in key and not word.bits:
            front, _, rest = key.partition("-")  # "Marie-Annick", by its first half
            named = self.compounds and self._bits.get(rest.rpartition("-")[2], 0) & _NOMINAL
            if rest and not named and self._bits.get(front, 0) & w.GIVEN:
                word.bits, word.features = w.GIVEN, self._features.get(front, 0)
        word.cues = self._cues.get(key, ())
        word.lemma = self._lemmas.get(base, base)
        word.stem = self.stem(key)
        if not word.is_word:
            return word
        if key[:1].isdigit() or (key[1:2].isdigit() and not key[:1].isalpha()):
            word.bits |= w.NUM  # "£4m" as well
        word.outlet = self._may_be_outlet(word, form)
        if self.noun_capitals and not word.upper:
            word.bits &= ~_NOMINAL  # "stimme", no "Stimme"
            word.cues = tuple(cue for cue in word.cues if cue.form & ~w.NOUN)
        if self.compounds and word.upper and not word.bits and not word.cues:
            self.end_noun(word)
        if not word.bits and not word.cues and not word.upper:
            if key.endswith(self.verb_endings) and len(key) > 4 and self.verb_endings:
                word.bits |= w.VERB
            elif self.infinitive_endings and key.endswith(self.infinitive_endings):
                word.bits |= w.INFIN
            elif self.adverb_endings and key.endswith(self.adverb_endings) and len(key) > 4:
                word.bits |= w.ADV
        if (
            "-" in key and not word.bits & ~w.NUM and not word.cues
            and not (
                form.rpartition("-")[2][:1].isupper()  # both parts with a capital: a name
                and not (self.noun_capitals and key[:1].isdigit())
            )
        ):  # fmt: skip
            self._compound(word)
        return word

    def _respelt(self, key: str) -> str:
        """Return an unknown word as the tables write it: "gemäss", "fuer"."""
        for written, letter in self.spellings:
            if written in key and key not in self._bits and key not in self._cues:
                for found in (key.replace(written, letter), key.replace(written, letter, 1)):
                    if found in self._bits or found in self._cues:
                        return found
        return key

    def end_noun(self, word: Word, *, led: bool = False) -> None:
        """Let a compound be what the noun is that it ends with: "Landesfinanzministerin".

        With `led` an article before it tells that it is no name.
        """
        _, hyphen, base = word.key.rpartition("-")
        starts = [0] if hyphen else []
        for start in (*starts, *range(COMPOUND_HEAD, len(base) - COMPOUND_TAIL + 1)):
            tail = base[start:]
            bits = self._bits.get(tail, 0) & _NOMINAL
            name = self._lemmas.get(tail, tail) in self.surname_tails and not (led or hyphen)
            if not bits or (start and name):
                continue
            word.bits, word.features = bits, self._features.get(tail, 0)
            word.lemma = word.key
            self.tails[word.key] = self._lemmas.get(tail, tail)
            return
        if word.key.endswith(self.role_endings) and len(word.key) >= ROLE_LETTERS:
            word.bits, word.lemma = w.ROLE, word.key
            if word.key.endswith(self.role_endings[:1]):
                word.features = w.FEM | w.SING

    def noun(self, form: str) -> Word:
        """Return what is known of a noun that has its capital as all nouns have."""
        found = self._noun_words.get(form)
        if found is None:
            if len(self._noun_words) >= LIMIT:
                self._noun_words.clear()
            told = self.word(form)
            found = Word(told.key, form)
            found.upper = found.caps = False
            found.capital = True
            found.bits = told.bits & (_NOMINAL | w.TIME | w.CARDINAL | w.NUM | w.TITLE | w.PLURAL)
            found.features, found.lemma, found.stem = told.features, told.lemma, told.stem
            found.cues = tuple(cue for cue in told.cues if cue.form & w.NOUN)
            found.outlet = told.outlet
            self._noun_words[form] = found
        return found

    def opens_as_verb(self, word: Word) -> bool:
        """Say whether a word that opens its sentence with a capital may be its verb."""
        if word.bits & (w.GIVEN | w.HEADS) or not (self.free or self.title_case):
            return False
        if not self.free:  # "Replied Ann Poe: “…”"
            forms = [cue.form for cue in word.cues if cue.governs & w.QUOTE]
            return any(forms) and all(o & w.FINITE and not o & w.INFINITIVE for o in forms)
        endings = (*self.verb_endings, *self.gerund_endings) if self.verb_endings else ("\0",)
        finite = word.bits & w.VERB or any(cue.form & w.FINITE for cue in word.cues)
        return bool(finite) or word.key.endswith(endings)

    def _may_be_outlet(self, word: Word, form: str) -> bool:
        """Say whether a word may begin an outlet's name: with a capital, or written without."""
        if w.is_site(word.key):
            return True
        if word.upper:
            first = fold_words(form)[:1]
            pronoun = word.bits & w.PRON and not word.bits & w.DET
            return bool(first) and first[0] in self._outlet_words and not pronoun
        known = Authority.load().all_by_name(form)
        joined = "-" in form and bool(known)  # "t-online"
        if word.bits or word.cues or not (joined or fold_name(form) in self._plain_outlets):
            return False
        names = Authority.load().equal_names
        return any(o.kind != "collective" and form in names(o) for o in known)

    def _compound(self, word: Word) -> None:
        """Let a word with a hyphen be what its last part is ("co-author", "29-year-old")."""
        parts = word.key.split("-")
        led = next((i for i, part in enumerate(parts) if self._bits.get(part, 0) & w.PREP), 0)
        last = parts[led - 1] if 0 < led < len(parts) - 1 else parts[-1]  # "father-of-two"
        if word.key[:1].isdigit() and last in self.lists.get("age_words", ()):
            word.bits |= w.PERSON
            return
        word.bits = self._bits.get(last, 0) & (w.HEADS | w.OCCASION | w.ADJ | w.PLURAL)
        word.features = self._features.get(last, 0)
        word.lemma = self._lemmas.get(last, word.key)

    def without_case(self, form: str) -> str:
        """Return a written noun without the suffix of its case."""
        return form

    def stem(self, key: str) -> str:
        """Return a name's word without an ending of case."""
        for ending in self.case_endings:
            if key.endswith(ending) and len(key) >= len(ending) + 3:
                return key[: -len(ending)]
        if key.startswith(self.name_articles) and len(key) > SHORT_NAME:
            return key.partition("-")[2]  # "al-Sabti", and "M. Sabti"
        return key


class _Memory(dict[str, tuple[tuple[int, Word], ...]]):
    """Pieces of text met so far: the length and the word of each part."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__()
        self._grammar = grammar

    def __missing__(self, piece: str) -> tuple[tuple[int, Word], ...]:
        if len(self) >= LIMIT:
            self.clear()
        bare = piece[:1] if piece[:1] == "\n" else piece.rstrip()  # the blanks after it
        if bare != piece:
            found = self[piece] = self[bare]
            return found
        if piece in _DOUBLED:
            found = self[piece] = ((len(piece), self._grammar.word(_DOUBLED[piece])),)
            return found
        parts = self._grammar.parts(piece) if piece[:1].isalnum() else [piece]
        found = self[piece] = tuple((len(part), self._grammar.word(part)) for part in parts)
        return found
