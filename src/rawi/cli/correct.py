"""`rawi correct`: what a person decides about what was read."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from rawi.cli import options

if TYPE_CHECKING:
    from rawi.ledger.corrected import Action
    from rawi.ledger.ledger import Ledger
    from rawi.records import Attribution, Kind, Speaker, Type


@dataclass(frozen=True, kw_only=True)
class CorrectOptions:
    """What `rawi correct` was asked for; see its options."""

    key: str | None
    attribution: str | None
    action: Action | None
    where: str
    speaker: str | None
    anonymous: bool | None
    kind: Kind | None
    content: tuple[str, ...]
    cue: str | None
    type: Type | None
    by: str
    note: str | None
    list_all: bool
    review: bool
    as_json: bool

    @property
    def amends(self) -> bool:
        """Tell whether anything is to be amended."""
        given = (self.speaker, self.anonymous, self.kind, self.cue, self.type)
        return bool(self.content) or any(one is not None for one in given)


@click.command()
@click.argument("key", metavar="[REPORT", required=False)
@click.argument("attribution", metavar="ATTRIBUTION", required=False)
@click.argument(
    "action",
    metavar="accept|reject|amend|withdraw]",
    type=click.Choice(["accept", "reject", "amend", "withdraw"]),
    required=False,
)
@options.ledger_option
@click.option(
    "--speaker",
    metavar="NAME",
    help="Amend who said it. For example: rawi correct r1 a2 amend --speaker 'Seydou Diarra'",
)
@click.option(
    "--anonymous/--named",
    default=None,
    help="Amend whether the speaker has no name, or has one. For example: --anonymous",
)
@click.option(
    "--kind",
    type=click.Choice(["person", "organisation", "document"]),
    help="Amend what the speaker is. For example: --kind organisation",
)
@click.option(
    "--content",
    metavar="WORDS",
    multiple=True,
    help="Amend what was said: words of the text as they stand there; once for each stretch. "
    "For example: --content 'wheat for six months'",
)
@click.option(
    "--cue",
    metavar="WORDS",
    help="Amend the words that attribute, as they stand in the text; '' for none. "
    "For example: --cue announced",
)
@click.option(
    "--type",
    type=click.Choice(["direct", "mixed", "indirect"]),
    help="Amend the type. For example: --type direct",
)
@options.by_option
@click.option("--note", metavar="TEXT", help="Why. For example: --note 'a headline, not his words'")
@click.option(
    "--list",
    "list_all",
    is_flag=True,
    help="Decide nothing; list all decisions, those taken back among them. "
    "For example: rawi correct --list --json",
)
@click.option(
    "--review",
    is_flag=True,
    help="Decide nothing; list the decisions whose words are no longer in their report. "
    "For example: rawi correct --review",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Write JSON Lines, one decision a line. For example: rawi correct --list --json",
)
def correct(**given: Any) -> None:
    """Accept, reject or amend an attribution of a report.

    What the machine read stays as it is; a decision is kept beside it with who
    took it and when, and every command goes by it. It is anchored to the words,
    so it outlasts a new reading, and a new version of the page that still has
    them. withdraw takes the last decision about an attribution back.

    \b
    For example:
      rawi correct r2kqpd7xw4ty6hjm a3 accept --by Mona
      rawi correct r2kqpd7xw4ty6hjm a4 amend --speaker 'Seydou Diarra'
      rawi correct --review
    """
    from rawi.errors import UsageError
    from rawi.ledger.ledger import Ledger

    given["by"] = given["by"] or options.account()
    asked = CorrectOptions(**given)
    with Ledger(asked.where, create=False) as ledger:
        if asked.list_all or asked.review:
            _list(ledger, asked)
            return
        if asked.key is None or asked.attribution is None or asked.action is None:
            raise UsageError("say which report, which attribution, and what to decide")
        _decide(ledger, asked, asked.key, asked.attribution, asked.action)


def _decide(
    ledger: Ledger, asked: CorrectOptions, key: str, attribution: str, action: Action
) -> None:
    from rawi.cli.progress import say

    amended = _amended(ledger, asked, key, attribution) if asked.amends else None
    made = ledger.correct(key, attribution, action, by=asked.by, amended=amended, note=asked.note)
    if asked.as_json:
        _write(asked, made)
    else:
        say(f"{made.action} {key}/{attribution}, decided by {made.by}")


def _amended(ledger: Ledger, asked: CorrectOptions, key: str, name: str) -> Attribution:
    import msgspec

    from rawi.errors import UsageError
    from rawi.ledger.corrections import placed

    report = ledger.report(key)
    one = next((one for one in report.attributions if one.id == name), None) if report else None
    if report is None or one is None:
        raise UsageError(f"no attribution {name!r} in report {key!r}: rawi show lists them")
    changed: dict[str, Any] = {}
    if asked.content:
        spans = [placed(words, report.text, one.content) for words in asked.content]
        changed["content"] = tuple(sorted(spans))
    if asked.cue is not None:
        changed["cue"] = (placed(asked.cue, report.text, one.content),) if asked.cue else ()
    if asked.type is not None:
        changed["type"] = asked.type
    if any(given is not None for given in (asked.speaker, asked.anonymous, asked.kind)):
        changed["speaker"] = _speaker(asked, one.speaker)
    return msgspec.structs.replace(one, **changed, why=())


def _speaker(asked: CorrectOptions, before: Speaker | None) -> Speaker:
    import msgspec

    from rawi.errors import UsageError
    from rawi.records import Speaker

    if before is None or asked.speaker is not None:
        if not (asked.speaker or "").strip():
            raise UsageError("a speaker needs a name: --speaker NAME")
        anonymous = bool(asked.anonymous)
        return Speaker(name=str(asked.speaker), kind=asked.kind or "person", anonymous=anonymous)
    anonymous = before.anonymous if asked.anonymous is None else asked.anonymous
    return msgspec.structs.replace(before, anonymous=anonymous, kind=asked.kind or before.kind)


def _list(ledger: Ledger, asked: CorrectOptions) -> None:
    for one in ledger.corrections(unfit=asked.review):
        _write(asked, one)


def _write(asked: CorrectOptions, one: Any) -> None:
    from rawi.export.history import correction_line, correction_values
    from rawi.export.jsonl import json_line

    line = (
        json_line(correction_values(one))
        if asked.as_json
        else options.as_bytes([correction_line(one)])
    )
    sys.stdout.buffer.write(line)
