"""The story that comes with Rawi: twelve invented reports of one interview, in four languages.

The same file is in the repository as `examples/06-story.jsonl`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

#: The reports, JSON Lines.
STORY: Final = Path(__file__).with_name("story.jsonl")
#: The report with which the story begins.
FIRST: Final = "gavan-tv"


@contextmanager
def filled() -> Iterator[Path]:
    """Yield the path of a ledger that holds the story; it is gone afterwards."""
    from rawi.ledger.ledger import Ledger
    from rawi.pipeline import read_many
    from rawi.records import Report

    with TemporaryDirectory(prefix="rawi-demo-") as folder:
        where = Path(folder) / "demo.db"
        with Ledger(str(where)) as ledger:
            ledger.add(report for report in read_many([STORY]) if isinstance(report, Report))
        yield where
