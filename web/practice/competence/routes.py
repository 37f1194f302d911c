"""What I can do, what my people can do, and the papers that say so."""

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from training.certificate import certificate_pdf
from training.competencies import COMPETENCIES
from training.mastery.words import detail
from web.practice.competence import (
    certificate_store,
    certificates,
    matrix,
    person_page,
    store,
    unit_page,
)
from web.practice.competence.certificate_store import Certificate
from web.practice.competence.people import LEADING, PRACTISING, READING_FIGURES, Colleague, may_see
from web.practice.competence.words import progress_tag
from web.shell.access import capability, current_person, person_or_none, who_may
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other

blueprint = Blueprint("competence", __name__)

_NOT_YET = (
    "Năng lực này chưa ở mức thành thạo nên chưa cấp được giấy. Anh/chị luyện thêm rồi thử lại."
)


@blueprint.get("/nang-luc")
@who_may(*PRACTISING)
def mine() -> ResponseReturnValue:
    """Where I stand and what to do next."""
    return _person(_visible_colleague(current_person().id))


@blueprint.get("/nang-luc/nguoi/<int(max=2147483647):person_id>")
@who_may(*PRACTISING)
def person(person_id: int) -> ResponseReturnValue:
    """Where somebody of my unit stands."""
    return _person(_visible_colleague(person_id))


def _visible_colleague(person_id: int) -> Colleague:
    """The colleague, if there is one whom the reader may see."""
    found = store.colleague(db.connection, person_id)
    return found if found and may_see(current_person(), found) else abort(404)


def _person(colleague: Colleague, errors: Errors | None = None) -> Response:
    return page(
        "competence/person.html",
        shown=person_page.read(db.connection, colleague),
        own=colleague.id == current_person().id,
        errors=errors or Errors(),
        tag_of=progress_tag,
        detail=detail,
        status=422 if errors else 200,
    )


@blueprint.post("/nang-luc/nguoi/<int(max=2147483647):person_id>/giay-xac-nhan")
@who_may(*PRACTISING)
def issue(person_id: int) -> ResponseReturnValue:
    """A paper for one competency; the same one when nothing has changed since."""
    colleague = _visible_colleague(person_id)
    certificate = certificates.issue(db.connection, colleague, request.form.get("nang_luc", ""))
    return (
        see_other(certificate.check_page)
        if certificate
        else _person(colleague, Errors({"": _NOT_YET}))
    )


@blueprint.get("/nang-luc-don-vi")
@who_may(*READING_FIGURES)
def unit() -> ResponseReturnValue:
    """The unit's figures; for those who lead it, its people one by one."""
    shown = unit_page.read(db.connection, current_person().unit_id, matrix.query_from(request.args))
    if not shown.members and shown.query.page > 1:
        return see_other(f"{shown.query.address()}1")
    return page(
        "competence/unit.html",
        shown=shown,
        leading=current_person().role in LEADING,
        competencies=COMPETENCIES,
        levels=matrix.LEVEL_OPTIONS,
        tag_of=progress_tag,
        detail=detail,
        status=422 if shown.query.unfit else 200,
    )


@blueprint.get("/nang-luc/giay/<code>.pdf")
@who_may(*PRACTISING)
def paper(code: str) -> ResponseReturnValue:
    """The paper itself, for its person and those who lead their unit."""
    certificate = _certificate(code)
    _visible_colleague(certificate.person_id)
    response = Response(
        certificate_pdf(certificates.paper_of(certificate)), mimetype="application/pdf"
    )
    name = f"giay-xac-nhan-{certificate.number:02d}-{certificate.year}.pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@blueprint.get("/chung-nhan/<capability>")
@capability
def check(capability: str) -> ResponseReturnValue:
    """What the paper with this code says, and whether it holds today."""
    certificate = _certificate(capability)
    return page(
        "competence/check.html",
        certificate=certificate,
        validity=certificates.validity_of(db.connection, certificate),
        may_print=_may_print(certificate),
    )


def _may_print(certificate: Certificate) -> bool:
    reader, colleague = person_or_none(), store.colleague(db.connection, certificate.person_id)
    return reader is not None and colleague is not None and may_see(reader, colleague)


def _certificate(code: str) -> Certificate:
    return certificate_store.find(db.connection, code) or abort(404)
