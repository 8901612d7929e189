"""Finding again: the same on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from rawi import Ledger, QueryError, Report
from rawi.errors import UsageError
from rawi.ledger.search import MOST_COUNTED, Counts, Hit
from rawi.records import Attribution, Hop, Span, Speaker


def said(
    text: str, content: str, name: str | None = None, *, via: str | None = None,
    anonymous: bool = False, number: int = 1, kind: Any = "person", type: Any = "indirect",
) -> Attribution:  # fmt: skip
    """An attribution of some words of a text."""
    start = text.index(content)
    hop = Hop(name=via, how="relayed by", evidence=(), outlet=via.lower()) if via else None
    return Attribution(
        id=f"a{number}",
        content=(Span(start, start + len(content)),),
        type=type,
        speaker=Speaker(name=name, kind=kind, anonymous=anonymous) if name else None,
        chain=(hop,) if hop else (),
    )


def report(id: str, text: str, *said: Attribution, **more: Any) -> Report:
    return Report(id=id, text=text, attributions=said, **{"language": "ar"} | more)


WAR = "قال ديارا إن مكافحة الإرهاب مستمرة. وحذر مصدر من نقص القمح."
WHEAT = "Diarra said that wheat is enough. The road is open, Lavrov noted."
RUSSIAN = "Диарра заявил, что пшеницы хватит. Терроризм отступает."

REPORTS = [
    report(
        "war", WAR, said(WAR, "مكافحة الإرهاب مستمرة", "سيدو ديارا", via="TASS"),
        said(WAR, "نقص القمح", "مصدر", anonymous=True, number=2),
        published="2024-08-21", publisher="RT", url="https://arabic.rt.com/1", title="حرب طويلة",
    ),
    report(
        "wheat", WHEAT, said(WHEAT, "wheat is enough", "Seydou Diarra", type="direct"),
        said(WHEAT, "The road is open", "Sergei Lavrov", via="Reuters", number=2),
        published="2024-09", publisher="Le Monde", language="en", title="Wheat for six months",
    ),
    report(
        "russian", RUSSIAN, said(RUSSIAN, "пшеницы хватит", "Сейду Диарра"),
        published="2023", language="ru",
    ),
    report("undated", "No statement here, but wheat and bread: terror.", language="en"),
]  # fmt: skip

Search = Callable[..., list[str]]


@pytest.fixture(scope="module")
def search(shared_where: str) -> Iterator[Search]:
    """Search a small ledger; what is found as "report" or "report/attribution"."""
    with Ledger(shared_where) as ledger:
        ledger.add(REPORTS)

        def search(query: str = "", **filters: Any) -> list[str]:
            return list(map(name, ledger.search(query, **filters)))

        yield search


def name(hit: Hit) -> str:
    return hit.report.id + (f"/{hit.attribution.id}" if hit.attribution else "")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("الارهاب", ["war/a1"]),
        ("إرهاب", ["war/a1"]),
        ("والإرهاب", ["war/a1"]),
        ("مكافحة الارهاب", ["war/a1"]),
        ('"مكافحة الارهاب"', ["war/a1"]),
        ('"الارهاب مكافحة"', []),
        ("ارها*", ["war/a1"]),
        ("wheat", ["wheat/a1", "undated"]),
        ("WHEAT enough", ["wheat/a1"]),
        ("wheat NOT enough", ["undated"]),
        ("wheat -bread", ["wheat/a1"]),
        ("bread OR road", ["wheat/a2", "undated"]),
        ("(bread OR enough) wheat", ["wheat/a1", "undated"]),
        ("whea*", ["wheat/a1", "undated"]),
        ("Lavrov", ["wheat/a2"]),
        ("nothing", []),
    ],
)
def test_what_a_query_finds(search: Search, query: str, found: list[str]) -> None:
    assert search(query) == found


@pytest.mark.parametrize("query", ["Diarra", "ديارا", "Диарра", "diarra"])
def test_a_name_is_found_in_every_script_as_it_is_spelt_first(search: Search, query: str) -> None:
    found = search(query, within="statements")
    own = {"D": "wheat/a1", "d": "wheat/a1", "د": "war/a1", "Д": "russian/a1"}[query[0]]
    assert sorted(found) == ["russian/a1", "war/a1", "wheat/a1"]
    assert found[0] == own


def test_a_name_in_quotation_marks_is_found_as_it_is_spelt(search: Search) -> None:
    assert search('"Diarra"') == ["wheat/a1"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"speaker": "ديارا"}, ["wheat/a1", "war/a1", "russian/a1"]),
        ({"speaker": "Seydou Diarra"}, ["wheat/a1", "war/a1", "russian/a1"]),
        ({"speaker": "Sergei Diarra"}, []),
        ({"speaker": "nobody"}, []),
        ({"speaker": "Diarra", "language": "ar"}, ["war/a1"]),
        ({"outlet": "RT", "within": "statements"}, ["war/a2", "war/a1"]),
        ({"outlet": "rt.com", "type": "indirect"}, ["war/a2", "war/a1"]),
        ({"outlet": "لوموند", "anonymous": False}, ["wheat/a2", "wheat/a1"]),
        ({"outlet": "no such outlet"}, []),
        ({"via": "تاس"}, ["war/a1"]),
        ({"via": "reuters"}, ["wheat/a2"]),
        ({"type": "direct"}, ["wheat/a1"]),
        ({"anonymous": True}, ["war/a2"]),
        ({"language": "ru"}, ["russian/a1"]),
        ({"language": "en", "within": "reports"}, ["wheat", "undated"]),
        ({"since": "2024-09-10", "within": "reports"}, ["wheat"]),
        ({"since": "2024-10", "within": "reports"}, []),
        ({"since": "2024-08-21", "until": "2024-08-21", "within": "reports"}, ["war"]),
        ({"until": "2023-01-01", "within": "reports"}, ["russian"]),
        ({"since": "2023-12-31", "until": "2023", "within": "reports"}, ["russian"]),
        ({"until": "2022", "within": "reports"}, []),
        ({"within": "reports"}, ["wheat", "war", "russian", "undated"]),
    ],
)
def test_what_filters_leave(search: Search, filters: dict[str, Any], found: list[str]) -> None:
    assert search(**filters) == found


def test_a_query_and_filters_go_together(search: Search) -> None:
    assert search("قمح", anonymous=True) == ["war/a2"]
    assert search("قمح", anonymous=False) == []
    assert search("wheat", since="2024", within="reports") == ["wheat"]


@pytest.mark.parametrize(
    ("filters", "fault"),
    [
        ({"since": "yesterday"}, "no year, month or day"),
        ({"until": "2024-08-21T10:00:00Z"}, "no year, month or day"),
        ({"speaker": "—"}, "no letters"),
        ({"outlet": " "}, "no letters"),
    ],
)
def test_a_filter_that_cannot_be(search: Search, filters: dict[str, Any], fault: str) -> None:
    with pytest.raises(UsageError, match=fault):
        search(**filters)


def test_a_wrong_query_is_refused_at_once(ledger: Ledger) -> None:
    with pytest.raises(QueryError):
        ledger.search("wheat OR")


def test_the_title_comes_before_the_text(ledger: Ledger) -> None:
    body = "The harvest of wheat is over, and the fields are bare."
    ledger.add(
        [
            report("body", body, published="2024-05-02", language="en", title="Fields"),
            report("title", "It is over.", published="2024-05-01", language="en", title="Wheat"),
        ]
    )
    assert [name(hit) for hit in ledger.search("wheat")] == ["title", "body"]


def test_words_side_by_side_come_first(ledger: Ledger) -> None:
    apart, beside = "bread is not cheap, its price says", "the price bread has"
    texts = {"apart": apart, "beside": beside}
    ledger.add(
        report(id, text, said(text, text, "Ann Bo"), published=day, language="en")
        for (id, text), day in zip(texts.items(), ("2024-05-02", "2024-05-01"), strict=True)
    )
    assert [name(hit) for hit in ledger.search("price bread")] == ["beside/a1", "apart/a1"]


def test_marks_are_on_the_original_words(ledger: Ledger) -> None:
    ledger.add(REPORTS)
    (hit,) = ledger.search("إرهاب")
    snippet, text = hit.snippet, hit.report.text
    assert snippet.span.of(text) == "مكافحة الإرهاب مستمرة"
    assert [mark.of(text) for mark in snippet.marks] == ["الإرهاب"]


def test_a_snippet_of_a_long_text_shows_what_was_found(ledger: Ledger) -> None:
    text = "Nothing much. " * 300 + "At last Диарра came. " + "And went. " * 300
    ledger.add([*REPORTS[1:3], report("long", text, language="en")])
    (hit,) = ledger.search("Diarra", within="reports", language="en").page(2, 1)
    assert hit.report.id == "long"
    assert [mark.of(text) for mark in hit.snippet.marks] == ["Диарра"]
    assert "came" in hit.snippet.span.of(text)
    assert len(hit.snippet.span.of(text)) <= 240


def test_what_follows_no_word_is_no_phrase(ledger: Ledger) -> None:
    text = "one two «three four» five"
    spans = (Span(0, 7), Span(9, 19))
    attribution = Attribution(
        id="a1", content=spans, type="mixed", speaker=Speaker(name="Six Seven", anonymous=False)
    )
    ledger.add([report("r", text, attribution, language="en")])
    found = ledger.search('"two three"', within="statements")
    assert list(found) == []
    assert list(ledger.search('"four six"', within="statements")) == []
    assert len(list(ledger.search('"three four"', within="statements"))) == 1


def test_a_long_text_is_found_from_end_to_end(ledger: Ledger) -> None:
    words = [f"w{number}" for number in range(10_000)]
    ledger.add([report("long", " ".join(words), language="en")])
    for at in (0, 3_998, 3_999, 4_000, 7_949, 9_998):
        assert len(list(ledger.search(f'"w{at} w{at + 1}"'))) == 1
    assert len(list(ledger.search("w1*"))) == 1


def test_pages_and_counts(ledger: Ledger) -> None:
    texts = [f"the price of bread number {number}" for number in range(25)]
    ledger.add(
        report(f"r{number:02}", text, said(text, text, "Ann Bo"), language="en",
               published=f"2024-05-{number + 1:02}")
        for number, text in enumerate(texts)
    )  # fmt: skip
    found = ledger.search("bread")
    every = [name(hit) for hit in found]
    assert every == [f"r{number:02}/a1" for number in reversed(range(25))]
    pages = [[name(hit) for hit in found.page(number, 10)] for number in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [10, 10, 5, 0]
    assert [hit for page in pages for hit in page] == every
    assert found.count() == Counts(25, 25)
    assert ledger.search("bread", within="reports").count() == Counts(None, 25)
    assert MOST_COUNTED >= 25
    with pytest.raises(UsageError):
        found.page(0)


def test_the_present_version_alone_is_found(ledger: Ledger) -> None:
    ledger.add([report("r", "The old wording.", language="en")])
    ledger.add([report("r", "The new wording.", language="en")])
    assert [name(hit) for hit in ledger.search("wording")] == ["r"]
    assert list(ledger.search("old")) == []
    assert list(ledger.search("new")) != []


def test_hostile_reports_are_kept_and_found(ledger: Ledger) -> None:
    texts = ["x" * 100_000, "'; DROP TABLE reports; --\\' \" \0 \ud800 end", "a:1A & !b <-> c", ""]
    counts = ledger.add(report(f"r{n}", text, language="en") for n, text in enumerate(texts))
    assert counts.added == len(texts)
    assert [name(hit) for hit in ledger.search("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx*")] == ["r0"]
    assert [name(hit) for hit in ledger.search('"drop table"')] == ["r1"]
    # "a: …" may be read as words that somebody called a said
    assert {hit.report.id for hit in ledger.search("a:1A")} == {"r2"}
    assert {hit.report.id for hit in ledger.search('"b c"')} == {"r2"}


def test_many_different_long_words_fit_into_an_index(ledger: Ledger) -> None:
    text = " ".join(f"{number:05}" + "ж" * 60 for number in range(20_000))
    assert ledger.add([report("r", text, title=text, language="ru")]).added == 1
    assert [name(hit) for hit in ledger.search("00017*")] == ["r"]


@pytest.mark.parametrize(
    "query",
    [
        " ".join(["wheat"] * 100),
        " OR ".join(["wheat", *(f"قمح{number}" for number in range(99))]),
        "wheat " + " ".join(f"-قمح{number}" for number in range(99)),
        "(" * 20 + "wheat" + ")" * 20,
        "(((wheat OR a) b) OR wheat) NOT (c OR (d NOT (e f)))",
        '"' + " ".join(["wheat", "is", "enough"]) + '" OR "' + " ".join(["x"] * 99) + '*"',
    ],
    ids=["all", "any", "none", "nested", "mixed", "phrases"],
)
def test_the_largest_queries_are_answered(search: Search, query: str) -> None:
    assert "wheat/a1" in search(query)


def test_a_filter_may_mean_many(ledger: Ledger) -> None:
    text = "the price of bread"
    ledger.add(
        report(f"r{number}", text, said(text, "bread", f"Ann Bo{number}"), language="en")
        for number in range(300)
    )
    assert len(list(ledger.search("bread", speaker="Ann"))) == 300
    assert len(list(ledger.search("bread", speaker="Ann Bo7"))) == 1
