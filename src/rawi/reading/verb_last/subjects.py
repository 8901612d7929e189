"""Who speaks: the subject of the verb, or whom the words for a statement name as its issuer."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Range
from rawi.reading.verb_last.nouns import Nouns
from rawi.reading.verb_last.suffixes import (
    ABLATIVE,
    APOSTROPHES,
    DATIVE,
    GENITIVE,
    LOCATIVE,
    SuffixGrammar,
)

#: A subject with a comma behind it stands among the first so many commas of its sentence.
COMMAS: Final = 4
#: Who issued a statement is named so near before the word for it, in tokens.
ISSUED: Final = 9


class Subjects:
    """Finds who says what in the sentences of one document."""

    def __init__(self, document: Document, grammar: SuffixGrammar, nouns: Nouns) -> None:
        self.document = document
        self.grammar = grammar
        self.nouns = nouns
        self.word = document.word
        self.key = document.key
        words = grammar.words_of
        self._agents, self._issued = words("agents"), words("issued")
        self._making, self._basing = words("making"), words("basing")
        self._printed = words("printed")

    def find(self, first: int, end: int) -> Range | None:
        """Return the subject of a verb: before a comma, after a participle, at the head."""
        return (
            self._after_contrast(first, end)
            or self._before_comma(first, end)
            or self._after_participle(first, end)
            or self._at_head(first, end)
            or self._several(first, end)
        )

    def _after_contrast(self, first: int, end: int) -> Range | None:
        """Return the second of two subjects: "Buruk, hakemi eleştirirken | Tedesco, …"."""
        for at in range(end - 1, first, -1):
            word = self.word[at]
            if word.upper or not word.key.endswith(self.grammar.contrasts):
                continue
            if self.document.quote_over(at) is None:
                return self.right_at(at + 1, end)
        return None

    def _before_comma(self, first: int, end: int) -> Range | None:
        commas = 0
        for at in range(first + 1, end):
            if self.key[at] != "," or self.document.quote_over(at) is not None:
                continue
            commas += 1
            if commas > COMMAS:
                break
            found = self.nouns.before(at, first)
            if found is None or self._is_listed(found, at, end):
                continue
            placed = all(self.word[i].bits & w.PLACE for i in range(*found))
            if placed and (commas > 1 or found[0] > first):
                continue
            return found
        return None

    def right_at(self, at: int, end: int) -> Range | None:
        """Return the subject that begins at a token, where a mark or "as for" follows it."""
        while at < end and (not self.word[at].is_word or self.word[at].bits & w.CONJ):
            if at in self.document.quote_at:
                return None
            at += 1
        found = self.nouns.after(at, end)
        if found is None or found[1] or found[0][1] >= end:
            return None
        (first, last), _ = found
        parted = self.key[last] == "," or self.key[last] in self.nouns.topical
        return (first, last) if parted and not self._is_listed((first, last), last, end) else None

    def _is_listed(self, found: Range, comma: int, end: int) -> bool:
        """Say whether a comma stands in a list of names, which goes on with "and"."""
        known = self.word[found[1] - 1].bits & (w.HEADS | w.GIVEN) or found[1] - found[0] > 2
        return not known and self._lists(comma, end)

    def _lists(self, comma: int, end: int) -> bool:
        at = comma + 1
        while at < end and self.word[at].is_word and self.nouns.is_name(at):
            at += 1
        if at == comma + 1 or at >= end:
            return False
        return self.word[at].bits & w.CONJ != 0 or (
            self.key[at] == "," and at - comma < 4 and self._lists(at, end)
        )

    def _after_participle(self, first: int, end: int) -> Range | None:
        """Return a subject that a participle leads to: "konuşan | Fidan şunları …"."""
        for at in range(first, end - 1):
            word = self.word[at]
            if word.upper or not word.is_word or self.document.quote_over(at) is not None:
                continue
            led = word.key in self.nouns.speaking or any(c.form & w.BEFORE_NOUN for c in word.cues)
            found = self.nouns.after(at + 1, end) if led else None
            if found is not None and found[1] == 0 and self.word[at].key.endswith("n"):
                return found[0]
        return None

    def _at_head(self, first: int, end: int) -> Range | None:
        at = first
        while at < end and self._is_before(at):
            at += 1
        found = self.nouns.after(at, end)
        if found is None or found[1] or found[0][1] >= end:
            return None
        return found[0]

    def _several(self, first: int, end: int) -> Range | None:
        """Return a subject inside a sentence, told by its plural: "ardından bölge sakinleri …"."""
        for at in range(first, end):
            word = self.word[at]
            several = word.bits & (w.ROLE | w.PERSON) and word.bits & w.PLURAL and not word.upper
            if not several or self.nouns.case(at) or self.document.quote_over(at) is not None:
                continue
            begin = self.nouns.begin(at + 1, first)
            led = begin == first or not self.word[begin - 1].upper
            follows = self.word[at + 1].bits if at + 1 < end else 0
            if led and not follows & (w.PREP | w.CONJ):
                return begin, at + 1
        return None

    def _is_before(self, index: int) -> bool:
        """Say whether a word may stand before a subject: a link, a time."""
        word = self.word[index]
        if not word.is_word:
            return self.key[index] == ","
        before = w.LINK | w.ADV | w.TIME | w.PREP
        return bool(word.bits & before) and not self.nouns.is_name(index)

    def based(self, first: int, end: int) -> tuple[Range, Range | None, int] | None:
        """Return on whom an outlet's report is based, the outlet, and the token after the report.

        "Reuters'ın iki yetkiliye dayandırdığı haberde"
        """
        for at in range(first + 1, end):
            if self.key[at] not in self._basing:
                continue
            last = at - 1 if self.word[at - 1].is_word else at - 2  # in marks
            source = self.of(last, first)
            if source is None or not self.nouns.case(last) & DATIVE:
                continue
            owner = next((i for i in range(at - 1, first - 1, -1) if self._owns(i)), None)
            relay = self.of(owner, first) if owner is not None else None
            if owner is not None and relay is not None and owner >= source[0]:
                source = (owner + 1, source[1])
            if relay is None and source[0] > first:
                relay = self.nouns.before(source[0], first)
            begin = at + 1
            while begin < end and self.word[begin].bits & (w.RELAYED | w.DOC):
                begin += 1
            return source, relay, begin
        return None

    def _owns(self, index: int) -> bool:
        """Say whether a noun stands in the genitive at a token."""
        return bool((self.word[index].mask or 0) & GENITIVE)

    # -- who issued a statement ---------------------------------------------------------

    def issuer(self, first: int, end: int) -> tuple[Range | None, int] | None:
        """Return who issued what a passive verb tells of, and the token after its mention.

        "MSB'den yapılan açıklamada", "Bakanlığın açıklamasında"; None where nothing is told of,
        no range where it is told of alone: "Açıklamada".
        """
        for at in range(first, end):
            word = self.word[at]
            if self.document.quote_over(at) is not None:
                continue
            if self.key[at] in self._agents:
                found = self.nouns.before(at, first)
                if found is not None:
                    return found, at + 1
            told = word.bits & (w.DOC | w.POST | w.RELAYED | w.OCCASION)
            if not told or not self.nouns.case(at) & (LOCATIVE | ABLATIVE):
                continue
            owner = self.owner(at, first)
            if owner is not None:
                return owner, at + 1
            opens = at - first < 3 or self.key[at + 1 : at + 2] == [","]
            if opens and word.bits & (w.DOC | w.POST):
                speaks = not word.bits & (w.OCCASION | w.RELAYED | w.POST)  # "Raporda, …"
                return (at, at + 1) if speaks else None, at + 1
        return None

    def owner(self, at: int, first: int) -> Range | None:
        """Return whose a claim or writing is, by the phrase before the word for it."""
        low = max(first, at - ISSUED)
        for index in range(at - 1, low - 1, -1):
            if self.key[index] in self._agents:
                return self.nouns.before(index, first)
            if not self.word[index].is_word and self.key[index] not in ",()":
                break
            if not self._is_owner(index, at):
                continue
            found = self.of(index, first)
            if found is not None:
                return found
        begin = at
        while begin > low and (
            self.key[begin - 1] in self._making or self.word[begin - 1].bits & w.ADJ
        ):
            begin -= 1
        return self.nouns.before(begin, first) if begin > first else None

    def _is_owner(self, index: int, at: int) -> bool:
        """Say whether a noun tells by its case whose a claim or writing is."""
        case, between = self.word[index].mask or 0, self.key[index + 1 : at]
        if case == ABLATIVE:
            return any(key in self._issued for key in between)
        if case == LOCATIVE:
            return any(key in self._printed for key in between)  # "Sabah'ta yer alan habere"
        told = self.word[at]
        bare = told.bits & w.DOC and told.stem == told.lemma
        return bool(case & GENITIVE) and not bare

    def of(self, index: int, first: int) -> Range | None:
        """Return the phrase whose last word or suffix stands at a token, in whatever case."""
        end = index if self.nouns.is_suffix(index) else index + 1
        end -= end > first and self.key[end - 1] in APOSTROPHES
        begin = self.nouns.begin(end, first)
        return (begin, end) if begin < end and self.nouns.is_somebody(begin, end) else None
