"""Outlets in no list that a report tells by what they do: "…, X reported, citing the mayor"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rawi.reading.subject_first import words as w

if TYPE_CHECKING:
    from rawi.reading.subject_first.document import Document, Sentence

#: The name of an outlet in no list has no more tokens.
NAME: Final = 4
#: After the verb of who reports, a sentence goes on no further, in tokens.
TAIL: Final = 6
#: Who is cited at a sentence's head is told in fewer tokens.
CITED: Final = 16
#: What no word of an outlet's name is.
_NOT: Final = w.ROLE | w.TITLE | w.PERSON | w.BODY | w.BODYPART | w.PRON | w.TIME | w.PLACE | w.DOC
#: What may stand with a capital before a name, and is no part of it.
_OPENS: Final = (
    w.DET
    | w.CONJ
    | w.PREP
    | w.ADV
    | w.LINK
    | w.SUB
    | w.TIME
    | w.DEMONYM
    | w.MEDIA
    | w.AUX
    | w.PHRASE
)
#: What may stand between a verb and a sentence's end: when and where it was reported.
_LIGHT: Final = w.TIME | w.PREP | w.NUM | w.DET | w.ADV


class Reporters:
    """Finds the names that one document tells as those of outlets."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.word = document.word
        self.key = document.key
        words = document.grammar.words_of
        self._verbs = words("outlets_report")
        self._agents = words("agents")
        self._never = words("not_outlets")
        self._leads = words("reported_first")

    def read(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Return the names found, as folded words, by their first."""
        found: dict[str, tuple[tuple[str, ...], ...]] = {}
        if not self._verbs:
            return found
        for sentence in self.document.sentences:
            for begin, last in self._named(sentence):
                first = self._with_article(begin, sentence.first)
                name = tuple(self.key[first:last])
                known = found.get(name[0], ())
                if name not in known and not self._is_somebody(begin, last):
                    found[name[0]] = (*known, name)
        return found

    def _with_article(self, begin: int, first: int) -> int:
        """Return where a name begins with its article, which a capital tells: ", The Tide"."""
        article = self.word[begin - 1] if begin - 1 > first else None
        return begin - bool(article is not None and article.upper and article.bits & w.DET)

    def _named(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        first, last, _ = sentence
        for index in range(first, last):
            cues = self.word[index].cues
            if not cues:
                continue
            reports = learns = False
            for cue in cues:  # nearly every word of a report comes here
                if cue.lemma in self._verbs:
                    reports = True
                elif cue.governs & w.OUTLETS:
                    learns = True
            if reports:
                yield from self._before(index, first, last)
                yield from self._after(index, first, last)
            elif learns:
                yield from self._learnt(index, first)
            if index == first and any(self._cites(cue) for cue in cues):
                yield from self._who_cites(index, last)

    def _cites(self, cue: w.Cue) -> bool:
        return bool(cue.governs & w.RELAY and cue.form & w.GERUND)

    def _before(self, verb: int, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Read "…, X reported on Monday." and "X reported, citing the mayor"."""
        end = verb
        while end > first and self.word[end - 1].bits & (w.ADV | w.HAVE):
            end -= 1
        start = self._start(end, first)
        if start == end:
            return
        tail = self._past_light(verb + 1, last)
        cites = tail + 1 < last and self.key[tail] == "," and any(
            self._cites(cue) for cue in self.word[tail + 1].cues
        )  # fmt: skip
        ends = tail >= last - 1 and self._is_parted(start, first)
        if cites or (ends and self._says_before(first, start)):
            yield start, end

    def _learnt(self, verb: int, first: int) -> Iterator[tuple[int, int]]:
        """Read "…, X has learned", which outlets alone say so."""
        end = verb
        while end > first and self.word[end - 1].bits & (w.ADV | w.HAVE | w.MODAL):
            end -= 1
        start = self._start(end, first)
        if start < end and self._is_parted(start, first):
            yield start, end

    def _after(self, verb: int, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Read "…, reported X." and "as first reported by X"."""
        by = verb + 1 < last and self.key[verb + 1] in self._agents
        start = verb + 1 + by
        start += start < last and bool(self.word[start].bits & w.DET) and not self.word[start].upper
        end = start
        while end < min(last, start + NAME) and self._is_part(end):
            end += 1
        if end == start:
            return
        if by:
            led = any(self.key[i] in self._leads for i in range(max(first, verb - 2), verb))
            if led:
                yield start, end
            return
        ends = self._past_light(end, last) >= last - 1
        if ends and self._is_parted(verb, first) and self._says_before(first, verb):
            yield start, end

    def _who_cites(self, index: int, last: int) -> Iterator[tuple[int, int]]:
        """Read "Citing two officials, X said that"."""
        comma = next((i for i in range(index + 1, min(last, index + CITED))
                      if self.key[i] == ","), None)  # fmt: skip
        if comma is None or comma + 1 >= last:
            return
        start = end = comma + 1 + bool(self.word[comma + 1].bits & w.DET)
        while end < min(last, start + NAME) and self._is_part(end):
            end += 1
        says = end < last and any(cue.form & w.FINITE for cue in self.word[end].cues)
        if end > start and says:
            yield start, end

    def _start(self, end: int, first: int) -> int:
        """Return where a name that ends before a token begins."""
        start = end
        while start > max(first, end - NAME) and self._is_part(start - 1):
            start -= 1
        before = self.word[start - 1] if start > first else None
        opens = before is None or not before.is_word or before.bits & (w.DET | w.CONJ)
        return start if opens else end

    def _is_part(self, index: int) -> bool:
        word = self.word[index]
        if self.key[index] in self._never or word.bits & _NOT & ~w.PLACE:
            return False
        if self.key[index].endswith(self.document.grammar.based):
            return False  # "the Skerry-based Tide"
        return word.is_word and word.upper and not word.bits & (w.DET | w.CONJ | w.PREP)

    def _is_parted(self, at: int, first: int) -> bool:
        """Say whether a mark parts who reports from what is reported, an article passed over."""
        at -= at - 1 > first and bool(self.word[at - 1].bits & w.DET)
        return at > first and not self.word[at - 1].is_word

    def _says_before(self, first: int, end: int) -> bool:
        """Say whether somebody says or is cited before a token."""
        return any(
            self.word[i].bits & w.PHRASE
            or any(cue.form & self._form(i) for cue in self.word[i].cues)
            for i in range(first + 1, end)
        )

    def _form(self, index: int) -> int:
        """Return the forms of a verb that say something here: a participle after "have" as well."""
        return w.FINITE | (w.PAST if self.word[index - 1].bits & w.HAVE else 0)

    def _past_light(self, at: int, last: int) -> int:
        """Return the token after when and where it was reported."""
        stop = min(last, at + TAIL)
        while at < stop and (self.word[at].bits & _LIGHT or self._is_part(at)):
            at += 1
        return at

    def _is_somebody(self, first: int, last: int) -> bool:
        """Say whether a name is a person's or a place's: beside a given name here or elsewhere."""
        words: Sequence[w.Word] = self.word[first:last]
        places = all(word.bits & (w.PLACE | w.DEMONYM) for word in words)
        given = last - first > 1 and bool(words[0].bits & w.GIVEN)
        if places or given:
            return True
        key = self.key[last - 1]
        same = [i for i in self.document.tokens.upper if i and self.key[i] == key]
        return any(self._is_forename(i - 1) and not first <= i - 1 < last for i in same)

    def _is_forename(self, index: int) -> bool:
        """Say whether a word may be what somebody is called before a surname."""
        word = self.word[index]
        return word.is_word and word.upper and not word.bits & _OPENS and not word.cues
