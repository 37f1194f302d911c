"""Trouble ordered in advance: counted and matched, never merely probable."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sandbox.events import FaultOrdered, FaultSpent, FaultWithdrawn
from sandbox.state import Decision, Fault, World, happened

SMS_ACTIONS = ("lost", "late", "duplicate", "reorder", "divert")
PORTAL_ACTIONS = ("error",)
VNEID_ACTIONS = ("maintenance", "unread")
PORTAL_STEPS = ("look_up", "download", "send_code", "create")


@dataclass(frozen=True, slots=True)
class OrderFault:
    """Order trouble for the next ``times`` matches.

    ``channel`` "sms": ``action`` one of SMS_ACTIONS, ``what`` "otp", "password",
    "vneid_otp" or "vneid_notice", ``to`` a phone number; "late" takes ``seconds``.
    ``channel`` "portal": ``action`` "error", ``what`` the step's name (one of
    PORTAL_STEPS), ``status`` the HTTP status it fails with, 0 for the usual page.
    ``channel`` "vneid": ``action`` "maintenance", ``what`` the step's name
    (mock_vneid/steps.py, public_portal/steps.py), "" for any. ``channel`` "nfc":
    ``action`` "unread", the card cannot be read.
    """

    channel: str
    action: str
    times: int = 1
    to: str = ""
    what: str = ""
    seconds: int = 0
    status: int = 0


@dataclass(frozen=True, slots=True)
class WithdrawFault:
    """Take back an ordered fault, whatever hits it has left."""

    number: int


def order(world: World, command: OrderFault) -> Decision:
    """Put the fault on the list."""
    return happened(
        FaultOrdered(
            number=len(world.faults) + 1,
            channel=command.channel,
            action=command.action,
            times=command.times,
            to=command.to,
            what=command.what,
            seconds=command.seconds,
            status=command.status,
        )
    )


def withdraw(_world: World, command: WithdrawFault) -> Decision:
    """Take it off the list; the log still says that it was there."""
    return happened(FaultWithdrawn(command.number))


def due(world: World, channel: str, *, to: str = "", what: str = "") -> Fault | None:
    """The first fault that strikes this message or step, if any has hits left."""
    for fault in world.faults:
        fits = fault.channel == channel and fault.to in ("", to) and fault.what in ("", what)
        if fits and fault.left > 0 and not fault.withdrawn:
            return fault
    return None


def on_ordered(world: World, fact: FaultOrdered) -> World:
    """Fold: the fault waits for its matches."""
    fault = Fault(
        number=fact.number,
        channel=fact.channel,
        action=fact.action,
        times=fact.times,
        left=fact.times,
        to=fact.to,
        what=fact.what,
        seconds=fact.seconds,
        status=fact.status,
    )
    return replace(world, faults=(*world.faults, fault))


def on_spent(world: World, fact: FaultSpent) -> World:
    """Fold: one hit fewer."""
    return _changed(world, fact.number, lambda fault: replace(fault, left=fault.left - 1))


def on_withdrawn(world: World, fact: FaultWithdrawn) -> World:
    """Fold: it strikes no more, and its hits stay as they are."""
    return _changed(world, fact.number, lambda fault: replace(fault, withdrawn=True))


def _changed(world: World, number: int, change: Callable[[Fault], Fault]) -> World:
    faults = (change(fault) if fault.number == number else fault for fault in world.faults)
    return replace(world, faults=tuple(faults))
