"""From a sentence to its drafts: cue → side of source and content → ends.

The sentence is read once from left to right.  Every candidate for a cue either opens a
draft, ends the content of the one before it, or is passed over as a look-alike.
"""

from __future__ import annotations

from typing import Final

from rawi.reading.clauses.admission import Admission
from rawi.reading.clauses.candidates import Candidates
from rawi.reading.clauses.citations import Citations
from rawi.reading.clauses.ends import Ends
from rawi.reading.clauses.heads import Heads
from rawi.reading.clauses.joints import Joints
from rawi.reading.clauses.leading import LeadingSubjects
from rawi.reading.clauses.nominals import Nominals
from rawi.reading.clauses.openings import Openings
from rawi.reading.clauses.relays import Relays
from rawi.reading.clauses.verbs import Verbs
from rawi.reading.document import Document, Sentence
from rawi.reading.drafts import Candidate, Draft, Range
from rawi.reading.nouns import NounPhrases

#: So many candidates after a cue are looked at for where its content must have begun.
AHEAD: Final = 16
#: A sentence has no more attributions than this: what has is no speech.
DRAFTS: Final = 32


class ClauseReader:
    """Reads the sentences of one document.

    `nouns`, `heads` and `leading` are there for those who read whole lines and chains.
    """

    def __init__(self, document: Document) -> None:
        self.nouns = NounPhrases(document)
        self.heads = Heads(document, self.nouns)
        openings = Openings(document, self.nouns)
        joints = Joints(document)
        self.leading = LeadingSubjects(document, self.nouns, joints, self.heads)
        self._ends = Ends(document, joints)
        self._candidates = Candidates(document, openings)
        admission = Admission(document, openings, joints, self.heads)
        verbs = Verbs(
            document, self.nouns, openings, joints, self.heads, self.leading, self._ends, admission
        )
        nominals = Nominals(
            document, self.nouns, openings, joints, self.heads, self.leading, self._ends, admission
        )
        self._citations = citations = Citations(
            document, self.nouns, openings, joints, self.heads, self.leading, self._ends
        )
        relays = Relays(
            document, self.nouns, openings, joints, self.leading, self._ends, verbs, self.heads
        )
        self._readers = {
            "verb": verbs.verb,
            "participle": nominals.participle,
            "pretext": nominals.participle,
            "noun": nominals.noun,
            "according": citations.according,
            "according_own": citations.according,
            "as_said": citations.as_said,
            "in_document": citations.in_document,
            "in_document_own": citations.in_document,
            "relay": relays.relay,
        }
        self._starts: set[int] = set()  # where the contents of the sentence's drafts begin

    def read(self, number: int, sentence: Sentence) -> list[Draft]:
        """Return the drafts of a sentence in the order of the text."""
        candidates = self._candidates.candidates(sentence.first, sentence.last)
        drafts: list[Draft] = []
        taken: set[int] = set()
        relayed: list[Range] = []
        self._starts.clear()
        self._ends.begin()
        for place, candidate in enumerate(candidates):
            if candidate.first in taken:
                continue
            if relayed and any(first < candidate.first < last for first, last in relayed):
                continue
            follower = candidates[place + 1 : place + 1 + AHEAD]
            draft = self._draft(number, sentence, candidate, follower, drafts)
            if draft is not None:
                drafts.append(draft)
                taken.update(*(range(*cue) for cue in draft.cue))
                self._starts.add(draft.content[-1][0])
                if draft.relay:
                    relayed.append(draft.around)
                if len(drafts) >= DRAFTS:
                    break
        return self._citations.passed_on(drafts)

    def _draft(
        self,
        number: int,
        sentence: Sentence,
        candidate: Candidate,
        later: list[Candidate],
        drafts: list[Draft],
    ) -> Draft | None:
        if drafts and self._citations.is_aside(candidate, drafts[-1]):
            self._citations.note_relay(sentence, candidate, drafts[-1])
            return None
        holder = self._holder(candidate, drafts)
        reader = self._readers[candidate.kind]
        draft = reader(sentence, candidate, later, holder, drafts)
        if draft is None:
            return None
        if draft.content[-1][0] in self._starts:
            return None  # one content has one cue
        draft.sentence = number
        if holder is not None and draft.outer is None and draft.kind != "nested":
            for other in (holder, holder.outer):  # what is said by another in it ends as well
                if other is not None and other.open_end:
                    self._ends.cut(other, candidate, draft)
        return draft

    def _holder(self, candidate: Candidate, drafts: list[Draft]) -> Draft | None:
        """Return the draft whose content a candidate stands in."""
        for draft in reversed(drafts):
            if (
                draft.open_end
                and draft.content
                and draft.content[-1][0] <= candidate.first < (draft.content[-1][1])
            ):
                return draft
        return None
