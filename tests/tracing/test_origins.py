"""How often it was said, how many heard it themselves, and who speaks against it: small stories."""

from __future__ import annotations

import msgspec
import pytest

from rawi.pipeline import read
from rawi.records import Report, Statement
from rawi.tracing.mentions import Named
from rawi.tracing.trace import Traced

Row = tuple[str, str, str, str | None, str]  # id, language, publisher, published, text


def traced(*rows: Row) -> Traced:
    return Traced(
        msgspec.structs.replace(
            read(text, language=language, publisher=publisher, published=published), id=id
        )
        for id, language, publisher, published, text in rows
    )


def carried(found: Traced, words: str) -> Statement:
    """Return the statement whose members hold these words."""
    for statement in found.trace.statements:
        for member in statement.members:
            text = found.reports[member.report].text
            if any(words in span.of(text) for span in member.content):
                return statement
    raise AssertionError(words)


CONFERENCE: tuple[Row, ...] = (
    (
        "a", "en", "Quay News Agency", "2031-05-04T10:00:00Z",
        "OTRADA, May 4 (Quay News Agency) - The ferry to Lint will stop on the first of June, "
        "Transport Minister Ada Lind told a press conference on Sunday.\n\nThe harbour has piers.",
    ),
    (
        "b", "en", "Wharf Wire", "2031-05-04T10:20:00Z",
        "OTRADA (Wharf Wire) - The ferry to Lint will stop on June 1, Transport Minister Ada Lind "
        "told reporters at a press conference on Sunday.\n\nShe arrived an hour late, by bicycle.",
    ),
)  # fmt: skip


def test_one_conference_that_two_heard() -> None:
    statement = carried(traced(*CONFERENCE), "ferry to Lint")
    assert statement.speech_events == (1, 1)
    assert statement.independent_origins == (2, 2)
    assert len(statement.independent_origins_why) == 2


def test_a_late_report_without_a_source_is_no_origin() -> None:
    late = (
        "c", "en", "Sunday Digest", "2031-05-06T18:00:00Z",
        "The ferry to Lint will stop on the first of June, Transport Minister Ada Lind said.",
    )  # fmt: skip
    statement = carried(traced(*CONFERENCE, late), "ferry to Lint")
    assert {m.report for m in statement.members} == {"a", "b", "c"}
    assert statement.independent_origins == (2, 2)


def test_agencies_are_no_source() -> None:
    found = traced(
        (
            "a", "en", "Morning Post", "2031-05-04T10:00:00Z",
            "The ferry to Lint will stop on the first of June, minister Ada Lind said.\n\n"
            "Source: agencies",
        ),
    )  # fmt: skip
    statement = carried(found, "ferry to Lint")
    assert statement.independent_origins == (1, 1)
    assert not any("outlet:" in why for why in statement.independent_origins_why)


RELEASE: tuple[Row, ...] = (
    (
        "a", "en", "Quay News Agency", "2031-05-04T10:00:00Z",
        "The ferry to Lint will stop on the first of June, the ministry of transport said in a "
        "statement on Sunday.",
    ),
    (
        "b", "fr", "Lint-Info", "2031-05-04T12:00:00Z",
        "Le ferry de Lint s’arrêtera le 1er juin, a annoncé le ministère des Transports dans un "
        "communiqué publié dimanche.\n\nLes pêcheurs du quai nord, eux, réclament depuis un an un "
        "nouveau phare. Les écoles de l’île resteront ouvertes jusqu’à la fin de juillet.",
    ),
)  # fmt: skip


def test_two_that_tell_of_a_document_may_both_have_read_it() -> None:
    statement = carried(traced(*RELEASE), "ferry to Lint")
    assert {m.report for m in statement.members} == {"a", "b"}
    assert statement.speech_events == (1, 1)
    assert statement.independent_origins == (1, 2)


def test_who_tells_of_the_room_days_later_may_have_been_there() -> None:
    late = (
        "c", "en", "Sunday Digest", "2031-05-06T18:00:00Z",
        "The ferry to Lint will stop on the first of June, Transport Minister Ada Lind said in a "
        "speech. She paused, and a reporter in the front row laughed.",
    )  # fmt: skip
    statement = carried(traced(*CONFERENCE, late), "ferry to Lint")
    assert {m.report for m in statement.members} == {"a", "b", "c"}
    assert statement.independent_origins == (2, 3)


def test_a_short_name_in_another_script_is_the_report_that_held_the_interview() -> None:
    found = traced(
        (
            "a", "fr", "Radio Cap", "2031-05-04T10:00:00Z",
            "« Le ferry de Lint s’arrêtera le 1er juin », a dit Ada Lind au micro de Radio Cap.",
        ),
        (
            "b", "en", "Lint Gazette", "2031-05-04T14:00:00Z",
            "“The ferry to Lint will stop on June 1,” Ada Lind told Cap.",
        ),
    )  # fmt: skip
    statement = carried(found, "ferry")
    assert statement.independent_origins == (1, 1)
    assert not any("outlet:" in why for why in statement.independent_origins_why)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He spoke to the broadcaster Nadir TV, which has it all.", True),
        ("Он выступал в эфире канала «Надир».", True),
        ("وذلك في حوار مع قناة نادر مساء أمس", True),
        ("The nadir of the season came in May.", False),
    ],
)
def test_outlets_are_known_in_the_text(text: str, names: bool) -> None:
    report = Report(id="r", text=text, publisher="Harbor Wire")
    assert Named(report).names("قناة نادر") is names


def test_a_place_is_not_the_outlet_named_after_it() -> None:
    report = Report(id="r", text="KARVALA - Rain fell on Karvala.", publisher="Harbor Wire")
    assert not Named(report).names("Karvala News Agency")
    assert not Named(report).itself


def test_its_own_dateline() -> None:
    assert Named(Report(id="r", text="GENEVA (MNA) - It", publisher="MNA")).own_dateline
    assert not Named(Report(id="r", text="GENEVA (MNA) - It", publisher="Osprey")).own_dateline


def test_a_denial_is_of_what_its_sentence_is_like() -> None:
    denial = (
        "d", "en", "Lint Courier", "2031-05-05T09:00:00Z",
        "The mayor of Lint, Jon Sand, denied on Monday that the ferry to Lint would stop in June.",
    )  # fmt: skip
    found = traced(*CONFERENCE, denial)
    statement = carried(found, "ferry to Lint will stop")
    assert [(one.report, one.stance) for one in statement.against] == [("d", "denies")]


DENIAL: Row = (
    "d", "en", "Quay News Agency", "2031-05-05T10:00:00Z",
    'Prime Minister Olaf Brandt denied on Monday that the ferry to Lint would stop. "The ferry '
    'will not stop on any day of this year," Olaf Brandt said.',
)  # fmt: skip


def test_a_report_may_tell_what_was_said_and_who_denies_it() -> None:
    both = (
        "d", "en", "Lint Gazette", "2031-05-05T10:00:00Z",
        "The ferry to Lint will stop on the first of June, Transport Minister Ada Lind said. "
        "Prime Minister Olaf Brandt denied that the ferry to Lint will stop in June.",
    )  # fmt: skip
    statement = carried(traced(*CONFERENCE, both), "ferry to Lint will stop on")
    assert "d" in {member.report for member in statement.members}
    assert [(one.report, one.stance) for one in statement.against] == [("d", "denies")]


def test_a_speaker_who_denies_what_he_said_in_the_same_report_is_not_taken_for_another() -> None:
    both = (
        "d", "en", "Lint Gazette", "2031-05-05T10:00:00Z",
        "The ferry to Lint will stop on the first of June, Transport Minister Ada Lind said. "
        "Ada Lind denied that the ferry to Lint will stop in May.",
    )  # fmt: skip
    assert not carried(traced(*CONFERENCE, both), "ferry to Lint will stop on").against


def test_words_of_a_denial_are_against_it_wherever_they_are_passed_on() -> None:
    passed_on = (
        "e", "en", "Lint Gazette", "2031-05-05T14:00:00Z",
        '"The ferry will not stop on any day of this year," Prime Minister Olaf Brandt said.',
    )  # fmt: skip
    other_matter = (
        "f", "en", "Port Record", "2031-05-05T15:00:00Z",
        '"I will not raise the tax on salt," Prime Minister Olaf Brandt said.',
    )  # fmt: skip
    found = traced(*CONFERENCE, DENIAL, passed_on, other_matter)
    against = carried(found, "ferry to Lint will stop on").against
    assert [(one.report, one.stance) for one in against] == [("d", "denies"), ("e", "denies")]


_TOLD = {
    "en": "The ferry to Lint will stop on the first of June, Transport Minister Ada Lind said. ",
    "fr": "Le ferry de Lint s'arrêtera le premier juin, a déclaré la ministre des Transports Ada "
          "Lind. ",
    "ru": "Паром в Линт перестанет ходить с первого июня, заявила министр транспорта Ада Линд. ",
    "ar": "قالت وزيرة النقل آدا ليند إن العبارة إلى لينت ستتوقف في الأول من يونيو. ",
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "denial"),
    [
        ("en", '"That is not true," the mayor of Lint, Jon Sand, said.'),
        ("en", '"These claims are baseless," the mayor of Lint, Jon Sand, told reporters.'),
        ("fr", "« C'est faux », a répondu le maire de Lint, Jon Sand."),
        ("ru", "«Это неправда», — ответил мэр Линта Йон Санд."),
        ("ar", "وقال رئيس البلدية كريم حداد: «هذا الكلام غير صحيح»."),
    ],
)
def test_what_is_called_untrue_without_a_word_of_it_is_what_another_was_told_to_say(
    code: str, denial: str
) -> None:
    both = ("d", code, "Lint Gazette", "2031-05-05T10:00:00Z", _TOLD[code] + denial)
    statement = carried(traced(*CONFERENCE, both), "ferry to Lint will stop on")
    assert [(one.report, one.stance) for one in statement.against] == [("d", "denies")]


def test_what_is_called_untrue_where_nothing_else_is_told_is_nothing_known() -> None:
    alone = (
        "d", "en", "Lint Gazette", "2031-05-05T10:00:00Z",
        'Salt costs more. "That is not true," the mayor of Lint, Jon Sand, said.',
    )  # fmt: skip
    assert not carried(traced(*CONFERENCE, alone), "ferry to Lint will stop on").against


@pytest.mark.parametrize(
    ("denier", "against"),
    [("Transport Minister Ada Lind", ["d"]), ("The harbour master Per Holm", [])],
)
def test_who_denies_having_said_so_denies_what_was_laid_in_their_own_mouth(
    denier: str, against: list[str]
) -> None:
    report = (
        "d", "en", "Lint Gazette", "2031-05-05T10:00:00Z",
        f'"I never said the first of June. I said that the ferry is old," {denier} told reporters.',
    )  # fmt: skip
    statement = carried(traced(*CONFERENCE, report), "ferry to Lint will stop on")
    assert [one.report for one in statement.against] == against


def test_an_agency_takes_back_what_it_told() -> None:
    report = (
        "d", "en", "Quay News Agency", "2031-05-05T10:00:00Z",
        "The Quay News Agency withdraws its report that the ferry to Lint will stop on the first "
        "of June. The recording was forged, the agency said.",
    )  # fmt: skip
    statement = carried(traced(*CONFERENCE, report), "The ferry to Lint will stop on")
    assert [(one.report, one.stance) for one in statement.against] == [("d", "denies")]


def test_nothing_is_denied_before_it_was_said() -> None:
    denial = (
        "d", "en", "Lint Courier", "2031-05-02T09:00:00Z",
        "The mayor of Lint, Jon Sand, denied on Friday that the ferry to Lint would stop in June.",
    )  # fmt: skip
    found = traced(*CONFERENCE, denial)
    assert not carried(found, "ferry to Lint will stop").against


def test_many_without_a_source_are_counted_in_bounded_time() -> None:
    text = "The ferry to Lint will stop on the first of June, minister Ada Lind said."
    found = traced(*((f"r{n:03}", "en", f"Paper {n}", None, text) for n in range(120)))
    statement = carried(found, "ferry to Lint")
    least, most = statement.independent_origins
    assert 1 <= least <= most <= 120
