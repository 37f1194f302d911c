"""Queries about who is on duty and who is missing, version by version."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from rostering.values import Half, Session, Shift, Slot
from web.roster.planning.models import GapRow, MemberRow, ShiftRow, VenueRow, VersionRow
from web.roster.planning.records import GapRecord, VersionState

_SHIFT = ShiftRow.__table__.c
_GAP = GapRow.__table__.c
_VERSION = VersionRow.__table__.c
_MEMBER = MemberRow.__table__.c
_VENUE = VenueRow.__table__.c
_GAP_COLUMNS = tuple(
    _GAP["venue_id" if name == "venue" else name] for name in GapRecord.__dataclass_fields__
)


def shifts(connection: Connection, version_id: str) -> tuple[Shift, ...]:
    """The version's shifts in order; their sessions know their day and half, no more."""
    columns = (_SHIFT.day, _SHIFT.half, _SHIFT.venue_id, _SHIFT.duty, _SHIFT.member_id)
    rows: Iterable[Row[Any]] = connection.execute(
        select(*columns).where(_SHIFT.version_id == version_id)
    )
    return tuple(sorted(shift_of(row) for row in rows))


def of_people_from(
    connection: Connection, people: Collection[int], first: date
) -> list[tuple[int, Shift, str]]:
    """Account, shift and place of these accounts' shifts from that day on, in order.

    Of each period only the roster in force: the one published last.
    """
    published = _VERSION.state == VersionState.PUBLISHED.value
    last = select(_VERSION.period_id, func.max(_VERSION.published_at).label("at"))
    in_force = last.where(published).group_by(_VERSION.period_id).subquery()
    question = (
        select(ShiftRow.__table__, _MEMBER.person_id, _VENUE.name.label("place"))
        .join(VersionRow, _SHIFT.version_id == _VERSION.id)
        .join(in_force, in_force.c.period_id == _VERSION.period_id)
        .join(MemberRow, _SHIFT.member_id == _MEMBER.id)
        .join(VenueRow, _SHIFT.venue_id == _VENUE.id)
        .where(published, _VERSION.published_at == in_force.c.at)
        .where(_MEMBER.person_id.in_(people), _SHIFT.day >= first)
    )
    rows = connection.execute(question)
    found = [(row.person_id, shift_of(row), row.place) for row in rows]
    return sorted(found, key=lambda each: each[:2])


def save_shifts(connection: Connection, version_id: str, shifts: Iterable[Shift]) -> None:
    """These shifts, and no others, are the draft's."""
    connection.execute(delete(ShiftRow).where(_SHIFT.version_id == version_id))
    rows = [{"version_id": version_id, **shift_columns(shift)} for shift in shifts]
    if rows:
        connection.execute(insert(ShiftRow), rows)


def gaps(connection: Connection, version_id: str) -> list[GapRecord]:
    """The version's gaps in order, with who accepted them."""
    question = select(*_GAP_COLUMNS).where(_GAP.version_id == version_id)
    statement = question.order_by(_GAP.day, _GAP.half, _GAP.venue_id, _GAP.duty)
    return [_gap(*row) for row in connection.execute(statement)]


def save_gaps(connection: Connection, version_id: str, gaps: Iterable[GapRecord]) -> None:
    """These gaps, and no others, are the draft's."""
    connection.execute(delete(GapRow).where(_GAP.version_id == version_id))
    rows = [{"version_id": version_id, **_values(gap), "venue_id": gap.venue} for gap in gaps]
    if rows:
        connection.execute(insert(GapRow), rows)


def shift_of(row: Row[Any]) -> Shift:
    """The shift in a row; its session knows its day and half, no more."""
    session = Session(row.day, Half(row.half), row.day.weekday())
    return Shift(Slot(session, row.venue_id, row.duty), row.member_id)


def shift_columns(shift: Shift) -> dict[str, object]:
    """A shift as columns."""
    slot = shift.slot
    return {
        "day": slot.session.day,
        "half": slot.session.half.value,
        "venue_id": slot.venue,
        "duty": slot.duty,
        "member_id": shift.person,
    }


def _gap(day: Any, half: str, *rest: Any) -> GapRecord:
    return GapRecord(day, Half(half), *rest)


def _values(gap: GapRecord) -> dict[str, object]:
    names = (name for name in GapRecord.__dataclass_fields__ if name != "venue")
    return {name: getattr(gap, name) for name in names}
