"""Verbs beside a relative clause: in it, or right after it, with the subject that it tells of."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.phrases import Phrases

#: A relative clause has its verb so near after its comma, in tokens.
RELATIVE: Final = 4
#: Who stands with a preposition before a relative clause is told in fewer tokens.
LED: Final = 12
#: Somebody new stands so near before "who", in tokens.
NEAR: Final = 12


class Relatives:
    """Tells where the relative clauses of one document end, and whose verb follows."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        self.document = document
        self._starts = {sentence.first for sentence in document.sentences}
        self.grammar = document.grammar
        #: marks that may stand inside a phrase: "60% of adults"
        self._inside = frozenset(".&/'\u2019-" + "%" * document.grammar.title_case)
        self.phrases = phrases
        self.word = document.word
        self.key = document.key
        self._tonic = document.grammar.words_of("tonic_pronouns")
        self._as_said = document.grammar.words_of("as_said")
        self._of = document.grammar.words_of("part_prepositions")
        self._personal = document.grammar.words_of("personal_relatives")

    def _past_participle(self, at: int, end: int) -> int:
        """Return the token after a participle and its time: "In a statement | released today"."""
        word = self.word[at] if at < end - 1 else None
        if word is None or not self.grammar.title_case or word.upper or not word.is_word:
            return at
        past = word.bits & (w.PASSIVE | w.VERB | w.RELAYED)
        if word.bits & (w.HEADS | w.PREP | w.AUX) or not (
            past or word.key.endswith(self.grammar.verb_endings)
        ):
            return at
        stop = at + 1
        while stop < end and self.word[stop].bits & (w.TIME | w.ADV | w.ADJ) and (
            not self.word[stop].bits & (w.DET | w.HEADS)
        ):  # fmt: skip
            stop += 1
        return stop if stop < end else at

    def _is_as_said(self, first: int, end: int) -> bool:
        """Say whether a stretch tells who passes something on: "X, come riporta Y, ha detto"."""
        if self.key[first] not in self._as_said or not self.grammar.free:
            return False
        at = first + 1
        while at < end - 1 and self.word[at].bits & (w.AUX | w.ADV | w.REFLEX | w.OBJ):
            at += 1
        return at < end and any(cue.form & (w.FINITE | w.PAST) for cue in self.word[at].cues)

    def _is_ground(self, index: int) -> bool:
        """Say whether a pronoun after its preposition is nobody: "per **questo** ha invitato"."""
        grounds = self.grammar.drops_subject and self.key[index - 1] not in self._as_said
        return grounds or self.key[index] in self._tonic

    def _opens_clause(self, index: int, begin: int) -> bool:
        """Say whether a question or a relative after a preposition opens a clause of its own.

        "il testo in cui | il ministro dice"
        """
        word = self.word[index]
        if word.upper:
            return False
        if word.bits & w.REL and self.grammar.drops_subject and index > begin:
            return bool(self.word[index - 1].bits & w.PREP)
        return bool(word.bits & w.WH) and not word.bits & (w.REL | w.DET)

    def opens(self, subject: Range, verb: int) -> bool:
        """Say whether a verb is that of a relative clause after a comma: "X, who said"."""
        comma = subject[1]
        near = comma < verb <= comma + RELATIVE and self.key[comma] == ","
        return near and bool(self.word[comma + 1].bits & w.REL)

    def said_more(self, verb: int, drafts: list[Draft]) -> Range | None:
        """Return who spoke right before a relative clause: "dit X | qui ajoute que …"."""
        relative = verb - 1
        if not drafts or not self.grammar.comma_inversion or relative < 1:
            return None
        source = drafts[-1].source
        if source is None or self.key[relative] not in self._personal:
            return None
        end = relative - (self.key[relative - 1] == ",")
        return source if source[1] in (end, relative) and source[0] >= drafts[-1].at else None

    def is_after_relative(self, host: Draft, at: int) -> bool:
        """Say whether a verb follows "X, who called Y “a crook,”": X's own verb."""
        if host.source is None or host.content[-1][1] != at:
            return False
        end = host.source[1]
        end += self.key[end] == ","
        return bool(self.word[end].bits & w.REL) and self.document.quote_before(at) is not None

    def is_after_aside(self, host: Draft, verb: int) -> bool:
        """Say whether a verb is that of the subject of the relative clause right before it.

        "X, who confirmed the arrest, said": `host` is what the relative clause says.
        """
        citing = host.rule == "citing relative" and host.content[-1][1] < verb
        if host.source is None or not host.cue or not (host.kind == "verb" or citing):
            return False
        if citing:  # "X, selon qui c'est faux, a vanté"
            return self.key[verb - 1] == "," and host.content[-1][1] == verb - 1
        opens, comma = host.source[1], verb - 1
        while comma > opens and self.word[comma].bits & w.ADV and self.word[comma].is_word:
            comma -= 1
        cue = host.cue[0][0]
        if self.key[comma] != "," or not opens < cue <= min(comma, opens + RELATIVE):
            return False
        doing = cue == opens + 1 and host.content[-1][1] == comma  # "X, promising Y, said"
        led = self.key[opens] == "," and (doing or bool(self.word[opens + 1].bits & w.REL))
        return led and not any(self.key[i] == "," for i in range(opens + 1, comma))

    def _brought_in(self, relative: int, end: int, begin: int) -> Range | None:
        """Return somebody whom a verb or a preposition brings in: "il cite une élue, qui dit"."""
        if not self.grammar.renames or self.key[relative] not in self._personal:
            return None
        for index in range(end - 2, max(begin, end - NEAR), -1):
            if not self.word[index].is_word:
                return None
            if self.word[index].bits & w.INDEF and self.word[index].features & w.SING:
                who = self.word[index + 1].bits & (w.ROLE | w.PERSON)
                whole = self.phrases.end(index, end) == end
                return (index, end) if who and whole and not self.word[index].upper else None
        return None

    def _just_before(self, end: int, begin: int) -> Range | None:
        """Return who stands with a preposition before a relative: "escuchó a Ana Ruiz, que dijo".

        A name or an office; what is of something else means that.
        """
        if not self.grammar.free or self.key[end] != ",":
            return None
        name = end
        while name > begin and self.word[name - 1].upper and self.word[name - 1].is_word:
            name -= 1
        if self.key[end + 1] in self._personal and end - name > 1 and self.key[name - 1] == ",":
            return (name, end)  # "un mensaje de la presidenta, Patricia Villegas, quien dijo"
        for index in range(end - 1, max(begin, end - LED), -1):
            word, led = self.word[index], self.word[index - 1]
            if not word.is_word or self.phrases.is_verb(index):
                return None
            whole = led.bits & w.PREP and not led.upper and self.phrases.end(index, end) == end
            if not whole or self.key[index - 1] in self._of:
                continue
            who = any(o.bits & (w.GIVEN | w.ROLE) for o in self.word[index : index + 2])
            words = self.word[index:end]
            who = who or (len(words) > 1 and all(o.upper and not o.bits for o in words))
            sure = self.key[end + 1] in self._personal or self._tells_apart(index, begin)
            return (index, end) if who and sure else None
        return None

    def _tells_apart(self, index: int, begin: int) -> bool:
        """Say whether a verb stands before a phrase, and no more than its preposition between."""
        at = index - 2
        while at > begin and self.word[at].bits & (w.ADV | w.TIME | w.PREP):
            at -= 1
        word = self.word[at]
        forms = any(cue.form for cue in word.cues) or word.bits & (w.INFIN | w.PASSIVE)
        forms = forms or word.key.endswith(self.grammar.verb_endings)
        return at >= begin and bool(self.phrases.is_verb(at) or forms)

    def _last_phrase(self, end: int, begin: int) -> Range | None:
        """Return the phrase for somebody at a clause's end: "We asked | the mayor Ann Poe"."""
        found = None
        for index in range(end - 1, begin, -1):
            word = self.word[index]
            if not word.is_word or self.phrases.is_verb(index) or word.bits & w.PREP:
                break
            if self.phrases.end(index, end) == end:
                found = (index, end)
        who = w.HEADS | w.TITLE | w.GIVEN
        named = found is not None and any(
            self.word[i].bits & who or self.word[i].upper for i in range(*found)
        )
        return found if named else None

    def _person_before(self, relative: int, span: Range) -> Range | None:
        """Return the person after a preposition whom "who" means, where no other stands before.

        "The paper leads with a letter from Dr Ann Poe, who writes that …"
        """
        if self.key[relative] not in self._personal:
            return None
        who = w.ROLE | w.PERSON | w.TITLE | w.GIVEN
        for index in range(span[0] + 1, span[1] - 1):
            word = self.word[index]
            if word.bits & who and word.is_word:
                start = index
                while start > span[0] and self.word[start - 1].bits & w.ADJ:
                    start -= 1  # "Prime Minister"
                led = self.word[start - 1].bits & w.PREP and not self.word[start - 1].upper
                named = word.upper or (self.grammar.free and self.word[span[1] - 1].upper)
                return (start, span[1]) if led and named else None
            if self.word[span[0]].bits & who:
                return None
        return None

    def _on_behalf(self, span: Range, begin: int) -> Range:
        """Return whose people "on" are: "Chez Sarn, l'exploitant du pont, on assure que"."""
        comma = span[0] - 1
        while begin < comma and not self.word[begin].is_word:
            begin += 1
        if comma <= begin + 1 or self.key[comma] != ",":
            return span
        match = self.grammar.behalf.match(self.word, begin, comma)
        if match is None or match.end >= comma:
            return span
        first = match.end
        end = next(i for i in range(first, comma + 1) if self.key[i] == ",")
        who = w.BODY | w.MEDIA | w.PLACE
        named = any(self.word[i].upper or self.word[i].bits & who for i in range(first, end))
        whole = self.phrases.whole_end(first, comma) == comma
        return (first, comma) if named and whole else span

    def _past_date(self, first: int, end: int) -> int:
        """Return the token after a date without a comma: "On 3 May 2024 Mayor Ann Poe said"."""
        if self.document.grammar.gendered or not self.word[first].bits & w.PREP:
            return first
        at = first + 1
        while at < end and self.word[at].bits & (w.TIME | w.NUM):
            at += 1
        if at == first + 1 or at >= end or not self.word[at].is_word:
            return first
        follows = self.word[at].upper or self.word[at].bits & (w.DET | w.ROLE | w.TITLE)
        return at if follows and not self.word[at].bits & (w.GENITIVE | w.PREP) else first

    def _follows_time(self, comma: int) -> bool:
        """Say whether a time opens a sentence before a comma: "La sera di lunedì, al termine"."""
        first = next((i + 1 for i in range(comma - 1, -1, -1) if not self.word[i].is_word), 0)
        at = first + bool(self.word[first].bits & w.DET)
        timed = self.word[at].bits & w.TIME and not self.word[at].bits & w.HEADS
        return bool(timed) and first in self._starts and at < comma

    def _past_relative(self, first: int, end: int) -> int:
        """Return the token after a relative with its article: "en la que | el ministro dijo"."""
        held = self.grammar.drops_subject and first + 2 < end and self.word[first].bits & w.DET
        return first + 2 if held and self.word[first + 1].bits & (w.REL | w.COMP) else first
