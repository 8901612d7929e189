"""`rawi decide`: what a person decides about statements, derivations and speakers."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from rawi.cli import options

if TYPE_CHECKING:
    from rawi.records import Decision, DecisionKind

_KINDS = [
    "same", "not-same", "merge", "split", "derives", "derives-not", "same-speaker",
    "different-speakers",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class DecideOptions:
    """What `rawi decide` was asked for; see its options."""

    kind: DecisionKind | None
    subjects: tuple[str, ...]
    where: str
    list_all: bool
    undo: int | None
    by: str
    why: str | None
    as_json: bool


@click.command()
@click.argument("kind", metavar="[KIND", type=click.Choice(_KINDS), required=False)
@click.argument("subjects", metavar="SUBJECT...]", nargs=-1)
@options.ledger_option
@options.by_option
@click.option("--why", metavar="TEXT", help="Why. For example: --why 'he said it twice'")
@click.option(
    "--list",
    "list_all",
    is_flag=True,
    help="Decide nothing; list all decisions, those taken back among them. "
    "For example: rawi decide --list --json",
)
@click.option(
    "--undo",
    type=click.IntRange(min=1),
    metavar="N",
    help="Take decision N of --list back. For example: rawi decide --undo 3",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Write JSON Lines, one decision a line. For example: rawi decide --list --json",
)
def decide(**given: Any) -> None:
    """Decide which attributions pass on one statement, who took from whom, who is who.

    A decision wins over what Rawi infers, in both directions. It is kept with
    who took it, when and why, is anchored to the words of the reports, so it
    outlasts new readings, and can be taken back. KIND and what it wants:

    \b
      same         REPORT/ATTRIBUTION...   these pass on one statement
      not-same     two REPORT/ATTRIBUTION  these do not
      merge        STATEMENT...            these statements are one
      split        STATEMENT REPORT/ATTRIBUTION...
                                           these are another statement
      derives      CHILD PARENT            report CHILD took from PARENT
      derives-not  CHILD PARENT            it did not
      same-speaker        NAME NAME        two names are one person's
      different-speakers  NAME NAME        they are two persons'

    rawi trace shows the ids of statements and reports, with --json those of
    attributions, rawi speakers the names. Of two decisions that contradict each
    other the later holds.

    \b
    For example:
      rawi decide same r2kqpd7xw4ty6hjm/a3 r7m2hhqe5zvx3kdn/a1 --by Mona
      rawi decide split s70c94c1dddad r2kqpd7xw4ty6hjm/a3 --why 'another day'
      rawi decide derives-not r2kqpd7xw4ty6hjm r7m2hhqe5zvx3kdn
      rawi decide same-speaker 'Seydou Diarra' 'S. Diarra' --by Mona
      rawi decide --list
    """
    from rawi.errors import UsageError
    from rawi.ledger.ledger import Ledger

    given["by"] = given["by"] or options.account()
    asked = DecideOptions(**given)
    with Ledger(asked.where, create=False) as ledger:
        if asked.list_all:
            for one in ledger.decisions():
                _write(one, asked.as_json)
        elif asked.undo is not None:
            _tell(ledger.undo(asked.undo, who=asked.by, why=asked.why), asked.as_json)
        elif asked.kind is None:
            raise UsageError("say what to decide, and about which: rawi decide --help shows how")
        else:
            made = ledger.decide(asked.kind, *asked.subjects, who=asked.by, why=asked.why)
            _tell(made, asked.as_json)


def _tell(one: Decision, as_json: bool) -> None:
    from rawi.cli.progress import say

    if as_json:
        _write(one, True)
    else:
        told = "taken back" if one.undone else f"decided by {one.by}"
        say(f"decision {one.id}: {one.kind}, {told}")


def _write(one: Decision, as_json: bool) -> None:
    from rawi.export.history import decision_line
    from rawi.export.jsonl import json_line

    line = json_line(one) if as_json else options.as_bytes([decision_line(one)])
    sys.stdout.buffer.write(line)
