"""Compounds of who claims something and a word for claims: "Polizeiangaben"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

#: What joins the parts of a compound, besides nothing.
_JOINTS: Final = ("s", "-")


def split_claim(piece: str, tails: tuple[str, ...], names: Callable[[str], bool]) -> list[str]:
    """Return a compound cut before its word for claims, where what is left names who claims.

    What joins the parts goes with the second: "sangaben", "-Informationen".
    """
    for tail in tails:
        if not piece.lower().endswith(tail) or len(piece) - len(tail) < 2:
            continue
        front, back = piece[: -len(tail)], piece[-len(tail) :]
        for joint in ("", *_JOINTS):
            whole = front.removesuffix(joint) if joint else front
            found = (not joint or whole != front) and len(whole) > 1
            if found and (joint == "-" or names(whole)):
                return [whole, front[len(whole) :] + back]
    return [piece]
