"""German: what is kept out of a name, who is called otherwise, outlets joined and spread."""

from __future__ import annotations

import pytest
from subject_first_sentences import read


@pytest.mark.parametrize(
    "titles",
    ["Kommodore", "Fregattenkapitän", "Oberst a. D.", "General a.D.", "Kreisbrandrat",
     "Polizeioberrat", "Dompropst", "Generalvikar", "Prof. Dr. med.", "Dr. rer. nat.",
     "Dipl.-Ing.", "Mag. Dr.", "MMag.", "Univ.-Prof. Dr.", "lic. iur.", "Friedensnobelpreisträger",
     "Stadtverordnetenvorsteher", "Bgm.", "Fraktionsvize", "Großherzog"],
)  # fmt: skip
def test_ranks_offices_and_degrees_are_no_part_of_a_name(titles: str) -> None:
    [found] = read(f"„Das dauert noch drei Wochen“, sagte {titles} Ravo Kelmin am Montag.", "de")
    assert found.speaker == "Ravo Kelmin"


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Der Wirt, Tavo Melk, ist müde. Darin nannte Melk Irland einen „treuen Freund“.",
         "Tavo Melk", ("Irland einen „treuen Freund“",)),
        ("Bei Angriffen sind laut Präsident Tavo Melk Dutzende Menschen verletzt worden.",
         "Tavo Melk", ("Bei Angriffen sind", "Dutzende Menschen verletzt worden")),
        ("Der Leiter Tavo Melk beschuldigte Irland, die Papiere gefälscht zu haben.",
         "Tavo Melk", ("die Papiere gefälscht zu haben",)),
        ("Die Opposition warf Minister Tavo Melk vor, das Parlament belogen zu haben.",
         "Opposition", ("das Parlament belogen zu haben",)),
        ("Am Montag kritisierte der Chef der Behörde, Tavo Melk, die Pläne der Regierung.",
         "Tavo Melk", ("die Pläne der Regierung",)),
    ],
)  # fmt: skip
def test_where_a_name_ends(text: str, speaker: str, content: tuple[str, ...]) -> None:
    [found] = read(text, "de")
    assert (found.speaker, found.content) == (speaker, content)


@pytest.mark.parametrize(
    "text",
    [
        "Die Biathletin Ina Voss siegte. „Ich bin froh“, sagte die 27-Jährige.",
        "Ina Voss siegte in Ulm. „Ich bin froh“, sagte die 27 Jahre alte Französin.",
        "Umweltministerin Ina Voss war in Ulm. „Ich bin froh“, sagte die Ministerin.",
        "Die Chefin Ina Voss zeichnet in den Zeitungen ein Bild. „Ich bin froh“, sagte sie.",
    ],
)
def test_who_is_called_otherwise(text: str) -> None:
    [found] = read(text, "de")
    assert found.speaker == "Ina Voss"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Als „Irrweg“ bezeichnete der Landrat Max Holler den Plan.",
         ("Als „Irrweg“", "den Plan")),
        ("Den Plan bezeichnete der Landrat, Max Holler, als Irrweg.", ("Den Plan", "als Irrweg")),
        ("Für ein Verbot sprach sich der Landrat Max Holler aus.", ("ein Verbot",)),
        ("Die Steuern steigen nicht. Zuletzt sagte dies Landrat Max Holler am Montag.",
         ("Die Steuern steigen nicht",)),
        ("Die Steuern steigen nicht, das kündigte Landrat Max Holler an.",
         ("Die Steuern steigen nicht",)),
        ("Elf Leute seien verletzt, darunter ein Kind, erklärte der Landrat, Max Holler, im Amt.",
         ("Elf Leute seien verletzt, darunter ein Kind",)),
    ],
)  # fmt: skip
def test_what_stands_before_its_verb(text: str, content: tuple[str, ...]) -> None:
    [found] = read(text, "de")
    assert (found.speaker, found.content) == ("Max Holler", content)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("„Nein“, sagte der Minister der „Rheinpost“ und dem Sender NTV.", ["Rheinpost", "NTV"]),
        ("„Nein“, sagte der Minister im Gespräch mit der „Rheinpost“ und dem „Seeblick“.",
         ["Rheinpost", "Seeblick"]),
        ("Der Chef Tavo Melk sagte dem Radio Priboi, er gehe. Die Agentur Kelpress verbreitete "
         "das Gespräch am Vormittag.", ["Radio Priboi", "Kelpress"]),
        ("Der Chef Tavo Melk hatte im keldrischen Radio Priboi behauptet, er gehe.",
         ["Radio Priboi"]),
        ("dpa Düsseldorf. Der Minister sagte, er gehe.", ["dpa"]),
        ("Wien/Graz, APA. Der Minister sagte, er gehe.", ["APA"]),
        ("DÜSSELDORF dpa | Der Minister sagte, er gehe.", ["dpa"]),
    ],
)  # fmt: skip
def test_ways(text: str, chain: list[str]) -> None:
    [found] = read(text, "de")
    assert [one.rpartition(" by ")[2].rpartition("said to ")[2] for one in found.chain] == chain
