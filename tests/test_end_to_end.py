"""The whole of Rawi on real input: the command line, and what holds for any text at all."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import rawi
from rawi.pipeline import read_report
from rawi.reading.packs import shipped
from rawi.records import Report, Span
from rawi.scoring.files import read_marked, score_reports

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
SEED = ROOT.parent / "shared" / "gold" / "seed.jsonl"


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run `rawi` in a process of its own, its hash seed not set."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONHASHSEED"}
    return subprocess.run(
        [sys.executable, "-m", "rawi", *arguments],
        input=given, capture_output=True, cwd=ROOT, env=environment, timeout=300,
    )  # fmt: skip


@pytest.fixture(scope="module")
def output() -> bytes:
    """Return what `rawi read --json examples/` writes."""
    done = run("read", "--json", "examples/")
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def spans(report: Report) -> list[Span]:
    """Return every span of a report, those in speakers, chains and reasons included."""
    found = [part.span for part in report.parts]
    for attribution in report.attributions:
        found += [*attribution.content, *attribution.cue, *attribution.source]
        found += attribution.speaker.evidence if attribution.speaker else ()
        found += attribution.said_at.evidence if attribution.said_at else ()
        for hop in attribution.chain:
            found += hop.evidence
        for reason in attribution.why:
            found += reason.words
    return found


# -- the command line ------------------------------------------------------------------


def test_same_input_same_bytes(output: bytes) -> None:
    assert run("read", "--json", "examples/").stdout == output


def test_processes_change_nothing(output: bytes) -> None:
    assert run("read", "--json", "--jobs", "2", "examples/").stdout == output


def test_every_example_has_statements_with_spans_inside_its_text(output: bytes) -> None:
    reports = [msgspec.json.decode(line, type=Report) for line in output.splitlines()]
    stories = [path.read_text("utf-8").splitlines() for path in EXAMPLES.glob("*.jsonl")]
    assert len(reports) == len(list(EXAMPLES.glob("*.txt"))) + sum(map(len, stories))
    for report in reports:
        assert report.attributions
        assert all(0 <= span.start < span.end <= len(report.text) for span in spans(report))


def test_output_is_input_again(output: bytes) -> None:
    again = run("read", "--json", "-", given=output).stdout
    assert [json.loads(line)["attributions"] for line in again.splitlines()] == [
        json.loads(line)["attributions"] for line in output.splitlines()
    ]


def test_what_was_read_scores_in_full_against_itself(output: bytes, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_bytes(output)
    done = run("score", "--json", str(gold))
    assert done.returncode == 0, done.stderr.decode()
    figures = json.loads(done.stdout)
    assert figures["detection"]["all"]["exact"]["f1"] == 1.0
    assert figures["speaker"]["accuracy"] == figures["chain"]["accuracy"] == 1.0


def test_unreadable_files_are_named_and_the_others_read(tmp_path: Path) -> None:
    good = EXAMPLES / "01-interview.txt"
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (tmp_path / "report.txt").write_bytes(good.read_text("utf-8").encode("windows-1256"))
    done = run("read", "--json", str(tmp_path), str(tmp_path / "missing.txt"), str(good))
    assert done.returncode == 1
    assert b"picture.txt" in done.stderr
    assert b"missing.txt" in done.stderr
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["attributions"] == second["attributions"]


def test_python_reads_what_the_command_line_reads(output: bytes) -> None:
    paths = sorted(EXAMPLES.glob("*.txt"))
    assert paths
    for path, line in zip(paths, output.splitlines(), strict=False):  # a story comes after them
        written = msgspec.json.decode(line, type=Report)
        assert rawi.read(path).attributions == written.attributions


# -- any text at all -------------------------------------------------------------------

#: Pieces that reports are made of, so that texts come out that a reader has something to do with.
PIECES = [
    "قال", "وقال", "وأضاف", "أكد", "مؤكدا", "لم يكشف", "بحسب", "وفقا ل", "نقلا عن", "قوله", "كما",
    "إن", "أن", "أنه", "بأن", "الوزير", "وزير الخارجية", "محمد أحمد", "الرئيس", "مصدر", "الوزارة",
    "وكالة رويترز", "قناة", "في مقابلة مع", "في بيان", "على تويتر", "غرد", "صحيفة", "رويترز",
    "اليوم", "أمس الثلاثاء", "21 أغسطس/آب 2024", "القمح يكفي", "و", "ف", "ل", "المصدر", "اقرأ أيضا",
    "وكالات", "المتحدث باسم", "هو", "الذي", "لافتا إلى", "معتبرة", "رفض", "التعليق", "س", "ج",
    '"', "«", "»", "“", "”", "'", ":", "،", ".", "؟", "!", "-", "–", "(", ")", "/", "|", "…",
    "\n", "\n\n", " ", "\u200f", "\u202b", "\u0640", "\u064b", "\u200c", "\xa0", "\ud800", "\x00",
    "٣", "a", "É", "😀",
]  # fmt: skip

PLAIN = st.text(max_size=200) | st.text(st.characters(), max_size=40)
REPORT_LIKE = st.lists(st.sampled_from(PIECES), max_size=60).flatmap(
    lambda pieces: st.sampled_from(["".join(pieces), " ".join(pieces)])
)
LINES = st.lists(REPORT_LIKE, max_size=8).map("\n".join)
#: Clauses of the examples in any order: sentences that begin, break off and go on anywhere.
CLAUSES = sorted(
    {
        clause
        for path in EXAMPLES.glob("*.txt")
        for clause in re.findall(r"[^،.:\n]+[،.:\n]*", path.read_text("utf-8"))
    }
)
JUMBLED = st.lists(st.sampled_from(CLAUSES), max_size=20).map("".join)
TEXTS = PLAIN | REPORT_LIKE | LINES | JUMBLED


def read(text: str) -> Report:
    """Read a text as Arabic, whatever it is."""
    return read_report(Report(id="t", text=text, language="ar", published="2024-08-21"))


@example("قأل أن:لأفتأ:0")
@example("Ć::أبت:قأل أ:0")
@given(TEXTS)
def test_property_any_text_is_read_and_every_span_lies_inside(text: str) -> None:
    report = read(text)
    assert report.text == text
    assert all(0 <= span.start < span.end <= len(text) for span in spans(report))
    assert [a.id for a in report.attributions] == [
        f"a{number}" for number in range(1, len(report.attributions) + 1)
    ]
    assert all(attribution.content for attribution in report.attributions)


@given(TEXTS)
def test_property_same_text_same_reading(text: str) -> None:
    assert read(text) == read(text)


@given(TEXTS)
def test_property_a_reading_survives_json(text: str) -> None:
    report = read(text.encode("utf-8", "replace").decode())
    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report


@given(TEXTS)
@example("HE")
def test_property_the_language_is_told_for_any_text(text: str) -> None:
    report = rawi.read(Report(id="t", text=text))
    assert report.language in (None, *shipped.available())
    assert (report.language is None) == bool(report.warnings)


# -- the report that the project began from --------------------------------------------


@pytest.fixture(scope="module")
def seed_figures() -> dict[str, Any]:
    """Return the figures of the seed; its text is not the project's, and lies beside it."""
    if not SEED.is_file():
        pytest.skip("the seed report lies beside the checkout, where there is one")
    gold = read_marked(SEED)
    done = run("read", "--json", str(SEED))
    assert done.returncode == 0
    predicted = {
        report["id"]: report["attributions"] for report in map(json.loads, done.stdout.splitlines())
    }
    from rawi.scoring.files import marked_all

    marked = {key: marked_all(predicted[key], report.text) for key, report in gold.items()}
    return score_reports(gold, marked)


def test_every_attribution_of_the_seed_is_found(seed_figures: dict[str, Any]) -> None:
    assert seed_figures["detection"]["all"]["soft"]["recall"] == 1.0


def test_speakers_and_chains_of_the_seed_are_right(seed_figures: dict[str, Any]) -> None:
    assert seed_figures["speaker"]["accuracy"] == 1.0
    assert seed_figures["chain"]["accuracy"] == 1.0
