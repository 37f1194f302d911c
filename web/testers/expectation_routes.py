"""Calls about trouble ordered in advance."""

from sandbox.faults import WithdrawFault
from web.testers import expectations
from web.testers.calls import call
from web.testers.problems import ApiError
from web.testers.shapes.expectations import Expectation, Expectations, NewExpectation, Withdrawn
from web.testers.world_context import WorldContext, control, world_context

_MOST = 200  # a world stays quick to fold, and nobody reads a longer list


@call(
    "POST", "/worlds/<world_id>/expectations", body=NewExpectation, response=Expectation, status=201
)
def order_trouble(world_id: str, body: NewExpectation) -> Expectation:
    """Order trouble for the next messages or steps that match.

    Counted, never merely probable: the oldest expectation with hits left strikes first.

    Raises:
        ApiError: 409 when the world has as many as it may.
    """
    if len(world_context(world_id).world.faults) >= _MOST:
        raise ApiError(409, f"This world has {_MOST} expectations already. Reset it first.")
    control(world_id, expectations.order(body))
    return expectations.find_all(world_context(world_id))[-1]


@call("GET", "/worlds/<world_id>/expectations", response=Expectations)
def list_trouble(world_id: str) -> Expectations:
    """List all trouble ordered in this world, with the hits it has left."""
    return Expectations(expectations=expectations.find_all(world_context(world_id)))


@call("DELETE", "/worlds/<world_id>/expectations", response=Withdrawn)
def withdraw_all_trouble(world_id: str) -> Withdrawn:
    """Take back all trouble that has hits left, the scenario's own too."""
    waiting = [fault.number for fault in world_context(world_id).world.faults if fault.left]
    return _withdraw(world_id, waiting)


@call("DELETE", "/worlds/<world_id>/expectations/<number>", response=Withdrawn)
def withdraw_trouble(world_id: str, number: str) -> Withdrawn:
    """Take back one expectation; the list goes on showing it, as withdrawn.

    Raises:
        ApiError: 404 when there is none of that number.
    """
    context = world_context(world_id)
    if not any(str(fault.number) == number for fault in context.world.faults):
        raise ApiError(404, "This world has no expectation of that id.")
    return _withdraw(world_id, [int(number)])


def _withdraw(world_id: str, numbers: list[int]) -> Withdrawn:
    context = world_context(world_id)
    todo = [number for number in numbers if not _is_withdrawn(context, number)]
    for number in todo:
        control(world_id, WithdrawFault(number))
    return Withdrawn(withdrawn=todo)


def _is_withdrawn(context: WorldContext, number: int) -> bool:
    return context.world.faults[number - 1].withdrawn
