"""Where a run comes from, and the words that trainee and trainer sign.

A signed word is written once: both databases refuse to change it, and to delete it unless
its run goes too.
"""

import sqlalchemy as sa
from alembic import op

from web.shell.database import UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_ORIGIN = ("forked_from", "forked_at", "partner_id", "swapped_from")
_SQLITE_GUARDS = (
    """
    CREATE TRIGGER own_word_no_update BEFORE UPDATE ON own_word
    BEGIN SELECT RAISE(ABORT, 'a signed word is written once'); END
    """,
    """
    CREATE TRIGGER own_word_no_delete BEFORE DELETE ON own_word
    WHEN EXISTS (SELECT 1 FROM run WHERE run.id = OLD.run_id)
    BEGIN SELECT RAISE(ABORT, 'a signed word lives as long as its run'); END
    """,
)
_POSTGRESQL_GUARDS = (
    """
    CREATE FUNCTION guard_own_word() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' THEN
            RAISE EXCEPTION 'a signed word is written once';
        ELSIF EXISTS (SELECT 1 FROM run WHERE run.id = OLD.run_id) THEN
            RAISE EXCEPTION 'a signed word lives as long as its run';
        END IF;
        RETURN OLD;
    END $$
    """,
    """
    CREATE TRIGGER own_word_guard BEFORE UPDATE OR DELETE ON own_word
    FOR EACH ROW EXECUTE FUNCTION guard_own_word()
    """,
)


def upgrade() -> None:
    for name in _ORIGIN:
        is_run = name.endswith("_from")
        op.add_column("run", sa.Column(name, sa.String(22) if is_run else sa.Integer))
    op.create_index("ix_run_forked_from", "run", ["forked_from"])
    op.create_index("ix_run_swapped_from", "run", ["swapped_from"], unique=True)
    _create_own_word()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_GUARDS if is_sqlite else _POSTGRESQL_GUARDS:
        op.execute(statement)


def _create_own_word() -> None:
    op.create_table(
        "own_word",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "run_id", sa.String(22), sa.ForeignKey("run.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("author_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("side", sa.String(10), nullable=False),
        sa.Column("way", sa.String(10), nullable=False),
        sa.Column("went_well", sa.Text, nullable=False),
        sa.Column("was_hard", sa.Text, nullable=False),
        sa.Column("next_time", sa.Text, nullable=False),
        sa.Column("signed_at", UtcDateTime, nullable=False),
    )
    op.create_index("ix_own_word_run_signed", "own_word", ["run_id", "signed_at"])


def downgrade() -> None:
    op.drop_table("own_word")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION guard_own_word()")
    for index in ("ix_run_swapped_from", "ix_run_forked_from"):
        op.drop_index(index, "run")
    for name in reversed(_ORIGIN):
        op.drop_column("run", name)
