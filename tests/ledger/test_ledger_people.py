"""Who is one person in a ledger: the same whatever came first, whatever goes, on both databases."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from test_search import report, said

from rawi import Ledger, Report
from rawi.errors import UsageError
from rawi.ledger.people import checking
from rawi.records import Attribution, Speaker

GOLD = Path(__file__).parents[1] / "gold" / "speakers.jsonl"
TEXT = "one two three four"


def tells(id: str, *names: str, language: str = "en", role: str | None = None) -> Report:
    """A report in which each of some speakers says a word."""
    told = []
    for number, name in enumerate(names, 1):
        one = said(TEXT, TEXT.split()[number - 1], name, number=number)
        speaker = Speaker(name=name, anonymous=False, role=role)
        told.append(Attribution(id=one.id, content=one.content, type=one.type, speaker=speaker))
    return report(id, TEXT, *told, language=language, published="2024-05-01")


LAVROV = [
    tells("ru", "Сергей Лавров", language="ru"),
    tells("en", "Sergey Lavrov", "Lavrov", language="en"),
    tells("ar", "سيرغي لافروف", language="ar"),
    tells("fr", "Sergueï Lavrov", language="fr"),
]


def persons(ledger: Ledger) -> list[tuple[list[str], int, int]]:
    return sorted(
        (sorted(one.name for one in row.names), row.statements, row.reports)
        for row in ledger.speakers()
    )


def sound(ledger: Ledger) -> bool:
    with ledger.engine.connect() as connection:
        return not checking.astray(connection)


def test_one_speaker_in_four_scripts_is_one(ledger: Ledger) -> None:
    ledger.add(LAVROV)
    (row,) = ledger.speakers()
    assert (row.statements, row.reports) == (5, 4)
    assert row.name == "Sergey Lavrov"
    assert {one.name: one.languages for one in row.names} == {
        "Сергей Лавров": ("ru",), "Sergey Lavrov": ("en",), "Lavrov": ("en",),
        "سيرغي لافروف": ("ar",), "Sergueï Lavrov": ("fr",),
    }  # fmt: skip
    for name in ("Лавров", "Sergueï", "لافروف"):
        assert len(list(ledger.search("", speaker=name))) == 5
    assert sound(ledger)


def test_a_second_bearer_takes_the_family_name_alone_away(ledger: Ledger) -> None:
    ledger.add(LAVROV)
    ledger.add([tells("other", "Konstantin Lavrov")])
    names = [names for names, _, _ in persons(ledger)]
    assert ["Lavrov"] in names
    assert len(names) == 3
    assert sound(ledger)
    ledger.forget("other")
    assert len(persons(ledger)) == 1
    assert sound(ledger)


def test_bodies_never_join_with_persons(ledger: Ledger) -> None:
    text = "one two"
    ledger.add(
        [report("a", text, said(text, "one", "Diarra"),
                said(text, "two", "Диарра", kind="organisation", number=2))]
    )  # fmt: skip
    assert sorted(row.kind for row in ledger.speakers()) == ["organisation", "person"]


def test_roles_that_contradict_keep_namesakes_apart(ledger: Ledger) -> None:
    ledger.add([tells("a", "Jean Martin", role="ministre français")])
    ledger.add([tells("b", "Жан Мартен", language="ru")])
    assert len(persons(ledger)) == 1
    ledger.add([tells("c", "Жан Мартен", language="ru", role="бельгийский футболист")])
    assert len(persons(ledger)) == 2
    ledger.forget("c")
    assert len(persons(ledger)) == 1
    assert sound(ledger)


def reports_of_the_gold(seed: int) -> list[Report]:
    lines = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    chance = random.Random(seed)
    found = []
    for line in chance.sample(lines, 40):
        for names in line["persons"]:
            for one in names:
                id = f"{line['id']}-{len(found)}"
                found.append(tells(id, one["name"], role=one.get("role")))
    return found


@pytest.mark.parametrize("seed", range(3))
def test_no_order_of_arrival_makes_a_difference(where: str, tmp_path: Path, seed: int) -> None:
    reports = reports_of_the_gold(seed)
    with Ledger(where) as ledger:
        ledger.add(reports)
        assert sound(ledger)
        expected = persons(ledger)
    chance = random.Random(seed + 100)
    with Ledger(tmp_path / "other.db") as ledger:
        extra = tells("extra", "Sergei Petrov", "Andrei Lavrov", "Diarra", "Hassan")
        ledger.add([extra])
        chance.shuffle(reports)
        at = 0
        while at < len(reports):
            size = chance.choice([1, 2, 7])
            ledger.add(reports[at : at + size])
            at += size
        ledger.forget("extra")
        assert sound(ledger)
        assert persons(ledger) == expected


def test_a_new_version_and_a_correction_are_counted_anew(ledger: Ledger) -> None:
    ledger.add(LAVROV)
    ledger.correct("ru", "a1", "reject", by="Mona")
    assert [(count, reports) for _, count, reports in persons(ledger)] == [(4, 3)]
    assert sound(ledger)
    ledger.correct("ru", "a1", "withdraw", by="Mona")
    assert [(count, reports) for _, count, reports in persons(ledger)] == [(5, 4)]
    assert sound(ledger)


def test_the_list_goes_on_after_a_row(ledger: Ledger) -> None:
    ledger.add([tells("a", "Ann Bo", "Cy Dee"), tells("b", "Cy Dee", "Eve Fox")])
    rows = list(ledger.speakers())
    assert [row.name for row in rows] == ["Cy Dee", "Ann Bo", "Eve Fox"]
    first = rows[0]
    assert list(ledger.speakers(after=(first.statements, first.name, first.kind))) == rows[1:]


def test_doctor_finds_and_mends_what_is_astray(ledger: Ledger) -> None:
    from sqlalchemy import update

    from rawi.ledger import schema

    ledger.add(LAVROV)
    with ledger.engine.begin() as connection:
        connection.execute(update(schema.persons).values(statements=99))
    faults = list(ledger.examine())
    assert any("speakers" in one.fault and one.mended for one in faults)
    assert sound(ledger)
    assert list(ledger.examine()) == []


def test_a_persons_decision_wins_stays_and_can_be_taken_back(ledger: Ledger) -> None:
    ledger.add(LAVROV)
    ledger.add([tells("other", "Konstantin Lavrov")])
    made = ledger.decide("same-speaker", "Lavrov", "Konstantin Lavrov", who="Mona", why="seen")
    assert (made.names, made.other_names) == (("Lavrov",), ("Konstantin Lavrov",))
    assert ["Konstantin Lavrov", "Lavrov"] in [names for names, _, _ in persons(ledger)]
    again = ledger.decide("different-speakers", "Sergey Lavrov", "سيرغي لافروف", who="Mona")
    assert ["سيرغي لافروف"] in [names for names, _, _ in persons(ledger)]
    assert sound(ledger)
    ledger.add([tells("more", "سيرغي لافروف", "Lavrov")])
    assert sound(ledger)
    for hit in ledger.search("", speaker="Sergey Lavrov"):
        assert hit.attribution
        assert hit.attribution.speaker
        assert hit.attribution.speaker.name != "سيرغي لافروف"
    ledger.undo(again.id, who="Mona")
    ledger.undo(made.id, who="Mona")
    assert [one.undone for one in ledger.decisions()] == [True, True]
    assert len(persons(ledger)) == 3
    assert sound(ledger)


def test_a_decision_stays_when_all_is_read_again(ledger: Ledger) -> None:
    ledger.add(
        [
            Report(id="a", text="Sergey Lavrov said that the talks would go on.", language="en"),
            Report(id="b", text="Сергей Лавров заявил, что переговоры продолжатся.", language="ru"),
        ]
    )
    assert [names for names, _, _ in persons(ledger)] == [["Sergey Lavrov", "Сергей Лавров"]]
    ledger.decide("different-speakers", "Sergey Lavrov", "Сергей Лавров", who="Mona")
    apart = [["Sergey Lavrov"], ["Сергей Лавров"]]
    assert [names for names, _, _ in persons(ledger)] == apart
    ledger.reread(everything=True)
    assert [names for names, _, _ in persons(ledger)] == apart
    assert sound(ledger)


def test_a_decision_goes_with_the_names_that_are_forgotten(ledger: Ledger) -> None:
    ledger.add([tells("a", "Ann Bo"), tells("b", "Cy Dee"), tells("c", "Eve Fox")])
    ledger.decide("same-speaker", "Ann Bo", "Cy Dee", who="Mona")
    ledger.forget("c")
    assert len(ledger.decisions()) == 1
    ledger.forget("b")
    assert ledger.decisions() == []
    assert sound(ledger)


@pytest.mark.parametrize(
    ("one", "other", "fault"),
    [
        ("Ann Bo", "Nobody Here", "no person 'Nobody Here'"),
        ("Ann Bo", "Ann Bo", "give different ones"),
        ("Ann Bo", "Lavrov", "may be any of 2 persons"),
        ("Ann Bo", "...", "no letters"),
    ],
)
def test_what_cannot_be_decided_is_told(ledger: Ledger, one: str, other: str, fault: str) -> None:
    ledger.add([tells("a", "Ann Bo", "Sergey Lavrov", "Konstantin Lavrov")])
    with pytest.raises(UsageError, match=fault):
        ledger.decide("same-speaker", one, other, who="Mona")


def test_doubtful_pairs_are_listed_until_somebody_decides(ledger: Ledger) -> None:
    ledger.add([tells("a", "Sergey Lavrov", "Konstantin Lavrov"), tells("b", "Лавров")])
    found = list(ledger.doubts())
    assert {(one.name, one.other) for one in found} == {
        ("Sergey Lavrov", "Лавров"), ("Konstantin Lavrov", "Лавров"),
    }  # fmt: skip
    assert all(0.6 <= one.score < 0.85 and one.reasons for one in found)
    assert (found[0].reports, found[0].other_reports) == (("a",), ("b",))
    ledger.decide("different-speakers", "Konstantin Lavrov", "Лавров", who="Mona")
    assert list(ledger.doubts()) == []
    assert [names for names, _, _ in persons(ledger)] == [
        ["Konstantin Lavrov"], ["Sergey Lavrov", "Лавров"],
    ]  # fmt: skip


def test_tracing_goes_by_what_people_decided(ledger: Ledger) -> None:
    english = "The talks with Iran will begin in Geneva on Monday."
    russian = "Переговоры с Ираном начнутся в Женеве в понедельник."
    for id, text, name, language in (
        ("a", english, "Sergey Lavrov", "en"), ("b", russian, "Сергей Лавров", "ru")
    ):  # fmt: skip
        told = said(text, text, name)
        ledger.add([report(id, text, told, language=language, published="2024-05-01")])
    assert len(list(ledger.every_statement())) == 1
    made = ledger.decide("different-speakers", "Sergey Lavrov", "Сергей Лавров", who="Mona")
    assert len(list(ledger.every_statement())) == 2
    ledger.undo(made.id, who="Mona")
    assert len(list(ledger.every_statement())) == 1
