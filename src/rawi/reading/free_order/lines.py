"""Lines that attribute by their shape: headlines "X: words", interviews, dialogue."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.phrases import Phrase, Phrases
from rawi.reading.free_order.tags import Tags
from rawi.reading.marks import Quote
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import HEADLINE_WORDS, Paragraph
from rawi.reading.subject_first.drafts import Draft, Range

#: What names a speaker before a colon is no longer than this, in tokens.
NAME_TOKENS: Final = 12
#: A headline of more words than this that ends with a body's name is the body's.
SIGNED: Final = 3
#: What parts the hours from the minutes.
HOUR_MARK: Final = ":"
#: A line that signs a quotation above it is no longer, in tokens.
SIGNATURE: Final = 16


class Lines:
    """Reads whole lines of one document."""

    def __init__(self, phrases: Phrases, tags: Tags) -> None:
        self.phrases = phrases
        self.tags = tags
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        self._about = phrases.grammar.words_of("about")
        self._documents = phrases.grammar.words_of("documents")
        self._rubrics = phrases.grammar.words_of("rubrics")

    # -- dialogue ----------------------------------------------------------------------

    def is_turn(self, paragraph: Paragraph) -> bool:
        """Say whether a line opens with the dash of a dialogue."""
        first, last, kind = paragraph
        if (kind is not None and kind != "headline") or last - first < 2:
            return False
        if first in self.document.quote_at:
            return False  # the line tells who says it
        return (self.key[first] in self.grammar.dialogue and self.word[first + 1].upper) or (
            self.key[first] in self.grammar.dialogue and first + 1 in self.document.quote_at
        )

    def turn(self, paragraph: Paragraph) -> Draft:
        """Return what a line of a dialogue says, and who the line says it is."""
        first, last, _ = paragraph
        end = last
        draft = self.tags.between(first + 1, end, False)
        if draft is not None:
            draft.kind = "dialogue" if draft.kind != "question" else "question"
            draft.rule = draft.rule if draft.rule == "words" else "dialogue"
            return draft
        asks = self.key[last - 1] in self.grammar.question_marks
        return Draft([], [(first + 1, end)], "dialogue", 0, kind="question" if asks else "turn",
                     opening="colon", around=(first, last))  # fmt: skip

    def label(self, paragraph: Paragraph) -> Range | None:
        """Return whose words the line of a dialogue below is: a line with a name and a colon."""
        first, colon, kind = paragraph.first, paragraph.last - 1, paragraph.kind
        if kind not in (None, "headline") or self.key[colon] not in self.grammar.colons:
            return None
        phrase = self.phrases.read(first, colon, c.NOMINATIVE)
        if phrase is None or not self._speaks(phrase.head, phrase.named):
            return None
        if any(map(self.phrases.is_verb, range(first, colon))):
            return None
        whole = self.phrases.whole(phrase, colon) == colon
        return (first, colon) if whole else self._affiliation(phrase, colon)

    def signature(self, paragraph: Paragraph) -> Range | None:
        """Return who signs the words above: a short line with a name, then what they are."""
        first, last, kind = paragraph
        if kind is not None or last - first > SIGNATURE or not self.word[last - 1].is_word:
            return None
        phrase = self.phrases.read(first, last, c.NOMINATIVE)
        if phrase is None or not any(
            self.word[i].upper and self.grammar.given(self.word[i]) for i in range(*phrase.span)
        ):
            return None
        if phrase.last < last and self.key[phrase.last] not in self.grammar.dashes | {","}:
            return None
        return None if any(map(self.phrases.is_verb, range(first, last))) else (first, last)

    # -- headlines -----------------------------------------------------------------------

    def read(self, paragraph: Paragraph, begin: int) -> Draft | None:
        """Return the attribution that a line makes by its shape; None where it makes none."""
        first, last, kind = paragraph
        timed = self._past_time(first, last)
        first = max(first, begin, timed)
        if first >= last or kind not in (None, "headline"):
            return None
        if not self._is_captioned(first, last):
            if self.document.tokens.count_words(first, last) > HEADLINE_WORDS:
                return None
            short = self.key[last - 2] in self.grammar.abbreviations and not paragraph.first
            if (
                self.key[last - 1] == "."
                and not short
                and kind != "headline"
                and timed == paragraph.first
            ):
                return None
        return (self._marked(first, last) or self._labelled(first, last)
                or self._signed(first, last) or self._trailed(first, last))  # fmt: skip

    def _past_time(self, first: int, last: int) -> int:
        """Return the token after the hour that opens an entry of a live report: "19:30."."""
        hour, mark, minute = self.key[first].partition(HOUR_MARK)
        if first + 2 >= last or not mark or not (hour.isdigit() and minute.isdigit()):
            return first
        return first + 1 + (not self.word[first + 1].is_word and first + 1 not in (
            self.document.quote_at))  # fmt: skip

    def _is_captioned(self, first: int, last: int) -> bool:
        """Say whether a paragraph is a name, a colon and a quotation to its end."""
        colon = self._colon(first, last)
        quote = self.document.quote_at.get(colon + 1) if colon is not None else None
        if colon is None or colon == first:
            return False
        phrase = self.phrases.read(first, colon, c.NOMINATIVE)
        if phrase is None:
            return False
        if quote is None:
            return self._affiliation(phrase, colon) is not None
        if self._outlet_told(phrase.last, colon) is not None:
            return True
        return quote.after >= last - 1 and self.phrases.whole(phrase, colon) == colon

    def _affiliation(self, phrase: Phrase, colon: int) -> Range | None:
        """Return the name and what follows its comma before a colon: "X, the university of Y:"."""
        named = any(
            self.word[i].upper and self.grammar.given(self.word[i]) for i in range(*phrase.span)
        )
        if named and self._is_told_apart(phrase, colon):
            return phrase.first, colon
        if not named or phrase.last >= colon - 1 or self.key[phrase.last] != ",":
            return None
        if any(map(self.phrases.is_verb, range(phrase.last, colon))):
            return None
        where = self.phrases.read(phrase.last + 1, colon, c.NOMINATIVE)
        place = where is not None and self.word[where.head].bits & w.HEADS and where.last == colon
        return (phrase.first, colon) if place else None

    def _is_told_apart(self, phrase: Phrase, colon: int) -> bool:
        """Say whether brackets tell who somebody is before a colon: "X (captain of the team):"."""
        opened = next((i for i in range(phrase.first + 1, colon) if self.key[i] == "("), colon)
        if opened >= colon - 2 or self.key[colon - 1] != ")" or phrase.last < opened:
            return False
        return bool(self.word[opened + 1].bits & (w.ROLE | w.PERSON))

    def _outlet_told(self, at: int, colon: int) -> Range | None:
        """Return the outlet that a dash joins to who speaks: "X — BNS: “…”"."""
        if at + 1 >= colon or self.key[at] not in self.grammar.dashes:
            return None
        named = self.phrases.outlets.at(at + 1, colon, strict=False)
        marked = self.phrases.quote_at.get(at + 1)
        end = named.whole[1] if named is not None else marked.after if marked is not None else 0
        return (at + 1, colon) if end == colon else None

    def _colon(self, first: int, last: int) -> int | None:
        index = first
        while index < last:
            quote = self.document.quote_at.get(index)
            if quote is not None:
                index = quote.after
                continue
            if self.key[index] in self.grammar.colons and not self._is_score(index, last):
                return index
            index += 1
        return None

    def _is_score(self, colon: int, last: int) -> bool:
        """Say whether a colon stands between two numbers: "2:1"."""
        near = (colon - 1, colon + 1)
        return colon + 1 < last and all(self.key[i][:1].isdigit() for i in near)

    def _labelled(self, first: int, last: int) -> Draft | None:
        """Read "X: words" and "X about Y: “words”"."""
        colon = self._colon(first, last)
        if colon is None or colon + 1 >= last or colon == first or colon - first > NAME_TOKENS:
            return None
        if any(self.phrases.is_verb(i) for i in range(first, colon)):
            quote = self.document.quote_at.get(colon + 1)
            if quote is None or quote.after < last - 1:
                return None
            draft = self._line([(quote.open, quote.after)], None, first, colon)
            draft.kind, draft.opening = "quoted line", "repeated"
            return draft
        phrase = self.phrases.read(first, colon, c.NOMINATIVE)
        if phrase is None or not self._speaks(phrase.head, phrase.named):
            return None
        if self.word[phrase.head].lemma in self._rubrics or self.key[phrase.head] in self._rubrics:
            return None  # "Review of the press: …"
        if self.key[first] in self._documents:
            return None  # "It is added: “…”"
        quote = self.document.quote_at.get(colon + 1)
        end = self.phrases.whole(phrase, colon)
        about = phrase.named and self.key[phrase.last] in self._about
        aside = end < colon and self.phrases.complement(end, colon) == colon
        beside = self._affiliation(phrase, colon)
        told = self._outlet_told(phrase.last, colon)
        whole = end == colon or about or bool(beside or told)
        whole = whole or (aside and self.phrases.is_adjunct(end, colon))
        if not whole and quote is None:
            return None
        content = (colon + 1, last)
        if beside is not None and self.key[colon - 1] == ")":
            content = (colon + 1, last - (self.key[last - 1] == "."))
        elif beside is not None:
            content = (colon + 1, self._sentence_end(colon, last))
        elif quote is None and self.grammar.drops_subject:
            content = (colon + 1, self._said_end(colon, last))
        if quote is not None and (told is not None or quote.after >= last - 1):
            content = (colon + 1, quote.after)
        source = beside or (phrase.first, end if end == colon else phrase.last)
        draft = self._line([content], source, first, colon)
        draft.hearer = told or self._bracketed(phrase)
        return draft

    def _sentence_end(self, at: int, last: int) -> int:
        """Return where the sentence of a token ends, its mark left out."""
        ends = (s.last for s in self.document.sentences if s.first <= at < s.last)
        end = min(next(ends, last), last)
        while end > at + 1 and self.key[end - 1] in self.grammar.sentence_marks:
            end -= 1
        return end

    def _said_end(self, colon: int, last: int) -> int:
        """Return where a headline's words end before a sentence of somebody else: "X: …. Y: …"."""
        for at in range(colon + 2, last - 1):
            if self.key[at] in self.grammar.sentence_marks and self.word[at + 1].upper:
                if self.key[at - 1] not in self.grammar.abbreviations:
                    other = any(self.key[i] in self.grammar.colons for i in range(at + 1, last))
                    return at if other else last
        return last

    def _bracketed(self, phrase: Phrase) -> Range | None:
        """Return the outlet in brackets behind who speaks: "X (to the channel Y): “…”"."""
        last = phrase.last - 1
        opened = next((i for i in range(last, phrase.first, -1) if self.key[i] == "("), None)
        if opened is None or self.key[last] != ")":
            return None
        return (opened + 1, last) if self.phrases.mask(opened + 1) & c.DATIVE else None

    def _signed(self, first: int, last: int) -> Draft | None:
        """Read a headline that ends with whose words it is: "words — X"."""
        dash = next(
            (i for i in range(last - 1, first, -1) if self.key[i] in self.grammar.dashes), 0
        )
        if not dash or last - dash > NAME_TOKENS or self.key[dash - 1] in self.grammar.dashes:
            return None
        phrase = self.phrases.read(dash + 1, last, c.NOMINATIVE)
        if phrase is None or phrase.last != last or not self._is_known(phrase.head):
            return None
        end = dash - 1 if self.key[dash - 1] == "," else dash
        parts = range(first, end)
        long = self.document.tokens.count_words(first, end) > SIGNED
        if long and self.word[phrase.head].bits & w.BODY:
            return self._line([(first, end)], phrase.span, dash, last)
        if not any(self.phrases.is_verb(i) or self.phrases.is_participle(i) for i in parts):
            return None
        draft = self._line([(first, end)], phrase.span, dash, last)
        draft.kind = "quoted line" if first in self.document.quote_at else "line"
        return draft

    def _trailed(self, first: int, last: int) -> Draft | None:
        """Read a headline whose last colon leads to whose words it is: "words: the deputy"."""
        colon = next((i for i in range(last - 1, first, -1) if self.key[i] in self.grammar.colons),
                     0)  # fmt: skip
        if not colon or last - colon > NAME_TOKENS or self._is_score(colon, last):
            return None
        credit = self.key[colon - 1] in self.grammar.words_of("photo_labels")
        if credit or any(self.key[i] in self.grammar.sentence_marks for i in range(first, colon)):
            return None
        phrase = self.phrases.read(colon + 1, last, c.NOMINATIVE)
        if phrase is None or phrase.last != last or not self._is_known(phrase.head):
            return None
        if not any(map(self.phrases.is_verb, range(first, colon))):
            return None
        return self._line([(first, colon)], phrase.span, colon, last)

    def _is_known(self, head: int) -> bool:
        """Say whether a head speaks: a body, an office, a name that stands elsewhere too."""
        bits = self.word[head].bits
        if bits & (w.ROLE | w.PERSON | w.BODY | w.MEDIA | w.GIVEN) or self.word[head].outlet:
            return True
        return any(place != head for place in self.phrases.named(head))

    def _speaks(self, head: int, named: bool) -> bool:
        bits = self.word[head].bits
        if bits & (w.PLACE | w.THING) and not bits & (w.HEADS | w.GIVEN):
            return False  # "Rocket fire on X: the mayor told of damage"
        initials = self.word[head].caps and self.grammar.drops_subject and not bits & w.PLACE
        return bool(bits & (w.HEADS | w.GIVEN)) or named or initials

    def _line(self, content: list[Range], source: Range | None, first: int, colon: int) -> Draft:
        return Draft([], content, "line with a name", 0, source=source, kind="line",
                     opening="colon", around=(first, colon))  # fmt: skip

    def _marked(self, first: int, last: int) -> Draft | None:
        """Read a line of words in marks, alone or before a colon or a dash."""
        quote = self.document.quote_at.get(first)
        if quote is None or self.document.tokens.count_words(quote.open, quote.close) < 2:
            return None
        after = quote.after
        if after < last and self.key[after] in self.grammar.colons and self._is_called(quote):
            return None  # "“Northern Grids”: 14 villages are without light"
        alone = after >= last or (after == last - 1 and not self.word[after].is_word)
        led = after < last and (
            self.key[after] in self.grammar.colons or self.key[after] in self.grammar.dashes
        )
        if not alone and not led:
            return None
        draft = self._line([(quote.open, quote.after)], None, first, after)
        draft.kind = "quoted line"
        draft.opening = "alone" if alone else "repeated"
        if led:
            self._tell_speaker(draft, after + 1, last)
        return draft

    def _is_called(self, quote: Quote) -> bool:
        """Say whether marks hold a name: an outlet's, or words that have capitals all."""
        words = [self.word[i] for i in range(quote.open + 1, quote.close) if self.word[i].is_word]
        if self.phrases.outlets.is_outlet(quote.open + 1, quote.close):
            return True
        return all(word.upper or word.key[:1].isdigit() for word in words)

    def _tell_speaker(self, draft: Draft, first: int, last: int) -> None:
        """Take who speaks from what follows a quotation: "“…”: the owner answered"."""
        for index in range(first, last):
            cue = next((cue for cue in self.word[index].cues if cue.form & w.FINITE), None)
            if cue is None:
                continue
            subject = self.tags.subjects.before(index, first, cue.features)
            if subject is not None and self._speaks(subject.head, False):
                draft.source, draft.opening = subject.span, "alone"
            return
