"""What is kept of a report, in which rows."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from hashlib import sha256

import msgspec
import pytest
import sqlalchemy as sa

from rawi import InputError, Ledger, Report, read
from rawi.ledger import schema
from rawi.ledger.dates import When, when
from rawi.ledger.ledger import Added
from rawi.ledger.packing import unpack_original
from rawi.ledger.preparing import READER
from rawi.records import Provenance, Taken

Query = Callable[[sa.Select], list]

TEXT = (
    "قال الوزير أحمد سعيد لقناة RTVI إن الطريق سيفتح قريبا. وأضاف سعيد: «لا خوف على أحد».\n\n"
    "وقال مصدر أمني إن الطريق مغلق.\n\nالمصدر: تاس"
)


def taken(
    text: str = TEXT, *, source: str = "news/1.html", record: int | None = None, **given: str
) -> Taken:
    original = f"<p>{text}</p>".encode()
    return Taken(
        report=Report(**{"id": source, "text": text} | given),
        provenance=Provenance(
            source=source, record=record, fetched_at="2024-08-21T09:30:00Z",
            media_type="text/html", bytes_hash=sha256(original).hexdigest(),
        ),
        original=original,
        id_given=False,
    )  # fmt: skip


def test_a_report_comes_back_as_it_was_read(ledger: Ledger) -> None:
    given = Report(id="r1", text=TEXT, title="خبر", publisher="تاس", published="2024-08")
    ledger.add([given])
    assert ledger.report("r1") == read(given)
    assert list(ledger.reports()) == [read(given)]


def test_what_was_read_before_is_not_read_again(ledger: Ledger) -> None:
    report = read(Report(id="r1", text=TEXT))
    marked = msgspec.structs.replace(report, attributions=report.attributions[:1])
    ledger.add([marked])
    assert ledger.report("r1") == marked


def test_where_it_came_from(ledger: Ledger, rows: Query) -> None:
    table = schema.provenance
    assert ledger.add([taken(), taken(source="other.warc", record=0)]) == Added(added=1, known=1)
    columns = (table.c.source, table.c.record, table.c.fetched_at, table.c.media_type)
    assert rows(sa.select(*columns).order_by(table.c.id)) == [
        ("news/1.html", None, "2024-08-21T09:30:00Z", "text/html"),
        ("other.warc", 0, "2024-08-21T09:30:00Z", "text/html"),
    ]
    assert ledger.add([taken(source="other.warc", record=0), taken()]) == Added(known=2)
    assert len(rows(sa.select(table.c.id))) == 2


def test_the_original_bytes_are_kept_once(ledger: Ledger, rows: Query) -> None:
    ledger.add([taken(), taken(source="copy.html")])
    ((hash, size, body),) = rows(
        sa.select(schema.originals.c.hash, schema.originals.c.size, schema.originals.c.body)
    )
    original = taken().original
    assert (bytes(hash), size) == (sha256(original).digest(), len(original))
    assert unpack_original(bytes(body)) == original
    assert rows(sa.select(schema.provenance.c.original)) == [(1,), (1,)]


def test_or_left_out(ledger: Ledger, rows: Query) -> None:
    ledger.add([taken()], originals=False)
    assert rows(sa.select(schema.originals.c.id)) == []
    ((hash, original),) = rows(
        sa.select(schema.provenance.c.bytes_hash, schema.provenance.c.original)
    )
    assert (bytes(hash), original) == (sha256(taken().original).digest(), None)


def test_attributions_mentions_and_speakers(ledger: Ledger, rows: Query) -> None:
    ledger.add([Report(id="r1", text=TEXT), Report(id="r2", text=TEXT, published="2024")])
    one, mention, speaker = schema.attributions, schema.mentions, schema.speakers
    query = (
        sa.select(one.c.version, one.c.number, one.c.type, mention.c.name, speaker.c.name)
        .join(mention, mention.c.id == one.c.mention)
        .outerjoin(speaker, speaker.c.id == one.c.speaker)
        .order_by(one.c.id)
    )
    expected = [
        (1, "indirect", "أحمد سعيد", "أحمد سعيد"),
        (2, "direct", "أحمد سعيد", "أحمد سعيد"),
        (3, "indirect", "مصدر أمني", None),  # no two anonymous sources are known to be one
    ]
    assert rows(query) == [(version, *row) for version in (1, 2) for row in expected]
    assert rows(sa.select(speaker.c.name, speaker.c.kind)) == [("أحمد سعيد", "person")]
    # The attributions of one speaker in one report share his mention there.
    assert len(rows(sa.select(mention.c.id))) == 4
    assert rows(sa.select(one.c.anonymous).order_by(one.c.id).limit(3)) == [
        (False,), (False,), (True,),
    ]  # fmt: skip
    links = rows(sa.select(schema.links.c.speaker, schema.links.c.score, schema.links.c.method))
    assert links == [(1, 0.9, "same name")] * 2


def test_hops_and_outlets(ledger: Ledger, rows: Query) -> None:
    ledger.add([Report(id="r1", text=TEXT, publisher="صحيفة لا يعرفها أحد")])
    hop, outlet, one = schema.hops, schema.outlets, schema.attributions
    query = (
        sa.select(one.c.number, hop.c.position, hop.c.how, outlet.c.authority)
        .join(outlet, outlet.c.id == hop.c.outlet)
        .join(one, one.c.id == hop.c.attribution)
        .order_by(one.c.number, hop.c.position)
    )
    report = ledger.report("r1")
    assert report is not None
    expected = [
        (number, position, hop.how, hop.outlet)
        for number, attribution in enumerate(report.attributions, 1)
        for position, hop in enumerate(attribution.chain)
    ]
    assert rows(query) == expected
    assert ("said to", "rtvi") in {row[2:] for row in expected}
    publisher = sa.select(outlet.c.authority, outlet.c.name).join(
        schema.versions, schema.versions.c.outlet == outlet.c.id
    )
    assert rows(publisher) == [(None, "صحيفة لا يعرفها أحد")]


def test_one_outlet_may_publish_one_report_and_relay_another(ledger: Ledger, rows: Query) -> None:
    said = "وقالت شبكة الميزان: «الطريق مغلق»."
    reports = [Report(id=f"r{number}", text=TEXT + said, publisher="تاس") for number in range(2)]
    assert ledger.add(reports) == Added(added=2)
    outlet = schema.outlets
    assert len(rows(sa.select(outlet.c.id).where(outlet.c.authority == "tass"))) == 1


def test_the_publisher_is_one_outlet_by_name_and_by_domain(ledger: Ledger, rows: Query) -> None:
    ledger.add(
        [
            Report(id="r1", text=TEXT, url="https://arabic.rt.com/a"),
            Report(id="r2", text=TEXT, publisher="RT Arabic", url="https://arabic.rt.com/b"),
        ]
    )
    outlets = rows(sa.select(schema.versions.c.outlet))
    assert len(set(outlets)) == 1
    assert outlets[0][0] is not None


@pytest.mark.parametrize(
    ("value", "precision", "since", "until"),
    [
        ("1970", "year", 0, 365 * 86_400),
        ("1970-02", "month", 31 * 86_400, 59 * 86_400),
        ("1970-12", "month", 334 * 86_400, 365 * 86_400),
        ("1970-01-02", "day", 86_400, 2 * 86_400),
        ("1970-01-01T03:00:01+03:00", "instant", 1, 2),
        ("1970-01-01T00:00:01.900", "instant", 1, 2),
        ("1969-12-31T23:59:59Z", "instant", -1, 0),
        ("9999-12", "month", 253_399_622_400, 253_402_300_800),
        ("1970-13", None, None, None),
        ("yesterday", None, None, None),
        ("", None, None, None),
        (None, None, None, None),
    ],
)
def test_dates_keep_their_precision(
    value: str | None, precision: str | None, since: int | None, until: int | None
) -> None:
    assert when(value) == When(precision, since, until)


def test_the_date_is_kept_as_it_was_written(ledger: Ledger, rows: Query) -> None:
    ledger.add([Report(id="r1", text=TEXT, published="2024-08-21T09:30:00+03:00")])
    table = schema.versions
    query = sa.select(table.c.published, table.c.published_precision, table.c.published_from)
    assert rows(query) == [("2024-08-21T09:30:00+03:00", "instant", 1_724_221_800)]


def test_the_reader_is_told(ledger: Ledger, rows: Query) -> None:
    ledger.add([Report(id="r1", text=TEXT)])
    assert rows(sa.select(schema.readings.c.version, schema.readings.c.reader)) == [(1, READER)]


def test_what_no_database_takes_is_replaced(ledger: Ledger) -> None:
    hostile = "قال أح\0مد سعيد: «لا\ud800 خوف». " + TEXT
    report = Report(id="r\0\ud800", text=hostile, title="\0", publisher="\udfff", url="\0",
                    published="\0", authors=("\ud800",))  # fmt: skip
    assert ledger.add([report]) == Added(added=1)
    found = ledger.report("r\ufffd\ufffd")
    assert found is not None
    assert found.text == hostile
    assert len(found.attributions) == len(read(report).attributions)
    assert ledger.add([report]) == Added(known=1)


def test_errors_among_the_items_are_skipped(ledger: Ledger) -> None:
    told: list[InputError] = []
    fault = InputError("news/2.html", "empty: no text in it")
    assert ledger.add([fault, taken(), fault], on_skip=told.append) == Added(added=1, skipped=2)
    assert told == [fault, fault]


def test_a_text_in_a_language_without_a_pack_is_kept(ledger: Ledger) -> None:
    ledger.add([Report(id="r1", text="ქართული ტექსტი", language="ka")])
    found = ledger.report("r1")
    assert found is not None
    assert (found.text, found.attributions) == ("ქართული ტექსტი", ())
    assert "no language pack" in found.warnings[0]
    # Added again as it was read, it is still known and warns once.
    assert ledger.add([found]) == Added(known=1)


def test_a_ledger_goes_to_another_process(ledger: Ledger) -> None:
    ledger.add([Report(id="r1", text=TEXT)])
    with pickle.loads(pickle.dumps(ledger)) as other:
        assert other.where == ledger.where
        assert other.report("r1") == ledger.report("r1")


def test_a_closed_ledger_opens_again(ledger: Ledger) -> None:
    ledger.add([Report(id="r1", text=TEXT)])
    ledger.close()
    assert ledger.add([Report(id="r1", text=TEXT)]) == Added(known=1)


def test_reports_are_many_pages(ledger: Ledger) -> None:
    ledger.add(Report(id=f"r{number}", text=f"{TEXT} {number}") for number in range(150))
    assert [one.id for one in ledger.reports()] == [f"r{number}" for number in range(150)]
