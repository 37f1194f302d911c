"""A form that is kept says which time its page sent it: what came before never overwrites it."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    turn = sa.Column("turn", sa.String(24), nullable=False, server_default=sa.text("''"))
    op.add_column("unsent_form", turn)


def downgrade() -> None:
    op.drop_column("unsent_form", "turn")
