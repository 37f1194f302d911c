"""Certificates of finished practice.

The register is written once: both databases refuse to change or delete a line.
"""

import sqlalchemy as sa
from alembic import op

from web.shell.database import UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SQLITE_GUARDS = tuple(
    f"""
    CREATE TRIGGER certificate_no_{what} BEFORE {what.upper()} ON certificate
    BEGIN SELECT RAISE(ABORT, 'the register of certificates is written once'); END
    """
    for what in ("update", "delete")
)

_POSTGRESQL_GUARDS = (
    """
    CREATE FUNCTION guard_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'the register of certificates is written once';
    END $$
    """,
    """
    CREATE TRIGGER certificate_guard BEFORE UPDATE OR DELETE ON certificate
    FOR EACH ROW EXECUTE FUNCTION guard_certificate()
    """,
)


def upgrade() -> None:
    op.create_table(
        "certificate",
        sa.Column("code", sa.String(22), primary_key=True),
        sa.Column("unit_id", sa.Integer, sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("competency", sa.String(60), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("able", sa.String(400), nullable=False),
        sa.Column("full_name", sa.String(200), nullable=False),
        sa.Column("unit_name", sa.String(200), nullable=False),
        sa.Column("issued_at", UtcDateTime, nullable=False),
        sa.Column("valid_until", sa.Date, nullable=False),
        sa.UniqueConstraint("unit_id", "year", "number"),
        sa.UniqueConstraint("person_id", "competency", "valid_until"),
    )
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_GUARDS if is_sqlite else _POSTGRESQL_GUARDS:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("certificate")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION guard_certificate()")
