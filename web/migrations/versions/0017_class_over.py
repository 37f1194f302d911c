"""Visits that their class cut short were marked as the clerk's own failure: they lose those marks.

The log still tells them apart, for a trainer closed them.
"""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "UPDATE run SET state = 'class_over', outcome = 'class_over', "
        "points = NULL, passed = NULL, findings = NULL "
        "WHERE class_id IS NOT NULL AND state = 'finished' AND world_id IN (SELECT world_id "
        "FROM world_event WHERE kind = 'desk.visit_closed' AND actor = 'trainer')"
    )


def downgrade() -> None:
    op.execute("UPDATE run SET state = 'finished' WHERE state = 'class_over'")
