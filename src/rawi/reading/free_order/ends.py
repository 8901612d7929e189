"""Where contents begin and end."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order import cases as c
from rawi.reading.free_order.contents import Opening
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range

#: Drafts that give way to others of their sentence.
_LOOSE: Final = ("sourcing", "as outlet")
_PHRASAL: Final = ("object", "preposition", "infinitive", "quoted", "quote")


#: A verb stands so near behind its subject, in tokens.
NEAR: Final = 4
#: What a colon names over again has so many words.
APPOSED: Final = 3
#: The verb of a clause about a writing stands so near its comma, in tokens.
CLAUSE: Final = 6


def may_be_one(told: int, other: int) -> bool:
    """Say whether verbs with these features may have one subject, in two tenses."""
    genders = w.MASC | w.FEM | w.NEUT
    return bool(told & w.PLUR) == bool(other & w.PLUR) and not (told & genders and other & genders)


class Ends:
    """Bounds the contents of one document."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.document = phrases.document
        self.grammar = phrases.grammar
        self.word = phrases.word
        self.key = phrases.key
        self._contrast = self.grammar.words_of("contrast")
        self._correlates = self.grammar.words_of("correlates")
        self._ones = self.grammar.words_of("one_of_several")
        given = self.grammar.words_of("publishing") | self.grammar.words_of("delivered")
        #: verbs of publishing, and what participles of them begin with
        self._given_out = tuple(sorted(given)) or ("\0",)

    def begin(self, at: int, first: int, drafts: list[Draft]) -> int:
        """Return where the clause of a verb begins, for its subject: after a mark or a clause."""
        begin = first
        index = first
        while index < at:
            quote = self.document.quote_at.get(index)
            if quote is not None and quote.after <= at:
                if self._is_words(quote.open):
                    begin = quote.after
                index = quote.after
                continue
            key = self.key[index]
            if key in ";:—\n" or (key in "–-" and self.is_spaced(index)):
                begin = index + 1
            elif key == "," and index + 1 < at and self._opens_clause(index + 1):
                begin = index + 2 if self.word[index + 1].bits & w.COMP else index + 1
            index += 1
        for draft in drafts:
            if draft.kind in _LOOSE:
                led = (
                    draft.content[-1][0] if draft.kind == "as outlet" and draft.content else at + 1
                )
                begin = max(begin, led) if led <= at else begin
                continue
            said = [draft.source] if draft.kind == "according" and draft.source else []
            for _, end in (*draft.cue, *said):
                if begin < end <= at:
                    begin = end
        while begin < at:
            fixed = self.phrases.set_phrase(begin, at)
            if fixed is None and not (
                self.word[begin].bits & w.CONJ or self.key[begin] in self._contrast
            ):
                break
            begin = begin + 1 if fixed is None else fixed
        return begin

    def _before_question(self, mark: int, first: int, begin: int) -> int | None:
        """Return the comma of ", but to the question whether …, he replied"."""
        for comma in range(mark, first, -1):
            if self.key[comma] == "," and self.key[comma + 1] in self._contrast:
                led = comma + 2 < begin and self.word[comma + 2].bits & w.PREP
                return comma if led else None
        return None

    def _is_another(self, index: int) -> bool:
        """Say whether a phrase begins with "another": who says something else than the one."""
        return bool(self.word[index].bits & w.OTHER) or self.key[index] in self._ones

    def is_spaced(self, index: int) -> bool:
        start = self.document.tokens.start[index]
        return start > 0 and self.document.text[start - 1].isspace()

    def _is_words(self, mark: int) -> bool:
        """Say whether marks hold words that are said, and no name or a single word."""
        quote = self.document.quote_at[mark]
        after = quote.after
        if after < len(self.key) and self.key[after] == ",":
            after += 1
        if after < len(self.key) and self.key[after] in self.grammar.dashes:
            return True
        if self.phrases.is_name(mark, len(self.key), True):
            return False
        return self.document.tokens.count_words(mark, quote.close) > 2

    def _opens_clause(self, index: int) -> bool:
        word = self.word[index]
        if word.bits & (w.COMP | w.SUB):
            return True
        aside = index + 1 < len(self.key) and self.key[index + 1] == ","
        return self.key[index] in self._contrast and not aside

    def back_to_mark(self, at: int, first: int) -> int:
        """Return the token after the mark before a place."""
        while at > first and self.word[at - 1].is_word:
            at -= 1
        return at

    def start(self, mark: int, first: int, drafts: list[Draft]) -> int:
        """Return where a content begins that a mark ends."""
        start = first
        index = first
        while index < mark:
            quote = self.document.quote_at.get(index)
            if quote is not None:
                index = quote.after
                continue
            if self.key[index] in self.grammar.strong_marks:
                start = index + 1
            elif (
                self.key[index] == ","
                and self.key[index + 1] in self._contrast
                and (index > first + 1 and not self.word[index + 1].bits & w.SUB)
                and any(end <= index for draft in drafts for _, end in draft.cue)
            ):
                start = index + 2
            index += 1
        for draft in drafts:
            if draft.outer is None and draft.kind not in _LOOSE:
                for _, end in (
                    *draft.cue,
                    *draft.content,
                    *([draft.source] if draft.source else []),
                ):
                    if start < end <= mark:
                        start = end
        while start < mark and (
            not self.word[start].is_word and start not in self.document.quote_at
        ):
            start += 1
        if start > first:
            while start < mark and (
                self.word[start].bits & w.CONJ or self.key[start] in self._contrast
            ):
                start += 1
        return start

    def clause(self, at: int, last: int) -> int:
        """Return where a clause ends that begins at a token, cues aside."""
        index = at
        while index < last:
            quote = self.document.quote_at.get(index)
            if quote is not None and quote.after <= last:
                index = quote.after
                continue
            if self.key[index] in self.grammar.strong_marks or self.key[index] == "\n":
                return index
            index += 1
        return last

    def content(self, opened: Opening, last: int, told: int = 0) -> list[Range]:
        """Return the content that an opening leads to; `told` are the features of its verb."""
        at, kind = opened.at, opened.kind
        quote = self.document.quote_at.get(at)
        if kind == "colon" and quote is not None:
            return self._listed(at, last)
        if kind == "quote" and quote is not None and self._stands_alone(quote.after, last):
            return [(at, quote.after)]
        end = self.clause(at, last)
        if kind in _PHRASAL:
            end = self.phrase_end(at, end, told)
        found = [(at, end)]
        joined = self._joined(at, end, last)
        if joined is not None:
            found = [(at, joined - 1), *self._listed(joined, last)]
        return found

    def _listed(self, mark: int, last: int) -> list[Range]:
        """Return the quotations of a list that begins with one: "says: “…”, “…” and “…”"."""
        found: list[Range] = []
        while mark in self.document.quote_at and mark < last:
            after = self.document.quote_at[mark].after
            found.append((mark, after))
            mark = after
            while mark < last and (self.key[mark] == "," or self.word[mark].bits & w.CONJ):
                mark += 1
        return found

    def before_main(self, draft: Draft) -> None:
        """End what a relative clause tells of somebody before the verb of the main clause.

        "X, who threatened to strike, works there".
        """
        source, (first, last) = draft.source, draft.content[-1]
        if source is None or draft.opening not in _PHRASAL or self.key[source[1]] != ",":
            return
        if source[1] >= draft.cue[0][0] or not self.word[source[1] + 1].bits & w.REL:
            return
        for comma in range(first + 1, last - 1):
            word = self.word[comma + 1]
            if self.key[comma] == "," and not word.upper and not self.grammar.mask_known(word):
                if self.grammar.verb_features(word.key) and not self.grammar.is_adjective(word):
                    draft.content[-1] = (first, comma)
                    return

    def without_deed(self, content: list[Range], told: int) -> list[Range]:
        """Take what somebody does off the end of what they say: "…, and coughed again".

        Its verb agrees with the cue, and no verb of what is said does.
        """
        first, last = content[-1]
        genders = w.MASC | w.FEM
        if not told & genders:
            return content
        for comma in range(last - 2, first, -1):
            if self.key[comma] != "," or not self.word[comma + 1].bits & w.CONJ:
                continue
            verb = comma + 2
            while verb < last and self.word[verb].bits & w.ADV:
                verb += 1
            if verb >= last or not self._may_do(verb, told & genders):
                continue
            own = self.phrases.read(verb + 1, last, c.NOMINATIVE)
            agreeing = c.MASC if told & w.MASC else c.FEM
            if own is not None and own.mask & c.NOMINATIVE & agreeing:
                return content  # a subject of its own
            inside = (i for i in range(first, comma) if self.phrases.is_verb(i))
            features = [self.grammar.verb_features(self.key[i]) for i in inside]
            #: a comma between verbs of one subject closes a clause: this one, where it has no other
            other = genders & told | (w.SING if "," in self.key[first:comma] else 0)
            parted = all(one and not one & other for one in features)
            return [*content[:-1], (first, comma)] if parted else content
        return content

    def _may_do(self, verb: int, told: int) -> bool:
        """Say whether a word is a verb of the past that agrees in gender."""
        word = self.word[verb]
        known = self.phrases.is_verb(verb) and not word.upper
        return known and bool(self.grammar.verb_features(word.key) & told)

    def _stands_alone(self, after: int, last: int) -> bool:
        if after >= last:
            return True
        if after in self.document.quote_at:
            return False  # "called “X” “a doubtful clinic”"
        word = self.word[after]
        return not word.is_word or bool(word.bits & w.CONJ) or self.phrases.is_verb(after)

    def _joined(self, at: int, end: int, last: int) -> int | None:
        """Return a quotation that a colon joins to a content."""
        index = at
        while index < last - 1:
            quote = self.document.quote_at.get(index)
            if quote is not None:
                index = quote.after
                continue
            if self.key[index] in self.grammar.colons:
                return index + 1 if index + 1 in self.document.quote_at and index <= end else None
            index += 1
        return None

    def phrase_end(self, at: int, last: int, told: int = 0) -> int:
        """Return where an object or an infinitive's clause ends.

        A verb behind "and" that has the features `told` is what its subject does next.
        """
        index, inner = at, False
        while index < last:
            quote = self.document.quote_at.get(index)
            if quote is not None and quote.after <= last:
                index = quote.after
                continue
            word, key = self.word[index], self.key[index]
            if key in self.grammar.colons:
                return self._apposed(at, index, last)
            if key in "—–" and self.is_spaced(index):
                return index
            if key == "," and index + 1 < last and self._ends_phrase(index + 1):
                if not self._points_on(index):
                    return index
            inner = inner or (key == "," and self._is_clause(index + 1))
            if told and not inner and index > at and word.bits & w.CONJ and not word.upper:
                if self._does_next(index + 1, last, told):
                    return index
            led = index > at and not self.phrases.is_participle(index - 1)
            if word.bits & w.PREP and led and not word.upper:
                end = self.phrases.complement(index, last)
                if end is not None and self._is_circumstance(index, end, last):
                    return index
            index += 1
        return last

    def _apposed(self, at: int, colon: int, last: int) -> int:
        """Return where an object ends that a phrase behind a colon names: "a feat: the first walk".

        Both stand in one case, no verb follows, and no mark parts what follows.
        """
        end = next((i for i in range(colon + 1, last) if not self.word[i].is_word), last)
        if end < last or end - colon < APPOSED or self.word[colon + 1].upper:
            return colon
        told = self.phrases.mask(colon - 1) & self.phrases.mask(colon + 1)
        if not told & (c.OBLIQUE & ~c.ACCUSATIVE) or told & c.NOMINATIVE:
            return colon
        return colon if any(map(self.phrases.is_verb, range(colon + 1, end))) else end

    def _points_on(self, comma: int) -> bool:
        """Say whether "this" before a comma leads to the clause behind it: "pleased at how"."""
        return self.key[comma - 1] in self._correlates

    def _is_clause(self, index: int) -> bool:
        """Say whether a clause with a verb of its own begins at a token."""
        near = self.word[index : index + 3]
        return any(word.bits & (w.REL | w.COMP | w.SUB | w.WH) for word in near)

    def _does_next(self, at: int, last: int, told: int) -> bool:
        """Say whether a finite verb that agrees follows: what somebody does, no more says."""
        while at < last and self.word[at].bits & (w.ADV | w.NEG) and not self.word[at].upper:
            at += 1
        if at >= last or self.word[at].upper or not self.phrases.is_verb(at):
            return False
        own = self.grammar.verb_features(self.key[at])
        genders = w.MASC | w.FEM | w.NEUT
        same = not own & genders or not told & genders or bool(own & told & genders)
        return bool(own) and bool(own & w.PLUR) == bool(told & w.PLUR) and same

    def _ends_phrase(self, index: int) -> bool:
        """Say whether another clause begins after a comma."""
        word = self.word[index]
        corrects = index + 1 < len(self.key) and self.word[index + 1].bits & w.NEG  # ", and not X"
        if (self.key[index] in self._contrast and not corrects) or self._has_subject(index):
            return True
        if index + 1 < len(self.key) and self.key[index + 1] in self.grammar.dashes:
            return word.is_word and self.is_spaced(index + 1)  # "…, the unions — …"
        if any(cue.form & (w.GERUND | w.FINITE) for cue in word.cues) and not word.bits & w.HEADS:
            return True
        if word.bits & w.ADV and index + 1 < len(self.key):
            return any(cue.form & w.GERUND for cue in self.word[index + 1].cues)
        return (
            word.bits & w.WH != 0
            and not word.bits & w.REL
            and self.key[index] in (self.grammar.words_of("as"))
        )

    def _has_subject(self, index: int) -> bool:
        """Say whether somebody stands at a token who does something: "…, the family knows it"."""
        if self.word[index].bits & w.REL or self.phrases.is_closed(index):
            return False
        subject = self.phrases.read(index, len(self.key), c.NOMINATIVE)
        if subject is None or subject.last >= len(self.key):
            return False
        if not self.word[subject.head].bits & (w.ROLE | w.PERSON | w.BODY):
            return False
        for at in range(subject.last, min(len(self.key), subject.last + NEAR)):
            word = self.word[at]
            if not word.is_word or word.upper:
                return False
            if self.phrases.is_verb(at):
                return True
            done = self.grammar.verb_features(word.key) and not self.grammar.mask_known(word)
            if done and not word.bits and not self.grammar.is_adjective(word):
                return True
        return False

    def _is_given_out(self, comma: int, last: int) -> bool:
        """Say whether a clause tells that a writing or talk was given out: ", published by X"."""
        if comma + 1 >= last or self.key[comma] != ",":
            return False
        if not (self.word[comma + 1].bits & w.REL or self.phrases.is_participle(comma + 1)):
            return False
        near = self.key[comma + 1 : min(last, comma + CLAUSE)]
        return any(key.startswith(self._given_out) for key in near)

    def _is_circumstance(self, at: int, end: int, last: int) -> bool:
        """Say whether a last phrase tells where or to whom it was said."""
        if not self.phrases.is_adjunct(at, end) or self.word[at + 1].bits & w.TIME:
            return False
        if self._is_given_out(end, last):
            return True
        told = w.POST | w.NETWORK | w.MEDIA
        outlets = self.phrases.outlets
        if not any(
            self.word[i].bits & told or outlets.is_outlet(i, end)
            or i in self.phrases.quote_at for i in range(at + 1, end)
        ):  # fmt: skip
            return False
        while end < last and self.word[end].bits & w.PREP:
            further = self.phrases.complement(end, last)
            if further is None or not any(
                self.word[i].bits & told or i in self.phrases.quote_at
                for i in range(end + 1, further)
            ):
                break  # "on her page on “X”"
            end = further
        return end >= last or self.key[end] in ",;"

    # -- one content inside another ----------------------------------------------------

    def holder(self, at: int, drafts: list[Draft]) -> Draft | None:
        """Return the draft whose content a token stands in."""
        for draft in reversed(drafts):
            if any(first <= at < last for first, last in draft.content):
                if draft.kind != "quotation" and draft.kind not in _LOOSE:
                    return draft
        return None

    def cut(self, holder: Draft, draft: Draft, at: int, bounds: Range, drafts: list[Draft]) -> bool:
        """End a content before the clause of a new cue, where one begins; say whether it does."""
        first = next(a for a, b in reversed(holder.content) if a <= draft.cue[0][0])
        gerund = (
            draft.form is not None
            and bool(draft.form.form & w.GERUND)
            and not (draft.form.form & w.FINITE)
        )
        begin = at
        source = draft.source
        if source is not None and not draft.shared and first < source[0] < at:
            begin = source[0]
        mark = begin - 1
        while (
            mark > first
            and self.word[mark].is_word
            and (
                self.word[mark].bits & w.ADV
                or self.key[mark] in self._contrast
                or self.word[mark].bits & w.CONJ
            )
        ):
            mark -= 1
        if source is None or draft.shared:
            mark = self._before_question(mark, first, begin) or mark
        led = range(mark + 1, begin)
        comma = self.key[mark] in ",;—" and mark > first
        contrast = any(self.key[i] in self._contrast for i in led)
        joined = any(self.word[i].bits & w.CONJ for i in led)
        if gerund:
            if not comma and not joined:
                return False
        elif source is None or draft.shared:
            if not (joined or contrast or comma):
                return False
            if holder.features and draft.features and holder.features != draft.features:
                if not (joined and comma and may_be_one(holder.features, draft.features)):
                    return False
        elif not (contrast or self.key[mark] == ";" or (comma and holder.opening in _PHRASAL)):
            if not (comma and self._is_another(source[0])):
                return False  # and no "one says …, another says …"
        end = mark if comma else mark + 1
        for other in drafts:
            other.content = [
                (start, min(stop, end)) for start, stop in other.content
                if start < end or not any(a < end < b for a, b in other.content)
            ]  # fmt: skip
        return True
