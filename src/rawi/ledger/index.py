"""What is found, kept up to date: `put` and `drop` in the transaction that adds or removes.

Of every report its present version is indexed: its text, each of its attributions, and the words
of the names of those who speak in it.  Filters are terms, too: every document has *marks* that say
who speaks, who publishes, in which language …, so that a search with filters is one search.  A
document's key begins with when its report was published, so that the newest come first without
being sorted.  All of this can be made again from the readings (`rebuild`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any, Final, NamedTuple

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.authority.sounds import ROMANISING, skeletons
from rawi.ledger import dialects, outlet_counts, schema, stored
from rawi.ledger.documents import Document, Documents, documents
from rawi.ledger.packing import pack_beside, unpack_beside
from rawi.ledger.people import tallying
from rawi.ledger.rows import chunks
from rawi.ledger.terms import FOLDING, terms

#: What the index was made by: another value means that it has to be made again.
VERSION: Final = f"{FOLDING}.{ROMANISING}.2"

#: Stands for the maker of an index that has to be made anew.
DAMAGED: Final = "damaged"

#: Begins every mark; no text has it.
MARK: Final = "\ue000"
_OUTLET: Final = f"{MARK}o"
_VIA: Final = f"{MARK}v"
#: A mark that nothing has.
NOTHING: Final = f"{MARK}0"
STATEMENTS, REPORTS = dialects.FULL_TEXT

#: A key is minutes since 1900 (27 bits), then what tells documents of one minute apart.
_BITS: Final = 36
_PART_BITS: Final = 8
_FIRST_MINUTE: Final = -36_816_480
_MOST_MINUTES: Final = (1 << 27) - 1
#: Greater than every key.
LAST_KEY: Final = (1 << 63) - 1


class Present(NamedTuple):
    """What is told of a present version by its row, and the body of its text as it is packed."""

    id: int
    report: int
    outlet: int | None
    language: str | None
    published: str | None
    published_from: int | None
    published_precision: str | None
    body: bytes


#: The attributions of a version: their number, their row's, their marks.
Said = list[tuple[int, int, list[str]]]


class _Filed(msgspec.Struct, frozen=True, array_like=True):
    """The documents of a version as they stand in the index, to be taken out again."""

    statements: list[tuple[int, Document, str]]
    reports: list[tuple[int, Document, str]]
    said: tallying.Said = tallying.Said()


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Filed).decode


def put(connection: Connection, found: Mapping[int, Documents]) -> None:
    """Index versions, by the numbers of their rows, which are written already.

    A version that is not the present one of its report is left out, and an earlier one of
    the same report that was indexed is dropped.
    """
    for some in chunks(found):
        rows = {row.id: Present(*row) for row in connection.execute(_present(some))}
        drop(connection, _indexed_of(connection, {row.report for row in rows.values()}))
        said = _attributions(connection, rows)
        _file(connection, {version: found[version] for version in rows}, rows, said)


def put_first(
    connection: Connection,
    found: Mapping[int, Documents],
    rows: Mapping[int, Present],
    said: Mapping[int, Said],
    speakers: Collection[int],
) -> None:
    """Index the present versions of reports of which none was there, as they are written now.

    `speakers` are those of their attributions, by the numbers of their rows.  What is known
    already is not asked of the database again, as `put` does.
    """
    put_names(connection, speakers)
    _file(connection, found, rows, said)


def drop(connection: Connection, versions: Collection[int]) -> None:
    """Take versions out of the index, those that are in it."""
    table = schema.indexed
    for some in chunks(versions):
        there = connection.execute(
            sa.select(table.c.body, schema.texts.c.body.label("text"))
            .select_from(_with_text(table, table.c.version))
            .where(table.c.version.in_(some))
        )
        filed = []
        for row in there:
            try:
                filed.append(_decode(unpack_beside(bytes(row.body), bytes(row.text))))
            except stored.DAMAGE:  # what is to be taken out is not known: all is made anew
                connection.execute(sa.update(schema.index_state).values(made_by=DAMAGED))
        for name, rows in ((STATEMENTS, "statements"), (REPORTS, "reports")):
            taken = [document for one in filed for document in getattr(one, rows)]
            dialects.unindex_documents(connection, name, taken)
        connection.execute(sa.delete(table).where(table.c.version.in_(some)))
        tallying.leave(connection, [one.said for one in filed])
        outlet_counts.leave(connection, map(_carried, filed))


def is_current(connection: Connection) -> bool:
    """Tell whether the index was made by this version of Rawi, or one that makes the same."""
    made_by = connection.scalar(sa.select(schema.index_state.c.made_by))
    return made_by == VERSION


def clear(connection: Connection) -> None:
    """Take everything out of the index and note by what it is made."""
    dialects.clear_full_text(connection)
    for table in (
        schema.indexed, schema.speaker_words, schema.name_words, schema.person_keys, schema.traits,
        schema.tallies, schema.persons, schema.outlet_tallies, schema.index_state,
    ):  # fmt: skip
        connection.execute(sa.delete(table))
    connection.execute(sa.insert(schema.index_state), {"id": 1, "made_by": VERSION})


def put_again(connection: Connection, versions: Collection[int]) -> None:
    """Index present versions anew, from what is kept of them; damaged ones are left out."""
    whole = stored.reports(connection, versions, whole=True)
    put(connection, {version: documents(report) for version, report in whole})


def present_versions(connection: Connection, after: int, most: int) -> list[int]:
    """Return the numbers of present versions greater than `after`, `most` at most, in order."""
    latest = schema.reports.c.latest
    query = sa.select(latest).where(latest > after).order_by(latest).limit(most)
    return list(connection.scalars(query))


def unindexed(connection: Connection) -> list[int]:
    """Return the numbers of present versions that are not in the index."""
    latest, table = schema.reports.c.latest, schema.indexed
    query = (
        sa.select(latest).outerjoin(table, table.c.version == latest)
        .where(table.c.version.is_(None)).order_by(latest)
    )  # fmt: skip
    return list(connection.scalars(query))


def outdated(connection: Connection) -> list[int]:
    """Return the numbers of versions in the index that are not present ones."""
    latest, table = schema.reports.c.latest, schema.indexed
    query = (
        sa.select(table.c.version).outerjoin(schema.reports, latest == table.c.version)
        .where(latest.is_(None)).order_by(table.c.version)
    )  # fmt: skip
    return list(connection.scalars(query))


def minute_key(second: int) -> int:
    """Return the least key of the minute of an instant (seconds since 1970)."""
    minute = second // 60 - _FIRST_MINUTE
    # 0 is for what has no date.
    return min(max(minute, 1), _MOST_MINUTES) << _BITS


def attribution_of(key: int) -> int:
    """Return the number of the row of an attribution by its document's key."""
    return key & ((1 << _BITS) - 1)


def version_of(key: int) -> int:
    """Return the number of the row of a version by a report's document's key."""
    return attribution_of(key) >> _PART_BITS


def parts_of(key: int) -> tuple[int, int]:
    """Return the first and the last key that documents of the same report may have."""
    last = key | ((1 << _PART_BITS) - 1)
    return last ^ ((1 << _PART_BITS) - 1), last


def _present(versions: Collection[int]) -> sa.Select[Any]:
    table = schema.versions
    columns = (
        table.c.id, table.c.report, table.c.outlet, table.c.language, table.c.published,
        table.c.published_from, table.c.published_precision, schema.texts.c.body,
    )  # fmt: skip
    return (
        sa.select(*columns)
        .select_from(table)
        .join(schema.texts, schema.texts.c.id == table.c.text)
        .join(schema.reports, schema.reports.c.latest == table.c.id)
        .where(table.c.id.in_(versions))
        .order_by(table.c.id)
    )


def _with_text(table: sa.Table, version: sa.Column[int]) -> sa.FromClause:
    """Join a table that refers to versions with their texts."""
    versions, texts = schema.versions, schema.texts
    return table.join(versions, versions.c.id == version).join(texts, texts.c.id == versions.c.text)


def _indexed_of(connection: Connection, reports: Collection[int]) -> list[int]:
    query = (
        sa.select(schema.indexed.c.version)
        .join(schema.versions, schema.versions.c.id == schema.indexed.c.version)
        .where(schema.versions.c.report.in_(reports))
    )
    return list(connection.scalars(query))


def _file(
    connection: Connection,
    found: Mapping[int, Documents],
    rows: Mapping[int, Present],
    said: Mapping[int, Said],
) -> None:
    """Write the documents of versions, their marks from their rows."""
    tallied = tallying.said(connection, rows)
    statements: list[dialects.Indexed] = []
    reports: list[dialects.Indexed] = []
    filed = []
    carried = []
    for version, one in found.items():
        row = rows[version]
        key = 0 if row.published_from is None else minute_key(row.published_from)
        common = _marks_of_version(row)
        ours = []
        theirs = dict.fromkeys(common)
        for number, attribution, marks in said.get(version, ()):
            if document := one.statements.get(number):
                ours.append((key | attribution, document, " ".join([*common, *marks])))
                theirs |= dict.fromkeys(marks)
        whole = " ".join(theirs)
        parts = [
            (key | version << _PART_BITS | part, document, whole)
            for part, document in enumerate(one.report)
        ]
        statements += ours
        reports += parts
        # Its terms are those of the text, which says most of it already.
        whole_version = _Filed(ours, parts, tallied[version])
        carried.append(_carried(whole_version))
        body = pack_beside(_encode(whole_version), bytes(row.body))
        filed.append({"version": version, "body": body})
    dialects.index_documents(connection, STATEMENTS, statements)
    dialects.index_documents(connection, REPORTS, reports)
    if filed:
        connection.execute(sa.insert(schema.indexed), filed)
    tallying.arrive(connection, [tallied[version] for version in found])
    outlet_counts.arrive(connection, carried)


def _carried(filed: _Filed) -> outlet_counts.Carried:
    """Return the outlets of a version, which the marks of its documents tell."""
    marks = filed.reports[0][2].split() if filed.reports else []
    published = [int(mark[2:]) for mark in marks if mark.startswith(_OUTLET)]
    through = (marks.split() for _, _, marks in filed.statements)
    relayed = (frozenset(int(m[2:]) for m in some if m.startswith(_VIA)) for some in through)
    return outlet_counts.Carried(published[0] if published else None, tuple(filter(None, relayed)))


def _marks_of_version(row: Present) -> list[str]:
    marks = [MARK]
    if row.outlet is not None:
        marks.append(outlet_mark(row.outlet))
    if row.language:
        marks.append(language_mark(row.language))
    if row.published is not None and row.published_precision in ("year", "month"):
        marks.append(date_mark(row.published))
    return marks


def _attributions(connection: Connection, versions: Collection[int]) -> dict[int, Said]:
    """Return of each version its attributions."""
    table, hops = schema.attributions, schema.hops
    found: dict[int, Said] = defaultdict(list)
    marks: dict[int, list[str]] = {}
    speakers = set()
    # In a fixed order: equal ledgers are equal in this, too.
    said = (
        sa.select(
            table.c.version, table.c.number, table.c.id, table.c.type, table.c.speaker,
            table.c.anonymous,
        )
        .where(table.c.version.in_(versions))
        .order_by(table.c.version, table.c.number)
    )  # fmt: skip
    for version, number, attribution, type, speaker, anonymous in connection.execute(said):
        own = marks[attribution] = said_marks(type, speaker, anonymous)
        if speaker is not None:
            speakers.add(speaker)
        found[version].append((number, attribution, own))
    query = (
        sa.select(hops.c.attribution, hops.c.outlet)
        .join(table, table.c.id == hops.c.attribution)
        .where(table.c.version.in_(versions))
        .order_by(hops.c.attribution, hops.c.position)
    )
    for attribution, outlet in connection.execute(query):
        marks[attribution].append(via_mark(outlet))
    put_names(connection, speakers)
    return found


def put_names(connection: Connection, speakers: Collection[int]) -> None:
    """Index the words of the names of speakers that are not yet, by the numbers of their rows."""
    table, there = schema.speakers, schema.speaker_words
    words: set[tuple[str, int]] = set()
    names: set[tuple[str, str]] = set()
    for some in chunks(speakers):
        query = (
            sa.select(table.c.id, table.c.name, table.c.kind)
            .outerjoin(there, there.c.speaker == table.c.id)
            .where(table.c.id.in_(some), there.c.speaker.is_(None))
        )
        for speaker, name, kind in connection.execute(query):
            found = set(terms(name))
            words |= {(term, speaker) for term in found}
            if kind == "person":
                names |= {(key, term) for term in found for key in skeletons(term)}
    dialects.insert_new(
        connection, schema.speaker_words, [{"term": t, "speaker": s} for t, s in sorted(words)]
    )
    dialects.insert_new(
        connection, schema.name_words, [{"skeleton": s, "term": t} for s, t in sorted(names)]
    )


def said_marks(type: str, speaker: int | None, anonymous: bool | None) -> list[str]:
    """Return the marks of an attribution itself; those of its hops follow."""
    marks = [type_mark(type)]
    if speaker is not None:
        marks.append(speaker_mark(speaker))
    if anonymous is not None:
        marks.append(anonymous_mark(anonymous))
    return marks


def speaker_mark(speaker: int) -> str:
    """Return the mark of what a speaker said."""
    return f"{MARK}s{speaker}"


def outlet_mark(outlet: int) -> str:
    """Return the mark of what an outlet published."""
    return f"{_OUTLET}{outlet}"


def via_mark(outlet: int) -> str:
    """Return the mark of what came through an outlet."""
    return f"{_VIA}{outlet}"


def language_mark(language: str) -> str:
    """Return the mark of a language, whatever the country or the script."""
    base = language.replace("_", "-").partition("-")[0].lower()
    return f"{MARK}l" + "".join(char for char in base if char.isascii() and char.isalnum())


def type_mark(type: str) -> str:
    """Return the mark of a type of attribution."""
    return f"{MARK}t{type}"


def anonymous_mark(anonymous: bool) -> str:
    """Return the mark of a speaker without a name, or with one."""
    return f"{MARK}a{int(anonymous)}"


def date_mark(published: str) -> str:
    """Return the mark of a date that is a year or a month."""
    return f"{MARK}p{published.replace('-', '')}"
