"""The records that every stage hands on: frozen, typed, one schema for all outputs.

Encoded with `msgspec.json` they are the lines of `rawi read --json`, in the
format that the annotation guidelines lay down.  All offsets are Unicode code
points, half-open, into `Report.text` exactly as it was given.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

import msgspec

Type = Literal["direct", "mixed", "indirect"]
Kind = Literal["person", "organisation", "document"]
How = Literal["said to", "posted on", "relayed by"]
Precision = Literal["year", "month", "day", "instant"]
DerivationKind = Literal["verbatim", "translation", "paraphrase", "merge"]
Stance = Literal["denies", "questions"]
ChangeKind = Literal["number", "date", "hedge", "negation", "clause"]
PartKind = Literal[
    "headline", "dateline", "byline", "credit", "caption", "related", "copyright", "boilerplate"
]


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A half-open range `[start, end)` of code points; `[start, end]` in JSON."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return what the span covers."""
        return text[self.start : self.end]


Spans = tuple[Span, ...]


def words(spans: Sequence[Span], text: str) -> str:
    """Return what the spans cover, joined by " … " where there are several."""
    return " … ".join(text[span.start : span.end] for span in spans)


class Reason(msgspec.Struct, frozen=True, omit_defaults=True):
    """One step of the way to a judgement.

    `part` is what was judged (content, cue, source, speaker, chain, said_at),
    `rule` the rule that fired, `words` the spans that it rests on.
    """

    part: str
    rule: str
    words: Spans = ()


class Speaker(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Who said it.

    `name` is the fullest name that the report gives, or the phrase itself where
    the speaker is unnamed (`anonymous`).  `also` holds other names that the
    report uses.  `role` is the title or function as written, None where the
    report gives none.  `evidence` are the mentions that the name rests on.
    """

    name: str
    kind: Kind = "person"
    anonymous: bool
    also: tuple[str, ...] = ()
    role: str | None = None
    evidence: Spans = ()


class Hop(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One step between the speaker and this report.

    `outlet` is the id of the outlet in the authority, None where it has none.
    """

    name: str
    how: How
    evidence: Spans
    also: tuple[str, ...] = ()
    outlet: str | None = None


class SaidAt(msgspec.Struct, frozen=True):
    """When it was said: an ISO 8601 value cut to its precision."""

    value: str
    precision: Precision
    evidence: Spans


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a report passes on what somebody said.

    `speaker` is None where nothing tells.  `id` is unique within the report
    (`a1`, `a2`, … in the order of the text).  `why` names the rules that fired.
    """

    id: str
    content: Spans
    type: Type
    cue: Spans = ()
    source: Spans = ()
    speaker: Speaker | None = None
    chain: tuple[Hop, ...] = ()
    said_at: SaidAt | None = None
    why: tuple[Reason, ...] = ()


class Part(msgspec.Struct, frozen=True):
    """A stretch of the text that is not its running body, or its headline."""

    kind: PartKind
    span: Span


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One published text.

    `published` and `modified` are ISO 8601: a year, a month, a day or an instant; None
    where unknown.  `authors` are the persons who signed it.  `language` is an ISO 639
    code, None where it could not be told.
    `title`, `captions` and `credits` are what the page says beside the text, never
    part of it.  `parts` tells headline, dateline, credit, captions … within the
    text.  `warnings` says what a reader of this record should know: no pack for
    the language, an encoding that was guessed.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    captions: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    warnings: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """Show the report with its attributions marked, for a notebook."""
        from rawi.export.html import report_html  # a view, needed in notebooks only

        return report_html(self)


class Provenance(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Where the bytes of a report came from.

    `source` is the path or the address as it was given or found, `record` what tells one
    report of several in it: the offset of a WARC record in bytes, the number of a line
    (from 1); None where it holds one report.  `fetched_at` is a UTC instant (ISO 8601, ending in
    "Z"): when the bytes were got from the web; None for a file that does not tell.
    `media_type` is that of the bytes ("text/html"), `bytes_hash` their SHA-256 in hex.
    """

    source: str
    record: int | None = None
    fetched_at: str | None = None
    media_type: str
    bytes_hash: str


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A report as intake hands it to the ledger.

    `original` are the bytes that the report was made from (of a line, a record, a page: its
    own bytes, not the file's).  `id_given` says that `report.id` was given by the input and
    not made up by Rawi from a path.
    """

    report: Report
    provenance: Provenance
    original: bytes
    id_given: bool


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution that passes on a statement: `attribution` is its id in the report."""

    report: str
    attribution: str
    content: Spans


class Against(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution that speaks against a statement."""

    report: str
    attribution: str
    stance: Stance


#: What the name of an outlet without a report among those traced begins with.
OUTSIDE: Final = "outlet:"


class Derivation(msgspec.Struct, frozen=True, kw_only=True):
    """One report took statements from another.

    `parent` is a report, or `outlet:ID` for an outlet that is named but has no report among
    those traced (its id in the authority, else its name); `kind` is then None.
    `declared` says that the child names the parent's publisher as its source; all else is
    inferred.  `score` is 0 to 1, how well the child's text is explained by the parent's.
    `statements` are the ids of those that it took; `evidence` says on what it rests.
    """

    child: str
    parent: str
    kind: DerivationKind | None
    declared: bool
    score: float
    statements: tuple[str, ...]
    evidence: tuple[str, ...]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """What one speaker said once, however often it is passed on.

    `id` is opaque.  `speech_events` (how often it was said) and `independent_origins` (how
    many heard it at first hand) are `(least, most)`, each with what it rests on.
    """

    id: str
    members: tuple[Member, ...]
    speech_events: tuple[int, int]
    speech_events_why: tuple[str, ...]
    independent_origins: tuple[int, int]
    independent_origins_why: tuple[str, ...]
    against: tuple[Against, ...] = ()


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """The statements of some reports and who took them from whom."""

    statements: tuple[Statement, ...]
    derivations: tuple[Derivation, ...]


class StatementRow(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as lists show it.

    `content` are the words of the earliest member, `language` those words' (ISO 639; None where
    unknown), `speaker` and `role` as it names them, None where nothing tells; `said_at` is an
    ISO 8601 value cut to its precision, `first_published` when the earliest member was published.
    `reports`, `outlets` (that published it) and `against` are counts, `languages` those of the
    members, sorted.  `speech_events` and `independent_origins` are `(least, most)`.
    """

    id: str
    content: str
    language: str | None
    speaker: str | None
    role: str | None
    said_at: str | None
    first_published: str | None
    reports: int
    outlets: int
    languages: tuple[str, ...]
    speech_events: tuple[int, int]
    independent_origins: tuple[int, int]
    against: int


class StatementPage(msgspec.Struct, frozen=True, kw_only=True):
    """Some statements of a list; `after` asks for those that follow, None after the last."""

    rows: tuple[StatementRow, ...]
    after: str | None = None


DecisionKind = Literal[
    "same", "not-same", "merge", "split", "derives", "derives-not", "same-speaker",
    "different-speakers",
]  # fmt: skip


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution as a decision is anchored to it: words at a place of a text.

    `text_hash` is the SHA-256 of the report's text in hex, `content` the spans in it, `quote`
    the words there; `attribution` was its id when it was decided about.
    """

    report: str
    attribution: str
    text_hash: str
    content: Spans
    quote: str


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided about statements, derivations or speakers.

    "same" and "merge" say that `one` and `other` pass on one statement, "not-same" and "split"
    that those of `one` pass on another than those of `other`.  "derives" and "derives-not" say
    whether the report `child` took from the report `parent` (None for the other kinds).
    "same-speaker" says that `names` and `other_names`, as they are written, are one person's,
    "different-speakers" that they are two persons'; () for the other kinds.
    `by` is who, `at` when (UTC, ISO 8601), `why` None where nobody says.  `undone` tells that
    it was taken back; `unfit` that its words are no longer in their reports: it has no effect.
    """

    id: int
    kind: DecisionKind
    one: tuple[Place, ...] = ()
    other: tuple[Place, ...] = ()
    child: str | None = None
    parent: str | None = None
    names: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    by: str
    at: str
    why: str | None = None
    undone: bool = False
    unfit: bool = False


class Change(msgspec.Struct, frozen=True):
    """One difference between two wordings: what the earlier has and what the later has for it.

    `before` and `after` are words of the reports, "" where there is nothing; numbers are written
    in figures and a `date` as the number of a month, so that they compare across languages.
    """

    kind: ChangeKind
    before: str
    after: str


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """Where the wording changed: between report `child` and `parent`, from which it took it.

    `parent` is None where nothing tells from whom the child has it; it is then compared with the
    earliest wording.
    """

    child: str
    parent: str | None
    changes: tuple[Change, ...]


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """One wording: the same words (case, marks and vowel signs aside) in one language.

    `reports` have it, the earliest first.  `changed` are ranges of `text` that the first wording
    of its language, if another, does not have.
    """

    text: str
    language: str | None
    reports: tuple[str, ...]
    changed: Spans = ()


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """A family of wordings that tell the same: numbers, hedges, negations, names.

    `name` is "A" for the family of the earliest report, then "B", … in the order in which they
    appeared.  `languages` counts its reports by language ("?" where unknown).  `changes` is what
    sets it apart from A; `appeared` where it arose, each on its branch.
    """

    name: str
    wordings: tuple[Wording, ...]
    languages: dict[str, int]
    changes: tuple[Change, ...] = ()
    appeared: tuple[Shift, ...] = ()


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A credit that the wording contradicts: "credits Reuters, reads like Sevinform".

    `credited` is a report or `outlet:ID`, `reads_like` the report whose words the child has.
    `score` is 0 to 1, how sure that is; `evidence` says on what it rests.
    """

    child: str
    credited: str
    reads_like: str
    score: float
    evidence: tuple[str, ...]


class Denial(msgspec.Struct, frozen=True, kw_only=True):
    """One report that speaks against a statement, with whoever does so in it.

    `speaker` is None where nothing tells; `said_at` is when they did, else when the report was
    published (ISO 8601), None where neither is known.  `words` are those of the report.
    """

    report: str
    attribution: str
    stance: Stance
    speaker: str | None
    said_at: str | None
    words: str


class Taking(msgspec.Struct, frozen=True, kw_only=True):
    """How one outlet takes from another: `outlet` is the other one's name.

    `reports` counts the derivations between them; `uncredited` those that the taker does not
    declare.  `median_lag` is in seconds, from the publication of the one report to that of the
    other, None where no pair has two instants.  `languages` counts pairs, "ru→en".
    """

    outlet: str
    reports: int
    uncredited: int
    median_lag: float | None
    languages: dict[str, int]


class OutletWays(msgspec.Struct, frozen=True, kw_only=True):
    """How an outlet stands among others, as far as the reports of a ledger show.

    `published` is how many of its reports pass on a statement, `originated` how many of these
    took from nobody.  `takes_from` and `taken_by` hold most first; `uncredited_share` is 0 to 1,
    of all that it takes from reports that are here, None where that is nothing.  `moves_with` are
    the outlets of its family: they carry what it carries.
    """

    outlet: str
    published: int
    originated: int
    takes_from: tuple[Taking, ...]
    taken_by: tuple[Taking, ...]
    uncredited_share: float | None
    median_lag: float | None
    moves_with: tuple[str, ...] = ()
