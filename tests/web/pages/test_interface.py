"""The catalogue says all that the pages say; numbers, dates and directions of both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import rawi.web.pages as pages
from rawi.web.pages.interface import LOCALES, Interface, direction, languages
from rawi.web.pages.rendering import href, run
from rawi.web.pages.terms import between, counted, lag

_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None, "pair": (1, 2)}
_FIELDS = re.compile(r"%\(\w+\)s|\{\w+\}")
HOME = Path(pages.__file__).parent


def messages() -> set[str | tuple[str, ...]]:
    """Return all messages of modules and templates."""
    methods = [("**.py", "python"), ("templates/**.html", "jinja2")]
    found = extract_from_dir(str(HOME), method_map=methods, keywords=_KEYWORDS)
    return {message for _, _, message, _, _ in found}


@pytest.mark.parametrize("language", [one for one in languages() if one != "en"])
def test_every_message_is_translated_and_none_is_left_over(language: str) -> None:
    path = LOCALES / language / "LC_MESSAGES" / "rawi.po"
    catalogue = read_po(path.open("rb"), locale=language)
    there = {one.id: one for one in catalogue if one.id}
    wanted = messages()
    assert wanted
    assert set(there) == wanted
    for id, one in there.items():
        strings = one.string if isinstance(one.string, tuple) else (one.string,)
        assert all(strings), id
        fields = set(_FIELDS.findall(id if isinstance(id, str) else id[-1]))
        assert set(_FIELDS.findall(strings[-1])) == fields, id


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "تقرير واحد"), (2, "تقريران"), (5, "5 تقارير"), (11, "11 تقريرا"),
        (100, "100 تقرير"), (1500, "1,500 تقرير"),
    ],
)  # fmt: skip
def test_arabic_counts_as_arabic_does(number: int, words: str) -> None:
    assert counted(Interface("ar"), number, "report") == words


def test_values_in_words() -> None:
    english, arabic = Interface(), Interface("ar")
    assert counted(english, 1, "report") == "1 report"
    assert between(english, (1, 3), "origin") == "1 to 3 independent origins"
    assert english.moment("2025-03-04T09:10:00Z") == "4 March 2025 09:10 UTC"
    assert english.moment("2025-03-04T09:10:00+03:30") == "4 March 2025 09:10 +03:30"
    assert arabic.moment("2025-03") == "مارس 2025"
    assert english.moment("last week") == "last week"
    assert lag(english, 50) == "50 minutes"
    assert lag(english, 300) == "5 hours"
    assert arabic.language_name("ru") == "الروسية"


def test_directions() -> None:
    assert [direction(one) for one in ("ar", "fa", "he", "en", "ru", None, "zz-?")] == [
        "rtl", "rtl", "rtl", "ltr", "ltr", None, None,
    ]  # fmt: skip


def test_a_run_of_text_is_escaped_isolated_and_safe() -> None:
    made = run("<b>\u202eقال\n", "ar")
    assert made == '<bdi lang="ar" dir="rtl">&lt;b&gt;قال </bdi>'
    assert run("x", None) == '<bdi dir="auto">x</bdi>'
    assert run("x", '"><script>').count("<script>") == 0


def test_addresses_are_quoted() -> None:
    assert href("reports", "a/b c") == "/reports/a%2Fb%20c"
    assert href(q="قمح", page=None, kind="") == "/?q=%D9%82%D9%85%D8%AD"
