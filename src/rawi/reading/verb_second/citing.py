"""Phrases that cite: "laut X", "X zufolge", "…, so X", "unter Berufung auf X"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.noun_capitals import is_plain_adjective
from rawi.reading.subject_first.words import Word
from rawi.reading.verb_second.nominals import Nominals
from rawi.reading.verb_second.subjects import Placed
from rawi.reading.verb_second.verbs import Verb, Verbs

#: Before a postposition who is cited begins so near, in tokens.
REACH: Final = 16
#: What follows "so X" goes on no further before a mark, in tokens.
TAIL: Final = 8
#: The rule of an aside that tells who said it: "…, wie X mitteilte".
AS_SAID: Final = "as others say"


class Citing:
    """Reads the citing phrases of one document."""

    def __init__(self, document: Document, nominals: Nominals, verbs: Verbs) -> None:
        self.document = document
        self.grammar = document.grammar
        self.nominals = nominals
        self.verbs = verbs
        self.word = document.word
        self.key = document.key
        words = document.grammar.words_of
        self._so = words("so_said")
        self._post = words("postpositions")
        self._own = words("own_claims")
        self._referring = words("referring")
        self._claims_of = words("claims")
        self._claiming = words("claiming")
        self._before_claims = words("before_claims")
        self._bare = words("citing_prepositions")
        self._reports = tuple(words("reports"))
        self._from = words("issued_by")
        self._verdicts = words("verdicts")
        self._nonfinite = words("nonfinite")
        self._genitive = words("genitive_articles")
        self._indefinite = frozenset(document.grammar.declined.get("articles", ()))
        self._owning: list[str] = document.grammar.declined.get("genitive", [])

    def may_open(self, index: int) -> bool:
        """Say whether a citing phrase may begin at a token."""
        key = self.key[index]
        return bool(self.word[index].bits & w.PHRASE) or key in self._so or key in self._post

    def read(self, index: int, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Return the draft of a citing phrase at a token; None where none stands there."""
        if any(a <= index < b for d in drafts for a, b in d.cue):
            return None
        if self.key[index] in self._post:
            return self._postposed(index, first, last, drafts)
        if self.word[index].bits & w.PHRASE:
            found = self._phrase(index, first, last, drafts)
            if found is not None:
                return found
        if self.key[index] in self._so:
            return self._so_said(index, first, last, drafts)
        return None

    # -- "laut X" ----------------------------------------------------------------------

    def _phrase(self, index: int, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        if self.grammar.adjuncts.match(self.word, index, last) is not None:
            return None
        own = self.grammar.according_own.match(self.word, index, last)
        if own is not None and not own.open:
            return self._draft(index, own.end, [(index, own.end)], None, first, last, drafts)
        claimed = self._claimed(index, last)
        if claimed is not None:
            whose, end = claimed
            return self._draft(index, end, [(index, index + 1)], whose, first, last, drafts)
        match = self.grammar.according.match(self.word, index, last)
        if match is None:
            return None
        source, end = match.slot, match.end
        if match.open:
            at = end
            self._read_owner(at, last)
            stop = self._named_end(at, last)
            if stop == at and at > index + 1 and self.key[index] in self._bare:
                at, stop = index + 1, at  # "laut Mitteilung"
            if stop == at:
                return None
            source = (at, stop)
            whole = self._listed(stop, last) or self.nominals.extended(stop, last)
            end = whole if whole < last and self.key[whole] == "," else stop
            if self._listed(stop, last):
                end = whole
            source = (at, end)
            end = self._past_postposition(self.nominals.past_tail(end, last), last)
        if source is not None and self._is_own(source):
            source = None
        refers = any(self.key[i] in self._referring for i in range(index, end))
        if source is not None and not self._speaks(source) and not refers:
            return None
        return self._draft(index, end, list(match.fixed), source, first, last, drafts)

    def _named_end(self, at: int, last: int) -> int:
        """Return where a noun phrase ends, or a name in marks that no noun leads to."""
        quote = self.document.quote_at.get(at)
        if quote is None:
            return self.nominals.end(at, last)
        return quote.after if self.nominals.is_bare_name(at, last) else at

    def _listed(self, stop: int, last: int) -> int:
        """Return where a row of names ends: "NDR, WDR und „Seepost“"; 0 for no row."""
        at = stop
        while at + 1 < last and (self.key[at] == "," or self.word[at].bits & w.CONJ):
            joins = bool(self.word[at].bits & w.CONJ)
            end = self._named_end(at + 1, last)
            outlet = self._is_media((at + 1, end)) or at + 1 in self.document.quote_at
            if end == at + 1 or not outlet:
                return 0
            at = end
            if joins:
                return at
        return 0

    def _claimed(self, index: int, last: int) -> tuple[Range, int] | None:
        """Return whose claims one word tells, and where they end.

        "nach Polizeiangaben", read as two words; "nach ukrainischen Angaben"; "laut Berichten".
        """
        at = index + 1
        if self.key[index] not in self._before_claims or at >= last:
            return None
        if self._is_glued(at + 1, last):
            return (at, at + 1), at + 2
        while at < last and self._tells_whose(at):
            at += 1
        if at >= last or not self.nominals.is_noun(at):
            return None
        key = self.key[at]
        compound = key.endswith(self._reports) and key not in self._reports
        if not compound and not (at > index + 1 and key in self._claims_of):
            return None
        more = self.word[at + 1] if at + 1 < last else None
        owned = (
            not compound
            and more is not None
            and more.bits & w.PREP
            and (self.key[at + 1] in self._genitive or self.key[at + 1] in self._from)
            and not self.nominals.bits(at + 2) & w.TIME  # "nach syrischen Angaben | von Montag"
        )
        return None if owned else ((index + 1, at + 1), at + 1)

    def _tells_whose(self, at: int) -> bool:
        """Say whether an adjective tells whose claims are cited: "ukrainischen", "amtlichen"."""
        word = self.word[at]
        return not word.upper and (bool(word.bits & w.DEMONYM) or word.key in self._claiming)

    def _is_glued(self, at: int, last: int) -> bool:
        """Say whether a word for claims is the rest of the compound before it."""
        tokens = self.document.tokens
        near = 0 < at < last and tokens.start[at] == tokens.end[at - 1]
        return near and self.key[at] in self._claims_of and not self.word[at].capital

    def _read_owner(self, at: int, last: int) -> None:
        """Read whose claims are cited: "nach Angaben | der Polizei", "nach Angaben | Lehmanns"."""
        if at >= last:
            return
        word = self.word[at]
        if word.bits == w.PREP and self.key[at] in self._genitive:
            article = Word(word.key, word.key)
            article.bits, article.features = w.DET, word.features
            if self.key[at] in self._indefinite:
                article.bits |= w.INDEF
            self.word[at] = article
        named = self.word[at - 1].capital and not self.word[at - 1].upper and word.upper
        end = self.nominals.end(at, last)
        if named and not word.bits & w.HEADS and end > at and self.word[end - 1].upper:
            self._strip_genitive(end - 1)

    def _strip_genitive(self, at: int) -> None:
        """Compare a name without its ending of the genitive: "Lehmanns"."""
        word = self.word[at]
        ending = next((e for e in self._owning if word.stem.endswith(e)), None)
        known = word.bits & (w.GIVEN | w.PLACE) or word.outlet
        if ending is None or known:
            return
        owner = Word(word.key, word.key.capitalize())
        owner.bits, owner.features = word.bits, word.features
        owner.stem = word.stem.removesuffix(ending)
        self.word[at] = owner

    def _past_postposition(self, end: int, last: int) -> int:
        return end + 1 if end < last and self.key[end] in self._post else end

    def _is_own(self, source: Range) -> bool:
        """Say whether claims are those of whom the sentence is about: "laut eigenen Angaben"."""
        return any(self.key[i] in self._own for i in range(*source))

    def is_own(self, draft: Draft) -> bool:
        """Say whether a phrase cites the claims of whom its sentence is about."""
        return any(self._is_own((a, b)) for a, b in (*draft.cue, draft.around))

    def cited_by_outlet(self, placed: Placed) -> Range | None:
        """Return whom an outlet cites where both stand behind the verb, the outlet first.

        "…, zitiert der Sender X | eine Beamtin"; "…, zitiert das Tagblatt | Ministerin Ada Lorne".
        """
        subject, hearer = placed.subject, placed.hearer
        if hearer is not None and subject is not None and hearer[1] <= subject[0]:
            if self._is_media(hearer) and not self._is_media(subject):
                placed.subject, placed.hearer = hearer, subject
                return subject
        if subject is None or self.document.quotes_in(*subject):
            return None
        first, last = subject
        for at in range(first + 1, last):
            if self.word[at].bits & (w.ROLE | w.TITLE | w.GIVEN) and self._is_media((first, at)):
                placed.subject = (first, at)
                return (at, last)
        return None

    def _speaks(self, source: Range) -> bool:
        """Say whether a phrase may be a source: no plan, law or custom."""
        first, last = source
        who = w.HEADS | w.POST | w.TITLE | w.GIVEN | w.PLACE | w.PRON | w.OBJ | w.OCCASION | w.POSS
        stop = self.nominals.plain_end(first, last)
        return any(
            self.word[i].bits & who
            or self.word[i].upper
            or self.word[i].outlet
            or any(cue.form & w.NOUN for cue in self.word[i].cues)
            for i in range(first, stop)
        )

    # -- "X zufolge" -------------------------------------------------------------------

    def _postposed(self, index: int, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        named = self.document.quote_before(index)
        if named is not None and self.nominals.is_bare_name(named.open, index):
            if not self.nominals.is_name(named.open, index):
                whose, cue = (named.open, index), [(index, index + 1)]
                return self._draft(named.open, index + 1, cue, whose, first, last, drafts)
        if index - first > 1 and self._is_glued(index - 1, last):
            whose, cue = (index - 2, index - 1), [(index, index + 1)]
            return self._draft(index - 2, index + 1, cue, whose, first, last, drafts)
        begin = self.verbs.left(index, first)
        low = max(begin, index - REACH)
        for at in range(low, index):
            word = self.word[at]
            if (
                word.bits & w.DET == 0
                and not self.nominals.is_noun(at)
                and not (word.bits & (w.ADJ | w.DEMONYM | w.POSS | w.NUM | w.OBJ))
                and not is_plain_adjective(self.grammar, word)
            ):
                continue
            if self.nominals.end(at, index) != index and not (
                word.bits & w.OBJ and at + 1 == index
            ):
                continue
            source: Range | None = (at, index)
            cue = [(index, index + 1)]
            source, cue = self._claims(at, index, cue)
            if source is not None and not self._speaks(source):
                return None
            start = at
            while start > begin and self.word[start - 1].bits & w.PREP:
                start -= 1
            return self._draft(start, index + 1, cue, source, first, last, drafts)
        return None

    def _claims(self, at: int, index: int, cue: list[Range]) -> tuple[Range | None, list[Range]]:
        """Return whose claims are cited: "Angaben der Polizei zufolge", "eigenen Angaben"."""
        if any(self.key[i] in self._own for i in range(at, index)):
            return None, [(at, index + 1)]
        claims = self.grammar.words_of("claims")
        for i in range(at, index):
            if self.key[i] in claims and i + 1 < index and self.word[i + 1].bits & w.PREP:
                return (i + 2, index), [(at, i + 1), *cue]
        return (at, index), cue

    # -- "…, so X" ---------------------------------------------------------------------

    def _so_said(self, index: int, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Read "„…“, so X", "…, so die Polizei weiter."."""
        if index <= first or self.word[index - 1].is_word or index + 1 >= last:
            return None
        if self.key[index - 1] not in ",–—-" and self.document.quote_before(index) is None:
            return None
        end = self.nominals.end(index + 1, last)
        start = self._past_verdict(index + 1, end)
        if end == index + 1 or not (start or self.nominals.is_somebody((index + 1, end))):
            return None
        if self.nominals.is_dative((index + 1, end)):
            return None
        whole = self.nominals.extended(end, last)
        shut = whole
        while shut < last and shut < whole + TAIL and self.word[shut].is_word:
            if self.nominals.is_finite(shut):
                return None
            shut += 1
        if shut < last and self.word[shut].is_word:
            return None
        content = self._before(index, first, drafts)
        if content is None:
            return None
        found = [content]
        rest = self._after_so(content, shut, last)
        if rest is not None:
            found.append(rest)
        cue, source = (index, index + 1), (index + 1, whole)
        if start:  # "…, so das Urteil | der Jury"
            cue, source = (index, start - (start < whole)), (start, whole)
        told = source if source[1] > source[0] else None
        if told is None and not drafts and not self.document.quotes_in(*content):
            return None
        return Draft([cue], found, "citing phrase", 0, source=told,
                     kind="verb", opening="backward", around=(index, last))  # fmt: skip

    def _past_verdict(self, at: int, end: int) -> int:
        """Return where whose words they are is told after what they are called; 0 for none."""
        head = next((i for i in range(at, end) if self.nominals.is_noun(i)), end)
        if head >= end or self.key[head] not in self._verdicts:
            return 0
        owned = head + 1 < end and bool(self.word[head + 1].bits & w.PREP)
        return head + 1 + owned

    def _before(self, index: int, first: int, drafts: list[Draft]) -> Range | None:
        end = index
        while (
            end > first
            and not self.word[end - 1].is_word
            and (self.document.quote_before(end) is None and self.key[end - 1] in ",–—-")
        ):
            end -= 1
        begin = first
        if drafts:
            done = [d.source[1] for d in drafts if d.source and d.opening == "backward"]
            begin = max([begin, *(b for b in done if b < end)])
        while begin < end and not self.word[begin].is_word and begin not in self.document.quote_at:
            begin += 1
        quote = self.document.quote_before(end)
        if (
            quote is not None
            and quote.open > begin
            and not self.word[quote.open - 1].is_word
            and (self.key[quote.open - 1] in ":.!?")
        ):
            begin = quote.open
        return (begin, end) if begin < end else None

    def _after_so(self, content: Range, at: int, last: int) -> Range | None:
        """Return what goes on after who said it."""
        if at + 1 >= last or self.key[at] not in ",:":
            return None
        quoted = self.document.quote_before(content[1]) is not None
        if at + 1 in self.document.quote_at:
            quote = self.document.quote_at[at + 1]
            begun = not any(self.nominals.is_finite(i) for i in range(*content))
            goes_on = quoted or begun or self.key[at] == ":"  # "Damit, so X, „wird …“"
            return (at + 1, min(last, quote.after)) if goes_on else None
        if quoted or self.key[at] != ",":
            return None
        word = self.word[at + 1]
        stop = self.verbs.right(at + 1, last)
        inside = any(self.nominals.is_finite(i) for i in range(*content))
        if word.bits & (w.REL | w.CONJ):
            return None
        if word.bits & (w.SUB | w.COMP) or not inside:
            return (at + 1, last)
        rest = range(at + 1, stop)
        verbs = (i for i in rest if self.nominals.is_finite(i))
        finite = any(self.key[i] not in self._nonfinite for i in verbs)
        return None if finite else (at + 1, last)

    # -- the rest of the sentence ------------------------------------------------------

    def _draft(
        self, begin: int, end: int, cue: list[Range], source: Range | None, first: int,
        last: int, drafts: list[Draft],
    ) -> Draft | None:  # fmt: skip
        before, after = begin, end
        while (
            before > first
            and not self.word[before - 1].is_word
            and (self.key[before - 1] in ",–—(" and self.document.quote_before(before) is None)
        ):
            before -= 1
        while (
            after < last
            and not self.word[after].is_word
            and (self.key[after] in ",–—):" and after not in self.document.quote_at)
        ):
            after += 1
        low, high = first, last
        holder = next((d for d in drafts if any(a <= begin < b for a, b in d.content)), None)
        if holder is not None:
            low, high = next((a, b) for a, b in holder.content if a <= begin < b)
            begins = low
            while low < before and not self.word[low].is_word and low not in self.document.quote_at:
                low += 1
            low = max(low, begins)
        content = []
        if before > low and self.document.tokens.count_words(low, before):
            content.append((self._past_link(low, before), before))
        if after < high and self.document.tokens.count_words(after, high):
            content.append((after, high))
        if not content:
            return None
        source = self._reporting(source) if source is not None else None
        draft = Draft(cue, content, "citing phrase", 0, source=source, kind="according",
                      opening="citation", around=(begin, end))  # fmt: skip
        draft.outer = holder
        return draft

    def _reporting(self, source: Range) -> Range:
        """Return the outlet whose report is cited: "laut einem Bericht der „Seepost“"."""
        first, last = source
        written = next((i for i in range(first, last) if self.word[i].bits & w.DOC), None)
        if written is None or written + 2 >= last or not self.word[written + 1].bits & w.PREP:
            return source
        inner = (written + 2, last)
        named = inner[0] in self.document.quote_at
        return inner if named or self._is_media(inner) else source

    def _past_link(self, first: int, end: int) -> int:
        while first < end - 1 and self.word[first].bits & w.CONJ and self.word[first].upper:
            first += 1
        return first

    # -- who passes it on --------------------------------------------------------------

    def relay(self, drafts: list[Draft], first: int, last: int) -> None:
        """Let an outlet that cites somebody pass their words on.

        "Laut dpa sagte X, …"; "…, berichtet die Zeitung unter Berufung auf X".
        """
        self._as_media_say(drafts)
        for own in [d for d in drafts if d.kind == "according" and d.source is None]:
            if any(d.outer is own and d.source is not None and d.cue for d in drafts):
                _drop(drafts, own)  # "Demnach habe X gesagt, …"
        phrases = [d for d in drafts if d.kind == "according" and d.source is not None]
        loose = (None, *phrases)
        verbs = [d for d in drafts if d.kind != "according" and d.outer in loose]
        for phrase in phrases:
            assert phrase.source is not None
            refers = self._refers(phrase)
            if refers and not self._may_be_cited(phrase.source):
                _drop(drafts, phrase)  # "unter Verweis auf Kosten"
                continue
            if refers and self._cite_through(phrase, phrases, drafts):
                continue
            for verb in verbs:
                if refers and verb.source is not None and verb.cue:
                    if not self._is_media(verb.source):
                        continue
                    verb.relay, verb.relay_cue = verb.source, verb.cue[0]
                    verb.source = phrase.source
                    _drop(drafts, phrase)
                    break
                if not refers and self._is_media(phrase.source):
                    if verb.source is not None and not self._is_media(verb.source):
                        verb.relay, verb.relay_cue = phrase.source, phrase.cue[0]
                        _drop(drafts, phrase)
                        break
                if (
                    not refers
                    and not self._is_media(phrase.source)
                    and (
                        verb.source is not None
                        and self._is_media(verb.source)
                        and verb.content[0][0] <= phrase.around[0] < verb.content[-1][1]
                    )
                ):
                    phrase.relay, phrase.relay_cue = verb.source, verb.cue[0] if verb.cue else None
                    phrase.outer = None
                    _drop(drafts, verb)
                    break
            else:
                if refers and phrase in drafts and not verbs:
                    _drop(drafts, phrase)

    def pass_on(self, verb: Verb, subject: Range, said: list[Draft]) -> None:
        """Let an outlet pass on what was said before: "… Das berichtet die „Seepost“."."""
        if not verb.cue.governs & w.RELAYS or not self._is_media(subject):
            return
        for draft in said:
            if draft.relay is None and draft.source is not None and draft.outer is None:
                if not self._is_media(draft.source):
                    draft.relay, draft.relay_cue = subject, verb.parts[0]

    def _cite_through(self, phrase: Draft, phrases: list[Draft], drafts: list[Draft]) -> bool:
        """Let an outlet pass on whom it cites: "Nach Angaben von X unter Verweis auf Y …"."""
        for other in phrases:
            if other is phrase or self._refers(other) or other not in drafts:
                continue
            assert other.source is not None
            begin, end = phrase.around
            inside = any(a <= begin < b for a, b in other.content)
            if not inside or not self._is_media(other.source):
                continue
            other.relay, other.relay_cue = other.source, other.cue[0]
            other.source = phrase.source
            other.content = [(end, b) if a <= begin < b else (a, b) for a, b in other.content]
            _drop(drafts, phrase)
            return True
        return False

    def _may_be_cited(self, source: Range) -> bool:
        """Say whether a phrase is of somebody, an outlet or a writing."""
        words = self.word[source[0] : source[1]]
        told = any(word.bits & (w.DOC | w.POST | w.MEDIA) or word.outlet for word in words)
        return told or source[0] in self.document.quote_at or self.nominals.is_somebody(source)

    def _refers(self, draft: Draft) -> bool:
        return any(self.key[i] in self._referring for a, b in draft.cue for i in range(a, b))

    def _as_media_say(self, drafts: list[Draft]) -> None:
        """Let an outlet pass on what an aside tells: "X sagte, dass …, wie die Agentur meldete"."""
        for aside in [d for d in drafts if d.rule == AS_SAID and d.source is not None]:
            if aside.source is None or not self._is_media(aside.source):
                continue
            for draft in drafts:
                if draft is aside or not draft.cue or draft.source is None or draft.outer:
                    continue
                if draft.kind == "according" and self._refers(draft):
                    continue
                if self._is_media(draft.source) or not _overlap(draft.content, aside.content):
                    continue
                begin, end = draft.content[-1]
                if begin < aside.content[0][1] < end:
                    rest = [(a, b) for a, b in aside.content[1:] if b <= end]
                    draft.content[-1:] = [(begin, aside.content[0][1]), *rest]
                draft.relay, draft.relay_cue = aside.source, aside.cue[0]
                _drop(drafts, aside)
                break

    def _is_media(self, where: Range) -> bool:
        first, last = where
        led = first + bool(self.word[first].bits & w.DET)
        quote = self.document.quote_at.get(led) if led < last else None
        if quote is not None and quote.after == last:
            return True  # "der „Hafenbote“", "laut „Seepost“"
        more = self.document.quote_before(last) if quote is not None else None
        if quote is not None and more is not None and more is not quote:
            between = self.word[quote.after : more.open]  # "die „Seepost“ und der „Seebote“"
            return all(word.bits & (w.CONJ | w.DET) and word.is_word for word in between)
        return any(
            self.word[i].bits & w.MEDIA or self.word[i].outlet for i in range(first, last)
        ) and not any(self.word[i].bits & (w.ROLE | w.GIVEN) for i in range(first, last))


def _overlap(one: list[Range], other: list[Range]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def _drop(drafts: list[Draft], draft: Draft) -> None:
    if draft in drafts:
        drafts.remove(draft)
    for other in drafts:
        if other.outer is draft:
            other.outer = None
