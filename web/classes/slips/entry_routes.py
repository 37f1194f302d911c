"""For whoever holds a slip: come into its class without a password.

The QR code carries the code behind the address's #, which browsers send to nobody; the form posts
it. So it stands in no log of addresses and in no Referer.
"""

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from sandbox.guard import real_looking
from web.classes.lessons.members_store import note_entered_by_slip
from web.classes.slips import service
from web.classes.slips.store import SlipRecord
from web.shell import visitor
from web.shell.access import person_or_none, public
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other
from web.shell.people import Slip
from web.shell.runtime import runtime
from web.shell.sessions import sign_in

blueprint = Blueprint("slip_entry", __name__, url_prefix="/vao-lop")
_SHOWN_AGAIN = 40  # letters; a code takes 12


@blueprint.get("")
@public
def ask() -> ResponseReturnValue:
    """Ask for the code; a script takes it over from the address."""
    return _page("", Errors())


@blueprint.post("")
@public
def enter() -> ResponseReturnValue:
    """Open a session that reaches the class of the slip and nothing else."""
    typed, here = request.form.get("phieu", ""), person_or_none()
    record = service.enter(db.connection, typed, visitor.network(), here)
    if isinstance(record, str):
        return _page(typed, Errors(phieu=record), 422)
    if here is None or here.slip:  # whoever has signed in by password needs no smaller session
        _open(record)
    return see_other(url_for("taking_part.tasks", class_id=record.class_id))


def _open(record: SlipRecord) -> None:
    sign_in(record.person_id, Slip(record.digest, record.class_id))
    now = runtime().effects.now()
    note_entered_by_slip(db.connection, record.class_id, record.person_id, now)


def _page(typed: str, errors: Errors, status: int = 200) -> Response:
    return page(
        "slips/enter.html",
        typed=_safe_to_show(typed),
        errors=errors,
        here=person_or_none(),
        status=status,
    )


def _safe_to_show(typed: str) -> str:
    if real_looking(typed):
        return ""
    return "".join(filter(str.isprintable, typed[:_SHOWN_AGAIN]))
