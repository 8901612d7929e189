"""Whom a paragraph tells of: the first to look at for a bare word for somebody ("the expert")."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from rawi.reading.free_order.cast import Known
from rawi.reading.free_order.entity import Entity
from rawi.reading.free_order.phrases import Phrases
from rawi.reading.free_order.writings import Writings
from rawi.reading.subject_first.drafts import Range

#: More tokens than any text has.
MOST: Final = 1 << 60
#: So far back in its paragraph somebody is looked for, in sentences.
REACH: Final = 8


class Near(Writings):
    """Finds who stands nearest before a word for somebody in one document."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__(phrases)
        lists = self.grammar.words_of
        self._epithets, self._newcomers = lists("epithets"), lists("newcomers")
        self._companions, self._offices = lists("companions"), lists("sole_offices")
        self._contents: list[Range] = []

    def _paragraph(self, at: int) -> int:
        number = bisect_right(self._firsts, at) - 1
        return self.document.sentences[number].paragraph if number >= 0 else -1

    def _is_said(self, at: int) -> bool:
        """Say whether a token stands in what somebody says."""
        number = bisect_right(self._contents, (at, MOST)) - 1
        return number >= 0 and at < self._contents[number][1]

    def _told_near(self, genders: int, at: int) -> Iterator[list[Entity | Known]]:
        """Yield who is told of in the paragraph before a token, a sentence at a time, back from it.

        Of one sentence, who speaks there comes first, and who is only named in what they say does
        not come at all; in what an outlet or a body says it is as if the report told of them.
        """
        number = bisect_right(self._firsts, at) - 1
        paragraph, end = self._paragraph(at), at
        for first, _, other in reversed(
            self.document.sentences[max(0, number - REACH) : number + 1]
        ):
            if other != paragraph:
                return
            found: list[Entity | Known] = list(self._spoke(first, end))
            spoken = {entity.known for entity in found if isinstance(entity, Entity)}
            found += [
                known for place, known in self.cast.named(first, end)
                if known not in spoken and not (found and self._is_said(place))
            ]  # fmt: skip
            yield [one for one in dict.fromkeys(found) if self._may_be(one, genders)]
            end = first

    def _spoke(self, first: int, end: int) -> Iterator[Entity]:
        """Yield the people who speak between two tokens, the last one first."""
        for place, entity in reversed(self._spoken):
            if place < first:
                return
            if place < end and entity.kind == "person":
                yield entity

    @staticmethod
    def _may_be(one: Entity | Known, genders: int) -> bool:
        if isinstance(one, Entity) and one.plural:
            return False
        return not genders or not one.genders or bool(one.genders & genders)

    def _nearest(self, heads: set[str], genders: int, at: int) -> Entity | Known | None:
        """Return whom a bare word means of those told of in its paragraph.

        Somebody who is what the word says goes before somebody of whom nothing is told yet; for
        a word that tells no office both will do, and anybody where nobody in the report is that.
        """
        wide = self._widened(heads) | self._kinds(heads)
        office = bool(heads & self._offices)
        if self._goes_on_speaking(heads):
            wide = heads  # the president himself goes before whoever heads something
        loose = bool(heads & self._epithets or self._kinds(heads)) and not office
        near: Entity | Known | None = None
        for told in self._told_near(genders, at):
            fits = [one for one in told if self._roles(one) & wide]
            if not fits and loose:
                fits = [one for one in told if not self._roles(one) - self._companions]
            if fits:
                return fits[0]
            near = near or next((one for one in told if not self._is_another(one, heads)), None)
        return near if not office and not self._has(wide, at) else None

    def _goes_on_speaking(self, heads: set[str]) -> bool:
        """Say whether who spoke last holds the very office that a word names."""
        last = self._spoken[-1][1] if self._spoken else None
        own = last is not None and not last.plural and self._roles(last) & heads
        return bool(own and heads & self._offices)

    def _has(self, wide: set[str], at: int) -> bool:
        """Say whether somebody told of before a token is one of these."""
        return any(e.kind == "person" and self._roles(e) & wide for e in self.entities) or any(
            known.heads & wide and known.places[0] < at for known in self.cast.people
        )

    def _is_another(self, one: Entity | Known, heads: set[str]) -> bool:
        """Say whether somebody known by an office alone is another than who holds this one."""
        if not isinstance(one, Entity) or not one.anonymous or not heads & self._offices:
            return False
        roles = self._roles(one) & self._offices
        return bool(roles) and roles.isdisjoint(self._widened(heads) | self._kinds(heads)) and (
            heads.isdisjoint(self._kinds(roles))
        )  # fmt: skip

    @staticmethod
    def _roles(one: Entity | Known) -> set[str]:
        """Return what the report has told that somebody is, not what it calls them since."""
        return one.heads - one.called if isinstance(one, Entity) else one.heads
