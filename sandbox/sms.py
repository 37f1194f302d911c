"""Text messages (S4-19, S4-22): queued, delivered, lost, late, duplicated, reordered, diverted."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sandbox import faults
from sandbox.events import FaultSpent, SmsCleared, SmsReleased, SmsSent
from sandbox.log import Fact
from sandbox.state import Decision, Fault, World, happened

STRANGER = "0400000000"  # where diverted messages go; no citizen is drawn with it


@dataclass(frozen=True, slots=True)
class ClearInbox:
    """Mark everything that has arrived as seen, for the tester who reads the list."""


def send(world: World, to: str, what: str, body: str, now: datetime) -> tuple[Fact, ...]:
    """The facts of sending one message; ``what``: "otp", "password", "vneid_otp", "vneid_notice".

    The era's delivery time is added to ``now``, and a fault that is due strikes it.
    """
    usual = now + timedelta(seconds=world.era.sms_seconds)
    fault = faults.due(world, "sms", to=to, what=what)
    message = SmsSent(
        number=len(world.network.sms) + 1,
        to=to,
        what=what,
        deliver_at=usual,
        fate="delivered",
        body=body,
    )
    released = _released(world, to, usual)
    if fault is None:
        return (message, *released)
    return (FaultSpent(fault.number), *_struck(message, fault, usual), *released)


def _struck(message: SmsSent, fault: Fault, usual: datetime) -> tuple[SmsSent, ...]:
    match fault.action:
        case "lost":
            return (replace(message, deliver_at=None, fate="lost"),)
        case "reorder":
            return (replace(message, deliver_at=None, fate="held"),)
        case "late":
            late = usual + timedelta(seconds=fault.seconds)
            return (replace(message, deliver_at=late, fate="late"),)
        case "divert":
            return (replace(message, to=STRANGER, fate="diverted"),)
        case _:  # duplicate
            return (message, replace(message, number=message.number + 1, fate="duplicate"))


def _released(world: World, to: str, usual: datetime) -> tuple[Fact, ...]:
    after = usual + timedelta(seconds=1)
    return tuple(
        SmsReleased(message.number, after)
        for message in world.network.sms
        if message.to == to and message.fate == "held" and message.deliver_at is None
    )


def inbox(world: World, phone: str, now: datetime) -> tuple[SmsSent, ...]:
    """What has reached that phone by ``now``, in order of arrival."""
    arrived = [
        message
        for message in world.network.sms
        if message.to == phone and message.deliver_at is not None and message.deliver_at <= now
    ]
    return tuple(sorted(arrived, key=lambda message: (message.deliver_at, message.number)))


def clear(world: World, _command: ClearInbox, now: datetime) -> Decision:
    """What has arrived is cleared; what is still on its way will show when it does."""
    arrived = (
        message.number
        for message in world.network.sms
        if message.deliver_at is not None and message.deliver_at <= now
    )
    return happened(SmsCleared(tuple(sorted(set(arrived) - world.network.cleared))))


def on_cleared(world: World, fact: SmsCleared) -> World:
    """Fold: the tester's list is shorter."""
    cleared = world.network.cleared | set(fact.numbers)
    return replace(world, network=replace(world.network, cleared=cleared))


def on_sent(world: World, fact: SmsSent) -> World:
    """Fold: the message is on its way, or lost."""
    return replace(world, network=replace(world.network, sms=(*world.network.sms, fact)))


def on_released(world: World, fact: SmsReleased) -> World:
    """Fold: the held message gets its time of arrival."""
    messages = tuple(
        replace(message, deliver_at=fact.deliver_at) if message.number == fact.number else message
        for message in world.network.sms
    )
    return replace(world, network=replace(world.network, sms=messages))
