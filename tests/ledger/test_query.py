"""Queries say what they mean, and wrong ones where they are wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.errors import QueryError
from rawi.ledger.query import MOST_CHARACTERS, AllOf, AnyOf, Node, Words, parse


def shown(node: Node) -> str:
    """Write a query out with all its parentheses."""
    if isinstance(node, Words):
        text = " ".join(node.terms) + ("*" if node.prefix else "")
        return f'"{text}"' if node.exact or len(node.terms) > 1 else text
    if isinstance(node, AnyOf):
        return "(" + " | ".join(map(shown, node.parts)) + ")"
    without = "".join(f" -{shown(part)}" for part in node.without)
    return "(" + " & ".join(map(shown, node.parts)) + without + ")"


@pytest.mark.parametrize(
    ("query", "means"),
    [
        ("wheat", "wheat"),
        ("wheat bread", "(wheat & bread)"),
        ("wheat AND bread", "(wheat & bread)"),
        ("wheat & bread", "(wheat & bread)"),
        ("wheat OR flour bread", "(wheat | (flour & bread))"),
        ("(wheat OR flour) bread", "((wheat | flour) & bread)"),
        ("wheat|flour", "(wheat | flour)"),
        ("wheat || flour", "(wheat | flour)"),
        ("wheat NOT bread", "(wheat -bread)"),
        ("wheat AND NOT bread", "(wheat -bread)"),
        ("-bread wheat", "(wheat -bread)"),
        ("wheat !bread", "(wheat -bread)"),
        ("wheat -(bread flour)", "(wheat -(bread & flour))"),
        ("wheat OR flour NOT bread", "(wheat | (flour -bread))"),
        ("blé OU farine SAUF pain", "(ble | (farine -pain))"),
        ("хлеб ИЛИ мука НЕ рис", "(хлеб | (мука -рис))"),
        ("القمح | الطحين -الخبز", "(قمح | (طحين -خبز))"),
        ('"price of bread"', '"price of bread"'),
        ("«цена хлеба»", '"цена хлеба"'),
        ("“سعر الخبز”", '"سعر خبز"'),
        ('"bread"', '"bread"'),
        ('"OR"', '"or"'),
        ("whea*", "whea*"),
        ('"price of br*"', '"price of br*"'),
        ('"price of br"*', '"price of br*"'),
        ("Abu-Dhabi", '"abu dhabi"'),
        ("AT&T", '"at t"'),
        ("wheat — bread", "(wheat & bread)"),
        ("or not and", "(or & not & and)"),
    ],
)
def test_what_a_query_means(query: str, means: str) -> None:
    assert shown(parse(query)) == means


@pytest.mark.parametrize(
    ("query", "column", "fault"),
    [
        ("", 1, "no word"),
        (" — ", 1, "no word"),
        ('wheat "bread', 7, "not closed"),
        ("(wheat", 1, "not closed"),
        ("wheat (bread (rice)", 7, "not closed"),
        ("wheat) bread", 6, "never opened"),
        ("()", 2, "missing"),
        ("wheat OR", 9, "missing"),
        ("OR wheat", 1, "missing"),
        ("wheat AND", 10, "missing after AND"),
        ("AND wheat", 1, "missing before AND"),
        ("wheat NOT", 10, "missing after NOT"),
        ("NOT wheat", 1, "left out"),
        ("wheat OR (NOT bread)", 11, "left out"),
        ("wheat NOT NOT bread", 11, "missing before NOT"),
        ("*", 1, "after the beginning"),
        ("wh*at", 3, "end of a word"),
        ('rye "wh*at bread"', 8, "end of a word"),
        ("(" * 30 + "wheat" + ")" * 30, 21, "nested"),
        ("wheat " * 200, 1195, "more than 100 words"),
        ("x" * (MOST_CHARACTERS + 1), MOST_CHARACTERS + 1, "longer"),
    ],
)
def test_a_wrong_query_says_where(query: str, column: int, fault: str) -> None:
    with pytest.raises(QueryError, match=fault) as raised:
        parse(query)
    assert raised.value.column == column
    assert raised.value.exit_code == 2


@given(st.text(alphabet='ab AND OR NOT()"*-|&!«»“”قمح '))
def test_any_query_is_understood_or_refused(query: str) -> None:
    try:
        words = words_of(parse(query))
    except QueryError as error:
        column = error.column
    else:
        column = words[0].column
    assert 1 <= column <= len(query) + 1


def words_of(node: Node) -> list[Words]:
    if isinstance(node, Words):
        return [node]
    parts = node.parts + (node.without if isinstance(node, AllOf) else ())
    return [word for part in parts for word in words_of(part)]
