"""A verb of saying between a relative and the clause's own verb: "a plan that experts say is dead".

What is said is the rest of the relative clause; who says it stands before the verb, behind the
relative or behind a noun: "which it said crashed", "a depot they say belonged to the army".
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.clause_parts import ClauseParts, holding
from rawi.reading.subject_first.drafts import Draft, Range
from rawi.reading.subject_first.groups import Group

#: Who says it stands so near behind the relative, in tokens.
NEAR: Final = 9
_NO_NOUN: Final = w.AUX | w.ADV | w.PREP | w.CONJ | w.SUB | w.PRON | w.TIME | w.REL | w.WH | w.COMP


class Interposed(ClauseParts):
    """Reads the verbs of one document that stand inside a relative clause about something else."""

    @cached_property
    def _sayings(self) -> frozenset[str]:
        return self.grammar.words_of("interposed_sayings")

    @cached_property
    def _things(self) -> frozenset[str]:
        return self.grammar.words_of("thing_relatives")

    def _interposed(self, group: Group, begin: int, last: int, drafts: list[Draft]) -> Draft | None:
        if not self.grammar.title_case or group.cue.lemma not in self._sayings:
            return None
        if not self._goes_on_with_verb(group, last):
            return None
        found = self._between(group.first, begin)
        if found is None:
            return None
        relative, subject = found
        if not self.agreement.admits(group, subject, begin, shared=False):
            return None
        at = group.last
        end = min(self.contents.relative_end(at, last), self.contents.clause_end(at, last))
        commas = (i for i in range(at + 1, end - 1) if self.key[i] == ",")
        end = next((i for i in commas if self.contents.is_clause_at(i + 1, end)), end)
        draft = Draft([(group.first, group.last)], [(at, end)], "verb with content after it", 0,
                      source=subject, opening="bare", around=(relative, end),
                      form=group.cue)  # fmt: skip
        return self._held(draft, relative, group.first, drafts)

    def _called_so(self, group: Group, begin: int, last: int, drafts: list[Draft]) -> Draft | None:
        """Read "the delay, which the mayor called “a disgrace”": what somebody calls it."""
        at, calls = group.last, group.cue.governs & w.PREDICATE
        if not self.grammar.title_case or at + 1 >= last or not group.cue.form & w.PAST:
            return None
        if self.key[at] in self._as_words and group.cue.needs & self._as_words:
            at += 1
        elif not calls or not (at in self.document.quote_at or self.word[at].bits & w.INDEF):
            return None
        found = self._between(group.first, begin)
        if found is None or self.key[found[0]] not in self._things or self.word[at].bits & w.PREP:
            return None
        relative, subject = found
        if not self.agreement.admits(group, subject, begin, shared=False):
            return None
        quote = self.document.quote_at.get(at)
        if quote is not None and all(o.upper for o in self.word[at + 1 : quote.close] if o.is_word):
            return None  # "which the papers dubbed “Breadgate”"
        end = self.contents.object_end(at, last)
        end = end if quote is None else max(end, min(quote.after, last))
        draft = Draft([(group.first, at)], [(at, end)], "verb with content after it", 0,
                      source=subject, opening="object", around=(relative, end),
                      form=group.cue)  # fmt: skip
        return self._held(draft, relative, group.first, drafts)

    def _held(self, draft: Draft, relative: int, at: int, drafts: list[Draft]) -> Draft:
        """Return a statement of a relative clause, parted from the one that it stands in."""
        host = holding(drafts, at)
        if host is not None and self.key[relative - 1] == ",":
            self._cut(host, relative - 1, draft)
        elif host is not None:
            draft.outer = host
        return draft

    def _goes_on_with_verb(self, group: Group, last: int) -> bool:
        """Say whether a finite verb stands right behind a verb of saying, adverbs between."""
        at = begin = group.last
        while at < last and self.word[at].bits & w.ADV and not self.word[at].bits & w.AUX:
            at += 1
        if at >= last or not self.word[at].is_word or self.word[at].upper:
            return False
        word = self.word[at]
        if word.bits & (w.DET | w.PRON | w.PREP | w.HEADS | w.NUM | w.ADJ | w.THING):
            return False
        done = at == begin and word.key.endswith(self.grammar.verb_endings)
        return bool(word.bits & w.AUX) or done or self.phrases.is_verb(at)

    def _between(self, verb: int, begin: int) -> tuple[int, Range] | None:
        """Return the relative before a verb and who stands between; the subject's own place else.

        Without a relative only a pronoun does: "a depot it said belonged to the rebels".
        """
        end = verb
        while end > begin and self.word[end - 1].bits & w.ADV and self.word[end - 1].is_word:
            end -= 1
        for index in range(end - 1, max(begin, end - NEAR), -1):
            word = self.word[index]
            if not word.is_word:
                return None
            if self._relates(index):
                whole = self.phrases.starts(index + 1, end)
                whole = whole and self.phrases.end(index + 1, end) == end
                return (index, (index + 1, end)) if whole else None
            pronoun = word.bits & w.PRON and not word.bits & w.DET
            if pronoun and index == end - 1 and self._is_noun(index - 1):
                return index, (index, end)
        return None

    def _relates(self, index: int) -> bool:
        """Say whether a relative stands at a token, behind its noun or a comma."""
        word = self.word[index]
        if not word.bits & (w.REL | w.COMP) or not word.is_word or word.upper:
            return False
        return self.key[index - 1] == "," or self._is_noun(index - 1)

    def _is_noun(self, index: int) -> bool:
        word = self.word[index]
        plain = word.is_word and not word.bits & _NO_NOUN
        said = (
            cue for cue in word.cues if not cue.rest and not word.upper
        )  # "a move", no "move to"
        return plain and not any(cue.form & w.FINITE for cue in said)

    def _is_next(self, group: Group, last: int, drafts: list[Draft]) -> bool:
        """Say whether a verb is the next of the same subject: "X praised Y, blamed Z and urged".

        No participle that tells more of the noun before its comma: "the council, accused of".
        """
        comma, host = group.first - 1, drafts[-1] if drafts else None
        if host is None or not self.grammar.title_case or self.key[comma] != ",":
            return False
        begin, end = host.content[-1]
        plain = host.kind == "verb" and host.outer is None and host.source is not None
        if not plain or not host.cue or not begin < comma <= end or group.last >= last:
            return False
        form = 0 if host.form is None else host.form.form
        if not form & w.FINITE or self.word[group.verb].bits & w.SPEAKTO:
            return False
        if (group.cue.form ^ form) & w.PAST:
            return False  # "X said it fell, state news agency Y reported"
        if any(self.key[i] == "," for i in range(begin, comma)):
            return False
        opens = self.word[group.last]
        turned = group.cue.governs & (w.AFTER | w.BARE) and group.cue.governs & w.QUOTE
        clause = opens.bits & (w.COMP | w.PRON) or self.contents.is_clause_at(group.last, last)
        if turned and not clause:
            return False  # "…, said the mayor": who says it stands behind
        return group.last in self.document.quote_at or (
            opens.is_word and not opens.bits & (w.PREP | w.CONJ)
        )
