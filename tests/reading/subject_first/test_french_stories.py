"""French: speakers and chains as stories have them: who is meant, and who saw the papers."""

from __future__ import annotations

import pytest
from subject_first_sentences import read

SEEN = [
    (
        "Dans un audit dont Reuters a pu prendre connaissance, la Banque mondiale estime que la "
        "dette a doublé.",
        "Banque mondiale",
        "Reuters",
    ),
    ("Selon un rapport interne, que Mediapart a pu consulter, deux sondes étaient hors service.",
     "rapport interne", "Mediapart"),
    ("Selon des notes auxquelles Mediapart a eu accès, la banque savait tout.",
     "notes", "Mediapart"),
    ("D'après un courrier dont l'AFP a obtenu copie, le préfet avait été prévenu.",
     "courrier", "AFP"),
    ("Selon une note consultée par Reuters, le fonds a perdu trois millions.", "note", "Reuters"),
    ("Le rapport, que Reuters a pu lire, affirme que le fonds est vide.", "rapport", "Reuters"),
    ("D'après un sondage publié samedi par Mediapart, peu de gens iraient voter.",
     "sondage", "Mediapart"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "outlet"), SEEN)
def test_who_saw_a_paper_passes_it_on(text: str, speaker: str, outlet: str) -> None:
    (found,) = read(text, "fr")
    assert (found.speaker, found.chain) == (speaker, (f"relayed by {outlet}",))


def test_an_interview_that_an_outlet_published_was_given_to_it() -> None:
    text = "« Rien ne presse », estime Ada Lorne dans un entretien publié par Mediapart."
    (found,) = read(text, "fr")
    assert found.chain == ("said to Mediapart",)


def test_a_country_in_brackets_stands_in_a_dateline() -> None:
    text = "Goma (RDC), 3 fév 2026 (AFP) - Les Nations unies ont fait état de dix mille déplacés."
    (found,) = read(text, "fr")
    assert (found.speaker, found.chain) == ("Nations unies", ("relayed by AFP",))


MEANT = [
    "Le Haut-Valaisan indique que tout a brûlé.",
    "Le sexologue indique que tout a brûlé.",
    "Le mandataire indique que tout a brûlé.",
    "Ce proche du président indique que tout a brûlé.",
    "Le Lyonnais indique que tout a brûlé.",
    "L'intéressé n'a en revanche pas dit combien il restait.",
]


@pytest.mark.parametrize("text", MEANT)
def test_a_description_means_who_was_named(text: str) -> None:
    found = read(f"« Tout va bien », a dit Karim Belloui, 54 ans. {text}", "fr")
    assert [one.speaker for one in found] == ["Karim Belloui", "Karim Belloui"]


def test_a_doctor_or_a_party_is_no_part_of_a_name() -> None:
    first = "La veille, la Dre Aya Sonko, cheffe du service, a confié à l'AFP qu'elle partait."
    second = "Pour son collègue UDC Jean Wyss, « on fait peur pour remplir des caisses »."
    assert [one.speaker for one in read(first, "fr")] == ["Aya Sonko"]
    assert [one.speaker for one in read(second, "fr")] == ["Jean Wyss"]


def test_a_gerund_with_its_pronoun_belongs_to_the_noun() -> None:
    (found,) = read("Une source militaire s'exprimant sous couvert d'anonymat a démenti : "
                    "« C'est de la propagande ».", "fr")  # fmt: skip
    assert found.speaker == "une source militaire"


def test_an_office_tells_the_gender_of_a_name() -> None:
    found = read("La directrice de la caisse, Kouamé Aya Philomène, a assuré que le prix tiendra. "
                 "« Ne bradez rien », a-t-elle insisté.", "fr")  # fmt: skip
    assert [one.speaker for one in found] == ["Kouamé Aya Philomène"] * 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Des experts affirment que la dette a doublé.", "des experts"),
        ("Des sources bien informées indiquent que le préfet partira.",
         "des sources bien informées"),
        ("Dans une note, des juristes de l'ONU font état de « cas crédibles ».",
         "des juristes de l'ONU"),
        ("Lundi, des élus du canton ont dénoncé une fraude.", "des élus du canton"),
    ],
)  # fmt: skip
def test_several_who_are_not_named_speak(text: str, speaker: str) -> None:
    assert [one.speaker for one in read(text, "fr")] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Cacao : le prix maintenu à 2 800 FCFA, annonce le Conseil de la filière",
         "Conseil de la filière", "le prix maintenu à 2 800 FCFA"),
        ("L'ancien couvreur n'avait pas d'ennemi, à entendre les habitués du café.",
         "habitués du café", "L'ancien couvreur n'avait pas d'ennemi"),
        ("Le meunier Karim Belloui n'en démord pas : le prix « sera libéré ».",
         "Karim Belloui", "le prix « sera libéré »"),
        ("L'urgentiste Ada Lorne se rappelle avoir entendu « une portière ».",
         "Ada Lorne", "avoir entendu « une portière »"),
        ("L'Anker croit savoir que la compagnie fermera.", "Anker", "la compagnie fermera"),
    ],
)  # fmt: skip
def test_other_ways_to_say(text: str, speaker: str, content: str) -> None:
    (found,) = read(text, "fr")
    assert (found.speaker, found.content) == (speaker, (content,))


def test_an_outlet_that_was_told_is_no_object() -> None:
    (found,) = read("Deux médecins ont confirmé ce bilan à l'AFP.", "fr")
    assert (found.content, found.chain) == (("ce bilan",), ("said to AFP",))


def test_a_club_is_not_who_works_for_it() -> None:
    text = "Le FC Lorne a perdu. L'entraîneur du FC Lorne a dénoncé un arbitrage « honteux »."
    assert [one.speaker for one in read(text, "fr")] == ["l'entraîneur du FC Lorne"]


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        ("Chez Sarn, l'exploitant du pont, on assure que rien ne bouge.", "Sarn", ()),
        ("Au ministère du Budget, on indique que les lits manquent.", "ministère du Budget", ()),
        ("Le ministère du Tourisme a réagi sur sa page Facebook. « Rien n'est dit », peut-on "
         "y lire.", "ministère du Tourisme", ("posted on Facebook",)),
        ("Ada Lorne s'est exprimée sur RTL. « Tout est perdu », a-t-elle dit.",
         "Ada Lorne", ("said to RTL",)),
        ("L'Anker croit savoir, en citant des sources proches du dossier, que le pont fermera.",
         "des sources proches du dossier", ("relayed by Anker",)),
        ("La directrice, Ada Lorne, avait assuré le 4 mars, dans une interview aux Echos, que "
         "le pont tiendrait.", "Ada Lorne", ("said to Echos",)),
        ("Le préfet, Karim Belloui, a invité, pour sa part, les élus au calme.",
         "Karim Belloui", ()),
        ("À Goma, le ministre du Budget, Trésor Ilunga, a écrit sur X : « Rien n'est perdu. »",
         "Trésor Ilunga", ("posted on X",)),
        ("Selon Le Soir, le barrage est fissuré.", "Le Soir", ()),
    ],
)  # fmt: skip
def test_who_speaks_and_by_which_way(text: str, speaker: str, chain: tuple[str, ...]) -> None:
    (found,) = read(text, "fr")
    assert (found.speaker, found.chain) == (speaker, chain)


def test_hearsay_between_commas_is_nobodys() -> None:
    assert read("Le vestiaire, dit-on, se fissure.", "fr") == []


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        ("Le feu est maîtrisé, indique franceinfo de source policière.",
         "source policière", ("relayed by franceinfo",)),
        ("La maire, Ada Lorne a, lors d'une réunion, tenue le 16 mai à Goma, accusé l'État de "
         "mentir.", "Ada Lorne", ()),
        ("Contacté par 20 Minutes, le parquet confirme l'ouverture d'une enquête.",
         "parquet", ("said to 20 Minutes",)),
        ("« C'est trop », dénonce auprès de Mediapart l'avocate de la veuve, Me Ada Lorne.",
         "Ada Lorne", ("said to Mediapart",)),
        ("La France « condamne » cette attaque, a réagi le Quai d'Orsay sur X.",
         "Quai d'Orsay", ("posted on X",)),
        ("« Rien ne presse », a dit Ada Lorne au Dauphiné libéré.",
         "Ada Lorne", ("said to Dauphiné libéré",)),
        ("Selon les informations de Mediapart, confirmant celles d'un confrère, le feu est éteint.",
         "Mediapart", ()),
        ("Le ministre Karim Belloui a ajouté, selon un communiqué de ses services, que rien ne "
         "changerait.", "Karim Belloui", ()),
    ],
)  # fmt: skip
def test_who_had_it_from_whom(text: str, speaker: str, chain: tuple[str, ...]) -> None:
    found = read(text, "fr")[-1]
    assert (found.speaker, found.chain) == (speaker, chain)


def test_the_same_source_is_who_spoke_before() -> None:
    found = read("Le feu est éteint, a précisé le parquet. Un homme est mort, a-t-on appris de "
                 "même source.", "fr")  # fmt: skip
    assert [(one.speaker, one.content) for one in found] == [
        ("parquet", ("Le feu est éteint",)),
        ("parquet", ("Un homme est mort",)),
    ]


@pytest.mark.parametrize(
    ("text", "speakers", "chain"),
    [
        ("L'Irak compte reprendre avant la fin mars ses envois de brut, a annoncé le ministre du "
         "Pétrole, Raad al-Sabti, à la chaîne satellitaire Nahrain. « Il manque une signature », "
         "a déclaré M. Sabti.", ["Raad al-Sabti"] * 2, ("said to Nahrain",)),
        ("Le groupe envisage de fermer deux sites, d'après un document interne que Mediapart a pu "
         "consulter.", ["document interne"], ("relayed by Mediapart",)),
        ("« Rien n'est signé », a confié à Anadolu un haut fonctionnaire, selon lequel tout est "
         "prêt.", ["un haut fonctionnaire"] * 2, ("said to Anadolu",)),
        ("L'attaquant du HAC Yanis Boukhari est sorti de son silence jeudi sur RMC. « Je reste », "
         "a-t-il dit.", ["Yanis Boukhari"], ("said to RMC",)),
        ("Une solution est à l'étude, a indiqué Ada Lorne à l'Agence lémanique de presse.",
         ["Ada Lorne"], ("said to Agence lémanique de presse",)),
        ("Son secrétaire, Pape Birame Cissé, soutient que le prix ne couvre rien.",
         ["Pape Birame Cissé"], ()),
    ],
)  # fmt: skip
def test_names_and_ways_of_stories(text: str, speakers: list[str], chain: tuple[str, ...]) -> None:
    found = read(text, "fr")
    assert [one.speaker for one in found] == speakers
    assert found[-1].chain == chain


def test_a_request_is_led_to_by_the_preposition_before_the_words() -> None:
    (found,) = read(
        "Ada Lorne a appelé les élus présents au Kurdistan à « tourner la page ».", "fr"
    )
    assert found.content == ("tourner la page",)
