"""Cues that are no verbs: "according to X", "in the report it says", "X's words"."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.contents import Contents
from rawi.reading.free_order.ends import Ends
from rawi.reading.free_order.learning import take_teller
from rawi.reading.free_order.no_commas import before_subject, owns, past_that
from rawi.reading.free_order.phrases import Phrase, Phrases
from rawi.reading.free_order.subjects import Subjects
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.patterns import Match

#: So far around "the words of X" the one who passes them on is looked for, in tokens.
REACH: Final = 12
#: A complementiser stands so near behind its verb, in tokens.
NEAR: Final = 6
#: What stands in brackets behind what is said is no longer, in tokens.
ASIDE: Final = 14
#: Who is cited stands in one of these cases, not in that of an object behind a comma.
_CITED: Final = c.OBLIQUE & ~c.ACCUSATIVE


class Citations:
    """Reads the cues of one document that are no verbs."""

    def __init__(
        self, phrases: Phrases, subjects: Subjects, contents: Contents, ends: Ends
    ) -> None:
        self.phrases = phrases
        self.subjects = subjects
        self.contents = contents
        self.ends = ends
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.alien = self.grammar.alien
        self.word = phrases.word
        self.key = phrases.key
        lists = self.grammar.words_of
        #: "the words of", and the verbs of documents: "it is said in"
        self.words, self.documents = lists("words"), lists("documents") | lists("following")
        self._relays, self._quoting = lists("relays"), lists("quoting")
        self._reporters = lists("reporting")
        self._offices = lists("speaking_offices")
        self._views, self._faces = lists("viewing"), lists("faces")
        self._sourcing = lists("sourcing")
        self._places = lists("place_prepositions")
        self._as = lists("as")
        self._known, self._reasons = lists("known_to"), lists("reasons")
        self._data, self._comments = lists("told_data"), lists("quoted_nouns")

    def is_outlet(self, where: Range) -> bool:
        """Say whether a phrase names an outlet or a medium."""
        first, last = where
        for index in range(first, last):
            bits = self.word[index].bits
            if bits & (w.ROLE | w.PERSON):
                if self.word[index].lemma in self._reporters:
                    if self._is_named_after(index + 1, last):
                        return True
                    continue
                return False
            if bits & (w.MEDIA | w.NETWORK):
                return True
            if self.phrases.outlets.is_outlet(index, last):
                return True
            quote = self.phrases.quote_at.get(index)
            if quote is not None:
                return self.phrases.outlets.known(index + 1, quote.close) is not None
            if bits & w.BODY:
                return False
        return False

    def _is_named_after(self, index: int, last: int) -> bool:
        """Say whether a name in marks or in another script follows "the correspondent of"."""
        if index >= last:
            return False
        word = self.word[index]
        return index in self.phrases.quote_at or (word.upper and self.alien(word.key))

    # -- according to -----------------------------------------------------------------

    def relays(self, draft: Draft) -> bool:
        """Say whether a draft is an outlet's verb of passing on."""
        return (
            draft.source is not None
            and draft.form is not None
            and self.key[draft.cue[0][1] - 1] in self._relays
            and (
                self.is_outlet(draft.source)
                or draft.source[0] in self.document.quote_at
                or self._is_foreign(draft.source[0])
            )
        )

    def _is_foreign(self, index: int) -> bool:
        """Say whether a capital in another script begins a name."""
        return self.word[index].upper and self.alien(self.key[index])

    def read(
        self, at: int, bounds: Range, drafts: list[Draft], *, placed: bool = True
    ) -> Draft | None:
        """Return the draft of a phrase like "according to X" that begins at a token.

        Its content is found where it is to be `placed`; "this is said in X" has it elsewhere.
        """
        last = bounds[1]
        match = self.grammar.according.match(self.word, at, last) or self._described(at, last)
        if match is None:
            return None
        if match.open and match.end == at + 1 and at > bounds[0] and owns(self.phrases, at - 1):
            match = match._replace(slot=(at - 1, at), open=False)  # "by-his account"
            at -= 1
        slot = self._slot(match, last, self._leads(at, bounds[0]))
        if slot is not None and (self._is_reason(match, slot) or self._is_unknown(match, slot)):
            return None
        if slot is not None and self._is_nobodys(match, slot):
            return None
        if slot is None or (slot[1] - slot[0] == 1 and self.word[slot[0]].bits & w.ADJ):
            return None
        draft = Draft(list(match.fixed), [], "according", 0, source=slot, kind="according")
        end = max(match.end, slot[1], take_teller(self.phrases, draft))
        cue_first = at
        if self.key[at] in self._as:
            draft.cue = [(at + 1, draft.cue[0][1]), *draft.cue[1:]]
        draft.around = bounds
        if not self._sourcing.isdisjoint(self.key[slice(*match.fixed[0])]):
            draft.kind = "sourcing"
        if not placed:
            return draft
        found = self._placed(draft, cue_first, end, bounds, drafts)
        if found is not None and at <= bounds[0] + 1 and self._passes_on(found):
            found.kind = "as outlet"
        return found

    def _is_unknown(self, match: Match, slot: Range) -> bool:
        """Say whether something is known to somebody who is no outlet: that attributes nothing."""
        if self.key[match.fixed[-1][1] - 1] not in self._known:
            return False
        return not (self.is_outlet(slot) or self.word[slot[0]].lemma in self._reporters)

    def _is_reason(self, match: Match, slot: Range) -> bool:
        """Say whether a gerund of referring has a reason for its object: "citing bad weather"."""
        if not any(cue.form & w.GERUND for cue in self.word[match.fixed[0][0]].cues):
            return False
        phrase = self.phrases.read(*slot, c.ANY)
        if phrase is None or phrase.named or self.phrases.is_capital(phrase.head):
            return False
        first = range(phrase.first, phrase.head + 1)
        sources = w.HEADS | w.DOC | w.MEDIA | w.NETWORK | w.POST | w.PRON | w.OCCASION | w.GIVEN
        marked = any(i in self.phrases.quote_at or self.word[i].upper for i in first)
        head = self.word[phrase.head]
        if marked or head.bits & sources or self.key[phrase.head] in self.words:
            return False
        return self.key[phrase.head] in self._reasons

    def _is_nobodys(self, match: Match, slot: Range) -> bool:
        """Say whether a view or a look is no speaker's: "from the point of view of protocol"."""
        if self._views.isdisjoint((self.key[match.fixed[-1][1] - 1], self.key[slot[0]])):
            return False
        if self.key[slot[1] - 1] in self._faces:
            return True
        sources = w.HEADS | w.DOC | w.PRON | w.POSS | w.GIVEN
        return not any(
            self.word[i].bits & sources or i in self.phrases.quote_at or self.word[i].upper
            for i in range(*slot)
        )

    def _leads(self, at: int, first: int) -> bool:
        """Say whether a phrase stands at a sentence's head, or right behind one that does."""
        if at <= first + 1:
            return True
        led = self.grammar.according.match(self.word, first, at) is not None
        return led and "," not in self.key[first:at]

    def _passes_on(self, draft: Draft) -> bool:
        """Say whether an outlet's data tell what somebody said: "by X's data, Y said that"."""
        if draft.kind != "according" or len(draft.content) != 1 or draft.source is None:
            return False
        if self.key[draft.cue[-1][1] - 1] not in self._data or not self.is_outlet(draft.source):
            return False
        first, last = draft.content[0]
        for at in range(first, last - 1):
            if self.key[at] == ",":
                return False
            if any(cue.form & w.FINITE and cue.governs & w.BARE for cue in self.word[at].cues):
                behind = self.word[at + 1 : at + NEAR]
                return any(word.bits & w.COMP for word in behind)
        return False

    def _described(self, at: int, last: int) -> Match | None:
        """Match "according to unconfirmed reports of X": an adjective inside a phrase."""
        behind = at + 1
        while behind < last and not self.word[behind].upper and not self.word[behind].bits and (
            self.grammar.is_adjective(self.word[behind])
        ):  # fmt: skip
            behind += 1
        moved = behind - at - 1
        if not moved or behind >= last:
            return None
        window = [self.word[at], *self.word[behind : min(last, behind + ASIDE)]]
        match = self.grammar.according.match(window, 0, len(window))
        if match is None or not match.open or match.slot is not None or len(match.fixed) != 1:
            return None
        end = match.end + at + moved
        return match._replace(fixed=((at, end),), end=end)

    def _slot(self, match: Match, last: int, leads: bool = False) -> Range | None:
        """Return who is named; where that `leads` a sentence, something must be left of it."""
        if match.slot is not None:
            return match.slot
        if not match.open:
            return None
        referring = not self._sourcing.isdisjoint(self.key[slice(*match.fixed[0])])
        cases = c.OBLIQUE if referring else _CITED
        phrase = self.phrases.read(match.end, last, cases)
        if phrase is None:
            return None
        if self.alien(self.word[phrase.head].key) and phrase.head not in self.phrases.quote_at:
            return phrase.span  # its case cannot tell what belongs to it
        if self.grammar.drops_subject:
            phrase = before_subject(self.phrases, phrase, last)
        whole = self.phrases.whole(phrase, last)
        if leads and whole > phrase.last and not (whole < last and self.key[whole] == ","):
            whole = phrase.last
        if whole == phrase.last < last and self._is_foreign(whole) and (
            self.word[whole - 1].bits & w.DOC and not self.word[whole - 1].upper
        ):  # fmt: skip
            return phrase.first, self.phrases.outlets.run(whole, last)  # "the article of X"
        if referring and whole < last and self.key[whole] in self._relays:
            whole = self._before_outlet(phrase.first, whole)
        return phrase.first, whole

    def _before_outlet(self, first: int, last: int) -> int:
        """Return where who is referred to ends, the outlet before its verb left out."""
        for index in range(first + 1, last):
            mark = self.phrases.quote_at.get(index)
            named = self.phrases.outlets.at(index + (mark is not None), last, strict=False)
            end = mark.after if mark is not None else named.whole[1] if named is not None else 0
            if named is not None and end == last and not self.word[index - 1].bits & w.MEDIA:
                return index
        return last

    def _placed(self, draft: Draft, at: int, end: int, bounds: Range,
                drafts: list[Draft]) -> Draft | None:  # fmt: skip
        """Find the content of a phrase: after it, before it, or on both sides."""
        first, last = bounds
        if at > first and self.key[at - 1] in self._as:
            at -= 1
        holder = self.ends.holder(at, drafts)
        if holder is not None and self._cites_all(draft, holder, at):
            drafts.remove(holder)  # what somebody asks is only told in the document
            holder = None
        before = at
        while before > first and not self.word[before - 1].is_word:
            if before - 1 in self.document.quote_at or self.document.quote_before(before):
                break
            before -= 1
        start = self.ends.start(before, first, drafts)
        joint = before - 1
        while joint > first and self.key[joint] == ",":
            joint -= 1
        if joint > start and self.key[joint] in self.grammar.words_of("contrast"):
            start = before  # "they said nothing, but, according to X, …"
        for led in drafts:
            if led.kind == "as outlet" and led.content[-1][0] <= at:
                start = before  # "as X writes, according to Y"
        if before > first and self.key[before - 1 if before < at else at - 1] in ":":
            start = before
        if any(self.key[i] in self.grammar.colons for i in range(before, at)):
            start = before
        if before > start and self.word[before - 1].bits & (w.REL | w.COMP):
            start = before  # "…, where, by her account, …"
        colon = self.colon(start, before)
        start = max(start, colon)
        end = self._past_sourcing(end, last)
        after = end
        while after < last and self.key[after] in ",:":
            after += 1
        if draft.kind != "sourcing" and self.grammar.drops_subject:
            after = past_that(self.phrases, after, last)
        follows = after < last
        draft.opening = "according"
        if draft.kind == "sourcing":
            whole = [(start, before), (after, last), (at, end)]
            draft.content = [part for part in whole if part[1] > part[0]][:1]
            return draft
        if holder is not None:
            return None  # somebody else's words cite it
        rest = self.ends.clause(after, last) if follows else last
        if start < before and (start == colon or self._is_said(start, before)):
            draft.content = [(start, before)]
            dashes = self.grammar.dashes
            if follows and self.key[end] in dashes and before < at and self.key[before] in dashes:
                draft.content.append((end + 1, self.ends.clause(end + 1, last)))
            elif follows and self.key[end] == "," and self._goes_on(start, before, after):
                draft.content.append((after, rest))
        elif follows and after < rest:
            draft.content = [(after, rest)]
        else:
            return None
        return draft

    def _cites_all(self, draft: Draft, holder: Draft, at: int) -> bool:
        """Say whether a document tells a whole sentence that has a verb of asking or naming."""
        told = self.key[draft.cue[0][0]] in self.documents
        phrasal = holder.opening in ("object", "preposition", "infinitive", "fronted")
        return told and phrasal and holder.outer is None and self.key[at - 1] == ","

    def colon(self, start: int, end: int) -> int:
        """Return the token behind the last colon of a stretch that parts clauses; 0 for none."""
        return max((i + 1 for i in range(start, end) if self._is_colon(i)), default=0)

    def _is_colon(self, index: int) -> bool:
        """Say whether a colon parts two clauses, in no quotation and no score."""
        if self.key[index] not in self.grammar.colons or self.key[index + 1][:1].isdigit():
            return False
        return self.document.quote_over(index) is None

    def _is_said(self, start: int, before: int) -> bool:
        """Say whether words before the phrase are content rather than what leads to it."""
        at = start
        while at < before:
            bits = self.word[at].bits
            linking = bits & (w.ADV | w.LINK | w.CONJ | w.TIME) or not self.word[at].is_word
            contrast = self.key[at] in self.grammar.words_of("contrast")
            if bits & w.PREP:
                end = self.phrases.complement(at, before)
                if end is None or not self._is_occasion(at, end):
                    return True
                at = end
                continue
            if not (linking or contrast):
                return True
            at += 1
        return False

    def _is_occasion(self, first: int, end: int) -> bool:
        """Say whether a phrase tells when or on what occasion something was said."""
        told = w.TIME | w.OCCASION | w.LINK
        return (
            any(
                self.word[i].bits & told or self.key[i][:1].isdigit() for i in range(first + 1, end)
            )
            or self.phrases.set_phrase(first, end) is not None
        )

    def _goes_on(self, start: int, before: int, after: int) -> bool:
        """Say whether a clause goes on behind a phrase that stands in it."""
        word = self.word[after]
        if any(cue.form & w.GERUND for cue in word.cues):
            return False
        if self.key[after] in self._relays:
            reports = self.subjects.after(after + 1, len(self.key), 0) is not None
            if reports or any(map(self.phrases.is_verb, range(start, before))):
                return False  # "he is ill, by her account, reports X"
        return self.key[after] not in self.grammar.words_of("contrast")

    # -- the words of X ---------------------------------------------------------------

    def words_of(self, at: int, bounds: Range, drafts: list[Draft]) -> Draft | None:
        """Return the draft of "the agency quotes X's words": who passes them on, whose they are."""
        first, last = bounds
        relay = next((i for i in range(max(first, at - REACH), at)
                      if self.key[i] in self._relays), None)  # fmt: skip
        phrase = self.phrases.read(at + 1, last, c.GENITIVE)
        if relay is None and not self._opens(at, phrase, bounds):
            return None
        if self.key[at] in self._comments and (relay is None or relay < at - NEAR):
            return None
        if relay is not None and self.word[at - 1].bits & w.POSS and at - 1 > relay:
            phrase = Phrase(at - 1, at, at - 1, c.GENITIVE, True)  # "his words"
        if phrase is None:
            return None
        phrase = self._without_outlet(phrase, last)
        if relay is None:
            relay = phrase.last
        draft = Draft([(at, at + 1)], [], "words", 0, source=phrase.span, kind="words")
        draft.around = bounds
        draft.opening = "words"
        draft.relay_cue = (relay, relay + 1)
        end = phrase.last
        told = self.subjects.before(relay, first, 0)
        if told is not None and told.span[1] <= relay:
            draft.relay = told.span
        else:
            end = max(end, at + 1)
            later = self.subjects.after(relay + 1, at, 0) or self.subjects.after(end, last, 0)
            if later is not None:
                draft.relay = later.span
                end = max(end, later.span[1])
        if end < last and self.key[end] in self.grammar.colons:
            quote = self.document.quote_at.get(end + 1)
            draft.content = [(end + 1, quote.after if quote else self.ends.clause(end + 1, last))]
            return draft
        clause = self._that(end, last)
        if clause is not None:
            draft.content, draft.opening = [(clause, self.ends.clause(clause, last))], "clause"
            return draft
        index = min(relay, draft.relay[0] if draft.relay else relay)
        before = self._quote_before(index, first)
        if before is not None:
            draft.content = [before]
            return draft
        mark = self.ends.back_to_mark(index, first)
        if mark > first + 1:
            draft.content = [(self.ends.start(mark - 1, first, drafts), mark - 1)]
            return draft
        return draft if end >= last else None

    def _that(self, at: int, last: int) -> int | None:
        """Return the clause behind ", that" or "about it that" at a token."""
        if at + 2 < last and self.key[at] in self.grammar.words_of("about") and (
            self.key[at + 1] in self.grammar.words_of("correlates")
        ):  # fmt: skip
            at += 2
        opens = at + 2 < last and self.key[at] == "," and self.word[at + 1].bits & w.COMP
        return at + 2 if opens else None

    def _opens(self, at: int, phrase: Phrase | None, bounds: Range) -> bool:
        """Say whether "the words of X" open a sentence before the verb that passes them on."""
        if phrase is None or at != bounds[0] or phrase.last >= bounds[1]:
            return False
        return self.key[phrase.last] in self._relays

    def quotes_words(self, at: int, last: int) -> bool:
        """Say whether a verb only passes on "the words of" somebody."""
        for index in range(at, min(last, at + 8)):
            if not self.word[index].is_word and index not in self.document.quote_at:
                return False
            led = self.word[index - 1].bits & w.PREP and self.key[index] in self._comments
            if self.key[index] in self.words and index + 1 < last and not led:
                return bool(self.phrases.mask(index + 1) & c.GENITIVE)
        return False

    def _without_cited(self, phrase: Phrase) -> Phrase:
        """Cut off "the paper" whom it cites: "quotes the paper an official"."""
        if not self.word[phrase.head].bits & w.MEDIA:
            return phrase
        for index in range(phrase.head + 1, phrase.last):
            if self.word[index].bits & (w.ROLE | w.PERSON | w.GIVEN):
                first = index
                while first > phrase.head + 1 and self.grammar.is_adjective(self.word[first - 1]):
                    first -= 1
                return phrase._replace(last=first)
        return phrase

    def _without_outlet(self, phrase: Phrase, last: int) -> Phrase:
        """Cut off a phrase the outlet that follows whom it names."""
        for index in range(phrase.head + 1, phrase.last):
            quote = self.phrases.quote_at.get(index)
            if quote is not None and (
                self.phrases.outlets.is_outlet(index + 1, quote.close)
                or (quote.after == last and self._tells(index, phrase))
            ):
                return phrase._replace(last=index)
            if self.phrases.outlets.is_outlet(index, last):
                return phrase._replace(last=index)
        return phrase

    def _tells(self, mark: int, phrase: Phrase) -> bool:
        """Say whether a name in marks beside somebody is who quotes them: in the nominative."""
        mask = self.phrases.marked(mark)
        person = self.word[phrase.head].bits & (w.ROLE | w.PERSON)
        return bool(person and mask & c.NOMINATIVE & c.SINGULAR)

    def citing(self, at: int, bounds: Range) -> Draft | None:
        """Return the draft of "“…”, quotes X the agency": an outlet cites somebody."""
        first, last = bounds
        forward = self._cites(at, bounds)
        if forward is not None:
            return forward
        quote = self._quote_before(at, first)
        held = quote is not None and quote[1] == at and self.phrases.is_name(quote[0], at, True)
        if (
            quote is None
            or held
            or any(self.key[i] in self.words for i in range(at + 1, min(last, at + 6)))
        ):
            return None
        phrases: list[Phrase] = []
        index = at + 1
        while index < last and len(phrases) < 2:
            if index == at + 1 and self.word[index].bits & w.POSS and not self._whose(index, last):
                phrases.append(Phrase(index, index + 1, index, c.ANY, False))
                index += 1
                continue
            named = self.phrases.outlets.at(index, last, strict=False)
            marked = self.phrases.quote_at.get(index)
            if named is None and marked is not None:
                named = self.phrases.outlets.known(index + 1, marked.close)
            if named is not None:
                end = marked.after if marked is not None else named.whole[1]
                phrases.append(Phrase(index, end, index, c.ANY, True))
                index = end
                continue
            phrase = self._named(index, last) or self.phrases.read(index, last, c.ANY)
            if phrase is None:
                break
            phrase = self._without_cited(self._without_outlet(phrase, last))
            for inner in range(phrase.head + 1, phrase.last):
                if self.word[inner].bits & w.PREP and not self.word[inner].upper:
                    phrase = phrase._replace(last=inner)
                    break
            phrases.append(phrase)
            index = phrase.last
        outlets = [p for p in phrases if self.is_outlet(p.span) or self.alien(self.key[p.first])]
        people = [p for p in phrases if p not in outlets]
        if not people:
            return None
        if not outlets and len(people) > 1 and self.word[people[1].head].lemma in self._offices:
            outlets = people[1:]  # "cites X the club's press office"
        draft = Draft([(at, at + 1)], [quote], "cited", 0, source=people[0].span, kind="words",
                      opening="quote", around=bounds)  # fmt: skip
        if outlets:
            draft.relay, draft.relay_cue = outlets[0].span, (at, at + 1)
        return draft

    def _cites(self, at: int, bounds: Range) -> Draft | None:
        """Return the draft of "the paper quotes X: “…”"."""
        first, last = bounds
        who = self.phrases.read(at + 1, last, c.ACCUSATIVE)
        end = self.phrases.whole(who, last) if who is not None else last
        if who is None or end + 1 >= last or self.key[end] not in self.grammar.colons:
            return None
        quote = self.document.quote_at.get(end + 1)
        human = self.word[who.head].bits & (w.ROLE | w.PERSON | w.GIVEN) or who.named
        outlet = self.subjects.before(at, first, 0)
        if quote is None or not human or outlet is None or not self.is_outlet(outlet.span):
            return None
        return Draft([(at, at + 1)], [(quote.open, quote.after)], "cited", 0, kind="words",
                     source=(who.first, end), relay=outlet.span, relay_cue=(at, at + 1),
                     opening="quote", around=bounds)  # fmt: skip

    def _named(self, index: int, last: int) -> Phrase | None:
        """Return a name in the accusative alone: who is cited, before who cites."""
        end = index
        while end < last and self.word[end].upper and not self.word[end].bits & w.HEADS:
            mask = self.phrases.mask(end)
            if not mask & c.ACCUSATIVE or mask & c.NOMINATIVE or self.alien(self.key[end]):
                break
            end += 1
        if end == index:
            return None
        return Phrase(index, end, end - 1, self.phrases.mask(end - 1) & c.ACCUSATIVE, True)

    def _quote_before(self, index: int, first: int) -> Range | None:
        while index > first and self.key[index - 1] in ",-–—":
            index -= 1
        quote = self.document.quote_before(index)
        return (quote.open, quote.after) if quote is not None and quote.open >= first else None

    def _whose(self, index: int, last: int) -> bool:
        """Say whether a pronoun belongs to somebody behind it: "quotes her spokesman X"."""
        phrase = self.phrases.read(index, last, c.ACCUSATIVE)
        return phrase is not None and bool(self.word[phrase.head].bits & (w.ROLE | w.PERSON))

    def unquoted(self, drafts: list[Draft]) -> None:
        """Take "(his words are quoted by X)" off the contents that it ends."""
        for draft in drafts:
            for number, (first, last) in enumerate(draft.content):
                if self.key[last - 1] != ")":
                    continue
                opened = next((i for i in range(last - 1, max(first, last - ASIDE), -1)
                               if self.key[i] == "("), first)  # fmt: skip
                cited = not self._quoting.isdisjoint(self.key[opened:last]) or (
                    self.grammar.according.match(self.word, opened + 1, last) is not None
                )
                if opened > first and cited:
                    draft.content[number] = (first, opened)

    def _past_sourcing(self, at: int, last: int) -> int:
        """Return the token behind "with reference to X" that begins at one; itself without it."""
        if at >= last or not self.word[at].bits & w.PHRASE:
            return at
        match = self.grammar.according.match(self.word, at, last)
        if match is None or self._sourcing.isdisjoint(self.key[slice(*match.fixed[0])]):
            return at
        slot = self._slot(match, last, leads=True)
        return slot[1] if slot is not None else at
