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

_GENDERS: Final = {"form": MASC | SING, "feminine": FEM | SING}
_CUE_PHRASES: Final = ("according", "as_said", "in_document", "in_document_own", "pretext")


def book_of(phrases: Iterable[str], stuck: Sequence[str], forms: Forms) -> PhraseBook[str]:
    """Return a book of phrases, their first words added to the lexicon."""
    book: PhraseBook[str] = PhraseBook(stuck)
    for phrase in phrases:
        words = [forms.fold.word(word) for word in phrase.split()]
        if words and all(words):
            book.add(words, phrase)
    forms.add(list(book.firsts), lx.PHRASE)
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
    forms.add(list(book.firsts), lx.PHRASE)
    return book


def _before_pronoun(form: str, shape: Morphology) -> Iterator[str]:
    """Yield a form as it is written before a stuck pronoun: the restored endings reversed."""
    for written, was in shape.restored:
        if was and form.endswith(was):
            yield form[: -len(was)] + written


def titles(table: Table, forms: Forms) -> PhraseBook[str]:
    """Return titles, with and without the article."""
    book: PhraseBook[str] = PhraseBook()
    article = forms.lexicon.morphology.article
    alone: list[tuple[str, int]] = []
    firsts: list[str] = []
    columns = [zip(table[name], forms.fold.words(table[name]), strict=True) for name in _GENDERS]
    for row in zip(*columns, strict=True):
        for (form, folded), gender in zip(row, _GENDERS.values(), strict=True):
            words = [word.strip(".") for word in folded.split()]
            if not words or not words[0]:
                continue
            book.add(words, form)
            if article and not words[0].startswith(article):
                book.add([article + word for word in words], form)
            if len(words) == 1:
                alone.append((words[0], gender))
            else:
                firsts.append(words[0])
    forms.add_all([word for word, _ in alone], lx.TITLE, [gender for _, gender in alone])
    forms.lexicon.add_all(firsts, lx.PHRASE)
    return book


def origins(places: Table, demonyms: Table, forms: Forms) -> dict[str, str]:
    """Return for each country's name of one word the adjective of who is from there, folded."""
    words = forms.fold.words(demonyms["masculine"])
    adjectives: dict[str, str] = {}
    for adjective, country in zip(words, demonyms["country"], strict=True):
        if country and " " not in adjective:
            adjectives.setdefault(country, adjective)
    article = forms.lexicon.morphology.article
    rows = zip(forms.fold.words(places["form"]), places["kind"], places["country"], strict=True)
    return {
        name.removeprefix(article): adjectives[country]
        for name, kind, country in rows
        if kind == "country" and country in adjectives and " " not in name
    }


def places(table: Table, forms: Forms) -> tuple[PhraseBook[str], set[str], set[str]]:
    """Return the names of places, those that stand for a government, folded, and its seats."""
    names, speaks = forms.fold.words(table["form"]), table["speaks"]
    split = [name.split(" ") for name in names]
    book: PhraseBook[str] = PhraseBook()
    book.add_all(zip(split, table["form"], strict=True))
    does = [
        lx.PHRASE if len(words) > 1 else lx.PLACE | (lx.SPEAKS if one == "yes" else 0)
        for words, one in zip(split, speaks, strict=True)
    ]
    forms.lexicon.add_all([words[0] for words in split], does)
    speaking = {name for name, one in zip(names, speaks, strict=True) if one == "yes"}
    told = zip(table["form"], table["kind"], speaks, strict=True)
    return book, speaking, {form for form, kind, one in told if kind == "other" and one == "yes"}


def masking(
    code: str, stuck: Sequence[str], fold: Folder, lexicon: Lexicon
) -> tuple[PhraseBook[str], frozenset[str]]:
    """Return outlets whose names hold a word that is a particle elsewhere, or a dot.

    Beside them, the words that such a name may begin with in a text.
    """
    book: PhraseBook[str] = PhraseBook()
    firsts: set[str] = set()
    named = [
        (name.replace(".", " "), outlet.id, "." in name)
        for outlet in Authority.load().outlets
        for name in outlet.names.get(code, ())
    ]
    folded = fold.words(name for name, _, _ in named)
    for name, (_, outlet_id, dotted) in zip(folded, named, strict=True):
        first, *others = name.split()
        if others and (
            dotted or any(lexicon.bits(word) & lx.PARTICLES for word in (first, *others))
        ):
            book.add((first, *others), outlet_id)
            firsts.update((first, *(front + first for front in stuck)))
    return book, frozenset(firsts)
