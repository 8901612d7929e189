"""`rawi.Ledger`: what others use of a ledger."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Unpack

import msgspec
from sqlalchemy.engine import URL, Engine
from sqlalchemy.exc import DataError, IntegrityError

from rawi.errors import InputError
from rawi.ledger import (
    corrections,
    doctor,
    forgetting,
    history,
    index,
    indexing,
    listing,
    outlet_counts,
    rereading,
    stored,
    writing,
)
from rawi.ledger.adding import Known, Ready, batches, ready, size_of
from rawi.ledger.corrected import Action, Correction
from rawi.ledger.dialects import compact, engine_of, explained, explanation, purge_full_text, shown
from rawi.ledger.dialects import writing as writing_to
from rawi.ledger.doctor import Finding
from rawi.ledger.forgetting import Forgotten
from rawi.ledger.history import Shown
from rawi.ledger.listing import State, Untraced
from rawi.ledger.opening import opened
from rawi.ledger.outlet_counts import OutletRow
from rawi.ledger.packing import unpack_original
from rawi.ledger.people import listing as people
from rawi.ledger.people.listing import SpeakerRow
from rawi.ledger.preparing import Item, Mark, Prepared
from rawi.ledger.search import Asked, Filters, Found
from rawi.ledger.statements.keys import followed
from rawi.ledger.writing import Outcome
from rawi.records import (
    Attribution,
    Decision,
    DecisionKind,
    Derivation,
    OutletWays,
    Report,
    Statement,
    StatementPage,
)

if TYPE_CHECKING:  # tracing brings NumPy along, which only its questions need
    from rawi.ledger.people.doubts import Doubt
    from rawi.ledger.statements.bringing import Progress
    from rawi.tracing.trace import Traced

#: Reports that are fetched at a time.
PAGE = 64
#: Seconds to wait for another process that writes.
PATIENCE = 30.0


class Added(msgspec.Struct, frozen=True):
    """What became of the reports that were added, each counted once.

    `changed` are new versions of reports that the ledger holds, `known` are there already,
    `skipped` could not be kept.
    """

    added: int = 0
    known: int = 0
    changed: int = 0
    skipped: int = 0


class Ledger:
    """A ledger: an SQLite file by its path, or a PostgreSQL database by its URL.

    ::

        with rawi.Ledger("news.db") as ledger:
            ledger.add(rawi.intake.take(["news/"]))

    It is made where there is none, unless `create` is False, and brought up to date where an
    older Rawi made it.  `patience` is how many seconds to wait while another process writes.
    Raises LedgerError where it cannot be opened.
    """

    def __init__(
        self, where: str | os.PathLike[str], *, create: bool = True, patience: float = PATIENCE
    ) -> None:
        self._patience = patience
        self.url, self.engine = opened(where, create=create, patience=patience)

    url: URL
    engine: Engine

    def __getstate__(self) -> tuple[URL, float]:
        return self.url, self._patience

    def __setstate__(self, state: tuple[URL, float]) -> None:
        # In another process: what was opened there is not asked about again.
        self.url, self._patience = state
        self.engine = engine_of(self.url, self._patience)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def where(self) -> str:
        """How messages name it: a path, or a URL without its password."""
        return shown(self.url)

    def close(self) -> None:
        """Let go of the database; using the ledger again connects again."""
        self.engine.dispose()

    def add(
        self,
        items: Iterable[Item | InputError],
        *,
        originals: bool = True,
        on_skip: Callable[[InputError], None] | None = None,
    ) -> Added:
        """Keep reports; those without attributions are read first.

        `rawi.intake.take` gives reports with their original bytes and where they come from.  The
        id of a bare `Report` counts as one that was given: it tells what is the same report.

        Each is kept whole or not at all, and what is counted is on the disk.  An InputError among
        the items, or a report that cannot be kept, is skipped: `on_skip` is told why.
        `originals` tells whether the original bytes are kept.  Raises LedgerError; what was
        kept before that stays, and adding the same again goes on.
        """
        counts = {field.name: 0 for field in msgspec.structs.fields(Added)}
        for some in batches(items, size_of):
            for outcome in self.keep(ready(self, some, originals)):
                if not isinstance(outcome, InputError):
                    counts[outcome] += 1
                    continue
                counts["skipped"] += 1
                if on_skip:
                    on_skip(outcome)
        return Added(**counts)

    def known(self, marks: Sequence[Mark]) -> list[bool]:
        """Tell of each whether it is kept already, from that place (see `preparing.mark`)."""
        with explained(self.url), self.engine.connect() as connection:
            return writing.known(connection, marks)

    def standing(self, marks: Sequence[Mark]) -> list[Outcome]:
        """Tell of each what would become of it, were it added now and alone."""
        with explained(self.url), self.engine.connect() as connection:
            return writing.standing(connection, marks)

    def keep(self, batch: Sequence[Ready]) -> list[Outcome | InputError]:
        """Keep what is ready (see `adding`) in one transaction; return what became of each.

        What the database refuses is an InputError, and the others are kept.
        """
        prepared = [one for one in batch if isinstance(one, Prepared)]
        with explained(self.url):
            outcomes = iter(_kept(self.engine, self.url, prepared))
        told: list[Outcome | InputError] = []
        for one in batch:
            if isinstance(one, InputError):
                told.append(one)
            else:
                told.append("known" if isinstance(one, Known) else next(outcomes))
        return told

    def search(self, query: str = "", **filters: Unpack[Filters]) -> Found:
        """Search statements and reports; iterate over what is returned, or take pages of it.

        ::

            for hit in ledger.search("wheat OR flour", speaker="Diarra", since="2024-08"):
                print(hit.report.id, hit.attribution)

        The filters are the fields of `rawi.ledger.search.Asked`.  Raises QueryError for a query
        that is written wrongly, UsageError for a filter that cannot be.
        """
        return Found(self.engine, self.url, Asked(query=query, **filters))

    def speakers(
        self, name: str | None = None, *, after: people.Place | None = None
    ) -> Iterator[SpeakerRow]:
        """Yield who speaks, one row a person, those with most statements first.

        `name` is a part of a name, in any script; `after` (statements, name, kind) begins after
        a row that was given before.
        """
        with explained(self.url), self.engine.connect() as connection:
            yield from people.speakers(connection, name, after)

    def doubts(self, name: str | None = None) -> Iterator[Doubt]:
        """Yield pairs of names that may be one person's, the likeliest first.

        `name` leaves those of whom one is meant by it.  `decide` settles them.
        """
        from rawi.ledger.people import doubts

        with explained(self.url), self.engine.connect() as connection:
            yield from doubts.doubts(connection, name)

    def outlets(
        self,
        name: str | None = None,
        *,
        limit: int | None = None,
        after: outlet_counts.Place | None = None,
    ) -> list[OutletRow]:
        """Return who publishes and relays, those with most first; `name` is a name or a domain.

        `limit` is how many at most, None all; `after` (reports and statements together, name, id
        or "") begins after a row that was given before.
        """
        with explained(self.url), self.engine.connect() as connection:
            return listing.outlets(connection, name, limit, after)

    def outlet_ways(self, outlet: OutletRow, *, newest: int | None = None) -> OutletWays | None:
        """Return whom an outlet of `outlets` takes from and who takes from it; None where nobody.

        `newest` is how many of its reports are looked at, the newest, None all; with it nobody is
        told that it moves with.
        """
        from rawi.ledger.statements import outlets

        self.bring_up()
        with explained(self.url), self.engine.connect() as connection:
            return outlets.ways(connection, outlet, newest)

    def state(self) -> State:
        """Return how many reports there are, and when the last one came."""
        with explained(self.url), self.engine.connect() as connection:
            return listing.state(connection)

    def statistics(self) -> dict[str, Any]:
        """Return how much of everything there is: counts, the same for equal ledgers."""
        with explained(self.url), self.engine.connect() as connection:
            return listing.statistics(connection)

    def shown(self, key: str, version: int | None = None) -> Shown | None:
        """Return a report with its versions, where it came from, and what persons decided.

        `version` counts from 1, None is the present one.  None where there is no such report.
        """
        with explained(self.url), self.engine.connect() as connection:
            return history.shown(connection, key, version)

    def original(self, key: str, version: int | None = None) -> bytes | None:
        """Return the original bytes of a report, None where none are kept."""
        with explained(self.url), self.engine.connect() as connection:
            body = history.original(connection, key, version)
        return None if body is None else unpack_original(body)

    def correct(
        self,
        report: str,
        attribution: str,
        action: Action,
        *,
        by: str,
        amended: Attribution | None = None,
        note: str | None = None,
    ) -> Correction:
        """Decide about an attribution of a report, by their ids: what was read stays beside it.

        "accept" keeps it as it is, "reject" takes it out, "amend" makes it `amended`, "withdraw"
        takes the last decision back.  `by` is who decides, `note` why.  Raises UsageError where
        there is no such attribution.
        """
        with explained(self.url), writing_to(self.engine) as connection:
            return corrections.decide(
                connection, report, attribution, action, by=by, amended=amended, note=note
            )

    def corrections(self, *, unfit: bool = False) -> Iterator[Correction]:
        """Yield all decisions; with `unfit` those whose words are no longer in their report."""
        with explained(self.url), self.engine.connect() as connection:
            yield from (corrections.unfit if unfit else corrections.every)(connection)

    def decided(self) -> set[str]:
        """Return the ids of the reports about which somebody decided something that stands."""
        with explained(self.url), self.engine.connect() as connection:
            return corrections.decided(connection)

    def forget(
        self,
        *reports: str,
        before: str | None = None,
        publisher: str | None = None,
        dry_run: bool = False,
    ) -> Forgotten:
        """Take reports out for good: by their ids, or all published before a date or by an outlet.

        Their texts, readings, originals, decisions and all that the index has of them go, and
        the files are written anew without them.  `dry_run` only counts the reports.  Raises
        UsageError for an id that is not there.
        """
        with explained(self.url), writing_to(self.engine) as connection:
            meant = forgetting.meant(connection, reports, before, publisher)
            if dry_run:
                return Forgotten(len(meant))
            counts = forgetting.forget(connection, meant)
            if meant:
                purge_full_text(connection)
        if meant:
            with explained(self.url):
                indexing.bring_up(self.engine)
            self.compact()
        return counts

    def compact(self) -> None:
        """Write the database anew, without the room of what was removed."""
        with explained(self.url):
            compact(self.engine)

    def examine(
        self,
        *,
        mend: bool = True,
        rebuild: bool = False,
        on_progress: Callable[[int], None] | None = None,
    ) -> Iterator[Finding]:
        """Look whether all is well; yield what is not.

        `mend` mends what is derived, `rebuild` makes the whole index anew first.
        """
        with explained(self.url):
            yield from doctor.examine(
                self.engine, mend=mend, rebuild=rebuild, on_progress=on_progress
            )

    def reread(
        self,
        *,
        everything: bool = False,
        on_skip: Callable[[InputError], None] | None = None,
    ) -> int:
        """Read again what an older reader has read; return how many versions that were.

        `everything` reads those again, too, that this very reader has read.  What people
        decided stays.  Broken off, it goes on where it stopped.  A report on which the reader
        fails keeps the reading that it has, and `on_skip` is told.
        """
        done = 0
        for some in rereading.unread(self, everything):
            again = rereading.read_all_again(some)
            done += rereading.replace(self, again.readings)
            for fault in again.faults:
                if on_skip:
                    on_skip(fault)
        return done

    def trace(self, asked: str | None = None, *, limit: int | None = 5) -> Traced:
        """Trace what is asked for: its statements, their derivations, the reports of both.

        `asked` is a query of `search` or a pasted quotation in any language, the id of a report,
        or the id of a statement; None gives the statements that most reports carry.  The most
        fitting come first, `limit` of them at most, None all.  Statements are brought up to date
        first, which takes a while after much was added: see `retrace`.
        """
        from rawi.ledger.statements import finding

        self.bring_up()
        return finding.trace(self, asked, limit)

    def statement(self, id: str) -> Statement | None:
        """Return a statement by its id, None where there is none.

        The id of one that became part of another gives that other.
        """
        from rawi.ledger.statements import asking

        self.bring_up()
        with explained(self.url), self.engine.connect() as connection:
            row = followed(connection, id)
            found = asking.statements(connection, [row.id]) if row is not None else []
        return found[0] if found else None

    def statements(
        self,
        query: str = "",
        *,
        limit: int = 50,
        after: str | None = None,
        **filters: Unpack[Filters],
    ) -> StatementPage:
        """List statements: those that a search finds, without one those that most reports carry.

        The filters are those of `search`.  `after` is what the page before gave.  Raises as
        `search` does, and UsageError for an `after` that no page gave.
        """
        from rawi.ledger.statements import finding

        self.bring_up()
        return finding.page(self, query, limit, after, filters)

    def statements_of(self, report: str, *, limit: int | None = None) -> list[Statement]:
        """Return the statements that a report passes on, by its id, in the order of its text."""
        from rawi.ledger.statements import asking

        self.bring_up()
        with explained(self.url), self.engine.connect() as connection:
            return asking.statements(connection, asking.of_reports(connection, report)[:limit])

    def derivations(self, statement: str) -> list[Derivation]:
        """Return who took a statement from whom, by its id; [] where there is no such one."""
        from rawi.ledger.statements import asking

        self.bring_up()
        with explained(self.url), self.engine.connect() as connection:
            row = followed(connection, statement)
            return asking.derivations(connection, [row.id]) if row is not None else []

    def every_statement(self) -> Iterator[Statement]:
        """Yield all statements, as they are once they are up to date; few are held at a time."""
        from rawi.ledger.statements import asking

        self.bring_up()
        with explained(self.url), self.engine.connect() as connection:
            for some in asking.every(connection):
                yield from asking.statements(connection, some)

    def every_derivation(self) -> Iterator[Derivation]:
        """Yield all derivations, child by child; few are held at a time."""
        from rawi.ledger.statements import asking

        self.bring_up()
        with explained(self.url), self.engine.connect() as connection:
            yield from asking.every_derivation(connection)

    def decide(
        self, kind: DecisionKind, *subjects: str, who: str, why: str | None = None
    ) -> Decision:
        """Decide about statements, derivations, speakers; it wins over what is inferred, both ways.

        "same" and "not-same" want attributions (`REPORT/ATTRIBUTION`), "merge" ids of statements,
        "split" the id of a statement and the attributions that are to leave it, "derives" and
        "derives-not" a report and the one that it took from, or did not, "same-speaker" and
        "different-speakers" two names of persons.  Raises UsageError.
        """
        from rawi.ledger.statements import deciding

        if kind in ("merge", "split"):
            self.bring_up()
        with explained(self.url), writing_to(self.engine) as connection:
            return deciding.decide(connection, kind, subjects, who, why)

    def decisions(self) -> list[Decision]:
        """Return what persons decided about statements and derivations, the earliest first."""
        from rawi.ledger.statements import deciding

        with explained(self.url), self.engine.connect() as connection:
            return list(deciding.listed(connection))

    def undo(self, decision: int, *, who: str = "unknown", why: str | None = None) -> Decision:
        """Take a decision back, by its number; raises UsageError where it does not stand."""
        from rawi.ledger.statements import deciding

        with explained(self.url), writing_to(self.engine) as connection:
            return deciding.undo(connection, decision, who, why)

    def untraced(self) -> Untraced:
        """Return how much waits to be traced."""
        with explained(self.url), self.engine.connect() as connection:
            return listing.untraced(connection)

    def bring_up(self, progress: Progress | None = None, *, jobs: int = 1) -> None:
        """Bring statements up to date with the reports, as every question about them does first.

        `progress` is told how many of how many reports are done, `jobs` is how many processes
        work at it.  Broken off, it goes on where it stopped.
        """
        from rawi.ledger.statements import bringing

        with explained(self.url):
            bringing.bring_up(self.engine, progress, jobs)

    def retrace(self, progress: Progress | None = None, *, jobs: int = 1) -> None:
        """Make all statements anew; their ids stay where their reports do (see `bring_up`)."""
        from rawi.ledger.statements import bringing

        with explained(self.url):
            bringing.retrace(self.engine, progress, jobs)

    def report(self, key: str, version: int | None = None) -> Report | None:
        """Return a report by its id, with what persons decided; None where there is none.

        `version` counts from 1, None is the present one.
        """
        found = self.shown(key, version)
        return found.report if found else None

    def reports(self) -> Iterator[Report]:
        """Yield the present version of every report, with what persons decided.

        None but a few are held at a time; what is added meanwhile may be left out.
        """
        last = 0
        while True:
            with explained(self.url), self.engine.connect() as connection:
                versions = index.present_versions(connection, last, PAGE)
                reports = dict(stored.reports(connection, versions))
            if not versions:
                return
            for version in versions:
                if version in reports:
                    yield reports[version]
            last = versions[-1]


def _kept(engine: Engine, url: URL, batch: Sequence[Prepared]) -> list[Outcome | InputError]:
    """Keep all in one transaction, else each in its own, so that one harms no other."""
    if not batch:
        return []
    try:
        with writing_to(engine) as connection:
            return list(writing.keep(connection, batch))
    except (DataError, IntegrityError) as error:
        if len(batch) == 1:
            fault = explanation(error, url).fault
            return [InputError(_named(batch[0]), f"cannot be kept: {fault}")]
    return [outcome for one in batch for outcome in _kept(engine, url, [one])]


def _named(prepared: Prepared) -> str:
    return prepared.place.source if prepared.place else prepared.mark.key
