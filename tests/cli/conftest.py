from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rawi.cli import main

sys.path.insert(0, str(Path(__file__).parent))

import stubbed_rawi


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `rawi` in this process, over the stand-in reader."""
    for name, module in stubbed_rawi.modules().items():
        monkeypatch.setitem(sys.modules, name, module)

    def run(*arguments: Any, input: str | None = None) -> Result:
        return CliRunner().invoke(main, list(map(str, arguments)), input=input, prog_name="rawi")

    return run


@pytest.fixture
def program() -> Callable[..., subprocess.Popen[str]]:
    """Start `rawi` as a process of its own, over the stand-in reader."""

    def start(*arguments: Any, env: dict[str, str] | None = None, **more: Any) -> Any:
        return subprocess.Popen(
            [*stubbed_rawi.PROGRAM, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=stubbed_rawi.environment(**(env or {})),
            encoding="utf-8",
            **more,
        )

    return start
