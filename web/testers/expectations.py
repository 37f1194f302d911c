"""Ordered trouble as testers see it, and how they order it."""

from sandbox.events import FaultOrdered
from sandbox.faults import OrderFault
from sandbox.log import Actor
from sandbox.state import Fault
from web.testers.shapes.expectations import (
    Action,
    Expectation,
    Match,
    NewExpectation,
    NfcMatch,
    PortalError,
    PortalMatch,
    SmsLate,
    SmsMatch,
    VneidMatch,
)
from web.testers.world_context import WorldContext


def order(wish: NewExpectation) -> OrderFault:
    """The command behind ``POST /worlds/{id}/expectations``."""
    match, action = wish.match, wish.action
    return OrderFault(
        channel=match.channel,
        action=action.type,
        times=wish.times,
        to=(match.to or "") if isinstance(match, SmsMatch) else "",
        what=_kind_or_step(match),
        seconds=action.seconds if isinstance(action, SmsLate) else 0,
        status=(action.status or 0) if isinstance(action, PortalError) else 0,
    )


def _kind_or_step(match: SmsMatch | PortalMatch | VneidMatch | NfcMatch) -> str:
    """The kind of message or the step that is meant; "" for any."""
    if isinstance(match, NfcMatch):
        return ""
    return (match.kind if isinstance(match, SmsMatch) else match.step) or ""


def find_all(context: WorldContext) -> list[Expectation]:
    """All trouble ordered in this world, oldest first."""
    orderers = _orderers(context)
    return [_expectation(fault, orderers[fault.number]) for fault in context.world.faults]


def unspent(context: WorldContext) -> list[Expectation]:
    """What the tester ordered and the run never used up."""
    return [
        one
        for one in find_all(context)
        if one.ordered_by == "tester" and one.left and not one.withdrawn
    ]


def _orderers(context: WorldContext) -> dict[int, str]:
    if not context.world.faults:
        return {}
    return {
        entry.fact.number: "scenario" if entry.actor is Actor.SYSTEM else entry.actor.value
        for entry in context.log()
        if isinstance(entry.fact, FaultOrdered)
    }


def _expectation(fault: Fault, ordered_by: str) -> Expectation:
    on_sms = fault.channel == "sms"
    return Expectation.of(
        id=fault.number,
        match=Match.of(
            channel=fault.channel,
            to=fault.to or None,
            kind=(fault.what or None) if on_sms else None,
            step=None if on_sms else fault.what or None,
        ),
        action=Action.of(
            type=fault.action, seconds=fault.seconds or None, status=fault.status or None
        ),
        times=fault.times,
        hits=fault.times - fault.left,
        left=fault.left,
        withdrawn=fault.withdrawn,
        ordered_by=ordered_by,
    )
