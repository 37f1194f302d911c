"""Until when wishes for a period are taken."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("roster_period", sa.Column("wishes_until", sa.Date))


def downgrade() -> None:
    with op.batch_alter_table("roster_period") as table:
        table.drop_column("wishes_until")
