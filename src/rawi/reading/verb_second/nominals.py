"""Noun phrases: where one ends that begins at a token, and what is added to it."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.noun_capitals import surnames

#: A noun phrase is read no further than this, in tokens.
REACH: Final = 40
#: A name in marks inside a phrase has no more tokens.
TITLE: Final = 8
#: What is added in brackets is no longer than this, in tokens.
BRACKET: Final = 9
_FUNCTION: Final = (
    w.PRON | w.CONJ | w.COMP | w.SUB | w.WH | w.AUX | w.NEG | w.REFLEX | w.OBJ | w.INFMARK
)


class Nominals:
    """Reads the noun phrases of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = document.grammar
        self.tokens = document.tokens
        self.word = document.word
        self.key = document.key
        words = document.grammar.words_of
        self.datives = words("dative_articles") | words("plural_datives")
        self.strict_datives = words("dative_articles")
        self.loose = words("loose_datives")
        self.accusatives = words("accusatives") - words("dative_articles")
        self._attached = words("apposition_prepositions")
        self._genitive = words("genitive_articles")
        self._joints = words("name_joints")
        self._tying = words("tying_prepositions")
        self._joining = words("joining")
        self._plural_verbs = words("plural_have")
        self._oblique = words("oblique_articles")
        self._told_articles = words("dative_articles") | {
            key for key in words("loose_datives") if key in words("name_articles")
        }
        self._gatherings = words("gatherings")
        self._hearing = words("hearing_prepositions")
        self._as = words("as_said")
        self._articles = words("name_articles")
        self.fused = words("shown_contracted")
        self.inside = words("shown_prepositions")

    def capital(self, index: int) -> bool:
        """Say whether a word has a capital in the text, as nouns and names have."""
        word = self.word[index]
        return word.capital or (
            "-" in word.key and any(map(str.isupper, self.tokens.words(index, index + 1)))
        )

    def bits(self, index: int) -> int:
        """Return what a word does; nothing past the end of a text that breaks off."""
        return self.word[index].bits if index < len(self.word) else 0

    def is_noun(self, index: int) -> bool:
        """Say whether a noun or a name stands at a token."""
        word = self.word[index]
        if word.outlet and not word.bits and not word.cues and word.is_word:
            return True  # "dpa"
        if not word.is_word or not self.capital(index) or self._is_number(index):
            return False
        return not (word.upper and word.bits & (_FUNCTION | w.PREP | w.ADV | w.DET | w.VERB)) or (
            word.caps and len(word.key) > 1
        )

    def _is_number(self, index: int) -> bool:
        """Say whether a number before a noun has its capital from its place: "Zwei Frauen"."""
        if not self.word[index].bits & w.NUM or (index and self.word[index - 1].is_word):
            return False
        after = self.word[index + 1] if index + 1 < len(self.word) else None
        return after is not None and after.is_word and not after.bits & (w.AUX | w.VERB)

    def starts(self, index: int, last: int) -> bool:
        """Say whether a noun phrase begins at a token."""
        return self.end(index, last) > index

    def end(self, index: int, last: int) -> int:
        """Return where the noun phrase ends that begins at a token; the token where none does."""
        last = min(last, index + REACH)
        if index >= last:
            return index
        word = self.word[index]
        if word.bits & w.PRON and word.is_word and not word.bits & w.DET:
            return index + 1
        head = self._head(index, last)
        if head == index:
            alone = word.bits & w.PRON and word.is_word
            return index + 1 if alone else index
        return self._complements(index, head, last)

    def _head(self, index: int, last: int) -> int:
        """Return where the nouns and names end that articles and adjectives lead to."""
        at = index
        while at < last:
            word = self.word[at]
            if at in self.document.quote_at:
                break
            if not word.is_word:
                return index
            if self.is_noun(at) and not self._is_measure(at, last):
                break
            bits = word.bits
            if self.is_noun(at):
                at += 1
                continue
            if bits & w.INDEF | bits & w.CARDINAL and (step := self._of_several(at, last)):
                return step
            number = bits & (w.NUM | w.CARDINAL) or word.key[:1].isdigit()
            if bits & (w.DET | w.POSS) and (at == index or self.word[at - 1].bits & w.DET):
                at += 1
                continue
            if number or bits & (w.ADJ | w.DEMONYM | w.OTHER | w.TITLE):
                at += 1
                continue
            if bits & w.TIME and at > index:
                break
            if bits & w.PREP and at > index and (step := self._attribute(at, last)):
                at = step
                continue
            if bits & (_FUNCTION | w.PREP | w.REL | w.VERB) and not bits & w.DET:
                if not (bits & w.PREP and at > index and self._counts(at, last)):
                    return index
                at += 1
                continue
            if bits & w.ADV and (at + 1 >= last or not self.leads(at + 1, last)):
                return index
            if not bits & w.ADV and not word.key.endswith(self.grammar.adjective_endings):
                return index
            if word.cues and not word.key.endswith(self.grammar.adjective_endings):
                return index
            if at == index and any(cue.form & w.FINITE for cue in word.cues):
                return index
            at += 1
        if at >= last:
            return index
        quote = self.document.quote_at.get(at)
        if quote is not None:
            named = at > index and self.is_name(at, last)
            return self.past_tail(quote.after, last) if named else index
        return self._names(at, last)

    def past_tail(self, at: int, last: int) -> int:
        """Return the token after the rest of a compound with a name in marks: "„Bild“-Zeitung"."""
        start, end = self.tokens.start, self.tokens.end
        glued = at + 1 < last and self.key[at] == "-" and start[at] == end[at - 1]
        noun = glued and start[at + 1] == end[at] and self.word[at + 1].is_word
        return at + 2 if noun and not self.word[at + 1].bits & w.ROLE else at

    def _is_measure(self, at: int, last: int) -> bool:
        """Say whether a measure leads to an adjective: "der 31 Jahre alte Pilot"."""
        timed = self.word[at].bits & w.TIME and self.key[at - 1][:1].isdigit()
        return (
            bool(timed)
            and at + 1 < last
            and self.leads(at + 1, last)
            and (not self.is_noun(at + 1))
        )

    def _of_several(self, at: int, last: int) -> int:
        """Return the end of "eine der beiden", "einer von ihnen"; 0 for none."""
        if at + 2 >= last + 1 or at + 2 > len(self.key) - 1:
            return 0
        led = self.key[at + 1] in self._genitive or self.key[at + 1] in self._attached
        counted = self.word[at + 2].bits & (w.DET | w.OBJ | w.CARDINAL | w.OTHER)
        ends = at + 3 >= last or not self.is_noun(at + 3)
        return at + 3 if led and counted and ends and not self.is_noun(at + 2) else 0

    def _attribute(self, at: int, last: int) -> int:
        """Return the adjective that a phrase before it belongs to; 0 for none.

        "zwei mit der Sache vertraute Personen"
        """
        end = self._head(at + 1, last)
        if end == at + 1 or end >= last or self.is_noun(end):
            return 0
        word = self.word[end]
        plain = word.is_word and not word.bits & (_FUNCTION | w.PREP | w.DET | w.ADV)
        return (
            end
            if plain and word.key.endswith(self.grammar.adjective_endings) and self.leads(end, last)
            else 0
        )

    def _counts(self, at: int, last: int) -> bool:
        """Say whether a number follows: "mehr als 30", "bis zu 30"."""
        return at + 1 < last and self.key[at + 1][:1].isdigit()

    def leads(self, at: int, last: int) -> bool:
        """Say whether adjectives and a noun follow."""
        while at < last and self.word[at].is_word and not self.is_noun(at):
            bits = self.word[at].bits
            if bits & (_FUNCTION | w.PREP | w.VERB | w.DET | w.REL):
                return False
            if not bits & (w.NUM | w.ADV) and not self.key[at].endswith(
                self.grammar.adjective_endings
            ):
                return False
            at += 1
        return at < last and self.is_noun(at)

    def is_name(self, at: int, last: int) -> bool:
        """Say whether a quotation is the name of what stands before it."""
        quote = self.document.quote_at[at]
        if not quote.closed or quote.after > last or quote.close - quote.open > TITLE:
            return False
        if self.key[quote.close - 1] in ",.!?":
            return False
        if self.is_hyphen(at - 1):
            return True  # "im ARD-„Morgenmagazin“"
        if not self.word[at - 1].is_word:
            return False
        if quote.close <= at + 1:
            return False
        opens = self.tokens.text[self.tokens.start[at + 1]]
        if not (opens.isupper() or opens.isdigit() or self.word[at + 1].outlet):
            return False
        before = self.word[at - 1]
        named = w.BODY | w.MEDIA | w.NETWORK | w.DOC | w.THING | w.OCCASION | w.ROLE
        article = before.bits & w.DET and (
            self.word[at + 1].outlet or self.key[quote.after : quote.after + 1] == ["-"]
        )
        if before.bits == w.PREP and before.key in self._genitive and at > 1:
            return bool(self.word[at - 2].bits & (named | w.POST))
        if before.bits & named or article or self.word[at + 1].outlet or self.is_told(at):
            return True
        return self._is_subject(at, quote.after)

    def _is_subject(self, at: int, after: int) -> bool:
        """Say whether an article and a verb make a quotation a name: "die „Seepost“ schrieb"."""
        if self.key[at - 1] not in self._articles or not self.is_bare_name(at, len(self.word)):
            return False
        if self.word[at - 1].bits & w.REL or self.word[at - 1].bits == w.PREP:
            return False
        following = self.word[after] if after < len(self.word) else None
        before = self.word[at - 2] if at > 1 else None
        reported = any(cue.form & w.FINITE for cue in before.cues) if before else False
        helped = before is not None and before.is_word and bool(before.bits & w.HAVE)
        helped = helped or (before is not None and before.key in self._as)
        says = following is not None and following.is_word and self.is_finite(after)
        return says or reported or helped

    def is_hyphen(self, at: int) -> bool:
        """Say whether a hyphen joins a word, or a name in marks, and what stands behind it."""
        if not 0 < at < len(self.word) - 1 or self.key[at] != "-":
            return False
        before = self.word[at - 1].is_word or self.word[at - 2].bits & w.TITLE
        if not before and self.document.quote_before(at) is None:
            return False
        start, end = self.tokens.start, self.tokens.end
        return start[at] == end[at - 1] and start[at + 1] == end[at]

    def is_bare_name(self, at: int, last: int) -> bool:
        """Say whether a quotation is a name by itself: "laut „Seepost“", "„Seepost“ zufolge"."""
        quote = self.document.quote_at[at]
        if not quote.closed or quote.after > last or not 0 < quote.close - at - 1 <= TITLE - 2:
            return False
        inside = range(at + 1, quote.close)
        opens = self.tokens.text[self.tokens.start[at + 1]]
        plain = all(self.word[i].is_word or self.key[i] in "-&." for i in inside)
        known = bool(self.word[at + 1].outlet)
        return plain and (opens.isupper() or known) and not any(map(self.is_finite, inside))

    def is_told(self, at: int) -> bool:
        """Say whether a quotation names whom something is told: "sagte sie der „Seepost“".

        An article of the dative stands before it, and before that no preposition but one that
        leads to such a name.
        """
        fused = self.key[at - 1] in self.fused
        led = self.key[at - 1] in self._told_articles and not self.word[at - 1].bits & w.REL
        if at < 2 or not (led or fused):
            return False
        quote = self.document.quote_at[at]
        inside = range(at + 1, quote.close)
        if any(self.is_finite(i) or not self.word[i].is_word for i in inside):
            return False
        before = self.word[at - 2]
        if not before.is_word:
            return False
        if fused:
            return self._is_shown(at, at - 1)
        if self.word[at - 1].bits == w.PREP:  # a genitive, unless a name stands before it
            return before.upper
        if before.bits & w.PREP and not before.bits & w.PRON:
            beyond = self.word[at - 3] if at > 2 else before
            heard = self.key[at - 2] in self._hearing or bool(beyond.bits & w.OCCASION)
            return heard or (self.key[at - 2] in self.inside and self._is_shown(at, at - 2))
        who = w.PRON | w.HEADS | w.DEMONYM
        return before.upper or bool(before.bits & who) or bool(before.cues)

    def _is_shown(self, at: int, preposition: int) -> bool:
        """Say whether a name in marks is a programme's or a paper's: "sagte X in der „Seezeit“".

        Who speaks or the verb stands right before its preposition, or a time or place does.
        """
        before = self.word[preposition - 1]
        beside = before.upper or before.bits & (w.PRON | w.TIME | w.HEADS) or before.cues
        return bool(beside) and self.is_bare_name(at, len(self.word))

    def _names(self, at: int, last: int) -> int:
        """Return where the nouns and names in a row end."""
        if self._is_day(at):
            return at + 1  # "am Montag | Landrat Jens Ohlsen"
        at += 1
        while at < last:
            word = self.word[at]
            if at in self.document.quote_at:
                if self.is_name(at, last):
                    at = self.document.quote_at[at].after
                    continue
                break
            if not word.is_word:
                step = self._mark(at, last)
                if step == at:
                    break
                at = step
                continue
            if self.is_noun(at) and not (word.bits & w.TIME and not word.upper):
                if self._is_day(at) or self._is_surname_before(at):
                    break
                if word.bits & w.INDEF and self.word[at - 1].upper:
                    break  # "laut Präsident Roe | Dutzende Menschen"
                at += 1
                continue
            if word.bits & w.PARTICLE and self.word[at - 1].upper and not word.upper:
                joint = at + 1
                while joint < last and self.word[joint].bits & w.PARTICLE:
                    joint += 1
                named = joint < last and self.word[joint].upper and self.is_noun(joint)
                if named and (self.key[at] in self._joints or self.word[at - 1].bits & w.GIVEN):
                    at = joint
                    continue
                break
            if word.key[:1].isdigit() and len(word.key) < 3 and self.word[at - 1].caps:
                at += 1
                continue
            if word.outlet and word.bits == 0:
                at += 1
                continue
            break
        return at

    def _is_surname_before(self, at: int) -> bool:
        """Say whether a surname alone ends before a name: "nannte Roe | Irland einen …"."""
        if not self.word[at].upper or self.word[at - 1].bits & (w.GIVEN | w.PLACE):
            return False
        alone = not self.word[at - 2].upper or not self.word[at - 2].is_word if at > 1 else True
        return alone and self.key[at - 1] in self._surnames

    @cached_property
    def _surnames(self) -> frozenset[str]:
        return surnames(self.tokens)

    def _is_day(self, at: int) -> bool:
        """Say whether a day or month stands at a token, which is part of no name."""
        return bool(self.word[at].bits & w.TIME) and not self.word[at].bits & w.GIVEN

    def _mark(self, at: int, last: int) -> int:
        """Return the token after a mark inside a name: "(42)", "A.", "&"; the mark for none."""
        key = self.key[at]
        if key == "(":
            stop = min(last, at + BRACKET)
            shut = next((i for i in range(at + 1, stop) if self.key[i] == ")"), None)
            return at if shut is None else shut + 1
        if key == "." and at + 1 < last and self.is_noun(at + 1):
            short = len(self.key[at - 1]) == 1 or self.key[at - 1] in self.grammar.abbreviations
            return at + 1 if short else at
        if key == "." and self.word[at - 1].bits & w.TITLE and self.is_hyphen(at + 1):
            return at + 2  # "Dipl.-Ing."
        if key == "&" and at + 1 < last:
            return at + 1
        glued = at + 1 < last and self.tokens.start[at + 1] == self.tokens.end[at]
        if key in "-/'’" and glued and self.word[at + 1].is_word:
            return at + 1
        if key == "." and len(self.key[at - 1]) == 1 and self.word[at - 1].upper:
            more = at + 1 < last and self.word[at + 1].is_word
            return at + 1 if more and not self.capital(at + 1) else at
        return at

    def _complements(self, first: int, at: int, last: int) -> int:
        """Return where genitives and what a preposition ties to a phrase end."""
        while at < last:
            word = self.word[at]
            if not word.is_word:
                return at
            named = self.word[at - 1].upper or not self.word[at - 1].is_word
            if word.bits == w.PREP and word.key in self._genitive:
                end = self._head(at + 1, last)
                quote = self.document.quote_at.get(at + 1)
                if quote is not None and self.is_name(at + 1, last):
                    end = quote.after  # "ein Bericht der „Seepost“"
                if end == at + 1:
                    return at
                at = end
                continue
            if word.bits & w.PREP and not word.upper and self._ties(first, at, last, named=named):
                begin = at + 1
                end = self._head(begin, last)
                if end == begin:
                    return at
                at = end
                continue
            if word.bits & w.CONJ and (named_end := self._joined_name(at, last)):
                at = named_end
                continue
            if word.bits & w.CONJ and self._joins(at, last):
                end = self._head(at + 1, last)
                if end == at + 1:
                    return at
                at = end
                continue
            return at
        return at

    def _joined_name(self, at: int, last: int) -> int:
        """Return the end of a name in marks that "and" joins to another: "… und der „Seepost“"."""
        begin = at + 1 + (at + 1 < last and bool(self.word[at + 1].bits & w.DET))
        quote = self.document.quote_at.get(begin) if begin < last else None
        if quote is None or self.document.quote_before(at) is None:
            return 0
        return quote.after if self.is_bare_name(begin, last) else 0

    def _ties(self, first: int, at: int, last: int, *, named: bool) -> bool:
        """Say whether a preposition tells of whom or what a noun is: "Sprecher von X"."""
        begin = at + 1
        while begin < last and self.word[begin].bits & (w.DET | w.ADJ | w.DEMONYM):
            begin += 1
        if begin >= last:
            return False
        head = self.word[begin]
        if head.bits & (w.TIME | w.OCCASION | w.POST | w.NETWORK) or head.key[:1].isdigit():
            return False
        if head.outlet and head.upper and self.key[at] in self.inside | self.fused:
            return False  # "die Ministerin | im Deutschlandfunk"
        gathers = head.lemma in self._gatherings or head.key in self._gatherings
        if self.key[at] in self._tying and (head.bits & w.DOC or gathers):
            return False  # "die Klinik | in einer Mitteilung", "der Chef | bei einer Sitzung"
        if begin in self.document.quote_at and self.key[at] in self.inside | self.fused:
            return False  # "sagte der Minister | in der „Seepost“"
        if self.key[at] in self._attached:
            return True
        who = w.ROLE | w.BODY
        told = any(self.word[i].bits & who for i in range(first, at))
        return told and not named and self.key[at] in self._tying

    def _joins(self, at: int, last: int) -> bool:
        """Say whether "and" joins two nouns, and not two clauses."""
        if self.key[at] not in self._joining or at + 1 >= last:
            return False
        end = self._head(at + 1, last)
        if end == at + 1:
            return False
        following = self.word[end] if end < last else None
        if following is None or not following.is_word:
            return True
        finite = following.bits & w.AUX or any(c.form & w.FINITE for c in following.cues)
        return not (finite and not self.is_plural_verb(end))

    def is_several(self, index: int) -> bool:
        """Say whether a noun is a plural and no singular."""
        word = self.word[index]
        return bool(word.bits & w.PLURAL) and not word.features & w.SING

    def is_plural_verb(self, index: int) -> bool:
        """Say whether a finite verb has several subjects."""
        cues = self.word[index].cues
        return any(cue.features & w.PLUR for cue in cues) or self.key[index] in self._plural_verbs

    # -- what it is -------------------------------------------------------------------

    def is_dative(self, where: Range) -> bool:
        """Say whether a phrase is plainly one to whom something is told."""
        key, word = self.key[where[0]], self.word[where[0]]
        return key in self.strict_datives or bool(word.bits & w.OBJ and not word.bits & w.DET)

    def is_nominative(self, where: Range) -> bool:
        """Say whether a phrase may be a subject, by its article."""
        key, word = self.key[where[0]], self.word[where[0]]
        if key in self.datives or key in self.accusatives or word.bits & w.OBJ:
            return False
        return not word.bits & w.REFLEX and key not in self._oblique

    def is_somebody(self, where: Range) -> bool:
        """Say whether a phrase may name who speaks: a role, a body, a name, a pronoun."""
        first, last = where
        who = w.HEADS | w.GIVEN | w.TITLE | w.PLACE
        if last - first == 1 and self.word[first].bits & w.PRON:
            return self.key[first] not in self.grammar.words_of("impersonal")
        stop = self.plain_end(first, last)
        if any(self.word[i].bits & who for i in range(first, stop)):
            return True
        return any(
            self.word[i].upper and not self.word[i].bits & (w.DET | w.TIME | w.DEMONYM | w.ADJ)
            for i in range(first, stop)
        )

    def plain_end(self, first: int, last: int) -> int:
        """Return where what a preposition adds to a phrase begins.

        One right after a number or an article belongs to an adjective: "zwei mit … vertraute".
        """
        return next(
            (i for i in range(first + 1, last)
             if self.word[i].bits & w.PREP
             and (i > first + 1 or (self.word[first].capital and self.is_noun(first)))), last
        )  # fmt: skip

    def extended(self, end: int, last: int) -> int:
        """Return where appositions, ages and relative clauses after a phrase end."""
        at = end
        while at + 1 < last and self.key[at] == ",":
            step = self._apposition(at, last)
            if step is None or (at > end and self._is_left_open(at + 1, step)):
                break
            at = step
        return at

    def _is_left_open(self, first: int, end: int) -> bool:
        """Say whether no comma ends a phrase with an article: "tadelte X, Ann Poe, | den Plan"."""
        return bool(self.word[first].bits & w.DET) and self.key[end : end + 1] != [","]

    def _apposition(self, comma: int, last: int) -> int | None:
        """Return where an apposition ends that a comma opens; None for none."""
        first = comma + 1
        word = self.word[first]
        led = word.bits & w.PREP and first + 1 < last and self.word[first + 1].bits & w.REL
        if word.bits & w.REL or led:
            shut = self._close(first, last)
            ends = shut is not None and (shut < last or self.key[last : last + 1] == [","])
            return shut if ends else None
        if word.key.isdigit() and first + 1 < last and not self.word[first + 1].is_word:
            return first + 1
        if word.bits & (_FUNCTION | w.PREP) and not word.bits & w.DET:
            return None
        if self.key[first] in self.strict_datives or self._is_told_outlet(first, last):
            return None
        stop = self.end(first, last)
        while (
            stop < last
            and self.word[stop].is_word
            and (self.word[stop].bits & w.PREP or self.word[stop].bits & w.CONJ)
        ):
            more = self.end(stop + 1, last)
            if more == stop + 1:
                break
            stop = more
        if stop <= first:
            return None
        if stop >= last or not self.word[stop].is_word:
            return stop
        return stop if self.key[comma - 1] and self._is_left_alone(stop, last) else None

    def _is_told_outlet(self, at: int, last: int) -> bool:
        """Say whether whom something is told follows an apposition: "…, Ann Poe, der dpa"."""
        if self.key[at] not in self.loose or at + 1 >= last:
            return False
        head = next((i for i in range(at + 1, min(last, at + 4)) if self.is_noun(i)), at)
        told = self.word[head].outlet or self.word[head].bits & w.MEDIA
        quote = self.document.quote_at.get(at + 1)
        return bool(head > at and told) or (quote is not None and self.is_bare_name(at + 1, last))

    def _is_left_alone(self, at: int, last: int) -> bool:
        """Say whether a time or place follows an apposition, and no verb of its own."""
        shut = self._close(at, last)
        shut = last if shut is None else shut
        return self.word[at].bits & (w.PREP | w.TIME | w.ADV) != 0 and not any(
            self.is_finite(i) for i in range(at, shut)
        )

    def _close(self, first: int, last: int) -> int | None:
        """Return the comma that ends a dependent clause, a verb right before it."""
        for at in range(first + 1, last):
            if self.key[at] in ":;\n" or at in self.document.quote_at:
                return at
            if self.key[at] == "," and self.document.quote_over(at) is None:
                before = self.word[at - 1]
                verb = before.bits & (w.AUX | w.VERB) or before.cues or not self.capital(at - 1)
                if verb:
                    return at
        return last

    def is_finite(self, index: int) -> bool:
        """Say whether a word may be a finite verb."""
        word = self.word[index]
        if not word.is_word or (self.capital(index) and index > 0 and self.word[index - 1].is_word):
            return False
        if word.bits & (w.AUX | w.VERB):
            return True
        return any(cue.form & w.FINITE for cue in word.cues)
