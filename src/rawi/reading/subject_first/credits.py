"""The report's own credit: dateline, credit line, signature at the foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.credit_lines import CreditLines
from rawi.reading.subject_first.datelines import agency_in_small, names_agency
from rawi.reading.subject_first.document import Document, Paragraph
from rawi.reading.subject_first.drafts import Draft
from rawi.reading.subject_first.initialled import initialled
from rawi.reading.subject_first.outlets import Named, Outlets
from rawi.reading.subject_first.told_sources import names_speakers
from rawi.records import Hop

#: A signature stands in the last so many lines, and is this short, in tokens.
FOOT_LINES: Final = 5
FOOT_TOKENS: Final = 14
#: An agency's name alone stands in the first so many lines, and is this short, in tokens.
HEAD_LINES: Final = 4
HEAD_TOKENS: Final = 24
#: A line that says in words where the text is from stands among so many at the head or foot.
WORDED_HEAD: Final = 3
WORDED_FOOT: Final = 6
#: "© 2026 The AFP. All rights reserved" names whose it is so near its head, in tokens.
CLAIM: Final = 5
#: The name of an agency in no list has no fewer letters, as initials of writers have.
LETTERS: Final = 3
#: A report credits no more outlets than this.
CREDITS: Final = 12
_AGENCIES: Final = frozenset({"agency", "collective"})
_CLOSING: Final = {"(": ")", "/": "/", "[": "]"}
#: The words that letters in brackets stand for are no more than this, in tokens.
SPELT: Final = 12
#: A name in no list that signs a line and is no longer is in capitals.
SHORTEST: Final = 3
#: After an agency's brackets they take up no more tokens than this.
SIGNED: Final = 7
#: The initials of who wrote it are no longer than this, in letters.
INITIALS: Final = 5
#: The body of a report goes on behind a picture with so many paragraphs, of so many tokens.
BODY_LINES: Final = 3
BODY_TOKENS: Final = 12


class Credits:
    """Reads whom the report says it has its text from."""

    def __init__(
        self,
        document: Document,
        outlets: Outlets,
        is_publisher: Callable[[str], bool],
        *,
        published: bool = False,
    ) -> None:
        self._published = published
        self.document = document
        self.word = document.word
        self.key = document.key
        self.outlets = outlets
        self.is_publisher = is_publisher
        self._agents = document.grammar.words_of("agents")
        self._picturing = document.grammar.words_of("picture_labels")
        self._staff = document.grammar.words_of("credit_staff")
        self._sections = document.grammar.words_of("sections")
        self._words = document.grammar.words_of("credit_words")
        self._desks = document.grammar.words_of("desk_words")
        self._joins = document.grammar.words_of("credited_with")
        self._agencies = document.grammar.words_of("agency_nouns")
        self._lines = CreditLines(document, outlets)

    def read(self, drafts: list[Draft]) -> list[Hop]:
        """Return the hops of the credit, each name once."""
        found: list[tuple[Named, int]] = []
        signed: set[int] = set()  # lines that have been read whole
        paragraphs = self.document.paragraphs
        for number, paragraph in enumerate(paragraphs):
            if paragraph.kind == "credit":
                if self._is_under_picture(number) or names_speakers(
                    self.document, paragraph.first, paragraph.last
                ):
                    continue
                worded = self._lines.read(paragraph.first, paragraph.last)
                if worded and self.document.grammar.drops_subject:
                    worded = self._line(paragraph) or worded
                found += self._without_own(worded or self._line(paragraph))
            elif paragraph.kind in ("copyright", "boilerplate"):
                found += self._claimed(paragraph)
        spoken = {self.document.sentences[d.sentence].paragraph for d in drafts}
        found += self._worded(spoken)
        signing = (None, "byline", "dateline")
        running = [(n, p) for n, p in enumerate(paragraphs) if p.kind in signing]
        for number, paragraph in running[-FOOT_LINES:]:
            if number not in spoken and paragraph.last - paragraph.first <= FOOT_TOKENS:
                foot = self._foot(paragraph.first, paragraph.last)
                signed |= {number} if foot else set()
                found += self._without_own(foot or self._tail(paragraph))
            elif number > max(spoken, default=-1) or not self._is_picture(paragraph):
                found += self._without_own(self._tail(paragraph))
        heads = [n for n in enumerate(paragraphs) if n[1].kind in (None, "byline", "headline")]
        for number, paragraph in heads[:HEAD_LINES]:
            if number not in spoken and paragraph.last - paragraph.first <= HEAD_TOKENS:
                bare = paragraph.kind is None and not self._published
                named = paragraph.kind != "headline" and not bare  # the name of who publishes
                foot = self._foot(paragraph.first, paragraph.last, named=named)
                found += self._without_own(foot)
        for number, end in self.document.datelines.items():
            if number not in signed:
                found += self._dateline(paragraphs[number].first, end)
        return self._hops(found)

    def _is_under_picture(self, number: int) -> bool:
        """Say whether a label that stands under pictures, too, leads a line amid the report."""
        paragraphs = self.document.paragraphs
        if self.key[paragraphs[number].first] not in self._picturing or not number:
            return False
        rest = (p for p in paragraphs[number + 1 :] if p.kind is None)
        return sum(p.last - p.first > BODY_TOKENS for p in rest) >= BODY_LINES

    def _worded(self, spoken: set[int]) -> list[tuple[Named, int]]:
        """Read the lines at the head and the foot that say in words where the text is from."""
        kinds = (None, "byline", "boilerplate", "copyright", "related")
        lines = [n for n, p in enumerate(self.document.paragraphs) if p.kind in kinds]
        found: list[tuple[Named, int]] = []
        for number in dict.fromkeys((*lines[:WORDED_HEAD], *lines[-WORDED_FOOT:])):
            if number not in spoken:
                first, last, _ = self.document.paragraphs[number]
                found += self._lines.read(first, last)
        return found

    def _without_own(self, found: list[tuple[Named, int]]) -> list[tuple[Named, int]]:
        """Return what a line credits without who publishes: "Le Phare | avec AFP".

        What a label leads to is whom the text is from ("Source : Le Phare avec AFP").
        """
        for number in range(len(found) - 1, 0, -1):
            between = range(found[number - 1][0].whole[1], found[number][0].whole[0])
            if any(self.key[i] in self._joins for i in between):
                line = range(found[0][1], found[number][1])
                labelled = any(self.key[i] in self.document.grammar.colons for i in line)
                first = found[0][0].outlet
                agency = first is not None and first.kind in _AGENCIES
                return found if labelled or agency else found[number:]
        return found

    def _hops(self, found: list[tuple[Named, int]]) -> list[Hop]:
        hops: list[Hop] = []
        for named, start in found:
            name, outlet = self.outlets.text(named), named.outlet
            if not name or self.is_publisher(name) or len(hops) >= CREDITS:
                continue
            if outlet is not None and outlet.kind == "network":
                continue
            if self._is_own_desk(named.name):
                continue
            if any(h.name == name or (outlet and h.outlet == outlet.id) for h in hops):
                continue
            also = self.outlets.authority.equal_names(outlet) if outlet else ()
            span = self.document.tokens.span(min(start, named.name[0]), named.name[1])
            hops.append(Hop(name=name, how="relayed by", evidence=(span,),
                            also=tuple(n for n in also if n != name),
                            outlet=outlet.id if outlet else None))  # fmt: skip
        return hops

    def _is_own_desk(self, name: tuple[int, int]) -> bool:
        """Say whether a line only says which of the newspaper's own desks wrote: "Bureau Report".

        "Staff & Agencies" credits no agency of that name.
        """
        first, last = name
        if self.document.grammar.suffixed:
            return all(self.key[i] in self._staff for i in range(first, last))
        if not self._desks:
            return False
        while first < last and (self.word[first].bits & w.CONJ or not self.word[first].is_word):
            first += 1
        at = first - 1
        while at > 0 and (self.word[at].bits & w.CONJ or self.key[at] == "&"):
            at -= 1
        led = at >= 0 and self.key[at] in self._staff
        return led and all(self.key[i] in self._desks for i in range(first, last))

    def _line(self, paragraph: Paragraph) -> list[tuple[Named, int]]:
        """Read a line with a label: the outlets in it, or whatever it names."""
        first, last, _ = paragraph
        if self.key[first] == "(":  # "(Agenzia X) Roma, 3 marzo 2024"
            last = next((i for i in range(first, last) if self.key[i] == ")"), last)
        last = next((i for i in range(first + 1, last) if self.key[i] == "|"), last)
        colon = next((i for i in range(first, last) if self.key[i] == ":"), None)
        start = first if colon is None else colon + 1
        found = self._outlets(start, last, strict=False)
        found = found or self._several(start, last)
        found = [(named, first if not n else at) for n, (named, at) in enumerate(found)]
        if not found and colon is None:
            start, last = self._name_after_label(first, last)
            if start < last and self.word[start].bits & w.GIVEN and last - start == 2:
                return []  # "Avec les informations d'Ann Poe"
        if not found and start > first:
            end = next((i for i in range(start, last) if self.key[i] in self._agents), last)
            tongue = end < last and self.word[end - 1].bits & w.DEMONYM
            if tongue or (end - start == 1 and self.word[start].bits & w.DEMONYM):
                return []  # "Translated from the Russian by Jane Roe"
            commas = (i for i in range(start + 1, end - 1) if self.key[i] == ",")
            date = w.NUM | w.TIME
            end = next((i for i in commas if self.word[i + 1].bits & date), end)
            end = self._before_writer(start, end)
            while end > start and not self.word[end - 1].is_word:
                end -= 1
            if end - start > 1 and self.key[start] in self._agencies:
                start += 1  # "Fuente: Agencia X, 3/6/2024"
            told = self.word[start:end]
            paper = bool(told) and told[0].bits & w.DOC and not told[0].upper
            if 0 < end - start <= 5 and not paper:  # "Source : communiqué de presse"
                found.append((Named((start, end), (start, end), None, False), first))
        return found

    def _several(self, first: int, last: int) -> list[tuple[Named, int]]:
        """Read "(avec les agences)": several agencies, nothing but small words before them."""
        at = next((i for i in range(first, last) if not self.word[i].bits & (w.PREP | w.DET)
                   and self.word[i].is_word), last)  # fmt: skip
        several = self._lines.collective(at, last) if at < last else None
        return [(several, at)] if several is not None else []

    def _before_writer(self, start: int, end: int) -> int:
        """Return where an outlet's name ends that a stroke parts from its writer: "X / Ann Poe"."""
        strokes = (i for i in range(start + 1, end - 1) if self.key[i] == "/")
        return next((i for i in strokes if self.word[i + 1].bits & w.GIVEN), end)

    def _name_after_label(self, first: int, last: int) -> tuple[int, int]:
        """Return the name of "Source Morning Tide"; an empty range at `first` for no name."""
        named = self._named_in(first, last)
        if named is not None:
            return named
        small = w.PREP | w.DET | w.CONJ
        label = next((i for i in range(first, last) if self.word[i].is_word), first)
        start = last
        while start > label + 1 and (
            not self.word[start - 1].is_word
            or self._is_capital(start - 1)
            or self.word[start - 1].bits & small
        ):
            start -= 1
        return next((i for i in range(start, last) if self._is_capital(i)), first), last

    def _named_in(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the name in a sentence of credit: "Article paru dans le quotidien de X Y".

        It is a run of capitals after a word for an outlet, or after the preposition to one.
        """
        issued = self.document.grammar.words_of("issuing_prepositions")
        led = next((i for i in range(first + 1, last) if self.key[i] in issued), None)
        led = led if led is not None else next(
            (i for i in range(first + 1, last)
             if self.word[i].bits & (w.MEDIA | w.DOC) and not self.word[i].upper), None
        )  # fmt: skip
        if led is None:
            return None
        at = led + 1
        while at < last and not (
            self.word[at].upper and self.word[at].is_word and not self._is_place(at)
        ):
            at += 1
        end = at
        while end < last and self.word[end].is_word and (
            self.word[end].upper or (end + 1 < last and self.word[end].bits & w.PARTICLE
                                     and self.word[end + 1].upper)
        ):  # fmt: skip
            end += 1
        return (at, end) if end > at else None

    def _is_place(self, index: int) -> bool:
        return bool(self.word[index].bits & w.PLACE)

    def _is_capital(self, index: int) -> bool:
        return bool(self.word[index].upper) or self.key[index].isdigit()

    def _outlets(self, first: int, last: int, *, strict: bool) -> list[tuple[Named, int]]:
        found: list[tuple[Named, int]] = []
        index = first
        while index < last:
            named = self.outlets.known(index, last) or self._in_small(index, first, last)
            if named is None or (strict and not self._is_agency(named)):
                index += 1
                continue
            found.append((named, index))
            index = max(named.whole[1], index + 1)
        return found

    def _in_small(self, index: int, first: int, last: int) -> Named | None:
        """Return an agency in small letters between marks: "(ats)", "ats/afp"."""
        apart = (index == first or not self.word[index - 1].is_word) and (
            index + 1 >= last or not self.word[index + 1].is_word
        )
        if not apart or self.word[index].upper or not agency_in_small(self.key[index]):
            return None
        outlet = self.outlets.authority.by_name(self.key[index].upper())
        return Named((index, index + 1), (index, index + 1), outlet, False)

    def _is_agency(self, named: Named) -> bool:
        return named.outlet is None or not named.ambiguous or named.outlet.kind in _AGENCIES

    def _foot(self, first: int, last: int, *, named: bool = True) -> list[tuple[Named, int]]:
        """Read a line that is a signature: outlets and nothing but marks, names and places.

        `named`: an outlet in no list counts that a word of its name tells ("Orient Wire").
        """
        among = initialled(self.document, self.outlets, first, last)
        if among:
            return among
        if self._are_initials(first, last) or self._is_section(first, last):
            return []
        found = self._outlets(first, last, strict=True)
        covered = {i for one, _ in found for i in range(*one.whole)}
        rest = [i for i in range(first, last) if i not in covered and self.word[i].is_word]
        small = all(self.word[i].bits & (w.PREP | w.CONJ | w.NUM | w.TIME) for i in rest)
        if small and found:
            return found
        plain = self._small(first, last)
        if plain:
            return plain
        found += self._parted(rest, last) if named else []
        found += [
            (one, i) for i in rest
            if not self.word[i].upper and (one := self._lines.collective(i, last)) is not None
        ]  # fmt: skip
        return self._beside_names(found, rest, last) or self._signed(first, last)

    def _is_section(self, first: int, last: int) -> bool:
        """Say whether a line names a section of the site, and no outlet: "- World"."""
        words = [self.key[i] for i in range(first, last) if self.word[i].is_word]
        return bool(words) and all(key in self._sections for key in words)

    def _are_initials(self, first: int, last: int) -> bool:
        """Say whether a line is who wrote and who typed it: "OZ/ata", no agency of that name."""
        written = last - first == 3 and self.key[first + 1] == "/" and self.word[first].caps
        typed = written and not self.word[last - 1].upper
        return typed and all(len(self.key[i]) <= INITIALS for i in (first, last - 1))

    def _small(self, first: int, last: int) -> list[tuple[Named, int]]:
        """Read "ap/dpa": agencies in small letters, a stroke between them, and nothing else."""
        at = range(first, last, 2)
        if last - first < 3 or any(self.key[i] != "/" for i in range(first + 1, last, 2)):
            return []
        outlets = [self.outlets.authority.by_name(self.key[i].upper()) for i in at]
        *staff, agency = outlets
        if agency is not None and agency.kind in _AGENCIES and not any(staff) and all(
            len(self.key[i]) <= INITIALS for i in at
        ):  # fmt: skip
            return [(Named((at[-1], last), (at[-1], last), agency, False), first)]  # "MS/cat/APA"
        if any(outlet is None or outlet.kind not in _AGENCIES for outlet in outlets):
            return []
        where = [(i, i + 1) for i in at]
        return [(Named(w, w, o, False), w[0]) for w, o in zip(where, outlets, strict=True)]

    def _parted(self, rest: list[int], last: int) -> list[tuple[Named, int]]:
        """Return the names in no list that their last word tells as an outlet's."""
        found: list[tuple[Named, int]] = []
        reached = 0
        for index in rest:
            if index < reached or not self.word[index].upper or self.word[index].bits & w.PREP:
                continue
            reached = end = max(index + 1, self.outlets.run(index, last))
            given = any(
                self.word[i].bits & w.GIVEN or self.key[i] in self._staff for i in range(index, end)
            )  # of a writer, or of "La Rédaction"
            if end - index > 1 and self.word[end - 1].bits & w.MEDIAPART and not given:
                found.append((Named((index, end), (index, end), None, False), index))
        return found

    def _beside_names(
        self, found: list[tuple[Named, int]], rest: list[int], last: int
    ) -> list[tuple[Named, int]]:
        """Return the agencies beside writers and places: "By Ann Poe, AFP", "Reuters in Kyiv"."""
        small = w.PREP | w.CONJ | w.NUM | w.TIME | w.DET | w.MEDIA | w.MEDIAPART
        covered = {i for one, _ in found for i in range(*one.whole)}
        plain = all(
            self._is_capital(i) or self.word[i].bits & small or self.key[i] in self._staff
            for i in rest if i not in covered
        )  # fmt: skip
        if not plain or self.key[last - 1] in self.document.grammar.sentence_marks:
            return []
        return [
            (named, at) for named, at in sorted(found, key=lambda one: one[1])
            if (named.outlet is None or named.outlet.kind in _AGENCIES)
            and not self._is_shouted(named, last)
            and self._is_apart(*named.whole, last)
        ]  # fmt: skip

    def _is_shouted(self, named: Named, last: int) -> bool:
        """Say whether a heading in capitals only ends like an agency's name: "MODEL X PRIME"."""
        if not self.document.grammar.title_case or not named.ambiguous or named.whole[1] < last:
            return False
        return named.whole[0] > 0 and self.word[named.whole[0] - 1].is_word

    def _is_apart(self, first: int, end: int, last: int) -> bool:
        """Say whether a mark or a small word parts an outlet from the names beside it."""
        small = w.PREP | w.CONJ | w.DET | w.MEDIA | w.MEDIAPART
        before = self.word[first - 1] if first else None
        after = self.word[end] if end < last else None
        led = before is None or not before.is_word or bool(before.bits & small)
        done = after is None or not after.is_word or bool(after.bits & small)
        return done and (led or after is None)

    def _signed(self, first: int, last: int) -> list[tuple[Named, int]]:
        """Read "(Sevinform)", "– Sevinform": one word in no list that signs a line."""
        marks = [self.key[i] for i in range(first, last) if not self.word[i].is_word]
        words = [i for i in range(first, last) if self.word[i].is_word]
        opens = marks and (marks[0] in _CLOSING or marks[0] in self.document.grammar.dashes)
        if not opens or len(words) != 1 or words[0] == first or not self._may_be_agency(words[0]):
            return []
        if self.key[words[0]] in self.document.grammar.words_of("closing_words"):
            return []  # "(END)"
        if len(self.key[words[0]]) <= SHORTEST and not self.word[words[0]].caps:
            return []  # "(Rum)": who wrote it
        where = (words[0], words[0] + 1)
        return [(Named(where, (first, last), None, False), first)]

    def _claimed(self, paragraph: Paragraph) -> list[tuple[Named, int]]:
        """Read "© AFP", "Publié le 3 mai par Belga": an agency's and nothing more."""
        found = self._outlets(paragraph.first, paragraph.last, strict=True)
        found = [(n, at) for n, at in found if n.outlet and n.outlet.kind in _AGENCIES]
        owned = paragraph.kind == "copyright" and found
        if owned and found[0][1] - paragraph.first <= CLAIM:
            return found[:1]
        covered = {i for named, _ in found for i in range(*named.whole)}
        rest = [
            i for i in range(paragraph.first + 1, paragraph.last)
            if i not in covered and self.word[i].is_word and len(self.key[i]) > 1
        ]  # fmt: skip
        dated = all(self.word[i].bits & (w.PREP | w.CONJ | w.NUM | w.TIME) for i in rest)
        return found if dated else []

    def _is_picture(self, paragraph: Paragraph) -> bool:
        """Say whether a paragraph ends like a picture's credit: "… in Oslo. ANN LEE / REUTERS"."""
        first, last, _ = paragraph
        slash = next((i for i in range(last - 1, max(first + 2, last - 4), -1)
                      if self.key[i] == "/"), None)  # fmt: skip
        if slash is None:
            return False
        return all(self.word[i].upper and not self.word[i].outlet for i in (slash - 1, slash - 2))

    def _tail(self, paragraph: Paragraph) -> list[tuple[Named, int]]:
        """Read "… . (Reuters)", "… . PTI", "… / AFP" at a paragraph's end."""
        first, last, _ = paragraph
        end = last
        while end > first and self.key[end - 1] in ".":
            end -= 1
        end = self._before_initials(first, end)
        if end - 1 > first and self.key[end - 1] == ")":
            start = next((i for i in range(end - 1, max(first, end - 12), -1)
                          if self.key[i] == "("), None)  # fmt: skip
            if start is None or self._spells_out(start, end):
                return []
            found = self._foot(start, end)
            apart = not self.word[start - 1].is_word  # "… ouvert. (Tarn)", not "à Lens (Nord)."
            apart = apart and not self._is_of_name(start)
            return found if apart else [(n, at) for n, at in found if n.outlet is not None]
        for index in range(end - 1, max(first, end - 7), -1):
            tokens = self.document.tokens
            glued = tokens.end[index - 1] == tokens.start[index] == tokens.end[index] - 1
            if glued and self.key[index] == "." and tokens.start[index + 1] == tokens.end[index]:
                return []  # "at www.tide.com"
            if self.key[index] in ".\u2014\u2013/-" or (
                index in self.document.quote_at and not self.word[index - 1].is_word
            ):
                if index + 1 < end and self.key[index + 1] in self._words:
                    return self._foot(index + 2, end)
                if index + 1 < end and self.word[index + 1].outlet:
                    return self._foot(index + 1, end)
                if self.key[index] == "." and self._joins & set(self.key[index:end]):
                    return self._foot(index + 1, end)  # "… en mai. Ann Poe, avec AFP"
                return self._initials(index, end)
        return []

    def _is_of_name(self, bracket: int) -> bool:
        """Say whether brackets tell more of a name in marks: "der „Seepost“ (Montagausgabe)"."""
        quote = self.document.quote_before(bracket)
        told = quote is not None and self.document.grammar.noun_capitals
        return told and self.key[quote.close - 1] not in ".,!?…" if quote else False

    def _before_initials(self, first: int, end: int) -> int:
        """Return where an agency in brackets ends that initials follow: "… . (X)Rm/Sim"."""
        shut = next((i for i in range(end - 1, max(first + 2, end - SIGNED), -1)
                     if self.key[i] == ")"), end - 1)  # fmt: skip
        rest = range(shut + 1, end)
        signs = all(
            (self.word[i].upper and len(self.key[i]) <= INITIALS) or self.key[i] in "/-."
            for i in rest
        )
        if not rest or not signs or shut < first + 2:
            return end
        return shut + 1 if self.word[shut - 1].outlet and self.key[shut - 2] in "(/" else end

    def _spells_out(self, start: int, end: int) -> bool:
        """Say whether letters in brackets are those of the name before: "Banco X Y (BXY)"."""
        letters = self.key[start + 1]
        if end - start != 3 or not self.word[start + 1].caps:
            return False
        names = [o for o in self.word[max(0, start - SPELT) : start] if o.upper]
        return "".join(o.key[:1] for o in names).endswith(letters)

    def _initials(self, slash: int, end: int) -> list[tuple[Named, int]]:
        """Read "… . ats/lgr": an agency in small letters, and who wrote or edited it."""
        if self.key[slash] != "/" or end - slash > 3 or slash < 2 or self.key[slash - 2] != ".":
            return []
        outlet = self.outlets.authority.by_name(self.key[slash - 1].upper())
        if outlet is None or outlet.kind not in _AGENCIES:
            return []
        where = (slash - 1, slash)
        return [(Named(where, where, outlet, False), slash - 1)]

    def _dateline(self, first: int, end: int) -> list[tuple[Named, int]]:
        """Read the outlets of a dateline: those that marks part from the rest."""
        found = []
        for named, at in self._outlets(first, end, strict=True):
            before = at == first or not self.word[at - 1].is_word
            after = named.whole[1] >= end or not self.word[named.whole[1]].is_word
            outer = at == first or named.whole[1] + 1 >= end  # "dpa Ulm.", "Ulm dpa."
            lone = outer and self.document.grammar.noun_capitals and names_agency(self.key[at])
            if (before and after) or lone:
                found.append((named, at))
        covered = {i for named, _ in found for i in range(*named.whole)}
        found += self._unlisted(first, end, covered) or self._joined(first, end)
        rest = [i for i in range(first, end) if i not in covered]
        if not found:
            found += [one for one in self._parted(rest, end) if self._is_between(*one[0].whole)]
        return sorted(found, key=lambda one: one[1])

    def _joined(self, first: int, end: int) -> list[tuple[Named, int]]:
        """Read "APA-Dakar (Sénégal) –": an agency that a hyphen joins to its place."""
        name, hyphen, place = self.key[first].partition("-")
        if not (hyphen and place and names_agency(name) and self.word[first].upper):
            return []
        where = (first, first + 1)
        outlet = self.outlets.authority.by_name(name.upper())
        return [(Named(where, where, outlet, False, name.upper()), first)]

    def _is_between(self, first: int, end: int) -> bool:
        """Say whether a name stands between marks: "Lund, 3 March, Orient Wire –"."""
        return not self.word[first - 1].is_word and not self.word[end].is_word

    def _unlisted(self, first: int, end: int, covered: set[int]) -> list[tuple[Named, int]]:
        """Read names in no list between brackets or strokes, after a place or a date.

        Where outlets are known (`covered`), those beside them in the same brackets.
        """
        for at in range(first, end - 2):
            shut = _CLOSING.get(self.key[at])
            if shut is None or (at == first and shut != "]"):
                continue
            stop = next((i for i in range(at + 2, min(end, at + 8)) if self.key[i] == shut), None)
            if stop is not None and (not covered or covered & set(range(at, stop))):
                return self._bracketed(at, stop, covered)
        return []

    def _bracketed(self, at: int, stop: int, covered: set[int]) -> list[tuple[Named, int]]:
        """Read the names in brackets that strokes part: "(Orient Wire/AFP)"."""
        found: list[tuple[Named, int]] = []
        start = at + 1
        for index in range(at + 1, stop + 1):
            if index < stop and self.key[index] not in "/,":
                continue
            new = index > start and not covered & set(range(start, index))
            if new and all(self._may_be_agency(i) for i in range(start, index)):
                found.append((Named((start, index), (at, stop + 1), None, False), at))
            elif new:
                return found
            start = index + 1
        return found

    def _may_be_agency(self, index: int) -> bool:
        word = self.word[index]
        none = w.TIME | w.NUM | w.GIVEN | w.DEMONYM | w.TITLE | w.PREP | w.VERB | w.PLACE
        return word.upper and not word.bits & none and len(self.key[index]) >= LETTERS
