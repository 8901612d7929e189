"""The first tables: reports, their versions, where they came from, what was read in them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "originals",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("size", BIG, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_originals"),
        sa.UniqueConstraint("hash", name="uq_originals_hash"),
    )
    op.create_table(
        "outlets",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outlets"),
        sa.UniqueConstraint("key", name="uq_outlets_key"),
    )
    op.create_table(
        "reports",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("id_given", sa.Boolean(), nullable=False),
        sa.Column("latest", BIG, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.UniqueConstraint("key", name="uq_reports_key"),
    )
    op.create_index("ix_reports_latest", "reports", ["latest"], unique=False)
    op.create_table(
        "speakers",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("homonym", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_speakers"),
        sa.UniqueConstraint("key", name="uq_speakers_key"),
    )
    op.create_table(
        "texts",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("characters", BIG, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_texts"),
        sa.UniqueConstraint("hash", name="uq_texts_hash"),
    )
    op.create_table(
        "versions",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("report", BIG, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("text", BIG, nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("outlet", BIG, nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_precision", sa.Text(), nullable=True),
        sa.Column("published_from", BIG, nullable=True),
        sa.Column("published_until", BIG, nullable=True),
        sa.Column("added_at", BIG, nullable=False),
        sa.ForeignKeyConstraint(["outlet"], ["outlets.id"], name="fk_versions_outlet"),
        sa.ForeignKeyConstraint(
            ["report"], ["reports.id"], name="fk_versions_report", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["text"], ["texts.id"], name="fk_versions_text", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_versions"),
        sa.UniqueConstraint("report", "hash", name="uq_versions_report_hash"),
        sa.UniqueConstraint("report", "number", name="uq_versions_report_number"),
    )
    op.create_index("ix_versions_outlet", "versions", ["outlet"], unique=False)
    op.create_index("ix_versions_published_from", "versions", ["published_from"], unique=False)
    op.create_index("ix_versions_text", "versions", ["text"], unique=False)
    op.create_table(
        "mentions",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("version", BIG, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name="fk_mentions_version", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_mentions"),
    )
    op.create_index("ix_mentions_version", "mentions", ["version"], unique=False)
    op.create_table(
        "provenance",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("version", BIG, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("record", BIG, nullable=True),
        sa.Column("fetched_at", sa.Text(), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("bytes_hash", sa.LargeBinary(), nullable=False),
        sa.Column("extractor", sa.Text(), nullable=False),
        sa.Column("original", BIG, nullable=True),
        sa.ForeignKeyConstraint(["original"], ["originals.id"], name="fk_provenance_original"),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name="fk_provenance_version", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_provenance"),
        sa.UniqueConstraint("version", "key", name="uq_provenance_version_key"),
    )
    op.create_index("ix_provenance_original", "provenance", ["original"], unique=False)
    op.create_table(
        "readings",
        sa.Column("version", BIG, autoincrement=False, nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name="fk_readings_version", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("version", name="pk_readings"),
    )
    op.create_table(
        "attributions",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("version", BIG, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mention", BIG, nullable=True),
        sa.Column("speaker", BIG, nullable=True),
        sa.Column("anonymous", sa.Boolean(), nullable=True),
        sa.Column("said_at", sa.Text(), nullable=True),
        sa.Column("said_precision", sa.Text(), nullable=True),
        sa.Column("said_from", BIG, nullable=True),
        sa.Column("said_until", BIG, nullable=True),
        sa.ForeignKeyConstraint(["speaker"], ["speakers.id"], name="fk_attributions_speaker"),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name="fk_attributions_version", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attributions"),
        sa.UniqueConstraint("version", "number", name="uq_attributions_version_number"),
    )
    op.create_index("ix_attributions_speaker", "attributions", ["speaker"], unique=False)
    op.create_table(
        "links",
        sa.Column("mention", BIG, autoincrement=False, nullable=False),
        sa.Column("speaker", BIG, autoincrement=False, nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mention"], ["mentions.id"], name="fk_links_mention", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["speaker"], ["speakers.id"], name="fk_links_speaker", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("mention", "speaker", name="pk_links"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_links_speaker", "links", ["speaker"], unique=False)
    op.create_table(
        "hops",
        sa.Column("attribution", BIG, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("outlet", BIG, nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attribution"], ["attributions.id"], name="fk_hops_attribution", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["outlet"], ["outlets.id"], name="fk_hops_outlet", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attribution", "position", name="pk_hops"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_hops_outlet", "hops", ["outlet"], unique=False)
