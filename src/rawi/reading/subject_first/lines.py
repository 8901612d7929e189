"""Lines that attribute by their shape: headlines "X: words", transcripts, dialogue, subheadings."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import HEADLINE_WORDS, Document, Paragraph
from rawi.reading.subject_first.drafts import Draft
from rawi.reading.subject_first.incises import Incises
from rawi.reading.subject_first.outlets import Outlets
from rawi.reading.subject_first.phrases import Phrases

#: What names a speaker before a colon is no longer than this, in tokens.
NAME_TOKENS: Final = 9
#: Who speaks after the colon of a headline has no more words.
REVERSED: Final = 5
#: A quotation in a headline is something said from so many words on.
LED: Final = 3
#: Marks that part a headline in two.
STRONG: Final = frozenset(";|")
#: The letters that sign a note stand so near its end, in tokens.
NOTE: Final = 4
#: A report is a transcript with so many labelled lines.
TURNS: Final = 3


class Lines:
    """Reads whole lines of one document."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        self.document = document
        self.grammar = document.grammar
        self.phrases = phrases
        self.word = document.word
        self.key = document.key
        self.outlets = Outlets(document)
        self._labels = self._count_labels()
        self._telling = document.grammar.words_of("telling_prepositions")
        #: how many lines open with somebody's full name and a colon, once it was asked
        self._names: int | None = None
        self._notes = document.grammar.words_of("editors_notes")
        #: how many lines open with a label in capitals, once it was asked
        self._shouts: int | None = None
        self._asides = document.grammar.words_of("asides")
        self._quote_labels = document.grammar.words_of("quote_labels")
        self._crediting = document.grammar.words_of("crediting")
        self._givers = document.grammar.words_of("givers")
        self._countries = document.grammar.words_of("outlet_tails")
        self._asking = document.grammar.words_of("askers")
        self._labels_of_records = document.grammar.words_of("telling_labels")
        self._answering = document.grammar.words_of("answerers")

    def _count_labels(self) -> dict[str, int]:
        """Return how often each short label opens a line before a colon."""
        found: dict[str, int] = {}
        for first, last, _ in self.document.paragraphs:
            colon = self._colon(first, min(last, first + 6))
            if colon is not None and colon > first:
                label = self.document.tokens.words(first, colon)
                found[label] = found.get(label, 0) + 1
        return found

    def _turns(self, label: str) -> int:
        """Return how many lines a label opens, its initials or the name that they are of."""
        letters = [part[0] for part in label.replace(".", " ").split()]
        return sum(
            count
            for other, count in self._labels.items()
            if other == label
            or (
                len(letters) > 1
                and ([part[0] for part in other.replace(".", " ").split()] == letters)
            )
        )

    def _colon(self, first: int, last: int) -> int | None:
        for index in range(first, last):
            if index in self.document.quote_at:
                return None
            if self.key[index] in self.grammar.colons:
                return index
        return None

    def turn(self, paragraph: Paragraph) -> Draft | None:
        """Return what a line of a transcript says; None for other lines."""
        first, last, kind = paragraph
        if kind is not None:
            return None
        colon = self._colon(first, min(last, first + 6))
        if colon is None or colon + 1 >= last or colon == first:
            return None
        label = self.document.tokens.words(first, colon)
        if self.key[first] in self._asking and colon == first + 1:
            return Draft([], [(colon + 1, last)], "", 0, kind="question")
        answers = self.key[first] in self._answering and colon == first + 1
        told = answers or self._turns(label) >= TURNS or self._is_shouted(first, colon)
        if not told and not self._is_in_round(first, colon, last):
            return None
        if not answers and not all(
            self.word[i].upper or not self.word[i].is_word for i in range(first, colon)
        ):
            return None
        return Draft(
            [],
            [(colon + 1, last)],
            "turn of a transcript",
            0,
            source=(first, colon),
            kind="dialogue",
            opening="colon",
            around=(first, colon),
        )

    def _is_shouted(self, first: int, colon: int) -> bool:
        """Say whether a label is in capitals, as those of other lines are: "POE: We knew."."""
        if not self._is_capitals(first, colon):
            return False
        if self._shouts is None:
            self._shouts = sum(
                self._is_capitals(begin, mark)
                for begin, end, kind in self.document.paragraphs
                if kind is None and (mark := self._colon(begin, min(end, begin + 6))) is not None
            )
        return self._shouts > TURNS

    def _is_capitals(self, first: int, colon: int) -> bool:
        words = [self.word[i] for i in range(first, colon) if self.word[i].is_word]
        return bool(words) and all(word.caps and len(word.key) > 2 for word in words)

    def _is_in_round(self, first: int, colon: int, last: int) -> bool:
        """Say whether a line is one of several people's words: "Ada Lorne: We were poor."."""
        if not self._is_full_name(first, colon) or colon + 1 in self.document.quote_at:
            return False
        if not any(self.word[i].bits & w.FIRST for i in range(colon + 1, last)):
            return False
        if self._names is None:
            self._names = sum(
                self._is_full_name(begin, mark)
                for begin, end, _ in self.document.paragraphs
                if (mark := self._colon(begin, min(end, begin + 6))) is not None
            )
        return self._names >= TURNS

    def _is_full_name(self, first: int, colon: int) -> bool:
        """Say whether two to four words with capitals, and no others, stand before a colon."""
        words = [self.word[i] for i in range(first, colon) if self.word[i].is_word]
        none = w.DET | w.PREP | w.AUX | w.BODY | w.PRON
        return 2 <= len(words) <= 4 and all(o.upper and not o.bits & none for o in words)

    def dialogue(self, paragraph: Paragraph, incises: Incises) -> Draft | None:
        """Return what a line says that opens with the dash of dialogue; None for others."""
        first, last, kind = paragraph
        opens = self.key[first] in self.grammar.dialogue
        dashes = self.grammar.dashes if self.grammar.dashes_too else ()
        if kind is not None or last - first < 3 or not (opens or self.key[first] in dashes):
            return None
        draft = incises.inside(0, first + 1, last)
        if draft is not None and (opens or self.key[draft.cue[0][0] - 1] in dashes):
            draft.kind = "dialogue line"
            return draft
        if not opens:
            return None  # a bullet, which a hyphen is as well: "- … - explicou X."
        signed = self.outlets.known(first + 1, last)
        if signed is not None and signed.whole[1] == last:
            return None  # "— La Presse Canadienne"
        end = self._without_note(first + 1, last)
        return Draft([], [(first + 1, end)], "line of dialogue", 0, kind="quotation",
                     opening="colon", around=(first, first))  # fmt: skip

    def _without_note(self, first: int, last: int) -> int:
        """Return where an answer ends before a note of the editors in brackets."""
        if not any(self.key[i] in self._notes for i in range(max(first, last - NOTE), last)):
            return last
        return next((i for i in range(last - 1, first, -1) if self.key[i] == "("), last)

    def quoted(self, paragraph: Paragraph) -> Draft | None:
        """Return what a line with a label quotes: "Quote from Poe: “…”"; None for other lines."""
        first, last, kind = paragraph
        if kind is not None or self.key[first] not in self._quote_labels:
            return None
        colon = self._colon(first, min(last, first + NAME_TOKENS + 3))
        if colon is None or colon + 1 not in self.document.quote_at:
            return None
        content = [(colon + 1, self.document.quote_at[colon + 1].after)]
        if colon == first + 1:
            return Draft([], content, "quotation under a label", 0, opening="colon",
                         around=(first, colon))  # fmt: skip
        if self.key[first + 1] not in self._givers or colon == first + 2:
            return None
        return Draft([(first, first + 2)], content, "quotation under a label", 0,
                     source=(first + 2, colon), opening="colon", around=(first, colon))  # fmt: skip

    def read(self, paragraph: Paragraph, begin: int) -> Draft | None:
        """Return the attribution that a line makes by its shape; None where it makes none."""
        first, last, kind = paragraph
        first = max(first, begin)
        if first >= last:
            return None
        first = self.document.past_label(first, last)
        short = self.document.tokens.count_words(first, last) <= HEADLINE_WORDS
        closed = self.key[last - 1] == "." and kind != "headline"
        if not short or closed:
            return None
        found = self._last_labelled(first, last) or self._labelled(first, last)
        found = found or self._bracketed(first, last)
        if found is None and (kind == "headline" or first == self.document.paragraphs[0].first):
            found = self._dashed(first, last)
        found = found or self._marked(first, last)
        if found is None and kind == "headline":
            found = self._led(first, last) or self._leading(first, last)
            found = found or self._apart(first, last)
        return found or (self._partly(first, last) if kind == "headline" else None)

    def _last_labelled(self, first: int, last: int) -> Draft | None:
        """Read a line whose last sentence is somebody's: "Frana, due morti. Il sindaco: «…»"."""
        starts = (i + 1 for i in range(last - 2, first, -1) if self.key[i] == ".")
        start = next((i for i in starts if self.document.quote_over(i) is None), first)
        if not self.grammar.drops_subject or start <= first or not self.word[start].upper:
            return None
        quotes = self.document.quotes_in(start, last)
        led = len(quotes) == 1 and self.key[quotes[0].open - 1] in self.grammar.colons
        return self._labelled(start, last) if led else None

    def _partly(self, first: int, last: int) -> Draft | None:
        """Read a headline with a quotation in it that names nobody as its speaker."""
        quotes = [
            q for q in self.document.quotes_in(first, last)
            if self.document.tokens.count_words(q.open, q.close) >= 3
        ]  # fmt: skip
        if len(quotes) != 1 or quotes[0].after < last - 1:
            return None
        colon = self._colon_outside(first, quotes[0].open)
        start = first if colon is None else colon + 1
        if start == quotes[0].open:
            return None
        opened = quotes[0].open
        asked = self.key[opened - 1] in self.grammar.sentence_marks  # "Sleep? “A nice guess”"
        dashed = self.grammar.noun_capitals and self.key[opened - 1] in self.grammar.dashes
        if asked or dashed:  # "Lawine im Tal – „Wir hörten nichts“"
            start = opened
        return Draft([], [(start, last)], "partly quoted headline", 0, kind="quoted line",
                     opening="quote", around=(first, first))  # fmt: skip

    def _led(self, first: int, last: int) -> Draft | None:
        """Read a headline whose end is a quotation after a colon: "Strike: ‘We slept here’"."""
        quotes = self.document.quotes_in(first, last)
        if len(quotes) != 1 or quotes[0].after < last or self.grammar.topics:
            return None
        opened = quotes[0].open
        if opened <= first + 1 or self.key[opened - 1] not in self.grammar.colons:
            return None
        if self.document.tokens.count_words(opened, last) < LED:
            return None
        start = max((i + 1 for i in range(first, opened) if self.key[i] in STRONG), default=first)
        named = self._before_hearer(start, opened - 1)
        source = (start, named) if self._is_speaker(start, named) else None
        return Draft([], [(opened, last)], "quotation under a label", 0, source=source,
                     kind="quoted line", opening="quote", around=(first, first))  # fmt: skip

    def _apart(self, first: int, last: int) -> Draft | None:
        """Read a headline of a name, a comma and a quotation: "Meloni, ‘L'Italia non cede’"."""
        quotes = self.document.quotes_in(first, last) if self.grammar.drops_subject else []
        comma = quotes[0].open - 1 if len(quotes) == 1 else first
        if comma <= first or self.key[comma] != "," or quotes[0].after < last:
            return None
        few = self.document.tokens.count_words(quotes[0].open, last) < LED
        if few or not self._is_speaker(first, comma):
            return None
        named = self.phrases.starts(first, comma) and self.phrases.whole_end(first, comma) == comma
        return self._line([(comma + 1, last)], (first, comma), first, comma) if named else None

    def _leading(self, first: int, last: int) -> Draft | None:
        """Read a headline that opens with a quotation: "‘No other way’: mayor on the bridge"."""
        quote = self.document.quote_at.get(first)
        if quote is None or quote.after >= last - 1 or self.grammar.topics:
            return None
        mark = self.key[quote.after]
        dashed = mark in self.grammar.dashes and self._is_spaced(quote.after)
        few = self.document.tokens.count_words(first, quote.after) < LED
        if few or not (dashed or mark in self.grammar.colons):
            return None
        at = quote.after + 1
        end = self.phrases.end(at, last) if self.phrases.starts(at, last) else at
        ends = end >= last or bool(self.word[end].bits & w.PREP)
        known = self.word[at].upper or bool(
            self.word[at].bits & (w.HEADS | w.DET | w.TITLE | w.ADJ)
        )
        told = ends and end > at and known and self._is_speaker(at, end)
        source = (at, end) if told else None
        return Draft([], [(first, quote.after)], "quoted line", 0, source=source,
                     kind="quoted line", opening="quote", around=(first, first))  # fmt: skip

    def labelled(self, first: int, last: int) -> Draft | None:
        """Return what a stretch says by its shape: "X: words", "“words”: X"."""
        return self._labelled(first, last)

    def _labelled(self, first: int, last: int) -> Draft | None:
        """Read "X: words" without a verb, and "“words”: X"."""
        colon = self._colon_outside(first, last)
        if colon is None or colon + 1 >= last or colon == first:
            return None
        words = self.document.quotes_in(first, colon)
        if words and words[0].open == first and words[0].after == colon:
            leading = self._leading(first, last)
            if leading is not None:
                return leading
            return self._line([(words[0].open, words[0].after)], None, first, colon)
        if self._is_reversed(first, colon, last):
            return self._line([(first, colon)], (colon + 1, last), first, last)
        named = self._before_hearer(first, colon)
        told = named < colon and all(self.word[i].upper for i in range(first, named))
        told = told and not (self.grammar.noun_capitals and "-" in self.key[first])
        if named - first > NAME_TOKENS or not (told or self._is_speaker(first, named)):
            return None
        if self._is_credit(first, colon, last):
            return None  # "Fuente original: Sputnik"
        if self.key[colon + 1] in self._asides and self.key[last - 1] != "?":
            return None  # "Storm Greta: what we know"
        if self._is_caption(first, colon, last):
            return None  # "Paul Lorne : une vie de combats"
        quote = self.document.quote_at.get(colon + 1)
        content = (colon + 1, last)
        if quote is not None and quote.after >= last - 1:
            content = (colon + 1, quote.after)
        return self._line([content], (first, named), first, colon)

    def _is_credit(self, first: int, colon: int, last: int) -> bool:
        """Say whether a line's label is one of crediting, and an outlet all that follows it."""
        if not any(self.key[i] in self._crediting for i in range(first, colon)):
            return False
        outlet = self.outlets.known(colon + 1, last)
        return outlet is not None and outlet.whole[1] >= last

    def _before_hearer(self, first: int, colon: int) -> int:
        """Return where who speaks ends before an outlet that they speak to: "X al Tg1: “…”"."""
        for at in range(colon - 2, first, -1):
            if self.key[at] in self._telling and self.grammar.drops_subject:
                outlet = self.outlets.known(at + 1, colon)
                return at if outlet is not None and outlet.whole[1] >= colon else colon
        return colon

    def _is_caption(self, first: int, colon: int, last: int) -> bool:
        """Say whether a person's name and a noun phrase without a verb are a line's two parts."""
        opens = self.word[colon + 1]
        if not self.grammar.topics or not self._is_full_name(first, colon):
            return False
        if colon + 1 in self.document.quote_at or not opens.bits & (w.INDEF | w.POSS):
            return False
        return not any(self.phrases.is_verb(i) for i in range(colon + 2, last))

    def _bracketed(self, first: int, last: int) -> Draft | None:
        """Read a headline that ends with who says it in brackets: "Deux morts (préfecture)"."""
        if not self.grammar.topics or self.key[last - 1] != ")":
            return None
        opened = next((i for i in range(last - 2, max(first, last - NAME_TOKENS), -1)
                       if self.key[i] == "("), None)  # fmt: skip
        if opened is None or self.document.tokens.count_words(first, opened) < 3:
            return None
        words = [self.word[i] for i in range(opened + 1, last - 1)]
        if not words or any(word.outlet or word.bits & (w.MEDIA | w.NUM) for word in words):
            return None
        if not words[0].bits & (w.ROLE | w.PERSON | w.BODY | w.DOC | w.TITLE) and not (
            self._is_known(opened + 1, last - 1)
        ):
            return None
        return self._line([(first, opened)], (opened + 1, last - 1), first, last)

    def _dashed(self, first: int, last: int) -> Draft | None:
        """Read a headline that ends with a dash and who says it: "Port to shut - minister"."""
        near = range(last - 2, max(first, last - REVERSED - 2), -1)
        marks = (i for i in near if self.key[i] in self.grammar.dashes and (
            self._is_spaced(i) or self.key[i - 1] in self.grammar.dashes))  # fmt: skip
        dash = next(marks, None)
        if dash is None or self.document.tokens.count_words(first, dash) < 4:
            return None
        words = [self.word[i] for i in range(dash + 1, last)]
        double = self.key[dash - 1] in self.grammar.dashes  # "Port to shut -- minister"
        if any(not o.is_word or (o.bits & w.AUX and not o.bits & w.GENITIVE) for o in words):
            return None
        spelt = self.grammar.title_case and self._is_spelt_out(dash + 1, last)
        media = any(o.outlet or o.bits & (w.MEDIA | w.MEDIAPART) for o in words)
        if not spelt and (media or self._is_outlet(dash + 1)):
            said = any(c.form & w.FINITE for i in range(first, dash) for c in self.word[i].cues)
            cited = self.grammar.title_case and not said and self._is_known(dash + 1, last)
            if not cited:
                return None
            return self._line([(first, dash - double)], (dash + 1, last), first, last)
        who = w.ROLE | w.BODY | (w.PERSON | w.DOC if self.grammar.title_case else 0)
        named = words[-1].bits & who or words[0].bits & (w.ROLE | w.TITLE)
        named = named or spelt
        if not named and not self._is_known(dash + 1, last):
            return None
        return self._line([(first, dash - double)], (dash + 1, last), first, last)

    def _is_spelt_out(self, first: int, last: int) -> bool:
        """Say whether a line ends with the letters of a body that the report names: "– UN"."""
        if last - first > 1 or not self.word[first].caps or len(self.key[first]) < 2:
            return False
        letters, upper = self.key[first], self.document.tokens.upper
        for place, start in enumerate(upper):
            run = upper[place : place + len(letters)]
            if start > last and run[-1] - start < len(letters) + 2:
                if "".join(self.key[i][:1] for i in run) == letters:
                    return True
        return False

    def _is_spaced(self, index: int) -> bool:
        tokens = self.document.tokens
        return tokens.start[index] > tokens.end[index - 1]

    def _is_reversed(self, first: int, colon: int, last: int) -> bool:
        """Say whether who speaks stands after the colon: "Ministers resign: official"."""
        if last - colon - 1 > REVERSED or last - colon - 1 >= colon - first:
            return False
        words = [self.word[i] for i in range(colon + 1, last)]
        if not all(word.is_word for word in words) or words[0].bits & w.DET:
            return False
        head = words[-1].bits & (w.ROLE | w.PERSON | w.BODY | w.DOC)
        clause = self.document.tokens.count_words(first, colon) > 3
        if not head and self.grammar.title_case and all(word.upper for word in words):
            head = self._is_known(colon + 1, last) and not self._is_outlet(colon + 1)
        return bool(head) and clause and not any(word.bits & w.AUX for word in words)

    def _is_outlet(self, index: int) -> bool:
        return self.word[index].outlet or self.key[index] in self.document.reporters

    def _line(
        self, content: list[tuple[int, int]], source: tuple[int, int] | None, first: int, colon: int
    ) -> Draft:
        return Draft([], content, "line with a name", 0, source=source, kind="line",
                     opening="colon", around=(first, colon))  # fmt: skip

    def _colon_outside(self, first: int, last: int) -> int | None:
        index = first
        while index < last:
            quote = self.document.quote_at.get(index)
            if quote is not None:
                index = quote.after
                continue
            if self.key[index] in self.grammar.colons:
                return index
            index += 1
        return None

    def _is_speaker(self, first: int, colon: int) -> bool:
        """Say whether words before a colon name somebody who speaks."""
        if not self.phrases.starts(first, colon) or self.phrases.end(first, colon) < colon:
            return False
        words = [self.word[i] for i in range(first, colon) if self.word[i].is_word]
        if any(word.cues and word.bits & w.VERB for word in words):
            return False
        if self.grammar.topics:
            stop = next((i for i in range(first, colon) if self.word[i].bits & w.PREP
                         and not self.word[i].upper), colon)  # fmt: skip
            head = [self.word[i] for i in range(first, stop)]
            who = w.ROLE | w.PERSON | w.TITLE | w.GIVEN
            body = self.grammar.drops_subject and colon + 1 in self.document.quote_at
            if body and any(word.bits & w.BODY or word.outlet for word in head):
                return len(words) <= 4
            if not any(word.bits & who and not word.bits & w.PLACE for word in head):
                return not any(word.bits & (w.HEADS | w.PLACE) for word in words) and (
                    self._is_known(first, colon)
                )
            return True
        if self._is_record(first, colon):
            return True
        if self.grammar.noun_capitals:  # "Rettung der Gäste: …"
            stop = next((i for i in range(first + 1, colon) if self.word[i].bits & w.PREP), colon)
            words = [self.word[i] for i in range(first, stop) if self.word[i].is_word]
            if len(words) == 1 and self._is_network(first):
                return False  # "Twitter: …"
        if any(word.bits & (w.ROLE | w.PERSON | w.TITLE | w.GIVEN) for word in words):
            return True
        if len(words) == 1 and words[0].key in self._countries:
            return False  # "Ghana: teachers on strike"
        if any(word.bits & w.BODY or word.outlet for word in words):
            return len(words) <= 4
        return self._is_known(first, colon)

    def _is_record(self, first: int, colon: int) -> bool:
        """Say whether a headline's label is a writing that tells: "Study: coffee is harmless"."""
        headline = self.document.paragraphs[0]
        led = headline.kind in (None, "headline") and headline.first <= first < headline.last
        if not led or self.key[colon - 1] not in self._labels_of_records:
            return False
        return self.document.tokens.count_words(colon + 1, headline.last) >= LED + 1

    def _is_network(self, index: int) -> bool:
        """Say whether the name of a network stands at a token."""
        named = self.outlets.known(index, index + 1) if self.word[index].outlet else None
        return named is not None and named.outlet is not None and named.outlet.kind == "network"

    def _is_known(self, first: int, colon: int) -> bool:
        """Say whether a bare name before a colon is that of somebody whom the body names."""
        names = [self.key[i] for i in range(first, colon) if self.word[i].is_word]
        if not names or len(names) > 3:
            return False
        if self.grammar.noun_capitals and self._is_named_in_full(names):
            return self._tells(colon + 1)
        after = [
            i for i in range(colon, len(self.key))
            if self.key[i] == names[-1] and self.word[i].upper and self._speaks(i)
            and not self._is_led(i)
            and not (len(names) < 2 and self._goes_on_as_name(i))
            and self.key[min(i + 1, len(self.key) - 1)] not in self.grammar.colons
        ]  # fmt: skip
        return bool(after)

    def _is_named_in_full(self, names: list[str]) -> bool:
        """Say whether the report calls somebody by a given name and these words."""
        return len(names) == 1 and any(
            self.key[i] == names[0] and self.word[i].upper
            and self.word[i - 1].bits & (w.GIVEN | w.TITLE) and self.word[i - 1].upper
            for i in self.document.tokens.upper if i
        )  # fmt: skip

    def _tells(self, at: int) -> bool:
        """Say whether a line goes on with a quotation or with a clause."""
        end = next((last for first, last, _ in self.document.paragraphs if first <= at < last), at)
        return any(i in self.document.quote_at or self._may_close(i) for i in range(at, end))

    def _may_close(self, index: int) -> bool:
        """Say whether a verb stands at a token, or what may be one by its ending."""
        word = self.word[index]
        helps = word.bits & (w.AUX | w.VERB | w.MODAL) or word.cues
        unknown = not word.bits and word.key.endswith(self.grammar.finite_endings)
        return word.is_word and not word.capital and bool(helps or unknown)

    def _goes_on_as_name(self, index: int) -> bool:
        """Say whether a name is but the head of a longer one: "Tarn State Governor"."""
        after = self.word[min(index + 1, len(self.word) - 1)]
        told = w.BODY | w.BODYPART | w.ADJ | w.ROLE
        return self.grammar.title_case and after.upper and bool(after.bits & told)

    def _is_led(self, index: int) -> bool:
        """Say whether a preposition leads to a name, whose place or matter it then is."""
        at = index
        while at and self.word[at - 1].is_word and self.word[at - 1].upper:
            at -= 1
        return bool(at) and bool(self.word[at - 1].bits & w.PREP)

    def _speaks(self, index: int) -> bool:
        """Say whether a cue stands beside a name."""
        for at in range(max(0, index - 3), min(len(self.word), index + 4)):
            helped = at > 0 and self.word[at - 1].bits & w.HAVE
            forms = w.FINITE | w.PAST if helped else w.FINITE
            if any(cue.form & forms for cue in self.word[at].cues):
                return True
        return False

    def _marked(self, first: int, last: int) -> Draft | None:
        """Read a headline or subheading that is a quotation."""
        quotes = self.document.quotes_in(first, last)
        if len(quotes) != 1 or quotes[0].open != first or quotes[0].after < last:
            return None
        least = 2 if self.grammar.topics and first == self.document.paragraphs[0].first else 3
        if self.document.tokens.count_words(first, last) < least:
            return None
        return Draft([], [(quotes[0].open, quotes[0].after)], "quoted line", 0,
                     kind="quoted line", opening="quote", around=(first, first))  # fmt: skip
