"""French: which words of a sentence are cue, source and content."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read

#: A sentence, its cue, its source and its content.
SENTENCES = [
    ("La maire a indiqué que le pont serait fermé.", "a indiqué", "La maire",
     "le pont serait fermé"),
    ("Le pont sera fermé jusqu’à lundi, a indiqué la maire, Ada Lorne.", "a indiqué",
     "la maire, Ada Lorne", "Le pont sera fermé jusqu’à lundi"),
    ("Le pont sera fermé, a annoncé jeudi dans la soirée le ministère des Transports.",
     "a annoncé", "le ministère des Transports", "Le pont sera fermé"),
    ("Le maire, Luc Vasseur, a, dans un communiqué, démenti ces chiffres.",
     "a, dans un communiqué, démenti", "Le maire, Luc Vasseur", "ces chiffres"),
    ("La maire a pour sa part assuré que le pont tiendrait.", "a pour sa part assuré",
     "La maire", "le pont tiendrait"),
    ("L’armée affirme avoir détruit onze véhicules.", "affirme", "L’armée",
     "avoir détruit onze véhicules"),
    ("Le suspect nie s’être enrichi.", "nie", "Le suspect", "s’être enrichi"),
    ("La maire déplore n’avoir reçu aucune aide.", "déplore", "La maire",
     "n’avoir reçu aucune aide"),
    ("La maire a promis de rouvrir le pont.", "a promis", "La maire", "rouvrir le pont"),
    ("Le préfet a exhorté les habitants de la vallée à quitter leurs maisons.", "a exhorté",
     "Le préfet", "quitter leurs maisons"),
    ("Le préfet a appelé la population au calme.", "a appelé", "Le préfet", "calme"),
    ("Le syndicat réclame des indemnités pour les puits détruits.", "réclame", "Le syndicat",
     "des indemnités pour les puits détruits"),
    ("Ada Lorne s’est engagée à publier les comptes.", "s’est engagée", "Ada Lorne",
     "publier les comptes"),
    ("Ada Lorne s’est dite « confiante » jeudi.", "s’est dite", "Ada Lorne", "confiante"),
    ("L’entreprise évoque « une anomalie » sur une vanne.", "évoque", "L’entreprise",
     "« une anomalie » sur une vanne"),
    ("Ada Lorne accuse la ville d’avoir menti.", "accuse", "Ada Lorne", "la ville d’avoir menti"),
    ("Elle n’a pas souhaité préciser par qui.", "n’a pas souhaité préciser", "Elle", "par qui"),
    ("Le groupe s’est refusé à tout commentaire sur ce point.",
     "s’est refusé à tout commentaire", "Le groupe", "ce point"),
    ("Le parquet n’a ni confirmé ni infirmé cette information.", "n’a ni confirmé", "Le parquet",
     "cette information"),
    ("Selon le maire, Luc Vasseur, la route rouvrira lundi.", "Selon", "le maire, Luc Vasseur",
     "la route rouvrira lundi"),
    ("Selon nos informations, l’agresseur, âgé de 17 ans, a été arrêté.", "Selon",
     "nos informations", "l’agresseur, âgé de 17 ans, a été arrêté"),
    ("D’après des habitants, des coups de feu ont été entendus.", "D’après", "des habitants",
     "des coups de feu ont été entendus"),
    ("À l’en croire, des stocks dormiraient dans des garages.", "À", "l’",
     "des stocks dormiraient dans des garages"),
    ("De source policière, deux hommes ont fui.", "De", "source policière",
     "deux hommes ont fui"),
    ("Pour la maire, le projet arrive trop tard.", "Pour", "la maire",
     "le projet arrive trop tard"),
    ("La loi sera votée, comme l’a rappelé le ministre.", "l’a rappelé", "le ministre",
     "La loi sera votée"),
    ("Le dossier est clos, explique-t-on au ministère de la Mer.", "explique",
     "ministère de la Mer", "Le dossier est clos"),
    # when it was said is no part of it; an act that is refused is
    ("Le maire a dénoncé une manœuvre lors d’une réunion publique.", "a dénoncé", "Le maire",
     "une manœuvre"),
    ("Le maire a confirmé la fermeture du pont à l’issue du conseil municipal.", "a confirmé",
     "Le maire", "la fermeture du pont"),
    ("Le maire a annoncé la fin des travaux à l’issue de la saison.", "a annoncé", "Le maire",
     "la fin des travaux à l’issue de la saison"),
    ("Le maire refuse de quitter la salle.", "refuse", "Le maire", "quitter la salle"),
    ("« Je n’ai rien reçu », se plaint l’acheteur.", "se plaint", "l’acheteur",
     "Je n’ai rien reçu"),
    ("Le préfet n’a pas répondu, se contentant de dire qu’il verrait.", "dire", "Le préfet",
     "il verrait"),
    ("La population baisse, conclut l’Insee dans une étude publiée mardi.", "conclut", "l’Insee",
     "La population baisse"),
    ("La maire a affirmé dans un communiqué que le pont est sûr.", "a affirmé", "La maire",
     "le pont est sûr"),
    ("La production a reculé de 8 %, selon le groupe.", "selon", "le groupe",
     "La production a reculé de 8 %"),
    ("Ce pont, selon la maire, fait peur aux habitants.", "selon", "la maire",
     "Ce pont | fait peur aux habitants"),
    ("Et le ministre de conclure : « Nous sommes prêts. »", "conclure", "le ministre",
     "Nous sommes prêts."),
    ("La loi sera votée. C’est ce qu’a annoncé le ministre mardi.", "a annoncé", "le ministre",
     "La loi sera votée"),
    ("La maire est convaincue que le pont tiendra.", "est convaincue", "La maire",
     "le pont tiendra"),
    ("Même si la maire affirme que le pont est sûr, les habitants restent inquiets.", "affirme",
     "la maire", "le pont est sûr"),
    ("L’une d’elles a précisé que tout était fini.", "a précisé", "L’une d’elles",
     "tout était fini"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "content"), SENTENCES)
def test_a_sentence_is_parted(text: str, cue: str, source: str, content: str) -> None:
    found = one(text, "fr")
    assert (found.cue[0], found.source, found.content) == (cue, source, tuple(content.split(" | ")))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("« Le pont tiendra », a-t-elle ajouté.", "elle"),
        ("« Le pont tiendra, assure Ada Lorne, ingénieure à Caen. Je l’ai vu. »",
         "Ada Lorne, ingénieure à Caen"),
        ("« Le pont tiendra, prévient d’emblée la maire. Je l’ai vu. »", "la maire"),
    ],
)  # fmt: skip
def test_who_says_it_inside_or_after_the_marks(text: str, source: str) -> None:
    found = one(text, "fr")
    assert found.source == source
    assert found.content[0] == "Le pont tiendra"
    assert found.type == "direct"


def test_what_an_incise_interrupts_goes_on() -> None:
    found = one("« Le pont tiendra, assure la maire. Je l’ai vu. »", "fr")
    assert found.content == ("Le pont tiendra", "Je l’ai vu")


def test_a_participle_shares_the_source_of_its_verb() -> None:
    found = read("« Le pont tiendra », a dit Ada Lorne, précisant que la route est sûre.", "fr")
    assert [one.content for one in found] == [("Le pont tiendra",), ("la route est sûre",)]
    assert [one.speaker for one in found] == ["Ada Lorne", "Ada Lorne"]


def test_an_infinitive_goes_on_with_the_verb_before() -> None:
    text = "La maire a salué l’accord, avant de déplorer son coût."
    assert [one.content for one in read(text, "fr")] == [("l’accord",), ("son coût",)]


def test_a_verb_that_no_table_has_follows_a_quotation() -> None:
    found = one("« Nous avons été prévenus trop tard », grommelouille le capitaine Oger.", "fr")
    assert found.source == "le capitaine Oger"
    assert found.cue == ("grommelouille",)


@pytest.mark.parametrize(
    "text",
    [
        "On raconte que la louve est morte.",  # nobody in particular
        "Le navire s’appelle « L’Espérance ».",
        "La demande de bilan est arrivée à la mairie.",
        "Rien n’indique un recul.",
        "Le trophée, lui, ne dit rien.",
        "Un kilo demande quelque 150.000 fleurs.",
        "La forêt aurait brûlé.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert [
        found for found in read(text, "fr") if found.content != ("quelque 150.000 fleurs",)
    ] == []


def test_a_topic_before_a_colon_is_no_speaker() -> None:
    text = "Conseil de Brenac : la fontaine de la discorde\n\nLe conseil a voté lundi soir. Rideau."
    assert read(text, "fr") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ces victimes sont selon eux douze mineurs.", ("Ces victimes sont", "douze mineurs")),
        (
            "Il n’a pas donné le nom mais selon plusieurs médias, il s’agit d’un juge.",
            ("il s’agit d’un juge",),
        ),
        ("Le maire, Paul Hirsch, l’affirme : le pont tiendra.", ("le pont tiendra",)),
        (
            "Le ministère a adjuré les habitants de rester chez eux.",
            ("rester chez eux",),
        ),
    ],
)
def test_clauses_around_a_cue(text: str, content: tuple[str, ...]) -> None:
    assert read(text, "fr")[-1].content == content


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Prié de dire s’ils avaient fui, comme l’affirment plusieurs médias, M. Odin a "
            "répondu : « Le parquet parlera. »",
            "Odin",
            ("Le parquet parlera.",),
        ),
        (
            "« Il y a eu des contacts », a admis le ministre Jan Odin au nom de la « séparation "
            "des pouvoirs ».",
            "Jan Odin",
            ("Il y a eu des contacts",),
        ),
        (
            "« C’est un beau cadeau », confie cette « source » à l’AFP.",
            "source",
            ("C’est un beau cadeau",),
        ),
        (
            "Dix personnes dont le maire ont été tuées mardi, ont rapporté jeudi 4 novembre des "
            "sources locales à l’AFP.",
            "des sources locales",
            ("Dix personnes dont le maire ont été tuées mardi",),
        ),
        (
            "Le port a rouvert, ont indiqué à l’AFP des élus locaux.",
            "des élus locaux",
            ("Le port a rouvert",),
        ),
        (
            "Comme le rapporte l’AFP ce 9 juillet, onze médecins ont quitté l’hôpital.",
            "AFP",
            ("onze médecins ont quitté l’hôpital",),
        ),
        (
            "La situation est calme, selon le maire, Abdou Karim, dans une interview à l’ANP.",
            "Abdou Karim",
            ("La situation est calme",),
        ),
    ],
)
def test_who_says_how_much(text: str, speaker: str, content: tuple[str, ...]) -> None:
    found = read(text, "fr")[-1]
    assert (found.speaker, found.content) == (speaker, content)


def test_a_feast_has_no_view() -> None:
    assert read("Pour Noël, six personnes ont été logées dans un gîte.", "fr") == []
