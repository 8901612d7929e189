"""Content that stands before its verb, or around it."""

from __future__ import annotations

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.clause_parts import holding
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.verb_second.contents import SaidReader
from rawi.reading.verb_second.nominals import Nominals
from rawi.reading.verb_second.subjects import Placed
from rawi.reading.verb_second.verbs import Verb, Verbs


class BackwardReader:
    """Finds what stands before the verbs of one document."""

    def __init__(
        self, document: Document, nominals: Nominals, verbs: Verbs, said: SaidReader
    ) -> None:
        self.document = document
        self.grammar = document.grammar
        self.nominals = nominals
        self.verbs = verbs
        self.said = said
        self.word = document.word
        self.key = document.key
        self._heard = document.grammar.words_of("heard_from")
        self._stating = document.grammar.words_of("stating_prepositions")
        self._forms = document.grammar.words_of("reported_forms")
        self._articles = self.nominals.strict_datives | self.nominals.loose
        self._going_on = document.grammar.words_of("going_on")

    def content(
        self, verb: Verb, placed: Placed, first: int, last: int, drafts: list[Draft]
    ) -> list[Range]:
        """Return what a verb says that stands before it, and what goes on after it."""
        if placed.subject is None or placed.subject[0] < verb.finite:
            return []
        edge = placed.begin
        if edge != verb.finite:
            return []
        found = self.before(edge, first, drafts)
        if found is None:
            return []
        rest = self._rest(found, max(verb.end, placed.end), last)
        return [found] if rest is None else [found, rest]

    def before(self, edge: int, first: int, drafts: list[Draft]) -> Range | None:
        """Return what ends before a token, its mark left out."""
        end = edge
        while (
            end > first
            and not self.word[end - 1].is_word
            and (self.key[end - 1] in ",-–—" and self.document.quote_before(end) is None)
        ):
            end -= 1
        quote = self.document.quote_before(end)
        if end == edge and quote is None:
            return None
        begin = (
            max([first, *(d.source[1] for d in drafts if d.source and d.source[1] <= end)])
            if (drafts and drafts[-1].opening == "backward")
            else first
        )
        while begin < end and not self.word[begin].is_word and begin not in self.document.quote_at:
            begin += 1
        begin = self._past_colon(begin, end, drafts)
        if begin >= end:
            return None
        if quote is not None:
            return self._with_quote(quote.open, begin, end)
        begin = self._past_links(self._past_topic(begin, end), end)
        return (begin, end) if self.document.tokens.count_words(begin, end) > 1 else None

    def _with_quote(self, opened: int, begin: int, end: int) -> Range:
        """Return a quotation, with the words of its clause before it."""
        if opened <= begin:
            return (opened, end)
        before = self.key[opened - 1]
        if not self.word[opened - 1].is_word and before in ":.!?\n":
            return (opened, end)
        if (
            not self.word[opened - 1].is_word
            and self.document.quote_before(opened) is None
            and (before not in ",–—-(")
        ):
            return (opened, end)
        return (self._past_links(self._past_topic(begin, opened), end), end)

    def _past_topic(self, first: int, end: int) -> int:
        """Return the token after a label without a verb: "Hafen: kein Angebot, sagt X"."""
        for at in range(first + 1, end - 1):
            if self.key[at] in self.grammar.colons and self.document.quote_over(at) is None:
                if not any(self.nominals.is_finite(i) for i in range(first, at)):
                    return at + 1
                return first
        return first

    def _past_colon(self, first: int, end: int, drafts: list[Draft]) -> int:
        """Return where a clause begins after a statement and a colon: "X pocht darauf: Ohne …"."""
        said = [b for draft in drafts if draft.opening != "backward" for _, b in draft.cue]
        for at in range(end - 1, first, -1):
            if self.key[at] in self.grammar.colons and self.document.quote_over(at) is None:
                return at + 1 if any(first < b <= at for b in said) else first
        return first

    def _past_links(self, first: int, end: int) -> int:
        while first < end - 1 and self.word[first].bits & w.CONJ and self.word[first].upper:
            first += 1
        return first

    def _rest(self, content: Range, at: int, last: int) -> Range | None:
        """Return the rest of what a verb interrupts."""
        while at < last and at not in self.document.quote_at:
            if not self.word[at].is_word and not self.nominals.is_hyphen(at):
                break
            if self.word[at].bits & w.CONJ and self.verbs.begins_verb(at + 1, last):
                return None  # "sagte X | und stellte klar: …"
            at += 1
        if at >= last:
            return None
        quoted = self.document.quote_before(content[1]) is not None
        if at in self.document.quote_at:
            told = self.key[at - 1] in self._articles and self.nominals.is_bare_name(at, last)
            more = quoted and not told and not self.nominals.is_name(at, last)
            return (at, self._quotes_end(at, last)) if more else None
        if self.key[at] not in ",:;.–—-":
            return None
        mark = self.key[at]
        at += 1
        if at >= last:
            return None
        if at in self.document.quote_at:
            return (at, self._quotes_end(at, last)) if quoted or mark in ":," else None
        if quoted or mark != ",":
            return None
        word = self.word[at]
        if word.bits & (w.REL | w.CONJ | w.WH) or self._is_own(at):
            return None
        inside = any(self.nominals.is_finite(i) for i in range(*content))
        if word.bits & (w.SUB | w.COMP):
            return (at, last)
        stop = self.verbs.right(at, last)
        finite = any(self.nominals.is_finite(i) for i in range(at, stop))
        return (at, last) if not finite or not inside else None

    def _is_own(self, at: int) -> bool:
        return False

    def _quotes_end(self, at: int, last: int) -> int:
        quote = self.document.quote_at[at]
        return min(last, quote.after)

    def around(self, begin: int, end: int, first: int, last: int) -> list[Range]:
        """Return what stands before and after an aside: "Der Mann sei, wie X sagte, tot"."""
        after = end
        while (
            after < last
            and not self.word[after].is_word
            and (self.key[after] in ",–—)" and after not in self.document.quote_at)
        ):
            after += 1
        before = begin
        while (
            before > first
            and not self.word[before - 1].is_word
            and (self.key[before - 1] in ",–—(-" and self.document.quote_before(before) is None)
        ):
            before -= 1
        found = []
        if before > first:
            found.append((self._past_links(first, before), before))
        if after < last and self.document.tokens.count_words(after, last):
            found.append((after, last))
        return found

    # -- nobody named -------------------------------------------------------------------

    def impersonal(
        self, verb: Verb, placed: Placed, first: int, last: int, drafts: list[Draft]
    ) -> Draft | None:
        """Read "heißt es in dem Bericht", "hieß es aus dem Ministerium"."""
        source = self.told_in(verb, placed, first, last)
        end = max(verb.end, placed.end, source[1] if source else 0)
        content: list[Range] = []
        opening = "backward"
        if verb.final and self.key[placed.begin] in self.grammar.words_of("as_said"):
            content = self.around(placed.begin, verb.end, first, last)
        else:
            said = self.said.after(verb, max(verb.end, verb.finite + 1), last)
            left = placed.begin == verb.finite and placed.begin > first
            if said is not None and not left:
                content, opening = [said.where], said.opening
            elif left:
                found = self.before(placed.begin, first, drafts)
                rest = self._rest(found, end, last) if found else None
                content = [found] if found else []
                content += [rest] if rest else []
        quoted = content and content[0][0] in self.document.quote_at
        again = any(self.key[i] in self._going_on for i in range(verb.finite, min(last, end + 4)))
        told = content and source is None and opening == "backward" and self._is_reported(content)
        if not content or (source is None and not quoted and not again and not told):
            return None
        if holding(drafts, verb.finite) is not None and opening != "backward":
            return None
        return Draft(list(verb.parts), content, "verb after its content", 0, source=source,
                     opening=opening, around=(verb.finite, last), form=verb.cue)  # fmt: skip

    def _is_reported(self, content: list[Range]) -> bool:
        """Say whether what stands before is in the mood of reported speech: "Er gehe, hieß es"."""
        return any(self.key[i] in self._forms for a, b in content for i in range(a, b))

    def told_in(self, verb: Verb, placed: Placed, first: int, last: int) -> Range | None:
        """Return the writing or the people that a preposition leads to."""
        stop = self.verbs.right(max(verb.end, verb.finite + 1), last)
        begin = self.verbs.left(verb.finite, first)
        for at in range(begin, stop - 1):
            if self.key[at] not in self._heard | self._stating or not self.word[at].bits & w.PREP:
                continue
            start = at + 1
            if self.word[start].bits & w.PREP:
                start += 1
            end = self.nominals.end(start, stop)
            who = w.HEADS | w.POST | w.PLACE
            if end > start and any(self.word[i].bits & who or self.word[i].upper
                                   for i in range(start, end)):  # fmt: skip
                if not self.word[start].bits & w.TIME:
                    return (start, end)
        return None
