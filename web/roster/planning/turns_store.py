"""The questions asked about who is on duty and who is missing, version by version."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from rostering.values import Half, Session, Slot, Turn
from web.roster.planning.models import GapRow, TurnRow
from web.roster.planning.records import KeptGap

_TURN = TurnRow.__table__.c
_GAP = GapRow.__table__.c
_GAP_COLUMNS = tuple(
    _GAP["venue_id" if name == "venue" else name] for name in KeptGap.__dataclass_fields__
)


def turns(connection: Connection, version_id: str) -> tuple[Turn, ...]:
    """The version's turns in order; their sessions know their day and half, no more."""
    columns = (_TURN.day, _TURN.half, _TURN.venue_id, _TURN.duty, _TURN.member_id)
    rows: Iterable[Row[Any]] = connection.execute(
        select(*columns).where(_TURN.version_id == version_id)
    )
    return tuple(sorted(turn_of(row) for row in rows))


def keep_turns(connection: Connection, version_id: str, kept: Iterable[Turn]) -> None:
    """These turns, and no others, are the draft's."""
    connection.execute(delete(TurnRow).where(_TURN.version_id == version_id))
    rows = [{"version_id": version_id, **stored(turn)} for turn in kept]
    if rows:
        connection.execute(insert(TurnRow), rows)


def gaps(connection: Connection, version_id: str) -> list[KeptGap]:
    """The version's gaps in order, with who accepted them."""
    question = select(*_GAP_COLUMNS).where(_GAP.version_id == version_id)
    ordered = question.order_by(_GAP.day, _GAP.half, _GAP.venue_id, _GAP.duty)
    return [_gap(*row) for row in connection.execute(ordered)]


def keep_gaps(connection: Connection, version_id: str, kept: Iterable[KeptGap]) -> None:
    """These gaps, and no others, are the draft's."""
    connection.execute(delete(GapRow).where(_GAP.version_id == version_id))
    rows = [{"version_id": version_id, **_values(gap), "venue_id": gap.venue} for gap in kept]
    if rows:
        connection.execute(insert(GapRow), rows)


def turn_of(row: Row[Any]) -> Turn:
    """The turn in a row; its session knows its day and half, no more."""
    session = Session(row.day, Half(row.half), row.day.weekday())
    return Turn(Slot(session, row.venue_id, row.duty), row.member_id)


def stored(turn: Turn) -> dict[str, object]:
    """A turn as columns."""
    slot = turn.slot
    return {
        "day": slot.session.day,
        "half": slot.session.half.value,
        "venue_id": slot.venue,
        "duty": slot.duty,
        "member_id": turn.person,
    }


def _gap(day: Any, half: str, *rest: Any) -> KeptGap:
    return KeptGap(day, Half(half), *rest)


def _values(gap: KeptGap) -> dict[str, object]:
    names = (name for name in KeptGap.__dataclass_fields__ if name != "venue")
    return {name: getattr(gap, name) for name in names}
