"""What a source phrase says of its speaker: name, role, kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Document
from rawi.reading.drafts import Range
from rawi.reading.inflect import PLUR
from rawi.reading.nouns import NounPhrases

_HUMAN: Final = lx.ROLE | lx.UNNAMED | lx.TITLE
_COMMON: Final = lx.ROLE | lx.UNNAMED | lx.BODY | lx.DOC | lx.NOUN | lx.MASDAR | lx.MEDIA | lx.OCCASION


@dataclass(slots=True)
class Mention:
    """A source phrase, read.

    `name` is the range of a person's name; `head` the token of the first noun, `kind` what
    it is: person, organisation, document, pronoun.  `words` are the folded stems of the
    phrase, `core` the phrase without relative clauses and appositions.
    """

    where: Range
    core: Range
    head: int
    kind: str
    name: Range | None
    features: int
    definite: bool
    unnamed: bool
    words: frozenset[str]
    issuer: Range | None = None
    quoted: Range | None = None


class Mentions:
    """Reads source phrases of one document."""

    def __init__(self, document: Document, nouns: NounPhrases) -> None:
        self.document = document
        self.pack = document.pack
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.nouns = nouns

    def read(self, where: Range) -> Mention:
        """Read a source phrase."""
        first, last = where
        core = self._core(first, last)
        head = self._head(first, last)
        lexeme = self.lex[head]
        name = self._name(first, last)
        quoted = self._quoted(first, core[1])
        kind = self._kind(head, name, quoted)
        unnamed = name is None and kind == "person" and bool(
            lexeme.bits & (lx.UNNAMED | lx.QUANTITY) or not lexeme.article
        )
        features = self._features(head, name)
        words = frozenset(
            self.lex[index].stem for index in range(first, last) if self.key[index][:1].isalnum()
        )
        issuer = self._issuer(head, core[1]) if lexeme.bits & lx.DOC else None
        return Mention(where, core, head, kind, name, features, bool(lexeme.article), unnamed,
                       words, issuer, quoted)  # fmt: skip

    # -- parts -----------------------------------------------------------------

    def _core(self, first: int, last: int) -> Range:
        for index in range(first + 1, last):
            lexeme = self.lex[index]
            if self.key[index] in self.pack.clause_marks or self.key[index] in "(-–":
                return first, index
            if lexeme.bits & lx.REL and not lexeme.bits & lx.PREP:
                return first, index
            if self.nouns._is_verb(index):
                return first, index
        return first, last

    def _head(self, first: int, last: int) -> int:
        index = first
        while index < last - 1:
            if not self.key[index][:1].isalnum() or self.lex[index].bits & lx.TITLE and not (
                self.lex[index].bits & lx.ROLE
            ):
                index += 1
            else:
                break
        return index

    def _features(self, head: int, name: Range | None) -> int:
        if self.lex[head].bits & (_COMMON | lx.DEMONYM | lx.TITLE):
            return self.lex[head].features
        if name is not None:
            given = self.lex[name[0]]
            return given.features if given.bits & lx.GIVEN else 0
        return 0

    def _kind(self, head: int, name: Range | None, quoted: Range | None) -> str:
        bits = self.lex[head].bits
        if bits & lx.PRON:
            return "pronoun"
        if bits & lx.DOC and name is None:
            return "document"
        if bits & (lx.BODY | lx.MEDIA) and not bits & lx.ROLE:
            return "organisation" if name is None or bits & lx.BODY and not self._named_after(head) else "person"
        if name is not None or bits & _HUMAN:
            return "person"
        if quoted is not None or bits & lx.SPEAKS or bits & lx.LATIN:
            return "organisation"
        return "person" if bits & lx.DEMONYM or not bits else "organisation"

    def _named_after(self, head: int) -> bool:
        return False

    def _quoted(self, first: int, last: int) -> Range | None:
        for index in range(first, last):
            quote = self.document.quote_at.get(index)
            if quote is not None:
                return quote.open + 1, quote.close
        return None

    def _issuer(self, head: int, last: int) -> Range | None:
        """Return who issued a document: the noun phrase that its noun governs."""
        index = head + 1
        while index < last and self.lex[index].bits & lx.DEMONYM | (
            not self.lex[index].prep and self.lex[index].bits & lx.NOUN
        ):
            index += 1
        while index < last:
            lexeme = self.lex[index]
            if index in self.document.quote_at:
                return index, last
            if lexeme.bits & (lx.BODY | lx.ROLE | lx.TITLE | lx.NAME | lx.PLACE | lx.MEDIA) or (
                lexeme.prep and lexeme.article
            ):
                return index, last
            index += 1
        return None

    # -- names -----------------------------------------------------------------

    def _name(self, first: int, last: int) -> Range | None:
        """Return the person's name in a phrase: after a title, at a segment's end, or its start."""
        best: tuple[int, Range] | None = None
        for begin, end in self._segments(first, last):
            for score, run in self._runs(begin, end):
                if best is None or score > best[0]:
                    best = score, run
        return best[1] if best else None

    def _segments(self, first: int, last: int) -> list[Range]:
        found: list[Range] = []
        begin = index = first
        while index < last:
            quote = self.document.quote_at.get(index)
            edge = self.key[index] in self.pack.clause_marks or self.key[index] in "()-–"
            if quote is not None and quote.open == first and quote.after >= last - 1:
                begin, last = quote.open + 1, min(quote.close, last)
                index = begin
                continue
            if edge:
                if index > begin:
                    found.append((begin, index))
                begin = index + 1
                if self.key[index] == "(":
                    while index < last and self.key[index] != ")":
                        index += 1
                    begin = index + 1
            lexeme = self.lex[index] if index < last else None
            if lexeme is not None and lexeme.bits & lx.REL and not lexeme.bits & lx.PREP:
                break
            index = quote.after if quote else index + 1
        end = min(index, last)
        if end > begin:
            found.append((begin, end))
        return found

    def _runs(self, begin: int, end: int) -> list[tuple[int, Range]]:
        runs: list[tuple[int, Range]] = []
        title = self._after_title(begin, end)
        if title is not None:
            stop = self._run_end(title, end)
            if stop > title:
                runs.append((100 + min(stop - title, 4), (title, stop)))
        suffix = self._suffix(begin, end)
        if suffix is not None:
            runs.append((self._score(suffix, begin, end), suffix))
        stop = self._run_end(begin, end)
        if stop - begin >= 2 and self.lex[begin].bits & (lx.GIVEN | lx.PARTICLE):
            runs.append((80, (begin, stop)))
        return [run for run in runs if run[0] > 0]

    def _score(self, run: Range, begin: int, end: int) -> int:
        first, last = run
        length = last - first
        given = bool(self.lex[first].bits & (lx.GIVEN | lx.PARTICLE))
        if length == 1:
            whole = first == begin
            known = self.lex[first].bits & (lx.FAMILY | lx.GIVEN) and not self.lex[first].bits & _COMMON
            return (40 if whole or given else 20) if known or whole else 0
        return 70 + 15 * given + min(length, 4)

    def _after_title(self, begin: int, end: int) -> int | None:
        found = None
        index = begin
        while index < end:
            match = self.pack.titles.match(self.lex, index, end)
            if match is not None and (index == begin or self.nouns.is_closed(index - 1) or True):
                index += match[1]
                while index < end and self.key[index] == ".":
                    index += 1
                found = index
            else:
                naming = self.lex[index].bits & lx.NAMING
                index += 1
                if naming:
                    found = index
        return found if found is not None and found < end else None

    def _run_end(self, first: int, end: int) -> int:
        index = first
        while index < end and self._namely(index, index == first):
            index += 1
        while index > first and self.lex[index - 1].bits & lx.PARTICLE and not (
            self.lex[index - 1].bits & (lx.GIVEN | lx.FAMILY)
        ):
            index -= 1
        return index

    def _suffix(self, begin: int, end: int) -> Range | None:
        """Return the longest run of name words that ends a segment."""
        first = end
        while first > begin and self._namely(first - 1, False):
            first -= 1
        while first < end and not self._namely(first, True):
            first += 1
        if first < end and first > begin and not self._may_follow(first):
            while first < end and not self.lex[first].bits & (lx.GIVEN | lx.PARTICLE):
                first += 1
        return (first, end) if first < end else None

    def _may_follow(self, first: int) -> bool:
        """Say whether a name may begin after the word before it (no genitive between)."""
        before = self.lex[first - 1]
        return bool(before.article or before.bits & (lx.DEMONYM | lx.PLACE | lx.TITLE | lx.OTHER)) or (
            not self.key[first - 1][:1].isalnum()
        ) or bool(before.bits & (lx.ROLE | lx.UNNAMED)) or bool(self.lex[first].bits & lx.GIVEN)

    def _namely(self, index: int, opens: bool) -> bool:
        """Say whether a token may be a word of a name, as its first or a later one."""
        lexeme, key = self.lex[index], self.key[index]
        if key in ("-", "'", "’"):
            return not opens
        if not key[:1].isalpha():
            return False
        bits = lexeme.bits
        if bits & (lx.FAMILY | lx.GIVEN | lx.PARTICLE):
            if opens and bits & lx.AMBIGUOUS and lexeme.article:
                return False
            if opens and bits & _COMMON and not bits & (lx.GIVEN | lx.PARTICLE):
                return False
            return not lexeme.prep and not (lexeme.article and bits & _COMMON and opens)
        if lexeme.prep or lexeme.conj and bits:
            return False
        if not bits and not lexeme.cues:
            return not (opens and lexeme.article)
        if bits & lx.LATIN:
            return True
        if bits & lx.PLACE and not opens:
            return not lexeme.article or bool(self.lex[index - 1].bits & lx.NAME)
        if lexeme.cues and not bits and not lexeme.article:
            return not any(form.features & 1 for form in lexeme.cues) or bool(
                self.lex[index - 1].bits & lx.GIVEN
            )
        return False


def is_plural(features: int) -> bool:
    """Say whether a noun's features are a plural's."""
    return bool(features & PLUR)
