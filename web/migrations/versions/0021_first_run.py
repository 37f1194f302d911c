"""An office opens on a page: the codes that let its first administrator in, a unit's level."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "first_run_code",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_first_run_code"),
    )
    level = sa.Column("level", sa.String(10), nullable=False, server_default="commune")
    op.add_column("unit", level)
    op.execute("UPDATE unit SET level = 'province' WHERE parent_id IS NULL")


def downgrade() -> None:
    op.drop_column("unit", "level")
    op.drop_table("first_run_code")
