"""Files that commands write: there under their name when all of it is written, never half."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO


@contextmanager
def written(path: str) -> Iterator[IO[bytes]]:
    """Open what is written to; raises `UnreadableError` where that cannot be written."""
    from rawi.errors import UnreadableError

    part = f"{path}.part"
    try:
        with open(part, "wb") as output:
            yield output
        os.replace(part, path)
    except OSError as error:
        raise UnreadableError(path, error.strerror or str(error)) from None
    finally:
        if os.path.exists(part):
            os.unlink(part)
