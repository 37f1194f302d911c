"""Assignments: scenarios asked of people until a day."""

import sqlalchemy as sa
from alembic import op

from web.shell.database import UtcDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "assignment",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("unit_id", sa.Integer, sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("author_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("title", sa.String(150), nullable=False),
        sa.Column("tests_only", sa.Boolean, nullable=False),
        sa.Column("passes", sa.Integer, nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("deadline", UtcDateTime, nullable=False),
        sa.Column("withdrawn_at", UtcDateTime),
    )
    op.create_index("ix_assignment_unit_deadline", "assignment", ["unit_id", "deadline"])
    op.create_table(
        "assigned_scenario",
        sa.Column("assignment_id", sa.String(22), sa.ForeignKey("assignment.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("scenario", sa.String(60), nullable=False),
    )
    op.create_table(
        "assigned_person",
        sa.Column("assignment_id", sa.String(22), sa.ForeignKey("assignment.id"), primary_key=True),
        sa.Column(
            "person_id",
            sa.Integer,
            sa.ForeignKey("person.id"),
            primary_key=True,
            autoincrement=False,
        ),
    )
    op.create_index("ix_assigned_person_person_id", "assigned_person", ["person_id"])


def downgrade() -> None:
    for table in ("assigned_person", "assigned_scenario", "assignment"):
        op.drop_table(table)
