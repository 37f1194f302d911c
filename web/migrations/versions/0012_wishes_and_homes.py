"""Until when wishes for a period are taken; what kind of organisation members come from."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("roster_period", sa.Column("wishes_until", sa.Date))
    kind = sa.Column("kind", sa.String(20), nullable=False, server_default="other")
    op.add_column("roster_organisation", kind)


def downgrade() -> None:
    op.drop_column("roster_organisation", "kind")
    op.drop_column("roster_period", "wishes_until")
