"""Pages: the article, and beside it title, publisher, date, captions, credits."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import msgspec
import pytest

from rawi.errors import FormatError, InputError
from rawi.intake import from_html, open_reports
from rawi.records import Report

PAGES = Path(__file__).parent.parent / "fixtures" / "pages"

LONG = (
    "قال الوزير اليوم إن العمل سيبدأ غدا في كل المدن والقرى، وأضاف أن التمويل متوفر حتى آخر العام.",
    "وحذرت النقابة من أن الموعد لا يكفي، وطالبت بشهرين آخرين قبل بدء العمل في محافظات الشمال.",
    "وأكد محافظ الشمال أن الطرق ستفتح مساء السبت، وأن المدارس ستعود إلى الدوام يوم الأحد المقبل.",
)


def page(name: str) -> Report:
    return from_html((PAGES / f"{name}.html").read_bytes(), id=name)


def article(*more: str, head: str = "", lang: str = "ar") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)
    return (
        f'<html lang="{lang}"><head>{head}</head><body><article><h1>عنوان الخبر</h1>'
        f"{body}{''.join(more)}</article></body></html>"
    )


def test_a_credit_outside_the_article() -> None:
    report = page("credit_outside")
    assert report.credits == ("المصدر: وكالة الساحل للأنباء",)
    assert report.captions == ("أعمال البناء في موقع السد، أكتوبر 2024 (تصوير: لمى الحاج)",)
    assert report.title == "وزير الري: السد الجديد يكتمل في الربيع"
    assert report.publisher == "صحيفة الضفاف"
    assert report.published == "2024-11-03T09:15:00+02:00"
    assert report.url == "https://www.aldifaf.example/news/2024/5184"
    assert report.language == "ar"
    assert report.warnings == ()
    assert report.text.startswith("قال وزير الري سامر العوضي")
    assert report.text.endswith("وطالبت بجدول معلن للتفريغ.")
    assert report.text.count("\n\n") == 3


def test_captions_outside_the_article_and_credits_of_pictures() -> None:
    report = page("caption_outside")
    assert report.captions == (
        "الجسر القديم بعد انتهاء أعمال الترميم",
        "الأناضول",
        "حجارة مرقّمة في مخزن البلدية",
    )
    assert report.credits == ()
    assert not any(caption in report.text for caption in report.captions)
    assert report.published == "2023-02-14"
    assert report.publisher == "موقع الميناء"
    assert report.title == "البلدية: إعادة فتح الجسر القديم الشهر المقبل"


def test_links_to_other_reports_inside_the_article() -> None:
    report = page("related_inside")
    for line in ("الحكومة ترفع", "كيف تصنع", "خبر أول", "خبر ثان"):
        assert line not in report.text
    # Where nothing marks it, it stays a line, for the reader of the text to judge.
    assert "\n\nاقرأ أيضا: وزارة التموين تنفي نقص الطحين\n\n" in report.text
    # A credit that stands in the article stays there: it can be shown.
    assert report.text.endswith("\n\nالمصدر: وكالات")
    assert report.credits == ()


def test_json_ld() -> None:
    report = page("json_ld")
    assert report.title == 'المطار يستأنف رحلاته "تدريجيا" بعد العاصفة'
    assert report.publisher == "بوابة الأفق"
    assert report.published == "2025-01-19T06:30:00+03:00"
    assert report.url == "https://ufuq.example/a/771"
    assert report.credits == ("رويترز",)
    assert report.text.count("\n\n") == 3
    assert report.title not in report.text


def test_open_graph_and_characters_that_extractors_lose() -> None:
    report = page("open_graph")
    assert report.publisher == "شبكة الملاعب"
    assert report.url == "https://mala3eb.example/2024/09/08/cup"
    assert report.published == "2024-09-08T20:05:11+03:00"
    assert report.credits == ("نقلا عن: إذاعة الشباب",)
    assert unicodedata.normalize("NFD", "آدم") in report.text
    assert "و\u200f«لا نية" in report.text
    assert "الـ\u200cثمانية" in report.text
    assert "12\u00a0فريقا" in report.text
    assert "مشاركتها\u200f،" in report.text
    assert "أك\u0651\u064eدت" in report.text


def test_an_old_page_in_windows_1256() -> None:
    report = page("windows_1256")
    assert report.title == "رئيس الجامعة ينفي نقل كلية الطب"
    assert report.text.startswith("نفى رئيس الجامعة الدكتور وليد حداد")
    assert '"لا أساس له من الصحة".' in report.text
    assert report.text.endswith("\n\nالمصدر: وكالة الواحة")
    assert report.warnings == ()


def test_sources_in_a_list_of_other_reports_are_no_credits() -> None:
    report = page("listing_below")
    assert report.credits == ("د ب أ",)
    assert report.language == "ar"
    assert report.warnings == ('the page claims the language "en", its letters are another\'s',)


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.html")))
def test_every_page_goes_out_as_json_and_comes_the_same_twice(name: str) -> None:
    report = page(name)
    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report
    assert page(name) == report
    assert "  " not in report.text
    assert report.text == report.text.strip()
    (opened,) = open_reports([PAGES / f"{name}.html"])
    assert opened == msgspec.structs.replace(report, id=str(PAGES / f"{name}.html"))


def test_a_guess_is_told_and_a_mark_is_not() -> None:
    assert from_html(b"\xef\xbb\xbf" + article().encode()).warnings == ()
    assert from_html(article().encode("utf-16")).text == from_html(article()).text
    guessed = from_html(article().encode("windows-1256"))
    assert guessed.text == from_html(article()).text
    assert guessed.warnings == ("the encoding was guessed: windows-1256",)


def test_a_declaration_that_is_false_is_not_believed() -> None:
    head = '<meta charset="iso-8859-1">'
    report = from_html(article(head=head).encode("windows-1256"))
    assert report.text == from_html(article()).text
    assert report.warnings


@pytest.mark.parametrize("label", ["rot13", "zlib", "unicode_escape", "idna", "none-such", "utf-7"])
def test_a_declaration_of_no_encoding_does_no_harm(label: str) -> None:
    data = article(head=f'<meta charset="{label}">').encode("windows-1256")
    assert from_html(data).text == from_html(article()).text


def test_a_credit_is_given_once() -> None:
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle",'
        '"author":{"@type":"Organization","name":"رويترز"}}</script>'
    )
    credit = "<p>المصدر: رويترز</p>"
    inside = article(credit, head=head)
    assert from_html(inside).credits == ()
    outside = article(head=head).replace("</article>", f"</article><div>{credit}</div>")
    report = from_html(outside)
    assert report.credits == () if credit[3:-4] in report.text else ("المصدر: رويترز",)


def test_inline_elements_break_no_words_and_no_paragraphs() -> None:
    report = from_html(article("<p>قال <b>ال</b>كبير: <i>نعم</i>،<br>ثم مضى.</p>"))
    assert report.text.endswith("\n\nقال الكبير: نعم،\nثم مضى.")


def test_lists_subheadings_and_quotations_stay() -> None:
    more = "<h2>عنوان فرعي</h2><blockquote>«قول طويل»</blockquote><ul><li>أول</li><li>ثان</li></ul>"
    report = from_html(article(more))
    assert report.text.endswith("\n\nعنوان فرعي\n\n«قول طويل»\n\nأول\nثان")


def test_where_the_page_was_found() -> None:
    assert from_html(article(), url="https://a.example/x").url == "https://a.example/x"
    head = '<link rel="canonical" href="/y">'
    assert from_html(article(head=head), url="https://a.example/x").url == "https://a.example/y"
    assert from_html(article(head=head)).url is None
    bad = '<link rel="canonical" href="http://[::1"><meta property="og:url" content="javascript:x">'
    assert from_html(article(head=bad)).url is None


def test_a_date_that_is_not_certain_is_not_taken() -> None:
    assert from_html(article(head='<meta name="date" content="3/4/2024">')).published is None
    head = '<meta name="date" content="3/4/2024"><meta name="pubdate" content="2024-04-03">'
    assert from_html(article(head=head)).published == "2024-04-03"


def test_the_site_is_no_credit_of_its_own() -> None:
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"الأفق"},'
        '"author":[{"@type":"Organization","name":"بوابة الأفق"},'
        '{"@type":"Organization","name":"لا يراها القارئ"},'
        '{"@type":"Person","name":"كاتب"}]}</script>'
    )
    assert from_html(article("<p>بوابة الأفق - كاتب</p>", head=head)).credits == ()


@pytest.mark.parametrize(
    ("markup", "credits"),
    [
        ("<div>المصدر: رويترز</div>", ("المصدر: رويترز",)),
        ("<div><h4>المصدر:</h4><p>رويترز</p></div>", ("المصدر: رويترز",)),
        ("<div>Source : Reuters</div>", ("Source : Reuters",)),
        ("<div>Источник: ТАСС</div>", ("Источник: ТАСС",)),
        ("<p class='newsSource'>وكالات</p>", ("وكالات",)),
        ("<div class='source'>المصدر</div>", ()),
        ("<div class='source-code'>x = 1</div>", ()),
        ("<nav><span class='source'>رويترز</span></nav>", ()),
        ("<div>مصدر أمني: لا تعليق</div>", ()),
        ("<figure><span class='credit'>رويترز</span></figure>", ()),
    ],
)
def test_credits(markup: str, credits: tuple[str, ...]) -> None:
    whole = article().replace("</article>", f"</article>{markup}<p>{LONG[0]}</p>")
    report = from_html(whole)
    assert list(report.credits) == [c for c in credits if c not in report.text]
    assert all(credit in report.text or credit in report.credits for credit in credits)


def test_a_language_that_the_letters_deny_is_not_believed() -> None:
    assert from_html(article(lang="ar-SA")).language == "ar"
    assert from_html(article(lang="fr")).language == "ar"
    assert from_html(article(lang="x-default")).language == "ar"
    assert from_html(article(lang="ckb")).language == "ar"


def test_pages_without_text() -> None:
    nothing = "<html><head><title>ع</title></head><body><nav>قائمة</nav></body></html>"
    for empty in (nothing, "<html></html>", "<!-- -->", "<script>x</script>"):
        with pytest.raises(FormatError, match="p: no article text found"):
            from_html(empty, id="p")
    with pytest.raises(InputError, match="p: empty"):
        from_html(" \n", id="p")


def test_without_an_article_the_visible_text_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rawi.intake.html.article_lines", lambda root: [])
    report = from_html(f"<body><nav>قائمة</nav><div>{LONG[0]}</div><footer>حقوق</footer>")
    assert report.text == LONG[0]
    assert report.warnings == ("no article was told apart: all visible text was taken",)
