"""How much each outlet published and relayed is kept; derivations are found by who is named."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BYTEWISE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

#: What is in the index is counted here, once.
FILL = """
INSERT INTO outlet_tallies (outlet, name, authority, published, relayed, less)
SELECT outlets.id, outlets.name, coalesce(outlets.authority, ''), counted.published,
       counted.relayed, -counted.published - counted.relayed
FROM (
    SELECT outlet, sum(published) AS published, sum(relayed) AS relayed
    FROM (
        SELECT versions.outlet AS outlet, count(*) AS published, 0 AS relayed
        FROM indexed JOIN versions ON versions.id = indexed.version
        WHERE versions.outlet IS NOT NULL
        GROUP BY versions.outlet
        UNION ALL
        SELECT hops.outlet, 0, count(DISTINCT hops.attribution)
        FROM hops
        JOIN attributions ON attributions.id = hops.attribution
        JOIN indexed ON indexed.version = attributions.version
        GROUP BY hops.outlet
    ) AS each_way
    GROUP BY outlet
) AS counted
JOIN outlets ON outlets.id = counted.outlet
"""


def upgrade() -> None:
    """Make the table and fill it."""
    op.create_table(
        "outlet_tallies",
        sa.Column("outlet", BIG, autoincrement=False, nullable=False),
        sa.Column("name", BYTEWISE, nullable=False),
        sa.Column("authority", BYTEWISE, nullable=False),
        sa.Column("published", sa.Integer(), nullable=False),
        sa.Column("relayed", sa.Integer(), nullable=False),
        sa.Column("less", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["outlet"], ["outlets.id"], name="fk_outlet_tallies_outlet", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("outlet", name="pk_outlet_tallies"),
    )
    op.create_index("ix_outlet_tallies_less", "outlet_tallies", ["less", "name", "authority"])
    op.execute(FILL)
    op.create_index("ix_derivations_outlet", "derivations", ["outlet"])
