"""What opens by a link alone: somebody's calendar, the lobby's screen, the roster in force."""

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from web.roster.duty import current_rosters, feed, lobby, store
from web.roster.duty.feed import CalendarShift
from web.roster.duty.store import Link
from web.roster.planning import people_store
from web.roster.planning.actor import Actor
from web.roster.planning.grid import place_of
from web.shell.access import capability, polled
from web.shell.database import db
from web.shell.htmx import page
from web.shell.links import name_in
from web.shell.runtime import runtime

blueprint = Blueprint("duty_links", __name__)


def _link(code: str) -> Link:
    """The link of that code; 404 when there never was one, 410 once it is revoked."""
    found = store.link(db.connection, name_in(code)) or abort(404)
    if found.revoked_at:
        abort(page("duty/revoked.html", status=410))
    return found


def _nobody(link: Link) -> Actor:
    """A reader who has only the link."""
    return Actor(0, link.unit_id, runtime().effects)


@blueprint.get("/lich-ca-nhan/<capability>.ics")
@polled
@capability
def calendar(capability: str) -> ResponseReturnValue:
    """Somebody's shifts, for the calendar on their telephone."""
    link = _link(capability)
    member = people_store.member(db.connection, link.unit_id, link.member_id or "") or abort(404)
    shifts = [
        CalendarShift(shift, place_of(roster.office, shift.slot), roster.version.number, published)
        for roster in current_rosters.read(db.connection, _nobody(link))
        if (published := roster.version.published_at)
        for shift in roster.valid_shifts
        if shift.person == member.id
    ]
    return Response(feed.calendar(member.name, shifts), content_type=feed.TYPE)


@blueprint.get("/dang-truc/<capability>")
@polled
@capability
def on_duty(capability: str) -> ResponseReturnValue:
    """Who is at the desks now; asks again by itself."""
    link = _link(capability)
    if link.member_id is not None:
        abort(404)
    view = lobby.read(db.connection, _nobody(link))
    return page("duty/lobby.html", fragment="desks", view=view, address=link.lobby)
