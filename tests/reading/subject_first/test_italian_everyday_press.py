"""Italian: the forms of everyday press, whose words they are and by which way they came."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

_DAM = "La diga regge da tre giorni, dopo la piena di lunedì. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Il premier Conte ha detto che la diga regge.", "Conte"),
        ("Conte ha detto che la diga regge.", "Conte"),
        ("Il sindaco Dario Medici ha detto che la diga regge.", "Dario Medici"),
        (
            "Lo ha detto il ministro della Difesa, Ugo Turco. «Reggerà», ha detto Turco.",
            "Ugo Turco",
        ),
        ("Aldo Di Pietra è a Lodi. Di Pietra ha detto che la diga regge.", "Aldo Di Pietra"),
        ("Ivo La Torra è a Lodi. La Torra ha detto che la diga regge.", "Ivo La Torra"),
        ("Di Pietra ha detto che la diga regge.", "Di Pietra"),
        ("Il presidente Usa Carl Rowan ha detto che la diga regge.", "Carl Rowan"),
        ("Il sindaco di Vergona Zdravo Krelic ha detto che la diga regge.", "Zdravo Krelic"),
        ("Il segretario della Lega e vicepremier Ugo Serri ha detto che regge.", "Ugo Serri"),
        ("Il numero uno della Federdighe Ugo Serri ha detto che la diga regge.", "Ugo Serri"),
    ],
)
def test_who_is_named(text: str, speaker: str) -> None:
    assert read(text, "it")[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Lo ha detto, in diretta su Rainews 24, la ministra Ada Serri.", "said to Rainews 24"),
        ("Lo ha detto ieri, a margine di un evento, la ministra Ada Serri.", None),
        ("Lo ha detto la ministra Ada Serri a Radio Onda.", "said to Radio Onda"),
        ("Lo ha detto Ada Serri al Corriere della Valle.", "said to Corriere della Valle"),
        ("A dirlo, ai microfoni di Radio Onda, è la ministra Ada Serri.", "said to Radio Onda"),
        ("A spiegarlo a Fanpage.it è la ministra Ada Serri.", "said to Fanpage.it"),
        ("Lo ha detto Ada Serri, come riferisce Ria Novosti.", "relayed by Ria Novosti"),
        ("Lo riferisce l'agenzia Tass citando Ada Serri.", "relayed by Tass"),
        ("La notizia è stata confermata all'ANSA dalla ministra Ada Serri.", "said to ANSA"),
        ("A dare la notizia è stata Ada Serri su Facebook.", "posted on Facebook"),
        ("Così, in una nota, Ada Serri.", None),
        ("Lo ha riferito Ada Serri all'agenzia di stampa «Onda».", "said to Onda"),
    ],
)
def test_what_the_sentence_before_says(text: str, chain: str | None) -> None:
    found = read(_DAM + text, "it")[0]
    assert found.content == (_DAM.strip().rstrip("."),)
    assert found.speaker == "Ada Serri"
    assert found.chain == (() if chain is None else (chain,))


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        ("Come riporta il Guardian, il ministro Ugo Serri ha detto che la diga regge.",
         "Ugo Serri", "relayed by Guardian"),
        ("La diga regge, ha detto Ugo Serri, secondo quanto riporta la Tass.",
         "Ugo Serri", "relayed by Tass"),
        ("La Cnn riferisce, citando due funzionari, che la diga regge.",
         "due funzionari", "relayed by Cnn"),
        ("Due fonti hanno riferito al Washington Post che la diga regge.",
         "due fonti", "said to Washington Post"),
        ("«La diga regge da giorni», ha detto Ugo Serri a Radio1.",
         "Ugo Serri", "said to Radio1"),
        ("«La diga regge»: lo scrive su Telegram il sindaco Ugo Serri.",
         "Ugo Serri", "posted on Telegram"),
        ("«La diga regge», è il commento di Ugo Serri.", "Ugo Serri", None),
        ("«La diga regge», afferma, intanto, Ugo Serri.", "Ugo Serri", None),
        ("(ANSA) - ROMA, 09 DIC - «La diga regge». Lo afferma il ministro Ugo Serri.",
         "Ugo Serri", "relayed by ANSA"),
        ("«La diga regge», ha detto Ugo Serri. (AGI)Rm/Sim", "Ugo Serri", "relayed by AGI"),
        ("La diga regge, ha detto il ministro Ugo Serri. (Rum)", "Ugo Serri", None),
    ],
)  # fmt: skip
def test_whose_words_and_their_way(text: str, speaker: str, chain: str | None) -> None:
    (found,) = read(text, "it")
    assert found.speaker == speaker
    assert found.chain == (() if chain is None else (chain,))


def test_dashes_part_who_says_it_without_quotation_marks() -> None:
    (found,) = read("La diga – ha spiegato la ministra Ada Serri – reggerà fino a maggio.", "it")
    assert found.content == ("La diga", "reggerà fino a maggio")


def test_a_clause_before_its_verb_is_what_was_said_not_one_after_a_colon() -> None:
    text = "Gli ispettori sono venuti a marzo, ha detto Ugo Serri: la diga è chiusa al traffico."
    assert read(text, "it")[0].content == ("Gli ispettori sono venuti a marzo",)


def test_lines_of_quotation_are_whose_the_line_before_names() -> None:
    text = (
        "Intervistato da Sky Sport, Mario Serri, ex allenatore, ha rilasciato queste "
        "dichiarazioni:\n«La squadra è cresciuta molto in questi mesi».\n«Non mi aspettavo un "
        "campionato così».\n"
    )
    assert {one.speaker for one in read(text, "it")} == {"Mario Serri"}
    assert {one.chain for one in read(text, "it")} == {("said to Sky Sport",)}


def test_a_statement_that_a_contracted_article_leads_to_is_its_issuers() -> None:
    text = "Il ministero degli Esteri ha diffuso una nota. «La diga regge», si legge nella nota."
    assert read(text, "it")[-1].speaker == "ministero degli Esteri"


def test_words_that_a_later_line_gives_to_somebody_are_one_statement() -> None:
    text = "«La diga regge da giorni e reggerà».\nCosì afferma la ministra Ada Serri."
    (found,) = read(text, "it")
    assert found.speaker == "Ada Serri"


@pytest.mark.parametrize(
    "text",
    [
        "Così la squadra torna in testa alla classifica.",
        "Le parole di ieri non bastano.",
        "Il commento di un lettore ha fatto il giro del paese.",
        "La notizia è stata accolta con favore dai tifosi.",
        "A complicarlo è il maltempo.",
    ],
)
def test_what_only_goes_on_says_nothing_of_the_sentence_before(text: str) -> None:
    assert read(_DAM + text, "it") == []
