"""What persons decide stands beside what was read, and outlasts it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
import sqlalchemy as sa
from test_search import WAR, name, report, said

from rawi import Attribution, Ledger, Report, Span, Speaker
from rawi.errors import UsageError
from rawi.ledger import schema
from rawi.ledger.corrections import placed

FIRST = said(WAR, "مكافحة الإرهاب مستمرة", "سيدو ديارا")
SECOND = said(WAR, "نقص القمح", "مصدر", anonymous=True, number=2)


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    """A ledger with one report of two attributions."""
    ledger.add([report("r", WAR, FIRST, SECOND)])
    return ledger


def ids(ledger: Ledger) -> list[str]:
    found = ledger.report("r")
    assert found is not None
    return [one.id for one in found.attributions]


def attribution(ledger: Ledger, id: str) -> Attribution:
    found = ledger.report("r")
    assert found is not None
    return next(one for one in found.attributions if one.id == id)


def found(ledger: Ledger, query: str = "", **filters: str) -> list[str]:
    hits = ledger.search(query, within="statements", **filters)  # type: ignore[arg-type]
    return list(map(name, hits))


def read_again(ledger: Ledger, *attributions: Attribution) -> None:
    """Put another reading in the place of the first, as a later reader would."""
    from rawi.ledger import preparing, writing
    from rawi.ledger.dialects import writing as writing_to

    again = report("r", WAR, *attributions)
    with writing_to(ledger.engine) as connection:
        rows = preparing.reading_rows(again, again)
        assert writing.replace_readings(connection, {1: rows}) == 1


def renamed(one: Attribution, name: str) -> Attribution:
    return msgspec.structs.replace(one, speaker=Speaker(name=name, anonymous=False))


def test_a_rejected_attribution_is_gone_everywhere(kept: Ledger) -> None:
    kept.correct("r", "a1", "reject", by="Mona", note="a headline")
    assert ids(kept) == ["a2"]
    assert found(kept, "الإرهاب") == []
    assert [row.name for row in kept.speakers()] == []
    assert kept.statistics()["attributions"] == 1
    shown = kept.shown("r")
    assert shown is not None
    ((was, decision),) = shown.corrected.rejected
    assert was == FIRST
    assert (decision.by, decision.note, decision.quote) == (
        "Mona", "a headline", "مكافحة الإرهاب مستمرة",
    )  # fmt: skip


def test_what_the_machine_read_stays(kept: Ledger, rows: Callable[[sa.Select], list]) -> None:
    before = rows(sa.select(schema.readings.c.body))
    kept.correct("r", "a1", "reject", by="Mona")
    kept.correct("r", "a2", "amend", by="Mona", amended=renamed(SECOND, "Ann Bo"))
    assert rows(sa.select(schema.readings.c.body)) == before


def test_an_amended_speaker_is_found(kept: Ledger) -> None:
    kept.correct("r", "a2", "amend", by="Mona", amended=renamed(SECOND, "Ann Bolton"))
    assert found(kept, speaker="Bolton") == ["r/a2"]
    assert found(kept, anonymous=True) == []  # type: ignore[arg-type]
    assert found(kept, "القمح") == ["r/a2"]


def test_decisions_are_appended_and_the_last_one_stands(kept: Ledger) -> None:
    kept.correct("r", "a1", "reject", by="Mona")
    kept.correct("r", "a1", "accept", by="Omar")
    assert ids(kept) == ["a1", "a2"]
    kept.correct("r", "a1", "amend", by="Mona", amended=renamed(FIRST, "Cy Dee"))
    assert found(kept, speaker="Dee") == ["r/a1"]
    kept.correct("r", "a1", "withdraw", by="Omar")
    assert attribution(kept, "a1") == FIRST
    assert [(one.action, one.by) for one in kept.corrections()] == [
        ("reject", "Mona"), ("accept", "Omar"), ("amend", "Mona"), ("withdraw", "Omar"),
    ]  # fmt: skip
    assert kept.decided() == set()


def test_decisions_outlast_a_new_reading(kept: Ledger) -> None:
    kept.correct("r", "a1", "amend", by="Mona", amended=renamed(FIRST, "Cy Dee"))
    kept.correct("r", "a2", "reject", by="Mona")
    # The new reader numbers otherwise and ends the first content a word earlier.
    (content,) = FIRST.content
    shorter = msgspec.structs.replace(
        FIRST, id="a2", content=(Span(content.start, content.end - 7),)
    )
    read_again(kept, msgspec.structs.replace(SECOND, id="a1"), shorter)
    assert ids(kept) == ["a2"]
    assert attribution(kept, "a2").content == FIRST.content
    assert found(kept, speaker="Dee") == ["r/a2"]
    assert list(kept.corrections(unfit=True)) == []


def test_what_was_accepted_stays_where_a_new_reader_misses_it(kept: Ledger) -> None:
    decision = kept.correct("r", "a1", "accept", by="Mona")
    read_again(kept, msgspec.structs.replace(SECOND, id="a1"))
    assert ids(kept) == [f"c{decision.id}", "a1"]
    assert found(kept, speaker="ديارا") == [f"r/c{decision.id}"]


def test_decisions_go_with_their_words_into_a_new_version(kept: Ledger) -> None:
    kept.correct("r", "a1", "amend", by="Mona", amended=renamed(FIRST, "Cy Dee"))
    text = "خبر عاجل. " + WAR
    moved = said(text, "مكافحة الإرهاب مستمرة", "سيدو ديارا")
    kept.add([report("r", text, moved)])
    amended = attribution(kept, "a1")
    assert amended.speaker == Speaker(name="Cy Dee", anonymous=False)
    assert amended.content == moved.content
    assert found(kept, speaker="Dee") == ["r/a1"]
    # Decided again, it is the new text's.
    kept.correct("r", "a1", "withdraw", by="Mona")
    assert attribution(kept, "a1") == moved


def test_what_no_longer_fits_goes_to_a_list(kept: Ledger) -> None:
    decision = kept.correct("r", "a1", "reject", by="Mona")
    text = "نص جديد تماما لا يقول شيئا."
    kept.add([report("r", text, said(text, "جديد"))])
    assert [one.id for one in kept.corrections(unfit=True)] == [decision.id]
    shown = kept.shown("r")
    assert shown is not None
    assert shown.corrected.unfit[0].quote == "مكافحة الإرهاب مستمرة"
    before = kept.shown("r", version=1)
    assert before is not None
    assert [one.id for one in before.report.attributions] == ["a2"]


@pytest.mark.parametrize(
    ("key", "id", "action", "fault"),
    [
        ("none", "a1", "accept", "no report 'none'"),
        ("r", "a9", "accept", "no attribution 'a9'"),
        ("r", "a1", "amend", "say what is to be amended"),
        ("r", "a1", "withdraw", "nothing was decided"),
    ],
)
def test_what_cannot_be_decided(kept: Ledger, key: str, id: str, action: str, fault: str) -> None:
    with pytest.raises(UsageError, match=fault):
        kept.correct(key, id, action, by="Mona")  # type: ignore[arg-type]
    assert list(kept.corrections()) == []


@pytest.mark.parametrize("content", [(), (Span(0, 10_000),), (Span(5, 5),)])
def test_spans_are_places_in_the_text(kept: Ledger, content: tuple[Span, ...]) -> None:
    amended = msgspec.structs.replace(FIRST, content=content)
    with pytest.raises(UsageError):
        kept.correct("r", "a1", "amend", by="Mona", amended=amended)


def test_who_decides_has_a_name(kept: Ledger) -> None:
    with pytest.raises(UsageError, match="name"):
        kept.correct("r", "a1", "reject", by=" ")


def test_words_are_placed_near_where_they_were() -> None:
    text = "one two one two one"
    assert placed("one", text, (Span(9, 12),)) == Span(8, 11)
    assert placed("one", text, ()) == Span(0, 3)
    with pytest.raises(UsageError, match="does not stand"):
        placed("three", text, ())


def test_reports_of_one_text_are_decided_apart(ledger: Ledger) -> None:
    ledger.add([report("r", WAR, FIRST), Report(id="s", text=WAR, attributions=(FIRST,))])
    ledger.correct("r", "a1", "reject", by="Mona")
    other = ledger.report("s")
    assert other is not None
    assert other.attributions == (FIRST,)
