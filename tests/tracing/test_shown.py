"""When a report was published, where nobody says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.records import Report
from rawi.tracing.items import Standing, sources_of
from rawi.tracing.shown import shown_day

_BODY = "\n\nThe harbour wall will be closed, port director Ada Lind said on 3 May 2029."


def _report(text: str, language: str | None = "en", url: str | None = None) -> Report:
    return Report(id="r", text=text, language=language, url=url)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Wall closed\n\n4 May 2031, 14:05" + _BODY, "en", "2031-05-04"),
        ("Стена закрыта\n4 мая 2031 г. в 10:18\nПричал закроют.", "ru", "2031-05-04"),
        ("Mur fermé\nPublié le 4 mai 2031 à 9h\nLe mur est fermé.", "fr", "2031-05-04"),
        ("Wall closed" + _BODY, "en", None),
        ("Wall closed\n\nFrom 4 May 2031 to 6 May 2031" + _BODY, "en", None),
        ("4 May 2031" + _BODY, None, None),
        ("", "en", None),
    ],
)
def test_the_day_on_a_line_of_its_own(text: str, language: str | None, day: str | None) -> None:
    assert shown_day(_report(text, language)) == day


def test_the_address_goes_before_the_text() -> None:
    url = "https://harbour.example/2031/05/05/wall"
    assert shown_day(_report("Wall closed\n\n4 May 2031" + _BODY, url=url)) == "2031-05-05"


def test_a_day_that_is_shown_dates_a_report_for_tracing() -> None:
    (source,) = sources_of([_report("Wall closed\n\n4 May 2031" + _BODY)])
    assert source.published is not None
    assert source.published.isoformat() == "2031-05-04T00:00:00+00:00"
    assert source.published_by is not None
    assert source.published_by > source.published


@given(st.text(max_size=300), st.sampled_from(["ar", "en", "ru", None, "xx"]))
def test_any_text(text: str, language: str | None) -> None:
    shown_day(_report(text, language))


@pytest.mark.parametrize(
    ("publisher", "url", "standing"),
    [
        ("Reuters", None, Standing.AGENCY),
        ("Le Monde", None, Standing.KNOWN),
        ("Le Monde en ligne", "https://www.lemonde.fr/x", Standing.KNOWN),
        ("The Quay Copy", "https://quay-copy.example/", Standing.UNKNOWN),
        (None, None, Standing.UNKNOWN),
    ],
)
def test_what_is_known_of_a_publisher(
    publisher: str | None, url: str | None, standing: Standing
) -> None:
    (source,) = sources_of([Report(id="r", text="Text.", publisher=publisher, url=url)])
    assert source.standing is standing
