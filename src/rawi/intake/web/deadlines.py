"""How long something may take in all, whatever a server does meanwhile."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer


class Deadline:
    """A moment after which nothing more is waited for; `seconds` from now."""

    def __init__(self, seconds: float) -> None:
        self._at = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds until then, 0 where it is past."""
        return max(0.0, self._at - time.monotonic())

    @property
    def is_past(self) -> bool:
        """Whether the time is over."""
        return self.left == 0.0

    @contextmanager
    def ends(self, sock: socket.socket) -> Iterator[None]:
        """Cut a connection off when the time is over.

        A time limit on a socket is for one silence: a server that sends a byte now and then
        never comes to it.
        """
        timer = Timer(self.left, _cut_off, [sock])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


def _cut_off(sock: socket.socket) -> None:
    # The plain method, under TLS, too: saying goodbye could block again.
    with suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
