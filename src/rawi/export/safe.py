"""Outside text made safe to show: it can neither steer a terminal nor hide or turn words.

What is shown is no longer the text that offsets index; it is for the eye alone.
"""

from __future__ import annotations

import re
import unicodedata

#: Joiners that letters need (Persian, Indic scripts, emoji): the only invisible
#: characters that are kept.
_JOINERS = frozenset("\u200c\u200d")
#: Spaces that a line may be broken at, and line ends of every kind.  A no-break space is
#: not among them.
_SPACES = re.compile(r"[\t-\r \x85\u2028\u2029]+")
_CONTROL_PICTURES = 0x2400
_DELETE_PICTURE = "\u2421"
_REPLACEMENT = "\ufffd"


def visible(char: str) -> str:
    """Return what is shown in place of one character: one character or none.

    A control character becomes its picture (␛), a lone surrogate �; a line or paragraph
    separator becomes a space; invisible characters, those that turn the direction of text among
    them, vanish.
    """
    category = unicodedata.category(char)
    if category == "Cc":
        if char < " ":
            return chr(_CONTROL_PICTURES + ord(char))
        return _DELETE_PICTURE if char == "\x7f" else _REPLACEMENT
    if category == "Cs":
        return _REPLACEMENT
    if category in ("Zl", "Zp"):
        return " "
    return "" if category == "Cf" and char not in _JOINERS else char


class _Visible(dict[int, str]):
    """`visible` as a table for `str.translate` that fills itself."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = visible(chr(code))
        return shown


_VISIBLE = _Visible()
_VISIBLE_BREAKS = _Visible({ord(char): char for char in "\n\t"})


def one_line(text: str) -> str:
    """Make a text safe and put it on one line, every run of spaces and line ends one space."""
    return _SPACES.sub(" ", text).translate(_VISIBLE)


def lines_kept(text: str) -> str:
    """Make a text safe, its lines and tabs kept."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_VISIBLE_BREAKS)
