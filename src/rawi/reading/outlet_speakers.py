"""What an outlet that speaks is called: without a generic word that its name can do without."""

from __future__ import annotations

import re

from msgspec.structs import replace

from rawi.authority.outlets import Authority
from rawi.authority.skeletons import is_generic
from rawi.records import Speaker

_OWNER = re.compile(r"\w+['’]s?")


def outlet_named(speaker: Speaker, text: str) -> Speaker:
    """Return a speaker that is an outlet by the name that the chain would give it.

    "Iran's Fars news agency" is Fars, "state-run Anadolu news agency" Anadolu; the Guardian that
    the report calls "The Guardian" keeps the article, which is part of its name.
    """
    if speaker.kind != "organisation" or speaker.anonymous:
        return speaker
    name = _with_article(_core(speaker.name), text)
    if name == speaker.name:
        return speaker
    also = tuple(dict.fromkeys((speaker.name, *(one for one in speaker.also if one != name))))
    return replace(speaker, name=name, also=also)


def _core(name: str) -> str:
    """Return the outlet that a longer name holds beside generic words, else the name."""
    authority = Authority.load()
    words = name.split()
    if len(words) < 2 or not any(map(is_generic, words)) or authority.by_name(name):
        return name
    for size in range(len(words) - 1, 0, -1):
        for at in range(len(words) - size + 1):
            rest = words[:at], words[at + size :]
            core = " ".join(words[at : at + size])
            if core[:1].isupper() and not is_generic(core) and _is_idle(*rest):
                outlet = authority.by_name(core)
                if outlet is not None and outlet.kind != "network":
                    return core
    return name


def _is_idle(before: list[str], after: list[str]) -> bool:
    """Say whether words around an outlet's name only tell what it is, and whose."""
    told = all(word.islower() or _OWNER.fullmatch(word) or is_generic(word) for word in before)
    said = any(map(is_generic, (*before, *after)))
    return told and said and all(word.islower() and is_generic(word) for word in after)


def _with_article(name: str, text: str) -> str:
    """Return the name with the article that belongs to it, if the report writes it so."""
    outlet = Authority.load().by_name(name)
    for names in outlet.names.values() if outlet else ():
        for full in names:
            article = full[: -len(name)]
            if full.endswith(name) and len(article) in (3, 4) and article[:1].isupper():
                if article[-1] in " '’" and re.search(rf"(?<!\w){re.escape(full)}(?!\w)", text):
                    return full
    return name
