"""The language of a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rawi
from rawi.reading import packs
from rawi.reading.language import detect
from rawi.records import Report


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("قال الوزير إن القمح يكفي.", "ar"),
        ("قال الوزير إن شركة Microsoft ستفتح مكتبا.", "ar"),
        ("وزیر خارجه گفت که این تصمیم پیامدهای چشمگیری دارد.", None),
        ("وزیر نے کہا کہ یہ فیصلہ ہے اور ٹیم نے کھیل جیتا", None),
        ("The minister said that there is enough bread.", "en"),
        ("Minister: ‘no bread’ for the north, the paper says", "en"),
        ("El ministro declaró ayer que habrá pan suficiente para todos los pueblos.", "es"),
        ("Mueren tres personas en un incendio en Sevilla", "es"),
        ("Il ministro ha detto che il ponte riaprirà a maggio e che i lavori sono finiti.", "it"),
        ("Meloni: «Nessun passo indietro sulla riforma»", "it"),
        ("El conseller ha dit que l'hospital obrirà al maig i que els llits són nous.", None),
        ("O conselleiro dixo que unha parte das obras non está rematada nin pagada.", None),
        ("Bakan, köprünün mayıs ayında açılacağını ve işlerin bittiğini söyledi.", "tr"),
        ("ERDOĞAN: KÖPRÜ MAYISTA AÇILACAK", "tr"),
        ("Nazir körpünün may ayında açılacağını və işlərin başa çatdığını bildirdi.", None),
        ("Ο υπουργός είπε ότι υπάρχει αρκετό ψωμί.", None),
        ("", None),
        ("123 … !", None),
        ("\ud800", None),
    ],
)
def test_detect(text: str, code: str | None) -> None:
    assert detect(text) == code


def test_a_text_in_another_language_is_kept_with_a_warning() -> None:
    report = rawi.read(Report(id="t", text="Ο υπουργός είπε ότι υπάρχει αρκετό ψωμί."))
    assert report.attributions == ()
    assert report.language is None
    assert len(report.warnings) == 1


@pytest.mark.parametrize("code", ["ar", "AR", "ar-EG", "ar_SA"])
def test_a_language_that_is_given_is_taken(code: str) -> None:
    report = rawi.read(Report(id="t", text="قال الوزير إن القمح يكفي.", language=code))
    assert len(report.attributions) == 1
    assert report.language == code


def test_a_language_without_a_pack_is_named_in_the_warning() -> None:
    report = rawi.read(Report(id="t", text="قال الوزير إن القمح يكفي.", language="xx"))
    assert report.attributions == ()
    assert "'xx'" in report.warnings[0]


@settings(deadline=None, max_examples=200)
@given(st.text() | st.text(st.characters()))
def test_detect_takes_any_text(text: str) -> None:
    assert detect(text) in (None, *packs.available())
