"""French: to whom something was said, who passes it on, and by what other names people go."""

import pytest

import rawi


def read(text):
    return rawi.read(text, language="fr").attributions


def chain(one):
    return [(hop.how, hop.name) for hop in one.chain]


def content(text, one):
    return " … ".join(text[span.start : span.end] for span in one.content)


@pytest.mark.parametrize(
    "told", ["au Parisien", "au Temps", "au Devoir", "à La Croix", "à L'Équipe", "à La Montagne"]
)
@pytest.mark.parametrize(
    "said",
    [
        "« Le pont tiendra », a confié la préfète Anne Lorrec {}.",
        "« Le pont tiendra », a confié {} la préfète Anne Lorrec.",
        "La préfète Anne Lorrec a déclaré {} que le pont tiendrait.",
    ],
)
def test_a_title_with_its_article_is_whom_it_was_said_to(told, said):
    (one,) = read(said.format(told))
    assert one.speaker.name == "Anne Lorrec"
    title = told.removeprefix("au ").removeprefix("à ")
    assert chain(one) == [("said to", title)]


@pytest.mark.parametrize(
    ("text", "hop"),
    [
        ("Selon la préfète Anne Lorrec, interrogée par RTL, le pont tiendra.", "RTL"),
        ("Pour la préfète Anne Lorrec, invitée de RTL, « le pont tiendra ».", "RTL"),
        ("La préfète Anne Lorrec affirme que le pont tiendra au micro de RTL.", "RTL"),
        ("La préfète Anne Lorrec affirme que le pont tiendra dans un entretien à RTL.", "RTL"),
        (
            "« Le pont tiendra », dit la préfète Anne Lorrec. La préfète était l'invitée de RTL.",
            "RTL",
        ),
    ],
)
def test_where_it_was_said(text, hop):
    (one,) = read(text)
    assert one.speaker.name == "Anne Lorrec"
    assert chain(one) == [("said to", hop)]
    assert content(text, one).lower().startswith("le pont tiend")
    assert "RTL" not in content(text, one)


def test_who_passes_a_sentence_on_from_its_head():
    (one,) = read("Comme le rapporte Sud Ouest, le maire Luc Bray a déclaré que le bac coulait.")
    assert one.speaker.name == "Luc Bray"
    assert chain(one) == [("relayed by", "Sud Ouest")]


def test_what_an_outlet_announced():
    text = "Comme annoncé par Sud Ouest, le bac de Tréval ne rouvrira pas."
    (one,) = read(text)
    assert one.speaker.name == "Sud Ouest"
    assert content(text, one) == "le bac de Tréval ne rouvrira pas"


@pytest.mark.parametrize("whom", ["le Burkina Faso", "l'Union africaine", "la CEI"])
def test_whom_somebody_urges_is_no_outlet(whom):
    (one,) = read(f"La ministre Anne Lorrec exhorte {whom} à rouvrir le port.")
    assert chain(one) == []


@pytest.mark.parametrize(
    "kind",
    [
        "l'agence de presse {}",
        "l'agence de presse officielle {}",
        "l'agence nationale de presse {}",
        "l'organe de presse {}",
    ],
)
def test_an_outlet_called_by_its_kind(kind):
    (one,) = read(f"Selon {kind.format('Savoir News')}, deux bacs ont coulé.")
    assert one.speaker.name == "Savoir News"


@pytest.mark.parametrize(
    "called",
    ["la Verte", "la socialiste", "l'Insoumise", "la mise en cause", "la robe noire"],
)
def test_whom_a_party_or_a_nickname_means(called):
    text = f"Mélanie Vaudrey, avocate, quitte la salle. « C'est fini », lance {called}."
    (one,) = read(text)
    assert one.speaker.name == "Mélanie Vaudrey"


def test_the_letters_of_a_party_are_no_dateline():
    text = (
        "Luc Bray (MR), bourgmestre de Tréval, est venu. « Il y a un ras-le-bol », dit le libéral."
    )
    (one,) = read(text)
    assert one.speaker.name == "Luc Bray"


def test_what_was_said_before_has_a_way_of_its_own():
    text = (
        "Luc Bray a dénoncé « une chasse au petit ». Avant l'audience, l'avocat Luc Bray avait "
        "confié à Sud Ouest que son client paierait."
    )
    before, after = read(text)[:2]
    assert chain(before) == []
    assert chain(after) == [("said to", "Sud Ouest")]


def test_a_gathering_ends_the_way_of_an_interview():
    text = (
        "Luc Bray a déclaré sur RTL que le bac coulait.\n\n"
        "Lors d'une conférence de presse, Luc Bray a ajouté que le port fermerait."
    )
    first, second = read(text)
    assert chain(first) == [("said to", "RTL")]
    assert chain(second) == []


def test_a_network_of_one_letter_ends_a_sentence():
    text = "Luc Bray a annoncé sa démission sur X. La préfète Anne Lorrec a regretté ce départ."
    first, second = read(text)
    assert chain(first) == [("posted on", "X")]
    assert second.speaker.name == "Anne Lorrec"


def test_verbs_that_lead_on_to_speech():
    text = "Le maire Luc Bray venait de déclarer que le bac coulait."
    (one,) = read(text)
    assert content(text, one) == "le bac coulait"


def test_a_name_that_begins_like_another_outlets():
    (one,) = read("Selon l'hebdomadaire Réalités Éco, le bac a coulé.")
    assert one.speaker.name == "Réalités Éco"
