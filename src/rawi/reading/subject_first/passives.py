"""Passives with an agent: "was told by the mayor that …", "was described by critics as …"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.contents import Contents
from rawi.reading.subject_first.document import Document
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group
from rawi.reading.subject_first.phrases import Phrases
from rawi.reading.subject_first.subjects import Subjects

#: The agent of an act stands so near behind its participle, in tokens.
AGENT: Final = 6
#: What a passive with an agent may be followed by.
_OPENINGS = ("clause", "quote", "infinitive", "colon")


class Passives:
    """Reads the passives of one document that name who speaks after "by"."""

    def __init__(
        self, document: Document, phrases: Phrases, contents: Contents, subjects: Subjects
    ) -> None:
        self.document = document
        self.phrases = phrases
        self.contents = contents
        self.subjects = subjects
        self._acts = document.grammar.words_of("passive_acts")
        self._ruling = document.grammar.words_of("ruling_bodies")
        self._of = document.grammar.words_of("part_prepositions")
        self._agents = document.grammar.words_of("agents")
        self.word = document.word
        self.key = document.key

    def read(self, group: Group, begin: int, last: int) -> Draft | None:
        """Return the draft of a passive whose agent stands right behind it."""
        at = group.last + 1
        if group.cue.lemma in self._acts:
            return self._acted(group, begin, last)
        if not self.phrases.starts(at, last):
            return None
        end = self.phrases.end(at, last)
        end = next((i for i in range(at, end) if self.key[i] in group.cue.needs), end)
        if end <= at or end >= last:
            return None
        subject = self.subjects.before(group.verb, begin)
        if self.key[end] in group.cue.needs:
            return self._called(group, subject, (at, end), last)
        if not group.cue.governs & w.HEARER:
            return None
        governs = group.cue.governs & ~(w.HEARER | w.NEEDY | w.BARE | w.OBJECT)
        opening = self.contents.opening(end, last, group.cue._replace(governs=governs))
        if opening is None or opening.at > end + 1 or opening.kind not in _OPENINGS:
            return None
        draft = self._draft(group, (at, end), last)
        draft.opening, draft.hearer = opening.kind, subject
        stop = self.contents.clause_end if opening.kind == "infinitive" else self.contents.end
        quote = self.document.quote_at.get(opening.at)
        whole = quote is not None and opening.kind in ("quote", "colon")
        draft.content = [(opening.at, quote.after if quote and whole else stop(opening.at, last))]
        return draft

    def _acted(self, group: Group, begin: int, last: int) -> Draft | None:
        """Return what an agent claims or condemns: "L'attaque a été revendiquée par X"."""
        subject = self.subjects.before(group.verb, begin)
        behind = range(group.last, min(last, group.last + AGENT))
        at = next((i + 1 for i in behind if self.key[i] in self._agents), last)
        if subject is None or at >= last or not self.phrases.starts(at, last):
            return None
        if self.word[subject[0]].bits & w.PRON and subject[1] - subject[0] == 1:
            return None  # "elle a été condamnée par le juge"
        if any(self.word[i].lemma in self._ruling for i in range(at, self.phrases.end(at, last))):
            return None  # "condamné par le tribunal"
        end = self.phrases.whole_end(at, last)
        if end + 2 < last and self.word[end].bits & w.CONJ and self.word[end + 1].bits & w.PREP:
            end = self.phrases.end(end + 2, last)  # "le Groupe de soutien à l'islam | et aux X"
        draft = self._draft(group, (at, end), last)
        first = subject[0]  # the nearest phrase before a relative: "après l'attaque, qui a été"
        if group.first and self.word[group.first - 1].bits & w.REL:
            dets = (i for i in range(subject[1] - 1, first, -1) if self.word[i].bits & w.DET)
            near = next(dets, first)
            ends = self.phrases.end(near, subject[1]) == subject[1]
            first = near if ends and self.word[near - 1].bits & w.PREP and (
                not self.word[near - 1].bits & w.DET and self.key[near - 1] not in self._of
            ) else first  # fmt: skip
        draft.opening, draft.content = "object", [(first, subject[1])]
        return draft

    def _called(self, group: Group, subject: Range | None, agent: Range, last: int) -> Draft | None:
        """Return who is called what by an agent: both are what was said."""
        if subject is None:
            return None
        draft = self._draft(group, agent, last)
        draft.opening = "object"
        draft.content = [subject, (agent[1], self.contents.object_end(agent[1], last))]
        return draft

    def _draft(self, group: Group, agent: Range, last: int) -> Draft:
        return Draft([(group.first, group.last)], [], "passive with its agent", 0, source=agent,
                     around=(group.first, last), form=group.cue)  # fmt: skip
