"""Through whom it came: the hops between the speaker and this report."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.announcements import said_it
from rawi.reading.free_order.entity import Entity
from rawi.reading.free_order.outlets import is_letters
from rawi.reading.free_order.told import Told
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.hops import BEFORE, ORDER, Way, distinct, without
from rawi.reading.subject_first.outlets import Named
from rawi.records import Hop

#: In the first words of a sentence it stands that it is about what was said before, in tokens.
WORDS: Final = 12
#: An outlet stands so near behind the verb by which it passes something on, in tokens.
NEAR: Final = 5
#: What somebody comments on is said within so many sentences.
BEHIND: Final = 3
#: The headline and the first paragraphs after it.
LEAD: Final = 1


class Ways(Told):
    """Reads the chains of the statements of one document."""

    #: where somebody comments on what they say later: the sentence, who, the way
    _pending: list[tuple[int, Entity, Way]]

    def read(self, drafts: list[Draft], entities: list[Entity | None]) -> list[tuple[Hop, ...]]:
        """Return the chain of each draft."""
        self._credit = self.credits.read(drafts)
        ways = self._found(drafts, entities)
        self._carry(drafts, entities, ways)
        number_of = {id(draft): number for number, draft in enumerate(drafts)}
        chains: list[tuple[Hop, ...]] = []
        for number, draft in enumerate(drafts):
            hops = [way.hop for way in ways[number] if way.hop is not None]
            hops.sort(key=lambda hop: (ORDER[hop.how], hop not in self._sourced))
            own = False
            if draft.outer is not None:
                place = number_of[id(draft.outer)]
                outer = entities[place]
                if outer is not None and outer is not entities[number]:
                    hops.append(self._person_hop(outer, draft.outer))
                    told = {hop.name for hop in hops}
                    further = [way.hop for way in ways[place] if way.hop is not None]
                    further.sort(key=lambda hop: (ORDER[hop.how], hop not in self._sourced))
                    hops += [hop for hop in further if hop.name not in told]
                    own = True
            told = {hop.name for hop in hops}
            if not own and not any(hop.how == "relayed by" for hop in hops):
                hops += [hop for hop in self._credit if hop.name not in told]
            speaker = entities[number]
            if speaker is not None and speaker.kind == "organisation":
                hops = without(hops, speaker.name)
            chains.append(distinct(hops))
        return chains

    def _person_hop(self, outer: Entity, draft: Draft) -> Hop:
        spans = [*draft.cue, *([draft.source] if draft.source else [])] or [draft.content[0]]
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
        self._pending = []
        for sentence in range(len(self.document.sentences)):
            numbers = by_sentence.get(sentence, [])
            for number in numbers:
                self._told(drafts[number], ways[number])
                self._talks(drafts[number], ways[number])
                self._quoted_by(drafts[number], ways[number])
                self._relayed(drafts[number], ways[number], entities)
            if not numbers:
                self._introduce(sentence)
            for number in numbers:
                self._note_teller(drafts[number], entities[number])
            if numbers:
                self._around(sentence, numbers, drafts, ways)
                self._follow(numbers, drafts, entities, ways)
                previous = numbers
            elif previous:
                self._after(sentence, previous, drafts, entities, ways)
        return ways

    def _note_teller(self, draft: Draft, entity: Entity | None) -> None:
        """Remember the outlet that reports: "the paper" of the sentences behind it."""
        if entity is None or entity.kind != "organisation" or draft.source is None:
            return
        first, last = draft.source
        if self.word[first].bits & w.MEDIA and last > first + 1:
            told = (self.tokens.span(first, last),)
            self._by_noun[self.word[first].lemma] = Hop(name=entity.name, how="said to",
                                                        evidence=told)  # fmt: skip
        named = self._outlet_in(first, last)
        if named is not None and named.outlet is not None and named.outlet.kind != "network":
            if not any(self.word[i].bits & (w.ROLE | w.PERSON) for i in range(first, last)):
                self._last = Hop(name=entity.name, how="said to", outlet=named.outlet.id,
                                 evidence=(self.tokens.span(first, last),))  # fmt: skip
        if not draft.cue or self.key[draft.cue[0][1] - 1] not in self._relays:
            return
        if self._outlet_in(first, last) is not None or first in self.phrases.quote_at:
            self._teller = Hop(name=entity.name, how="said to",
                               evidence=(self.tokens.span(first, last),))  # fmt: skip

    def _told(self, draft: Draft, ways: list[Way]) -> None:
        """Note the outlet that somebody told."""
        if draft.hearer is None:
            return
        first, last = draft.hearer
        index = first
        while index < last:
            named = self.outlets.at(index, last, strict=False)
            tells = draft.form is None or draft.form.governs & w.BARE
            asks = index == first or self.word[index - 1].lemma in self._reporters
            if named is None and tells and index in self.phrases.quote_at and asks:
                quote = self.phrases.quote_at[index]
                inner = self.outlets.known(index + 1, quote.close)
                span = (index + 1, quote.close)
                named = Named(span, (index, quote.after), inner.outlet if inner else None, False)
            if named is None and index == first and self.alien(self.word[index].key):
                end = self.outlets.run(index, last) if self.word[index].upper else index
                alone = last == index + 1 and self.outlets.authority.by_name(self.key[index])
                end = last if alone else end  # "told dpa"
                if end == last:  # a name in another script is no person's who is told
                    named = Named((index, end), (index, end), None, False)
            if named is None and last == first + 1 and tells and is_letters(self.word[first]):
                named = self._initials(first, last)  # "told TNA"
            if named is not None and not self._is_network(named):
                cases = c.ANY if index == first else c.GENITIVE  # "told the correspondent of X"
                if index == first and index in self.phrases.quote_at:
                    cases = self.phrases.mask(index + 1) & c.DATIVE or cases
                self._add(ways, self._way(named, "said to", first, None, cases))
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
            if self.phrases.mask(last - 1) & c.DATIVE & c.SINGULAR:
                self._again(ways, first, last)
            elif (unnamed := self._unnamed(first, first, last)) is not None:
                self._add(ways, unnamed)  # "told the local papers"

    def _talks(self, draft: Draft, ways: list[Way]) -> None:
        """Note the outlet whose source speaks: "a source of X", "the agency's interlocutor"."""
        if draft.source is None:
            return
        first, last = draft.source
        head = next((i for i in range(first, last) if self.word[i].lemma in self._talkers), last)
        if head + 1 >= last or (self.word[head].upper and head > first):
            return
        named = self.outlets.at(head + 1, last, strict=False)
        quote = self.phrases.quote_at.get(head + 1)
        if named is None and quote is not None:
            inner = self.outlets.known(head + 2, quote.close)
            named = Named((head + 2, quote.close), (head + 1, quote.after),
                          inner.outlet if inner else None, False)  # fmt: skip
        if named is not None and not self._is_network(named):
            self._add(ways, self._way(named, "said to", head, None, c.GENITIVE))
        elif self.word[head + 1].bits & w.MEDIA and not self.word[head + 1].upper:
            self._again(ways, head, head + 2)

    def _quoted_by(self, draft: Draft, ways: list[Way]) -> None:
        """Note "the paper" of a clause about who speaks: "X, whose words the paper quotes"."""
        first, last = draft.source or (0, 0)
        clause = next((i for i in range(first, last) if self.word[i].bits & w.REL), last)
        for at in range(clause + 1, last):
            word = self.word[at]
            passes = self.key[at] in self._quoting and self._named_after(at + 1, last) is None
            office = self._office_after(at, last) if passes else None
            talked = self._named_after(at + 1, last) if self.key[at] in self._talking else None
            if talked is not None and not self._is_network(talked):
                office = self._way(talked, "said to", at, talked.whole[1], c.NOMINATIVE)
            if office is not None:
                self._add(ways, office)
                return
            if word.upper or not word.bits & w.MEDIA or word.bits & (w.ROLE | w.PERSON):
                continue
            beside = self.key[at - 1], self.key[at + 1] if at + 1 < last else ""
            if self._outlet_verbs.isdisjoint(beside) or not self.phrases.mask(at) & c.NOMINATIVE:
                continue
            if self.outlets.at(at, last, strict=False) is None:
                self._again(ways, at, at + 1)
            return

    def _relayed(self, draft: Draft, ways: list[Way], entities: list[Entity | None]) -> None:
        if draft.relay is None:
            return
        first, last = draft.relay
        spans = [draft.relay, *([draft.relay_cue] if draft.relay_cue else [])]
        begin, end = min(a for a, _ in spans), max(b for _, b in spans)
        named = self._outlet_in(first, last)
        if named is not None:
            data = draft.relay_cue is not None and self.key[draft.relay_cue[1] - 1] in self._data
            cases = c.GENITIVE if data else c.ANY  # "by the data of X"
            self._add(ways, self._way(named, "relayed by", begin, end, cases))
            return
        mention = self.people.mentions.read(draft.relay, c.NOMINATIVE)
        owner = mention.head + 1
        if self.word[mention.head].lemma in self._reporters and owner < last:
            if self.word[owner].upper and self.alien(self.word[owner].key):
                last = next((i for i in range(owner + 1, last)
                             if self.grammar.given(self.word[i])), last)  # fmt: skip
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
            self._add(ways, Way(begin, Hop(
                name=entity.name, how="relayed by", also=tuple(dict.fromkeys(entity.also)),
                evidence=(self.tokens.span(begin, end),))))  # fmt: skip

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
            if covered is not None:
                index = covered
                continue
            way, end = self._read(index, first, last)
            if way is not None and not self._is_private(way, first, index):
                self._give(way, numbers, drafts, ways)
            index = max(end, index + 1)

    def _after(self, sentence: int, previous: list[int], drafts: list[Draft],
               entities: list[Entity | None], ways: list[list[Way]]) -> None:  # fmt: skip
        """Read "his words are quoted by X" in the sentence after what he says."""
        first, last, _ = self.document.sentences[sentence]
        if drafts[previous[-1]].sentence < sentence - 1:
            return
        talked = self._talked(first, last)
        if talked is not None:
            self._answered(*talked, previous, drafts, entities, ways)
            self._passed(first, last, previous, drafts, entities, ways)
            return
        about = self.grammar.backward.match(self.word, first, last) is not None
        about = about or said_it(self.phrases, first, last) or self._is_led(first, last)
        delivered = not about and self._is_delivery(first, last)
        near = self.key[first : min(last, first + WORDS)]
        if not (about or delivered):
            if self._words.isdisjoint(near) and self._citing.isdisjoint(near):
                return
        if about or delivered:
            index = first
            mine = self._before(previous[-1], drafts, entities) if delivered else previous[-1:]
            while index < last:
                way, end = self._read(index, first, last)
                if way is not None and way.hop is not None and way.hop.how != "relayed by":
                    for number in mine:
                        self._add(ways[number], way)
                index = max(end, index + 1)
        self._passed(first, last, previous, drafts, entities, ways)

    def _is_led(self, first: int, last: int) -> bool:
        """Say whether a sentence is "as the agency reports, this was said by X"."""
        if self.key[first] not in self._as:
            return False
        near = range(first + 1, min(last, first + WORDS))
        comma = next((i for i in near if self.key[i] == ","), last)
        return self.grammar.backward.match(self.word, comma + 1, last) is not None

    def _passed(self, first: int, last: int, previous: list[int], drafts: list[Draft],
                entities: list[Entity | None], ways: list[list[Way]]) -> None:  # fmt: skip
        """Give the outlet that a sentence says passes words on to those before it."""
        for index in range(first, last):
            owned = any(word.bits & w.REL for word in self.word[max(first, index - 2) : index])
            if not self._is_passing(index) or owned:  # "a post, which the media quote"
                continue
            named = self._named_after(index + 1, last)
            hearer = drafts[previous[-1]].hearer
            if named is not None and hearer is not None and named.whole[0] in range(*hearer):
                continue  # "of this they told X"
            if named is not None:
                found = [self._way(named, "relayed by", index, named.whole[1])]
                behind = range(named.whole[1], min(last, named.whole[1] + 3))
                cited = next((i for i in behind if self.key[i] in self._sourcing), last)
                had = self._read(cited, first, last)[0] if cited < last else None
                found += [had] if had is not None else []  # "with reference to Z"
            else:
                office = self._office_after(index, last)
                found = [office] if office is not None else []
            if found:
                for number in self._before(previous[-1], drafts, entities):
                    for way in found:
                        self._add(ways[number], way)
                return

    def _introduce(self, sentence: int) -> None:
        """Note where somebody comments on what they say in the sentences behind this one."""
        first, last, _ = self.document.sentences[sentence]
        source = self.people.introduced.get(first)
        if source is None:
            self._announce(sentence, first, last)
            guest = self._guest(first, last)
            if guest is not None:
                self._pending.append((sentence, *guest))
            return
        self._sources = [source]
        index = first
        while index < last:
            if source[0] <= index < source[1]:
                index = source[1]
                continue
            way, end = self._read(index, first, last)
            if way is not None and way.hop is not None and way.hop.how != "relayed by":
                entity = self.people.resolve(self.people.mentions.read(source, c.NOMINATIVE))
                if entity is not None:
                    self._pending.append((sentence, entity, way))
            index = max(end, index + 1)

    def _announce(self, sentence: int, first: int, last: int) -> None:
        """Note who passes on what somebody says next: "The words of X are quoted by Y."."""
        if self.key[first] not in self._words or self.word[first].bits & w.POSS:
            return
        phrase = self.phrases.read(first + 1, last, c.GENITIVE)
        if phrase is None:
            return
        for index in range(phrase.last, last):
            named = self._named_after(index + 1, last) if self._is_passing(index) else None
            if named is None:
                continue
            mention = self.people.mentions.read(phrase.span, c.GENITIVE)
            entity = self.people.resolve(mention) if mention.kind == "person" else None
            if entity is not None:
                way = self._way(named, "relayed by", index, named.whole[1])
                self._pending.append((sentence, entity, way))
            return

    def _follow(self, numbers: list[int], drafts: list[Draft],
                entities: list[Entity | None], ways: list[list[Way]]) -> None:  # fmt: skip
        """Give where somebody comments to what they say next."""
        for sentence, entity, way in list(self._pending):
            mine = [n for n in numbers if entities[n] is entity and drafts[n].outer is None]
            if mine and drafts[mine[0]].sentence <= sentence + BEHIND:
                if not ways[mine[0]]:
                    self._add(ways[mine[0]], way)
                self._pending.remove((sentence, entity, way))

    def _is_passing(self, index: int) -> bool:
        """Say whether an outlet passes on what stands before: "X reports", "X took note"."""
        if self.key[index] in self._quoting:
            return True
        return index > 0 and " ".join(self.key[index - 1 : index + 1]) in self._noticing

    def _office_after(self, verb: int, last: int) -> Way | None:
        """Return the way through who speaks for a body: "quotes his words X's press office"."""
        for at in range(verb + 1, min(last, verb + NEAR)):
            phrase = self.phrases.read(at, last, c.NOMINATIVE)
            if phrase is None or phrase.head < at:
                continue
            head = self.word[phrase.head]
            offices = self.grammar.words_of("speaking_offices")
            if head.lemma in offices or (head.bits & w.MEDIA and phrase.last > phrase.head + 1):
                mention = self.people.mentions.read(phrase.span, c.NOMINATIVE)
                name = self.people.naming.text(mention.core)
                span = (self.tokens.span(verb, phrase.last),)
                return Way(verb, Hop(name=name, how="relayed by", evidence=span))
        return None

    def _is_delivery(self, first: int, last: int) -> bool:
        """Say whether a sentence tells where words were said: "the statement was made on X"."""
        at = first
        while at < last and self.word[at].bits & (w.POSS | w.ADJ):
            at += 1
        if at >= last or self.word[at].lemma not in self._deliveries:
            return False
        return not self._delivered.isdisjoint(self.key[at + 1 : min(last, at + 4)])

    def _talked(self, first: int, last: int) -> tuple[Range, Way] | None:
        """Read "X talked to the agency": who did, and the way of what X says."""
        for at in range(first + 1, min(last, first + WORDS)):
            if self.key[at] not in self._talking:
                continue
            who = self.phrases.read(first, at, c.NOMINATIVE)
            named = self._named_after(at + 1, last)
            if who is None or named is None or self._is_network(named):
                return None
            way = self._way(named, "said to", at, named.whole[1], c.OBLIQUE)
            return who.span, way
        return None

    def _answered(self, who: Range, way: Way, previous: list[int], drafts: list[Draft],
                  entities: list[Entity | None], ways: list[list[Way]]) -> None:  # fmt: skip
        """Give whom somebody talked to to what they say before, in the same paragraph."""
        entity = self.people.resolve(self.people.mentions.read(who, c.NOMINATIVE))
        mine = [n for n in range(previous[-1] + 1)
                if entities[n] is entity and drafts[n].outer is None]  # fmt: skip
        if entity is None or not mine:
            return
        body = [n for n in mine if not self._is_headline(drafts[n])] or mine
        for number in mine:
            told = any(one.hop is not None and one.hop.how == "said to" for one in ways[number])
            if not told and (number == body[0] or ways[number]):
                ways[number].insert(0, way)  # the others have it from the first

    def _is_headline(self, draft: Draft) -> bool:
        return self.document.paragraphs[self._paragraph(draft)].kind == "headline"

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
        ended = way.hop is not None and way.hop.how == "relayed by" and all(
            drafts[n].content[-1][1] <= way.at for n in numbers if drafts[n].content
        )  # fmt: skip
        for number in numbers:
            draft = drafts[number]
            if number > owner and draft.shared and not ways[number]:
                ways[number].append(way)
            if number < owner and ended and draft.outer is None:
                if draft.source == drafts[owner].source or drafts[owner].shared:
                    self._add(ways[number], way)  # "he said X and wished Y (quoted by Z)"

    def _talks_in(self, draft: Draft) -> bool:
        """Say whether those who talk to outlets without a name speak: "sources at court"."""
        if draft.source is None or draft.outer is not None:
            return False
        return any(self.word[i].lemma in self._talkers for i in range(*draft.source))

    def _is_among(self, draft: Draft) -> bool:
        """Say whether somebody is one of those who spoke before: "one of them"."""
        if draft.source is None:
            return False
        first, last = draft.source
        if last - first == 1 and self.key[first] in self._other:
            return True  # "another added"
        led = first - 1 if first and self.key[first - 1] in self._other else first
        if self.key[led] in self._other and self.word[last - 1].bits & w.ROLE and not any(
            self.word[i].upper for i in range(led + 1, last)
        ):  # fmt: skip
            return True  # "another official added"
        talks = any(self.word[i].lemma in self._talkers for i in range(first, last))
        return any(
            self.key[i] in self._among
            or (talks and i > first and self.outlets.generic(i, last))
            or (talks and self.key[i] in self._other)
            for i in range(first, last)
        )

    def _for_lead(self, lead: Draft, ways: list[Way]) -> list[Way]:
        """Return what of a way holds for a statement before it.

        Where a credit line holds for the report, the lead goes by it and by no other's relay.
        """
        kept = self._is_headline(lead) or not self._credit
        return [way for way in ways if kept or way.hop is None or way.hop.how != "relayed by"]

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

    def _paragraph(self, draft: Draft) -> int:
        return self.document.sentences[draft.sentence].paragraph

    def _is_earlier(self, draft: Draft) -> bool:
        """Say whether a sentence tells of another occasion, before the one reported."""
        first, last, _ = self.document.sentences[draft.sentence]
        return self._is_dated_before(first, last)

    def _is_later(self, draft: Draft) -> bool:
        """Say whether a sentence tells of another occasion, after the one before it."""
        first, last, _ = self.document.sentences[draft.sentence]
        return any(self.key[i] in self._afterwards for i in range(first, min(last, first + 2)))

    def _is_elsewhere(self, draft: Draft) -> bool:
        """Say whether somebody speaks later and on an occasion of no outlet: "later, online"."""
        if not self._is_later(draft) or draft.outer is not None:
            return False
        first, last, _ = self.document.sentences[draft.sentence]
        told = w.OCCASION | w.NETWORK | w.POST
        return any(
            self.word[i].bits & told and self.word[i - 1].bits & w.PREP
            for i in range(first + 1, min(last, first + WORDS))
        )

    # -- over the report ---------------------------------------------------------------

    def _carry(self, drafts: list[Draft], entities: list[Entity | None],
               ways: list[list[Way]]) -> None:  # fmt: skip
        """Carry a way to the other statements of its speaker: those after it, and the lead."""
        order = sorted(range(len(drafts)), key=lambda n: drafts[n].at)
        current: dict[int, list[Way]] = {}
        #: what holds for a paragraph alone: it tells of an earlier occasion
        once: dict[int, tuple[int, list[Way]]] = {}
        waiting: dict[int, list[int]] = {}
        told: int | None = None
        unnamed: list[Way] = []
        for number in order:
            before, told = told, number
            entity = entities[number]
            if entity is None:
                continue
            key = id(entity)
            talks = entity.anonymous and self._talks_in(drafts[number])
            if talks and not ways[number] and key not in current and entity.name.isalpha():
                ways[number] = list(unnamed)  # no more is told of them
            unnamed = ways[number] if talks and ways[number] else unnamed
            if ways[number]:
                apart = self._is_earlier(drafts[number]) or self._is_later(drafts[number])
                if key not in current and not apart:
                    for lead in waiting.get(key, [])[-BEFORE:]:
                        if self._leads(drafts[lead], drafts[number]):
                            ways[lead] = self._for_lead(drafts[lead], ways[number])
                if self._is_earlier(drafts[number]):
                    once[key] = (self._paragraph(drafts[number]), ways[number])
                    continue
                if key in current:
                    ways[number] = [*self._heard(current[key], ways[number]), *ways[number]]
                current[key] = ways[number]
            elif key in once and once[key][0] == self._paragraph(drafts[number]):
                if drafts[number].outer is None:
                    ways[number] = list(once[key][1])
            elif key in current and self._is_elsewhere(drafts[number]):
                del current[key]
            elif key in current and self._guests and self._is_earlier(drafts[number]):
                continue  # said on another occasion, of which nothing is told
            elif key in current:
                if drafts[number].outer is None:
                    ways[number] = list(current[key])
            elif before is not None and self._is_among(drafts[number]):
                ways[number] = list(ways[before])
                current[key] = ways[number]
            else:
                waiting.setdefault(key, []).append(number)
