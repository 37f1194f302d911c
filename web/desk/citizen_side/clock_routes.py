"""The world's clock on the citizen's side: for countdowns, and whether the class is paused."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from web.desk.citizen_side import pause
from web.desk.citizen_side.visits import open_side
from web.shell.access import capability as by_link
from web.shell.access import polled

blueprint = Blueprint("citizen_clock", __name__, url_prefix="/cong-dan/<capability>")


@blueprint.get("/_/dong-ho")
@polled
@by_link
def clock(capability: str) -> ResponseReturnValue:
    """``now`` as a timestamp, and whether time is ``running``."""
    side = open_side(capability)
    return {"now": side.at.timestamp(), "running": side.world.clock.frozen_at is None}


@blueprint.get("/_/tam-dung")
@polled
@by_link
def paused(capability: str) -> ResponseReturnValue:
    """What stands above the screen while the class is paused; 204 for one that says it knows."""
    side = open_side(capability)
    return pause.notice(side.home, paused=side.paused)
