"""Which inputs a path stands for: a file, standard input, the files below a folder."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from typing import BinaryIO, cast

import msgspec

from rawi.errors import InputError, UnreadableError
from rawi.intake.origins import Origin
from rawi.intake.prefixed import prefixed
from rawi.intake.sniffing import SUFFIXES
from rawi.intake.unpacking import ENDINGS

STDIN = "-"


class Input(msgspec.Struct, frozen=True):
    """One input: its path, how errors name it, the id of its report."""

    path: str
    where: str
    id: str

    @staticmethod
    def of(path: str) -> Input:
        """Return the input that a path to a file is."""
        # A name that is not UTF-8 is shown as well as it can be: an id must be encodable.
        shown = os.fsencode(path).decode("utf-8", "replace")
        return Input(path, shown, shown)

    @property
    def origin(self) -> Origin:
        """What is known of it before it is opened."""
        folder = None if self.path == STDIN else os.path.dirname(self.path) or "."
        return Origin(
            where=self.where, id=self.id, stem=self.stem, suffix=self.suffix, folder=folder
        )

    @property
    def stem(self) -> str:
        """What the ids of its reports begin with where it holds several."""
        name = os.path.basename(self.id)
        return os.path.splitext(_unpacked_name(name))[0] or name or self.id

    @property
    def suffix(self) -> str:
        """The end of its name (".html"), that of packing left aside; "" for none."""
        return "" if self.path == STDIN else os.path.splitext(_unpacked_name(self.path))[1]

    def open(self) -> BinaryIO:
        """Open it; raises UnreadableError."""
        if self.path == STDIN:
            return _standard_input()
        try:
            return open(self.path, "rb")
        except (OSError, ValueError) as error:
            raise unreadable(self.where, error) from None


def inputs_of(path: str) -> Iterator[Input | InputError]:
    """Yield the inputs that a path stands for; `-` is standard input.

    Of a folder, in the order of names, those files that end as Rawi knows; what is hidden is
    left out, links to folders are not followed.
    """
    if path == STDIN:
        yield Input(STDIN, "<stdin>", "stdin")
    elif not os.path.isdir(path):
        yield Input.of(path)
    else:
        yield from _folder(path)


def _unpacked_name(name: str) -> str:
    """Return a name without the ending of what is packed: a.jsonl.gz → a.jsonl."""
    stem, ending = os.path.splitext(name)
    return stem if ending.lower() in ENDINGS else name


def unreadable(where: str, error: OSError | ValueError) -> UnreadableError:
    """Return the error for an input that the system refuses."""
    fault = getattr(error, "strerror", None) or str(error)
    return UnreadableError(where, fault[:1].lower() + fault[1:])


def _folder(path: str) -> Iterator[Input | InputError]:
    is_empty = True
    waiting = [path]
    while waiting:
        here = waiting.pop()
        try:
            below = _below(here) if os.path.isdir(here) else None
        except OSError as error:
            is_empty = False
            yield unreadable(Input.of(here).where, error)
            continue
        if below is None:
            is_empty = False
            yield Input.of(here)
        else:
            waiting += reversed(below)
    if is_empty:
        endings = " ".join(SUFFIXES)
        yield InputError(Input.of(path).where, f"empty: no file in it that ends in {endings}")


def _below(folder: str) -> list[str]:
    """Return the folders to walk and the files to read in a folder, in the order of names."""
    paths = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name[0] != "."]
    return [path for path in paths if _is_wanted(path)]


def _is_wanted(path: str) -> bool:
    if os.path.isdir(path):
        return not os.path.islink(path)
    return os.path.isfile(path) and _is_known(os.path.basename(path).lower())


def _is_known(name: str) -> bool:
    """Return whether a name ends as Rawi knows; what is packed may have no other ending."""
    bare = _unpacked_name(name)
    ending = os.path.splitext(bare)[1]
    return ending in SUFFIXES or (bare != name and not ending)


def _standard_input() -> BinaryIO:
    binary = getattr(sys.stdin, "buffer", None)
    if binary is None:  # replaced by a text stream
        binary = io.BytesIO(sys.stdin.read().encode("utf-8", "surrogatepass"))
    # Wrapped, so that closing it leaves the process its standard input.
    return prefixed(b"", cast(BinaryIO, binary))
