"""A pack from its tables."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from rawi.errors import DataError
from rawi.reading import lexicon as lx
from rawi.reading import packs
from rawi.reading.inflect import FEM, MASC, PLUR, SING
from rawi.reading.packs import Pack

PACK = packs.load("ar")


def bits(word: str) -> int:
    return PACK.lexicon.bits(PACK.fold.word(word))


def small(folder: Path, **files: str) -> Pack:
    """Return a pack of nothing but these tables."""
    (folder / "pack.toml").write_text('code = "xx"\ndirection = "ltr"\n', "utf-8")
    for name, text in files.items():
        ending = ".toml" if name in ("words", "inflection") else ".tsv"
        (folder / (name + ending)).write_text(text, "utf-8")
    return packs.load_from(folder)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("في", lx.PREP), ("وزير", lx.ROLE), ("القاهرة", lx.PLACE), ("مصرية", lx.DEMONYM),
        ("الدكتور", 0), ("دكتور", lx.TITLE), ("محمد", lx.GIVEN), ("صحيفة", lx.MEDIA),
    ],
)  # fmt: skip
def test_tables_tell_what_words_do(word: str, expected: int) -> None:
    assert bits(word) & expected == expected


def test_a_form_is_known_as_much_of_the_press_writes_it() -> None:
    assert bits("وزيره") & lx.ROLE  # the minister (f.), her dots left out


def test_a_pack_without_tables_is_one(tmp_path: Path) -> None:
    pack = small(tmp_path)
    assert pack.code == "xx"
    assert pack.dates is None
    assert pack.lexicon.bits("anything") == 0


def test_a_pack_without_code_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text('direction = "ltr"', "utf-8")
    with pytest.raises(DataError, match="has no 'code'"):
        packs.load_from(tmp_path)


def test_no_pack_of_that_code() -> None:
    with pytest.raises(DataError, match="no language pack 'xx'"):
        packs.load("xx")


def test_the_first_row_that_tells_features_is_right(tmp_path: Path) -> None:
    pack = small(tmp_path, adjectives="masculine\tfeminine\tplural\nred\treds\tredd\nblue\tred\t\n")
    assert pack.lexicon.analyse("red").features == MASC | SING
    assert pack.lexicon.analyse("redd").features == PLUR
    assert pack.lexicon.analyse("reds").features == FEM | SING


def test_names_of_one_word_and_of_several(tmp_path: Path) -> None:
    words = 'prepositions = ["to", "from"]'
    rows = (
        "form\tgender\tkind\tambiguous\nAnn\tf\tgiven\t\nto\t\tparticle\nVan from Berg\t\tfamily\n"
    )
    pack = small(tmp_path, words=words, names=rows)
    known = pack.lexicon.bits
    assert known("ann") == lx.GIVEN
    assert known("to") == known("from") == lx.PREP  # a particle is no name
    assert known("van") == lx.FAMILY
    assert known("berg") == lx.FAMILY | lx.AMBIGUOUS


def test_loading_leaves_the_collector_as_it_was(tmp_path: Path) -> None:
    assert gc.isenabled()
    small(tmp_path)
    assert gc.isenabled()
    gc.disable()
    try:
        small(tmp_path)
        assert not gc.isenabled()
    finally:
        gc.enable()
