"""A small invented story: an interview, an agency, its translation, a copy, a denial, and noise."""

from __future__ import annotations

import msgspec

from rawi.pipeline import read
from rawi.records import Report

_TEXTS = {
    "tower-ru": (
        "ru", "Маяк ТВ", "2031-05-04T07:30:00Z",
        "Мэр Отрады Лев Корбан рассказал в интервью «Маяк ТВ», что городская башня повреждена "
        "почти на 30 процентов. «Мы откроем её в июне, если придут камни», — сказал он.",
    ),
    "wire-en": (
        "en", "Quaywire", "2031-05-04T09:10:00Z",
        "OTRADA, May 4. /Quaywire/. Almost 30 percent of the town tower has been damaged, Otrada "
        "mayor Lev Korban said in an interview with Mayak TV.\n\n"
        '"We will open it in June if the stones arrive," he said.\n\n'
        "The tower was built in 1874 and draws 12,000 visitors a year.",
    ),
    "copy-en": (
        "en", "Harbour Post", "2031-05-04T12:00:00Z",
        "Thirty percent of the town tower has been damaged, Otrada mayor Lev Korban said in an "
        'interview with Mayak TV.\n\n"We will open it in June if the stones arrive," he said.\n\n'
        "The tower was built in 1874 and draws 12,000 visitors a year.\n\nSource: Quaywire",
    ),
    "other-day": (
        "en", "Harbour Post", "2029-01-10T12:00:00Z",
        "Almost 30 percent of the ferries are late, Otrada mayor Lev Korban said on Tuesday.",
    ),
}  # fmt: skip


def story() -> list[Report]:
    """Return the reports, read."""
    return [
        msgspec.structs.replace(
            read(text, language=language, publisher=publisher, published=published), id=key
        )
        for key, (language, publisher, published, text) in _TEXTS.items()
    ]
