"""Lines that attribute by their shape: headlines, live blogs, transcripts, quoted subheadings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from rawi.reading import lexicon as lx
from rawi.reading.clauses import ClauseReader
from rawi.reading.document import HEADLINE_WORDS, Document, Paragraph, Sentence
from rawi.reading.drafts import Draft, Range
from rawi.reading.inflect import FINITE, PLUR
from rawi.reading.lists import Lists
from rawi.reading.marks import Quote
from rawi.reading.tokens import NEWLINE

#: The source of "X: words" is no longer than this, in tokens.
SOURCE_TOKENS = 14
#: A headline and the source at its end have so many tokens, at least.
SIGNED_TOKENS = 6
#: Inside a paragraph the colon stands so near its beginning, in tokens.
NAMED_TOKENS = 9
#: What speaks before a colon has so many letters: "A. F. P.:" is no "P:".
SHORTEST_NAME = 3
#: A quotation under a label is something said, not a title, from this many words.
LABELLED_WORDS = 4
#: A quotation before dots in a headline is something said, no name, from this many words.
DOTTED_WORDS = 3
#: What parts the two halves of a headline.
DOTS = frozenset({".", "…"})
#: So many occurrences of a word are looked at for lines that it opens.
LABELS = 40


class LineReader:
    """Reads whole lines of one document."""

    def __init__(self, document: Document, clauses: ClauseReader) -> None:
        self.document = document
        self.pack = document.pack
        self.clauses = clauses
        self.nouns = clauses.nouns
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.lists = Lists(document)
        self._transcript: bool | None = None
        self._heads = False  # whether the line that is read stands at the head of the report

    def turn(self, paragraph: Paragraph) -> Draft | None:
        """Return what a line of a transcript says; None for other lines.

        A line that opens with a dash, or with the label of an answerer, is a turn of the
        one who is interviewed; a name before a colon says whose it is.
        """
        first, last, kind = paragraph
        story = self.lists.is_story and self.key[first] in self.pack.dashes
        if kind is not None or not (story or self._is_transcript()) or last - first < 2:
            return None
        mark = self.key[first]
        if mark not in self.pack.bullets and mark not in self.pack.turn_labels:
            return None
        start = first + 1
        if start < last and self.key[start] in self.pack.colons:
            start += 1
        named = self._named_turn(start, last)
        if named is not None:
            return named
        asks = mark in self.pack.bullets and self._asks(paragraph)
        if not story and (mark not in self._answer_marks or asks):
            return Draft([], [(start, last)], "", 0, kind="question")
        if self.key[start] == "(":
            close = next(
                (i for i in range(start, min(last, start + 8)) if self.key[i] == ")"), None
            )
            start = close + 1 if close is not None else start
        return Draft(
            [],
            [(start, last)],
            "turn of a transcript",
            0,
            kind="dialogue",
            opening="colon",
            around=(first, first),
        )

    def _named_turn(self, start: int, last: int) -> Draft | None:
        for colon in range(start + 1, min(last - 1, start + 8)):
            if self.key[colon] in self.pack.colons:
                source = (start, colon)
                quoted = start in self.document.quote_at
                if quoted or all(
                    self.nouns.is_name(i) or self.lex[i].article for i in range(start, colon)
                ):
                    return Draft(
                        [],
                        [(colon + 1, last)],
                        "named turn",
                        0,
                        source=source,
                        kind="dialogue",
                        opening="colon",
                        around=(start, colon),
                    )
                return None
        return None

    def _is_transcript(self) -> bool:
        """Say whether the report is an interview: many lines that open with a question's mark."""
        if self._transcript is None:
            opens = [self.key[p.first] for p in self.document.paragraphs if p.kind is None]
            marks = [
                key for key in opens if key in self.pack.bullets or key in self.pack.turn_labels
            ]
            self._transcript = len(marks) >= 4 and self._asking_lines() >= 2
        return self._transcript

    def _asking_lines(self) -> int:
        """Return how many lines hold a question mark."""
        return sum(
            any(self.key[i] in self.pack.question_marks for i in range(p.first, p.last))
            for p in self.document.paragraphs
        )

    @cached_property
    def _answer_marks(self) -> frozenset[str]:
        """Return the marks that open answers: those whose lines do not ask."""
        asks: dict[str, list[bool]] = {}
        for paragraph in self.document.paragraphs:
            mark = self.key[paragraph.first]
            if mark in self.pack.bullets or mark in self.pack.turn_labels:
                asks.setdefault(mark, []).append(self._asks(paragraph))
        return frozenset(
            mark
            for mark, lines in asks.items()
            if mark in self.pack.answer_labels or sum(lines) <= len(lines) / 2
        )

    def _asks(self, paragraph: Paragraph) -> bool:
        """Say whether a line ends as a question does."""
        return any(
            self.key[i] in self.pack.question_marks or self.key[i] == "…"
            for i in range(paragraph.last - 2, paragraph.last)
        )

    def read(self, number: int, paragraph: Paragraph) -> Draft | None:
        """Return the attribution that a line makes by its shape; None where it makes none."""
        first, last, kind = paragraph
        first = self.document.datelines.get(number, first)
        if first >= last:
            return None
        self._heads = kind == "headline" or number == 0
        short = self.document.tokens.count_words(first, last) <= HEADLINE_WORDS
        shapes = (self._named_line, self._whole_quote, self._signed_line)
        for reader in shapes if short else shapes[:1]:
            draft = reader(first, last)
            if draft is not None:
                return None if self._is_column(number, draft) else self._as_turn(draft)
        return None

    def _is_column(self, number: int, draft: Draft) -> bool:
        """Say whether who stands before the colon of a title signs the next line: a column."""
        lines = self.document.paragraphs
        if number or draft.source is None or len(lines) < 2:
            return False
        return self.key[slice(*draft.source)] == self.key[lines[1].first : lines[1].last]

    def _as_turn(self, draft: Draft) -> Draft:
        """Take a line for a turn where its name opens others, and so does somebody else's."""
        if draft.source is None or draft.rule != "line with a name":
            return draft
        if self.lists.label(draft.source[0]) in self.lists.talkers:
            draft.kind, draft.rule = "dialogue", "named turn"
        return draft

    def sentence(self, sentence: Sentence) -> Draft | None:
        """Return what "somebody: words" says inside a paragraph; None for other sentences."""
        first = sentence.first
        if not self.lex[first].bits & (lx.UNNAMED | lx.ROLE | lx.GIVEN) or self.lex[first].conj:
            return None
        draft = self._named_line(first, sentence.last)
        if draft is None or draft.source is None or draft.source[0] != first:
            return None
        return draft if draft.content[-1][0] - first <= NAMED_TOKENS else None

    def _named_line(self, first: int, last: int) -> Draft | None:
        """Read "X: words" without a verb."""
        begin = first
        dialogue = self.key[begin] in self.pack.bullets
        if dialogue:
            begin += 1
        if begin + 3 < last and self.key[begin] in self.pack.headline_labels:
            parted = self.key[begin + 1] in self.pack.dashes
            begin += 2 * (parted or self._has_two_colons(begin, last))
        colon = next(
            (
                i
                for i in range(begin, min(last, begin + SOURCE_TOKENS * 2))
                if self.key[i] in self.pack.colons and self.document.quote_over(i) is None
            ),
            None,
        )
        if colon is None or colon + 1 >= last or colon == begin:
            return None
        if self.lex[colon - 1].bits & lx.PRON and self.lex[colon - 1].conj:
            return None  # "as for the firms, they are: …"
        relayed = self.key[colon + 1] in self.pack.relay_from
        if relayed and colon + 2 < last and self.lex[colon + 2].bits & lx.MEDIA:
            return None  # "X: from the site Y", a credit
        short = self.document.tokens.count_words(first, last) <= HEADLINE_WORDS
        for start in self._starts(begin, colon, short):
            source = self._source(start, colon)
            if source is None or self._is_where_from(begin, start, colon):
                continue
            content = (colon + 1, self._before_tail(colon + 1, last))
            quote = self.document.quote_at.get(colon + 1)
            if quote is not None and self._ends_with(quote, last):
                content = (colon + 1, quote.after)
            draft = Draft(
                [],
                [content],
                "line with a name",
                0,
                source=source[0],
                kind="line",
                opening="colon",
                around=(begin, colon),
            )
            draft.relay = source[1]
            return draft
        return self._labelled_quote(begin, colon, last)

    def _is_where_from(self, begin: int, start: int, colon: int) -> bool:
        """Say whether a strange word after an outlet is a place: "X Y - the paper - Taima: …"."""
        told = self.lex[start].bits & ~(lx.PLACE | lx.NAME | lx.AMBIGUOUS)
        if start == begin or colon - start > 1 or told:
            return False
        return any(lexeme.outlet for lexeme in self.lex[begin : start - 1])

    def _has_two_colons(self, first: int, last: int) -> bool:
        """Say whether a label of one word is set before a line with a name: "Interview: X: …"."""
        if first + 3 >= last or self.key[first + 1] not in self.pack.colons:
            return False
        return any(key in self.pack.colons for key in self.key[first + 3 : last])

    def _before_tail(self, first: int, last: int) -> int:
        """Return where words end before what a headline adds: "| video", ".. photos"."""
        end = last
        while end > first and not self.key[end - 1][:1].isalnum():
            end -= 1
        start = end
        while start > first and self.key[start - 1] in self.pack.headline_tails:
            start -= 1
        mark = start
        while mark > first and self.key[mark - 1] in DOTS | self.pack.dashes | {"|", "/", "("}:
            mark -= 1
        return mark if first < mark < start < end else last

    def _signed_line(self, first: int, last: int) -> Draft | None:
        """Read "words (a medical source)" and "words - a security source": headlines of agencies.

        Only who can speak and nothing else may stand there: no place, no name of a person.
        """
        if not self._heads or last - first < SIGNED_TOKENS:
            return None
        if self.key[last - 1] == ")":
            back = range(last - 2, max(first, last - SOURCE_TOKENS), -1)
            mark, end = next((i for i in back if self.key[i] == "("), first), last - 1
        else:
            back = range(last - 2, max(first, last - SOURCE_TOKENS // 2), -1)
            dots = self.pack.dashes | {".", "…", "|"}
            mark, end = next((i for i in back if self.key[i] in dots), first), last
        start = mark + 1
        if mark <= first + 2 or start >= end or self.nouns.end(start, end) != end:
            return None
        head = self.lex[start]
        bare = self.key[last - 1] != ")"
        speaks = lx.UNNAMED | (0 if bare else lx.BODY | lx.ROLE | lx.MEDIA)
        person = head.bits & lx.ROLE and not head.bits & (lx.UNNAMED | lx.BODY)
        if not head.bits & speaks or head.bits & (lx.GIVEN | lx.PLACE) or head.prep or head.conj:
            return None
        if (bare and (head.article or not self._is_source(start))) or (person and end - start < 2):
            return None
        while mark > first and self.key[mark - 1] in self.pack.dashes | {".", "…", "|"}:
            mark -= 1
        return Draft([], [(first, mark)], "line with a source", 0, source=(start, end), kind="line",
                     opening="side", around=(first, last))  # fmt: skip

    def _is_source(self, index: int) -> bool:
        """Say whether a word stands for those who will not be named ("sources", "an official")."""
        base = self.lex[index].base
        unnamed = self.pack.source_nouns | self.pack.feminine_plurals | self.pack.officials
        return base in unnamed or self.pack.lemmas.get(base, base) in unnamed

    def _ends_with(self, quote: Quote, last: int) -> bool:
        """Say whether what a line says is its quotation alone: its end, or a clause, follows."""
        if quote.after >= last - 2 or (self._heads and self._is_dotted(quote.after, last)):
            return True
        long = self.document.tokens.count_words(quote.open, quote.close) >= LABELLED_WORDS
        return long and self.key[quote.after] in self.pack.clause_marks | self.pack.sentence_marks

    def _labelled_quote(self, begin: int, colon: int, last: int) -> Draft | None:
        """Read "topic: “words”": a quotation whose label names nobody."""
        quote = self.document.quote_at.get(colon + 1)
        if quote is None or not quote.closed or quote.after < last - 1:
            return None
        if self.document.tokens.count_words(quote.open, quote.close) < LABELLED_WORDS:
            return None
        if self._verbs(begin, colon):
            return None
        return Draft(
            [],
            [(quote.open, quote.after)],
            "quotation under a label",
            0,
            kind="line",
            opening="colon",
            around=(begin, colon),
        )

    def _starts(self, begin: int, colon: int, short: bool) -> Iterator[int]:
        while begin < colon and self.lex[begin].bits & lx.NUMBER:
            begin += 1
        breaks = [
            index + 1
            for index in range(begin, colon - 1)
            if (
                self.key[index] in self.pack.dashes | {"|", "/"}
                or (short and self.key[index] in DOTS)
            )
            and self.key[index + 1] != self.key[index]
        ]
        if breaks and self.key[breaks[-1] - 1] in DOTS:
            yield breaks.pop()  # "fire in the market.. and the civil defence: “…”"
        yield begin
        yield from breaks

    def _source(self, start: int, colon: int) -> tuple[Range, Range | None] | None:
        """Return the source of a line, and the outlet it is relayed by."""
        if colon - start > SOURCE_TOKENS or not self.nouns.starts(start, colon):
            return None
        if self._is_label(start) and self.key[start + 1] in self.pack.colons | {"("}:
            return (start, start + 1), None
        if not self.clauses.heads.has_head(start) and self.lex[start].bits:
            return None
        if self._verbs(start, colon):
            return None
        for index in range(start + 1, colon - 1):
            if self.key[index] in self.pack.relay_from:
                return (index + 1, colon), (start, index)
        if self._is_place(start, colon) and not self._is_own_voice(colon + 1):
            return None
        end = self.nouns.end(start, colon)
        if end - start == 1 and len(self.key[start]) < SHORTEST_NAME:
            return None
        if end < colon and not self._may_trail(end, colon):
            return None
        source = (start, self._before_addressed(start, end))
        return (source, None) if self._speaks(source) else None

    def _before_addressed(self, start: int, end: int) -> int:
        """Return where a name is over before whom a line addresses ("X to the deputies: …")."""
        people = lx.ROLE | lx.UNNAMED | lx.DEMONYM
        for index in range(start + 1, end):
            lexeme = self.lex[index]
            to = lexeme.prep in self.pack.addressing and lexeme.bits & people
            if to and lexeme.features & PLUR and self.nouns.is_name(index - 1):
                return index
        return end

    def _is_place(self, start: int, colon: int) -> bool:
        """Say whether a place stands alone before a colon: a dateline rather than a speaker."""
        place = self.pack.places.match(self.lex, start, colon)
        if place is None or start + place[1] < colon:
            return False
        article = self.pack.lexicon.morphology.article
        return place[0] not in self.pack.seats or not self.key[start].startswith(article)

    def _is_own_voice(self, index: int) -> bool:
        """Say whether words are somebody's own: in marks, or a refusal."""
        return index in self.document.quote_at or bool(self.lex[index].bits & lx.NEG)

    def _verbs(self, first: int, last: int) -> bool:
        return any(self._is_verb(index) for index in range(first, last))

    def _is_verb(self, index: int) -> bool:
        lexeme = self.lex[index]
        finite = lexeme.bits & lx.VERB or lexeme.cue_features & FINITE
        if finite and lexeme.conj and not lexeme.article and not lexeme.bits & lx.NAME:
            return True  # joined on: "so (the publisher) wrote"
        return (
            bool(lexeme.cues)
            and not lexeme.article
            and not lexeme.prep
            and not lexeme.bits & (lx.HEADS | lx.NAME | lx.PREP | lx.TITLE)
            and index not in self.document.quote_at
        )

    def _may_trail(self, index: int, colon: int) -> bool:
        """Say whether what stands between source and colon tells only to whom or where."""
        lexeme = self.lex[index]
        if self.nouns.is_to_outlet(index):
            return True
        return bool(lexeme.prep or lexeme.bits & (lx.PREP | lx.PRESS | lx.TIME)) or (
            self.key[index] in self.pack.addressing | self.pack.clause_marks
            or self.key[index] == "("
        )

    def _speaks(self, source: Range) -> bool:
        if (
            self.lex[source[0]].bits & lx.OFFICE
            and source[1] - source[0] == 2
            and (self.lex[source[0] + 1].bits & lx.PLACE)
        ):
            return True  # "health of the city": a ministry by its field
        if self.lex[source[0]].bits & lx.OFFICE and self.lex[source[0]].article:
            return True
        strong = lx.ROLE | lx.UNNAMED | lx.BODY | lx.TITLE | lx.SPEAKS | lx.GIVEN | lx.DOC
        head = self.lex[source[0]]
        place = self.pack.places.match(self.lex, *source) if head.bits & lx.PHRASE else None
        if place is not None and place[0] in self.pack.seats:
            return True  # "the White House: …"
        if head.bits & (lx.NOUN | lx.MASDAR | lx.TIME | lx.NUMBER) and not head.bits & strong:
            return source[1] - source[0] == 1 and self.nouns.is_surname(source[0])
        if any(self.lex[index].bits & strong for index in range(*source)):
            return True
        if source[0] in self.document.quote_at:
            return True
        if source[1] - source[0] == 1 and self._is_surname(source[0]):
            return True
        return all(self.nouns.is_name(index) for index in range(*source))

    def _is_surname(self, index: int) -> bool:
        """Say whether the report names somebody in full by a word that is no name elsewhere."""
        lexeme = self.lex[index]
        if not lexeme.article or lexeme.bits & ~(lx.ADJ | lx.DEMONYM | lx.NOUN | lx.AMBIGUOUS):
            return False
        return self.nouns.is_named_elsewhere(index)

    def _is_label(self, index: int) -> bool:
        """Say whether a word opens several lines, a colon or a bracket after it, as a speaker's."""
        if not self.nouns.is_named_elsewhere(index):
            return False
        marks = self.pack.colons | {"("}
        places = self.document.positions(self.lex[index].base)
        opens = (
            at + 1 < len(self.key)
            and (not at or self.key[at - 1] == NEWLINE)
            and self.key[at + 1] in marks
            for at in places[:LABELS]
        )
        return sum(opens) > 1

    def _is_dotted(self, index: int, last: int) -> bool:
        """Say whether dots, two or more, part a quotation from the rest of a headline."""
        dots = "".join(self.key[index : min(index + 3, last)])
        return dots.startswith(("..", "…"))

    def _whole_quote(self, first: int, last: int) -> Draft | None:
        """Read a line that is one quotation: a headline or subheading."""
        quote = self.document.quote_at.get(first)
        if quote is None or not quote.closed:
            return None
        words = self.document.tokens.count_words(quote.open, quote.close)
        dotted = self._heads and words >= DOTTED_WORDS and self._is_dotted(quote.after, last)
        if words < 2 or (quote.after < last - 1 and not dotted):
            return None
        return Draft(
            [],
            [(quote.open, quote.after)],
            "quoted line",
            0,
            kind="quoted line",
            opening="quote",
            around=(first, first),
        )
