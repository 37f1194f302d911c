"""The request form that the citizen checks: made from what was downloaded (S4-18)."""

from datetime import datetime

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from sandbox.details import Details
from sandbox.events import RequestFormDownloaded
from sandbox.population import officers
from sandbox.request_form import RequestForm, request_form_docx, request_form_pdf
from sandbox.state import Form
from web.desk.clerk_side.files import download
from web.desk.clerk_side.visits import Visit, log_of, open_visit
from web.shell.access import clerks_side, slips_too
from web.shell.formatting import OFFICE_ZONE

blueprint = Blueprint("portal_paper", __name__, url_prefix="/ban/<world_id>/quantri/tai-khoan")

_WRITERS = {"docx": request_form_docx, "pdf": request_form_pdf}


@blueprint.get("/<int:number>/giay-de-nghi.<any(docx, pdf):kind>")
@slips_too
@clerks_side
def paper(world_id: str, number: int, kind: str) -> ResponseReturnValue:
    """The newest request form of that account form, as a file."""
    visit = open_visit(world_id)
    form = visit.world.form(number) or abort(404)
    details = form.downloaded or abort(404)
    content = _WRITERS[kind](_request_form(visit, form, details))
    return download(content, f"giay-de-nghi-{number}.{kind}")


def _request_form(visit: Visit, form: Form, details: Details) -> RequestForm:
    born = details.birth_date or abort(404)
    return RequestForm(
        full_name=details.full_name,
        id_number=details.id_number,
        birth_date=born,
        phone=details.phone,
        email=details.email or None,
        attachment_name=form.attachment.name if form.attachment else "",
        unit=next(unit.name for unit in visit.world.era.units if unit.code == details.unit),
        officer=officers()[0].full_name,
        made_at=_downloaded_at(visit, form.number).astimezone(OFFICE_ZONE),
    )


def _downloaded_at(visit: Visit, number: int) -> datetime:
    return max(
        entry.at
        for entry in log_of(visit)
        if isinstance(entry.fact, RequestFormDownloaded) and entry.fact.form == number
    )
