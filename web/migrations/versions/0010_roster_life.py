"""A published roster at work: swaps, absence, presence, links, the unit's own customs."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from web.shell.database import UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def _member(name: str, *, key: bool = False, nullable: bool = False) -> sa.Column[str]:
    target = sa.ForeignKey("roster_member.id")
    return sa.Column(name, sa.String(22), target, primary_key=key, nullable=nullable)


def _venue(*, key: bool = False) -> sa.Column[str]:
    target = sa.ForeignKey("roster_venue.id")
    return sa.Column("venue_id", sa.String(22), target, primary_key=key, nullable=False)


def _person(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey("person.id"), nullable=nullable)


def _unit() -> sa.Column[int]:
    return sa.Column("unit_id", sa.Integer, sa.ForeignKey("unit.id"), nullable=False)


def _slot() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("half", sa.String(2), nullable=False),
        _venue(),
        sa.Column("duty", sa.String(40), nullable=False),
    )


def _answers(table: str, parent: str) -> None:
    op.create_table(
        f"{table}_answer",
        sa.Column(parent, sa.String(22), sa.ForeignKey(f"{table}.id"), primary_key=True),
        _member("member_id", key=True),
        sa.Column("agrees", sa.Boolean, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        _person("said_by"),
    )


def upgrade() -> None:
    _create_swaps()
    _create_absences()
    _create_presence_and_links()


def _create_swaps() -> None:
    op.create_table(
        "roster_swap",
        sa.Column("id", sa.String(22), primary_key=True),
        _unit(),
        _member("asker_id"),
        sa.Column("approved_by_head", sa.Boolean, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("asked_at", UtcDateTime, nullable=False),
        sa.Column("settled_at", UtcDateTime),
        _person("settled_by", nullable=True),
    )
    op.create_index("ix_roster_swap_unit_id", "roster_swap", ["unit_id"])
    op.create_table(
        "roster_swap_part",
        sa.Column("swap_id", sa.String(22), sa.ForeignKey("roster_swap.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        *_slot(),
        _member("member_id"),
        _member("to_id"),
    )
    _answers("roster_swap", "swap_id")


def _create_absences() -> None:
    op.create_table(
        "roster_absence",
        sa.Column("id", sa.String(22), primary_key=True),
        _unit(),
        _member("member_id"),
        *_slot(),
        sa.Column("began_at", UtcDateTime, nullable=False),
        sa.Column("limit_s", sa.Integer, nullable=False),
        sa.Column("ranked", sa.JSON, nullable=False),
        _person("told_by"),
        sa.Column("outcome", sa.String(10)),
        sa.Column("closed_at", UtcDateTime),
        _person("closed_by", nullable=True),
    )
    op.create_index("ix_roster_absence_unit_id", "roster_absence", ["unit_id"])
    op.create_index("ix_roster_absence_member_id", "roster_absence", ["member_id"])
    _answers("roster_absence", "absence_id")


def _create_presence_and_links() -> None:
    op.create_table(
        "roster_presence",
        _member("member_id", key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("half", sa.String(2), primary_key=True),
        _venue(key=True),
        sa.Column("came", sa.Boolean, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        _person("said_by"),
    )
    op.create_table(
        "roster_link",
        sa.Column("code", sa.String(22), primary_key=True),
        _unit(),
        _member("member_id", nullable=True),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.Column("revoked_at", UtcDateTime),
    )
    for column in ("unit_id", "member_id"):
        op.create_index(f"ix_roster_link_{column}", "roster_link", [column])
    op.create_table(
        "roster_custom",
        sa.Column(
            "unit_id",
            sa.Integer,
            sa.ForeignKey("unit.id"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("swaps_approved", sa.Boolean, nullable=False),
        sa.Column("ask_minutes", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    for table in ("custom", "link", "presence", "absence_answer", "absence"):
        op.drop_table(f"roster_{table}")
    for table in ("swap_answer", "swap_part", "swap"):
        op.drop_table(f"roster_{table}")
