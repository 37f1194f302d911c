"""What officers say about VNeID on their own phone: yes or no, and when."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "vneid_declaration",
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("installed", sa.Boolean, nullable=False),
        sa.Column("declared_on", sa.Date, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("vneid_declaration")
