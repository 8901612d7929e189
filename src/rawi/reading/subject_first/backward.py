"""Content that stands before who says it: "…, the minister said", with what goes on after."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.stretches import Opening
from rawi.reading.subject_first.works import is_show

#: How far after a cue what it interrupts may go on, in tokens.
REACH: Final = 40
#: The topic of a headline before a colon has no more tokens.
TOPIC: Final = 4
#: So far before "it reads" its writing is looked for, in tokens.
NEAR: Final = 50


#: What a newsroom adds to a quotation in brackets is no longer than this, in tokens.
GLOSS: Final = 8


class Backward:
    """Finds what stands before the words that attribute it."""

    def __init__(self, document: Document, phrases: Phrases) -> None:
        self.document = document
        self.grammar = document.grammar
        self.phrases = phrases
        self.word = document.word
        self.key = document.key
        self._negators = document.grammar.words_of("negators")
        self._going_on = document.grammar.words_of("goes_on")

    def read(
        self,
        group: Group,
        subject: Range | None,
        begin: int,
        last: int,
        inverted: bool,
        drafts: list[Draft],
    ) -> Draft | None:
        """Return the draft of a verb whose content stands before it; None where none does."""
        if not group.cue.governs & (w.QUOTE | w.BARE | w.AFTER):
            return None
        if group.cue.governs & w.WEAK and (
            subject is None
            or (
                not any(self.word[i].bits & (w.DOC | w.POST) for i in range(*subject))
                and not self._is_paper(subject)
            )
        ):
            return None
        if subject is not None and not inverted and self._is_apposed(subject):
            return None
        edge = min(group.first, group.verb)  # "…, a tenu à préciser le maire"
        edge = edge if inverted or subject is None else min(edge, subject[0])
        content = self.content(edge, begin, group.cue.governs)
        if content is None:
            return self._leading_adjunct(group, subject, edge, begin, last, inverted=inverted)
        if self.grammar.comma_inversion and not inverted and not self.document.quotes_in(*content):
            return None
        if subject is None and self.grammar.title_case and not self.document.quotes_in(*content):
            return None  # "Ann Poe, who studies bread, finds it dear"
        after = max(group.last, subject[1] if subject is not None and inverted else 0)
        draft = Draft(
            [(group.first, group.last)],
            [content],
            "verb after its content",
            0,
            source=subject,
            opening="backward",
            around=(edge, last),
            form=group.cue,
        )
        self._hearer(draft, after, last)
        rest = self.goes_on(draft.hearer[1] if draft.hearer else after, last, content)
        if rest is not None:
            if not inverted and rest[0] not in self.document.quote_at:
                first, end = self._past_colon(content)
                draft.content[0] = (self._past_told(first, end), end)
            draft.content.append(rest)
        return draft

    def _is_apposed(self, subject: Range) -> bool:
        """Say whether a thing and who tells of it are added: "…, a claim Ann Poe denied"."""
        first, last = subject
        if not self.grammar.title_case or not self.word[first].bits & w.INDEF or last - first < 3:
            return False
        thing, who = self.word[first + 1], self.word[last - 1]
        people = w.HEADS | w.TITLE
        some = any(self.word[i].bits & people for i in range(first + 1, last - 1))
        return not thing.upper and who.upper and not some

    def _past_colon(self, content: Range) -> Range:
        """Return what follows a colon in words that a cue interrupts: "Shut: X, she said,"."""
        first, end = content
        colons = (i for i in range(end - 1, first, -1) if self.key[i] in self.grammar.colons)
        colon = next((i for i in colons if self.document.quote_over(i) is None), None)
        return content if colon is None else (colon + 1, end)

    def _is_paper(self, subject: Range) -> bool:
        """Say whether "it" means a writing that the words just before tell of."""
        first, last = subject
        if last - first > 1 or not self.word[first].bits & w.PRON or self.word[first].features & (
            w.MASC | w.FEM | w.PLUR
        ):  # fmt: skip
            return False
        return any(self.word[i].bits & (w.DOC | w.POST) for i in range(max(0, first - NEAR), first))

    def _leading_adjunct(
        self,
        group: Group,
        subject: Range | None,
        edge: int,
        begin: int,
        last: int,
        *,
        inverted: bool,
    ) -> Draft | None:
        """Read "Without him, she says, it would have been cancelled"; "But, said X, it is"."""
        at = subject[1] if inverted and subject is not None else group.last
        if (
            subject is None
            or not group.cue.governs & w.BARE
            or at >= last - 3
            or (self.key[at] != "," or self.key[edge - 1] != "," or edge - 1 <= begin)
        ):
            return None
        lead = w.PREP | w.SUB
        if not self.grammar.comma_inversion and not self.grammar.gendered:
            lead |= w.ADV | w.LINK | w.CONJ | w.TIME
        if not self.word[begin].bits & lead or not self.phrases.starts(at + 1, last):
            return None
        end = self._subject_end(at + 1, last)
        if end >= last or not self.phrases.is_verb(end):
            return None
        return Draft(
            [(group.first, group.last)],
            self._with_lead((begin, edge - 1), (at + 1, last)),
            "verb inside its content",
            0,
            source=subject,
            opening="backward",
            around=(edge, at),
            form=group.cue,
        )

    def _subject_end(self, at: int, last: int) -> int:
        """Return where a clause's subject ends, two joined by "and" among them."""
        end = self.phrases.end(at, last)
        if end + 1 < last and self.word[end].bits & w.CONJ and self.phrases.starts(end + 1, last):
            end = self.phrases.end(end + 1, last)
        while end < last - 1 and self.word[end].bits & w.ADV and not self.word[end].bits & w.AUX:
            end += 1
        return end

    def _with_lead(self, lead: Range, rest: Range) -> list[Range]:
        """Return what is said with its adjunct; words that only link are the report's."""
        linking = w.CONJ | w.LINK
        links = all(self.word[i].bits & linking or not self.word[i].is_word for i in range(*lead))
        return [rest] if links else [lead, rest]

    def content(self, edge: int, begin: int, governs: int) -> Range | None:
        """Return what ends before a subject or verb, and begins with its clause."""
        end = edge
        while (
            end > begin
            and not self.word[end - 1].is_word
            and (self.document.quote_before(end) is None and self.key[end - 1] in ",-\u2013\u2014")
        ):
            end -= 1
        end = self._before_gloss(end, begin)
        quote = self.document.quote_before(end)
        if end == edge and quote is None:
            return None  # no mark parts it from who says it
        first = begin
        while first < end and not self.word[first].is_word and first not in self.document.quote_at:
            first += 1
        first = self.document.past_label(first, end) if first < end else first
        relative = self.word[end - 1].bits & w.REL and self.key[end - 2] == ","
        if relative and end - 2 > first and not self.grammar.gendered:
            return (end - 1, end)  # "it broke, which, she said, was bad"
        if first >= end or not self.document.tokens.count_words(first, end):
            return None
        if quote is not None:
            return self._with_quotation(quote.open, first, end, governs)
        if not governs & (w.BARE | w.AFTER) or self._is_adjunct(first, end):
            return None
        return (self._past_links(self._past_topic(first, end), end), end)

    def _before_gloss(self, end: int, begin: int) -> int:
        """Return where a quotation ends before a note in brackets behind it: "« … » (est)"."""
        if self.key[end - 1] != ")" or not self.grammar.comma_inversion:
            return end
        opened = next((i for i in range(end - 2, max(begin, end - GLOSS), -1)
                       if self.key[i] == "("), begin)  # fmt: skip
        quote = self.document.quote_before(opened) if opened > begin else None
        return opened if quote is not None and quote.open <= begin + 1 else end

    def _past_told(self, first: int, end: int) -> int:
        """Return where a part begins behind what another verb tells: "X said that …, | a plan, he".

        What somebody says there is no statement about their own saying.
        """
        if not self.grammar.title_case:
            return first
        for at in range(end - 1, first + 1, -1):
            said = self.word[at].bits & w.COMP and any(
                cue.governs & w.THAT and cue.form & w.FINITE for cue in self.word[at - 1].cues
            )
            if said and self.document.quote_over(at) is None:
                comma = next((i for i in range(end - 1, at, -1) if self.key[i] == ","), at)
                return comma + 1
        return first

    def _past_topic(self, first: int, end: int) -> int:
        """Return the token after a label without a verb: "Harbour: no offer, says the owner"."""
        if not self.grammar.topics:
            return self._past_headline_topic(first, end)
        colon = next((i for i in range(first, end) if self.key[i] in self.grammar.colons
                      or i in self.document.quote_at), end)  # fmt: skip
        label = colon < end - 1 and self.key[colon] in self.grammar.colons
        if not label or any(self.phrases.is_verb(i) for i in range(first, colon)):
            return first
        return colon + 1

    def _past_headline_topic(self, first: int, end: int) -> int:
        """Return the token after a headline's topic: "Onion exports: duty to be cut, says X".

        One word is none: it is taken for part of what is said.
        """
        headline = self.document.paragraphs[0]
        if headline.kind != "headline" or not headline.first <= first < headline.last:
            return first
        colon = next((i for i in range(first + 2, min(end, first + TOPIC + 1))
                      if self.key[i] in self.grammar.colons), None)  # fmt: skip
        if colon is None or any(self.phrases.is_verb(i) for i in range(first, colon)):
            return first
        return colon + 1

    def _with_quotation(self, opened: int, first: int, end: int, governs: int) -> Range | None:
        """Return a quotation, with the words of the same clause before it."""
        lead = first
        if opened <= lead:
            return (opened, end)
        before = self.key[opened - 1]
        if not self.word[opened - 1].is_word:
            if before in ",:;\u2014\u2013-." and self.document.quote_before(opened) is None:
                part = before == "," and self._is_part(lead, opened)
                if part or (
                    before == "," and not self._is_adjunct(lead, opened - 1) and governs & w.BARE
                ):
                    return (self._past_links(lead, end), end)
                return (opened, end)
            return (lead, end) if self.document.quote_before(opened) else (opened, end)
        lead = self._past_topic(lead, opened)
        whole = governs & w.BARE or (governs & w.AFTER and self.grammar.comma_inversion)
        return (self._past_links(lead, end), end) if whole else (opened, end)

    def _is_part(self, first: int, opened: int) -> bool:
        """Say whether a quotation ends a clause: "Il est mort, « d'un mal rare »"."""
        quote = self.document.quote_at[opened]
        if not self.grammar.comma_inversion or self.word[opened + 1].upper:
            return False
        inside = range(opened + 1, quote.close)
        clause = any(self.phrases.is_verb(i) or self.word[i].bits & w.AUX for i in inside)
        before = range(first + 1, opened - 1)
        return not clause and any(self.word[i].bits & w.AUX for i in before)

    def _past_links(self, first: int, end: int) -> int:
        """Return where content begins: a conjunction at its head is the report's."""
        while (
            first < end - 1
            and self.word[first].bits & (w.CONJ | w.LINK)
            and not (self.word[first].bits & (w.DET | w.PRON))
        ):
            first += 1
            if self.key[first] == ",":
                first += 1
        return first

    def _is_adjunct(self, first: int, end: int) -> bool:
        """Say whether words before a subject only tell when, where or how."""
        word = self.word[first]
        plain = [i for i in range(first, end) if self.word[i].is_word]
        if all(self.word[i].bits & (w.ADV | w.TIME | w.LINK | w.CONJ) for i in plain):
            return True
        if self.phrases.clause_after_comma(first, end) is not None:
            return False
        if self.grammar.comma_inversion and any(
            self.key[i] == "," and self.key[i + 1] in self._negators for i in range(first, end - 2)
        ):
            return False  # "Sans lui, pas de pont"
        if word.bits & (w.SUB | w.SPEAKTO) and not word.bits & w.DET:
            return True
        if word.key.endswith(self.grammar.gerund_endings) and not word.bits & w.HEADS:
            return not any(self.word[i].bits & w.AUX for i in plain)
        if self._parts_clause(first, end):
            return False
        if word.bits & w.CONJ and self.grammar.title_case and first + 1 < end:
            opens = self.word[first + 1].bits
            if opens & w.PRON and not opens & w.DET:
                return False  # "But he served it, she added"
        if word.bits & (w.PREP | w.CONJ) and not word.bits & w.DET:
            verbs = [i for i in plain if self.word[i].bits & w.AUX]
            return not verbs and not self.phrases.counts(first, end)
        if word.cues and any(cue.form & w.GERUND for cue in word.cues):
            return True
        return False

    def _parts_clause(self, first: int, end: int) -> bool:
        """Say whether a comma parts an adjunct from a clause: "All day, fire echoed over it"."""
        comma = next((i for i in range(first, end) if self.key[i] == ","), None)
        if comma is None or not self.phrases.starts(comma + 1, end):
            return False
        if self.word[comma + 1].bits & (w.PREP | w.TIME):
            return False
        return any(
            self.word[i].bits & w.VERB
            or (self.word[i].key.endswith(self.grammar.verb_endings) and not self.word[i].bits)
            for i in range(comma + 2, end)
            if not self.word[i].upper
        )

    def _hearer(self, draft: Draft, at: int, last: int) -> None:
        """Note whom it was said to: "…, he told the paper"."""
        if draft.form is None or not draft.form.governs & w.HEARER or at >= last:
            return
        if self.phrases.starts(at, last) or self.word[at].bits & w.OBJ:
            end = self.phrases.end(at, last)
            if end > at:
                draft.hearer = (at, end)

    def goes_on(self, at: int, last: int, content: Range) -> Range | None:
        """Return the rest of what a cue interrupts: after a comma or dash, to its end."""
        stop, begin = min(last, at + REACH), at
        while at < stop and self.word[at].is_word:
            at += 1
        if at >= stop:
            return None
        if at > begin and at in self.document.quote_at and self.grammar.comma_inversion:
            return None  # "a dit le maire au nom de la « séparation des pouvoirs »"
        quoted = self.document.quote_before(content[1]) is not None
        relative = self.grammar.comma_inversion and self.word[at - 1].is_word and at == begin
        reach = content[1] if at in self.document.quote_at else at - 3
        if relative and any(self.word[i].bits & w.REL for i in range(reach, at - 1)):
            return None  # "…, dit l'avocate, qui a salué une décision « … »"
        if at in self.document.quote_at:
            return self._rest(at, last) if quoted else None
        key = self.key[at]
        if key not in ",:;\u2014\u2013-" and key != ".":
            return None
        while at < last and not self.word[at].is_word and at not in self.document.quote_at:
            at += 1
        if at >= last:
            return None
        if at in self.document.quote_at:
            return self._rest(at, last) if quoted or key == ":" else None
        if quoted or key != ",":
            return None
        if self._is_unfinished(content, at):
            return (at, self._sentence_end(at, last))
        bits = self.word[at].bits
        if self.key[at] in self._going_on:
            bits = w.PREP
        if bits & w.CONJ and self._is_clause(at + 1, last):
            return (at + 1, self._sentence_end(at, last))
        if bits & w.CONJ and self._shares_modal(content, at + 1, last):
            return (at, self._sentence_end(at, last))
        if bits & (w.SUB | w.CONJ | w.REL | w.LINK) and not bits & w.AUX:
            return None
        if self.word[at].cues and not bits & (w.AUX | w.PREP):
            return None
        if bits & w.PREP and self.grammar.comma_inversion:
            return None
        if bits & (w.AUX | w.PREP | w.COMP | w.NEG) or self.phrases.is_verb(at):
            return (at, self._sentence_end(at, last))
        return None

    def _shares_modal(self, content: Range, at: int, last: int) -> bool:
        """Say whether a verb goes on under what is said: "will open, she said, and employ 85"."""
        if self.grammar.has_infinitives or self.grammar.gendered or at + 1 >= last:
            return False
        word = self.word[at]
        if word.upper or not word.is_word:
            return False
        if word.bits & w.MODAL:
            return True
        if not any(self.word[i].bits & w.MODAL for i in range(*content)):
            return False
        plain = not word.bits and not word.key.endswith(self.grammar.plural_endings)
        infinitive = plain or any(cue.form & w.INFINITIVE for cue in word.cues)
        after = self.word[at + 1]
        return infinitive and bool(
            not after.is_word or after.bits & (w.DET | w.NUM | w.PREP | w.PRON | w.ADV | w.OBJ)
        )

    def _is_clause(self, at: int, last: int) -> bool:
        """Say whether a clause without a cue follows: "…, he said, and it is"."""
        at += 2 if self.phrases.counts(at, last) else 0
        if self.grammar.renames or at >= last or not self.phrases.starts(at, last):
            return False
        if self.word[at].bits & w.PRON and not self.word[at].bits & w.DET:
            return False
        verb = self.phrases.end(at, last)
        while verb < last and self.word[verb].bits & w.ADV:
            verb += 1
        near = self.word[verb : min(last, verb + 4)]
        said = any(not cue.rest for word in near for cue in word.cues)
        return verb < last and self.phrases.is_verb(verb) and not said

    def lead(self, subject: Range | None, begin: int, opening: Opening) -> Range | None:
        """Return the subject of a quotation that begins with its verb: "X, he said, “is”"."""
        if subject is None or opening.kind != "quote" or self.grammar.comma_inversion:
            return None
        end, verb = subject[0] - 1, opening.at + 1
        if end <= begin or self.key[end] != "," or self.key[opening.at - 1] != ",":
            return None
        if self.word[end - 1].bits & w.AUX and not self.word[verb].upper:
            return (begin, end)  # "The contract is, she said, “a signature”"
        if self.word[verb].upper or not self.phrases.is_verb(verb):
            return None
        if any(self.word[i].bits & w.TIME for i in range(begin, end)):
            return None
        named = self.phrases.starts(begin, end) and self.phrases.whole_end(begin, end) >= end
        return (begin, end) if named else None

    def _sentence_end(self, at: int, last: int) -> int:
        while at < last and self.key[at] not in ".;\n":
            at = self.document.quote_at[at].after if at in self.document.quote_at else at + 1
        return at

    def _is_unfinished(self, content: Range, at: int) -> bool:
        """Say whether words before a cue have no verb yet, and those from `at` on may give it."""
        if self.grammar.comma_inversion:
            return False
        first, last = content
        word = self.word[at]
        if word.bits & (w.SUB | w.CONJ | w.REL | w.LINK | w.COMP) and not word.bits & w.ADV:
            return False
        if word.key.endswith(self.grammar.gerund_endings):
            return False
        if self.word[last - 1].bits & w.AUX:
            return True
        if word.bits & (w.DET | w.PREP | w.PRON) or word.upper:
            return False
        return self.phrases.starts(first, last) and self.phrases.whole_end(first, last) >= last

    def _rest(self, at: int, last: int) -> Range | None:
        shown = self.grammar.title_case and is_show(self.document, self.document.quote_at[at])
        if shown or self.phrases.is_title(at, 0):
            return None  # "told “The Morning Show”"
        return (at, min(last, self.document.quote_at[at].after))
