"""French: whom "ils" means, lists of countries, offices named by rank, and deeds that are said."""

import pytest

import rawi


def read(text):
    return rawi.read(text, language="fr").attributions


def content(text, one):
    return " … ".join(text[span.start : span.end] for span in one.content)


def chain(one):
    return [(hop.how, hop.name) for hop in one.chain]


@pytest.mark.parametrize(
    ("subject", "pronoun", "name"),
    [
        ("Auparavant, la Sarnie, la Velmie et le Tharn", "ils", "Sarnie, la Velmie et le Tharn"),
        ("En mars, Paris et Berlin", "ils", "Paris et Berlin"),
        ("Les ministres de la région", "ils", "ministres de la région"),
        ("Ada Lorne et Marc Bray", "ils", "Ada Lorne et Marc Bray"),
    ],
)
def test_whom_a_plural_pronoun_means(subject, pronoun, name):
    text = (
        "Le capitaine Igor Velm a confirmé l'opération.\n\n"
        f"{subject} ont adressé une lettre au Conseil, dans laquelle {pronoun} condamnent "
        "l'opération et demandent que le Conseil se réunisse."
    )
    first, *others = read(text)
    assert first.speaker.name == "Igor Velm"
    assert [one.speaker.name.endswith(name) for one in others] == [True, True]


def test_a_plural_pronoun_is_never_one_person():
    (_, one) = read("Selon Igor Velm, le pont tombera. Une lettre circule. Ils y dénoncent la loi.")
    assert one.speaker is None or one.speaker.name != "Igor Velm"


def test_a_list_of_countries_is_one_source():
    text = "Le Mali, le Tchad et le Niger, qui ont quitté l'union, accusent Paris d'ingérence."
    (one,) = read(text)
    assert one.speaker.name == "Le Mali, le Tchad et le Niger"


@pytest.mark.parametrize(
    ("office", "named"),
    [
        ("le chef de l'état-major de l'armée de l'air", "le général Alou Koné"),
        ("le commandant de la zone nord", "le colonel Issa Koné"),
        ("la porte-parole de la gendarmerie", "la capitaine Awa Koné"),
    ],
)
def test_an_office_alone_and_a_rank_with_a_name_are_one(office, named):
    text = (
        "Selon le maire Luc Bray, rien ne va.\n\n"
        f"Pour Sarn, Velm est un allié, avance dans une interview à la chaîne RTVI {office}.\n\n"
        f"« Les avions sont livrés », dit {named}."
    )
    _, lead, quoted = read(text)
    assert lead.speaker.name == quoted.speaker.name == " ".join(named.split()[-2:])
    assert chain(lead) == chain(quoted) == [("said to", "RTVI")]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (
            "Après avoir dit que le pont tiendrait, le maire Luc Bray est parti.",
            "Luc Bray",
            "le pont tiendrait",
        ),
        (
            "Le pont a fermé mardi, ainsi que l'a annoncé la préfecture.",
            "préfecture",
            "Le pont a fermé mardi",
        ),
        (
            "L'attaque a été revendiquée mardi par le Front de la Velmie.",
            "Front de la Velmie",
            "L'attaque",
        ),
        (
            "Le maire Luc Bray a accusé Ada Lorne, élue de Velm, de mentir au conseil.",
            "Luc Bray",
            "Ada Lorne, élue de Velm, de mentir au conseil",
        ),
        (
            "Le maire Luc Bray se veut rassurant : aucune ligne n'est coupée.",
            "Luc Bray",
            "aucune ligne n'est coupée",
        ),
        (
            "Le maire Luc Bray ne se prononce pas en outre sur une fermeture, qui coûterait cher.",
            "Luc Bray",
            "une fermeture",
        ),
        (
            "Le maire Luc Bray a posté une photo avec ces mots : « Le pont tiendra. »",
            "Luc Bray",
            "Le pont tiendra.",
        ),
        (
            "Le pont a été fermé mardi, « par précaution », a indiqué la préfecture.",
            "préfecture",
            "Le pont a été fermé mardi, « par précaution »",
        ),
        (
            "Sans argent, pas de pont, résume le maire Luc Bray.",
            "Luc Bray",
            "Sans argent, pas de pont",
        ),
        (
            "Le maire Luc Bray affirme dans une vidéo postée sur X contrôler la ville.",
            "Luc Bray",
            "contrôler la ville",
        ),
        ("Le parquet réclame 15 mois de détention.", "parquet", "15 mois de détention"),
        ("Le pont tiendra, a affirmé l'agence d'État syrienne Sana.", "Sana", "Le pont tiendra"),
        (
            "Selon le témoignage d'Ada Lorne, le pont est tombé.",
            "Ada Lorne",
            "le pont est tombé",
        ),
    ],
)
def test_deeds_and_ways_of_saying(text, name, said):
    (one,) = read(text)
    assert one.speaker.name == name
    assert content(text, one) == said


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a été condamné par le tribunal.",
        "L'entretien est à écouter ce soir sur RTL.",
        "Les autorités ne communiquent qu'avec la presse étrangère.",
        "Ada Lorne : une vie de combats\n\nLe livre paraît lundi.",
    ],
)
def test_nothing_is_said(text):
    assert read(text) == ()


def test_who_is_asked_answers():
    text = (
        "Le maire Luc Bray a reçu la presse. Un journaliste lui a demandé si le pont tiendrait. "
        "« Bien sûr », a-t-il répondu."
    )
    (one,) = read(text)
    assert one.speaker.name == "Luc Bray"


def test_a_relative_clause_says_more():
    text = "« Le pont tiendra », assure le maire Luc Bray qui précise que les travaux sont finis."
    first, second = read(text)
    assert first.speaker.name == second.speaker.name == "Luc Bray"
    assert content(text, second) == "les travaux sont finis"


def test_people_told_of_last():
    text = "La mairie a reçu plusieurs fonctionnaires. Ces derniers déplorent un manque de moyens."
    (one,) = read(text)
    assert one.speaker.name == "plusieurs fonctionnaires"


@pytest.mark.parametrize("told", ["aux confrères de RTL", "à nos confrères de RTL"])
def test_colleagues_are_told(told):
    (one,) = read(f"« Le pont tiendra », a déclaré le maire Luc Bray {told}.")
    assert one.speaker.name == "Luc Bray"
    assert chain(one) == [("said to", "RTL")]


def test_our_own_people_are_told():
    (one,) = read("Le pont est tombé, ont indiqué des habitants à notre correspondant.")
    assert one.speaker.name == "des habitants"


def test_a_participle_at_the_head_is_nobody():
    text = (
        "Passant en revue la semaine, le ministre Luc Bray s'est moqué de tous. "
        "« Le pont tiendra », explique-t-il."
    )
    assert [one.speaker.name for one in read(text)][-1] == "Luc Bray"


def test_what_a_pronoun_points_on_to():
    (one,) = read("Le maire Luc Bray a dit ceci : « Le pont tiendra. »")
    assert one.speaker.name == "Luc Bray"
    assert one.cue


def test_two_offices_are_two_people():
    first, second = read("Le procureur a requis dix ans. L'avocat demande une relaxe.")
    assert first.speaker.name != second.speaker.name
