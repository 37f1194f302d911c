"""The office's working days: holidays by name, and its own days off and on."""

from datetime import date

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from rostering import calendar
from rostering.calendar import WEEKEND, Day, Override, Period
from rostering.sentences import day_in_words
from web.roster.planning import office_store
from web.roster.planning.actor import EDITORS, READERS, current_actor
from web.roster.planning.dates import read_day
from web.roster.planning.grid import titled
from web.roster.planning.office_forms import KINDS, DayForm
from web.shell.access import current_person, who_may
from web.shell.database import db
from web.shell.forms import Errors, form_errors
from web.shell.htmx import page, see_other

blueprint = Blueprint("roster_calendar", __name__, url_prefix="/lich-truc/ngay-lam-viec")


@blueprint.get("")
@who_may(*READERS)
def days() -> ResponseReturnValue:
    """This year and the next."""
    return _page(DayForm(kind="nghi"), Errors())


@blueprint.post("")
@who_may(*EDITORS)
def keep() -> ResponseReturnValue:
    """Say what kind of day it is."""
    form = DayForm(request.form)
    day = read_day(form.day.data) if form.validate() else None
    if day is None:
        return _page(form, form_errors(form), 422)
    works = form.kind.data == "lam"
    like = read_day(form.like.data) if works else None
    override = Override(day, works, form.name.data or "", like, form.source.data or "")
    office_store.save_override(db.connection, current_person().unit_id, override)
    return see_other("/lich-truc/ngay-lam-viec")


@blueprint.post("/xoa")
@who_may(*EDITORS)
def forget() -> ResponseReturnValue:
    """Go back to the usual calendar for one day."""
    day = read_day(request.form.get("day")) or abort(400)
    office_store.delete_override(db.connection, current_person().unit_id, day)
    return see_other("/lich-truc/ngay-lam-viec")


def _named(own: tuple[Override, ...]) -> list[Day]:
    year = current_actor().today.year
    period = Period(date(year, 1, 1), date(year + 1, 12, 31), overrides=own)
    return [one for one in calendar.days(period) if one.name not in {"", WEEKEND}]


def _page(form: DayForm, errors: Errors, status: int = 200) -> Response:
    own = office_store.overrides(db.connection, current_person().unit_id)
    return page(
        "planning/calendar.html",
        form=form,
        errors=errors,
        own={one.day: one for one in own},
        past_own=[one for one in own if one.day.year < current_actor().today.year],
        days=_named(own),
        today=current_actor().today,
        kinds=KINDS,
        in_words=lambda day: titled(day_in_words(day)),
        status=status,
    )
