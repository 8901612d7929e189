"""Phrases that cite: "according to X", "in X's view", before, after or inside what is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rawi.reading.marks import Quote
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.cited_ends import ASIDE, CitedEnds
from rawi.reading.subject_first.contents import Contents
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import KEPT, Draft, Range
from rawi.reading.subject_first.patterns import Match
from rawi.reading.subject_first.phrases import Phrases

#: What follows a citing phrase at a sentence's end has no more words.
TAIL_WORDS: Final = 3
#: "a appris l'AFP" is no longer than this, in tokens.
LEARNT: Final = 9
#: "the Tide reported on Monday" at a sentence's end goes on no further after its verb, in tokens.
REPORTED: Final = 5
#: What tells that somebody is cited stands among so many words of the phrase.
ROLE_WORDS: Final = 3
#: Before a verb stand no more auxiliaries, negations and pronouns.
AUXILIARIES: Final = 4
_BEFORE_VERB: Final = w.AUX | w.OBJ | w.REFLEX | w.NEG | w.ADV


class Citations(CitedEnds):
    """Reads the citing phrases of one document."""

    def __init__(
        self,
        document: Document,
        phrases: Phrases,
        contents: Contents,
        is_media: Callable[[Range], bool],
    ) -> None:
        self.is_media = is_media
        super().__init__(document, phrases)
        self.contents = contents
        self._feasts = document.grammar.words_of("feasts")
        self._criteria = document.grammar.words_of("criteria")
        self._going_by = document.grammar.words_of("going_by") | {"name"}
        self._hearsay = self.grammar.words_of("hearsay_auxiliaries")
        self._terse = self.grammar.words_of("terse")
        learnt = self.grammar.learning.lasts
        self._learns = bool(learnt) and any(key in learnt for key in self.key)
        self._sources = self.grammar.words_of("sources")
        self._referring = self.grammar.words_of("referring")
        #: a relay between a subject and its verb, for the draft of that verb
        self.passed: tuple[int, Range, Range] | None = None
        #: where the phrase ends that was read last to tell who passes something on
        self.done = 0

    def read(self, index: int, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Return the draft of a citing phrase that begins at a token; None where none does."""
        cited = any(draft.cue for draft in drafts) or not self.grammar.drops_subject
        if cited and self.grammar.adjuncts.match(self.word, index, last) is not None:
            return None
        if any(
            a <= index < b for draft in drafts for a, b in (*draft.cue, draft.relay_cue or (0, 0))
        ):
            return None
        relative = self.grammar.citing_relatives.match(self.word, index, last)
        if relative is not None:
            return self._relative(relative, index, first, last, drafts)
        match = self.grammar.according.match(self.word, index, last)
        if (
            match is not None
            and self.key[index] in self._terse
            and not self._is_set_off(index, first)
        ):
            return None
        settled = self.grammar.free or self.word[index].bits & w.INFMARK
        if match is not None and settled and self.word[index - 1].bits & w.BE:
            return None  # "está de acordo com as previsões", "l'entretien est à écouter ce soir"
        loose = match is not None and self._refers(match.fixed[0])
        if loose and not self._is_reporting(index, first, drafts):
            return None
        if match is None and self._learns and self._has_learnt(index, first):
            match = self.grammar.learnt_from.match(self.word, index, last)
        elif match is None:
            match = self.grammar.viewpoint.match(self.word, index, last)
            if match is None or not self._is_viewpoint(match, index, first, last):
                return None
        if index > first and self.key[index - 1] in self._going_by:
            return None  # "a man identified as X said"
        if match is None:
            return None
        slot = match.slot
        if slot is not None and self.grammar.title_case and self.word[slot[0]].bits & w.ADV:
            return None  # "as well as the number of those admitted"
        source, end = self._source(match, last)
        if (source is None and match.open) or self._cites_nobody(index, source, first):
            return None
        if match.slot is not None and any(
            self.word[i].bits & w.AUX and not self.word[i].upper for i in range(*match.slot)
        ):
            return None  # "as the mayor has said"
        if source is not None:
            end = self._past_sight(self._past_talk(self._past_relay(end, last), last), last)
            if self._clause_before(index) is not None:
                end = max(end, self.phrases.whole_end(source[0], last))
        content = self._content(index, end, first, last, drafts)
        if content is None:
            return None
        if source is not None and self._is_part(content, source, end, last):
            return None
        if source is not None and self.is_told(content[0], source, end, last):
            self.passed = (index, source, match.fixed[0])
            return None
        draft = Draft(
            list(match.fixed),
            content,
            "citing phrase",
            0,
            source=source,
            kind="according",
            opening="citation",
            around=(index, end),
        )
        self._learn(draft)
        self._cite(draft)
        self._settle(draft, index, drafts)
        if not draft.content:
            self.done = end
        return draft if draft.content else None

    def _cites_nobody(self, index: int, source: Range | None, first: int) -> bool:
        """Say whether a citing word is an ordinal ("il secondo incidente"), or names a standard."""
        before = self.word[index - 1] if index > first else None
        led = before is not None and before.is_word and before.bits & (w.DET | w.PREP | w.ADJ)
        if led and self.word[index].bits & w.OTHER:
            return True
        if source is None or not self._criteria:
            return False
        head = self.word[source[1] - 1]
        inside = self.grammar.title_case and index > first and self.key[index - 1] != ","
        if inside and head.bits & w.THING and not head.upper and not head.bits & (w.HEADS | w.DOC):
            return True  # "a minister who acted according to the plan"
        if source[1] - source[0] == 1 and self.word[source[0]].bits & w.FIRST:
            return True  # "secondo me"
        end = next((i for i in range(*source) if self.word[i].bits & w.PREP), source[1])
        begin = end - 1 if self.grammar.title_case else source[0]
        told = self.word[begin:end]
        return any(o.lemma in self._criteria and not o.upper for o in told)

    def _refers(self, cue: Range) -> bool:
        """Say whether a phrase cites only where an outlet reports: "with reference to X"."""
        return any(self.key[i] in self._referring for i in range(*cue))

    def _is_reporting(self, index: int, first: int, drafts: list[Draft]) -> bool:
        """Say whether an outlet reports, or is the subject, before a token."""
        if drafts and drafts[-1].source is not None:
            return self._is_outlet(drafts[-1].source)
        end = index - 1 if index > first and self.key[index - 1] == "," else index
        return index > first and self.is_media((first, end))

    def _has_learnt(self, index: int, first: int) -> bool:
        """Say whether an outlet that learnt something stands right before: ", a appris l'AFP"."""
        comma = next((i for i in range(index - 1, max(first, index - LEARNT), -1)
                      if self.key[i] == ","), None)  # fmt: skip
        if comma is None:
            return False
        match = self.grammar.learning.match(self.word, comma + 1, index)
        if match is None or match.end >= index:
            return False
        return self.phrases.end(match.end, index) == index

    def _learn(self, draft: Draft) -> None:
        """Note who learnt it from the source: "…, a appris l'AFP de source policière"."""
        begin, end = draft.content[0]
        for comma in range(end - 2, max(begin, end - LEARNT), -1):
            match = self.grammar.learning.match(self.word, comma + 1, end)
            if self.key[comma] == "," and match is not None and match.end < end:
                draft.content[0] = (begin, comma)
                draft.relay, draft.relay_cue = (match.end, end), (comma + 1, match.end)

    def _cite(self, draft: Draft) -> None:
        """Part an outlet from whom it cites: "according to X, which cites an official, …"."""
        if draft.source is None or not self.grammar.comma_inversion:
            return
        first, last = draft.source
        comma = next((i for i in range(first, last) if self.key[i] == ","), last)
        for verb in range(comma + 2, last - 1):
            for cue in self.word[verb].cues:
                at = verb + 1 + len(cue.rest)
                if not cue.governs & w.RELAY or tuple(self.key[verb + 1 : at]) != cue.rest:
                    continue
                end, who = self.phrases.end(at, last), w.ROLE | w.PERSON | w.BODY
                told = self.word[at : min(end, at + ROLE_WORDS)]
                named = any(o.bits & who or o.upper or o.key in self._sources for o in told)
                if named and self._is_outlet((first, comma)):
                    draft.relay, draft.relay_cue = (first, comma), draft.cue[0]
                    draft.source, draft.kind = (at, end), "relayed"
                return

    def _is_outlet(self, name: Range) -> bool:
        """Say whether an outlet is named, or what may be one: a name that tells nobody."""
        known = w.ROLE | w.PERSON | w.TITLE | w.GIVEN | w.BODY | w.PRON
        words = [o for o in self.word[slice(*name)] if o.upper or not o.bits & w.DET]
        called = all(o.upper and not o.bits & known for o in words)
        return self.is_media(name) or (called and not all(o.bits & w.PLACE for o in words))

    def _relative(
        self, match: Match, index: int, first: int, last: int, drafts: list[Draft]
    ) -> Draft | None:
        """Read "an official, for whom the figure is wrong": whom the relative stands for."""
        end = index - 1 if index > first and self.key[index - 1] == "," else index
        at = next((i for i in range(end - 1, first, -1) if self.word[i].cues
                   and not self.word[i].upper and self._is_verb(i)), first - 1)  # fmt: skip
        for agent in range(end - 2, at, -1):
            if self.key[agent] in self._agents:
                done = agent - 1 - bool(self.word[agent - 1].bits & w.TIME)
                passive = any(cue.form & w.PAST for cue in self.word[done].cues)
                at = agent if passive else at  # "confirmée par l'élu, selon lequel"
                break
        start = at + 1
        while start < end and self.word[start].bits & (w.ADV | w.SUB | w.COMP):
            start += 1
        told = next((d.source for d in drafts if d.source and d.source[1] == end), None)
        if told is not None and told[0] > start:
            start = told[0]  # "a confié à X un élu, selon lequel"
        if self.grammar.drops_subject and start < end and self.word[start].bits & w.PREP:
            start = self.phrases.end(start + 1, end)  # "Di altro avviso | X, secondo il quale"
        if start >= end or not self.phrases.starts(start, end):
            return None
        draft = Draft([(index, match.end)], [(match.end, self.contents.aside_end(match.end, last))],
                      "citing relative", 0, source=(start, end), kind="according",
                      opening="citation", around=(index, match.end))  # fmt: skip
        if at >= first and any(cue.governs & w.RELAY for cue in self.word[at].cues):
            begin = next((i for i in range(at - 1, first - 1, -1) if not self.word[i].is_word), -1)
            draft.relay, draft.relay_cue = (max(begin + 1, first), at), (at, at + 1)
        for holder in drafts:
            a, b = holder.content[-1]
            if a < index < b:
                holder.content[-1] = (a, end)
        return draft

    def _is_verb(self, index: int) -> bool:
        """Say whether a verb stands at a token, or its participle: "ha citato due fonti"."""
        done = self.grammar.drops_subject and self.word[index - 1].bits & w.HAVE
        return self.phrases.is_verb(index) or bool(done)

    def _is_viewpoint(self, match: Match, index: int, first: int, last: int) -> bool:
        """Say whether "for X, …" at a sentence's head tells whose view it is."""
        lead = range(index if self.key[index - 1] in self.grammar.colons else first, index)
        quote = self.document.quote_before(index - 1) if index > first + 1 else None
        if self.grammar.comma_inversion and quote is not None and self.key[index - 1] == ",":
            lead = range(first, quote.open)  # "« Faux », pour l'élue"
        elif (bare := self._clause_before(index)) is not None and self._ends_in(match, last):
            quote, lead = bare, range(first, bare.open)  # "« Tout est faux » pour l'élue"
        else:
            quote = None
        if any(self.word[i].is_word and not self.word[i].bits & (w.CONJ | w.LINK | w.ADV | w.SUB)
               for i in lead):  # fmt: skip
            return False
        source, end = self._source(match, last)
        if source is None or (end >= last and quote is None):
            return False
        if quote is None and self.key[end] != "," and end not in self.document.quote_at:
            return self._is_view(source, end, last)
        words = [self.word[i] for i in range(*source)]
        if words[0].key in self._feasts:
            return False
        if words[0].bits & w.PRON and len(words) == 1:
            return True
        told = w.HEADS if self.grammar.free else 0  # "el fiscal", no adjective there
        plain = (o for o in words if not o.bits & (w.DET | w.ADJ) or o.upper or o.bits & told)
        head = next(plain, words[-1])
        who = w.ROLE | w.PERSON | w.BODY | w.GIVEN | w.TITLE | w.PLACE | w.MEDIA
        if not head.bits and words[0].bits & w.DET and head.key.endswith(
            self.grammar.person_endings
        ):  # fmt: skip
            return True  # "pour l'éthologue", which no table has
        return bool(head.bits & who) or (head.upper and not head.bits & (w.TIME | w.NUM))

    def _is_view(self, source: Range, end: int, last: int) -> bool:
        """Say whether somebody's view follows without a comma: "Per il perito le firme sono …"."""
        if not self.grammar.drops_subject or not self.phrases.starts(end, last):
            return False
        head = next((o for o in self.word[source[0] : source[1]] if not o.bits & w.DET), None)
        verb = self.phrases.end(end, last)
        who = head is not None and head.bits & (w.ROLE | w.PERSON | w.GIVEN)
        return bool(who) and verb < last and self.phrases.is_verb(verb)

    def _ends_in(self, match: Match, last: int) -> bool:
        """Say whether nothing follows whose view it is: no verb that another says it with."""
        source, _ = self._source(match, last)
        end = self.phrases.whole_end(source[0], last) if source is not None else 0
        return source is not None and (end >= last or self.key[end] in ".!?\n")

    def _clause_before(self, index: int) -> Quote | None:
        """Return the quotation right before a token that is a clause, and no name or slogan."""
        quote = self.document.quote_before(index) if self.grammar.comma_inversion else None
        if quote is None or not quote.closed:
            return None
        inside = range(quote.open + 1, quote.close)
        return quote if any(self.word[i].bits & w.AUX for i in inside) else None

    def _source(self, match: Match, last: int) -> tuple[Range | None, int]:
        if match.slot is not None:
            return match.slot, match.end
        if not match.open:
            return None, match.end
        at = match.end
        alone = w.OBJ | w.PRON
        titled = at < last and self.word[at].upper and self.word[at].bits & w.TITLE
        if at < last and self.word[at].bits & alone and not self.word[at].bits & w.DET:
            if not titled:
                return (at, at + 1), at + 1
        if not self.phrases.starts(at, last):
            return None, at
        end = self.phrases.whole_end(at, last)
        joined = end < last and bool(self.word[end].bits & w.CONJ)
        if self.grammar.has_infinitives or ((end >= last - 1 or joined) and self._is_first(match)):
            end = self._before_clause(at, end, last)
        end = self._past_done(self._past_serial(at, end, last), last)
        return ((at, end), end) if end > at else (None, at)

    def _is_first(self, match: Match) -> bool:
        """Say whether a phrase opens its line or sentence, so that what it cites follows."""
        at = match.fixed[0][0]
        return at == 0 or self.key[at - 1] in ".\n"

    def _content(
        self, index: int, end: int, first: int, last: int, drafts: list[Draft]
    ) -> list[Range] | None:
        begin = first
        for draft in drafts:
            if draft.cue and draft.content[-1][1] <= index:
                begin = max(begin, draft.content[-1][1])
        while begin < index and (
            (
                self.word[begin].bits & (w.CONJ | w.LINK | w.SUB)
                and not self.word[begin].bits & (w.DET | w.PREP)
            )
            or (not self.word[begin].is_word and begin not in self.document.quote_at)
        ):
            begin += 1
        colon = index > begin and self.key[index - 1] in self.grammar.colons
        before = None if colon else self._before(begin, index)
        if self.grammar.has_infinitives and index > begin and end < last:
            inside = self._inside(begin, index, end, last)
            if inside is not None:
                return inside
        if end < last and self.word[end].bits & w.COMP and self.grammar.has_infinitives:
            return [(end + 1, self.contents.end(end + 1, last))]
        if before is None:
            if self.grammar.has_infinitives and self._is_tail(index, first, end, last, drafts):
                return None
            after = self._after(end, last)
            return None if after is None else [after]
        rest = self._rest(end, last)
        return [before] if rest is None else [before, rest]

    def _inside(self, begin: int, index: int, end: int, last: int) -> list[Range] | None:
        """Return the clause that a phrase without commas stands in: "sont, selon lui, douze".

        After a conjunction that leads to it, the clause is what follows alone.
        """
        before = self.word[index - 1]
        relative = index - 1 - (self.key[index - 1] == ",")
        if relative > begin and self.word[relative].bits & w.REL and self.word[relative].is_word:
            at = end + (self.key[end] == ",")  # "le parti, qui selon lui fait …"
            stop = min(self.contents.relative_end(at, last), self.contents.end(at, last))
            return [(at, stop)] if at < last else None
        if not before.is_word or not (self.word[end].is_word or self.key[end] == ","):
            return None
        if before.bits & (w.CONJ | w.SUB) and not before.bits & (w.DET | w.PREP):
            after = self._after(end, last) if self.key[end] == "," else None
            return None if after is None else [after]
        verb = self.phrases.is_verb(index - 1) and self.word[end].is_word
        return [(begin, index), (end, self.contents.end(end, last))] if verb else None

    def _is_tail(self, index: int, first: int, end: int, last: int, drafts: list[Draft]) -> bool:
        """Say whether a phrase at a sentence's end only tells where an attribution is from."""
        if not drafts or self.document.tokens.count_words(end, last) > TAIL_WORDS:
            return False
        edge = drafts[-1].content[-1][1]
        return edge <= index and not self.document.tokens.count_words(edge, index)

    def _before(self, begin: int, index: int) -> Range | None:
        """Return what a phrase after it cites."""
        end = index
        while (
            end > begin
            and not self.word[end - 1].is_word
            and self.key[end - 1] not in KEPT
            and (self.document.quote_before(end) is None)
        ):
            end -= 1
        topic = next((i for i in range(begin, end) if self.key[i] in self.grammar.colons
                      and self.document.quote_over(i) is None), None)  # fmt: skip
        if topic is not None and not any(self.phrases.is_verb(i) for i in range(begin, topic)):
            begin = topic + 1
        aside = self.key[index - 1] == "," if index > begin else False
        if self.document.tokens.count_words(begin, end) < (1 if aside else 2):
            return None
        if self._is_lead(begin, end):
            return None
        return (begin, end)

    def _is_lead(self, begin: int, end: int) -> bool:
        """Say whether words before a citing phrase only lead to it: "On Friday, according to"."""
        words = range(begin, end)
        if any(self.phrases.is_verb(i) for i in words) or self.phrases.counts(begin, end):
            return False
        return self.word[begin].bits & (w.PREP | w.ADV | w.TIME) != 0 and end - begin <= 6

    def _after(self, end: int, last: int) -> Range | None:
        at = self._past_more(end, last)
        if at < last and self.key[at] in ",:":
            at += 1
        if at >= last:
            return None
        doing = self.key[at].endswith(self.grammar.gerund_endings) and self.grammar.has_infinitives
        if doing and at > end and not self.word[at].bits & w.HEADS:  # ", confirming X,"
            at = next((i + 1 for i in range(at, last - 1) if self.key[i] == ","), at)
        led = self.word[at].bits & (w.TIME | w.PASSIVE | w.PREP) and self.word[at].is_word
        led = led and not self.phrases.counts(at, last)
        counted = self.word[at].bits & w.NUM and self.word[at + 1 : at + 2]
        if led and not (counted and self.word[at + 1].bits & w.PREP):  # "11 of its flights"
            at = self._past_rest(at, last)
        stop = self.contents.end(at, last)
        return (at, stop) if self.document.tokens.count_words(at, stop) else None

    def _past_rest(self, at: int, last: int) -> int:
        """Return the token after a time or place of who is cited: "a poll on Monday,"."""
        for index in range(at, min(last - 1, at + 8)):
            if self.key[index] == ",":
                return index + 1
            if self.key[index] in self._agents and index + 1 < last:
                end = self.phrases.end(index + 1, last)  # "released on Monday by the bank,"
                if end < last and self.key[end] == ",":
                    return end + 1
            if self.phrases.is_verb(index) or self.word[index].bits & (w.PRON | w.DET):
                break
        commas = (i for i in range(at, min(last - 1, at + ASIDE)) if self.key[i] == ",")
        led = next((i + 1 for i in commas if i + 1 in self.document.quote_at), at)
        aside = not any(self.phrases.is_verb(i) for i in range(at, led))
        return led if aside and self.grammar.comma_inversion else at  # "Pour X, en visite à Y, «"

    def _rest(self, end: int, last: int) -> Range | None:
        """Return what goes on after a citing phrase between commas."""
        if end >= last - 1 or self.key[end] != ",":
            return None
        cited = self.grammar.title_case and self.grammar.according.match(self.word, end + 1, last)
        if self._is_reported(end + 1, last) or cited:
            return None
        word = self.word[end + 1]
        if word.bits & (w.SUB | w.CONJ | w.REL | w.LINK) or self._says(end + 1):
            return None
        ways = self.grammar.has_infinitives or self.grammar.title_case
        if ways and self.contents.is_way(end + 1, last):
            return None  # "selon le maire, dans une interview à X"
        if self.grammar.title_case and word.bits & w.SPEAKTO:
            return None  # "according to the mayor, speaking to X"
        stop = self.contents.end(end + 1, last)
        return None if self._is_whose(end + 1, stop) else (end + 1, stop)

    def _is_whose(self, at: int, stop: int) -> bool:
        """Say whether words only tell whose the one cited is: "según X, del diario Y"."""
        if not self.grammar.drops_subject or self.key[at] not in self._parts:
            return False
        verb = any(self.phrases.is_verb(i) for i in range(at, stop))
        return not verb and any(self.word[i].upper for i in range(at, stop))

    def _is_joined(self, index: int) -> bool:
        """Say whether a conjunction leads to a citing phrase and a clause of its own."""
        before = self.word[index - 1] if index else None
        led = before is not None and before.bits & w.CONJ and before.is_word
        return bool(led) and self.grammar.has_infinitives

    def _is_reported(self, at: int, last: int) -> bool:
        """Say whether an outlet's report ends a sentence: "…, says X, the Tide reported"."""
        if not self.phrases.starts(at, last):
            return False
        verb = self.phrases.end(at, last)
        return verb > at and verb < last and self._says(verb) and last - verb <= REPORTED

    def _says(self, at: int) -> bool:
        """Say whether a cue stands at a token, with all its words."""
        return any(
            cue.form != w.INFINITIVE
            and tuple(self.key[at + 1 : at + 1 + len(cue.rest)]) == cue.rest
            for cue in self.word[at].cues
        )

    def _settle(self, draft: Draft, index: int, drafts: list[Draft]) -> None:
        """Cut the content of a draft before it, or pass its own statement on."""
        joined = draft.content and draft.content[0][0] > index and self._is_joined(index)
        for holder in drafts:
            for number, (first, last) in enumerate(holder.content):
                if joined and first < index - 1 < last:
                    holder.content[number] = (first, index - 1)
                    return  # "X gave no name, but according to Y, …"
                if first < index < last:
                    holder.content[number] = (first, self._mark_before(index))
                    if self._swaps(holder, draft):
                        return
                    if (
                        self.grammar.has_infinitives
                        and draft.source is not None
                        and not (self.is_media(draft.source))
                    ):
                        if first == index or self._opens_content(first, index):
                            holder.content[number] = (first, last)
                        draft.content = []
                        return
                    if holder.source is not None or holder.kind == "verb":
                        holder.relay, holder.relay_cue = draft.source, draft.cue[0]
                        draft.content = []
                        return
        aside = drafts[-1] if drafts else None
        if aside is not None and aside.cue and self._opens_said(aside, index):
            draft.content = []
            return
        if aside is not None and aside.cue and aside.content[0][0] > index > aside.cue[0][1] - 1:
            if self._swaps(aside, draft):
                return
        if (
            drafts
            and drafts[-1].cue
            and draft.content
            and draft.content[0][0] <= (drafts[-1].cue[0][0])
            and drafts[-1].outer is None
        ):
            swaps = self._refers(draft.cue[0]) or self.grammar.title_case
            if swaps and self._swaps(drafts[-1], draft):
                kept = [span for span in drafts[-1].content if span[0] < index]
                drafts[-1].content = kept or drafts[-1].content
                return
            drafts[-1].relay, drafts[-1].relay_cue = draft.source, draft.cue[0]
            draft.content = []

    def _opens_said(self, holder: Draft, index: int) -> bool:
        """Say whether what somebody says opens with whom they cite: "said that according to"."""
        led = bool(self.word[index - 1].bits & w.COMP) and holder.cue[-1][1] >= index - 1
        return self.grammar.title_case and led and holder.content[0][0] <= index

    def is_told(self, before: Range, source: Range, end: int, last: int) -> bool:
        """Say whether a phrase stands between a subject and its verb of saying.

        Behind an auxiliary ("X, según la policía, ha confesado"), an outlet's phrase alone.
        """
        first, stop = before
        at = end + 1
        verb = at
        while verb < min(last - 1, at + AUXILIARIES) and self.word[verb].bits & _BEFORE_VERB:
            verb += 1  # "X, secondo quanto scrive Y, non lo ha detto"
        if any(self.key[i] in self._hearsay for i in range(at, verb)):
            return False  # "X, come scrive Y, avrebbe detto": Y's words
        told = at < last and (self._says(at) or (self.is_media(source) and self._says(verb)))
        if stop > end or at >= last or self.key[end] != "," or not told:
            return False
        if not self.phrases.starts(first, stop):
            return False
        return self.phrases.whole_end(first, stop) == stop

    def _is_part(self, content: list[Range], source: Range, end: int, last: int) -> bool:
        """Say whether somebody says what a paper tells: "…, selon un bilan, a dit le préfet"."""
        who = w.ROLE | w.PERSON | w.BODY | w.MEDIA | w.PRON | w.TITLE | w.GIVEN
        if not self.grammar.comma_inversion or content[0][1] > end or self.key[end - 1] == ",":
            return False
        if any(self.word[i].bits & who or self.word[i].upper for i in range(*source)):
            return False
        at = end + 1
        if end >= last or self.key[end] != ",":
            return False
        while at < last - 1 and self.word[at].bits & (w.HAVE | w.ADV):
            at += 1
        return at > end and at < last - 1 and self._says(at)

    def pass_on(self, draft: Draft) -> None:
        """Give a draft the relay that stood between its subject and its verb."""
        passed, self.passed = self.passed, None
        if passed is None or draft.source is None or draft.relay is not None or not draft.cue:
            return
        index, relay, cue = passed
        if draft.source[0] < index < draft.cue[0][0]:
            draft.relay, draft.relay_cue = relay, cue
            draft.source = (draft.source[0], min(draft.source[1], self._mark_before(index)))
            if self.grammar.title_case and self.is_media(draft.source) and not self.is_media(relay):
                draft.relay, draft.relay_cue = draft.source, draft.cue[0]
                draft.source, draft.kind = relay, "relayed"  # "Reuters, according to X, said"

    def _swaps(self, holder: Draft, draft: Draft) -> bool:
        """Make an outlet that reports what another says its relay: "TASS says, citing X, that"."""
        if holder.source is None or draft.source is None or holder.relay is not None:
            return False
        outlet = self._is_outlet if self._refers(draft.cue[0]) else self.is_media
        if not outlet(holder.source) or self.is_media(draft.source):
            return False
        holder.relay, holder.relay_cue = holder.source, holder.cue[0]
        holder.source, holder.cue, holder.kind = draft.source, draft.cue, "relayed"
        draft.content = []
        return True
