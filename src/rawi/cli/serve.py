"""`rawi serve`: the web page and the REST API, over one ledger."""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING, Any

import click

from rawi.cli import options
from rawi.cli.web import web_asked, web_options

if TYPE_CHECKING:
    from rawi.web.settings import Settings

#: As in `rawi.web.settings`, which takes longer to import than the help may take to appear.
HOST = "127.0.0.1"
PORT = 8077
MAX_BODY = 32_000_000


@click.command()
@options.ledger_option
@click.option(
    "--host",
    default=HOST,
    show_default=True,
    metavar="ADDRESS",
    help="The address to listen at. Any but one of this machine alone needs a token. "
    'For example: --host 0.0.0.0 --token "$(openssl rand -hex 16)"',
)
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=PORT,
    show_default=True,
    metavar="N",
    help="The port to listen at; 0 for any that is free. For example: --port 8080",
)
@click.option(
    "--token",
    envvar="RAWI_TOKEN",
    metavar="TOKEN",
    help="What clients have to know: told on the login page, or as Authorization: Bearer TOKEN. "
    "Better given by the variable RAWI_TOKEN, which no list of processes shows. "
    "For example: RAWI_TOKEN=… rawi serve --host 0.0.0.0",
)
@click.option(
    "--read-only",
    is_flag=True,
    help="Show only: nothing can be added or decided. For example: rawi serve --read-only",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="NAME",
    help="Another name by which the server is called (its Host header), behind a proxy or on "
    "a network; may be repeated. For example: --name rawi.example.org",
)
@click.option(
    "--open",
    "browse",
    is_flag=True,
    help="Open the page in the browser. For example: rawi serve --open",
)
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    default=MAX_BODY,
    show_default=True,
    metavar="N",
    help="Refuse what is sent if it is larger than N bytes. For example: --max-bytes 1000000",
)
@web_options
def serve(**given: Any) -> None:
    """Serve the web page and the REST API, until Ctrl-C ends it.

    It is there for this machine alone, without a login, unless --host says
    otherwise; then a token is needed. The ledger is made where there is none.
    Other commands may add to it meanwhile.

    \b
    For example:
      rawi serve --open
      rawi serve --ledger news.db --port 8080 --read-only
    """
    from rawi.errors import UsageError

    browse = given.pop("browse")
    settings = _settings(**given)
    try:
        from rawi.web.running import run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "rawi":
            raise
        raise UsageError(
            f"serving needs {error.name}, which is not installed: pip install 'rawi[web]'"
        ) from None
    with _listening(settings) as listener:
        run(settings, listener, _told(settings, listener, browse))


def _settings(
    *,
    where: str,
    max_bytes: int,
    allow_private: bool,
    contact: str | None,
    proxies: bool,
    token: str | None,
    names: tuple[str, ...],
    **given: Any,
) -> Settings:
    from rawi.web.settings import Settings

    web = web_asked(allow_private=allow_private, contact=contact, proxies=proxies)
    return Settings(
        ledger=where, max_body=max_bytes, web=web, token=token or None, names=names, **given
    )


def _listening(settings: Settings) -> socket.socket:
    """Return a socket that listens where it should; raises UsageError where it cannot."""
    from rawi.errors import UsageError

    host, port = settings.host, settings.port
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            fault = "is taken, maybe by another rawi serve"
            raise UsageError(f"port {port} of {host} {fault}: --port {_next(port)}") from None
        if error.errno in (errno.EACCES, errno.EPERM):
            fault = f"this account may not listen at port {port}"
            raise UsageError(f"{fault}: --port {PORT}") from None
        fault = (error.strerror or str(error)).lower()
        raise UsageError(f"cannot listen at {host}, port {port}: {fault}") from None


def _next(port: int) -> int:
    return port + 1 if port < 65_535 else PORT


def _told(settings: Settings, listener: socket.socket, browse: bool) -> Any:
    """Return what is to be called when the server is there."""
    from rawi.cli.progress import say

    port = listener.getsockname()[1]
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    shown = "127.0.0.1" if settings.host in ("0.0.0.0", "") else host
    url = f"http://{'[::1]' if settings.host == '::' else shown}:{port}/"

    def tell(where: str) -> None:
        how = ", read-only" if settings.read_only else ""
        say(f"{url} (ledger {where}{how}); Ctrl-C ends it")
        if browse:
            click.launch(url)

    return tell
