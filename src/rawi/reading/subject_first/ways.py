"""Through whom it came: the hops between the speaker and this report.

Hops are read once a sentence (said to, posted on, relayed by), carried to every statement of
the same speaker, and followed by the report's own credit.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

import msgspec

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.echoes import echo
from rawi.reading.subject_first.hops import BEFORE, ORDER, Way, distinct, without
from rawi.reading.subject_first.leads import RELAYED, Leads
from rawi.reading.subject_first.noun_capitals import is_plain_adjective
from rawi.reading.subject_first.outlets import Named
from rawi.reading.subject_first.people import Entity
from rawi.reading.subject_first.spoken import Spoken, talk_spread
from rawi.reading.subject_first.told_sources import posted
from rawi.reading.subject_first.works import edge_before
from rawi.records import Hop, How

#: The words that tell how something came stand so near an outlet, in tokens.
REACH: Final = 12
#: After an outlet the word that tells that it saw a paper is so near, in tokens.
SEEN: Final = 6


class Ways(Leads):
    """Reads the chains of the statements of one document."""

    def read(self, drafts: list[Draft], entities: list[Entity | None]) -> list[tuple[Hop, ...]]:
        """Return the chain of each draft."""
        credits = self.credits.read(drafts)
        ways = self._found(drafts, entities)
        self._post(drafts, entities, ways)
        self._carry(drafts, entities, ways)
        echo(self.document, drafts, entities, ways)
        self._show(drafts, entities, ways)
        number_of = {id(draft): number for number, draft in enumerate(drafts)}
        chains: list[tuple[Hop, ...]] = []
        for number, draft in enumerate(drafts):
            hops = [way.hop for way in ways[number] if way.hop is not None]
            own = any(way.hop is None for way in ways[number])
            if draft.outer is not None:
                outer = entities[number_of[id(draft.outer)]]
                if outer is not None and outer is not entities[number]:
                    hops.append(self._person_hop(outer, draft.outer))
                    own = True
            hops.sort(key=lambda hop: ORDER[hop.how])
            if not own and not any(hop.how == "relayed by" for hop in hops):
                hops += credits
            speaker = entities[number]
            if speaker is not None and speaker.kind == "organisation":
                hops = without(hops, speaker.name)
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
        spoken = Spoken(drafts, entities)
        for sentence, numbers in by_sentence.items():
            for number in numbers:
                self._told(drafts[number], ways[number])
                self._relay(drafts[number], ways[number], entities)
            self._around(sentence, numbers, drafts, ways, spoken)
        opening = {
            self.document.sentences[s].first: numbers[0] for s, numbers in by_sentence.items()
        }
        for place, (first, last, _) in enumerate(self.document.sentences):
            occasions = [i for i in range(first, last) if self.word[i].bits & w.OCCASION]
            numbers = by_sentence.get(place, [])
            if not numbers:
                owner = self._told_of(first, last, spoken)
                if owner is None:
                    owner = self._read_next(last, drafts, opening)
                self._beside(first, last, owner, ways)
            else:
                owner = numbers[0]
            speaker = entities[owner] if owner is not None else None
            if speaker is not None:
                self._occasions.update({self.word[i].lemma: speaker for i in occasions})
        return ways

    def _there(self, draft: Draft) -> list[Way]:
        """Return the way by the outlet of the sentence before that a verb points to.

        "Le site X a tout révélé. Un pirate y revendiquait l'attaque."
        """
        at = draft.cue[0][0] if draft.cue else 0
        of, number = self.document.sentences, draft.sentence
        if not number or self.key[at] not in self._pointing_there:
            return []
        first, last, paragraph = of[number - 1]
        if paragraph != of[number].paragraph:
            return []
        hot = self._hot[bisect_left(self._hot, first) : bisect_left(self._hot, last)]
        for index in hot:
            named = self.outlets.at(index, last, strict=False)
            if named is not None:
                way, _ = self._read(index, first, last, [])
                return [way or self._way_of(named, "said to", at, at + 1)]
        return []

    def _beside(self, first: int, last: int, owner: int | None, ways: list[list[Way]]) -> None:
        """Read "X was speaking to channel Y" in a sentence in which nothing is said.

        `owner` is the statement that it tells of.  An outlet that tells so passes it on.
        """
        if owner is None:
            return
        spoke = any(self.key[i] in self._spoke for i in range(first, last))
        told = w.SPEAKTO | w.OCCASION
        if not spoke and not any(self.word[i].bits & told for i in range(first, last)):
            return
        for index in self._hot[bisect_left(self._hot, first) : bisect_left(self._hot, last)]:
            way, _ = self._read(index, first, last, [])
            if way is None or way.hop is None or (way.hop.how == "posted on" and not spoke):
                continue
            if all(way.hop.how != one.hop.how for one in ways[owner] if one.hop):
                ways[owner].append(way)
                if way.hop.how == "said to" and self.word[first + 1].bits & w.OCCASION:
                    self._shown.append((owner, way))

    def _told_of(self, first: int, last: int, spoken: Spoken) -> int | None:
        """Return the statement nearest a sentence by whom the sentence is about."""
        start = first + 1 if self.word[first].bits & w.DET and first + 1 < last else first
        if (self.word[first].bits | self.word[start].bits) & (w.PRON | w.OCCASION):
            told = self._occasions.get(self.word[start].lemma)  # "The interview was shown by"
            mine = spoken.before(first, told) if told is not None else None
            return mine if mine is not None else spoken.before(first)
        talk = talk_spread(self.document, self._spreading, first, last)
        if talk is not None:
            return spoken.before(first, self._occasions.get(self.word[talk].lemma))
        known = self.people.cast.subject_of(first, last)
        if known is None and self.grammar.renames and self.word[start].bits & (w.ROLE | w.PERSON):
            called = self.people.called(first, last)  # "Le ministre était l'invité de X."
            return spoken.before(first, called) if called is not None else None
        return spoken.of(known, first) if known is not None else None

    def _read_next(self, last: int, drafts: list[Draft], at: dict[int, int]) -> int | None:
        """Return the statement of the next sentence that a sentence leads to.

        One that names nobody ("…, one reads there"), or a quotation in its paragraph after
        "the player broke his silence on X".
        """
        number = at.get(last)
        if number is None:
            return None
        draft = drafts[number]
        if draft.kind == "according" and draft.source is None:
            return number
        of = self.document.sentences
        beside = draft.sentence and of[draft.sentence].paragraph == of[draft.sentence - 1].paragraph
        quoted = draft.content[0][0] in self.document.quote_at
        led = draft.source is not None and draft.source[1] <= last <= draft.content[0][0]
        return number if (beside or led) and quoted else None

    def _relay(self, draft: Draft, ways: list[Way], entities: list[Entity | None]) -> None:
        """Note who passes a statement on."""
        if draft.relay is None:
            return
        first, last = draft.relay
        spans = [draft.relay, *([draft.relay_cue] if draft.relay_cue else [])]
        begin, end = min(a for a, _ in spans), max(b for _, b in spans)
        bare = next((i for i in range(first + 1, last) if self.key[i] == ","), last)
        if self._means_last(first, bare) or self._is_it(first, last):
            way = self._outlet_before(first, last, "relayed by") or self._outlet_later(first, bare)
            if way is not None:
                ways.append(way)
                return
        if (marked := self._in_marks(first)) is not None and marked.whole[1] < last:
            way = self._way_of(marked, "relayed by", begin, end)
            ways += [way, *self._and_more(way, marked.whole[1])]
            return
        for strict in (True, False):
            for index in range(first, last):
                named = (
                    self.outlets.known(index, last)
                    if strict
                    else (self.outlets.at(index, last, strict=False))
                )
                called = index > first and self.word[index - 1].bits & w.MEDIA
                if named is not None and not (strict and named.ambiguous and not called):
                    way = self._way_of(named, "relayed by", begin, end)
                    ways += [way, *self._and_more(way, named.whole[1])]
                    return
        named = self._described(first, last)
        if named is not None:
            ways.append(self._way_of(named, "relayed by", begin, end))
            return
        if any(self.key[i] in self._remarking for i in range(first, last)):
            return  # "selon des propos rapportés par X", where X alone passes it on
        mention = self.people.mentions.read(draft.relay)
        if self.grammar.title_case and self.key[mention.core[1] - 1] in self._statements:
            return  # "the statement quoted the governor as saying": no hop
        if mention.kind == "document" and mention.indefinite:
            return  # "according to a statement of its services"
        entity = self.people.resolve(mention, draft, None)
        if entity is not None and not (entity.kind == "document" and mention.indefinite):
            ways.append(Way(begin, Hop(name=entity.name, how="relayed by",
                                       also=tuple(dict.fromkeys(entity.also)),
                                       evidence=(self.tokens.span(begin, end),))))  # fmt: skip

    def _is_it(self, first: int, last: int) -> bool:
        """Say whether a pronoun without gender and number passes on: "It quotes him as"."""
        word = self.word[first]
        neuter = not word.features & (w.MASC | w.FEM | w.PLUR)
        return last - first == 1 and neuter and bool(word.bits & w.PRON and not word.bits & w.DET)

    def _described(self, first: int, last: int) -> Named | None:
        """Return a name before the generic words of an outlet: "the Tarn news agency"."""
        start = first
        while start < last and self.word[start].bits & w.DET:
            start += 1
        end = start
        while end < last and self.word[end].upper and not self.word[end].bits & w.DEMONYM:
            end += 1
        generic = [self.word[i] for i in range(end, last)]
        if end == start or not generic or not generic[-1].bits & w.MEDIA:
            return None
        if any(word.bits & (w.PREP | w.GENITIVE) or not word.is_word for word in generic):
            return None
        return Named((start, end), (first, last), None, False)

    def _around(
        self,
        sentence: int,
        numbers: list[int],
        drafts: list[Draft],
        ways: list[list[Way]],
        spoken: Spoken,
    ) -> None:
        """Read the ways that a sentence tells outside what is said."""
        first, last, _ = self.document.sentences[sentence]
        taken = [span for n in numbers for span in drafts[n].content]
        taken += [d.relay for n in numbers if (d := drafts[n]).relay is not None]
        taken += [d.hearer for n in numbers if (d := drafts[n]).hearer is not None]
        sources = [d.source for n in numbers if (d := drafts[n]).source is not None]
        taken += self._shown_on(first, last, taken, numbers, drafts, ways)
        reached = first
        for index in self._hot[bisect_left(self._hot, first) : bisect_left(self._hot, last)]:
            if index < reached or any(a <= index < b for a, b in taken):
                continue
            if self.key[index] in self.grammar.posting:
                self._give(self._network(index), numbers, drafts, ways)
                continue
            if self._is_same_outlet(index, first) and self._last is not None:
                quoted = self._is_quoted_by(index, first)
                again = msgspec.structs.replace(
                    self._last, how="relayed by" if quoted else "said to"
                )
                self._give(Way(index, again), numbers, drafts, ways)
                continue
            way, end = self._read(index, first, last, sources)
            if way is not None and end < last and self.word[end].bits & w.GENITIVE:
                end = self.outlets.run(end + 1, last)  # "Citi FM's Eyewitness News"
            other = self._of_another(way, first, drafts[numbers[0]], spoken) if way else None
            if way is not None and other is not None:
                self._give(way, [other], drafts, ways)
            elif way is not None:
                for one in (way, *self._and_more(way, end)):
                    self._give(one, numbers, drafts, ways)
            reached = max(end, index + 1)

    def _shown_on(
        self, first: int, last: int, taken: list[Range], numbers: list[int],
        drafts: list[Draft], ways: list[list[Way]],
    ) -> list[Range]:  # fmt: skip
        """Read a sentence's shows, by their owners where these are told; return where."""
        found, places = [], self.shows.places
        for index in places[bisect_left(places, first) : bisect_left(places, last)]:
            show = self.shows.at(index, last)
            if not show or any(a <= index < b for a, b in taken):
                continue
            named = self.outlets.at(show.owner, last, strict=False) if show.owner else None
            if named is None or self._is_network(named):
                if not self.shows.is_aired(show, index):
                    continue
                named = Named(show.title, show.title, None, False)
            self._give(self._way_of(named, "said to", show.first), numbers, drafts, ways)
            found.append((show.first, max(show.end, named.whole[1])))
        return found

    def _of_another(self, way: Way, first: int, draft: Draft, spoken: Spoken) -> int | None:
        """Return the statement of somebody else who was speaking to an outlet then.

        "Jane Roe was speaking to channel Y after her rival said that …"
        """
        at = way.at
        if not self.word[at].bits & w.SPEAKTO or not self.word[at - 1].bits & w.BE:
            return None
        begin = draft.source[0] if draft.source is not None else draft.at
        known = self.people.cast.subject_of(first, at) if at < begin else None
        return spoken.of(known, first) if known is not None else None

    def _read(
        self, index: int, first: int, last: int, sources: list[Range]
    ) -> tuple[Way | None, int]:
        """Read the outlet at a token, and how what is said came by it."""
        if self.key[index] in self._programmes or self.key[index] in self._parties:
            return None, index + 1  # what is shown is no outlet, nor is a party
        named = self.outlets.at(index, last, strict=False)
        if named is None:
            again = self._again(index, first, last)
            if again is not None:
                return again, index + 1
            return self._led_to(index, first, last, sources)
        end = max(named.whole[1], index + 1)
        in_source = next((s for s in sources if s[0] <= index < s[1]), None)
        if in_source is None and self.is_insider(named.whole[1], last):
            return None, end  # "interviews with NBC staffers"
        some = self.word[index - 1].bits & w.INDEF and self.key[index] in self._broadcast
        if some and self.grammar.title_case:
            return None, end  # "somebody on a TV show"
        start, how = self._how(named, index, first, last, in_source)
        if how is None:
            return None, end
        return self._way_of(named, how, start), end

    def _how(
        self, named: Named, index: int, first: int, last: int, source: Range | None
    ) -> tuple[int, How | None]:
        """Tell how an outlet comes in: by the words before it, or after it."""
        led = occasion = post = relayed = talking = False
        start = index
        floor = first if source is None else source[0]
        edge = index - (index - 1 in self.document.quote_at)  # "au « Monde »"
        if self.key[index - 1] == "," and self.word[index - 2].bits & w.NETWORK:
            edge = index - 2  # "to his platform, Truth Social,"
        edge = edge_before(self.document, edge)
        generic = w.NETWORK | w.MEDIA if self._is_network(named) else 0  # "im Messenger X"
        for at in range(edge - 1, max(floor, index - REACH) - 1, -1):
            word = self.word[at]
            if not word.is_word and self.key[at] not in "'\u2019-":
                if self.key[at] != "," or not word.is_word:
                    break
            bits = word.bits
            two = self.word[at + 1].bits & w.PREP and self.grammar.topics
            if (
                at == edge - 1
                or two
                or self.word[at + 1].bits & (w.DET | w.ADJ | w.DEMONYM | generic)
                or (at + 1 == start)
                or is_plain_adjective(self.grammar, self.word[at + 1])
            ):
                near = not led or at + 1 == start  # "par la préfecture | à l'AFP"
                if near and word.key in self._way | self._on and self._leads_up(at + 1, edge):
                    led, start = True, at
            aired = word.key in self._airing_of or self._are_told(at)
            if bits & w.OCCASION and self.word[at - 1].bits & w.INFMARK and self.grammar.title_case:
                break  # "to address the shortage on CBS"
            behind = at + 1 + bool(aired and self.word[at + 1].bits & w.ADJ)
            if bits & w.OCCASION or (aired and self.key[behind] in self._of):
                occasion, start = True, at
                break
            if bits & w.SPEAKTO and word.key in self._writing:
                talking, start = True, at
                break
            if bits & w.RELAYED and index - at <= RELAYED and self._by(at, index):
                occasion = at > first and self._is_talk(at - 1)
                relayed, start = not occasion, at - occasion
                break
            if bits & w.POST or any(cue.lemma in self.grammar.words_of("post_verbs")
                                    for cue in word.cues):  # fmt: skip
                post, start = True, at if bits & w.POST else start
                break
            if bits & w.RELAYED and index - at <= RELAYED:
                aired = at > floor and self._is_talk(at - 1)
                relayed, occasion, start = not aired, aired, at - 1 if aired else at
                break  # "an interview aired on X" is said to X
            if bits & w.SPEAKTO or (word.key in self._talking and led):
                talking, start = True, at
                break
        if self._is_network(named):
            return start, "posted on" if post or led else None
        if self.key[start] in self._agents and not (occasion or talking):
            led = False  # "a poll commissioned by X"
        opens = self.word[named.whole[0] : min(named.whole[0] + 2, named.whole[1])]
        journal = any(word.lemma in self._journals for word in opens)
        if journal and source is None and not self._is_told_to(named):
            return index, None
        after = self.word[named.whole[1]] if named.whole[1] < last else None
        by = relayed and self._by(start, index)
        apart = self.key[start - 1] == "," or self.word[start - 1].bits & w.CONJ
        seen = by and self.key[start] in self._seeing
        if relayed and (source is None or (by and apart) or seen):
            return start, "relayed by"
        if self._sees(named, index, first, last):
            return index, "relayed by"
        if source is None and self._spoke_to(named.whole[1], last):
            return index, "said to"
        if source is not None and not (occasion or talking):
            return index, None
        spread = after is not None and after.key in self._spreading  # "von X verbreitet"
        if spread or occasion or talking:
            return start, "relayed by" if spread else "said to"
        if after is not None and after.bits & w.RELAYED and source is None:
            return index, "relayed by"
        if led and not named.ambiguous and not self._is_done_to(start):
            return start, "said to"
        return index, None

    def _led_to(
        self, index: int, first: int, last: int, sources: list[Range]
    ) -> tuple[Way | None, int]:
        """Read an outlet in no list that only the words before it tell."""
        if self.is_own_page(index, first, last, sources):
            where = (index, index + 1)
            return self._way_of(Named(where, where, None, False), "posted on", index - 2), index + 1
        lead = self.lead(index, first, last, sources)
        if lead is None:
            return None, index + 1
        named, start = lead
        how: How | None = "said to"
        if self.word[start].bits & w.RELAYED:
            in_source = next((s for s in sources if s[0] <= index < s[1]), None)
            start, how = self._how(named, index, first, last, in_source)
        return (None if how is None else self._way_of(named, how, start)), named.whole[1]

    def _is_talk(self, index: int) -> bool:
        """Say whether what an outlet carries was said to it: an interview, not mere "remarks"."""
        return bool(self.word[index].bits & w.OCCASION) and self.key[index] not in self._comments

    def _sees(self, named: Named, index: int, first: int, last: int) -> bool:
        """Read "a report that X has been able to consult": a relative, an outlet, how it saw it."""
        at = min(index, named.whole[0])
        while at > first + 1 and self.word[at - 1].bits & w.DET:
            at -= 1
        if at <= first or not self.word[at - 1].bits & (w.REL | w.COMP):
            return False
        for place in range(named.whole[1], min(last, named.whole[1] + SEEN)):
            if self.key[place] in self._sights:
                return True
            if not self.word[place].is_word or self.word[place].upper:
                return False
        return False

    def _give(
        self, way: Way, numbers: list[int], drafts: list[Draft], ways: list[list[Way]]
    ) -> None:
        """Give a way to the draft of its sentence that it tells of."""
        if way.hop is not None and way.hop.how != "posted on":
            self._last = way.hop
        owner = numbers[0]
        for number in numbers:
            draft = drafts[number]
            begin = draft.cue[0][0] if draft.cue else draft.around[0]
            if draft.source is not None and not draft.shared:
                begin = min(begin, draft.source[0])
            if begin <= way.at and draft.outer is None:
                owner = number
        ways[owner].append(way)
        for number in numbers:
            if number != owner and drafts[number].shared and not ways[number]:
                ways[number].append(way)

    # -- over the report ---------------------------------------------------------------

    def _paragraph(self, draft: Draft) -> int:
        return self.document.sentences[draft.sentence].paragraph

    def _is_apart(self, draft: Draft, entity: Entity, last: dict[int, int]) -> bool:
        """Say whether a body speaks again after others did: on another occasion, it is taken."""
        if entity.kind != "organisation" or not self._not_outlets:
            return False
        return self._paragraph(draft) - last.get(id(entity), 0) > 1

    def _show(
        self, drafts: list[Draft], entities: list[Entity | None], ways: list[list[Way]]
    ) -> None:
        """Give who showed an interview to all that was said there: "The interview was shown by"."""
        for owner, way in self._shown:
            for number, draft in enumerate(drafts):
                mine = entities[number] is entities[owner] and draft.outer is None
                told = any(one.hop is None or one.hop.how == "said to" for one in ways[number])
                if mine and not told:
                    ways[number] = [*ways[number], way]

    def _post(
        self, drafts: list[Draft], entities: list[Entity | None], ways: list[list[Way]]
    ) -> None:
        """Give those whom a line names as sources the network that they wrote on."""
        for where, named, at in posted(self.document, self.outlets):
            words = self.people.naming.words(where)
            way = self._way_of(named, "posted on", at)
            for number, entity in enumerate(entities):
                mine = entity is not None and entity.words and entity.words <= words
                if mine and not ways[number] and drafts[number].outer is None:
                    ways[number] = [way]

    def _is_of_group(self, draft: Draft, entity: Entity) -> bool:
        """Say whether somebody is one of those who spoke: "one of the sources", "the third"."""
        if draft.source is None or not entity.anonymous:
            return False
        first, last = draft.source
        first += self.key[first] in self.grammar.elisions  # "l'un d'eux"
        part = last - first > 2 and self.key[first + 1] in self._parts
        if part and self.word[first].bits & (w.CARDINAL | w.OTHER):
            return True
        told = last - first == 2 and self.word[first].bits & w.DET
        return bool(told and self.key[first + 1] in self._ordinals)

    def _is_contacted(self, draft: Draft) -> bool:
        """Say whether a sentence opens with the report's own word of asking: "Relancé, X"."""
        return self.key[self.document.sentences[draft.sentence].first] in self._contacting

    def _was_before(self, draft: Draft) -> bool:
        """Say whether a cue tells of what was said before the rest: "avait confié à X"."""
        cue = [i for a, b in draft.cue for i in range(a, b)]
        return any(self.key[i] in self._earlier for i in cue[: max(1, len(cue) - 1)])

    def _with_occasion(self, own: list[Way], before: list[Way]) -> list[Way]:
        """Return who passes a statement on, and where its speaker has been heard so far."""
        if any(way.hop is None or way.hop.how != "relayed by" for way in own):
            return own
        return [way for way in before if way.hop and way.hop.how != "relayed by"] + own

    def _carry(
        self, drafts: list[Draft], entities: list[Entity | None], ways: list[list[Way]]
    ) -> None:
        """Carry a way to the other statements of its speaker: those after it, and the lead.

        The lead and the headline tell first what was posted; what stands between may be older.
        """
        heads = self.document.paragraphs
        lead = min((p for d in drafts if heads[p := self._paragraph(d)].kind is None), default=0)
        order = sorted(range(len(drafts)), key=lambda n: drafts[n].at)
        current: dict[int, list[Way]] = {}
        waiting: dict[int, list[int]] = {}
        last: dict[int, int] = {}  # the paragraph in which somebody spoke last
        apart: dict[int, tuple[int, list[Way]]] = {}  # what was said before the rest, and where
        group: list[Way] = []  # of the unnamed who spoke together last
        for number in order:
            entity = entities[number]
            if entity is None:
                continue
            key = id(entity)
            if not ways[number] and self._is_contacted(drafts[number]):
                current[key] = []  # told to this report itself
                continue
            if not ways[number] and self._own_occasions.names_own(drafts[number]):
                current.pop(key, None)  # said elsewhere than what was said before
                continue
            if ways[number]:
                if key not in current:
                    told = [w for w in ways[number] if w.hop is None or w.hop.how != "posted on"]
                    draft, here = drafts[number], self._paragraph(drafts[number])
                    for before in waiting.get(key, [])[-BEFORE:]:
                        place = self._paragraph(drafts[before])
                        near = place <= lead or place == here
                        other = self._was_before(draft) and not self._was_before(drafts[before])
                        if self.grammar.renames and (not near or other):
                            continue  # said elsewhere, as far as the report tells
                        near = near and not self.grammar.renames
                        ways[before] = list(ways[number] if near else told)
                elif drafts[number].rule != "quoted as saying":
                    ways[number] = self._with_occasion(ways[number], current[key])
                if self._was_before(drafts[number]) and (key in current or waiting.get(key)):
                    apart[key] = self._paragraph(drafts[number]), ways[number]
                else:
                    current[key] = ways[number]
            elif apart.get(key, (-1,))[0] == self._paragraph(drafts[number]):
                ways[number] = list(apart[key][1])
            elif key in current and not self._is_apart(drafts[number], entity, last):
                if drafts[number].outer is None:
                    ways[number] = list(current[key])
            elif there := self._there(drafts[number]):
                current[key] = ways[number] = there
            elif self._is_of_group(drafts[number], entity) and group:
                ways[number] = list(group)
                current[key] = ways[number]
            else:
                waiting.setdefault(key, []).append(number)
            last[key] = self._paragraph(drafts[number])
            if entity.anonymous and entity.features & w.PLUR and ways[number]:
                group = ways[number]
