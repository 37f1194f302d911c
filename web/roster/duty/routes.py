"""My shifts: the next one first, saying that I am here, the calendar on my own telephone."""

from collections.abc import Iterable

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from rostering.hours import may_check_in
from rostering.sentences import leave_in_words
from rostering.values import Leave, Shift
from web.roster.duty import alarm, current_rosters, mine, news, store
from web.roster.duty.current_rosters import CurrentRoster
from web.roster.duty.mine import LEAVE_WORDS
from web.roster.duty.store import Link
from web.roster.planning import presence_store, receipt_store
from web.roster.planning.actor import EDITORS, Actor, current_actor
from web.roster.planning.presence_store import Presence
from web.roster.planning.records import Member
from web.shell.access import Role, current_person, who_may
from web.shell.database import db, writing
from web.shell.forms import Errors
from web.shell.htmx import page, see_other
from web.shell.runtime import runtime

blueprint = Blueprint("duty", __name__, url_prefix="/ca-truc")

ON_DUTY = (Role.CLERK, Role.TRAINER, Role.DESK_HEAD)
HOME = "/ca-truc"
_NOT_NOW = "Chưa đến giờ trực hoặc ca đã hết, nên chưa ghi nhận có mặt. Anh/chị xem lại giờ của ca."


@blueprint.get("")
@who_may(*ON_DUTY)
def home() -> ResponseReturnValue:
    """What I have to do and when; what has changed since I looked is shown this once."""
    actor = current_actor()
    member = current_rosters.me(db.connection, actor)
    unread = news.unread(db.connection, actor, member) if member else []
    answer = shifts_page(actor, unread=unread)
    if member and unread:
        with writing() as connection:
            receipt_store.mark(connection, member.id, [one.version.id for one in unread], actor.now)
    return answer


def shifts_page(
    actor: Actor, errors: Errors | None = None, unread: Iterable[news.News] = ()
) -> Response:
    """The page; with ``errors``, after something that could not be; ``unread``: what is new."""
    rosters, leads = current_rosters.read(db.connection, actor), current_person().role in EDITORS
    return page(
        "duty/mine.html",
        view=mine.read(db.connection, actor, rosters, current_rosters.me(db.connection, actor)),
        leave_words=LEAVE_WORDS,
        leave_text=lambda one: leave_in_words(Leave(one.first, one.last, one.half)),
        base_url=runtime().settings.base_url,
        leads=leads,
        alarm=alarm.now(db.connection, actor) if leads else None,
        news=unread,
        errors=errors or Errors(),
        status=422 if errors else 200,
    )


def locking_actor() -> Actor:
    """The signed-in person; nobody else changes the unit's rosters until the request is over."""
    actor = current_actor()
    current_rosters.lock(db.connection, actor)
    return actor


def my_member(actor: Actor) -> Member:
    """The member who signs in with this account, or 404."""
    return current_rosters.me(db.connection, actor) or abort(404)


def my_shift(actor: Actor, key: str) -> tuple[CurrentRoster, Shift]:
    """My own shift of that key, or 404."""
    found = current_rosters.find(current_rosters.read(db.connection, actor), key)
    if found is None or found[1].person != my_member(actor).id:
        abort(404)
    return found


@blueprint.post("/co-mat")
@who_may(*ON_DUTY)
def check_in() -> ResponseReturnValue:
    """I am at the desk."""
    actor = current_actor()
    _, shift = my_shift(actor, request.form.get("ca", ""))
    if not may_check_in(shift.slot.session, actor.now):
        return shifts_page(actor, Errors({"": _NOT_NOW}))
    place = presence_store.place_of(shift.person, shift.slot)
    presence_store.save_presence(
        db.connection, place, Presence(came=True, at=actor.now), actor.person_id
    )
    return see_other(HOME)


@blueprint.post("/lich-rieng")
@who_may(*ON_DUTY)
def link_calendar() -> ResponseReturnValue:
    """A new link for my calendar; the old one is dead from now on."""
    actor = current_actor()
    member = my_member(actor)
    _revoke(actor, member)
    link = Link(actor.effects.new_id(), actor.unit_id, member.id, actor.now, None)
    store.add_link(db.connection, link)
    return see_other(f"{HOME}#lich-rieng")


@blueprint.post("/lich-rieng/thu-hoi")
@who_may(*ON_DUTY)
def revoke_calendar() -> ResponseReturnValue:
    """Nobody sees my shifts by the link any more."""
    actor = current_actor()
    _revoke(actor, my_member(actor))
    return see_other(f"{HOME}#lich-rieng")


def _revoke(actor: Actor, member: Member) -> None:
    old = store.open_link(db.connection, actor.unit_id, member.id)
    if old:
        store.revoke(db.connection, old.code, actor.now)
