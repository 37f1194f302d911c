"""A press counts once however often it is sent; a tester's calls are counted on all hosts."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("world_event", sa.Column("mark", sa.String(24)))
    op.create_table(
        "tester_rate",
        sa.Column("tester", sa.String(22), primary_key=True),
        sa.Column("second", sa.BigInteger(), nullable=False),
        sa.Column("given", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("tester_rate")
    op.drop_column("world_event", "mark")
