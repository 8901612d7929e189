"""Through whom it came: the hops between the speaker and this report.

Hops are read once a sentence (said to, posted on, relayed by), carried to every statement
of the same speaker on the same occasion, and followed by the report's own credit line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import msgspec

from rawi.authority.names import fold_words
from rawi.reading import lexicon as lx
from rawi.reading.clauses import ClauseReader
from rawi.reading.credits import CreditReader
from rawi.reading.document import Document
from rawi.reading.drafts import Draft, Range
from rawi.reading.outlets import Named, Outlets
from rawi.reading.packs import Pack
from rawi.reading.speakers import Entity, SpeakerLinker
from rawi.records import Hop, How, Report

_HOT: Final = (
    lx.SAID_TO | lx.POSTED_ON | lx.MEDIA | lx.NETWORK | lx.OCCASION | lx.REPORTER | lx.RELAY
)
#: How far after the word of an occasion its outlet may stand, in tokens.
REACH: Final = 12
#: How far back the unnamed sources one of whom speaks are looked for, in statements.
BEFORE: Final = 100
_ORDER: Final[dict[How, int]] = {"said to": 0, "posted on": 1, "relayed by": 2}


@dataclass(slots=True)
class Event:
    """A hop read at one place, or (`hop` None) an occasion that makes none."""

    at: int
    hop: Hop | None
    own: bool = False  # said to the publisher itself, so that no credit carries it


class ChainReader:
    """Reads the hops of one document."""

    def __init__(
        self, document: Document, clauses: ClauseReader, report: Report, linker: SpeakerLinker
    ) -> None:
        self.document = document
        self.tokens = document.tokens
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.pack = document.pack
        self.outlets = Outlets(document, clauses.nouns)
        self.publisher = frozenset(fold_words(report.publisher or ""))
        self.credit = CreditReader(document, self.outlets, self.is_publisher)
        self._hot = hot_tokens(document)
        self._last: Hop | None = None
        self.linker = linker
        self._people: set[str] = set()
        self._networks: dict[str, str] = {}

    def is_publisher(self, name: str) -> bool:
        """Say whether a name is the publisher's own."""
        words = frozenset(_name_words(name))
        return bool(words) and (
            words <= self.publisher or (bool(self.publisher) and self.publisher <= words)
        )

    def read(self, drafts: list[Draft], entities: list[Entity | None]) -> list[tuple[Hop, ...]]:
        """Return the chain of each draft."""
        credits = _distinct(self.credit.read(drafts))
        ways = self._ways(drafts)
        self._carry(drafts, entities, ways)
        number_of = {id(draft): number for number, draft in enumerate(drafts)}
        chains: list[tuple[Hop, ...]] = []
        for number, draft in enumerate(drafts):
            outer = None if draft.outer is None else entities[number_of[id(draft.outer)]]
            outer = None if outer is entities[number] else outer
            chains.append(self._chain(ways[number], outer, credits))
        return chains

    # -- per sentence ----------------------------------------------------------

    def _ways(self, drafts: list[Draft]) -> list[list[Event]]:
        """Return the events that each draft's own sentence shows."""
        found: list[list[Event]] = [[] for _ in drafts]
        by_sentence: dict[int, list[int]] = {}
        for number, draft in enumerate(drafts):
            by_sentence.setdefault(draft.sentence, []).append(number)
        for sentence, numbers in by_sentence.items():
            for event in self._events(sentence, [drafts[n] for n in numbers]):
                owner = self._owner(event, numbers, drafts)
                if owner is not None:
                    found[owner].append(event)
            self._note_outlets([drafts[n] for n in numbers])
        for number, draft in enumerate(drafts):
            addressee = self._addressee(draft) if "a" in draft.governs else None
            if addressee is not None and not found[number]:
                found[number].append(Event(addressee.evidence[0].start, addressee))
            if draft.relay is not None:
                hop = self._relay_hop(draft)
                if hop is not None:
                    found[number].append(Event(draft.relay[0], hop))
        return found

    def _addressee(self, draft: Draft) -> Hop | None:
        """Return the outlet that somebody told: "sources told Sky News that"."""
        first = draft.cue[0][1]
        if draft.source is not None:
            first = max(first, draft.source[1])
        last = min(draft.around[1], first + REACH)
        for at in range(first, last):
            named = (
                self._outlet(at, last) if self.lex[at].bits & lx.MEDIA else self._known(at, last)
            )
            if named is not None and not self._is_network(named):
                hop = self._hop(named, "said to", at)
                return None if self.is_publisher(hop.name) else hop
            if self.lex[at].bits & lx.PREP or at in self.document.quote_at:
                return None
        return None

    def _note_outlets(self, drafts: list[Draft]) -> None:
        """Keep in mind the outlets that spoke themselves: "to the paper" may mean them."""
        for draft in drafts:
            if draft.source is not None and self.lex[draft.source[0]].bits & lx.MEDIA:
                named = self._outlet(*draft.source)
                if named is not None and not self._is_network(named):
                    self._hop(named, "said to", draft.source[0])

    def _owner(self, event: Event, numbers: list[int], drafts: list[Draft]) -> int | None:
        """Return the draft whose way an event tells: the cue before it, or the first after.

        None where a clause without a cue stands before the first one, joined on by "and".
        """
        owner = numbers[0]
        opener = drafts[owner].cue[0][0] if drafts[owner].cue else -1
        if (
            event.at < opener
            and self.lex[opener].conj
            and self.key[opener - 1] in (self.pack.clause_marks)
        ):
            return None
        for number in numbers:
            draft = drafts[number]
            begin = draft.cue[0][0] if draft.cue else draft.around[0]
            if draft.source is not None and not draft.shared:
                begin = min(begin, draft.source[0]) if draft.kind != "participle" else begin
            if begin <= event.at:
                owner = number
        return owner

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
        relays += [draft.source for draft in drafts if draft.source and self._is_outlet(draft)]
        found: list[Event] = []
        reached = first
        at = bisect_left(self._hot, first)
        while at < len(self._hot) and self._hot[at] < last:
            index = self._hot[at]
            at += 1
            if index < reached or any(b <= index < e for b, e in (*contents, *relays)):
                continue
            if self.lex[index].prep in self.pack.place_prepositions and any(
                d.source and d.source[0] < index < d.source[1] for d in drafts
            ):
                continue  # "the head of sales at the site": no way
            stop = min([b for b, _ in contents if b > index] + [last])
            event, reached = self._event(index, stop, drafts)
            if event is not None:
                found.append(event)
        return found

    def _is_outlet(self, draft: Draft) -> bool:
        """Say whether an outlet speaks itself: its name in the source is no way."""
        assert draft.source is not None
        head = self.lex[draft.source[0]].bits
        return draft.kind == "according" or bool(head & (lx.MEDIA | lx.NETWORK))

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
        lexeme = self.lex[index]
        posted = self.pack.posting.get(lexeme.stem) or self.pack.posting.get(lexeme.key)
        bits = lexeme.bits
        for reader in (self._contacted, self._passing, self._posted, self._said, self._named):
            hop, end = reader(index, last)
            if hop is not None:
                own = self.is_publisher(hop.name)
                return Event(index, None if own else hop, own), end
        if posted is not None:
            return Event(index, self._network(posted, index)), index + 1
        if any(form.lemma in self.pack.posting for form in lexeme.cues):
            network = next(
                self.pack.posting[f.lemma] for f in lexeme.cues if f.lemma in self.pack.posting
            )
            return Event(index, self._network(network, index)), index + 1
        other = lexeme.base not in self.pack.replies
        if (
            bits & lx.OCCASION
            and other
            and self._is_occasion(index)
            and not self._is_cue(index, drafts)
        ):
            return Event(index, None), index + 1
        return None, index + 1

    def _is_occasion(self, index: int) -> bool:
        """Say whether a word names the occasion of a saying: a preposition leads to it."""
        led = self.lex[index].prep or (index and self.lex[index - 1].bits & lx.PREP)
        return bool(led) and self.pack.asides.match(self.lex, index, index + 1) is None

    def _is_cue(self, index: int, drafts: list[Draft]) -> bool:
        return any(
            first <= index < last for d in drafts for first, last in (*d.cue, d.source or (0, 0))
        )

    # -- kinds of hops ---------------------------------------------------------

    def _contacted(self, index: int, last: int) -> tuple[Hop | None, int]:
        """Read "whom Reuters reached"."""
        if self.key[index] not in self.pack.contact:
            return None, index
        at = index + 1
        while at < last and self.lex[at].bits & lx.PREP:
            at += 1
        named = self._outlet(at, last)
        if named is None or self._is_network(named):
            return None, index
        return self._hop(named, "said to", index), named.name[1]

    def _passing(self, index: int, last: int) -> tuple[Hop | None, int]:
        """Read "a statement that the agency received"."""
        if self.key[index] not in self.pack.passing and not (
            self.lex[index].bits & lx.RELAY
            and index + 1 < last
            and self.lex[index + 1].bits & lx.PREP
        ):
            return None, index
        at = index + 1
        while at < last and self.lex[at].bits & lx.PREP:
            at += 1
        named = self._outlet(at, last)
        if named is None:
            return None, index
        return self._hop(named, "relayed by", index), named.name[1]

    def _posted(self, index: int, last: int) -> tuple[Hop | None, int]:
        """Read "in a post on Telegram", "on the platform X"."""
        if (
            not self.lex[index].bits & (lx.POSTED_ON | lx.NETWORK | lx.MEDIA)
            and not self.lex[index].outlet
        ):
            return None, index
        for at in range(index, min(last, index + REACH)):
            if self.key[at] in self.pack.clause_marks or self.lex[at].bits & lx.COMP:
                break
            named = self._known(at, last)
            if named is not None and named.outlet is not None:
                if named.outlet.kind != "network":
                    break
                if at == index and not self._after_preposition(index):
                    break
                start = index
                while start > 0 and self.lex[start - 1].bits & (lx.PREP | lx.POSTED_ON):
                    start -= 1
                return self._hop(named, "posted on", start), max(named.name[1], at + 1)
        return None, index

    def _after_preposition(self, index: int) -> bool:
        return bool(
            (index and self.lex[index - 1].bits & (lx.PREP | lx.NETWORK)) or self.lex[index].prep
        )

    def _said(self, index: int, last: int) -> tuple[Hop | None, int]:
        """Read "in an interview with channel X"."""
        if not self.lex[index].bits & lx.SAID_TO:
            return None, index
        for at in range(index + 1, min(last, index + REACH)):
            key, lexeme = self.key[at], self.lex[at]
            if key in self.pack.colons or lexeme.bits & lx.COMP or lexeme.bits & lx.RELAY:
                break
            if at in self.document.quote_at and not self._leads_in(at):
                continue
            if key in self.pack.clause_marks and at > index + 2:
                break
            named = self._outlet(at, last) if self._leads(at, index) else None
            if named is not None and not self._is_network(named):
                start = index - 1 if index and self.lex[index - 1].bits & lx.PREP else index
                return self._hop(named, "said to", start), named.name[1]
        return None, index

    def _leads(self, at: int, index: int) -> bool:
        """Say whether an outlet may begin at a token after an occasion: a preposition leads in."""
        lexeme = self.lex[at]
        if lexeme.prep or lexeme.bits & (lx.MEDIA | lx.PROGRAMME):
            return True
        return self._leads_in(at)

    def _leads_in(self, at: int) -> bool:
        before = self.lex[at - 1]
        return (
            bool(before.bits & (lx.PREP | lx.MEDIA | lx.PROGRAMME))
            or before.key in self.pack.stuck
            or (bool(before.bits & lx.SAID_TO))
            or (not self.lex[at].bits and self.lex[at].key[:1] in self.pack.stuck)
        )

    def _named(self, index: int, last: int) -> tuple[Hop | None, int]:
        """Read "to Reuters", "on channel X", "told Sky News"."""
        lexeme = self.lex[index]
        alone = lexeme.key in self.pack.stuck and index + 1 in self.document.quote_at
        if alone:
            quote = self.document.quote_at[index + 1]
            if quote.after >= last + 1 or not quote.closed or quote.close - quote.open > 6:
                return None, index
            quoted = self._identify(Named((quote.open + 1, quote.close), None, False))
            place = self.lex[quote.open + 1].bits & lx.PLACE
            if quoted.outlet is None and (lexeme.key in self.pack.place_prepositions or place):
                return None, index
            return self._hop(quoted, "said to", index), quote.after
        if not lexeme.bits & (lx.MEDIA | lx.REPORTER | lx.PROGRAMME) and not lexeme.outlet:
            return None, index
        led = bool(lexeme.prep and lexeme.prep in self.pack.stuck) or bool(
            index
            and (
                self.lex[index - 1].key in self.pack.through
                or self.key[index - 1] in self.pack.stuck
            )
        )
        if not led:
            return None, index
        named = self._outlet(index, last)
        if named is None and lexeme.article and lexeme.prep and self._last is not None:
            return self._again(self._last, index), index + 1
        if named is None or self._is_network(named):
            return None, index
        return self._hop(named, "said to", index), max(named.name[1], index + 1)

    def _again(self, hop: Hop, index: int) -> Hop:
        """Return the hop that "to the paper" means: the outlet that was named last."""
        return msgspec.structs.replace(hop, evidence=(self.tokens.span(index, index + 1),))

    def _identify(self, named: Named) -> Named:
        """Add who a quoted name is, where the authority knows it."""
        known = self.outlets.known(*named.name)
        return named._replace(outlet=known.outlet) if known else named

    def _is_network(self, named: Named) -> bool:
        return named.outlet is not None and named.outlet.kind == "network"

    def _outlet(self, index: int, last: int) -> Named | None:
        """Return the outlet at a token: a generic word and a name, a known name, a quoted one."""
        if index >= last:
            return None
        lexeme = self.lex[index]
        quote = self.document.quote_at.get(index)
        if quote is not None:
            if not quote.closed:
                return None
            quoted = self._identify(Named((quote.open + 1, quote.close), None, False))
            before = self.lex[index - 1].bits if index else 0
            return self._programme(quoted, last) if before & lx.PROGRAMME else quoted
        if lexeme.bits & (lx.MEDIA | lx.PROGRAMME | lx.REPORTER):
            named = self.outlets.after_generic(index, last)
            if named is not None:
                return self._programme(named, last) if lexeme.bits & lx.PROGRAMME else named
        if lexeme.key in self.pack.stuck and index + 1 in self.document.quote_at:
            return self._outlet(index + 1, last)
        return self._known(index, last)

    def _programme(self, named: Named, last: int) -> Named:
        """Return the channel of a programme where it is named beside it."""
        for at in range(named.name[1], min(last, named.name[1] + 4)):
            if self.lex[at].bits & lx.MEDIA:
                return self.outlets.after_generic(at, last) or named
        return named

    def _known(self, index: int, last: int) -> Named | None:
        named = self.outlets.known(index, last)
        if named is None or (named.ambiguous and not self._is_marked(index)):
            return None
        return named

    def _is_marked(self, index: int) -> bool:
        """Say whether an ambiguous name is an outlet's here: generic word or marks before it."""
        if not index:
            return False
        before = self.lex[index - 1]
        return (
            bool(before.bits & (lx.MEDIA | lx.NETWORK))
            or index - 1 in self.document.quote_at
            or (
                bool(
                    self.lex[index].prep in self.document.pack.addressing
                    and before.bits & lx.SAID_TO
                )
            )
        )

    def _network(self, key: str, index: int) -> Hop:
        outlet = self.outlets.authority.by_id(key)
        names = outlet.names.get(self.pack.code, ()) if outlet else ()
        if key not in self._networks:  # the whole text is searched for what it calls the network
            written = (n for n in names if len(n) > 1 and n in self.document.text)
            self._networks[key] = next(written, names[0] if names else key)
        return Hop(
            name=self._networks[key],
            how="posted on",
            evidence=(self.tokens.span(index, index + 1),),
            also=tuple(names[1:]),
            outlet=key,
        )

    def _relay_hop(self, draft: Draft) -> Hop | None:
        assert draft.relay is not None
        first, last = draft.relay
        named = None
        for at in range(first, last):
            named = self._outlet(at, last)
            if named is not None:
                break
        if named is None:
            named = self.outlets.known(first, last)
        if named is None:
            return self._person_hop(draft)
        hop = self._hop(named, "relayed by", draft.relay_cue[0] if draft.relay_cue else first)
        if draft.relay_cue is not None and draft.relay_cue[0] < first:
            hop = self._hop(named, "relayed by", draft.relay_cue[0], last)
        return None if hop is None or self.is_publisher(hop.name) else hop

    def _person_hop(self, draft: Draft) -> Hop | None:
        """Return the hop of somebody who passes on another's words."""
        assert draft.relay is not None
        entity = self.linker.entity(draft.relay)
        if entity is None:
            return None
        self._people.add(entity.name)
        first = min(draft.relay[0], draft.relay_cue[0] if draft.relay_cue else draft.relay[0])
        return Hop(
            name=entity.name,
            how="relayed by",
            also=tuple(dict.fromkeys(entity.also)),
            evidence=(self.tokens.span(first, draft.relay[1]),),
        )

    def _hop(self, named: Named, how: How, start: int, end: int | None = None) -> Hop:
        outlet = named.outlet
        name = self.outlets.text(named)
        last = max(end or named.name[1], start + 1)
        if last < len(self.key) and self.key[last] in self.pack.closing_marks:
            last += 1
        also: tuple[str, ...] = ()
        if outlet is not None:
            names = [n for known in outlet.names.values() for n in known]
            also = tuple(n for n in dict.fromkeys(names) if n != name)
        hop = Hop(
            name=name,
            how=how,
            evidence=(self.tokens.span(min(start, named.name[0]), last),),
            also=also,
            outlet=outlet.id if outlet else None,
        )
        if how != "posted on":
            self._last = hop
        return hop

    # -- the whole report ------------------------------------------------------

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
                if key not in current and all(before in lead for before in earlier):
                    for before in earlier:
                        if not ways[before]:
                            ways[before] = list(own)
                current[key] = own
                self._share(number, drafts, entities, ways)
            elif ways[number]:
                current[key] = []
            elif current.get(key):
                ways[number] = list(current[key])
            elif entity.anonymous and key not in early:
                ways[number] = list(
                    self._of_the_same(entity, entities[max(0, number - BEFORE) : number], current)
                )
                current[key] = ways[number]
            early.setdefault(key, []).append(number)

    def _share(
        self,
        number: int,
        drafts: list[Draft],
        entities: list[Entity | None],
        ways: list[list[Event]],
    ) -> None:
        """Give a hop to the statements of the same speaker before it in the sentence."""
        own = [event for event in ways[number] if event.hop and event.hop.how == "said to"]
        for before in range(number - 1, max(-1, number - BEFORE), -1):
            same = entities[before] is entities[number] and not ways[before]
            near = drafts[before].sentence == drafts[number].sentence
            if not own or not same or not (near or drafts[number].lemma in self.pack.continuing):
                return
            ways[before] = list(own)

    def _is_media(self, hop: Hop) -> bool:
        """Say whether a relay without an entry in the authority is an outlet: no person is."""
        return hop.name not in self._people

    def _of_the_same(self, entity: Entity, before: list[Entity | None],
                     current: dict[int, list[Event]]) -> list[Event]:  # fmt: skip
        """Return the way of the unnamed sources one of whom speaks ("one of these sources")."""
        for other in reversed(before):
            if (
                other is not None
                and other.anonymous
                and other.heads & entity.heads
                and (current.get(id(other)))
            ):
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

    def _chain(
        self, way: list[Event], outer: Entity | None, credits: tuple[Hop, ...]
    ) -> tuple[Hop, ...]:
        """Return the hops of a draft; `outer` passes it on in words of their own."""
        hops = [event.hop for event in way if event.hop is not None]
        if outer is not None:
            self._people.add(outer.name)
            hops.append(
                Hop(
                    name=outer.name,
                    how="relayed by",
                    also=tuple(dict.fromkeys(outer.also)),
                    evidence=outer.record().evidence,
                )
            )
        if not hops and not any(event.own for event in way):
            return credits
        hops.sort(key=lambda hop: _ORDER[hop.how])
        relayed = any(hop.how == "relayed by" and hop.outlet is not None for hop in hops)
        relayed = relayed or any(hop.how == "relayed by" and self._is_media(hop) for hop in hops)
        relayed = relayed or any(event.own for event in way)
        return _distinct((*hops, *(() if relayed else credits)))


def _distinct(hops: Iterable[Hop]) -> tuple[Hop, ...]:
    """Return hops, each outlet once: who relays it rather than to whom it was said."""
    found: list[Hop] = []
    for hop in hops:
        same = [h for h in found if _same(h, hop)]
        for old in same:
            if old.how == "said to" and hop.how == "relayed by":
                found.remove(old)
                same = []
        if not same:
            found.append(hop)
    return tuple(found)


def _same(one: Hop, other: Hop) -> bool:
    return _name_words(one.name) == _name_words(other.name) or (
        one.outlet is not None and one.outlet == other.outlet
    )


@lru_cache(maxsize=4096)
def _name_words(name: str) -> tuple[str, ...]:
    return fold_words(name)


def hot_tokens(document: Document) -> list[int]:
    """Return the tokens at which a hop may begin, those that post by themselves among them."""
    pack = document.pack
    return [
        index
        for index, lexeme in enumerate(document.tokens.lex)
        if lexeme.hop is not False and (lexeme.hop or _tell(lexeme, pack))
    ]


def _tell(lexeme: lx.Lexeme, pack: Pack) -> bool:
    """Say whether a hop may begin at a word, and note it with the word."""
    lexeme.hop = bool(
        lexeme.bits & _HOT
        or lexeme.outlet
        or lexeme.key in pack.contact
        or lexeme.key in pack.stuck
        or _posts(lexeme, pack.posting)
    )
    return lexeme.hop


def _posts(lexeme: lx.Lexeme, posting: dict[str, str]) -> bool:
    return any(form.lemma in posting for form in lexeme.cues)
