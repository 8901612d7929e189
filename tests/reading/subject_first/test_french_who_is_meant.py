"""French: whom a description, a generic word, letters or "ce dernier" mean."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "« Le vent tourne », a dit le capitaine Paul Hirsch.\n\n"
            "« Il reste deux foyers », a précisé le pompier.",
            "Paul Hirsch",
        ),
        (
            "L’attaquant Luc Varenne dit avoir deux offres.\n\nInterrogé lundi en conférence de "
            "presse, Ivan Delmas a livré une autre version. « Il ment », a répondu le technicien "
            "breton.",
            "Ivan Delmas",
        ),
        (
            "L’ancien notaire Henri Vasseur nie tout. La présidente l’interroge. « Non », répond "
            "le prévenu.",
            "Henri Vasseur",
        ),
        (
            "Le maire, Paul Hirsch, a reçu la directrice, Anne Lorrec. « Le dossier avance », "
            "a indiqué cette dernière.",
            "Anne Lorrec",
        ),
        (
            "La directrice, Anne Lorrec, a reçu le maire, Paul Hirsch. « Le dossier avance », "
            "a indiqué ce dernier.",
            "Paul Hirsch",
        ),
        (
            "Un déplacé joint par téléphone dénonce la faim. Selon ce dernier, les vivres "
            "manquent depuis mardi.",
            "un déplacé",
        ),
        (
            "Claude Balcon, la maire de Plounez, était sur place. « Cela suffit », a lancé la "
            "maire.",
            "Claude Balcon",
        ),
        (
            "Isabelle, 43 ans, ne décolère pas. « On nous a oubliés », souffle-t-elle.",
            "Isabelle",
        ),
    ],
)
def test_whom_a_description_means(text: str, last: str) -> None:
    assert read(text, "fr")[-1].speaker == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # an office may be that of somebody who was not named
        (
            "« Le vent tourne », a dit le capitaine Paul Hirsch.\n\n"
            "« Une enquête est ouverte », a précisé le procureur.",
            "le procureur",
        ),
        # whom a clause names is somebody new
        (
            "« Rien n’a fui », assure la directrice, Anne Lorrec.\n\n"
            "Le pirate, qui se fait appeler « Zéphyr », menace de publier le fichier.",
            "le pirate",
        ),
        # a paper that is called after where it comes from
        (
            "Le président du club, Gilles Hautot, n’a pas souhaité réagir.\n\n"
            "Selon Le Parisien, des discussions ont eu lieu.",
            "Le Parisien",
        ),
    ],
)
def test_whom_it_does_not_mean(text: str, last: str) -> None:
    assert read(text, "fr")[-1].speaker == last


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("le constructeur japonais Hamura", "Hamura"),
        ("l’ONG américaine Open Shores", "Open Shores"),
        ("la plateforme de livraison à domicile Panierix", "Panierix"),
        ("l’organisation Marins sans frontières", "Marins sans frontières"),
        ("Marins sans frontières", "Marins sans frontières"),
        ("l’un des manifestants", "l’un des manifestants"),
        ("une femme prénommée Sonia", "Sonia"),
        ("un collectif baptisé Rivages", "Rivages"),
        # a preposition joins these to what they are
        ("le ministère de la Mer", "ministère de la Mer"),
        ("l’université de Lanvel", "université de Lanvel"),
    ],
)
def test_the_name_in_a_phrase(source: str, name: str) -> None:
    assert one(f"« Le port tiendra longtemps », a assuré {source}.", "fr").speaker == name


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "La mutuelle Mutalia a reconnu une fuite. Aucun mot de passe n’a fuité, assure "
            "l’entreprise.",
            "Mutalia",
        ),
        (
            "Transport Vasco prévoit un bénéfice. Le transporteur attribue ce résultat à la "
            "baisse du carburant.",
            "Transport Vasco",
        ),
        (
            "« Rien n’est dû au vaccin », a déclaré la directrice générale de Toravix Biotech, "
            "Ilse Vandam.\n\nLe laboratoire précise que les flacons étaient conformes.",
            "Toravix Biotech",
        ),
        (
            "Marins sans frontières appelle au calme. L’ONG juge que la situation empire.",
            "Marins sans frontières",
        ),
        (
            "L’Observatoire du sel marin (OSM) compte 12 morts. L’OSM précise que trois enfants "
            "figurent parmi eux.",
            "Observatoire du sel marin",
        ),
        (
            "La Confédération des planteurs du Nord (CPN) a été reçue mardi. La CPN réclame un "
            "prix plancher.",
            "Confédération des planteurs du Nord",
        ),
        (
            "Le quotidien Le Soir affirme que le port a été vendu. Selon le journal, "
            "l’acheteur est étranger.",
            "Le Soir",
        ),
        (
            "« C’est faux », expliquait hier au « Monde » Frédéric Vannier, cofondateur du "
            "groupe. « Trois cadres sont partis », rappelle le quotidien.",
            "Monde",
        ),
    ],
)
def test_which_body_is_meant(text: str, last: str) -> None:
    assert read(text, "fr")[-1].speaker == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Transport Vasco prévoit un bénéfice.\n\nLe syndicat ovin réclame une enquête.",
            "syndicat ovin",
        ),
        (
            "La Revue des Quais a publié un entretien avec elle.\n\nSon éditeur jure que le "
            "manuscrit est fini.",
            "son éditeur",
        ),
        (
            "La fédération patronale réclame un report.\n\nLes syndicats appellent à la grève.",
            "syndicats",
        ),
    ],
)
def test_which_body_is_not_meant(text: str, last: str) -> None:
    assert read(text, "fr")[-1].speaker == last


def test_a_quotation_after_a_sentence_about_somebody_is_theirs() -> None:
    text = (
        "« C’était jour de marché », observe Jérôme Bégard, le maire.\n\n"
        "Le deuxième adjoint, Alain Brulard, était sur place. « J’ai vu la fumée sortir de chez "
        "moi et je suis venu tout de suite. »"
    )
    assert [found.speaker for found in read(text, "fr")] == ["Jérôme Bégard", "Alain Brulard"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Le préfet, Yann Cadou, a levé l’alerte. Le représentant de l’État a exhorté la "
            "population à patienter.",
            "Yann Cadou",
        ),
        (
            "Le ministre, Omar Zabeir, a confié à la presse que le projet avançait. Selon ce "
            "technocrate nommé en novembre, la mine ouvrira en juin.",
            "Omar Zabeir",
        ),
        (
            "Ludovic Delatre a écouté sans broncher. L’ancien agent immobilier de 52 ans nie "
            "toute escroquerie.",
            "Ludovic Delatre",
        ),
        (
            "Le candidat Aurélien Besson refuse de choisir.\n\nLa réaction de Manon Traverse est "
            "tombée. L’écologiste appelle à « un sursaut ».",
            "Manon Traverse",
        ),
        (
            "Le ministre, Anatole Ciobert, a rejeté ces accusations. Le même Ciobert a insisté "
            "sur le caractère défensif des exercices.",
            "Anatole Ciobert",
        ),
        (
            "Un procès l’avait opposée à son producteur, Armand Delvigne. Ce dernier, aujourd’hui "
            "retiré à Knokke, n’a pas souhaité réagir. « Elle avait raison », concède-t-il.",
            "Armand Delvigne",
        ),
        (
            "« J’ai été dépassé », dit Ludovic Delatre.\n\nSelon l’expert psychiatre, il souffre "
            "d’une « mythomanie de confort ».",
            "l’expert psychiatre",
        ),
        (
            "Le ministre, Nabil Benchek, a salué l’effort.\n\nLe président de la commission des "
            "routes a suggéré une mission d’information.",
            "le président de la commission des routes",
        ),
        (
            "Selon un habitant, les raids sont quotidiens. « Ils reviennent », précise notre "
            "source.",
            "un habitant",
        ),
        (
            "L’une de ces sources a donné un bilan de dix morts. Les assaillants sont repartis, "
            "selon elle.",
            "l’une de ces sources",
        ),
        (
            "« Je dois tout à l’eau », confie Ghulam Mallah au quotidien Dawn. Six mille paysans "
            "se sont convertis, relève le journal de Karachi.",
            "Dawn",
        ),
    ],
)
def test_other_names_of_somebody(text: str, last: str) -> None:
    assert read(text, "fr")[-1].speaker == last


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("un certain Jean-Luc V.", "Jean-Luc V."),
        ("le candidat Horizons, Aurélien Besson", "Aurélien Besson"),
        ("le député Renaissance Paul Morel", "Paul Morel"),
        ("sur Radio Dunes le père Paul Hirsch, aumônier des jeunes", "Paul Hirsch"),
        ("l’hebdomadaire indien Down The Hill", "Down The Hill"),
    ],
)
def test_names_after_other_words(source: str, name: str) -> None:
    assert one(f"« Le port tiendra longtemps », a assuré {source}.", "fr").speaker == name


def test_an_incise_is_read_over_where_it_was_said() -> None:
    text = (
        "« La route est sûre, proteste sur Radio Dunes le père Paul Hirsch, aumônier des jeunes. "
        "Nous irons à dix s’il le faut. »"
    )
    found = one(text, "fr")
    assert (found.speaker, found.chain) == ("Paul Hirsch", ("said to Radio Dunes",))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # whom or what the sentence before is about
        (
            "Le ministère du Sel est revenu samedi sur les propos de son ministre, Raad Odin. Rien "
            "n’est « contraignant », précise-t-il.",
            "ministère du Sel",
        ),
        (
            "Dans un message publié sur X, l’ambassadeur en Turquie, Ziad Obeid, a tenté d’apaiser "
            "les esprits. « Nous avançons ensemble », a-t-il écrit.",
            "Ziad Obeid",
        ),
        (
            "« On nous balade », témoigne Frédéric Vannier, le maire. Le centre hospitalier subit "
            "la crise. « Des lits ferment », alerte-t-il.",
            "Frédéric Vannier",
        ),
        # who was named last, subject or not
        (
            "L’accusé, Edmond Cazal, accuse un ébéniste, Roland Fabas. Celui-ci jure que non.",
            "Roland Fabas",
        ),
        (
            "Le président du club, Ange Santel, promet un recrutement.\n\nLes dirigeants auraient "
            "sondé Ruben Falco. « Personne ne m’a appelé », a réagi l’intéressé.",
            "Ruben Falco",
        ),
        # an office is no description of somebody else
        (
            "« J’ai mal compté », dit l’ancien notaire Philippe Garance.\n\nL’avocat général a "
            "requis quatre ans de prison.",
            "l’avocat général",
        ),
        (
            "Le procureur accuse Henri Castan d’avoir triché. L’homme s’avance. Le prévenu nie "
            "s’être enrichi.",
            "Henri Castan",
        ),
    ],
)
def test_pronouns_and_descriptions_of_the_last(text: str, last: str) -> None:
    assert read(text, "fr")[-1].speaker == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Le jury a primé Anne Lorrec. « Enfin », a confié la violoncelliste.", "Anne Lorrec"),
        (
            "Il est deux heures quand Marie-Annick Gicquel est réveillée par un bruit. « On a vu "
            "des flammes », souffle la retraitée.",
            "Marie-Annick Gicquel",
        ),
        (
            "La revue publie un entretien du caricaturiste Faustin Lukombo. « Je dessine tout », "
            "y lance le dessinateur.",
            "Faustin Lukombo",
        ),
        (
            "Le journal donne la parole à l'opposant Kodjo Amétépé. « On nous ment », fulmine cet "
            "avocat de 61 ans.",
            "Kodjo Amétépé",
        ),
        (
            "« Tout le monde savait », relate Élodie. L'ancienne comptable dit avoir alerté la "
            "direction.",
            "Élodie",
        ),
        (
            "« On signera », dit Jean Vasseur. Anne Lorrec préside la séance. « Je doute », répond "
            "l'ancien comptable.",
            "Jean Vasseur",
        ),
        ("Paul Hirsch a été condamné. « Justice est faite », a dit le procureur.", "le procureur"),
        (
            "Paul Hirsch a été condamné. « C'est trop », a réagi l'avocat de la défense.",
            "l'avocat de la défense",
        ),
        ("Anne Lorrec a été inhumée. « Elle chantait bien », a dit le boulanger.", "le boulanger"),
    ],
)
def test_who_was_named_before_is_described(text: str, last: str) -> None:
    assert read(text, "fr")[-1].speaker == last


def test_a_storm_is_nobody() -> None:
    text = "Tempête Fulvio dans le Finistère : « Le toit est parti »\n\nDes rafales sont attendues."
    assert all(said.speaker != "Fulvio" for said in read(text, "fr"))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("L'ancien Diable Rouge Olivier Mazy se dit confiant.", "Olivier Mazy"),
        ("L'ex-Lion Indomptable Patrick Ewane a jugé l'équipe « trop tendre ».", "Patrick Ewane"),
        ("La Bretonne Anne-Marie Le Goff a salué un accord.", "Anne-Marie Le Goff"),
        ("Le ministre de l'Economie, Bruno Le Maire, a salué un accord.", "Bruno Le Maire"),
        (
            "Un témoin joint par notre envoyée spéciale, Anne Lorrec, dénonce un abus.",
            "un témoin",
        ),
        (
            "Quant à Paul Hirsch, conseiller municipal et agriculteur, il reproche au maire son "
            "silence.",
            "Paul Hirsch",
        ),
        ("Le capitaine Jan Claes n'est pas d'accord : pour lui, « rien n'est joué ».", "Jan Claes"),
    ],
)
def test_whose_name_it_is(text: str, last: str) -> None:
    assert read(text, "fr")[-1].speaker == last


def test_an_office_is_not_who_is_told_of_by_another() -> None:
    text = (
        "Le maire a promis une enquête. « C'est une insulte », insiste Jean Vasseur, conseiller "
        "municipal."
    )
    assert [said.speaker for said in read(text, "fr")] == ["le maire", "Jean Vasseur"]


def test_initials_are_no_agency() -> None:
    text = "Le maire de Bama a salué un accord.\n\nUne fête a suivi.\n\nOZ/ata"
    assert [said.chain for said in read(text, "fr")] == [()]


def test_a_way_before_a_clause() -> None:
    text = "Le ministère indique par courriel qu'il prend acte des résultats."
    assert [said.content for said in read(text, "fr")] == [("il prend acte des résultats",)]
