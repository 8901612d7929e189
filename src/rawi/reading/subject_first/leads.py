"""Outlets in no list that the words before them tell: "an interview with the Anker"."""

from __future__ import annotations

from typing import Final

import msgspec

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.hearers import Hearers
from rawi.reading.subject_first.hops import Way
from rawi.reading.subject_first.outlets import FREQUENCY, Named
from rawi.reading.subject_first.people import People
from rawi.records import Report

#: "carried by", "an interview with" stand so near an outlet, in tokens.
RELAYED: Final = 4
#: The name of an outlet in no list is no longer than this, in tokens.
NAME: Final = 6


class Leads(Hearers):
    """Reads outlets that one document names and no list has."""

    def __init__(self, document: Document, report: Report, people: People) -> None:
        super().__init__(document, report, people)
        words = document.grammar.words_of
        self._airing, self._of = words("airing"), words("apposition_prepositions")
        self._sure = words("sure_confiding")
        self._telling, self._told_in = words("confiding"), words("stating_prepositions")
        self._pointing_there = words("pointing_there")
        self._contacting = words("contacting")
        self._issuing = words("issuing_prepositions")
        self._contracted = words("contracted")
        self._inside = words("name_joints")
        self._remarking, self._remarked = words("remarks"), words("remark_prepositions")
        self._airing_of = self._airing | words("aired_nouns")
        self._pages = words("page_prepositions")
        self._staffing = words("outlet_staff")
        self._places_led = words("place_leads")
        self._earlier = words("earlier_auxiliaries")

    def lead(
        self, index: int, first: int, last: int, sources: list[Range]
    ) -> tuple[Named, int] | None:
        """Return the outlet at a token and where the words begin that lead to it."""
        at = index
        if at > first and self.word[at - 1].bits & w.DET and not self._is_preposition(at - 1):
            at -= 1
        if at <= first + 1 or not (self.word[index].upper or self._is_frequency(index)):
            return None
        floor = max(first, at - RELAYED)
        start = next((i for i in range(at - 2, floor - 1, -1) if self._leads(i, at - 1)), None)
        if start is None and self._is_heard_on(at - 1, index, last, sources):
            start = at - 1
        if start is None and self._is_call_sign(index, at):
            start = at - 1
        end = self._name_end(index, last) if start is not None else index
        if start is None or end == index or self._is_somebody(index, end, last):
            return None
        if at == index and end - index == 1 and self._is_where(index, start):
            return None
        return Named((index, end), (index, end), None, False), start

    def _is_where(self, index: int, start: int) -> bool:
        """Say whether one name tells where something was said: "a affirmé à Oran", not to whom."""
        word, verb = self.word[index], self.word[start]
        if self.key[index - 1] not in self._hearers_led or not self._sure:
            return False
        if not any(cue.form & (w.FINITE | w.PAST) for cue in verb.cues):
            return False
        if word.bits & w.PLACE:
            return True
        name = self.tokens.words(index, index + 1)
        plain = name.isalpha() and name[1:].islower()  # not "Actu17", "AfricaNews"
        return plain and not any(cue.lemma in self._sure for cue in verb.cues)

    def is_own_page(self, index: int, first: int, last: int, sources: list[Range]) -> bool:
        """Say whether a network in no list is where somebody wrote: "on his Kofi page".

        A possessive of the third person and a word for a page tell so.
        """
        if index < first + 2 or not self._pages or self.key[index - 2] not in self._pages:
            return False
        owner = self.word[index - 1].bits
        plain = w.BODY | w.DEMONYM | w.ROLE | w.TITLE | w.TIME
        if not owner & w.POSS or owner & w.FIRST or self.word[index].bits & plain:
            return False
        if any(a <= index < b for a, b in sources):
            return False
        after = self.word[index + 1] if index + 1 < last else None
        return after is not None and bool(after.bits & w.POST) and not after.upper

    def _unlisted(self, draft: Draft) -> Named | None:
        """Return a title in no list that somebody told something: "Lo ha detto X a Skytg".

        A body or a place is none: "alla Camera", "a Bruxelles".
        """
        assert draft.hearer is not None
        found, (first, last) = super()._unlisted(draft), draft.hearer
        if found is not None or not self._telling or self.key[first] not in self._hearers_led:
            return found
        index = first + 1
        end = self._name_end(index, last)
        none = w.PLACE | w.BODY | w.BODYPART | w.TIME | w.DEMONYM
        if end == index or self.word[index].bits & none or self._is_somebody(index, end, last):
            return None
        return Named((index, end), (index, end), None, False)

    def _is_somebody(self, index: int, end: int, last: int) -> bool:
        """Say whether a name with capitals is somebody's, and no outlet's."""
        who = w.ROLE | w.TITLE | w.GIVEN
        run = self.word[index : self.outlets.run(index, last)]
        called = not self.grammar.common_generics and any(word.bits & who for word in run)
        return called or self._is_person(index, end)

    def _again(self, index: int, first: int, last: int) -> Way | None:
        """Read "cité par le magazine", "assure au même site": the outlet named last."""
        word, at = self.word[index], index - 1
        ours = self.key[index] in self._colleagues and bool(self.word[at].bits & w.FIRST)
        several = word.bits & w.PLURAL or word.features & (w.SING | w.PLUR) == w.PLUR
        paper = word.bits & w.MEDIA and not (word.upper or several)
        named = index + 1 < last and (
            self.word[index + 1].upper
            or index + 1 in self.document.quote_at
            or self.key[index + 1] in self._of  # "la télévision du parti"
        )
        if not (self._airing and (ours or paper)) or named:
            return None
        while at > first and (self.word[at].bits & w.DET or self.key[at] in self._same):
            at -= 1
        if at < first or not self._is_preposition(at):
            return None
        near = range(at - 1, max(first, at - RELAYED) - 1, -1)
        told = any(self._leads(i, at) or self._says(i, at) for i in near)
        passed = at > first and self.word[at - 1].bits & w.RELAYED and self.key[at] in self._agents
        if not (ours or told or passed):
            return None
        pointed = not ours and self.word[index - 1].bits & w.POSS
        way = None if pointed else self._outlet_before(at + 1, index + 1, "said to", told=True)
        if way is not None and way.hop is not None and passed:
            way.hop = msgspec.structs.replace(way.hop, how="relayed by")
        return way

    def _is_preposition(self, index: int) -> bool:
        return self.key[index] in self._way or self.key[index] in self._of

    def _is_heard_on(self, on: int, index: int, last: int, sources: list[Range]) -> bool:
        """Read "…, témoigne X, son voisin, sur Free Dom.": a name of two words that ends it all.

        What is spoken of stands before who speaks, or is a place or somebody.
        """
        if not self._airing or self.key[on] not in self._way:
            return False
        told = self.key[on] in self._remarked  # "dijo Ana Ruiz a Unitel"
        if not told and self.key[on] not in self._on:
            return False
        after = on - (self.key[on - 1] == ",")
        spoke = any(source[1] in (on, after) for source in sources)
        end = self._name_end(index, last) if spoke else index
        ends = end >= last or not self.word[end].is_word
        named = end - index > 1 or told
        return named and ends and not self.word[index].bits & (w.PLACE | w.DET)

    def _is_call_sign(self, index: int, at: int) -> bool:
        """Say whether letters and a digit name a station: "joked on RAC1"."""
        word, key = self.word[index], self.key[index]
        mixed = word.caps and key[:1].isalpha() and any(map(str.isdigit, key))
        led = at == index and self.key[index - 1] in self._on
        return bool(mixed and led and self.word[index - 2].cues)

    def _is_frequency(self, index: int) -> bool:
        return bool(self._airing) and FREQUENCY.fullmatch(self.key[index]) is not None

    def _is_done_to(self, preposition: int) -> bool:
        """Say whether something else than speech is done to an outlet: "permettrait à X de"."""
        verb = self.word[preposition - 1]
        done = verb.bits & (w.VERB | w.INFIN) and not verb.bits & (w.ADV | w.AUX | w.HEADS)
        return self.grammar.adjectives_follow and bool(done) and not verb.cues and not verb.upper

    def _leads_up(self, at: int, edge: int) -> bool:
        """Say whether no other noun stands before an outlet: not "sur le statut du quotidien X"."""
        return not self.grammar.adjectives_follow or all(
            self.word[i].bits
            or self.word[i].upper
            or not self.word[i].is_word
            or self.key[i] in self._airing
            for i in range(at, edge)
        )

    def _are_told(self, index: int) -> bool:
        """Say whether colleagues are told: "à nos confrères de X", "aux confrères de X"."""
        before = self.word[index - 1]
        if self.key[index] in self._staffing:  # "à une journaliste de X", "au correspondant de X"
            led = before.bits & w.DET and not before.bits & w.PREP
            return self.key[index - 1 - bool(led)] in self._way
        if self.key[index] not in self._colleagues:
            return False
        return bool(before.bits & w.FIRST) or before.key in self._contracted

    def _staffed(self, first: int, last: int) -> Way | None:
        """Return the way by an outlet whose journalist somebody told: "à un reporter de X"."""
        for index in range(first, last):
            if self.key[index] not in self._staffing or not self._are_told(index):
                continue
            at = index + 1
            while at + 1 < len(self.word) and self.word[at].bits & w.ADJ:
                at += 1
            if at + 2 >= len(self.word) or self.key[at] not in self._of:
                continue
            at += 1 + bool(self.word[at + 1].bits & w.DET)
            named = self.outlets.at(at, len(self.word), strict=False)
            if named is not None and not self._is_network(named):
                return self._way_of(named, "said to", first)
        return None

    def _leads(self, index: int, preposition: int) -> bool:
        """Say whether a word tells that an outlet follows a preposition.

        "an interview with", "speaking to", "writing in", "au micro de", "affirme dans".
        """
        led, beside = self.key[preposition], index == preposition - 1
        if self.key[index] in self._airing and beside and led in self._of:
            return True
        if self.key[index] in self._columns:
            return led in self._serving
        if self.key[index] in self._colleagues:
            return beside and self._are_told(index)
        if self.key[index] in self._seeing and not self.grammar.common_generics:
            return beside and led in self._agents  # "a memo obtained by the Anker"
        if led not in self._way:
            return False
        if led in self._remarked and beside and self.key[index] in self._remarking:
            return True  # "en declaraciones a X"
        if self.key[index] in self._interviews:
            return led not in self._places_led  # "an interview in Gusau"
        if self.key[index] in self._comments:
            return led in self._hearing
        if self.key[index] in self._writing:
            return led in self._on
        word = self.word[index]
        if word.bits & w.SPEAKTO and led in self._hearing:
            return True
        if word.bits & w.RELAYED and beside and led in self._issuing:
            return True
        return self._says(index, preposition)

    def _says(self, index: int, preposition: int) -> bool:
        """Say whether somebody says something in or to what follows: "affirme dans", "confie à"."""
        between = self.word[index + 1 : preposition]
        if not self._telling or not all(word.bits & (w.TIME | w.ADV) for word in between):
            return False
        cues = [cue for cue in self.word[index].cues if cue.form & (w.FINITE | w.PAST)]
        if self.key[preposition] in self._told_in:
            return bool(cues)
        told = self.key[preposition] in self._hearers_led
        return told and any(cue.lemma in self._telling for cue in cues)

    def _spoke_to(self, at: int, last: int) -> bool:
        """Say whether an outlet spoke to somebody: "The Tide has spoken to the mayor"."""
        while at < last and self.word[at].bits & (w.HAVE | w.ADV):
            at += 1
        return at + 1 < last and self.key[at] in self._talking and self.key[at + 1] in self._hearing

    def _is_told_to(self, named: Named) -> bool:
        """Say whether "to" leads to a magazine, which was told: "disse à revista X"."""
        before = self.key[named.whole[0] - 1]
        return self.grammar.drops_subject and before in self._hearers_led

    @property
    def _hearers_led(self) -> frozenset[str]:
        return self.grammar.words_of("telling_prepositions")

    def _name_end(self, index: int, last: int) -> int:
        """Return the end of an outlet's name; where it begins if it is none."""
        if self._is_frequency(index):
            return index + 1
        titled = bool(self._inside) and self._is_title_article(index, last)
        end = index + titled
        if not (titled and self.word[end].upper) and not self._is_part(end):
            return index
        end += 1
        stop = min(last, index + NAME)
        while end < stop and (
            self._is_part(end)
            or self.key[end].isdigit()
            or (titled and self.word[end].upper)
            or self._joins_name(end, last)
        ):
            end += 1
        while end > index and self.key[end - 1] in self._inside:
            end -= 1
        return end

    def _is_part(self, index: int) -> bool:
        """Say whether a word may be part of a name: a time beside one, as in "Midi Bretagne"."""
        word = self.word[index]
        timed = self._inside and word.upper and word.bits & w.TIME
        beside = self.word[index - 1].upper or self.word[min(index + 1, len(self.word) - 1)].upper
        return self._names_outlet(index) or bool(timed and beside)

    def _is_title_article(self, index: int, last: int) -> bool:
        """Say whether an article with a capital opens a title: "Le Réveil", "L'Avenir"."""
        word = self.word[index]
        return word.upper and bool(word.bits & w.DET) and index + 1 < last and (
            self.word[index + 1].upper and not self.word[index + 1].bits & w.BODY
        )  # fmt: skip

    def _joins_name(self, index: int, last: int) -> bool:
        """Say whether small words join two parts of a name: "La Revue des Quais"."""
        at = index
        while at < last and self.key[at] in self._inside and at < index + 2:
            at += 1
        return at > index and at < last and self.word[at].upper

    def _is_same_outlet(self, index: int, first: int) -> bool:
        """Say whether somebody was "speaking on the same programme" as the one before."""
        shown = self.word[index].bits & w.MEDIA or self.key[index] in self._programmes
        if not shown or index < first + 2 or self.key[index - 1] not in self._same:
            return False
        near = range(max(first, index - 5), index)
        return self._is_quoted_by(index, first) or any(self.word[i].bits & w.SPEAKTO for i in near)

    def _is_quoted_by(self, index: int, first: int) -> bool:
        """Say whether a participle and its agent lead to an outlet: "quoted by the same paper"."""
        return any(
            self.word[i].bits & w.RELAYED and self._by(i, index)
            for i in range(max(first, index - 5), index)
        )

    def _by(self, participle: int, index: int) -> bool:
        """Say whether a participle's doer is the outlet at a token: "published on Monday by X"."""
        return any(self.key[i] in self._agents for i in range(participle + 1, index))
