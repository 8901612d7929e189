"""Invented stories with a known history, as many as are wanted: who said what, who copied whom.

A story is what one speaker says in a day: a few statements, first told by one outlet, then
passed on by others, with or without naming it, whole or in part.  As many are told each day
however many there are in all: a ledger grows by getting older.  Attributions are given, so that
nothing has to be read.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from rawi.records import Attribution, Hop, Report, Span, Speaker

SEED = 11
#: Attributions a day.
DENSITY = 1_000
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
OUTLETS = 300
#: Of how many reports a story is, each as often as it stands here.
SIZES = (1, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 9, 15)


def _parted(text: str) -> list[str]:
    return text.split("|")


_SYLLABLES = _parted(
    "ba|do|ka|ri|mo|ta|ve|lu|sa|ne|gi|po|fa|zo|hu|li|ra|te|mi|ko|la|ni|su|va|be|ro|ga"
)
_WHO = _parted("the ministry|the council|the union|our party|the harbour|the bank|the hospital")
_DOES = _parted(
    "will close|has opened|may sell|cannot pay for|must repair|refuses to leave|expects|"
    "will double the budget of|has found a leak in|plans to move|is proud of|will ask for"
)
_WHAT = _parted(
    "the grain terminal|two schools|the northern road|a third of its fleet|the old mill|"
    "its debts|the water works|the night trains|a new bridge|the radio tower|every market|"
    "the winter stores|the fishing quota|the observatory|four hundred houses|the archive"
)
_WHEN = _parted("this spring|before the vote|within a year|by harvest time|next week|if rain comes")
_FILLER = _parted(
    "The town lies on the coast.|Prices rose again last month.|Nobody was hurt.|"
    "The hall was full on Monday.|A report is due in the autumn.|Work began two years ago."
)


class Story:
    """What one speaker says in a day, and who carries it."""

    def __init__(self, number: int) -> None:
        self._random = random.Random(f"{SEED} {number}")
        draw = self._random
        self.number = number
        self.speaker = f"{_name(draw)} {_name(draw)}"
        self.sayings = [_saying(draw) for _ in range(draw.choice((1, 2, 2, 3)))]
        self.size = draw.choice(SIZES)

    def reports(self, day: datetime) -> Iterator[tuple[Report, str | None]]:
        """Yield its reports, each with the id of the one that it took from."""
        draw = self._random
        outlets = draw.sample(range(OUTLETS), self.size)
        at = day + timedelta(minutes=draw.randrange(600))
        for place, outlet in enumerate(outlets):
            parent = None if not place else draw.randrange(place)
            credit = None if parent is None else outlets[parent]
            some = self.sayings if not place else self.sayings[: draw.randint(1, len(self.sayings))]
            yield (
                self._report(place, outlet, at + timedelta(minutes=13 * place), some,
                             credit if draw.random() < 0.5 else None),
                None if parent is None else self.id(parent),
            )  # fmt: skip

    def id(self, place: int) -> str:
        """Return the id of one of its reports."""
        return f"story{self.number}-{place}"

    def _report(
        self, place: int, outlet: int, at: datetime, sayings: list[str], credit: int | None
    ) -> Report:
        draw = self._random
        text, found = "", []
        hops: tuple[Hop, ...] = ()
        if credit is not None:
            name = f"Wire {credit}"
            text = f"{name} reports. "
            hops = (Hop(name=name, how="relayed by", evidence=(Span(0, len(name)),)),)
        for number, saying in enumerate(sayings, 1):
            start = len(text)
            text += f"{saying}, {self.speaker} said. "
            cue = start + len(saying) + 2 + len(self.speaker) + 1
            who = Span(start + len(saying) + 2, cue - 1)
            found.append(
                Attribution(
                    id=f"a{number}", content=(Span(start, start + len(saying)),), type="indirect",
                    cue=(Span(cue, cue + 4),), source=(who,), chain=hops,
                    speaker=Speaker(name=self.speaker, anonymous=False, evidence=(who,)),
                )
            )  # fmt: skip
        text += " ".join(draw.sample(_FILLER, 2))
        return Report(
            id=self.id(place), text=text, publisher=f"Wire {outlet}", language="en",
            published=at.strftime("%Y-%m-%dT%H:%M:%SZ"), attributions=tuple(found),
        )  # fmt: skip


def stories(attributions: int) -> Iterator[list[tuple[Report, str | None]]]:
    """Yield stories, day by day, with as many attributions in all, or a few more."""
    made = number = 0
    while made < attributions:
        day = FIRST + timedelta(days=made // DENSITY)
        story = list(Story(number).reports(day))
        made += sum(len(report.attributions) for report, _ in story)
        number += 1
        yield story


def _name(draw: random.Random) -> str:
    return "".join(draw.choice(_SYLLABLES) for _ in range(draw.choice((2, 3)))).capitalize()


def _saying(draw: random.Random) -> str:
    parts = [draw.choice(some) for some in (_WHO, _DOES, _WHAT, _WHEN)]
    number = f" for {draw.randrange(2, 900)} thousand" if draw.random() < 0.4 else ""
    said = f"{parts[0]} {parts[1]} {parts[2]}{number} {parts[3]}"
    return said[0].upper() + said[1:]
