"""What a sentence tells of how a statement came: the ways that its words read as."""

from __future__ import annotations

from typing import Final

from rawi.authority.names import abbreviates, fold_words
from rawi.reading.free_order import cases as c
from rawi.reading.free_order.credits import CaseCredits
from rawi.reading.free_order.entity import Entity
from rawi.reading.free_order.outlets import CaseOutlets
from rawi.reading.free_order.people import People
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Range
from rawi.reading.subject_first.hops import Way, same
from rawi.reading.subject_first.outlets import Named
from rawi.records import Hop, How, Report

#: The words that tell how something came stand so near an outlet, in tokens.
REACH: Final = 8
#: The time that opens a sentence is no longer, in tokens; a year has so many digits.
TIMES: Final = 5
YEAR: Final = 4
#: An outlet stands so near behind the verb by which it passes something on, in tokens.
NEAR: Final = 5


class Told:
    """Reads the ways that the words of one document tell."""

    def __init__(self, phrases: Phrases, report: Report, people: People) -> None:
        self.phrases = phrases
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.alien = self.grammar.alien
        self.tokens = phrases.tokens
        self.word = phrases.word
        self.key = phrases.key
        self.people = people
        self.outlets: CaseOutlets = phrases.outlets
        self._published_by = report.publisher or ""
        self.publisher = frozenset(self._stems(report.publisher or ""))
        self.credits = CaseCredits(self.document, self.outlets, self.is_publisher)
        lists = self.grammar.words_of
        self._relays, self._quoting = lists("relays"), lists("quoting")
        self._publishing = lists("publishing")
        self._words, self._there = lists("words"), lists("there")
        self._citing = lists("citing")
        self._as = lists("as")
        self._own, self._polled = lists("own_media"), lists("polled")
        self._reporters = lists("reporting")
        self._among, self._earlier = lists("among"), lists("earlier")
        self._afterwards, self._past = lists("afterwards"), lists("past")
        self._talkers, self._stations = lists("talkers"), lists("stations")
        self._on_airs = lists("on_air")
        self._answering, self._printed = lists("answering"), lists("printed")
        self._other, self._sourcing = lists("other"), lists("sourcing")
        #: the hops to which an outlet refers for what it passes on
        self._sourced: list[Hop] = []
        self._talking, self._deliveries = lists("talking"), lists("deliveries")
        self._guests = lists("guests")
        self._asked, self._for_whom = lists("asked"), lists("for_whom")
        self._gatherings = lists("gatherings")
        self._data, self._video = lists("told_data"), lists("video_networks")
        self._airing, self._nets = self.grammar.airing, lists("nets")
        self._delivered, self._noticing = lists("delivered"), lists("noticing")
        self._private = lists("private")
        self._sources: list[Range] = []
        self._credit: list[Hop] = []
        self._last: Hop | None = None
        #: the outlet that reported last as a speaker
        self._teller: Hop | None = None
        lists = self.grammar.words_of
        #: verbs of an outlet that quotes somebody or has talked to them
        self._outlet_verbs = lists("relays") | lists("citing") | lists("talking")
        self._outlet_verbs |= lists("publishing")
        #: by a noun for outlets, the one that it named last: "the agency X"
        self._by_noun: dict[str, Hop] = {}
        self._posted: Hop | None = None

    def _is_dated_before(self, first: int, last: int) -> bool:
        """Say whether a sentence opens with an earlier time: "a week earlier", "back in 2022"."""
        if any(self.key[i] in self._earlier for i in range(first, min(last, first + 2))):
            return True
        at = first
        small, days = w.TIME | w.NUM | w.ADV | w.OTHER | w.PREP, False
        while at < min(last, first + TIMES) and (
            self.word[at].bits & small or self.key[at][:1].isdigit() or self.key[at] in self._past
        ):
            number = self.key[at].isdigit()
            year = number and len(self.key[at]) == YEAR and not days
            days = days or number  # "on 24 July 2014": the day of the report
            if year or self.key[at] in self._earlier or self.key[at] in self._past:
                return True
            at += 1
        return False

    def _stems(self, name: str) -> list[str]:
        return [self.grammar.name_stem(self.grammar.fold(word)) for word in fold_words(name)]

    def is_publisher(self, name: str) -> bool:
        """Say whether a name is the publisher's own, or part of it."""
        words = frozenset(self._stems(name))
        own = bool(words) and bool(self.publisher) and words <= self.publisher
        if own or abbreviates(name, self._published_by):
            return True
        if not self._published_by:
            return False
        authority = self.outlets.authority
        outlet = authority.by_name(name) or (authority.by_domain(name) if "." in name else None)
        return outlet is not None and outlet is authority.by_name(self._published_by)

    def _read(self, index: int, first: int, last: int) -> tuple[Way | None, int]:
        """Read what stands at a token, and how what is said came by it."""
        word = self.word[index]
        bits = word.bits
        again = self._posted is not None and not self._is_source(index)
        if again and " ".join(self.key[index : index + 2]) in self._there:
            return Way(index, self._posted), index + 2
        if self.key[index] in self._polled:
            for at in range(index + 1, min(last, index + 4)):
                named = self.outlets.at(at, last, strict=False)
                if named is not None:
                    way = self._way(named, "said to", index, named.whole[1], c.OBLIQUE)
                    return way, named.whole[1]
        if self.key[index] in self._sourcing and index + 3 < last:
            at = index + 2 + bool(self.word[index + 1].bits & w.ADV)  # a reflexive word
            while at + 1 < last and not self.word[at].upper and self._is_adjective(at):
                at += 1  # "quoted by the Russian agency X"
            named = self._outlet_at(at, last) or self._initials(at, last)
            if named is not None and not self._is_source(at):
                way = self._way(named, "relayed by", index, named.whole[1], c.ACCUSATIVE)
                if way.hop is not None:
                    self._sourced.append(way.hop)
                return way, named.whole[1]
        if bits & w.PREP and self.phrases.is_closed(index):
            found = self._led(index, last)
            if found is not None:
                return found
            return None, index + 1
        if bits & (w.POST | w.NETWORK) and not word.upper:
            return None, index + 1
        if index in self.phrases.quote_at and self.phrases.quote_at[index].close == index + 2:
            bare = self._network(index + 1)
            if bare is not None and self.word[index - 1].is_word:
                return self._posted_on(bare, index, index + 3), index + 3
        asks = word.lemma in self._reporters or (index == first and bits & w.MEDIA)
        if asks and (not word.upper or index == first):
            mask = self.phrases.mask(index)
            phrase = self.phrases.read(index, last, c.DATIVE)
            if phrase is not None and mask & c.DATIVE and not mask & c.NOMINATIVE:
                named = self._outlet_in(index + 1, phrase.last)
                if named is not None and not self._is_network(named):
                    return self._way(named, "said to", index), phrase.last
        if self.key[index] in self._relays and index + 1 < last and index > first:
            passing = self._initials(index + 1, last) if self.key[index - 1] == "," else None
            if passing is not None:
                return self._way(passing, "relayed by", index), passing.whole[1]
        named = self._outlet_at(index, last)
        if named is None or self._is_source(index):
            return None, index + 1
        start = self._passed_on(named, first, last)
        told = self._is_dative(named) or (start is None and self._is_answered(index, first))
        if told and not self._is_network(named):
            return self._way(named, "said to", index), max(named.whole[1], index + 1)
        if start is None or self._is_network(named):
            return None, max(named.whole[1], index + 1)
        end = named.whole[1]
        held = start < index and not self.phrases.is_verb(start)  # "in the possession of X"
        case = c.GENITIVE if held else c.NOMINATIVE
        way = self._way(named, "relayed by", min(start, index), max(start + 1, end), case)
        return way, max(end, index + 1)

    def _outlet_at(self, index: int, last: int) -> Named | None:
        """Return the outlet at a token: known, after its generic word, or a name in marks."""
        named = self.outlets.at(index, last, strict=False)
        if named is not None or index not in self.phrases.quote_at:
            return named
        return self._marked(index) if self.phrases.is_name(index, last, True) else None

    def _marked(self, index: int) -> Named | None:
        """Return the name that stands in marks at a token; None where no quotation opens there."""
        quote = self.phrases.quote_at.get(index)
        if quote is None:
            return None
        inner = self.outlets.known(index + 1, quote.close)
        outlet = inner.outlet if inner else None
        return Named((index + 1, quote.close), (index, quote.after), outlet, False)

    def _initials(self, index: int, last: int) -> Named | None:
        """Return the outlet that an abbreviation or a foreign word after "reports" names."""
        word = self.word[index]
        if not word.upper or not (word.caps or self.alien(word.key)) or word.bits & w.BODY:
            return None
        if self.outlets.at(index, last, strict=False) is not None or self._is_source(index):
            return None
        end = self.outlets.run(index, last)
        start, after = self.tokens.start, self.tokens.end
        while end + 1 < last and self.key[end] == "." and self.alien(self.word[end + 1].key) and (
            start[end] == after[end - 1] and start[end + 1] == after[end]
        ):  # fmt: skip
            end += 2  # an address
        return Named((index, end), (index, end), None, False) if end > index else None

    def _is_source(self, index: int) -> bool:
        """Say whether a name stands in who speaks, no relative clause before it."""
        for first, last in self._sources:
            if first <= index < last:
                if any(self.key[i] in self._answering for i in range(first, index)):
                    return False
                return not any(
                    self.word[i].bits & w.REL
                    or self.key[i] in self._sourcing  # "quoted by X, the mayor said"
                    or (self.key[i - 1] == "," and self.phrases.is_participle(i))
                    for i in range(first, index)
                )
        return False

    def _is_dative(self, named: Named) -> bool:
        """Say whether an outlet's name can stand for nobody but whom something is told."""
        first = named.whole[0]
        if first != named.name[0] and self.word[first].bits & w.MEDIA:
            mask = self.phrases.mask(first)
            return bool(mask & c.DATIVE) and not mask & (c.NOMINATIVE | c.GENITIVE)
        words = [i for i in range(*named.name) if self.word[i].is_word]
        told = [self.phrases.mask(i) for i in words]
        if len(words) == 1 and first in self.phrases.quote_at and self._is_met(named.whole[1]):
            told = [self.phrases.marked(first)]
        return (
            bool(told)
            and all(mask & c.DATIVE for mask in told)
            and any(not mask & (c.NOMINATIVE | c.GENITIVE) for mask in told)
        )

    def _is_met(self, index: int) -> bool:
        """Say whether a verb of saying stands at a token: "of this “X” told the mayor"."""
        return index < len(self.word) and self.phrases.is_verb(index)

    def _is_answered(self, index: int, first: int) -> bool:
        """Say whether an outlet ends what a gerund tells: ", commenting on this for “X”,"."""
        comma = index - 1
        while comma > first and self.key[comma] not in ",.;:()":
            if self.word[comma].bits & w.PREP and comma == index - 1:
                return False
            comma -= 1
        at = comma + (self.key[comma] == ",")
        while at < index and self.word[at].bits & w.ADV:
            at += 1
        answers = at < index and self.key[at] in self._answering
        return answers and not self._is_published_in(at + 1, index)

    def _is_published_in(self, first: int, index: int) -> bool:
        """Say whether an outlet at a token only owns what is commented on: "the article of X"."""
        lead = index - 1 - (index - 1 in self.phrases.quote_at)
        while lead > first and (self.word[lead].bits & w.MEDIA or self._is_adjective(lead)):
            lead -= 1
        return bool(self.word[lead].bits & w.DOC or self.word[lead].lemma in self._printed)

    def _is_adjective(self, index: int) -> bool:
        return self.word[index].is_word and self.grammar.is_adjective(self.word[index])

    def _passed_on(self, named: Named, first: int, last: int) -> int | None:
        """Return the verb by which an outlet passes on what is said; None where there is none."""
        begin, end = named.whole
        for at in range(begin - 1, max(first, begin - 5) - 1, -1):
            if self.key[at] in self._quoting or self._is_published(at, first):
                return at
            if self.key[at] in ",;:()" or (self.word[at].bits & w.PREP and at < begin - 1):
                if self.key[at] in "(" or self.word[at].bits & w.PREP:
                    continue
                break
        for at in range(end, min(last, end + 3)):
            if self.key[at] in self._quoting:
                return at
            if self.key[at] in ",;:":
                break
        return None

    def _is_published(self, at: int, first: int) -> bool:
        """Say whether a verb of publishing stands in a relative clause: "which X has seen"."""
        if self.key[at] not in self._publishing:
            return False
        comma = next((i for i in range(at - 1, max(first, at - REACH), -1)
                      if self.key[i] == ","), at)  # fmt: skip
        return any(self.word[i].bits & w.REL for i in range(comma + 1, min(comma + 4, at)))

    def _led(self, index: int, last: int) -> tuple[Way | None, int] | None:
        """Read "in an interview with X", "on his page", "on X" after a preposition."""
        at = index + 1
        occasion: int | None = None
        while at < min(last, index + REACH):
            word = self.word[at]
            bits = word.bits
            if at in self.phrases.quote_at:
                break
            if (bits & w.NETWORK and not bits & w.MEDIA) or self._network(at) is not None:
                break
            written = bits & w.DOC and at + 1 < last and self.key[at + 1] in self._for_whom
            if (bits & w.OCCASION or written or self.key[at] in self._asked) and not word.upper:
                occasion = at
            elif bits & w.POST and not word.upper:
                if "-" in word.key and self._network(at) is not None:
                    break
            elif (
                bits & w.PREP
                and at + 1 < last
                and self.word[at + 1].upper
                and at > index + 1
                and occasion is None
            ):
                at += 1  # "banned in Russia"
            elif (
                not (
                    bits & (w.POSS | w.PREP | w.MEDIA | w.PERSON)
                    or word.lemma in self._reporters
                    or word.lemma in self._nets
                    or self.grammar.is_adjective(word)
                )
                or word.upper
            ):
                break
            at += 1
        if occasion is not None and at + 1 < last and "-" in self.key[at]:
            at += self._network(at) is not None and self._is_title(at + 1, last)
        if at + 1 < last and self.word[at].bits & w.MEDIA and at + 1 in self.phrases.quote_at:
            at += self._network(at) is None  # "Radio “X”"
        if at >= last:
            return None
        network = self._network(at)
        if network is None and at in self.phrases.quote_at:
            network = self._network(at + 1)
        if network is not None and self._is_show(index, at):
            shown = self._marked(at + 1)
            if shown is not None:
                return self._way(shown, "said to", index, shown.whole[1]), shown.whole[1]
        if network is not None and (not occasion or "-" not in self.key[at]):
            quote = self.phrases.quote_at.get(at) or self.phrases.quote_at.get(at + 1)
            end = quote.after if quote is not None else at + 1
            return self._posted_on(network, index, end), end
        posted = self.outlets.known(at, last) if self._leads_to_network(index, at) else None
        aired = self._aired(index, last)
        if aired is not None:
            return aired
        if posted is not None and posted.outlet is not None and self._is_network(posted):
            end = posted.whole[1]
            return self._posted_on(self.outlets.text(posted), index, end), end
        if occasion is None:
            return self._on_air(index, last)
        begin = at
        while begin > occasion + 1 and self.word[begin - 1].bits & w.MEDIA:
            begin -= 1
        named = self.outlets.at(begin, last, strict=False) or self.outlets.at(
            at, last, strict=False
        )
        if named is None and self.word[occasion].lemma in self._gatherings:
            called = self.phrases.quote_at.get(at)  # "at the forum “X”"
            return None if called is None else (None, called.after)
        if named is None:
            named = self._marked(at)
        if named is None and self.word[at].upper and self.word[at].is_word:
            if self.alien(self.word[at].key) or self.word[at].caps:
                end = self.outlets.run(at, last)
                named = Named((at, end), (at, end), None, False)
        if named is None:
            if begin < at:
                ways: list[Way] = []
                unnamed = self._unnamed(index, occasion + 1, at)
                if unnamed is None or self.phrases.mask(at - 1) & c.SINGULAR:
                    self._again(ways, index, at)
                return ways[0] if ways else unnamed, at
            return None
        cases = c.DATIVE | c.GENITIVE if at == occasion + 1 else c.OBLIQUE  # "an interview to X"
        return self._way(named, "said to", index, named.whole[1], cases), named.whole[1]

    def _is_private(self, way: Way, first: int, index: int) -> bool:
        """Say whether a network only carried a letter between two, which nobody else reads."""
        posted = way.hop is not None and way.hop.how == "posted on"
        near = self.key[max(first, index - REACH) : index + 2]
        return posted and not self._private.isdisjoint(near)

    def _unnamed(self, index: int, first: int, last: int) -> Way | None:
        """Return the way through outlets without a name: "in an interview to Syrian channels"."""
        while first < last and not self._is_adjective(first):
            first += 1
        if first + 1 >= last or self.word[first].bits & (w.ADJ | w.POSS):
            return None
        name = self.people.naming.phrase((first, last), last - 1, c.DATIVE)
        span = (self.tokens.span(index, last),)
        return Way(index, Hop(name=name, how="said to", evidence=span))

    def _leads_to_network(self, index: int, at: int) -> bool:
        """Say whether nothing but words for a network stand before a name: "on the platform X"."""
        kinds = w.NETWORK | w.POSS
        return all(
            self.word[i].bits & kinds or self.word[i].lemma in self._nets
            for i in range(index + 1, at)
        )

    def _is_show(self, index: int, at: int) -> bool:
        """Say whether another's video channel is named in marks: "on the YouTube channel “X”"."""
        video = self.key[at].partition("-")[0] in self._video and "-" in self.key[at]
        own = any(self.word[i].bits & w.POSS for i in range(index, at))
        return video and not own and at + 1 in self.phrases.quote_at

    def _is_title(self, index: int, last: int) -> bool:
        """Say whether a name in marks or in another script begins at a token."""
        if index >= last:
            return False
        return index in self.phrases.quote_at or (
            self.word[index].upper and self.alien(self.word[index].key)
        )

    def _on_air(self, index: int, last: int) -> tuple[Way | None, int] | None:
        """Read "on the channel X": where somebody said it, no more words for the occasion."""
        at = index + 1
        if self.key[index] in self._on_airs:
            heard = self.outlets.at(at, last) if at < last else None
            if heard is not None and heard.outlet and heard.outlet.kind == "broadcaster":
                return self._way(heard, "said to", index, heard.whole[1], c.OBLIQUE), heard.whole[1]
        while at < min(last, index + REACH) and self.grammar.is_adjective(self.word[at]):
            at += 1
        if at >= last or self.word[at].upper or self.word[at].lemma not in self._stations:
            return None
        named = self.outlets.at(at, last, strict=False)
        if named is None or named.name[0] == at or self._is_network(named):
            return None
        return self._way(named, "said to", index, named.whole[1], c.OBLIQUE), named.whole[1]

    def _aired(self, index: int, last: int) -> tuple[Way | None, int] | None:
        """Read "on X", "in “X”": the outlet on whose air or pages somebody said it."""
        at = index + 1
        kinds = self._airing.get(self.key[index])
        mark = self.phrases.quote_at.get(at)
        if kinds is None or at >= last:
            return None
        inner = at if mark is None else at + 1
        named = self.outlets.known(inner, last if mark is None else mark.close)
        if named is None or named.outlet is None or named.outlet.kind not in kinds:
            return None
        if self._is_source(inner) or (mark is None and named.ambiguous):
            return None
        if mark is not None and named.whole[1] < mark.close:
            return None  # a programme whose name begins like an outlet's
        end = named.whole[1] if mark is None else mark.after
        return self._way(named, "said to", index, end, c.OBLIQUE), end

    def _network(self, index: int) -> str | None:
        """Return the network that a word means: its name, or a word with it ("X-channel")."""
        if index >= len(self.key):
            return None
        word = self.word[index]
        name = self.grammar.networks.get(word.key)
        if name is not None and (word.upper or len(word.key) > 2):
            return name
        if "-" in word.key:
            return self.grammar.networks.get(word.key.partition("-")[0])
        return None

    def _posted_on(self, name: str, first: int, last: int) -> Way:
        outlet = self.outlets.authority.by_name(name)
        also = self.outlets.authority.equal_names(outlet) if outlet else ()
        hop = Hop(name=name, how="posted on", also=tuple(n for n in also if n != name),
                  outlet=outlet.id if outlet else None,
                  evidence=(self.tokens.span(first, last),))  # fmt: skip
        self._posted = hop
        return Way(first, hop)

    def _is_network(self, named: Named) -> bool:
        return named.outlet is not None and named.outlet.kind == "network"

    def _again(self, ways: list[Way], first: int, last: int) -> None:
        """Read "the agency", "the paper" as the outlet named before, else as that of the credit."""
        hop = (
            self._named_so(first, last)
            or self._last
            or self._teller
            or (self._credit[0] if self._credit else None)
        )
        if hop is not None:
            told = Hop(name=hop.name, how="said to", also=hop.also, outlet=hop.outlet,
                       evidence=(self.tokens.span(first, last),))  # fmt: skip
            self._add(ways, Way(first, told))

    def _named_so(self, first: int, last: int) -> Hop | None:
        """Return the outlet that the noun in a phrase named, where the last one had another."""
        nouns = [self.word[i].lemma for i in range(first, last) if self.word[i].bits & w.MEDIA]
        other = self._last is None or any(
            hop.name == self._last.name for noun, hop in self._by_noun.items() if noun not in nouns
        )
        return next((self._by_noun[n] for n in nouns if other and n in self._by_noun), None)

    def _named_after(self, first: int, last: int) -> Named | None:
        """Return the outlet that stands near behind a verb."""
        for at in range(first, min(last, first + NEAR)):
            named = self.outlets.at(at, last, strict=False)
            if named is None and at in self.phrases.quote_at:
                quote = self.phrases.quote_at[at]
                inner = self.outlets.known(at + 1, quote.close)
                named = Named((at + 1, quote.close), (at, quote.after),
                              inner.outlet if inner else None, False)  # fmt: skip
            named = named or self._initials(at, last)
            if named is not None:
                return named
        return None

    def _guest(self, first: int, last: int) -> tuple[Entity, Way] | None:
        """Return who speaks to an outlet in the sentences behind: "X was the guest of Y".

        It is the only one whom the sentence names.
        """
        if not self._guests:
            return None
        named = {
            id(known): known for place, known in self.people.cast.named(first, last)
            if self.outlets.at(place, last) is None
        }  # fmt: skip
        known = next(iter(named.values())) if len(named) == 1 else None
        entity = next((e for e in self.people.entities if known and e.known is known), None)
        index, way = first, None
        while entity is not None and index < last and way is None:
            if self.key[index] in self._guests or self.key[index] in self._talking:
                near = (self.outlets.at(at, last) for at in range(index + 1, last))
                outlet = next((one for one in near if one is not None), None)
                outlet = outlet or self._named_after(index + 1, last)
                if outlet is not None and not self._is_network(outlet):
                    way = self._way(outlet, "said to", index, outlet.whole[1], c.OBLIQUE)
                    break
            way, end = self._read(index, first, last)
            index = max(end, index + 1)
        if entity is None or way is None or way.hop is None or way.hop.how == "relayed by":
            return None
        return entity, way

    def _add(self, ways: list[Way], way: Way) -> None:
        if way.hop is not None and any(w.hop is not None and same(w.hop, way.hop) for w in ways):
            return
        ways.append(way)

    def _outlet_in(self, first: int, last: int) -> Named | None:
        """Return the outlet that a phrase names."""
        for index in range(first, last):
            named = self.outlets.at(index, last, strict=False)
            if named is not None:
                return named
            quote = self.phrases.quote_at.get(index)
            if quote is not None:
                return Named((index + 1, quote.close), (first, quote.after), None, False)
        return None

    def _way(self, named: Named, how: How, start: int, end: int | None = None,
             cases: int = c.ANY) -> Way:  # fmt: skip
        name = self._name(named, cases)
        outlet = named.outlet
        whole = self.key[slice(*named.name)]
        anybody = len(whole) == 1 and whole[0] in self.grammar.words_of("collective_media")
        if self.is_publisher(name) or (anybody and how == "said to"):
            return Way(start, None)  # "a statement for the press"
        also: tuple[str, ...] = ()
        if outlet is not None:
            also = tuple(n for n in self.outlets.authority.equal_names(outlet) if n != name)
        first = min(start, named.whole[0])
        hop = Hop(name=name, how=how, also=also, outlet=outlet.id if outlet else None,
                  evidence=(self.tokens.span(first, max(end or 0, named.whole[1])),))  # fmt: skip
        self._last = hop
        self._note_noun(named.name[0], hop)
        return Way(start, hop)

    def _note_noun(self, at: int, hop: Hop) -> None:
        """Remember by which noun an outlet was named: "the agency" of later sentences."""
        before = at - 1 - (at - 1 in self.phrases.quote_at)
        if before >= 0 and self.word[before].bits & w.MEDIA:
            self._by_noun[self.word[before].lemma] = hop

    def _name(self, named: Named, cases: int) -> str:
        """Return an outlet's name in the nominative."""
        name = self.outlets.text(named)
        foreign = self.alien(self.key[named.name[0]])
        if named.outlet is not None or foreign or self._is_apposed(named):
            return name
        first, last = named.name
        before = self._before_marks(named)
        mask = c.GENITIVE if before is not None and before.bits & w.ROLE else cases
        for index in range(first, last):
            if self.word[index].is_word:
                mask &= self.phrases.mask(index)
        if last == first + 1 and first - 1 in self.phrases.quote_at:
            mask &= self.phrases.marked(first - 1)
        case = c.NOMINATIVE if mask & c.NOMINATIVE else mask or c.OBLIQUE
        return self.people.naming.quoted(first, last, case)

    def _is_apposed(self, named: Named) -> bool:
        """Say whether a generic word stands before a name in marks, which does not change then."""
        before = self._before_marks(named)
        return before is not None and bool(before.bits & (w.MEDIA | w.BODY))

    def _before_marks(self, named: Named) -> w.Word | None:
        """Return the word before a name in marks; None where none stands or the name has none."""
        mark = named.name[0] - 1
        return self.word[mark - 1] if mark > 0 and mark in self.phrases.quote_at else None
