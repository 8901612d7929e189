"""Who says a quotation: the words after it, or those that stand inside it between dashes."""

from __future__ import annotations

from typing import Final

from rawi.reading import marks
from rawi.reading.free_order import cases as c
from rawi.reading.free_order.contents import Contents
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.free_order.subjects import Subject, Subjects
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range

#: A cue stands this far from the dash before it, in tokens.
REACH: Final = 24
#: An unlisted verb follows a quotation of so many words, who speaks stands so near it, in tokens.
WORDS: Final = 3
NEAR: Final = 6
#: What may end words before the dash of "… , — he said".
_ENDS: Final = ",!?…."


class Tags:
    """Reads "«…», — said X" and «… , — said X. — …» in one document."""

    def __init__(self, phrases: Phrases, subjects: Subjects, contents: Contents) -> None:
        self.phrases = phrases
        self.subjects = subjects
        self.contents = contents
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        self._relays = self.grammar.words_of("relays")
        self._words = self.grammar.words_of("words")
        self._citing = self.grammar.words_of("citing")

    def after_quote(self, at: int, begin: int, bounds: Range) -> list[Range] | None:
        """Return the quotation that ends before a cue: "«…», — said", "«…» — said"."""
        first = bounds[0]
        begin = self._past_comma(begin, at, first)
        index = begin - 1
        while index >= first and (self.key[index] in ",-–—" or self.word[index].bits & w.ADV):
            index -= 1
        quote = self.document.quote_before(index + 1) if index >= first else None
        if quote is None or quote.open < first or index + 1 == at:
            return None
        if index + 1 > begin - 1:
            return None
        dash = any(self._is_dash(i) for i in range(index + 1, begin))
        if dash and begin in self.document.quote_at and begin < at:
            return None  # "the match “X” — “Y”"
        if not dash and self.phrases.is_name(quote.open, len(self.key), True):
            if self.document.tokens.count_words(quote.open, quote.close) == 1:
                return None  # a name before a comma
        return [(quote.open, quote.after)]

    def _past_comma(self, begin: int, at: int, first: int) -> int:
        """Return the token behind the comma of "“…”, said X" whose quotation begins a clause.

        No dash parts it from its verb, which stands right behind the comma.
        """
        if self.key[at - 1] != "," or at - 1 <= first:
            return begin
        quote = self.document.quote_before(at - 1)
        if quote is None or self.key[quote.open - 1] in self.grammar.colons:
            return begin
        leads = quote.open <= first or not self.word[quote.open - 1].is_word
        return at if leads else begin

    def follows(self, at: int) -> bool:
        """Say whether a word follows the dash behind speech: a verb that no table may hold."""
        if not self.grammar.dash_quotes or not self.grammar.verb_features(self.key[at]):
            return False
        lead = at - 1 - bool(at > 1 and self.word[at - 1].bits & w.NEG)
        return lead > 0 and self.key[lead] in self.grammar.dashes

    def unlisted(self, at: int, bounds: Range) -> Draft | None:
        """Return the draft of "«…», — summed up X": a verb of no table right after a quotation."""
        lead = at - 1 - bool(self.word[at - 1].bits & w.NEG)
        if not self._is_dash(lead):
            return None
        quoted = self.after_quote(at, lead + 1, bounds)
        if quoted is None or self.document.tokens.count_words(*quoted[0]) < WORDS:
            return None
        draft = self._doing(lead + 1, at, bounds[1])
        if draft is not None:
            draft.content, draft.kind, draft.around = quoted, "quotation", bounds
        return draft

    def _doing(self, first: int, at: int, last: int) -> Draft | None:
        """Return the draft of what somebody does while they speak: "rubs his hands the farmer"."""
        word = self.word[at]
        told = self.grammar.verb_features(self.key[at])
        if not told or word.upper or word.bits & ~w.VERB:
            return None
        if not word.bits & w.VERB and self.grammar.mask_known(word):
            return None
        index = at + 1
        while index < min(last, at + NEAR):
            subject = self.subjects.after(index, last, told)
            bits = self.word[index].bits
            if subject is None and bits & w.PREP and told & w.PLUR:
                end = self.phrases.complement(index, last)
                subject = self.subjects.place(index, end) if end is not None else None
            if subject is not None and (subject.place or self._is_somebody(subject)):
                return Draft([(first, at + 1)], [], "tag", 0, source=subject.span,
                             opening="quote", features=told, around=(first, last))  # fmt: skip
            if bits & (w.COMP | w.CONJ) or not self.word[index].is_word:
                return None
            passed = self.phrases.complement(index, last) if bits & w.PREP else index + 1
            if passed is None:
                return None
            index = passed
        return None

    def _is_dash(self, index: int) -> bool:
        return self.key[index] in self.grammar.dashes

    def _is_somebody(self, subject: Subject) -> bool:
        word = self.word[subject.head]
        known = word.bits & (w.HEADS | w.PRON) or self.phrases.is_one(word.key)
        return bool(known) or word.upper

    def inside(self, quote: marks.Quote, last: int) -> Draft | None:
        """Return what a quotation holds that names its own speaker between dashes."""
        return self.between(quote.open + 1, quote.close, True)

    def between(self, first: int, last: int, marked: bool) -> Draft | None:
        """Return words that are broken by who says them: "words, — said X. — Words"."""
        for index in range(first + 1, last - 1):
            if self.key[index] not in self.grammar.dashes:
                continue
            if self.key[index - 1] not in _ENDS and index - 1 not in self.phrases.quote_at:
                continue
            draft = self._tag(index, first, last)
            if draft is not None:
                if marked and draft.kind != "question":
                    draft.kind = "quotation"
                return draft
        return None

    def _tag(self, dash: int, first: int, last: int) -> Draft | None:
        """Return the draft of a tag that begins after a dash."""
        end = self._end(dash + 1, last)
        for at in range(dash + 1, min(end, dash + REACH)):
            quote = self.document.quote_over(at) if at in self.phrases.quote_at else None
            if quote is not None and quote.open >= first and quote.after < end:
                continue
            quoted = self._words_of(dash, at, end)
            if quoted is not None:
                self._take(quoted, dash, first, end, last)
                return quoted
            if self.key[at] in self._citing and self.subjects.is_empty(dash + 1, at):
                cited = self._cited(dash, at, end)
                if cited is not None:
                    self._take(cited, dash, first, end, last)
                    return cited
            for cue in self.word[at].cues:
                if not cue.form & w.FINITE or not cue.governs & w.QUOTE:
                    continue
                draft = self._said(dash, at, end, cue.features, cue)
                if draft is not None:
                    self._take(draft, dash, first, end, last)
                    return draft
            if self.word[at].bits & w.COMP:
                return None
        at = dash + 1 + bool(self.word[dash + 1].bits & w.NEG)
        doing = self._doing(dash + 1, at, end) if at < end else None
        if doing is None or not self._is_whole(doing, first, dash, end):
            return None
        self._take(doing, dash, first, end, last)
        return doing

    def _is_whole(self, draft: Draft, first: int, dash: int, end: int) -> bool:
        """Say whether somebody ends a tag whose verb no table holds, and words stand before it."""
        if draft.source is None or self.document.tokens.count_words(first, dash) < WORDS:
            return False
        last = draft.source[1]
        pronoun = self.word[draft.source[0]].bits & w.PRON  # "bangs he the door"
        return last + 2 * bool(pronoun) >= end or not self.word[last].is_word

    def _take(self, draft: Draft, dash: int, first: int, end: int, last: int) -> None:
        """Let the words before and after a tag be its content."""
        mark = dash - 1 if self.key[dash - 1] == "," else dash
        draft.content = [(first, mark)]
        rest = self._resumed(end, last)
        if rest is not None and rest < last:
            draft.content.append((rest, last))

    def _words_of(self, dash: int, at: int, end: int) -> Draft | None:
        """Read "— the club quotes the words of X" for a tag."""
        if self.key[at] not in self._relays or at + 2 >= end:
            return None
        if self.key[at + 1] not in self._words:
            return None
        phrase = self.phrases.read(at + 2, end, c.GENITIVE)
        if phrase is None:
            return None
        draft = Draft([(at + 1, at + 2)], [], "words", 0, source=phrase.span, opening="words",
                      around=(dash + 1, end))  # fmt: skip
        draft.relay_cue = (at, at + 1)
        told = self.subjects.before(at, dash + 1, 0) or self.subjects.after(phrase.last, end, 0)
        draft.relay = told.span if told is not None else None
        return draft

    def _cited(self, dash: int, at: int, end: int) -> Draft | None:
        """Read "— quotes X the agency" for a tag: whom it quotes, and what does."""
        cited = self.phrases.read(at + 1, end, c.ACCUSATIVE | c.GENITIVE)
        if cited is None:
            return None
        for index in range(cited.head + 1, cited.last):
            if self.phrases.outlets.is_outlet(index, end) or index in self.phrases.quote_at:
                cited = cited._replace(last=index)
                break
        told = self.subjects.after(cited.last, end, 0)
        if told is None:
            return None
        return Draft([(at, at + 1)], [], "words", 0, source=cited.span, opening="quote",
                     around=(dash + 1, end), relay=told.span, relay_cue=(at, at + 1))  # fmt: skip

    def _said(self, dash: int, at: int, end: int, told: int, cue: w.Cue) -> Draft | None:
        subject: Subject | None = self.subjects.before(at, dash + 1, told)
        if (
            subject is None
            and at > dash + 1
            and not all(self.word[i].bits & (w.ADV | w.CONJ) for i in range(dash + 1, at))
        ):
            phrase_first = self.subjects.is_empty(dash + 1, at)
            if not phrase_first:
                return None
        after = at + 1
        if cue.rest:
            for key in cue.rest:
                if after >= end or self.key[after] != key:
                    return None
                after += 1
        opened = self.contents.follow(after, end, cue, told, subject, False)
        source = subject or opened.subject
        if source is None:
            return None
        kind = "question" if self.word[source.head].bits & w.FIRST else "verb"
        draft = Draft([(at, after)], [], "tag", 0, form=cue, features=told)
        draft.kind = kind
        draft.opening = "quote"
        draft.hearer = opened.hearer
        draft.around = (dash + 1, end)
        first, stop = source.span
        phrase = self.phrases.read(first, end, c.ANY)
        draft.source = (
            (first, self.phrases.whole(phrase, end))
            if phrase is not None and (phrase.last == stop and source is opened.subject)
            else (first, stop)
        )
        return draft

    def _end(self, at: int, last: int) -> int:
        """Return where a tag ends: before ". — Words", or with the words around it."""
        for index in range(at, last - 1):
            if self.key[index] in self.grammar.dashes and self.key[index - 1] in ".,!?:":
                return index - 1
        return last

    def _resumed(self, end: int, last: int) -> int | None:
        if end + 1 < last and self.key[end + 1] in self.grammar.dashes:
            return end + 2
        return None
