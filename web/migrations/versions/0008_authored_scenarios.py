"""Scenarios of a unit's own: drafts, published versions, marks by a newer version.

A published version and a re-mark are written once: both databases refuse to change them, and
to delete a version ever, a re-mark unless its run goes too.
"""

import sqlalchemy as sa
from alembic import op

from web.shell.database import UtcDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_SQLITE_GUARDS = (
    """
    CREATE TRIGGER scenario_version_no_update BEFORE UPDATE ON scenario_version
    BEGIN SELECT RAISE(ABORT, 'a published version is written once'); END
    """,
    """
    CREATE TRIGGER scenario_version_no_delete BEFORE DELETE ON scenario_version
    BEGIN SELECT RAISE(ABORT, 'a published version is kept'); END
    """,
    """
    CREATE TRIGGER remark_no_update BEFORE UPDATE ON remark
    BEGIN SELECT RAISE(ABORT, 'a re-mark is written once'); END
    """,
    """
    CREATE TRIGGER remark_no_delete BEFORE DELETE ON remark
    WHEN EXISTS (SELECT 1 FROM run WHERE run.id = OLD.run_id)
    BEGIN SELECT RAISE(ABORT, 'a re-mark lives as long as its run'); END
    """,
)
_POSTGRESQL_GUARDS = (
    """
    CREATE FUNCTION guard_scenario_version() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'a published version is written once and kept';
    END $$
    """,
    """
    CREATE TRIGGER scenario_version_guard BEFORE UPDATE OR DELETE ON scenario_version
    FOR EACH ROW EXECUTE FUNCTION guard_scenario_version()
    """,
    """
    CREATE FUNCTION guard_remark() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' THEN
            RAISE EXCEPTION 'a re-mark is written once';
        ELSIF EXISTS (SELECT 1 FROM run WHERE run.id = OLD.run_id) THEN
            RAISE EXCEPTION 'a re-mark lives as long as its run';
        END IF;
        RETURN OLD;
    END $$
    """,
    """
    CREATE TRIGGER remark_guard BEFORE UPDATE OR DELETE ON remark
    FOR EACH ROW EXECUTE FUNCTION guard_remark()
    """,
)


def upgrade() -> None:
    op.add_column("run", sa.Column("scenario_title", sa.String(150)))
    _create_authored_scenario()
    _create_scenario_version()
    _create_remark()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_GUARDS if is_sqlite else _POSTGRESQL_GUARDS:
        op.execute(statement)


def _create_authored_scenario() -> None:
    op.create_table(
        "authored_scenario",
        sa.Column("id", sa.String(60), primary_key=True),
        sa.Column("unit_id", sa.Integer, sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("author_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("based_on", sa.String(60), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("draft", sa.Text, nullable=False),
        sa.Column("draft_number", sa.Integer, nullable=False),
        sa.Column("draft_by", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("draft_at", UtcDateTime, nullable=False),
    )
    op.create_index("ix_authored_scenario_unit_id", "authored_scenario", ["unit_id"])


def _create_scenario_version() -> None:
    op.create_table(
        "scenario_version",
        sa.Column(
            "scenario_id", sa.String(60), sa.ForeignKey("authored_scenario.id"), primary_key=True
        ),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("published_by", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("published_at", UtcDateTime, nullable=False),
        sa.Column("note", sa.String(300), nullable=False),
    )


def _create_remark() -> None:
    op.create_table(
        "remark",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "run_id", sa.String(22), sa.ForeignKey("run.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("points", sa.Integer, nullable=False),
        sa.Column("passed", sa.Boolean, nullable=False),
        sa.Column("findings", sa.Integer, nullable=False),
        sa.Column("marked_by", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("marked_at", UtcDateTime, nullable=False),
    )
    op.create_index("ix_remark_run_version", "remark", ["run_id", "version"], unique=True)


def downgrade() -> None:
    for table in ("remark", "scenario_version", "authored_scenario"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION guard_remark()")
        op.execute("DROP FUNCTION guard_scenario_version()")
    op.drop_column("run", "scenario_title")
