"""Trouble ordered in advance: counted and matched, never merely probable."""

from dataclasses import dataclass, replace

from motcua.sandbox.events import FaultOrdered, FaultSpent
from motcua.sandbox.state import Decision, Fault, World, happened

SMS_ACTIONS = ("lost", "late", "duplicate", "reorder", "divert")
PORTAL_ACTIONS = ("error",)


@dataclass(frozen=True, slots=True)
class OrderFault:
    """Order trouble for the next ``times`` matches.

    ``channel`` "sms": ``action`` one of SMS_ACTIONS, ``what`` "otp" or
    "password", ``to`` a phone number; "late" takes ``seconds``.
    ``channel`` "portal": ``action`` "error", ``what`` the step's name.
    """

    channel: str
    action: str
    times: int = 1
    to: str = ""
    what: str = ""
    seconds: int = 0


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
        )
    )


def due(world: World, channel: str, *, to: str = "", what: str = "") -> Fault | None:
    """The first fault that strikes this message or step, if any has hits left."""
    for fault in world.faults:
        fits = fault.channel == channel and fault.to in ("", to) and fault.what in ("", what)
        if fits and fault.left > 0:
            return fault
    return None


def on_ordered(world: World, fact: FaultOrdered) -> World:
    """Fold: the fault waits for its matches."""
    fault = Fault(
        number=fact.number,
        channel=fact.channel,
        action=fact.action,
        left=fact.times,
        to=fact.to,
        what=fact.what,
        seconds=fact.seconds,
    )
    return replace(world, faults=(*world.faults, fault))


def on_spent(world: World, fact: FaultSpent) -> World:
    """Fold: one hit fewer."""
    faults = tuple(
        replace(fault, left=fault.left - 1) if fault.number == fact.number else fault
        for fault in world.faults
    )
    return replace(world, faults=faults)
