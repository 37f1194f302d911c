"""My shifts: the next one first, saying that I am here, the calendar on my own telephone."""

from collections.abc import Iterable

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from rostering.hours import may_check_in
from rostering.sentences import leave_in_words
from rostering.values import Leave, Shift
from web.roster.duty import alarm, live, mine, news, store
from web.roster.duty.live import Live
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
    """What I have to do and when; what has changed since I looked is told this once."""
    by = current_actor()
    member = live.me(db.connection, by)
    unread = news.unread(db.connection, by, member) if member else []
    answer = shifts_page(by, unread=unread)
    if member and unread:
        with writing() as connection:
            receipt_store.mark(connection, member.id, [one.version.id for one in unread], by.now)
    return answer


def shifts_page(
    by: Actor, errors: Errors | None = None, unread: Iterable[news.News] = ()
) -> Response:
    """The page; with ``errors``, after something that could not be; ``unread``: what is new."""
    lives, leads = live.read(db.connection, by), current_person().role in EDITORS
    return page(
        "duty/mine.html",
        view=mine.read(db.connection, by, lives, live.me(db.connection, by)),
        leave_words=LEAVE_WORDS,
        leave_text=lambda one: leave_in_words(Leave(one.first, one.last, one.half)),
        base_url=runtime().settings.base_url,
        leads=leads,
        alarm=alarm.now(db.connection, by) if leads else None,
        news=unread,
        errors=errors or Errors(),
        status=422 if errors else 200,
    )


def locking_actor() -> Actor:
    """The signed-in person's, while nobody else changes the unit's rosters."""
    by = current_actor()
    live.lock(db.connection, by)
    return by


def my_member(by: Actor) -> Member:
    """The member who signs in with this account, or 404."""
    return live.me(db.connection, by) or abort(404)


def my_shift(by: Actor, key: str) -> tuple[Live, Shift]:
    """My own shift of that key, or 404."""
    found = live.find(live.read(db.connection, by), key)
    if found is None or found[1].person != my_member(by).id:
        abort(404)
    return found


@blueprint.post("/co-mat")
@who_may(*ON_DUTY)
def check_in() -> ResponseReturnValue:
    """I am at the desk."""
    by = current_actor()
    _, shift = my_shift(by, request.form.get("ca", ""))
    if not may_check_in(shift.slot.session, by.now):
        return shifts_page(by, Errors({"": _NOT_NOW}))
    place = presence_store.place_of(shift.person, shift.slot)
    presence_store.save_presence(db.connection, place, Presence(came=True, at=by.now), by.person_id)
    return see_other(HOME)


@blueprint.post("/lich-rieng")
@who_may(*ON_DUTY)
def link_calendar() -> ResponseReturnValue:
    """A new link for my calendar; the old one is dead from now on."""
    by = current_actor()
    member = my_member(by)
    _revoke(by, member)
    link = Link(by.effects.new_id(), by.unit_id, member.id, by.now, None)
    store.add_link(db.connection, link)
    return see_other(f"{HOME}#lich-rieng")


@blueprint.post("/lich-rieng/thu-hoi")
@who_may(*ON_DUTY)
def revoke_calendar() -> ResponseReturnValue:
    """Nobody sees my shifts by the link any more."""
    by = current_actor()
    _revoke(by, my_member(by))
    return see_other(f"{HOME}#lich-rieng")


def _revoke(by: Actor, member: Member) -> None:
    old = store.open_link(db.connection, by.unit_id, member.id)
    if old:
        store.revoke(db.connection, old.code, by.now)
