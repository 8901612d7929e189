"""One language, ready for the engine."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rawi.authority.outlets import Authority
from rawi.errors import DataError
from rawi.reading import lexicon as lx
from rawi.reading.folding import Folder as Fold
from rawi.reading.inflect import features, paradigms
from rawi.reading.lexicon import Lexicon
from rawi.reading.packs import cues, nouns, phrasebooks
from rawi.reading.packs.files import Folder, Table, read_toml
from rawi.reading.packs.morphology import morphology
from rawi.reading.packs.spelling import Forms, Spelling
from rawi.reading.packs.words import add_words
from rawi.reading.phrases import PhraseBook

if TYPE_CHECKING:
    from rawi.reading.dates import DateGrammar


def load_from(folder: Folder) -> Pack:
    """Load a language pack from a folder.  Raises `DataError` with the file and the line."""
    with _no_collection():
        return Pack(folder)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the collector from going again and again through tables that grow and stay."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


class Pack:
    """One language: its words, its phrases, its marks.

    All words are folded.  `forms` adds to the lexicon; the order in which the tables come
    matters, since the first of them that tells a form's gender and number is right.
    """

    def __init__(self, folder: Folder) -> None:
        settings = read_toml(folder, "pack.toml")
        try:
            self.code: str = settings["code"]
            self.direction: str = settings["direction"]
        except KeyError as error:
            raise DataError(f"{folder}: pack.toml has no {error}") from None
        self.folder = folder
        self.fold = Fold(
            settings.get("fold", {}),
            settings.get("habits", {}),
            "".join(settings.get("words", {}).get("conjunctions", ())),
        )
        self.lexicon = Lexicon(morphology(settings, self.fold))
        self.spelling = Spelling(settings, self.lexicon.morphology.article)
        #: the last letters that stand for another at a word's end, and what tables write
        self.usual_endings = {v: k for k, v in settings.get("final_variants", {}).items()}
        self._forms = Forms(self.fold, self.spelling, self.lexicon)
        self._take_marks(settings.get("marks", {}))
        self._take_shape(settings.get("words", {}))
        self._take_outlets()
        self._take_words(read_toml(folder, "words.toml"))
        self._take_verbs()
        self._take_phrases(read_toml(folder, "phrases.toml"))
        self._take_tables()
        for form in self.owned:
            self.lexicon.forget(form)
        self.masking, self.masking_words = phrasebooks.masking(
            self.code, self.stuck, self.fold, self.lexicon
        )
        self._take_layout(read_toml(folder, "layout.toml"))
        self._dates: DateGrammar | None = None

    @property
    def dates(self) -> DateGrammar | None:
        """The language's date grammar, compiled when it is first asked for; None without one."""
        if self._dates is None and self.folder.joinpath("dates.toml").is_file():
            from rawi.reading.dates import DateGrammar

            self._dates = DateGrammar.load(self.folder.joinpath("dates.toml"))
        return self._dates

    def is_preposition(self, form: str) -> bool:
        """Say whether a folded form is a preposition, alone or stuck to what follows."""
        known = form in self.stuck or form in self.nominal
        return known or bool(self.lexicon.bits(form) & lx.PREP)

    def _words(self, forms: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self.fold.word, forms))

    def _book(self, phrases: Iterable[str]) -> PhraseBook[str]:
        return phrasebooks.book_of(phrases, self.stuck, self._forms)

    def _take_marks(self, marks: dict[str, Any]) -> None:
        self.sentence_marks = frozenset(marks.get("sentence", ".!?…"))
        self.clause_marks = frozenset(marks.get("clause", ",;"))
        self.strong_marks = frozenset(marks.get("strong", ";"))
        self.question_marks = frozenset(marks.get("question", "?"))
        self.closing_marks = frozenset('»”"')
        self.colons = frozenset(marks.get("colon", ":"))
        self.dashes = frozenset(marks.get("dash", "-–—"))
        self.bullets = frozenset(marks.get("bullet", "-*•"))
        #: what may stand at a phrase's edges and is none of its words
        self.edges = " \t." + "".join(sorted(self.clause_marks | self.colons | self.dashes))

    def _take_shape(self, shape: dict[str, Any]) -> None:
        self.first_person_suffixes = tuple(shape.get("first_person_suffixes", ()))
        self.first_person = self._words(shape.get("first_person", ()))
        self.accusative_mark: str = shape.get("accusative_mark", "")
        self.before_pronouns = [
            (self.fold.word(written), self.fold.word(alone))
            for written, alone in shape.get("before_pronouns", ())
        ]
        self.consequent = frozenset(shape.get("consequent", ()))
        self.hearers = tuple(shape.get("hearers", ()))
        self.passive_mark: str = shape.get("passive_mark", "")
        self.owned_endings = tuple(self.fold.word(e) for e in shape.get("owned_endings", ()))
        self.verbal_endings = tuple(shape.get("verbal_endings", ()))
        self.participles = tuple(shape.get("participles", ()))
        self.title_days = self._words(shape.get("title_days", ()))
        self.days = self._words(shape.get("days", ()))
        self.place_prepositions = frozenset(shape.get("place_prepositions", ()))
        self.stuck = tuple(shape.get("prepositions", ()))
        self.loose = frozenset(shape.get("loose_prepositions", ()))
        self.addressing = frozenset(shape.get("addressing", ()))

    def _take_outlets(self) -> None:
        authority = Authority.load()
        self.lexicon.outlet_words = authority.first_words()
        self.lexicon.outlet_names = authority.one_word_names()
        self.lexicon.aired_words = authority.aired_words()

    def _take_words(self, table: dict[str, Any]) -> None:
        add_words(table, self._forms)
        refused = table.get("speech", {}).get("refused_government", ())
        self.refused = frozenset(cues.government(" ".join(refused), self.fold))
        media = table.get("media", {})
        self.posting = {
            self.fold.word(form): network
            for form, network in media.get("posting_verbs", {}).items()
        }
        self.contact = self._words(media.get("contact", ()))
        self.reaching = self._words(media.get("reaching", ()))
        self.ours = self._words(media.get("ours", ()))
        self.airing = self._words(media.get("airing", ()))
        self.obtaining = self._words(media.get("obtaining", ()))
        self.copies = self._words(media.get("copies", ()))
        self.towards = self._words(media.get("towards", ()))
        self.commenting = self._words(media.get("commenting", ()))
        self.commented = self._words(media.get("commented", ()))
        self.land_media = self._words(media.get("of_land", ()))
        self.kept_media = self._words(media.get("kept", ()))
        self.name_suffixes = self._words(media.get("name_suffixes", ()))
        self.media_bodies = self._words(media.get("bodies", ()))
        self.media_within = self._words(media.get("within", ()))
        self.press_at_large = self._book(media.get("at_large", ()))
        self.no_outlets = self._book(media.get("no_outlets", ()))
        self.media_suffixes = self._words(media.get("suffixes", ()))
        self.weak_media = self._words(media.get("weak", ()))
        self.through = self._words(media.get("through", ()))
        self.media_kinds = self._words(media.get("kinds", ()))
        self.over = self._words(media.get("over", ()))
        self.clause_openers = self._words(table.get("clause_openers", ()))
        self.trailers = self._words(table.get("trailers", ()))
        self.anonymity = self._words(table.get("anonymity", ()))
        self.like_names = self._words(table.get("like_names", ()))
        self.relations = [tuple(map(self.fold.word, pair)) for pair in table.get("relations", ())]
        self.authors = self._words(table.get("authors", ()))
        self.deeds = self._words(table.get("deeds", ()))
        self.scholars = self._words(table.get("scholars", ()))
        self.statements = self._words(table.get("statements", ()))
        self.recordings = self._words(table.get("recordings", ()))
        self.issuing = self._words(table.get("issuing", ()))
        self.reports = self._words(table.get("reports", ()))
        self.issues = self._words(table.get("issues", ()))
        self.percent = self._words(table.get("percent", ()))
        self.undone = self._words(table.get("undone", ()))
        self.dated = self._words(table.get("dated", ()))
        self.colleagues = self._words(table.get("colleagues", ()))
        self.journals = self._words(media.get("journals", ()))
        self.press_words = self._words(media.get("press_words", ()))
        self.any_document = self._words(table.get("any_document", ()))
        self.synonyms = [
            (self._words(told.split()), self._words(meant.split()))
            for told, meant in table.get("synonyms", ())
        ]
        self.owned = self._words(table.get("owned", ()))
        self.own_names = self._words(table.get("own_names", ()))
        self.withholding = self._words(table.get("withholding", ()))
        self.nothing = self._words(table.get("nothing", ()))
        self.governed = self._words(table.get("governed_by_adjectives", ()))
        self.source_nouns = self._words(table.get("source_nouns", ()))
        self.collectives = self._words(table.get("collectives", ()))
        self.publics = self._words(table.get("publics", ()))
        self.governing = self._words(table.get("governing", ()))
        self.belonging = self._words(table.get("belonging", ()))
        self.learning = frozenset(table.get("learning", ()))
        self.gestures = self._words(table.get("gestures", ()))
        self.manner = self._words(table.get("manner", ()))
        self.simply_as = self._words(table.get("simply_as", ()))
        self.ordinals = self._words(table.get("ordinals", ()))
        self.former = self._words(table.get("former", ()))
        self.counterparts = self._words(table.get("counterparts", ()))
        self.known_as = self._words(table.get("known_as", ()))
        self.apart = self._words(table.get("apart", ()))
        self.trials = self._words(table.get("trials", ()))
        self.accused = self._words(table.get("accused", ()))
        self.then = self._words(table.get("then", ()))
        self.leads = {
            self.fold.word(form): self.fold.word(office)
            for form, office in table.get("leads", {}).items()
        }
        self.representing = self._words(table.get("representing", ()))
        self.joined = self._words(table.get("joined_particles", ()))
        self.feminine_plurals = self._words(table.get("feminine_plurals", ()))
        self.fathers = self._words(table.get("fathers", ()))
        self.plain_people = self._words(table.get("plain_people", ()))
        self.of_what = self._words(table.get("of_what", ()))
        self.attached = self._words(table.get("attached", ()))
        self.officials = self._words(table.get("officials", ()))
        self.asking = self._words(table.get("asking", ()))
        self.hearing = self._words(table.get("hearing", ()))
        self.floors = self._words(table.get("floors", ()))
        self.kin = self._words(table.get("kin", ()))
        self.belongings = self._words(table.get("belongings", ()))
        self.kunyas = self.fathers | self._words(table.get("kunyas", ()))
        self.place_heads = self._words(table.get("place_heads", ()))
        self.clans = self._words(table.get("clans", ()))
        self.aged = self._words(table.get("aged", ()))
        self.masculine_places = self._words(table.get("masculine_places", ()))
        self.latter = self._words(table.get("latter", ()))
        self.titled = self._words(table.get("titled", ()))
        self.headed = self._words(table.get("headed", ()))
        self.happenings = self._words(table.get("happenings", ()))
        self.who = self._words(table.get("who", ()))
        self.about = self._words(table.get("about", ()))
        self.burdens = self._words(table.get("burdens", ()))
        self.as_written = {
            self.fold.word(form): tuple(table.get("as_written", ()))
            for form in table.get("as_written", ())
        }
        self.proper_bodies = self._words(table.get("proper_bodies", ()))
        self.semi = self._words(table.get("semi", ()))
        self.ranked = self._words(table.get("ranked", ()))
        self.attacks = self._words(table.get("attacks", ()))
        self.due = self._words(table.get("due", ()))
        self.conditions = self._words(table.get("conditions", ()))
        self.cited = self._words(table.get("cited", ()))
        self.measures = self._words(table.get("measures", ()))
        self.information = self._words(table.get("information", ()))
        self.courts = self._words(table.get("courts", ()))
        self.born = self._words(table.get("born", ()))
        self.whom = self._words(table.get("whom", ()))
        self.stances = self._words(table.get("stances", ()))
        self.obliging = self._words(table.get("obliging", ()))
        self.whereas = self._words(table.get("whereas", ()))
        self.claims = self._words(table.get("claims", ()))
        self.asked = self._words(table.get("asked", ()))
        self.un = self._words(table.get("un", ()))
        self.nobody = self._words(table.get("nobody", ()))
        self.whatever = self._words(table.get("whatever", ()))
        self.meanwhile = self._words(table.get("meanwhile", ()))
        self.fronting = self._words(table.get("fronting", ()))
        self.litotes = self._words(table.get("litotes", ()))
        self.offers = self._words(table.get("offers", ()))
        self.continuing = frozenset(table.get("continuing", ()))
        self.questioning = frozenset(table.get("questioning", ()))
        self.answering = frozenset(table.get("answering", ()))
        self.replies = self._words(table.get("occasions", {}).get("replies", ()))
        #: what tells in a sentence of its own where somebody spoke
        self.speaking = self._words(table.get("occasions", {}).get("speaking", ()))
        self.accompanying = self._words(table.get("accompanying", ()))
        self.because = self._words(table.get("because", ()))
        self.questions = self._words(table.get("questions", ()))
        self.after_if = {
            self.fold.word(form): self._words(verbs)
            for form, verbs in table.get("after_if", {}).items()
        }
        thats = self._words(table.get("complementisers", ()))
        #: "that" with a pronoun stuck to it, and the gender and number that it tells
        self.that_of = {
            that + self.fold.word(pronoun): features(names)
            for pronoun, names in table.get("that_of", {}).items()
            for that in thats
            if that + self.fold.word(pronoun) in thats
        }
        self.nominal = self._words(table.get("nominal_prepositions", ()))
        self.asides = self._book(table.get("for_his_part", ()))
        self.contrast = self._book(table.get("contrast", ()))
        self.tails = self._book(table.get("tails", ()))
        self.comments = self._book(table.get("comments", ()))
        self.so_called = self._book(table.get("so_called", ()))
        self.look_alikes = self._book(table.get("look_alikes", ()))
        self.negating = self._book(table.get("negating", ()))
        self.inner = self._book(table.get("inner", ()))
        self.topics = self._book(table.get("topicalisers", ()))

    def _take_verbs(self) -> None:
        rules = read_toml(self.folder, "inflection.toml")
        if rules:
            inflection = paradigms(rules, self.fold.word)
            cues.add_cues(Table(self.folder, "cues.tsv"), inflection, self._forms)
            cues.add_verbs(Table(self.folder, "verbs.tsv"), inflection, self._forms)

    def _take_phrases(self, table: dict[str, Any]) -> None:
        self.cue_phrases = phrasebooks.cue_phrases(table, self.stuck, self._forms)
        relay = table.get("relay", {})
        self._forms.add(relay.get("verbs", ()), lx.RELAY)
        self.relay_from = self._words(relay.get("from", ()))
        self.relay_about = {
            self.fold.word(form): features(names) for form, names in relay.get("about", {}).items()
        }
        self.passing = self._words(relay.get("passing", ()))

    def _take_tables(self) -> None:
        folder, forms = self.folder, self._forms
        nouns.add_names(Table(folder, "names.tsv"), forms)
        self.titles = phrasebooks.titles(Table(folder, "titles.tsv"), forms)
        peoples, table = Table(folder, "demonyms.tsv"), Table(folder, "places.tsv")
        demonyms = nouns.add_demonyms(peoples, forms)
        #: what somebody of a country is called, by the country's name
        self.origins = phrasebooks.origins(table, peoples, forms)
        self.places, self.speaking_places, self.seats = phrasebooks.places(table, forms)
        self.lemmas = demonyms | nouns.add_roles(Table(folder, "roles.tsv"), forms)
        for word, other in self.relations:
            self.lemmas[word] = other
        nouns.add_nouns(folder, forms)

    def _take_layout(self, layout: dict[str, Any]) -> None:
        self.layout = layout
        self.headline_labels = self._words(layout.get("headline", {}).get("labels", ()))
        self.headline_tails = self._words(layout.get("headline", {}).get("tails", ()))
        #: compiled from the layout's labels when they are first asked for
        self.labels: re.Pattern[str] | None = None
        question = layout.get("question", {})
        self.answer_labels = self._words(question.get("answerer", ()))
        self.turn_labels = self.answer_labels | self._words(question.get("asker", ()))
