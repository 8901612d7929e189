"""A text may break off after any word and begin with any: it is read, whatever it is cut to."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rawi.pipeline import read_report
from rawi.records import Report

GOLD = Path(__file__).parents[1] / "gold"
_SENTENCE = re.compile(r"(?<=[.!?؟])\s+|\n+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
#: Of every gold file so many sentences are cut, spread over it.
SENTENCES = 12


def sentences(path: Path) -> list[str]:
    """Return some sentences of a gold file, from all over it."""
    lines = path.read_text("utf-8").splitlines()
    found = [s for line in lines for s in _SENTENCE.split(json.loads(line)["text"]) if s]
    return found[:: max(len(found) // SENTENCES, 1)]


@pytest.mark.parametrize("path", sorted(GOLD.glob("??_*.jsonl")), ids=lambda path: path.stem)
def test_sentences_cut_short(path: Path) -> None:
    for sentence in sentences(path):
        for token in _TOKEN.finditer(sentence):
            for piece in (sentence[: token.end()], sentence[token.start() :]):
                read_report(Report(id="t", text=piece, language=path.stem[:2]))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "ولم يشأ برنامج الأغذية العالمي أن يحدد"),
        ("ar", "وثمنت سعادة"),
        ("ar", "فردّ الصباغ بكلمة"),
        ("ar", 'وبحسب ما علمت "أضواء'),
        ("ar", 'وأعلنت "قوات شرق النهر" عبر معرفها الرسمي في "تلجرام"'),
        ("en", "Rovers said in a statement that"),
        ("fr", "Le collectif Bus pour tous menace, lui, de"),
        ("ru", "На вопрос, кто ответит за задвижку, Вельский отказался"),
    ],
)
def test_what_once_broke_off_too_early(language: str, text: str) -> None:
    read_report(Report(id="t", text=text, language=language))
