"""The forms of verbs and nouns: a lemma, its paradigm's endings, and forms given one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rawi.errors import DataError
from rawi.reading.subject_first.words import FORMS, features

#: A form with its classes: `finite`, `past`, `gerund`, `infinitive`, `noun`, and its features.
Form = tuple[str, int, int]


class Inflection:
    """The paradigms of one language (`inflection.toml`)."""

    def __init__(self, table: Mapping[str, Any], where: str) -> None:
        self._where = where
        self._verbs: dict[str, Any] = table.get("verb", {})
        self._nouns: dict[str, Any] = table.get("noun", {})

    def verb(self, lemma: str, paradigm: str, forms: str) -> Iterator[Form]:
        """Yield the forms of a verb's first word; those that are given replace none."""
        if paradigm:
            yield from self._regular(lemma, self._paradigm(self._verbs, paradigm, lemma))
        yield from given(forms, self._where, lemma)

    def noun(self, lemma: str, paradigm: str, forms: str) -> Iterator[tuple[str, int]]:
        """Yield the forms of a noun with their features."""
        yield lemma, 0
        rules = self._paradigm(self._nouns, paradigm, lemma) if paradigm else None
        if rules is None and not forms:
            rules = self._default(lemma)
        if rules is not None:
            stem = _stem(lemma, rules.get("strip", ""))
            for name, endings in rules.items():
                if name not in ("strip", "endings"):
                    for ending in endings:
                        yield stem + ending, features(name)
        for group in filter(None, (part.strip() for part in forms.split(";"))):
            told, colon, words = group.rpartition(":")
            for form in words.split():
                yield form, features(told if colon else "p")

    def _default(self, lemma: str) -> Any:
        """Return the first default paradigm whose endings a lemma has."""
        for rules in self._nouns.values():
            if any(lemma.endswith(ending) for ending in rules.get("endings", ())):
                return rules
        return None

    def _paradigm(self, table: Mapping[str, Any], name: str, lemma: str) -> Any:
        try:
            return table[name]
        except KeyError:
            raise DataError(f"{self._where}: {lemma!r} has no paradigm {name!r}") from None

    def _regular(self, lemma: str, rules: Mapping[str, Any]) -> Iterator[Form]:
        stem = _stem(lemma, rules.get("strip", ""))
        for name, endings in rules.items():
            if name == "strip":
                continue
            kind, _, told = name.partition(" ")
            for ending in endings:
                yield stem + ending, FORMS[kind], features(told)


def _stem(lemma: str, strip: str) -> str:
    return lemma[: len(lemma) - len(strip)] if strip and lemma.endswith(strip) else lemma


def given(forms: str, where: str, lemma: str) -> Iterator[Form]:
    """Yield forms as a table gives them: "finite: said says; past: said"."""
    for group in filter(None, (part.strip() for part in forms.split(";"))):
        name, _, words = group.partition(":")
        kind, _, told = name.strip().partition(" ")
        if kind not in FORMS:
            raise DataError(f"{where}: {lemma!r} has forms {kind!r}, not {', '.join(FORMS)}")
        for word in words.split():
            yield word, FORMS[kind], features(told)
