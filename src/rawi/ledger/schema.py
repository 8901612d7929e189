"""The tables of a ledger.

Two kinds of columns carry what Rawi hands on.  What is only shown is in blobs (`packing`): the
texts, the readings, the original bytes.  What is searched, joined or counted is in slim rows
beside them, which can be made again from the blobs at any time.

Times are whole seconds since 1970 in UTC.  A date of any precision has the half-open range
`[…_from, …_until)` of the instants that it may mean, beside itself as it was written.
"""

from __future__ import annotations

import sqlalchemy as sa

from rawi.ledger.dialects import IN_KEY, Big, Bytewise, Id

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> sa.Column[int]:
    return sa.Column("id", Id, primary_key=True, autoincrement=False)


def _of(name: str, table: str, *, nullable: bool = False, index: bool = False) -> sa.Column[int]:
    """Return a column that refers to a row of a table; one that must be goes with that row."""
    there = sa.ForeignKey(f"{table}.id", ondelete=None if nullable else "CASCADE")
    return sa.Column(name, Id, there, nullable=nullable, index=index or None)


#: A text once, whoever publishes it.  `hash` is the SHA-256 of its UTF-8.
texts = sa.Table(
    "texts",
    metadata,
    _id(),
    sa.Column("hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("characters", Big, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)

#: Original bytes once, wherever they were found.  `hash` is their SHA-256, `size` in bytes.
originals = sa.Table(
    "originals",
    metadata,
    _id(),
    sa.Column("hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("size", Big, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)

#: Whoever relays or publishes.  `authority` is the id in the authority file, None for an outlet
#: that it does not know, which `name` alone tells.  `key` is the hash of what tells it.
outlets = sa.Table(
    "outlets",
    metadata,
    _id(),
    sa.Column("key", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("authority", sa.Text),
    sa.Column("name", sa.Text, nullable=False),
)

#: Who speaks.  Reading makes one row a name and kind (`homonym` 0); whoever splits it gives the
#: next `homonym`.  `key` is the hash of the three, and only finds the row: people are told apart
#: by `links`, never by their names.
speakers = sa.Table(
    "speakers",
    metadata,
    _id(),
    sa.Column("key", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("homonym", sa.Integer, nullable=False),
)

#: One publication.  `key` is its id in every command and output.
reports = sa.Table(
    "reports",
    metadata,
    _id(),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("id_given", sa.Boolean, nullable=False),
    # The version that is its present one: the last that was new.
    sa.Column("latest", Id, nullable=False, index=True),
)

#: What a report was at one time.  `hash` tells versions of one report apart (`identity`).
versions = sa.Table(
    "versions",
    metadata,
    _id(),
    _of("report", "reports"),
    sa.Column("number", sa.Integer, nullable=False),  # 1, 2, …
    sa.Column("hash", sa.LargeBinary, nullable=False),
    _of("text", "texts"),
    sa.Column("title", sa.Text),
    sa.Column("publisher", sa.Text),
    _of("outlet", "outlets", nullable=True),  # the publisher's
    sa.Column("url", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("published", sa.Text),
    sa.Column("published_precision", sa.Text),
    sa.Column("published_from", Big),
    sa.Column("published_until", Big),
    sa.Column("added_at", Big, nullable=False),
    sa.UniqueConstraint("report", "number"),
    sa.UniqueConstraint("report", "hash"),
    sa.Index("ix_versions_text", "text"),
    sa.Index("ix_versions_outlet", "outlet"),
    sa.Index("ix_versions_published_from", "published_from"),
)

#: Where a version was found: the bytes' place, time, kind and hash.  `key` is the hash of
#: source and record, so that one place is told once.  `extractor` is the version of Rawi that
#: made the text of the bytes.
provenance = sa.Table(
    "provenance",
    metadata,
    _id(),
    _of("version", "versions"),
    sa.Column("key", sa.LargeBinary, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("record", Big),
    sa.Column("fetched_at", sa.Text),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("bytes_hash", sa.LargeBinary, nullable=False),
    sa.Column("extractor", sa.Text, nullable=False),
    _of("original", "originals", nullable=True),  # None with --no-originals
    sa.UniqueConstraint("version", "key"),
    sa.Index("ix_provenance_original", "original"),
)

#: What was read in a version, whole, and by which reader.
readings = sa.Table(
    "readings",
    metadata,
    sa.Column(
        "version", Id, sa.ForeignKey("versions.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False,
    ),
    sa.Column("reader", sa.Text, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)  # fmt: skip

#: A speaker as one version names him: every attribution of his in it refers to one mention.
mentions = sa.Table(
    "mentions",
    metadata,
    _id(),
    _of("version", "versions", index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("role", sa.Text),
    sa.Column("anonymous", sa.Boolean, nullable=False),
)

#: Which speaker a mention is, as far as the machine tells: `score` is 0 to 1, `method` how it
#: was found.  An anonymous mention is linked to nobody.
links = sa.Table(
    "links",
    metadata,
    sa.Column(
        "mention", Id, sa.ForeignKey("mentions.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False,
    ),
    sa.Column(
        "speaker", Id, sa.ForeignKey("speakers.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False, index=True,
    ),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("method", sa.Text, nullable=False),
    **IN_KEY,
)  # fmt: skip

#: The attributions of a version: `number` is that of their id (a1 is 1).  `speaker` is the one
#: that its mention is linked to, here to be searched by.  `anonymous` is None where nothing
#: tells who speaks.
attributions = sa.Table(
    "attributions",
    metadata,
    _id(),
    _of("version", "versions"),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    # Without a constraint: to check it, every mention that goes would need an index here.
    sa.Column("mention", Id),
    _of("speaker", "speakers", nullable=True, index=True),
    sa.Column("anonymous", sa.Boolean),
    sa.Column("said_at", sa.Text),
    sa.Column("said_precision", sa.Text),
    sa.Column("said_from", Big),
    sa.Column("said_until", Big),
    sa.UniqueConstraint("version", "number"),
)

#: The chain of an attribution, nearest the speaker first (`position` 0).
hops = sa.Table(
    "hops",
    metadata,
    sa.Column(
        "attribution", Id, sa.ForeignKey("attributions.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False,
    ),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    _of("outlet", "outlets", index=True),
    sa.Column("how", sa.Text, nullable=False),
    **IN_KEY,
)  # fmt: skip

#: What a person decided about an attribution, appended and never changed (`corrections`).  It is
#: anchored to a text by its hash, to a place in it (`content`, JSON), and to the words there
#: (`quote`).  `attribution` (JSON) is what it is to be, None where it is rejected.  `at` is when.
corrections = sa.Table(
    "corrections",
    metadata,
    _id(),
    _of("report", "reports", index=True),
    sa.Column("text_hash", sa.LargeBinary, nullable=False),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("quote", sa.Text, nullable=False),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("attribution", sa.Text),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("at", Big, nullable=False),
    sa.Column("note", sa.Text),
)

# What is found: made again from the rest at any time (`index`).  The tables of full text
# themselves are made by `dialects`.

#: The documents of a version as full text has them: whoever takes them out must know them.
indexed = sa.Table(
    "indexed",
    metadata,
    sa.Column(
        "version", Id, sa.ForeignKey("versions.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False,
    ),
    sa.Column("body", sa.LargeBinary, nullable=False),
)  # fmt: skip

#: The terms of the names of speakers.
speaker_words = sa.Table(
    "speaker_words",
    metadata,
    sa.Column("term", sa.Text, primary_key=True),
    sa.Column(
        "speaker", Id, sa.ForeignKey("speakers.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False, index=True,
    ),
    **IN_KEY,
)  # fmt: skip

#: The terms of persons' names by the skeletons of their consonants (`names`).
name_words = sa.Table(
    "name_words",
    metadata,
    sa.Column("skeleton", sa.Text, primary_key=True),
    sa.Column("term", sa.Text, primary_key=True),
    **IN_KEY,
)

#: Persons, and whoever else speaks: the rows of `speakers` that are one (`people`), counted over
#: the present versions.  `id` is that of the first of them, `name` the one that is shown; `since`
#: and `until` are days since 1970, None where no report has a date.
persons = sa.Table(
    "persons",
    metadata,
    _id(),
    sa.Column("name", Bytewise, nullable=False),
    sa.Column("kind", Bytewise, nullable=False),
    sa.Column("statements", sa.Integer, nullable=False),
    sa.Column("reports", sa.Integer, nullable=False),
    sa.Column("since", sa.Integer),
    sa.Column("until", sa.Integer),
    # less than nothing by as much as there are statements: most come first in an index, too
    sa.Column("less", sa.Integer, nullable=False),
    sa.Index("ix_persons_less", "less", "name", "kind"),
)

#: Who is which person, with what is counted of each row of `speakers`; none without statements.
tallies = sa.Table(
    "tallies",
    metadata,
    sa.Column(
        "speaker", Id, sa.ForeignKey("speakers.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False,
    ),
    sa.Column("person", Id, nullable=False, index=True),
    sa.Column("statements", sa.Integer, nullable=False),
    sa.Column("reports", sa.Integer, nullable=False),
    sa.Column("since", sa.Integer),
    sa.Column("until", sa.Integer),
)  # fmt: skip

#: What reports tell of a speaker, and how many of them: "lang:ru" (he is named so in a report in
#: that language), "country:RU", "field:state" (`authority.persons.traits`).
traits = sa.Table(
    "traits",
    metadata,
    sa.Column(
        "speaker", Id, sa.ForeignKey("speakers.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False,
    ),
    sa.Column("trait", sa.Text, primary_key=True),
    sa.Column("reports", sa.Integer, nullable=False),
    **IN_KEY,
)  # fmt: skip

#: What is counted of outlets over the present versions (`outlet_counts`); none without reports and
#: statements.  `authority` is "" where the authority does not know it, so that rows have an order.
outlet_tallies = sa.Table(
    "outlet_tallies",
    metadata,
    sa.Column(
        "outlet", Id, sa.ForeignKey("outlets.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False,
    ),
    sa.Column("name", Bytewise, nullable=False),
    sa.Column("authority", Bytewise, nullable=False),
    sa.Column("published", sa.Integer, nullable=False),
    sa.Column("relayed", sa.Integer, nullable=False),
    sa.Column("less", sa.Integer, nullable=False),  # as of persons
    sa.Index("ix_outlet_tallies_less", "less", "name", "authority"),
)  # fmt: skip

#: By what names that may be one person's find each other (`authority.persons.comparing.keys`).
person_keys = sa.Table(
    "person_keys",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column(
        "speaker", Id, sa.ForeignKey("speakers.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False, index=True,
    ),
    **IN_KEY,
)  # fmt: skip

#: One row: by what the index was made (`index.VERSION`).
index_state = sa.Table(
    "index_state", metadata, _id(), sa.Column("made_by", sa.Text, nullable=False)
)

#: What `rawi follow` asks again and again.  `links` are the feeds that a list or a page names
#: (a JSON array), None of a feed.  `failures` is how often in a row it gave nothing, `rest_until`
#: when it may be asked again.
feeds = sa.Table(
    "feeds",
    metadata,
    sa.Column("key", sa.LargeBinary, primary_key=True),  # the hash of its address
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("etag", sa.Text),
    sa.Column("last_modified", sa.Text),
    sa.Column("links", sa.Text),
    sa.Column("asked_at", Big, nullable=False),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("rest_until", Big, nullable=False),
    sa.Column("fault", sa.Text),
)

#: The pages that feeds led to, each once and for ever: what stands here is not fetched again.
#: `url` is there while it waits; `tries` is how often it could not be had, `next_at` when to try.
pages = sa.Table(
    "pages",
    metadata,
    sa.Column("key", sa.LargeBinary, primary_key=True),  # the hash of its address
    sa.Column("state", sa.Text, nullable=False),  # waiting, kept, refused
    sa.Column("url", sa.Text),
    sa.Column("found_at", Big, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),  # among those found at once
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("next_at", Big),
    sa.Column("fault", sa.Text),
    sa.Index("ix_pages_next_at", "next_at"),  # None once it waits no more
)

#: The robots.txt of sites, "" where one has none.
sites = sa.Table(
    "sites",
    metadata,
    sa.Column("key", sa.LargeBinary, primary_key=True),  # the hash of its origin
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("robots", sa.Text, nullable=False),
    sa.Column("robots_at", Big, nullable=False),
)

# What tracing made of the reports (`statements`).  All of it but `redirects` and `decisions` can be
# made again.  An item, one attribution, is told by its report and its number in the present one.

#: Reports that were added, read again, corrected or forgotten since statements were made: without
#: a constraint, because those that are gone have to be told, too.
touched = sa.Table(
    "touched", metadata, sa.Column("report", Id, primary_key=True, autoincrement=False)
)

#: The items of a report as `tracing.points` lays them out, packed.  `first` is the place of the
#: first of them in `placements`, `day` that of publication (days since 1970), None without one.
points = sa.Table(
    "points",
    metadata,
    sa.Column(
        "report", Id, sa.ForeignKey("reports.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False,
    ),
    sa.Column("day", sa.Integer, index=True),
    sa.Column("first", Big, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)  # fmt: skip

#: The components of items (`tracing.domains`), many items a row, packed; `codes` are the signs of
#: their vectors, 64 bytes an item: with them a likeness is estimated without all vectors.
placements = sa.Table(
    "placements",
    metadata,
    _id(),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("codes", sa.LargeBinary, nullable=False),
)

#: The statements: `key` is the id that everybody sees, `body` the whole record, packed, None from
#: when something of it was removed until it is made again.  The other columns are listed, sorted
#: and filtered by; `first_from` is when the earliest member was published.
statements = sa.Table(
    "statements",
    metadata,
    _id(),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("body", sa.LargeBinary),
    sa.Column("content", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("speaker", sa.Text),
    sa.Column("role", sa.Text),
    sa.Column("said_at", sa.Text),
    sa.Column("first_published", sa.Text),
    sa.Column("first_from", Big),
    sa.Column("reports", sa.Integer, nullable=False),
    sa.Column("outlets", sa.Integer, nullable=False),
    sa.Column("languages", sa.Text, nullable=False),  # parted by spaces
    sa.Column("events_least", sa.Integer, nullable=False),
    sa.Column("events_most", sa.Integer, nullable=False),
    sa.Column("origins_least", sa.Integer, nullable=False),
    sa.Column("origins_most", sa.Integer, nullable=False),
    sa.Column("against", sa.Integer, nullable=False),
    sa.Index("ix_statements_reports", "reports", "id"),
)

#: Which item passes on which statement.
members = sa.Table(
    "members",
    metadata,
    sa.Column(
        "report", Id, sa.ForeignKey("reports.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False,
    ),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    _of("statement", "statements", index=True),
    **IN_KEY,
)  # fmt: skip

#: Derivations.  `number` is that of an item of the child's: with it the derivation is made again.
#: `parent` is None for an outlet that has no report here, which `outlet` then names.
derivations = sa.Table(
    "derivations",
    metadata,
    _id(),
    _of("child", "reports"),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("parent", Id, sa.ForeignKey("reports.id", ondelete="CASCADE"), index=True),
    sa.Column("outlet", sa.Text),
    sa.Column("kind", sa.Text),
    sa.Column("declared", sa.Boolean, nullable=False),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("evidence", sa.Text, nullable=False),  # a JSON array
    sa.Index("ix_derivations_child_number", "child", "number"),
    sa.Index("ix_derivations_outlet", "outlet"),
)

#: The statements that a derivation carries.
carried = sa.Table(
    "carried",
    metadata,
    sa.Column(
        "statement", Id, sa.ForeignKey("statements.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False,
    ),
    sa.Column(
        "derivation", Id, sa.ForeignKey("derivations.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False, index=True,
    ),
    **IN_KEY,
)  # fmt: skip

#: Ids of statements that are part of others now: `target` is the id of one that there is.
redirects = sa.Table(
    "redirects",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("target", sa.Text, nullable=False, index=True),
)

#: What persons decided about statements and derivations, appended and never changed.  `body` (JSON)
#: is the `Decision` as it was made; `undoes` is the number of the decision that a row takes back,
#: None of a decision itself.
decisions = sa.Table(
    "decisions",
    metadata,
    _id(),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("at", Big, nullable=False),
    sa.Column("why", sa.Text),
    sa.Column("undoes", Id, sa.ForeignKey("decisions.id")),
)

#: The reports that a decision is about: with them, it goes where they are forgotten.
decided_reports = sa.Table(
    "decided_reports",
    metadata,
    sa.Column(
        "decision", Id, sa.ForeignKey("decisions.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False,
    ),
    sa.Column(
        "report", Id, sa.ForeignKey("reports.id", ondelete="CASCADE"),
        primary_key=True, autoincrement=False, index=True,
    ),
    **IN_KEY,
)  # fmt: skip

#: One row, once there are statements: by which tracing they were made (`VERSION`), whether items
#: that were placed wait to be traced, and how often placements have changed.
statements_state = sa.Table(
    "statements_state",
    metadata,
    _id(),
    sa.Column("made_by", sa.Text, nullable=False),
    sa.Column("unfinished", sa.Boolean, nullable=False),
    sa.Column("generation", Big, nullable=False),
)
