"""What a page says of itself: publisher, address, dates, authors, language."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from rawi.intake import from_html
from rawi.intake.claims import language_of
from rawi.intake.page_dates import LAYOUT_WARNING, in_address

ARABIC = (
    "قال الوزير اليوم إن العمل سيبدأ غدا في كل المدن والقرى، وأضاف أن التمويل متوفر حتى آخر العام.",
    "وحذرت النقابة من أن الموعد لا يكفي، وطالبت بشهرين آخرين قبل بدء العمل في محافظات الشمال.",
)
FRENCH = (
    "Le ministre a déclaré que les travaux débuteront dans toutes les villes du pays à la fin de "
    "l'été, et que le budget est prêt pour une année entière de chantiers.",
    "Il a ajouté que la région du nord sera la première, avec des équipes qui sont déjà sur place.",
)


def page(head: str = "", body: str = "", lang: str = "ar", text: tuple[str, ...] = ARABIC) -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text)
    return (
        f'<html lang="{lang}"><head>{head}</head><body><article><h1>عنوان</h1>{body}'
        f"{paragraphs}</article></body></html>"
    )


def json_ld(**members: Any) -> str:
    node = json.dumps({"@type": "NewsArticle", **members})
    return f'<script type="application/ld+json">{node}</script>'


# -- who publishes, and where ----------------------------------------------------------


def test_the_authority_knows_the_publisher_by_its_address() -> None:
    head = '<meta property="og:site_name" content="x"><link rel="canonical" href="{}">'
    report = from_html(page(head.format("https://www.reuters.com/world/1")))
    assert report.publisher == "رويترز"
    assert from_html(page(head.format("https://a.example/1"))).publisher == "x"
    french = page(head.format("https://www.lemonde.fr/1"), lang="fr", text=FRENCH)
    assert from_html(french).publisher == "Le Monde"


@pytest.mark.parametrize(
    ("found", "said", "url"),
    [
        ("https://m.a.example/1", "https://www.a.example/1", "https://www.a.example/1"),
        ("https://a.example/1?utm=x", "https://a.example/1", "https://a.example/1"),
        ("https://copy.example/1", "https://a.example/1", "https://copy.example/1"),
        (None, "https://a.example/1", "https://a.example/1"),
    ],
)
def test_a_page_may_tell_its_address_on_its_own_site(
    found: str | None, said: str, url: str
) -> None:
    head = f'<link rel="canonical" href="{said}"><meta property="og:url" content="{said}">'
    assert from_html(page(head), url=found).url == url


# -- when ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        json_ld(datePublished="2024-08-21T10:00:00Z", dateModified="2024-08-22"),
        '<meta property="article:published_time" content="2024-08-21T10:00:00Z">'
        '<meta property="article:modified_time" content="2024-08-22">',
        '<meta itemprop="datePublished" content="2024-08-21T10:00:00Z">'
        '<meta property="og:updated_time" content="2024-08-22">',
    ],
)
def test_dates_that_a_page_declares(head: str) -> None:
    report = from_html(page(head))
    assert (report.published, report.modified) == ("2024-08-21T10:00:00Z", "2024-08-22")


def test_dates_that_are_marked_in_the_page() -> None:
    body = (
        '<time itemprop="dateModified" datetime="2024-08-22">x</time>'
        '<span itemprop="datePublished" content="2024-08-21">x</span>'
    )
    report = from_html(page(body=body))
    assert (report.published, report.modified) == ("2024-08-21", "2024-08-22")
    same = from_html(page(json_ld(datePublished="2024-08-21", dateModified="2024-08-21")))
    assert (same.published, same.modified) == ("2024-08-21", None)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2024/08/21/title", "2024-08-21"),
        ("https://a.example/news/2024-08-21-title", "2024-08-21"),
        ("https://a.example/20240821/title", "2024-08-21"),
        ("https://a.example/news/2024/8/1/7380051/", "2024-08-01"),
        ("https://a.example/2024/08/title", None),
        ("https://a.example/2024/13/21/title", None),
        ("https://a.example/2024/08/21/2023-01-01", None),
        ("https://a.example/120240821345/", None),
        ("https://a.example/?d=2024-08-21", None),
        ("http://[::1", None),
        (None, None),
    ],
)
def test_a_day_in_an_address(url: str | None, day: str | None) -> None:
    assert in_address(url) == day


def test_the_address_tells_the_day_where_nothing_else_does() -> None:
    url = "https://a.example/2024/08/21/title"
    assert from_html(page(), url=url).published == "2024-08-21"
    assert from_html(page(json_ld(datePublished="2024-08-20")), url=url).published == "2024-08-20"


def test_the_layout_is_asked_last_and_told() -> None:
    body = '<div class="date">21/08/2024</div><p class="published">2024-08-21</p>'
    report = from_html(page(body=body))
    if report.published is not None:
        assert report.published == "2024-08-21"
        assert LAYOUT_WARNING in report.warnings
    bare = from_html(page())
    assert (bare.published, bare.warnings) == (None, ())


def test_the_layout_of_large_pages_is_left_alone() -> None:
    body = '<p class="published">2024-08-21</p>'
    long = page(body=body + "<i>x</i>" * 5_000)
    begun = time.process_time()
    assert from_html(long).published is None
    assert time.process_time() - begun < 10


# -- who signed ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        (json_ld(author={"@type": "Person", "name": "سامر العوضي"}), "", ("سامر العوضي",)),
        (json_ld(author=[{"name": "Ada Hill"}, "Bob Stone"]), "", ("Ada Hill", "Bob Stone")),
        (json_ld(author="Ada Hill, Bob Stone"), "", ("Ada Hill", "Bob Stone")),
        ('<meta name="author" content="By Ada Hill">', "", ("Ada Hill",)),
        ('<meta property="article:author" content="https://facebook.com/x">', "", ()),
        ("", '<span class="byline">بقلم: سامر العوضي</span>', ("سامر العوضي",)),
        ("", '<a rel="author" href="/x">Ada Hill</a>', ("Ada Hill",)),
        ("", '<div class="author-bio">Ada Hill has written for us since 2004.</div>', ()),
        ("", '<p class="author">@ada</p>', ()),
        (json_ld(author={"@type": "Person", "name": "صحيفة الضفاف"}, publisher="الضفاف"), "", ()),
        (json_ld(author={"@type": "Organization", "name": "وكالة"}), "", ()),
        (json_ld(author={"@type": "Person", "name": "رويترز"}), "", ()),
        (json_ld(author={"name": "\ud800"}), "", ()),
    ],
)
def test_authors(head: str, body: str, authors: tuple[str, ...]) -> None:
    assert from_html(page(head, body)).authors == authors


def test_an_outlet_that_signs_is_a_credit() -> None:
    head = json_ld(author={"@type": "Person", "name": "رويترز"})
    whole = page(head).replace("</article>", '</article><footer class="meta">رويترز</footer>')
    report = from_html(whole)
    assert (report.authors, report.credits) == ((), ("رويترز",))


# -- in which language -----------------------------------------------------------------

TEXTS = {
    "ar": " ".join(ARABIC),
    "fr": " ".join(FRENCH),
    "en": "The minister said that the work on the road would begin in the summer, and that it was "
    "for the cities to say how the budget of the year is to be spent by them.",
    "es": "El ministro dijo que las obras en la carretera van a empezar en el verano, y que son "
    "los ayuntamientos los que deben decir cómo se gasta el presupuesto del año.",
    "de": "Der Minister sagte, dass die Arbeiten an der Straße im Sommer beginnen und dass die "
    "Städte sagen müssen, wie das Geld des Jahres ausgegeben wird und für wen es ist.",
    "ru": "Министр заявил, что работы на дороге начнутся летом и что города должны сказать, как "
    "будут потрачены деньги за год, а не ждать, как это было от начала до конца.",
    "uk": "Міністр заявив, що роботи на дорозі почнуться влітку і що міста мають сказати, як "
    "будуть витрачені гроші за рік, а не чекати, як це було від початку до кінця.",
    "pl": "Minister powiedział, że prace na drodze rozpoczną się latem i że to miasta mają "
    "zdecydować, jak będą wydane pieniądze, a nie czekać, jak to było do tej pory z nimi.",
    "fa": "وزیر گفت که این کار در تابستان از شهرهای شمال آغاز می شود و برای آن بودجه است و مردم با "
    "این طرح که از سال پیش بود همراه هستند و به آن امید دارند.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_the_language_of_a_text(code: str) -> None:
    assert language_of(TEXTS[code]) == code


@pytest.mark.parametrize("text", ["", "قال", "The minister said.", "12 34 " * 50, "日本" * 50,
                                  "zq xv wk " * 30])  # fmt: skip
def test_a_text_that_does_not_tell(text: str) -> None:
    assert language_of(text) is None


def test_a_claim_that_the_text_tells_against_is_not_believed() -> None:
    report = from_html(page(lang="en-US", text=FRENCH))
    assert report.language == "fr"
    assert 'the page claims the language "en", its words are those of "fr"' in report.warnings
    assert from_html(page(lang="", text=FRENCH)).language == "fr"
    assert from_html(page(lang="fr", text=FRENCH)).warnings == ()
    assert from_html(page(lang="ar", text=("قال نعم.",))).language == "ar"


# -- the bytes of a wrong charset ------------------------------------------------------


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf-8", "windows-1256"), ("iso-8859-1", "windows-1256"), ("windows-1251", "utf-8"),
     ("rot13", "windows-1256"), (None, "windows-1256"), ("windows-1256", "windows-1256"),
     ("x" * 1000, "utf-8")],
)  # fmt: skip
def test_a_server_that_tells_a_wrong_charset_does_no_harm(
    charset: str | None, encoding: str
) -> None:
    report = from_html(page().encode(encoding), charset=charset)
    assert report.text == from_html(page()).text
