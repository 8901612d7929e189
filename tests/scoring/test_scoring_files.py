"""Files of gold and predictions, and what is wrong with some."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from marking import TEXT, attribution, write

from rawi.errors import FormatError, UnreadableError
from rawi.scoring.files import read_marked

GOOD = {"id": "1", "text": TEXT, "attributions": [attribution("We wait", type="direct")]}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "nested too deep"),
        ([], "not a JSON object"),
        ({"id": 3}, "'id'"),
        ({"id": "1"}, "'attributions'"),
        (GOOD | {"text": "x"}, "'text' differs"),
        (GOOD | {"id": "9"}, "no report '9'"),
        ({"id": "1", "attributions": [3]}, "not an object"),
        ({"id": "1", "attributions": [{"type": "direct"}]}, "'content'"),
        ({"id": "1", "attributions": [{"content": [[0, 3]], "type": "odd"}]}, "'type'"),
        ({"id": "1", "attributions": [{"content": [[0, 999]], "type": "direct"}]}, "outside"),
        ({"id": "1", "attributions": [{"content": [[3, 3]], "type": "direct"}]}, "empty"),
        ({"id": "1", "attributions": [{"content": [[0, 1.5]], "type": "direct"}]}, "a span"),
        ({"id": "1", "attributions": [attribution("We wait", speaker="Bo")]}, "'speaker'"),
        ({"id": "1", "attributions": [attribution("We wait", chain=[{}])]}, "'chain'"),
    ],
)
def test_malformed_lines(tmp_path: Path, line: Any, fault: str) -> None:
    gold = read_marked(write(tmp_path / "gold", GOOD))
    predicted = write(tmp_path / "predicted", "", line)
    with pytest.raises(FormatError) as caught:
        read_marked(predicted, gold)
    assert caught.value.where == f"{predicted}:2"
    assert fault in caught.value.fault


def test_second_id(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="gold:2: the id '1' occurs a second time"):
        read_marked(write(tmp_path / "gold", GOOD, GOOD))


def test_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "gold").write_bytes(b"\n\xff\n")
    with pytest.raises(FormatError, match="gold:2: not UTF-8"):
        read_marked(tmp_path / "gold")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="none: No such file"):
        read_marked(tmp_path / "none")
