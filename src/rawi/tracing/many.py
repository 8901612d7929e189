"""The same words in more places than can be compared: one statement, of which little is said."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.records import OUTSIDE, Derivation, Member, Report, Statement, Trace
from rawi.tracing.credits import by_outlet, credits_of
from rawi.tracing.items import Source, statement_id


def of_same_words(reports: Sequence[Report]) -> Trace:
    """Return the statement of attributions that have the same words, with declared credits alone.

    Who took it from whom is not asked, so only the bounds of its origins are known.
    """
    sources = [Source(number, report) for number, report in enumerate(reports)]
    items = [item for source in sources for item in source.items]
    id = statement_id(items)
    derivations = []
    carriers: set[str] = set()
    for source in sources:
        outlets = by_outlet(credits_of(source))
        carriers |= {f"{OUTSIDE}{some[0].outlet}" for some in outlets.values()}
        if not outlets:
            carriers.add(f"report:{source.report.id}")
        derivations += [
            Derivation(
                child=source.report.id, parent=f"{OUTSIDE}{some[0].outlet}", kind=None,
                declared=True, score=1.0, statements=(id,), evidence=("named by the report",),
            )
            for some in outlets.values()
        ]  # fmt: skip
    told = f"{len(sources):,} reports with the same words: too many to compare, only credits count"
    statement = Statement(
        id=id,
        members=tuple(
            Member(
                report=item.source.report.id,
                attribution=item.attribution.id,
                content=item.attribution.content,
            )
            for item in items
        ),
        speech_events=(1, max(1, len(carriers))),
        speech_events_why=(told,),
        independent_origins=(1, max(1, len(carriers))),
        independent_origins_why=(told,),
    )
    return Trace(statements=(statement,), derivations=tuple(derivations))
