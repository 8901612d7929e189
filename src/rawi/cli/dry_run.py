"""What `rawi add` would do: told report by report, nothing read and nothing kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass

from rawi.cli.adding import AddTask, taken_all
from rawi.errors import InputError, NoLedgerError
from rawi.ledger.identity import short_hash
from rawi.ledger.ledger import Ledger
from rawi.ledger.preparing import Mark, mark
from rawi.ledger.writing import Outcome
from rawi.records import Taken

#: What stands for a title where there is none, in characters of the text.
_OPENING = 60


@dataclass(frozen=True)
class Found:
    """A report that would be added; `place` is "source" or "source:record"."""

    outcome: Outcome
    key: str
    place: str
    title: str


def would_add(where: str, sources: Sequence[str], task: AddTask) -> Iterator[Found | InputError]:
    """Tell what would become of what the sources hold; a ledger that is not there is not made."""
    seen: set[bytes] = set()
    with ExitStack() as stack:
        ledger = None
        with suppress(NoLedgerError):
            ledger = stack.enter_context(Ledger(where, create=False))
        for item in taken_all(sources, task):
            yield item if isinstance(item, InputError) else _found(item, ledger, seen)


def _found(item: Taken, ledger: Ledger | None, seen: set[bytes]) -> Found | InputError:
    try:
        marked = mark(item)
    except InputError as error:
        return error
    outcome = ledger.standing([marked])[0] if ledger else "added"
    place = item.provenance.source
    if item.provenance.record is not None:
        place += f":{item.provenance.record}"
    title = item.report.title or item.report.text.lstrip()[:_OPENING]
    return Found(_outcome(marked, outcome, seen), marked.key, place, title)


def _outcome(marked: Mark, outcome: Outcome, seen: set[bytes]) -> Outcome:
    """Return what becomes of a report after those that this run has seen."""
    if outcome == "known":
        return outcome
    key, version = short_hash([marked.key]), short_hash([marked.key, marked.version.hex()])
    if version in seen:
        return "known"
    if key in seen:
        outcome = "changed"
    seen |= {key, version}
    return outcome
