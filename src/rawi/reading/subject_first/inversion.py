"""Subjects that stand after their verbs: "…", said X; …, argues X."""

from __future__ import annotations

from typing import Final

from rawi.reading.marks import Quote
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.contents import Contents
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group
from rawi.reading.subject_first.main_clauses import MainClauses
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.shows import Shows
from rawi.reading.subject_first.subjects import Subjects

#: A clause whose verb no table has is no shorter than this, in words.
CLAUSE: Final = 6
#: A time between who says it and a comma is no longer than this, in tokens.
TIME: Final = 5
#: Where it was said, between a verb's comma and its subject's, is told in fewer tokens.
PLACE: Final = 14
#: A name in marks is no longer than this, in words.
TITLE_WORDS: Final = 4


class Inversion:
    """Finds the inverted subjects of one document."""

    def __init__(
        self, document: Document, phrases: Phrases, subjects: Subjects, contents: Contents
    ) -> None:
        self.document = document
        self.grammar = document.grammar
        self.word = document.word
        self.key = document.key
        self.phrases = phrases
        self.subjects = subjects
        self.contents = contents
        self._nobody = self.grammar.words_of("nobody")
        self._referring = self.grammar.words_of("referring")
        self._latter = self.grammar.words_of("latter")
        self._belonging = self.grammar.words_of("belonging")
        self._affiliating = self.grammar.words_of("affiliating")
        self._telling = self.grammar.words_of("telling_prepositions")
        self._parting = self.grammar.words_of("parting")
        self._way = self.grammar.words_of("way_prepositions")
        self._way |= self.grammar.words_of("contracted")
        self._colleagues = self.grammar.words_of("colleagues")
        self._personal = self.grammar.words_of("personal_relatives")
        self._of_words = self.grammar.words_of("part_prepositions")
        self._seeking = self.grammar.words_of("seeking")
        self._places = self.grammar.words_of("places_said") | self._telling
        self.shows = Shows(document)
        self._clauses = MainClauses(document, phrases)

    def after(self, at: int, last: int) -> Range | None:
        """Return the subject behind a verb that ends at a token, and behind what goes with it."""
        found = self.subjects.after(self.past_asides(at, last), last)
        return None if found is None else (found[0], self.name_end(*found))

    def name_end(self, first: int, end: int) -> int:
        """Return where a name ends before when or where it spoke: "said Ann Poe | at the funeral".

        What a name is of, or at with a name behind it, belongs to it.
        """
        parting = (i for i in range(first + 1, end) if self.key[i] in self._parting)
        apart = next((i for i in parting if self.key[i - 1] not in self._seeking
                      and not self._is_of_office(first, i, end)), None)  # fmt: skip
        if apart is not None and self.document.quote_over(apart) is None:
            return apart - (self.key[apart - 1] == ",")  # "comunicó la empresa | al regulador"
        for index in range(first + 1, end) if self.grammar.drops_subject else ():
            if self.word[index].bits & w.PREP and self.shows.led_by(index, len(self.word)):
                return index  # "dijo X | en el programa Y"
        for index in range(first + 1, end) if self.grammar.comma_inversion else ():
            if self._tells_colleagues(index, end):
                return index  # "a dit X | à nos confrères de RTL"
            if self.key[index] in self._personal and self._says_more(index + 1, end):
                return index - (self.key[index - 1] == ",")  # "dit X | qui ajoute que"
            if (
                self.word[index].bits & w.PHRASE
                and self.key[min(index + 2, end - 1)] in self._referring
            ):
                match = self.grammar.according.match(self.word, index, end)
                if match is not None and match.open:
                    return index  # "a rapporté Interfax | sur la foi de témoins"
        for index in range(first + 1, end) if self.grammar.title_case else ():
            word = self.word[index]
            if not word.bits & w.PREP or word.upper or not self.word[index - 1].upper:
                continue
            named = any(self.word[i].upper for i in range(index + 1, end))
            own = self.key[index] in self._belonging
            if not own and not (named and self.key[index] in self._affiliating):
                return index
        return end

    def _says_more(self, at: int, end: int) -> bool:
        """Say whether a relative clause says something of its own: "qui ajoute que"."""
        while at < end and self.word[at].bits & (w.NEG | w.REFLEX | w.OBJ | w.AUX | w.ADV):
            at += 1
        cues = self.word[at].cues if at + 1 < end else ()
        clause = any(c.governs & w.THAT and c.form & (w.FINITE | w.PAST) for c in cues)
        led = self.word[min(at + 1, end - 1)].bits
        return clause and bool(led & w.COMP or self.phrases.opens_infinitive(at + 1, end))

    def _tells_colleagues(self, index: int, end: int) -> bool:
        """Say whether people of another outlet are told at a token: "aux confrères de X"."""
        if self.key[index] not in self._way or not self._colleagues:
            return False
        ours = self.word[min(index + 1, end - 1)].bits
        if ours & w.POSS and ours & w.FIRST:
            return True  # "ont dit des habitants | à notre correspondant"
        near = self.key[index + 1 : min(end, index + 3)]
        return any(key in self._colleagues for key in near)

    def _is_of_office(self, first: int, index: int, end: int) -> bool:
        """Say whether a preposition is of an office, a name behind it: "con il Parlamento X Y"."""
        if self.key[index] in self._telling:
            return False
        given = [i for i in range(first, end - 1) if self.word[i].bits & w.GIVEN
                 and self.word[i + 1].upper]  # fmt: skip
        return bool(given) and given[0] > index + 1

    def before_links(self, at: int, first: int) -> int:
        """Return where the words begin that join a clause: "though its treasurer"."""
        while (
            at > first
            and self.word[at - 1].is_word
            and (self.word[at - 1].bits & (w.SUB | w.CONJ | w.LINK) or self.is_while(at - 1))
        ):
            at -= 1
        return at

    def is_while(self, index: int) -> bool:
        """Say whether a complementiser belongs to the word before it: "mientras que"."""
        if not self.grammar.free or not index:
            return False
        return bool(self.word[index].bits & w.COMP and self.word[index - 1].bits & w.SUB)

    def quote_left_of(self, at: int, begin: int) -> bool:
        """Say whether a quotation ends right before a token, a comma between them or none."""
        end = at - 1 if at - 1 > begin and self.key[at - 1] == "," else at
        quote = self.document.quote_before(end)
        return quote is not None and not self._is_quoted_name(quote, begin)

    def _is_quoted_name(self, quote: Quote, begin: int) -> bool:
        """Say whether a quotation is a name inside a phrase: who calls himself “Zephyr”."""
        return self.phrases.is_title(quote.open, begin)

    def past_asides(self, at: int, last: int) -> int:
        """Return the token after the times, adverbs and phrases between a verb and its subject."""
        if self.grammar.comma_inversion and at < last and self.key[at] == ",":
            shut = self.past_time(at + 1, last) if at + 2 < last else None
            shut = self._past_link(at + 1, last) if shut is None else shut
            shut = self._past_place(at, last) if shut is None else shut
            at = at if shut is None or shut == at + 1 else shut + 1  # "a dit, hier, le maire"
        begin = at
        while at < last:
            at = self.phrases.past_bracketed(at, last) or at
            if at >= last or not self.word[at].is_word:
                break
            word = self.word[at]
            match = self.grammar.adjuncts.match(self.word, at, last)
            if match is not None and not match.open:
                at = match.end
            elif self.grammar.free and (dated := self.contents.past_date(at, last)):
                at = dated  # "dijo el pasado lunes | el ministro"
            elif word.bits & (w.TIME | w.ADV) and not word.bits & (w.DET | w.PRON | w.HEADS):
                at += 1
            elif word.bits & w.DET and at + 1 < last and self._is_time(at + 1):
                if word.upper and self.word[at + 1].upper:
                    break  # "publicó La Jornada"
                at += 2  # "this Monday"
            elif word.bits & (w.NUM | w.DET) and self._is_date(at, last):
                at += 2 + (not word.bits & w.NUM)  # "ce 5 février"
            elif word.bits & w.PREP and not word.bits & w.DET and not word.upper:
                step = self._past_phrase(at, last)
                if step is None:
                    break
                at = step
            else:
                break
        if at == begin or at >= last or self.key[at] != ",":
            return at
        if self._is_parted(at, last):
            return at + 1
        shut = self._past_place(at, last) if self.grammar.comma_inversion else None
        return at if shut is None else shut + 1  # "a dit lundi, au micro de X, le maire"

    def _past_link(self, at: int, last: int) -> int | None:
        """Return the comma after a set phrase: "se pregunta, en cambio, La Mañana"."""
        match = self.grammar.adjuncts.match(self.word, at, last) if self.grammar.free else None
        beside = self.grammar.drops_subject and at + 1 < last and self.key[at + 1] == ","
        if match is None and beside and self.word[at].bits & (w.ADV | w.LINK):
            return at + 1  # "afferma, intanto, X"
        if match is None or match.open or match.end >= last or self.key[match.end] != ",":
            return None
        return match.end

    def _past_place(self, comma: int, last: int) -> int | None:
        """Return the comma after where it was said: "a lâché, au micro de X, la ministre"."""
        opens = self.word[comma + 1] if comma + 1 < last else None
        if opens is None or opens.upper or not self._opens_aside(comma + 1, last):
            return None
        inside = range(comma + 1, min(last, comma + PLACE))
        shut = next((i for i in inside if self.key[i] in ",.;:" or i in self.document.quote_at), 0)
        if not shut or any(self.phrases.is_verb(i) for i in range(comma + 1, shut)):
            return None
        if self._is_parted(shut, last):
            return shut
        return self._past_place(shut, last) if self.key[shut] == "," else None

    def _opens_aside(self, at: int, last: int) -> bool:
        """Say whether what tells when or where begins at a token: "dans un", "jeudi à", "ce 3"."""
        bits = self.word[at].bits
        timed = bits & w.TIME and not bits & w.HEADS
        dated = bits & w.DET and at + 1 < last and self._is_time(at + 1)
        return bool(bits & w.PREP or timed or dated)

    def _past_phrase(self, at: int, last: int) -> int | None:
        """Return the token after a phrase with a preposition between a verb and its subject.

        None where the verb's subject can stand nowhere behind it.
        """
        noun = at + 1
        if (show := self.shows.led_by(at, last)) is not None:
            at = noun = show.owner or show.end  # "dijo en el programa Hora 25, de X"
            if noun >= last or not show.owner:
                return noun if noun < last and self.phrases.starts(noun, last) else None
        if noun < last and self.word[noun].bits & w.PREP and self.grammar.comma_inversion:
            noun += 1  # "auprès de Mediapart"
        end = self._quoted_end(noun, last) or self.phrases.title_end(at, last)
        end = end or (self.phrases.end(noun, last) if noun < last else at)
        end = end if end >= last else self.phrases.past_bracketed(end, last) or end
        name = self._name_in(noun, end) if end > noun else None
        if name is not None:
            return name
        some = self._some_in(noun, end)
        if some is not None:
            return some
        if end <= at + 1 or end >= last:
            return None
        if self._is_parted(end, last):
            return end + 1
        shut = self.past_time(end + 1, last) if self.key[end] == "," else None
        if shut is not None and shut > end + 1 and self._is_parted(shut, last):
            return shut + 1  # "devant les députés, mardi soir, la ministre"
        if self.phrases.starts(end, last):
            return end
        goes_on = self.grammar.comma_inversion and self.word[end].bits & w.PREP
        return self._past_phrase(end, last) if goes_on else None

    def _quoted_end(self, at: int, last: int) -> int | None:
        """Return the end of a name in marks after a preposition: "au 'Monde'"."""
        quote = self.document.quote_at.get(at)
        if quote is None or not quote.closed or quote.after >= last:
            return None
        few = self.document.tokens.count_words(quote.open, quote.close) <= TITLE_WORDS
        return quote.after if few and self.word[at + 1].upper else None

    def _name_in(self, first: int, end: int) -> int | None:
        """Return where somebody's name begins that only stands after a place or occasion.

        "a affirmé devant la presse | Jean Dupont", not "avec le ministre Jean Dupont".
        """
        if not self.grammar.comma_inversion:
            return None
        whose = w.ROLE | w.PERSON | w.TITLE | w.GIVEN | w.BODY | w.PREP | w.DET
        for at in range(first + 1, end - 1):
            before = self.word[at - 1]
            told = at <= first + 2 and before.outlet and before.caps  # "à l'AFP Ann Poe"
            given = (self.word[at].bits & w.GIVEN or told) and self.word[at].upper
            place = before.bits & w.BODY and not before.bits & (w.ROLE | w.TITLE | w.PREP | w.DET)
            place = place and self.key[first - 1] in self._places  # "à la tribune | Ann Poe"
            if given and self.word[at + 1].upper and (told or place or not before.bits & whose):
                return at
        return None

    def _some_in(self, first: int, end: int) -> int | None:
        """Return where "des élus" begins behind a name: "ont indiqué à l'AFP | des élus"."""
        if not self.grammar.comma_inversion:
            return None
        for at in range(first + 1, end - 1):
            some = self.word[at].bits & w.INDEF and self.word[at].bits & w.PREP
            if some and self.word[at - 1].upper and self.word[at + 1].bits & (w.ROLE | w.PERSON):
                return at
        return None

    def _is_time(self, index: int) -> bool:
        """Say whether a word is a time and nothing that speaks."""
        bits = self.word[index].bits
        return bool(bits & w.TIME) and not bits & (w.HEADS | w.PRON | w.GIVEN)

    def past_time(self, at: int, last: int) -> int | None:
        """Return the comma at a token, or after a time that stands there; None for none."""
        begin = at
        while at < last and at < begin + TIME and self.word[at].is_word:
            if not self.word[at].bits & (w.TIME | w.NUM | w.DET):
                return None
            at += 1
        return at if at < last and self.key[at] == "," else None

    def _is_date(self, at: int, last: int) -> bool:
        """Say whether a date begins at a token: a number and a month, an article before them."""
        at += not self.word[at].bits & w.NUM
        if at + 1 >= last or not self.key[at].isdigit():
            return False
        return self._is_time(at + 1)

    def _is_parted(self, comma: int, last: int) -> bool:
        """Say whether a comma stands between a place or time and the subject after its verb."""
        at = comma + 1
        if not self.grammar.comma_inversion or at >= last or self.key[comma] != ",":
            return False
        word = self.word[at]
        if word.bits & w.GIVEN and at + 1 < last and self.word[at + 1].upper:
            return True  # "indique à LCI, Anne Lorrec, directrice de l'agence"
        return bool(word.bits & w.DET or word.bits & w.TITLE) and any(
            self.word[i].bits & (w.ROLE | w.BODY | w.PERSON | w.TITLE)
            for i in range(at, min(last, at + 3))
        )

    def is_clause(self, first: int, end: int) -> bool:
        """Say whether a stretch has a finite verb of its own, outside relative clauses."""
        return self._clauses.has_verb(first, end)

    def is_somebody(self, where: Range) -> bool:
        """Say whether a phrase may name who speaks: a role, a body, a name, a pronoun."""
        who = w.HEADS | w.GIVEN | w.TITLE | w.PLACE | w.PRON
        if any(self.word[i].bits & who or self.word[i].upper for i in range(*where)):
            return True
        first, last = where  # "l'acheteur", a noun in no table
        noun = self.word[min(first + 1, last - 1)]
        if last - first == 2 and noun.key in self._latter:
            return True  # "affirme ce dernier"
        led = self.word[first].bits & w.DET and last - first == 2 and self.grammar.comma_inversion
        return bool(led) and not noun.bits and not noun.key.endswith(self.grammar.thing_endings)

    def is_stuck(self, index: int) -> bool:
        """Say whether a token is a pronoun stuck to the verb before it."""
        word = self.word[index]
        return bool(word.bits & w.PRON) and not word.key[:1].isalnum()

    def parted(self, group: Group, begin: int, last: int) -> Draft | None:
        """Read "The port, adds the mayor, will close": who says it between subject and verb."""
        comma = group.first - 1
        if not self.grammar.comma_inversion or comma <= begin or not self._parts(comma):
            return None
        mark = self.key[comma]  # "Il ponte – ha detto il sindaco – riaprirà"
        if not group.cue.governs & w.QUOTE or self.quote_left_of(group.first, begin):
            return None
        if self.grammar.drops_subject:
            colons = (i + 1 for i in range(begin, comma) if self.key[i] in self.grammar.colons)
            begin = max(colons, default=begin)
        while begin < comma and self.word[begin].bits & (w.CONJ | w.LINK):
            begin += 1
        led = bool(self.word[begin].bits & (w.PREP | w.SUB)) and not self.word[begin].bits & w.DET
        led = led or self._is_doing(begin)  # "Partant de là, dit-il, …"
        found = self._stuck_to(group, last)
        if found is not None and self.key[found[0]] in self._nobody:
            return None  # "dit-on"
        end = group.last
        unsaid = self.grammar.drops_subject and end < last and self.key[end] == mark
        if found is None and not unsaid:
            found = self.after(group.last, last)
            if found is None or led or not self.is_somebody(found):
                return None
            end = found[1]
        if (
            end >= last - 2
            or self.key[end] != mark
            or not self.is_parted_clause(begin, comma, end + 1, last, led=led)
        ):
            return None
        return Draft(
            [(group.first, group.last)],
            [(begin, comma), (end + 1, self.contents.end(end + 1, last))],
            "verb inside its content",
            0,
            source=found,
            opening="backward",
            around=(group.first, end),
            form=group.cue,
        )

    def _is_doing(self, index: int) -> bool:
        """Say whether a participle stands at a token, and no noun."""
        word = self.word[index]
        doing = word.key.endswith(self.grammar.gerund_endings)
        return doing and not word.bits & (w.HEADS | w.THING | w.DET | w.PREP)

    def _parts(self, index: int) -> bool:
        """Say whether a mark may part who says it from what is said: a comma, a spaced dash."""
        if self.key[index] == ",":
            return True
        dashed = self.grammar.dashes_too and self.key[index] in self.grammar.dashes
        tokens = self.document.tokens
        return dashed and tokens.start[index] > tokens.end[index - 1]

    def is_parted_clause(self, first: int, end: int, at: int, last: int, *, led: bool) -> bool:
        """Say whether two stretches are one clause: a phrase, and what its verb begins."""
        if self.is_clause(first, end):
            return False
        if led:  # "To end it, he said, the work must go on"
            if self.grammar.free and self.phrases.is_verb(at):
                return True
            if not self.phrases.starts(at, last):
                return False
            at = self.phrases.whole_end(at, last)
        elif not self.phrases.starts(first, end) or self.phrases.whole_end(first, end) != end:
            return False
        negated = bool(self.word[at].bits & w.NEG)  # what it stands before is a verb
        while at < last and self.word[at].bits & (w.NEG | w.REFLEX | w.OBJ):
            at += 1
        if at >= last:
            return False
        word = self.word[at]
        named = word.upper or word.bits & (w.DET | w.PREP | w.NUM) or not word.is_word
        return bool(word.bits & w.AUX) or self.phrases.is_verb(at) or (negated and not named)

    def _stuck_to(self, group: Group, last: int) -> Range | None:
        """Return the pronoun stuck to a verb; None where none is."""
        for index in range(group.first, min(group.last + 1, last)):
            if self.is_stuck(index):
                return (index, index + 1)
        return None

    def find(
        self, group: Group, begin: int, last: int, subject: Range | None, drafts: list[Draft]
    ) -> Range | None:
        """Return the subject after a verb that follows what was said; None where none does."""
        at = min(group.first, group.verb)  # "finit par répondre"
        if at <= begin:
            return self._at_head(group, last)
        quoted = self.quote_left_of(at, begin)
        mark = self.key[at - 1]
        if not quoted and mark != "," and mark not in self.grammar.dashes:
            return None
        stuck = self._stuck_to(group, last)
        if stuck is not None and self.key[stuck[0]] in self._nobody:
            whose = self._whose_people(max(group.last, stuck[1]), last)
            return whose or (stuck if quoted else None)
        if stuck is not None:
            return stuck
        found = self.after(group.last, last)
        if found is None or self.contents.is_quantity(found[0], last):
            return None
        earlier = bool(drafts) and drafts[-1].outer is None and bool(drafts[-1].cue)
        if (
            self.grammar.comma_inversion
            and mark == ","
            and not quoted
            and (
                self.is_clause(begin, at - 1)
                or earlier
                or begin in self.document.quote_at
                or self.document.quotes_in(begin, at)
                or self._ends_headline(found, last)
                or (self._is_office(found) and not self._is_phrase(begin, at - 1))
            )
        ):
            if not self.is_somebody(found) and not self._is_left(group, found, subject, last):
                return None
            opening = self.contents.opening(group.last, last, group.cue)
            return found if opening is None or opening.kind == "object" else None
        if self.grammar.comma_inversion and mark == "," and not quoted:
            return None
        if quoted or (mark in self.grammar.dashes and self.grammar.dashed):
            return found
        if self.word[found[0]].bits & w.PRON and not self.grammar.free:
            return None
        if found[1] in self.document.quote_at or self.word[found[0]].bits & w.COMP:
            return None
        if any(self.word[i].bits & w.PREP for i in range(group.last, found[0])):
            return None
        ends = (
            found[1] >= last
            or not self.word[found[1]].is_word
            or bool(self.word[found[1]].bits & (w.PREP | w.TIME | w.ADV | w.SUB | w.CONJ))
        )
        noun = self.key[found[1] - 1]
        core = found
        if self.grammar.title_case:  # "testified side by side before the committee"
            led = (i for i in range(found[0] + 1, found[1]) if self.word[i].bits & w.PREP
                   and self.key[i] not in self._of_words)  # fmt: skip
            core = (found[0], next(led, found[1]))
        some = noun.endswith(self.grammar.plural_endings) or self.is_somebody(core)
        if self.grammar.title_case and "-" in self.key[found[0]] and not self.word[found[0]].upper:
            some = core[1] - core[0] > 1 and some  # "testified side-by-side"
        if self.grammar.title_case and not some:
            return None  # "for which the front had claimed responsibility"
        if subject is None:
            return found
        if self.word[found[0]].bits & w.INDEF and self.is_somebody(subject):
            thing = (found[0] + 1, found[1])
            if not self.is_somebody(thing):
                return None  # "Jane Roe, 34, posted a photo: “…”"
        if found[1] < last and self.word[found[1]].is_word and self._is_described(subject):
            return None  # "The chief inspector, Ann Poe, says prisoners spend the day there"
        opens = subject[0] <= self.before_links(subject[0], begin) or subject[0] == begin
        plain = not group.cue.governs & (w.OBJECT | w.HEARER)
        named = self.word[found[0]].upper or self.word[found[0]].bits & w.DET
        return found if ends and plain and (opens or named) else None

    def _at_head(self, group: Group, last: int) -> Range | None:
        """Return the subject after a verb that opens a sentence: "Said Mayor Poe: “…”"."""
        if not self.grammar.title_case or not self.word[group.first].upper or group.negated:
            return None
        found = self.after(group.last, last)
        if found is None or found[0] != group.last or not self.is_somebody(found):
            return None
        opening = self.contents.opening(found[1], last, group.cue)
        quoted = opening is not None and opening.at in self.document.quote_at
        return found if quoted else None

    def _is_left(self, group: Group, found: Range, subject: Range | None, last: int) -> bool:
        """Say whether a phrase behind a verb may be but its subject: "Zarparon dos, indicó X".

        What stands before is nobody who speaks, or of another number.
        """
        if not self.grammar.drops_subject or subject is None or not group.cue.governs & w.THAT:
            return False
        first, end = found
        article = self.word[first].bits & w.DET and not self.word[first].bits & w.INDEF
        ends = end >= last or not self.word[end].is_word or self.word[end].bits & w.PREP
        noun = self.word[end - 1]
        if not article or not ends or noun.bits & (w.THING | w.OCCASION | w.TIME):
            return False
        several = any(
            self.word[i].features & w.PLUR or self.word[i].bits & (w.PLURAL | w.CARDINAL)
            for i in range(subject[0], min(subject[0] + 2, subject[1]))
        )
        plural = bool(group.cue.features & w.PLUR)
        other = several != plural and group.last - group.first == 1
        return other or not self.is_somebody(subject)

    def _whose_people(self, at: int, last: int) -> Range | None:
        """Return whose people say it: "martèle-t-on dans l'entourage du ministre"."""
        match = self.grammar.behalf.match(self.word, at, last)
        if match is None or match.end >= last or not self.phrases.starts(match.end, last):
            return None
        found = (match.end, self.phrases.end(match.end, last))
        who = w.BODY | w.MEDIA | w.PLACE
        return found if any(o.bits & who or o.upper for o in self.word[slice(*found)]) else None

    def _is_described(self, subject: Range) -> bool:
        """Say whether a subject is an office and a name, a comma between them."""
        first, last = subject
        comma = next((i for i in range(first, last) if self.key[i] == ","), last)
        return any(
            self.word[i].bits & (w.ROLE | w.BODY | w.TITLE) for i in range(first, comma)
        ) and any(self.word[i].upper for i in range(comma + 1, last))

    def _is_office(self, found: Range) -> bool:
        """Say whether a phrase opens with an office, a body or a name."""
        who = w.HEADS | w.TITLE | w.GIVEN
        return any(self.word[i].bits & who or self.word[i].upper
                   for i in range(found[0], min(found[0] + 2, found[1])))  # fmt: skip

    def _is_phrase(self, first: int, end: int) -> bool:
        """Say whether a stretch is one noun phrase with what is added to it, or no clause."""
        words = self.document.tokens.count_words(first, end)
        parted = any(self.key[i] == "," for i in range(first, end))
        if words < CLAUSE or parted or not self.phrases.starts(first, end):
            return True
        return self.phrases.whole_end(first, end) >= end

    def _ends_headline(self, found: Range, last: int) -> bool:
        """Say whether who says it is the end of a line without a full stop, as of headlines."""
        ends = found[1] >= last or (found[1] == last - 1 and self.key[found[1]] == "\n")
        return ends and not self.word[found[0]].bits & w.INDEF and self.is_somebody(found)

    def says_again(self, group: Group, subject: Range, begin: int, holder: Draft | None) -> bool:
        """Say whether "he said" after a quotation repeats a cue before it, which keeps it."""
        if holder is None or not holder.cue or not self.is_stuck(subject[0]):
            return False
        if not self.quote_left_of(group.first, begin) or holder.opening != "clause":
            return False
        first, last = holder.content[-1]
        edge = group.first - 1 if self.key[group.first - 1] == "," else group.first
        quote = self.document.quote_before(edge)
        if quote is None or quote.open < first:
            return False
        holder.content[-1] = (first, min(last, quote.after))
        return True
