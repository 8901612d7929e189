"""French: subjects that stand behind whom it was said to, where and when."""

from __future__ import annotations

import pytest
from subject_first_sentences import one


@pytest.mark.parametrize(
    ("behind", "speaker", "chain"),
    [
        ("a confié à ACTUALITE.CD une source hospitalière", "une source hospitalière",
         ("said to ACTUALITE.CD",)),
        ("a indiqué par téléphone à l’AFP en début de matinée Nicolas Kiluba, bourgmestre",
         "Nicolas Kiluba", ("said to AFP",)),
        ("expliquait hier au « Monde » Frédéric Vannier, cofondateur du groupe",
         "Frédéric Vannier", ("said to Monde",)),
        ("indique à LCI, Michèle Lérand, directrice de l’information", "Michèle Lérand",
         ("said to LCI",)),
        ("a raconté mardi à la radio publique Catherine Morel, adjointe au maire",
         "Catherine Morel", ()),
        ("nous confie au bout du fil Aline Corbeau, patronne du café", "Aline Corbeau", ()),
        ("expliquait en mars dernier au quotidien La Croix le père Benoît Mallet",
         "Benoît Mallet", ("said to La Croix",)),
        ("a affirmé samedi lors d’un point presse à Goma le gouverneur Constant Ndima",
         "Constant Ndima", ()),
    ],
)  # fmt: skip
def test_a_subject_behind_phrases(behind: str, speaker: str, chain: tuple[str, ...]) -> None:
    found = one(f"« Le vent a tourné », {behind}.", "fr")
    assert (found.speaker, found.chain) == (speaker, chain)


def test_the_name_of_a_site_is_one_word() -> None:
    found = one("La direction a confirmé à Octave.info avoir reçu une notification.", "fr")
    assert (found.speaker, found.chain) == ("direction", ("said to Octave.info",))
    assert found.content == ("avoir reçu une notification",)
