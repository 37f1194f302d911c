"""A session opened by an entry slip knows the slip's class, so the gate need not ask for it."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("user_session") as table:
        table.add_column(sa.Column("slip_class_id", sa.String(22)))
        table.create_foreign_key(
            "fk_user_session_slip_class_id_training_class",
            "training_class",
            ["slip_class_id"],
            ["id"],
        )
    op.execute(
        "UPDATE user_session SET slip_class_id ="
        " (SELECT class_id FROM class_slip WHERE digest = user_session.slip)"
    )


def downgrade() -> None:
    with op.batch_alter_table("user_session") as table:
        table.drop_constraint("fk_user_session_slip_class_id_training_class", type_="foreignkey")
        table.drop_column("slip_class_id")
