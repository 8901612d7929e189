"""What a source phrase says of its speaker: name, role, kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.attributes import Attributes
from rawi.reading.document import Document
from rawi.reading.drafts import Range
from rawi.reading.inflect import FEM, MASC, PLUR, SING
from rawi.reading.names import COMMON, Names
from rawi.reading.nouns import NounPhrases

#: So many occurrences of a word are looked at for a name that it ends.
OCCURRENCES: Final = 40
_HUMAN: Final = lx.ROLE | lx.UNNAMED | lx.TITLE
_CASE: Final = lx.OBLIQUE | lx.NOMINATIVE | lx.ACCUSATIVE
#: A name in brackets has so many tokens, at most.
BRACKET: Final = 5
#: "And" is looked for so far into a phrase, in tokens.
REACH: Final = 24


@dataclass(slots=True, eq=False)
class Mention:
    """A source phrase, read.

    `name` is the range of a person's name; `head` the token of the first noun, `kind` what
    it is: person, organisation, document, pronoun.  `words` are the folded stems of the
    phrase, `core` the phrase without relative clauses and appositions; `governs` says that
    its head is definite by a definite genitive ("head of the university"), `several` that
    it names two people or more.
    """

    where: Range
    core: Range
    head: int
    kind: str
    name: Range | None
    features: int
    definite: bool
    unnamed: bool
    words: frozenset[str]
    issuer: Range | None = None
    quoted: Range | None = None
    governs: bool = False
    several: bool = False


class Mentions:
    """Reads source phrases of one document."""

    def __init__(self, document: Document, nouns: NounPhrases) -> None:
        self.document = document
        self.pack = document.pack
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.nouns = nouns
        self.names = Names(document, nouns)
        self.attributes = Attributes(document)
        self.surnames: frozenset[str] = frozenset()
        self.name_words: frozenset[str] = frozenset()
        #: what the people named in full are called by alone, by its first word
        self.tails: dict[str, list[tuple[str, ...]]] = {}
        self._read: dict[Range, Mention] = {}
        self._stems: dict[Range, frozenset[str]] = {}

    def know(self, surnames: frozenset[str]) -> None:
        """Take the surnames of the people whom the document names in full."""
        self.surnames = surnames
        self._read = {where: told for where, told in self._read.items() if told.name is not None}

    def stems(self, where: Range) -> frozenset[str]:
        """Return the folded words of a name, without their articles."""
        found = self._stems.get(where)
        if found is None:
            found = self._stems[where] = self._stems_of(where)
        return found

    def _stems_of(self, where: Range) -> frozenset[str]:
        article = self.pack.lexicon.morphology.article
        words: list[str] = []
        joined = ""
        for index in range(*where):
            if self.document.tokens.is_word(index):
                word = joined + self._as_tables_end(self.lex[index].key.removeprefix(article))
                joined = word if word in self.pack.joined and index + 1 < where[1] else ""
                if not joined:
                    words.append(word)
        return frozenset(words)

    def _as_tables_end(self, word: str) -> str:
        """Return a word with its last letter as tables write it, where the press varies it."""
        usual = self.pack.usual_endings.get(word[-1:])
        return word if usual is None else word[:-1] + usual

    def same_name(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Say whether two names may be one person's: equal, or one a part of the other."""
        if one == other:
            return bool(one)
        small = one if one < other else other if other < one else frozenset()
        return any(not self.pack.lexicon.bits(word) & lx.PARTICLE for word in small)

    def read(self, where: Range) -> Mention:
        """Read a source phrase; once, since several readers ask for the same."""
        told = self._read.get(where)
        if told is None:
            told = self._read[where] = self._tell(where)
        return told

    def _tell(self, where: Range) -> Mention:
        first, last = where
        core = self._core(first, last)
        head = self._head(first, last)
        counted = self._counted(head, core[1])
        head = head if counted is None else counted
        lexeme = self.lex[head]
        held = self.attributes.withheld(first, last) is not None
        name = self.names.find(first, core[1] if held else last) or self._surname(first, core[1])
        name = name or self._tail(*core) or self._after_origin(*core)
        quoted = self._quoted(first, core[1]) or self._bracketed(head, last)
        if name is not None and quoted is not None and self._is_part_of(name, quoted, first):
            name = None
        if name is None:
            called = quoted or self._quoted(core[1], last)
            if quoted is not None and quoted[0] == first + 1 and self._is_surname_of(quoted):
                name, called = quoted, None  # "“Speech” added", of somebody of that name
            if called is not None and (self._is_nickname(called) or self._is_person(head, called)):
                name = called
        kind = self._kind(head, name, quoted)
        if name is not None and name == quoted:
            kind = "person"
        several = False
        counterpart = self.key[head] in self.pack.counterparts
        if counterpart:
            kind = "person"
        if kind in ("organisation", "document") or (counterpart and not self._is_whole(name)):
            name = None
        if name is not None and self._is_joined(first, last):
            name, core = None, (first, last)
            several = True
        elif name is not None and kind == "person" and self._is_of_another(head, name[0]):
            name = self.names.find(name[1], last)  # "the mother of the prisoner X, Y"
        unnamed = (
            name is None
            and kind == "person"
            and (
                bool(lexeme.bits & (lx.UNNAMED | lx.QUANTITY) or not lexeme.article)
                or counted is not None
            )
            and not (lexeme.bits & lx.TITLE and lexeme.base != lexeme.stem)
        )
        features = self._features(head, name) if not several else PLUR
        words = frozenset([lexeme.stem for lexeme in self.lex[first:last] if lexeme.is_word])
        written = lexeme.bits & lx.DOC or self._is_cited(head)
        issuer = self._issuer(head, core[1]) if written else None
        definite = (lexeme.article or lexeme.base != lexeme.stem) and counted is None
        return Mention(where, core, head, kind, name, features, definite, unnamed,
                       words, issuer, quoted, self._governs_definite(head, core[1]),
                       several)  # fmt: skip

    def _governs_definite(self, head: int, last: int) -> bool:
        """Say whether a noun without article is definite by what it governs."""
        lexeme = self.lex[head]
        if lexeme.article or not lexeme.bits & (lx.ROLE | lx.UNNAMED):
            return False
        for index in range(head + 1, last):
            lexeme = self.lex[index]
            if lexeme.prep or lexeme.bits & (lx.PREP | lx.DEMONYM):
                return False
            if lexeme.article or lexeme.bits & (lx.PLACE | lx.NAME):
                return True
            if lexeme.bits and not lexeme.bits & (COMMON | lx.PLACE):
                return False
        return False

    def _is_joined(self, first: int, last: int) -> bool:
        """Say whether somebody's name stands on both sides of an "and": two speak."""
        person = _HUMAN | lx.GIVEN | lx.FAMILY
        for index in range(first + 1, min(last, first + REACH)):
            lexeme = self.lex[index]
            if lexeme.conj and lexeme.bits & person and not lexeme.cues:
                parts = self.names.find(first, index), self.names.find(index, last)
                return None not in parts
        return False

    def _is_of_another(self, head: int, name: int) -> bool:
        """Say whether a name is not the speaker's but of somebody whom the phrase tells of.

        "officials in the administration of the president X", "a source close to the minister X",
        "the mother of the prisoner X": number, indefiniteness, kinship or gender tell.
        """
        lexeme = self.lex[head]
        if self._is_whose(head, name):
            return True
        if name - head < 2 or not lexeme.bits & (lx.ROLE | lx.UNNAMED) or lexeme.article:
            return False
        if lexeme.features & PLUR and not lexeme.bits & lx.QUANTITY:
            return self.document.tokens.is_word(name - 1)
        inner = self._titled(head, name)
        if inner is None:
            return False
        if lexeme.bits & lx.QUANTITY and self.lex[inner - 1].features & PLUR:
            return True  # "one of the advisers of the president X"
        owned = lexeme.base != lexeme.stem and inner == head + 1  # "his wife, the actress X"
        placed = self.lex[inner - 1].bits & lx.PLACE  # "the head of … in Paris, Colonel X"
        if (lexeme.base in self.pack.kin and not owned) or (
            self._is_led_to(head, inner) and not placed
        ):
            return True
        if self._is_of_thing(head, inner):
            return True
        gender = self.lex[name].features & (MASC | FEM)
        clash = gender and lexeme.features & (MASC | FEM) and not gender & lexeme.features
        sure = self.lex[name].bits & lx.GIVEN and not self.lex[name].bits & lx.AMBIGUOUS
        return bool(clash and sure)

    def _is_surname_of(self, quoted: Range) -> bool:
        """Say whether one word in marks is the surname of somebody whom the report names."""
        return quoted[1] - quoted[0] == 1 and (
            self.lex[quoted[0]].base in self.surnames | self.name_words
        )

    def _is_whose(self, head: int, name: int) -> bool:
        """Say whether somebody's name is the genitive of a relative, a family, an office.

        "the brother of X", "one of the family of X": nobody with a name of their own.
        """
        before = self.lex[name - 1]
        if name <= head or before.article or before.base != before.stem or before.bits & lx.NAME:
            return False
        sure = self.lex[name].bits & lx.GIVEN and not self.lex[name].bits & lx.TITLE
        if not sure or before.bits & lx.TITLE:
            return False
        kin = name - 1 == head and before.base in self.pack.kin
        return kin or (name - 1 > head and before.base in self.pack.belongings | self.pack.kin)

    def _is_of_thing(self, head: int, inner: int) -> bool:
        """Say whether a thing governs a title: "a victim of the accident of Sheikh X"."""
        thing, other = self.lex[inner - 1], lx.PLACE | lx.NAME | lx.ADJ | lx.DEMONYM | lx.BODY
        if inner - 1 <= head or not self.lex[inner].bits & lx.TITLE or thing.base != thing.stem:
            return False
        return bool(thing.bits & (lx.NOUN | lx.MASDAR)) and not thing.bits & other

    def _titled(self, head: int, name: int) -> int | None:
        """Return the definite person right before a name whom a noun or a preposition governs."""
        at = name - 1
        while at > head + 1 and self.lex[at].article and self._is_quality(at):
            at -= 1
        lexeme, before = self.lex[at], self.lex[at - 1]
        if at <= head or not lexeme.article or not lexeme.bits & _HUMAN or lexeme.features & PLUR:
            return None
        return None if before.article or not before.is_word else at

    def _is_quality(self, index: int) -> bool:
        """Say whether an adjective goes on with the definite person before it."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        quality = lexeme.bits & (lx.ADJ | lx.DEMONYM) and not lexeme.bits & lx.TITLE
        plain = not lexeme.bits & _HUMAN or (before.article and before.bits & _HUMAN)
        return bool(quality and plain)

    def _is_led_to(self, head: int, inner: int) -> bool:
        """Say whether a preposition parts an indefinite head from somebody of whom it tells."""
        return any(
            self.lex[at].prep or self.lex[at].bits & (lx.PREP | lx.NOMINAL_PREP)
            for at in range(head + 1, inner + 1)
        )

    def _is_whole(self, name: Range | None) -> bool:
        """Say whether a name is of several words and not one that tells where somebody is from."""
        return name is not None and name[1] - name[0] > 1 and not self.lex[name[0]].article

    # -- parts -----------------------------------------------------------------

    def _core(self, first: int, last: int) -> Range:
        held = self.attributes.withheld(first, last)
        if held is not None:
            last = held
        for index in range(first + 1, last):
            lexeme = self.lex[index]
            if self.key[index] in self.pack.clause_marks or self.key[index] in "(-–":
                return first, index
            if lexeme.bits & lx.REL and not lexeme.bits & lx.PREP:
                return first, index
            if self.lex[first].bits & lx.DOC and lexeme.key in self.pack.dated:
                return first, index
            if lexeme.saying and not (lexeme.bits & lx.ADJ and lexeme.features & FEM):
                if not self.nouns.is_counted(index):
                    return first, index  # "informed sources" are no sources who inform
        return first, last

    def _head(self, first: int, last: int) -> int:
        index = first
        while index < last - 1:
            bits = self.lex[index].bits
            if (
                not self.key[index][:1].isalnum()
                or (bits & lx.TITLE and not bits & lx.ROLE)
                or bits & (lx.ANAPHOR | lx.DEM)
                or (bits & lx.QUANTITY and self._is_counted(index))
            ):
                index += 1
            else:
                break
        return index

    def _counted(self, head: int, last: int) -> int | None:
        """Return the noun of people that "a number of" counts: it tells who they are."""
        if head + 2 >= last or not self.lex[head].bits & lx.QUANTITY or self.lex[head].article:
            return None
        of = self.lex[head + 1].bits
        people = self.lex[head + 2]
        human = people.bits & _HUMAN and people.features & PLUR
        return head + 2 if of & lx.REL and of & lx.PREP and human else None

    def _is_counted(self, index: int) -> bool:
        """Say whether a numeral alone counts the persons after it ("three sources")."""
        person, following = lx.ROLE | lx.UNNAMED, self.lex[index + 1]
        if self.lex[index].bits & person or self.lex[index].article or following.prep:
            return False
        return bool(following.bits & lx.UNNAMED) and bool(following.features & PLUR)

    def _features(self, head: int, name: Range | None) -> int:
        lexeme = self.lex[head]
        if self.key[head] in self.pack.counterparts:
            return 0
        if lexeme.base in self.pack.feminine_plurals:
            return FEM | PLUR
        if lexeme.base != lexeme.stem:  # the ending is a pronoun's
            return self.pack.lexicon.analyse(lexeme.base).features & ~_CASE
        given = self.lex[name[0]] if name is not None else None
        if given is not None and given.bits & lx.GIVEN and not given.bits & lx.AMBIGUOUS:
            if not lexeme.article and given.features:
                return given.features
        if lexeme.bits & (COMMON | lx.DEMONYM | lx.TITLE):
            return lexeme.features
        if given is not None:
            return given.features if given.bits & lx.GIVEN else 0
        if lexeme.bits & lx.SPEAKS and self.pack.masculine_places:
            return (MASC if self.key[head] in self.pack.masculine_places else FEM) | SING
        return 0

    def _kind(self, head: int, name: Range | None, quoted: Range | None) -> str:
        bits = self.lex[head].bits
        if bits & lx.PRON:
            return "pronoun"
        surname = bits & lx.NAME and not bits & lx.ROLE and not self.lex[head].article
        if name == (head, head + 1) and surname and self.lex[head].base in self.surnames:
            return "person"  # a surname that means a body as well, of somebody named in full
        if bits & lx.DOC or self._is_cited(head):
            return "document"
        if bits & lx.OFFICE and self.lex[head].article and not bits & lx.ROLE:
            return "organisation"
        if bits & (lx.BODY | lx.MEDIA) and not bits & lx.ROLE:
            return "organisation" if name is None or bits & lx.BODY else "person"
        if name is None and bits & lx.BODY and self._is_body(head):
            return "organisation"
        if name is not None or bits & _HUMAN:
            return "person"
        if quoted is not None or bits & lx.SPEAKS or bits & lx.LATIN:
            return "organisation"
        bodies = lx.NOUN | lx.MASDAR | lx.PLACE | lx.OFFICE
        return "organisation" if bits & bodies and not bits & lx.NAME else "person"

    def _is_cited(self, head: int) -> bool:
        """Say whether an indefinite noun is what a citing phrase leads to: "an answer of X"."""
        lexeme = self.lex[head]
        cites = head and self.lex[head - 1].bits & lx.PHRASE
        return bool(cites) and not lexeme.article and lexeme.base in self.pack.cited

    def _is_body(self, head: int) -> bool:
        """Say whether "the opposition", no woman who opposes, stands at a token."""
        lexeme = self.lex[head]
        return lexeme.article and bool(lexeme.features & FEM) and lexeme.base == lexeme.stem

    def _is_part_of(self, name: Range, quoted: Range, first: int) -> bool:
        """Say whether a name ends what marks alone call something: "“the partisans of X” said"."""
        if quoted[0] != first + 1 or not quoted[0] < name[0] < quoted[1]:
            return False
        inside = self.lex[quoted[0]]
        one = inside.bits & _HUMAN and not inside.features & PLUR
        return not one and not inside.bits & lx.NAME

    def _is_nickname(self, quoted: Range) -> bool:
        """Say whether words before marks tell that a nickname stands in them."""
        before = range(max(quoted[0] - 4, 0), quoted[0])
        naming = quoted[0] > 1 and self.lex[quoted[0] - 2].bits & lx.NAMING
        return bool(naming) or any(self.key[index] in self.pack.known_as for index in before)

    def _is_person(self, head: int, quoted: Range) -> bool:
        """Say whether somebody's name stands in marks after an office ("the minister «X Y»")."""
        told, name = self.lex[head], self.lex[quoted[0]]
        if not told.bits & lx.ROLE or told.features & PLUR or told.base in self.pack.authors:
            return False
        if not name.bits & lx.GIVEN or name.bits & lx.TITLE or quoted[1] - quoted[0] < 2:
            return False
        return self.names.find(*quoted) == quoted

    def _quoted(self, first: int, last: int) -> Range | None:
        for quote in self.document.quotes_in(first, last):
            if quote.close > quote.open + 1:
                return quote.open + 1, quote.close
        return None

    def _bracketed(self, head: int, last: int) -> Range | None:
        """Return the name of an outlet in brackets after the word for its kind: "the paper (X)"."""
        if not self.lex[head].bits & lx.MEDIA or head + 3 >= last or self.key[head + 1] != "(":
            return None
        inside = range(head + 2, min(last, head + 2 + BRACKET))
        close = next((index for index in inside if self.key[index] == ")"), None)
        return (head + 2, close) if close is not None and close > head + 2 else None

    def _issuer(self, head: int, last: int) -> Range | None:
        """Return who issued a document: the noun phrase that its noun governs."""
        if self.lex[head].article and head + 1 < last and self.lex[head + 1].article:
            return None  # an adjective: "the signed statement"
        issuers = lx.BODY | lx.ROLE | lx.TITLE | lx.NAME | lx.PLACE | lx.MEDIA | lx.SPEAKS
        for index in range(head + 1, last):
            lexeme = self.lex[index]
            if lexeme.key in self.pack.dated:
                return None
            issued = self.nouns.issuer_at(head, index, last)
            if issued is not None:
                return issued, self._issuer_end(issued, last)
            if self._is_made_by(index):  # "a study (which) X made" is a document all the same
                if not self._tells_issuer(head, index):
                    return None
                continue
            if lexeme.bits & lx.DOC and not lexeme.article and not lexeme.bits & lx.BODY:
                if lexeme.base not in self.pack.statements | self.pack.reports:
                    return None  # "the draft of a law"
            if self._is_no_issuer(head, index):
                if index > head + 1:
                    return None
                continue
            stuck = lexeme.prep or (not lexeme.bits and lexeme.key[:1] in self.pack.stuck)
            if index in self.document.quote_at or (stuck and index > head + 1) or lexeme.prep:
                return index, self._issuer_end(index, last)
            if self._is_in_series(head, index):
                continue
            if lexeme.bits & issuers and not lexeme.bits & (lx.DEMONYM | lx.ADJ | lx.AMBIGUOUS):
                return index, self._issuer_end(index, last)
            if self.lex[index - 1].base in self.pack.governing and index + 1 < last:
                if lexeme.bits & lx.PREP:
                    return index + 1, last  # "a statement issued by X"
            if self.lex[index].base in self.pack.governing:
                continue
            if lexeme.bits & lx.PREP or self.attributes.is_attributive(index):
                return None
        return None

    def _is_made_by(self, index: int) -> bool:
        """Say whether a verb with a document for its object stands at a token ("X made it")."""
        lexeme = self.lex[index]
        if lexeme.key in self.pack.passing or self.nouns.is_issued_at(index):
            return True
        if lexeme.base == lexeme.stem or lexeme.conj or lexeme.prep:
            return False
        if lexeme.bits & lx.NOMINAL and not (lexeme.derived and lexeme.cues):
            return False  # "(which) X leaked", spelt like "its flock"
        return bool(lexeme.bits & lx.VERB or lexeme.cues)

    def _tells_issuer(self, head: int, verb: int) -> bool:
        """Say whether whose a document is comes after its verb: a statement's, a body's report."""
        if self.lex[head].base in self.pack.statements:
            return True
        if self.lex[head].base not in self.pack.reports or self.key[verb] not in self.pack.passing:
            return False
        maker = self.lex[verb + 1].bits if verb + 1 < len(self.lex) else 0
        return bool(maker & lx.BODY) and not maker & lx.MEDIA

    def _is_no_issuer(self, head: int, index: int) -> bool:
        """Say whether a preposition leads to what a document is about, or for whom it is.

        "a poll of opinion", "the draft of an offer to investors"
        """
        lexeme = self.lex[index]
        if not lexeme.prep:
            return False
        if index > head + 1:
            return bool(lexeme.bits & (lx.ROLE | lx.UNNAMED)) and bool(lexeme.features & PLUR)
        speaks = lx.BODY | lx.ROLE | lx.TITLE | lx.PLACE | lx.MEDIA | lx.SPEAKS
        named = lexeme.bits & lx.NAME and not lexeme.bits & lx.AMBIGUOUS
        return bool(lexeme.bits & (lx.NOUN | lx.MASDAR)) and not (lexeme.bits & speaks or named)

    def _issuer_end(self, first: int, last: int) -> int:
        """Return where who issued a document ends: before a verb ("the bank (bi-) came out")."""
        for index in range(first + 1, last):
            lexeme, before = self.lex[index], self.lex[index - 1]
            if lexeme.key in self.pack.towards:
                return index  # "a letter that the society sent | to the minister"
            verb = lexeme.bits & lx.VERB or lexeme.key in self.pack.issuing
            if verb and before.article and not lexeme.article and not lexeme.prep:
                return index
        return last

    def _is_in_series(self, head: int, index: int) -> bool:
        """Say whether one more indefinite adjective follows another ("secret leaked papers")."""
        lexeme, before = self.lex[index], self.lex[index - 1]
        if index - 1 == head or lexeme.article or before.article or not lexeme.features & FEM:
            return False
        told = lexeme.bits & (lx.ADJ | lx.ROLE) and not lexeme.bits & (lx.BODY | lx.NAME | lx.VERB)
        return bool(before.bits & (lx.ADJ | lx.DEMONYM)) and bool(told)

    def _surname(self, first: int, last: int) -> Range | None:
        """Return a phrase of one or two words that is a surname and nothing else."""
        words = [index for index in range(first, last) if self.key[index][:1].isalpha()]
        while words and self.lex[words[0]].bits & lx.TITLE and len(words) > 1:
            words.pop(0)
        if len(words) == 2 and self.lex[words[0]].article:  # "President Aawar"
            if self.lex[words[0]].bits & lx.ROLE and self.lex[words[1]].base in self.surnames:
                words.pop(0)
        if len(words) == 1 and self._is_surname(words[0]):
            return words[0], words[0] + 1
        return None

    def _after_origin(self, first: int, last: int) -> Range | None:
        """Return the one word after a country's adjective that nothing is known of: a name."""
        if last - first != 2 or not self.lex[first].article:
            return None
        origin, name = self.lex[first], self.lex[first + 1]
        strange = name.is_word and not (name.bits or name.cues or name.article or name.prep)
        return (first + 1, last) if strange and origin.bits & lx.DEMONYM else None

    def _tail(self, first: int, last: int) -> Range | None:
        """Return a phrase that is what somebody named in full is called by: two words or more."""
        while first < last and self.lex[first].bits & lx.TITLE:
            first += 1
        words = tuple(self.lex[index].base for index in range(first, last))
        if len(words) < 2 or self.lex[first].prep:
            return None
        return (first, last) if words in self.tails.get(words[0], ()) else None

    def _is_surname(self, index: int) -> bool:
        lexeme = self.lex[index]
        if lexeme.prep:
            return False
        titled = index and self.lex[index - 1].bits & lx.TITLE
        if titled and lexeme.article and lexeme.bits & lx.DEMONYM:  # "the Turkish minister"
            return lexeme.base in self.surnames
        described = index and self.lex[index - 1].bits & lx.TITLE and lexeme.features & FEM
        common = COMMON | lx.ADJ | lx.PLACE | lx.DEMONYM
        if lexeme.bits & common or (lexeme.article and not lexeme.bits and described):
            return self._ends_a_name(lexeme.base, index)
        return bool(lexeme.bits & lx.NAME) or not lexeme.bits

    def _ends_a_name(self, base: str, index: int) -> bool:
        """Say whether a word stands elsewhere in the report after a given name."""
        return base in self.surnames or any(
            at != index
            and at > 0
            and self.lex[at].article == self.lex[index].article
            and self.lex[at - 1].bits & lx.NAME
            and not (self.lex[at - 1].bits & COMMON)
            for at in self.document.positions(base)[:OCCURRENCES]
        )

    # -- what is told of whom -------------------------------------------------

    def is_owned(self, mention: Mention) -> bool:
        """Say whether a pronoun is stuck to a role ("his wife"): somebody new, as a rule."""
        lexeme = self.lex[mention.head]
        if any(self.nouns.is_for_somebody(index) for index in range(*mention.core)):
            return True
        return lexeme.base != lexeme.stem and not lexeme.bits & lx.TITLE

    def is_numbered(self, mention: Mention) -> bool:
        """Say whether somebody is told from others by a number ("the first accused")."""
        return any(self.key[index] in self.pack.ordinals for index in range(*mention.core))

    def is_former(self, mention: Mention) -> bool:
        return any(self.key[index] in self.pack.former for index in range(*mention.where))

    def is_other(self, mention: Mention) -> bool:
        return any(self.lex[index].bits & lx.OTHER for index in range(*mention.where))

    def is_same(self, mention: Mention) -> bool:
        """Say whether a word beside the head says "the same"."""
        around = range(
            max(mention.where[0], mention.head - 1), min(mention.head + 2, mention.where[1])
        )
        return not self.is_other(mention) and any(
            self.lex[index].bits & lx.ANAPHOR for index in around
        )

    def is_some_body(self, mention: Mention) -> bool:
        """Say whether a headline speaks of "a union", "a company", which the body names."""
        indefinite = self.lex[mention.head].bits & lx.BODY and mention.quoted is None
        told = range(mention.head, mention.core[1])
        return bool(indefinite) and not any(
            self.lex[i].article or self.lex[i].bits & (lx.PLACE | lx.NAME) for i in told
        )


def is_plural(features: int) -> bool:
    """Say whether a noun's features are a plural's."""
    return bool(features & PLUR)
