"""Class sessions, who takes part in them, and the runs begun there."""

import sqlalchemy as sa
from alembic import op

from web.shell.database import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "training_class",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("unit_id", sa.Integer, sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("trainer_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("title", sa.String(150), nullable=False),
        sa.Column("scenarios", sa.JSON, nullable=False),
        sa.Column("mode", sa.String(10), nullable=False),
        sa.Column("starts_at", UtcDateTime, nullable=False),
        sa.Column("ends_at", UtcDateTime, nullable=False),
        sa.Column("venue", sa.String(150), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("code", sa.String(6), unique=True, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("changed_at", UtcDateTime, nullable=False),
        sa.Column("changed_by", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("opened_at", UtcDateTime),
        sa.Column("closed_at", UtcDateTime),
    )
    op.create_index("ix_training_class_unit_id", "training_class", ["unit_id"])
    of_class = sa.ForeignKey("training_class.id")
    op.create_table(
        "class_member",
        sa.Column("class_id", sa.String(22), of_class, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("added_at", UtcDateTime, nullable=False),
        sa.Column("joined_at", UtcDateTime),
        sa.Column("removed_at", UtcDateTime),
    )
    op.create_index("ix_class_member_person_id", "class_member", ["person_id"])
    op.create_table(
        "class_run",
        sa.Column(
            "run_id", sa.String(22), sa.ForeignKey("run.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("class_id", sa.String(22), sa.ForeignKey("training_class.id"), nullable=False),
    )
    op.create_index("ix_class_run_class_id", "class_run", ["class_id"])


def downgrade() -> None:
    for table in ("class_run", "class_member", "training_class"):
        op.drop_table(table)
