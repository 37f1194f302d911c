"""Entry slips: a class is opened by a personal code on paper; what came in that way says so."""

import sqlalchemy as sa
from alembic import op

from web.shell.database import UtcDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "class_slip",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("class_id", sa.String(22), sa.ForeignKey("training_class.id"), nullable=False),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("ending", sa.String(10)),
        sa.Column("ended_at", UtcDateTime),
        sa.Column("ended_by", sa.Integer, sa.ForeignKey("person.id")),
    )
    for column in ("class_id", "person_id"):
        op.create_index(f"ix_class_slip_{column}", "class_slip", [column])
    op.add_column("user_session", sa.Column("slip", sa.String(64)))
    op.add_column("class_member", sa.Column("slip_at", UtcDateTime))
    op.add_column("class_run", sa.Column("slip", sa.String(64)))


def downgrade() -> None:
    op.drop_column("class_run", "slip")
    op.drop_column("class_member", "slip_at")
    op.drop_column("user_session", "slip")
    op.drop_table("class_slip")
