"""Constructions of real English news pages: who says what, and through whom it came."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

#: the text; of each attribution its speaker, its content and its chain
PAGES = [
    (
        "The quay would be safe, Ama Lund said on Tuesday.\n\nBased on reporting by AP and Reuters",
        [("Ama Lund", ["The quay would be safe"], ["relayed by AP", "relayed by Reuters"])],
    ),
    (
        "The quay would be safe, Ama Lund said on Tuesday.\n\nSource Harwick Echo",
        [("Ama Lund", ["The quay would be safe"], ["relayed by Harwick Echo"])],
    ),
    (
        "The quay would be safe, Ama Lund said on Tuesday.\n\nSources of the Harwick ran dry",
        [("Ama Lund", ["The quay would be safe"], [])],
    ),
    (
        "Mayor Ama Lund at a fair on the old quay of the county on 18 May 2031. TOBI ADELEKE / "
        "REUTERS\n\n"
        "The quay would be safe, Ama Lund said on Tuesday.",
        [("Ama Lund", ["The quay would be safe"], [])],
    ),
    (
        "The quay would be safe, Ama Lund said on Tuesday.\n\n"
        "The quay was built in 1904 by a company from the other shore. TOBI ADELEKE / REUTERS",
        [("Ama Lund", ["The quay would be safe"], ["relayed by REUTERS"])],
    ),
    (
        "The harbour board, one of the oldest in the county, said more than 90 boats were lost.",
        [("harbour board", ["more than 90 boats were lost"], [])],
    ),
    (
        "A spokesman for Prime Minister Carys Lund said the bill would pass.",
        [("a spokesman for Prime Minister Carys Lund", ["the bill would pass"], [])],
    ),
    (
        "The Minister for Ports, Ama Sarkodie has stated that the quay is safe.",
        [("Ama Sarkodie", ["the quay is safe"], [])],
    ),
    (
        "According to the head of the guild, Mr Tobi Adeleke, the shop that burned was insured.",
        [("Tobi Adeleke", ["the shop that burned was insured"], [])],
    ),
    (
        "The jailed trader, according to The Harwick Echo, said he had been misled.",
        [("jailed trader", ["he had been misled"], ["relayed by Harwick Echo"])],
    ),
    (
        "The group said in a statement posted on Telegram that its office had been raided.",
        [("group", ["its office had been raided"], ["posted on Telegram"])],
    ),
    (
        "The two mills confirmed in separate letters that they would merge.",
        [("two mills", ["they would merge"], [])],
    ),
    (
        "The mill will close by June, the Journal reported citing people close to the owners.",
        [("people close to the owners", ["The mill will close by June"], ["relayed by Journal"])],
    ),
    (
        "In an interview with Der Anker, the mayor said the tax would rise.",
        [("mayor", ["the tax would rise"], ["said to Der Anker"])],
    ),
    (
        "The board described the strike as “selfish,” adding that talks were over.",
        [
            ("board", ["the strike as “selfish,”"], []),
            ("board", ["talks were over"], []),
        ],
    ),
    (
        "Troops crossed the river, the army announced, with the ministry of one village saying "
        "nine houses were hit.",
        [
            ("army", ["Troops crossed the river"], []),
            ("ministry of one village", ["nine houses were hit"], []),
        ],
    ),
    (
        "The driver who made it to the ward told the BBC the road had gone.",
        [("driver", ["the road had gone"], ["said to BBC"])],
    ),
    (
        'Sarnia is "weighing" the offer and urges caution in drawing conclusions, '
        "palace spokesperson Ivo Brandel stated.",
        [
            (
                "Ivo Brandel",
                ['Sarnia is "weighing" the offer and urges caution in drawing conclusions'],
                [],
            ),
            ("Sarnia", ["caution in drawing conclusions"], ["relayed by Ivo Brandel"]),
        ],
    ),
    (
        "Mr Tay stressed the need for a plan before asking for money, stating, “We are poor.”",
        [
            ("Tay", ["the need for a plan before asking for money"], []),
            ("Tay", ["We are poor."], []),
        ],
    ),
    (
        "He had denied arson but was found guilty. The union accused him of lying and there "
        "were jeers.",
        [(None, ["arson"], []), ("union", ["him of lying"], [])],
    ),
    (
        "Defence counsel Mary Hope told the court her client was away.",
        [("Mary Hope", ["her client was away"], [])],
    ),
    (
        "All morning, smoke drifted across the old town, witnesses told Reuters.",
        [
            (
                "witnesses",
                ["All morning, smoke drifted across the old town"],
                ["said to Reuters"],
            )
        ],
    ),
    (
        "KESTREL/PORT ALMA (Reuters) – The bridge is shut, the county said.",
        [("county", ["The bridge is shut"], ["relayed by Reuters"])],
    ),
    (
        "There was an admission from the bank that it had erred.",
        [("bank", ["it had erred"], [])],
    ),
    (
        "Sky's Ida Burley put it to the minister that the fund was empty.",
        [("Ida Burley", ["the fund was empty"], [])],
    ),
    (
        "The Sarn news agency reported that a dam broke. Its mayor told SARN all was well.",
        [
            ("Sarn news agency", ["a dam broke"], []),
            ("its mayor", ["all was well"], ["said to SARN"]),
        ],
    ),
    (
        "Ferry to stop at dusk - harbourmaster\n\nThe harbourmaster said fog was the reason.",
        [
            ("harbourmaster", ["Ferry to stop at dusk"], []),
            ("harbourmaster", ["fog was the reason"], []),
        ],
    ),
    (
        "Storm Ada: what we know\n\nThe mayor said roads were shut.",
        [("mayor", ["roads were shut"], [])],
    ),
    (
        "Town manager Lou Pinder speaking to the press: “It was our night and we will enjoy it.”",
        [("Lou Pinder", ["It was our night and we will enjoy it."], [])],
    ),
    (
        "Asked about a Harbour Times report that he had quit, Mr Peck said: “Not so.”",
        [("Peck", ["Not so."], ["said to Harbour Times"])],
    ),
    (
        "Mr Ode said that the guard told him: ''only God can lead us out of here.''",
        [
            ("Ode", ["the guard told him: ''only God can lead us out of here.''"], []),
            ("guard", ["only God can lead us out of here."], ["relayed by Ode"]),
        ],
    ),
    (
        "Coach Lou Pinder speaking to the press: “It was our night and we will enjoy it.”\n"
        "On Neco Willis: “The card was the only reason. He was good but I could not ask more.”",
        [
            ("Lou Pinder", ["It was our night and we will enjoy it."], []),
            (
                "Lou Pinder",
                ["The card was the only reason. He was good but I could not ask more."],
                [],
            ),
        ],
    ),
    (
        "Harwick 0-1 Calder\n\nLou Pinder: It hurts but I am proud of them. We go again.\n\n"
        "Tomasz Zych: “They have a good side and we were lucky.”\n\n"
        "Guus Aarden: “I thought we deserved more than a point.”",
        [
            ("Lou Pinder", ["It hurts but I am proud of them. We go again"], []),
            ("Tomasz Zych", ["They have a good side and we were lucky."], []),
            ("Guus Aarden", ["I thought we deserved more than a point."], []),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAGES, ids=[text[:40] for text, _ in PAGES])
def test_what_pages_say(text: str, expected: list[tuple[str | None, list[str], list[str]]]) -> None:
    found = [(a.speaker, list(a.content), list(a.chain)) for a in read(text)]
    assert sorted(found, key=repr) == sorted(expected, key=repr)
