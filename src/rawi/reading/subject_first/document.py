"""A report on the table: its tokens, quotations, paragraphs and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Final, NamedTuple, cast

from rawi.reading import marks
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.article_or_to import tell_articles
from rawi.reading.subject_first.datelines import Datelines
from rawi.reading.subject_first.grammar import Grammar
from rawi.reading.subject_first.joined_letters import is_sign, join_letters
from rawi.reading.subject_first.noun_capitals import lower_nouns
from rawi.reading.subject_first.owner_or_object import tell_owners
from rawi.reading.subject_first.particle_names import take_particles
from rawi.reading.subject_first.reporters import Reporters
from rawi.reading.subject_first.surnames import take_surnames
from rawi.reading.subject_first.that_or_who import tell_apart
from rawi.reading.subject_first.title_case import lower_headline
from rawi.reading.subject_first.tokens import NEWLINE, Tokens
from rawi.reading.subject_first.trades import take_trades
from rawi.records import PartKind

#: A picture's credit ends its caption: "The minister in Lund. [Ann Poe, Tide]".
_PICTURED: Final = re.compile(
    r"\w.*\[(?:photo: ?|file, ?)?\w[^\[\]]{3,50}(?:[,/|] ?| via )\w[^\[\]]{1,40}\]$", re.I
)
#: What a site puts before a link to another page of its own.
POINTERS: Final = "»►▶→➡ "
#: A headline or subheading is no longer than this, in words.
HEADLINE_WORDS: Final = 22
#: The number of a house stands so near before its street's abbreviation, in tokens.
ADDRESS: Final = 7
#: A credit line without a colon stands in the first so many lines, or in the second half.
HEAD_LINES: Final = 4
#: A sentence goes on no longer than this, in tokens (a quotation is left whole).
SENTENCE_TOKENS: Final = 400
#: A credit without a colon at the foot has no more words after its label.
FOOT_WORDS: Final = 7
#: A credit, byline, caption … is no longer than this, in words.
LINE_WORDS: Final = 40
#: A line that names who wrote the report is no longer than this, in tokens.
BYLINE_TOKENS: Final = 12
#: A word before a stop that no blank follows ends a sentence from so many letters on.
_WHOLE_WORD: Final = 3
#: A number with a stop that counts a noun has no more digits.
_ORDINAL: Final = 2
#: A participle that opens a sentence has more letters than this.
PARTICIPLE: Final = 4
#: A signature after a dash has no more words.
SIGNED: Final = 3
#: A nickname inside a name has no more words.
NICKNAME: Final = 3
#: So many tokens after a question in quotation marks are looked at for who asks it.
ASKING: Final = 10


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
    """One text, tokenised and laid out; `quote_at` maps an opening mark to its quotation."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text = text
        self.grammar = grammar
        self.tokens = Tokens(text, grammar)
        lower_headline(self.tokens, grammar)
        lower_nouns(self.tokens, grammar)
        take_particles(self.tokens, grammar)
        take_surnames(self.tokens, grammar)
        tell_apart(self.tokens, grammar)
        tell_articles(self.tokens, grammar)
        tell_owners(self.tokens, grammar)
        join_letters(self.tokens, grammar)
        take_trades(self.tokens, grammar)
        self.key = self.tokens.key
        self.word = self.tokens.word
        self._third = tuple(grammar.words_of("relative_endings")) or ("\0",)
        self._join_genitives()
        self.quotes = self._matched()
        self.quote_at = {quote.open: quote for quote in self.quotes}
        self._opens = [quote.open for quote in self.quotes]
        self._take_colons()
        self.paragraphs = self._paragraphs()
        self.datelines = Datelines(self.tokens, grammar).read(self.paragraphs)
        for number, end in self.datelines.items():
            first, last, _ = self.paragraphs[number]
            if end >= last:
                self.paragraphs[number] = Paragraph(first, last, "dateline")
        self.sentences = self._sentences()
        self._lower_adverbs()

    def _matched(self) -> list[marks.Quote]:
        """Return the quotations of the text."""
        return marks.match(self.tokens, both_ways=self.grammar.turned_marks)

    @cached_property
    def reporters(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """The names in no list that the text tells as outlets', by their first word."""
        return Reporters(self).read()

    def _take_colons(self) -> None:
        """Read a semicolon between a verb of speech and the quotation it leads to as a colon."""
        colon = next(iter(self.grammar.colons), ":")
        for quote in self.quotes:
            at = quote.open - 1
            if at < 1 or self.key[at] != ";" or not quote.closed:
                continue
            says = any(
                cue.governs & w.QUOTE and cue.form & w.FINITE for cue in self.word[at - 1].cues
            )
            ends = quote.after >= len(self.key) or not self.word[quote.after].is_word
            if says and ends and self.key[quote.after : quote.after + 1] != [","]:
                self.key[at] = colon

    def _lower_adverbs(self) -> None:
        """Read "Notably," at the head of a sentence as the adverb that it is, and no name."""
        endings = self.grammar.adverb_endings
        for first, last, _ in self.sentences if endings else ():
            word = self.word[first]
            if word.bits or word.cues or not word.upper or not word.key.endswith(endings):
                continue
            if first + 1 < last and self.key[first + 1] == ",":
                self.word[first] = self.grammar.word(word.key)
        ends = tuple(self.grammar.words_of("described_ends"))
        for first, last, _ in self.sentences if ends else ():
            if first + 1 < last and self._describes(first, ends):
                self.word[first] = self.grammar.word(self.word[first].key)

    def _describes(self, first: int, ends: tuple[str, ...]) -> bool:
        """Say whether a participle with a capital opens a sentence: "Hundido en deudas, …"."""
        word, after = self.word[first], self.word[first + 1]
        plain = word.upper and not word.caps and len(word.key) > PARTICIPLE
        if not plain or not word.key.endswith(ends) or word.bits & ~(w.ADJ | w.PASSIVE):
            return False
        return bool(after.bits & w.PREP) and not after.upper and word.key not in self._named

    @cached_property
    def _named(self) -> frozenset[str]:
        """The words that have a capital behind another word, and owe it to no place."""
        inside = (i for i in self.tokens.upper if i and self.word[i - 1].is_word)
        return frozenset(self.key[i] for i in inside)

    def _join_genitives(self) -> None:
        """Read an apostrophe after a plural as its genitive, where none opens a quotation."""
        genitive = self.grammar.genitive
        if not genitive:
            return
        opened = False
        text = self.text
        for index in self.tokens.marks:
            key = self.key[index]
            if key == NEWLINE:
                opened = False
            elif key in "'\u2018\u2019":
                at, after = self.tokens.start[index], self.tokens.end[index]
                before = text[at - 1] if at else " "
                following = text[after : after + 1] or " "
                if not before.isalnum():
                    opened = opened or following.isalnum()
                elif key != "\u2018" and not following.isalnum():
                    if opened and self._closes(index):
                        opened = False
                    elif before in "sxzSXZ":
                        word = self.grammar.word(genitive)
                        self.tokens.word[index] = word
                        self.key[index] = word.key

    def _closes(self, index: int) -> bool:
        """Say whether no other mark closes what is open: this one does."""
        for mark in self.tokens.marks_in(index + 1, min(len(self.key), index + 60)):
            key = self.key[mark]
            if key == NEWLINE or key == "\u2018":
                return True
            if key in "'\u2019":
                at = self.tokens.start[mark]
                if self.text[at - 1].isspace():
                    return True
                lower = index + 1 < len(self.key) and not self.word[index + 1].upper
                return not (lower and self.word[index + 1].is_word)
        return True

    # -- quotations ------------------------------------------------------------

    def quote_over(self, index: int) -> marks.Quote | None:
        """Return the quotation that a token stands in, marks included."""
        at = bisect_right(self._opens, index) - 1
        if at >= 0:
            quote = self.quotes[at]
            if quote.close + quote.closed > index:
                return quote
        return None

    def quotes_in(self, first: int, last: int) -> list[marks.Quote]:
        """Return the quotations that open in a range of tokens."""
        return self.quotes[bisect_left(self._opens, first) : bisect_left(self._opens, last)]

    def quote_before(self, index: int) -> marks.Quote | None:
        """Return the quotation that ends right before a token."""
        quote = self.quote_over(index - 1) if index else None
        return quote if quote is not None and quote.after == index else None

    def is_relative(self, index: int) -> bool:
        """Say whether "that" tells more of the noun before it: a verb follows at once."""
        word = self.word[index]
        if word.bits & w.REL:
            return not word.bits & w.COMP or self._follows_noun(index)
        if not word.bits & w.COMP or not word.bits & w.DET or index + 1 >= len(self.word):
            return False
        before, after = self.word[index - 1], self.word[index + 1]
        named = before.is_word and not before.bits & (w.AUX | w.ADV | w.VERB) and (
            before.upper or not any(cue.form & w.FINITE for cue in before.cues)
        )  # fmt: skip
        if not named or after.upper or after.bits & (w.DET | w.PRON | w.NUM | w.PREP | w.ADJ):
            return False
        return bool(after.bits & (w.AUX | w.VERB)) or after.key.endswith(self._third)

    def _follows_noun(self, index: int) -> bool:
        """Say whether a noun or a comma stands before a token: "el juez que", not "hasta que"."""
        before = self.word[index - 1] if index else None
        if before is None or not before.is_word:
            return before is not None
        none = w.SUB | w.ADV | w.PREP | w.AUX | w.VERB | w.CONJ
        said = not before.upper and any(cue.form & w.FINITE for cue in before.cues)
        return bool(before.bits & w.HEADS) or not (before.bits & none or said)

    def hangs(self, index: int) -> bool:
        """Say whether a pronoun hangs on the verb before it with a hyphen: "disse-lhe"."""
        bits = self.word[index].bits
        return bool(bits & (w.OBJ | w.REFLEX)) and not self.key[index][:1].isalnum()

    def past_label(self, first: int, end: int) -> int:
        """Return the token after a label of a headline's kind: "Exclusive:", "WATCH |"."""
        labels = self.grammar.words_of("headline_labels")
        while first < end - 1 and first not in self.quote_at and is_sign(self.key[first]):
            first += 1  # "🔴 Minister: no talks"
        if not labels or self.key[first] not in labels:
            return first
        at = first + 1
        while at < end and (self.key[at] in labels or self.word[at].bits & w.NUM):
            at += 1
        parted = at < end - 1 and not self.word[at].is_word and at not in self.quote_at
        return at + 1 if parted and self.key[at] in ":|-\u2013\u2014/" else first

    def nickname(self, index: int) -> int:
        """Return the token after a nickname inside a name: "Linval ‘Papa Watts’ Morrison"; or 0."""
        quote = self.quote_at.get(index)
        if quote is None or not quote.closed or quote.close - quote.open > NICKNAME + 1:
            return 0
        inside = self.word[quote.open + 1 : quote.close]
        around = self.word[index - 1 : index] + self.word[quote.after : quote.after + 1]
        named = all(word.is_word and word.upper for word in (*inside, *around))
        return quote.after if named and len(around) == 2 else 0

    # -- paragraphs ------------------------------------------------------------

    def _paragraphs(self) -> list[Paragraph]:
        labels = _labels(self.grammar)
        found: list[Paragraph] = []
        related = False
        first = 0
        ends = [index for index in self.tokens.marks if self.key[index] == NEWLINE]
        for end in (*ends, len(self.key)):
            if end > first and self.tokens.count_words(first, end):
                kind = self._kind(first, end, labels, len(found))
                if related and kind is None and self._is_short(first, end):
                    kind = "related"
                related = kind == "related"
                found.append(Paragraph(first, end, kind))
            first = end + 1
        return self._with_headline(found)

    def _is_short(self, first: int, end: int) -> bool:
        count = self.tokens.count_words(first, end)
        return count <= HEADLINE_WORDS and self.key[end - 1] != "."

    def _kind(
        self, first: int, end: int, labels: re.Pattern[str] | None, number: int
    ) -> PartKind | None:
        """Return what a line is, the `number`th of its text from 0."""
        if labels is None or end - first > LINE_WORDS * 2:
            return None
        if self.tokens.count_words(first, end) > LINE_WORDS:
            return None
        text = self.tokens.words(first, end).lstrip(POINTERS)
        match = labels.match(self.grammar.fold(text))
        if match is None:
            return "caption" if number and _PICTURED.search(text) else None
        told = match.lastgroup == "told"  # a sentence that tells where the report is from
        kind = cast(PartKind, "credit" if told else match.lastgroup)
        if not number and kind in ("related", "caption") and self.past_label(first, end) > first:
            return None  # "WATCH: Mayor says …"
        if text[match.end() : match.end() + 1] in "-'\u2019" and match.end() < len(text):
            return None
        rest = text[match.end() :].lstrip()
        whole = not rest or rest[0] in ":|-–—/©" or text[:1] in "([–—-"
        shut = text.find(")") + 1 if text[:1] == "(" else 0
        if kind == "credit" and 0 < shut < len(text) and len(text[shut:].split()) > FOOT_WORDS:
            return None  # "(Agenzia X) – Il ministro ha detto …": a dateline
        if kind == "byline" and text[:1] not in "([–—-":
            if self.quotes_in(first, end):
                return None  # "Di Maio: «Non lo sapevo»"
            return kind if self.key[end - 1] != "." and end - first <= BYLINE_TOKENS else None
        if kind in ("related", "copyright", "boilerplate", "byline") or whole:
            return kind
        edge = number < HEAD_LINES or first > len(self.key) // 2
        if kind == "credit" and edge and (told or self._is_names(rest)):
            return kind
        return kind if kind == "caption" and self.key[end - 1] != "." else None

    def _is_names(self, rest: str) -> bool:
        """Say whether what follows a credit's label at the foot is names: "Source Soir et Mer"."""
        words = [word for word in re.split(r"[\s,+/&«»“”„\"]+", rest.removesuffix(".")) if word]
        small = self.grammar.words_of("credit_words") | self.grammar.words_of("name_articles")
        told = [word for word in words if self.grammar.fold(word) not in small]
        names = [word for word in told if word[0].isupper() or word[0].isdigit()]
        joined = len(told) - len(names)
        return (
            bool(names)
            and names[0] == told[0]
            and joined <= 1
            and len(words) <= FOOT_WORDS
            and rest[-1] not in "!?:…"
        )

    def _with_headline(self, paragraphs: list[Paragraph]) -> list[Paragraph]:
        if len(paragraphs) < 2 or paragraphs[0].kind is not None:
            return paragraphs
        first, last, _ = paragraphs[0]
        if self._is_short(first, last) and self.key[last - 1] not in self.grammar.colons:
            if any(p.last - p.first > last - first for p in paragraphs[1:]):
                return [Paragraph(first, last, "headline"), *paragraphs[1:]]
        return paragraphs

    # -- sentences -------------------------------------------------------------

    def _sentences(self) -> list[Sentence]:
        ends = self._ends()
        found: list[Sentence] = []
        at = 0
        for number, (first, last, _) in enumerate(self.paragraphs):
            begin = self.datelines.get(number, first)
            if found and found[-1].last > begin:  # a quotation ran into this paragraph
                begin = found[-1].last
            while at < len(ends) and ends[at] <= begin:
                at += 1
            while at < len(ends) and ends[at] <= last:
                self._add(found, begin, ends[at], number)
                begin = ends[at]
                at += 1
            if begin < last:
                quote = self.quote_over(last)
                if quote is not None and quote.open >= begin and quote.after > last:
                    last = self._run_on(ends, quote.after)
                self._add(found, begin, last, number)
        return found

    def _run_on(self, ends: list[int], after: int) -> int:
        """Return where a sentence ends whose quotation runs over several paragraphs."""
        at = bisect_left(ends, after)
        line = after
        while line < len(self.key) and self.key[line] != NEWLINE:
            line += 1
        return min(line, ends[at]) if at < len(ends) else line

    def _add(self, found: list[Sentence], begin: int, end: int, number: int) -> None:
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

    def _ends(self) -> list[int]:
        """Return the tokens after which a sentence ends, quotations left whole."""
        stops, found = self.grammar.sentence_marks, []
        for index in self.tokens.marks:
            if self.key[index] not in stops:
                continue
            quote = self.quote_over(index)
            if quote is None:
                if self._is_stop(index):
                    found.append(index + 1)
            elif quote.closed and index == quote.close - 1 and self._stops_after(quote, index):
                found.append(quote.after)
        return found

    def _is_stop(self, index: int) -> bool:
        size = len(self.key)
        after = self.tokens.end[index]
        glued = index + 1 < size and self.tokens.start[index + 1] == after
        if glued and self.key[index + 1] in self.grammar.sentence_marks:
            return False  # only the last mark of a run can be a stop
        if index + 1 >= size or self.key[index + 1] == NEWLINE:
            return True
        following = self.word[index + 1]
        if glued and following.is_word:
            return self._is_run_in(index)
        if glued and self.key[index + 1] in ")]":
            return False
        counts = following.bits & w.NUM or following.key[:1].isdigit()  # "54-year-old"
        if following.is_word and not following.capital and not counts:
            return False
        if self.key[index + 1] in self.grammar.dashes:
            return index + 1 in self.quote_at or self._is_signature(index + 2)
        if self.key[index + 1] in ",;":
            return False
        if self.key[index] != "." or not index:
            return True
        before = self.word[index - 1]
        if self.abbreviates(before) or self._is_ordinal(index):
            return self._ends_address(index)
        initial = len(before.key) == 1 and before.upper and not before.bits & w.NETWORK
        posted = index > 1 and self.key[index - 2] in self.grammar.words_of("post_prepositions")
        return not initial or posted  # "sur X."

    def _ends_address(self, index: int) -> bool:
        """Say whether an abbreviation ends an address and its sentence: "110 W. Fourth St. He"."""
        if self.key[index - 1] not in self.grammar.words_of("street_abbreviations"):
            return False
        near = self.key[max(0, index - ADDRESS) : index - 1]
        return any(key[:1].isdigit() for key in near) and (
            bool(self.word[index + 1].bits & (w.DET | w.PRON))
            or any(cue.form & w.FINITE for cue in self.word[min(index + 2, len(self.key) - 1)].cues)
        )

    def _is_signature(self, index: int) -> bool:
        """Say whether an outlet's name ends a line after a stop and a dash: "… . — Tide"."""
        end = index
        while end < len(self.key) and self.word[end].is_word and self.word[end].upper:
            end += 1
        ends = end >= len(self.key) or self.key[end] == NEWLINE
        return ends and index < end <= index + SIGNED and self.word[index].outlet

    def _is_run_in(self, index: int) -> bool:
        """Say whether a stop ends a sentence though the next one follows without a blank."""
        following = self.word[index + 1]
        if not following.upper or following.caps or not following.key[:1].isalpha():
            return False
        before = self.word[index - 1] if index else following
        if not before.is_word:
            return self.quote_before(index) is not None
        if len(before.key) < _WHOLE_WORD or not before.key.isalpha():
            return False
        address = before.upper and before.key.isascii()  # "Site.Name"
        return not address and not self.abbreviates(before)

    def _is_ordinal(self, index: int) -> bool:
        """Say whether a number and its stop count a noun: "am 1. Dezember"."""
        counted = self.grammar.noun_capitals or self.grammar.suffixed
        if not counted or not self.key[index - 1].isdigit():
            return False
        small = w.DET | w.PREP | w.PRON | w.SUB | w.CONJ | w.ADV | w.WH | w.POSS
        following = self.word[index + 1]
        short = len(self.key[index - 1]) <= _ORDINAL and following.is_word
        return short and not (following.upper and following.bits & small)

    def abbreviates(self, word: w.Word) -> bool:
        """Say whether a stop after a word ends no sentence."""
        if not word.upper and word.key in self.grammar.capital_abbreviations:
            return False
        if word.caps and word.outlet:
            return False  # "told the FT. One of them"
        return word.key in self.grammar.abbreviations

    def _stops_after(self, quote: marks.Quote, index: int) -> bool:
        """Say whether a sentence ends with a quotation whose last mark is a stop."""
        after = quote.after
        if after >= len(self.key) or self.key[after] == NEWLINE:
            return True
        following = self.word[after]
        if not following.is_word:
            signed = self.key[after] in self.grammar.dashes and self._is_signature(after + 1)
            return signed or after in self.quote_at
        if not following.capital and not following.bits & w.NUM:
            return False
        if self.key[index] == "." and not self.grammar.dashed:
            return True
        return not self._asks(after)

    def _asks(self, first: int) -> bool:
        """Say whether words after a quotation name who says it: "…?" the man asked."""
        for index in range(first, min(len(self.key), first + ASKING)):
            if not self.word[index].is_word:
                return False
            for cue in self.word[index].cues:
                if cue.governs & w.QUOTE and cue.form & w.FINITE and index > first:
                    end = index + 1
                    return (
                        end >= len(self.key)
                        or self.key[end] in ".,:\n"
                        or bool(self.word[end].bits & (w.PREP | w.TIME | w.ADV))
                    )
            if index > first and self._is_told_so(first, index):
                return True
        return False

    def _is_told_so(self, first: int, index: int) -> bool:
        """Say whether a verb that its ending tells closes a sentence after a name: Poe huffed."""
        word, end = self.word[index], index + 1
        if not self.grammar.open_incises or self.grammar.comma_inversion or word.upper:
            return False
        told = word.bits == w.VERB and word.key.endswith(self.grammar.verb_endings)
        closes = end >= len(self.key) or self.key[end] in ".\n"
        return told and closes and all(self.word[i].upper for i in range(first, index))


def _labels(grammar: Grammar) -> re.Pattern[str] | None:
    """Return one expression for all labels of the language's layout, kept with it."""
    if grammar.labels is None:
        groups = []
        told = [grammar.fold(label) for label in grammar.layout.get("credit", {}).get("told", ())]
        if told:
            groups.append(f"(?P<told>{'|'.join(map(re.escape, told))})(?!\\w)")
        for kind in ("related", "copyright", "credit", "caption", "byline", "boilerplate"):
            labels = grammar.layout.get(kind, {}).get("labels", ())
            folded = sorted(map(grammar.fold, labels), key=len, reverse=True)
            if folded:
                groups.append(f"(?P<{kind}>{'|'.join(map(re.escape, folded))})(?!\\w)")
        grammar.labels = re.compile(r"[\s*\-•(\[©>|–—]*(?:" + "|".join(groups or ["(?!)"]) + ")")
    return grammar.labels
