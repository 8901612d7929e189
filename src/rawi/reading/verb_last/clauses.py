"""From a sentence to its drafts, where the verb stands last: content → cue → who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.clauses import ClauseReader
from rawi.reading.subject_first.document import Document, Sentence
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.words import Cue
from rawi.reading.verb_last.citing import Citing
from rawi.reading.verb_last.contents import Contents
from rawi.reading.verb_last.leads import Leads
from rawi.reading.verb_last.nouns import Nouns
from rawi.reading.verb_last.reporters import Reporters
from rawi.reading.verb_last.subjects import Subjects
from rawi.reading.verb_last.suffixes import APOSTROPHES, SuffixGrammar

#: A sentence has no more attributions than this.
DRAFTS: Final = 24
#: The verb of who passes words on stands so near behind the noun for them, in tokens.
PASSING: Final = 4
#: Words in marks that a noun calls somebody's are so many at least.
OWNED: Final = 3
#: An unlisted verb after "diye" stands so near, in tokens.
UNLISTED: Final = 5


def _join_suffixes(document: Document, grammar: SuffixGrammar) -> None:
    """Read what stands behind an apostrophe after letters with stops as the suffix: "M.G.'nin"."""
    tokens = document.tokens
    for index in tokens.marks:
        after = index + 1
        if document.key[index] not in APOSTROPHES or not 0 < index < len(tokens) - 1:
            continue
        glued = tokens.end[index - 1] == tokens.start[index] and (
            tokens.end[index] == tokens.start[after]
        )
        if (
            glued
            and "." in document.key[index - 1]
            and document.key[after] in grammar.suffixes.told
        ):
            document.word[after] = grammar.word("'" + document.key[after])


@dataclass(slots=True)
class Reached:
    """A sentence and how far it was read.

    `at` is the token after the last cue, `subject` who was told of last in the nominative, `based`
    whose words an outlet's report rests on, the outlet and the token after its mention, `issued`
    the token after the mention of a statement and who issued it, `inner` the last statement that
    somebody else passes on.
    """

    first: int
    last: int
    at: int
    based: tuple[Range, Range | None, int] | None
    subject: Range | None = None
    issued: int = 0
    inner: Draft | None = None


class VerbLastReader:
    """Reads the sentences of one document."""

    def __init__(self, document: Document) -> None:
        grammar = document.grammar
        assert isinstance(grammar, SuffixGrammar)
        self.document = document
        self.word = document.word
        self.key = document.key
        self.grammar = grammar
        _join_suffixes(document, grammar)
        document.reporters = Reporters(document, grammar).read()
        plain = ClauseReader(document)  # lines, quotations and dialogues are read with its parts
        self.phrases, self.incises = plain.phrases, plain.incises
        self.announcements, self.unlisted = plain.announcements, plain.unlisted
        self.nouns = Nouns(document, grammar)
        self.contents = Contents(document, grammar, self.nouns)
        self.subjects = Subjects(document, grammar, self.nouns)
        self.citing = Citing(document, grammar, self.nouns, self.subjects)
        self.leads = Leads(document, grammar, self.nouns, self.subjects)
        #: the sentence that last said nothing, and who makes a statement there
        self._told: tuple[int, Range | None] = (-1, None)
        #: the drafts whose source stands in another sentence
        self.elsewhere: set[int] = set()
        self._demanding = grammar.words_of("demanding")
        self._inviting = grammar.words_of("inviting")
        self._wished = tuple(grammar.words_of("wished_ends")) or ("\0",)
        self._announcing = grammar.words_of("announcing")
        self._calls = tuple(grammar.words_of("calls")) or ("\0",)
        self._quoting, self._topics = grammar.words_of("quoting"), grammar.words_of("topics")

    def read(self, number: int, sentence: Sentence) -> list[Draft]:
        """Return the drafts of a sentence in the order of the text."""
        first, last, _ = sentence
        drafts: list[Draft] = []
        here = Reached(first, last, first, self.subjects.based(first, last))
        for index in range(first, last):
            if self.document.quote_over(index) is not None or len(drafts) >= DRAFTS:
                continue
            draft = None
            if self.word[index].cues:
                draft = self._of_cue(index, here)
            elif self.key[index] in self._quoting:
                draft = self._unlisted(index, here)
            if draft is None:
                continue
            draft.sentence = number
            if self._is_inner(draft, here):
                drafts.append(draft)
                here.inner = draft
                continue
            if here.inner is not None and self._takes_in(draft, here.inner):
                continue
            here.inner = None
            drafts.append(draft)
            here.at = max(here.at, draft.cue[-1][1], *(b for _, b in draft.content))
        drafts = self.citing.read(number, first, last, drafts)
        drafts = drafts or self._uncued(number, first, last)
        drafts += self._led(number, first, last, drafts)
        self._go_on(number, sentence, drafts)
        return drafts

    def _is_inner(self, draft: Draft, here: Reached) -> bool:
        """Say whether somebody else tells that words were said: "X'in … dediğini | aktardı"."""
        form, end = draft.form, draft.cue[-1][1]
        if form is None or not (form.form & w.NOUN and form.form & w.SAID_BY):
            return False
        if not form.governs & w.THAT and form.lemma in ("", *self._quoting):
            return False
        return self.key[end - 1].endswith(self.grammar.clause_ends) and (
            self._is_passed_on(end, here.last)
        )

    def _takes_in(self, draft: Draft, inner: Draft) -> bool:
        """Let an outlet pass on what it tells that others said; somebody else says so himself."""
        passes = draft.source is not None and draft.source[1] <= inner.at
        passes = passes and draft.at <= inner.at and inner.cue[-1][1] <= draft.cue[0][0]
        if not passes or draft.source is None:
            return False
        if self.citing.is_outlet(draft.source):
            inner.relay, inner.relay_cue = draft.source, draft.cue[0]
            return True
        inner.outer = draft
        return False

    def _go_on(self, number: int, sentence: Sentence, drafts: list[Draft]) -> None:
        """Give what names nobody to whom the sentence before tells of, which says nothing.

        "Kassam, Telegram'dan bir açıklama yaptı. Açıklamada, … belirtildi."
        """
        if not drafts:
            self._told = (number, self._teller(sentence))
            return
        told = self._told if self._told[0] == number - 1 else (number, None)
        if told[1] is None or self.document.sentences[number - 1].paragraph != sentence.paragraph:
            return
        if drafts[0].source is None and drafts[0].kind == "verb":
            drafts[0].source = told[1]
            self.elsewhere.add(id(drafts[0]))

    def _teller(self, sentence: Sentence) -> Range | None:
        """Return who makes a statement in a sentence that does not tell what it says."""
        first, last, _ = sentence
        told = w.OCCASION | w.POST
        speaks = any(
            self.word[i].bits & told or self.key[i] in self.nouns.speaking
            for i in range(first, last)
        )
        return self.subjects.find(first, last) if speaks else None

    # -- one cue ---------------------------------------------------------------------

    def _of_cue(self, index: int, here: Reached) -> Draft | None:
        cued = self.leads.cue_at(index, here.at)
        if cued is None:
            return None
        cue, begin = cued
        asked = self.word[index + 1].bits & w.WH if index + 1 < here.last else 0
        if asked and self.key[here.last - 1] in self.grammar.question_marks:
            return None  # "… söyledi mi?"
        content = self._content(cue, begin, index + 1, here)
        if content is None:
            return None
        spans, opening = content
        draft = Draft([(begin, index + 1)], spans, "verb after its content", 0, opening=opening,
                      around=(here.first, here.last), form=cue)  # fmt: skip
        if opening == "colon":
            draft.rule = "verb with content after it"
        if not self._find_source(draft, cue, here):
            return None
        if opening == "quote" and cue.form & w.FINITE:
            draft.content += self._resumed(index + 1, here.last)
        if opening == "clause":
            draft.content = [*self._cut(draft, spans[0], here), *spans[1:]]
        draft.content = [(a, b) for a, b in draft.content if b > a]
        return draft if draft.content else None

    def _resumed(self, end: int, last: int) -> list[Range]:
        """Return the quotation that goes on behind its cue to the end: "…" dedi, | "…"."""
        at = end + 1
        quote = self.document.quote_at.get(at) if at < last and self.key[end] == "," else None
        if quote is None or any(self.word[i].is_word for i in range(quote.after, last)):
            return []
        return [(quote.open, quote.after)]

    def _content(
        self, cue: Cue, begin: int, end: int, here: Reached
    ) -> tuple[list[Range], str] | None:
        """Return what a cue governs here, and how it opens."""
        if cue.form & w.NOUN and self.leads.is_taken(end, here.last):
            return None  # "sözlerine | ekledi"
        if cue.governs & w.QUOTE:
            said = cue.form & (w.FINITE | w.SAID_BY)
            if said and end < here.last and self.key[end] in self.grammar.colons:
                return self._around_colon(cue, begin, end, here)
            if said and end in self.document.quote_at and self.key[begin - 1] in self._announcing:
                return self._after_colon(end - 1, here.last)  # "şunlar kaydedildi "…"": no colon
            quotes = self.contents.quoted(begin, here.at, clauses=bool(cue.governs & w.THAT))
            by = cue.form & w.NOUN and not cue.form & w.SAID_BY
            if quotes and not (by and self.key[end] in self._topics):
                return quotes, "quote"
        owned = cue.form & w.SAID_BY and self._is_passed_on(end, here.last)
        if cue.form & w.NOUN and not owned:
            return None
        clause = cue.governs & w.THAT and self.contents.is_clause(begin, here.at)
        wish = cue.lemma in self._demanding and not cue.form & w.REFUSAL
        if wish and self.key[begin - 1].endswith(self._wished):
            return None  # "ev almak isteyenler": a wish
        if cue.form & w.REFUSAL and self.contents.is_withheld(cue, begin, here.at):
            clause = True
        acts = w.FINITE | w.REFUSAL | w.GERUND | w.BEFORE_NOUN
        acted = cue.governs & w.OBJECT and cue.form & acts and not cue.needs
        if cue.lemma in self._demanding and cue.form & acts:
            acted = acted or self.contents.is_demanded(begin, here.at)
        bare = cue.governs & w.BARE and cue.form & w.BEFORE_NOUN and here.at == here.first
        if clause or acted or bare:
            return [(here.at, begin)], "clause"
        if cue.governs & w.QUOTE and end < here.last and self.key[end] == ";":
            return self._after_colon(end, here.last)
        return None

    def _is_told(self, at: int, last: int) -> bool:
        """Say whether a passive verb follows: "dediği | bildirildi"."""
        near = range(at, min(at + PASSING, last))
        cued = (self.leads.cue_at(i, at) for i in near)
        return any(one is not None and one[0].form & w.SAID_BY for one in cued)

    def _is_passed_on(self, at: int, last: int) -> bool:
        """Say whether a verb tells that others report it: "dediği | iddia edildi"."""
        near = range(at, min(at + PASSING, last))
        return any(self.leads.cue_at(i, at) is not None for i in near)

    def _around_colon(
        self, cue: Cue, begin: int, colon: int, here: Reached
    ) -> tuple[list[Range], str] | None:
        """Return what follows a colon, and the clause that it goes on with."""
        after = self._after_colon(colon, here.last)
        if not (cue.governs & w.THAT and self.contents.is_clause(begin, here.at)):
            return after
        return [(here.at, begin), *(after[0] if after is not None else ())], "clause"

    def _after_colon(self, colon: int, last: int) -> tuple[list[Range], str] | None:
        quote = self.document.quote_at.get(colon + 1)
        if quote is not None:
            return [(quote.open, quote.after)], "colon"
        words = self.document.tokens.count_words(colon + 1, last)
        return ([(colon + 1, last)], "colon") if words else None

    # -- who says it -----------------------------------------------------------------

    def _find_source(self, draft: Draft, cue: Cue, here: Reached) -> bool:
        """Note who says it; False where a passive names nobody."""
        if cue.form & w.BEFORE_NOUN:
            told = self.nouns.after(draft.cue[-1][1], here.last)
            if told is not None:
                draft.source = told[0]
                here.subject = draft.source if told[1] == 0 else here.subject
            return True
        if cue.form & w.SAID_BY and cue.form & w.NOUN:
            return self._find_owner(draft, here)
        if here.based is not None and here.based[2] <= draft.cue[0][0]:
            own = self._beside_based(here.based, draft)
            draft.source, draft.relay, _ = here.based
            if own is not None:
                draft.source, draft.relay = own, draft.source
            return True
        if cue.form & w.SAID_BY:
            return self._find_issuer(draft, here)
        draft.source = self._active(draft, here)
        draft.shared = draft.source is not None and draft.source == here.subject
        draft.features = cue.features & w.PLUR or w.SING if draft.source is None else 0
        here.subject = draft.source or here.subject
        return True

    def _beside_based(self, based: tuple[Range, Range | None, int], draft: Draft) -> Range | None:
        """Return who speaks in a report that rests on an outlet's: "X'in Y'ye dayandırdığı …"."""
        source, _, at = based
        if not self.citing.is_outlet(source):
            return None
        at = self.citing.past(at - 1, draft.cue[0][0])
        at = based[2] if at >= draft.cue[0][0] else at
        while at < draft.cue[0][0] and self.key[at] in self.nouns.topical:
            at += 1
        return self.subjects.find(at, draft.cue[0][0])

    def _find_owner(self, draft: Draft, here: Reached) -> bool:
        """Note whose words a noun means: "X'in | "…" dediği", "X'in geleceğini söylediğini"."""
        begin = draft.content[0][0]
        if draft.opening == "quote":
            draft.source = self.leads.owner_near(here.first, begin)
            verbal = draft.form is not None and draft.form.governs & w.BARE
            if not verbal:  # "X'in "…" sözleri", not "X'in "Sıfır Atık" açıklaması"
                words = self.document.tokens.count_words(*draft.content[-1])
                return draft.source is not None and words >= OWNED
            return draft.source is not None or self._is_told(draft.cue[-1][1], here.last)
        if here.based is not None or draft.form is None or draft.form.governs & w.OBJECT:
            return False
        outer = self.subjects.before_comma(begin, draft.cue[0][0])
        begin = outer[1] if outer is not None else begin
        draft.source = self.leads.first_owner(begin, draft.cue[0][0])
        return draft.source is not None

    def _find_issuer(self, draft: Draft, here: Reached) -> bool:
        begin, end = draft.content[0][0], draft.cue[0][0]
        if draft.opening == "quote":
            near = self.nouns.before(begin, here.first)
            if near is not None:
                draft.source = near
                return True
        issued = self.subjects.issuer(here.first, end)
        if issued is not None:
            draft.source, here.issued = issued
        elif draft.opening != "clause":
            draft.source = here.subject or self.leads.from_whom(here.first, begin)
        return issued is not None or draft.opening != "clause"

    def _active(self, draft: Draft, here: Reached) -> Range | None:
        """Return who says what a finite verb or a gerund tells of."""
        begin, end = draft.cue[0][0], draft.cue[-1][1]
        low = draft.content[0][0] if draft.opening == "quote" else begin
        if draft.opening == "quote":
            near = self.nouns.before(low, here.first)
            if near is not None:
                return near
            behind = self.nouns.after(end, here.last) if end < here.last else None
            if behind is not None and behind[1] == 0 and behind[0][1] >= here.last - 1:
                return behind[0]  # "…" dedi Fidan.
        elif draft.opening == "colon":
            near = self.leads.before_pointer(begin, here.first)
            if near is not None:
                return near
        other = self.subjects.right_at(here.at, low) if here.at > here.first else None
        other = other or self._contrasted(here.at, low)
        if other is not None or here.subject is not None:
            return other or here.subject
        cited = self.citing.past(here.first, low)
        found = self.subjects.find(cited, low) if cited < low else None
        found = found or self.subjects.find(here.first, low)
        if found is None:
            issued = self.subjects.issuer(here.first, low)
            if issued is not None:
                found, here.issued = issued
        return found

    def _contrasted(self, at: int, end: int) -> Range | None:
        """Return who begins a clause behind "derken", which tells of somebody else."""
        if not at or not self.key[at - 1].endswith(self.grammar.contrasts):
            return None
        found = self.nouns.after(at, end)
        if found is None or found[1] or found[0][1] >= end:
            return None
        return found[0] if self.word[found[0][1] - 1].upper else None

    # -- where a clause begins and ends --------------------------------------------------

    def _cut(self, draft: Draft, span: Range, here: Reached) -> list[Range]:
        """Return a clause without who says it, where, to whom, and what parts it from its verb."""
        begin, end = span
        source = draft.source
        if source is not None and begin <= source[1] <= end:
            begin = self.nouns.past_called(source[1], end)
            begin += begin < end and self.nouns.is_suffix(begin)
        told = (here.issued, here.based[2] if here.based is not None else 0)
        begin = max([begin, *(at for at in told if begin <= at <= end)])
        end = self.contents.before_adverbs(end, begin)
        if (
            draft.form is not None
            and draft.form.rest[:1]
            and (draft.form.rest[0].startswith(self._calls))
        ):
            begin = self.contents.past_called_on(self.contents.begin(begin, end), end)
        if draft.form is not None and draft.form.lemma in self._inviting:
            begin = self.contents.past_invited(self.contents.begin(begin, end), end)
        return [(min(self.contents.begin(begin, end), end), end)]

    # -- cues that no table has ----------------------------------------------------------

    def _unlisted(self, index: int, here: Reached) -> Draft | None:
        """Take any verb that ends the clause for the cue of a quotation before "diye"."""
        quotes = self.contents.quoted(index, here.at)
        if not quotes or quotes[-1][1] != index:
            return None
        end = index + 1
        near = min(here.last, index + 1 + UNLISTED)
        while end < near and self.word[end].is_word:
            if end > index + 1 and self.key[end - 1].endswith(self.grammar.finite):
                break  # "diye yakındı | köylüler"
            if self.leads.cue_at(end, index) is not None or self.key[end] in self._quoting:
                return None
            end += 1
        ends = end >= here.last or not self.word[end].is_word
        if end == index + 1 or not (ends or self.key[end - 1].endswith(self.grammar.finite)):
            return None
        draft = Draft([(index, end)], quotes, "unlisted verb", 0, opening="quote",
                      around=(here.first, here.last))  # fmt: skip
        draft.source = self._active(draft, here)
        here.subject = draft.source or here.subject
        return draft

    def _led(self, number: int, first: int, last: int, drafts: list[Draft]) -> list[Draft]:
        """Read the quotation that a sentence without a verb of speech leads to by a colon."""
        quote = next((q for q in self.document.quotes_in(first, last) if q.open > first + 1), None)
        if quote is None:
            return []
        before = quote.open - 1
        adds = (
            bool(drafts)
            and self.key[before] == ","
            and drafts[-1].cue[-1:] != []
            and (
                drafts[-1].cue[-1][1] == before
                and drafts[-1].form is not None
                and bool(drafts[-1].form.form & w.GERUND)
            )
        )  # "… ifade ederek, "…""
        if not adds and self.key[before] not in self.grammar.colons:
            return []
        if any(a < quote.after and quote.open < b for d in drafts for a, b in d.content):
            return []
        begin = max((d.cue[-1][1] for d in drafts if d.cue), default=first)
        source = self.subjects.right_at(begin, quote.open) or self.subjects.find(begin, quote.open)
        source = drafts[-1].source if adds else source
        if source is None or any(self.word[i].is_word for i in range(quote.after, last)):
            return []
        return [Draft([], [(quote.open, quote.after)], "quotation without a cue", number,
                      source=source, kind="quotation", opening="colon",
                      around=(first, quote.open))]  # fmt: skip

    def _uncued(self, number: int, first: int, last: int) -> list[Draft]:
        """Read a sentence that ends with the quotation of whom it names right before."""
        for quote in self.document.quotes_in(first, last):
            if quote.after < last - 1 or quote.open < first + 2 or self.key[quote.open - 1] != ",":
                continue
            source = self.nouns.before(quote.open, first)
            if source is not None:
                return [Draft([], [(quote.open, quote.after)], "quotation without a cue", number,
                              source=source, kind="quotation", opening="quote",
                              around=(first, quote.open))]  # fmt: skip
        return []
