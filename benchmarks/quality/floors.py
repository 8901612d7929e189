"""Floors: what each figure was at its best, and the rule that it only rises."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from measuring import FIGURES, OWN, Measured

#: Figures are kept to four places; what is within this of its floor has not fallen.
TOLERANCE = 0.0005

HEAD = """\
# The least that Rawi may score: F1, 0 to 1, for each gold file, which `sha256` pins.
# Written by `python benchmarks/quality/check.py --update`, which raises floors and lowers
# none; `--lower REASON` does, and leaves the reason here.
"""


@dataclass
class Floors:
    """The floors by gold file, and what was lowered.

    A file has `sha256`, `reports`, `attributions` and those of `FIGURES` that it has gold for.
    """

    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    lowered: list[dict[str, Any]] = field(default_factory=list)


def load(path: Path) -> Floors:
    """Read a file of floors; there are none where there is no file."""
    if not path.is_file():
        return Floors()
    tables = tomllib.loads(path.read_text("utf-8"))
    lowered = tables.pop("lowered", [])
    return Floors(tables, lowered)


def save(path: Path, floors: Floors) -> None:
    """Write a file of floors."""
    tables = [_table(f"[{_value(name)}]", floors.files[name]) for name in sorted(floors.files)]
    tables += [_table("[[lowered]]", entry) for entry in floors.lowered]
    path.write_text("\n".join([HEAD, *tables]), "utf-8")


def _table(head: str, values: Mapping[str, Any]) -> str:
    return "\n".join([head, *(f"{key} = {_value(value)}" for key, value in values.items()), ""])


def _value(value: Any) -> str:
    # What JSON writes for strings and numbers is TOML as well.
    return f"{value:.4f}" if isinstance(value, float) else json.dumps(value, ensure_ascii=False)


def faults(floors: Floors, measured: Sequence[Measured]) -> list[str]:
    """Return what is wrong, a line each: a figure fell, gold changed, gold has no floors."""
    there = {one.name for one in measured}
    lost = [name for name in floors.files if name.startswith(OWN) and name not in there]
    found = [f"{name}: has floors, but is not there" for name in lost]
    for one in measured:
        floor = floors.files.get(one.name)
        if floor is None:
            found.append(f"{one.name}: has no floors yet; set them with --update")
        elif floor["sha256"] != one.digest:
            found.append(f"{one.name}: is not the gold that its floors are for; --update")
        else:
            found += [f"{one.name}: {fall}" for fall in _falls(floor, one)]
    return found


def _falls(floor: Mapping[str, Any], one: Measured) -> list[str]:
    return [
        f"{FIGURES[key]} is {one.figures.get(key, 0.0):.4f}, its floor {floor[key]:.4f}"
        for key in FIGURES
        if key in floor and one.figures.get(key, 0.0) < floor[key] - TOLERANCE
    ]


def updated(
    floors: Floors, measured: Sequence[Measured], reason: str | None, version: str
) -> Floors:
    """Return the floors raised to what was measured.

    Where a figure fell its floor stays, unless there is a reason to lower it, which is then
    kept.  Raises `ValueError` where gold changed and a figure fell, without a reason: floors
    of one text do not hold for another.
    """
    new = Floors(dict(floors.files), list(floors.lowered))
    for one in measured:
        old = floors.files.get(one.name, {})
        falls = _falls(old, one)
        if falls and reason is None and old["sha256"] != one.digest:
            raise ValueError(f"{one.name} changed, and {falls[0]}: give --lower REASON")
        if falls and reason is not None:
            new.lowered.append(_lowered(one.name, falls, reason, version))
        new.files[one.name] = one.row() | _figures(old, one, may_fall=reason is not None)
    return new


def _lowered(name: str, falls: Sequence[str], reason: str, version: str) -> dict[str, Any]:
    return {"file": name, "version": version, "what": "; ".join(falls), "reason": reason}


def _figures(old: Mapping[str, Any], one: Measured, may_fall: bool) -> dict[str, float]:
    figures = {}
    for key in FIGURES:
        now, before = round(one.figures.get(key, 0.0), 4), old.get(key, 0.0)
        fell = now < before - TOLERANCE
        if key in one.figures or key in old:
            figures[key] = now if fell and may_fall else max(now, before)
    return figures
