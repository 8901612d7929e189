"""Participles that attribute: "…, adding that"; "Citing the weather, the club said"."""

from __future__ import annotations

from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.clause_parts import holding
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.finites import Finites
from rawi.reading.subject_first.groups import Group
from rawi.reading.subject_first.stretches import Opening

#: Where it was said, before the subject that follows, is told in fewer tokens.
WAY: Final = 12
#: A comma parts an infinitive so near before the preposition that joins it, in tokens.
NOT_EVEN: Final = 3


class Participles(Finites):
    """Reads the verbs of one document and its participles that attribute."""

    def _participle(self, group: Group, first: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Read "…, adding that": its source is that of the verb before it, or after it."""
        at = group.first
        before = self.key[at - 1] if at > first else ","
        opening = self.contents.opening(group.last, last, group.cue)
        if opening is None:
            return None
        if opening.kind == "preposition" and self.word[group.verb].bits & w.SPEAKTO:
            return None  # "Parlando della Juve, ha aggiunto": what it was about
        doing = group.kind == "sharing" and self.key[at] in self._contracted
        if doing and opening.kind not in ("clause", "quote", "colon"):
            return None  # "al referirse a las protestas"
        source = self.absolutes.source(at, first)
        if source is not None:
            draft = self._forward(group, opening, last, "participle with its own subject")
            draft.source = source
            if drafts and drafts[-1].outer is None:
                self._cut(drafts[-1], self.absolutes.edge(at, first), draft)
            return draft
        host = drafts[-1] if drafts else None
        inside = before in self._blaming or (
            before in self._timing and at > first + 1 and self.key[at - 2] != ","
        )
        if inside and holding(drafts, at) is not None:
            return None  # "criticised X for saying that", "a plan before asking for"
        held = holding(drafts, at) if group.kind == "sharing" and self.grammar.free else None
        parted = "," in self.key[max(first, at - NOT_EVEN) : at]  # ", non senza precisare"
        if held is not None and held.opening == "clause" and not parted:
            if opening.kind not in ("clause", "quote", "colon"):
                return None  # "disse que as medidas para garantir a paz bastam"
        if opening.kind == "object" and before in self._agents and not drafts:
            return None  # "dealt a blow by rejecting a treaty"
        if group.kind == "sharing":
            at = group.verb
        led = (
            at == first
            or before in ",;\u2014\u2013-"
            or self.word[at - 1].bits & (w.CONJ | w.ADV | w.PREP)
            or group.kind == "sharing"
            or self.key[at] in self._gerund_marks
            or self._adds(group, at)
        )
        if not led and not self.document.quote_before(at):
            return self._of_doer(group, opening, first, last)
        draft = self._forward(group, opening, last, "participle")
        if host is not None and host.outer is None:
            draft.source, draft.shared = host.source, True
            draft.features = host.features
            self._cut(host, self._back_to_mark(at, first), draft)
        elif at == first or self._opens(at, first):
            if group.kind != "sharing" or self.grammar.comma_inversion:
                draft.source = self._coming_subject(draft, last)
            draft.shared = True
        else:
            verb = self._verb_before(at, first)
            if verb is not None:
                draft.source = self._agent_of(verb, at) or self.subjects.before(
                    self._before_clitics(verb, first), first
                )
            if verb is None and not self.grammar.renames:
                self._aside(draft, at, first, last)
            if draft.source is None or self.agreement.is_mute(draft.source):
                return None
        return draft

    def _of_doer(self, group: Group, opening: Opening, first: int, last: int) -> Draft | None:
        """Read "a clip of the mayor saying, “…”": somebody of another clause who says it."""
        start = at = group.first
        said = group.cue.lemma in self.grammar.words_of("plain_sayings")
        if not self.grammar.title_case or not said or opening.kind not in ("quote", "colon"):
            return None
        none = w.PREP | w.AUX | w.CONJ | w.COMP | w.SUB | w.REL | w.ADV
        while start > first and self.word[start - 1].is_word:
            if self.word[start - 1].bits & none or self.phrases.is_verb(start - 1):
                break
            start -= 1
            if self.word[start].bits & w.DET:
                break
        who = w.ROLE | w.PERSON | w.GIVEN | w.TITLE | w.PRON
        named = any(self.word[i].bits & who and not self.word[i].bits & w.DET
                    for i in range(start, at))  # fmt: skip
        named = named or self.word[at - 1].upper
        if start <= first or not named or not self.word[start - 1].is_word:
            return None
        draft = self._forward(group, opening, last, "participle with its own subject")
        draft.source = (start, at)
        return draft

    def _agent_of(self, verb: int, at: int) -> Range | None:
        """Return who did what a passive tells before a participle: "confirmé par X, disant que"."""
        if not self.grammar.comma_inversion or self.key[at - 1] != ",":
            return None
        for index in range(verb + 2, at - 2):
            done = self.key[index] in self._agents and self.word[index - 1]
            if done and any(cue.form & w.PAST for cue in done.cues):
                named = self.phrases.starts(index + 1, at - 1)
                named = named and self.phrases.whole_end(index + 1, at - 1) == at - 1
                return (index + 1, at - 1) if named else None
        return None

    def _adds(self, group: Group, at: int) -> bool:
        """Say whether somebody goes on speaking without a comma: "shut adding that it would"."""
        clause = group.last < len(self.word) and self.word[group.last].bits & w.COMP
        written = w.DOC | w.POST  # who or what might say it, where adjectives stand behind nouns
        written |= (w.HEADS | w.OCCASION | w.RELAYED) * self.grammar.comma_inversion
        before = self.word[at - 1]
        if written & before.bits or (
            self.grammar.comma_inversion
            and (before.bits & w.PRON or any(cue.form & w.NOUN for cue in before.cues))
        ):
            return False
        return bool(clause) and group.cue.lemma in self._adding

    def _aside(self, draft: Draft, at: int, first: int, last: int) -> None:
        """Read "The mayor, promising a review, said": a participle between subject and verb."""
        begin = draft.content[-1][0]
        end = self.contents.relative_end(begin, last)
        if any(self.key[i] in self._nameless for i in range(begin, end)):
            return  # "requesting that his name be withheld"
        if self.key[at - 1] == "," and end < last and self.key[end] == ",":
            draft.source = self.subjects.before(at, first)
            draft.content[-1] = (begin, min(end, draft.content[-1][1]))

    def _opens(self, at: int, first: int) -> bool:
        return all(self.word[i].bits & (w.ADV | w.CONJ) for i in range(first, at))

    def _coming_subject(self, draft: Draft, last: int) -> Range | None:
        """Return the subject of the clause that follows a participle at its sentence's head."""
        begin, end = draft.content[-1]
        comma = next(
            (i for i in range(begin, end) if self.key[i] == "," and
             self.document.quote_over(i) is None), None
        )  # fmt: skip
        if comma is None and end < last and self.key[end] == ",":
            comma = end
        if comma is None and self.grammar.comma_inversion and end < last:
            opens = self.word[end].bits & (w.PREP | w.TIME)  # "annoncé X | sur TF1, le maire"
            near = range(end, min(last, end + WAY)) if opens else ()
            comma = next((i for i in near if self.key[i] == ","), None)
            if comma is not None:
                return self.subjects.after(comma + 1, last)
        if comma is None:
            return None
        for other in range(comma, end):
            if self.key[other] != "," or self.document.quote_over(other) is not None:
                continue
            subject = self.subjects.after(other + 1, last)
            if subject is not None and subject[1] < last and self.phrases.is_verb(subject[1]):
                draft.content[-1] = (begin, other)
                return subject
        draft.content[-1] = (begin, comma)
        if self.grammar.comma_inversion and comma + 2 < last and self._is_done(comma + 1):
            near = range(comma + 2, min(last, comma + 2 * WAY))  # ", marquée par X, il a dit"
            comma = next((i for i in near if self.key[i] == ","
                          and self.document.quote_over(i) is None), comma)  # fmt: skip
        return self.subjects.after(comma + 1, last)

    def _is_done(self, at: int) -> bool:
        """Say whether a participle tells more of what stands before it: "marquée par"."""
        word, led = self.word[at], self.word[at + 1]
        plain = not word.bits and word.is_word and not word.upper and not word.cues
        done = plain or word.bits & w.PASSIVE or any(cue.form & w.PAST for cue in word.cues)
        return bool(done and led.bits & w.PREP)
