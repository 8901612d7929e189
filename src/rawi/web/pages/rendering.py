"""Templates to pages: one environment for all, escaping always on.

A template gets, beside what its page hands it, `face` (the interface) and these functions:
`run(text, language)` for every stretch of outside text, `safe(text)` inside an element of its
own, `_` and `ngettext` for messages, `counted`, `between`, `term`, `lag`, `number` and `moment` for
values, `href` for addresses.
"""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

import rawi
from rawi.export.safe import one_line
from rawi.web.pages import terms
from rawi.web.pages.interface import THEMES, Interface, direction, languages, own_name

TEMPLATES: Final = Path(__file__).with_name("templates")


def render(template: str, face: Interface, /, **values: Any) -> bytes:
    """Return a page as UTF-8."""
    page = environment(face.language, face.theme).get_template(template).render(values)
    # A lone surrogate cannot be told in UTF-8; what reaches here was made safe, but for keys.
    return page.encode("utf-8", "replace")


@cache
def environment(language: str, theme: Any) -> Environment:
    """Return the environment for an interface; there are few of them."""
    face = Interface(language, theme)
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(face.messages, newstyle=True)  # type: ignore[attr-defined]
    made.globals |= {
        "face": face,
        "languages": languages(),
        "own_name": own_name,
        "themes": THEMES,
        "version": rawi.__version__,
        "run": run,
        "safe": one_line,
        "dir_of": direction_of,
        "counted": partial(terms.counted, face),
        "between": partial(terms.between, face),
        "term": partial(terms.term, face),
        "lag": partial(terms.lag, face),
        "number": face.number,
        "moment": face.moment,
        "href": href,
    }
    return made


def run(text: str, language: str | None = None, tag: str = "bdi", **attributes: str) -> Markup:
    """Return a stretch of outside text as an element of its own, with its language and direction.

    It is made safe and put on one line; `attributes` are further ones of the element.
    """
    given = {"lang": language, "dir": direction_of(language), **attributes}
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(one_line(value))}"'
        for name, value in given.items()
        if value
    )
    return Markup(f"<{tag}{written}>{escape(one_line(text))}</{tag}>")


def direction_of(language: str | None) -> str:
    """Return what stands in `dir`: "auto" where the direction of a language is not known."""
    return direction(language) or "auto"


def href(*path: str, **query: Any) -> str:
    """Return the address of a page of ours: the parts of its path, and what is asked of it.

    What is None or "" is not asked.
    """
    asked = {key: value for key, value in query.items() if value not in (None, "")}
    where = "/" + "/".join(quote(part, safe="", errors="replace") for part in path)
    return where + ("?" + urlencode(asked, errors="replace") if asked else "")
