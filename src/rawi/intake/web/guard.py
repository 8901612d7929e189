"""From a host's name to addresses that may be connected to.

A name is resolved once.  What comes of it is checked, and what was checked is connected to: a
name that gives another address the next time (DNS rebinding) is never asked a next time.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread

from rawi.errors import FetchError
from rawi.intake.web.addresses import why_forbidden
from rawi.intake.web.urls import Url

Resolver = Callable[[str, int], Sequence[str]]

#: Names that no public server may answer for.
_LOCAL = ("localhost", "local", "internal", "lan", "home.arpa", "onion")
_MOST_ADDRESSES = 4
_WAY_OUT = "--allow-private lets it be fetched"


class Guard:
    """Tells which addresses may be connected to for a Url.

    `resolver` gives the addresses of a name and a port as text, and raises OSError; None is
    the system's own.
    """

    def __init__(self, allow_private: bool = False, resolver: Resolver | None = None) -> None:
        self._allow_private = allow_private
        self._resolver = resolver or system_resolver

    def addresses(self, url: Url, timeout: float) -> list[str]:
        """Return the addresses to connect to, in the order in which to try them; never none.

        Raises FetchError where there is none, where none is allowed, or none came in
        `timeout` seconds.
        """
        literal = url.address
        found = [str(literal)] if literal else self._resolve(url, timeout)
        allowed, reasons = [], []
        for text in found:
            reason = self._forbidden(text)
            if reason is None:
                allowed.append(text)
            else:
                reasons.append(f"{text} ({reason})")
        if not allowed:
            named = "is" if literal else f"{url.host} is at"
            raise FetchError(
                str(url), f"{named} {reasons[0]}, no address of the public web; {_WAY_OUT}"
            )
        return allowed[:_MOST_ADDRESSES]

    def check_name(self, url: Url) -> None:
        """Raise FetchError for a host that is not of the public web by its name alone.

        All that can be known where a proxy resolves the name.
        """
        if self._allow_private:
            return
        if url.address:
            self.addresses(url, 0)
        labels = f".{url.host}"
        if "." not in url.host or any(labels.endswith(f".{name}") for name in _LOCAL):
            if not url.address:
                raise FetchError(str(url), f"{url.host} is no name of the public web; {_WAY_OUT}")

    def _forbidden(self, text: str) -> str | None:
        if self._allow_private:
            return None
        try:
            return why_forbidden(ipaddress.ip_address(text))
        except ValueError:
            return "no address"

    def _resolve(self, url: Url, timeout: float) -> list[str]:
        # In a thread of its own: the system's resolver knows no time limit.
        answers: SimpleQueue[Sequence[str] | Exception] = SimpleQueue()
        Thread(target=_ask, args=(self._resolver, url, answers), daemon=True).start()
        try:
            answer = answers.get(timeout=max(timeout, 0.001))
        except Empty:
            raise FetchError(
                str(url), f"no address of {url.host} came in {timeout:.0f} s", temporary=True
            ) from None
        if isinstance(answer, Exception):
            gone = isinstance(answer, socket.gaierror) and answer.errno == socket.EAI_NONAME
            fault = "there is no such host" if gone else f"its address cannot be told: {answer}"
            raise FetchError(str(url), f"{url.host}: {fault}", temporary=not gone) from None
        if not answer:
            raise FetchError(str(url), f"{url.host} has no address")
        return list(dict.fromkeys(answer))


def system_resolver(host: str, port: int) -> list[str]:
    """Return the addresses that the system knows for a name; raises OSError."""
    return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _ask(resolver: Resolver, url: Url, answers: SimpleQueue[Sequence[str] | Exception]) -> None:
    try:
        answers.put(resolver(url.host, url.port))
    except Exception as error:  # told by who asked, not by this thread
        answers.put(error)
