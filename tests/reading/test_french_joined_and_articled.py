"""French: articles before adjectives, verbs joined to others, asides, and who is meant."""

from __future__ import annotations

import pytest

import rawi


def statements(text: str) -> list[tuple[str, str, str]]:
    """Return what is said, by whom, and by what way."""
    report = rawi.read(text, language="fr")
    return [
        (
            " … ".join(text[span.start : span.end] for span in one.content),
            one.speaker.name if one.speaker else "",
            " > ".join(hop.name for hop in one.chain),
        )
        for one in report.attributions
    ]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "De nombreux experts estiment que la digue tient.",
            "la digue tient",
            "de nombreux experts",
        ),
        ("D'autres témoins affirment que la digue tient.", "la digue tient", "d'autres témoins"),
        ("La digue tient, selon de hauts responsables.", "La digue tient", "de hauts responsables"),
        ("Le maire annonce de nouvelles mesures.", "de nouvelles mesures", "le maire"),
        ("La maire réclame d'autres bus.", "d'autres bus", "la maire"),
    ],
)
def test_the_plural_article_before_an_adjective_opens_a_phrase(
    text: str, said: str, speaker: str
) -> None:
    found = statements(f"La crue recule. {text}")
    assert [(a, b.lower()) for a, b, _ in found] == [(said, speaker)]


@pytest.mark.parametrize(
    "lead",
    [
        "vient d'annoncer",
        "n'a pas hésité à affirmer",
        "a dû reconnaître",
        "s'est empressé d'ajouter",
        "a profité de la visite pour rappeler",
        "ne cesse d'affirmer",
    ],
)
def test_an_infinitive_behind_a_verb_that_makes_it_a_statement(lead: str) -> None:
    assert statements(f"Le maire Jules Ferrac {lead} que le pont fermera.") == [
        ("le pont fermera", "Jules Ferrac", "")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Le maire s'est rendu sur place et a promis que le pont ouvrira.", "le pont ouvrira"),
        ("Le maire a visité le chantier et assuré que le pont ouvrira.", "le pont ouvrira"),
        ("Le maire s'est baigné hier affirmant que le lac est propre.", "le lac est propre"),
        ("Le maire leur explique que le pont est fermé.", "le pont est fermé"),
        ("Le maire avertit les riverains que le pont fermera.", "le pont fermera"),
        ("Le maire a publié un message expliquant que le pont fermera.", "le pont fermera"),
        ("Le maire a parlé aussi d'un arsenal.", "un arsenal"),
    ],
)
def test_verbs_joined_to_another_or_with_whom_they_tell(text: str, said: str) -> None:
    assert statements(f"La pluie a cessé. {text}") == [(said, "le maire", "")]


def test_a_joined_participle_ends_what_the_verb_before_it_says() -> None:
    text = "La pluie a cessé. Le maire a salué le travail des pompiers et promis de payer."
    assert [a for a, _, _ in statements(text)] == ["le travail des pompiers", "payer"]


def test_a_clause_whose_subject_has_a_relative_is_what_is_said() -> None:
    text = "Un enfant qui circulait à vélo est mort lundi à Sarlan, ont indiqué les autorités."
    assert [(a, b) for a, b, _ in statements(text)] == [
        ("Un enfant qui circulait à vélo est mort lundi à Sarlan", "autorités")
    ]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Le ministre a affirmé à Oran que les projets avancent.", ""),
        ("Le ministre a affirmé à Zelmina que les projets avancent.", ""),
        ("Le ministre a confié à Ledjour que les projets avancent.", "Ledjour"),
    ],
)
def test_a_town_is_where_it_was_said(text: str, way: str) -> None:
    assert [chain for _, _, chain in statements(text)] == [way]


@pytest.mark.parametrize(
    "aside",
    [
        "jeudi à Sarlan",
        "lundi en début de soirée, dans un communiqué",
        "avant-hier à Oran et à Sarlan",
    ],
)
def test_when_and_where_stand_between_a_verb_and_who_speaks(aside: str) -> None:
    text = f"« Le pont est fermé », a indiqué, {aside}, la préfecture."
    assert [(a, b) for a, b, _ in statements(text)] == [("Le pont est fermé", "préfecture")]


def test_a_line_that_ends_with_a_colon_leads_to_a_quotation_in_its_own_line() -> None:
    text = (
        "La police est arrivée.\nLe parquet ajoute:\n«Le parquet a désigné un expert pour tout "
        "savoir»\nLe choc a eu lieu à midi, a précisé un pompier."
    )
    assert [b for _, b, _ in statements(text)] == ["parquet", "un pompier"]


def test_a_sentence_that_ends_inside_marks_ends_what_is_said() -> None:
    text = 'M. Lorne a répliqué: "On arrête tout, là!" Il a quitté la salle.'
    assert [a for a, _, _ in statements(text)] == ["On arrête tout, là!"]


def test_who_did_what_a_passive_tells_goes_on() -> None:
    text = "L'attaque a été confirmée par une source locale, assurant que « tout est calme »."
    assert [(a, b) for a, b, _ in statements(text)] == [("tout est calme", "une source locale")]


def test_a_note_in_brackets_behind_a_quotation_is_the_newsrooms() -> None:
    text = '"Ils sont arrivés dans la région de Sila" (est), a ajouté M. Bachar.'
    assert statements(text)[0][0] == "Ils sont arrivés dans la région de Sila"


def test_datelines_with_an_hour_and_before_a_number() -> None:
    hour = "LIBREVILLE, 30 oct (AFP) - 20h03 - Le pont est fermé, a affirmé le ministre."
    assert statements(hour)[0] == ("Le pont est fermé", "le ministre", "AFP")
    number = "Yaoundé – 143 hommes sont arrivés lundi, selon le ministre."
    assert statements(number)[0][0] == "143 hommes sont arrivés lundi"


def test_the_office_told_beside_a_name_further_on() -> None:
    text = (
        "Le porte-parole du conseil rapporte que le pont ouvrira.\n\nMardi, le porte-parole du "
        "conseil, Patrice Mouyard, a reçu la presse."
    )
    assert [b for _, b, _ in statements(text)] == ["Patrice Mouyard"]


def test_one_of_two_bodies_that_spoke_together() -> None:
    text = (
        "Le parquet de Sarlan et la police fédérale ont confirmé les faits. Le parquet a ajouté "
        "que l'enquête continue."
    )
    assert [b for _, b, _ in statements(text)][1] == "parquet de Sarlan"


def test_rebels_are_not_the_rebel_who_spoke() -> None:
    text = (
        "« Nous avançons », a dit le colonel Djamel Nako, un des chefs rebelles. Les rebelles "
        "réclament une trêve."
    )
    assert [b for _, b, _ in statements(text)] == ["Djamel Nako", "rebelles"]


def test_a_name_ends_before_the_letters_of_a_body() -> None:
    text = "L'assistant-directeur Mario Lorne du SPVM a affirmé que tout va bien."
    assert [b for _, b, _ in statements(text)] == ["Mario Lorne"]


def test_a_paper_in_marks_behind_its_kind_and_place() -> None:
    text = "Selon le journal local de Haute-Savoie « Ledjour », une grève est en cours. Il pleut."
    assert statements(text)[0] == ("une grève est en cours", "Ledjour", "")


def test_an_aside_about_who_is_cited_is_no_part_of_the_quotation() -> None:
    text = "Pour le maire Jean Lorne, en visite à Lyon avec le préfet, « le pont est un scandale »."
    assert statements(text) == [("le pont est un scandale", "Jean Lorne", "")]
