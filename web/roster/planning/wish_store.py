"""Queries about wishes."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select

from rostering.values import Half, Wish
from web.roster.planning.models import MemberRow, WishRow

_WISH = WishRow.__table__.c
_MEMBER = MemberRow.__table__.c
_COLUMNS = tuple(_WISH[name] for name in ("id", "member_id", "wants", "weekday", "half", "day"))


@dataclass(frozen=True, slots=True)
class WishRecord:
    """A wish under its id."""

    id: str
    wish: Wish


def of_unit(connection: Connection, unit_id: int) -> list[Wish]:
    """What the unit's members would like, for whatever days."""
    return [record.wish for record in _wishes(connection, _MEMBER.unit_id == unit_id)]


def of_member(connection: Connection, member_id: str) -> list[WishRecord]:
    """One member's wishes by day."""
    return _wishes(connection, _WISH.member_id == member_id)


def add(connection: Connection, record: WishRecord) -> None:
    """A new wish."""
    wish = record.wish
    values: dict[str, Any] = {
        "id": record.id,
        "member_id": wish.person,
        "wants": wish.wants,
        "weekday": wish.weekday,
        "half": wish.half.value if wish.half else None,
        "day": wish.day,
    }
    connection.execute(insert(WishRow), [values])


def remove(connection: Connection, member_id: str, wish_id: str) -> None:
    """Forget a member's wish."""
    mine = (_WISH.member_id == member_id, _WISH.id == wish_id)
    connection.execute(delete(WishRow).where(*mine))


def _wishes(connection: Connection, which: ColumnElement[bool]) -> list[WishRecord]:
    question = (
        select(*_COLUMNS)
        .join_from(WishRow, MemberRow, _WISH.member_id == _MEMBER.id)
        .where(which)
        .order_by(_WISH.day, _WISH.half, _WISH.id)
    )
    return [_record(row) for row in connection.execute(question)]


def _record(row: Row[Any]) -> WishRecord:
    half = Half(row.half) if row.half else None
    return WishRecord(row.id, Wish(row.member_id, row.wants, row.weekday, half, row.day))
