"""What was found, laid out in both directions of writing."""

from __future__ import annotations

import msgspec
from sample_report import REPORT

from rawi.export.flow import View, flow, marked
from rawi.export.hits import counts_line, hit_lines, hit_values
from rawi.ledger.query import parse
from rawi.ledger.search import Counts, Hit
from rawi.ledger.snippets import Marker


def hit(query: str, statement: bool = True) -> Hit:
    marker = Marker(parse(query))
    one = REPORT.attributions[0] if statement else None
    return Hit(REPORT, one, marker.snippet(REPORT.text, one.content if one else ()))


def test_a_statement_with_its_marks() -> None:
    lines = hit_lines(3, hit("مخزون"), View())
    assert lines == [
        "  3. حسام البدري · r1/a1",
        "     direct · صحيفة الميزان · 2024-05-12 · ar · r1",
        "     “‹المخزون› كاف»، مضيفا أن «لا خوف”",
        "     حسام البدري → RTVI → تاس",
        "",
    ]


def test_a_report_with_its_snippet() -> None:
    lines = hit_lines(1, hit("تاس", statement=False), View())
    assert lines[0] == "  1. القمح يكفي ستة أشهر"
    assert "‹تاس›" in lines[2]


def test_a_marked_line_from_right_to_left_is_one_isolate() -> None:
    (line,) = flow([marked("قال إن القمح كاف", [(7, 12)])], View(isolates=True))
    assert line == "\u2067قال إن ‹القمح› كاف\u2069"


def test_colours_mark_without_signs() -> None:
    (line,) = flow([marked("one two three", [(4, 7)], "content")], View(colour=True))
    assert line == "\x1b[32mone \x1b[1;33mtwo\x1b[0m\x1b[32m three\x1b[0m"


def test_a_mark_over_two_lines_is_closed_on_each() -> None:
    lines = flow([marked("a bbbb cccc d", [(2, 11)])], View(width=8, colour=True))
    assert lines == ["a \x1b[1;33mbbbb\x1b[0m", "\x1b[1;33mcccc\x1b[0m d"]


def test_hostile_text_can_neither_steer_nor_mark() -> None:
    (line,) = flow([marked("\x1b[31m\ue000x\ue001 \u202eevil", [(0, 2)])], View())
    assert "\x1b" not in line
    assert "\u202e" not in line
    assert "\ue000" not in line
    assert line.count("‹") == 1


def test_values_are_offsets_into_the_original() -> None:
    values = hit_values(hit("كاف"))
    (mark,) = values["snippet"]["marks"]
    assert REPORT.text[mark.start : mark.end] == "كاف"
    start = values["snippet"]["start"]
    assert REPORT.text[start:].startswith(values["snippet"]["text"])
    assert (values["kind"], values["report"]) == ("statement", "r1")
    assert values["content"] == "المخزون كاف … لا خوف"
    assert hit_values(hit("كاف", statement=False))["attribution"] is None
    msgspec.json.encode(values)


def test_counts_as_words() -> None:
    assert counts_line(Counts(1, 2)) == "1 statement, 2 reports"
    assert counts_line(Counts(None, 1_000)) == "1,000 or more reports"


def test_a_name_that_was_found_is_marked() -> None:
    found = msgspec.structs.replace(hit("كاف"), speaker_marks=((5, 11),))
    assert hit_lines(1, found, View())[0] == "  1. حسام ‹البدري› · r1/a1"
    assert hit_values(found)["speaker_marks"] == ((5, 11),)
