"""A report on the table: its tokens, quotations, paragraphs and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import chain
from typing import Final, NamedTuple, cast

from rawi.reading import marks
from rawi.reading.folding import FILL
from rawi.reading.lexicon import (
    BYLINE,
    COMP,
    LATIN,
    MEDIA,
    NEG,
    NETWORK,
    NUMBER,
    PLACE,
    PREP,
    ROLE,
    TIME,
    TITLE,
    VERB,
)
from rawi.reading.packs import Pack
from rawi.reading.strange_words import part_known_names, without_tags
from rawi.reading.tokens import NEWLINE, Tokens
from rawi.records import PartKind

#: A headline or subheading is no longer than this, in words.
HEADLINE_WORDS: Final = 22
#: A sentence goes on no longer than this, in tokens (a quotation is left whole): what runs on
#: without a stop is a list, or no language, and a cue looks about in its whole sentence.
SENTENCE_TOKENS: Final = 400
#: A credit, byline, caption … is no longer than this, in words.
LINE_WORDS: Final = 26


#: Names of outlets are no longer than this, in tokens.
NAME_REACH: Final = 12
#: What lines are by their labels, those that are looked for first before the others;
#: "open_credit" is of labels that no colon follows: "from X".
KINDS: Final = (
    "related", "copyright", "caption", "open_credit", "credit", "byline", "boilerplate",
)  # fmt: skip
#: "From X" is a credit in the first so many lines or the second half, and this short, in tokens.
HEAD_LINES: Final = 4
OPEN_CREDIT: Final = 6
#: A caption with a credit in brackets stands in the first paragraphs, and has so many words.
CAPTION_PARAGRAPHS: Final = 5
CAPTION_WORDS: Final = 4
#: The label of a photo's credit, and the name under it, are no longer than this, in tokens.
LABEL: Final = 3
#: Datelines stand in the first paragraphs of the running text, and are this short, in tokens.
DATELINE_PARAGRAPHS: Final = 4
DATELINE_TOKENS: Final = 24
#: The names on either side of a dash in a line that is but a dateline have no more words.
DATELINE_NAME: Final = 4
#: "Place/ reporter/ agency" before the text is no longer than this, in tokens.
SLASHED: Final = 12
#: So long is a text whose dateline may end with an unknown outlet's name, in tokens.
DATELINED: Final = 16
DATELINE_WORDS: Final = TIME | NUMBER | LATIN | MEDIA | BYLINE


class Paragraph(NamedTuple):
    """A line of the text: its tokens, and what it is (None: running text)."""

    first: int
    last: int
    kind: PartKind | None


class Sentence(NamedTuple):
    """The tokens of a sentence, and the number of its paragraph."""

    first: int
    last: int
    paragraph: int


class Document:
    """One text, tokenised and laid out.

    `quote_at` maps the token of an opening mark to its quotation.
    """

    def __init__(self, text: str, pack: Pack) -> None:
        self.text = text
        self.pack = pack
        self.shadow = without_tags(pack.fold.shadow(text))
        self.tokens = Tokens(text, self.shadow, pack.lexicon)
        self.quotes = marks.match(self.tokens)
        self.quote_at = {quote.open: quote for quote in self.quotes}
        self._quote_opens = [quote.open for quote in self.quotes]
        self._quote_ends = [quote.after for quote in self.quotes]
        self._by_base: dict[str, list[int]] | None = None
        #: the tokens of outlets' names, in which a dot is no stop
        self._name_dots: set[int] = set()
        self._mask_names()
        part_known_names(self.tokens.lex, pack)
        self.paragraphs = self._paragraphs()
        self.datelines = self._datelines()
        self.sentences = self._sentences()

    def _mask_names(self) -> None:
        """Take the sense of a particle or a verb from words inside an outlet's name."""
        lexemes = self.tokens.lex
        starts = [index for index, lexeme in enumerate(lexemes) if lexeme.outlet]
        for index in starts:
            lexeme = lexemes[index]
            if not lexeme.outlet:
                continue
            found = None
            if lexeme.key in self.pack.masking_words:
                places = self._undotted(index)
                run = [lexemes[at] for at in places]
                found = self.pack.masking.match(run, 0, len(run), stem=True)
                if found is not None:
                    self._name_dots.update(range(index, places[found[1] - 1]))
                    for at in places[1 : found[1]]:
                        lexemes[at] = self.pack.lexicon.plain(lexemes[at].key)
            before = lexemes[index - 1] if index else None
            if before is not None and before.bits & (MEDIA | NETWORK) and not before.article:
                self._mask_after_generic(index, known=found is not None)

    def _undotted(self, index: int) -> list[int]:
        """Return a token and those after it, the dots between them left out."""
        key, last = self.tokens.key, min(len(self.tokens), index + NAME_REACH)
        return [at for at in range(index, last) if key[at] != "."]

    def _mask_after_generic(self, index: int, *, known: bool) -> None:
        """Make the name after "channel" a name and nothing else, where rules alone say more."""
        lexemes, lexicon = self.tokens.lex, self.pack.lexicon
        lexeme = lexemes[index]
        plain = known or (not lexeme.bits & ~VERB and not lexeme.conj)
        if lexeme.conj and lexicon.is_outlet(lexicon.plain(lexeme.key)):
            plain = True  # a name that begins like "and"
        if plain and not lexeme.article:
            lexemes[index] = lexicon.plain(lexeme.key)
            lexemes[index].outlet = True
        if index + 1 < len(lexemes) and not lexicon.is_outlet(lexeme):
            following = lexemes[index + 1]
            if following.bits == VERB and not following.cues and not following.conj:
                lexemes[index + 1] = lexicon.plain(following.key)

    # -- quotations ------------------------------------------------------------

    def quote_over(self, index: int) -> marks.Quote | None:
        """Return the quotation that a token stands in, marks included."""
        at = bisect_left(self._quote_opens, index + 1) - 1
        if at >= 0 and self._quote_ends[at] > index:
            return self.quotes[at]
        return None

    def quotes_in(self, first: int, last: int) -> list[marks.Quote]:
        """Return the quotations that open in a range of tokens."""
        return self.quotes[
            bisect_left(self._quote_opens, first) : bisect_left(self._quote_opens, last)
        ]

    def positions(self, base: str) -> list[int]:
        """Return the tokens whose word, nothing stuck to it, is a given one, in order."""
        if self._by_base is None:  # an index is made of the whole text: many words are asked for
            by_base: defaultdict[str, list[int]] = defaultdict(list)
            for index, lexeme in enumerate(self.tokens.lex):
                by_base[lexeme.base].append(index)
            self._by_base = dict(by_base)
        return self._by_base.get(base, [])

    def skip(self, index: int) -> int:
        """Return the token after a token, a quotation counting as one."""
        quote = self.quote_at.get(index)
        return quote.after if quote else index + 1

    # -- paragraphs ------------------------------------------------------------

    def _paragraphs(self) -> list[Paragraph]:
        layout = _labels(self.pack)
        found: list[Paragraph] = []
        first = 0
        related = wordless = False
        key = self.tokens.key
        ends = (index for index in self.tokens.marks if key[index] == NEWLINE)
        for end in chain(ends, (len(self.tokens),)):
            if end > first and self._goes_on(end):
                continue
            before, wordless = wordless, end > first and not self.tokens.count_words(first, end)
            if end > first and not (before and wordless):  # of lines of marks one is enough
                kind = self._kind(first, end, layout, len(found))
                if kind is None and 0 < len(found) < CAPTION_PARAGRAPHS:
                    kind = "caption" if self._is_credited(first, end) else None
                if kind is None and found and self._is_under_photo(found[-1], first, end):
                    kind = "caption"
                if related and kind is None and self._is_short(first, end):
                    kind = "related"
                related = kind == "related"
                found.append(Paragraph(first, end, kind))
            first = end + 1
        return self._with_headline(found)

    def _is_credited(self, first: int, end: int) -> bool:
        """Say whether a short line near the top, no sentence, ends with its photo's credit.

        "A market in the capital (Reuters)": more lines follow, and no stop ends it.
        """
        key = self.tokens.key
        if end >= len(key) or key[end - 1] != ")" or end - first > LINE_WORDS:
            return False
        opens = next((i for i in range(end - 2, first, -1) if key[i] == "("), first)
        named = any(self.tokens.lex[i].outlet for i in range(opens + 1, end - 1))
        said = any(lexeme.bits & COMP for lexeme in self.tokens.lex[first:opens])
        told = self.tokens.lex[first]
        opened = bool(told.cues) and not told.article and not told.bits & (ROLE | TITLE)
        return named and opens - first >= CAPTION_WORDS and not said and not opened

    def _is_under_photo(self, before: Paragraph, first: int, end: int) -> bool:
        """Say whether a line is but an outlet's name under the label of a photo's credit."""
        label = before.kind == "caption" and before.last - before.first <= LABEL
        return label and end - first <= LABEL and self.tokens.lex[first].outlet

    def _goes_on(self, end: int) -> bool:
        """Say whether a line ends with a comma, so that the next one goes on with its sentence."""
        key = self.tokens.key
        if end + 1 >= len(key) or key[end + 1] == NEWLINE:
            return False
        return key[end - 1] in self.pack.clause_marks and self.tokens.lex[end + 1].is_word

    def _is_short(self, first: int, end: int) -> bool:
        return end - first <= HEADLINE_WORDS and self.tokens.key[end - 1] != "."

    def _kind(
        self, first: int, end: int, layout: re.Pattern[str] | None, number: int
    ) -> PartKind | None:
        """Return what a line is, the `number`th of its text from 0."""
        if layout is None or end - first > LINE_WORDS * 2:
            return None
        if self.tokens.count_words(first, end) > LINE_WORDS:
            return None
        match = layout.match(self.shadow, self.tokens.start[first], self.tokens.end[end - 1])
        if match is None:
            return None
        if match.lastgroup == "open_credit":
            edge = number < HEAD_LINES or first > len(self.tokens.key) // 2
            marked = self.shadow[match.end() : self.tokens.end[end - 1]].lstrip()[:1] == ":"
            most = OPEN_CREDIT * 2 if marked else OPEN_CREDIT
            short = end - first <= most and self.tokens.key[end - 1] != "."
            return "credit" if edge and short else None
        kind = cast(PartKind, match.lastgroup)
        rest = self.shadow[match.end() : self.tokens.end[end - 1]].lstrip()
        if kind == "related" and rest[:1] != ":" and self._quotes(first, end):
            return None  # "an eyewitness to the agency: “…”"
        if kind in ("related", "copyright"):
            return kind
        if kind == "byline" and number < HEAD_LINES and self._labels_headline(match[0], rest):
            return None
        marked = rest[:1] in (":", "|", "-", "–", "/", "©", "")
        ends_open = self.tokens.key[end - 1] != "."
        if kind == "boilerplate":
            return kind if marked or ends_open else None
        if kind == "caption" and rest[:1] != ":":
            return kind if ends_open else None
        enclosed = self.tokens.key[first] in "([" and self.tokens.key[end - 1] in ")]"
        short_foot = ends_open and end - first <= 6 and kind == "byline"
        return kind if marked or enclosed or short_foot else None

    def _labels_headline(self, label: str, rest: str) -> bool:
        """Say whether a label tells of what kind a headline is: "Interview | X: words"."""
        if label.strip() not in self.pack.headline_labels:
            return False
        name, colon, words = rest.lstrip(":|-–/. ").partition(":")
        return bool(name.strip() and colon) and len(words.split()) > 2

    def _quotes(self, first: int, end: int) -> bool:
        """Say whether a line holds a colon and a quotation after it."""
        key = self.tokens.key
        return any(
            key[i] in self.pack.colons and key[i + 1] in marks.MARKS for i in range(first, end - 1)
        )

    def _with_headline(self, paragraphs: list[Paragraph]) -> list[Paragraph]:
        if len(paragraphs) < 2 or paragraphs[0].kind is not None:
            return paragraphs
        first, last, _ = paragraphs[0]
        if self._is_short(first, last) and self.tokens.key[last - 1] not in self.pack.colons:
            longer = any(p.last - p.first > last - first for p in paragraphs[1:])
            if longer and "\n" in self.shadow[self.tokens.end[last - 1] :]:
                return [Paragraph(first, last, "headline"), *paragraphs[1:]]
        return paragraphs

    # -- datelines -------------------------------------------------------------

    def _datelines(self) -> dict[int, int]:
        """Return the paragraphs that open with a dateline, and the token after it."""
        found: dict[int, int] = {}
        running = [n for n, p in enumerate(self.paragraphs) if p.kind in (None, "headline")]
        for number in running[:DATELINE_PARAGRAPHS]:
            first, last, kind = self.paragraphs[number]
            end = self._dateline_end(self.paragraphs[number])
            if end is None or (kind == "headline" and end < last):
                continue
            found[number] = end
            if end == last:
                self.paragraphs[number] = Paragraph(first, last, "dateline")
        return found

    def _dateline_end(self, paragraph: Paragraph) -> int | None:
        """Return the token after a dateline: place, date, outlet, and the dash or colon after them.

        A line that is a dateline and nothing else ends with itself.
        """
        first, last, _ = paragraph
        end: int | None = (
            self._after_brackets(first, last)
            or self._after_agency(first, last)
            or self._after_press(first, last)
        )
        if end is not None:
            return end
        if self._names_outlet_last(first, last):
            return last
        end = self._after_slashes(first, last)
        if end is not None:
            return end
        placed = False
        index = first
        while index < min(last, first + DATELINE_TOKENS):
            key, lexeme = self.tokens.key[index], self.tokens.lex[index]
            quote = self.quote_at.get(index)
            if quote is not None and quote.after <= last and quote.after - index <= 6:
                index = quote.after
                continue
            if key == "(":
                close = next(
                    (i for i in range(index, min(last, index + 9)) if self.tokens.key[i] == ")"),
                    None,
                )
                if placed and close is not None:
                    index = close + 1
                    continue
            place = self.pack.places.match(self.tokens.lex, index, last)
            if place is not None:
                placed = True
                index += place[1]
                continue
            if key in self.pack.dashes or key in self.pack.colons or key in "/|.":
                end = index + 1 if placed and index > first else end
            elif lexeme.outlet and not (lexeme.cues or lexeme.bits & (NEG | COMP)):
                placed = True
            elif key[:1].isalnum() and len(key) > 1 and not lexeme.bits & DATELINE_WORDS:
                break
            index += 1
        else:
            if index >= last and placed:
                return last
        if end is None or (end <= first + 1 and not placed):
            return None
        return self._after_outlet(end, last) or end

    def _after_outlet(self, first: int, last: int) -> int | None:
        """Return the token after "Place - Outlet:", before a long text; None without it."""
        key = self.tokens.key
        colon = next(
            (i for i in range(first + 1, min(last, first + 4)) if key[i] in self.pack.colons), None
        )
        if colon is None or last - colon < DATELINED or key[first - 1] not in self.pack.dashes:
            return None
        named = all(key[i].isalpha() for i in range(first, colon))
        person = any(self.tokens.lex[i].bits & (ROLE | TITLE) for i in range(first, colon))
        return colon + 1 if named and not person else None

    def _after_slashes(self, first: int, last: int) -> int | None:
        """Return the token after "Place/ reporter/ agency" before running text; None without it."""
        key, end = self.tokens.key, min(last, first + SLASHED)
        slashes = [i for i in range(first + 1, end - 1) if key[i] == "/"]
        if not slashes or not all(key[i].isalpha() for i in range(first, end) if key[i] != "/"):
            slashes = [i for i in slashes if all(k.isalpha() or k == "/" for k in key[first:i])]
        for slash in reversed(slashes):
            named = self.tokens.lex[slash + 1]
            if named.outlet and not named.conj and self.pack.lexicon.is_outlet(named):
                return slash + 2
        return None

    def _names_outlet_last(self, first: int, last: int) -> bool:
        """Say whether a line is a name, a dash and an outlet ("al-Wiam - Reuters:")."""
        key, pack = self.tokens.key, self.pack
        end = last - (last > first and key[last - 1] in pack.colons)
        dash = next((i for i in range(first + 1, end - 1) if key[i] in pack.dashes), end)
        if end - dash > DATELINE_NAME or dash - first > DATELINE_NAME or dash == end:
            return False
        words = [i for i in (*range(first, dash), *range(dash + 1, end)) if key[i].isalpha()]
        named = self.tokens.lex[dash + 1]
        return len(words) == end - first - 1 and named.outlet and not named.article

    def _after_brackets(self, first: int, last: int) -> int | None:
        """Return the token after "Place (agency) -", a country between or none; None without it."""
        key = self.tokens.key
        opens = next((i for i in range(first, min(last, first + 5)) if key[i] == "("), None)
        if (
            opens is None
            or opens == first
            or not all(key[i].isalpha() for i in range(first, opens))
        ):
            return None
        shut = self._shut(opens, last)
        if shut is not None and shut + 1 < last and key[shut + 1] == "(":  # "(country) (agency) -"
            shut = self._shut(shut + 1, last)
        if shut is None or shut + 2 >= last or key[shut + 1] not in self.pack.dashes:
            return None
        return shut + 2

    def _after_agency(self, first: int, last: int) -> int | None:
        """Return the token after "Place date (agency)" where the text follows at once."""
        tokens, key = self.tokens, self.tokens.key
        reach = range(first + 1, min(last, first + DATELINE_TOKENS))
        opens = next((i for i in reach if key[i] == "("), None)
        shut = None if opens is None else self._shut(opens, last)
        if opens is None or shut is None or shut + 1 >= last or not key[shut + 1][:1].isalnum():
            return None
        for lexeme in tokens.lex[first:opens]:
            if lexeme.bits & PLACE and not lexeme.bits & PREP:
                continue  # "Bikin", spelt like "they cried"
            told = lexeme.bits & (COMP | PREP | ROLE | TITLE | VERB) and not lexeme.bits & TIME
            if told or lexeme.cues or not lexeme.is_word:
                return None
        if tokens.lex[opens - 1].bits & MEDIA:
            return None  # "according to the paper (X) …": its name
        named = tokens.lex[opens + 1]
        initials = all(len(key[i]) == 1 for i in range(opens + 1, shut))
        agency = named.outlet and (initials or self.pack.lexicon.is_outlet(named))
        return shut + 1 if agency else None

    def _after_press(self, first: int, last: int) -> int | None:
        """Return the token after "Place - X Press:" where the place is in no table; else None."""
        tokens, key, pack = self.tokens, self.tokens.key, self.pack
        cut = None
        for index in range(first, min(last - 1, first + SLASHED)):
            lexeme = tokens.lex[index]
            if not lexeme.is_word:
                if key[index] not in pack.dashes and key[index] not in "/(":
                    return None
                cut = index
                continue
            if lexeme.cues or lexeme.bits & (COMP | PREP | ROLE | TITLE):
                return None
            begin = first if cut is None else cut + 1
            agency = key[index] in pack.press_words or pack.lexicon.is_outlet(lexeme)
            generic = tokens.lex[begin].base in pack.media_bodies and index > begin
            agency = agency or bool(generic)
            after = index + 1 + (key[index + 1] == ")")
            ends = after < last - 1 and (key[after] in pack.dashes or key[after] in pack.colons)
            apart = generic if cut is None else cut > first
            if agency and apart and index - begin < LABEL and ends:
                return after + 1
        return None

    def _shut(self, opens: int, last: int) -> int | None:
        """Return the token that closes a short bracket; None where it goes on."""
        key = self.tokens.key
        return next((i for i in range(opens, min(last, opens + 6)) if key[i] == ")"), None)

    # -- sentences -------------------------------------------------------------

    def _sentences(self) -> list[Sentence]:
        ends = self._ends()
        found: list[Sentence] = []
        at = 0
        for number, (first, last, _) in enumerate(self.paragraphs):
            begin = self.datelines.get(number, first)
            if found and found[-1].last > first:  # a quotation ran into this paragraph
                begin = found[-1].last
            while at < len(ends) and ends[at] <= begin:
                at += 1
            while at < len(ends) and ends[at] <= last:
                if ends[at] > begin:
                    self._add_sentence(found, begin, ends[at], number)
                begin = ends[at]
                at += 1
            if begin < last:
                quote = self.quote_over(last)
                if quote is not None and quote.open >= begin and quote.after > last:
                    last = self._sentence_end(ends, quote.after)
                self._add_sentence(found, begin, last, number)
        return found

    def _add_sentence(self, found: list[Sentence], begin: int, end: int, number: int) -> None:
        """Add a sentence that has words, in pieces where it is endless."""
        while end - begin > SENTENCE_TOKENS:
            cut = begin + SENTENCE_TOKENS
            quote = self.quote_over(cut)
            if quote is not None and quote.open < cut:
                cut = quote.after
            if cut >= end:
                break
            found.append(Sentence(begin, cut, number))
            begin = cut
        if self.tokens.count_words(begin, end):
            found.append(Sentence(begin, end, number))

    def _sentence_end(self, ends: list[int], after: int) -> int:
        """Return where a sentence ends whose quotation runs over several paragraphs."""
        at = bisect_left(ends, after)
        line = after
        while line < len(self.tokens) and self.tokens.key[line] != NEWLINE:
            line += 1
        return min(line, ends[at]) if at < len(ends) else line

    def _ends(self) -> list[int]:
        """Return the tokens after which a sentence ends, quotations left whole."""
        key, stops = self.tokens.key, self.pack.sentence_marks
        found: list[int] = []
        for index in [i for i in self.tokens.marks if key[i] in stops]:
            quote = self.quote_over(index)
            if quote is None:
                if self._is_stop(index):
                    found.append(index + 1)
            elif quote.closed and index == quote.close - 1 and self._stops_after(quote.close):
                found.append(quote.close + 1)
        return found

    def _is_stop(self, index: int) -> bool:
        key = self.tokens.key
        nearby = index + 1 < len(key) and key[index + 1]
        if (
            nearby
            and nearby in self.pack.sentence_marks
            and (self.tokens.start[index + 1] == self.tokens.end[index])
        ):
            return False  # only the last mark of a run can be a stop
        if key[index] != ".":
            return True
        if index in self._name_dots and self.tokens.start[index + 1] == self.tokens.end[index]:
            return False  # "al-Arabiya.net"
        if index and key[index - 1] == ".":
            # ".." is a pause in running text, "..." ends
            return (index > 1 and key[index - 2] == ".") or self._is_line(index)
        after = self.tokens.end[index]
        if after < len(self.text) and self.text[after].isdigit():
            return False
        if index and len(key[index - 1]) <= 2 and self.text[after : after + 1].isalpha():
            return False  # letters of a name, each read aloud
        initials = index > 2 and key[index - 2] == "." and len(key[index - 3]) <= 2
        if initials and len(key[index - 1]) <= 2 and key[index - 1].isalpha():
            return not key[index - 3].isalpha()  # "E.L. Doctorow"
        return not (index and len(key[index - 1]) == 1 and key[index - 1].isalpha())

    def _is_line(self, index: int) -> bool:
        """Say whether a token stands in a line without a full stop: a headline."""
        at = bisect_right(self.paragraphs, index, key=lambda paragraph: paragraph.first) - 1
        return at >= 0 and self._is_short(self.paragraphs[at].first, self.paragraphs[at].last)

    def _stops_after(self, close: int) -> bool:
        """Say whether a sentence ends with a quotation whose last mark is a full stop."""
        if close + 1 >= len(self.tokens):
            return True
        following = self.tokens.lex[close + 1]
        return self.tokens.key[close + 1] == NEWLINE or (
            bool(following.cues and following.conj) and not following.bits & TIME
        )


def _labels(pack: Pack) -> re.Pattern[str] | None:
    """Return one expression for all labels of the pack's layout, kept with the pack."""
    if pack.labels is None:
        groups = []
        for kind in KINDS:
            labels = pack.layout.get(kind, {}).get("labels", ())
            folded = sorted((pack.fold.shadow(label) for label in labels), key=len, reverse=True)
            if folded:
                told = "|".join(f"{FILL}*".join(map(re.escape, label)) for label in folded)
                groups.append(f"(?P<{kind}>{told}){FILL}*(?!\\w)")
        pack.labels = re.compile(r"[\s*\-•(\[©>|]*(?:" + "|".join(groups) + ")") if groups else None
    return pack.labels
