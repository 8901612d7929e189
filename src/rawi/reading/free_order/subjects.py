"""Who does what a verb says: the nominative before or after it that agrees with it."""

from __future__ import annotations

from typing import Final, NamedTuple

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.outlets import is_letters
from rawi.reading.free_order.phrases import Phrase, Phrases
from rawi.reading.free_order.spared import Spared
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Range

#: How far before a verb its subject may begin, in tokens.
REACH: Final = 60
#: A relative pronoun stands so near the head of its clause ("the contract of whom"), in tokens.
OWNED: Final = 4
_PEOPLE: Final = w.ROLE | w.PERSON | w.TITLE | w.GIVEN


class Subject(NamedTuple):
    """Who speaks; `place` says that the phrase names where somebody does ("at the ministry")."""

    span: Range
    head: int
    place: bool = False
    hearer: Range | None = None


class Subjects:
    """Finds the subjects of one document's verbs."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.alien = self.grammar.alien
        self.word = phrases.word
        self.key = phrases.key
        self._contrast = phrases.grammar.words_of("contrast")
        self._reporters = phrases.grammar.words_of("reporters")
        self._singular = phrases.grammar.words_of("singular_bodies")
        self._spared = Spared(phrases)

    def agrees(self, phrase: Phrase, told: int) -> bool:
        """Say whether a phrase may be the subject of a verb with these features."""
        mask = phrase.mask
        if not mask & c.NOMINATIVE:
            return False
        if not told or phrase.head in self.phrases.quote_at:
            return True
        singular = mask & c.NOMINATIVE & c.SINGULAR
        if told & w.PLUR:
            if mask & c.NOMINATIVE & c.PLURAL:
                return True
            return self._is_joined(phrase) or self._counts(phrase)
        if not singular:
            return False
        if told & w.SING:
            return True
        wanted = c.MASC if told & w.MASC else c.FEM if told & w.FEM else c.NEUT
        if singular & wanted:
            return True
        bits = self.word[phrase.head].bits
        return (
            (bool(bits & _PEOPLE) and wanted != c.NEUT)
            or self._counts(phrase)
            or (phrase.last > phrase.head + 2 and self.phrases.ends_name(phrase.last, phrase.mask))
        )

    def _is_joined(self, phrase: Phrase) -> bool:
        return any(self.word[i].bits & w.CONJ for i in range(phrase.head, phrase.last))

    def _counts(self, phrase: Phrase) -> bool:
        return any(self.word[i].bits & w.CARDINAL for i in range(phrase.first, phrase.head + 1))

    # -- before the verb -----------------------------------------------------------

    def before(self, verb: int, begin: int, told: int) -> Subject | None:
        """Return the subject that stands between `begin` and a verb; None where none does."""
        begin = max(begin, verb - REACH)
        stretches = self._stretches(begin, verb)
        found = self._in(*stretches[-1], told)
        if found is not None and not found.place:
            return self._with_title(found, stretches, told)
        if found is not None:
            return found
        if len(stretches) == 2 and self.phrases.dated(stretches[1][0], verb) > stretches[1][0]:
            if self.is_empty(self.phrases.dated(stretches[1][0], verb), verb):
                return self._in(*stretches[0], told)
        if len(stretches) > 1 and self.phrases.is_participle(stretches[-1][0]):
            stretches.append((verb + 1, verb + 1))  # its second comma was forgotten
        if len(stretches) == 2 and self._leads_on(verb):
            return self._parted(stretches, told)
        if len(stretches) < 3 or not self.is_empty(*stretches[-1]):
            return None
        if not self._is_added(*stretches[-2]):
            return None
        end = stretches[-1][0] - 1  # the comma
        for number in range(len(stretches) - 2, -1, -1):
            first, last = stretches[number]
            if number and self._is_added(first, last):
                passed = self._is_passed_on(first, last)
                if passed or self.is_gerund(first) or self._is_link(first, last):
                    end = first - 1  # what somebody does says nothing of who it is
                elif self.phrases.set_phrase(first, last) == last:
                    end = first - 1  # ", for their part,"
                continue
            phrase = self._in(first, last, told)
            if phrase is None or (
                phrase.span[1] != last and self._is_passed_on(*stretches[number + 1])
            ):
                return None
            if phrase.place or phrase.span[1] == last:
                return Subject((phrase.span[0], end), phrase.head, phrase.place)
            return phrase
        return None

    def _parted(self, stretches: list[Range], told: int) -> Subject | None:
        """Return the subject that a comma too many parts from its verb: "minister X, called"."""
        first, last = stretches[0]
        if not self.is_empty(*stretches[1]) or any(
            self.phrases.is_verb(i) and not self.word[i].upper for i in range(first, last)
        ):
            return None
        found = self._in(first, last, told)
        whole = found is not None and found.span[1] == last and not found.place
        if found is None or not whole or not self.word[found.head].bits & (w.HEADS | w.GIVEN):
            return None
        return found

    def _leads_on(self, verb: int) -> bool:
        """Say whether a complementiser or an infinitive follows a verb."""
        at = verb + 1
        if at + 1 >= len(self.word):
            return False
        at += self.key[at] == ","
        return bool(self.word[at].bits & w.COMP) or self.grammar.is_infinitive(self.word[at])

    def _stretches(self, begin: int, end: int) -> list[Range]:
        """Return what stands between the commas of a stretch, quotations left whole."""
        found: list[Range] = []
        first = at = begin
        while at < end:
            quote = self.phrases.quote_at.get(at)
            if quote is not None and quote.after <= end:
                at = quote.after
                continue
            if self.key[at] == "," and not self.phrases.is_house(at, end + 1):
                found.append((first, at))
                first = at + 1
            at += 1
        found.append((first, end))
        return found

    def _with_title(self, found: Subject, stretches: list[Range], told: int) -> Subject:
        """Take "the chair," before the name that follows its comma into the subject."""
        if len(stretches) < 2 or found.span[0] != stretches[-1][0]:
            return found
        if self.word[found.head].bits & w.PRON:
            return found
        for first, last in stretches[-2::-1]:
            before = self._in(first, last, told)
            if before is None or before.place or before.span[1] != last:
                break
            if not self.word[before.head].bits & (w.ROLE | w.PERSON | w.BODY):
                break
            found = Subject((before.span[0], found.span[1]), before.head)
            if before.span[0] != first:
                break
        return found

    def is_empty(self, first: int, last: int) -> bool:
        """Say whether a stretch holds nothing but adverbs, times and phrases of circumstance."""
        at = first
        while at < last:
            bits = self.word[at].bits
            end = self.phrases.set_phrase(at, last)
            if bits & w.PREP and end is None:
                end = self.phrases.complement(at, last)
                if end is None:
                    return False
            if end is not None:
                at = end
                continue
            hearer = self.key[at] in self.grammar.words_of("hearers")
            if bits & (w.ADV | w.NEG | w.TIME) or hearer:
                at += 1
                continue
            phrase = self.phrases.read(at, last, c.DATIVE | c.ACCUSATIVE)
            if phrase is None:
                return False
            at = phrase.last
        return True

    def _is_added(self, first: int, last: int) -> bool:
        """Say whether a stretch is added to a noun: a relative or participle clause, a phrase."""
        if first >= last:
            return False
        word = self.word[first]
        if last - first == 1 and self.key[first] in self._contrast:
            return True  # ", however,"
        at = self._past_circumstance(first, last)
        at += at + 1 < last and bool(self.word[at].bits & w.NEG)
        if any(self.word[i].bits & w.REL for i in range(first, min(last, first + OWNED))):
            return True  # "who", "the contract of whom"
        if at < last and (self.phrases.is_participle(at) or self.is_gerund(at)):
            return True
        if at < last and self._is_described(at, last):
            return True
        if self._is_passed_on(first, last):
            return True
        if self.key[first] in self.grammar.words_of("as"):  # "like many others"
            return not any(map(self.phrases.is_verb, range(first, last)))
        if self.is_empty(first, last):
            return True
        # "in the past a forward of X", "now a senator"
        phrase = self.phrases.read(at, last, c.NOMINATIVE)
        if phrase is not None and phrase.last == last and not word.bits & w.PRON:
            return True
        return self._is_apposed(first, last) or self._is_listed(first, last)

    def _is_listed(self, first: int, last: int) -> bool:
        """Say whether a stretch goes on with a list in what is added: "of ships, cars and planes".

        Its first word stands in a case of the word before its comma, and no verb stands in it.
        """
        if first < 2 or not self.word[first].is_word or self.word[first].upper:
            return False
        told = c.spread(self.phrases.mask(first - 2)) & c.OBLIQUE & ~c.ACCUSATIVE
        phrase = self.phrases.read(first, last, told) if told else None
        if phrase is None or phrase.mask & c.NOMINATIVE:
            return False
        return not any(map(self.phrases.is_verb, range(first, last)))

    def _is_passed_on(self, first: int, last: int) -> bool:
        """Say whether a stretch names who passes on what is said: "as the agency writes"."""
        first += self.key[first] in self.grammar.words_of("as")
        if first + 1 >= last or self.key[first] not in self.grammar.words_of("relays"):
            return False
        return not any(map(self.phrases.is_verb, range(first + 1, last)))

    def _is_apposed(self, first: int, last: int) -> bool:
        """Say whether a stretch says who the noun in the genitive before its comma is."""
        if first < 2 or not self.phrases.mask(first - 2) & c.GENITIVE:
            return False
        phrase = self.phrases.read(first, last, c.GENITIVE)
        return phrase is not None and phrase.last == last

    def _is_link(self, first: int, last: int) -> bool:
        """Say whether words between commas only join a sentence to others: ", however,"."""
        joints = w.ADV | w.LINK
        return all(
            self.key[i] in self._contrast or self.word[i].bits & joints for i in range(first, last)
        )

    def _past_circumstance(self, at: int, last: int) -> int:
        """Return the token behind the adverbs and the circumstances that a stretch begins with."""
        while at < last:
            bits = self.word[at].bits
            if bits & w.PREP and not self.word[at].upper:
                end = self.phrases.complement(at, last)
                if end is None:
                    return at
                at = end
            elif bits & (w.ADV | w.TIME) and not bits & w.HEADS:
                at += 1
            else:
                return at
        return at

    def _is_described(self, at: int, last: int) -> bool:
        """Say whether an adjective opens what is added: "close to the office", "known as X"."""
        word = self.word[at]
        if word.upper or word.bits & (w.HEADS | w.ADJ) or not self.grammar.is_adjective(word):
            return False
        if at + 1 >= last:
            return False
        following = self.word[at + 1]
        if following.bits & w.PREP:
            return True
        if not self.phrases.mask(at) & c.NOMINATIVE:
            return False
        led = following.bits & (w.ADV | w.WH) and not following.upper
        return bool(led) or not self.phrases.mask(at + 1) & c.NOMINATIVE

    def is_gerund(self, index: int) -> bool:
        """Say whether a word is a gerund: a cue's, or one that no table holds."""
        word = self.word[index]
        if any(cue.form & w.GERUND for cue in word.cues):
            return True
        return not word.bits and word.key.endswith(self.grammar.gerund_ends)

    def _in(self, first: int, last: int, told: int) -> Subject | None:
        """Return the subject in a stretch that a verb ends."""
        place: Subject | None = None
        found: Phrase | None = None
        at = first
        while at < last:
            word = self.word[at]
            bits = word.bits
            fixed = None if bits & w.PREP else self.phrases.set_phrase(at, last)
            if fixed is not None:
                at = fixed
                continue
            if (bits & w.PREP and not word.upper) or (bits & w.PREP and at == first):
                end = self.phrases.complement(at, last)
                if end is not None:
                    mute = found is None or not self._may_speak(found)
                    if place is None and mute and told & w.PLUR:
                        end = self._spared.before(at, end, last)
                        place = self.place(at, end, leads=end == last and self._tells(last))
                    at = end
                    continue
            dated = self.phrases.dated(at, last)
            if dated > at or (bits & w.TIME and not bits & w.HEADS and not word.upper):
                at = max(dated, at + 1)
                continue
            phrase = self.phrases.read(at, last, c.NOMINATIVE)
            if phrase is not None and phrase.last > at:
                hearer = told & w.PLUR and self.key[at] in self._reporters and not word.upper
                hearer = hearer or self._is_charge(phrase)
                if self.agrees(phrase, told) and not self._is_time(phrase) and not hearer:
                    if found is None or bits & w.PRON or not self._is_person(found):
                        found = phrase
                    elif self._is_bare(found) and self._may_speak(phrase):
                        found = phrase  # "dates the minister did not name"
                at = phrase.last
                continue
            other = self.phrases.read(at, last, c.OBLIQUE)
            at = other.last if other is not None and other.last > at else at + 1
        if found is not None and found.last == last:
            found = found._replace(last=self._spared.before(found.head - 1, last, last))
        if place is not None and (
            found is None or self._is_outlet(found) or not self._may_speak(found)
        ):
            told_to = found is not None and self._is_outlet(found)
            return place._replace(hearer=found.span) if found is not None and told_to else place
        if found is None and place is None:
            return self._swallowed(first, last, told) or self._placed(first, last, told)
        return None if found is None else Subject(found.span, found.head)

    def _placed(self, first: int, last: int, told: int) -> Subject | None:
        """Return the body before a verb that a phrase took in: "asked by X at the office said"."""
        if not told & w.PLUR:
            return None
        for at in range(last - 2, first, -1):
            if not self.word[at].is_word and at not in self.phrases.quote_at:
                return None
            if self.word[at].bits & w.PREP and not self.word[at].upper:
                whole = self.phrases.complement(at, last) == last
                return self.place(at, last) if whole else None
        return None

    def _swallowed(self, first: int, last: int, told: int) -> Subject | None:
        """Return the name before a verb that a phrase took in: "in an interview Petrova said"."""
        at = last
        while at > first and self.phrases.is_capital(at - 1) and not is_letters(self.word[at - 1]):
            at -= 1
        if at == last or at < first + 2 or told & w.PLUR or not self.word[at - 1].is_word:
            return None
        bits = w.PLACE | w.HEADS | w.NETWORK | w.DEMONYM
        if any(self.word[i].bits & bits or self.word[i].caps or self.alien(self.key[i])
               for i in range(at, last) if self.word[i].is_word):  # fmt: skip
            return None
        phrase = self.phrases.read(at, last, c.NOMINATIVE)
        if phrase is None or phrase.last != last or not self.agrees(phrase, told):
            return None
        return Subject(phrase.span, phrase.head)

    def _is_person(self, phrase: Phrase) -> bool:
        return bool(self.word[phrase.head].bits & (_PEOPLE | w.PRON)) or phrase.named

    def _is_bare(self, phrase: Phrase) -> bool:
        """Say whether a phrase has its capital from the sentence alone, and names nobody."""
        bits = self.word[phrase.head].bits
        loose = phrase.head == phrase.first and not bits & (w.HEADS | w.PRON | w.GIVEN)
        if any(self.word[i].upper for i in range(phrase.first + 1, phrase.last)):
            return False
        return loose and phrase.head not in self.phrases.quote_at and (
            not self.phrases.is_proper(phrase.head)
        )  # fmt: skip

    def _is_charge(self, phrase: Phrase) -> bool:
        """Say whether a phrase names nobody, since its noun speaks in the singular alone."""
        several = not phrase.mask & c.NOMINATIVE & c.SINGULAR
        return several and self.word[phrase.head].lemma in self._singular

    def _may_speak(self, phrase: Phrase) -> bool:
        if self._is_charge(phrase):
            return False
        return bool(self.word[phrase.head].bits & (w.HEADS | w.PRON)) or phrase.named

    def _is_time(self, phrase: Phrase) -> bool:
        return bool(self.word[phrase.head].bits & w.TIME) and not phrase.named

    def _is_outlet(self, phrase: Phrase) -> bool:
        bits = self.word[phrase.head].bits
        if bits & (w.ROLE | w.PERSON):
            return False
        quote = self.phrases.quote_at.get(phrase.first)
        first = phrase.first if quote is None else phrase.first + 1
        return bool(bits & w.MEDIA) or self.phrases.outlets.is_outlet(first, phrase.last)

    def place_at(self, at: int, last: int) -> Subject | None:
        """Return the body "at" which somebody speaks that begins at a token."""
        if at >= last or not self.word[at].bits & w.PREP:
            return None
        end = self.phrases.complement(at, last)
        return None if end is None else self.place(at, end)

    def place_behind(self, at: int, last: int) -> Range | None:
        """Return the body "at" which somebody speaks behind an object: "Denied it at the bank"."""
        phrase = self.phrases.read(at, last, c.ACCUSATIVE | c.GENITIVE)
        at = phrase.last if phrase is not None else last
        at += at < last and bool(self.word[at].bits & w.CONJ)
        place = self.place_at(at, last)
        return place.span if place is not None and place.span[1] == last else None

    def _tells(self, verb: int) -> bool:
        """Say whether ", that" follows right behind a verb."""
        return verb + 2 < len(self.word) and self.key[verb + 1] == "," and bool(
            self.word[verb + 2].bits & w.COMP)  # fmt: skip

    def place(self, at: int, end: int, *, leads: bool = False) -> Subject | None:
        """Return a body "at" which somebody speaks: a preposition of place and its noun.

        A noun that no table holds is a body's where its verb `leads` to a clause.
        """
        beside = self.key[at] in self.grammar.words_of("beside")
        if not beside and self.key[at] not in self.grammar.words_of("place_prepositions"):
            return None
        if self.phrases.is_adjunct(at, end):
            return None
        phrase = self.phrases.read(at + 1, end, c.GENITIVE if beside else c.LOCATIVE)
        if phrase is None and leads:
            phrase = self.phrases.read(at + 1, end, c.DATIVE)  # "at the weather post"
        if phrase is None:
            return None
        if beside:
            body = self.word[phrase.head].lemma in self.grammar.words_of("vendors")
            return Subject((at, end), phrase.head, True) if body else None
        told = self._told_beside(phrase, end)
        if told is not None:
            return Subject((at, told), phrase.head, True, (told, end))
        bits = self.word[phrase.head].bits
        named = phrase.head in self.phrases.quote_at or any(
            self.word[i].upper for i in range(phrase.first, phrase.head + 1)
        )
        if bits & (w.BODY | w.MEDIA) or named or (leads and not bits):
            return Subject((at, end), phrase.head, True)
        return None

    def _told_beside(self, phrase: Phrase, end: int) -> int | None:
        """Return where an outlet in marks begins that a body is no more called by: it is told.

        "At the Duma “X” was told": a name of its own stands there already, or the dative tells.
        """
        word = self.word[phrase.head]
        if not word.bits & w.BODY or word.bits & w.MEDIA:
            return None
        for mark in range(phrase.head + 1, end):
            quote = self.phrases.quote_at.get(mark)
            if quote is None or quote.after != end:
                continue
            mask = self.phrases.marked(mark)
            dative = mask & c.DATIVE and not mask & c.NOMINATIVE  # beside a noun none is locative
            whose = mark == phrase.head + 1 and word.upper
            outlet = self.phrases.outlets.is_outlet(mark + 1, quote.close)
            return mark if dative or (whose and outlet) else None
        return None

    def is_told(self, subject: Subject) -> bool:
        """Say whether a name that never changes is an outlet's: it may be told something."""
        phrase = self.phrases.read(*subject.span, c.NOMINATIVE)
        if phrase is None or not self.phrases.mask(phrase.head) & c.DATIVE:
            return False
        return self._is_outlet(phrase) or self.word[phrase.head].caps

    def is_told_by(self, subject: Subject, after: int, last: int, told: int) -> bool:
        """Say whether who stands behind a verb tells something to the outlet before it."""
        if subject.place or not self.is_told(subject):
            return False
        teller = self.after(after, last, told)
        return teller is not None and bool(self.word[teller.head].bits & (w.ROLE | w.PERSON))

    def is_object_of(self, subject: Subject, after: int, last: int, told: int) -> bool:
        """Say whether a thing before a verb is its object, since somebody stands behind it."""
        word = self.word[subject.head]
        people = w.ROLE | w.PERSON | w.BODY | w.MEDIA | w.PRON | w.GIVEN
        if subject.place or word.bits & people:
            return False
        if subject.head in self.phrases.quote_at or self.phrases.is_proper(subject.head):
            return False
        if not self.phrases.mask(subject.head) & c.ACCUSATIVE or after >= last:
            return False
        after += bool(self.word[after].bits & w.CONJ)  # "confirmed also the mayor"
        if told & w.PLUR and self.place_at(after, last) is not None:
            return True  # "the data were confirmed at the ministry"
        teller = self.after(after, last, told)
        return teller is not None and bool(self.word[teller.head].bits & w.HEADS)

    # -- after the verb ------------------------------------------------------------

    def after(self, at: int, last: int, told: int) -> Subject | None:
        """Return the phrase that begins at a token and may be the subject of the verb before."""
        if self._is_foreign_hearer(at, last, told):
            return None
        phrase = self.phrases.read(at, last, c.NOMINATIVE) or self._on_duty(at, last)
        if phrase is None or not self.agrees(phrase, told) or self._is_time(phrase):
            return None
        if self._is_hearer(phrase, last, told):
            return None
        return Subject(phrase.span, phrase.head)

    def _on_duty(self, at: int, last: int) -> Phrase | None:
        """Return an adjective that stands for somebody at the end: "“…”, said the one on duty"."""
        if at + 1 != last or at < 2 or self.key[at - 2] not in self.grammar.dashes:
            return None
        word, mask = self.word[at], self.phrases.mask(at) & c.NOMINATIVE & c.SINGULAR
        plain = self.grammar.is_adjective(word) and not word.bits & (w.ADJ | w.HEADS)
        return Phrase(at, last, at, mask, False) if plain and mask and not word.upper else None

    def _is_hearer(self, phrase: Phrase, last: int, told: int) -> bool:
        """Say whether an outlet whose name never changes is told something, another speaks."""
        told_case = self.phrases.mask(phrase.head)
        indeclinable = told_case & c.DATIVE
        word = self.word[phrase.head]
        unknown = (
            phrase.last == phrase.head + 1
            and not word.bits & w.HEADS
            and (word.caps or self.alien(word.key))
        )
        if not indeclinable or not (unknown or self._is_outlet(phrase)):
            return False
        return self.behind(phrase.last, last, told) is not None

    def _is_foreign_hearer(self, at: int, last: int, told: int) -> bool:
        """Say whether a name in another script is told what somebody behind it tells.

        "Told Northern Times Li Hua, an expert": a name has one script; "told TNA the mayor X": the
        letters of an outlet in no list are told something, too.
        """
        if at >= last or not self.word[at].upper:
            return False
        letters = is_letters(self.word[at])
        if not letters and not self.alien(self.key[at]):
            return False
        end = at + 1 if letters else self.phrases.outlets.run(at, last)
        if end >= last or not self.word[end].is_word or self.alien(self.key[end]):
            return False
        teller = self.phrases.read(end, last, c.NOMINATIVE)
        if teller is None or not self.agrees(teller, told) or self._is_time(teller):
            return False
        return any(self.word[i].bits & (w.HEADS | w.GIVEN) for i in range(*teller.span)) or (
            self.phrases.is_proper(teller.head)
        )

    def behind(self, at: int, last: int, told: int) -> Phrase | None:
        """Return the nominative that follows a token, times and circumstances passed over."""
        while at < last:
            bits = self.word[at].bits
            if bits & w.PREP:
                end = self.phrases.complement(at, last)
                if end is None:
                    return None
                at = end
                continue
            if bits & (w.ADV | w.TIME) and not bits & w.HEADS:
                at += 1
                continue
            dated = self.phrases.dated(at, last)
            if dated > at:
                at = dated
                continue
            phrase = self.phrases.read(at, last, c.NOMINATIVE)
            if phrase is not None and self.agrees(phrase, told):
                return phrase
            other = self.phrases.read(at, last, c.DATIVE)
            if other is None:
                return None
            at = other.last
        return None
