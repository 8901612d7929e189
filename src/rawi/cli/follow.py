"""`rawi follow`: feeds asked again and again, what is new added to the ledger."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Any

import click

from rawi.cli import options
from rawi.cli.group import complain
from rawi.cli.web import web_asked, web_options

if TYPE_CHECKING:
    from rawi.following.follower import Follower
    from rawi.following.tally import Tally

_EVERY = re.compile(r"(\d{1,9})([smhd])?", re.ASCII)
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
#: The shortest time between two rounds, and the longest, in seconds.
_SHORTEST, _LONGEST = 60, 30 * 86_400


@dataclass(frozen=True, kw_only=True)
class FollowAsked:
    """What `rawi follow` was asked for; see its options."""

    sources: tuple[str, ...]
    where: str
    every: int
    once: bool
    delay: float
    max_bytes: int
    no_originals: bool
    allow_private: bool
    contact: str | None
    proxies: bool
    quiet: bool


def _every(_: click.Context, __: click.Parameter, value: str) -> int:
    found = _EVERY.fullmatch(value.strip().lower())
    if found is None:
        raise click.BadParameter(f"{value!r} is no time, such as 90s, 15m, 2h or 1d")
    seconds = int(found[1]) * _UNITS[found[2] or "s"]
    if not _SHORTEST <= seconds <= _LONGEST:
        raise click.BadParameter(f"{value!r} is not between 1m and 30d")
    return seconds


@click.command()
@click.argument("sources", metavar="FEEDS...", nargs=-1, required=True)
@options.ledger_option
@click.option(
    "--every",
    default="15m",
    show_default=True,
    metavar="TIME",
    callback=_every,
    help="The time from one round to the next: seconds, or with s, m, h or d behind; no less "
    "than a minute. For example: --every 1h",
)
@click.option(
    "--once",
    is_flag=True,
    help="Go round once and end, for cron and its like. For example: rawi follow feeds.opml --once",
)
@click.option(
    "--delay",
    type=click.FloatRange(min=0.2, max=3600),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="The least time between two requests to one host; a site that asks for more gets it. "
    "For example: --delay 5",
)
@options.max_bytes_option("page")
@click.option(
    "--no-originals",
    is_flag=True,
    help="Keep no original bytes beside the texts that were made of them. "
    "For example: rawi follow feeds.opml --no-originals",
)
@web_options
@click.option(
    "--quiet",
    "-q",
    is_flag=True,
    help="No line for each round; what fails is still named. "
    "For example: rawi follow feeds.opml --quiet",
)
def follow(**given: Any) -> None:
    """Follow feeds, and add to the ledger what is new.

    FEEDS is an OPML file, a file of addresses, one a line, or the address of a
    feed, of an OPML list, or of a page that names its feeds. The pages that the
    feeds lead to are fetched, each once, and added as rawi add would add them.

    It goes on until it is stopped (Ctrl-C, SIGTERM), and the same command goes
    on where it stopped. Sites' robots.txt and wishes for rest are heeded. A
    feed or a page that cannot be had is named on standard error; the others go
    on. With --once the exit status is 1 where a feed failed.

    \b
    For example:
      rawi follow feeds.opml --contact desk@example.org
      rawi follow https://news.example/ --ledger news.db --every 1h
      rawi follow feeds.opml --once --quiet
    """
    asked = FollowAsked(**given)
    if _follow(asked) and asked.once:
        raise click.exceptions.Exit(1)


def _follow(asked: FollowAsked) -> int:
    """Follow until stopped or done; return how many sources and feeds failed."""
    from rawi.errors import InputError
    from rawi.following.follower import Follower, FollowOptions
    from rawi.following.sources import followed
    from rawi.ledger.ledger import Ledger

    faults: list[str] = []

    def faulty(fault: str) -> None:
        faults.append(fault)
        complain(fault)

    web = web_asked(
        allow_private=asked.allow_private, contact=asked.contact, proxies=asked.proxies,
        delay=asked.delay, max_bytes=asked.max_bytes,
        retries=1,  # the next round is one more
    )  # fmt: skip
    urls = followed(asked.sources, faulty)
    if not urls:
        raise InputError(", ".join(asked.sources), "nothing to follow")
    wanted = FollowOptions(every=asked.every, originals=not asked.no_originals, web=web)
    with Ledger(asked.where) as ledger, _stopping() as stop:
        follower = Follower(ledger, urls, wanted, stop, complain)
        return len(faults) + _go(follower, asked)


def _go(follower: Follower, asked: FollowAsked) -> int:
    """Go round; return how many feeds failed in the last round."""
    from rawi.intake.web.answers import now

    failed = 0

    def show(tally: Tally) -> None:
        nonlocal failed
        failed = tally.failed
        if not asked.quiet:
            click.echo(f"{now()}  {tally.line()}")

    if asked.once:
        show(follower.round())
    else:
        follower.rounds(show)
    return failed


@contextmanager
def _stopping() -> Iterator[Event]:
    """Give an event that Ctrl-C and SIGTERM set; the second of them ends at once, as ever."""
    stop = Event()
    before: dict[int, Any] = {}

    def told(number: int, frame: object) -> None:
        stop.set()
        _restore(before)

    for number in (signal.SIGINT, signal.SIGTERM):
        before[number] = signal.signal(number, told)
    try:
        yield stop
    finally:
        _restore(before)


def _restore(handlers: dict[int, Callable[..., Any]]) -> None:
    for number, handler in handlers.items():
        signal.signal(number, handler)
