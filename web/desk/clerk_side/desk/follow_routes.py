"""What an open page asks for by itself: new lines, what can be said then, a changed panel, a pause.

Opened as pages, which happens after signing in again, the parts lead to the desk.
"""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from web.desk.citizen_side import pause
from web.desk.clerk_side.briefing import briefing_of
from web.desk.clerk_side.desk import screen
from web.desk.clerk_side.visits import Visit, open_visit
from web.shell.access import clerks_side, polled, slips_too
from web.shell.htmx import see_other, wants_fragment

blueprint = Blueprint("follow", __name__, url_prefix="/ban/<world_id>/_")


@blueprint.get("/loi-moi")
@polled
@slips_too
@clerks_side
def new_lines(world_id: str) -> ResponseReturnValue:
    """The lines of the conversation after ``sau``; 204 while there are none."""
    visit = open_visit(world_id)
    if _must_leave(visit):
        return see_other(visit.desk)
    after = request.args.get("sau", 0, type=int)
    if after >= visit.world.seq:
        return Response(status=204)
    return screen.new_lines(visit, briefing_of(visit), max(after, 0))


@blueprint.get("/cau-noi")
@polled
@slips_too
@clerks_side
def replies(world_id: str) -> ResponseReturnValue:
    """What can be said as things stand now."""
    visit = open_visit(world_id)
    return see_other(visit.desk) if _must_leave(visit) else screen.replies_fragment(visit)


@blueprint.get("/tiep-don")
@polled
@slips_too
@clerks_side
def arrival_panel(world_id: str) -> ResponseReturnValue:
    """The check at arrival; 204 for a page that says it is up to date."""
    visit = open_visit(world_id)
    if _must_leave(visit) or not visit.practises_vneid:
        return see_other(visit.desk)
    panel = screen.panel(visit, briefing_of(visit))
    if request.args.get("co") == panel.tag:
        return Response(status=204)
    return screen.panel_fragment(visit, panel)


@blueprint.get("/tam-dung")
@polled
@slips_too
@clerks_side
def paused(world_id: str) -> ResponseReturnValue:
    """What stands above the page while the class is paused; 204 for a page that says it knows."""
    visit = open_visit(world_id)
    return pause.notice(visit.desk, paused=visit.paused)


def _must_leave(visit: Visit) -> bool:
    return bool(visit.world.desk.closed) or not wants_fragment()
