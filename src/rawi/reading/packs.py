"""Language packs: a folder of tables, read once into what the engine asks for.

`available()` names the languages that ship; `load(code)` reads one.  A pack may
also lie outside the package: `load_from(folder)`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rawi.authority.outlets import Authority
from rawi.errors import DataError
from rawi.reading import lexicon as lx
from rawi.reading.folding import Folder
from rawi.reading.inflect import FEM, MASC, PLUR, SING, Inflection, features
from rawi.reading.lexicon import CueForm, Lexicon, Morphology
from rawi.reading.phrases import PhraseBook

if TYPE_CHECKING:
    from rawi.reading.dates import DateGrammar

CUE_COLUMNS: Final = ("past", "present", "participle", "masdar")


@cache
def available() -> tuple[str, ...]:
    """Return the codes of the languages that ship with Rawi, sorted."""
    return tuple(
        sorted(
            entry.name
            for entry in files("rawi.languages").iterdir()
            if entry.is_dir() and entry.joinpath("pack.toml").is_file()
        )
    )


class Profile(NamedTuple):
    """What tells a language from the text alone: its script, and letters that only others use."""

    scripts: tuple[str, ...]
    foreign_letters: frozenset[str]
    foreign_share: float


@cache
def profile(code: str) -> Profile:
    """Return how a language that ships is told, without loading the rest of it."""
    settings = _toml(files("rawi.languages").joinpath(code), "pack.toml")
    return Profile(
        tuple(script.upper() for script in settings.get("scripts", ())),
        frozenset(settings.get("foreign_letters", "")),
        settings.get("foreign_share", 1.0),
    )


@cache
def load(code: str) -> Pack:
    """Load a language that ships with Rawi.

    Raises `DataError` where there is none of that code or its tables are faulty.
    """
    if code not in available():
        raise DataError(f"no language pack {code!r}; there are: {', '.join(available())}")
    return load_from(files("rawi.languages").joinpath(code))


def load_from(folder: Traversable | Path) -> Pack:
    """Load a language pack from a folder.  Raises `DataError` with the file and the line."""
    return Pack(folder)


def _toml(folder: Traversable | Path, name: str) -> dict[str, Any]:
    path = folder.joinpath(name)
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: {error}") from None


def _rows(folder: Traversable | Path, name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table; none where the pack has no such table."""
    path = folder.joinpath(name)
    if not path.is_file():
        return
    header: list[str] | None = None
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise DataError(f"{path}:{number}: {len(cells)} cells under {len(header)} headings")
        yield dict(zip(header, cells, strict=False))


class Pack:
    """One language, ready for the engine."""

    def __init__(self, folder: Traversable | Path) -> None:
        settings = _toml(folder, "pack.toml")
        try:
            self.code: str = settings["code"]
            self.direction: str = settings["direction"]
        except KeyError as error:
            raise DataError(f"{folder}: pack.toml has no {error}") from None
        self.folder = folder
        self.fold = Folder(settings.get("fold", {}))
        marks = settings.get("marks", {})
        self.sentence_marks = frozenset(marks.get("sentence", ".!?…"))
        self.clause_marks = frozenset(marks.get("clause", ",;"))
        self.strong_marks = frozenset(marks.get("strong", ";"))
        self.question_marks = frozenset(marks.get("question", "?"))
        self.colons = frozenset(marks.get("colon", ":"))
        self.dashes = frozenset(marks.get("dash", "-–—"))
        self.bullets = frozenset(marks.get("bullet", "-*•"))
        #: what may stand at a phrase's edges and is none of its words
        self.edges = " \t." + "".join(sorted(self.clause_marks | self.colons | self.dashes))
        self.labels: re.Pattern[str] | None = None
        self._variants = str.maketrans(settings.get("variants", {}))
        self._final_variants: dict[str, str] = settings.get("final_variants", {})
        shape = settings.get("words", {})
        self.first_person_suffixes = tuple(shape.get("first_person_suffixes", ()))
        self.first_person = frozenset(map(self.fold.word, shape.get("first_person", ())))
        self.lexicon = Lexicon(self._morphology(settings))
        sequences = Authority.load().name_sequences()
        self.lexicon.outlet_words = frozenset(sequence.words[0] for sequence in sequences)
        self.lexicon.outlet_names = frozenset(s.words[0] for s in sequences if len(s.words) == 1)
        self.accusative_mark: str = shape.get("accusative_mark", "")
        self.days = frozenset(map(self.fold.word, shape.get("days", ())))
        self.place_prepositions = frozenset(shape.get("place_prepositions", ()))
        self.stuck = tuple(shape.get("prepositions", ()))
        self.loose = frozenset(shape.get("loose_prepositions", ()))
        self.addressing = frozenset(shape.get("addressing", ()))
        self.masking: PhraseBook[str] = PhraseBook()
        self._add_words(_toml(folder, "words.toml"))
        self._add_cues(folder)
        self._add_phrases(_toml(folder, "phrases.toml"))
        self._add_tables(folder)
        self._mask_particles()
        self.layout: dict[str, Any] = _toml(folder, "layout.toml")
        question = self.layout.get("question", {})
        self.answer_labels = frozenset(map(self.fold.word, question.get("answerer", ())))
        self.turn_labels = self.answer_labels | frozenset(
            map(self.fold.word, question.get("asker", ()))
        )
        self._dates: DateGrammar | None = None

    @property
    def dates(self) -> DateGrammar | None:
        """The language's date grammar, compiled when it is first asked for; None without one."""
        if self._dates is None and self.folder.joinpath("dates.toml").is_file():
            from rawi.reading.dates import DateGrammar

            self._dates = DateGrammar.load(self.folder.joinpath("dates.toml"))
        return self._dates

    def forms(self, form: str) -> list[str]:
        """Return a table's form folded, and as it is written with plain letters."""
        folded = self.fold.word(form)
        plain = folded.translate(self._variants)
        ending = self._final_variants.get(plain[-1:])
        if ending is not None and len(plain) > 3:
            return [*dict.fromkeys((folded, plain, plain[:-1] + ending))]
        short = len(plain) <= len(self.lexicon.morphology.article)
        return [folded] if plain == folded or short else [folded, plain]

    # -- tables ----------------------------------------------------------------

    def _morphology(self, settings: dict[str, Any]) -> Morphology:
        shape = settings.get("words", {})
        word = self.fold.word
        return Morphology(
            conjunctions=tuple(shape.get("conjunctions", ())),
            prepositions=tuple(shape.get("prepositions", ())),
            article=shape.get("article", ""),
            contracted=tuple((front, to[0]) for front, to in shape.get("contracted", {}).items()),
            pronouns=tuple(sorted(shape.get("pronouns", ()), key=lambda p: -len(p))),
            accusative=shape.get("accusative", ""),
            restored=tuple((word(a), word(b)) for a, b in shape.get("restored", ())),
            construct=tuple((word(a), word(b)) for a, b in shape.get("construct", ())),
            plurals=tuple((word(a), word(b)) for a, b in shape.get("plurals", ())),
            loose=frozenset(shape.get("loose_prepositions", ())),
            object_pronouns=frozenset(shape.get("object_pronouns", ())),
            endings=tuple(
                (word(ending), _ending_features(names))
                for ending, names in sorted(
                    settings.get("endings", {}).items(), key=lambda item: -len(item[0])
                )
            ),
        )

    def _add(self, forms: Iterable[str], bits: int, feats: int = 0) -> None:
        for form in forms:
            if form:
                first, *others = self.forms(form)
                self.lexicon.add(first, bits, feats)
                for other in others:
                    if not self.lexicon.bits(other) & lx.PARTICLES:
                        self.lexicon.add(other, bits, feats)

    def _add_words(self, table: dict[str, Any]) -> None:
        for name, bits in _WORD_BITS.items():
            self._add(table.get(name, ()), bits)
        for name, bits in _OCCASION_BITS.items():
            self._add(table.get("occasions", {}).get(name, ()), bits | lx.OCCASION)
        media = table.get("media", {})
        for name, bits in _MEDIA_BITS.items():
            self._add(media.get(name, ()), bits)
        speech = table.get("speech", {})
        for name, bits in _SPEECH_BITS.items():
            self._add(speech.get(name, ()), bits)
        self.refused = frozenset(self._government(" ".join(speech.get("refused_government", ()))))
        self.posting = {
            self.fold.word(form): network
            for form, network in media.get("posting_verbs", {}).items()
        }
        self.clause_openers = frozenset(map(self.fold.word, table.get("clause_openers", ())))
        self.trailers = frozenset(map(self.fold.word, table.get("trailers", ())))
        self.anonymity = frozenset(map(self.fold.word, table.get("anonymity", ())))
        self.nothing = frozenset(map(self.fold.word, table.get("nothing", ())))
        self.governed = frozenset(map(self.fold.word, table.get("governed_by_adjectives", ())))
        self.collectives = frozenset(map(self.fold.word, table.get("collectives", ())))
        self.governing = frozenset(map(self.fold.word, table.get("governing", ())))
        self.learning = frozenset(table.get("learning", ()))
        self.simply_as = frozenset(map(self.fold.word, table.get("simply_as", ())))
        self.questions = frozenset(map(self.fold.word, table.get("questions", ())))
        self.nominal = frozenset(map(self.fold.word, table.get("nominal_prepositions", ())))
        self.contact = frozenset(map(self.fold.word, media.get("contact", ())))
        self.media_suffixes = frozenset(map(self.fold.word, media.get("suffixes", ())))
        self.weak_media = frozenset(map(self.fold.word, media.get("weak", ())))
        self.through = frozenset(map(self.fold.word, media.get("through", ())))
        self.closing_marks = frozenset('»”"')
        self.asides = self._book(table.get("for_his_part", ()))
        self.contrast = self._book(table.get("contrast", ()))
        self.tails = self._book(table.get("tails", ()))
        self.negating = self._book(table.get("negating", ()))
        self.inner = self._book(table.get("inner", ()))
        self.topics = self._book(table.get("topicalisers", ()))

    def _book(self, phrases: Iterable[str]) -> PhraseBook[str]:
        book: PhraseBook[str] = PhraseBook(self.stuck)
        for phrase in phrases:
            words = [self.fold.word(word) for word in phrase.split()]
            if words and all(words):
                book.add(words, phrase)
        self._add(book.firsts(), lx.PHRASE)
        return book

    def _add_cues(self, folder: Traversable | Path) -> None:
        table = _toml(folder, "inflection.toml")
        if not table:
            return
        inflection = Inflection(table)
        for row in _rows(folder, "cues.tsv"):
            governs = frozenset(self._government(row["governs"]))
            for column in CUE_COLUMNS:
                part = row[column]
                if part == "-":
                    continue
                for form, bits in inflection.forms(column, part):
                    cue = CueForm(row["past"], governs, bits)
                    for folded in self.forms(form):
                        self.lexicon.add_cue(folded, cue)
            if row["masdar"] != "-":
                self._add([row["masdar"]], lx.SPEECH)
        for row in _rows(folder, "verbs.tsv"):
            doubtful = row.get("ambiguous", "") == "yes"
            for column in ("past", "present"):
                if row[column] != "-":
                    for form, bits in inflection.forms(column, row[column]):
                        if not doubtful or bits & FEM or not bits & SING:
                            self._add([form], lx.VERB, bits)

    def _government(self, codes: str) -> Iterator[str]:
        for code in codes.split():
            yield code if len(code) == 1 and code.isascii() else self.fold.word(code)

    def _add_phrases(self, table: dict[str, Any]) -> None:
        self.cue_phrases: PhraseBook[str] = PhraseBook(self.stuck)
        for kind in ("according", "as_said", "in_document", "in_document_own", "pretext"):
            for entry in table.get(kind, ()):
                for phrase in entry["words"]:
                    self.cue_phrases.add([self.fold.word(w) for w in phrase.split()], kind)
        for entry in table.get("according_own", ()):
            for phrase in entry["words"]:
                *first, last = (self.fold.word(word) for word in phrase.split())
                for pronoun in self.lexicon.morphology.pronouns:
                    for stem in {last, *self._before_pronoun(last)}:
                        self.cue_phrases.add([*first, stem + pronoun], "according_own")
        self._add(self.cue_phrases.firsts(), lx.PHRASE)
        relay = table.get("relay", {})
        self._add(relay.get("verbs", ()), lx.RELAY)
        self.relay_from = frozenset(map(self.fold.word, relay.get("from", ())))
        self.passing = frozenset(map(self.fold.word, relay.get("passing", ())))

    def _before_pronoun(self, form: str) -> Iterator[str]:
        """Yield a form as it is written before a stuck pronoun: the restored endings reversed."""
        for written, was in self.lexicon.morphology.restored:
            if was and form.endswith(was):
                yield form[: -len(was)] + written

    def _add_tables(self, folder: Traversable | Path) -> None:
        self.titles: PhraseBook[str] = PhraseBook()
        self.lemmas: dict[str, str] = {}
        self.places: PhraseBook[str] = PhraseBook()
        self.speaking_places: set[str] = set()
        for row in _rows(folder, "names.tsv"):
            first, *others = row["form"].split()
            if len(first) < 4 and self.lexicon.bits(self.fold.word(first)) & lx.PARTICLES:
                continue
            self._add([first], _name_bits(row), _gender(row.get("gender", "")))
            self._add(
                [
                    w
                    for w in others
                    if len(w) > 2 and not self.lexicon.bits(self.fold.word(w)) & lx.PARTICLES
                ],
                lx.FAMILY | lx.AMBIGUOUS,
            )
        for row in _rows(folder, "titles.tsv"):
            for form, gender in ((row["form"], MASC), (row.get("feminine", ""), FEM)):
                self._add_title(form, gender)
        for row in _rows(folder, "demonyms.tsv"):
            self._add(row["masculine"].split()[:1], lx.DEMONYM, MASC | SING)
            self._add(row["feminine"].split()[:1], lx.DEMONYM, FEM | SING)
            self._add(row["plural_nominative"].split()[:1], lx.DEMONYM, MASC | PLUR | lx.NOMINATIVE)
            self._add(row["plural_oblique"].split()[:1], lx.DEMONYM, MASC | PLUR | lx.OBLIQUE)
        for row in _rows(folder, "places.tsv"):
            self._add_place(row)
        for row in _rows(folder, "roles.tsv"):
            bits = lx.ROLE | (lx.UNNAMED if row.get("unnamed", "") == "yes" else 0)
            for form in list(row.values())[:4]:
                self.lemmas.setdefault(self.fold.word(form), self.fold.word(row["masculine"]))
            self._add([row["masculine"]], bits, MASC | SING)
            self._add([row["feminine"]], bits, FEM | SING)
            nominative, oblique = row["plural_nominative"], row["plural_oblique"]
            told = nominative != oblique  # a broken plural tells no case
            self._add([nominative], bits, MASC | PLUR | (lx.NOMINATIVE if told else 0))
            self._add([oblique], bits, MASC | PLUR | (lx.OBLIQUE if told else 0))
        for row in _rows(folder, "adjectives.tsv"):
            self._add([row["masculine"]], lx.ADJ, MASC | SING)
            self._add([row.get("feminine", "")], lx.ADJ, FEM | SING)
            self._add([row.get("plural", "")], lx.ADJ, PLUR)
        for row in _rows(folder, "bodies.tsv"):
            bits = lx.DOC if row["kind"] == "document" else lx.BODY
            if row.get("drop", "") == "yes":
                bits |= lx.GENERIC
            self._add([row["form"], row.get("plural", "")], bits)
        for row in _rows(folder, "masdars.tsv"):
            self._add([row["form"]], lx.MASDAR)
        for row in _rows(folder, "nouns.tsv"):
            bits = lx.NOUN | (lx.QUANTITY if row.get("kind", "") == "quantity" else 0)
            self._add([row["form"]], bits, _gender(row.get("gender", "")))
            self._add([row.get("plural", "")], bits)

    def _mask_particles(self) -> None:
        """Note the outlets whose names hold a word that is a particle elsewhere."""
        words: set[str] = set()
        for outlet in Authority.load().outlets:
            for name in outlet.names.get(self.code, ()):
                folded = [self.fold.word(word) for word in name.replace(".", " ").split()]
                if len(folded) > 1 and any(self.lexicon.bits(w) & lx.PARTICLES for w in folded[1:]):
                    self.masking.add(folded, outlet.id)
                    words.update((folded[0], *(p + folded[0] for p in self.stuck)))
        self.masking_words = frozenset(words)

    def _add_title(self, form: str, gender: int) -> None:
        words = [self.fold.word(word).strip(".") for word in form.split()]
        if not words or not words[0]:
            return
        article = self.lexicon.morphology.article
        self.titles.add(words, form)
        if article and not words[0].startswith(article):
            self.titles.add([article + word for word in words], form)
        if len(words) == 1:
            self._add([words[0]], lx.TITLE, gender | SING)
        else:
            self.lexicon.add(words[0], lx.PHRASE)

    def _add_place(self, row: dict[str, str]) -> None:
        words = [self.fold.word(word) for word in row["form"].split()]
        if not words:
            return
        self.places.add(words, row["form"])
        if row.get("speaks", "") == "yes":
            self.speaking_places.add(" ".join(words))
        if len(words) == 1:
            self.lexicon.add(words[0], lx.PLACE | (lx.SPEAKS if row.get("speaks") == "yes" else 0))
        else:
            self.lexicon.add(words[0], lx.PHRASE)


def _ending_features(names: str) -> int:
    bits = 0
    for name in names.split():
        if name == "nominative":
            bits |= lx.NOMINATIVE
        elif name == "oblique":
            bits |= lx.OBLIQUE
        else:
            bits |= features(name)
    return bits


def _gender(name: str) -> int:
    return {"m": MASC | SING, "f": FEM | SING}.get(name, 0)


def _name_bits(row: dict[str, str]) -> int:
    bits = {"given": lx.GIVEN, "family": lx.FAMILY, "particle": lx.PARTICLE}[row["kind"]]
    return bits | (lx.AMBIGUOUS if row.get("ambiguous", "") == "yes" else 0)


_WORD_BITS: Final = {
    "complementisers": lx.COMP,
    "kept_complementisers": lx.KEPT,
    "question_complementisers": lx.QUESTION,
    "connectors": lx.CONNECT,
    "negations": lx.NEG,
    "auxiliaries": lx.AUX,
    "relatives": lx.REL,
    "subject_pronouns": lx.PRON,
    "demonstratives": lx.DEM,
    "anaphora": lx.ANAPHOR,
    "others": lx.OTHER,
    "prepositions": lx.PREP,
    "adjunct_prepositions": lx.PREP | lx.ADJUNCT,
    "nominal_prepositions": lx.NOMINAL_PREP,
    "content_openers": lx.OPENER,
    "times": lx.TIME,
    "naming": lx.NAMING,
    "quantities": lx.QUANTITY,
    "directions": lx.PLACE,
    "offices": lx.OFFICE,
    "byline": lx.BYLINE,
}
_OCCASION_BITS: Final = {"said_to": lx.SAID_TO, "posted_on": lx.POSTED_ON, "other": 0}
_MEDIA_BITS: Final = {
    "outlet": lx.MEDIA,
    "network": lx.NETWORK,
    "press": lx.PRESS,
    "reporter": lx.REPORTER,
    "programme": lx.PROGRAMME,
}
_SPEECH_BITS: Final = {
    "impersonal": lx.IMPERSONAL,
    "mute": lx.MUTE,
    "support": lx.SUPPORT,
    "refusals": lx.REFUSAL,
}
