"""Whom something was told: the outlet named, called by its kind, or in no list."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import Final

import msgspec

from rawi.authority.names import abbreviates, fold_words
from rawi.authority.renamed import called
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.credits import Credits
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.embedded_posts import RULE as POSTED
from rawi.reading.subject_first.hops import Way
from rawi.reading.subject_first.occasions import Occasions
from rawi.reading.subject_first.outlets import Named, Outlets
from rawi.reading.subject_first.people import Entity, People
from rawi.reading.subject_first.shows import Shows
from rawi.records import Hop, How, Report

#: The name of an outlet in no list that somebody told is no longer, in words.
NAME_WORDS: Final = 3
#: The name of a show with "of the" in it is no longer, in tokens.
SHOW: Final = 5
#: So many places are looked at for the outlet that "the paper" means.
MENTIONS: Final = 60
#: Whose an outlet's name tells stands so near behind it, in tokens.
INSIDER: Final = 4
#: A name in marks and its article have no more tokens.
MARKED: Final = 8


class Hearers:
    """Reads the outlets that the speakers of one document told something."""

    def __init__(self, document: Document, report: Report, people: People) -> None:
        self.document = document
        self.grammar = document.grammar
        self.tokens = document.tokens
        self.word = document.word
        self.key = document.key
        self.people = people
        self.outlets = Outlets(document)
        self._published_by = report.publisher or ""
        self._published = report.published
        self.publisher = frozenset(fold_words(report.publisher or ""))
        self.credits = Credits(
            document, self.outlets, self.is_publisher, published=bool(report.publisher)
        )
        self._datives = tuple(document.grammar.declined.get("dative", ()))
        self._way = document.grammar.words_of("way_prepositions")
        self._on = document.grammar.words_of("post_prepositions")
        self._agents = document.grammar.words_of("agents")
        self._colleagues = document.grammar.words_of("colleagues")
        self._stating = document.grammar.words_of("stating_prepositions")
        self._comments = document.grammar.words_of("comments")
        self._talking = document.grammar.words_of("talking_verbs")
        self._loose = self.grammar.posting.keys() | self._colleagues
        self._loose |= self.grammar.words_of("broadcast_owners")
        self._own_occasions = Occasions(document)
        self._interviews = document.grammar.words_of("interviews")
        self._columns = document.grammar.words_of("columns")
        self._serving = document.grammar.words_of("serving_prepositions")
        self._pointing = document.grammar.words_of("pointing")
        self._parts = document.grammar.words_of("part_prepositions")
        self._ordinals = document.grammar.words_of("ordinals")
        self._agency_nouns = document.grammar.words_of("agency_nouns")
        self._calendar = document.grammar.words_of("calendar")
        #: whose each kind of occasion is that was told of last, by its noun
        self._occasions: dict[str, Entity] = {}
        self._statements = document.grammar.words_of("statements")
        self._newsroom = document.grammar.words_of("newsroom")
        self._broadcast = document.grammar.words_of("broadcast")
        self._same = document.grammar.words_of("same")
        self._parties = document.grammar.words_of("parties")
        self.shows = Shows(document)
        self._programmes = document.grammar.words_of("programmes")
        self._not_outlets = document.grammar.words_of("not_outlets")
        self._warnings = document.grammar.words_of("warning_verbs")
        self._assemblies = document.grammar.words_of("assemblies")
        self._writing = document.grammar.words_of("writing_in")
        self._hearing = document.grammar.words_of("hearing_prepositions")
        self._spoke = document.grammar.words_of("speaking_verbs")
        self._spreading = document.grammar.words_of("spreading")
        self._seeing = document.grammar.words_of("seeing")
        self._sights = document.grammar.words_of("sights")
        self._journals = document.grammar.words_of("journals")
        told = w.MEDIA | w.NETWORK
        self._hot = [
            index
            for index, word in enumerate(self.word)
            if word.upper or word.outlet or word.bits & (told | w.NUM) or word.key in self._loose
        ]
        self._last: Hop | None = None
        #: who showed an interview of which a sentence of its own tells, by a statement of it
        self._shown: list[tuple[int, Way]] = []

    def is_publisher(self, name: str) -> bool:
        """Say whether a name is the publisher's own, or part of it."""
        words = frozenset(fold_words(name)) - self.grammar.words_of("name_articles")
        own = bool(words) and bool(self.publisher) and words <= self.publisher
        if not own and self._datives and name.endswith(self._datives):
            return self.is_publisher(name[:-1])  # "dem „Seeboten“", which the "Seebote" writes
        return own or abbreviates(name, self._published_by)

    def _network(self, index: int) -> Way:
        """Return the way of a verb that means a network: "tweeted"."""
        return self._posted(self.grammar.posting[self.key[index]], (index, index + 1))

    def _posted(self, name: str, where: Range) -> Way:
        """Return the way by a network, told by some words."""
        outlet = self.outlets.authority.by_name(name)
        also = self.outlets.authority.equal_names(outlet) if outlet else ()
        if outlet is not None:
            name = called(outlet.id, self.document.text, self._published, self.grammar.code, name)
        return Way(where[0], Hop(name=name, how="posted on",
                              also=tuple(n for n in also if n != name),
                              outlet=outlet.id if outlet else None,
                              evidence=(self.tokens.span(*where),)))  # fmt: skip

    def _told(self, draft: Draft, ways: list[Way]) -> None:
        """Note the outlet that somebody told."""
        if draft.rule == POSTED:
            network = next(iter(self.grammar.posting.values()))
            ways.append(self._posted(network, draft.around))
            return
        if draft.hearer is None:
            if self.grammar.proclitic and self._tells_us(draft):
                ways.append(Way(draft.cue[0][0], None))  # "nous a-t-il répondu"
            return
        first, last = draft.hearer
        if last - first == 1 and self.word[first].bits & w.FIRST and self._not_outlets:
            ways.append(Way(first, None))  # "told us"
            return
        if self._is_asked_of(draft):
            return
        staffed = self._staffed(first, last)
        if staffed is not None:
            ways.append(staffed)
            return
        while last < len(self.word) and self.word[last].upper and self._is_in_name(last):
            last += 1  # "told channel Paisa Now"
        for index in range(first, last):
            named = self.outlets.at(index, last, strict=False) or self._in_marks(index)
            if named is not None and self.is_insider(named.whole[1], last):
                return  # "told an NBC executive"
            if named is not None and not self._is_network(named):
                named = self._to_the_end(named, last)
                ways.append(self._way_of(named, "said to", first))
                self._and_told(named, last, ways)
                return
        if self.grammar.gendered and self.word[first].features & w.PLUR:
            return  # "les Beyrouthins"
        lemma = draft.form.lemma if draft.form is not None else ""
        if lemma in self._warnings:
            return  # "warned Nevada that"
        if draft.form is not None and draft.form.governs & w.URGE:
            if not draft.form.governs & w.HEARER and self.grammar.adjectives_follow:
                return  # "invite le Burkina Faso à"
        unknown = self._unknown(first, self._owner_end(first, last)) or self._unlisted(draft)
        if unknown is not None:
            ways.append(self._way_of(unknown, "said to", first))
            return
        head = self.word[last - 1]
        bare = not self.word[first].bits & (w.DET | w.PREP) and last - first > 1
        if head.bits & w.MEDIA and bare:
            ways.append(self._way_of(Named((first, last), (first, last), None, False),
                                     "said to", first))  # fmt: skip
            return
        if self._means_last(first, last):
            way = self._outlet_before(first, last, "said to")
            if way is not None:
                ways.append(way)

    def _staffed(self, first: int, last: int) -> Way | None:
        """Return the way by an outlet whose journalist somebody told."""
        return None

    def is_insider(self, end: int, last: int) -> bool:
        """Say whether an outlet's name tells only whose somebody is: "NBC executives".

        Not of its journalists, who hear what is said to it.
        """
        if not self._newsroom:
            return False
        for index in range(end, min(last, end + INSIDER)):
            word = self.word[index]
            if not word.is_word or word.upper or word.bits & (w.PREP | w.DET | w.VERB | w.AUX):
                return False
            if word.bits & w.CONJ or word.key in self._newsroom:
                return False
            if word.bits & (w.ROLE | w.PERSON):
                return not word.bits & w.MEDIA
        return False

    def _is_asked_of(self, draft: Draft) -> bool:
        """Say whether a hearer is thanked or urged, and is told nothing: "called on X to stop"."""
        if not self._warnings or draft.form is None:
            return False
        told = draft.form.governs & (w.THAT | w.QUOTE)
        return not told or draft.opening in ("infinitive", "preposition", "object")

    def _tells_us(self, draft: Draft) -> bool:
        """Say whether a cue holds whom it was said to: this report's own newsroom."""
        return any(
            self.word[i].bits & w.OBJ
            and self.word[i].bits & w.FIRST
            and self.word[i].features & w.PLUR
            for first, last in draft.cue
            for i in range(first, last - 1)
        )

    def _to_the_end(self, named: Named, last: int) -> Named:
        """Widen a known outlet's name to the end of a hearer: "told The Hindu BusinessLine"."""
        first, end = named.whole
        rest = [self.word[i] for i in range(end, last)]
        plain = all(
            word.upper and word.is_word and not word.bits and not word.cues for word in rest
        )
        if not rest or not plain or not self._not_outlets or self._is_person(end, last):
            return named
        return Named((named.name[0], last), (first, last), None, False)

    def _and_told(self, named: Named, last: int, ways: list[Way]) -> None:
        """Note the outlet that was told with another: "told Reuters and the BBC"."""
        at = named.whole[1]
        if self.grammar.noun_capitals:
            ways += self._joined(at, "said to")
            return
        if at + 1 >= last or not self.word[at].bits & w.CONJ:
            return
        other = self.outlets.at(at + 1, last) or self.outlets.at(at + 2, last)
        if other is not None and not self._is_network(other):
            ways.append(self._way_of(other, "said to", other.whole[0]))

    def _in_marks(self, index: int) -> Named | None:
        """Return a name in marks after its article, where nouns have capitals: "der „Seepost“"."""
        quote = self.document.quote_at.get(index + 1) if self.grammar.noun_capitals else None
        if (
            quote is None
            or quote.after - index > MARKED
            or not (self.word[index].bits & (w.DET | w.PREP))
        ):
            return None
        named = self.word[index + 2].upper or self.word[index + 2].capital
        return self._unknown(index, quote.after) if named else None

    def _and_more(self, way: Way, at: int) -> list[Way]:
        """Return the ways by outlets joined to one of which a way was read, to its very end."""
        if not self.grammar.noun_capitals or way.hop is None or way.hop.how == "posted on":
            return []
        return self._joined(at, way.hop.how)

    def _joined(self, at: int, how: How) -> list[Way]:
        """Return the ways by outlets joined to one: "der „Seepost“, dem Sender NTV und der ARD"."""
        found: list[Way] = []
        while at + 2 < len(self.word) and (self.word[at].bits & w.CONJ or self.key[at] == ","):
            begin = at + 1
            bare = self.key[at] == "," and not self.word[begin].bits & w.DET
            if bare and not (self.word[begin].outlet and self.word[begin].caps):
                break
            named = self._in_marks(begin)
            for index in range(begin, min(begin + 3, len(self.word))):
                named = named or self.outlets.at(index, len(self.word))
                lead = self.word[index].bits & (w.DET | w.MEDIA) and not self.word[index].upper
                if named is not None or not lead:
                    break
            if named is None or self._is_network(named):
                break
            found.append(self._way_of(named, how, begin))
            at = named.whole[1]
        return found

    def _owner_end(self, first: int, last: int) -> int:
        """Return where the name of an outlet ends whose somebody was told: "the Tide's Ann Poe"."""
        owned = next((i for i in range(first, last) if self.word[i].bits & w.GENITIVE), last)
        named = owned < last and self.word[last - 1].upper and self.word[owned + 1].upper
        return owned if named and self.word[owned - 1].bits & w.MEDIAPART else last

    def _is_in_name(self, index: int) -> bool:
        """Say whether a time goes on with a name: "Paisa Now", not "Reuters Monday"."""
        word = self.word[index]
        named = self.word[index - 1].upper and word.bits & (w.TIME | w.ADV | w.CARDINAL)
        return bool(named) and bool(self._calendar) and word.key not in self._calendar

    def _outlet_before(self, at: int, stop: int, how: How, *, told: bool = False) -> Way | None:
        """Return the way by the outlet that "the paper" means: the one named last before it.

        By this report's own one nothing is passed on, where it is not `told` that it is another's.
        """
        agency = self.key[stop - 1] in self._agency_nouns
        own = self.word[at].bits & w.POSS or self.key[at] in self._pointing
        if own and not told:
            return Way(at, None)  # "this newspaper", "our reporter"
        end = bisect_left(self._hot, at)
        for index in reversed(self._hot[max(0, end - MENTIONS) : end]):
            named = self.outlets.at(index, at) or self.outlets.subject(index, at)
            if named is None or self._is_network(named):
                continue
            named = self._whole(index, named, at)
            if self._may_be_agency(named) in (agency, None) or self.word[at].bits & w.PRON:
                return self._way_of(named, how, at, stop)
        return None if self._last is None else Way(at, msgspec.structs.replace(self._last, how=how))

    def _outlet_later(self, at: int, stop: int) -> Way | None:
        """Return the way by the outlet that "the channel" means, named further on: "NTV channel".

        One beside whose name the same generic word stands.
        """
        if not self.grammar.title_case:
            return None
        kind = self.key[stop - 1]
        begin = bisect_left(self._hot, stop)
        for index in self._hot[begin : begin + MENTIONS]:
            named = self.outlets.at(index, len(self.key))
            if named is None or self._is_network(named):
                continue
            first, last = named.whole
            if kind in self.key[max(0, first - 2) : last + 2]:
                return self._way_of(named, "relayed by", at, stop)
        return None

    def _may_be_agency(self, named: Named) -> bool | None:
        """Say whether an outlet is an agency, None where nothing tells."""
        if named.outlet is not None:
            return named.outlet.kind == "agency"
        (first, last), (begin, end) = named.name, named.whole
        kinds = [self.word[i] for i in (*range(begin, first), *range(last, end))]
        told = [word for word in kinds if word.bits & w.MEDIA and word.is_word]
        return any(word.lemma in self._agency_nouns for word in told) if told else None

    def _whole(self, index: int, named: Named, last: int) -> Named:
        """Return the outlet of whose name one is the end: "The New York Times"."""
        start = index
        while start and self.word[start - 1].upper and self.word[start - 1].is_word:
            start -= 1
        for at in range(start, index):
            longer = self.outlets.at(at, last)
            if longer is not None and longer.whole[1] >= named.whole[1]:
                return longer
        return named

    def _unknown(self, first: int, last: int) -> Named | None:
        """Return an outlet that its article and capitals alone tell: "the Arizona Republic"."""
        if last - first == 1 and self.word[first].caps and self._is_called_outlet(first):
            return Named((first, last), (first, last), None, False)
        quote = self.document.quote_at.get(first + 1)
        fused = w.PREP if self.grammar.noun_capitals else 0  # "im „Seeblick“"
        led = self.word[first].bits & (w.DET | fused)
        if quote is not None and quote.after == last and led:
            return Named((first + 1, last), (first, last), None, False)  # "der „Seepost“"
        if (
            last - first < 2
            or not self.word[first].bits & w.DET
            or self.word[first].bits & (w.INDEF | w.POSS)
        ):
            return None
        none = w.BODY | w.BODYPART | w.ROLE | w.PERSON | w.DEMONYM | w.PLURAL | w.PREP | w.TIME
        words = [self.word[i] for i in range(first + 1, last)]
        if not all(word.upper and not word.bits & none for word in words):
            return None
        if self._is_assembly(first + 1, last):
            return None
        whole = self.word[first].upper and not self.grammar.common_generics  # "told The Lund Echo"
        return Named((first if whole else first + 1, last), (first, last), None, False)

    def _is_of_title(self, first: int, stop: int, last: int) -> bool:
        """Say whether "of" joins two parts of a show's name: "told Match of the Day"."""
        if not self._not_outlets or stop == first or stop >= last - 1 or last - first > SHOW:
            return False
        if self.key[stop] not in self._parts or self._is_assembly(first, last):
            return False
        who = w.ROLE | w.PERSON | w.TITLE | w.BODY | w.GIVEN | w.PLURAL | w.TIME
        plain = all(word.upper for word in self.word[first:stop]) and not any(
            word.bits & who for word in self.word[first:stop]
        )
        begin = stop + 1 + bool(self.word[stop + 1].bits & w.DET and stop + 2 < last)
        article = begin > stop + 1
        return plain and article and all(word.upper for word in self.word[begin:last])

    def _unlisted(self, draft: Draft) -> Named | None:
        """Return a name in no list that somebody told something: no person, body or place."""
        assert draft.hearer is not None
        first, last = draft.hearer
        stop = next((i for i in range(first, last) if not self.word[i].upper), last)
        if self._is_of_title(first, stop, last):
            return Named((first, last), (first, last), None, False)
        if stop < last and self.word[stop].bits & (w.PREP | w.TIME):
            last = stop  # "told Volna on Monday that"
        if not self._not_outlets or draft.opening == "infinitive" or last - first > NAME_WORDS:
            return None
        if not self._names_outlet(first) or not all(self.word[i].upper for i in range(first, last)):
            return None
        if self._is_assembly(first, last):
            return None
        if any(self.word[i].bits & (w.BODY | w.BODYPART) for i in range(first + 1, last)):
            return None  # "told Exeter Crown Court"
        people = last - first == 1 and not self.word[first].caps  # "told Zambarans"
        if people and self.key[first].endswith(self.grammar.plural_endings):
            return None
        where = (first, last)
        return None if self._is_person(first, last) else Named(where, where, None, False)

    def _is_assembly(self, first: int, last: int) -> bool:
        """Say whether a parliament, a court or a body is meant: "the Lok Sabha", "the EFCC"."""
        if any(self.key[i] in self._assemblies for i in range(first, last)):
            return True
        letters = last - first == 1 and self.word[first].caps and bool(self._warnings)
        return letters and self.word[first - 1].bits & w.DET != 0 and (
            not self._is_called_outlet(first)
        )  # fmt: skip

    def _is_called_outlet(self, index: int) -> bool:
        """Say whether the report calls a name an agency or a channel elsewhere."""
        return self.key[index] in self._called

    @cached_property
    def _called(self) -> frozenset[str]:
        """The names that a generic word of outlets follows somewhere: "the Sarn news agency"."""
        last = len(self.word) - 2
        media = w.MEDIA
        return frozenset(
            self.key[i]
            for i in self._hot
            if i < last and (self.word[i + 1].bits | self.word[i + 2].bits) & media
        )

    def _means_last(self, first: int, last: int) -> bool:
        """Say whether "the agency", "the Turin daily" is a hearer: the outlet named last."""
        head = self.word[last - 1]
        if not self.word[first].bits & w.DET or not head.bits & w.MEDIA or head.upper:
            return False
        return all(self._describes(i) for i in range(first + 1, last - 1))

    def _describes(self, index: int) -> bool:
        """Say whether a word before an outlet's kind names none: an adjective, a place."""
        word = self.word[index]
        if not word.upper:
            return word.is_word and not word.bits & (w.PREP | w.GENITIVE)
        if word.bits & w.DEMONYM or word.key.endswith(self.grammar.based):
            return True
        return any(
            self.word[i].upper and self.key[i - 1] in self._stating
            for i in self.people.mentions.places(word.key)
        )

    def _names_outlet(self, index: int) -> bool:
        """Say whether a word may be part of an outlet's name."""
        none = w.TIME | w.ROLE | w.TITLE | w.GIVEN | w.PERSON | w.GENITIVE | w.PRON | w.BODY
        word = self.word[index]
        if not word.upper or word.bits & (none | w.DEMONYM | w.PLURAL):
            return False
        none_told = self._not_outlets | self._parties
        return word.key not in none_told and not word.bits & w.BODYPART

    def _is_person(self, first: int, last: int) -> bool:
        words = frozenset(self.word[i].stem for i in range(first, last))
        known = self.people.cast.person(words, first)
        if known is not None and not self.people.cast.is_soft(known):
            return True
        return any(words <= e.words for e in self.people.entities if e.kind == "person" or e.soft)

    def _is_network(self, named: Named) -> bool:
        return named.outlet is not None and named.outlet.kind == "network"

    def _way_of(self, named: Named, how: How, start: int, end: int | None = None) -> Way:
        name = self.outlets.text(named)
        if self.is_publisher(name):
            return Way(start, None)
        outlet = named.outlet
        also: tuple[str, ...] = ()
        if outlet is not None:
            names = self.outlets.authority.equal_names(outlet)
            also = tuple(n for n in names if n != name)
        whole = self.tokens.words(*named.whole)
        if whole != name and whole not in also:
            also = (*also, whole)
        hop = Hop(
            name=name,
            how=how,
            evidence=(self.tokens.span(min(start, named.whole[0]), max(end or 0, named.whole[1])),),
            also=also,
            outlet=outlet.id if outlet else None,
        )
        if how != "posted on":
            self._last = hop
        return Way(start, hop)
