"""What the citizen's telephone shows, and what the citizen says aloud."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sandbox import people, sms
from sandbox.events import AccountCreated, CodeRead, CodeSent, FormCancelled, SmsSent
from sandbox.log import Entry
from sandbox.mock_vneid.values import Device
from sandbox.mock_vneid.waiting import brought_along
from sandbox.portal.messages import sending
from sandbox.state import World
from web.desk.citizen_side.visits import Side
from web.shell.formatting import OFFICE_ZONE, clock, day, moment

_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
_WITH_CODE = frozenset({"otp", "vneid_otp"})
_FROM_VNEID = frozenset({"vneid_otp", "vneid_notice"})
_COVERS = {
    "otp": "Tin nhắn có mã",
    "vneid_otp": "Tin nhắn có mã",
    "password": "Tin nhắn có mật khẩu",
    "vneid_notice": "Tin nhắn báo kết quả",
}
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


@dataclass(frozen=True, slots=True)
class Message:
    """One message on the telephone; ``code`` "" when it carries none, ``when`` ``at`` in words.

    ``covered``: the citizen keeps it to themselves, and only ``cover`` is seen.
    """

    number: int
    from_vneid: bool
    body: str
    code: str
    at: datetime
    when: str
    cover: str
    covered: bool

    @property
    def sender(self) -> str:
        """Who it is from, as the telephone shows it."""
        return f"{'VNeID' if self.from_vneid else 'Cổng Dịch vụ công'} (diễn tập)"

    @property
    def sending(self) -> str:
        """Which of a form's codes it brings, from "1"; "" where they are not counted."""
        return sending(self.body)

    @property
    def words(self) -> str:
        """What can be seen of it."""
        if not self.covered:
            return self.body
        which = f" lần {self.sending}" if self.sending else ""
        return f"{self.cover}{which} – công dân giữ kín"


def arrived(world: World, now: datetime) -> list[SmsSent]:
    """What has reached the telephone in the citizen's hand, newest first.

    That is their own or, where they have none, the relative's that VNeID writes to; the portal's
    messages come to their own number only.
    """
    phone = people.registered_phone(world.citizen)
    own = phone == people.own_phone(world.citizen)
    inbox = (*brought_along(world), *sms.inbox(world, phone, now))
    return [each for each in reversed(inbox) if own or each.what in _FROM_VNEID]


def messages(side: Side) -> list[Message]:
    """The messages as that hand sees them, newest first: the clerk, those read aloud only.

    Raises ValueError for one without a time of arrival, which ``arrived`` never gives.
    """
    read = side.world.desk.codes_read
    return [
        _message(each, side.at, covered=side.covered and each.number not in read)
        for each in arrived(side.world, side.at)
    ]


def _message(sent: SmsSent, now: datetime, *, covered: bool) -> Message:
    at = sent.deliver_at
    if at is None:
        raise ValueError("a message that never arrived is not on any telephone")
    code = _CODE.search(sent.body) if sent.what in _WITH_CODE else None
    return Message(
        sent.number,
        sent.what in _FROM_VNEID,
        sent.body,
        code.group() if code else "",
        at,
        clock(at) if day(at) == day(now) else moment(at),
        _COVERS[sent.what],
        covered,
    )


def spoken(side: Side, log: Sequence[Entry]) -> Message | None:
    """What the citizen last read aloud, None once another code or an end has followed."""
    for entry in reversed(log):
        match entry.fact:
            case CodeRead(sms=number):
                return next((each for each in messages(side) if each.number == number), None)
            case CodeSent() | FormCancelled() | AccountCreated():
                return None
    return None


def weekday(at: datetime) -> str:
    """The day of the week in the office's zone."""
    return _WEEKDAYS[at.astimezone(OFFICE_ZONE).weekday()]


def with_old_phone(world: World) -> bool:
    """Whether the citizen has brought their former telephone."""
    return world.setup.vneid.signed_in_on == Device.OLD
