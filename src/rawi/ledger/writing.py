"""Putting reports into the ledger, some at a time in one transaction."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Literal, NamedTuple

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi import __version__
from rawi.ledger import index, schema, stored
from rawi.ledger.dialects import select_in
from rawi.ledger.preparing import (
    READER,
    Mark,
    OutletRow,
    Place,
    Prepared,
    ReadingRows,
    reading_rows,
)
from rawi.ledger.rows import Row, Rows, chunks
from rawi.ledger.statements.touching import touch, touch_versions

Outcome = Literal["added", "known", "changed"]

#: How a machine links a mention to the speaker of its name, and how sure that is: in one language's
#: press a full name is seldom two people's, and whoever knows better can say so.
SAME_NAME = "same name"
SAME_NAME_SCORE = 0.9


class Kept(msgspec.Struct, frozen=True):
    """A version as it is written now: its row's number, its own, its report's."""

    id: int
    number: int
    report: int
    prepared: Prepared


class Written(NamedTuple):
    """What was written of a reading: its attributions, and the speakers' rows' numbers."""

    said: index.Said
    speakers: set[int]


def known(connection: Connection, marks: Sequence[Mark]) -> list[bool]:
    """Tell of each whether the ledger holds it already, found in that very place."""
    versions = _versions(connection, {mark.key for mark in marks})
    rows = [versions.get(mark.key, {}).get(mark.version) for mark in marks]
    places = _places(connection, {row for row in rows if row is not None})
    return [
        row is not None and (mark.place is None or (row, mark.place) in places)
        for mark, row in zip(marks, rows, strict=True)
    ]


def standing(connection: Connection, marks: Sequence[Mark]) -> list[Outcome]:
    """Tell of each what would become of it, were it added now and alone."""
    versions = _versions(connection, {mark.key for mark in marks})
    found: list[Outcome] = []
    for mark in marks:
        there = versions.get(mark.key)
        found.append("added" if not there else "known" if mark.version in there else "changed")
    return found


def keep(connection: Connection, batch: Sequence[Prepared]) -> list[Outcome]:
    """Keep reports in their order; the transaction must be the only one that writes."""
    rows = Rows(connection)
    reports = _reports(connection, {one.mark.key for one in batch})
    versions = _versions(connection, set(reports))
    outcomes: list[Outcome] = []
    new: list[Kept] = []
    seen: dict[tuple[int, bytes], tuple[Place, Prepared]] = {}
    for one in batch:
        there = versions.setdefault(one.mark.key, {})
        version = there.get(one.mark.version)
        if version is None:
            version = there[one.mark.version] = rows.number(schema.versions)
            if one.mark.key not in reports:
                reports[one.mark.key] = rows.number(schema.reports)
            new.append(Kept(version, len(there), reports[one.mark.key], one))
            outcomes.append("added" if len(there) == 1 else "changed")
        else:
            outcomes.append("known")
        if one.place:
            seen.setdefault((version, one.place.key), (one.place, one))
    _put_reports(connection, rows, new)
    present = _put_versions(rows, new)
    written = put_readings(rows, {kept.id: kept.prepared.reading for kept in new})
    _put_places(connection, rows, seen)
    rows.write()
    first = _first_versions(new)
    if first:
        _index_first(connection, first, present, written)
    rest = [kept for kept in new if kept.id not in first]
    _index(connection, {kept.id: kept.prepared.reading for kept in rest})
    return outcomes


def _first_versions(new: Sequence[Kept]) -> dict[int, Kept]:
    """Return the present versions of reports of which the ledger had none, by their rows' numbers.

    Nobody has decided anything about these, and none of them was in the index.
    """
    first = {kept.report for kept in new if kept.number == 1}
    latest = {kept.report: kept for kept in new if kept.report in first}
    return {kept.id: kept for kept in latest.values()}


def _index_first(
    connection: Connection,
    first: Mapping[int, Kept],
    present: Mapping[int, index.Present],
    written: Mapping[int, Written],
) -> None:
    documents = {version: kept.prepared.reading.documents for version, kept in first.items()}
    speakers = {speaker for version in first for speaker in written[version].speakers}
    said = {version: written[version].said for version in first}
    index.put_first(connection, documents, present, said, speakers)
    touch(connection, [kept.report for kept in first.values()])


def put_readings(rows: Rows, readings: dict[int, ReadingRows]) -> dict[int, Written]:
    """Add what was read in versions, by the number of their rows."""
    for version, reading in readings.items():
        rows.put(schema.readings, {"version": version, "reader": READER, "body": reading.body})
    return put_read_rows(rows, readings)


def put_read_rows(rows: Rows, readings: dict[int, ReadingRows]) -> dict[int, Written]:
    """Add the rows beside what was read: mentions, attributions, hops."""
    hops = [hop for one in readings.values() for row in one.attributions for hop in row.hops]
    outlets = _outlets(rows, (hop.outlet for hop in hops))
    speakers = _speakers(rows, readings.values())
    written: dict[int, Written] = {}
    for version, reading in readings.items():
        linked = _put_mentions(rows, version, reading, speakers)
        written[version] = _put_attributions(rows, version, reading, linked, outlets)
    return written


def replace_readings(connection: Connection, readings: dict[int, ReadingRows]) -> int:
    """Put readings in the place of those that there are, by the number of the version's row.

    Versions that are no longer there are left out.  Returns how many were replaced.  The
    transaction must be the only one that writes.
    """
    there = _there(connection, readings)
    readings = {version: one for version, one in readings.items() if version in there}
    drop_readings(connection, readings)
    rows = Rows(connection)
    outlets = _outlets(rows, (one.outlet for one in readings.values()))
    put_readings(rows, readings)
    rows.write()
    table = schema.versions
    for version, one in readings.items():
        told = sa.update(table).where(table.c.id == version).values(_told(one, outlets))
        connection.execute(told)
    _index(connection, readings)
    return len(readings)


def revise(connection: Connection, versions: Collection[int]) -> None:
    """Make the rows beside readings again, with what persons decided, and index them.

    The readings themselves stay what the machine read.  The transaction must be the only one
    that writes.
    """
    reports = dict(stored.reports(connection, versions))
    for table in (schema.attributions, schema.mentions):
        for some in chunks(reports):
            connection.execute(sa.delete(table).where(table.c.version.in_(some)))
    rows = Rows(connection)
    made = {version: reading_rows(report, report) for version, report in reports.items()}
    put_read_rows(rows, made)
    rows.write()
    index.put(connection, {version: one.documents for version, one in made.items()})
    touch_versions(connection, list(made))


def _index(connection: Connection, readings: dict[int, ReadingRows]) -> None:
    """Index versions as they were read, or as persons decided."""
    table = schema.corrections
    decided: set[int] = set()
    for some in chunks(readings):
        query = sa.select(schema.versions.c.id).where(
            schema.versions.c.id.in_(some),
            schema.versions.c.report.in_(sa.select(table.c.report)),
        )
        decided.update(connection.scalars(query))
    rest = {version: one.documents for version, one in readings.items() if version not in decided}
    index.put(connection, rest)
    touch_versions(connection, list(rest))
    if decided:
        revise(connection, decided)


def drop_readings(connection: Connection, versions: Collection[int]) -> None:
    """Take away what was read in versions: attributions, mentions, the readings themselves."""
    for table in (schema.attributions, schema.mentions, schema.readings):
        for some in chunks(versions):
            connection.execute(sa.delete(table).where(table.c.version.in_(some)))


def _there(connection: Connection, versions: Collection[int]) -> set[int]:
    column = schema.versions.c.id
    found: set[int] = set()
    for some in chunks(versions):
        found.update(connection.scalars(sa.select(column).where(column.in_(some))))
    return found


def _reports(connection: Connection, keys: Collection[str]) -> dict[str, int]:
    """Return the numbers of the reports that there are, by their id."""
    table = schema.reports
    found: dict[str, int] = {}
    for some in chunks(keys):
        rows = select_in(connection, table.c.key, some, table.c.key, table.c.id)
        found |= {row.key: row.id for row in rows}
    return found


def _versions(connection: Connection, keys: Collection[str]) -> dict[str, dict[bytes, int]]:
    """Return of each report that there is its versions: their rows' numbers by their hash."""
    reports, versions = schema.reports, schema.versions
    found: dict[str, dict[bytes, int]] = {}
    for some in chunks(keys):
        query = (
            sa.select(reports.c.key, versions.c.hash, versions.c.id)
            .join(versions, versions.c.report == reports.c.id)
            .where(reports.c.key.in_(some))
        )
        for key, hash, number in connection.execute(query):
            found.setdefault(key, {})[bytes(hash)] = number
    return found


def _places(connection: Connection, versions: Collection[int]) -> set[tuple[int, bytes]]:
    """Return where versions were found: the number of the version's row, the place's key."""
    table = schema.provenance
    found: set[tuple[int, bytes]] = set()
    for some in chunks(versions):
        rows = select_in(connection, table.c.version, some, table.c.version, table.c.key)
        found |= {(version, bytes(key)) for version, key in rows}
    return found


def _put_reports(connection: Connection, rows: Rows, new: Sequence[Kept]) -> None:
    latest = {kept.report: kept.id for kept in new}
    for kept in new:
        if kept.number == 1:
            mark = kept.prepared.mark
            row = {"id": kept.report, "key": mark.key, "id_given": kept.prepared.id_given}
            rows.put(schema.reports, {**row, "latest": latest.pop(kept.report)})
    table = schema.reports
    for report, version in latest.items():
        connection.execute(sa.update(table).where(table.c.id == report).values(latest=version))


def _put_versions(rows: Rows, new: Sequence[Kept]) -> dict[int, index.Present]:
    """Add the rows of versions; return what they tell, by their numbers."""
    texts = rows.shared(schema.texts.c.hash, {one.prepared.text_hash: _text(one) for one in new})
    outlets = _outlets(rows, (kept.prepared.reading.outlet for kept in new))
    now = int(time.time())
    present: dict[int, index.Present] = {}
    for kept in new:
        one = kept.prepared
        told = _told(one.reading, outlets)
        rows.put(
            schema.versions,
            {
                "id": kept.id,
                "report": kept.report,
                "number": kept.number,
                "hash": one.mark.version,
                "text": texts[one.text_hash],
                "title": one.title,
                "url": one.url,
                **told,
                "published": one.published,
                "published_precision": one.when.precision,
                "published_from": one.when.since,
                "published_until": one.when.until,
                "added_at": now,
            },
        )
        present[kept.id] = index.Present(
            kept.id, kept.report, told["outlet"], told["language"], one.published,
            one.when.since, one.when.precision, one.text_body,
        )  # fmt: skip
    return present


def _told(reading: ReadingRows, outlets: dict[bytes, int]) -> Row:
    """Return what reading knows of a version itself."""
    outlet = outlets[reading.outlet.key] if reading.outlet else None
    return {"language": reading.language, "publisher": reading.publisher, "outlet": outlet}


def _text(kept: Kept) -> Row:
    return {"characters": kept.prepared.characters, "body": kept.prepared.text_body}


def _put_places(
    connection: Connection, rows: Rows, seen: dict[tuple[int, bytes], tuple[Place, Prepared]]
) -> None:
    there = _places(connection, {version for version, _ in seen})
    new = {key: found for key, found in seen.items() if key not in there}
    kept = (one.original for _, one in new.values())
    bodies = {one.hash: {"size": one.size, "body": one.body} for one in kept if one}
    originals = rows.shared(schema.originals.c.hash, bodies)
    for (version, _), (place, one) in new.items():
        original = originals[one.original.hash] if one.original else None
        own = msgspec.structs.asdict(place)
        told = {"version": version, "extractor": __version__, "original": original}
        rows.numbered(schema.provenance, own | told)


def _outlets(rows: Rows, wanted: Iterable[OutletRow | None]) -> dict[bytes, int]:
    row = {one.key: {"authority": one.authority, "name": one.name} for one in wanted if one}
    return rows.shared(schema.outlets.c.key, row)


def _speakers(rows: Rows, readings: Iterable[ReadingRows]) -> dict[bytes, int]:
    wanted = {
        mention.speaker_key: {"name": mention.name, "kind": mention.kind, "homonym": 0}
        for reading in readings
        for mention in reading.mentions
        if mention.speaker_key
    }
    return rows.shared(schema.speakers.c.key, wanted)


def _put_mentions(
    rows: Rows, version: int, reading: ReadingRows, speakers: dict[bytes, int]
) -> list[tuple[int, int | None]]:
    """Add the mentions of a version; return their rows' numbers with those of their speakers."""
    linked: list[tuple[int, int | None]] = []
    for one in reading.mentions:
        row = {"version": version, "name": one.name, "kind": one.kind, "role": one.role}
        mention = rows.numbered(schema.mentions, {**row, "anonymous": one.anonymous})
        speaker = speakers[one.speaker_key] if one.speaker_key else None
        if speaker is not None:
            how = {"score": SAME_NAME_SCORE, "method": SAME_NAME}
            rows.put(schema.links, {"mention": mention, "speaker": speaker, **how})
        linked.append((mention, speaker))
    return linked


def _put_attributions(
    rows: Rows,
    version: int,
    reading: ReadingRows,
    linked: Sequence[tuple[int, int | None]],
    outlets: dict[bytes, int],
) -> Written:
    said: index.Said = []
    speakers: set[int] = set()
    for one in reading.attributions:
        mention, speaker = (None, None) if one.mention is None else linked[one.mention]
        anonymous = None if mention is None else speaker is None
        attribution = rows.numbered(
            schema.attributions,
            {
                "version": version,
                "number": one.number,
                "type": one.type,
                "mention": mention,
                "speaker": speaker,
                "anonymous": anonymous,
                "said_at": one.said_at,
                "said_precision": one.said.precision,
                "said_from": one.said.since,
                "said_until": one.said.until,
            },
        )
        marks = index.said_marks(one.type, speaker, anonymous)
        for position, hop in enumerate(one.hops):
            place = {"attribution": attribution, "position": position}
            outlet = outlets[hop.outlet.key]
            rows.put(schema.hops, {**place, "outlet": outlet, "how": hop.how})
            marks.append(index.via_mark(outlet))
        if speaker is not None:
            speakers.add(speaker)
        said.append((one.number, attribution, marks))
    said.sort(key=itemgetter(0))
    return Written(said, speakers)
