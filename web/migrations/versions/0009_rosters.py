"""Rosters: who can be on duty and where, the calendar, periods and their versions.

A published version is written once: both databases refuse to change it, its turns and its gaps.
"""

import sqlalchemy as sa
from alembic import op

from web.shell.database import UtcDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_SAID = "a published roster is written once"
_PARTS = ("roster_turn", "roster_gap")
_WRITES = (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))


def _sqlite_guards() -> list[str]:
    versions = [
        f"""
        CREATE TRIGGER roster_version_no_{what} BEFORE {what.upper()} ON roster_version
        WHEN OLD.state = 'published'
        BEGIN SELECT RAISE(ABORT, '{_SAID}'); END
        """
        for what in ("update", "delete")
    ]
    parts = [
        f"""
        CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table}
        WHEN EXISTS (SELECT 1 FROM roster_version
                     WHERE id = {row}.version_id AND state = 'published')
        BEGIN SELECT RAISE(ABORT, '{_SAID}'); END
        """  # noqa: S608  # made of the names above alone
        for table in _PARTS
        for what, row in _WRITES
    ]
    return versions + parts


_POSTGRESQL_GUARDS = [
    f"""
    CREATE FUNCTION guard_roster_version() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.state = 'published' THEN RAISE EXCEPTION '{_SAID}'; END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE FUNCTION guard_roster_part() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE version text;
    BEGIN
        IF TG_OP = 'INSERT' THEN version := NEW.version_id; ELSE version := OLD.version_id; END IF;
        IF EXISTS (SELECT 1 FROM roster_version WHERE id = version AND state = 'published') THEN
            RAISE EXCEPTION 'a published roster is written once';
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER roster_version_guard BEFORE UPDATE OR DELETE ON roster_version
    FOR EACH ROW EXECUTE FUNCTION guard_roster_version()
    """,
    *(
        f"""
        CREATE TRIGGER {table}_guard BEFORE INSERT OR UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION guard_roster_part()
        """
        for table in _PARTS
    ),
]


def upgrade() -> None:
    _create_people_and_places()
    _create_wants()
    _create_periods()
    _create_parts()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _sqlite_guards() if is_sqlite else _POSTGRESQL_GUARDS:
        op.execute(statement)


def _create_people_and_places() -> None:
    op.create_table(
        "roster_organisation",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("unit_id", sa.Integer, sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("name", sa.String(150), nullable=False),
        sa.Column("percent", sa.Integer, nullable=False),
        sa.Column("may_be_empty", sa.Boolean, nullable=False),
    )
    op.create_table(
        "roster_venue",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("unit_id", sa.Integer, sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("name", sa.String(150), nullable=False),
        sa.Column("openings", sa.JSON, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
    )
    op.create_table(
        "roster_member",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("unit_id", sa.Integer, sa.ForeignKey("unit.id"), nullable=False),
        sa.Column(
            "organisation_id",
            sa.String(22),
            sa.ForeignKey("roster_organisation.id"),
            nullable=False,
        ),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("competent", sa.JSON, nullable=False),
        sa.Column("learning", sa.JSON, nullable=False),
        sa.Column("capable_phone", sa.Boolean, nullable=False),
        sa.Column("experienced", sa.Boolean, nullable=False),
        sa.Column("percent", sa.Integer, nullable=False),
        sa.Column("venues", sa.JSON),
        sa.Column("available", sa.JSON),
        sa.Column("per_day", sa.Integer),
        sa.Column("per_week", sa.Integer),
        sa.Column("per_period", sa.Integer),
        sa.Column("starts", sa.Date),
        sa.Column("ends", sa.Date),
        sa.Column("active", sa.Boolean, nullable=False),
    )
    for table in ("organisation", "venue", "member"):
        op.create_index(f"ix_roster_{table}_unit_id", f"roster_{table}", ["unit_id"])
    op.create_index("ix_roster_member_person_id", "roster_member", ["person_id"])


def _create_wants() -> None:
    member = "roster_member.id"
    op.create_table(
        "roster_leave",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("member_id", sa.String(22), sa.ForeignKey(member), nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.Column("half", sa.String(2)),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("note", sa.String(300), nullable=False),
        sa.Column("asked_at", UtcDateTime, nullable=False),
        sa.Column("decided_by", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("decided_at", UtcDateTime),
    )
    op.create_table(
        "roster_wish",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("member_id", sa.String(22), sa.ForeignKey(member), nullable=False),
        sa.Column("wants", sa.Boolean, nullable=False),
        sa.Column("weekday", sa.Integer),
        sa.Column("half", sa.String(2)),
        sa.Column("day", sa.Date),
    )
    for table in ("leave", "wish"):
        op.create_index(f"ix_roster_{table}_member_id", f"roster_{table}", ["member_id"])
    op.create_table(
        "calendar_override",
        sa.Column("unit_id", sa.Integer, sa.ForeignKey("unit.id"), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("works", sa.Boolean, nullable=False),
        sa.Column("like", sa.Date),
        sa.Column("name", sa.String(150), nullable=False),
        sa.Column("source", sa.String(150), nullable=False),
    )


def _create_periods() -> None:
    op.create_table(
        "roster_period",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("unit_id", sa.Integer, sa.ForeignKey("unit.id"), nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.Column("plan_start", sa.Date),
        sa.Column("decision_number", sa.String(60), nullable=False),
        sa.Column("decision_date", sa.Date),
        *(
            sa.Column(name, sa.JSON, nullable=False)
            for name in ("venues", "on_duty", "frozen_days", "agreed", "carried", "weights")
        ),
        sa.Column("seed", sa.Integer, nullable=False),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("made_at", UtcDateTime, nullable=False),
    )
    op.create_index("ix_roster_period_unit_id", "roster_period", ["unit_id"])
    op.create_table(
        "roster_version",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("period_id", sa.String(22), sa.ForeignKey("roster_period.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("changes", sa.Integer, nullable=False),
        sa.Column("why", sa.String(300), nullable=False),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.Column("approved_by", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("published_at", UtcDateTime),
        sa.UniqueConstraint("period_id", "number"),
    )
    op.create_index("ix_roster_version_period_id", "roster_version", ["period_id"])


def _where() -> list[sa.Column[object]]:
    return [
        sa.Column(
            "version_id", sa.String(22), sa.ForeignKey("roster_version.id"), primary_key=True
        ),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("half", sa.String(2), primary_key=True),
        sa.Column("venue_id", sa.String(22), sa.ForeignKey("roster_venue.id"), primary_key=True),
        sa.Column("duty", sa.String(40), primary_key=True),
    ]


def _create_parts() -> None:
    member = sa.ForeignKey("roster_member.id")
    op.create_table(
        "roster_turn", *_where(), sa.Column("member_id", sa.String(22), member, primary_key=True)
    )
    op.create_index("ix_roster_turn_member_id", "roster_turn", ["member_id"])
    op.create_table(
        "roster_gap",
        *_where(),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("competent", sa.Integer, nullable=False),
        sa.Column("accepted_by", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("reason", sa.String(300), nullable=False),
        sa.Column("accepted_at", UtcDateTime),
    )


def downgrade() -> None:
    for table in ("gap", "turn", "version", "period", "wish", "leave", "member", "venue"):
        op.drop_table(f"roster_{table}")
    op.drop_table("calendar_override")
    op.drop_table("roster_organisation")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION guard_roster_version()")
        op.execute("DROP FUNCTION guard_roster_part()")
