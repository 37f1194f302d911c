"""What the citizen's telephone shows, and what the citizen says aloud."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sandbox import people, sms
from sandbox.events import AccountCreated, CodeRead, CodeSent, FormCancelled, SmsSent
from sandbox.log import Entry
from sandbox.mock_vneid.values import Device
from sandbox.state import World
from web.shell.formatting import OFFICE_ZONE

_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
_WITH_CODE = frozenset({"otp", "vneid_otp"})
_FROM_VNEID = frozenset({"vneid_otp", "vneid_notice"})
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


@dataclass(frozen=True, slots=True)
class Message:
    """One message on the telephone; ``code`` "" when it carries none."""

    number: int
    from_vneid: bool
    body: str
    code: str
    at: datetime

    @property
    def sender(self) -> str:
        """Who it is from, as the telephone shows it."""
        return f"{'VNeID' if self.from_vneid else 'Cổng Dịch vụ công'} (diễn tập)"


def messages(world: World, now: datetime) -> list[Message]:
    """What has reached the telephone in the citizen's hand, newest last.

    That is their own or, where they have none, the relative's that VNeID writes to; the portal's
    messages come to their own number only. Raises ValueError for one without a time of arrival,
    which ``sms.inbox`` never gives.
    """
    phone = people.registered_phone(world.citizen)
    own = phone == people.own_phone(world.citizen)
    arrived = sms.inbox(world, phone, now)
    return [_message(each) for each in arrived if own or each.what in _FROM_VNEID]


def _message(arrived: SmsSent) -> Message:
    at = arrived.deliver_at
    if at is None:
        raise ValueError("a message that never arrived is not on any telephone")
    code = _CODE.search(arrived.body) if arrived.what in _WITH_CODE else None
    from_vneid = arrived.what in _FROM_VNEID
    return Message(arrived.number, from_vneid, arrived.body, code.group() if code else "", at)


def spoken(world: World, log: Sequence[Entry]) -> str:
    """The digits the citizen last read aloud, "" once another code or an end has followed."""
    for entry in reversed(log):
        match entry.fact:
            case CodeRead(sms=number):
                return _digits_of(world, number)
            case CodeSent() | FormCancelled() | AccountCreated():
                return ""
    return ""


def _digits_of(world: World, number: int) -> str:
    body = next(message.body for message in world.network.sms if message.number == number)
    found = _CODE.search(body)
    return found.group() if found else ""


def weekday(at: datetime) -> str:
    """The day of the week in the office's zone."""
    return _WEEKDAYS[at.astimezone(OFFICE_ZONE).weekday()]


def with_old_phone(world: World) -> bool:
    """Whether the citizen has brought their former telephone."""
    return world.setup.vneid.signed_in_on == Device.OLD
