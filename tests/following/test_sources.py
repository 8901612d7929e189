"""What may be followed: files of feeds, and addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.following.sources import MAX_BYTES, followed

URL = "https://news.example/feed"


def test_files_and_addresses(tmp_path: Path) -> None:
    listed = tmp_path / "feeds.txt"
    listed.write_text(f"# mine\n{URL}\nhttps://a.example/\n")
    opml = tmp_path / "feeds.opml"
    opml.write_text(f"<opml><body><outline xmlUrl='{URL}'/></body></opml>")
    told: list[str] = []
    found = followed([str(listed), str(opml), "HTTPS://news.example/feed#x"], told.append)
    assert [str(url) for url in found] == [URL, "https://a.example/"]
    assert told == []


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (None, "no such file"),
        (b"", "no feed, no OPML"),
        (b"plain text", "no feed, no OPML"),
        (b"\xff\xfe\x00\x01", "no feed, no OPML"),
        (b"<opml/>", "names no feed"),
        (b"<rss><item><link>https://news.example/1</link></item></rss>", "name the feed's address"),
        (b" " * (MAX_BYTES + 1), "over 5,000,000 bytes"),
    ],
)
def test_a_file_that_names_none(tmp_path: Path, data: bytes | None, fault: str) -> None:
    path = tmp_path / "feeds.opml"
    if data is not None:
        path.write_bytes(data)
    told: list[str] = []
    assert followed([str(path)], told.append) == []
    (line,) = told
    assert line.startswith(f"{path}: ")
    assert fault in line


def test_what_is_wrong_costs_no_other(tmp_path: Path) -> None:
    opml = tmp_path / "feeds.opml"
    hostile = ("file:///etc/passwd", "/relative", "http://u:secret@a.example/", URL)
    opml.write_text("<opml>" + "".join(f"<outline xmlUrl='{one}'/>" for one in hostile) + "</opml>")
    told: list[str] = []
    found = followed([str(opml), "http://[", str(tmp_path), "nul\0nul", "https://b.example"],
                     told.append)  # fmt: skip
    assert [str(url) for url in found] == [URL, "https://b.example/"]
    assert len(told) == 6
    assert "secret" not in "".join(told)
