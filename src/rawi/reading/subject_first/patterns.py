"""Set phrases with a slot for who speaks: "according to {}", "in {}'s view", "by {his} account".

`{it}` is an object pronoun, `{=one_two}` a phrase that begins with these words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from rawi.reading.subject_first.words import OBJ, POSS, TIME, Word

#: A slot inside a phrase is no longer than this, in tokens.
SLOT: Final = 14
ANY, OWNER, OBJECT = "{}", "{his}", "{it}"
#: Opens a slot that begins with these words: "{=good_source}".
BEGINS: Final = "{="


def expanded(phrases: Iterable[str], forms: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield phrases with each form of a word that they name: "a detta <di> {}"."""
    for phrase in phrases:
        before, opens, rest = phrase.partition("<")
        name, shuts, after = rest.partition(">")
        if not opens or not shuts:
            yield phrase
            continue
        for form in forms[name]:
            yield from expanded((f"{before}{form}{after}",), forms)


class Match(NamedTuple):
    """A phrase in a text: its end, and where its slot is (None: after its end, or none).

    `fixed` are the ranges of its fixed words, `slot` the range of who speaks; `open` says that
    the slot follows the phrase and that its end is still to be found.
    """

    end: int
    fixed: tuple[tuple[int, int], ...]
    slot: tuple[int, int] | None
    open: bool


class Patterns:
    """Phrases, found by their first words; the longest wins."""

    def __init__(self, phrases: Iterable[str], cut: Callable[[str], list[str]]) -> None:
        #: by their first word and their second ("" for a slot or none): the word after a slot in
        #: the second's place ("" for none), and all
        self._by_first: dict[str, dict[str, list[tuple[str, list[str]]]]] = {}
        for phrase in phrases:
            keys = cut(phrase)
            if keys:
                second = keys[1] if len(keys) > 1 and keys[1][0] != "{" else ""
                slot = len(keys) > 2 and keys[1][0] == "{"
                after = keys[2] if slot and keys[2][0] != "{" else ""
                self._by_first.setdefault(keys[0], {}).setdefault(second, []).append((after, keys))
        for by_second in self._by_first.values():
            for known in by_second.values():
                known.sort(key=lambda entry: -len(entry[1]))

    @property
    def firsts(self) -> frozenset[str]:
        """The first words of all phrases."""
        return frozenset(self._by_first)

    @property
    def lasts(self) -> frozenset[str]:
        """The last words of all phrases."""
        every = (known for by_second in self._by_first.values() for known in by_second.values())
        return frozenset(keys[-1] for known in every for _, keys in known)

    def match(self, words: Sequence[Word], index: int, last: int) -> Match | None:
        """Return the phrase that begins at a token; None where none does."""
        by_second = self._by_first.get(words[index].key) if index < last else None
        if by_second is None:
            return None
        following = words[index + 1].key if index + 1 < last else ""
        listed = by_second.get(following, []) if following else []
        loose = by_second.get("", [])
        if listed and loose:
            listed = sorted([*listed, *loose], key=lambda entry: -len(entry[1]))
        near: set[str] | None = None
        for after, keys in listed or loose:
            if after and near is None:
                near = {word.key for word in words[index + 2 : min(last, index + SLOT + 2)]}
            if not after or (near is not None and after in near):
                found = _match(keys, words, index, last)
                if found is not None:
                    return found
        return None


def _match(keys: list[str], words: Sequence[Word], index: int, last: int) -> Match | None:
    at, begun = index, index
    fixed: list[tuple[int, int]] = []
    slot: tuple[int, int] | None = None
    for place, key in enumerate(keys):
        if key == ANY:
            fixed.append((begun, at))
            if place == len(keys) - 1:
                if at < last and words[at].key == ",":
                    return None  # nobody stands there: "secondo quanto ha detto, …"
                return Match(at, tuple(fixed), None, True)
            end = next(
                (i for i in range(at + 1, min(last, at + SLOT)) if words[i].key == keys[place + 1]),
                None,
            )
            if end is None or any(not words[i].is_word and words[i].key not in "-&()'.\""
                                  for i in range(at, end)):  # fmt: skip
                return None
            slot, at, begun = (at, end), end, end
        elif key.startswith(BEGINS):
            fixed.append((begun, at))
            for offset, wanted in enumerate(key[2:-1].split("_")):
                if at + offset >= last or words[at + offset].key != wanted:
                    return None
            return Match(at, tuple(part for part in fixed if part[1] > part[0]), None, True)
        elif key in (OWNER, OBJECT):
            if at >= last or not words[at].bits & (POSS if key == OWNER else OBJ):
                return None
            fixed.append((begun, at))
            slot, at, begun = (at, at + 1), at + 1, at + 1
        else:
            if at > index and at < last and words[at].key != key and words[at].bits & TIME:
                at += 1  # "a-t-on appris mardi auprès de"
            if at >= last or words[at].key != key:
                return None
            at += 1
    if at > begun:
        fixed.append((begun, at))
    return Match(at, tuple(part for part in fixed if part[1] > part[0]), slot, False)
