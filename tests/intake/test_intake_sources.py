"""Paths, folders, standard input."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from rawi.errors import EncodingError, InputError, TooLargeError, UnreadableError, UsageError
from rawi.intake import open_reports
from rawi.intake.sniffing import format_of
from rawi.records import Report

PAGE = "<!DOCTYPE html><html lang='ar'><body><p>قال الوزير إن العمل يبدأ غدا.</p></body></html>"


def stdin_of(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_file_is_named_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("خبر.txt").write_bytes("قال\r\n".encode())
    assert list(open_reports(["./خبر.txt", Path("خبر.txt")])) == [
        Report(id="./خبر.txt", text="قال\r\n"),
        Report(id="خبر.txt", text="قال\r\n"),
    ]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin_of(monkeypatch, "قال".encode())
    assert list(open_reports(["-"])) == [Report(id="stdin", text="قال")]
    assert not sys.stdin.buffer.closed
    stdin_of(monkeypatch, b'{"text":"a"}\n{"text":}\n')
    first, second = open_reports(["-"])
    assert first == Report(id="stdin:1", text="a")
    assert isinstance(second, InputError)
    assert second.where == "<stdin>:2"
    stdin_of(monkeypatch, b"")
    (error,) = open_reports(["-"])
    assert str(error) == "<stdin>: empty: no text in it"


def test_standard_input_that_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("قال"))
    assert list(open_reports(["-"])) == [Report(id="stdin", text="قال")]


def test_lines_of_a_pipe_come_as_they_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    with open(reader, encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        os.write(writer, b'{"text":"a"}\n')
        reports = open_reports(["-"])
        assert next(reports) == Report(id="stdin:1", text="a")
        os.write(writer, b'{"text":"b"}\n')
        assert next(reports) == Report(id="stdin:2", text="b")
        os.close(writer)
        assert list(reports) == []


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("c.txt", "a.txt", "b/z.html", "b/y.jsonl", ".hidden.txt", ".git/x.txt", "d.png"):
        content = {".html": PAGE, ".jsonl": '{"text":"x"}'}.get(Path(name).suffix, "x")
        (tmp_path / name).write_text(content, "utf-8")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    ids = [report.id for report in open_reports([tmp_path]) if isinstance(report, Report)]
    assert ids == [f"{tmp_path}/a.txt", "y:1", f"{tmp_path}/b/z.html", f"{tmp_path}/c.txt"]


def test_a_folder_without_reports(tmp_path: Path) -> None:
    (error,) = open_reports([tmp_path])
    assert isinstance(error, InputError)
    assert ".jsonl" in error.fault


def test_one_bad_input_costs_no_other(tmp_path: Path) -> None:
    for name, data in (("a.txt", b"a"), ("b.txt", b""), ("c.pdf", b"%PDF-1.7"), ("d.txt", b"d")):
        (tmp_path / name).write_bytes(data)
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "c.pdf", "gone.txt", "d.txt")]
    found = [*open_reports([*paths, "nul\0nul"])]
    kinds = [Report, InputError, EncodingError, UnreadableError, Report, UnreadableError]
    assert [type(item) for item in found] == kinds
    assert str(found[3]) == f"{tmp_path}/gone.txt: no such file or directory"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to the superuser")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    (error,) = open_reports([path])
    assert isinstance(error, UnreadableError)
    assert str(path) in str(error)


def test_refused_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_text("x")
    monkeypatch.setattr("builtins.open", refuse)
    (error,) = open_reports([path])
    assert isinstance(error, UnreadableError)
    assert str(error) == f"{path}: permission denied"


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(0)
        stream.write(b"a" * 2000)
    (error,) = open_reports([path], max_bytes=1000)
    assert isinstance(error, TooLargeError)
    assert str(error) == f"{path}: the input is over 1,000 bytes; raise max_bytes (--max-bytes)"
    (report,) = open_reports([path], max_bytes=2000)
    assert isinstance(report, Report)


def test_the_format_asked_for_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PAGE, "utf-8")
    (report,) = open_reports([path], format="text")
    assert isinstance(report, Report)
    assert report.text == PAGE
    with pytest.raises(UsageError, match='no format "docx"'):
        open_reports([path], format="docx")


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xe9.txt")
    with open(path, "wb") as stream:
        stream.write(b"x")
    (report,) = open_reports([os.fsdecode(path)])
    assert isinstance(report, Report)
    assert report.id.encode("utf-8").endswith("\ufffd.txt".encode())


def test_the_same_twice(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "b.jsonl").write_text('{"text":"a"}\n{"text":"b"}\n', "utf-8")
    assert list(open_reports([tmp_path])) == list(open_reports([tmp_path]))


@pytest.mark.parametrize(
    ("head", "suffix", "format"),
    [
        (b"<!DOCTYPE html>", ".txt", "html"),
        (b"\xef\xbb\xbf\n <!-- saved -->\n<HTML>", "", "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "", "html"),
        ("<html>".encode("utf-16"), "", "html"),
        (b"<p>x", ".html", "html"),
        (b"<p>x", ".XHTML", "html"),
        (b"<p>x", "", "text"),
        (b'{"text": "a"}\n', ".txt", "jsonl"),
        (b'{\n "text": "a', "", "jsonl"),
        (b'[ {"text": 1}', "", "jsonl"),
        (b"{} x", "", "text"),
        (b"{curly} text", "", "text"),
        (b"[brackets] text", ".txt", "text"),
        (b"anything", ".jsonl", "jsonl"),
        (b"anything", ".docx", "text"),
        (b"", "", "text"),
    ],
)
def test_the_format_is_told_by_content_then_by_name(head: bytes, suffix: str, format: str) -> None:
    assert format_of(head, suffix) == format
