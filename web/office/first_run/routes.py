"""The page that opens an office."""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from web.classes.slips import code as codes
from web.office.first_run import gate, service, store
from web.office.first_run.forms import LEVELS, FirstRunForm
from web.office.first_run.service import Opening
from web.people.accounts import attempts
from web.people.administration.paper import first_passwords
from web.people.administration.service import new_account
from web.shell import visitor
from web.shell.access import defers_writing, public
from web.shell.database import begin_writing, commit_now, db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other
from web.shell.people import Level
from web.shell.runtime import runtime

blueprint = Blueprint("first_run", __name__)

_GUESSES = 10
_WRONG = (
    "Mã này không khớp với mã motcua vừa in ra khi chạy motcua serve. "
    "Anh/chị xem lại cửa sổ lệnh hoặc nhật ký của máy chủ rồi nhập lại."
)
_TOO_OFTEN = "Đã nhập sai mã quá nhiều lần nên tạm dừng nhận. Anh/chị thử lại sau {minutes} phút."


@blueprint.get("/lan-dau")
@public
def ask() -> ResponseReturnValue:
    """Ask for the unit and its first people."""
    return see_other("/") if gate.is_open() else _page(FirstRunForm(), Errors())


@blueprint.post("/lan-dau")
@defers_writing
@public
def open_now() -> ResponseReturnValue:
    """Open the office and show its first passwords once; whoever comes second is told."""
    form = FirstRunForm(request.form)
    errors = form.errors()
    opening = None if errors else _opening(form)
    begin_writing(db.connection)
    good_codes = store.lock_codes(db.connection)
    if store.has_people(db.connection):
        return page("first_run/too_late.html", status=409)
    refusal = _code_refused(form.unit.code.data or "", good_codes)
    if refusal:
        errors = Errors(Errors(code=refusal) | errors)
    if errors or opening is None:
        return _page(form, errors, 422)
    service.open_office(db.connection, runtime().effects, opening)
    commit_now()
    return first_passwords(opening.people, opened=True)


def _opening(form: FirstRunForm) -> Opening:
    """Passwords are hashed here, before anybody waits for the turn."""
    people = [
        new_account(runtime().effects, part.username.data or "", part.full_name.data or "", role)
        for role, part in form.people.items()
    ]
    unit = form.unit
    return Opening(
        unit.name.data or "", Level(unit.level.data or ""), unit.venue.data or "", tuple(people)
    )


def _code_refused(typed: str, good_codes: set[str]) -> str:
    """Counted before it is looked at, by where it comes from."""
    source = attempts.source("first run", visitor.network())
    minutes = attempts.slow_down(db.connection, runtime().effects.now(), source, _GUESSES)
    if minutes:
        return _TOO_OFTEN.format(minutes=minutes)
    digest = service.digest_of(codes.read(typed), runtime().settings.secret_key)
    return "" if digest in good_codes else _WRONG


def _page(form: FirstRunForm, errors: Errors, status: int = 200) -> Response:
    return page("first_run/ask.html", form=form, errors=errors, levels=LEVELS, status=status)
