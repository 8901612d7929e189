"""One hop at a time: an interview with a channel, a post on a network, a relay by an agency."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import Final

import msgspec

from rawi.authority.names import fold_words
from rawi.authority.renamed import called
from rawi.reading import lexicon as lx
from rawi.reading.document import Document
from rawi.reading.drafts import Draft, Range
from rawi.reading.entity import Entity
from rawi.reading.nouns import NounPhrases
from rawi.reading.outlets import NAME_TOKENS, Named, Outlets
from rawi.reading.speakers import SpeakerLinker
from rawi.reading.tokens import NEWLINE
from rawi.records import Hop, How, Report

#: How far after a programme's name its channel may be named, in tokens.
PROGRAMME: Final = 14
#: The authority's entry for networks that are not named.
SOCIAL_MEDIA: Final = "social-media"
#: How far after an outlet the copy may be named that it obtained, in tokens.
COPY: Final = 6
#: A name in marks to which something was said is no longer than this, in tokens.
MARKED: Final = 5
#: So many places where a kind of outlet is named are looked at for which one is meant.
KINDS: Final = 8
#: How far after the word of an occasion its outlet may stand, in tokens.
REACH: Final = 12


class HopReader:
    """Reads the hops that begin at the tokens of one document.

    `people` are the names of those who pass on what others say and are no outlets.
    """

    def __init__(
        self, document: Document, nouns: NounPhrases, report: Report, linker: SpeakerLinker
    ) -> None:
        self.document = document
        self.tokens = document.tokens
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.pack = document.pack
        self.outlets = Outlets(document, nouns)
        self.publisher = frozenset(fold_words(report.publisher or ""))
        self._published = report.published
        self._own = self._bare(self.publisher)
        own = self.outlets.authority.by_name(report.publisher or "")
        #: every name of the publisher, folded, where the authority knows it
        self._own_names = {
            fold_words(name) for names in (own.names.values() if own else ()) for name in names
        }
        self.linker = linker
        self.people: set[str] = set()
        self._last: Hop | None = None
        self._posted: Hop | None = None
        self._networks: dict[str, str] = {}

    def is_publisher(self, name: str) -> bool:
        """Say whether a name is the publisher's own."""
        words = frozenset(name_words(name))
        if not words or not self.publisher:
            return False
        if name_words(name) in self._own_names:
            return True
        return words <= self.publisher or self.publisher <= words or self._bare(words) <= self._own

    def _bare(self, words: frozenset[str]) -> frozenset[str]:
        """Return the words of a name without their articles: "national" for "the national"."""
        article = self.pack.lexicon.morphology.article
        return frozenset(word.removeprefix(article) for word in words)

    def contacted(self, index: int, last: int) -> tuple[Hop | None, int]:
        """Read "whom Reuters reached"."""
        if self.key[index] not in self.pack.contact:
            return None, index
        at = index + 1
        while at < last and self.lex[at].bits & lx.PREP:
            at += 1
        named = self.outlet(at, last)
        if named is None and at < last and self._is_mentioned(at, at + 1):
            if self._is_publisher_kind(at):
                return self._again_own(at), at + 1
        if named is None or self.is_network(named):
            return None, index
        return self.hop(named, "said to", index), named.name[1]

    def passing(self, index: int, last: int) -> tuple[Hop | None, int]:
        """Read "a statement that the agency received", "of which X obtained a copy"."""
        if self.key[index] in self.pack.obtaining:
            return self._obtained(index, last)
        if self.key[index] not in self.pack.passing and not (
            self.lex[index].bits & lx.RELAY
            and index + 1 < last
            and self.lex[index + 1].bits & lx.PREP
        ):
            return None, index
        at = index + 1
        while at < last and self.lex[at].bits & (lx.PREP | lx.TIME):
            at += 1  # "that (yesterday) the agency published"
        if at < last and self.lex[at].base in self.pack.journals:
            return None, index  # a study that a journal published
        named = self.outlet(at, last, sure=self.outlets.tells_of_statement(index))
        if named is None:
            return None, index
        return self.hop(named, "relayed by", index), named.name[1]

    def _obtained(self, index: int, last: int) -> tuple[Hop | None, int]:
        at = index + 1
        led = at < last and self.lex[at].bits & lx.PREP
        while at < last and self.lex[at].bits & lx.PREP:
            at += 1
        named = self.outlet(at, last)
        if named is None or self.is_network(named):
            return None, index
        end = named.name[1]
        copied = any(key in self.pack.copies for key in self.key[end : min(last, end + COPY)])
        return (self.hop(named, "relayed by", index), end) if led or copied else (None, index)

    def posted(self, index: int, last: int) -> tuple[Hop | None, int]:
        """Read "in a post on Telegram", "on the platform X"."""
        if (
            not self.lex[index].bits & (lx.POSTED_ON | lx.NETWORK | lx.MEDIA)
            and not self.lex[index].outlet
        ):
            return None, index
        for at in range(index, min(last, index + REACH)):
            if self.key[at] in self.pack.clause_marks or self.lex[at].bits & lx.COMP:
                break
            named = self.known(at, last) if self.lex[at].outlet else None
            if named is None and self._is_strange_network(index, at):
                named = self.outlets.after_generic(at, last)
                if named is not None and named.outlet is None:
                    start = index - 1 if index and self.lex[index - 1].bits & lx.PREP else index
                    return self.hop(named, "posted on", start), named.name[1]
            if named is not None and named.outlet is not None:
                if named.outlet.id == SOCIAL_MEDIA:
                    continue  # "on the social network Facebook"
                if named.outlet.kind != "network":
                    break
                if at == index and not self._after_preposition(index):
                    break
                start = index
                while start > 0 and self.lex[start - 1].bits & (lx.PREP | lx.POSTED_ON):
                    start -= 1
                return self.hop(named, "posted on", start), max(named.name[1], at + 1)
        return None, index

    def _is_strange_network(self, index: int, at: int) -> bool:
        """Say whether a network in marks stands after a post ("in a post on the platform “X”")."""
        post, generic = self.lex[index], self.lex[at]
        posted = post.bits & lx.POSTED_ON and not post.bits & lx.NETWORK
        platform = generic.bits & lx.NETWORK and not generic.article
        return bool(posted and platform) and at + 1 in self.document.quote_at

    def _after_preposition(self, index: int) -> bool:
        before = index - 1
        if before in self.document.quote_at:
            before -= 1
        return bool(
            (before >= 0 and self.lex[before].bits & (lx.PREP | lx.NETWORK))
            or (before >= 0 and before < index - 1 and self.key[before] in self.pack.stuck)
            or self.lex[index].prep
        )

    def aired(self, index: int, last: int) -> tuple[Hop | None, int]:
        """Read "the channel broadcast an interview with X"."""
        if self.lex[index].stem not in self.pack.airing:
            return None, index
        named = self.outlet(index + 1, last)
        if named is None or self.is_network(named):
            return None, index
        end = named.name[1]
        if any(self.lex[at].bits & lx.SAID_TO for at in range(end, min(last, end + COPY))):
            return self.hop(named, "said to", index), end
        return None, index

    def said(self, index: int, last: int) -> tuple[Hop | None, int]:
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
            named = self.outlet(at, last, sure=True) if self._leads(at, index) else None
            if (
                named is not None
                and named.outlet is None
                and (self._is_event(index, at) or self._is_talked_of(at))
            ):
                continue
            if named is not None and not self.is_network(named):
                start = index - 1 if index and self.lex[index - 1].bits & lx.PREP else index
                return self.hop(named, "said to", start), named.name[1]
        return None, index

    def _is_event(self, index: int, at: int) -> bool:
        """Say whether an occasion has a name of its own in marks right after it: no outlet."""
        return (
            at == index + 1
            and at in self.document.quote_at
            and not self.lex[index].bits & lx.PROGRAMME
        )

    def _is_talked_of(self, at: int) -> bool:
        """Say whether a name in marks is what is commented on: "in a comment on “the deal”"."""
        return at in self.document.quote_at and self.key[at - 1] in self.pack.commented

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
            or before.base in self.pack.asked
            or self._front(at) in self.pack.stuck
        )

    def _front(self, index: int) -> str:
        """Return the first letter of a word that no table tells to be its own; "" for others."""
        lexeme = self.lex[index]
        return "" if lexeme.bits & ~lx.VERB else lexeme.key[:1]

    def named(self, index: int, last: int) -> tuple[Hop | None, int]:
        """Read "to Reuters", "on channel X", "told Sky News"."""
        lexeme = self.lex[index]
        over = lexeme.key in self.pack.over and index + 1 in self.document.quote_at
        if (lexeme.key in self.pack.stuck or over) and index + 1 < last:
            marked = self.outlets.marked(index + 1, last)
            if marked is not None or index + 1 in self.document.quote_at:
                return self._told_marked(index, last, marked)
        if lexeme.key in self.pack.stuck and index + 1 < last:
            apart = self.outlets.known(index + 1, last)
            said = self.lex[index - 1].bits & lx.SAID_TO  # "her remarks to Cairo 24"
            if apart is not None and not self.is_network(apart) and (said or not apart.ambiguous):
                return self.hop(apart, "said to", index), apart.name[1]
        turns = lexeme.key in self.pack.stuck and index + 1 < last
        if turns and self.key[index + 1] in self.pack.closing_marks:
            turned = self._turned(index + 2, last)
            return (self.hop(turned, "said to", index), turned.name[1]) if turned else (None, index)
        medium = lexeme.bits & (lx.MEDIA | lx.REPORTER | lx.PROGRAMME)  # not "to the company"
        if not medium and not lexeme.outlet and not lexeme.bits & lx.LATIN:
            return None, index
        led = (lexeme.prep or self._front(index)) in self.pack.stuck or bool(
            index
            and (
                self.lex[index - 1].key in self.pack.through
                or self.key[index - 1] in self.pack.stuck
            )
        )
        led = led or self._is_fronted(index) or self._is_visited(index)
        if not led or self._is_work_of(index):
            return None, index
        named = self.outlet(index, last, sure=self._is_told_body(index))
        if named is None and medium and lexeme.article and lexeme.prep:
            if self._is_publisher_kind(index) and not self._is_recent(index):
                return self._again_own(index), index + 1
            told = self._told_before(index)
            if told is not None:
                return self._again(told, index), index + 1
        if named is None or self.is_network(named):
            return None, index
        return self.hop(named, "said to", index), max(named.name[1], index + 1)

    def _is_fronted(self, index: int) -> bool:
        """Say whether a sentence opens with where somebody writes: "In the paper X, Y argues"."""
        lexeme, at = self.lex[index], index - 1
        medium = lexeme.bits & lx.MEDIA and lexeme.base not in self.pack.weak_media
        if at < 0 or not medium or lexeme.article or lexeme.base in self.pack.journals:
            return False
        within = self.lex[at].bits & lx.NOMINAL_PREP and not self.lex[at].bits & lx.REL
        before = self.key[at - 1] if at else NEWLINE
        return bool(within) and (before == NEWLINE or before in self.pack.sentence_marks)

    def _is_visited(self, index: int) -> bool:
        """Say whether somebody's being there leads to a channel ("during her presence at X")."""
        if index < 2 or self.lex[index].article or not self.lex[index].bits & lx.MEDIA:
            return False
        place, being = self.lex[index - 1], self.lex[index - 2]
        within = place.bits & lx.NOMINAL_PREP and not place.bits & lx.REL
        deed = being.bits & lx.MASDAR and being.base != being.stem
        weak = self.lex[index].base in self.pack.weak_media
        return bool(within and deed) and (not weak or bool(self.lex[index].bits & lx.PROGRAMME))

    def _is_work_of(self, index: int) -> bool:
        """Say whether a text stands before an outlet whose it is: "a report of the paper X"."""
        before = self.lex[index - 1] if index else None
        if before is None or not self.lex[index].prep or before.article:
            return False
        spoken = lx.SAID_TO | lx.ROLE | lx.UNNAMED | lx.NAME | lx.BODY
        return bool(before.bits & lx.DOC) and not before.bits & spoken and not before.cues

    def _is_told_body(self, index: int) -> bool:
        """Say whether an agency or the like, of any name, stands where it is told something."""
        if not index or self.lex[index].base not in self.pack.media_bodies:
            return False
        if self.lex[index - 1].cues or self.outlets.nouns.is_name(index - 1):
            return True
        at = index - 1
        while at > 0 and self.lex[at].bits & lx.ADJ and not self.lex[at].bits & lx.UNNAMED:
            at -= 1
        return bool(self.lex[at].bits & lx.UNNAMED)  # "(two informed) sources told agency X"

    def _turned(self, first: int, last: int) -> Named | None:
        """Return the outlet after a mark that opens the wrong way round ("to ”X”")."""
        if first >= last:
            return None
        known = self.outlets.known(first, last)
        end = next((i for i in range(first + 1, min(last, first + MARKED))
                    if self.key[i] in self.pack.closing_marks), 0)  # fmt: skip
        return known or (Named((first, end), None, False) if end else None)

    def _told_marked(self, index: int, last: int, marked: Range | None) -> tuple[Hop | None, int]:
        """Read "to “X”" or "to (X)", the preposition parted from what stands in the marks."""
        if marked is None or marked[1] >= last or marked[1] - marked[0] > MARKED:
            return None, index
        quoted = self._identify(Named(marked, None, False))
        if self.is_network(quoted):
            return self.hop(quoted, "posted on", index), marked[1] + 1
        place = self.lex[marked[0]].bits & lx.PLACE
        placed = self.key[index] in self.pack.place_prepositions or place
        if quoted.outlet is None and placed:
            return None, index
        return self.hop(quoted, "said to", index), marked[1] + 1

    def _again(self, hop: Hop, index: int) -> Hop:
        """Return the hop that "to the paper" means: the outlet that was named last."""
        return msgspec.structs.replace(hop, evidence=(self.tokens.span(index, index + 1),))

    def _told_before(self, index: int) -> Hop | None:
        """Return the outlet that "the site" at a token means: the last of its kind, or of any."""
        places = self.document.positions(self.lex[index].base)
        start = self.tokens.start
        since = self._last.evidence[-1].end if self._last is not None else 0
        for at in reversed(places[: bisect_left(places, index)][-KINDS:]):
            if start[at] < since:
                break
            if self.lex[at].article or not self.lex[at].bits & lx.MEDIA:
                continue
            named = self.outlets.after_generic(at, min(at + 2 * NAME_TOKENS, len(self.key)))
            if named is not None and named.name[0] > at and not self.is_network(named):
                return self.hop(named, "said to", at)
        return self._last

    def _identify(self, named: Named) -> Named:
        """Add who a quoted name is, where the authority knows it."""
        known = self.outlets.known(*named.name)
        whole = known is not None and known.name[1] == named.name[1]  # no longer name's first word
        return named._replace(outlet=known.outlet) if known and whole else named

    def is_network(self, named: Named) -> bool:
        outlet = named.outlet
        return outlet is not None and (outlet.kind == "network" or outlet.id == SOCIAL_MEDIA)

    def outlet(self, index: int, last: int, *, sure: bool = False) -> Named | None:
        """Return the outlet at a token: a generic word and a name, a known name, a quoted one."""
        if index >= last or self.pack.no_outlets.match(self.lex, index, last, stem=True):
            return None
        lexeme = self.lex[index]
        bracketed = self.outlets.marked(index, last) if sure and self.key[index] == "(" else None
        if bracketed is not None:
            return self._identify(Named(bracketed, None, False))
        quote = self.document.quote_at.get(index)
        if quote is not None:
            if not quote.closed:
                return None
            quoted = self._identify(Named((quote.open + 1, quote.close), None, False))
            before = self.lex[index - 1].bits if index else 0
            return self._programme(quoted, last) if before & lx.PROGRAMME else quoted
        if lexeme.bits & (lx.MEDIA | lx.PROGRAMME | lx.REPORTER):
            named = self.outlets.after_generic(index, last, sure=sure)
            if named is not None:
                return self._programme(named, last) if lexeme.bits & lx.PROGRAMME else named
            channel = self._channel(index + 1, last) if lexeme.bits & lx.PROGRAMME else None
            if channel is not None:
                return channel
        if lexeme.key in self.pack.stuck and index + 1 in self.document.quote_at:
            return self.outlet(index + 1, last)
        return self.known(index, last) or self.outlets.in_latin(index, last)

    def _programme(self, named: Named, last: int) -> Named:
        """Return the channel of a programme where it is named beside it."""
        return self._channel(named.name[1], last) or named

    def _channel(self, first: int, last: int) -> Named | None:
        """Return the channel that is named after a programme: "on the screen of X", "on X"."""
        for at in range(first, min(last, first + PROGRAMME)):
            lexeme = self.lex[at]
            if lexeme.bits & lx.COMP:
                return None
            screen = self.outlets.is_screen(at)
            if lexeme.bits & lx.MEDIA or screen:
                return self.outlet(at + screen, last)
            if at > first and lexeme.outlet and self.key[at - 1] in self.pack.through:
                named = self.outlets.known(at, last)
                if named is not None and not self.is_network(named):
                    return named
        return None

    def known(self, index: int, last: int) -> Named | None:
        named = self.outlets.known(index, last)
        if named is None:
            return None
        if named.ambiguous and not self._is_marked(index):
            through = index and self.key[index - 1] in self.pack.through
            named_so = (through and self.is_network(named)) or self._is_told(named, index)
            return named if named_so else None
        return named

    def _is_told(self, named: Named, index: int) -> bool:
        """Say whether "to" and the name of a broadcaster stand before what is said."""
        end = named.name[1]
        if self.lex[index].prep not in self.pack.addressing or end >= len(self.key):
            return False
        begins = self.key[end] in self.pack.colons or self.lex[end].bits & lx.COMP
        kind = named.outlet.kind if named.outlet else None
        known = kind in ("agency", "broadcaster") or not self.lex[index].bits
        return known and bool(begins)

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

    def network(self, key: str, index: int) -> Hop:
        if self._posted is not None and self._posted.outlet == key:
            return self._again(self._posted, index)
        outlet = self.outlets.authority.by_id(key)
        names = outlet.names.get(self.pack.code, ()) if outlet else ()
        if key not in self._networks:  # the whole text is searched for what it calls the network
            text = self.document.text
            written = (n for n in names if len(n) > 1 and n in text)
            usual = names[0] if names else key
            implied = called(key, text, self._published, self.pack.code, usual)
            self._networks[key] = next(written, implied)
        return Hop(
            name=self._networks[key],
            how="posted on",
            evidence=(self.tokens.span(index, index + 1),),
            also=tuple(names[1:]),
            outlet=key,
        )

    def posted_again(self, index: int) -> Hop | None:
        """Return the hop of "on the same platform": the network on which was posted last."""
        if self._posted is None or not self.lex[index].bits & lx.NETWORK:
            return None
        return self._again(self._posted, index)

    def relay_hop(self, draft: Draft) -> Hop | None:
        assert draft.relay is not None
        first, last = draft.relay
        named = self._in_phrase(first, last)
        told = self._told_before(first) if self._is_mentioned(first, last) else None
        if named is None and told is not None:
            return msgspec.structs.replace(self._again(told, first), how="relayed by")
        if named is None:
            return self._person_hop(draft)
        hop = self.hop(named, "relayed by", draft.relay_cue[0] if draft.relay_cue else first)
        if draft.relay_cue is not None and draft.relay_cue[0] < first:
            hop = self.hop(named, "relayed by", draft.relay_cue[0], last)
        return None if hop is None or self.is_publisher(hop.name) else hop

    def relay_again(self, draft: Draft, passing: Entity | None) -> Hop | None:
        """Return the hop of "and quoted an official": who speaks in the sentence before it.

        Else it is the outlet that was named last.
        """
        if draft.kind != "relay" or draft.relay_cue is None:
            return None
        at = draft.relay_cue[0]
        if passing is not None:
            return self._hop_of(passing, draft.relay_cue)
        if self._last is None or not self._is_recent(at) or self.is_publisher(self._last.name):
            return None
        return msgspec.structs.replace(self._again(self._last, at), how="relayed by")

    def _is_publisher_kind(self, index: int) -> bool:
        """Say whether a generic word is the publisher's: "the agency" in an agency's report."""
        return self.publisher.issuperset(fold_words(self.lex[index].stem))

    def _is_recent(self, index: int) -> bool:
        """Say whether an outlet was named in the same line or the one before."""
        if self._last is None:
            return False
        start = self._last.evidence[-1].end
        between = self.document.text[start : self.tokens.start[index]]
        return sum(not line.strip() for line in between.split("\n")) <= 1

    def _again_own(self, index: int) -> Hop:
        """Return the hop that "the site" means where the publisher is one: the publisher."""
        span = self.tokens.span(index, index + 1)
        return Hop(name=" ".join(sorted(self.publisher)), how="said to", evidence=(span,), also=())

    def via_hop(self, phrase: Range) -> Hop | None:
        """Return the hop of the outlet that a relay itself quotes."""
        named = self._in_phrase(*phrase)
        start = phrase[0] - 1 if phrase[0] and self.lex[phrase[0] - 1].bits & lx.PREP else phrase[0]
        return None if named is None else self.hop(named, "relayed by", start)

    def _in_phrase(self, first: int, last: int) -> Named | None:
        """Return the outlet that a phrase names, its name to the end wherever the phrase ends."""
        for at in range(first, last):
            reach = min(len(self.key), last + NAME_TOKENS)
            if self.lex[at].bits & lx.MEDIA:
                whole = self.outlets.after_generic(at, reach)
                cut = last == at + 1 and not self.lex[at].article  # the phrase ends before the name
                if whole is not None and (whole.outlet is not None or cut):
                    return whole
            named = self.outlet(at, last, sure=True)
            if named is not None:
                whole = self.known(named.name[0], reach)
                longer = whole is not None and whole.name[1] > named.name[1]
                return whole if longer else named
        return self.outlets.known(first, last)

    def _is_mentioned(self, first: int, last: int) -> bool:
        """Say whether a phrase is but the generic word for an outlet that was named before."""
        lexeme = self.lex[first]
        return last == first + 1 and lexeme.article and bool(lexeme.bits & lx.MEDIA)

    def _person_hop(self, draft: Draft) -> Hop | None:
        """Return the hop of somebody who passes on another's words."""
        assert draft.relay is not None
        entity = self.linker.entity(draft.relay)
        if entity is None:
            return None
        first = min(draft.relay[0], draft.relay_cue[0] if draft.relay_cue else draft.relay[0])
        hop = self._hop_of(entity, (first, draft.relay[1]))
        if self.pack.press_at_large.match(self.lex, *draft.relay):
            self.people.discard(entity.name)  # the press: no credit comes after it
        return hop

    def _hop_of(self, entity: Entity, where: Range) -> Hop:
        """Return the hop of a speaker who passes on another's words, shown by a range."""
        self.people.add(entity.name)
        return Hop(
            name=entity.name,
            how="relayed by",
            also=tuple(dict.fromkeys(entity.also)),
            evidence=(self.tokens.span(*where),),
        )

    def hop(self, named: Named, how: How, start: int, end: int | None = None) -> Hop:
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
        if how == "posted on":
            self._posted = hop
        else:
            self._last = hop
        return hop


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    return fold_words(name)
