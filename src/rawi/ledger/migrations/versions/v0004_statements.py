"""What tracing makes of reports: statements, their members, derivations; and persons' decisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _goes_with(table: str, column: str, of: str) -> sa.ForeignKeyConstraint:
    """Return a reference to a row that takes those that refer to it along."""
    return sa.ForeignKeyConstraint(
        [column], [f"{of}.id"], name=f"fk_{table}_{column}", ondelete="CASCADE"
    )


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, BIG, autoincrement=False, nullable=nullable)


def upgrade() -> None:
    """Make the tables; every report waits to be traced."""
    _statements()
    _derivations()
    _decisions()
    op.execute("INSERT INTO touched (report) SELECT id FROM reports")


def _statements() -> None:
    op.create_table(
        "touched",
        _number("report"),
        sa.PrimaryKeyConstraint("report", name="pk_touched"),
    )
    op.create_table(
        "points",
        _number("report"),
        sa.Column("day", sa.Integer(), nullable=True),
        sa.Column("first", BIG, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        _goes_with("points", "report", "reports"),
        sa.PrimaryKeyConstraint("report", name="pk_points"),
    )
    op.create_index("ix_points_day", "points", ["day"], unique=False)
    op.create_table(
        "placements",
        _number("id"),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("codes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_placements"),
    )
    op.create_table(
        "statements",
        _number("id"),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("said_at", sa.Text(), nullable=True),
        sa.Column("first_published", sa.Text(), nullable=True),
        sa.Column("first_from", BIG, nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Integer(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("events_least", sa.Integer(), nullable=False),
        sa.Column("events_most", sa.Integer(), nullable=False),
        sa.Column("origins_least", sa.Integer(), nullable=False),
        sa.Column("origins_most", sa.Integer(), nullable=False),
        sa.Column("against", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
        sa.UniqueConstraint("key", name="uq_statements_key"),
    )
    op.create_index("ix_statements_reports", "statements", ["reports", "id"], unique=False)
    op.create_table(
        "members",
        _number("report"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        _number("statement"),
        _goes_with("members", "report", "reports"),
        _goes_with("members", "statement", "statements"),
        sa.PrimaryKeyConstraint("report", "number", name="pk_members"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_members_statement", "members", ["statement"], unique=False)
    op.create_table(
        "redirects",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_redirects"),
    )
    op.create_index("ix_redirects_target", "redirects", ["target"], unique=False)
    op.create_table(
        "statements_state",
        _number("id"),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("unfinished", sa.Boolean(), nullable=False),
        sa.Column("generation", BIG, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statements_state"),
    )


def _derivations() -> None:
    op.create_table(
        "derivations",
        _number("id"),
        _number("child"),
        sa.Column("number", sa.Integer(), nullable=False),
        _number("parent", nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("declared", sa.Boolean(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        _goes_with("derivations", "child", "reports"),
        _goes_with("derivations", "parent", "reports"),
        sa.PrimaryKeyConstraint("id", name="pk_derivations"),
    )
    op.create_index("ix_derivations_child_number", "derivations", ["child", "number"], unique=False)
    op.create_index("ix_derivations_parent", "derivations", ["parent"], unique=False)
    op.create_table(
        "carried",
        _number("statement"),
        _number("derivation"),
        _goes_with("carried", "statement", "statements"),
        _goes_with("carried", "derivation", "derivations"),
        sa.PrimaryKeyConstraint("statement", "derivation", name="pk_carried"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_carried_derivation", "carried", ["derivation"], unique=False)


def _decisions() -> None:
    op.create_table(
        "decisions",
        _number("id"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", BIG, nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        _number("undoes", nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["decisions.id"], name="fk_decisions_undoes"),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
    )
    op.create_table(
        "decided_reports",
        _number("decision"),
        _number("report"),
        _goes_with("decided_reports", "decision", "decisions"),
        _goes_with("decided_reports", "report", "reports"),
        sa.PrimaryKeyConstraint("decision", "report", name="pk_decided_reports"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_decided_reports_report", "decided_reports", ["report"], unique=False)
