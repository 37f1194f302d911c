"""Calls about a world's clock."""

from datetime import UTC, datetime, timedelta

from sandbox.clock import Advance as Jump
from sandbox.clock import Freeze, Resume
from web.shell.runtime import runtime
from web.testers import views
from web.testers.calls import call
from web.testers.problems import ApiError
from web.testers.shapes.clock import TWO_YEARS, Advance, ClockMode, ClockNow
from web.testers.world_context import WorldContext, control, world_context

_END_OF_TIME = datetime(2100, 1, 1, tzinfo=UTC)


@call("GET", "/worlds/<world_id>/clock", response=ClockNow)
def read_clock(world_id: str) -> ClockNow:
    """Read the world's time."""
    return views.clock(world_context(world_id))


@call("POST", "/worlds/<world_id>/clock/advance", body=Advance, response=ClockNow)
def advance_clock(world_id: str, body: Advance) -> ClockNow:
    """Move the clock forward, running or frozen.

    When this answers, everything due on the way has happened in its order: codes have expired,
    late messages have arrived.

    Raises:
        ApiError: 400 for a step back or of more than two years, 409 past the year 2099.
    """
    control(world_id, Jump(_seconds(world_context(world_id), body)))
    return read_clock(world_id)


def _seconds(context: WorldContext, wish: Advance) -> float:
    seconds = (wish.to - context.now).total_seconds() if wish.to else wish.seconds
    if seconds <= 0:
        raise ApiError(400, "The clock moves forward only, and that moment has passed already.")
    if seconds > TWO_YEARS:
        raise ApiError(400, "The clock moves two years at most in one call.")
    if context.now + timedelta(seconds=seconds) > _END_OF_TIME:
        raise ApiError(409, "The world's time ends with the year 2099.")
    return seconds


@call("POST", "/worlds/<world_id>/clock/mode", body=ClockMode, response=ClockNow)
def set_clock_mode(world_id: str, body: ClockMode) -> ClockNow:
    """Let the clock run, or stand still."""
    if body.mode != views.clock_mode(world_context(world_id).world):
        control(world_id, Freeze() if body.mode == "frozen" else Resume(runtime().effects.now()))
    return read_clock(world_id)
