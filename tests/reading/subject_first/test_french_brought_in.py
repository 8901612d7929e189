"""French: people whom a report brings in, calls otherwise and lets speak in other shapes."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # who says that something is may as well say an infinitive
        ("La maire Ada Lorne explique dormir mal.", "dormir mal"),
        ("La maire Ada Lorne souligne n’avoir rien signé.", "n’avoir rien signé"),
        ("La maire Ada Lorne conteste cette version et jure être venue.", "cette version"),
        ("La mairie de Lorne décline tout commentaire.", "tout commentaire"),
        ("Le parquet n’a voulu ni confirmer ni démentir la rumeur.", "la rumeur"),
        ("La maire Ada Lorne a d’ailleurs reproché au préfet d’avoir menti.", "avoir menti"),
        ("La maire a demandé à tous les riverains de rester chez eux.", "rester chez eux"),
        (
            "Le club appelle à aider les métiers du livre, du son et de l’image.",
            "aider les métiers du livre, du son et de l’image",
        ),
        (
            "L’expert réclamait un second relevé, qui n’a jamais été fait.",
            "un second relevé",
        ),
        (
            "Le syndicat accuse la ville d’avoir rasé, mardi, la halle aux grains.",
            "la ville d’avoir rasé, mardi, la halle aux grains",
        ),
        # what the report adds of how it was said
        (
            "La maire a indiqué que la digue tenait, faisant référence au dernier relevé.",
            "la digue tenait",
        ),
        ("La commune a sollicité deux millions auprès de la région.", "deux millions"),
        ("Sur ce point, a souligné Ada Lorne, les écluses restent sûres.",
         "les écluses restent sûres"),
        # a paper is part of what somebody says
        (
            "Deux barques ont coulé, selon un premier relevé, a déclaré la capitaine du port.",
            "Deux barques ont coulé, selon un premier relevé",
        ),
        ("Le bac, qui selon la maire était neuf, a coulé.", "était neuf"),
        ("« Nous restons ici », a tenu à préciser la maire.", "Nous restons ici"),
        ("« Bien vu », pour l’opposante Ada Lorne.", "Bien vu"),
        ("La maire a fait part, le 9 mai, de son inquiétude.", "son inquiétude"),
        ("La maire a fait part au préfet de la Somme de ses craintes.", "ses craintes"),
        ("« On verra », dira plus tard Ada Lorne.", "On verra"),
        ("« On verra », fait-elle valoir.", "On verra"),
        ("D’après d’autres témoins, le bac a coulé.", "le bac a coulé"),
        ("La ministre n’a pas dit, toutefois, à quel prix le bac serait vendu.",
         "à quel prix le bac serait vendu"),
    ],
)  # fmt: skip
def test_where_what_is_said_begins_and_ends(text: str, content: str) -> None:
    assert read(text, "fr")[0].content == (content,)


@pytest.mark.parametrize(
    "text",
    [
        "À Lorne, le quai dit « des Sables » n’a pas rouvert.",
        "La maire refusa toutes les invitations du préfet.",
        "Le pêcheur aurait avoué que le bac fuyait.",
        "La romancière publie « Le Quai des sables ».",
        "La maire annoncera lundi que le bac ferme.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert read(text, "fr") == []


def test_a_colon_joins_a_quotation_to_what_an_act_is_about() -> None:
    text = "Le fleuriste Paul Ferrand s’est félicité de ce choix : « Tout est vendu. »"
    assert one(text, "fr").content == ("ce choix", "Tout est vendu.")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # a complement tells no number, and one of several is one
        (
            "Une mère de six enfants dit avoir marché. Elle supplie la ville de l’aider.",
            "une mère de six enfants",
        ),
        (
            "Jeanne Roland se tait. Une de ses collègues dit avoir prévenu la ville. "
            "Elle soutient avoir tout noté.",
            "une de ses collègues",
        ),
        # a demonstrative points back
        (
            "« C’est un pari », soupire le docteur Jean Saintil, chirurgien. Ce père de trois "
            "enfants reconnaît songer à partir.",
            "Jean Saintil",
        ),
        (
            "Un élu de la vallée livre un autre récit. « Rien ne tient », relate cet élu.",
            "un élu de la vallée",
        ),
        ("« Je tiens bon », dit Ada Lorne. La mère de deux filles jure n’avoir rien vu.",
         "Ada Lorne"),
        # somebody's counterpart has their office
        (
            "Le ministre a reçu son homologue, Ada Lorne. Mme Lorne a salué l’accord. "
            "La ministre a exprimé l’espoir que la digue tienne.",
            "Ada Lorne",
        ),
        # whom a verb brings in
        (
            "Le site a rencontré une vendeuse de pain, qui raconte vivre sur un toit. « On se "
            "compte », conclut-elle.",
            "une vendeuse de pain",
        ),
        # the subject of the words before a colon, or of the sentence before
        ("Même la préfecture de Lorne a dû s’en mêler : elle assure n’avoir rien reçu.",
         "préfecture de Lorne"),
        (
            "« Faux », dit la députée Jeanne Thill.\n\nContactée, la maire de Lorne, Ada Morel, "
            "tombe des nues. « C’est une rumeur », rectifie l’élue.",
            "Ada Morel",
        ),
        ("Zora, 33 ans, boulangère, s’est reconnue. « Tout se sait », ironise-t-elle.", "Zora"),
        ("Le facteur Paul Ferrand rit. Celui-ci, bon prince, relativise : « Elle roule. »",
         "Paul Ferrand"),
        ("Quant à la mairie, elle assure que tout est prêt.", "mairie"),
        (
            "Ada Morel rit.\n\nUn chauffeur de taxi traduisait l’humeur : « On attend le bac. »",
            "un chauffeur de taxi",
        ),
        (
            "Les trois syndicats ont écrit à la ville. L’accord « ne vaut rien », estiment-ils.",
            "trois syndicats",
        ),
        (
            "Le Groupe de la Digue a revendiqué l’incendie. Le groupe rebelle prétend avoir "
            "prévenu la ville.",
            "Groupe de la Digue",
        ),
        # who answers a question, and whom the sentence beside a quotation is about
        (
            "L’enquêteur, Paul Ferrand, affirme que le bac fuyait. « Depuis quand ? », demande "
            "Me Ada Lorne. « Depuis mai », répond le témoin.",
            "Paul Ferrand",
        ),
        ("« Nous avons tout perdu dans cette affaire. » La boulangère du quai essuie son comptoir.",
         "la boulangère du quai"),
        ("Même constat chez Paul Ferrand. « Nous avons tout perdu dans cette affaire. »",
         "Paul Ferrand"),
        # names
        ("« Le bac coule », prévient le directeur général du BNG, le colonel Paul Ferrand.",
         "Paul Ferrand"),
        ("Henri Dumond directeur général de Quai Nord, a appelé au calme.", "Henri Dumond"),
        ("Le co-porte-parole du parti Paul Ferrand dit vouloir attendre.", "Paul Ferrand"),
        ("La conseillère d’Etat bernoise Regula Zumbach critique l’accord.", "Regula Zumbach"),
        ("Sceptique, le docteur Paul Ferrand pointe un manque de preuves.", "Paul Ferrand"),
        ("Un groupe se faisant appeler « Brise » a revendiqué le vol.", "Brise"),
        ("« Rien ne tient », a raconté à l’AFP Voahangy Rasoa, 41 ans.", "Voahangy Rasoa"),
        ("La Fédération des hôpitaux privés réclame un couloir.",
         "Fédération des hôpitaux privés"),
        ("Au sein du parti, on assure que tout est prêt.", "parti"),
        ("« Rien n’est fait », martèle-t-on dans l’entourage du préfet.", "l’entourage du préfet"),
        ("« Je respire », a réagi la mère de la victime à la sortie de la salle.",
         "la mère de la victime"),
        # somebody else of whom a participle tells
        (
            "La procureure, Me Nadia Hébert, a demandé un délai. De l’avis de l’experte citée par "
            "la défense, le bac fuyait.",
            "l’experte",
        ),
    ],
)  # fmt: skip
def test_who_speaks(text: str, last: str) -> None:
    assert read(text, "fr")[-1].speaker == last


def test_a_relative_clause_behind_who_speaks_has_words_of_its_own() -> None:
    text = "« C’est fini », se réjouit l’avocate, Me Ada Lorne, qui salue « le courage du juge »."
    assert [r.content for r in read(text, "fr")] == [("C’est fini",), ("le courage du juge",)]


def test_several_in_a_headline_are_not_one_of_them() -> None:
    text = "Les maires réclament des moyens\n\nPaul Ferrand, le maire de Lorne : « C’est peu. »"
    assert read(text, "fr")[0].speaker == "les maires"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Ada Lorne, qui s’exprimait sur la chaîne Vega, a réclamé un délai.", ("said to Vega",)),
        ("Ada Lorne, s’exprimant sur la radio Vega, a réclamé un délai.", ("said to Vega",)),
        ("Le bac a coulé, a appris l’AFP auprès de la capitainerie.", ("relayed by AFP",)),
        ("Une source a confié au « Monde » que le bac fuyait.", ("said to Monde",)),
        ("Sur X, Ada Lorne invite les Lornois à rester chez eux.", ("posted on X",)),
    ],
)
def test_through_whom_it_came(text: str, chain: tuple[str, ...]) -> None:
    assert read(text, "fr")[-1].chain == chain


def test_one_of_two_shares_their_way() -> None:
    text = (
        "Deux élus joints par l’AFP évoquent dix blessés. L’un d’eux décrit « un quai en feu ».\n\n"
        "« Faux », nous a répondu le préfet, Paul Ferrand."
    )
    chains = [found.chain for found in read(text, "fr")]
    assert chains == [("said to AFP",), ("said to AFP",), ()]


INTERVIEW = """Ada Lorne : « J’écris pour ceux qui dorment »

La romancière reçoit dans un café du port.

Votre éditeur dit que ce livre vous a coûté cher.

Il exagère, c’est son métier. J’ai perdu un ami, pas deux.

Les critiques ont été rudes.

J’ai encadré l’article.

Vous donnez vos droits à une école. Pourquoi ?

Parce que j’y ai appris à lire.

Joint par nos soins, Paul Ferrand refuse de révéler le prix.

Propos recueillis par Jeanne Morel
"""


def test_answers_of_an_interview_without_dashes() -> None:
    found = [r.content for r in read(INTERVIEW, "fr") if r.speaker == "Ada Lorne" and not r.cue]
    assert found[1:] == [
        ("Il exagère, c’est son métier. J’ai perdu un ami, pas deux",),
        ("J’ai encadré l’article",),
        ("Parce que j’y ai appris à lire",),
    ]


def test_an_answer_goes_on_to_the_next_question() -> None:
    text = (
        "Ada Lorne, cheffe : « Je tiens »\n\nAda Lorne reçoit à Lorne avec Paul Ferrand.\n\n"
        "Que cuisinez-vous ?\n\n– Des soupes.\n\nEt puis du pain, le lundi.\n\n"
        "Et demain ?\n\n– Rien. (Elle rit. NDLR)\n\nPropos recueillis par Jeanne Morel\n"
    )
    found = [r for r in read(text, "fr") if not r.source]
    assert [r.content for r in found] == [("Des soupes", "Et puis du pain, le lundi"), ("Rien",)]
    assert {r.speaker for r in found} == {"Ada Lorne"}


def test_questions_of_a_report_make_no_interview() -> None:
    text = "Que s’est-il passé ?\n\nNous avons vu le bac couler.\n\nLe port a rouvert.\n"
    assert read(text, "fr") == []
