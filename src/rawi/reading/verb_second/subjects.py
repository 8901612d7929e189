"""Who does what a verb says, and whom it is told: before the verb, or after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.name_lists import whole_list
from rawi.reading.subject_first.outlets import Outlets
from rawi.reading.subject_first.words import Word
from rawi.reading.verb_second.contents import SaidReader
from rawi.reading.verb_second.fields import Fields
from rawi.reading.verb_second.nominals import Nominals
from rawi.reading.verb_second.verbs import Verb, Verbs

#: After a verb its subject begins so near, in tokens.
REACH: Final = 24
#: A subject before its verb is no longer than this with what is added to it, in tokens.
FIELD: Final = 60
_OUTLETS: Final = frozenset({"agency", "paper", "magazine", "broadcaster", "site"})


@dataclass(slots=True)
class Placed:
    """Where the parts of a verb's clause stand.

    `begin` opens the stretch; `object` is a noun phrase before the verb that is no subject;
    `left_said` says that what was said may stand before the verb; `pointer` that a word there
    points back; `joined` that "and" stands before the verb, at `joint`, and no subject.
    """

    begin: int
    subject: Range | None = None
    hearer: Range | None = None
    object: Range | None = None
    end: int = 0
    left_said: bool = False
    pointer: bool = False
    joined: bool = False
    joint: int | None = None
    shared: bool = False


class SubjectFinder:
    """Finds the subjects of the verbs of one document."""

    def __init__(
        self, document: Document, nominals: Nominals, verbs: Verbs, said: SaidReader
    ) -> None:
        self.said = said
        self.document = document
        self.grammar = document.grammar
        self.nominals = nominals
        self.verbs = verbs
        self.word = document.word
        self.key = document.key
        self.outlets = Outlets(document)
        self.fields = Fields(document, nominals)
        words = document.grammar.words_of
        self._pointers = words("back_pointers")
        self._correlates = words("correlates")
        self._impersonal = words("impersonal")
        self._crowd = words("hearers")
        self._both = words("loose_pronouns")
        self._articles = words("name_articles")
        self._post = words("postpositions")
        self._telling = True

    def find(self, verb: Verb, first: int, last: int) -> Placed:
        """Return where the subject of a verb stands, and what else is in its clause."""
        self._telling = bool(verb.cue.governs & w.HEARER)
        placed = self._find(verb, first, last)
        self._tell_number(verb, placed)
        return placed

    def _tell_number(self, verb: Verb, placed: Placed) -> None:
        """Tell by its verb whether a pronoun means a woman or several people."""
        subject = placed.subject
        if subject is None or subject[1] - subject[0] > 1 or self.key[subject[0]] not in self._both:
            return
        several = self.nominals.is_plural_verb(verb.finite)
        told = Word(self.key[subject[0]], self.key[subject[0]])
        told.bits = self.word[subject[0]].bits
        told.features = w.PLUR if several else w.FEM | w.SING
        self.word[subject[0]] = told

    def _find(self, verb: Verb, first: int, last: int) -> Placed:
        if verb.final:
            return self._final(verb, first, last)
        begin = self.verbs.left(verb.finite, first)
        placed = Placed(begin, end=verb.finite + 1)
        if begin == verb.finite:
            whole = self._over_commas(begin, first)
            opens = whole is not None and self._past_links(first, verb.finite) >= whole[0]
            if whole is not None and (opens or not self._is_inverted(verb, whole, last)):
                placed.subject = whole
                self._hearer(placed, verb.finite + 1, last)
                return placed
            placed.left_said = begin > first
            self._after(placed, verb, last)
            return placed
        at = self._past_links(begin, verb.finite)
        if at == verb.finite:
            joined = any(self.word[i].bits & w.CONJ for i in range(begin, at))
            placed.joint = begin if joined else None  # "und sagte"
            self._after(placed, verb, last, joined=joined)
            placed.joined = joined and placed.subject is None
            return placed
        self._prefield(placed, verb, at, first, last)
        return placed

    # -- verb second -------------------------------------------------------------------

    def _past_links(self, at: int, end: int) -> int:
        while (
            at < end
            and self.word[at].is_word
            and (
                self.word[at].bits & w.CONJ
                or (self.word[at].bits & w.ADV and not self._grades(at, end))
            )
        ):
            at += 1
        return at

    def _grades(self, at: int, end: int) -> bool:
        """Say whether an adverb belongs to an adjective of the phrase that it opens."""
        plain = at + 1 < end and (self.nominals.is_noun(at + 1) or self.word[at + 1].bits & w.DET)
        return not plain and self.nominals.starts(at, end)

    def _prefield(self, placed: Placed, verb: Verb, at: int, first: int, last: int) -> None:
        """Read what stands before a verb: its subject, an object, an adjunct, a pointer."""
        finite = verb.finite
        word = self.word[at]
        if finite - at == 1 and self._points(at, verb):
            placed.pointer = True
            self._after(placed, verb, last)
            return
        if (joint := self.fields.second(at, finite, first)) is not None:
            placed.joint = joint  # "teilte den Text und | kommentierte"
            self._after(placed, verb, last, joined=True)
            placed.joined = placed.subject is None
            return
        if (own := self.fields.after_joint(at, finite, first)) is not None:
            placed.joint = own[0] - 1
            placed.subject = own
            self._hearer(placed, finite + 1, last)
            return
        pronoun = word.bits & w.PRON and not word.bits & w.DET
        if word.bits & w.PREP and not pronoun:
            self._after(placed, verb, last)
            if placed.subject is None:
                self._joined_before(placed, at, first)
            return
        end = self.nominals.end(at, finite)
        if self.said.time_end(at, finite) == finite:
            self._after(placed, verb, last)  # "Anfang Dezember hat sie …"
            return
        end = self.fields.past_adverbs(end, finite)
        if end < finite:
            whole = self.nominals.extended(self.nominals.end(at, finite), finite)
            end = self.fields.past_adverbs(
                whole + (whole < finite and self.key[whole] == ","), finite
            )
            end = finite if self.fields.is_one(end, finite) else end
        if end != finite:
            inner = self._last_phrase(at, finite)
            if inner is None or not self.nominals.is_nominative(inner):
                self._after(placed, verb, last)
                return
            at = inner[0]
        where = (at, self._phrase_end(at, finite))
        if self._is_object(where, verb, placed, last):
            placed.object = where
            self._dative_before(placed, where)
            return
        start = self._with_list(where, first)
        placed.subject = (start, where[1])
        self._hearer(placed, finite + 1, last)

    def _points(self, at: int, verb: Verb) -> bool:
        """Say whether a word before a verb points back: "Das sagte X", "Darauf wies X hin"."""
        key = self.key[at]
        led = key in self._correlates and key.endswith(tuple(verb.cue.preps))
        return key in self._pointers or (led and bool(verb.cue.preps))

    def _phrase_end(self, at: int, finite: int) -> int:
        end = finite
        while (
            end > at + 1
            and self.word[end - 1].is_word
            and (self.word[end - 1].bits & w.ADV and not self.nominals.capital(end - 1))
        ):
            end -= 1
        while end > at + 1 and self.key[end - 1] == ",":
            end -= 1
        return end

    def _last_phrase(self, at: int, finite: int) -> Range | None:
        """Return the noun phrase right before a verb, where the words before it are none."""
        for start in range(at + 1, finite):
            if not self.word[start - 1].bits & (w.ADV | w.TIME | w.CONJ | w.LINK):
                return None
            end = self.nominals.end(start, finite)
            if end > start and self.fields.past_adverbs(end, finite) == finite:
                return (start, end)
        return None

    def _joined_before(self, placed: Placed, at: int, first: int) -> None:
        placed.joined = at > first and bool(self.word[at - 1].bits & w.CONJ)
        placed.joint = at - 1 if placed.joined else None

    def _is_object(self, where: Range, verb: Verb, placed: Placed, last: int) -> bool:
        """Say whether a phrase before a verb is its object, and the subject stands after it."""
        if not self.nominals.is_nominative(where):
            self._after(placed, verb, last)
            return True
        if self.word[where[0]].bits & w.PRON and not self.word[where[0]].bits & w.DET:
            return False
        if self._takes_nominative(placed, verb, last):
            return True
        if (
            self.nominals.is_somebody(where)
            and self._agrees(where, verb)
            and not (self._is_followed(where, verb.finite + 1))
        ):
            return False
        probe = Placed(placed.begin, end=placed.end)
        self._behind(probe, verb, last)
        behind = probe.subject
        if behind is None or not self.nominals.is_somebody(behind):
            return False
        if self.key[behind[0]] in self.nominals.loose | self.nominals.datives:
            return False
        if behind[0] > verb.finite + 2 or not self._is_sure(behind):
            return False
        placed.subject, placed.hearer, placed.end = probe.subject, probe.hearer, probe.end
        return True

    def _takes_nominative(self, placed: Placed, verb: Verb, last: int) -> bool:
        """Take the phrase right after a verb for its subject where it can be nothing else.

        "Die Klage nannte der Richter …": a man after the article of the nominative.
        """
        at = verb.finite + 1
        end = self.nominals.end(at, last)
        if end <= at + 1 or self.key[at] not in self.nominals.loose & self._articles:
            return False
        if not self._is_man((at, end)):
            return False
        placed.subject = (at, self._cut_hearer(placed, at, end, last))
        return True

    def _is_man(self, where: Range) -> bool:
        """Say whether a phrase with "der" is of one man, and so a nominative."""
        first, end = where
        if self.key[first] not in self.nominals.loose & self._articles:
            return False
        head = next((i for i in range(first + 1, end) if self.nominals.is_noun(i)), end)
        man = head < end and self.word[head].bits & (w.ROLE | w.PERSON)
        told = self.word[head].features if man else 0
        return bool(told & w.MASC) and not told & w.FEM and not self.nominals.is_several(head)

    def _is_followed(self, where: Range, at: int) -> bool:
        """Say whether a pronoun right after a verb is its subject, of whom a phrase tells."""
        if at >= len(self.word) or not self.word[at].bits & w.PRON or self.word[at].bits & w.DET:
            return False
        if self.key[at] in self._impersonal:
            return False
        sure = w.ROLE | w.PERSON | w.BODY | w.MEDIA | w.GIVEN | w.TITLE  # no "Zahlen"
        return self.key[at] not in self._both or not any(
            self.word[i].bits & sure for i in range(*where)
        )

    def _is_sure(self, where: Range) -> bool:
        """Say whether a phrase after a verb is no object: a pronoun, a name, an article."""
        word = self.word[where[0]]
        return bool(word.bits & (w.PRON | w.DET | w.GIVEN) or word.upper or word.bits & w.HEADS)

    def _agrees(self, where: Range, verb: Verb) -> bool:
        """Say whether a phrase and its verb may agree in number."""
        told = verb.cue.features
        if len(verb.parts) > 1 and verb.cue.form & w.PAST:
            return True
        several = self._is_plural(where)
        return not (told & w.SING and several)

    def _is_plural(self, where: Range) -> bool:
        first, last = where
        if any(self.word[i].bits & w.CONJ for i in range(first, last)):
            return False
        stop = next((i for i in range(first + 1, last) if self.word[i].bits & w.PREP), last)
        heads = [i for i in range(first, stop) if self.word[i].bits & w.HEADS]
        return bool(heads) and self.nominals.is_several(heads[-1])

    def _dative_before(self, placed: Placed, where: Range) -> None:
        """Note that whom something is told stands before the verb: "Der dpa sagte er"."""
        if self.nominals.is_dative(where) or self._names_outlet(where):
            placed.hearer, placed.object = where, None

    # -- after the verb ----------------------------------------------------------------

    def _after(self, placed: Placed, verb: Verb, last: int, *, joined: bool = False) -> None:
        """Find the subject after a verb, and whom it is told.

        What looks like whom it is told does it where nobody else does: "berichtet der „Seebote“".
        """
        self._behind(placed, verb, last, joined=joined)
        hearer = placed.hearer
        if placed.subject is None and hearer is not None and not joined:
            if self.key[hearer[0]] in self.nominals.loose and self.nominals.is_nominative(hearer):
                placed.subject, placed.hearer = hearer, None

    def _behind(self, placed: Placed, verb: Verb, last: int, *, joined: bool = False) -> None:
        at = verb.finite + 1
        stop = min(last, at + REACH)
        parts = {i for a, b in verb.parts for i in range(a, b)}
        while at < stop:
            word = self.word[at]
            if at in parts and not word.bits & (w.PRON | w.REFLEX):
                break
            if not word.is_word and at not in self.document.quote_at:
                break
            end = self.nominals.end(at, last)
            where = (at, end)
            if end < last and end > at and self.key[end] in self._post:
                at = end + 1
                continue
            if at == verb.finite + 1 and self.key[at] in self._pointers:
                if end <= at + 1 or self.key[at] not in self._articles:
                    placed.pointer, at = True, at + 1  # "Zuletzt sagte dies X"
                    continue
            if word.bits & w.ADV and end > at + 1 and not self._grades(at, last):
                at += 1  # "sagte zuletzt | Minister X"
                continue
            dative = end > at and (
                self.nominals.is_dative(where)
                or (self.key[at] in self.nominals.datives and self._hears(where))
            )
            if dative and placed.hearer is None:
                placed.hearer, placed.end, at = where, end, end
                continue
            if word.bits & (w.REFLEX | w.NEG) or (
                word.bits & (w.ADV | w.TIME | w.OBJ)
                and not word.bits & w.PRON
                and not (end > at and self.nominals.is_somebody(where))
            ):
                at += 1
                continue
            if word.bits & w.PREP and not word.bits & w.PRON:
                end = self.nominals.end(at + 1, last)
                if end <= at + 1:
                    break
                at = end
                continue
            if end == at:
                break
            if joined and not self.nominals.is_somebody(where):
                return
            if not self.nominals.is_nominative(where):
                return
            if (
                self.key[at] in self.nominals.loose
                and self._names_outlet(where)
                and (placed.hearer is None)
            ):
                placed.hearer, placed.end, at = where, end, end
                continue
            if joined and self._is_governed(verb, where):
                return
            placed.subject = (at, self._cut_hearer(placed, at, end, last))
            return

    def after_it(self, verb: Verb, last: int) -> Range | None:
        """Return the subject behind "es", which stands for what is said: "berichtet es X"."""
        at = verb.finite + 1
        if at >= last or self.key[at] not in self._impersonal:
            return None
        probe = Placed(at, end=at + 1)
        self._behind(probe, Verb(verb.cue, at, [(at, at + 1)], at + 1), last)
        return probe.subject

    def _is_governed(self, verb: Verb, where: Range) -> bool:
        return bool(verb.cue.governs & w.OBJECT)

    def _cut_hearer(self, placed: Placed, at: int, end: int, last: int) -> int:
        """Note whom it is told inside or behind a subject, and return where the subject ends."""
        for index in range(at + 1, end):
            inside = self.word[index].bits == w.PREP and self.key[index] in self.nominals.loose
            marked = self._telling and index + 1 in self.document.quote_at
            if inside and (marked or self._names_outlet((index, end))):
                placed.hearer, placed.end = (index, end), end
                return index
        alone = end - at == 1 and self.word[at].bits & w.PRON and not self.word[at].bits & w.DET
        whole = end if alone else self.nominals.extended(end, last)
        told = whole > end and whole + 1 < last and self.key[whole] == ","
        self._hearer(placed, whole + told, last)
        placed.end = max(placed.end, whole)
        return whole

    def _hearer(self, placed: Placed, at: int, last: int) -> None:
        """Note whom it is told where a token begins that phrase."""
        while (
            at < last
            and self.word[at].is_word
            and (
                (self.word[at].bits & (w.ADV | w.TIME) and not self.word[at].bits & w.DET)
                or (self.word[at].bits & w.PREP and self.nominals.bits(at + 1) & w.TIME)
            )
        ):
            at += 1 + bool(self.word[at].bits & w.PREP)
            if at >= last:
                return
        placed.end = max(placed.end, at)
        if at >= last or not self.word[at].is_word:
            return
        key = self.key[at]
        end = self.nominals.end(at, last)
        if end == at:
            return
        where = (at, end)
        if end < last and self.key[end] in self._post:
            return  # "sagte X | der Agentur zufolge"
        bare = self.word[at].outlet and self._names_outlet(where)  # "sagten Reuters"
        if (
            bare
            or self.nominals.is_dative(where)
            or (key in self.nominals.datives | self.nominals.loose and self._hears(where))
        ):
            placed.hearer, placed.end = where, end

    def _hears(self, where: Range) -> bool:
        """Say whether a phrase may be whom something is told: an outlet, reporters, somebody."""
        first, last = where
        if self._names_outlet(where):
            return True
        if not self._telling:
            return False
        who = w.ROLE | w.PERSON | w.MEDIA | w.BODY
        return any(self.word[i].bits & who for i in range(first, last))

    def _names_outlet(self, where: Range) -> bool:
        """Say whether a phrase names an outlet, or is the generic word of one."""
        first, last = where
        if first + 1 < last and self.document.quote_at.get(first + 1) is not None:
            if self.nominals.is_told(first + 1):
                return True
        for index in range(first, last):
            if index > first and self.word[index].bits & w.PREP and self.word[index].is_word:
                return False
            if self.word[index].bits & w.MEDIA:
                return True
            if not (self.word[index].outlet or self.word[index].upper):
                continue
            known = self.outlets.known(index, last)
            if known is not None:
                return known.outlet is None or known.outlet.kind in _OUTLETS
        return False

    # -- over commas -------------------------------------------------------------------

    def _over_commas(self, verb: int, first: int) -> Range | None:
        """Return a subject and what is added to it, a comma before the verb."""
        if verb <= first + 1 or self.key[verb - 1] != ",":
            return None
        if self.document.quote_before(verb - 1) is not None:
            return None
        low = max(first, verb - FIELD)
        for begin in self._begins(verb - 1, low):
            at = self._past_links(begin, verb)
            if at >= verb or self.word[at].bits & w.PREP:
                continue
            end = self.nominals.end(at, verb)
            if end == at or end >= verb:
                continue
            whole = self.nominals.extended(end, verb - 1)
            if whole == verb - 1 and self.nominals.is_nominative((at, end)):
                return (at, whole)
        return None

    def _begins(self, comma: int, low: int) -> list[int]:
        """Return where a clause may begin, the nearest last."""
        found = [low]
        for at in range(low, comma):
            word = self.word[at]
            parts = self.key[at] in ",;:–—" if not word.is_word else word.bits & w.CONJ
            if parts and not word.upper:
                found.append(at + 1)
        return found

    def _is_inverted(self, verb: Verb, whole: Range, last: int) -> bool:
        """Say whether the subject stands after a verb though a phrase stands before it."""
        probe = Placed(verb.finite, end=verb.finite + 1)
        self._behind(probe, verb, last)
        if probe.subject is None or not self.nominals.is_somebody(whole):
            return probe.subject is not None
        end = probe.end
        while any(a <= end < b for a, b in verb.parts):
            end += 1  # "teilte das Militär | mit"
        close = probe.subject[1]  # "erklärte der Gouverneur, Max Roe, am Sonntag"
        ends = end >= last or not self.word[end].is_word or self.key[close : close + 1] == [","]
        return (
            ends
            and self.nominals.is_somebody(probe.subject)
            and probe.hearer is None
            and (
                self.key[probe.subject[0]] not in self.nominals.loose or self._is_man(probe.subject)
            )
            and not self.nominals.bits(verb.finite + 1) & w.REFLEX
        )

    def _with_list(self, where: Range, first: int) -> int:
        """Return where a list of names begins that a subject ends: "SPD, Grüne und FDP"."""
        start = whole_list(self.document, where, first)[0]
        return start + bool(self.word[start].bits & (w.SUB | w.WH) and start < where[0])

    # -- verb last ---------------------------------------------------------------------

    def _final(self, verb: Verb, first: int, last: int) -> Placed:
        """Read the clause of a verb at the end: the first noun phrase is its subject."""
        finite = min(a for a, _ in verb.parts)
        begin = self.verbs.left(finite, first)
        while begin > first and not self.verbs.is_dependent(begin) and self.key[begin - 1] == ",":
            begin = self.verbs.left(begin - 1, first)
        placed = Placed(begin, end=verb.end)
        at = begin + 1
        if self.word[begin].bits & w.REL and not self._is_of_thing(begin):
            placed.subject = None
            return placed
        while at < finite:
            word = self.word[at]
            end = self.nominals.end(at, finite)
            if word.bits & w.PRON and self.key[at] in self._impersonal:
                at += 1
                continue
            if end > at and self.nominals.is_nominative((at, end)) and not word.bits & w.TIME:
                placed.subject = (at, self._cut_hearer(placed, at, end, finite))
                placed.end = verb.end
                return placed
            if word.bits & w.PREP and self.nominals.end(at + 1, finite) > at + 1:
                at = self.nominals.end(at + 1, finite)
                continue
            at = max(at + 1, end)
        return placed

    def _is_of_thing(self, relative: int) -> bool:
        """Say whether a relative stands for no somebody, so that its clause has a subject."""
        at = relative - 2
        if at < 0 or self.key[relative - 1] != "," or not self.nominals.is_noun(at):
            return False
        word = self.word[at]
        who = w.HEADS | w.GIVEN | w.TITLE | w.PLACE
        return not (word.bits & who or word.upper) or bool(word.bits & w.DOC)

    def owner(self, around: Range, first: int, last: int) -> Range | None:
        """Return whose "own" claims a phrase cites: the subject of its clause, if somebody."""
        begin, end = around
        opens = self.verbs.left(begin, first)
        where = (end, last) if opens == begin else (opens, begin)
        found = self.first_subject(*where)
        return found if found is not None and self.nominals.is_somebody(found) else None

    def first_subject(self, first: int, verb: int) -> Range | None:
        """Return the subject of the verb before a joined one: the first noun phrase for one."""
        at = self._past_links(first, verb)
        if at >= verb:
            return None
        fronted = self.word[at].bits & w.PREP or self.nominals.is_finite(at)
        if fronted and not self.word[at].bits & w.PRON:
            finite = next((i for i in range(at, verb) if self.nominals.is_finite(i)), None)
            at = verb if finite is None else finite + 1
            while at < verb and self.word[at].bits & (w.REFLEX | w.OBJ):
                at += 1  # "meldet sich | Ann Poe zu Wort und erklärt"
        end = self.nominals.end(at, verb)
        if end == at or not self.nominals.is_nominative((at, end)):
            return None
        return (at, self.nominals.extended(end, verb))
