"""The table: sound as it ships, and faults named with their line."""

from importlib.resources import files

import pytest
from babel import Locale

from rawi.authority import Authority
from rawi.authority.table import COLUMNS, read_table
from rawi.errors import DataError

OUTLETS = Authority.load().outlets
TEXT = files("rawi.authority").joinpath("outlets.tsv").read_text(encoding="utf-8")
COUNTRIES = {code for code in Locale("en").territories if len(code) == 2 and code.isalpha()}
# Babel's codes beside ISO 3166's: groups of countries, tests, what has no code of its own.
COUNTRIES -= {
    "AC",
    "CP",
    "CQ",
    "DG",
    "EA",
    "EU",
    "EZ",
    "IC",
    "QO",
    "TA",
    "UN",
    "XA",
    "XB",
    "XK",
    "ZZ",
}


def table(*rows):
    return "\n".join(["\t".join(COLUMNS), *("\t".join(row) for row in rows)]) + "\n"


def row(**cells):
    sound = {"id": "one", "kind": "paper", "country": "EG", "ar": "واحد", "en": "One"}
    return [{**dict.fromkeys(COLUMNS, ""), **sound, **cells}[column] for column in COLUMNS]


def test_there_are_enough():
    assert len(OUTLETS) >= 1000
    assert {outlet.kind for outlet in OUTLETS} == {
        "agency", "broadcaster", "paper", "site", "magazine", "network", "collective",
    }  # fmt: skip


def test_sorted_by_id():
    ids = [outlet.id for outlet in OUTLETS]
    assert ids == sorted(ids)


def test_countries_are_real():
    assert {o.id: o.country for o in OUTLETS if o.country and o.country not in COUNTRIES} == {}


def test_every_outlet_has_an_arabic_and_an_english_name_and_a_note():
    assert [o.id for o in OUTLETS if not {"ar", "en"} <= set(o.names) or not o.note] == []


def test_no_name_stands_twice_for_one_language():
    lists = [(o.id, names) for o in OUTLETS for names in o.names.values()]
    assert [where for where, names in lists if len(names) != len(set(names))] == []


def test_domains_are_unique_and_end_like_domains():
    domains = [domain for o in OUTLETS for domain in o.domains]
    assert len(domains) == len(set(domains))
    assert [d for d in domains if not d.rpartition(".")[2].removeprefix("xn--").isalnum()] == []
    assert [d for d in domains if len(d.rpartition(".")[2]) < 2] == []


def test_every_kind_but_collective_and_network_has_a_country_or_says_why():
    without = {o.id for o in OUTLETS if not o.country and o.kind not in ("collective", "network")}
    assert without == {"al-khaleej-al-jadeed", "al-khaleej-online", "kooora", "wikileaks"}


def test_the_file_ends_its_lines_and_only_them():
    assert TEXT.endswith("\n")
    assert not TEXT.endswith("\n\n")
    assert "\r" not in TEXT
    assert len(TEXT.splitlines()) == TEXT.count("\n")


def test_a_sound_table():
    (outlet,) = read_table(table(row(ar="(صحيفة) واحد | ١", domains="one.eg one.com")), "t")
    assert outlet.names == {"ar": ("صحيفة واحد", "١"), "en": ("One",)}
    assert outlet.generic == {"صحيفة واحد": "صحيفة"}
    assert outlet.domains == ("one.eg", "one.com")


@pytest.mark.parametrize(
    "cells",
    [
        {"id": "One"},
        {"id": ""},
        {"kind": "blog"},
        {"country": "eg"},
        {"country": "EGY"},
        {"domains": "www.one.eg"},
        {"domains": "one.eg www.one.com"},
        {"domains": "https://one.eg"},
        {"domains": "one"},
        {"domains": "one.eg  one.com"},
        {"domains": "one.eg,one.com"},
        {"ar": "", "en": ""},
        {"ar": "واحد |  | اثنان"},
        {"ar": "واحد|اثنان"},
        {"ar": "| واحد"},
        {"ar": "واحد "},
        {"ar": "واحد (صحيفة)"},
        {"ar": "(صحيفة)"},
        {"ambiguous": "اثنان"},
    ],
)
def test_a_fault_is_named_with_its_file_and_line(cells):
    rows = [row(id="zero", ar="صفر", en="Zero"), row(**cells)]
    with pytest.raises(DataError, match=r"^outlets\.tsv:3: "):
        read_table(table(*rows), "outlets.tsv")


@pytest.mark.parametrize(
    "text", ["", "id\tkind\n", table(row())[1:]], ids=["empty", "columns", "header"]
)
def test_a_wrong_header(text):
    with pytest.raises(DataError, match=r"^t:1: "):
        read_table(text, "t")


def test_a_column_too_few():
    with pytest.raises(DataError, match=r"^t:2: 9 columns"):
        read_table(table(row()[:-1]), "t")


def test_an_id_or_a_domain_twice():
    with pytest.raises(DataError, match=r"^t:3: one stands on line 2"):
        read_table(table(row(), row()), "t")
    with pytest.raises(DataError, match=r"^t:3: one\.eg stands on line 2"):
        read_table(table(row(domains="one.eg"), row(id="two", domains="one.eg")), "t")


def test_a_name_that_two_claim_must_be_documented():
    shared = {"ambiguous": "واحد | One"}
    silent = read_table(table(row(**shared), row(id="two", **shared, note="shares with one")), "t")
    with pytest.raises(DataError, match=r"^t:2: one shares 'واحد' with two"):
        Authority(silent, "t").by_name("واحد")
    plain = read_table(table(row(note="shares with two"), row(id="two", note="see one")), "t")
    with pytest.raises(DataError, match=r"^t:2: "):
        Authority(plain, "t").by_name("واحد")
    first, second = row(**shared, note="see two"), row(id="two", **shared, note="shares with one")
    both = Authority(read_table(table(first, second), "t"), "t")
    assert both.by_name("واحد") is None
    assert len(both.all_by_name("واحد")) == 2


def test_a_name_without_a_letter():
    with pytest.raises(DataError, match=r"^t:2: "):
        Authority(read_table(table(row(en="!!")), "t"), "t").by_name("One")


def test_the_table_that_ships_passes_all_checks() -> None:
    assert read_table(TEXT, "outlets.tsv") == OUTLETS
