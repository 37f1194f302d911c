"""Who can be on duty: the list, one person, switching somebody off and on."""

from dataclasses import replace

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from web.people.audit.log import Act
from web.roster.planning import (
    home_store,
    member_form,
    office_store,
    people,
    people_store,
    training,
)
from web.roster.planning.actor import EDITORS, READERS, current_actor
from web.roster.planning.member_form import LIMITS, PERCENTS, SKILLS, TRAITS, MemberForm
from web.roster.planning.records import Member
from web.roster.planning.sessions_chosen import OPTIONS, codes
from web.roster.planning.version_page import sees_training
from web.shell.access import current_person, who_may
from web.shell.database import db
from web.shell.forms import Errors, form_errors
from web.shell.htmx import page, see_other

blueprint = Blueprint("roster_people", __name__, url_prefix="/lich-truc/nguoi")


@blueprint.get("")
@who_may(*READERS)
def members() -> ResponseReturnValue:
    """Everybody, those switched off last."""
    unit = current_person().unit_id
    everybody = people_store.members(db.connection, unit)
    return page(
        "planning/members.html",
        active=[one for one in everybody if one.active],
        gone=[one for one in everybody if not one.active],
        lacking=training.lapsed(db.connection, unit, everybody) if sees_training() else {},
        sees_training=sees_training(),
        skills={code: words for code, words, _ in SKILLS},
        skill_of=people.skill,
    )


@blueprint.get("/them")
@who_may(*EDITORS)
def new() -> ResponseReturnValue:
    """An empty form, filled with what is usual."""
    form = MemberForm(
        skill="able",
        traits=["phone", "experienced"],
        percent="100",
        per_day="1",
        venues=list(_places()),
        available=codes(None),
    )
    return _form(None, form, Errors())


@blueprint.post("/them")
@who_may(*EDITORS)
def add() -> ResponseReturnValue:
    """Add them."""
    return _save(None)


@blueprint.get("/<member_id>")
@who_may(*EDITORS)
def one(member_id: str) -> ResponseReturnValue:
    """One person, to be changed."""
    found = _found(member_id)
    return _form(found, member_form.form_for(found, list(_places())), Errors())


@blueprint.post("/<member_id>")
@who_may(*EDITORS)
def change(member_id: str) -> ResponseReturnValue:
    """Store what was changed."""
    return _save(_found(member_id))


@blueprint.post("/<member_id>/trang-thai")
@who_may(*EDITORS)
def switch(member_id: str) -> ResponseReturnValue:
    """Switch somebody off, or on again; their shifts to come become gaps, nothing is lost."""
    found = _found(member_id)
    on = request.form.get("viec") == "bat"
    switched = replace(found, active=on)
    people_store.change_member(db.connection, switched)
    act = Act.MEMBER_ON if on else Act.MEMBER_OFF
    people.note(db.connection, current_person(), act, switched, found)
    return see_other("/lich-truc/nguoi" if on else f"{found.page}#con-truc")


def _save(found: Member | None) -> ResponseReturnValue:
    form = MemberForm(request.form)
    _set_choices(form, found)
    if not form.validate():
        return _form(found, form, form_errors(form), 422)
    member = people.save_member(db.connection, current_actor(), form, found)
    act = Act.MEMBER_CHANGED if found else Act.MEMBER_ADDED
    people.note(db.connection, current_person(), act, member, found)
    return see_other("/lich-truc/nguoi")


def _set_choices(form: MemberForm, found: Member | None) -> None:
    """Give the form what it checks against."""
    unit = current_person().unit_id
    form.homes = {home.id: home for home in home_store.organisations(db.connection, unit)}
    form.accounts = [account for account, _ in people.free_accounts(db.connection, unit, found)]
    form.places = list(_places())


def _places() -> dict[str, str]:
    places = office_store.places(db.connection, current_person().unit_id)
    return {place.venue.id: place.venue.name for place in places if place.active}


def _found(member_id: str) -> Member:
    return people_store.member(db.connection, current_person().unit_id, member_id) or abort(404)


def _form(found: Member | None, form: MemberForm, errors: Errors, status: int = 200) -> Response:
    unit = current_person().unit_id
    homes = [(home.id, home.name) for home in home_store.organisations(db.connection, unit)]
    accounts = [(str(key), name) for key, name in people.free_accounts(db.connection, unit, found)]
    return page(
        "planning/member.html",
        member=found,
        form=form,
        errors=errors,
        homes=[("", "Chọn trong danh sách"), *homes],
        accounts=[("", "Không có tài khoản"), *accounts],
        places=[(key, name, "") for key, name in _places().items()],
        skills=SKILLS,
        traits=TRAITS,
        percents=PERCENTS,
        limits=LIMITS,
        half_days=OPTIONS,
        shifts=people.shifts_to_come(db.connection, current_actor(), found) if found else [],
        status=status,
    )
