"""The language of queries: words, "phrases", beginnings*, AND, OR, NOT, parentheses.

::

    wheat OR flour NOT "price of bread"      (wheat | flour) -bread*

Words side by side must all be there.  NOT binds most, OR least.  Operators are words in
capitals, of several languages, or signs: & | ! and a minus that is stuck to what it excludes.
Words inside quotation marks are never operators.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import msgspec

from rawi.errors import QueryError
from rawi.ledger.terms import settings, terms

#: What a query may hold, so that nobody's query takes a database down.
MOST_CHARACTERS: Final = 2_000
MOST_WORDS: Final = 100
MOST_PARENTHESES: Final = 20

_CLOSING: Final = {'"': '"', "“": "”“", "”": "”“", "„": "“”", "«": "»", "»": "«", "‟": "”“"}
_MINUS = "-−–"
_STAR = "*"


class Words(msgspec.Struct, frozen=True, tag="words"):
    """Terms that follow each other: one word, or a phrase.

    `prefix`: the last term is only the beginning of one.  `exact`: written in quotation
    marks, so that no other spelling of a name is looked for.  `head`: only the head of a
    document counts.  `column` is where it stands in the query.
    """

    terms: tuple[str, ...]
    prefix: bool = False
    exact: bool = False
    head: bool = False
    column: int = 1


class AllOf(msgspec.Struct, frozen=True, tag="all"):
    """All of `parts` (one at least), and nothing of `without`."""

    parts: tuple[Node, ...]
    without: tuple[Node, ...] = ()


class AnyOf(msgspec.Struct, frozen=True, tag="any"):
    """One at least of `parts` (two at least)."""

    parts: tuple[Node, ...]


Node = Words | AllOf | AnyOf


def parse(query: str) -> Node:
    """Return what a query asks for.

    Raises `QueryError` with the column for a query that is empty, too long, or written wrongly.
    """
    if len(query) > MOST_CHARACTERS:
        raise QueryError(MOST_CHARACTERS + 1, f"longer than {MOST_CHARACTERS} characters")
    return _Parser(_lexed(query), len(query) + 1).whole()


class _Token(msgspec.Struct, frozen=True):
    """A part of a query: `kind` is word, and, or, not, ( or )."""

    kind: str
    column: int
    words: Words | None = None


@cache
def _operators() -> dict[str, str]:
    return {form: kind for kind, forms in settings()["operators"].items() for form in forms}


def _lexed(query: str) -> list[_Token]:
    """Cut a query into its tokens; words without a letter or digit are left out."""
    tokens: list[_Token] = []
    at = 0
    while at < len(query):
        char = query[at]
        if char.isspace():
            at += 1
        elif char in "()":
            tokens.append(_Token(char, at + 1))
            at += 1
        elif char in _CLOSING:
            at = _phrase(query, at, tokens)
        elif _is_minus(query, at) or _is_stuck_not(query, at):
            tokens.append(_Token("not", at + 1))
            at += 1
        else:
            at = _word(query, at, tokens)
    if sum(token.words is not None for token in tokens) > MOST_WORDS:
        raise QueryError(tokens[-1].column, f"more than {MOST_WORDS} words")
    return tokens


def _is_minus(query: str, at: int) -> bool:
    """Tell whether a minus stands here that excludes what comes after it."""
    before = at == 0 or query[at - 1].isspace() or query[at - 1] == "("
    return query[at] in _MINUS and before and _goes_on(query, at + 1)


def _is_stuck_not(query: str, at: int) -> bool:
    return query[at] == "!" and _goes_on(query, at + 1)


def _goes_on(query: str, at: int) -> bool:
    return at < len(query) and (query[at].isalnum() or query[at] in _CLOSING or query[at] == "(")


def _phrase(query: str, start: int, tokens: list[_Token]) -> int:
    """Read what stands in quotation marks; return where the query goes on."""
    closing = _CLOSING[query[start]]
    end = next((at for at in range(start + 1, len(query)) if query[at] in closing), None)
    if end is None:
        raise QueryError(start + 1, f"the quotation mark {query[start]} is not closed")
    inside = query[start + 1 : end].rstrip()
    after = end + 1
    prefix = inside.endswith(_STAR)
    if after < len(query) and query[after] == _STAR:
        prefix, after = True, after + 1
    _add_words(inside.removesuffix(_STAR), prefix, True, start + 1, tokens)
    return after


def _word(query: str, start: int, tokens: list[_Token]) -> int:
    """Read a word or an operator; return where the query goes on."""
    end = start
    while end < len(query) and not (query[end].isspace() or query[end] in '()"“”„«»‟|'):
        end += 1
    if end == start:  # |, alone or doubled
        end += 1
        while end < len(query) and query[end] == query[start]:
            end += 1
    word = query[start:end]
    operator = _operators().get(word)
    if operator:
        tokens.append(_Token(operator, start + 1))
    else:
        _add_words(word.removesuffix(_STAR), word.endswith(_STAR), False, start + 1, tokens)
    return end


def _add_words(text: str, prefix: bool, exact: bool, column: int, tokens: list[_Token]) -> None:
    star = text.find(_STAR)
    if star >= 0:
        raise QueryError(column + exact + star, "* stands at the end of a word only")
    found = tuple(terms(text))
    if prefix and not found:
        raise QueryError(column, "* stands after the beginning of a word")
    if found:
        tokens.append(_Token("word", column, Words(found, prefix, exact, column=column)))


class _Parser:
    """A parser by descent: any, all, one."""

    def __init__(self, tokens: list[_Token], end: int) -> None:
        self._tokens = tokens
        self._end = end
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        if not self._tokens:
            raise QueryError(1, "no word to look for")
        found = self._any()
        if (token := self._next()) is not None:  # only a parenthesis can be left
            raise QueryError(token.column, "the parenthesis ) was never opened")
        return found

    def _next(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _takes(self, kind: str) -> _Token | None:
        token = self._next()
        if token is None or token.kind != kind:
            return None
        self._at += 1
        return token

    def _any(self) -> Node:
        parts = [self._all()]
        while self._takes("or"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all(self) -> Node:
        start = self._next()
        parts: list[Node] = []
        without: list[Node] = []
        while (token := self._next()) is not None and token.kind not in ("or", ")"):
            if (parts or without) and self._takes("and"):
                self._needs("AND")
            if self._takes("not"):
                self._needs("NOT")
                without.append(self._one())
            else:
                parts.append(self._one())
        if not parts:
            self._nothing(start, bool(without))
        return parts[0] if len(parts) == 1 and not without else AllOf(tuple(parts), tuple(without))

    def _nothing(self, start: _Token | None, excluded: bool) -> None:
        column = start.column if start else self._end
        if excluded:
            raise QueryError(column, "what is left out with NOT needs a word that is looked for")
        raise QueryError(column, "a word is missing here")

    def _needs(self, operator: str) -> None:
        token = self._next()
        if token is None or token.kind in ("or", ")"):
            column = token.column if token else self._end
            raise QueryError(column, f"a word is missing after {operator}")

    def _one(self) -> Node:
        token = self._next()
        assert token is not None
        self._at += 1
        if token.words is not None:
            return token.words
        if token.kind == "(":
            return self._inside(token)
        raise QueryError(token.column, f"a word is missing before {token.kind.upper()}")

    def _inside(self, opening: _Token) -> Node:
        self._depth += 1
        if self._depth > MOST_PARENTHESES:
            raise QueryError(opening.column, f"more than {MOST_PARENTHESES} parentheses nested")
        found = self._any()
        if not self._takes(")"):
            raise QueryError(opening.column, "the parenthesis ( is not closed")
        self._depth -= 1
        return found
