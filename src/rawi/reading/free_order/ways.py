"""Through whom it came: the hops between the speaker and this report."""

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
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.hops import BEFORE, ORDER, Way, distinct, same
from rawi.reading.subject_first.outlets import Named
from rawi.records import Hop, How, Report

#: The words that tell how something came stand so near an outlet, in tokens.
REACH: Final = 8
#: In the first words of a sentence it stands that it is about what was said before, in tokens.
WORDS: Final = 12
#: The headline and the first paragraphs after it.
LEAD: Final = 1


class Ways:
    """Reads the chains of the statements of one document."""

    def __init__(self, phrases: Phrases, report: Report, people: People) -> None:
        self.phrases = phrases
        self.document = phrases.document
        self.grammar = phrases.grammar
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
        self._words, self._there = lists("words"), lists("there")
        self._citing = lists("citing")
        self._own, self._polled = lists("own_media"), lists("polled")
        self._reporters = lists("reporting")
        self._among, self._earlier = lists("among"), lists("earlier")
        self._sources: list[Range] = []
        self._credit: list[Hop] = []
        self._last: Hop | None = None
        self._posted: Hop | None = None

    def _stems(self, name: str) -> list[str]:
        return [self.grammar.name_stem(self.grammar.fold(word)) for word in fold_words(name)]

    def is_publisher(self, name: str) -> bool:
        """Say whether a name is the publisher's own, or part of it."""
        words = frozenset(self._stems(name))
        own = bool(words) and bool(self.publisher) and words <= self.publisher
        return own or abbreviates(name, self._published_by)

    def read(self, drafts: list[Draft], entities: list[Entity | None]) -> list[tuple[Hop, ...]]:
        """Return the chain of each draft."""
        self._credit = self.credits.read(drafts)
        ways = self._found(drafts, entities)
        self._carry(drafts, entities, ways)
        number_of = {id(draft): number for number, draft in enumerate(drafts)}
        chains: list[tuple[Hop, ...]] = []
        for number, draft in enumerate(drafts):
            hops = [way.hop for way in ways[number] if way.hop is not None]
            own = False
            if draft.outer is not None:
                outer = entities[number_of[id(draft.outer)]]
                if outer is not None and outer is not entities[number]:
                    hops.append(self._person_hop(outer, draft.outer))
                    own = True
            hops.sort(key=lambda hop: ORDER[hop.how])
            told = {hop.name for hop in hops}
            if not own and not any(hop.how == "relayed by" for hop in hops):
                hops += [hop for hop in self._credit if hop.name not in told]
            speaker = entities[number]
            if speaker is not None and speaker.kind == "organisation":
                hops = [h for h in hops if speaker.name != h.name and speaker.name not in h.also]
            chains.append(distinct(hops))
        return chains

    def _person_hop(self, outer: Entity, draft: Draft) -> Hop:
        spans = [*(draft.cue or []), *([draft.source] if draft.source else [])]
        if not spans:
            spans = [draft.content[0]]
        first, last = min(a for a, _ in spans), max(b for _, b in spans)
        return Hop(name=outer.name, how="relayed by", also=tuple(dict.fromkeys(outer.also)),
                   evidence=(self.tokens.span(first, last),))  # fmt: skip

    # -- in one sentence -------------------------------------------------------------

    def _found(self, drafts: list[Draft], entities: list[Entity | None]) -> list[list[Way]]:
        ways: list[list[Way]] = [[] for _ in drafts]
        by_sentence: dict[int, list[int]] = {}
        for number, draft in enumerate(drafts):
            by_sentence.setdefault(draft.sentence, []).append(number)
        previous: list[int] = []
        for sentence in range(len(self.document.sentences)):
            numbers = by_sentence.get(sentence, [])
            for number in numbers:
                self._told(drafts[number], ways[number])
                self._relayed(drafts[number], ways[number], entities)
            if numbers:
                self._around(sentence, numbers, drafts, ways)
                previous = numbers
            elif previous:
                self._after(sentence, previous, drafts, entities, ways)
        return ways

    def _told(self, draft: Draft, ways: list[Way]) -> None:
        """Note the outlet that somebody told."""
        if draft.hearer is None:
            return
        first, last = draft.hearer
        index = first
        while index < last:
            named = self.outlets.at(index, last, strict=False)
            if named is None and index in self.phrases.quote_at and index == first:
                quote = self.phrases.quote_at[index]
                inner = self.outlets.known(index + 1, quote.close)
                span = (index + 1, quote.close)
                named = Named(span, (index, quote.after), inner.outlet if inner else None, False)
            if named is not None and not self._is_network(named):
                self._add(ways, self._way(named, "said to", first))
                return
            index += 1
        led = last - first == 2 and self.word[first].upper and self.word[last - 1].bits & w.MEDIA
        if self.word[first].lemma in self._own:
            ways.append(Way(first, None))
        elif led and self.grammar.is_adjective(self.word[first]):  # "told Baltic radio"
            name = self.people.naming.phrase((first, last), last - 1, c.DATIVE)
            told = (self.tokens.span(first, last),)
            self._add(ways, Way(first, Hop(name=name, how="said to", evidence=told)))
        elif self.word[first].bits & w.MEDIA or self.word[last - 1].bits & w.MEDIA:
            self._again(ways, first, last)

    def _again(self, ways: list[Way], first: int, last: int) -> None:
        """Read "the agency", "the paper" as the outlet named before, else as that of the credit."""
        hop = self._last or (self._credit[0] if self._credit else None)
        if hop is not None:
            told = Hop(name=hop.name, how="said to", also=hop.also, outlet=hop.outlet,
                       evidence=(self.tokens.span(first, last),))  # fmt: skip
            self._add(ways, Way(first, told))

    def _relayed(self, draft: Draft, ways: list[Way], entities: list[Entity | None]) -> None:
        if draft.relay is None:
            return
        first, last = draft.relay
        spans = [draft.relay, *([draft.relay_cue] if draft.relay_cue else [])]
        begin, end = min(a for a, _ in spans), max(b for _, b in spans)
        named = self._outlet_in(first, last)
        if named is not None:
            self._add(ways, self._way(named, "relayed by", begin, end))
            return
        mention = self.people.mentions.read(draft.relay, c.NOMINATIVE)
        owner = mention.head + 1
        if self.word[mention.head].lemma in self._reporters and owner < last:
            if self.word[owner].upper and self.word[owner].key.isascii():
                employer = Named((owner, last), (first, last), None, False)
                self._add(ways, self._way(employer, "relayed by", begin, end))
                return
        if self.word[mention.head].lemma in self.grammar.words_of("speaking_offices"):
            name = self.people.naming.text(mention.core)
            span = (self.tokens.span(begin, end),)
            self._add(ways, Way(begin, Hop(name=name, how="relayed by", evidence=span)))
            return
        entity = self.people.resolve(mention, None, None)
        if entity is not None:
            name = entity.name
            self._add(ways, Way(begin, Hop(
                name=name, how="relayed by", also=tuple(dict.fromkeys(entity.also)),
                evidence=(self.tokens.span(begin, end),))))  # fmt: skip

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

    def _around(self, sentence: int, numbers: list[int], drafts: list[Draft],
                ways: list[list[Way]]) -> None:  # fmt: skip
        """Read the ways that a sentence tells outside what is said."""
        first, last, _ = self.document.sentences[sentence]
        # who says a line of dialogue may stand in a later sentence of it
        last = max([last, *(drafts[n].around[1] for n in numbers if drafts[n].rule == "dialogue")])
        taken = [span for n in numbers for span in drafts[n].content]
        taken += [s for n in numbers if (s := drafts[n].hearer) is not None]
        for number in numbers:
            relay = drafts[number].relay
            named = self._outlet_in(*relay) if relay is not None else None
            if relay is not None:
                taken.append((relay[0], named.whole[1] if named is not None else relay[1]))
        self._sources = [s for n in numbers if (s := drafts[n].source) is not None]
        for number in numbers:
            source = drafts[number].source
            if source is not None:
                named = self._outlet_in(source[0], min(source[1], source[0] + 4))
                if named is not None and named.whole[0] <= source[0] + 1:
                    taken.append((source[0], named.whole[1]))
        index = first
        while index < last:
            covered = None
            for begin, end in taken:
                if begin <= index < end:
                    covered = end
                    break
            if covered is not None and not self._is_open(index, numbers, drafts):
                index = covered
                continue
            way, end = self._read(index, first, last)
            if way is not None:
                self._give(way, numbers, drafts, ways)
            index = max(end, index + 1)

    def _is_open(self, index: int, numbers: list[int], drafts: list[Draft]) -> bool:
        return False

    def _read(self, index: int, first: int, last: int) -> tuple[Way | None, int]:
        """Read what stands at a token, and how what is said came by it."""
        word = self.word[index]
        bits = word.bits
        if self._posted is not None and " ".join(self.key[index : index + 2]) in self._there:
            return Way(index, self._posted), index + 2
        if self.key[index] in self._polled:
            for at in range(index + 1, min(last, index + 4)):
                named = self.outlets.at(at, last, strict=False)
                if named is not None:
                    way = self._way(named, "said to", index, named.whole[1], c.OBLIQUE)
                    return way, named.whole[1]
        if bits & w.PREP and self.phrases.is_closed(index):
            found = self._led(index, last)
            if found is not None:
                return found
            return None, index + 1
        if bits & (w.POST | w.NETWORK) and not word.upper:
            return None, index + 1
        if word.lemma in self._reporters and not word.upper:
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
        named = self.outlets.at(index, last, strict=False)
        if (
            named is None
            and index in self.phrases.quote_at
            and self.phrases.is_name(index, last, True)
        ):
            quote = self.phrases.quote_at[index]
            inner = self.outlets.known(index + 1, quote.close)
            span = (index + 1, quote.close)
            named = Named(span, (index, quote.after), inner.outlet if inner else None, False)
        if named is None or self._is_source(index):
            return None, index + 1
        start = self._passed_on(named, first, last)
        if start is None and self._is_dative(named) and not self._is_network(named):
            return self._way(named, "said to", index), max(named.whole[1], index + 1)
        if start is None or self._is_network(named):
            return None, max(named.whole[1], index + 1)
        end = named.whole[1]
        way = self._way(named, "relayed by", min(start, index), max(start + 1, end))
        return way, max(end, index + 1)

    def _initials(self, index: int, last: int) -> Named | None:
        """Return the outlet that an abbreviation or a foreign word after "reports" names."""
        word = self.word[index]
        if not word.upper or not (word.caps or word.key.isascii()) or word.bits & w.BODY:
            return None
        if self.outlets.at(index, last, strict=False) is not None or self._is_source(index):
            return None
        end = self.outlets.run(index, last)
        return Named((index, end), (index, end), None, False) if end > index else None

    def _is_source(self, index: int) -> bool:
        """Say whether a name stands in who speaks, no relative clause before it."""
        for first, last in self._sources:
            if first <= index < last:
                return not any(self.word[i].bits & w.REL for i in range(first, index))
        return False

    def _is_dative(self, named: Named) -> bool:
        """Say whether an outlet's name can stand for nobody but whom something is told."""
        first = named.whole[0]
        if first != named.name[0] and self.word[first].bits & w.MEDIA:
            mask = self.phrases.mask(first)
            return bool(mask & c.DATIVE) and not mask & (c.NOMINATIVE | c.GENITIVE)
        words = [i for i in range(*named.name) if self.word[i].is_word]
        told = [self.phrases.mask(i) for i in words]
        return (
            bool(told)
            and all(mask & c.DATIVE for mask in told)
            and any(not mask & (c.NOMINATIVE | c.GENITIVE) for mask in told)
        )

    def _passed_on(self, named: Named, first: int, last: int) -> int | None:
        """Return the verb by which an outlet passes on what is said; None where there is none."""
        begin, end = named.whole
        for at in range(begin - 1, max(first, begin - 5) - 1, -1):
            if self.key[at] in self._quoting:
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
            if bits & w.OCCASION and not word.upper:
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
                    or self.grammar.is_adjective(word)
                )
                or word.upper
            ):
                break
            at += 1
        if at + 1 < last and self.word[at].bits & w.MEDIA and at + 1 in self.phrases.quote_at:
            at += self._network(at) is None  # "Radio “X”"
        if at >= last:
            return None
        network = self._network(at)
        if network is None and at in self.phrases.quote_at:
            network = self._network(at + 1)
        if network is not None and (not occasion):
            quote = self.phrases.quote_at.get(at) or self.phrases.quote_at.get(at + 1)
            end = quote.after if quote is not None else at + 1
            return self._posted_on(network, index, end), end
        if occasion is None:
            return None
        quote = self.phrases.quote_at.get(at)
        begin = at
        while begin > occasion + 1 and self.word[begin - 1].bits & w.MEDIA:
            begin -= 1
        named = self.outlets.at(begin, last, strict=False) or self.outlets.at(
            at, last, strict=False
        )
        if named is None and quote is not None:
            inner = self.outlets.known(at + 1, quote.close)
            named = Named((at + 1, quote.close), (at, quote.after),
                          inner.outlet if inner else None, False)  # fmt: skip
        if named is None and self.word[at].upper and self.word[at].is_word:
            if self.word[at].key.isascii() or self.word[at].caps:
                end = self.outlets.run(at, last)
                named = Named((at, end), (at, end), None, False)
        if named is None:
            if begin < at:
                ways: list[Way] = []
                self._again(ways, index, at)
                return (ways[0] if ways else None), at
            return None
        return self._way(named, "said to", index, named.whole[1], c.OBLIQUE), named.whole[1]

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

    def _after(self, sentence: int, previous: list[int], drafts: list[Draft],
               entities: list[Entity | None], ways: list[list[Way]]) -> None:  # fmt: skip
        """Read "his words are quoted by X" in the sentence after what he says."""
        first, last, _ = self.document.sentences[sentence]
        if drafts[previous[-1]].sentence < sentence - 1:
            return
        about = self.grammar.backward.match(self.word, first, last) is not None
        near = self.key[first : min(last, first + WORDS)]
        if not about and self._words.isdisjoint(near) and self._citing.isdisjoint(near):
            return
        if about:
            index = first
            while index < last:
                way, end = self._read(index, first, last)
                if way is not None and way.hop is not None and way.hop.how != "relayed by":
                    self._add(ways[previous[-1]], way)
                index = max(end, index + 1)
        for index in range(first, last):
            if self.key[index] in self._quoting:
                for at in range(index + 1, min(last, index + 6)):
                    named = self.outlets.at(at, last, strict=False)
                    if named is None and at in self.phrases.quote_at:
                        quote = self.phrases.quote_at[at]
                        inner = self.outlets.known(at + 1, quote.close)
                        named = Named((at + 1, quote.close), (at, quote.after),
                                      inner.outlet if inner else None, False)  # fmt: skip
                    named = named or self._initials(at, last)
                    if named is not None:
                        way = self._way(named, "relayed by", index, named.whole[1])
                        for number in self._before(previous[-1], drafts, entities):
                            self._add(ways[number], way)
                        return

    def _before(self, last: int, drafts: list[Draft], entities: list[Entity | None]) -> list[int]:
        """Return a draft and those of its speaker before it in its paragraph."""
        sentences = self.document.sentences
        paragraph = sentences[drafts[last].sentence].paragraph
        return [number for number in range(max(0, last - BEFORE), last + 1)
                if entities[number] is entities[last]
                and sentences[drafts[number].sentence].paragraph == paragraph]  # fmt: skip

    def _give(self, way: Way, numbers: list[int], drafts: list[Draft],
              ways: list[list[Way]]) -> None:  # fmt: skip
        """Give a way to the draft of its sentence that it tells of."""
        owner = numbers[0]
        for number in numbers:
            draft = drafts[number]
            if draft.outer is not None:
                continue
            begin = min([a for a, _ in draft.cue] or [draft.around[0]])
            if draft.source is not None and not draft.shared:
                begin = min(begin, draft.source[0])
            begin = (
                min(begin, draft.content[0][0]) if draft.opening in ("before", "quote") else begin
            )
            if begin <= way.at:
                owner = number
        self._add(ways[owner], way)
        for number in numbers:
            if number != owner and drafts[number].shared and not ways[number]:
                if number > owner:
                    ways[number].append(way)

    def _add(self, ways: list[Way], way: Way) -> None:
        if way.hop is not None and any(w.hop is not None and same(w.hop, way.hop) for w in ways):
            return
        ways.append(way)

    def _way(self, named: Named, how: How, start: int, end: int | None = None,
             cases: int = c.ANY) -> Way:  # fmt: skip
        name = self._name(named, cases)
        if self.is_publisher(name):
            return Way(start, None)
        outlet = named.outlet
        also: tuple[str, ...] = ()
        if outlet is not None:
            also = tuple(n for n in self.outlets.authority.equal_names(outlet) if n != name)
        first = min(start, named.whole[0])
        hop = Hop(name=name, how=how, also=also, outlet=outlet.id if outlet else None,
                  evidence=(self.tokens.span(first, max(end or 0, named.whole[1])),))  # fmt: skip
        self._last = hop
        return Way(start, hop)

    def _name(self, named: Named, cases: int) -> str:
        """Return an outlet's name in the nominative."""
        name = self.outlets.text(named)
        if named.outlet is not None or name.isascii() or self._is_apposed(named):
            return name
        first, last = named.name
        before = self._before_marks(named)
        mask = c.GENITIVE if before is not None and before.bits & w.ROLE else cases
        for index in range(first, last):
            if self.word[index].is_word:
                mask &= self.phrases.mask(index)
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

    def _is_among(self, draft: Draft) -> bool:
        """Say whether somebody is one of those who spoke before: "one of them"."""
        if draft.source is None:
            return False
        first, last = draft.source
        return any(self.key[i] in self._among or (i > first and self.outlets.generic(i, last))
                   for i in range(first, last))  # fmt: skip

    def _for_lead(self, lead: Draft, ways: list[Way]) -> list[Way]:
        """Return what of a way holds for a statement before it: relays for headlines alone."""
        paragraph = self.document.paragraphs[self.document.sentences[lead.sentence].paragraph]
        if paragraph.kind == "headline":
            return list(ways)
        return [way for way in ways if way.hop is None or way.hop.how != "relayed by"]

    def _heard(self, before: list[Way], ways: list[Way]) -> list[Way]:
        """Return where a speaker said before what a relay alone is named for now."""
        if not all(way.hop is not None and way.hop.how == "relayed by" for way in ways):
            return []
        return [way for way in before if way.hop is not None and way.hop.how != "relayed by"]

    def _leads(self, before: Draft, draft: Draft) -> bool:
        """Say whether a statement stands in the headline, the lead or the same paragraph."""
        if before.sentence == draft.sentence:
            return False
        sentences = self.document.sentences
        one, other = sentences[before.sentence].paragraph, sentences[draft.sentence].paragraph
        return one <= LEAD or one == other

    def _is_earlier(self, draft: Draft) -> bool:
        """Say whether a sentence tells of another occasion, before the one reported."""
        first, last, _ = self.document.sentences[draft.sentence]
        return any(self.key[i] in self._earlier for i in range(first, min(last, first + 2)))

    # -- over the report ---------------------------------------------------------------

    def _carry(self, drafts: list[Draft], entities: list[Entity | None],
               ways: list[list[Way]]) -> None:  # fmt: skip
        """Carry a way to the other statements of its speaker: those after it, and the lead."""
        order = sorted(range(len(drafts)), key=lambda n: drafts[n].at)
        current: dict[int, list[Way]] = {}
        waiting: dict[int, list[int]] = {}
        told: int | None = None
        for number in order:
            before, told = told, number
            entity = entities[number]
            if entity is None:
                continue
            key = id(entity)
            if ways[number]:
                if key not in current and not self._is_earlier(drafts[number]):
                    for lead in waiting.get(key, [])[-BEFORE:]:
                        if self._leads(drafts[lead], drafts[number]):
                            ways[lead] = self._for_lead(drafts[lead], ways[number])
                if key in current and not self._is_earlier(drafts[number]):
                    ways[number] = [*self._heard(current[key], ways[number]), *ways[number]]
                current[key] = ways[number]
            elif key in current:
                if drafts[number].outer is None:
                    ways[number] = list(current[key])
            elif before is not None and self._is_among(drafts[number]):
                ways[number] = list(ways[before])
                current[key] = ways[number]
            else:
                waiting.setdefault(key, []).append(number)
