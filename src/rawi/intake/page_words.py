"""The words that pages are marked with, from `page_words.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from rawi.intake.page_tree import Element

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_MOST_CLASSES = 500


class PageWords(msgspec.Struct, frozen=True):
    """Labels that a reader sees, the scripts of languages, and words in classes."""

    credit_labels: tuple[str, ...]
    byline_labels: tuple[str, ...]
    scripts: dict[str, str]
    classes: dict[str, tuple[str, ...]]


@cache
def page_words() -> PageWords:
    """Return the words, read once."""
    data = tomllib.loads(files(__package__).joinpath("page_words.toml").read_text("utf-8"))
    return msgspec.convert(data, PageWords)


@cache
def _entries(kind: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(entry.split()) for entry in page_words().classes[kind])


@cache
def _label() -> re.Pattern[str]:
    labels = sorted(page_words().credit_labels, key=len, reverse=True)
    either = "|".join(re.escape(label) for label in labels)
    return re.compile(rf"(?:{either})\s*(?:[:：]\s*(?P<name>.*))?", re.IGNORECASE | re.DOTALL)


@cache
def _byline_label() -> re.Pattern[str]:
    labels = sorted(page_words().byline_labels, key=len, reverse=True)
    either = "|".join(re.escape(label) for label in labels)
    return re.compile(rf"\s*(?:{either})(?:\s*[:：]\s*|\s+)", re.IGNORECASE)


def without_byline_label(text: str) -> str:
    """Return a byline without its label: "By Ada Lovelace" → "Ada Lovelace"."""
    found = _byline_label().match(text)
    return text[found.end() :] if found else text


def class_words(element: Element) -> frozenset[str]:
    """Return the words in an element's class, id and itemprop, small: articleSource → two."""
    given = " ".join(element.get(name, "") for name in ("class", "id", "itemprop"))
    return frozenset(word.lower() for word in _WORD.findall(given[:_MOST_CLASSES]))


def is_marked(kind: str, words: frozenset[str]) -> bool:
    """Return whether all words of an entry of `kind` are among the words of a class."""
    return bool(words) and any(entry <= words for entry in _entries(kind))


def credited(text: str) -> str | None:
    """Return whom a labelled credit names: "Source: Reuters" → "Reuters".

    "" where the label stands alone, None where there is no label.
    """
    found = _label().fullmatch(text.strip())
    return (found["name"] or "").strip() if found else None
