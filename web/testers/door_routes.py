"""The links of a tester's world: into the clerk's side without an account, and the run again."""

from flask import Blueprint, abort, redirect, render_template
from flask.typing import ResponseReturnValue

from web.practice.run_log.words import WHO
from web.practice.run_page import replay
from web.shell.access import capability as by_link
from web.shell.database import db
from web.shell.links import name_in
from web.shell.runtime import runtime
from web.testers.gate import check_switch
from web.worlds import desk_pass, service, store

blueprint = Blueprint("tester_doors", __name__, url_prefix="/mo/<capability>")
_PLACES = {"quantri": "quantri/", "may-quet": "may-quet"}


def _world_of(link: str) -> store.WorldRecord:
    check_switch()
    record = store.find_by_desk_link(db.connection, name_in(link)) or abort(404)
    if record.expires_at <= runtime().effects.now():
        abort(410)
    return record


@blueprint.get("")
@blueprint.get("/<place>")
@by_link
def enter(capability: str, place: str = "") -> ResponseReturnValue:
    """Onto the clerk's side of this one world, with a pass that is good for nothing else."""
    world_id = _world_of(capability).id
    if place and place not in _PLACES:
        abort(404)
    address = f"/ban/{world_id}/{_PLACES[place]}" if place else f"/ban/{world_id}"
    response = redirect(address, 303)
    desk_pass.grant(response, world_id)
    return response


@blueprint.get("/dien-lai")
@blueprint.get("/dien-lai/<int:seq>")
@by_link
def show_again(capability: str, seq: int = 1) -> ResponseReturnValue:
    """The run as it stood after one line of its log."""
    log = service.log(db.connection, _world_of(capability).id)
    if not 1 <= seq <= len(log):
        abort(404)
    return render_template(
        "testers/replay.html",
        snapshot=replay.at(log, seq),
        address=f"/mo/{capability}/dien-lai",
        actor_names=WHO,
    )
