"""What was typed and not sent, and the pages that refused a form."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unsent_form",
        sa.Column("owner", sa.String(24), nullable=False),
        sa.Column("page", sa.String(400), nullable=False),
        sa.Column("action", sa.String(200), nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.Column("interrupted", sa.Boolean, nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("owner", "page", "action", name="pk_unsent_form"),
    )
    op.create_index("ix_unsent_form_saved_at", "unsent_form", ["saved_at"])
    op.create_table(
        "refused_answer",
        sa.Column("id", sa.String(22), nullable=False),
        sa.Column("owner", sa.String(24), nullable=False),
        sa.Column("page", sa.String(400), nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_refused_answer"),
    )
    op.create_index("ix_refused_answer_kept_at", "refused_answer", ["kept_at"])


def downgrade() -> None:
    op.drop_table("refused_answer")
    op.drop_table("unsent_form")
