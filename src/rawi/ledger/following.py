"""What `rawi follow` has to know from one round to the next, kept in the ledger.

Feeds with what they were like the last time, the pages that they led to, sites' robots.txt.  One
thread alone uses it.  Times are whole seconds since 1970.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from rawi.ledger import schema
from rawi.ledger.dialects import explained, writing
from rawi.ledger.identity import key_of, short_hash, storable
from rawi.ledger.ledger import Ledger
from rawi.ledger.rows import chunks
from rawi.records import Report

_LONGEST_FAULT = 500

Settled = Literal["kept", "refused"]


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """A feed, or a list or page that names feeds (`links`, None of a feed itself).

    `etag` and `last_modified` are as its server gave them, None where it did not.  `failures`
    counts those since it last gave something, `fault` is the last of them.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None
    links: tuple[str, ...] | None = None
    asked_at: int = 0
    failures: int = 0
    rest_until: int = 0
    fault: str | None = None


class Link(msgspec.Struct, frozen=True):
    """A page that a feed leads to: its address, and by what it is known again."""

    url: str
    key: str


class Page(msgspec.Struct, frozen=True):
    """A page that waits to be fetched; `tries` is how often it could not be had yet."""

    key: bytes
    url: str
    tries: int


class Robots(msgspec.Struct, frozen=True):
    """A site's robots.txt as it was found, "" for none."""

    text: str
    at: int


class Following:
    """What is known in one ledger; raises LedgerError as a Ledger does."""

    def __init__(self, ledger: Ledger) -> None:
        self._engine = ledger.engine

    def feed(self, url: str) -> Feed:
        """Return what is known of a feed; of a new one nothing but its address."""
        table = schema.feeds
        query = sa.select(table).where(table.c.key == _hash(url))
        with explained(self._engine.url), self._engine.connect() as connection:
            row = connection.execute(query).first()
        if row is None:
            return Feed(url=url)
        links = None if row.links is None else tuple(msgspec.json.decode(row.links))
        known = {name: value for name, value in row._mapping.items() if name not in _OWN}
        return Feed(**{**known, "url": url, "links": links})

    def save_feed(self, feed: Feed) -> None:
        """Keep what is known of a feed."""
        row = {
            **msgspec.structs.asdict(feed),
            "links": None if feed.links is None else msgspec.json.encode(feed.links).decode(),
            "fault": _short(feed.fault),
        }
        self._put(schema.feeds, _hash(feed.url), row)

    def found(self, links: Sequence[Link], now: int) -> int:
        """Note pages that a feed leads to; return how many are new, and wait now.

        What the ledger holds by its address, wherever it came from, is not fetched again.
        """
        wanted: dict[bytes, Link] = {}
        for link in links:
            wanted.setdefault(_hash(link.key), link)
        with explained(self._engine.url), writing(self._engine) as connection:
            known = _pages(connection, wanted)
            new = {key: link for key, link in wanted.items() if key not in known}
            there = _reports(connection, [link.url for link in new.values()])
            rows = [
                {
                    "key": key,
                    "state": "kept" if link.url in there else "waiting",
                    "url": None if link.url in there else storable(link.url),
                    "found_at": now,
                    "position": position,
                    "tries": 0,
                    "next_at": None if link.url in there else now,
                    "fault": None,
                }
                for position, (key, link) in enumerate(new.items())
            ]
            if rows:
                connection.execute(sa.insert(schema.pages), rows)
        return len(new) - len(there)

    def waiting(self, now: int) -> list[Page]:
        """Return the pages that may be fetched now, in the order in which they were found."""
        table = schema.pages
        query = (
            sa.select(table.c.key, table.c.url, table.c.tries)
            .where(table.c.next_at <= now)
            .order_by(table.c.found_at, table.c.position, table.c.key)
        )
        with explained(self._engine.url), self._engine.connect() as connection:
            return [Page(bytes(row.key), row.url, row.tries) for row in connection.execute(query)]

    def count_waiting(self) -> int:
        """Return how many pages wait, now or later."""
        table = schema.pages
        query = sa.select(sa.func.count()).where(table.c.next_at.is_not(None))
        with explained(self._engine.url), self._engine.connect() as connection:
            return connection.scalar(query) or 0

    def settle(self, page: Page, state: Settled, fault: str | None = None) -> None:
        """Note that a page waits no more: its address is forgotten, all but its hash."""
        told = {"state": state, "url": None, "next_at": None, "fault": _short(fault)}
        self._update(page, told)

    def put_off(self, page: Page, next_at: int, fault: str, *, tries: int) -> None:
        """Let a page wait until later."""
        self._update(page, {"next_at": next_at, "fault": _short(fault), "tries": tries})

    def robots(self, since: int) -> dict[str, Robots]:
        """Return the robots.txt of sites by their origin; those from before are forgotten."""
        table = schema.sites
        with explained(self._engine.url), writing(self._engine) as connection:
            connection.execute(sa.delete(table).where(table.c.robots_at < since))
            found = connection.execute(sa.select(table)).all()
        return {row.origin: Robots(row.robots, row.robots_at) for row in found}

    def save_robots(self, origin: str, robots: Robots) -> None:
        """Keep a site's robots.txt."""
        row = {"origin": origin, "robots": storable(robots.text), "robots_at": robots.at}
        self._put(schema.sites, _hash(origin), row)

    def _update(self, page: Page, told: dict[str, Any]) -> None:
        table = schema.pages
        with explained(self._engine.url), writing(self._engine) as connection:
            connection.execute(sa.update(table).where(table.c.key == page.key).values(**told))

    def _put(self, table: sa.Table, key: bytes, row: dict[str, Any]) -> None:
        """Add a row, or put it in the place of the one with its key."""
        with explained(self._engine.url), writing(self._engine) as connection:
            changed = connection.execute(sa.update(table).where(table.c.key == key).values(**row))
            if not changed.rowcount:
                connection.execute(sa.insert(table), {"key": key, **row})


_OWN = ("key", "url", "links")


def _hash(address: str) -> bytes:
    return short_hash([address])


def _short(fault: str | None) -> str | None:
    return None if fault is None else storable(fault[:_LONGEST_FAULT])


def _pages(connection: Connection, keys: Iterable[bytes]) -> set[bytes]:
    table = schema.pages
    found: set[bytes] = set()
    for some in chunks(list(keys)):
        query = sa.select(table.c.key).where(table.c.key.in_(some))
        found |= {bytes(key) for key in connection.scalars(query)}
    return found


def _reports(connection: Connection, urls: Sequence[str]) -> set[str]:
    """Return those addresses that are reports' in the ledger."""
    table = schema.reports
    keys = {key_of(Report(id="", text="", url=url), False): url for url in urls}
    found: set[str] = set()
    for some in chunks(keys):
        query = sa.select(table.c.key).where(table.c.key.in_(some))
        found |= {keys[key] for key in connection.scalars(query)}
    return found
