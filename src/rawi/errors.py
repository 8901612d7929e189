"""The errors that Rawi raises: one tree.

::

    RawiError                 exit 1, HTTP 500
    ├── UsageError            exit 2, HTTP 400   what was asked for cannot be asked
    │   └── QueryError        exit 2, HTTP 400   a search that is written wrongly, with the column
    ├── InputError            exit 1, HTTP 422   what was given cannot be read
    │   ├── UnreadableError   exit 1, HTTP 404   no such file, no permission, a broken stream
    │   ├── EncodingError     exit 1, HTTP 422   bytes that are no text
    │   ├── FormatError       exit 1, HTTP 422   text that is not the format it should be
    │   ├── TooLargeError     exit 1, HTTP 413   over the limit, which is an option
    │   └── FetchError        exit 1, HTTP 502   an address of the web that gives nothing
    ├── LedgerError           exit 1, HTTP 500   the ledger cannot be opened, read or written
    │   ├── NoLedgerError     exit 1, HTTP 404   there is no ledger where one should be
    │   └── LedgerBusyError   exit 1, HTTP 503   another process holds it: later it may go well
    └── DataError             exit 1, HTTP 500   a file of Rawi's own data is not what it should be

Every message names the thing (file, line), the fault and, where there is one,
the way out.
"""

from __future__ import annotations

from typing import ClassVar, Self

#: The exit status of a program that was interrupted, as the shell reports one that SIGINT ended.
INTERRUPTED = 130


class RawiError(Exception):
    """Anything that Rawi raises on purpose."""

    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500


class UsageError(RawiError):
    """What was asked for cannot be asked: a wrong option, a wrong argument."""

    exit_code = 2
    http_status = 400


class QueryError(UsageError):
    """A search that is written wrongly; `column` says where, counted in characters from 1."""

    def __init__(self, column: int, fault: str) -> None:
        super().__init__(f"the query, column {column}: {fault}")
        self.column = column
        self.fault = fault


class InputError(RawiError):
    """What was given cannot be read.

    `where` names the input as the user knows it: a path, `path:line`, `<stdin>`.
    """

    http_status = 422

    def __init__(self, where: str, fault: str) -> None:
        super().__init__(f"{where}: {fault}")
        self.where = where
        self.fault = fault

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        # From process to process: an exception is made again from its message otherwise.
        return type(self), (self.where, self.fault)


class UnreadableError(InputError):
    """No such file, no permission, a broken stream."""

    http_status = 404


class EncodingError(InputError):
    """Bytes that are no text in any encoding that Rawi knows."""


class FormatError(InputError):
    """Text that is not the format that it should be."""


class TooLargeError(InputError):
    """An input over the limit."""

    http_status = 413


class FetchError(InputError):
    """An address of the web that gives nothing: refused, gone, silent, forbidden by its site.

    `temporary` tells that it may go well later.  `status` is the HTTP status that came, None
    where none did.  `retry_after` is how long the server asks to be left alone, in seconds;
    None where it does not say.
    """

    http_status = 502

    def __init__(
        self,
        where: str,
        fault: str,
        *,
        temporary: bool = False,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(where, fault)
        self.temporary = temporary
        self.status = status
        self.retry_after = retry_after


class BusyError(RawiError):
    """Too much waits already: the same can be asked for later."""

    http_status = 503


class DataError(RawiError):
    """A file of Rawi's own data (a language pack, the authority) is faulty."""


class LedgerError(RawiError):
    """The ledger cannot be opened, read or written; what was kept before stays kept.

    `where` names it: a path, or a URL without its password.
    """

    def __init__(self, where: str, fault: str) -> None:
        super().__init__(f"{where}: {fault}")
        self.where = where
        self.fault = fault

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        # From process to process: an exception is made again from its message otherwise.
        return type(self), (self.where, self.fault)


class NoLedgerError(LedgerError):
    """There is no ledger where one should be."""

    http_status = 404


class LedgerBusyError(LedgerError):
    """Another process holds the ledger: later it may go well."""

    http_status = 503
