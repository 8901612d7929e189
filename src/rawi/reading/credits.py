"""The report's own credit: dateline, credit line, signature at the foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.document import Document, Paragraph
from rawi.reading.drafts import Draft
from rawi.reading.outlets import Named, Outlets
from rawi.records import Hop

#: A signature stands in the last so many lines, and is this short, in tokens.
FOOT_LINES: Final = 6
FOOT_TOKENS: Final = 20
#: Tokens of a line that is but a name in brackets, its marks among them.
BRACKET: Final = 6
#: A line of a place and an agency stands in the first so many, and is this short, in tokens.
HEAD_LINES: Final = 3
SIGNED: Final = 8
#: The mark that closes a label stands in so many first tokens.
LABEL: Final = 4
#: Marks between a label and the name, and between two names, that no table calls colons.
SEPARATORS: Final = frozenset("|/+&")
#: Kinds of outlets whose bare name at the foot is a credit, be it a common word as well.
AGENCIES: Final = frozenset({"agency", "collective"})
#: A report credits no more outlets than this; a file of many reports is no report.
CREDITS: Final = 12


#: The name of an agency in a dateline has so many words.
AGENCY: Final = 4


class CreditReader:
    """Reads who the report says it has its text from."""

    def __init__(
        self, document: Document, outlets: Outlets, is_publisher: Callable[[str], bool]
    ) -> None:
        self.document = document
        self.tokens = document.tokens
        self.lex = document.tokens.lex
        self.key = document.tokens.key
        self.outlets = outlets
        self.is_publisher = is_publisher

    def read(self, drafts: list[Draft]) -> tuple[Hop, ...]:
        """Return the hops of the credit, each name once: credit line and foot, else dateline."""
        spoken = {self.document.sentences[d.sentence].paragraph for d in drafts}
        found: list[tuple[Named, tuple[int, int]]] = []
        labelled = [(n, p) for n, p in enumerate(self.document.paragraphs) if p.kind == "credit"]
        for number, paragraph in labelled:
            under = self._under_label(number) if self._is_label(paragraph) else None
            found += self._line(under or paragraph, labelled=True)
        lines = [
            (n, p) for n, p in enumerate(self.document.paragraphs) if p.kind in (None, "dateline")
        ]
        for number, paragraph in lines[-FOOT_LINES:]:
            if number not in spoken and paragraph.last - paragraph.first <= FOOT_TOKENS:
                bracketed = self._is_bracketed(paragraph.first, paragraph.last)
                found += self._line(paragraph, labelled=bracketed)
            else:
                found += self._last_bracket(paragraph, number == lines[-1][0])
        if not found:
            for number, end in self.document.datelines.items():
                first = self.document.paragraphs[number].first
                found += self._dateline(first, end) or self._agency(first, end)
        if not found:
            for paragraph in self.document.paragraphs:
                found += self._beside_author(paragraph) if paragraph.kind == "byline" else []
        if not found:
            for paragraph in self.document.paragraphs[:HEAD_LINES]:
                found += self._signed(paragraph)
        if not found and self.document.paragraphs:
            found += self._headed(self.document.paragraphs[0])
        return self._hops(found)

    def _agency(self, first: int, end: int) -> list[tuple[Named, tuple[int, int]]]:
        """Read "Place - X Press:", "Place (agency X) -": one that the authority does not know."""
        pack = self.document.pack
        begin = first
        for index in range(first, end):
            if self.key[index].isalnum():
                continue
            quote = self.document.quote_at.get(index)
            if quote is not None and index > first and 1 < quote.after - index <= AGENCY + 2:
                name = (quote.open + 1, quote.close)
                return [(Named(name, None, False), (quote.open, quote.after))]
            run = (begin, index)
            begin = index + 1
            if not 1 < run[1] - run[0] <= AGENCY or not self.lex[run[0]].is_word:
                continue
            if not all(self.key[i].isalpha() for i in range(*run)):
                continue
            if self.key[run[1] - 1] in pack.press_words:
                generic = self.lex[run[0]].bits & lx.MEDIA and run[1] - run[0] > 2
                name = (run[0] + bool(generic), run[1])
                return [(Named(name, None, False), run)]
            if self.lex[run[0]].base in pack.media_bodies and not self.lex[run[0]].article:
                named = self.outlets.after_generic(*run, sure=True)
                if named is not None and named.name[1] == run[1]:
                    return [(named, run)]
        return []

    def _signed(self, paragraph: Paragraph) -> list[tuple[Named, tuple[int, int]]]:
        """Read "Place / X Press" or "X Press - Place" in a line of its own near the top."""
        first, last, kind = paragraph
        if kind not in (None, "headline", "dateline") or last - first > SIGNED:
            return []
        pack = self.document.pack
        cut = [i for i in range(first, last) if self.key[i] in SEPARATORS | pack.dashes]
        if len(cut) != 1 or any(lexeme.cues for lexeme in self.lex[first:last]):
            return []
        for begin, end in ((first, cut[0]), (cut[0] + 1, last)):
            words = end - begin
            named = all(self.key[i].isalpha() for i in range(begin, end))
            if not 1 < words <= AGENCY or not named:
                continue
            if self.key[end - 1] in pack.press_words:
                return [(Named((begin, end), None, False), (begin, end))]
            if self.lex[begin].base in pack.media_bodies and not self.lex[begin].article:
                told = self.outlets.after_generic(begin, end, sure=True)
                return [(told, (begin, end))] if told is not None else []
        return []

    def _beside_author(self, paragraph: Paragraph) -> list[tuple[Named, tuple[int, int]]]:
        """Read "X Y - agencies", "translated from the paper Z": who stands beside the author."""
        first, last, _ = paragraph
        if last - first > FOOT_TOKENS:
            return []
        marks = SEPARATORS | self.document.pack.dashes
        for index in range(first + 1, last):
            before = self.key[index - 1]
            led = before in marks or before in self.document.pack.relay_from
            if not led:
                continue
            named = self.outlets.known(index, last)
            if named is None and self.lex[index].bits & lx.MEDIA:
                named = self.outlets.after_generic(index, last, sure=True)
            if named is None or named.outlet is None or named.name[1] < last:
                continue
            agency = named.outlet.kind in AGENCIES
            if agency or before in self.document.pack.relay_from or self.lex[index].bits & lx.MEDIA:
                return [(named, (index, named.name[1]))]
        return []

    def _headed(self, paragraph: Paragraph) -> list[tuple[Named, tuple[int, int]]]:
        """Read the first line of a page that passes texts on: an outlet's name and a colon."""
        first, last, kind = paragraph
        name, pack = (first, last - 1), self.document.pack
        if kind not in (None, "headline", "dateline") or not 1 < last - first <= AGENCY:
            return []
        words = self.lex[first : last - 1]
        none = lx.ROLE | lx.UNNAMED | lx.TITLE | lx.DOC | lx.TIME | lx.NUMBER | lx.PREP | lx.GIVEN
        if self.key[last - 1] not in pack.colons or any(w.bits & none or w.cues for w in words):
            return []
        if len(words) == 1 and words[0].bits:
            return []  # "Cairo:"
        told = lx.DEMONYM | lx.PLACE | lx.MEDIA
        if not all(w.is_word for w in words) or not any(w.bits & told or not w.bits for w in words):
            return []
        return [(Named(name, None, False), name)]

    def _is_label(self, paragraph: Paragraph) -> bool:
        """Say whether a line is but the label of a credit: the names stand under it."""
        text = self.tokens.words(paragraph.first, paragraph.last)
        labels = self.document.pack.layout.get("credit", {}).get("labels", ())
        return text.strip(" :|-–/") in labels

    def _under_label(self, number: int) -> Paragraph | None:
        """Return the short line after a label."""
        below = self.document.paragraphs[number + 1 : number + 2]
        short = [p for p in below if p.last - p.first <= FOOT_TOKENS // 2]
        return short[0] if short else None

    def _hops(self, found: list[tuple[Named, tuple[int, int]]]) -> tuple[Hop, ...]:
        hops: list[Hop] = []
        for named, evidence in found:
            name = self.outlets.text(named)
            outlet = named.outlet
            if (
                not name
                or self.is_publisher(name)
                or (outlet is not None and outlet.kind == "network")
            ):
                continue
            if any(h.name == name or (outlet is not None and h.outlet == outlet.id) for h in hops):
                continue
            if len(hops) >= CREDITS:
                break
            also = tuple(n for names in outlet.names.values() for n in names) if outlet else ()
            hops.append(Hop(name=name, how="relayed by", evidence=(self.tokens.span(*evidence),),
                            also=tuple(dict.fromkeys(n for n in also if n != name)),
                            outlet=outlet.id if outlet else None))  # fmt: skip
        return tuple(hops)

    def _line(self, paragraph: Paragraph, labelled: bool) -> list[tuple[Named, tuple[int, int]]]:
        """Read a line that is a credit: known outlets, and after a label any name."""
        first, last, _ = paragraph
        start = first
        if labelled:
            start = self._after_label(first, last)
        found: list[tuple[Named, tuple[int, int]]] = []
        index = start
        while index < last:
            named = self.outlets.known(index, last)
            if named is None or not self._is_credit(named, index, first, last, labelled):
                index += 1
                continue
            evidence = (first if labelled and not found else index, named.name[1])
            found.append((named, evidence))
            index = max(named.name[1], index + 1)
        if labelled and start < last:
            parts = self._parts(start, last)
            if len(parts) > 1:
                names = [one.name for one, _ in found]
                rest = [(b, e) for b, e in parts if not any(n[0] < e and b < n[1] for n in names)]
                for begin, end in rest:
                    found += self._unknown(first if not found else begin, begin, end)
                found.sort(key=lambda one: one[0].name)
            elif not found:
                found += self._unknown(first, start, last)
        return found

    def _after_label(self, first: int, last: int) -> int:
        """Return the token after a label: after its colon, or another mark near the line's head."""
        pack = self.document.pack
        colon = next((i for i in range(first, last) if self.key[i] in pack.colons), None)
        if colon is not None:
            return colon + 1
        marks = SEPARATORS | pack.dashes
        near = range(first + 1, min(last - 1, first + LABEL))
        return next((i + 1 for i in near if self.key[i] in marks), first)

    def _parts(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return the names of a credit: between marks, and before an "and"."""
        pack, found = self.document.pack, []
        begin = first
        for index in range(first, last):
            mark = self.key[index] in pack.clause_marks or self.key[index] in SEPARATORS
            mark = mark or self.key[index] in pack.dashes
            joined = self.lex[index].conj and index > begin and not self.lex[index].cues
            joined = joined and not self._is_whole(index, last)
            if (mark or joined) and index not in self.document.quote_at:
                if index > begin:
                    found.append((begin, index))
                begin = index + (not joined)
        if last > begin:
            found.append((begin, last))
        colons = self.document.pack.colons
        named = (p for p in found if not any(self.key[i] in colons for i in range(*p)))
        return [p for p in named if any(self.key[i][:1].isalpha() for i in range(*p))]

    def _is_whole(self, index: int, last: int) -> bool:
        """Say whether an outlet's name begins at a token, its first letter no "and"."""
        named = self.outlets.known(index, last)
        return named is not None and named.name[0] == index and not named.front

    def _unknown(self, first: int, start: int, last: int) -> list[tuple[Named, tuple[int, int]]]:
        """Read a name that the authority does not know: "from X", "agency X", nothing else."""
        led = [i for i in range(start, min(last - 1, start + 3)) if self.lex[i].bits & lx.PREP]
        start = led[-1] + 1 if led else start  # "translated from X"
        while start < last and (self._is_mark(start) or self.lex[start].bits & lx.PREP):
            start += 1
        while last > start and self._is_mark(last - 1):
            last -= 1
        if not 0 < last - start <= 6:
            return []
        named = None
        if self.lex[start].bits & lx.MEDIA:
            named = self.outlets.after_generic(start, last, sure=True)
        return [(named or Named((start, last), None, False), (first, last))]

    def _is_mark(self, index: int) -> bool:
        return not self.key[index][:1].isalnum()

    def _is_bracketed(self, first: int, last: int) -> bool:
        """Say whether a line is a bracket with an agency or one unknown word: "(Agency X)"."""
        if last - first > BRACKET or self.key[first] != "(" or self.key[last - 1] != ")":
            return False
        words = self.lex[first + 1 : last - 1]
        if len(words) > 1 and self.key[last - 2] in self.document.pack.press_words:
            return all(key.isalpha() for key in self.key[first + 1 : last - 1])
        return bool(words[0].bits & lx.MEDIA) or (
            len(words) == 1 and not words[0].bits and not words[0].cues and not words[0].article
        )

    def _is_credit(self, named: Named, index: int, first: int, last: int, labelled: bool) -> bool:
        """Say whether an outlet's name is one here, and not a word of a longer name."""
        if self._stands_apart(index, named.name[1], first, last):
            return labelled or not named.ambiguous or self._is_bare(named, first, last)
        return labelled and not named.ambiguous and not named.front

    def _is_bare(self, named: Named, first: int, last: int) -> bool:
        """Say whether a line is an agency's name alone, or after the publisher's own."""
        if named.outlet is None or named.outlet.kind not in AGENCIES:
            return False
        words = [i for i in range(first, named.name[0]) if self.key[i][:1].isalnum()]
        own = not words or self.is_publisher(self.tokens.words(words[0], words[-1] + 1))
        return own and not any(self.key[i][:1].isalnum() for i in range(named.name[1], last))

    def _stands_apart(self, index: int, end: int, first: int, last: int) -> bool:
        """Say whether a name has marks or the line's ends on both sides."""
        before = (
            index == first
            or not self.key[index - 1][:1].isalnum()
            or bool(self.lex[index - 1].bits & lx.MEDIA)
        )
        after = end >= last or not self.key[end][:1].isalnum()
        return before and after

    def _follows_date(self, index: int, end: int, first: int, last: int) -> bool:
        """Say whether a name in a dateline stands apart, no mark before it."""
        if self._stands_apart(index, end, first, last):
            return True
        before = self.lex[index - 1].bits if index > first else 0
        after = end >= last or not self.key[end][:1].isalnum()
        return after and bool(before & (lx.NUMBER | lx.TIME | lx.PLACE | lx.BYLINE))

    def _last_bracket(
        self, paragraph: Paragraph, last_line: bool
    ) -> list[tuple[Named, tuple[int, int]]]:
        """Read "… (Reuters)" at the end of the last paragraph."""
        first, last, _ = paragraph
        end = last
        while end > first and self.key[end - 1] in ".":
            end -= 1
        if not last_line or end <= first or self.key[end - 1] != ")":
            return []
        start = next(
            (i for i in range(end - 1, max(first, end - 12), -1) if self.key[i] == "("), None
        )
        return [] if start is None else self._dateline(start, end)

    def _dateline(self, first: int, last: int) -> list[tuple[Named, tuple[int, int]]]:
        found: list[tuple[Named, tuple[int, int]]] = []
        index = first
        while index < last:
            named = self.outlets.known(index, last)
            if named is not None and self._follows_date(index, named.name[1], first, last):
                found.append((named, (index, named.name[1])))
                index = max(named.name[1], index + 1)
            else:
                index += 1
        return found or self._unlisted(first, last)

    def _unlisted(self, first: int, last: int) -> list[tuple[Named, tuple[int, int]]]:
        """Read "Place - Name:", a name in no list between a dash and a colon."""
        pack = self.document.pack
        none = lx.PLACE | lx.ROLE | lx.TITLE | lx.TIME | lx.NUMBER | lx.GIVEN
        dash = next((i for i in range(first + 1, last) if self.key[i] in pack.dashes), None)
        if dash is None or last - dash < 3 or self.key[last - 1] not in pack.colons:
            return []
        words = range(dash + 1, last - 1)
        if len(words) > 3 or not all(self.key[i].isalpha() for i in words):
            return []
        if any(self.lex[i].bits & (none | lx.BYLINE | lx.VERB) or self.lex[i].cues for i in words):
            return []
        where = (dash + 1, last - 1)
        return [(Named(where, None, False), where)]
