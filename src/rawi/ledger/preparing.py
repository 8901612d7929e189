"""From a report to the rows that are kept of it: read, hashed, compressed.

All that costs time is done here, without a database, so that several processes can do it
for one that writes.
"""

from __future__ import annotations

from hashlib import sha256

import msgspec

from rawi import __version__
from rawi.authority.outlets import Authority
from rawi.errors import InputError
from rawi.ledger.dates import When, when
from rawi.ledger.documents import Documents, documents, numbered
from rawi.ledger.identity import key_of, outlet_key, short_hash, storable, text_hash, version_hash
from rawi.ledger.packing import pack_original, pack_reading, pack_text
from rawi.records import Attribution, Hop, Provenance, Report, Speaker, Taken

#: Which reader has read: kept with every reading, so that an older one can be told.
READER = f"rawi {__version__}"

#: The ids that Rawi gives where nothing else is known.
_NAMELESS = frozenset({"text", "bytes", "stdin"})


class Mark(msgspec.Struct, frozen=True):
    """What a report is found again by: see `identity`; `place` is None where it came from none."""

    key: str
    version: bytes
    place: bytes | None


class Place(msgspec.Struct, frozen=True):
    """A row of provenance."""

    key: bytes
    source: str
    record: int | None
    fetched_at: str | None
    media_type: str
    bytes_hash: bytes


class Original(msgspec.Struct, frozen=True):
    """Original bytes, compressed; `size` is what they were."""

    hash: bytes
    size: int
    body: bytes


class OutletRow(msgspec.Struct, frozen=True):
    """An outlet: its id in the authority, None where it has none."""

    key: bytes
    authority: str | None
    name: str


class MentionRow(msgspec.Struct, frozen=True):
    """A speaker as one report names him; `speaker_key` is None for an anonymous one."""

    name: str
    kind: str
    role: str | None
    anonymous: bool
    speaker_key: bytes | None


class HopRow(msgspec.Struct, frozen=True):
    """One step of a chain."""

    outlet: OutletRow
    how: str


class AttributionRow(msgspec.Struct, frozen=True):
    """An attribution; `mention` is the place of its speaker among the report's mentions."""

    number: int
    type: str
    mention: int | None
    said_at: str | None
    said: When
    hops: tuple[HopRow, ...]


class ReadingRows(msgspec.Struct, frozen=True):
    """What was read: whole (`body`), and in rows.

    `language`, `publisher` and his `outlet` are what reading knows of them, `documents` what
    the report is found by.
    """

    body: bytes
    language: str | None
    publisher: str | None
    outlet: OutletRow | None
    mentions: tuple[MentionRow, ...]
    attributions: tuple[AttributionRow, ...]
    documents: Documents


class Prepared(msgspec.Struct, frozen=True):
    """A report ready to be kept."""

    mark: Mark
    id_given: bool
    text_hash: bytes
    characters: int
    text_body: bytes
    title: str | None
    url: str | None
    published: str | None
    when: When
    reading: ReadingRows
    place: Place | None
    original: Original | None


Item = Taken | Report


def mark(item: Item) -> Mark:
    """Return what an item is found again by; raises InputError where its id cannot be kept."""
    report, id_given = _report(item)
    place = _place_key(item.provenance) if isinstance(item, Taken) else None
    return Mark(key_of(report, id_given), version_hash(report), place)


def prepare(item: Item, originals: bool = True) -> Prepared:
    """Read an item and return what is to be kept of it; raises InputError.

    A report that has attributions already is kept as it was read.  `originals` tells whether
    the original bytes are kept.
    """
    given, id_given = _report(item)
    marked = mark(item)
    given = msgspec.structs.replace(given, id=marked.key)
    taken = item if isinstance(item, Taken) else None
    where = named(taken.provenance) if taken else None
    reading = reading_rows(given, given) if given.attributions else read_again(given, where)
    return Prepared(
        mark=marked,
        id_given=id_given,
        text_hash=text_hash(given.text),
        characters=len(given.text),
        text_body=pack_text(given.text),
        title=_storable(given.title),
        url=_storable(given.url),
        published=_storable(given.published),
        when=when(given.published),
        reading=reading,
        place=_place(taken.provenance) if taken else None,
        original=_original(taken) if taken and originals else None,
    )


def read_again(given: Report, where: str | None = None) -> ReadingRows:
    """Read a report; return what is kept of the reading.

    A reader never fails, but if one did, it would be at the same report every time: so that
    no other is held up, that is an InputError, which names `where` (None: the report's id).
    """
    # What reads takes as long to import as all else; whoever only searches does without.
    from rawi.pipeline import read_report

    try:
        report = read_report(given)
    except Exception as error:
        fault = f"the reader failed on it ({type(error).__name__}: {error})"
        raise InputError(
            where or given.id, f"{fault}: this is a fault of Rawi's; please report it"
        ) from error
    # What warned already when it was read before warns once.
    warnings = tuple(dict.fromkeys(report.warnings))
    return reading_rows(msgspec.structs.replace(report, warnings=warnings), given)


def reading_rows(report: Report, given: Report) -> ReadingRows:
    """Return what is kept of a reading; `given` is the report before it was read."""
    mentions: dict[tuple[str, str, bool], MentionRow] = {}
    places: dict[tuple[str, str, bool], int] = {}
    rows = []
    for number, attribution in numbered(report).items():
        speaker = attribution.speaker
        mention = None
        if speaker:
            named = (speaker.name, speaker.kind, speaker.anonymous)
            mention = places.setdefault(named, len(places))
            if named not in mentions or (speaker.role and not mentions[named].role):
                mentions[named] = _mention(speaker)
        rows.append(_attribution(number, attribution, mention))
    return ReadingRows(
        body=pack_reading(report, given),
        language=_storable(report.language),
        publisher=_storable(report.publisher),
        outlet=_publisher(report),
        mentions=tuple(mentions.values()),
        attributions=tuple(rows),
        documents=documents(report),
    )


def speaker_key(name: str, kind: str, homonym: int = 0) -> bytes:
    """Return what the row of a speaker is found by."""
    return short_hash([name, kind, homonym])


def outlet_row(name: str, authority: str | None) -> OutletRow:
    """Return the row of an outlet: the one of the authority, else the one of that name."""
    if authority and (known := Authority.load().by_id(authority)):
        name = next((names[0] for names in known.names.values() if names), name)
    return OutletRow(outlet_key(authority, name), authority, name)


def _report(item: Item) -> tuple[Report, bool]:
    if isinstance(item, Taken):
        return item.report, item.id_given
    return item, item.id not in _NAMELESS


def _mention(speaker: Speaker) -> MentionRow:
    name = storable(speaker.name)
    key = None if speaker.anonymous else speaker_key(name, speaker.kind)
    return MentionRow(name, speaker.kind, _storable(speaker.role), speaker.anonymous, key)


def _attribution(number: int, attribution: Attribution, mention: int | None) -> AttributionRow:
    said_at = attribution.said_at.value if attribution.said_at else None
    hops = tuple(_hop(hop) for hop in attribution.chain)
    return AttributionRow(number, attribution.type, mention, said_at, when(said_at), hops)


def _hop(hop: Hop) -> HopRow:
    return HopRow(outlet_row(storable(hop.name), hop.outlet), hop.how)


def _publisher(report: Report) -> OutletRow | None:
    """Return the outlet that publishes a report, by its address or its name."""
    authority = Authority.load()
    outlet = authority.by_domain(report.url) if report.url else None
    if outlet is None and report.publisher:
        outlet = authority.by_name(report.publisher)
    if outlet:
        return outlet_row(report.publisher or outlet.id, outlet.id)
    return outlet_row(storable(report.publisher), None) if report.publisher else None


def named(provenance: Provenance) -> str:
    """Return how errors name the place of a report: "source" or "source:record"."""
    record = provenance.record
    return provenance.source if record is None else f"{provenance.source}:{record}"


def _place_key(provenance: Provenance) -> bytes:
    return short_hash([provenance.source, provenance.record])


def _place(provenance: Provenance) -> Place:
    return Place(
        key=_place_key(provenance),
        source=storable(provenance.source),
        record=provenance.record,
        fetched_at=provenance.fetched_at,
        media_type=storable(provenance.media_type),
        bytes_hash=bytes.fromhex(provenance.bytes_hash),
    )


def _original(taken: Taken) -> Original:
    data = taken.original
    return Original(sha256(data).digest(), len(data), pack_original(data))


def _storable(text: str | None) -> str | None:
    return None if text is None else storable(text)
