"""Objects, outlets and clauses that stand between who speaks, the verb and what is said."""

from __future__ import annotations

import pytest

import rawi
from rawi.records import words

#: the text, and of its last attribution the content, the speaker, the chain
TEXTS = [
    # an object before its verb is none of the body's words
    ("В министерстве претензии отвергли.", "претензии", "министерство", ""),
    ('Фирма "Ветер" обвинения отвергла.', "обвинения", "Ветер", ""),
    ("Директор школы переговоры подтвердил.", "переговоры", "Директор школы", ""),
    ("В администрации города спор назвали ошибкой.", "спор … ошибкой", "администрация города", ""),
    (
        "В мэрии Ольховска план называют дорогим, но нужным.",
        "план … дорогим, но нужным",
        "мэрия Ольховска",
        "",
    ),
    # nor does an object behind a comma belong to who is cited
    (
        "По данным историка Анны Рощиной, первую стену, прозванную «Бабой», возвели в 1893.",
        "первую стену, прозванную «Бабой», возвели в 1893",
        "Анна Рощина",
        "",
    ),
    # a clause of what is somebody's goes with them
    (
        "По словам Анны Рощиной, дом которой сгорел, тушили его час.",
        "тушили его час",
        "Анна Рощина",
        "",
    ),
    # an outlet between who speaks and the verb passes it on
    (
        "Министр Олег Гай, передаёт ТАСС, заявил, что мост построят.",
        "мост построят",
        "Олег Гай",
        "ТАСС",
    ),
    (
        "Министр Олег Гай, как пишет ТАСС, пообещал построить мост.",
        "построить мост",
        "Олег Гай",
        "ТАСС",
    ),
    # a name in the dative is whom it is told
    (
        "В аппарате сенатора «Подъёму» пояснили, что закон внесут.",
        "закон внесут",
        "аппарат сенатора",
        "Подъём",
    ),
    (
        "О переносе суда «Известиям» рассказал адвокат Олег Гай.",
        "переносе суда",
        "Олег Гай",
        "Известия",
    ),
    (
        "«Чинить не значит строить», — цитирует депутата «Азаттык».",
        "Чинить не значит строить",
        "депутат",
        "Азаттык",
    ),
    # what somebody does while they speak
    (
        "— Воды нет третий день, — загибает пальцы продавщица Зоя Рощина. — Ждём дождя.",
        "Воды нет третий день … Ждём дождя",
        "Зоя Рощина",
        "",
    ),
    # what only points to the words behind a colon
    ("Мэр Олег Гай просит об одном: беречь воду.", "беречь воду", "Олег Гай", ""),
    # a question before the verb that refuses it
    (
        "О том, сколько стоит мост, мэр Олег Гай предпочёл умолчать.",
        "сколько стоит мост",
        "Олег Гай",
        "",
    ),
    ("Группа «Луч» взяла на себя ответственность за взрыв.", "ответственность за взрыв", "Луч", ""),
    # the body that the sentence is about
    (
        "В СЗТ сообщили, что сделки нет. Минтранс готовит порядок, пояснили в ведомстве.",
        "Минтранс готовит порядок",
        "Минтранс",
        "",
    ),
    # a paper in the clause about who speaks
    (
        "Der Spiegel подсчитал потери. Бывший инспектор Йорг Гай, чьи слова приводит издание, "
        "предостерёг от паники.",
        "паники",
        "Йорг Гай",
        "Der Spiegel",
    ),
    # a woman's name that never changes
    ("По словам депутатки Карин Хольм, было темно.", "было темно", "Карин Хольм", ""),
]


@pytest.mark.parametrize(("text", "content", "speaker", "chain"), TEXTS)
def test_who_says_what_through_whom(text: str, content: str, speaker: str, chain: str) -> None:
    last = rawi.read(text, language="ru").attributions[-1]
    assert words(last.content, text) == content
    assert last.speaker is not None
    assert last.speaker.name == speaker
    assert " > ".join(hop.name for hop in last.chain) == chain


def test_nobody_is_named_who_was_not_notified() -> None:
    """A passive sense: "of the exchange they were not notified" refuses nothing."""
    assert not rawi.read("Защиту о возможном обмене не уведомляли.", language="ru").attributions
