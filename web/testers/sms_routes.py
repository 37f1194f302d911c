"""Calls about text messages."""

from flask import Response

from sandbox.events import SmsCleared
from sandbox.sms import ClearInbox
from web.shell.database import transaction
from web.shell.runtime import runtime
from web.testers import messages
from web.testers.calls import call
from web.testers.held import control, held, held_in
from web.testers.problems import ApiError
from web.testers.shapes.messages import Cleared, Message, MessageFilter, Messages, MessageWait
from web.testers.waiting import seat, wait


@call("GET", "/worlds/<world_id>/sms", asks=MessageFilter, gives=Messages)
def list_messages(world_id: str, query: MessageFilter) -> Messages:
    """List the messages of a world, lost and queued ones too."""
    return Messages(messages=messages.listed(held(world_id), query))


@call("GET", "/worlds/<world_id>/sms/latest", asks=MessageFilter, gives=Message)
def latest_message(world_id: str, query: MessageFilter) -> Message:
    """Read the message that arrived last.

    404 while none that fits has arrived. A diverted message is found by the phone it went to.
    """
    message = messages.newest(held(world_id), query)
    if message is None:
        raise ApiError(404, "No message that fits has arrived.")
    return message


@call(
    "GET",
    "/worlds/<world_id>/sms/wait",
    asks=MessageWait,
    gives=Message,
    otherwise={204: "None arrived in time."},
)
def wait_for_message(world_id: str, query: MessageWait) -> Message | Response:
    """Wait until a message that fits has arrived, and read the one that arrived last.

    204 when none has come after ``timeout`` seconds of real time; with a frozen clock, late
    messages come only when it is advanced. When too many wait at once, 429 with ``Retry-After``.
    """
    message = _arrived(world_id, query)
    if message:
        return message
    with seat():
        message = wait(lambda: _arrived(world_id, query), query.timeout, runtime().effects)
    return message or Response(status=204)


def _arrived(world_id: str, query: MessageWait) -> Message | None:
    """Asked in a transaction of its own: the request's would never see anything new."""
    with transaction(runtime().engine, writes=False) as connection:
        return messages.newest(held_in(connection, world_id), query)


@call("DELETE", "/worlds/<world_id>/sms", gives=Cleared)
def clear_messages(world_id: str) -> Cleared:
    """Clear what has arrived from this list; the phone keeps its messages."""
    acted = control(world_id, ClearInbox())
    facts = [fact for fact in acted.decision.facts if isinstance(fact, SmsCleared)]
    return Cleared(cleared=sum(len(fact.numbers) for fact in facts))
