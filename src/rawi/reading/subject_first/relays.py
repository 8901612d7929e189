"""Those who pass on what others say: "TASS quoted X as saying", "Reuters reported, citing X"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rawi.reading import marks
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.contents import Contents
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group
from rawi.reading.subject_first.outlets import Outlets
from rawi.reading.subject_first.phrases import Phrases

if TYPE_CHECKING:
    from rawi.reading.subject_first.clauses import ClauseReader

#: An aside between a subject and its verb is no longer than this, in tokens.
ASIDE: Final = 9
#: "X made the remarks" stands so near where what an outlet tells begins, in tokens.
MADE: Final = 16
#: An outlet that ends a headline has no more tokens.
CREDIT: Final = 6
_SINGLE = "'\u2018"


class Relays:
    """Reads the relays of one document."""

    def __init__(self, document: Document, phrases: Phrases, contents: Contents) -> None:
        self.document = document
        self.grammar = document.grammar
        self.phrases = phrases
        self.contents = contents
        self.word = document.word
        self.key = document.key
        self.outlets = Outlets(document)
        self._as = document.grammar.words_of("as")
        self._alone = [[word] for word in self._as]  # what follows "her" that owns nothing
        self._remarks = document.grammar.words_of("remarks")
        self._issued = document.grammar.words_of("issued_by")
        self._making = document.grammar.words_of("making")
        self._from = document.grammar.words_of("document_kinds")
        self._sources = document.grammar.words_of("sources")
        self._outlets_cite = document.grammar.words_of("outlets_cite")
        self._marks = document.grammar.words_of("object_marks")
        self._saying = document.grammar.words_of("saying_verbs")
        self._reporting = document.grammar.words_of("reporting")
        #: an outlet that passes on what the sentence goes on to say, and its verb
        self.lead: tuple[Range, Range] | None = None
        self._pending: tuple[int, Group, Range] | None = None

    def read(self, group: Group, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Return the draft of somebody who is quoted or cited by another."""
        at = group.last
        at += at < last and self.key[at] in self._marks  # "citando | a | dos fuentes"
        if not self.phrases.starts(at, last) and not self.word[min(at, last - 1)].bits & w.OBJ:
            return None
        plain = self.grammar.title_case and not group.cue.governs & w.RELAY
        if plain and self.word[at].bits & w.COMP:
            return None  # "reported that people who say so"
        alone = not self.word[at].bits & w.DET or self.key[at + 1 : at + 2] in self._alone
        pronoun = self.word[at].bits & w.OBJ and alone
        end = at + 1 if pronoun else self.phrases.end(at, last)
        if end <= at:
            return None
        source = (at, end)
        saying = self.saying(end, last)
        if saying is None:
            cites = group.cue.governs & w.RELAY or not self.grammar.comma_inversion
            saying = self._who_says(end, last) if cites else None  # "assure X qui précise que"
            saying = saying or self._right_behind(end, last)
        if saying is not None:
            return self._quoted(group, source, saying, first, last)
        if not group.cue.governs & w.RELAY:
            return None
        if self.grammar.title_case and any(self.key[i] in self._as for i in range(at + 1, end)):
            return None  # "cited the row as proof that"
        return self._cited(group, source, first, last, drafts)

    def saying(self, at: int, last: int) -> int | None:
        """Return the participle after "as", a source's appositions passed over."""
        for index in range(at, min(last - 1, at + 30)):
            if index in self.document.quote_at:
                return None
            if self.key[index] in self._as and self.word[index].is_word:
                for after in range(index + 1, min(last, index + 3)):
                    if any(cue.form & w.GERUND for cue in self.word[after].cues):
                        return after
        return None

    def _quoted(
        self, group: Group, source: Range, saying: int, first: int, last: int
    ) -> Draft | None:
        """Read "X quoted Y as saying that"."""
        end = saying
        while end > source[1] and (
            self.key[end - 1] in self._as
            or self.key[end - 1] == ","
            or self.word[end - 1].bits & (w.ADV | w.REL | w.HAVE)
        ):
            end -= 1
        as_saying = any(self.key[i] in self._as for i in range(end, saying))
        doing = any(cue.form & w.GERUND for cue in self.word[saying].cues)
        form = w.GERUND if as_saying or doing else w.FINITE
        cues = [c for c in reversed(self.word[saying].cues) if c.form & form]
        cue = next((c for c in cues if c.governs & w.THAT), cues[0])
        opening = self.contents.opening(saying + 1, last, cue)
        draft = Draft(
            [(saying, saying + 1)],
            [],
            "quoted by another",
            0,
            source=(source[0], end),
            kind="relayed",
            opening="backward",
            around=(saying, last),
            form=cue,
        )
        subject = self._subject(group.verb, first)
        draft.relay, draft.relay_cue = subject, (group.first, group.last)
        if opening is not None and cue.governs & w.NEEDY and opening.hearer is None:
            opening = None
        if opening is not None:
            draft.opening, draft.hearer = opening.kind, opening.hearer
            draft.content = [(opening.at, self.contents.end(opening.at, last))]
            return draft
        edge = subject[0] if subject is not None else group.first
        end = edge
        while (
            end > first
            and not self.word[end - 1].is_word
            and (self.document.quote_before(end) is None)
        ):
            end -= 1
        if self.document.tokens.count_words(first, end) < 2:
            return None
        at = saying + 1
        if self.phrases.starts(at, last):
            draft.hearer = (at, self.phrases.end(at, last))
        draft.content = [(first, end)]
        return draft

    def _subject(self, verb: int, first: int) -> Range | None:
        """Return who quotes: the words right before the verb."""
        verb = self._past_aside(verb, first)
        while verb > first + 1 and self.word[verb - 1].bits & w.ADV and self.word[verb - 1].is_word:
            verb -= 1  # "the paper also quoted"
        at = verb
        while (
            at > first
            and self.word[at - 1].is_word
            and not self.word[at - 1].bits & (w.CONJ | w.COMP | w.SUB)
        ):
            at -= 1
        while (
            at < verb
            and self.word[at].bits & (w.ADV | w.PREP | w.TIME)
            and not (self.word[at].upper and self.word[at].outlet)
        ):
            at += 1
        return (at, verb) if at < verb else None

    def _past_aside(self, verb: int, first: int) -> int:
        """Return the comma before an aside that parts a verb from its subject: ", however,"."""
        if verb - 1 <= first or self.key[verb - 1] != ",":
            return verb
        comma = next((i for i in range(verb - 2, max(first, verb - ASIDE), -1)
                      if self.key[i] == ","), None)  # fmt: skip
        if comma is None:
            return verb
        opens = self.word[comma + 1].bits & (w.LINK | w.ADV | w.PREP | w.TIME)
        if self.grammar.title_case and self.word[comma - 1].upper:
            opens |= self.word[comma + 1].bits & w.INDEF  # "X, an independent news site, quoted"
        return comma if opens and not self.word[comma + 1].upper else verb

    def _right_behind(self, end: int, last: int) -> int | None:
        """Return the participle right behind who is quoted: "quoted officials saying that"."""
        plain = self.grammar.title_case and end < last and end not in self.document.quote_at
        told = plain and any(
            cue.form & w.GERUND and cue.governs & w.THAT and cue.lemma in self._saying
            for cue in self.word[end].cues
        )
        return end if told else None

    def _who_says(self, end: int, last: int) -> int | None:
        """Return the cue after a relative: "cited officials who said that"."""
        if end + 1 >= last or not self.word[end].bits & w.REL or not self.word[end].bits & w.WH:
            return None
        for index in range(end + 1, min(last - 1, end + 4)):
            told = any(c.form & w.FINITE and c.governs & w.THAT for c in self.word[index].cues)
            if told:
                return index
            if not self.word[index].bits & (w.ADV | w.HAVE):
                return None
        return None

    def _cited(
        self, group: Group, source: Range, first: int, last: int, drafts: list[Draft]
    ) -> Draft | None:
        """Read "X reported, citing Y, that": what X reports is Y's."""
        end = self.phrases.whole_end(source[0], last)
        host = next((d for d in reversed(drafts) if d.outer is None and d.cue), None)
        if host is not None and host.cue[0][1] <= group.first:
            if host.kind == "relayed" or self.word[host.cue[0][0]].bits & w.OCCASION:
                return None
            loose = group.cue.lemma in self._outlets_cite
            if loose and not (host.source is not None and self.is_media(host.source)):
                return None
            who = self._names_person(source) or self._is_issued(source)
            if who or not self._is_occasion(source):
                self._hand_over(host, group, (source[0], min(end, source[1])))
            return None
        opening = self.contents.opening(end, last, group.cue._replace(governs=w.THAT | w.QUOTE))
        if group.cue.lemma in self._outlets_cite:
            return None
        subject = self._subject_before(group, first)
        if opening is None:
            self._pending = (first, group, (source[0], min(end, source[1])))
            return None
        return Draft(
            [(group.first, group.last)],
            [(opening.at, self.contents.end(opening.at, last))],
            "cited by another",
            0,
            source=source,
            kind="relayed",
            opening=opening.kind,
            relay=subject,
            relay_cue=(group.first, group.last),
            around=(group.first, last),
            form=group.cue,
        )

    def _subject_before(self, group: Group, first: int) -> Range | None:
        at = group.first
        if at > first and self.key[at - 1] == ",":
            at -= 1
        start = at
        while start > first and self.word[start - 1].is_word:
            start -= 1
        while start < at and not self.phrases.starts(start, at):
            start += 1
        return (start, self.phrases.end(start, at)) if start < at else None

    def _names_person(self, source: Range) -> bool:
        return any(self.word[i].bits & (w.ROLE | w.PERSON) for i in range(*source))

    def _is_occasion(self, source: Range) -> bool:
        return any(self.word[i].bits & (w.OCCASION | w.POST) for i in range(*source))

    def _is_issued(self, source: Range) -> bool:
        """Say whether the issuer of a cited paper is told: "citant un texte de l'armée"."""
        return any(
            self.word[i].bits & w.POST and self.word[i].bits & w.DOC
            and self.key[i + 1] in self._issued
            for i in range(source[0], source[1] - 1)
        )  # fmt: skip

    def _hand_over(self, host: Draft, group: Group, source: Range) -> None:
        """Make who is cited the source of what another reports; an outlet passes it on."""
        name = self._without_relative(host.source) if host.source is not None else None
        outlet = name is not None and (self.is_media(name) or self._is_reporting(host, name))
        for number, (begin, end) in enumerate(host.content):
            if begin < group.first < end:
                cut = group.first
                while (
                    cut > begin
                    and not self.word[cut - 1].is_word
                    and (self.document.quote_before(cut) is None)
                ):
                    cut -= 1
                host.content[number] = (begin, cut)
        if not outlet:
            return
        host.relay, host.relay_cue = name, host.cue[0]
        host.source, host.cue = source, [(group.first, group.last)]
        host.kind = "relayed"
        host.rule = "cited by another"

    def _without_relative(self, source: Range) -> Range:
        """Return who cites in "Touchline, qui cite une source"."""
        first, last = source
        end = next((i for i in range(first + 1, last)
                    if self.key[i] == "," or self.word[i].bits & w.REL), last)  # fmt: skip
        return first, end

    def _is_reporting(self, host: Draft, source: Range) -> bool:
        """Say whether a name in no list reports what it cites somebody for: an outlet's."""
        if host.form is None or host.form.lemma not in self._reporting:
            return False
        known = w.ROLE | w.PERSON | w.TITLE | w.GIVEN | w.BODY | w.PRON
        return all(self.word[i].upper and not self.word[i].bits & known for i in range(*source))

    # -- one draft in another --------------------------------------------------------

    def settle(self, drafts: list[Draft]) -> list[Draft]:
        """Make an outlet that reports another's statement its relay, and keep the rest."""
        kept: list[Draft] = []
        self._give_lead(drafts)
        for draft in list(drafts):
            self._learnt(draft, drafts)
        self._give_pending(drafts)
        for draft in list(drafts):
            if draft.kind == "according" and self._reports(draft, drafts):
                drafts.remove(draft)
        for draft in drafts:
            inner = [d for d in drafts if d.outer is draft]
            if self._passes_on(draft):
                first = inner[0] if inner else None
                if first is not None and self._opens(first, draft):
                    first.relay, first.relay_cue, first.outer = draft.source, draft.cue[0], None
                    for other in inner[1:]:
                        other.outer = None
                    continue
                if draft.opening == "backward" and self._carries(draft, kept):
                    continue
            kept.append(draft)
        told = [draft for draft in kept if draft.content and not self._tells_of_remarks(draft)]
        return [draft for draft in told if not any(self._holds(other, draft) for other in told)]

    def credit(self, first: int, last: int, drafts: list[Draft]) -> None:
        """Note the outlet that ends a headline: "Minister threatens to quit: TASS"."""
        marks = self.grammar.colons | self.grammar.dashes
        near = range(last - 2, max(first + 1, last - CREDIT), -1)
        at = next((i for i in near if self.key[i] in marks), None)
        if at is None or self.document.quote_over(at) is not None:
            return
        spaced = self.document.tokens.start[at] > self.document.tokens.end[at - 1]
        start = at + 1 + bool(self.word[at + 1].bits & w.DET)
        named = self.outlets.known(start, last) if start < last else None
        if named is None or named.whole[1] < last or not (spaced or self.key[at] not in "-"):
            return
        for draft in drafts:
            if draft.source is None or draft.relay is not None or draft.source[1] > at:
                continue
            draft.content = [(a, min(b, at)) for a, b in draft.content if a < at]
            draft.relay = (at + 1, last)

    def _holds(self, outer: Draft, inner: Draft) -> bool:
        """Say whether a thought is all that its thinker tells: "He hopes so, he told X"."""
        if outer is inner or outer.opening != "backward" or outer.source is None:
            return False
        first, last = outer.content[0]
        if inner.kind == "according" and inner.around and inner.around[0] == first:
            # "Pour Bamako, Moscou est un allié, avance X": whose view it is, X tells
            seen = self.grammar.viewpoint.match(self.word, first, last) is not None
            if seen and outer.cue[0][0] >= last:
                return True
        if inner.source is None or inner.source[0] != first or inner.content[-1][1] > last:
            return False
        pronoun = self.word[first].bits & w.PRON and inner.source[1] == first + 1
        return bool(pronoun) and self.key[outer.source[0]] == self.key[first]

    def _tells_of_remarks(self, draft: Draft) -> bool:
        """Say whether an outlet tells only where something was said: "X made the remarks in"."""
        if draft.source is None or not self._remarks or not self.is_media(draft.source):
            return False
        first, last = draft.content[0]
        last = min(last, first + MADE)
        made = next((i for i in range(first, last) if self.key[i] in self._making), None)
        if made is None or any(i in self.document.quote_at for i in range(first, last)):
            return False
        return any(self.key[i] in self._remarks for i in range(made + 1, min(last, made + 4)))

    def _give_pending(self, drafts: list[Draft]) -> None:
        """Give who was cited before the verb to what is reported: "Citing X, Reuters says"."""
        pending, self._pending = self._pending, None
        if pending is None:
            return
        _, group, source = pending
        for draft in drafts:
            later = draft.cue and draft.cue[0][0] > group.first and draft.outer is None
            if later and draft.source is not None and self.is_media(draft.source):
                self._hand_over(draft, group, source)
                relay = draft.relay
                if relay is not None and relay[0] <= group.first < relay[1]:
                    end = group.first
                    while end > relay[0] + 1 and (
                        not self.word[end - 1].is_word or self.word[end - 1].bits & w.REL
                    ):
                        end -= 1
                    draft.relay, draft.relay_cue = (relay[0], end), None
                return

    def _give_lead(self, drafts: list[Draft]) -> None:
        """Give who passes a sentence on to what is said in it: "Comme le rapporte X, Y a dit"."""
        lead, self.lead = self.lead, None
        for draft in drafts if lead is not None else ():
            own = draft.source is None or draft.relay is not None or draft.outer is not None
            if lead is not None and not own and lead[1][0] < draft.at:
                draft.relay, draft.relay_cue = lead

    def _passes_on(self, draft: Draft) -> bool:
        """Say whether a draft is an outlet's, which may pass on what another says."""
        if draft.form is None or draft.source is None or draft.kind == "according":
            return False
        return self.passes_on(draft.source) or self._is_reporting(draft, draft.source)

    def passes_on(self, source: Range) -> bool:
        """Say whether an outlet speaks, and nobody of it: "the paper's editor"."""
        who = w.ROLE | w.PERSON | w.GIVEN
        somebody = any(self.word[i].bits & who and not self.word[i].outlet for i in range(*source))
        return not somebody and self.is_media(source)

    def _learnt(self, draft: Draft, drafts: list[Draft]) -> None:
        """Part an outlet from whom it has it: "indique l'AFP de source policière"."""
        if draft.source is None or draft.kind == "according":
            return
        first, last = draft.source
        for index in range(first + 1, last - 1):
            if self.key[index] in self._from and self.key[index + 1] in self._sources:
                if self.is_media((first, index)):
                    draft.relay, draft.relay_cue = (first, index), None
                    draft.source = (index + 1, last)
                    cited = (d for d in drafts if d.cue[:1] == [(index, index + 1)])
                    for other in list(cited):
                        drafts.remove(other)
                return

    def _is_media(self, draft: Draft) -> bool:
        return draft.source is not None and self.is_media(draft.source)

    def is_media(self, source: Range) -> bool:
        """Say whether an outlet speaks."""
        first, last = source
        return any(
            self.word[i].bits & w.MEDIA
            or (self.word[i].bits & w.MEDIAPART and self.word[i].upper)
            or (
                (self.word[i].outlet or self.word[i].upper)
                and self.outlets.known(i, last) is not None
            )
            for i in range(first, last)
        )

    def _reports(self, draft: Draft, drafts: list[Draft]) -> bool:
        """Read "as X reported, Y believes that": an outlet passes on another's statement."""
        if not self._is_media(draft) or not draft.content:
            return False
        begin, end = draft.content[0]
        for other in drafts:
            if other.source is None or other.relay is not None or other is draft:
                continue
            if begin <= other.source[0] <= begin + 2 and other.content[0][1] <= end + 1:
                other.relay, other.relay_cue = draft.source, draft.cue[0]
                other.outer = None
                return True
        return False

    def _opens(self, inner: Draft, outer: Draft) -> bool:
        """Say whether a statement is all that another reports."""
        begin = outer.content[0][0]
        return inner.source is not None and begin <= inner.source[0] <= begin + 1

    def _carries(self, draft: Draft, before: list[Draft]) -> bool:
        """Note who passes on the statements before it in its sentence."""
        found = False
        for other in before:
            if other.sentence == draft.sentence and other.relay is None:
                other.relay, other.relay_cue = draft.source, draft.cue[0]
                found = True
        return found

    # -- quotations inside quotations --------------------------------------------------

    def inner(self, number: int, first: int, last: int, reader: ClauseReader) -> list[Draft]:
        """Return what a quotation passes on in marks of its own."""
        at = next((i for i in range(first + 2, last) if self.key[i] in _SINGLE
                   and self._opens_single(i)), None)  # fmt: skip
        if at is None:
            return []
        close = next((i for i in range(at + 2, last + 1) if i < len(self.key)
                      and self.key[i] in "'\u2019" and self._closes_single(i)), None)  # fmt: skip
        if close is None or self.document.tokens.count_words(at, close) < 3:
            return []
        quote = marks.Quote(at, close, True)
        for index in range(at - 1, max(first - 1, at - 24), -1):
            if self.key[index] in ".!?":
                return []
            for cue in self.word[index].cues:
                if cue.governs & w.QUOTE and cue.form & w.FINITE:
                    begin = index
                    while begin > first and self.key[begin - 1] not in ".!?;":
                        begin -= 1
                    source = reader.subjects.before(index, begin)
                    joined = self.word[index - 1].bits & w.CONJ and self.word[index - 1].is_word
                    if source is None and joined and self.phrases.starts(begin, index):
                        source = (begin, self.phrases.end(begin, index))
                    if source is None:
                        return []
                    draft = Draft([(index, index + 1)], [(quote.open, quote.after)],
                                  "quotation in a quotation", number, source=source,
                                  opening="quote", around=(index, close), form=cue)  # fmt: skip
                    draft.kind = "inner"
                    return [draft]
        return []

    def _opens_single(self, index: int) -> bool:
        text, at = self.document.text, self.document.tokens.start[index]
        return not text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()

    def _closes_single(self, index: int) -> bool:
        text, at = self.document.text, self.document.tokens.start[index]
        return not text[at + 1 : at + 2].isalnum() and not text[at - 1 : at].isspace()
