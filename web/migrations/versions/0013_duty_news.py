"""Who has seen which published roster, and after how many minutes somebody is missed."""

import sqlalchemy as sa
from alembic import op

from web.shell.database import UtcDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "roster_read",
        sa.Column(
            "version_id", sa.String(22), sa.ForeignKey("roster_version.id"), primary_key=True
        ),
        sa.Column("member_id", sa.String(22), sa.ForeignKey("roster_member.id"), primary_key=True),
        sa.Column("at", UtcDateTime, nullable=False),
    )
    op.create_index("ix_roster_read_member_id", "roster_read", ["member_id"])
    op.add_column("roster_custom", sa.Column("late_minutes", sa.Integer))


def downgrade() -> None:
    op.drop_column("roster_custom", "late_minutes")
    op.drop_table("roster_read")
