"""A step remembers the press it came from, so that the same press sent again counts once."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("world_event", sa.Column("mark", sa.String(24)))


def downgrade() -> None:
    op.drop_column("world_event", "mark")
