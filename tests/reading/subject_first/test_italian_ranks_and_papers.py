"""Italian: ranks and posts, what is read in papers, lists of names, who passes something on."""

from __future__ import annotations

import pytest

import rawi


def _told(text: str) -> list[tuple[str | None, str, tuple[str, ...]]]:
    found = rawi.read(text).attributions
    return [
        (
            one.speaker.name if one.speaker else None,
            " … ".join(text[a.start : a.end] for a in one.content),
            tuple(hop.name for hop in one.chain),
        )
        for one in found
    ]


def test_a_post_told_first_is_the_one_of_the_rank_named_next() -> None:
    text = (
        "La base è stata colpita ieri.\n\n"
        "I ribelli avanzano. Lo ha dichiarato il capo di stato maggiore della marina di Orlo in "
        "un'intervista a RTVI.\n\n"
        "L'ammiraglio di divisione Otho Vesk Marra ha dichiarato all'emittente russa che le navi "
        'sono pronte.\n\n"Abbiamo affondato due barche", ha dichiarato il comandante delle forze '
        'navali.\n\n"Non ci fermeremo", ha aggiunto.'
    )
    assert [(who, way) for who, _, way in _told(text)] == [("Otho Vesk Marra", ("RTVI",))] * 4


def test_another_country_s_commander_is_somebody_else() -> None:
    text = (
        "Il generale Otho Vesk Marra ha detto che le navi sono pronte.\n\n"
        '"Siamo pronti anche noi", ha detto il comandante delle forze danesi.'
    )
    assert [who for who, _, _ in _told(text)] == [
        "Otho Vesk Marra",
        "comandante delle forze danesi",
    ]


@pytest.mark.parametrize(
    ("text", "who", "way"),
    [
        (
            "Il prefetto di Arlo, come riporta il Corriere della Sera, ha detto che il porto "
            "chiude.",
            "prefetto di Arlo",
            ("Corriere della Sera",),
        ),
        (
            "Il prefetto Ugo Lenti, secondo quanto scrive la Stampa, ha confermato che il porto "
            "chiude.",
            "Ugo Lenti",
            ("Stampa",),
        ),
        (
            "Il porto chiude. Lo ha detto il prefetto Ugo Lenti a Radio Onda, riporta Marepress.",
            "Ugo Lenti",
            ("Radio Onda", "Marepress"),
        ),
        (
            "Il porto chiude. Lo ha detto, come riportato dalla Tass, il prefetto Ugo Lenti.",
            "Ugo Lenti",
            ("Tass",),
        ),
    ],
)
def test_who_passes_on_stands_beside_who_says_it(text: str, who: str, way: tuple[str, ...]) -> None:
    assert [(one, hops) for one, _, hops in _told(text)] == [(who, way)]


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        (
            "In una nota della Coldiretti si legge che il raccolto è perso.",
            "Coldiretti",
            "il raccolto è perso",
        ),
        (
            "Nelle motivazioni della sentenza si afferma che il fatto non sussiste.",
            "motivazioni della sentenza",
            "il fatto non sussiste",
        ),
        (
            "Secondo Cgil, Cisl e Uil, il tavolo è saltato.",
            "Cgil, Cisl e Uil",
            "il tavolo è saltato",
        ),
        (
            "In una nota, Cgil, Cisl e Uil chiedono un incontro urgente.",
            "Cgil, Cisl e Uil",
            "un incontro urgente",
        ),
        (
            "«Non ho visto nulla di strano». Sono le parole con cui il custode della villa, Ivo "
            "Sarti, ha commentato il furto.",
            "Ivo Sarti",
            "Non ho visto nulla di strano",
        ),
        (
            "Parlando della Virtus, Ivo Sarti ha aggiunto che sarà dura.",
            "Ivo Sarti",
            "sarà dura",
        ),
    ],
)
def test_papers_lists_and_words(text: str, who: str, content: str) -> None:
    assert [(one, told) for one, told, _ in _told(text)] == [(who, content)]


@pytest.mark.parametrize(
    "text",
    [
        "C'è chi sostiene che il ponte sia pericoloso.",
        "Il paese ha riportato gravi danni.",
        "La squadra ha riportato sotto controllo la partita.",
    ],
)
def test_nobody_in_particular_says_it(text: str) -> None:
    assert _told(text) == []


def test_who_asks_is_nobody_and_a_label_s_outlet_is_whom_it_was_said_to() -> None:
    text = (
        'Sarti al Tg1: "La pace è vicina"\n\n'
        'Il ministro Ivo Sarti è stato a Roma. "Non mollo", ha detto a chi gli chiedeva se lascerà.'
    )
    assert [(who, way) for who, _, way in _told(text)] == [("Ivo Sarti", ("Tg1",))] * 2
