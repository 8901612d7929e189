"""Through whom it came, in English: hearers, relays, how far a way carries."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

#: the text; of each attribution its speaker and its chain
WAYS = [
    # names of outlets
    ("Nan Oduya told NTV Uganda that the lamp was lit.", [("Nan Oduya", ["said to NTV Uganda"])]),
    ("Nan Oduya told BBC Radio 4 that it was lit.", [("Nan Oduya", ["said to BBC Radio 4"])]),
    ("Nan Oduya told Swedish Radio that it was lit.", [("Nan Oduya", ["said to Swedish Radio"])]),
    (
        "Nan Oduya told the Sunday Telegraph that it was lit.",
        [("Nan Oduya", ["said to Sunday Telegraph"])],
    ),
    (
        "Nan Oduya told Israel's Channel 12 that it was lit.",
        [("Nan Oduya", ["said to Channel 12"])],
    ),
    (
        "Nan Oduya told the local TV station Skerry-24 that it was lit.",
        [("Nan Oduya", ["said to Skerry-24"])],
    ),
    (
        "It was lit, the Brill-based Skerry Post reports, citing a keeper.",
        [("a keeper", ["relayed by Skerry Post"])],
    ),
    (
        "The keeper, as quoted by Kompas.com, said the lamp was lit.",
        [("keeper", ["relayed by Kompas.com"])],
    ),
    (
        "Nan Oduya told Reuters and the BBC that it was lit.",
        [("Nan Oduya", ["said to Reuters", "said to BBC"])],
    ),
    # what is no outlet
    ("Nan Oduya told Brill Crown Court that it was lit.", [("Nan Oduya", [])]),
    ("The lamp was lit, researchers report in Nature.", [("researchers", [])]),
    # programmes
    (
        "“It is lit,” Nan Oduya told CBS's “Face the Nation.”",
        [("Nan Oduya", ["said to CBS"])],
    ),
    # those who quote and cite
    (
        "Interfax, meanwhile, quoted a keeper as saying that it was lit.",
        [("a keeper", ["relayed by Interfax"])],
    ),
    (
        "Reuters cited two keepers who said that it was lit.",
        [("two keepers", ["relayed by Reuters"])],
    ),
    (
        "TASS reported, referring to the harbour board, that it was lit.",
        [("harbour board", ["relayed by TASS"])],
    ),
    (
        "Referring to the storm, the keeper said that it was lit.",
        [("keeper", [])],
    ),
    (
        "The lamp is lit, La Stampa reports.\n\nNan Oduya, a keeper in Turin, was quoted by the "
        "Turin daily as saying that it was old.",
        [("La Stampa", []), ("Nan Oduya", ["relayed by La Stampa"])],
    ),
    (
        "Reuters reported on the lamp. It quotes Nan Oduya as saying that it was old.",
        [("Nan Oduya", ["relayed by Reuters"])],
    ),
    # remarks that are carried, interviews that are given
    (
        "In remarks carried by Reuters, Nan Oduya said it was lit.\n\nSource: AFP",
        [("Nan Oduya", ["relayed by Reuters"])],
    ),
    (
        "Nan Oduya said in an interview carried by Reuters that it was lit.\n\nSource: AFP",
        [("Nan Oduya", ["said to Reuters", "relayed by AFP"])],
    ),
    (
        "The firm said in a statement to KXAN that the lamp was lit.",
        [("firm", ["said to KXAN"])],
    ),
    (
        "The firm denied dousing the lamp in a post on its Telegram channel.",
        [("firm", ["posted on Telegram"])],
    ),
    (
        "Nan Oduya took to X to say that the lamp was lit.",
        [("Nan Oduya", ["posted on X"])],
    ),
    (
        "The Scotsman has spoken to the keeper, Nan Oduya, who complains that the lamp is out.",
        [("Nan Oduya", ["said to The Scotsman"])],
    ),
    (
        "Le Monde leads with an interview with Prime Minister Nan Oduya, who tells the daily that "
        "she will not resign.",
        [("Nan Oduya", ["said to Le Monde"])],
    ),
    # how far a way carries
    (
        "Nan Oduya told Reuters that it was lit. “It is old,” she told us.",
        [("Nan Oduya", ["said to Reuters"]), ("Nan Oduya", [])],
    ),
    (
        "Nan Oduya told Reuters that it was lit. At a rally on Friday she said that it was old.",
        [("Nan Oduya", ["said to Reuters"]), ("Nan Oduya", [])],
    ),
    (
        "Nils Aker was speaking to Eko FM after keepers told Reuters that it was lit.\n\n"
        "“It is not,” Aker said.",
        [("keepers", ["said to Reuters"]), ("Nils Aker", ["said to Eko FM"])],
    ),
    (
        "Nan Oduya said the lamp was lit. “It is old,” she said in a video on YouTube.",
        [("Nan Oduya", ["posted on YouTube"]), ("Nan Oduya", ["posted on YouTube"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WAYS)
def test_the_way_of_a_statement(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert [(one.speaker, list(one.chain)) for one in read(text)] == expected
