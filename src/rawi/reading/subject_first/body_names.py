"""Names of bodies in a phrase: after a generic word, at the end of a description, by a role."""

from __future__ import annotations

from typing import Final

from rawi.authority.outlets import Authority
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range

#: The letters of a party are fewer than this.
PARTY: Final = 6


class BodyNames:
    """Finds the names of bodies in the phrases of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = document.grammar
        self.tokens = document.tokens
        self.word = document.word
        self.key = document.key
        self.naming = document.grammar.words_of("naming")
        self._with_articles = document.grammar.words_of("names_with_articles")
        self._people_pronouns = document.grammar.words_of("people_pronouns")
        self._calls = document.grammar.words_of("calling_oneself")
        self._states = document.grammar.words_of("states")
        self._colleagues = document.grammar.words_of("colleagues")
        self._articles = document.grammar.words_of("name_articles")
        self._stating = document.grammar.words_of("stating_prepositions")
        self._going_by = document.grammar.words_of("going_by")
        self._name_leads = document.grammar.words_of("name_leads")
        self._kept = document.grammar.words_of("kept_bodies")
        self._loose_bodies = document.grammar.words_of("bare_bodies")

    def _begins(self, index: int) -> bool:
        return index == 0 or not self.word[index - 1].is_word

    def _called(self, first: int, last: int) -> Range | None:
        """Return the name in "a group calling itself X": indefinite, and named after all."""
        if self.grammar.noun_capitals and (marked := self._in_marks(first, last)) is not None:
            return marked
        if not self.word[first].bits & w.INDEF:
            return None
        for index in range(first + 1, last - 1):
            itself = self.key[index] in self._calls and self.word[index + 1].bits & w.OBJ
            if self.key[index] in self.naming or itself:
                at = index + 1
                while at < last and self.word[at].bits & (w.OBJ | w.PREP):
                    at += 1
                quote = self.document.quote_at.get(at)
                if quote is not None and quote.closed and quote.after <= last:
                    return (at + 1, quote.close)
                if at < last and self.word[at].bits & w.DET and not self.word[at].upper:
                    at += 1
                end = at
                while end < last and (self.word[end].upper or self._joins_names(end, last)):
                    end += 1
                return (at, end) if end > at else None
            if not self.word[index].is_word:
                return None
        return None

    def _in_marks(self, first: int, last: int) -> Range | None:
        """Return the name in marks that common words lead to: "die Nutzerin „Seebär“".

        Nothing follows it but the rest of a compound: "die „Seepost“-Redaktion".
        """
        at = next((i for i in range(first, last) if i in self.document.quote_at), None)
        if at is None or at == first:
            return None
        quote, before = self.document.quote_at[at], self.word[first:at]
        plain = all(
            word.is_word and (word.bits & w.DET or not (word.upper or word.bits & w.PREP))
            for word in before
        )
        if not plain or not quote.closed or quote.after > last or before[-1].bits & w.DOC:
            return None
        rest = quote.after < last
        compound = rest and self.key[quote.after] == "-" and quote.after + 2 >= last
        works = compound and self.word[last - 1].bits & w.ROLE
        return None if works or (rest and not compound) else (at + 1, quote.close)

    def _joins_names(self, index: int, last: int) -> bool:
        """Say whether a small word stands between capitalised ones: "Sons of the River"."""
        small = w.PREP | w.DET | w.CONJ
        for at in range(index, min(last, index + 3)):
            if self.word[at].upper:
                return at > index and self.word[index - 1].is_word
            if not self.word[at].bits & small:
                return False
        return False

    def _newsroom(self, first: int, last: int) -> Range | None:
        """Return the outlet whose people are called colleagues: "nos confrères de L'Heure"."""
        state = self._of_state(first, last)
        if state is not None:
            return state
        own = self.word[first].bits & w.POSS and self.word[first].bits & w.FIRST
        at = next((i for i in range(first, last) if self.word[i].bits & w.PREP), last)
        if not own or at + 1 >= last or not any(
            self.key[i] in self._colleagues for i in range(first, at)
        ):  # fmt: skip
            return None
        at += 1 + bool(self.word[at + 1].bits & w.MEDIA and not self.word[at + 1].upper)
        return (at, last) if at < last and self.word[last - 1].upper else None

    def _of_state(self, first: int, last: int) -> Range | None:
        """Return the name of an outlet that is the state's: "l'agence d'État syrienne Sana"."""
        at = first + bool(self.word[first].bits & w.DET)
        if not self._states or at + 3 >= last or not self.word[at].bits & w.MEDIA:
            return None
        if self.word[at].upper or not self.word[at + 1].bits & w.PREP:
            return None
        if self.word[at + 2].bits & w.MEDIAPART and self.word[at + 3].bits & w.PREP:
            at += 2  # "agence | de presse | d'État"
        if at + 3 >= last or self.key[at + 2] not in self._states:
            return None
        at += 3
        while at < last and self.word[at].is_word and not self.word[at].upper:
            if not self.word[at].bits & (w.ADJ | w.DEMONYM):
                return None
            at += 1
        end = at
        while end < last and self.word[end].upper and self.word[end].is_word:
            end += 1
        return (at, end) if end > at and (end == last or not self.word[end].is_word) else None

    def _named_by_role(self, first: int, last: int) -> Range | None:
        """Return a body's name that is a role without an article: "Médecins sans frontières"."""
        if not self.grammar.adjectives_follow:
            return None
        at = first + bool(self.word[first].bits & w.DET)
        while at < last and self.word[at].is_word and not self.word[at].upper:
            if self.word[at].bits & w.PREP:
                return None
            at += 1
        if at + 2 >= last or (at > first and self.word[at - 1].bits & w.DET):
            return None
        head = self.word[at]
        named = head.bits & (w.ROLE | w.PERSON) and head.features & w.PLUR
        if not named or not self.word[at + 1].bits & w.PREP:
            return None
        if self.grammar.free and not self.word[at + 1].upper:
            return None  # "Vecinos de la zona", but "Médicos Sin Fronteras"
        end = next((i for i in range(at, last) if self.key[i] in ",;:("), last)
        return (at, end)

    def _with_article(self, name: Range) -> Range:
        """Return a name with the article that is part of it: "selon Le Soir"."""
        article = self.word[name[0] - 1] if name[0] else None
        if article is None or not self.word[name[0]].upper:
            return name
        if not self.grammar.common_generics:  # "…, The Information reported", no sentence before it
            before = name[0] - 2
            inside = before >= 0 and (self.word[before].is_word or self.key[before] == ",")
            own = inside and article.upper and article.bits & w.DET and not article.caps
            return (name[0] - 1, name[1]) if own else name
        if not (article.upper and article.bits & w.DET) or article.bits & w.PREP:
            return name
        if name[1] - name[0] == 1 and self.key[name[0]] in self._with_articles:
            return (name[0] - 1, name[1])  # "La Habana"
        inside = name[0] > 1 and (self.word[name[0] - 2].is_word or self.key[name[0] - 2] == ",")
        whole = (name[0] - 1, name[1])
        known = inside or Authority.load().all_by_name(self.tokens.words(*whole))
        return whole if known else name

    def _is_own_part(self, word: w.Word) -> bool:
        """Say whether a body's noun is part of its name, as it has a capital: "Polizei Köln"."""
        if not self.grammar.noun_capitals or word.bits & w.MEDIA or not word.bits & w.BODY:
            return False
        return not {word.lemma, self.grammar.tails.get(word.lemma)} & self._loose_bodies

    def _bare_name(self, first: int, last: int) -> Range:
        """Return a body's name without the generic word before it ("the charity Open Ledger")."""
        first = self._past_description(first, last)
        for index in range(first, last - 1):
            if self.word[index].bits & w.PREP and index > first:
                break
            word, after = self.word[index], self.word[index + 1]
            if word.lemma in self._kept or self._is_own_part(word):
                continue
            quoted = index + 1 in self.document.quote_at
            generic = word.bits & (w.BODY | w.MEDIA) and not word.upper
            if generic and self.key[index + 1] in self._articles and index + 2 < last:
                if self.word[index + 2].upper and not after.upper:
                    return (index + 1, last)  # "le journal la Croix"
            common = not word.upper or (word.caps and self.grammar.adjectives_follow)
            lower = word.bits & (w.BODY | w.MEDIA | w.DOC | w.THING) and common
            if lower and (after.upper or quoted) and not self.word[index + 1].bits & w.PREP:
                if not quoted and not all(
                    self.word[i].upper
                    or self.word[i].bits & (w.PREP | w.PARTICLE | w.CONJ | w.DET)
                    or not self.word[i].is_word
                    for i in range(index + 1, last)
                ):
                    continue
                return (index + 1, last)
        return self._apposed_name(first, last) or (first, last)

    def _apposed_name(self, first: int, last: int) -> Range | None:
        """Return the name at the end of a body's description: "le constructeur japonais Toyota".

        Nothing joins it to the words before it: in "le ministère de la Santé" a preposition does.
        """
        head = self.word[first]
        common = not head.upper or head.caps  # "l'ONG"
        kept = head.lemma in self._kept and not (self.grammar.common_generics and not head.upper)
        generic = head.bits & (w.BODY | w.MEDIA) and common and not kept
        if not (self.grammar.adjectives_follow and generic):
            return None
        marked = next((i for i in range(first + 1, last) if i in self.document.quote_at), None)
        if marked is not None and head.bits & w.MEDIA:  # "le journal local de Lund « X »"
            close = self.document.quote_at[marked].close
            return (marked + 1, close) if close + 1 >= last > marked + 1 else None
        titled = next((i for i in range(first + 1, last - 1) if self.word[i].upper), last)
        article = titled < last and self.word[titled].bits & w.DET and self.word[titled + 1].upper
        if article and head.bits & w.MEDIA:
            return (titled, last)  # "le site d'actualité Les Nouvelles de l'Ouest"
        start = last
        while start > first + 1 and self.word[start - 1].upper:
            start -= 1
        before = self.word[start - 1]
        joined = before.bits & (w.PREP | w.DET | w.CONJ) or not before.is_word
        return None if joined or start in (first + 1, last) else (start, last)

    def _past_description(self, first: int, last: int) -> int:
        """Return where a body's name begins after what describes it.

        "The paramilitary Rapid Force", "Lund-based Orbis", "Norland's Tide TV", "Airline Orbis".
        """
        if self.grammar.common_generics:
            return first
        told = (i for i in range(last - 2, first - 1, -1) if self.is_compound(i))
        at = next(told, first - 1) + 1  # "New York-based"
        while at < last - 1 and self._may_describe(at, first):
            at += 1
        named = at < last and self.word[at].upper and not self.word[at].bits & w.PREP
        return at if at > first and named and self._is_proper(at, last) else first

    def is_compound(self, index: int) -> bool:
        """Say whether a word with a hyphen tells of a body or a person: "London-based"."""
        key = self.key[index]
        return "-" in key and key.endswith(self.grammar.describing)

    def _may_describe(self, index: int, first: int) -> bool:
        """Say whether a word before a body's name only describes it."""
        word, after = self.word[index], self.word[index + 1]
        if self._is_own_part(word):
            return False
        if not word.upper:
            plain = word.is_word and not word.bits & (w.PREP | w.CONJ | w.DET | w.GENITIVE)
            return plain or bool(word.bits & w.GENITIVE and index > first)
        if word.key.endswith(self.grammar.describing):
            return True
        lower = after.is_word and not after.upper and not after.bits & (w.PREP | w.GENITIVE)
        if after.bits & w.GENITIVE or (word.bits & w.DEMONYM and lower):
            return True
        opens = index == first and self._begins(index) and after.upper
        return opens and bool(word.bits & w.BODY) and not word.bits & w.BODYPART

    def _is_proper(self, first: int, last: int) -> bool:
        """Say whether words are a name of their own, and no office of a country's."""
        small = w.PREP | w.PARTICLE | w.CONJ | w.DET
        words = self.word[first:last]
        if not all(o.upper or o.bits & small or not o.is_word for o in words):
            return False
        owned = first > 0 and bool(self.word[first - 1].bits & w.GENITIVE)
        public = any(o.bits & (w.BODYPART | w.BODY) and not o.bits & w.MEDIAPART for o in words)
        return not (owned and public)

    def _is_before_body(self, index: int, last: int) -> bool:
        """Say whether a word that may be a verb tells what a body is for: "the works council"."""
        after = self.word[index + 1] if index + 1 < last else self.word[index]
        plain = not self.key[index].endswith(self.grammar.verb_endings)
        return plain and bool(after.bits & w.BODY) and not after.upper

    def _given_as(self, first: int, last: int) -> Range | None:
        """Return the name that somebody goes by: "who asked to be identified only as Amal"."""
        for index in range(first + 2, last - 1):
            if self.key[index] not in self._going_by or self.word[index].upper:
                continue
            at = index + 1
            while at < last and (
                (self.key[at] in self._name_leads and not self.word[at].upper)
                or at in self.document.quote_at
            ):
                at += 1
            end = at
            while end < last and self.word[end].upper:
                end += 1
            if end > at > index + 1 and self.word[at].upper:
                return (at, end)
        return None

    def _is_people(self, first: int, last: int) -> bool:
        """Say whether a pronoun means people whom what follows tells: "those present"."""
        if self.key[first] not in self._people_pronouns or last - first < 2:
            return False
        after = self.word[first + 1]
        told = after.bits & (w.PREP | w.REL | w.VERB | w.PASSIVE) or not after.bits
        return bool(told) and not after.bits & w.HEADS and (
            not after.key.endswith(self.grammar.plural_endings)
        )  # fmt: skip

    def _past_owner(self, first: int, last: int) -> int:
        """Return where a stretch begins without whose somebody is: "Mrs Poe's son-in-law"."""
        owned = (i + 1 for i in range(first, last - 1) if self.word[i].bits & w.GENITIVE)
        return next(owned, first)

    def _is_of_body(self, index: int) -> bool:
        """Say whether a word may be part of a body's name: "Poe Partners", no "Minister"."""
        word = self.word[index]
        return word.upper and (not word.bits & w.ROLE or bool(word.bits & w.BODYPART))

    def _is_party(self, index: int) -> bool:
        """Say whether the letters of a party stand at a token: "the deputy UDC Jane Roe"."""
        word, after = self.word[index], self.word[index + 1]
        return word.caps and 1 < len(word.key) < PARTY and after.is_word and not after.caps

    def _tells_way(self, index: int, last: int) -> bool:
        """Say whether a preposition at a token leads to the writing in which somebody speaks."""
        led = self.key[index] in self._stating and index + 2 < last
        if not led or not self.word[index + 1].bits & w.INDEF:
            return False
        near = self.word[index + 2 : min(last, index + 5)]
        return any(word.bits & (w.POST | w.OCCASION) for word in near)

    def is_short_office(self, index: int) -> bool:
        """Say whether the letters of an office stand before a first name: "Health CS Ann Poe"."""
        word, after = self.word[index], self.word[index + 1]
        letters = word.caps and 1 < len(word.key) < PARTY - 1 and not word.bits & w.GIVEN
        given = after.upper and after.bits & w.GIVEN and not after.caps
        return letters and bool(given) and not self.grammar.adjectives_follow

    def _is_surname(self, index: int) -> bool:
        """Say whether a role is somebody's surname here: "Richard Seaman said"."""
        if index < 1 or index + 1 >= len(self.word) or self.grammar.adjectives_follow:
            return False
        before, after = self.word[index - 1], self.word[index + 1]
        opens = index < 2 or not self.word[index - 2].upper
        given = before.upper and before.bits & w.GIVEN and not before.bits & (w.PLACE | w.TITLE)
        return bool(given) and opens and not after.upper
