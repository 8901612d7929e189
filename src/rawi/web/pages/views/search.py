"""The start page: what was asked, what was found, and what narrows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rawi.ledger.facets import Facet
from rawi.ledger.search import Hit
from rawi.records import StatementRow
from rawi.web.pages.rendering import href

#: The filters that the page knows, as the ledger names them.
FILTERS: Final = ("speaker", "outlet", "via", "language", "type", "since", "until")


@dataclass(frozen=True)
class Group:
    """A filter with its most frequent values."""

    name: str
    facets: tuple[Facet, ...]


@dataclass(frozen=True)
class SearchPage:
    """All that the start page shows; `given` is what was asked, by the names of the form."""

    given: Mapping[str, str]
    rows: Sequence[StatementRow] = ()
    hits: Sequence[Hit] = ()
    groups: Sequence[Group] = ()
    complete: bool = True
    total: int | None = None
    total_more: bool = False
    previous: str | None = None
    following: str | None = None
    empty: bool = False
    fault: str | None = None

    @property
    def query(self) -> str:
        """The words that were asked for."""
        return self.given.get("q", "")

    @property
    def kind(self) -> str:
        """What is shown: "statements" or "attributions"."""
        return "attributions" if self.given.get("kind") == "attributions" else "statements"

    @property
    def filters(self) -> dict[str, str]:
        """The filters that are set."""
        return {name: self.given[name] for name in FILTERS if self.given.get(name)}

    @property
    def asked(self) -> bool:
        """Whether anything was asked for."""
        return bool(self.query or self.filters or self.given.get("kind"))

    @property
    def since(self) -> str:
        """The first day of publication, "" for any."""
        return self.given.get("since", "")

    @property
    def until(self) -> str:
        """The last day of publication, "" for any."""
        return self.given.get("until", "")

    @property
    def hidden(self) -> dict[str, str]:
        """What the form of dates sends along."""
        left_out = ("since", "until", "page")
        return {name: value for name, value in self.given.items() if name not in left_out}

    def link(self, **changes: str | None) -> str:
        """Return the address of the same search with some of it changed."""
        return href(**{**self.given, **changes})
