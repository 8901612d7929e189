"""Phrases of several words, the longest first."""

from __future__ import annotations

import pytest
from sentences import PACK, document

from rawi.reading.phrases import PhraseBook


@pytest.fixture(scope="module")
def book() -> PhraseBook[str]:
    found: PhraseBook[str] = PhraseBook(PACK.stuck)
    for phrase in ("بحسب", "بحسب ما", "وفقا ل", "على حد قول"):
        found.add([PACK.fold.word(word) for word in phrase.split()], phrase)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بحسب الوزير", ("بحسب", 1)),
        ("بحسب ما قال", ("بحسب ما", 2)),
        ("وبحسب الوزير", ("بحسب", 1)),
        ("على حد قول الوزير", ("على حد قول", 3)),
        ("على حد", None),
        ("الوزير بحسب", None),
        # the last letter is stuck to the next word, which is not counted
        ("وفقا لوزارة الصحة", ("وفقا ل", 1)),
        ("وفقا ل «المدى»", ("وفقا ل", 2)),
    ],
)
def test_the_longest_phrase_matches(
    book: PhraseBook[str], text: str, expected: tuple[str, int] | None
) -> None:
    tokens = document(text).tokens
    assert book.match(tokens.lex, 0, len(tokens)) == expected


def test_a_phrase_does_not_reach_over_its_limit(book: PhraseBook[str]) -> None:
    tokens = document("على حد قول الوزير").tokens
    assert book.match(tokens.lex, 0, 2) is None


def test_where_a_phrase_may_end(book: PhraseBook[str]) -> None:
    lexemes = document("على حد قول الوزير وفقا لوزارة").tokens.lex
    ends = [lexeme.key for lexeme in lexemes if book.may_end(lexeme)]
    assert ends == [PACK.fold.word(word) for word in ("قول", "وفقا")]


def test_a_phrase_added_later_is_found() -> None:
    book: PhraseBook[str] = PhraseBook()
    book.add(["a"], "short")
    lexemes = document("a b").tokens.lex
    assert book.match(lexemes, 0, 2) == ("short", 1)
    book.add(["a", "b"], "long")
    assert book.match(lexemes, 0, 2) == ("long", 2)
