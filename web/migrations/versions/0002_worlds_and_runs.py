"""Worlds, their logs and the runs that take place in them.

A log is written once: both databases refuse to change a line, and to delete one
while a run refers to its world.
"""

import sqlalchemy as sa
from alembic import op

from web.shell.database import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SQLITE_GUARDS = (
    """
    CREATE TRIGGER world_event_no_update BEFORE UPDATE ON world_event
    BEGIN SELECT RAISE(ABORT, 'a world''s log is written once'); END
    """,
    """
    CREATE TRIGGER world_event_no_delete BEFORE DELETE ON world_event
    WHEN EXISTS (SELECT 1 FROM run WHERE run.world_id = OLD.world_id)
    BEGIN SELECT RAISE(ABORT, 'a run refers to this log'); END
    """,
)

_POSTGRESQL_GUARDS = (
    """
    CREATE FUNCTION guard_world_event() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' THEN
            RAISE EXCEPTION 'a world''s log is written once';
        ELSIF EXISTS (SELECT 1 FROM run WHERE run.world_id = OLD.world_id) THEN
            RAISE EXCEPTION 'a run refers to this log';
        END IF;
        RETURN OLD;
    END $$
    """,
    """
    CREATE TRIGGER world_event_guard BEFORE UPDATE OR DELETE ON world_event
    FOR EACH ROW EXECUTE FUNCTION guard_world_event()
    """,
)


def upgrade() -> None:
    _create_world()
    _create_world_event()
    _create_run()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_GUARDS if is_sqlite else _POSTGRESQL_GUARDS:
        op.execute(statement)


def _create_world() -> None:
    op.create_table(
        "world",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("unit_id", sa.Integer, sa.ForeignKey("unit.id")),
        sa.Column("owner_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("citizen_link", sa.String(22), unique=True, nullable=False),
        sa.Column("desk_link", sa.String(22), unique=True),
        sa.Column("tester", sa.String(22)),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("expires_at", UtcDateTime, nullable=False),
    )
    for column in ("unit_id", "owner_id", "expires_at"):
        op.create_index(f"ix_world_{column}", "world", [column])
    op.create_index("ix_world_tester_expires", "world", ["tester", "expires_at"])
    testers = sa.text("tester IS NOT NULL")
    op.create_index(
        "ix_world_swept", "world", ["expires_at"], sqlite_where=testers, postgresql_where=testers
    )


def _create_world_event() -> None:
    op.create_table(
        "world_event",
        sa.Column("world_id", sa.String(22), sa.ForeignKey("world.id"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("actor", sa.String(10), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("link", sa.String(64), nullable=False),
    )


def _create_run() -> None:
    op.create_table(
        "run",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column(
            "world_id", sa.String(22), sa.ForeignKey("world.id"), unique=True, nullable=False
        ),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("unit_id", sa.Integer, sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("scenario", sa.String(60), nullable=False),
        sa.Column("scenario_version", sa.Integer, nullable=False),
        sa.Column("mode", sa.String(10), nullable=False),
        sa.Column("started_at", UtcDateTime, nullable=False),
        sa.Column("ended_at", UtcDateTime),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("points", sa.Integer),
        sa.Column("passed", sa.Boolean),
        sa.Column("findings", sa.Integer),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("last_link", sa.String(64), nullable=False),
    )
    op.create_index("ix_run_unit_started", "run", ["unit_id", "started_at"])
    op.create_index("ix_run_person_started", "run", ["person_id", "started_at"])


def downgrade() -> None:
    for table in ("run", "world_event", "world"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION guard_world_event()")
