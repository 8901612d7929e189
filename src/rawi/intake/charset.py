"""The encoding that a page declares of itself."""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})"""
    rb"""|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']""",
    re.IGNORECASE,
)

# Encodings that a page may be in; Python knows others that are none of a page's
# (escapes, compression), which a hostile page could name.
_KNOWN = re.compile(
    r"windows-?\d+|cp\d+|iso-?8859-?\d+(?:-[ei])?|latin-?1|us-ascii|ascii|koi8-[ru]|ibm\d+"
    r"|gbk|gb2312|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)|tis-620|(?:x-)?mac-?\w+"
)

# Browsers read these as their supersets.
_SUPERSETS = {"iso8859-1": "windows-1252", "ascii": "windows-1252", "iso8859-9": "windows-1254"}
_HEAD = 4096


def declared_charset(data: bytes) -> str | None:
    """Return the encoding that the first bytes of a page declare, None where none that is known.

    UTF-8 is None too: it is tried first in any case.
    """
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return None
    return known_charset((found[1] or found[2]).decode("ascii", "replace"))


def known_charset(label: str | None) -> str | None:
    """Return the encoding of a label ("CP1256") as the web writes it, None where unknown.

    UTF-8 is None too.
    """
    label = (label or "").strip().lower()
    if not _KNOWN.fullmatch(label):
        return None
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    return _SUPERSETS.get(name, _hyphened(name))


def _hyphened(name: str) -> str:
    """Return Python's name for an encoding as the web writes it: cp1256 → windows-1256."""
    name = re.sub(r"^cp(?=125\d$)", "windows-", name)
    return re.sub(r"^iso8859-", "iso-8859-", name)
