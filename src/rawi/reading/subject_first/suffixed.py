"""What suffixes tell of names and nouns: where an outlet begins, which noun is definite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from rawi.authority.outlets import Authority
from rawi.reading.subject_first import words as w

if TYPE_CHECKING:
    from rawi.reading.subject_first.document import Document
    from rawi.reading.subject_first.entity import Entity
    from rawi.reading.subject_first.mentions import Mention

#: A name with a suffix behind it is no longer than this, in tokens.
NAME: Final = 4
_NATIVE: Final = w.DEMONYM | w.ADJ


def begins_outlet(document: Document, index: int, last: int) -> bool:
    """Say whether the name of an outlet begins at a token: "Yusuf Kayalar | X'ten", "A Spor'a"."""
    word = document.word
    if not word[index].upper or word[index].bits & (w.GIVEN | w.ROLE | w.TITLE):
        return False
    end = index + 1
    while end < min(last, index + NAME) and not word[end].bits & w.GENITIVE:
        if not word[end].upper:
            return False
        end += 1
    if end >= last or not word[end].bits & w.GENITIVE:
        return False
    return bool(Authority.load().all_by_name(document.tokens.words(index, end)))


def opens_none(document: Document, index: int, starts: bool) -> bool:
    """Say whether an outlet or a noun with a case opens no name: "Reuters'a", "Kentte | Ada"."""
    word = document.word[index]
    ends = tuple(document.grammar.words_of("cased"))
    cased = word.mask or (not word.bits & w.GIVEN and word.key.endswith(ends))
    return (bool(cased) and starts) or begins_outlet(document, index, len(document.word))


def is_bare(words: Sequence[w.Word], where: tuple[int, int]) -> bool:
    """Say whether a phrase without a name means who or what was told of before.

    "Gazete", "Bildiride", "genç golcü"; "bir golcü" is somebody new.
    """
    first, last = where
    head, *described = words[first:last][::-1]
    if head.features & w.PLUR or head.stem != head.lemma:
        return False
    if not described:
        return bool(head.bits & (w.BODY | w.MEDIA | w.DOC | w.ROLE))
    none = w.HEADS | w.GENITIVE | w.GIVEN | w.INDEF | w.NUM | w.CARDINAL
    plain = (word.is_word and not word.bits & none for word in described)
    # "Sosyal Demokrat siyasetçi"
    named = (i for i, word in enumerate(described) if word.upper and not word.bits & _NATIVE)
    called = (not i or not described[i - 1].bits & w.DEMONYM for i in named)
    return (
        bool(head.bits & (w.ROLE | w.PERSON)) and not head.upper and all(plain) and not any(called)
    )


def without_kind(words: Sequence[w.Word], found: Mention) -> None:
    """Let an outlet's name go without the noun behind it: "Haaretz | gazetesi"."""
    first, last = found.core
    end = last - 1
    if end <= first or not words[end].bits & w.MEDIA or words[end].upper:
        return
    begin = end
    while begin > first and words[begin - 1].upper:
        begin -= 1
    named = words[begin:end]
    if all(word.bits & (w.PLACE | w.DEMONYM | w.BODY) for word in named):
        return  # "ABD basını"
    found.name = found.core = (begin, end)
    found.heads |= {words[end].lemma}
    found.words = frozenset(word.stem for word in named)


def is_of_kind(entity: Entity, heads: Iterable[str]) -> bool:
    """Say whether a body's name has one of the nouns: "bakanlık", the "Savunma Bakanlığı"."""
    return not entity.heads.isdisjoint(heads) or any(
        word.startswith(head[:-1]) for head in heads for word in entity.words
    )


def past_letters(key: Sequence[str], where: tuple[int, int]) -> tuple[int, int] | None:
    """Return who is named behind a body's letters: "Kurtuluş Cephesi (FLA) | Sözcüsü Ada Lorne"."""
    first, last = where
    close = next((i for i in range(last - 2, first, -1) if key[i] == ")"), None)
    return (close + 1, last) if close is not None and "(" in key[first:close] else None
