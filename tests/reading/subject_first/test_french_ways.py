"""French: outlets in no list, credits as pages write them, and how far a way carries."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read

BODY = (
    "Le ministre de la Mer, Paul Hirsch, a annoncé mardi que le quota serait relevé.\n\n"
    "Le vote est prévu vendredi à Lanvel et les ports resteront ouverts jusque-là.\n"
)
TITLE = "Pêche : le quota relevé\n"


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("« On a manqué de jus », a reconnu l’entraîneur Ivan Delmas, au micro d’Eurofort.",
         ("said to Eurofort",)),
        ("« Je doute », confie la romancière Anna Sorel dans un entretien à La Revue des Quais.",
         ("said to La Revue des Quais",)),
        ("Le maire Luc Varenne affirme dans Midi Armor que le parc a cédé.",
         ("said to Midi Armor",)),
        ("Dans les pages du Réveil du Nord, la sénatrice Anne Lorrec juge le texte « bancal ».",
         ("said to Réveil du Nord",)),
        ("Contacté par Le Réveil du Nord, le maire Paul Hirsch dément toute pression.",
         ("said to Le Réveil du Nord",)),
        ("Paul Hirsch a expliqué à nos confrères de L’Avenir du Port que le quai fermerait.",
         ("said to L’Avenir du Port",)),
        ("Dans une tribune publiée par Le Fanal, la chercheuse Nora Belkacem plaide pour un "
         "moratoire.", ("said to Le Fanal",)),
        ("Le maire Paul Hirsch s’interroge sur LinkedIn : « Pourquoi un seul câble ? »",
         ("posted on LinkedIn",)),
        # a place, an office, and the colleagues of whom the report speaks
        ("« Nous verrons », a répondu à Québec la ministre Aline Roy.", ()),
        ("Ses confrères de Portzmann disent attendre une surenchère.", ()),
    ],
)  # fmt: skip
def test_an_outlet_that_the_words_before_it_tell(sentence: str, chain: tuple[str, ...]) -> None:
    found = one(sentence, "fr")
    assert (found.chain or ())[: len(chain) or 1] == chain


def test_a_frequency_is_a_station() -> None:
    text = (
        "La ministre Aline Roy promet 120 lits. Elle en a fait l’annonce vendredi en entrevue au "
        "98,5."
    )
    assert one(text, "fr").chain == ("said to 98,5",)


def test_y_points_to_the_outlet_of_the_sentence_before() -> None:
    text = (
        "L’affaire a été révélée par le site The Cipher Post. Un pirate y revendiquait l’attaque."
    )
    assert [hop.split()[-1] for hop in one(text, "fr").chain] == ["Post"]


def test_a_relay_keeps_where_its_speaker_was_heard() -> None:
    text = (
        "Le ministre, Raad Sabti, a assuré que la ligne était prête, dans un entretien à la chaîne "
        "Nahrain. « Il reste une signature », a-t-il dit, cité par l’agence Mésopotamia Presse. "
        "Toujours d’après l’agence, M. Sabti a appelé les compagnies à « tourner la page »."
    )
    both = ("said to Nahrain", "relayed by Mésopotamia Presse")
    assert [found.chain for found in read(text, "fr")] == [both[:1], both, both]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Information fournie par Reuters 07/12/2023 à 05:43", "Reuters"),
        ("AFP, publié le mardi 12 mai 2024", "AFP"),
        ("ats", "ats"),
    ],
)
def test_a_credit_at_the_head(line: str, name: str) -> None:
    assert read(f"{TITLE}{line}\n\n{BODY}", "fr")[0].chain == (f"relayed by {name}",)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("SIDRA/KARVAL/MIRA (Reuters) - ", "Reuters"),
        ("Sidra, Karval | AFP | samedi 07/10/2023 - ", "AFP"),
        ("Sidra - (MAP) - ", "MAP"),
        ("Berne (ats) ", "ats"),
    ],
)
def test_a_dateline(line: str, name: str) -> None:
    found = read(f"{TITLE}\n{line}{BODY}", "fr")[0]
    assert (found.chain, found.content) == ((f"relayed by {name}",), ("le quota serait relevé",))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (
            "Article paru le 13 février dans le quotidien de Bagdad Al-Minbar al-Jadid, traduit "
            "par nos soins.",
            "Al-Minbar al-Jadid",
        ),
        ("Cet article a été initialement publié sur Le Phare du Nord.", "Le Phare du Nord"),
        ("Texte traduit de l’anglais par Courrier international", "Courrier international"),
        ("Une dépêche de l’AFP.", "AFP"),
        ("(afp)", "afp"),
    ],
)
def test_a_credit_at_the_foot(line: str, name: str) -> None:
    assert read(f"{TITLE}\n{BODY}\n{line}", "fr")[0].chain == (f"relayed by {name}",)


def test_letters_and_the_name_they_stand_for_are_one_hop() -> None:
    text = (
        "Une solution est à l’étude, a indiqué le porte-parole Nicolas Vuille à l’Agence "
        "lémanique de presse.\n\nLe conseil se prononcera le 25 février.\n\n(ALP)"
    )
    assert one(text, "fr").chain == ("said to Agence lémanique de presse",)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Zarina Bibi a raconté au site The Tide que l’usurier a tout pris. Une responsable assure "
         "pourtant au même site que des prêts existent.", ("said to The Tide",)),
        ("Selon l’hebdomadaire Le Phare, l’exemple sera suivi. Un conseiller cité par le magazine "
         "recommande « de la patience ».", ("relayed by Le Phare",)),
        ("« Mes électeurs sont adultes », se justifie Paul Hirsch sur le plateau de France 3 "
         "Limousin.", ("said to France 3 Limousin",)),
        ("« On a vu partir le toit », témoigne Jean Hoarau, son voisin, sur Free Dune.",
         ("said to Free Dune",)),
        ("Le quotidien Kommersant affirme, en s’appuyant sur deux responsables, que Moscou "
         "envisage un retrait.", ("relayed by Kommersant",)),
        # a channel that is told to be somebody's is no outlet named before
        ("Reuters a rapporté que la trêve tenait. Dans un message diffusé par la télévision du "
         "parti, le chef, Paul Hirsch, a annoncé que la trêve était finie.", ()),
    ],
)  # fmt: skip
def test_an_outlet_again(text: str, chain: tuple[str, ...]) -> None:
    assert read(text, "fr")[-1].chain == chain


def test_a_report_that_asks_itself_ends_the_way_before() -> None:
    text = (
        "« Réveillez-vous », lance Paul Hirsch sur Facebook.\n\nRelancé, Paul Hirsch a reconnu "
        "« une exagération »."
    )
    assert [found.chain for found in read(text, "fr")] == [("posted on Facebook",), ()]


def test_a_place_in_brackets_signs_nothing() -> None:
    text = f"{TITLE}\nLes marins ont défilé devant l’hôpital de Lanvel (Tarnais).\n\n{BODY}"
    assert read(text, "fr")[-1].chain == ()


def test_who_cites_passes_on_and_a_refusal_to_speak_tells_nothing() -> None:
    text = "Le quotidien Le Fanal, qui cite une source policière, affirme que le match est annulé."
    found = one(text, "fr")
    assert (found.speaker, found.chain) == ("une source policière", ("relayed by Le Fanal",))
    assert read("Le maire, Paul Hirsch, a refusé de s’exprimer.", "fr") == []
