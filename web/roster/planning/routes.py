"""Rosters: what holds today, and the periods."""

from dataclasses import replace

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from rostering.calendar import WEEKEND, Day
from rostering.sentences import day_in_words
from web.roster.planning import drafting, office_store, people_store, period_store
from web.roster.planning.actor import EDITORS, READERS, current_actor
from web.roster.planning.dates import SHAPE, next_month, read_day, written
from web.roster.planning.grid import titled
from web.roster.planning.office import read_office
from web.roster.planning.office_forms import WISHES_TOO_LATE, PeriodForm
from web.roster.planning.records import PeriodRecord
from web.roster.planning.sheet import find_sheet
from web.shell.access import current_person, who_may
from web.shell.database import db
from web.shell.forms import Errors, form_errors
from web.shell.htmx import page, see_other

blueprint = Blueprint("roster", __name__, url_prefix="/lich-truc")

NOBODY = "Chưa có người trực nào. Anh/chị thêm người trực trước, rồi xếp lịch."


@blueprint.get("")
@who_may(*READERS)
def home() -> ResponseReturnValue:
    """The week in which we are, and all periods."""
    unit, today = current_person().unit_id, current_actor().today
    version = period_store.published_on(db.connection, unit, today)
    found = find_sheet(db.connection, unit, version.id, today) if version else None
    week = next((w for w in found.weeks if w.monday <= today <= w.sunday), None) if found else None
    rows = [
        (one, period_store.published(db.connection, one.id), drafting.latest(db.connection, one.id))
        for one in period_store.periods(db.connection, unit)
    ]
    return page("planning/home.html", sheet=found, week=week, periods=rows, today=today)


@blueprint.get("/ky/moi")
@who_may(*EDITORS)
def new() -> ResponseReturnValue:
    """The form, filled for the next month."""
    first, last = next_month(current_actor().today)
    form = PeriodForm(first=written(first), last=written(last), venues=list(_places()))
    newest = next(iter(period_store.periods(db.connection, current_person().unit_id)), None)
    if newest:
        form.decision_number.data = newest.decision_number
        form.decision_date.data = written(newest.decision_date)
    return _form(form, Errors())


@blueprint.post("/ky/moi")
@who_may(*EDITORS)
def begin() -> ResponseReturnValue:
    """Plan it; the draft is next."""
    form = PeriodForm(request.form)
    form.places = list(_places())
    form.others = period_store.periods(db.connection, current_person().unit_id)
    errors = Errors() if form.validate() else form_errors(form)
    everybody = people_store.members(db.connection, current_person().unit_id)
    if not any(one.active for one in everybody):
        errors[""] = NOBODY
    if errors:
        return _form(form, errors, 422)
    return see_other(drafting.begin(db.connection, current_actor(), _read(form)).page)


@blueprint.get("/ky/<period_id>")
@who_may(*READERS)
def period(period_id: str) -> ResponseReturnValue:
    """The period's versions, and what is set for planning it."""
    found = _found(period_id)
    return _period(found, Errors(), written(found.wishes_until))


def _period(found: PeriodRecord, errors: Errors, until: str) -> Response:
    days = read_office(db.connection, found).days
    return page(
        "planning/period.html",
        period=found,
        versions=period_store.versions(db.connection, found.id),
        holding=period_store.published(db.connection, found.id),
        draft=drafting.latest(db.connection, found.id),
        names=people_store.names_of_accounts(db.connection),
        working=[_option(one) for one in days if one.works or one.day in found.on_duty],
        off=[_option(one) for one in days if not one.works],
        frozen=[each.isoformat() for each in found.frozen_days],
        on_duty=[each.isoformat() for each in found.on_duty],
        until=until,
        errors=errors,
        status=422 if errors else 200,
    )


@blueprint.post("/ky/<period_id>/xep-lai")
@who_may(*EDITORS)
def plan_again(period_id: str) -> ResponseReturnValue:
    """Plan again: changing as little as possible, or from the beginning."""
    found = _found(period_id, lock=True)
    least = request.form.get("cach") != "tu-dau"
    return see_other(drafting.plan_again(db.connection, current_actor(), found, least=least).page)


@blueprint.post("/ky/<period_id>/ngay")
@who_may(*EDITORS)
def set_days(period_id: str) -> ResponseReturnValue:
    """Which days stay as they are, and on which days off people are on duty; then plan again."""
    found = _found(period_id, lock=True)
    days = {one.day.isoformat(): one.day for one in read_office(db.connection, found).days}
    chosen = {name: {days[c] for c in request.form.getlist(name) if c in days} for name in _SETS}
    updated = drafting.set_days(db.connection, found, chosen["frozen"], chosen["on_duty"])
    return see_other(drafting.plan_again(db.connection, current_actor(), updated, least=True).page)


@blueprint.post("/ky/<period_id>/nguyen-vong")
@who_may(*EDITORS)
def set_wishes(period_id: str) -> ResponseReturnValue:
    """Until when wishes are taken; no day: until the roster is published."""
    found, text = _found(period_id, lock=True), request.form.get("wishes_until", "").strip()
    until = read_day(text)
    if text and (until is None or until > found.last):
        says = SHAPE if until is None else WISHES_TOO_LATE
        return _period(found, Errors(wishes_until=says), text)
    period_store.change_period(db.connection, replace(found, wishes_until=until))
    return see_other(f"{found.page}#nguyen-vong")


_SETS = ("frozen", "on_duty")


def _option(one: Day) -> tuple[str, str, str]:
    return (
        one.day.isoformat(),
        titled(day_in_words(one.day)),
        "" if one.name == WEEKEND else one.name,
    )


def _read(form: PeriodForm) -> PeriodRecord:
    first, last = read_day(form.first.data), read_day(form.last.data)
    if first is None or last is None:
        abort(400)
    return PeriodRecord(
        id=current_actor().effects.new_id(),
        unit_id=current_actor().unit_id,
        first=first,
        last=last,
        plan_start=read_day(form.plan_start.data),
        decision_number=form.decision_number.data or "",
        decision_date=read_day(form.decision_date.data),
        venues=tuple(form.venues.data or ()),
        wishes_until=read_day(form.wishes_until.data),
        made_by=current_actor().person_id,
        made_at=current_actor().now,
    )


def _places() -> dict[str, str]:
    places = office_store.places(db.connection, current_person().unit_id)
    return {place.venue.id: place.venue.name for place in places if place.active}


def _found(period_id: str, *, lock: bool = False) -> PeriodRecord:
    unit = current_person().unit_id
    return period_store.period(db.connection, unit, period_id, lock=lock) or abort(404)


def _form(form: PeriodForm, errors: Errors, status: int = 200) -> Response:
    places = [(key, name, "") for key, name in _places().items()]
    return page("planning/new_period.html", form=form, errors=errors, places=places, status=status)
