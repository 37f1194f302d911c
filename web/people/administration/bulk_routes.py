"""Several people at once: what hangs on them is shown, then it is done."""

from flask import Blueprint, Response, abort, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from web.people.administration import bulk
from web.people.administration.bulk import Chosen, Job
from web.people.administration.paper import first_passwords
from web.people.administration.people_page import people_page
from web.shell.access import Role, current_person, defers_writing, who_may
from web.shell.database import begin_writing, commit_now, db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other
from web.shell.runtime import runtime

blueprint = Blueprint("people_bulk", __name__)

_CHANGED = (
    "Có việc vừa thay đổi từ lúc anh/chị mở trang này, nên chưa làm gì. "
    "Anh/chị xem lại dưới đây rồi bấm lần nữa."
)


@blueprint.get(bulk.PAGE)
@who_may(Role.ADMINISTRATOR)
def ask() -> ResponseReturnValue:
    """What hangs on those chosen."""
    chosen = _read(request.args)
    return chosen if isinstance(chosen, Response) else _page(chosen, Errors())


@blueprint.post(bulk.PAGE)
@defers_writing
@who_may(Role.ADMINISTRATOR)
def carry_out() -> ResponseReturnValue:
    """Do it, if all is still as it was shown."""
    first, effects = _read(request.form), runtime().effects
    if isinstance(first, Response):
        return first
    passwords = bulk.new_passwords(effects, first) if first.job is Job.RENEW else []
    begin_writing(db.connection)
    chosen = _read(request.form)
    if isinstance(chosen, Response):
        return chosen
    if request.form.get("da_xem") != chosen.seen or chosen.people != first.people:
        return _page(chosen, Errors({"": _CHANGED}))
    if chosen.job is Job.RENEW:
        bulk.renew(db.connection, effects, current_person(), chosen, passwords)
        commit_now()
        return first_passwords(passwords)
    bulk.carry_out(db.connection, effects, current_person(), chosen)
    return see_other(url_for("administration.people"))


def _read(asked: MultiDict[str, str]) -> Chosen | Response:
    if asked.get("viec") not in list(Job):
        abort(400)
    chosen = bulk.read(db.connection, runtime().effects, current_person(), asked)
    return chosen if isinstance(chosen, Chosen) else people_page(Errors([chosen]))


def _page(chosen: Chosen, errors: Errors) -> Response:
    return page(
        "administration/bulk.html",
        chosen=chosen,
        errors=errors,
        action=bulk.PAGE,
        status=422 if errors else 200,
    )
