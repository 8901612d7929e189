"""What an outlet reports "with reference to X" is X's, passed on by the outlet."""

from __future__ import annotations

from typing import Final

from rawi.reading.free_order.citations import Citations
from rawi.reading.subject_first import words as w
from rawi.reading.subject_first.drafts import Draft, Range

#: An outlet's name and the marks around it are no longer, in tokens.
OUTLET: Final = 7


class Referring(Citations):
    """Reads the cues of one document that are no verbs, and whom outlets refer to."""

    def passed_on(self, drafts: list[Draft], bounds: Range) -> list[Draft]:
        """Let what an outlet reports "with reference to X" be X's, passed on by the outlet."""
        self.unquoted(drafts)
        sourcing = [draft for draft in drafts if draft.kind == "sourcing"]
        if not sourcing:
            return [draft for draft in self._led_by(drafts) if draft.content]
        kept = [draft for draft in drafts if draft.kind != "sourcing"]
        for one in sourcing:
            self._refer(one, kept, bounds)
        return [draft for draft in self._led_by(kept) if draft.content]

    def _led_by(self, drafts: list[Draft]) -> list[Draft]:
        """Let an outlet that leads a sentence ("as X writes,") pass on what others say in it."""
        for draft in [d for d in drafts if d.kind == "as outlet"]:
            after = draft.content[-1][0]
            others = [d for d in drafts if d is not draft and d.outer is None and d.at >= after]
            if others and draft.cue[0][0] < after:
                for other in others:
                    if other.relay is None:
                        other.relay, other.relay_cue = draft.source, draft.cue[0]
                drafts = [d for d in drafts if d is not draft]
            else:
                draft.kind = "according" if draft.rule == "according" else "verb"
        return drafts

    def _refer(self, one: Draft, kept: list[Draft], bounds: Range) -> None:
        at = one.cue[0][0]
        self._between(one, kept)
        outlets = [
            d for d in kept
            if d.relay is None and (self.relays(d) or self._parts(d, at) or self._told_by(d, at))
        ]  # fmt: skip
        if outlets:
            draft = min(outlets, key=lambda d: abs(d.cue[0][0] - at))
            if draft.kind == "as outlet" and any(
                d is not draft and d.outer is None and d.at >= draft.content[-1][0] for d in kept
            ):
                return  # what others say behind it came through both
            draft.relay, draft.relay_cue = draft.source, draft.cue[0]
            draft.cue, draft.source = one.cue, one.source
            draft.kind, draft.rule = "relay", "with reference to"
            draft.form = None
            self._cut(draft, one)
            return
        if self.grammar.backward.match(self.word, *bounds) is not None:
            return  # "this is reported with reference to X": of the sentence before
        if self._in_paper(one, bounds):
            kept.append(one)
            return
        first, last = one.content[0]
        if any(self.key[i] in self._relays for i in range(first, last)):
            return  # what an outlet passes on stands elsewhere
        if any(d.relay is not None and first <= d.relay[0] < last for d in kept):
            return  # the outlet itself
        if one.content[0][0] != one.cue[0][0] and not any(
            d.content and d.content[0][0] <= one.content[0][0] < d.content[-1][1] for d in kept
        ):
            one.kind = "according"
            kept.append(one)

    def _between(self, one: Draft, kept: list[Draft]) -> None:
        """Let an outlet between a reference and its verb speak: "citing Y the agency said that"."""
        assert one.source is not None
        for draft in kept:
            if draft.source is not None or draft.form is None or not draft.cue:
                continue
            span = one.source[1], draft.cue[0][0]
            if span[0] < span[1] <= span[0] + OUTLET and self.is_outlet(span):
                draft.source = span

    def _in_paper(self, one: Draft, bounds: Range) -> bool:
        """Read "in the article of X it was said, with reference to Y, that …"."""
        assert one.source is not None
        first, at, behind = bounds[0], one.cue[0][0], one.source[1]
        verb = next((i for i in range(first, at) if self.key[i] in self.documents), None)
        if verb is None or behind + 2 >= bounds[1] or self.key[behind] != ",":
            return False
        if not self.word[behind + 1].bits & w.COMP:
            return False
        one.kind, one.rule, one.opening = "relay", "with reference to", "clause"
        one.content = [(behind + 2, self.ends.clause(behind + 2, bounds[1]))]
        for index in range(first, verb):
            named = self.phrases.outlets.at(index, verb, strict=False)
            mark = self.phrases.quote_at.get(index)
            if named is not None or mark is not None:
                inner = mark and self.phrases.outlets.known(index + 1, mark.close)
                end = mark.after if mark is not None else named.whole[1] if named else index
                one.relay = inner.name if inner else (index, end)
                one.relay_cue = (verb, verb + 1)
                break
        return True

    def past_reference(self, comma: int, last: int) -> int:
        """Return the comma behind ", referring to papers," after a comma; itself without one."""
        if comma + 1 >= last or self.key[comma + 1] not in self._sourcing:
            return comma
        return next((i for i in range(comma + 1, last - 1) if self.key[i] == ","), comma)

    def refer(self, draft: Draft, at: int, bounds: Range) -> None:
        """Let what an outlet reports of the sentence before be the one's that it refers to."""
        for index in range(at, bounds[1]):
            if not self.word[index].bits & w.PHRASE:
                continue
            match = self.grammar.according.match(self.word, index, bounds[1])
            sourcing = match is not None and any(
                self.key[i] in self._sourcing for i in range(*match.fixed[0])
            )
            slot = self._slot(match, bounds[1]) if match is not None and sourcing else None
            if match is not None and slot is not None:
                passed = any(self.key[i] in self._relays for i in range(at, index))
                if passed and not (draft.source and self.is_outlet(draft.source)):
                    return  # "this said X, reports Y with reference to Z"
                draft.relay, draft.relay_cue = draft.source, draft.cue[0]
                draft.cue, draft.source = list(match.fixed), slot
                draft.kind, draft.rule, draft.form = "relay", "with reference to", None
                return

    def _told_by(self, draft: Draft, at: int) -> bool:
        """Say whether "by the outlet's data" stands right before a reference."""
        if draft.kind != "according" or draft.source is None or draft.source[1] != at:
            return False
        return self.is_outlet(draft.source)

    def _parts(self, draft: Draft, at: int) -> bool:
        """Say whether a reference stands between an outlet and whatever verb it has."""
        if draft.source is None or draft.shared or not draft.cue:
            return False
        between = draft.source[1] <= at < draft.cue[0][0]
        if not between or draft.form is None:
            return False
        first, last = draft.source
        named = any(self.word[i].bits & (w.ROLE | w.PERSON | w.GIVEN) for i in range(first, last))
        return self.is_outlet(draft.source) or not named

    def _cut(self, draft: Draft, one: Draft) -> None:
        """Take the words of the reference out of a content that holds them."""
        at = one.cue[0][0]
        mark = at - 1 if self.key[at - 1] == "," else at
        draft.content = [
            (first, min(last, mark) if first < mark < last else last)
            for first, last in draft.content
        ]
