"""French: tallies, newsrooms, generic bodies, what is refused or asked for, asides."""

from __future__ import annotations

import pytest
from subject_first_sentences import one, read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Douze maisons ont brûlé, selon un bilan communiqué par la mairie de Tulle.",
         "mairie de Tulle"),
        ("Selon un décompte fourni mardi soir par le ministère de la Santé, 40 lits manquent.",
         "ministère de la Santé"),
        ("Selon nos confrères de L’Heure, le club multiplie les offres.", "L’Heure"),
        ("Selon le journal la Vigie, le pont est fermé.", "la Vigie"),
        ("Paul Merle dirige le port. La grue sera réparée, affirme ce dernier.", "Paul Merle"),
        ("« La digue tient », a souligné, hier, la ministre de l’Environnement.",
         "la ministre de l’Environnement"),
        ("La digue tient, a affirmé la mairie à plusieurs reprises.", "mairie"),
        ("C’est l’avis du ministre norlandais de l’Éducation Serigne Mbaye Thiam. Mais pour lui, "
         "il est temps d’agir.", "Serigne Mbaye Thiam"),
        ("La grève est suivie, ce que confirme le proviseur de l’école : « Beaucoup sont absents "
         "ce matin. »", "le proviseur de l’école"),
        ("Les uns crient, à l’image de cette femme : « On regardait la télé. »", "femme"),
        ("« Des hommes armés, ont attaqué le poste de Tillo, localité du nord », indique le "
         "service d’information de l’armée.", "service d’information de l’armée"),
    ],
)  # fmt: skip
def test_who_speaks(text: str, speaker: str) -> None:
    assert read(text, "fr")[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Le président a demandé au ministre de la Santé d’agir vite.", ["agir vite"]),
        ("Le président a demandé aux ministres de la Santé et de la Défense d’agir vite.",
         ["agir vite"]),
        ("Marie Sorel demande même au nouveau ministre de venir à Lyon.", ["venir à Lyon"]),
        ("Les élèves redoutent une année blanche.", ["une année blanche"]),
        ("Les syndicats refusent toujours les propositions du gouvernement.",
         ["les propositions du gouvernement"]),
    ],
)  # fmt: skip
def test_what_is_said(text: str, content: list[str]) -> None:
    assert list(one(text, "fr").content) == content


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« La coupe est pleine » pour Marie Sorel, maire de Tulle.", "Marie Sorel"),
        ("« Il a tout fait » pour Paul, raconte Marie Sorel.", "Marie Sorel"),
        ("« Nous irons au bout », a promis devant les élus, mardi, la présidente Marie Sorel.",
         "Marie Sorel"),
        ("Marie Sorel annonce que rien ne va et ne peut pas en rester là : « Nous irons au bout. »",
         "Marie Sorel"),
        ("Marie Sorel a évoqué une attaque contre des « gendarmes », en poste à Tillo.",
         "Marie Sorel"),
    ],
)  # fmt: skip
def test_one_statement_and_who_makes_it(text: str, speaker: str) -> None:
    assert one(text, "fr").speaker == speaker


def test_a_walk_for_somebody_is_nobodys_view() -> None:
    assert not read("Une « marche blanche » pour Lola est prévue dimanche.", "fr")


def test_who_is_named_in_what_is_said_does_not_say_it() -> None:
    text = "Le député Paul Merle a dénoncé la loi. Jean Vidal a ruiné la région, a-t-il indiqué."
    assert [said.speaker for said in read(text, "fr")] == ["Paul Merle", "Paul Merle"]


def test_a_generic_body_is_the_one_that_spoke() -> None:
    text = "La Banque du Lac prévoit une hausse. L’institution souligne que les prix reculent."
    assert read(text, "fr")[-1].speaker == "Banque du Lac"


def test_what_somebody_said_before_is_no_content_of_its_own() -> None:
    text = "Comme l’a dit Paul Merle, lundi soir, Jean Vidal a souligné que rien n’est perdu."
    assert [said.speaker for said in read(text, "fr")] == ["Jean Vidal"]
