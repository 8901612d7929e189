"""How commands end when something comes between."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from click.testing import Result

from rawi.errors import DataError, RawiError, UsageError

Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("error", "status"),
    [(DataError("cues.tsv:3: \x1b odd"), 1), (UsageError("no"), 2), (RawiError("no"), 1)],
)
def test_errors_of_our_own(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: RawiError, status: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(sys.modules["rawi.intake.sources"], "open_reports", fail)
    result = run("read", "x")
    assert result.exit_code == status
    assert result.stderr == f"rawi: {error}\n".replace("\x1b", "␛")


def test_interrupt(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["rawi.intake.sources"], "open_reports", fail)
    result = run("read", "x")
    assert (result.exit_code, result.output) == (130, "")
