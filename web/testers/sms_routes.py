"""Calls about text messages."""

from flask import Response

from sandbox.events import SmsCleared
from sandbox.sms import ClearInbox
from web.shell.database import transaction
from web.shell.runtime import runtime
from web.testers import messages
from web.testers.calls import call
from web.testers.problems import ApiError
from web.testers.shapes.messages import Cleared, Message, MessageFilter, Messages, MessageWait
from web.testers.waiting import wait, waiting_slot
from web.testers.world_context import control, world_context, world_context_in


@call("GET", "/worlds/<world_id>/sms", query=MessageFilter, response=Messages)
def list_messages(world_id: str, query: MessageFilter) -> Messages:
    """List the messages of a world, lost and queued ones too."""
    return Messages(messages=messages.find(world_context(world_id), query))


@call("GET", "/worlds/<world_id>/sms/latest", query=MessageFilter, response=Message)
def latest_message(world_id: str, query: MessageFilter) -> Message:
    """Read the message that arrived last.

    404 while none that fits has arrived. A diverted message is found by the phone it went to.

    Raises:
        ApiError: 404 while none has arrived.
    """
    message = messages.newest(world_context(world_id), query)
    if message is None:
        raise ApiError(404, "No message that fits has arrived.")
    return message


@call(
    "GET",
    "/worlds/<world_id>/sms/wait",
    query=MessageWait,
    response=Message,
    other_statuses={204: "None arrived in time."},
)
def wait_for_message(world_id: str, query: MessageWait) -> Message | Response:
    """Wait until a message that fits has arrived, and read the one that arrived last.

    204 when none has come after ``timeout`` seconds of real time; with a frozen clock, late
    messages come only when it is advanced. When too many wait at once, 429 with ``Retry-After``.
    """
    message = _newest_message(world_id, query)
    if message:
        return message
    with waiting_slot():
        message = wait(lambda: _newest_message(world_id, query), query.timeout, runtime().effects)
    return message or Response(status=204)


def _newest_message(world_id: str, query: MessageWait) -> Message | None:
    """Asked in a transaction of its own: the request's would never see anything new."""
    with transaction(runtime().engine, writes=False) as connection:
        return messages.newest(world_context_in(connection, world_id), query)


@call("DELETE", "/worlds/<world_id>/sms", response=Cleared)
def clear_messages(world_id: str) -> Cleared:
    """Clear what has arrived from this list; the phone keeps its messages."""
    result = control(world_id, ClearInbox())
    facts = [fact for fact in result.decision.facts if isinstance(fact, SmsCleared)]
    return Cleared(cleared=sum(len(fact.numbers) for fact in facts))
