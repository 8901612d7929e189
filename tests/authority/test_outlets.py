"""The authority that ships: what it finds, and what it does not claim to know."""

import pytest

from rawi.authority import Authority

AUTHORITY = Authority.load()


def found(name, country=None):
    outlet = AUTHORITY.by_name(name, country)
    return outlet and outlet.id


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("أ ف ب", "afp"),
        ("أ.ف.ب", "afp"),
        ("ا. ف. ب.", "afp"),
        ("فرانس برس", "afp"),
        ("وكالة الصحافة الفرنسية", "afp"),
        ("Agence France-Presse", "afp"),
        ("Agence France Presse", "afp"),
        ("франс-пресс", "afp"),
        ("رويترز", "reuters"),
        ("رُوَيـــترز", "reuters"),
        ("وكالة رويترز", "reuters"),
        ("REUTERS", "reuters"),
        ("سي إن إن", "cnn"),
        ("سي.ان.ان", "cnn"),
        ("CNN", "cnn"),
        ("روسيا اليوم", "rt"),
        ("آر تي", "rt"),
        ("RT", "rt"),
        ("تاس", "tass"),
        ("ТАСС", "tass"),
        ("РИА «Новости»", "ria-novosti"),
        ("кана́л Дождь", None),
        ("وكالة الانباء الكويتيه", "kuna"),
        ("د.ب.أ", "dpa"),
        ("شينخوا", "xinhua"),
        ("و.م.ع", "map"),
        ("قناة العربية", "al-arabiya"),
        ("العربيه", "al-arabiya"),
        ("واع", "ina-iq"),
        ("أ ش أ", "mena"),
        ("الجزيرة", "al-jazeera"),
        ("صحيفة الجزيرة السعودية", "al-jazirah-sa"),
        ("تويتر", "x"),
        ("X", "x"),
        ("تليجرام", "telegram"),
        ("L’Équipe", "l-equipe"),
        ("l'equipe", "l-equipe"),
        ("Le Monde", "le-monde"),
        ("وكالات", "agencies"),
        ("агентства", "agencies"),
        ("nobody of this name", None),
        ("", None),
        ("...", None),
    ],
)
def test_by_name(name, outlet):
    assert found(name) == outlet


def test_a_shared_name_is_nobodys_unless_the_country_tells():
    assert found("APS") is None
    assert [outlet.id for outlet in AUTHORITY.all_by_name("APS")] == ["aps-dz", "aps-sn"]
    assert found("APS", "SN") == "aps-sn"
    assert found("الوطن", "OM") == "al-watan-om"
    assert found("الوطن", "JP") is None


def test_the_country_does_not_overrule_a_name_that_is_ones_own():
    assert found("رويترز", "EG") == "reuters"


@pytest.mark.parametrize(
    ("where", "outlet"),
    [
        ("https://www.aljazeera.net/news/2024/8/21/story?x=1#top", "al-jazeera"),
        ("https://mubasher.aljazeera.net/live", "al-jazeera-mubasher"),
        ("arabic.rt.com", "rt"),
        ("arabic.rt.com/world/1234/", "rt"),
        ("HTTPS://ARABIC.CNN.COM:443/", "cnn"),
        ("//www.bbc.co.uk/arabic", "bbc"),
        ("https://user:word@t.me/channel/12", "telegram"),
        ("twitter.com", "x"),
        ("tass.ru.", "tass"),
        ("https://россиясегодня.рф/", "rossiya-segodnya"),
        ("https://sub.abcnews.go.com/", "abc-us"),
        ("https://go.com/", None),
        ("notreuters.com", None),
        ("reuters.com.example.org", None),
        ("https://example.org/reuters.com", None),
        ("", None),
        ("https://", None),
        ("://", None),
        (".", None),
        ("..é..", None),
    ],
)
def test_by_domain(where, outlet):
    hit = AUTHORITY.by_domain(where)
    assert (hit and hit.id) == outlet


def test_every_domain_finds_its_outlet_with_www_too():
    for outlet in AUTHORITY.outlets:
        for domain in outlet.domains:
            assert AUTHORITY.by_domain(f"https://www.{domain}/page") is outlet


def test_by_id():
    assert AUTHORITY.by_id("afp").country == "FR"
    assert AUTHORITY.by_id("AFP") is None


def test_equal_names_hold_every_language_once():
    names = AUTHORITY.equal_names(AUTHORITY.by_id("reuters"))
    assert names[0] == "رويترز"
    assert {"Reuters", "Рейтер"} <= set(names)
    assert len(names) == len(set(names))


def test_loaded_once():
    assert Authority.load() is AUTHORITY
