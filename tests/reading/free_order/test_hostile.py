"""Texts that are no news: read without a fault, in time that grows with their length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from rawi.reading.free_order.reader import Reading

PIECES = [
    *("«", "»", "— ", '"', "он сказал, что ", "по словам ", "По словам Анны, ", "и ", ",", "\n"),
    *("Иванова ", "сообщил «Ъ» ", "как ", "(", "№ ", "- Да, - сказал он. ", "об этом сообщил "),
]


@pytest.mark.parametrize("piece", PIECES)
def test_any_piece_again_and_again_is_read(piece: str, reading: Callable[[str], Reading]) -> None:
    reading(piece * 200).attributions()


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ud800", "а\u0301" * 50, "\u200b" * 9, "«", "—"]
)
def test_odd_texts_are_read(text: str, reading: Callable[[str], Reading]) -> None:
    reading(text).attributions()


@pytest.mark.parametrize("cut", range(0, 160, 3))
def test_a_text_may_end_anywhere(cut: int, reading: Callable[[str], Reading]) -> None:
    text = (
        "— Я сам, — сказал мэр Олег Сомов «Интерфаксу», слова которого приводит ТАСС со ссылкой "
        "на источник, добавив: «Как пишет «Ъ», по его словам, на вопрос, кто, он не ответил»"
    )
    reading(text[:cut]).attributions()


@pytest.mark.parametrize("piece", ["«Да», — сказал мэр Олег Сомов. ", "Она добавила, что он прав. ",
                                   "\"", "Компания сообщила. Она: «нет»\n"])  # fmt: skip
def test_time_grows_with_length(piece: str, reading: Callable[[str], Reading]) -> None:
    def taken(count: int) -> float:
        text = piece * count
        start = time.process_time()
        reading(text).attributions()
        return time.process_time() - start

    taken(50)
    small, large = (min(taken(count) for _ in range(2)) for count in (300, 3000))
    assert large < max(small, 0.01) * 30
