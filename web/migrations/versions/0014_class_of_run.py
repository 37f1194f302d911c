"""A run says itself in which class and by which slip it was begun, and whether it stands still."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_RUN = sa.table(
    "run", sa.column("id"), sa.column("class_id"), sa.column("slip"), sa.column("paused")
)
_TIE = sa.table("class_run", sa.column("run_id"), sa.column("class_id"), sa.column("slip"))
_CLASS = sa.table("training_class", sa.column("id"), sa.column("state"))


def upgrade() -> None:
    op.add_column("run", sa.Column("class_id", sa.String(22)))
    op.add_column("run", sa.Column("slip", sa.String(64)))
    paused = sa.Column("paused", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("run", paused)
    ties = sa.select(_TIE.c.run_id)
    mine = _TIE.c.run_id == _RUN.c.id
    op.execute(
        sa.update(_RUN)
        .where(_RUN.c.id.in_(ties))
        .values(
            class_id=sa.select(_TIE.c.class_id).where(mine).scalar_subquery(),
            slip=sa.select(_TIE.c.slip).where(mine).scalar_subquery(),
        )
    )
    standing = sa.select(_CLASS.c.id).where(_CLASS.c.state == "paused")
    op.execute(sa.update(_RUN).where(_RUN.c.class_id.in_(standing)).values(paused=sa.true()))
    op.create_index("ix_run_class_id", "run", ["class_id"])
    op.drop_table("class_run")


def downgrade() -> None:
    op.create_table(
        "class_run",
        sa.Column(
            "run_id", sa.String(22), sa.ForeignKey("run.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("class_id", sa.String(22), sa.ForeignKey("training_class.id"), nullable=False),
        sa.Column("slip", sa.String(64)),
    )
    op.create_index("ix_class_run_class_id", "class_run", ["class_id"])
    tied = sa.select(_RUN.c.id, _RUN.c.class_id, _RUN.c.slip).where(_RUN.c.class_id.is_not(None))
    op.execute(sa.insert(_TIE).from_select(["run_id", "class_id", "slip"], tied))
    op.drop_index("ix_run_class_id", "run")
    for column in ("paused", "slip", "class_id"):
        op.drop_column("run", column)
