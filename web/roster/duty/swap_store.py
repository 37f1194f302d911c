"""Queries about swaps."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, insert, select, update

from rostering.exchange import OPEN, Give, State, Swap
from web.roster.duty.models import SwapAnswerRow, SwapPartRow, SwapRow
from web.roster.planning.shifts_store import shift_columns, shift_of
from web.shell.ids import could_be_id

_SWAP = SwapRow.__table__.c
_PART = SwapPartRow.__table__.c
_ANSWER = SwapAnswerRow.__table__.c


@dataclass(frozen=True, slots=True)
class SwapRecord:
    """A swap as it is stored."""

    id: str
    asked_at: datetime
    swap: Swap

    @property
    def days(self) -> frozenset[date]:
        """The days it touches."""
        return frozenset(give.shift.slot.session.day for give in self.swap.exchange)


def add(connection: Connection, unit_id: int, record: SwapRecord) -> None:
    """A new request for a swap."""
    head = {
        "id": record.id,
        "unit_id": unit_id,
        "asker_id": record.swap.asker,
        "approved_by_head": record.swap.approved_by_head,
        "state": record.swap.state.value,
        "asked_at": record.asked_at,
    }
    connection.execute(insert(SwapRow), [head])
    parts = [
        {"swap_id": record.id, "place": place, "to_id": give.to, **shift_columns(give.shift)}
        for place, give in enumerate(record.swap.exchange)
    ]
    connection.execute(insert(SwapPartRow), parts)


def find(connection: Connection, unit_id: int, swap_id: str) -> SwapRecord | None:
    """The unit's swap of that id; the row is locked until the transaction ends."""
    if not could_be_id(swap_id):
        return None
    holding = select(_SWAP.id).where(_SWAP.id == swap_id).with_for_update()
    connection.execute(holding)
    return next(iter(_read(connection, _SWAP.unit_id == unit_id, _SWAP.id == swap_id)), None)


def open_in(connection: Connection, unit_id: int) -> list[SwapRecord]:
    """The unit's swaps that are open, the oldest first."""
    states = [state.value for state in OPEN]
    return _read(connection, _SWAP.unit_id == unit_id, _SWAP.state.in_(states))


def of_member(connection: Connection, member_id: str, since: datetime) -> list[SwapRecord]:
    """What a member has asked for since then, the oldest first."""
    return _read(connection, _SWAP.asker_id == member_id, _SWAP.asked_at >= since)


def involving(connection: Connection, member_id: str) -> list[SwapRecord]:
    """Every swap that a member asked for or had a part in, the oldest first."""
    parts = select(_PART.swap_id).where((_PART.member_id == member_id) | (_PART.to_id == member_id))
    return _read(connection, (_SWAP.asker_id == member_id) | _SWAP.id.in_(parts))


def save_answer(
    connection: Connection,
    swap_id: str,
    member_id: str,
    agrees: bool,
    at: datetime,
    recorded_by: int,
) -> None:
    """Store the answer of one of those concerned."""
    values = {"swap_id": swap_id, "member_id": member_id, "agrees": agrees}
    connection.execute(insert(SwapAnswerRow), [{**values, "at": at, "said_by": recorded_by}])


def close(connection: Connection, swap_id: str, state: State, at: datetime, person_id: int) -> None:
    """Store its state, and through whom it came to that."""
    values = {"state": state.value, "settled_at": at, "settled_by": person_id}
    connection.execute(update(SwapRow).where(_SWAP.id == swap_id).values(**values))


def _read(connection: Connection, *which: ColumnElement[bool]) -> list[SwapRecord]:
    question = select(SwapRow.__table__).where(*which).order_by(_SWAP.asked_at, _SWAP.id)
    rows = list(connection.execute(question))
    ids = [row.id for row in rows]
    exchanges, answers = _exchanges(connection, ids), _answers(connection, ids)
    return [
        SwapRecord(
            row.id,
            row.asked_at,
            Swap(
                row.asker_id,
                tuple(exchanges[row.id]),
                row.approved_by_head,
                State(row.state),
                answers[row.id],
            ),
        )
        for row in rows
    ]


def _exchanges(connection: Connection, ids: Iterable[str]) -> dict[str, list[Give]]:
    question = select(SwapPartRow.__table__).where(_PART.swap_id.in_(ids)).order_by(_PART.place)
    found: dict[str, list[Give]] = defaultdict(list)
    for row in connection.execute(question):
        found[row.swap_id].append(Give(shift_of(row), row.to_id))
    return found


def _answers(connection: Connection, ids: Iterable[str]) -> dict[str, dict[str, bool]]:
    columns = (_ANSWER.swap_id, _ANSWER.member_id, _ANSWER.agrees)
    found: dict[str, dict[str, bool]] = defaultdict(dict)
    for row in connection.execute(select(*columns).where(_ANSWER.swap_id.in_(ids))):
        found[row.swap_id][row.member_id] = row.agrees
    return found
