"""Searching a ledger: statements and reports by their words, speakers, outlets, dates.

What fits best comes first (`expand.steps`), and of what fits alike the newest: first the
statements, then the reports that only have the words somewhere in their text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain, islice
from typing import Annotated, Literal, TypedDict

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine

from rawi.errors import UsageError
from rawi.ledger import index, resolve, schema, stored
from rawi.ledger.dates import When, when
from rawi.ledger.dialects import explained, how_many, matching
from rawi.ledger.documents import numbered
from rawi.ledger.expand import steps
from rawi.ledger.facets import Facets, facets
from rawi.ledger.query import AllOf, AnyOf, Node, Words, parse
from rawi.ledger.rows import chunks
from rawi.ledger.snippets import Marker, Snippet
from rawi.records import Attribution, Report, Type

Within = Literal["all", "statements", "reports"]

#: Hits that are counted one by one; there may be more.
MOST_COUNTED = 1_000
#: Hits that are fetched and loaded at a time.
_AT_A_TIME = 100
#: Keys that are fetched at a time at most, where a search goes on and on.
_MOST_FETCHED = 20_000


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What is searched for; what is None filters nothing.

    `query` is in the language of queries, "" for all.  `within`: "statements" are found by
    their content and speaker, "reports" by title and text; "all" gives statements, then the reports
    that none of these is in.  `speaker` is a name or a part of it, in any script; `outlet` who
    publishes and `via` who relays, by name, domain or id.  `language` is an ISO 639 code.
    `since` and `until` are a year, a month or a day, the last included: whatever may have been
    published in that time.  `anonymous` asks for speakers without a name, or with one.
    """

    query: str = ""
    within: Within = "all"
    speaker: str | None = None
    outlet: str | None = None
    via: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None
    type: Type | None = None
    anonymous: bool | None = None


class Filters(TypedDict, total=False):
    """The fields of `Asked` beside the query."""

    within: Within
    speaker: str | None
    outlet: str | None
    via: str | None
    language: str | None
    since: str | None
    until: str | None
    type: Type | None
    anonymous: bool | None


class Hit(msgspec.Struct, frozen=True):
    """One statement, or one report (`attribution` is None) that was found.

    The snippet's offsets index the report's text, `title_marks` the report's title (of a
    report), `speaker_marks` the speaker's name (of a statement).
    """

    report: Report
    attribution: Attribution | None
    snippet: Snippet
    title_marks: tuple[tuple[int, int], ...] = ()
    speaker_marks: tuple[tuple[int, int], ...] = ()


class Counts(msgspec.Struct, frozen=True):
    """How many statements and reports were found, each counted up to `most`.

    One that is `most` stands for as many or more.  `reports` are those found by their own
    text, whether or not a statement in them was found; None where they were not asked for.
    """

    statements: int | None
    reports: int | None
    most: int = MOST_COUNTED


class Place(msgspec.Struct, frozen=True, array_like=True):
    """A place among what a search found: that of the last hit that was given.

    `step` and `span` count how the search is carried out, `key` is that of the hit's document.
    """

    step: Annotated[int, msgspec.Meta(ge=0, le=1_000)]
    span: Annotated[int, msgspec.Meta(ge=0, le=1_000)]
    key: Annotated[int, msgspec.Meta(ge=0, le=index.LAST_KEY)]


class Found:
    """What a search found: iterate over it, take a page of it, count it.

    Nothing is fetched before it is needed, and never all at once.
    """

    def __init__(self, engine: Engine, url: URL, asked: Asked) -> None:
        self._engine, self._url, self._asked = engine, url, asked
        self._node = parse(asked.query) if asked.query.strip() else None
        self._span = _Period.of(asked)
        self._made: _Plan | None = None

    def __iter__(self) -> Iterator[Hit]:
        """Yield all hits, best first, a few fetched at a time."""
        return self._hits(0, None)

    def page(self, number: int = 1, size: int = 20) -> list[Hit]:
        """Return the hits of one page, from 1; none after the last."""
        if number < 1 or size < 1:
            raise UsageError("pages are counted from 1, and have one hit at least")
        return list(self._hits((number - 1) * size, size))

    def after(self, place: Place | None, size: int = 20) -> tuple[list[Hit], Place | None]:
        """Return the hits that come after a place, `size` at most, and the place of the last.

        None begins, and is returned where there are no more.  What was added meanwhile moves
        nothing: no hit comes twice, none of those that were there is left out.  Only for a search
        within "statements" or within "reports".
        """
        with explained(self._url), self._engine.connect() as connection:
            plan = self._plan(connection)
            (table,) = plan.tables
            found = list(islice(plan.follow(connection, place, size + 1), size + 1))
            keys = [(table, place.key) for place in found[:size]]
            hits = list(self._load(connection, plan, keys))
        return hits, found[size - 1] if len(found) > size else None

    def items(self, most: int) -> Iterator[list[tuple[int, int]]]:
        """Yield what was found within "statements" as items, best first, `most` at most.

        An item is the number of a report's row and that of an attribution in it.  Nothing of the
        reports is loaded.
        """
        with explained(self._url), self._engine.connect() as connection:
            plan = self._plan(connection)
            keys = (key for table, key in plan.keys(connection, _AT_A_TIME)
                    if table == index.STATEMENTS)  # fmt: skip
            limited = islice(keys, most)
            while some := [index.attribution_of(key) for key in islice(limited, _AT_A_TIME)]:
                places = _places(connection, some)
                reports = _reports_of(connection, {version for version, _ in places.values()})
                found = (places[one] for one in some if one in places)
                yield [(reports[version], n) for version, n in found if version in reports]

    def count(self) -> Counts:
        """Count what was found."""
        with explained(self._url), self._engine.connect() as connection:
            plan = self._plan(connection)
            found = {table: plan.count(connection, table) for table in plan.tables}
        return Counts(found.get(index.STATEMENTS), found.get(index.REPORTS))

    def facets(self) -> Facets:
        """Count the statements that were found by speaker, outlet, language and type.

        The newest `MOST_COUNTED` are looked at, whatever fits best.
        """
        with explained(self._url), self._engine.connect() as connection:
            plan = self._plan(connection)
            if index.STATEMENTS not in plan.tables:
                return Facets()
            keys = list(islice(plan.unranked(connection, index.STATEMENTS), MOST_COUNTED))
            return facets(connection, keys, len(keys) < MOST_COUNTED)

    def _hits(self, skip: int, most: int | None) -> Iterator[Hit]:
        with explained(self._url), self._engine.connect() as connection:
            plan = self._plan(connection)
            waiting: list[tuple[str, int]] = []
            for number, key in enumerate(plan.keys(connection, skip + (most or _AT_A_TIME))):
                if most is not None and number >= skip + most:
                    break
                if number >= skip:
                    waiting.append(key)
                if len(waiting) == _AT_A_TIME:
                    yield from self._load(connection, plan, waiting)
                    waiting = []
            yield from self._load(connection, plan, waiting)

    def _plan(self, connection: Connection) -> _Plan:
        if self._made is None:
            self._made = _Plan.made(connection, self._asked, self._node, self._span)
        return self._made

    def _load(
        self, connection: Connection, plan: _Plan, keys: list[tuple[str, int]]
    ) -> Iterator[Hit]:
        """Load hits in their order; what was removed meanwhile is left out."""
        said = [index.attribution_of(key) for table, key in keys if table == index.STATEMENTS]
        places = _places(connection, said)
        versions = {index.version_of(key) for table, key in keys if table == index.REPORTS}
        versions |= {version for version, _ in places.values()}
        reports = dict(stored.reports(connection, versions, whole=True))
        said_in = {key: numbered(reports[key]) for key, _ in places.values() if key in reports}
        for table, key in keys:
            if table == index.STATEMENTS:
                version, number = places.get(index.attribution_of(key), (0, 0))
                if one := said_in.get(version, {}).get(number):
                    report = reports[version]
                    snippet = plan.marker.snippet(report.text, one.content)
                    name = one.speaker.name if one.speaker else ""
                    yield Hit(report, one, snippet, speaker_marks=_marks(plan.marker, name))
            elif whole := reports.get(index.version_of(key)):
                snippet = plan.marker.snippet(whole.text)
                yield Hit(whole, None, snippet, _marks(plan.marker, whole.title or ""))


def _marks(marker: Marker, text: str) -> tuple[tuple[int, int], ...]:
    return tuple((mark.start, mark.end) for mark in marker.marks(text))


class _Period(msgspec.Struct, frozen=True):
    """The keys of a time: all in `[first, last]`, and those before with one of `marks`."""

    first: int
    last: int
    marks: tuple[str, ...] = ()

    @staticmethod
    def of(asked: Asked) -> _Period:
        since, until = _day(asked.since, "since"), _day(asked.until, "until")
        first = 0 if since is None and until is None else index.minute_key(-(1 << 40))
        marks: tuple[str, ...] = ()
        if since is not None and since.since is not None:
            first = index.minute_key(since.since)
            day = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=since.since)
            # A report of that month, or that year, may be of that day.
            marks = tuple(index.date_mark(f"{day:{form}}") for form in ("%Y", "%Y-%m"))
        last = index.LAST_KEY
        if until is not None and until.until is not None:
            last = index.minute_key(until.until) - 1
        return _Period(first, last, marks)


def _day(value: str | None, name: str) -> When | None:
    if value is None:
        return None
    found = when(value)
    if found.precision in (None, "instant"):
        raise UsageError(f"{value!r} ({name}) is no year, month or day: 2024, 2024-08, 2024-08-21")
    return found


class _Plan(msgspec.Struct, frozen=True):
    """How a search is carried out: its steps, the narrowest first, on each table.

    `complete` is how many keys were found in a table, as far as that is known.  With filters
    most of a search goes by until the few that fit are met: then as many are fetched at once
    as are ever counted.
    """

    tables: tuple[str, ...]
    steps: tuple[Node, ...]
    period: _Period
    marker: Marker
    filtered: bool
    complete: dict[str, int] = {}

    @staticmethod
    def made(connection: Connection, asked: Asked, node: Node | None, period: _Period) -> _Plan:
        filters = _filters(connection, asked)
        marker = Marker(None)
        if node is None:
            wanted: list[Node] = [AllOf((Words((index.MARK,)), *filters))]
        else:
            found = steps(node, lambda keys: resolve.names_of(connection, keys))
            marker = Marker(found[-1])
            # What filters ask for is rarer than most words: SQLite goes by what stands first.
            wanted = [AllOf((*filters, step)) for step in found]
        return _Plan(_tables(asked), tuple(wanted), period, marker, bool(filters))

    def keys(self, connection: Connection, most: int) -> Iterator[tuple[str, int]]:
        """Yield (table, key) of all that is found, best first, each report once.

        `most` is how many are likely to be needed.
        """
        versions: set[int] = set()
        for table in self.tables:
            found: list[int] = []
            for key in self._ranked(connection, table, most):
                if table == index.REPORTS:
                    if index.version_of(key) in versions:
                        continue
                    versions.add(index.version_of(key))
                found.append(key)
                yield table, key
            if len(self.tables) > 1 and table == index.STATEMENTS:
                said = _places(connection, list(map(index.attribution_of, found)))
                versions = {version for version, _ in said.values()}

    def _ranked(self, connection: Connection, table: str, most: int) -> Iterator[int]:
        """Yield the keys of what is found in a table, step by step, each once."""
        widest: list[int] = []
        if len(self.steps) > 1:
            known = max(most, MOST_COUNTED) if self.filtered else most
            widest = list(islice(self._step(connection, table, self.steps[-1], known), known))
            if len(widest) < known:
                self.complete[table] = len(widest)
                if len(widest) < 2:  # nothing to be ranked
                    yield from widest
                    return
        seen: set[int] = set()
        for step in self.steps:
            found = self._step(connection, table, step, len(seen) + most)
            # What the widest begins with is known; who goes on has it looked for again.
            for key in chain(widest, found) if step is self.steps[-1] else found:
                if key not in seen:
                    seen.add(key)
                    yield key
            if len(seen) == self.complete.get(table):
                return

    def follow(self, connection: Connection, place: Place | None, most: int) -> Iterator[Place]:
        """Yield the places after one, in the order of `keys`; of a search in one table alone."""
        (table,) = self.tables
        start = place or Place(0, 0, index.LAST_KEY)
        last = place and _document(table, place.key)
        for step in range(start.step, len(self.steps)):
            for number, (wanted, (first, end)) in enumerate(self._spans(self.steps[step])):
                here = (step, number)
                if here < (start.step, start.span):
                    continue
                if here == (start.step, start.span):
                    end = min(end, start.key - 1)
                for key in _all(connection, table, wanted, (first, end), most):
                    document = _document(table, key)
                    if document != last and not self._before(connection, table, step, document):
                        yield Place(step, number, key)
                    last = document

    def _before(
        self, connection: Connection, table: str, step: int, document: tuple[int, int]
    ) -> bool:
        """Tell whether a step before this one finds a document: each finds what those before do."""
        if step == 0:
            return False
        return how_many(connection, table, self.steps[step - 1], document, 1) > 0

    def count(self, connection: Connection, table: str) -> int:
        """Return how many documents are found in a table, counted up to `MOST_COUNTED`."""
        if table in self.complete:
            return min(self.complete[table], MOST_COUNTED)
        found = 0
        for step, span in self._spans(self.steps[-1]):
            found += how_many(connection, table, step, span, MOST_COUNTED - found)
        return found

    def unranked(self, connection: Connection, table: str) -> Iterator[int]:
        """Yield the keys of all that is found in a table, the newest first."""
        return self._step(connection, table, self.steps[-1], MOST_COUNTED)

    def _step(self, connection: Connection, table: str, step: Node, most: int) -> Iterator[int]:
        for wanted, span in self._spans(step):
            yield from _all(connection, table, wanted, span, most)

    def _spans(self, step: Node) -> Iterator[tuple[Node, tuple[int, int]]]:
        """Yield what is looked for in which span of keys, the newest first."""
        period = self.period
        yield step, (period.first, period.last)
        if period.marks:
            imprecise = AllOf((step, AnyOf(tuple(Words((mark,)) for mark in period.marks))))
            yield imprecise, (index.minute_key(-(1 << 40)), min(period.first - 1, period.last))


def _all(
    connection: Connection, table: str, node: Node, span: tuple[int, int], most: int
) -> Iterator[int]:
    """Yield the keys of a span that match, greatest first; `most` are fetched, then ever more.

    A database may have to find all that match, whatever it is to return.
    """
    first, last = span
    while first <= last:
        keys = matching(connection, table, node, (first, last), most)
        yield from keys
        if len(keys) < most:
            return
        last = keys[-1] - 1
        most = max(most, min(4 * most, _MOST_FETCHED))


def _document(table: str, key: int) -> tuple[int, int]:
    """Return the first and the last key of all parts of what a key is of."""
    return index.parts_of(key) if table == index.REPORTS else (key, key)


def _tables(asked: Asked) -> tuple[str, ...]:
    """Return where to look: filters of statements leave no report that has none."""
    if asked.within == "statements":
        return (index.STATEMENTS,)
    if asked.within == "reports":
        return (index.REPORTS,)
    of_statements = (asked.speaker, asked.via, asked.type, asked.anonymous)
    if any(one is not None for one in of_statements):
        return (index.STATEMENTS,)
    return (index.STATEMENTS, index.REPORTS)


def _filters(connection: Connection, asked: Asked) -> list[Node]:
    """Return what filters ask for, as marks; one that nothing fits finds nothing."""
    wanted: list[list[str]] = []
    if asked.speaker is not None:
        wanted.append(
            list(map(index.speaker_mark, resolve.speakers_meant(connection, asked.speaker)))
        )
    if asked.outlet is not None:
        wanted.append(list(map(index.outlet_mark, resolve.outlets(connection, asked.outlet))))
    if asked.via is not None:
        wanted.append(list(map(index.via_mark, resolve.outlets(connection, asked.via))))
    if asked.language is not None:
        wanted.append([index.language_mark(asked.language)])
    if asked.type is not None:
        wanted.append([index.type_mark(asked.type)])
    if asked.anonymous is not None:
        wanted.append([index.anonymous_mark(asked.anonymous)])
    return [_one_of(marks or [index.NOTHING]) for marks in wanted]


def _one_of(marks: list[str]) -> Node:
    words = tuple(Words((mark,)) for mark in marks)
    return words[0] if len(words) == 1 else AnyOf(words)


def _reports_of(connection: Connection, versions: set[int]) -> dict[int, int]:
    """Return the reports of present versions, by the numbers of their rows."""
    table = schema.reports
    found: dict[int, int] = {}
    for some in chunks(versions):
        query = sa.select(table.c.latest, table.c.id).where(table.c.latest.in_(some))
        found |= {row.latest: row.id for row in connection.execute(query)}
    return found


def _places(connection: Connection, attributions: list[int]) -> dict[int, tuple[int, int]]:
    """Return version and number of attributions, by the numbers of their rows."""
    table = schema.attributions
    found: dict[int, tuple[int, int]] = {}
    for some in chunks(attributions):
        query = sa.select(table.c.id, table.c.version, table.c.number).where(table.c.id.in_(some))
        found |= {row.id: (row.version, row.number) for row in connection.execute(query)}
    return found
