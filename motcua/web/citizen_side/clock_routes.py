"""The world's clock on the citizen's side, for countdowns in a world whose time may be moved."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from motcua.web.access import capability as by_link
from motcua.web.access import polled
from motcua.web.citizen_side.visits import open_side

blueprint = Blueprint("citizen_clock", __name__, url_prefix="/cong-dan/<capability>")


@blueprint.get("/_/dong-ho")
@polled
@by_link
def clock(capability: str) -> ResponseReturnValue:
    """``now`` as a timestamp, and whether time is ``running``."""
    side = open_side(capability)
    return {"now": side.at.timestamp(), "running": side.world.clock.frozen_at is None}
