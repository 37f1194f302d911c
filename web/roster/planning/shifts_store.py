"""Queries about who is on duty and who is missing, version by version."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from rostering.values import Half, Session, Shift, Slot
from web.roster.planning.models import GapRow, ShiftRow
from web.roster.planning.records import GapRecord

_SHIFT = ShiftRow.__table__.c
_GAP = GapRow.__table__.c
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
