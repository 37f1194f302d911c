"""What may be done to people, units and rights, and how it is written down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from flask import has_request_context
from sqlalchemy import Connection

from web.people.audit import store
from web.shell.people import Person

Change = tuple[str, str, str]  # what, before, after, in words
COMMAND_LINE = "Dòng lệnh"
FIRST_PAGE = "Trang mở bộ phận lần đầu"


class Act(StrEnum):
    """What was done."""

    PERSON_ADDED = "person.added"
    PERSON_CHANGED = "person.changed"
    PASSWORD_RESET = "person.password_reset"  # noqa: S105  # a name
    SWITCHED_OFF = "person.off"
    SWITCHED_ON = "person.on"
    UNIT_ADDED = "unit.added"
    UNIT_CHANGED = "unit.changed"
    MEMBER_ADDED = "member.added"
    MEMBER_CHANGED = "member.changed"
    MEMBER_OFF = "member.off"
    MEMBER_ON = "member.on"
    SLIPS_MADE = "slips.made"
    SLIP_WITHDRAWN = "slip.withdrawn"


WORDS: Mapping[str, str] = {
    Act.PERSON_ADDED: "Thêm người dùng",
    Act.PERSON_CHANGED: "Sửa người dùng",
    Act.PASSWORD_RESET: "Cấp lại mật khẩu",
    Act.SWITCHED_OFF: "Tạm ngừng tài khoản",
    Act.SWITCHED_ON: "Cho dùng lại tài khoản",
    Act.UNIT_ADDED: "Thêm đơn vị",
    Act.UNIT_CHANGED: "Sửa đơn vị",
    Act.MEMBER_ADDED: "Thêm người trực",
    Act.MEMBER_CHANGED: "Sửa người trực",
    Act.MEMBER_OFF: "Cho người trực nghỉ hẳn",
    Act.MEMBER_ON: "Cho người trực trở lại",
    Act.SLIPS_MADE: "Làm phiếu vào lớp",
    Act.SLIP_WITHDRAWN: "Thu hồi phiếu vào lớp",
}


@dataclass(frozen=True, slots=True)
class About:
    """Whom or what an act was done to, and in which unit; ``person_id`` where it is an account."""

    subject: str
    unit_id: int
    person_id: int | None = None


def note(
    connection: Connection,
    now: datetime,
    by: Person | None,
    act: Act,
    about: About,
    changes: Iterable[Change] = (),
) -> None:
    """Write it down, in the transaction that does it.

    ``by`` None: on the command line, or on the page that opens an office.
    """
    nobody = FIRST_PAGE if has_request_context() else COMMAND_LINE
    name = f"{by.full_name} ({by.username})" if by else nobody
    store.add(connection, now, by.id if by else None, name, act, about, tuple(changes))


def changes_of(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Change, ...]:
    """What differs between two descriptions with the same parts."""
    return tuple(
        (what, str(before.get(what, "")), str(value))
        for what, value in after.items()
        if before.get(what, "") != value
    )
