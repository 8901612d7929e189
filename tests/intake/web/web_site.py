"""A web site on this machine that answers as a test wants it to, however badly."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field


@dataclass
class Request:
    path: str
    headers: dict[str, str]
    at: float = field(default_factory=time.monotonic)


Answer = bytes | Iterable[bytes]
Route = Answer | Callable[[Request], Answer]


def answer(
    body: bytes | str = b"",
    status: str = "200 OK",
    type: str = "text/html; charset=utf-8",
    **headers: str,
) -> bytes:
    """Return an answer as it goes over the wire; `etag="x"` is the header Etag."""
    if isinstance(body, str):
        body = body.encode()
    told = {"Content-Type": type, "Content-Length": str(len(body))}
    told |= {name.replace("_", "-").title(): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in told.items())]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    return answer(b"", status, location=location)


def zipped(body: bytes) -> bytes:
    return answer(gzip.compress(body), content_encoding="gzip")


class Site:
    """A server on this machine: `routes` are its pages by path, `requests` what was asked for."""

    def __init__(self, context: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> None:
        self.routes: dict[str, Route] = {}
        self.requests: list[Request] = []
        self._context = context
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, 0), family=family)
        self.port: int = self._socket.getsockname()[1]
        self.netloc = f"{host}:{self.port}"
        self.url = f"{'https' if context else 'http'}://{self.netloc}"
        self._open: list[socket.socket] = []
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [one.path for one in self.requests if one.path != "/robots.txt"]

    def close(self) -> None:
        for one in [self._socket, *self._open]:
            with suppress(OSError):
                socket.socket.shutdown(one, socket.SHUT_RDWR)
            one.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                self._open.append(connection)
                threading.Thread(target=self._handle, args=(connection,), daemon=True).start()

    def _handle(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            if self._context:
                connection = self._context.wrap_socket(connection, server_side=True)
                self._open.append(connection)
            with connection:
                self._reply(connection)

    def _reply(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            if not (read := connection.recv(65_536)):
                return
            head += read
        first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in
                   (line.partition(":") for line in lines)}  # fmt: skip
        request = Request(first.split(" ")[1], headers)
        self.requests.append(request)
        route = self.routes.get(request.path, answer("none", "404 Not Found"))
        sent = route(request) if callable(route) else route
        for piece in [sent] if isinstance(sent, bytes) else sent:
            connection.sendall(piece)
