"""Messages with all that the log knows about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sandbox.events import CodeIssued, CodeSent, SmsSent
from sandbox.log import Entry
from sandbox.state import World
from web.testers.shapes.messages import Message, MessageFilter
from web.testers.world_context import WorldContext

Status = Literal["queued", "delivered", "lost", "diverted"]

_WITH_CODE = frozenset({"otp", "vneid_otp"})


@dataclass(frozen=True, slots=True)
class _Code:
    """A code made at event ``seq``; a newer one of the same ``row`` takes its place."""

    seq: int
    row: str
    digits: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class _Sending:
    """When a message was sent, and the code it was sent with."""

    at: datetime
    code: _Code | None


def find(context: WorldContext, query: MessageFilter) -> list[Message]:
    """The messages of the world that fit, cleared ones left out, in the order of sending."""
    matching = [
        message for message in context.world.network.sms if _fits(context.world, message, query)
    ]
    if not matching:
        return []
    sendings = _sendings(context.log())
    return [_message(message, sendings, context.now) for message in matching]


def newest(context: WorldContext, query: MessageFilter) -> Message | None:
    """What arrived last among those that fit; a diverted one only when its phone is asked for."""
    diverted_too = query.to is not None
    arrived = [
        message
        for message in find(context, query)
        if message.delivered_at and (message.status == "delivered" or diverted_too)
    ]
    return max(arrived, key=_arrival, default=None)


def _arrival(message: Message) -> tuple[datetime | None, int]:
    return message.delivered_at, message.seq


def _fits(world: World, message: SmsSent, query: MessageFilter) -> bool:
    return (
        message.number > query.after
        and message.number not in world.network.cleared
        and query.to in (None, message.to)
        and query.kind in (None, message.what)
    )


def _sendings(log: Sequence[Entry]) -> dict[int, _Sending]:
    """Every message's sending by its number; a code is sent right before its message."""
    sendings: dict[int, _Sending] = {}
    code: _Code | None = None
    for entry in log:
        code = _code(entry) or code
        if isinstance(entry.fact, SmsSent):
            carried = code if entry.fact.what in _WITH_CODE else None
            sendings[entry.fact.number] = _Sending(entry.at, carried)
    return sendings


def _code(entry: Entry) -> _Code | None:
    match entry.fact:
        case CodeSent(form=form, digits=digits, expires_at=expires_at):
            return _Code(entry.seq, f"form {form}", digits, expires_at)
        case CodeIssued(digits=digits, expires_at=expires_at):
            return _Code(entry.seq, "vneid", digits, expires_at)
    return None


def _message(message: SmsSent, sendings: dict[int, _Sending], now: datetime) -> Message:
    sending = sendings[message.number]
    arrived = message.deliver_at is not None and message.deliver_at <= now
    return Message.of(
        seq=message.number,
        to=message.to,
        kind=message.what,
        body=message.body,
        code=sending.code.digits if sending.code else None,
        issued_at=sending.at,
        deliver_at=message.deliver_at,
        delivered_at=message.deliver_at if arrived else None,
        expires_at=sending.code.expires_at if sending.code else None,
        superseded_by=_superseded_by(sending.code, sendings),
        status=_status(message, arrived=arrived),
    )


def _status(message: SmsSent, *, arrived: bool) -> Status:
    if message.fate == "lost":
        return "lost"
    if not arrived:
        return "queued"
    return "diverted" if message.fate == "diverted" else "delivered"


def _superseded_by(code: _Code | None, sendings: dict[int, _Sending]) -> int | None:
    if code is None:
        return None
    newer = (
        number
        for number, sending in sendings.items()
        if sending.code and sending.code.row == code.row and sending.code.seq > code.seq
    )
    return min(newer, default=None)
