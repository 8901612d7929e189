"""Phrases of several words: those that attribute, titles, places, names of outlets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from rawi.authority.outlets import Authority
from rawi.reading import lexicon as lx
from rawi.reading.folding import Folder
from rawi.reading.inflect import FEM, MASC, SING
from rawi.reading.lexicon import Lexicon, Morphology
from rawi.reading.packs.files import Table
from rawi.reading.packs.spelling import Forms
from rawi.reading.phrases import PhraseBook

_CUE_PHRASES: Final = ("according", "as_said", "in_document", "in_document_own", "pretext")


def book_of(phrases: Iterable[str], stuck: Sequence[str], forms: Forms) -> PhraseBook[str]:
    """Return a book of phrases, their first words added to the lexicon."""
    book: PhraseBook[str] = PhraseBook(stuck)
    for phrase in phrases:
        words = [forms.fold.word(word) for word in phrase.split()]
        if words and all(words):
            book.add(words, phrase)
    forms.add(book.firsts(), lx.PHRASE)
    return book


def cue_phrases(table: dict[str, Any], stuck: Sequence[str], forms: Forms) -> PhraseBook[str]:
    """Return the phrases that attribute (`phrases.toml`), each with its kind."""
    book: PhraseBook[str] = PhraseBook(stuck)
    word, shape = forms.fold.word, forms.lexicon.morphology
    for kind in _CUE_PHRASES:
        for entry in table.get(kind, ()):
            for phrase in entry["words"]:
                book.add([word(one) for one in phrase.split()], kind)
    for entry in table.get("according_own", ()):
        for phrase in entry["words"]:
            *first, last = (word(one) for one in phrase.split())
            for pronoun in shape.pronouns:
                for stem in {last, *_before_pronoun(last, shape)}:
                    book.add([*first, stem + pronoun], "according_own")
    forms.add(book.firsts(), lx.PHRASE)
    return book


def _before_pronoun(form: str, shape: Morphology) -> Iterator[str]:
    """Yield a form as it is written before a stuck pronoun: the restored endings reversed."""
    for written, was in shape.restored:
        if was and form.endswith(was):
            yield form[: -len(was)] + written


def titles(table: Table, forms: Forms) -> PhraseBook[str]:
    """Return titles, with and without the article."""
    book: PhraseBook[str] = PhraseBook()
    for row in zip(table["form"], table["feminine"], strict=True):
        for form, gender in zip(row, (MASC, FEM), strict=True):
            words = [forms.fold.word(word).strip(".") for word in form.split()]
            if words and words[0]:
                _add_title(words, form, gender, forms, book)
    return book


def _add_title(
    words: list[str], form: str, gender: int, forms: Forms, book: PhraseBook[str]
) -> None:
    article = forms.lexicon.morphology.article
    book.add(words, form)
    if article and not words[0].startswith(article):
        book.add([article + word for word in words], form)
    if len(words) == 1:
        forms.add(words, lx.TITLE, gender | SING)
    else:
        forms.lexicon.add(words[0], lx.PHRASE)


def places(table: Table, forms: Forms) -> tuple[PhraseBook[str], set[str]]:
    """Return the names of places, and those that stand for a government, folded."""
    book: PhraseBook[str] = PhraseBook()
    speaking: set[str] = set()
    written = table["form"]
    for form, folded, speaks in zip(written, forms.fold.words(written), table["speaks"], strict=True):
        first, *others = folded.split()
        book.add((first, *others), form)
        bits = lx.SPEAKS if speaks == "yes" else 0
        if bits:
            speaking.add(folded)
        forms.lexicon.add(first, lx.PHRASE if others else lx.PLACE | bits)
    return book, speaking


def masking(
    code: str, stuck: Sequence[str], fold: Folder, lexicon: Lexicon
) -> tuple[PhraseBook[str], frozenset[str]]:
    """Return outlets whose names hold a word that is a particle elsewhere.

    Beside them, the words that such a name may begin with in a text.
    """
    book: PhraseBook[str] = PhraseBook()
    firsts: set[str] = set()
    named = [
        (name.replace(".", " "), outlet.id)
        for outlet in Authority.load().outlets
        for name in outlet.names.get(code, ())
    ]
    for words, (_, outlet_id) in zip(fold.words(name for name, _ in named), named, strict=True):
        first, *others = words.split()
        if any(lexicon.bits(word) & lx.PARTICLES for word in others):
            book.add((first, *others), outlet_id)
            firsts.update((first, *(front + first for front in stuck)))
    return book, frozenset(firsts)
