"""Through whom it came: the hops between the speaker and this report.

Hops are read once a sentence (said to, posted on, relayed by), carried to every statement
of the same speaker on the same occasion, and followed by the report's own credit line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.clauses import ClauseReader
from rawi.reading.credits import CreditReader
from rawi.reading.document import Document
from rawi.reading.drafts import Draft, Range
from rawi.reading.hops import REACH, HopReader, name_words
from rawi.reading.hot_words import hot_tokens
from rawi.reading.inflect import PLUR
from rawi.reading.speakers import Entity, SpeakerLinker
from rawi.records import Hop, How, Report

#: So near after a programme its host is named, in tokens.
COLLEAGUE: Final = 6
#: How far back the unnamed sources one of whom speaks are looked for, in statements.
BEFORE: Final = 100
#: A sentence that but cites an outlet has no more tokens than this.
CITED: Final = 10
#: So many statements and sentences before one that tells where they were made are looked at.
BESIDE: Final = 12
_ORDER: Final[dict[How, int]] = {"said to": 0, "posted on": 1, "relayed by": 2}


@dataclass(slots=True)
class Event:
    """A hop read at one place, or (`hop` None) an occasion that makes none."""

    at: int
    hop: Hop | None
    own: bool = False  # said to the publisher itself, so that no credit carries it


class ChainReader:
    """Reads the chains of the statements of one document."""

    def __init__(
        self, document: Document, clauses: ClauseReader, report: Report, linker: SpeakerLinker
    ) -> None:
        self.document = document
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.pack = document.pack
        self.hops = HopReader(document, clauses.nouns, report, linker)
        self.credit = CreditReader(document, self.hops.outlets, self.hops.is_publisher)
        self._hot = hot_tokens(document)

    def read(self, drafts: list[Draft], entities: list[Entity | None]) -> list[tuple[Hop, ...]]:
        """Return the chain of each draft."""
        credits = _distinct(self.credit.read(drafts))
        ways = self._ways(drafts, entities)
        self._told_beside(drafts, entities, ways)
        self._carry(drafts, entities, ways)
        number_of = {id(draft): number for number, draft in enumerate(drafts)}
        chains: list[tuple[Hop, ...]] = []
        for number, draft in enumerate(drafts):
            outer = number if draft.outer is None else number_of[id(draft.outer)]
            passing = entities[outer]
            if passing is None or passing is entities[number]:
                chain = self._chain(ways[number], credits)
            else:  # "A said that B said": B's words came on with A's
                inner = self._chain(ways[number], ())
                relays = [e for e in ways[outer] if e.own or (e.hop and e.hop.how == "relayed by")]
                further = self._chain(relays, credits)
                chain = _distinct((*inner, self._passed_by(passing), *further))
            chains.append(_without(chain, entities[number]))
        return chains

    def _passed_by(self, outer: Entity) -> Hop:
        """Return the hop of who passes on what another said in words of their own."""
        self.hops.people.add(outer.name)
        return Hop(
            name=outer.name,
            how="relayed by",
            also=tuple(dict.fromkeys(outer.also)),
            evidence=outer.record().evidence,
        )

    def _ways(self, drafts: list[Draft], entities: list[Entity | None]) -> list[list[Event]]:
        """Return the events that each draft's own sentence shows."""
        found: list[list[Event]] = [[] for _ in drafts]
        by_sentence: dict[int, list[int]] = {}
        for number, draft in enumerate(drafts):
            by_sentence.setdefault(draft.sentence, []).append(number)
        for sentence, numbers in by_sentence.items():
            for event in self._events(sentence, [drafts[n] for n in numbers]):
                owner = self._owner(event, numbers, drafts)
                if owner is not None:
                    for number in self._sharing(event, owner, numbers, drafts):
                        found[number].append(event)
            self._note_outlets([drafts[n] for n in numbers])
            self._relays(numbers, drafts, entities, found)
        for number, draft in enumerate(drafts):
            addressee = self._addressee(draft) if "a" in draft.governs else None
            addressee = addressee or self._turned_to(draft)
            if addressee is not None and not found[number]:
                found[number].append(addressee)
        return found

    def _told_beside(
        self, drafts: list[Draft], entities: list[Entity | None], ways: list[list[Event]]
    ) -> None:
        """Read "X was speaking to channel Y" after what X says, in a sentence of its own."""
        speaking = {draft.sentence for draft in drafts}
        before: list[int] = []  # the statements so far, in the text's order
        order = sorted(range(len(drafts)), key=lambda n: drafts[n].sentence)
        at = 0
        for place, (first, last, _) in enumerate(self.document.sentences):
            while at < len(order) and drafts[order[at]].sentence < place:
                before.append(order[at])
                at += 1
            if place in speaking or not before:
                continue
            if (cited := self._cited_alone(first, last)) is not None:
                for number in before[-BESIDE:]:
                    ways[number] += [cited] if drafts[number].sentence == place - 1 else []
            if not self._tells_speaking(first, last):
                continue
            events = self._events(place, [])
            came = self._tells_words(first, last)
            told = [e for e in events if e.hop is not None
                    and (came or e.hop.how != "relayed by")]  # fmt: skip
            near = [n for n in before[-BESIDE:] if place - drafts[n].sentence <= BESIDE]
            speaker = self._spoken_of(first, last, [entities[n] for n in near]) if told else None
            for number in near:
                known = any(event.hop or event.own for event in ways[number])
                if speaker is not None and entities[number] is speaker and not known:
                    ways[number] += told

    def _cited_alone(self, first: int, last: int) -> Event | None:
        """Read a sentence that but cites an outlet for the one before it."""
        if last - first > CITED or not self.lex[first].bits & lx.PHRASE:
            return None
        match = self.pack.cue_phrases.match(self.lex, first, last)
        if match is None or match[0] != "according":
            return None
        start = first + match[1]
        start += start < last and bool(self.lex[start].bits & lx.PREP)
        named = self.hops.outlet(start, last, sure=True) if start < last else None
        if named is None or self.hops.is_network(named):
            return None
        hop = self.hops.hop(named, "relayed by", first)
        return None if self.hops.is_publisher(hop.name) else Event(first, hop)

    def _tells_speaking(self, first: int, last: int) -> bool:
        lexemes = self.lex[first : min(last, first + REACH)]
        return any(one.stem in self.pack.speaking for one in lexemes)

    def _tells_words(self, first: int, last: int) -> bool:
        """Say whether a sentence opens with where somebody's words came ("X's words came in …")."""
        opens = first + 2 < last and self.lex[first].stem in self.pack.speaking
        words = self.lex[first + 1] if opens else None
        return words is not None and not words.prep and bool(words.bits & lx.SAID_TO)

    def _spoken_of(self, first: int, last: int, speakers: list[Entity | None]) -> Entity | None:
        """Return who of the last speakers a sentence names or calls by an office, else the last."""
        lexemes = self.lex[first : min(last, first + REACH)]
        told = {form for one in lexemes for form in (one.base, one.key)}
        known = [entity for entity in reversed(speakers) if entity is not None]
        named = (e for e in known if e.heads & told or set(name_words(e.name)[-1:]) & told)
        return next(named, known[0] if known else None)

    def _relays(self, numbers: list[int], drafts: list[Draft], entities: list[Entity | None],
                found: list[list[Event]]) -> None:  # fmt: skip
        """Note who passes on the drafts of a sentence, nearest the speaker first."""
        for number in numbers:
            draft = drafts[number]
            if draft.via is not None:
                nearer = self.hops.via_hop(draft.via)
                if nearer is not None:
                    cited = range((draft.relay_cue or draft.via)[0], draft.via[1])
                    found[number][:] = (e for e in found[number] if e.at not in cited)
                    found[number].append(Event(draft.via[0], nearer))
            before = numbers[: numbers.index(number)]
            passing = next((entities[n] for n in before if drafts[n].outer is None), None)
            again = self.hops.relay_again
            hop = self.hops.relay_hop(draft) if draft.relay else again(draft, passing)
            if hop is not None:
                found[number].append(Event((draft.relay or draft.cue[0])[0], hop))

    def _addressee(self, draft: Draft) -> Event | None:
        """Return the outlet that somebody told: "sources told Sky News that"."""
        first = draft.cue[0][1]
        if draft.source is not None:
            first = max(first, draft.source[1])
        last = min(draft.around[1], first + REACH)
        for at in range(first, last):
            sure = self.lex[at].base in self.pack.media_bodies  # told something, of any name
            named = (
                self.hops.outlet(at, last, sure=sure)
                if self.lex[at].bits & lx.MEDIA
                else self.hops.known(at, last)
            )
            if named is not None and not self.hops.is_network(named):
                hop = self.hops.hop(named, "said to", at)
                own = self.hops.is_publisher(hop.name)
                return Event(at, None if own else hop, own)
            if self.lex[at].bits & lx.PREP or at in self.document.quote_at:
                return None
        return None

    def _turned_to(self, draft: Draft) -> Event | None:
        """Return the name in marks to which somebody confided that ("… to “The Mirror” that")."""
        source = draft.source
        if source is None or draft.opening != "clause" or draft.kind != "verb":
            return None
        at = max(source[1], draft.cue[0][1])
        quote = self.document.quote_at.get(at + 1)
        if quote is None or quote.after >= draft.content[0][0]:
            return None
        if self.key[at] not in self.pack.towards or self.key[at] in draft.governs:
            return None
        if quote.after - quote.open > REACH or not self.lex[quote.after].bits & lx.COMP:
            return None
        named = self.hops.outlet(at + 1, quote.after)
        if named is None or self.hops.is_network(named):
            return None
        hop = self.hops.hop(named, "said to", at)
        own = self.hops.is_publisher(hop.name)
        return Event(at, None if own else hop, own)

    def _note_outlets(self, drafts: list[Draft]) -> None:
        """Keep in mind the outlets that spoke themselves: "to the paper" may mean them."""
        for draft in drafts:
            if draft.source is None:
                continue
            first = draft.source[0]
            marked = first in self.document.quote_at or self.lex[first].outlet
            kind = self.lex[first].bits & lx.MEDIA
            named = self.hops.outlet(*draft.source) if marked or kind else None
            if named is not None and (kind or named.outlet) and not self.hops.is_network(named):
                self.hops.hop(named, "said to", first)

    def _owner(self, event: Event, numbers: list[int], drafts: list[Draft]) -> int | None:
        """Return the draft whose way an event tells: the cue before it, or the first after.

        None where a clause without a cue stands before the first one, joined on by "and", that
        has a speaker of its own.
        """
        owner = numbers[0]
        if self._is_before(event, drafts[owner]):
            return None
        for number in numbers:
            draft = drafts[number]
            begin = draft.cue[0][0] if draft.cue else draft.around[0]
            if draft.source is not None and not draft.shared:
                begin = min(begin, draft.source[0]) if draft.kind != "participle" else begin
            if begin <= event.at:
                owner = number
        return owner

    def _sharing(
        self, event: Event, owner: int, numbers: list[int], drafts: list[Draft]
    ) -> list[int]:
        """Return the drafts whose way an event tells: all of a sentence that opens with a network.

        "On the forums of X, a user asked …, and another replied …"
        """
        if event.hop is None or event.hop.how != "posted on" or owner != numbers[0]:
            return [owner]
        start = self.document.tokens.start
        at = self.document.sentences[drafts[owner].sentence].first
        occasion = lx.SAID_TO | lx.OCCASION | lx.POSTED_ON
        # What tells it may be the last word of the text.
        while at < len(start) and start[at] < event.hop.evidence[-1].end:
            bits = self.lex[at].bits
            if bits & (occasion | lx.ROLE) and not bits & (lx.NETWORK | lx.PREP):
                return [owner]  # somebody's own account, or what was written there
            at += 1
        return [n for n in numbers if drafts[n].outer is None]

    def _is_before(self, event: Event, draft: Draft) -> bool:
        """Say whether an event is told in a clause before a cue that has a subject of its own."""
        if not draft.cue or draft.source is None or draft.source[0] < draft.cue[0][0]:
            return False
        opener = draft.cue[0][0]
        joined = self.lex[opener].conj and self.key[opener - 1] in self.pack.clause_marks
        return event.at < opener and bool(joined)

    def _events(self, sentence: int, drafts: list[Draft]) -> list[Event]:
        first, last, _ = self.document.sentences[sentence]
        contents = [span for draft in drafts for span in draft.content if draft.outer is None]
        contents += self._circumstances(contents, last)
        relays = [draft.relay for draft in drafts if draft.relay is not None]
        relays += [draft.via for draft in drafts if draft.via is not None]
        relays += [self._itself(d.source) for d in drafts if d.source and self._is_outlet(d)]
        covered = (*contents, *relays)
        found: list[Event] = []
        reached = first
        at = bisect_left(self._hot, first)
        while at < len(self._hot) and self._hot[at] < last:
            index = self._hot[at]
            at += 1
            if index < reached or any(b <= index < e for b, e in covered):
                continue
            if self.lex[index].prep in self.pack.place_prepositions and any(
                d.source and d.source[0] < index < d.source[1] for d in drafts
            ):
                continue  # "the head of sales at the site": no way
            if self.lex[index].prep in self.pack.addressing and self._is_before_name(index, drafts):
                continue  # "the director of the agency, X"
            if not self.lex[index].prep and self._is_of_office(index, drafts):
                continue  # "X, the editor of the programme Y"
            if self.lex[index].prep and self.lex[index - 1].base in self.pack.belonging:
                continue  # "the channel X, which belongs to the television"
            stop = min([b for b, _ in contents if b > index] + [last])
            event, reached = self._event(index, stop, drafts)
            if event is not None and not self._is_programme(event, found):
                found.append(event)
        return found

    def _is_of_office(self, index: int, drafts: list[Draft]) -> bool:
        """Say whether somebody's office is at a programme or an outlet whose word is at a token."""
        before = self.lex[index - 1]
        office = before.bits & (lx.ROLE | lx.NOUN | lx.MASDAR) and not before.bits & lx.SAID_TO
        if not self.lex[index].bits & (lx.MEDIA | lx.PROGRAMME) or not office or before.prep:
            return False
        return any(d.source and d.source[0] < index < d.source[1] for d in drafts)

    def _is_before_name(self, index: int, drafts: list[Draft]) -> bool:
        """Say whether an outlet stands inside a source between an office and its holder's name."""
        for draft in drafts:
            first, last = draft.source or (0, 0)
            if first < index < last and self.lex[first].bits & lx.ROLE:
                return any(one.bits & lx.GIVEN for one in self.lex[index + 1 : last])
        return False

    def _is_programme(self, event: Event, found: list[Event]) -> bool:
        """Say whether a programme follows the outlet that was told ("to X, in the programme Y")."""
        before = found[-1] if found else None
        if before is None or before.hop is None or event.hop is None or event.hop.outlet:
            return False
        near = before.hop.how == "said to" and event.at - before.at <= REACH
        return near and bool(self.lex[event.at].bits & lx.PROGRAMME)

    def _is_outlet(self, draft: Draft) -> bool:
        """Say whether an outlet speaks itself: its name in the source is no way."""
        assert draft.source is not None
        first = draft.source[0]
        head = self.lex[first + (first in self.document.quote_at)].bits
        return draft.kind == "according" or bool(head & (lx.MEDIA | lx.NETWORK))

    def _itself(self, source: Range) -> Range:
        """Return a cited source without the verb that tells how it came out ("a draft X saw")."""
        told = self.pack.obtaining | self.pack.passing
        verbs = (index for index in range(source[0] + 1, source[1]) if self.key[index] in told)
        return source[0], next(verbs, source[1])

    def _circumstances(self, contents: list[Range], last: int) -> list[Range]:
        """Return the clauses after contents that tell why or when: no way is told in them."""
        return [
            (
                end,
                next((i for i in range(end, last) if self.key[i] in self.pack.clause_marks), last),
            )
            for _, end in contents
            if end < last and self.key[end] in self.pack.because
        ]

    def _event(self, index: int, last: int, drafts: list[Draft]) -> tuple[Event | None, int]:
        """Read the hop whose first word stands at a token; return it and the token after it."""
        if self._is_answered(index):
            marks = (i for i in range(index, last) if self.key[i] in self.pack.clause_marks)
            return None, next(marks, last)
        lexeme = self.lex[index]
        posted = self.pack.posting.get(lexeme.stem) or self.pack.posting.get(lexeme.key)
        bits = lexeme.bits
        for reader in (
            self.hops.contacted,
            self.hops.aired,
            self.hops.passing,
            self.hops.posted,
            self.hops.said,
            self.hops.named,
        ):
            hop, end = reader(index, last)
            if hop is not None:
                own = self.hops.is_publisher(hop.name) or self._is_of_colleague(end, last)
                return Event(index, None if own else hop, own), end
        if posted is not None:
            return Event(index, self.hops.network(posted, index)), index + 1
        if any(form.lemma in self.pack.posting for form in lexeme.cues):
            network = next(
                self.pack.posting[f.lemma] for f in lexeme.cues if f.lemma in self.pack.posting
            )
            return Event(index, self.hops.network(network, index)), index + 1
        other = lexeme.base not in self.pack.replies
        if self._is_ours(index) and not self._is_cue(index, drafts):
            return Event(index, None, own=True), index + 1
        if index + 1 < last and self.lex[index + 1].bits & lx.ANAPHOR:
            again = self.hops.posted_again(index)  # "on the same platform", whoever wrote there
            return (Event(index, again) if again else None), index + 2  # "in the same interview"
        if lexeme.article and bits & lx.SAID_TO and other:
            return None, index + 1  # "in the interview": the one that was told of
        if (
            bits & lx.OCCASION
            and other
            and self._is_occasion(index)
            and not self._is_cue(index, drafts)
        ):
            return Event(index, None), index + 1
        return None, index + 1

    def _is_answered(self, index: int) -> bool:
        """Say whether somebody's post stands at a token that is but answered ("in reply to …")."""
        if index < 2 or not self.lex[index].bits & lx.POSTED_ON:
            return False
        owned = self.lex[index].base != self.lex[index].stem
        led = self.key[index - 1] in self.pack.commented and not owned
        return led and self.key[index - 2][len(self.lex[index - 2].conj) :] in self.pack.commenting

    def _is_of_colleague(self, index: int, last: int) -> bool:
        """Say whether a colleague of the reporter presents what was named ("which our X hosts")."""
        near = self.key[index : min(index + COLLEAGUE, last)]
        return not self.pack.colleagues.isdisjoint(near)

    def _is_ours(self, index: int) -> bool:
        """Say whether a word tells that the publisher was spoken to: "to us", "our questions"."""
        lexeme, us = self.lex[index], self.pack.first_person_suffixes[:1]
        if lexeme.key in self.pack.ours:
            return True
        return lexeme.base in self.pack.replies and lexeme.key.endswith(us)

    def _is_occasion(self, index: int) -> bool:
        """Say whether a word names the occasion of a saying: a preposition leads to it."""
        led = self.lex[index].prep or (index and self.lex[index - 1].bits & lx.PREP)
        return bool(led) and self.pack.asides.match(self.lex, index, index + 1) is None

    def _is_cue(self, index: int, drafts: list[Draft]) -> bool:
        return any(
            first <= index < last for d in drafts for first, last in (*d.cue, d.source or (0, 0))
        )

    def _carry(
        self, drafts: list[Draft], entities: list[Entity | None], ways: list[list[Event]]
    ) -> None:
        """Carry a hop to the later statements of its speaker, and back to headline and lead."""
        lead = self._lead(drafts)
        current: dict[int, list[Event]] = {}
        early: dict[int, list[int]] = {}
        for number, entity in enumerate(entities):
            if entity is None:
                continue
            key = id(entity)
            own = [event for event in ways[number] if event.hop is not None or event.own]
            if own:
                earlier = early.get(key, [])
                talked = all(self._is_talk(event) for event in own)
                near = [n for n in earlier if talked and self._is_near(drafts[n], drafts[number])]
                if key not in current and all(n in lead or n in near for n in earlier):
                    for before in earlier:
                        if not ways[before]:
                            ways[before] = list(own)
                current[key] = own
                self._share(number, drafts, entities, ways)
            elif ways[number]:
                current[key] = []
            elif current.get(key):
                if not self._is_earlier(drafts[number]):
                    ways[number] = list(current[key])
            elif entity.anonymous and key not in early and self._is_one_of(drafts[number]):
                passed = entities[max(0, number - BEFORE) : number]
                ways[number] = list(self._of_the_same(entity, drafts[number], passed, current))
                current[key] = ways[number]
            early.setdefault(key, []).append(number)

    def _is_talk(self, event: Event) -> bool:
        """Say whether a hop is told as an occasion ("in a call with X"): it covers what is near."""
        return event.hop is not None and event.hop.how == "said to" and bool(
            self.lex[event.at].bits & lx.SAID_TO
        ) and not event.own  # fmt: skip

    def _is_near(self, one: Draft, other: Draft) -> bool:
        """Say whether two statements stand in the same paragraph, the first of no time before."""
        sentences = self.document.sentences
        begin = one.cue[0][0] if one.cue else 0
        if begin and self.lex[begin - 1].bits & lx.AUX:
            return False  # "used to say"
        return sentences[one.sentence].paragraph == sentences[other.sentence].paragraph

    def _is_earlier(self, draft: Draft) -> bool:
        """Say whether a statement opens with "he had said": on another occasion before."""
        first = self.document.sentences[draft.sentence].first
        if not draft.cue or not self.lex[first].bits & lx.AUX or not self.lex[first].conj:
            return False
        before = draft.cue[0][0] - 1
        return before > first and bool(self.lex[before].bits & lx.AUX)

    def _share(
        self,
        number: int,
        drafts: list[Draft],
        entities: list[Entity | None],
        ways: list[list[Event]],
    ) -> None:
        """Give a hop to the statements of the same speaker before it in the sentence."""
        own = [event for event in ways[number] if event.hop and event.hop.how != "relayed by"]
        for before in range(number - 1, max(-1, number - BEFORE), -1):
            same = entities[before] is entities[number] and not ways[before]
            near = drafts[before].sentence == drafts[number].sentence
            if same and self._trails(drafts[number]) and not drafts[before].relay:
                ways[before] = list(ways[number])
                continue
            if not own or not same or not (near or drafts[number].lemma in self.pack.continuing):
                return
            ways[before] = list(own)

    def _trails(self, draft: Draft) -> bool:
        """Say whether who passes a draft on is told after it: "…, according to the agency"."""
        return draft.relay is not None and draft.relay[0] >= draft.content[-1][1]

    def _is_one_of(self, draft: Draft) -> bool:
        """Say whether a source is one of those named before ("one of the two", "they")."""
        if draft.source is None:
            return True
        one_of = lx.QUANTITY | lx.DEM | lx.OTHER | lx.PRON | lx.ANAPHOR
        told = self.lex[draft.source[0] : draft.source[1]]
        if not told or told[0].article or any(lexeme.bits & one_of for lexeme in told):
            return True
        several = told[1] if len(told) > 1 else told[0]
        return several.article and bool(several.features & PLUR)

    def _is_media(self, hop: Hop) -> bool:
        """Say whether a relay without an entry in the authority is an outlet: no person is."""
        return hop.name not in self.hops.people

    def _is_bare(self, draft: Draft) -> bool:
        """Say whether a source is but "another", its noun left out."""
        source = draft.source
        return source is not None and source[1] - source[0] == 1 and bool(
            self.lex[source[0]].bits & lx.OTHER
        )  # fmt: skip

    def _of_the_same(self, entity: Entity, draft: Draft, before: list[Entity | None],
                     current: dict[int, list[Event]]) -> list[Event]:  # fmt: skip
        """Return the way of the unnamed sources one of whom speaks ("one of these sources")."""
        for other in reversed(before):
            if other is None or not other.anonymous or not current.get(id(other)):
                continue
            if other.heads & entity.heads or self._is_bare(draft):
                return current[id(other)]
        return []

    def _lead(self, drafts: list[Draft]) -> set[int]:
        """Return the drafts of headlines and of the first paragraph of the body."""
        body = next(
            (
                n
                for n, p in enumerate(self.document.paragraphs)
                if p.kind is None and p.last - p.first > 12
            ),
            0,
        )
        return {n for n, d in enumerate(drafts)
                if self.document.sentences[d.sentence].paragraph <= body}  # fmt: skip

    def _chain(self, way: list[Event], credits: tuple[Hop, ...]) -> tuple[Hop, ...]:
        """Return the hops of a draft."""
        hops = [event.hop for event in way if event.hop is not None]
        if not hops and not any(event.own for event in way):
            return credits
        hops.sort(key=lambda hop: _ORDER[hop.how])
        relayed = any(hop.how == "relayed by" and hop.outlet is not None for hop in hops)
        relayed = relayed or any(hop.how == "relayed by" and self._is_media(hop) for hop in hops)
        relayed = relayed or any(event.own for event in way)
        return _distinct((*hops, *(() if relayed else credits)))


def _without(chain: tuple[Hop, ...], speaker: Entity | None) -> tuple[Hop, ...]:
    """Return a chain without the speaker, who neither passes on nor is told what is their own."""
    if speaker is None or not chain:
        return chain
    own = {name_words(name) for name in (speaker.name, *speaker.also)}
    return tuple(h for h in chain if h.how == "posted on" or name_words(h.name) not in own)


def _distinct(hops: Iterable[Hop]) -> tuple[Hop, ...]:
    """Return hops, each outlet once: to whom it was said rather than who relays it."""
    found: list[Hop] = []
    for hop in hops:
        if not any(_same(other, hop) for other in found):
            found.append(hop)
    return tuple(found)


def _same(one: Hop, other: Hop) -> bool:
    return name_words(one.name) == name_words(other.name) or (
        one.outlet is not None and one.outlet == other.outlet
    )
