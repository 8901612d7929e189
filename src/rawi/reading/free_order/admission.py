"""Whether who a verb has for its subject can say what follows it."""

from __future__ import annotations

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.contents import Opening
from rawi.reading.free_order.phrases import Phrase, Phrases
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range


class Admission:
    """Tells what is said from deeds and from what things show, in one document."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.document = phrases.document
        self.word = phrases.word
        self.key = phrases.key
        lists = phrases.grammar.words_of
        self._deeds, self._personal = lists("deeds"), lists("personal")
        self._studies, self._finding = lists("studies"), lists("finding")
        self._rulings, self._courts = lists("rulings"), lists("courts")
        self._about, self._discovering = lists("about"), lists("discovering")
        self._supposing, self._threats = lists("supposing"), lists("threats")
        self.deeming = lists("deeming")
        self._correlates = lists("correlates") | lists("this")

    def is_dropped(self, draft: Draft, opened: Opening, names: bool) -> bool:
        """Say whether a verb does without its subject, and takes more than a clause all the same.

        Its gender tells that it means somebody: "mentioned (she) this", not "they mention". An
        object it takes only where it `names` what it is.
        """
        if not self.phrases.grammar.drops_subject or not draft.features & (w.MASC | w.FEM):
            return False
        if opened.kind == "object":
            return names
        return opened.kind in ("question", "preposition", "infinitive")

    def may_do(self, draft: Draft, opened: Opening, lemma: str) -> bool:
        """Say whether who a verb has for its subject can say what follows it."""
        assert draft.source is not None
        kind = opened.kind
        first, last = draft.source
        phrase = self.phrases.read(first, last, c.ANY)
        if phrase is None or self.word[first].bits & w.PREP:
            return True
        bits = self.word[phrase.head].bits
        if lemma in self._discovering and not self._is_outlet(phrase):
            return False
        speaks = (
            (phrase.named and not self._is_common(phrase, lemma))
            or bool(bits & (w.HEADS | w.PRON))
            or phrase.head in (self.phrases.quote_at)
            or self.phrases.is_one(self.key[phrase.head])
        )
        if (bits & w.DOC and not bits & w.BODY) or not speaks:
            study = self.word[phrase.head].lemma in self._studies and lemma in self._finding
            if lemma in self._personal and not (study and kind in ("clause", "question", "colon")):
                return False
        if kind == "object" and lemma in self._rulings:
            if self.word[phrase.head].lemma in self._courts:
                return False
        if speaks or self.phrases.is_one(self.key[phrase.head]):
            return True
        tells = kind == "preposition" and self.key[opened.at - 1] in self._about
        return (
            tells
            or kind in ("clause", "quote", "question")
            or (kind == "colon" and any(self.document.quotes_in(last, last + 6)))
        )

    def _is_outlet(self, phrase: Phrase) -> bool:
        """Say whether a phrase names an outlet, or is a word for one."""
        first = phrase.first + (phrase.first in self.phrases.quote_at)
        media = self.word[phrase.head].bits & w.MEDIA
        return bool(media) or self.phrases.outlets.is_outlet(first, phrase.last)

    def _is_common(self, phrase: Phrase, lemma: str) -> bool:
        """Say whether a word has its capital from the sentence: smoke "says" nothing."""
        if lemma not in self._personal or phrase.last > phrase.head + 1:
            return False
        return not self.phrases.is_proper(phrase.head)

    def is_deed(self, lemma: str, at: int, kind: str = "object") -> bool:
        """Say whether an object makes a verb a deed: "allowed a mistake", "told of a charge"."""
        if kind not in ("object", "preposition"):
            return False
        if kind == "object" and lemma in self._threats and at not in self.phrases.quote_at:
            if not self.phrases.mask(at) & c.INSTRUMENTAL:
                return True  # "threatens the peace"; only "threatens with a strike" says something
        return any(f"{lemma} {self.word[i].key}" in self._deeds
                   for i in range(at, min(at + 3, len(self.word))))  # fmt: skip

    def points(self, at: int) -> bool:
        """Say whether a word only points to what was said: "learned of this from two sources"."""
        word = self.word[at]
        if not word.bits & w.ADJ or word.key not in self._correlates or at + 1 >= len(self.key):
            return False
        return bool(self.word[at + 1].bits & w.PREP)

    def deems(self, lemma: str, at: int, last: int) -> bool:
        """Say whether an object tells what somebody takes it for, where its verb is to do so."""
        if lemma not in self.deeming:
            return True
        index = at
        while index < last and (self.word[index].is_word or index in self.phrases.quote_at):
            quote = self.phrases.quote_at.get(index)
            if quote is not None:
                index = quote.after
                continue
            if self.word[index].bits & w.PREP:
                index = self.phrases.complement(index, last) or index + 1
                continue
            mask = self.phrases.mask(index)
            if mask & c.INSTRUMENTAL and not mask & (c.NOMINATIVE | c.ACCUSATIVE):
                return True
            index += 1
        return False

    def is_called(self, at: int) -> bool:
        """Say whether marks hold a name that words follow: "commented on the “X” of Y"."""
        quote = self.document.quote_at.get(at)
        if quote is None or quote.after >= len(self.key) or not self.word[quote.after].is_word:
            return False
        return self.phrases.is_name(at, len(self.key), True)

    def is_supposed(self, at: int, draft: Draft) -> bool:
        """Say whether a verb stands in a clause that "if" opens: what somebody may do."""
        first = draft.source[0] if draft.source is not None and draft.source[0] < at else at
        led = first - 1 - (self.word[first - 1].bits & w.ADV != 0)
        return led > 0 and self.key[led] in self._supposing and self.key[led - 1] == ","

    def is_mute(self, at: int, last: int) -> bool:
        """Say whether words after a verb make it say nothing: "speaks for itself"."""
        return at < last and self.phrases.grammar.mute.match(self.word, at, last) is not None

    def is_hearsay(self, span: Range, last: int) -> bool:
        """Say whether a verb stands between commas as "they say"."""
        first, after = span
        between = first > 0 and self.key[first - 1] == "," and after < last
        return bool(between and self.key[after] == "," and self.word[first].bits & w.HEARSAY)
