"""How a network was called when a report was written: one may have changed its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any


def called(id: str, text: str, published: str | None, language: str, other: str) -> str:
    """Return how a report calls a network (by its id in the authority) that it need not name.

    As it is called in the text, the newer name before the older; else by when the report was
    published, if that is known to be before the change; else `other`.
    """
    change = _changes().get(id)
    if change is None:
        return other
    for name in (*change["now"], *change["older"]):
        if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            return str(name)
    if published and published < change["since"]:
        return str(change["before"].get(language, change["before"]["other"]))
    return other


@cache
def _changes() -> Mapping[str, Mapping[str, Any]]:
    return loads(files("rawi.authority").joinpath("renamed.toml").read_text("utf-8"))
