"""How the interface speaks and looks: its language, its direction, its colours.

The languages of the interface are folders of `locale/` with one catalogue each, beside English,
which is the language of the messages themselves.  They are read and compiled when first used.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LOCALES: Final = Path(__file__).with_name("locale")
DOMAIN: Final = "rawi"
#: The language that messages are written in.
SOURCE: Final = "en"

#: Numbers and dates whose words are remembered: a page has the same ones many times.
_SHOWN: Final = 8_192

Theme = Literal["auto", "light", "dark"]
THEMES: Final[tuple[Theme, ...]] = ("auto", "light", "dark")


@dataclass(frozen=True)
class Interface:
    """The interface as one request wants it.

    `language` is one of `languages()`, `theme` "auto" for what the browser prefers.
    """

    language: str = SOURCE
    theme: Theme = "auto"

    @property
    def direction(self) -> str:
        """The direction of the interface: "ltr" or "rtl"."""
        return direction(self.language) or "ltr"

    @property
    def messages(self) -> gettext.NullTranslations:
        """The catalogue of the language."""
        return catalogue(self.language)

    def number(self, value: float) -> str:
        """Return a number with its thousands apart, in the digits that the texts use."""
        return _number(value, self.language)

    def moment(self, value: str | None) -> str:
        """Return an ISO 8601 value of any precision in words; "" for None, itself if unreadable."""
        if value is None:
            return ""
        try:
            return _moment(value, self.language)
        except ValueError:
            return value

    def language_name(self, code: str | None) -> str:
        """Return what a language is called here, its code where it has no name."""
        return _language_name(code or "", self.language)


def languages() -> tuple[str, ...]:
    """Return the languages that the interface speaks, English first."""
    return SOURCE, *sorted(path.name for path in LOCALES.iterdir() if path.is_dir())


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Return the messages of a language; those of English are the keys themselves."""
    path = LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if language == SOURCE or not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        read = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, read)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def direction(language: str | None) -> str | None:
    """Return the direction of a language, "ltr" or "rtl"; None where that is not known."""
    if not language:
        return None
    try:
        found = Locale.parse(language.replace("-", "_")).text_direction
    except (UnknownLocaleError, ValueError):
        return None
    return str(found)


@cache
def own_name(language: str) -> str:
    """Return what a language calls itself."""
    return _language_name(language, language)


@cache
def _language_name(code: str, language: str) -> str:
    try:
        name = Locale.parse(code.replace("-", "_")).get_display_name(language)
    except (UnknownLocaleError, ValueError):
        return code
    return str(name or code)


@lru_cache(maxsize=_SHOWN)
def _number(value: float, language: str) -> str:
    return str(format_decimal(value, locale=language))


@lru_cache(maxsize=_SHOWN)
def _moment(value: str, language: str) -> str:
    if len(value) == 4:
        return value
    if len(value) == 7:
        return str(format_date(date.fromisoformat(f"{value}-01"), "MMMM y", locale=language))
    day = str(format_date(date.fromisoformat(value[:10]), "d MMMM y", locale=language))
    if len(value) == 10:
        return day
    at = datetime.fromisoformat(value)
    return f"{day} {format_time(at.timetz(), 'HH:mm', locale=language)}{_zone(at)}"


def _zone(at: datetime) -> str:
    """Return the zone of an instant as an offset; "" where it has none."""
    offset = at.utcoffset()
    if offset is None:
        return ""
    return " UTC" if not offset else f" {at:%z}"[:4] + ":" + f"{at:%z}"[3:5]
