"""The engine knows no language: its modules hold no Arabic and no Cyrillic letter or mark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import rawi

HOME = Path(rawi.__file__).parent
#: Arabic blocks (letters, digits, punctuation, presentation forms) and Cyrillic ones.
LETTERS = re.compile(
    "[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u0400-\u052f\u1c80-\u1c8f]"
)
MODULES = sorted(
    path for path in HOME.rglob("*.py") if "languages" not in path.relative_to(HOME).parts
)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOME)))
def test_a_module_holds_no_letter_of_a_language(path: Path) -> None:
    lines = enumerate(path.read_text("utf-8").splitlines(), 1)
    found = [f"{path.relative_to(HOME)}:{number}: {line}" for number, line in lines
             if LETTERS.search(line)]  # fmt: skip
    assert found == []


def test_there_are_modules_and_the_expression_sees_letters() -> None:
    assert len(MODULES) > 50
    assert LETTERS.search("؟")
    assert LETTERS.search("ж")
    assert not LETTERS.search("é «»")
