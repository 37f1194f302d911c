"""Everything the office stores about one person's duty, for that person.

One set of rows for the screen, the workbook and JSON. Of colleagues only those are named whose
shifts somebody asked to have or gave away.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from rostering.sentences import HALVES, WEEKDAYS
from rostering.values import Half
from web.roster.duty import store, swap_store, swaps
from web.roster.duty.mine import LEAVE_WORDS
from web.roster.planning import own_store, people_store, wish_store
from web.roster.planning.own_store import Membership
from web.shell.formatting import machine_time
from web.shell.spreadsheets import Cell, Table

Rows = Iterator[Sequence[Cell]]
_OUTCOMES = {
    "covered": "có người thay",
    "assigned": "trưởng bộ phận cử người thay",
    "empty": "để trống",
    "back": "vẫn đi trực",
}


@dataclass(frozen=True, slots=True)
class DutyTable:
    """One kind of record: a sheet, whose columns are called ``fields`` in JSON."""

    key: str
    table: Table
    fields: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.table.rows)

    def as_json(self) -> list[dict[str, Any]]:
        """Rows as objects; days and moments are ISO 8601."""
        return [
            {name: _plain(cell) for name, cell in zip(self.fields, row, strict=True)}
            for row in self.table.rows
        ]


def _plain(cell: Cell) -> str | int | None:
    match cell:
        case datetime():
            return machine_time(cell)
        case date():
            return cell.isoformat()
        case _:
            return cell


_KINDS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "turns",
        "Ca trực",
        ("Ngày", "Buổi", "Nơi trực", "Đơn vị", "Điểm danh", "Ghi lúc"),
        ("day", "half", "venue", "unit", "attendance", "said_at"),
    ),
    (
        "swaps",
        "Đổi ca",
        ("Đề nghị lúc", "Người đề nghị", "Ngày", "Buổi", "Người nhường", "Người nhận", "Kết quả"),
        ("asked_at", "asked_by", "day", "half", "gives", "takes", "state"),
    ),
    (
        "absences",
        "Nghỉ đột xuất",
        ("Ngày", "Buổi", "Báo lúc", "Kết quả", "Xong lúc"),
        ("day", "half", "told_at", "outcome", "closed_at"),
    ),
    (
        "answers",
        "Trả lời trực thay",
        ("Ngày", "Buổi", "Trả lời", "Lúc"),
        ("day", "half", "answer", "at"),
    ),
    (
        "leave",
        "Ngày nghỉ",
        ("Từ ngày", "Đến hết ngày", "Buổi", "Trạng thái", "Lý do", "Xin lúc"),
        ("first", "last", "half", "state", "reason", "asked_at"),
    ),
    ("wishes", "Nguyện vọng", ("Muốn hay không", "Khi nào"), ("wants", "when")),
    ("calendar_links", "Lịch điện thoại", ("Tạo lúc", "Thu hồi lúc"), ("made_at", "revoked_at")),
    (
        "seen",
        "Đã xem lịch",
        ("Kỳ từ ngày", "Đến ngày", "Bản số", "Xem lúc"),
        ("first", "last", "version", "at"),
    ),
)


def read(connection: Connection, person_id: int) -> tuple[DutyTable, ...]:
    """Every kind, empty ones too; nothing at all for somebody who never was on a list."""
    found = own_store.memberships(connection, person_id)
    if not found:
        return ()
    rows: dict[str, list[Sequence[Cell]]] = {key: [] for key, *_ in _KINDS}
    for mine in found:
        for key, each in _rows(connection, mine).items():
            rows[key] += each
    return tuple(
        DutyTable(key, Table(name, columns, tuple(rows[key])), fields)
        for key, name, columns, fields in _KINDS
    )


def _rows(connection: Connection, mine: Membership) -> dict[str, Rows]:
    return {
        "turns": _shifts(connection, mine),
        "swaps": _swaps(connection, mine),
        "absences": _absences(connection, mine),
        "answers": _answers(connection, mine),
        "leave": _leave(connection, mine),
        "wishes": _wishes(connection, mine),
        "calendar_links": iter(store.links_of(connection, mine.id)),
        "seen": iter(own_store.receipts(connection, mine.id)),
    }


def _shifts(connection: Connection, mine: Membership) -> Rows:
    attendance = {True: "có mặt", False: "vắng", None: "không ghi"}
    for row in own_store.shifts(connection, mine.id):
        yield row.day, _half(row.half), row.venue, mine.unit, attendance[row.came], row.at


def _swaps(connection: Connection, mine: Membership) -> Rows:
    members = people_store.members(connection, mine.unit_id)
    names: Mapping[str, str] = {one.id: one.name for one in members}
    for record in swap_store.involving(connection, mine.id):
        for give in record.swap.exchange:
            session = give.shift.slot.session
            who = (names[give.shift.person], names[give.to])
            state, _ = swaps.WORDS[record.swap.state]
            half = _half(session.half)
            yield record.asked_at, names[record.swap.asker], session.day, half, *who, state


def _absences(connection: Connection, mine: Membership) -> Rows:
    for row in own_store.absences(connection, mine.id):
        outcome = _OUTCOMES.get(row.outcome, "chưa xong")
        yield row.day, _half(row.half), row.began_at, outcome, row.closed_at


def _answers(connection: Connection, mine: Membership) -> Rows:
    for row in own_store.answers(connection, mine.id):
        answer = "nhận trực" if row.agrees else "không đi được"
        yield row.day, _half(row.half), answer, row.at


def _leave(connection: Connection, mine: Membership) -> Rows:
    for one in people_store.leave_of_member(connection, mine.id):
        half = _half(one.half) if one.half else "cả ngày"
        state, _ = LEAVE_WORDS[one.state]
        yield one.first, one.last, half, state, one.note, one.asked_at


def _wishes(connection: Connection, mine: Membership) -> Rows:
    for record in wish_store.of_member(connection, mine.id):
        wish = record.wish
        when = [_half(wish.half)] if wish.half else []
        when += [WEEKDAYS[wish.weekday]] if wish.weekday is not None else []
        when += [f"{wish.day:%d/%m/%Y}"] if wish.day else []
        yield "muốn trực" if wish.wants else "không muốn trực", " ".join(when) or "lúc nào"


def _half(code: str) -> str:
    return HALVES[Half(code)]
