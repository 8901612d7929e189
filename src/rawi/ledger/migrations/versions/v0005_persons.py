"""Who is one person: the names of each, what is counted of them, by what they find each other."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BYTEWISE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _speaker(table: str) -> sa.ForeignKeyConstraint:
    """Return a reference to a speaker, with whom the rows go that refer to him."""
    return sa.ForeignKeyConstraint(
        ["speaker"], ["speakers.id"], name=f"fk_{table}_speaker", ondelete="CASCADE"
    )


def _counts() -> list[sa.Column[int]]:
    return [
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=True),
        sa.Column("until", sa.Integer(), nullable=True),
    ]


def upgrade() -> None:
    """Make the tables, empty: they are filled with the index, which is made anew when opened."""
    op.create_table(
        "persons",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("name", BYTEWISE, nullable=False),
        sa.Column("kind", BYTEWISE, nullable=False),
        *_counts(),
        sa.Column("less", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_persons"),
    )
    op.create_index("ix_persons_less", "persons", ["less", "name", "kind"])
    op.create_table(
        "tallies",
        sa.Column("speaker", BIG, autoincrement=False, nullable=False),
        sa.Column("person", BIG, nullable=False),
        *_counts(),
        _speaker("tallies"),
        sa.PrimaryKeyConstraint("speaker", name="pk_tallies"),
    )
    op.create_index("ix_tallies_person", "tallies", ["person"])
    op.create_table(
        "traits",
        sa.Column("speaker", BIG, autoincrement=False, nullable=False),
        sa.Column("trait", sa.Text(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        _speaker("traits"),
        sa.PrimaryKeyConstraint("speaker", "trait", name="pk_traits"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "person_keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("speaker", BIG, autoincrement=False, nullable=False),
        _speaker("person_keys"),
        sa.PrimaryKeyConstraint("key", "speaker", name="pk_person_keys"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_person_keys_speaker", "person_keys", ["speaker"])
