"""What is slow to import is imported when it is needed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    "alembic", "babel", "email", "hijridate", "lxml", "multiprocessing", "psycopg", "rich",
    "sqlalchemy", "trafilatura", "zstandard",
}  # fmt: skip
TEXT = "قال الوزير أحمد سعيد إن الطريق سيفتح قريبا."


def modules_after(code: str) -> set[str]:
    """Return the modules that a fresh interpreter has after some code."""
    show = "import json, sys; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\n{show}"], capture_output=True, check=True, text=True
    )
    return set(json.loads(run.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "code",
    [
        "import rawi.cli",
        "import rawi; rawi.read",
        f"import rawi; assert rawi.read({TEXT!r}).attributions",
    ],
)
def test_reading_text_imports_nothing_that_is_for_pages_dates_or_terminals(code: str) -> None:
    assert not HEAVY & modules_after(code)


def test_the_help_needs_no_reader() -> None:
    assert "rawi.reading" not in modules_after("import rawi.cli")
