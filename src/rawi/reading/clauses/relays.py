"""Drafts of what one outlet or person quotes from another."""

from __future__ import annotations

from typing import Final

from rawi.reading import lexicon as lx
from rawi.reading.clauses.ends import Ends
from rawi.reading.clauses.heads import Heads
from rawi.reading.clauses.joints import Joints
from rawi.reading.clauses.leading import LeadingSubjects
from rawi.reading.clauses.openings import Openings
from rawi.reading.clauses.part import Part
from rawi.reading.clauses.verbs import Verbs
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Candidate, Draft, Opening, Range
from rawi.reading.inflect import NOUN, OWN, PLUR
from rawi.reading.nouns import NounPhrases

#: An outlet's name and somebody's words that it passes on stand so near, in tokens.
WORDS: Final = 8


class Relays(Part):
    """Reads the relays of a document: "the agency quoted X as saying"."""

    def __init__(
        self,
        document: Document,
        nouns: NounPhrases,
        openings: Openings,
        joints: Joints,
        leading: LeadingSubjects,
        ends: Ends,
        verbs: Verbs,
        heads: Heads,
    ) -> None:
        super().__init__(document)
        self.nouns = nouns
        self.openings = openings
        self.joints = joints
        self.leading = leading
        self.ends = ends
        self.verbs = verbs
        self.heads = heads

    def relay(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
               holder: Draft | None, drafts: list[Draft]) -> Draft | None:  # fmt: skip
        """Read "the agency quoted an official as saying"."""
        source_of = self.pack.relay_from
        first = self.joints.skip_asides(candidate.last, sentence.last)
        at, outlet = first, None
        subject = self.leading.left_subject(sentence, candidate, holder)
        if (
            self.key[first : first + 1]
            and self.key[first] not in source_of
            and self.key[first] not in self.pack.relay_about
            and self.nouns.starts(first, sentence.last)
        ):
            at = self.openings.sources.outlet_end(first, self.nouns.end(first, sentence.last))
            outlet = (first, at)
        else:
            outlet = subject
        words = self._words_of(first, sentence.last)
        if words is not None:
            return self._passed_words(sentence, candidate, later, words)
        imputes = candidate.form is not None and "r" in candidate.form.governs
        if not imputes:  # "passes songs from herd to herd"
            source_of = source_of - self.pack.towards
        for index in range(at, min(sentence.last, at + 14)):
            if self.key[index] in source_of or self.key[index] in self.pack.relay_about:
                break
        else:
            return (
                self.verbs.verb(sentence, candidate, later, holder, drafts)
                if candidate.form
                else None
            )
        start = end = index + 1
        source: Range | None = None
        if self.key[index] in self.pack.relay_about:  # "the agency quoted him as saying"
            saying = any(form.features & OWN for form in self.lex[start].cues)
            if outlet is None and not saying and self.nouns.starts(start, sentence.last):
                end = self.nouns.end(start, sentence.last)
                outlet = (start, end)
        elif self.nouns.may_be_cited(start, sentence.last):
            end = self.nouns.end(start, sentence.last, objects=imputes)
            source = (start, end)
        if end == start and (source or self.key[index] not in self.pack.relay_about):
            return None
        via: Range | None = None
        if source is not None and self.heads.is_outlet(source):
            inner = self._second_source(source, sentence.last)
            if inner is not None:
                via, source = (source[0], inner[0] - 1), inner
                end = source[1]
        found = self._relay_content(sentence, end, later)
        if found is None:
            return self._passed_deed(sentence, candidate, later, outlet, source) or self._imputed(
                sentence, candidate, later, outlet, end
            )
        cue, opening = found
        content = (opening.content, self.ends.content_end(opening, sentence, later))
        draft = Draft([cue or (candidate.first, candidate.last)], [content], "relay", 0,
                      source=source, features=self.pack.relay_about.get(self.key[index], 0),
                      kind="relay", opening=opening.kind,
                      around=(end, opening.at), relay=outlet,
                      relay_cue=(candidate.first, candidate.last), via=via)  # fmt: skip
        draft.open_end = self.ends.is_open(draft, opening)
        return draft

    def _words_of(self, first: int, last: int) -> tuple[int, Range] | None:
        """Return a noun of saying, and whose it is, right before "that" ("X's saying that")."""
        behind = first
        for index in range(first, min(last, first + 2 * WORDS)):
            if index >= max(behind, first) + WORDS:
                return None
            lexeme = self.lex[index]
            if index < behind:
                continue
            if self.key[index] in self.pack.clause_marks and self.lex[index + 1].article:
                marks = range(index + 1, min(last, index + WORDS))
                behind = next((at for at in marks if self.key[at] in self.pack.clause_marks), 0) + 1
                if behind > 1:
                    continue  # "the agency, (which is) close to X, passed on"
            if not lexeme.is_word and index not in self.document.quote_at:
                return None
            if lexeme.bits & lx.COMP or lexeme.prep or lexeme.bits & lx.PREP:
                return None
            saying = any(form.features & NOUN and "t" in form.governs for form in lexeme.cues)
            if not saying or lexeme.article or not self.nouns.starts(index + 1, last):
                continue
            end = self.nouns.end(index + 1, last)
            if end < last and self.lex[end].bits & lx.COMP:
                return index, (index + 1, end)
        return None

    def _passed_words(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                      words: tuple[int, Range]) -> Draft:  # fmt: skip
        """Read "the agency passed on the minister's saying that …"."""
        noun, source = words
        opening = Opening("clause", source[1], source[1] + 1)
        content = (opening.content, self.ends.content_end(opening, sentence, later))
        outlet = (candidate.last, noun) if noun > candidate.last else None
        draft = Draft([(noun, noun + 1)], [content], "relay", 0, source=source, kind="relay",
                      opening="clause", around=(noun, opening.at), relay=outlet,
                      relay_cue=(candidate.first, candidate.last))  # fmt: skip
        draft.open_end = self.ends.is_open(draft, opening)
        return draft

    def _passed_deed(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                     outlet: Range | None, source: Range | None) -> Draft | None:  # fmt: skip
        """Read "the agency passed on from an official the closing of …": a deed is the content."""
        if outlet is None or source is None or not self.heads.is_outlet(outlet):
            return None
        end = next((at for at in range(source[0] + 1, min(source[1] + 1, sentence.last))
                    if self._is_deed(at)), None)  # fmt: skip
        if end is None:
            return None
        source = (source[0], end)
        opening = Opening("object", end, end)
        draft = Draft([(candidate.first, candidate.last)],
                      [self.ends.content(opening, sentence, later)], "relay", 0, source=source,
                      kind="relay", opening="object", around=(end, end), relay=outlet,
                      relay_cue=(candidate.first, candidate.last))  # fmt: skip
        draft.open_end = self.ends.is_open(draft, opening)
        return draft

    def _is_deed(self, index: int) -> bool:
        """Say whether a bare verbal noun stands after a noun phrase that is whole without it."""
        deed = self.lex[index]
        if not deed.bits & lx.MASDAR or deed.bits & (lx.NAME | lx.BODY):
            return False
        if deed.prep or deed.conj or deed.article or deed.base != deed.stem:
            return False
        before = self.lex[index - 1]
        several = before.bits & lx.UNNAMED and before.features & PLUR  # "sources", "eyewitnesses"
        return bool(several) or self.nouns.is_closed(index - 1)

    def _imputed(self, sentence: Sentence, candidate: Candidate, later: list[Candidate],
                 source: Range | None, end: int) -> Draft | None:  # fmt: skip
        """Read "the prosecution imputed to the accused the theft of …": a deed is the content."""
        form = candidate.form
        if form is None or "r" not in form.governs or source is None or end >= sentence.last:
            return None
        deed = self.lex[end]
        if not deed.bits & lx.MASDAR or deed.prep or deed.conj or self.heads.is_mute(source):
            return None
        opening = Opening("object", end, end)
        draft = Draft([(candidate.first, candidate.last)],
                      [self.ends.content(opening, sentence, later)], "verb", 0, source=source,
                      features=form.features, governs=form.governs, lemma=form.lemma,
                      opening="object", around=(candidate.first, end))  # fmt: skip
        draft.open_end = self.ends.is_open(draft, opening)
        return draft

    def _second_source(self, outlet: Range, last: int) -> Range | None:
        """Return whom the outlet quotes that is quoted: "quoted channel X as quoting Y".

        After another "from", or in the genitive of a noun of saying inside the phrase.
        """
        first, end = outlet
        if end < last and self.key[end] in self.pack.relay_from:
            return self._phrase(end + 1, last)
        for index in range(first + 1, end - 1):
            saying = any(f.features & NOUN for f in self.lex[index].cues)
            if saying and not self.lex[index].article and not self.lex[index].bits & lx.MEDIA:
                return self._phrase(index + 1, end)
        return None

    def _phrase(self, first: int, last: int) -> Range | None:
        if not self.nouns.may_be_cited(first, last):
            return None
        return first, self.nouns.end(first, last)

    def _relay_content(
        self, sentence: Sentence, end: int, later: list[Candidate]
    ) -> tuple[Range | None, Opening] | None:
        """Return the noun of saying after a relayed source, and where the content begins."""
        for place, candidate in enumerate(later[:3]):
            form = candidate.form
            if candidate.first < end or form is None:
                continue
            if candidate.kind == "noun" and form.features & OWN and candidate.first - end < 10:
                limit = self.ends.limit(sentence, later[place + 1 :])
                opening = self.openings.find(candidate, form.governs | {"t"}, limit, sentence)
                if opening is not None:
                    return (candidate.first, candidate.last), opening
            break
        whole = Candidate(end, end, "verb")
        opening = self.openings.find(
            whole, frozenset("t"), self.ends.limit(sentence, later), sentence
        )
        return None if opening is None else (None, opening)
