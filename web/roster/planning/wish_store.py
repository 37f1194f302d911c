"""The questions asked about wishes."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select

from rostering.values import Half, Wish
from web.roster.planning.models import MemberRow, WishRow

_WISH = WishRow.__table__.c
_MEMBER = MemberRow.__table__.c
_COLUMNS = tuple(_WISH[name] for name in ("id", "member_id", "wants", "weekday", "half", "day"))


@dataclass(frozen=True, slots=True)
class KeptWish:
    """A wish under its id."""

    id: str
    wish: Wish


def of_unit(connection: Connection, unit_id: int) -> list[Wish]:
    """What the unit's members would like, for whatever days."""
    return [kept.wish for kept in _wishes(connection, _MEMBER.unit_id == unit_id)]


def of_member(connection: Connection, member_id: str) -> list[KeptWish]:
    """One member's wishes by day."""
    return _wishes(connection, _WISH.member_id == member_id)


def add(connection: Connection, made: KeptWish) -> None:
    """A new wish."""
    wish = made.wish
    values: dict[str, Any] = {
        "id": made.id,
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


def _wishes(connection: Connection, which: ColumnElement[bool]) -> list[KeptWish]:
    question = (
        select(*_COLUMNS)
        .join_from(WishRow, MemberRow, _WISH.member_id == _MEMBER.id)
        .where(which)
        .order_by(_WISH.day, _WISH.half, _WISH.id)
    )
    return [_kept(row) for row in connection.execute(question)]


def _kept(row: Row[Any]) -> KeptWish:
    half = Half(row.half) if row.half else None
    return KeptWish(row.id, Wish(row.member_id, row.wants, row.weekday, half, row.day))
