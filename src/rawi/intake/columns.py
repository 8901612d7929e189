"""Which column of a table, or member of a JSON object, holds which field of a report."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from rawi.authority.names import fold_name
from rawi.errors import FormatError, UsageError

FIELDS = (
    "id", "text", "title", "publisher", "url", "published", "modified", "language", "authors",
    "captions", "credits",
)  # fmt: skip

Mapped = Mapping[str, str]
"""The name of the column of each field that has one."""

_MOST_NAMES = 40
_MOST_NAME = 60
_MOST_KNOWN = 64
_PARTS = re.compile(rf",\s*(?=(?:{'|'.join(FIELDS)})\s*=)")


def parse_mapping(given: Iterable[str]) -> dict[str, str]:
    """Return the mapping that `text=body`, `title=headline` … ask for.

    Several may stand in one, parted by commas.  Without a column (`id=`) a field is left out.
    Raises UsageError for what is no pair, a field that there is not, or one that is given twice.
    """
    mapping: dict[str, str] = {}
    for pair in (pair for one in given for pair in _PARTS.split(one)):
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or (field == "text" and not column):
            raise UsageError(f'a mapping is FIELD=COLUMN, such as text=body; this is "{pair}"')
        if field not in FIELDS:
            raise UsageError(f'no field "{field}": it is one of {", ".join(FIELDS)}')
        if field in mapping:
            raise UsageError(f'"{field}" is mapped twice')
        mapping[field] = column
    return mapping


@cache
def _names() -> dict[str, dict[str, int]]:
    """Return for each field the folded names of its columns, with their rank."""
    data = tomllib.loads(files(__package__).joinpath("column_names.toml").read_text("utf-8"))
    return {
        field: {
            fold_name(name): rank
            for rank, name in reversed(list(enumerate([field, *data["names"].get(field, ())])))
        }
        for field in FIELDS
    }


def guess_columns(names: Sequence[str]) -> dict[str, str]:
    """Return the columns that are called as fields are, in any of the languages."""
    folded = [(name, fold_name(name)) for name in names]
    found: dict[str, str] = {}
    for field, known in _names().items():
        ranked = [(known[key], name) for name, key in folded if key in known]
        if ranked:
            found[field] = min(ranked, key=lambda pair: pair[0])[1]
    return found


class Columns:
    """The mapping of one input: as asked for, else guessed, and told where it was guessed."""

    def __init__(
        self, asked: Mapped, where: str, tell: Callable[[str], None] | None = None
    ) -> None:
        self._asked = dict(asked)
        self._where = where
        self._tell = tell
        self._known: dict[tuple[str, ...], dict[str, str]] = {}
        self._told: set[str] = set()

    @property
    def asks_for_text(self) -> bool:
        """Whether the caller says where the text is."""
        return "text" in self._asked

    def of(self, names: tuple[str, ...], where: str) -> dict[str, str]:
        """Return the column of each field that has one among `names`.

        Columns that are asked for are there whatever `names` says of them, save that of the
        text, for which there must be one: raises FormatError naming `where` and the columns.
        """
        found = self._known.get(names)
        if found is None:
            found = self._find(names, where)
            if len(self._known) < _MOST_KNOWN:
                self._known[names] = found
        return found

    def _find(self, names: tuple[str, ...], where: str) -> dict[str, str]:
        taken = set(self._asked.values())
        free = [name for name in names if name not in taken]
        guessed = {
            field: name for field, name in guess_columns(free).items() if field not in self._asked
        }
        found = {field: name for field, name in {**guessed, **self._asked}.items() if name}
        if "text" not in found:
            raise FormatError(where, f'no "text" {_there(names)}; say which holds it: --map text=…')
        self._say({field: name for field, name in guessed.items() if field != name})
        return found

    def _say(self, guessed: Mapped) -> None:
        pairs = ", ".join(f"{field}={guessed[field]}" for field in FIELDS if field in guessed)
        if self._tell and pairs and pairs not in self._told and len(self._told) < _MOST_KNOWN:
            self._told.add(pairs)
            self._tell(f"{self._where}: columns guessed: {pairs} (--map says otherwise)")


def check_columns(asked: Mapped, names: Sequence[str], where: str) -> None:
    """Raise FormatError where a column that is asked for is not among those of a table.

    `article.body` is a member of the column `article`.
    """
    for field, column in asked.items():
        if column and column not in names and column.partition(".")[0] not in names:
            from difflib import get_close_matches  # for a fault alone

            close = get_close_matches(column, names, 1)
            hint = f' (is it "{close[0]}"?)' if close else ""
            raise FormatError(where, f'no column "{column}" for {field}{hint} {_there(names)}')


def _there(names: Sequence[str]) -> str:
    shown = [name[:_MOST_NAME] for name in names[:_MOST_NAMES]]
    more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
    return f"among {', '.join(shown)}{more}" if shown else "here: there is nothing"
