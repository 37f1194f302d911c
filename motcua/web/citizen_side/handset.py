"""What the citizen's telephone shows, and what the citizen says aloud."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.sandbox import people, sms
from motcua.sandbox.events import AccountCreated, CodeRead, CodeSent, FormCancelled, SmsSent
from motcua.sandbox.log import Entry
from motcua.sandbox.state import World

SENDER = "Cổng Dịch vụ công (diễn tập)"
_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")


@dataclass(frozen=True, slots=True)
class Message:
    """One message on the telephone; ``code`` "" when it carries none."""

    number: int
    body: str
    code: str
    at: datetime


def messages(world: World, now: datetime) -> list[Message]:
    """What has reached the citizen's own telephone, newest last."""
    return [_message(arrived) for arrived in sms.inbox(world, people.own_phone(world.citizen), now)]


def _message(arrived: SmsSent) -> Message:
    at = arrived.deliver_at
    if at is None:
        raise ValueError("a message that never arrived is not on any telephone")
    code = _CODE.search(arrived.body) if arrived.what == "otp" else None
    return Message(arrived.number, arrived.body, code.group() if code else "", at)


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
