"""Folding and the sequences that a matcher is built from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.authority import Authority, fold_name, fold_words
from rawi.authority.names import fold_all

SEQUENCES = {sequence.words: sequence for sequence in Authority.load().name_sequences()}


def sequence(name):
    return SEQUENCES[fold_words(name)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أ.ف.ب", ("ا", "ف", "ب")),
        ("الجُمهوريّة", ("الجمهوريه",)),
        ("إحْـــدى", ("احدي",)),
        ("کیهان", ("كيهان",)),
        ("الجزائرية", ("الجزاءريه",)),
        ("رؤيا", ("رءيا",)),
        ("L'Équipe", ("l", "equipe")),
        ("Süddeutsche Zeitung", ("suddeutsche", "zeitung")),
        ("«Коммерсантъ»", ("коммерсантъ",)),
        ("a\nb\u2028c", ("a", "b", "c")),
        (" .-” ", ()),
    ],
)
def test_fold_words(text, words):
    assert fold_words(text) == words
    assert fold_name(text) == "".join(words)


def test_letters_that_fold_to_themselves_do_so_in_any_word():
    """Words of such letters alone are passed over; a joiner, which is dropped, has them folded."""
    for letter in map(chr, range(0x0700)):
        assert fold_name(letter) == fold_name(f"{letter}\u200d"), hex(ord(letter))


@given(st.text())
def test_folding_twice_changes_nothing(text):
    once = fold_words(text)
    assert fold_words(" ".join(once)) == once


@given(st.lists(st.text(), min_size=1))
def test_fold_all_is_fold_words_for_each(texts):
    assert fold_all(texts) == [fold_words(text) for text in texts]


def test_every_name_is_among_the_sequences():
    authority = Authority.load()
    for outlet in authority.outlets:
        for name in authority.equal_names(outlet):
            assert outlet.id in sequence(name).outlets
            assert name in sequence(name).written


def test_sequences_are_sorted_and_have_words():
    given_words = [sequence.words for sequence in Authority.load().name_sequences()]
    assert given_words == sorted(set(given_words))
    assert all(given_words)


@pytest.mark.parametrize("name", ["العربية", "الحدث", "كان", "كان 11", "اليوم 24", "Time", "X"])
def test_ordinary_words_are_ambiguous(name):
    assert sequence(name).ambiguous


@pytest.mark.parametrize("name", ["رويترز", "الأهرام", "قناة العربية", "CNN", "ТАСС", "MAP"])
def test_what_is_nothing_else_is_not_ambiguous(name):
    assert not sequence(name).ambiguous


def test_a_generic_word_is_no_part_of_the_name():
    found = sequence("صحيفة الأهرام")
    assert found.words[found.generic :] == ("الاهرام",)
    assert sequence("وكالة الأنباء السعودية").generic == 0


def test_a_shared_sequence_names_all_who_bear_it():
    assert sequence("الشروق").outlets == ("echorouk-dz", "echourouk-tn", "shorouk-eg")


@pytest.mark.parametrize(
    ("name", "text", "fits"),
    [
        ("MAP", "MAP", True),
        ("MAP", "map", False),
        ("MAP", "Map", False),
        ("Le Monde", "Le Monde", True),
        ("Le Monde", "le Monde", True),
        ("Le Monde", "LE MONDE", True),
        ("Le Monde", "le monde", False),
        ("Le Monde", "Le monde", False),
        ("L'Équipe", "l’E\u0301quipe", True),
        ("L'Équipe", "l'équipe", False),
        ("X", "x", False),
        ("dpa", "DPA", True),
        ("dpa", "dpa", True),
        ("Известия", "известия", False),
        ("رويترز", "رويترز", True),
        ("أ ف ب", "أ.ف.ب", True),
        ("Reuters", "two words", False),
    ],
)
def test_fits_asks_for_the_capitals_of_the_name(name, text, fits):
    assert sequence(name).fits(text) is fits


def test_every_name_fits_itself():
    assert all(found.fits(name) for found in SEQUENCES.values() for name in found.written)


def test_the_names_from_a_word_are_all_that_begin_with_it_the_longest_first() -> None:
    authority = Authority.load()
    assert authority.names_from("no such word") == ()
    assert authority.first_words() == {words[0] for words in SEQUENCES}
    assert authority.one_word_names() == {words[0] for words in SEQUENCES if len(words) == 1}
    for first in ("the", "radio"):
        names = authority.names_from(first)
        assert {name.words for name in names} == {w for w in SEQUENCES if w[0] == first}
        lengths = [len(name.words) for name in names]
        assert lengths == sorted(lengths, reverse=True)
