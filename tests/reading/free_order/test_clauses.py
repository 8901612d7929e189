"""Russian sentences: who says what, wherever the verb stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.reading import packs
from rawi.reading.packs.files import Table
from rawi.records import Attribution, words

Read = Callable[..., tuple[Attribution, ...]]
EXAMPLES = sorted({e for e in Table(packs.folder("ru"), "cues.tsv")["example"] if e})


def told(text: str, found: tuple[Attribution, ...]) -> list[tuple[str, str, str]]:
    return [(words(a.cue, text), words(a.source, text), words(a.content, text)) for a in found]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_example_of_a_cue_is_read(example: str, read: Read) -> None:
    text = example if example[-1] in ".!?»" else f"{example}."
    assert read(text)


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("Врач Анна Лисина сообщила, что мест нет.", "сообщила", "Врач Анна Лисина", "мест нет"),
        ("Мест нет, сообщила врач Анна Лисина.", "сообщила", "врач Анна Лисина", "Мест нет"),
        ("Мест, сообщила врач Анна Лисина, пока нет.", "сообщила", "врач Анна Лисина",
         "Мест … пока нет"),
        ("Как сообщила врач Анна Лисина, мест нет.", "сообщила", "врач Анна Лисина", "мест нет"),
        ("«Мест нет», — сказал он журналистам.", "сказал", "он", "Мест нет"),
        ("«Мест нет, — сказал он. — И не будет».", "сказал", "он", "Мест нет … И не будет"),
        ("— Мест нет, — сказал сторож. — И не будет.", "сказал", "сторож",
         "Мест нет … И не будет"),
        ("По словам врача, мест нет.", "По словам", "врача", "мест нет"),
        ("Мест, по её словам, нет.", "по … словам", "её", "Мест … нет"),
        ("В больнице подтвердили нехватку мест.", "подтвердили", "В больнице", "нехватку мест"),
        ("Эти слова мэр отверг.", "отверг", "мэр", "Эти слова"),
        ("Мэр отказался назвать сумму.", "отказался назвать", "Мэр", "сумму"),
        ("Мэр не стал называть сумму.", "не стал называть", "Мэр", "сумму"),
        ("Мэр комментировать отставку отказался.", "комментировать … отказался", "Мэр",
         "отставку"),
        ("Мэр воздержался от комментариев по поводу отставки.",
         "воздержался от комментариев по поводу", "Мэр", "отставки"),
        ("Мэр обратился к жителям с просьбой экономить воду.", "обратился … с просьбой", "Мэр",
         "экономить воду"),
        ("В отчёте говорится, что воды нет.", "говорится", "В отчёте", "воды нет"),
        ("Воды нет, говорится в отчёте банка.", "говорится в", "отчёте банка", "Воды нет"),
        ("Мэр попросил жителей не выходить из дома.", "попросил", "Мэр", "не выходить из дома"),
        ("Мэр поблагодарил врачей за работу.", "поблагодарил", "Мэр", "работу"),
        ("Мэр усомнился в сроках: «Не успеют».", "усомнился", "Мэр", "сроках … Не успеют"),
    ],
)  # fmt: skip
def test_one_statement(text: str, cue: str, source: str, content: str, read: Read) -> None:
    assert told(text, read(text)) == [(cue, source, content)]


def test_one_sentence_may_hold_several(read: Read) -> None:
    text = "Мэр признал ошибку, добавив, что извинится, но отказался назвать виновных."
    assert told(text, read(text)) == [
        ("признал", "Мэр", "ошибку"),
        ("добавив", "Мэр", "извинится"),
        ("отказался назвать", "Мэр", "виновных"),
    ]


def test_this_was_said_attributes_the_sentence_before(read: Read) -> None:
    text = "Мост откроют в мае. Об этом сообщил журналистам мэр Олег Сомов."
    found = read(text)
    assert told(text, found) == [("сообщил", "мэр Олег Сомов", "Мост откроют в мае")]


def test_a_quotation_in_a_quotation_is_its_speakers(read: Read) -> None:
    text = '«Сторож вышел и сказал: "Уходите"», — вспомнила Анна Лисина.'
    inner = next(a for a in read(text) if words(a.cue, text) == "сказал")
    assert words(inner.content, text) == "Уходите"
    assert [hop.name for hop in inner.chain] == ["Анна Лисина"]


@pytest.mark.parametrize(
    "text",
    [
        "Говорят, мост закроют.",
        "Якобы мост закроют.",
        "Факты говорят сами за себя: моста нет.",
        "Тренер допустил ошибку.",
        "Пресс-служба на звонки не отвечает.",
        "Компания «Сообщил» построила мост.",
    ],
)
def test_what_attributes_nothing(text: str, read: Read) -> None:
    assert read(text) == ()


def test_an_interview_is_read_by_its_dashes(read: Read) -> None:
    text = (
        "Мы поговорили с главой района Олегом Сомовым.\n\n— Когда откроют мост?\n— В мае.\n\n"
        "— А школу?\n— В июне."
    )
    found = read(text)
    assert [words(a.content, text) for a in found] == ["В мае", "В июне"]
    assert {a.speaker.name for a in found if a.speaker} == {"Олег Сомов"}
    assert {a.type for a in found} == {"direct"}


def test_a_headline_names_who_says_its_words(read: Read) -> None:
    text = "Сомов: моста не будет\n\nМоста не будет, сообщил мэр Олег Сомов в понедельник утром."
    first = read(text)[0]
    assert words(first.content, text) == "моста не будет"
    assert first.speaker is not None
    assert first.speaker.name == "Олег Сомов"
