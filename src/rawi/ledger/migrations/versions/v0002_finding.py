"""What is found (full text, the words of names), and what persons decided."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rawi.ledger.dialects import make_full_text

revision = "0002"
down_revision = "0001"
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables, empty: the index of a ledger that has reports is made when it is opened."""
    op.create_table(
        "corrections",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("report", BIG, nullable=False),
        sa.Column("text_hash", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("attribution", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", BIG, nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["report"], ["reports.id"], name="fk_corrections_report", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
    )
    op.create_index("ix_corrections_report", "corrections", ["report"], unique=False)
    op.create_table(
        "indexed",
        sa.Column("version", BIG, autoincrement=False, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name="fk_indexed_version", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("version", name="pk_indexed"),
    )
    op.create_table(
        "speaker_words",
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("speaker", BIG, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["speaker"], ["speakers.id"], name="fk_speaker_words_speaker", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("term", "speaker", name="pk_speaker_words"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_speaker_words_speaker", "speaker_words", ["speaker"], unique=False)
    op.create_table(
        "name_words",
        sa.Column("skeleton", sa.Text(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("skeleton", "term", name="pk_name_words"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "index_state",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_index_state"),
    )
    make_full_text(op.get_bind())
